//! Short names, given in passing: (hereinafter referred to as “the Fund”), (“the Fund”).

use std::ops::Range;

use super::anatomy::{ARTICLES, Clause, strip_article};
use super::cursor::{before_any, eat, eat_any, skip_space, word_end};
use super::form::Form;
use super::quote::Quoted;

/// Words that announce a short name.
const HERE: &[&str] = &[
    "hereinafter",
    "hereafter",
    "hereinbelow",
    "henceforth",
    "herein called",
    "herein referred to as",
    "ci-après",
    "ci-dessous",
];

/// How far before a quoted name its announcement may stand, in bytes.
const REACH: usize = 120;

/// A quoted run that is a short name: announced by `hereinafter`, or alone in brackets.
///
/// Without an announcement it takes an article or a capital: a translation in brackets is no name.
pub(super) fn quoted_name(text: &str, quote: &Quoted, capital: bool) -> Option<Clause> {
    let from = floor(text, quote.outer.start.saturating_sub(REACH));
    let before = &text[from..quote.outer.start];
    let sentence = before.rfind([';', '.']).map_or(0, |at| at + 1);
    let near = &before[sentence..];
    let here = HERE
        .iter()
        .filter_map(|word| near.rfind(word).map(|at| (at, word)))
        .max();
    if let Some((at, word)) = here {
        let between = &near[at + word.len()..];
        if between.split_whitespace().count() <= 12 && !between.contains(['(', ')']) {
            let start = from + sentence + at;
            return name(text, quote, start..start + word.len());
        }
    }
    let open = text[..quote.outer.start].rfind('(')?;
    let between = text[open + 1..quote.outer.start].trim();
    let after = text[quote.outer.end..].trim_start();
    let alone =
        (between.is_empty() && capital) || ARTICLES.contains(&between) || between.ends_with(" the");
    let closes = after.starts_with(')') || after.starts_with("or \"") || after.starts_with("and ");
    let named = !text[..open].trim().is_empty() && between.split(' ').count() <= 4;
    (alone && closes && named)
        .then(|| name(text, quote, open..open))
        .flatten()
}

fn name(text: &str, quote: &Quoted, verb: Range<usize>) -> Option<Clause> {
    let term = strip_article(text, quote.inner.clone());
    let end = quote.outer.end;
    (term.len() > 1).then(|| Clause {
        entry: verb.start..end,
        terms: vec![term],
        form: Form::Hereinafter,
        verb,
        qualifier: end..end,
        body: end..end,
    })
}

/// Short names without marks: "hereinafter referred to as the Convention".
pub(super) fn bare_names(text: &str, quotes: &[Quoted]) -> Vec<Clause> {
    let mut found = Vec::new();
    for word in HERE {
        for (at, _) in text.match_indices(word) {
            if text[..at].ends_with(char::is_alphanumeric) {
                continue;
            }
            let mut end = at + word.len();
            if word.starts_with("ci-") {
                // "ci-après dénommé", "dénommé ci-après"
                let named = before_any(text, at, NAMED).is_some();
                let called = eat_any(text, skip_space(text, end), NAMED);
                end = called.unwrap_or(end);
                if !named && called.is_none() && !text[..at].trim_end().ends_with(['(', ',']) {
                    continue;
                }
            } else if let Some(called) = called(text, end) {
                end = called;
            } else if !text[..at].trim_end().ends_with(['(', ',']) || word.contains("called") {
                continue;
            }
            found.extend(bare_name(text, at, end, quotes));
        }
    }
    found
}

/// French words for naming, in their genders and numbers.
const NAMED: &[&str] = &[
    "dénommées",
    "dénommés",
    "dénommée",
    "dénommé",
    "appelées",
    "appelés",
    "appelée",
    "appelé",
    "désignées",
    "désignés",
    "désignée",
    "désigné",
    "nommée",
    "nommé",
];

/// The end of "referred to as", "called", "collectively referred to as" at `at`.
fn called(text: &str, at: usize) -> Option<usize> {
    let mut at = skip_space(text, at);
    for _ in 0..6 {
        if let Some(end) = eat_any(
            text,
            at,
            &[
                "referred to as",
                "referred to respectively as",
                "called",
                "named",
                "designated as",
                "designated by",
                "designated",
                "known as",
                "styled",
                "described as",
                "termed",
            ],
        ) {
            return Some(end);
        }
        let end = word_end(text, at);
        if end == at {
            return None;
        }
        at = skip_space(text, end);
    }
    None
}

fn bare_name(text: &str, at: usize, end: usize, quotes: &[Quoted]) -> Option<Clause> {
    let mut start = skip_space(text, end);
    for filler in [":", "comme", "par", "respectively", "as", "simply"] {
        if let Some(end) = eat(text, start, filler) {
            start = skip_space(text, end);
        }
    }
    let rest = &text[start..];
    let stop = rest
        .find([')', ',', ';', '.', ':', '(', '"', '\n'])
        .unwrap_or(rest.len());
    let words = &rest[..stop];
    // The name ends where the sentence goes on with a verb or a participle.
    let stop = [
        " and ",
        " which ",
        " shall ",
        " is ",
        " are ",
        " has ",
        " have ",
        " et ",
        " adopted ",
    ]
    .iter()
    .filter_map(|word| words.find(word))
    .min()
    .unwrap_or(stop);
    let term = strip_article(text, start..start + rest[..stop].trim_end().len());
    let elided = text[term.clone()].strip_prefix("l'").map_or(0, |_| 2);
    let term = term.start + elided..term.end;
    let words = &text[term.clone()];
    let count = words.split_whitespace().count();
    let quoted = quotes
        .iter()
        .any(|quote| quote.outer.start < start + stop + 1 && quote.outer.end > at);
    (term.len() > 1
        && (1..=6).contains(&count)
        && !quoted
        && words.chars().any(char::is_alphabetic))
    .then(|| Clause {
        entry: at..term.end,
        terms: vec![term.clone()],
        form: Form::Hereinafter,
        verb: at..end,
        qualifier: end..end,
        body: term.end..term.end,
    })
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
