//! What a definition clause is made of, whatever its style.

use std::ops::Range;

use super::cursor::{eat, skip_space};
use super::form::Form;

/// Words that announce a definiendum.
pub(super) const LEADS: &[&str] = &[
    "the term",
    "the terms",
    "term",
    "terms",
    "the expression",
    "the expressions",
    "the word",
    "the words",
    "the phrase",
    "references to",
    "reference to",
    "a reference to",
    "any reference to",
    "le terme",
    "les termes",
    "l'expression",
    "les expressions",
    "le mot",
    "les mots",
    "terme",
    "expression",
];

/// Words that belong to a definiendum and are not part of it.
pub(super) const ARTICLES: &[&str] = &[
    "the", "a", "an", "any", "each", "le", "la", "les", "l'", "un", "une", "des",
];

/// A definition clause in folded bytes of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// From the words that announce it to its end.
    pub(super) entry: Range<usize>,
    /// The words defined, without marks and articles; several if they share the verb.
    pub(super) terms: Vec<Range<usize>>,
    /// How it defines.
    pub(super) form: Form,
    /// The verb, or `hereinafter`; empty where a colon or brackets do its work.
    pub(super) verb: Range<usize>,
    /// The words between term and verb: `as used in this article`.
    pub(super) qualifier: Range<usize>,
    /// The definiens; empty where a list carries it.
    pub(super) body: Range<usize>,
}

/// Where the definiens begins after a verb: past spaces, colons and commas.
pub(super) fn skip_joint(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + (rest.len() - rest.trim_start_matches([' ', ':', ',', '–']).len())
}

/// A term without its article.
pub(super) fn strip_article(text: &str, range: Range<usize>) -> Range<usize> {
    for article in ARTICLES {
        if let Some(end) = eat(text, range.start, article) {
            let start = skip_space(text, end);
            if start < range.end && (start > end || article.ends_with('\'')) {
                return start..range.end;
            }
        }
    }
    range
}
