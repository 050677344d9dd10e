//! What a citation leads to.

use crate::model::{RecordId, UnitId};

/// Whether a citation leads anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resolution {
    /// To a unit of the instrument.
    Yes,
    /// The instrument certainly has no such unit.
    No,
    /// To another instrument.
    External,
    /// It cannot be told.
    Unclear,
}

impl Resolution {
    /// The word of the relation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::External => "external",
            Self::Unclear => "unclear",
        }
    }
}

/// The level that was not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Missing {
    /// An article.
    Article,
    /// A paragraph.
    Paragraph,
    /// A point of any depth.
    Point,
    /// A part, title, chapter or section.
    Division,
    /// An annex, protocol, schedule or appendix.
    Component,
}

impl Missing {
    /// The word of the relation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Paragraph => "paragraph",
            Self::Point => "point",
            Self::Division => "division",
            Self::Component => "component",
        }
    }
}

/// What a citation leads to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// The instrument as a whole.
    Instrument,
    /// A component: `annex-1`.
    Component(String),
    /// A unit of record 0.
    Division(UnitId),
    /// An article or what is below it.
    Unit(RecordId, UnitId),
}
