//! Which columns a detector's finds have.

use super::super::context::EVERYWHERE;
use super::super::error::Problem;
use crate::analysis::Relation;

/// The columns of a detector's finds: its own, and those of rows joined to it by name.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// What finds it, for messages: `bases`, `a phrase`.
    of: String,
    own: Vec<String>,
    joined: Vec<(String, Vec<String>)>,
    /// The columns are not known here: a relation that is not among those of a single draft.
    open: bool,
}

impl Shape {
    /// The columns of a relation.
    pub(super) fn relation(relation: &Relation) -> Self {
        let columns = relation.columns.iter();
        Self {
            of: format!("`{}`", relation.name),
            own: columns.map(|column| column.name.to_owned()).collect(),
            joined: Vec::new(),
            open: false,
        }
    }

    /// Columns that a detector makes.
    pub(super) fn made(of: &str, columns: &[&str]) -> Self {
        Self {
            of: of.to_owned(),
            own: columns.iter().map(|&column| column.to_owned()).collect(),
            joined: Vec::new(),
            open: false,
        }
    }

    /// Any columns.
    pub(super) fn open() -> Self {
        Self {
            open: true,
            ..Self::made("a change", &[])
        }
    }

    /// The columns of either.
    pub(super) fn or(mut self, other: Self) -> Self {
        for column in other.own {
            if !self.own.contains(&column) {
                self.own.push(column);
            }
        }
        self.joined.extend(other.joined);
        self.open |= other.open;
        self
    }

    /// Adds the columns of a row that is joined under a name.
    pub(super) fn join(&mut self, name: &str, other: &Self) {
        self.joined.push((name.to_owned(), other.own.clone()));
        self.open |= other.open;
    }

    /// Adds the joined columns of another shape.
    pub(super) fn join_all(&mut self, other: &Self) {
        self.joined.extend(other.joined.iter().cloned());
    }

    /// What is wrong with the name of a column, if anything is.
    pub(super) fn lacks(&self, column: &str) -> Option<Problem> {
        if self.open {
            return None;
        }
        let known: Vec<String> = self
            .own
            .iter()
            .cloned()
            .chain(EVERYWHERE.iter().map(|&name| name.to_owned()))
            .chain(self.joined.iter().flat_map(|(name, columns)| {
                columns.iter().map(move |column| format!("{name}.{column}"))
            }))
            .collect();
        if known.iter().any(|known| known == column) {
            return None;
        }
        let what = format!("a column of {}", self.of);
        Some(Problem::unknown(
            column,
            what,
            known.iter().map(String::as_str),
        ))
    }
}
