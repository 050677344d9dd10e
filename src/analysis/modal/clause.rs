//! Modal verbs in a sentence, and the clause that each stands in.

use std::ops::Range;

use super::force::{Found, Word};
use crate::analysis::Folded;

/// The words of a folded run, with their bytes.
pub(super) fn words(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (offset, c) in text[range.clone()].char_indices() {
        let at = range.start + offset;
        let inside = c.is_alphanumeric() || (open && matches!(c, '-' | '\''));
        match (open, inside) {
            (false, true) => found.push(at..at + c.len_utf8()),
            (true, true) => {
                if let Some(last) = found.last_mut() {
                    last.end = at + c.len_utf8();
                }
            }
            _ => {}
        }
        open = inside;
    }
    found
}

/// What stands in every sentence that has a modal.
const SIGNS: &[&str] = &[
    "shall", "may", "must", "should", "will", "can", "is to", "are to", "need not", "doi", "peu",
    "tenu",
];

/// The modals of a sentence.
pub(super) fn modals(
    text: &str,
    folded: &Folded,
    original: &str,
    sentence: Range<usize>,
) -> Vec<Found> {
    let run = &text[sentence.clone()];
    if !SIGNS.iter().any(|sign| run.contains(sign)) {
        return Vec::new();
    }
    let words = words(text, sentence);
    let word = |at: usize| words.get(at).map_or("", |range| &text[range.clone()]);
    let mut found: Vec<Found> = Vec::new();
    for (at, range) in words.iter().enumerate() {
        let Some((which, length)) = modal_at(&word, at) else {
            continue;
        };
        let before = at.checked_sub(1).map_or("", word);
        let after = word(at + length);
        if is_noun(word(at), before, after) || is_month(folded, original, range, before, after) {
            continue;
        }
        // "such measures as may be necessary": a formula, no permission.
        if before == "as" && which == Word::May {
            continue;
        }
        let (verb, not) = verb_after(text, &words, at + length);
        found.push(Found {
            word: range.start..words[at + length - 1].end,
            which,
            not,
            verb,
            main: is_main(text, &words, at),
        });
    }
    found
}

fn modal_at<'w>(word: &impl Fn(usize) -> &'w str, at: usize) -> Option<(Word, usize)> {
    Some(match (word(at), word(at + 1)) {
        ("shall", _) => (Word::Shall, 1),
        ("may" | "peut" | "peuvent", _) => (Word::May, 1),
        ("must" | "doit" | "doivent", _) | ("need", "not") => (Word::Must, 1),
        ("should", _) => (Word::Should, 1),
        ("will", _) => (Word::Will, 1),
        ("can" | "cannot", _) => (Word::Can, 1),
        ("is" | "are", "to") if !matches!(word(at + 2), "the" | "a" | "an" | "this" | "which") => {
            (Word::IsTo, 2)
        }
        ("est" | "sont", "tenu" | "tenue" | "tenus" | "tenues") => (Word::Must, 2),
        _ => return None,
    })
}

/// The will of the people, last will, a petrol can, and aims: "The purpose … is to promote".
fn is_noun(word: &str, before: &str, after: &str) -> bool {
    const DETERMINERS: &[&str] = &[
        "the",
        "a",
        "free",
        "good",
        "last",
        "own",
        "their",
        "its",
        "his",
        "her",
        "political",
        "at",
        "ill",
        "common",
        "of",
    ];
    const AIMS: &[&str] = &[
        "purpose",
        "purposes",
        "aim",
        "aims",
        "object",
        "objective",
        "objectives",
        "convention",
        "agreement",
        "protocol",
        "treaty",
        "task",
        "function",
        "functions",
        "role",
        "intention",
    ];
    match word {
        "will" => DETERMINERS.contains(&before) || matches!(after, "of" | "or" | ""),
        "can" => DETERMINERS.contains(&before),
        "is" | "are" => AIMS.contains(&before),
        _ => false,
    }
}

/// "1 May 2027".
fn is_month(
    folded: &Folded,
    original: &str,
    word: &Range<usize>,
    before: &str,
    after: &str,
) -> bool {
    let digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let start = folded.original(word.clone(), original).start;
    let capital = original
        .get(start..)
        .is_some_and(|rest| rest.starts_with("May"));
    capital && (digit(before) || digit(after) || before == "of")
}

/// The verb behind a modal: past "not", adverbs and asides between commas.
fn verb_after(text: &str, words: &[Range<usize>], from: usize) -> (Range<usize>, bool) {
    const PASSED: &[&str] = &[
        "also",
        "only",
        "then",
        "further",
        "likewise",
        "therefore",
        "nevertheless",
        "however",
        "either",
        "always",
        "at",
        "all",
        "times",
        "so",
        "each",
        "both",
        "in",
        "any",
        "case",
        "under",
        "no",
        "circumstances",
        "as",
        "appropriate",
        "if",
        "where",
        "necessary",
    ];
    const VERBS_IN_LY: &[&str] = &["apply", "rely", "supply", "comply", "reply", "multiply"];
    let word = |at: usize| words.get(at).map_or("", |range| &text[range.clone()]);
    let before = from.checked_sub(1);
    let mut not = before.is_some_and(|at| word(at) == "cannot");
    let mut end = before
        .and_then(|at| words.get(at))
        .map_or(0, |range| range.end);
    let mut at = from;
    while let Some(range) = words.get(at) {
        let between = &text[end..range.start];
        if between.contains([';', ':']) {
            break;
        }
        // An aside: "shall, subject to article 5, ensure".
        if between.contains(',')
            && let Some(length) = text[range.start..].find(',').filter(|length| *length < 200)
            && let Some(skipped) = words[at..]
                .iter()
                .position(|next| next.start > range.start + length)
        {
            at += skipped;
            end = range.start + length + 1;
            continue;
        }
        end = range.end;
        match word(at) {
            "not" | "neither" | "never" | "pas" => not = true,
            "be" | "have" | "être" => {
                let adverb =
                    word(at + 1).ends_with("ly") || matches!(word(at + 1), "been" | "not" | "so");
                not |= word(at + 1) == "not";
                let last = words.get(at + 1 + usize::from(adverb));
                return (range.start..last.map_or(range.end, |next| next.end), not);
            }
            adverb if adverb.ends_with("ly") && !VERBS_IN_LY.contains(&adverb) => {}
            passed if PASSED.contains(&passed) => {}
            _ => return (range.clone(), not),
        }
        at += 1;
    }
    (end..end, not)
}

/// Whether the modal at word `at` stands in a main clause: not right behind "which", nor in a run,
/// up to the last comma, that begins with a condition or a "that".
fn is_main(text: &str, words: &[Range<usize>], at: usize) -> bool {
    const CONDITIONS: &[&str] = &[
        "if", "where", "when", "whenever", "wherever", "unless", "whether", "until", "before",
        "after", "because", "once", "while", "si", "lorsque", "quand",
    ];
    const RELATIVES: &[&str] = &[
        "which", "who", "whom", "what", "whose", "qui", "que", "dont", "how", "as",
    ];
    let mut next = words[at].start;
    for (back, range) in words[..at].iter().rev().take(12).enumerate() {
        if text[range.end..next].contains([';', ':', '(', ',']) {
            return true;
        }
        let word = &text[range.clone()];
        let relative = RELATIVES.contains(&word) && back < 2;
        // "…, that Party shall": the determiner.
        let joint = words[..at].iter().rev().nth(back + 1);
        let opens = joint.is_none_or(|last| text[last.end..range.start].contains([',', ';']));
        if CONDITIONS.contains(&word) || relative || (word == "that" && back < 6 && !opens) {
            return false;
        }
        next = range.start;
    }
    true
}

/// Where the subject of a modal stands: between the verb of the modal before and the modal, past
/// the last semicolon.
pub(super) fn subject(text: &str, from: usize, modal: usize) -> Range<usize> {
    let from = from.min(modal);
    let start = text[from..modal].rfind([';', ':']).map_or(0, |at| at + 1);
    from + start..modal
}

/// Where the clause of the next modal begins: at the last comma, "and" or semicolon before it.
pub(super) fn clause_start(text: &str, from: usize, next: usize) -> usize {
    let from = from.min(next);
    let run = &text[from..next];
    [run.rfind(';'), run.rfind(", "), run.rfind(" and ")]
        .into_iter()
        .flatten()
        .max()
        .map_or(next, |at| from + at)
}
