//! Phrases: the patterns of lexicons and lints.
//!
//! A phrase is words, matched whole and in order on folded text. Beyond plain words it knows
//! `stem*` (any word that begins so), `(a|b c)` (one of several), `[a b]` (may be missing) and `...3`
//! (up to three words between). Words follow each other over white space, commas, quotation marks
//! and hyphens; nothing crosses a semicolon, a colon or the end of a sentence. A match therefore
//! costs no more than the words around it, and no pattern can run away.

use std::borrow::Cow;
use std::ops::Range;

/// A compiled phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    elements: Vec<Element>,
    source: Box<str>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    Word(Box<str>),
    Stem(Box<str>),
    OneOf(Vec<Vec<Element>>),
    Maybe(Vec<Element>),
    Gap(usize),
}

/// Why a phrase cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// Nothing but optional parts and gaps.
    #[error("a phrase needs a word that is always there")]
    Empty,
    /// `(` or `[` without its partner, or the other way round.
    #[error("`{0}` has no partner")]
    Unbalanced(char),
    /// `...` without a number from 1 to 20.
    #[error("a gap is written `...3`: up to three words, at most 20")]
    Gap,
}

impl Phrase {
    /// Reads a phrase.
    ///
    /// # Errors
    ///
    /// If brackets do not match, a gap has no number, or no word is always there.
    pub fn new(source: &str) -> Result<Self, PhraseError> {
        // Every run reads all phrases of a language, and nearly all are written as they fold.
        let folds = |byte: u8| byte.is_ascii_uppercase() || !byte.is_ascii();
        let folded = if source.bytes().any(folds) {
            Cow::Owned(super::Folded::new(source).as_str().to_owned())
        } else {
            Cow::Borrowed(source)
        };
        let elements = in_one(read(&mut folded.as_ref(), None)?);
        if starts(&elements, &mut |_| {}) {
            Ok(Self {
                elements,
                source: source.into(),
            })
        } else {
            Err(PhraseError::Empty)
        }
    }

    /// The phrase as it was written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Literals one of which stands at the start of every match: what a scan looks for. Each is one
    /// word or its beginning, and some may come twice.
    pub fn anchors<'p>(&'p self, found: &mut impl FnMut(&'p str)) {
        starts(&self.elements, found);
    }

    /// The longest match that begins at byte `at` of a folded text, at the start of a word.
    #[must_use]
    pub fn match_at(&self, folded: &str, at: usize) -> Option<Range<usize>> {
        if folded[..at]
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric)
        {
            return None;
        }
        let mut longest = None;
        follow(&self.elements, folded, at, None, &mut |end| {
            longest = longest.max(Some(end));
        });
        longest.map(|end| at..end)
    }

    /// Every match, leftmost and longest, not overlapping. For texts no lexicon has scanned.
    pub fn matches<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < folded.len() {
                let start = word_start(folded, at)?;
                if let Some(found) = self.match_at(folded, start) {
                    at = found.end;
                    return Some(found);
                }
                at = word_end(folded, start);
            }
            None
        })
    }
}

/// Reads alternatives up to `close`, and takes them off `rest`.
fn read(rest: &mut &str, close: Option<char>) -> Result<Vec<Vec<Element>>, PhraseError> {
    let mut branches = Vec::new();
    let mut branch = Vec::new();
    loop {
        let Some(c) = rest.chars().next() else {
            branches.push(branch);
            return match close {
                None => Ok(branches),
                Some(close) => Err(PhraseError::Unbalanced(if close == ')' {
                    '('
                } else {
                    '['
                })),
            };
        };
        if is_word(c) {
            branch.push(word(rest));
            continue;
        }
        *rest = &rest[c.len_utf8()..];
        match c {
            '(' => branch.push(Element::OneOf(read(rest, Some(')'))?)),
            '[' => branch.push(Element::Maybe(in_one(read(rest, Some(']'))?))),
            ')' | ']' if close == Some(c) => {
                branches.push(branch);
                return Ok(branches);
            }
            ')' | ']' => return Err(PhraseError::Unbalanced(c)),
            '|' => branches.push(std::mem::take(&mut branch)),
            '.' if rest.starts_with('.') => branch.push(gap(rest)?),
            _ => {}
        }
    }
}

/// Alternatives as a sequence: of one there is nothing to choose.
fn in_one(mut branches: Vec<Vec<Element>>) -> Vec<Element> {
    match branches.len() {
        1 => branches.remove(0),
        _ => vec![Element::OneOf(branches)],
    }
}

fn gap(rest: &mut &str) -> Result<Element, PhraseError> {
    let number = rest.trim_start_matches('.');
    let end = number.find(|c: char| !c.is_ascii_digit());
    let (digits, after) = number.split_at(end.unwrap_or(number.len()));
    *rest = after;
    match digits.parse() {
        Ok(most @ 1..=20) => Ok(Element::Gap(most)),
        _ => Err(PhraseError::Gap),
    }
}

fn word(rest: &mut &str) -> Element {
    let (word, after) = rest.split_at(word_end(rest, 0));
    if let Some(after) = after.strip_prefix('*') {
        *rest = after;
        Element::Stem(word.into())
    } else {
        *rest = after;
        Element::Word(word.into())
    }
}

/// Hands out the literals that `elements` may begin with; false if they may match nothing or begin
/// with a gap.
fn starts<'e>(elements: &'e [Element], found: &mut dyn FnMut(&'e str)) -> bool {
    for element in elements {
        match element {
            Element::Word(word) | Element::Stem(word) => {
                found(word);
                return true;
            }
            Element::OneOf(branches) => {
                let mut always = true;
                for branch in branches {
                    always &= starts(branch, found);
                }
                if always {
                    return true;
                }
            }
            Element::Maybe(inner) => {
                starts(inner, found);
            }
            Element::Gap(_) => return false,
        }
    }
    false
}

/// Calls `found` with the end of every way in which `elements` (and then `rest`) match at `at`.
///
/// `at` is the end of the last matched word, or the start of the first.
fn follow(
    elements: &[Element],
    folded: &str,
    at: usize,
    rest: Option<&Rest<'_>>,
    found: &mut dyn FnMut(usize),
) {
    let Some((first, after)) = elements.split_first() else {
        match rest {
            Some(rest) => follow(rest.elements, folded, at, rest.next, found),
            None => found(at),
        }
        return;
    };
    let here = Rest {
        elements: after,
        next: rest,
    };
    match first {
        Element::Word(word) => {
            let Some(start) = next_word(folded, at) else {
                return;
            };
            if folded[start..].starts_with(&**word) {
                let end = start + word.len();
                if word_ends_at(folded, end) {
                    follow(after, folded, end, rest, found);
                }
            }
        }
        Element::Stem(stem) => {
            let Some(start) = next_word(folded, at) else {
                return;
            };
            if folded[start..].starts_with(&**stem) {
                follow(after, folded, word_end(folded, start), rest, found);
            }
        }
        Element::OneOf(branches) => {
            for branch in branches {
                follow(branch, folded, at, Some(&here), found);
            }
        }
        Element::Maybe(inner) => {
            follow(inner, folded, at, Some(&here), found);
            follow(after, folded, at, rest, found);
        }
        Element::Gap(most) => {
            let mut end = at;
            follow(after, folded, end, rest, found);
            for _ in 0..*most {
                let Some(start) = next_word(folded, end) else {
                    return;
                };
                end = word_end(folded, start);
                follow(after, folded, end, rest, found);
            }
        }
    }
}

/// What is to be matched after an alternative.
struct Rest<'r> {
    elements: &'r [Element],
    next: Option<&'r Rest<'r>>,
}

/// Letters, digits and what stands inside words. An apostrophe or a full stop is not a part of a
/// word here: `offender's` is `offender` and `s`.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word_start(folded: &str, from: usize) -> Option<usize> {
    folded[from..].find(is_word).map(|at| from + at)
}

fn word_end(folded: &str, start: usize) -> usize {
    folded[start..]
        .find(|c| !is_word(c))
        .map_or(folded.len(), |at| start + at)
}

fn word_ends_at(folded: &str, end: usize) -> bool {
    !folded[end..].chars().next().is_some_and(is_word)
}

/// The start of the word that follows `at` over nothing but white space, commas, quotation marks,
/// hyphens, dashes, slashes and parentheses of a label.
fn next_word(folded: &str, at: usize) -> Option<usize> {
    for (offset, c) in folded[at..].char_indices() {
        match c {
            c if is_word(c) => return Some(at + offset),
            ' ' | ',' | '"' | '\'' | '-' | '–' | '/' | '(' | ')' => {}
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all<'t>(phrase: &str, text: &'t str) -> Vec<&'t str> {
        let phrase = Phrase::new(phrase).unwrap();
        phrase.matches(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn words_match_whole() {
        assert_eq!(all("in order", "border in order, in orders"), ["in order"]);
    }

    #[test]
    fn stems_match_any_ending() {
        assert_eq!(
            all("intentional*", "unintentional; intentionally so"),
            ["intentionally"]
        );
    }

    #[test]
    fn alternatives_options_and_gaps() {
        let pattern = "with (the|a) [fraudulent|dishonest] intent* ...2 (of|to)";
        assert_eq!(
            all(pattern, "with the dishonest intention as well of"),
            ["with the dishonest intention as well of"]
        );
        assert_eq!(
            all(pattern, "with a intent to; with intent to"),
            ["with a intent to"]
        );
    }

    #[test]
    fn the_longest_way_wins() {
        assert_eq!(
            all("any [other] (act|act of war)", "any other act of war"),
            ["any other act of war"]
        );
    }

    #[test]
    fn nothing_crosses_a_semicolon_or_a_stop() {
        assert!(all("a ...5 b", "a x; b").is_empty());
        assert!(all("right to", "right. to").is_empty());
        assert_eq!(
            all("including but not", "including, but not"),
            ["including, but not"]
        );
    }

    #[test]
    fn anchors_begin_every_match() {
        let anchors = |phrase: &str| {
            let phrase = Phrase::new(phrase)?;
            let mut found = Vec::new();
            phrase.anchors(&mut |anchor| found.push(anchor.to_owned()));
            Ok(found)
        };
        assert_eq!(anchors("(any|all) acts").unwrap(), ["any", "all"]);
        assert_eq!(anchors("[any] act*").unwrap(), ["any", "act"]);
        assert_eq!(anchors("...2"), Err(PhraseError::Empty));
        assert_eq!(anchors("(a"), Err(PhraseError::Unbalanced('(')));
        assert_eq!(anchors("a ...x"), Err(PhraseError::Gap));
    }
}
