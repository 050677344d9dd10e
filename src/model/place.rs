//! Places in the words of an instrument.

use std::ops::Range;

/// Names a record of an instrument; 0 is `instrument.yaml`, the rest follow in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub u32);

/// Names a unit of a record; 0 is the record itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub u32);

impl UnitId {
    /// The article, the preamble, or the instrument itself.
    pub const ROOT: Self = Self(0);
}

/// Which text of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The label.
    Num,
    /// The heading; of the instrument, its title.
    Heading,
    /// The text, which is the intro if points follow.
    Text,
    /// Flush text after the points.
    Tail,
}

/// A run of words: bytes of the decoded text of one part of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The record.
    pub record: RecordId,
    /// The unit in it.
    pub unit: UnitId,
    /// The text of the unit.
    pub part: Part,
    /// First byte, in the decoded text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Place {
    /// The bytes in the decoded text.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// A part of the same text.
    #[must_use]
    pub fn narrow(self, range: Range<usize>) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            start: clamp(range.start),
            end: clamp(range.end),
            ..self
        }
    }

    /// Whether both lie in the same text.
    #[must_use]
    pub fn same_text(self, other: Self) -> bool {
        (self.record, self.unit, self.part) == (other.record, other.unit, other.part)
    }

    /// Whether `other` lies inside this place.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.same_text(other) && self.start <= other.start && other.end <= self.end
    }
}
