//! Lines that give a text its frame: article, chapter, annex, preamble, testimonium.
//!
//! A line is a frame line by its grammar (`Article 5 of the Convention shall …` is prose); what a
//! chapter line belongs to, and whether an annex may begin, [`super::assemble`] settles from where
//! it stands.

use std::ops::Range;

use super::heading::heads;
use super::label::{label, roman};
use crate::model::ordinal_suffix;

/// What a frame line opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// An article.
    Article,
    /// A part, title, chapter, section …; the word is the type in records.
    Division(&'static str),
    /// An annex, protocol or note; the word begins the component's name.
    Component(&'static str),
    /// The recitals.
    Preamble,
}

/// A frame line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frame {
    /// What it opens.
    pub(super) unit: Unit,
    /// The bytes of its label in the line, punctuation included.
    pub(super) printed: Range<usize>,
    /// The number, without punctuation; empty for an annex without one.
    pub(super) num: String,
    /// The bytes after the label: a heading or the beginning of the text; may be empty.
    pub(super) rest: Range<usize>,
}

const UNITS: &[(&str, Unit)] = &[
    ("article", Unit::Article),
    ("art", Unit::Article),
    ("artículo", Unit::Article),
    ("artikel", Unit::Article),
    ("articolo", Unit::Article),
    ("artigo", Unit::Article),
    ("book", Unit::Division("book")),
    ("livre", Unit::Division("book")),
    ("part", Unit::Division("part")),
    ("partie", Unit::Division("part")),
    ("parte", Unit::Division("part")),
    ("teil", Unit::Division("part")),
    ("deel", Unit::Division("part")),
    ("title", Unit::Division("title")),
    ("titre", Unit::Division("title")),
    ("título", Unit::Division("title")),
    ("titel", Unit::Division("title")),
    ("chapter", Unit::Division("chapter")),
    ("chapitre", Unit::Division("chapter")),
    ("capítulo", Unit::Division("chapter")),
    ("kapitel", Unit::Division("chapter")),
    ("hoofdstuk", Unit::Division("chapter")),
    ("section", Unit::Division("section")),
    ("sección", Unit::Division("section")),
    ("abschnitt", Unit::Division("section")),
    ("afdeling", Unit::Division("section")),
    ("subsection", Unit::Division("subsection")),
    ("sub-section", Unit::Division("subsection")),
    ("sous-section", Unit::Division("subsection")),
    ("annex", Unit::Component("annex")),
    ("annexe", Unit::Component("annex")),
    ("anexo", Unit::Component("annex")),
    ("anhang", Unit::Component("annex")),
    ("bijlage", Unit::Component("annex")),
    ("appendix", Unit::Component("annex")),
    ("appendice", Unit::Component("annex")),
    ("apéndice", Unit::Component("annex")),
    ("schedule", Unit::Component("annex")),
    ("attachment", Unit::Component("annex")),
    ("supplement", Unit::Component("annex")),
    ("protocol", Unit::Component("protocol")),
    ("protocole", Unit::Component("protocol")),
    ("protocolo", Unit::Component("protocol")),
    ("protokoll", Unit::Component("protocol")),
    ("nr", Unit::Component("note")),
    ("no", Unit::Component("note")),
    ("note", Unit::Component("note")),
    ("preamble", Unit::Preamble),
    ("préambule", Unit::Preamble),
    ("preámbulo", Unit::Preamble),
    ("präambel", Unit::Preamble),
];

/// Numbers written as words, with their place before the word (`FIRST PART`) or after it.
const COUNTED: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "sole",
    "single",
    "premier",
    "première",
    "deuxième",
    "second",
    "seconde",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "unique",
    "1er",
    "1ère",
    "ier",
    "primero",
    "primera",
];

/// The frame line that `line`, which is trimmed, may be.
pub(super) fn frame(line: &str) -> Option<Frame> {
    counted_first(line)
        .or_else(|| qualified(line))
        .or_else(|| named_first(line))
}

/// What an annex may be called beside its number.
const QUALITIES: &[&str] = &[
    "general",
    "specific",
    "special",
    "technical",
    "financial",
    "générale",
    "spécifique",
    "technique",
    "financière",
    "técnico",
    "financiero",
];

/// `General Annex`, `Specific Annex A`, `Annexe générale`: an annex, its quality, and no more than a
/// number.
fn qualified(line: &str) -> Option<Frame> {
    let mut tokens = line.split_whitespace();
    let (first, second) = (tokens.next()?, tokens.next()?);
    let (a, b) = (first.to_lowercase(), second.to_lowercase());
    let is_annex = |word: &str| {
        let unit = UNITS.iter().find(|(name, _)| *name == word);
        unit.is_some_and(|(_, unit)| *unit == Unit::Component("annex"))
    };
    let is_quality = |word: &str| QUALITIES.contains(&word);
    let named = is_quality(&a) && is_annex(&b) || is_annex(&a) && is_quality(&b);
    if !named || !first.starts_with(char::is_uppercase) {
        return None;
    }
    let unit = Unit::Component("annex");
    let num = tokens.next().unwrap_or("");
    let fits = num.is_empty() || is_number(num, unit);
    (fits && tokens.next().is_none()).then(|| Frame {
        unit,
        printed: 0..line.len(),
        num: num.to_owned(),
        rest: line.len()..line.len(),
    })
}

/// `FIRST PART`, `SOLE CHAPTER`: two words and no more.
fn counted_first(line: &str) -> Option<Frame> {
    let (count, rest) = line.split_once(' ')?;
    let name = rest.trim().to_lowercase();
    let unit = UNITS.iter().find(|(word, _)| *word == name)?.1;
    let fits =
        COUNTED.contains(&count.to_lowercase().as_str()) && matches!(unit, Unit::Division(_));
    fits.then(|| Frame {
        unit,
        printed: 0..line.len(),
        num: count.to_owned(),
        rest: line.len()..line.len(),
    })
}

fn named_first(line: &str) -> Option<Frame> {
    let open = line.len() - line.trim_start_matches(['[', '*', '_']).len();
    let body = &line[open..];
    let end = body
        .find(|c: char| !c.is_alphabetic() && c != '-')
        .unwrap_or(body.len());
    let word = body[..end].to_lowercase();
    let unit = UNITS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, unit)| *unit)
        .or_else(|| glued_preamble(&body[..end]))?;
    if unit == Unit::Preamble {
        return preamble(line, open);
    }
    // A frame word is written with a capital; `article 5` at the start of a line is wrapped prose.
    if !body.starts_with(char::is_uppercase) {
        return None;
    }
    let abbreviated = matches!(word.as_str(), "art" | "nr" | "no");
    let mut at = open + end;
    if abbreviated && line[at..].starts_with('.') {
        at += 1;
    }
    let number = number(line, at, unit);
    match (unit, number) {
        (Unit::Component("note"), None) => None,
        (Unit::Component(_), None) => unnumbered(line, unit, at),
        (_, None) => None,
        (unit, Some(num)) => numbered(line, unit, &num),
    }
}

/// `Preamble`, alone or glued to the recitals by an extractor.
fn glued_preamble(word: &str) -> Option<Unit> {
    let names = [
        "Preamble",
        "PREAMBLE",
        "Préambule",
        "PRÉAMBULE",
        "PREÁMBULO",
        "Preámbulo",
    ];
    names
        .iter()
        .any(|name| {
            word.strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(char::is_uppercase))
        })
        .then_some(Unit::Preamble)
}

fn preamble(line: &str, open: usize) -> Option<Frame> {
    let body = &line[open..];
    let name = body.char_indices().take_while(|(at, c)| {
        // The name is in one case after its first letter; the recitals begin with a new capital.
        *at == 0
            || c.is_lowercase()
            || body[..*at].chars().all(char::is_uppercase) && c.is_uppercase()
    });
    let mut end = open + name.last().map_or(0, |(at, c)| at + c.len_utf8());
    let marks = &line[end..];
    end += marks.len() - marks.trim_start_matches(['*', '_', ']', ':', '.']).len();
    let rest = end + (line[end..].len() - line[end..].trim_start().len());
    let fits = line[rest..].is_empty() || line[rest..].starts_with(char::is_uppercase);
    fits.then(|| Frame {
        unit: Unit::Preamble,
        printed: 0..end,
        num: String::new(),
        rest: rest..line.len(),
    })
}

/// The bytes of the number that follows at `at`, and where its punctuation ends.
struct Number {
    num: Range<usize>,
    end: usize,
}

fn number(line: &str, at: usize, unit: Unit) -> Option<Number> {
    let mut start = at + blank(&line[at..]);
    for sign in [
        "Number ", "No. ", "No.", "No ", "N° ", "N°", "n° ", "n°", "Nr. ", "nr. ",
    ] {
        if line[start..].starts_with(sign) {
            start += sign.len();
            start += blank(&line[start..]);
            break;
        }
    }
    let token = line[start..].split_whitespace().next()?;
    let bare = token.trim_end_matches(['.', ':', ';', ')', ']', ',', '*', '_', '–', '—', '-']);
    let stem = if unit == Unit::Component("note") {
        note_number(token)?
    } else {
        bare
    };
    if stem != token && stem == bare && token[stem.len()..].starts_with(',') {
        return None;
    }
    if !is_number(stem, unit) {
        return None;
    }
    let mut end = start + stem.len();
    // `8 bis`
    let after = &line[end..];
    let next = after.split_whitespace().next().unwrap_or("");
    let suffix = next.trim_end_matches(['.', ':', ')', ']', '*']);
    if after.starts_with(' ') && is_latin_suffix(suffix) {
        end += blank(after) + suffix.len();
    }
    Some(Number {
        num: start..end,
        end,
    })
}

/// `1(a)`, `I`: the number of a note.
fn note_number(token: &str) -> Option<&str> {
    let end = token.find('(').unwrap_or(token.len());
    let stem = token[..end].trim_end_matches(['.', ':']);
    let small = stem.parse::<u32>().is_ok_and(|value| value < 100) || roman(stem).is_some();
    let letter = &token[end..];
    let lettered = letter.len() == 3 && letter.ends_with(')') || letter.is_empty();
    let whole = if letter.is_empty() { stem } else { token };
    (small && lettered).then_some(whole)
}

fn is_number(stem: &str, unit: Unit) -> bool {
    let lower = stem.to_lowercase();
    if COUNTED.contains(&lower.as_str()) {
        return stem.starts_with(char::is_uppercase)
            || lower.starts_with("premi")
            || stem.starts_with('1');
    }
    let component = matches!(unit, Unit::Component(_));
    stem.split(['.', '/', '-'])
        .enumerate()
        .all(|(place, part)| {
            let digits = part
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(part.len());
            let letters = part
                .find(|c: char| !"IVXLC".contains(c))
                .unwrap_or(part.len());
            if digits > 0 {
                digits < 5 && is_suffix(&part[digits..])
            } else if component && place == 0 && part.contains('(') {
                part.ends_with(')')
            } else if letters > 0 && roman(&part[..letters]).is_some() {
                is_suffix(&part[letters..])
            } else {
                part.len() == 1 && part.starts_with(|c: char| c.is_ascii_uppercase())
            }
        })
        || component && note_number(stem).is_some()
}

fn is_suffix(word: &str) -> bool {
    word.is_empty()
        || word.len() == 1 && word.chars().all(|c| c.is_ascii_alphabetic())
        || is_latin_suffix(word)
}

fn is_latin_suffix(word: &str) -> bool {
    ordinal_suffix(word).is_some()
}

/// A label with a number: what may follow it depends on the unit.
fn numbered(line: &str, unit: Unit, number: &Number) -> Option<Frame> {
    let mut end = number.end;
    let marks = &line[end..];
    let closed = marks.trim_start_matches(['.', ':', ')', ']', '*', '_', '–', '—', '-']);
    end += marks.len() - closed.len();
    let gap = blank(&line[end..]);
    // `Article 7 – Illegal access`: the dash belongs to the label.
    let dash = line[end + gap..]
        .chars()
        .next()
        .filter(|c| "–—-:".contains(*c));
    let separated = end > number.end || dash.is_some();
    if let Some(dash) = dash {
        end += gap + dash.len_utf8();
    }
    let rest = end + blank(&line[end..]);
    let words = &line[rest..];
    let fits = words.is_empty()
        || match unit {
            Unit::Article => {
                if separated {
                    starts_text(words)
                } else {
                    heads(words) || is_parenthesis(words)
                }
            }
            Unit::Division(_) => heads(words) && words.starts_with(|c: char| !c.is_lowercase()),
            Unit::Component("note") => false,
            _ => heads(words) || continues(words),
        };
    // `Article 2. 1.`: a number after the label belongs to the text, not to the number.
    let num = line[number.num.clone()].to_owned();
    fits.then_some(Frame {
        unit,
        printed: 0..end,
        num,
        rest: rest..line.len(),
    })
}

/// An annex or protocol without a number: alone, or with what it is joined to.
fn unnumbered(line: &str, unit: Unit, at: usize) -> Option<Frame> {
    let marks = &line[at..];
    let end = at + (marks.len() - marks.trim_start_matches([':', '.', ']', '*', '_']).len());
    let rest = end + blank(&line[end..]);
    let words = &line[rest..];
    let fits = words.is_empty() || continues(words) && !words.ends_with(['.', ';', ':']);
    fits.then(|| Frame {
        unit,
        printed: 0..end,
        num: String::new(),
        rest: rest..line.len(),
    })
}

/// `to the Agreement between …`, `au Traité …`: says what an annex belongs to.
fn continues(words: &str) -> bool {
    const JOINTS: &[&str] = &[
        "to the ",
        "to Annex",
        "to Protocol",
        "concerning ",
        "relating to ",
        "on ",
        "au ",
        "à la ",
        "à l’",
        "à l'",
        "as referred to ",
        "referred to ",
    ];
    JOINTS
        .iter()
        .any(|joint| words.to_lowercase().starts_with(&joint.to_lowercase()))
        && words.len() < 400
}

fn is_parenthesis(words: &str) -> bool {
    let Some(inner) = words
        .strip_prefix('(')
        .and_then(|words| words.strip_suffix(')'))
    else {
        return false;
    };
    inner.len() > 3 && inner.len() < 120 && !inner.contains(['(', ')'])
}

/// Whether words after `Article 7.` can begin a heading or a text, and do not go on a sentence.
fn starts_text(words: &str) -> bool {
    words.starts_with(|c: char| c.is_uppercase() || "“\"«‘(['".contains(c))
        || label(words).is_some()
}

fn blank(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
