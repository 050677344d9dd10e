//! Effective text: what a list says of each of its points.
//!
//! "… establish as criminal offences, when committed intentionally: (a) the reading of …; (b) …"
//! says of (b) what stands before the list, and what stands after it. A reader who looks at (b)
//! alone misses the mental element, the actor and the modal. The effective text of a unit is the
//! chain of slices that govern it; nothing is concatenated, so every word keeps its place.

use super::Reading;
use crate::model::{Part, Place, RecordId, UnitId};

/// How a slice stands to the unit whose effective text it is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The intro of a list that the unit is in.
    Intro,
    /// The unit's own text.
    Own,
    /// Flush text after a list that the unit is in.
    Tail,
}

/// A run of words and how it stands to the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slice {
    /// How it stands to the unit.
    pub role: Role,
    /// The words.
    pub place: Place,
}

impl Reading<'_> {
    /// The words that govern a unit, in the order of the text: the introducing sentence of each
    /// list it is in, its own text and tail, and the closing words of each list.
    ///
    /// Of an intro that has several sentences only the last introduces the list, and of a tail the
    /// first sentence closes it, but only if it continues the sentence (begins in lower case);
    /// other sentences speak for themselves.
    #[must_use]
    pub fn effective(&self, record: RecordId, unit: UnitId) -> Vec<Slice> {
        let mut slices = Vec::new();
        let holder = self.instrument.record(record);
        let above: Vec<UnitId> = holder.ancestors(unit).collect();
        for id in above.iter().rev() {
            if let Some(place) = self.intro(record, *id) {
                slices.push(Slice {
                    role: Role::Intro,
                    place,
                });
            }
        }
        for part in [Part::Text, Part::Tail] {
            if let Some(text) = self.text_of(record, unit, part) {
                slices.push(Slice {
                    role: Role::Own,
                    place: text.place,
                });
            }
        }
        for id in &above {
            if let Some(place) = self.closing(record, *id) {
                slices.push(Slice {
                    role: Role::Tail,
                    place,
                });
            }
        }
        slices
    }

    /// The sentence of a unit's text that introduces its points: the last one.
    #[must_use]
    pub fn intro(&self, record: RecordId, unit: UnitId) -> Option<Place> {
        let text = self.text_of(record, unit, Part::Text)?;
        text.sentence_places().next_back()
    }

    /// The sentence of a unit's tail that continues the list.
    #[must_use]
    pub fn closing(&self, record: RecordId, unit: UnitId) -> Option<Place> {
        let text = self.text_of(record, unit, Part::Tail)?;
        let first = text.sentence_places().next()?;
        let continues = self
            .words(first)
            .chars()
            .next()
            .is_some_and(char::is_lowercase);
        continues.then_some(first)
    }
}
