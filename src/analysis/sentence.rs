//! The relation `sentences`.

use super::fact::{Cell, Column, Fact, Relation};
use super::reading::Reading;
use crate::model::{Part, Place};

/// The columns of a sentence.
pub(super) const RELATION: Relation = Relation {
    name: "sentences",
    summary: "one row a sentence",
    columns: &[
        Column {
            name: "words",
            about: "how many words it has",
        },
        Column {
            name: "part",
            about: "heading, text or tail",
        },
    ],
};

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence, without the white space around it.
    pub place: Place,
    /// Words, counted as runs of characters between white space.
    pub words: u32,
}

impl Sentence {
    /// The sentences of an instrument.
    #[must_use]
    pub fn all(reading: &Reading<'_>) -> Vec<Self> {
        let texts = reading.texts().iter();
        texts
            .flat_map(|text| text.sentence_places())
            .map(|place| {
                let words = reading.words(place).split_whitespace().count();
                Self {
                    place,
                    words: u32::try_from(words).unwrap_or(u32::MAX),
                }
            })
            .collect()
    }
}

impl Fact for Sentence {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::number(self.words.into()),
            _ => Cell::word(match self.place.part {
                Part::Heading => "heading",
                Part::Tail => "tail",
                Part::Num | Part::Text => "text",
            }),
        }
    }
}
