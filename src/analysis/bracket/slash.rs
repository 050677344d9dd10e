//! Alternatives and placeholders without brackets.

use super::super::reading::{ReadText, Reading};
use super::content::is_modal;
use super::{Bracket, BracketKind};
use crate::model::Part;

/// `shall/should`, `Option 2:` at the start of a text, `____`, `TBD`.
pub(super) fn alternatives(reading: &Reading<'_>, text: &ReadText, rows: &mut Vec<Bracket>) {
    let folded = text.folded.as_str();
    let original = reading.words(text.place);
    let mut push = |kind, range| {
        let place = text.place_of(range, original);
        rows.push(Bracket {
            place,
            kind,
            content: place,
            partner: None,
        });
    };
    if let Some(end) = option(folded, text.place.part) {
        push(BracketKind::Alternative, 0..end);
    }
    let mut from = 0;
    while let Some(at) = folded[from..].find(['/', '_']).map(|at| from + at) {
        from = at + 1;
        if folded.as_bytes()[at] == b'/' {
            let before = word_before(folded, at);
            let after = word_after(folded, at + 1);
            let inside = folded[..before.start].ends_with('[');
            if !inside && is_modal(&folded[before.clone()]) && is_modal(&folded[after.clone()]) {
                push(BracketKind::Alternative, before.start..after.end);
            }
        } else {
            let len = folded[at..]
                .bytes()
                .take_while(|byte| *byte == b'_')
                .count();
            from = at + len;
            let inside = folded[..at].ends_with('[') && folded[from..].starts_with(']');
            if len >= 3 && !inside {
                push(BracketKind::Placeholder, at..from);
            }
        }
    }
    let mut from = 0;
    while let Some(at) = folded[from..].find("tbd").map(|at| from + at) {
        from = at + 3;
        let alone = word_before(folded, at).is_empty() && word_after(folded, from).is_empty();
        let bracketed = folded[..at].ends_with('[');
        if alone && !bracketed {
            push(BracketKind::Placeholder, at..from);
        }
    }
}

/// The end of `option 1`, `alternative a`, `variant ii` where one begins a text.
fn option(folded: &str, part: Part) -> Option<usize> {
    let lead = folded.find(char::is_alphabetic).filter(|at| *at <= 2)?;
    let rest = &folded[lead..];
    let name = ["option ", "alternative ", "variant ", "variante "]
        .into_iter()
        .find(|name| rest.starts_with(name))?;
    let start = lead + name.len();
    let label = word_after(folded, start);
    let text = &folded[label.clone()];
    let labelled =
        text.parse::<u8>().is_ok() || text.len() == 1 || crate::model::roman_value(text).is_some();
    let after = folded[label.end..].trim_start();
    let ends = after.is_empty() || after.starts_with([':', '.', ')', ']', '-', '–', '(']);
    (labelled && (ends || part == Part::Heading)).then_some(label.end)
}

fn word_before(folded: &str, at: usize) -> std::ops::Range<usize> {
    let len: usize = folded[..at]
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    at - len..at
}

fn word_after(folded: &str, at: usize) -> std::ops::Range<usize> {
    let len: usize = folded[at..]
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    at..at + len
}
