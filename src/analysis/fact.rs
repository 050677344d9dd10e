//! Facts as rows: what the lint language queries and what tables print.
//!
//! A relation is a list of typed facts. Each kind of fact says which columns it has and what stands
//! in them, so a lint and a table read the same thing.

use std::borrow::Cow;

use crate::model::Place;

/// A relation: its name and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// As lint files and `table` name it.
    pub name: &'static str,
    /// One line: what a row is.
    pub summary: &'static str,
    /// The columns, in order.
    pub columns: &'static [Column],
}

/// A column of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// As lint files name it.
    pub name: &'static str,
    /// What stands in it; for a closed set of words, the words.
    pub about: &'static str,
}

/// What stands in a column of a row: a value, the words that say so, or both.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell<'f> {
    /// The value.
    pub value: Option<Value<'f>>,
    /// The words that the value rests on.
    pub place: Option<Place>,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'f> {
    /// A word, of a closed set or of the text.
    Word(Cow<'f, str>),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Several words.
    List(Vec<Cow<'f, str>>),
}

impl<'f> Cell<'f> {
    /// A word without evidence.
    pub fn word(word: impl Into<Cow<'f, str>>) -> Self {
        Self {
            value: Some(Value::Word(word.into())),
            place: None,
        }
    }

    /// A number without evidence.
    #[must_use]
    pub const fn number(number: i64) -> Self {
        Self {
            value: Some(Value::Number(number)),
            place: None,
        }
    }

    /// Yes or no without evidence.
    #[must_use]
    pub const fn flag(flag: bool) -> Self {
        Self {
            value: Some(Value::Flag(flag)),
            place: None,
        }
    }

    /// Several words without evidence.
    #[must_use]
    pub fn list(words: impl IntoIterator<Item = impl Into<Cow<'f, str>>>) -> Self {
        Self {
            value: Some(Value::List(words.into_iter().map(Into::into).collect())),
            place: None,
        }
    }

    /// Words of the instrument themselves: their text is the value for a reader.
    #[must_use]
    pub const fn at(place: Place) -> Self {
        Self {
            value: None,
            place: Some(place),
        }
    }

    /// The same with evidence, if there is any.
    #[must_use]
    pub fn because(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }
}

/// A row of a relation.
pub trait Fact {
    /// The words that the row is about: where a table cites it and a finding points by default.
    fn place(&self) -> Place;

    /// What stands in a column of the relation, by its index in [`Relation::columns`].
    fn cell(&self, column: usize) -> Cell<'_>;
}
