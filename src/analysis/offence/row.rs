//! Offences as rows.

use super::{Cell, Column, Fact, Offence, Origin, Relation, Requirement, Source};
use crate::model::Place;

/// The columns of an offence.
pub(in crate::analysis) const RELATION: Relation = Relation {
    name: "offences",
    summary: "one row a clause that makes conduct criminal",
    columns: &[
        Column {
            name: "clause",
            about: "the establishing words",
        },
        Column {
            name: "force",
            about: "mandatory, optional or consider: whether a Party has to",
        },
        Column {
            name: "mental-element",
            about: "mandatory, optional, absent, or unknown where another instrument says",
        },
        Column {
            name: "source",
            about: "own, intro, tail, reference, default, elsewhere or none: where intent comes from",
        },
        Column {
            name: "derived",
            about: "words that only hint at intent, such as fraud",
        },
        Column {
            name: "without-right",
            about: "mandatory, optional or absent",
        },
        Column {
            name: "harm",
            about: "mandatory, optional or absent",
        },
        Column {
            name: "exceptions",
            about: "words that exclude conduct",
        },
        Column {
            name: "participation",
            about: "whether the conduct is attempt, aiding, preparation and the like",
        },
        Column {
            name: "conduct",
            about: "the first words that name the conduct",
        },
        Column {
            name: "core",
            about: "the words of intent and lack of right that every Party has to require",
        },
        Column {
            name: "incorporates",
            about: "unit, instrument or elsewhere: what it takes its conduct from",
        },
    ],
};

impl Fact for Offence {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        let requirement = |of: Requirement| Cell::word(of.state.as_str()).because(of.place);
        let words = |place: Option<Place>| place.map_or_else(Cell::default, Cell::at);
        match column {
            0 => Cell::at(self.place),
            1 => Cell::word(self.force.as_str()),
            2 => requirement(self.mental),
            3 => Cell::word(self.source.as_str()),
            4 => words(self.derived),
            5 => requirement(self.without_right),
            6 => requirement(self.harm),
            7 => words(self.exception),
            8 => Cell::flag(self.participation),
            9 => words(self.conduct),
            10 => Cell::list(self.core.iter().map(String::as_str)),
            _ => {
                let mut kinds: Vec<&str> =
                    self.incorporates.iter().map(|one| one.as_str()).collect();
                kinds.dedup();
                Cell::list(kinds).because(self.incorporation)
            }
        }
    }
}

impl Source {
    /// The word used in tables and lint files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Intro => "intro",
            Self::Tail => "tail",
            Self::Reference => "reference",
            Self::Default => "default",
            Self::Elsewhere => "elsewhere",
            Self::None => "none",
        }
    }
}

impl Origin {
    /// The word used in tables and lint files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unit(..) => "unit",
            Self::Instrument => "instrument",
            Self::Elsewhere => "elsewhere",
        }
    }
}
