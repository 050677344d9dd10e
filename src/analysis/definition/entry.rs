//! Where a definition ends.

use std::ops::Range;

use super::anatomy::Clause;
use super::cursor::eat_any;
use super::form::Form;

/// Lets each entry run to the next one or to the end of its sentence; in a list of definitions, and
/// where they take the definition up, over the sentences that follow.
pub(super) fn close(
    text: &str,
    sentences: &[Range<usize>],
    glossary: bool,
    clauses: &mut [Clause],
) {
    const TAKEN_UP: &[&str] = &[
        "it",
        "this",
        "these",
        "they",
        "such",
        "the term",
        "the expression",
        "il",
        "elle",
        "ils",
        "ce",
        "cette",
        "ces",
        "le terme",
        "l'expression",
    ];
    for at in 0..clauses.len() {
        if clauses[at].form == Form::Hereinafter {
            continue;
        }
        let entry = clauses[at].entry.clone();
        let after = clauses[at + 1..]
            .iter()
            .find(|next| next.form != Form::Hereinafter)
            .map_or(text.len(), |next| next.entry.start);
        let mut end = text.len();
        for (index, sentence) in sentences.iter().enumerate() {
            if sentence.end <= entry.start {
                continue;
            }
            let next = sentences.get(index + 1);
            let goes_on =
                next.is_some_and(|next| glossary || eat_any(text, next.start, TAKEN_UP).is_some());
            if !goes_on {
                end = sentence.end;
                break;
            }
        }
        let end = end.max(entry.end).min(after.max(entry.end));
        let end = entry.start + text[entry.start..end].trim_end().len();
        let body = clauses[at].body.start.min(end);
        clauses[at].entry.end = end;
        clauses[at].body = body..end;
    }
}
