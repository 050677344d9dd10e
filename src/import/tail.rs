//! Where a text ends and flush text begins.

use super::outline::Passage;
use crate::text::Span;

/// Whether words end as a sentence does.
pub(super) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '*', '_', ' '])
        .ends_with(['.', '!', '?'])
}

/// Whether words call for a list.
pub(super) fn introduces(words: &str) -> bool {
    words.ends_with([':', '-', '–', '—', '…'])
}

/// Whether words end as the points of a list do.
pub(super) fn is_listed(words: &str) -> bool {
    words.ends_with([';', ','])
        || [" and", " or", " et", " ou", " y", " o"]
            .iter()
            .any(|joint| words.ends_with(joint))
}

/// Whether words after a list still belong to the sentence that the list is a part of: they begin
/// in lower case, or the list has not come to the end of its sentence.
pub(super) fn governs(last: &str, words: &str) -> bool {
    words.starts_with(char::is_lowercase) || !ends_sentence(last)
}

/// The byte at which the words that introduce a list begin, in a text that ends with them: after
/// the first sentence, or after the last semicolon (`…; for the Netherlands:`).
pub(super) fn introduction(words: &str) -> Option<usize> {
    let sentence = words.match_indices(". ").find(|(at, _)| {
        let ended = words[..*at]
            .chars()
            .rev()
            .take(2)
            .filter(|c| c.is_lowercase())
            .count()
            == 2;
        ended && words[at + 2..].starts_with(char::is_uppercase)
    });
    let cut = sentence
        .map(|(at, _)| at + 1)
        .or_else(|| words.rfind("; ").map(|at| at + 1));
    cut.filter(|at| *at < words.len())
}

/// Words that lead a clause which the whole list depends on.
const LEADERS: &[&str] = &[
    "where ",
    "when ",
    "shall ",
    "with ",
    "in so far as ",
    "insofar as ",
    "to the extent ",
    "lorsque ",
    "lorsqu",
    "dans la mesure ",
    "cuando ",
];

/// Words with which a sentence speaks of the list before it.
const BACKWARD: &[&str] = &[
    "These ",
    "Those ",
    "The above",
    "The foregoing",
    "Ces ",
    "Cette ",
    "Estos ",
    "Estas ",
];

/// Words of a state of mind, which an offence states once for all its acts.
const INTENTS: &[&str] = &[
    "intent",
    "intention",
    "aim",
    "purpose",
    "knowledge",
    "intentionally",
    "dessein",
    "but",
    "intención",
];

/// What tells that a point has a state of mind of its own.
const MINDS: &[&str] = &[
    "intent",
    "intend",
    "knowing",
    "knowledge",
    "wilful",
    "deliberate",
    "dessein",
    "sciemment",
];

/// The byte at which flush text begins in the last point of a list, where it was glued to it.
///
/// `others` are the points before. Three things are taken for flush text, and only if no other point
/// has one like it: one after a semicolon, which would have ended the point, that begins as a
/// dependent clause does (`…; where the offence is …`); a sentence that speaks of the list (`These
/// …`) after points that are no sentences; and a state of mind after a comma (`…, with
/// the intent of …`), which a list of acts states once, at its end.
pub(super) fn glued(last: &str, others: &[String]) -> Option<usize> {
    let stop = last
        .trim_end_matches(['.', ';', ' '])
        .trim_end_matches("; and")
        .len();
    let semicolon = last[..stop].rfind("; ").filter(|at| {
        let clause = &last[at + 2..];
        let alone = others.iter().all(|other| {
            let other = other
                .trim_end_matches(['.', ';', ' '])
                .trim_end_matches("; and")
                .trim_end_matches("; or");
            !other.contains("; ")
        });
        alone && LEADERS.iter().any(|leader| clause.starts_with(leader))
    });
    let goes_on = |at: &usize| !last[..*at].ends_with(" or") && !last[..*at].ends_with(" and");
    if let Some(at) = semicolon.filter(goes_on) {
        return Some(at + 1);
    }
    let plain = |words: &str| words.starts_with(char::is_lowercase) && !words.contains(". ");
    if others.iter().all(|other| plain(other)) && last.starts_with(char::is_lowercase) {
        let sentence = last.match_indices(". ").map(|(at, _)| at);
        let back = |at: &usize| BACKWARD.iter().any(|word| last[at + 2..].starts_with(word));
        if let Some(at) = sentence.take(1).find(back) {
            return Some(at + 1);
        }
    }
    let joints = [
        ", with ",
        ", when committed ",
        ", avec l’intention ",
        ", avec l'intention ",
    ];
    let at = joints.iter().filter_map(|joint| last.rfind(joint)).max()?;
    let clause = &last[at + 2..];
    let mut head = clause.split_whitespace().take(6);
    head.find(|word| INTENTS.contains(&word.to_lowercase().as_str()))?;
    // Acts that each have a state of mind of their own share none.
    let own = |words: &str| MINDS.iter().any(|mind| words.contains(mind));
    let elsewhere = own(&last[..at]) || others.iter().any(|other| own(other));
    let whole = ends_sentence(last) || is_listed(last);
    let single = !clause.trim_end_matches('.').contains(". ");
    (whole && single && !elsewhere).then_some(at + 1)
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
