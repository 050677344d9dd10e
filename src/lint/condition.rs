//! What is asked of columns.

use super::context::Context;
use super::row::{Match, folded, said};
use crate::analysis::{Cell, Value};

/// What a column must be; all tests must hold.
#[derive(Debug, Clone)]
pub(super) struct Condition {
    pub(super) column: String,
    pub(super) tests: Vec<Test>,
}

/// One thing that is asked of a column.
#[derive(Debug, Clone)]
pub(super) enum Test {
    Any(Vec<String>),
    Not(Vec<String>),
    All(Vec<String>),
    Min(i64),
    Max(i64),
    Present(bool),
    Lexicon(Vec<String>),
    SameAs(String),
    DiffersFrom(String),
}

impl Condition {
    /// Whether a find meets the condition. A column that the find has not is empty.
    pub(super) fn holds<'a>(&self, context: &Context<'a>, found: &Match<'a>) -> bool {
        let cell = context.cell(found, &self.column);
        let mut tests = self.tests.iter();
        tests.all(|test| test.holds(context, found, &cell))
    }
}

impl Test {
    fn holds<'a>(&self, context: &Context<'a>, found: &Match<'a>, cell: &Cell<'a>) -> bool {
        match self {
            Self::Any(words) => words.iter().any(|word| has(context, cell, word)),
            Self::Not(words) => !words.iter().any(|word| has(context, cell, word)),
            Self::All(words) => words.iter().all(|word| has(context, cell, word)),
            Self::Min(min) => number(cell).is_some_and(|number| number >= *min),
            Self::Max(max) => number(cell).is_some_and(|number| number <= *max),
            Self::Present(wanted) => is_present(cell) == *wanted,
            Self::Lexicon(topics) => cell.place.is_some_and(|place| {
                let mut topics = topics.iter();
                topics.any(|topic| context.reading().hits(place, topic).next().is_some())
            }),
            Self::SameAs(other) => same(context, cell, &context.cell(found, other)),
            Self::DiffersFrom(other) => !same(context, cell, &context.cell(found, other)),
        }
    }
}

/// Whether a cell is a word, or holds it. A cell of words alone is compared by its words, whatever
/// their case.
fn has(context: &Context<'_>, cell: &Cell<'_>, word: &str) -> bool {
    match &cell.value {
        Some(Value::Word(value)) => value == word,
        Some(Value::Number(value)) => word.parse() == Ok(*value),
        Some(Value::Flag(value)) => matches!(
            (word, value),
            ("true" | "yes", true) | ("false" | "no", false)
        ),
        Some(Value::List(values)) => {
            (values.is_empty() && word == "none") || values.iter().any(|value| value == word)
        }
        None => cell.place.is_some_and(|place| {
            let words = context.reading().folded(place);
            words == folded(word).to_lowercase()
        }),
    }
}

fn number(cell: &Cell<'_>) -> Option<i64> {
    match &cell.value {
        Some(Value::Number(number)) => Some(*number),
        Some(Value::List(list)) => i64::try_from(list.len()).ok(),
        _ => None,
    }
}

/// Whether there is a value or words; an empty list and an empty word are none.
pub(super) fn is_present(cell: &Cell<'_>) -> bool {
    match &cell.value {
        Some(Value::List(list)) => !list.is_empty(),
        Some(Value::Word(word)) => !word.is_empty(),
        Some(_) => true,
        None => cell.place.is_some(),
    }
}

/// Whether two cells say the same, whatever the case.
fn same(context: &Context<'_>, one: &Cell<'_>, other: &Cell<'_>) -> bool {
    key(context, one) == key(context, other)
}

/// What a cell says, for comparing.
pub(super) fn key(context: &Context<'_>, cell: &Cell<'_>) -> String {
    said(cell, |place| context.reading().words(place)).to_lowercase()
}
