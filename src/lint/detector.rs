//! What a lint looks for, every name resolved.

use super::condition::Condition;
use super::inside::Inside;
use super::scope::Scope;
use super::written::Written;

/// A detector.
#[derive(Debug, Clone)]
pub(super) struct Detector {
    pub(super) main: Main,
    pub(super) inside: Inside,
    pub(super) conditions: Vec<Condition>,
    pub(super) partners: Vec<Partner>,
    pub(super) count: Option<Count>,
}

/// What a detector is.
#[derive(Debug, Clone)]
pub(super) enum Main {
    /// Rows of a relation.
    Fact(&'static str),
    /// Words.
    Phrase(Words),
    /// Two phrases near each other.
    Pair {
        first: Words,
        second: Words,
        within: Scope,
        side: Side,
        gap: Option<u32>,
    },
    /// Rows that differ from the majority.
    ConsistentFact {
        relation: &'static str,
        column: String,
        per: Scope,
        /// In per cent.
        majority: u32,
        min: u32,
    },
    /// Words of the rarer of several variants.
    ConsistentWords {
        variants: Vec<(String, Words)>,
        per: Scope,
    },
    /// Scopes with too many or too few finds.
    Count { of: Box<Detector>, count: Count },
    /// Scopes in which something is missing.
    Absent {
        what: Box<Detector>,
        from: Scope,
        at: At,
    },
    /// Rows of the relation `changes`: differences of `relation` between two drafts. There are
    /// none where a single draft is judged; a comparison of drafts adds them.
    Change {
        relation: String,
        how: Vec<String>,
        before: Vec<Condition>,
    },
    /// What any finds.
    Any(Vec<Detector>),
    /// What a rule written in the program finds.
    Written(&'static Written),
}

/// Phrases: lists of the lexicon, the inline ones of the lint among them.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub(super) topics: Vec<String>,
}

/// Another detector, and how its finds stand to those of this one.
#[derive(Debug, Clone)]
pub(super) struct Partner {
    /// The name under which its columns are asked for.
    pub(super) name: String,
    /// Whether it must find something, or must not.
    pub(super) wanted: bool,
    pub(super) detector: Detector,
    pub(super) on: Scope,
    /// Own column, column of the other: equal in both.
    pub(super) same: Vec<(String, String)>,
    pub(super) side: Side,
    /// The most words that may stand between the two.
    pub(super) gap: Option<u32>,
}

/// On which side of a find another stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
    Either,
}

impl Side {
    /// The sides by the words of lint files.
    pub(super) const ALL: [(&'static str, Self); 3] = [
        ("before", Self::Before),
        ("after", Self::After),
        ("either", Self::Either),
    ];
}

/// How many finds there must be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Count {
    pub(super) per: Scope,
    pub(super) min: Option<u32>,
    pub(super) max: Option<u32>,
    /// The bounds hold for so many words of the scope.
    pub(super) words: Option<u32>,
}

/// What an absence points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// The heading of the scope.
    Scope,
    /// The title of the instrument.
    Title,
    /// The heading of the division.
    Division,
    /// The heading of the article.
    Heading,
    /// The first sentence.
    Text,
    /// What the first `given` found.
    Given,
}

impl At {
    /// The places by the words of lint files.
    pub(super) const ALL: [(&'static str, Self); 5] = [
        ("title", Self::Title),
        ("division", Self::Division),
        ("heading", Self::Heading),
        ("text", Self::Text),
        ("given", Self::Given),
    ];
}

impl Detector {
    /// Whether it has nothing to say of a part of an instrument: it finds what is absent from the
    /// instrument, or from a part of it that may not be there whole.
    pub(super) fn needs_whole(&self) -> bool {
        match &self.main {
            Main::Absent { from, .. } => {
                matches!(from, Scope::Division | Scope::Component | Scope::Instrument)
            }
            Main::Any(all) => all.iter().any(Self::needs_whole),
            Main::Count { count, .. } => {
                count.max.is_some()
                    && matches!(
                        count.per,
                        Scope::Division | Scope::Component | Scope::Instrument
                    )
            }
            _ => false,
        }
    }
}
