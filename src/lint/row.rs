//! What a detector found: rows, and the columns that a lint may ask for.

use crate::analysis::{Cell, Fact, Relation, Value};
use crate::model::Place;

/// A find of a detector.
#[derive(Clone)]
pub(super) struct Match<'a> {
    /// The words that the find is about.
    pub(super) place: Place,
    /// Its own columns.
    pub(super) row: Row<'a>,
    /// Rows that were joined to it, each under the name of what found it.
    pub(super) joined: Vec<(&'a str, Row<'a>)>,
}

/// A row: a fact, or columns that a detector made.
#[derive(Clone)]
pub(super) enum Row<'a> {
    /// A row of a relation.
    Fact(&'static Relation, &'a dyn Fact),
    /// Columns by name.
    Made(Vec<(&'a str, Cell<'a>)>),
}

impl<'a> Match<'a> {
    /// A find with columns that a detector made.
    pub(super) const fn made(place: Place, columns: Vec<(&'a str, Cell<'a>)>) -> Self {
        Self {
            place,
            row: Row::Made(columns),
            joined: Vec::new(),
        }
    }

    /// What stands in a column: `basis`, or `modals.force` of a joined row.
    pub(super) fn cell(&self, column: &str) -> Option<Cell<'a>> {
        if let Some((name, column)) = column.split_once('.') {
            let joined = self.joined.iter().find(|(other, _)| *other == name);
            return joined.and_then(|(_, row)| row.cell(column));
        }
        self.row.cell(column)
    }
}

impl<'a> Row<'a> {
    fn cell(&self, column: &str) -> Option<Cell<'a>> {
        match self {
            Self::Fact(relation, fact) => {
                let mut columns = relation.columns.iter();
                let at = columns.position(|known| known.name == column)?;
                Some(fact.cell(at))
            }
            Self::Made(columns) => {
                let found = columns.iter().find(|(name, _)| *name == column);
                found.map(|(_, cell)| cell.clone())
            }
        }
    }

    /// Whether both are the same row.
    pub(super) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fact(_, one), Self::Fact(_, other)) => {
                std::ptr::addr_eq(std::ptr::from_ref(*one), std::ptr::from_ref(*other))
            }
            _ => false,
        }
    }
}

/// What a cell says in words, for messages and for comparing: its value, else the words it stands
/// for, with white space folded.
pub(super) fn said<'c>(cell: &Cell<'c>, words: impl FnOnce(Place) -> &'c str) -> String {
    match (&cell.value, cell.place) {
        (Some(Value::Word(word)), _) => word.to_string(),
        (Some(Value::Number(number)), _) => number.to_string(),
        (Some(Value::Flag(flag)), _) => if *flag { "yes" } else { "no" }.to_owned(),
        (Some(Value::List(list)), _) => list.join(", "),
        (None, Some(place)) => folded(words(place)),
        (None, None) => String::new(),
    }
}

/// No more of words than this, in bytes, is said or compared. A sentence may have no end.
const MOST: usize = 2000;

/// Words with their white space folded, up to a length.
pub(super) fn folded(words: &str) -> String {
    let mut folded = String::new();
    for word in words.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
        if folded.len() > MOST {
            break;
        }
    }
    folded
}
