//! What a pair of brackets is for, by what is inside and around it.

use super::BracketKind;

/// What stands around a pair.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'t> {
    /// The text before the opening bracket.
    pub(super) before: &'t str,
    /// The text after the closing one.
    pub(super) after: &'t str,
    /// The instrument is quoted: single words in brackets complete the quotation.
    pub(super) excerpt: bool,
    /// The text stands over paragraphs or points.
    pub(super) introduces: bool,
    /// It stands in the title of the instrument.
    pub(super) title: bool,
}

/// Openings of notes that are not part of the text.
const NOTES: [&str; 22] = [
    "sic",
    "red",
    "red.",
    "ed",
    "ed.",
    "editor",
    "note",
    "notes",
    "nb",
    "signed",
    "signature",
    "translation",
    "traduction",
    "translator",
    "l.s",
    "l.s.",
    "seal",
    "emphasis",
    "omitted",
    "signé",
    "footnote",
    "see",
];

/// Words that stand for what is still to be written.
const SLOTS: [&str; 21] = [
    "tbd",
    "tbc",
    "tba",
    "number",
    "date",
    "place",
    "name",
    "title",
    "year",
    "month",
    "day",
    "amount",
    "city",
    "insert",
    "blank",
    "to be determined",
    "to be completed",
    "to be decided",
    "to be inserted",
    "to be confirmed",
    "to be added",
];

/// What a pair of brackets is for.
pub(super) fn classify(content: &str, around: &Around<'_>) -> BracketKind {
    let clean = content.trim();
    let lower = clean.to_lowercase();
    if around.after.starts_with('(') && !clean.is_empty() {
        return BracketKind::Link;
    }
    if let Some(mark) = clean.strip_prefix('^')
        && !mark.is_empty()
        && mark.chars().all(char::is_alphanumeric)
    {
        return BracketKind::Footnote;
    }
    if matches!(clean, "…" | "..." | ". . ." | "....") {
        return BracketKind::Editorial;
    }
    let filler = |c: char| matches!(c, '_' | '…' | '.' | '•' | '●' | '*' | '-' | '–' | '?' | '#');
    if clean.chars().all(|c| filler(c) || c.is_whitespace()) {
        return BracketKind::Placeholder;
    }
    if is_slot(&lower, clean) {
        return BracketKind::Placeholder;
    }
    if clean
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '*'))
    {
        let glued = around.before.ends_with(|c: char| {
            c.is_alphabetic() || matches!(c, '.' | ',' | ';' | '”' | '"' | ')' | ']')
        });
        return if glued && clean.len() <= 3 {
            BracketKind::Footnote
        } else {
            BracketKind::Number
        };
    }
    if is_formula(clean) || is_compound(clean, around) || is_file_number(clean) {
        return BracketKind::Number;
    }
    // The letter of a column in the head of a table.
    let cell =
        around.before.trim_end().ends_with('|') && around.after.trim_start().starts_with('|');
    if cell && clean.chars().count() <= 3 {
        return BracketKind::Footnote;
    }
    if is_editorial(clean, &lower, around) {
        return BracketKind::Editorial;
    }
    if is_choice(clean) {
        return BracketKind::Alternative;
    }
    BracketKind::BracketedText
}

fn is_slot(lower: &str, clean: &str) -> bool {
    let starts = |slot: &str| {
        lower.strip_prefix(slot).is_some_and(|rest| {
            rest.is_empty() || (rest.starts_with(' ') && matches!(slot, "insert" | "name"))
        })
    };
    SLOTS.iter().any(|slot| starts(slot))
        || matches!(
            clean,
            "X" | "x" | "XX" | "xx" | "XXX" | "Y" | "N" | "nn" | "NN"
        )
        || lower.contains("to be determined")
        || lower.contains("to be inserted")
}

/// Digits with signs, without a word of three letters.
fn is_formula(clean: &str) -> bool {
    let mut letters = 0;
    let mut word = false;
    for c in clean.chars() {
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
        word |= letters >= 3;
    }
    let signs = clean.contains(['+', '=', '×', '*', '÷', '<', '>', '%', '€', '$', '£', '−']);
    !word && (signs || clean.chars().filter(char::is_ascii_digit).count() * 2 >= clean.len())
}

/// A part of the name of a chemical compound: `3-[2-(…)ethyl]indole`, `dibenzo[b,d]pyran`.
fn is_compound(clean: &str, around: &Around<'_>) -> bool {
    let letters: Vec<&str> = clean.split(',').map(str::trim).collect();
    if letters.len() > 1 && letters.iter().all(|part| part.chars().count() == 1) {
        return true;
    }
    let sign = |c: char| c.is_alphanumeric() || c == '-';
    let glued = around.before.ends_with(sign) || around.after.starts_with(sign);
    let one_word = !clean.contains(char::is_whitespace) && clean.contains(char::is_alphanumeric);
    glued && one_word && clean.contains(|c: char| c.is_ascii_digit() || c == '(')
}

/// The number of a letter or a file: capitals and digits in one word.
fn is_file_number(clean: &str) -> bool {
    let digits = clean.chars().filter(char::is_ascii_digit).count();
    digits >= 4 && !clean.contains(|c: char| c.is_whitespace() || c.is_lowercase())
}

fn is_editorial(clean: &str, lower: &str, around: &Around<'_>) -> bool {
    let words: Vec<&str> = clean.split_whitespace().collect();
    let first = words.first().copied().unwrap_or_default();
    let first = first.trim_matches(|c: char| matches!(c, ':' | ',' | ';'));
    let noted = NOTES.contains(&first.to_lowercase().as_str());
    // `[n]othing`, `State[s]`: a letter joined to a word completes it.
    let joins = around.after.starts_with(char::is_alphabetic)
        || around.before.ends_with(char::is_alphabetic);
    let short = clean.chars().count() <= 3 && clean.chars().all(char::is_alphabetic);
    let quoted = around.excerpt && words.len() <= 2 && !is_modal(lower);
    let one = around.excerpt && matches!(lower, "a" | "an" | "the");
    (noted && (words.len() > 1 || clean.ends_with('.') || lower != "see"))
        || (joins && short)
        || one
        || quoted
        || is_heading(clean, around)
}

/// Words in brackets that open a text and are followed by a sentence of its own are its heading, a
/// letter that opens a text is its label. A sentence in brackets is neither.
fn is_heading(clean: &str, around: &Around<'_>) -> bool {
    let before = around.before.trim_matches(|c: char| !c.is_alphanumeric());
    let after = around.after.trim();
    let opens = before.is_empty() && !around.title && (around.introduces || !after.is_empty());
    let capital = |text: &str| {
        let first = text.trim_start_matches(['“', '"', '‘', '(']).chars().next();
        first.is_some_and(char::is_uppercase)
    };
    // As printed: `Is` within a title is written with a capital.
    let verb = |word: &str| is_modal(word) || matches!(word, "is" | "are" | "est" | "sont");
    let titled = capital(clean)
        && (after.is_empty() || capital(after))
        && !clean.ends_with(['.', ',', ';', ':'])
        && !clean.split_whitespace().any(verb);
    let label = clean.len() == 1 && clean.chars().all(char::is_alphabetic);
    opens && (titled || label)
}

/// The modal verbs between which negotiators choose.
pub(super) fn is_modal(word: &str) -> bool {
    matches!(
        word,
        "shall" | "should" | "may" | "will" | "must" | "can" | "doit" | "peut" | "devrait"
    )
}

/// Whether the content itself offers a choice: `shall/should`, `30/60`.
fn is_choice(clean: &str) -> bool {
    clean.split_once('/').is_some_and(|(before, after)| {
        let word = |text: &str| {
            text.trim()
                .chars()
                .next()
                .is_some_and(char::is_alphanumeric)
        };
        let and_or = before.trim_end().ends_with("and") && after.trim_start().starts_with("or");
        word(before) && word(after) && !and_or
    })
}
