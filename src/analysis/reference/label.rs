//! Labels in citations: `5`, `7bis`, `IV`, `(a)`, `b)`, `.ii`.
//!
//! Whether `i` is one or the ninth letter is not decided here: a label keeps every system it could
//! be read in, and its neighbours in the citation narrow it.

use super::token::{Cursor, Kind};
use crate::model::{Habit, Number, label_value, ordinal_suffix, roman_value};

/// How a label is set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// `5`, `a`.
    Bare,
    /// `(5)`, `(a)`.
    Round,
    /// `a)`.
    Half,
    /// `.a` after another label.
    Dotted,
}

/// A label as cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// Lower case, without punctuation and white space: `7bis`, `iv`, `a`.
    pub(super) text: String,
    pub(super) form: Form,
    /// The systems it could be read in.
    pub(super) habits: Vec<Habit>,
    /// Folded bytes.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Label {
    fn new(text: String, form: Form, start: usize, end: usize) -> Self {
        let habits = habits(&text);
        Self {
            text,
            form,
            habits,
            start,
            end,
        }
    }

    /// Whether both could belong to one sequence.
    pub(super) fn may_follow(&self, other: &Self) -> bool {
        let round = |form| matches!(form, Form::Round | Form::Half);
        let shared = self.habits.iter().any(|habit| other.habits.contains(habit));
        let arabic = self.habits == [Habit::Arabic];
        let dotted = other.form == Form::Dotted && self.form == Form::Bare;
        shared && (!arabic || (round(self.form) == round(other.form) && !dotted))
    }

    /// The values it may have.
    pub(super) fn values(&self) -> impl Iterator<Item = (Habit, Number)> + '_ {
        self.habits
            .iter()
            .filter_map(|habit| Some((*habit, label_value(&self.text, *habit)?)))
    }

    /// Whether the label of a unit is this one.
    pub(super) fn is(&self, num: &str) -> bool {
        let clean = bare(num);
        clean == self.text
            || self
                .values()
                .any(|(habit, value)| label_value(&clean, habit).is_some_and(|own| own == value))
    }
}

/// A label without white space and punctuation, in lower case.
pub(super) fn bare(num: &str) -> String {
    num.trim_matches(|c: char| !c.is_alphanumeric())
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '.')
        .flat_map(char::to_lowercase)
        .collect()
}

fn habits(text: &str) -> Vec<Habit> {
    // C, D, L and M alone are letters: lists reach `c`, and hardly ever a hundred.
    let hundred = matches!(text, "c" | "d" | "l" | "m");
    [Habit::Arabic, Habit::Roman, Habit::Letter]
        .into_iter()
        .filter(|habit| *habit != Habit::Roman || !hundred)
        .filter(|habit| label_value(text, *habit).is_some())
        .collect()
}

/// What may stand where a label is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// After a unit that is usually printed with a number or a capital: article, chapter, annex.
    Large,
    /// After a paragraph, point and the like, where small letters are labels too.
    Small,
    /// After `and`, `,` or `to`: what continues a list.
    Next,
}

/// Words that may follow a bare letter that is a label; before any other word `a` is an article.
const AFTER_LETTER: [&str; 34] = [
    "and",
    "or",
    "of",
    "to",
    "through",
    "above",
    "below",
    "shall",
    "may",
    "is",
    "are",
    "apply",
    "applies",
    "in",
    "hereof",
    "thereof",
    "et",
    "ou",
    "de",
    "du",
    "à",
    "ci",
    "was",
    "were",
    "has",
    "have",
    "inclusive",
    "paragraph",
    "point",
    "subparagraph",
    "sub-paragraph",
    "when",
    "does",
    "do",
];

/// Reads one label where one may stand.
pub(super) fn label(cursor: &mut Cursor<'_>, place: Place) -> Option<Label> {
    let back = *cursor;
    let found = round(cursor).or_else(|| plain(cursor, place));
    if found.is_none() {
        *cursor = back;
    }
    found
}

/// `(5)`, `(a)`, `(2bis)`.
fn round(cursor: &mut Cursor<'_>) -> Option<Label> {
    let mut ahead = *cursor;
    let open = ahead.take_mark('(')?;
    let token = ahead.next()?;
    let mut text = match token.kind {
        Kind::Number(digits) if digits.len() <= 3 => digits.to_owned(),
        Kind::Word(word) if is_small(word) => word.to_owned(),
        _ => return None,
    };
    if let Some(suffix) = ahead.take(|token| token.word().is_some_and(is_suffix)) {
        text.push_str(suffix.word()?);
    }
    let close = ahead.take_mark(')')?;
    *cursor = ahead;
    Some(Label::new(text, Form::Round, open.start, close.end))
}

/// `5`, `7 bis`, `IV`, `a`, `a)`, `premier`.
fn plain(cursor: &mut Cursor<'_>, place: Place) -> Option<Label> {
    let mut ahead = *cursor;
    let token = ahead.next()?;
    let mut end = token.end;
    let mut text = match token.kind {
        Kind::Number(digits) if digits.len() <= 3 => digits.to_owned(),
        Kind::Word(word @ ("premier" | "première")) => word.to_owned(),
        Kind::Word(word) if is_small(word) => {
            let half = ahead
                .peek()
                .is_some_and(|next| next.is(')') && !next.spaced);
            let capital = cursor.is_capital(token.start);
            let stands = half || stands_alone(&ahead, word);
            let allowed = match place {
                Place::Large => capital && roman_or_capital(word),
                Place::Small => capital || stands,
                Place::Next => {
                    (capital && roman_value(word).is_some()) || (stands && word != "a") || half
                }
            };
            if !allowed {
                return None;
            }
            word.to_owned()
        }
        _ => return None,
    };
    if matches!(token.kind, Kind::Number(_)) {
        // A decimal, an ordinal (`5th`) or a share is no label.
        let dash = ahead;
        let hyphen = ahead.take(|next| next.is('-') && !next.spaced);
        if let Some(suffix) = ahead.take(|next| next.word().is_some_and(is_suffix)) {
            text.push_str(suffix.word()?);
            end = suffix.end;
        } else {
            if hyphen.is_some() {
                ahead = dash;
            }
            if let Some(next) = ahead.peek()
                && !next.spaced
                && let Some(word) = next.word()
            {
                let mut after = ahead;
                after.next();
                let closes = after
                    .peek()
                    .is_some_and(|token| token.is(')') && !token.spaced);
                if word.chars().count() != 1 {
                    if !matches!(word, "er" | "ère" | "o") {
                        return None;
                    }
                    ahead = after;
                    end = next.end;
                } else if !closes || ahead.in_parenthesis(next.end) {
                    // `20d`: an inserted article, or its letter; the instrument decides.
                    text.push_str(word);
                    ahead = after;
                    end = next.end;
                }
            }
        }
    }
    let mut form = Form::Bare;
    if let Some(close) = ahead.peek()
        && close.is(')')
        && !close.spaced
        && !ahead.in_parenthesis(close.start)
    {
        ahead.next();
        form = Form::Half;
        end = close.end;
    }
    if form == Form::Bare {
        own_stop(&mut ahead);
    }
    *cursor = ahead;
    Some(Label::new(text, form, token.start, end))
}

/// Reads the stop of a label, `b. and c`, which ends no sentence: a comma or a small word that
/// goes on with the citation follows.
fn own_stop(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    if ahead.take(|token| token.is('.') && !token.spaced).is_none() {
        return;
    }
    let goes_on = ahead.peek().is_some_and(|next| match next.kind {
        Kind::Mark(mark) => mark == ',',
        Kind::Word(word) => AFTER_LETTER.contains(&word) && !ahead.is_capital(next.start),
        Kind::Number(_) => false,
    });
    if goes_on {
        *cursor = ahead;
    }
}

/// A label that stands directly below the last one: `(a)`, `a)`, `.a`, or a letter at the end of a
/// noun phrase. A bare letter after a comma is never one: it is an article more often.
pub(super) fn below(cursor: &mut Cursor<'_>) -> Option<Label> {
    if let Some(label) = round(cursor) {
        return Some(label);
    }
    let mut ahead = *cursor;
    if ahead.take(|token| token.is('.') && !token.spaced).is_some() {
        let token = ahead.next().filter(|token| !token.spaced)?;
        let text = match token.kind {
            Kind::Number(digits) if digits.len() <= 3 => digits,
            Kind::Word(word) if is_small(word) => word,
            _ => return None,
        };
        let label = Label::new(text.to_owned(), Form::Dotted, token.start, token.end);
        own_stop(&mut ahead);
        *cursor = ahead;
        return Some(label);
    }
    let token = ahead.next()?;
    let word = token.word().filter(|word| is_small(word))?;
    let close = ahead.peek().filter(|next| next.is(')') && !next.spaced);
    if let Some(close) = close
        && !ahead.in_parenthesis(close.start)
    {
        ahead.next();
        *cursor = ahead;
        return Some(Label::new(
            word.to_owned(),
            Form::Half,
            token.start,
            close.end,
        ));
    }
    let single = word.len() == 1;
    if token.spaced && single && !cursor.is_capital(token.start) && stands_alone(&ahead, word) {
        *cursor = ahead;
        return Some(Label::new(
            word.to_owned(),
            Form::Bare,
            token.start,
            token.end,
        ));
    }
    None
}

/// Whether a letter that has been read is followed by what cannot follow the article `a`.
fn stands_alone(after: &Cursor<'_>, word: &str) -> bool {
    match after.peek() {
        None => true,
        Some(next) => match next.kind {
            Kind::Mark('.' | '/') if word == "a" => true,
            Kind::Mark(mark) => matches!(mark, ',' | '.' | ';' | ':' | ')' | '(' | '-' | '–' | '/'),
            Kind::Word(next) => AFTER_LETTER.contains(&next),
            Kind::Number(_) => false,
        },
    }
}

/// A letter, a doubled letter or a small Roman numeral.
pub(super) fn is_small(word: &str) -> bool {
    let single = word.len() == 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let doubled = word.len() == 2 && word.as_bytes()[0] == word.as_bytes()[1] && word.is_ascii();
    // `mi`, `di` and the like are words; numerals of articles are made of I, V, X, L.
    let roman = word.len() <= 8 && !word.contains(['c', 'd', 'm']) && roman_value(word).is_some();
    single || doubled || roman
}

fn roman_or_capital(word: &str) -> bool {
    roman_value(word).is_some() || word.len() == 1
}

fn is_suffix(word: &str) -> bool {
    ordinal_suffix(word).is_some()
}
