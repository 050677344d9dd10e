//! Bases of jurisdiction as rows.

use super::{Base, Basis, Condition, Hold};
use crate::analysis::fact::{Cell, Column, Fact, Relation};
use crate::model::Place;

/// The columns of a base.
pub(in crate::analysis) const RELATION: Relation = Relation {
    name: "bases",
    summary: "one row a base of criminal jurisdiction",
    columns: &[
        Column {
            name: "basis",
            about: "territory, flag, aircraft, active-nationality, passive-personality, \
                    against-state, coercion, habitual-residence, presence, effects, preparation, \
                    legal-person, public-official or open-savings",
        },
        Column {
            name: "force",
            about: "mandatory, optional, opt-out-reserved, or unstated where a quotation leaves it out",
        },
        Column {
            name: "modal",
            about: "the words that make it mandatory or optional",
        },
        Column {
            name: "conditions",
            about: "none, or double-punishability, gravity, government-facility, non-extradition, \
                    reservation",
        },
        Column {
            name: "item",
            about: "the item that names it",
        },
    ],
};

impl Basis {
    /// The word used in tables, lint files and lexicons.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Territory => "territory",
            Self::Flag => "flag",
            Self::Aircraft => "aircraft",
            Self::ActiveNationality => "active-nationality",
            Self::PassivePersonality => "passive-personality",
            Self::AgainstState => "against-state",
            Self::Coercion => "coercion",
            Self::HabitualResidence => "habitual-residence",
            Self::Presence => "presence",
            Self::Effects => "effects",
            Self::Preparation => "preparation",
            Self::LegalPerson => "legal-person",
            Self::PublicOfficial => "public-official",
            Self::OpenSavings => "open-savings",
        }
    }
}

impl Condition {
    /// The word used in tables, lint files and lexicons.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DoublePunishability => "double-punishability",
            Self::Gravity => "gravity",
            Self::GovernmentFacility => "government-facility",
            Self::NonExtradition => "non-extradition",
            Self::Reservation => "reservation",
        }
    }
}

impl Hold {
    /// The word used in tables and lint files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mandatory => "mandatory",
            Self::Optional => "optional",
            Self::OptOutReserved => "opt-out-reserved",
            Self::Unstated => "unstated",
        }
    }
}

impl Fact for Base {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::word(self.basis.as_str()).because(Some(self.place)),
            1 => Cell::word(self.hold.as_str()),
            2 => self.modal.map_or_else(Cell::default, Cell::at),
            3 => match self.conditions.first() {
                None => Cell::list(["none"]),
                Some((_, place)) => {
                    let words = self.conditions.iter().map(|(one, _)| one.as_str());
                    Cell::list(words).because(Some(*place))
                }
            },
            _ => Cell::at(self.item),
        }
    }
}
