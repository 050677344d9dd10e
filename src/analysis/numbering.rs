//! The relation `numbering`: every label, and whether it stands where it should.
//!
//! A sequence is what a reader counts through: the articles of a component (or of each division,
//! where numbers begin anew), the paragraphs of an article, the points of a list, the divisions of
//! one type. Its labels are read in the system that most of them follow, so that `i` after `h` is a
//! letter and `X` among Arabic numbers is a placeholder.

mod judge;
mod sequence;

use super::fact::{Cell, Column, Fact, Relation};
use super::reading::Reading;
use crate::model::Place;

/// The columns of a label.
pub(super) const RELATION: Relation = Relation {
    name: "numbering",
    summary: "one row a label of an article, paragraph, point or division",
    columns: &[
        Column {
            name: "label",
            about: "the label; empty for a paragraph that should have one",
        },
        Column {
            name: "level",
            about: "article, paragraph, point or division",
        },
        Column {
            name: "state",
            about: "ok, gap, duplicate, out-of-order, first-missing, mixed-style or placeholder",
        },
        Column {
            name: "previous",
            about: "the label before it; of first-missing, the label after it",
        },
        Column {
            name: "expected",
            about: "the label that should stand here; empty if the state is ok",
        },
    ],
};

/// What is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberedLevel {
    /// Articles of a component.
    Article,
    /// Paragraphs of an article.
    Paragraph,
    /// Points of a list.
    Point,
    /// Divisions of one type.
    Division,
}

/// How a label stands in its sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberState {
    /// Where it should.
    Ok,
    /// One or more labels before it are missing.
    Gap,
    /// The same label has stood before.
    Duplicate,
    /// A greater label stands before it.
    OutOfOrder,
    /// The first paragraph has no number, the next one is `2.`.
    FirstMissing,
    /// It is of another system than its neighbours.
    MixedStyle,
    /// It stands for a number that is still to come: `Article X`.
    Placeholder,
}

/// A label in its sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbering {
    /// The label; the first words of a paragraph that should have one.
    pub place: Place,
    /// The label as printed; empty for a missing one.
    pub label: String,
    /// What is numbered.
    pub level: NumberedLevel,
    /// How it stands.
    pub state: NumberState,
    /// The label before it; of a missing first label, the one after it.
    pub previous: Option<Place>,
    /// What should stand here; empty if all is well.
    pub expected: String,
}

impl Numbering {
    /// The labels of an instrument.
    #[must_use]
    pub fn all(reading: &Reading<'_>) -> Vec<Self> {
        let mut rows = Vec::new();
        for sequence in sequence::all(reading.instrument) {
            judge::judge(
                &sequence,
                reading.instrument.excerpt || reading.instrument.incomplete,
                &mut rows,
            );
        }
        for (place, next) in sequence::unnumbered_firsts(reading) {
            // The `2.` follows: what it lacks is reported at the first paragraph.
            for row in rows.iter_mut().filter(|row: &&mut Self| row.place == next) {
                row.state = NumberState::Ok;
                row.expected.clear();
            }
            rows.push(Self {
                place,
                label: String::new(),
                level: NumberedLevel::Paragraph,
                state: NumberState::FirstMissing,
                previous: Some(next),
                expected: "1".to_owned(),
            });
        }
        rows.sort_by_key(|row| row.place);
        rows
    }
}

impl NumberedLevel {
    /// The word of the relation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Paragraph => "paragraph",
            Self::Point => "point",
            Self::Division => "division",
        }
    }
}

impl NumberState {
    /// The word of the relation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Gap => "gap",
            Self::Duplicate => "duplicate",
            Self::OutOfOrder => "out-of-order",
            Self::FirstMissing => "first-missing",
            Self::MixedStyle => "mixed-style",
            Self::Placeholder => "placeholder",
        }
    }
}

impl Fact for Numbering {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::word(self.label.as_str()).because(Some(self.place)),
            1 => Cell::word(self.level.as_str()),
            2 => Cell::word(self.state.as_str()),
            3 => Cell {
                value: None,
                place: self.previous,
            },
            _ => Cell::word(self.expected.as_str()),
        }
    }
}

#[cfg(test)]
mod tests;
