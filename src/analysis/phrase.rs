//! Phrases: the patterns of lexicons and lints.
//!
//! A phrase is words, matched whole and in order on folded text. Beyond plain words it knows
//! `stem*` (any word that begins so), `(a|b c)` (one of several), `[a b]` (may be missing) and `...3`
//! (up to three words between). Words follow each other over white space, commas, quotation marks
//! and hyphens; nothing crosses a semicolon, a colon or the end of a sentence. A match therefore
//! costs no more than the words around it, and no pattern can run away.

use std::ops::Range;

/// A compiled phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    elements: Vec<Element>,
    source: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    Word(String),
    Stem(String),
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
        let folded = super::Folded::new(source);
        let mut chars = folded.as_str().chars().peekable();
        let mut branches = read(&mut chars, None)?;
        let elements = match branches.len() {
            1 => branches.remove(0),
            _ => vec![Element::OneOf(branches)],
        };
        let phrase = Self {
            elements,
            source: source.to_owned(),
        };
        if phrase.anchors().is_empty() {
            Err(PhraseError::Empty)
        } else {
            Ok(phrase)
        }
    }

    /// The phrase as it was written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Literals one of which stands at the start of every match: what an automaton looks for.
    #[must_use]
    pub fn anchors(&self) -> Vec<String> {
        let mut anchors = Vec::new();
        if !starts(&self.elements, &mut anchors) {
            anchors.clear();
        }
        anchors.sort();
        anchors.dedup();
        anchors
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

    /// Every match, leftmost and longest, not overlapping. For texts no automaton has scanned.
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

type Chars<'s> = std::iter::Peekable<std::str::Chars<'s>>;

/// Reads alternatives up to `close`.
fn read(chars: &mut Chars<'_>, close: Option<char>) -> Result<Vec<Vec<Element>>, PhraseError> {
    let mut branches = vec![Vec::new()];
    loop {
        let Some(c) = chars.next() else {
            return match close {
                None => Ok(branches),
                Some(close) => Err(PhraseError::Unbalanced(if close == ')' {
                    '('
                } else {
                    '['
                })),
            };
        };
        let branch = branches.last_mut().expect("bug: a branch is open");
        match c {
            '(' => branch.push(Element::OneOf(read(chars, Some(')'))?)),
            '[' => {
                let mut inner = read(chars, Some(']'))?;
                branch.push(Element::Maybe(match inner.len() {
                    1 => inner.remove(0),
                    _ => vec![Element::OneOf(inner)],
                }));
            }
            ')' | ']' if close == Some(c) => return Ok(branches),
            ')' | ']' => return Err(PhraseError::Unbalanced(c)),
            '|' => branches.push(Vec::new()),
            '.' if chars.peek() == Some(&'.') => branch.push(gap(chars)?),
            c if is_word(c) => branch.push(word(c, chars)),
            _ => {}
        }
    }
}

fn gap(chars: &mut Chars<'_>) -> Result<Element, PhraseError> {
    while chars.next_if_eq(&'.').is_some() {}
    let mut digits = String::new();
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        digits.push(digit);
    }
    match digits.parse() {
        Ok(most @ 1..=20) => Ok(Element::Gap(most)),
        _ => Err(PhraseError::Gap),
    }
}

fn word(first: char, chars: &mut Chars<'_>) -> Element {
    let mut word = String::from(first);
    while let Some(c) = chars.next_if(|c| is_word(*c)) {
        word.push(c);
    }
    if chars.next_if_eq(&'*').is_some() {
        Element::Stem(word)
    } else {
        Element::Word(word)
    }
}

/// Collects the literals that `elements` may begin with; false if they may match nothing or begin
/// with a gap.
fn starts(elements: &[Element], into: &mut Vec<String>) -> bool {
    for element in elements {
        match element {
            Element::Word(word) | Element::Stem(word) => {
                into.push(word.clone());
                return true;
            }
            Element::OneOf(branches) => {
                let all = branches
                    .iter()
                    .map(|branch| starts(branch, into))
                    .collect::<Vec<_>>();
                if all.into_iter().all(|always| always) {
                    return true;
                }
            }
            Element::Maybe(inner) => {
                starts(inner, into);
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
            if folded[start..].starts_with(word.as_str()) {
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
            if folded[start..].starts_with(stem.as_str()) {
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
        let anchors = |phrase: &str| Phrase::new(phrase).map(|phrase| phrase.anchors());
        assert_eq!(anchors("(any|all) acts").unwrap(), ["all", "any"]);
        assert_eq!(anchors("[any] act*").unwrap(), ["act", "any"]);
        assert_eq!(anchors("...2"), Err(PhraseError::Empty));
        assert_eq!(anchors("(a"), Err(PhraseError::Unbalanced('(')));
        assert_eq!(anchors("a ...x"), Err(PhraseError::Gap));
    }
}
