//! Where a text ends and flush text begins.

use super::outline::Passage;
use crate::text::Span;

/// Whether words end as a sentence does.
pub(super) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '*', '_', ' '])
        .ends_with(['.', '!', '?'])
}

/// Whether words after a list still belong to the sentence that the list is a part of: they begin
/// in lower case, or the list has not come to the end of its sentence.
pub(super) fn governs(last: &str, words: &str) -> bool {
    words.starts_with(char::is_lowercase) || !ends_sentence(last)
}

/// A passage cut where an extractor lost a line break: a sentence ends and the next begins without
/// a space (`interest.The nationals`).
pub(super) fn broken(passage: &Passage) -> Vec<Passage> {
    let text = passage.text.as_str();
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices('.') {
        if at > from && lost_break(&text[..at], &text[at + 1..]) {
            parts.push(part(passage, from, at + 1));
            from = at + 1;
        }
    }
    parts.push(part(passage, from, text.len()));
    parts
}

fn lost_break(before: &str, after: &str) -> bool {
    let word = |c: &char| c.is_lowercase() || "’')”\"".contains(*c);
    let ended = before.chars().rev().take(4).filter(word).count() == 4;
    let mut chars = after.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    // `.The`, `.A Party`, `.IN WITNESS`, not `.org` and not initials.
    let word: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
    let goes_on = after[word.len()..].starts_with([' ', ',']);
    ended && capital && goes_on
}

fn part(passage: &Passage, from: usize, to: usize) -> Passage {
    let text = &passage.text[from..to];
    let words = text.trim();
    let start = passage.span.start as usize + from + text.len() - text.trim_start().len();
    Passage {
        span: Span::from_range(start..start + words.len()),
        text: words.to_owned(),
    }
}
