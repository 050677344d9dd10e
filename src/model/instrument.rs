//! An instrument: its metadata and its records in order.

use std::fmt;

use super::{Level, Place, Record, RecordId, Unit, UnitId};
use crate::text::{SourceId, Span};

macro_rules! words {
    ($(#[$meta:meta])* $type:ident, $($variant:ident $word:literal $doc:literal),+ $(,)?) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum $type { $(#[doc = $doc] $variant),+ , /// Not stated.
            #[default] Unstated }
        impl $type {
            /// Every stated value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The word used in records; empty if it is not stated.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ Self::Unstated => "" }
            }
            /// The value of a word; unstated for a word that the schema would refuse.
            #[must_use]
            pub fn from_word(word: &str) -> Self {
                match word { $($word => Self::$variant,)+ _ => Self::Unstated }
            }
        }
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(self.as_str()) }
        }
    };
}

words!(
    /// How references and definitions are written.
    Style,
    Un "un" "United Nations conventions.",
    Coe "coe" "Council of Europe conventions.",
    Au "au" "African Union conventions.",
    Eu "eu" "European Union acts.",
    Bilateral "bilateral" "Bilateral agreements.",
);

words!(
    /// How far an instrument has come.
    Status,
    Draft "draft" "Under negotiation.",
    Adopted "adopted" "Adopted, not in force.",
    InForce "in-force" "In force.",
    Model "model" "A model to draft from.",
);

words!(
    /// Which lexicons and minimum elements apply.
    Profile,
    CyberCriminal "cyber-criminal" "Cybercrime conventions.",
    GeneralCriminal "general-criminal" "Other conventions that create offences.",
    BilateralMla "bilateral-mla" "Extradition and mutual assistance agreements.",
    General "general" "Everything else.",
);

/// An instrument, always whole.
#[derive(Debug)]
pub struct Instrument {
    /// The id.
    pub id: String,
    /// BCP 47.
    pub language: String,
    /// How references and definitions are written.
    pub style: Style,
    /// How far it has come.
    pub status: Status,
    /// Which lexicons apply.
    pub profile: Profile,
    /// Partial text: lints about absence in the whole instrument are withheld.
    pub excerpt: bool,
    /// A record did not parse or validate: lints about absence, dangling and unused are withheld.
    pub incomplete: bool,
    /// `instrument.yaml` first, then the others in order.
    pub records: Vec<Record>,
}

impl Instrument {
    /// A record.
    #[must_use]
    pub fn record(&self, id: RecordId) -> &Record {
        &self.records[id.0 as usize]
    }

    /// `instrument.yaml`: its root is the instrument, its other units are the divisions.
    #[must_use]
    pub fn head(&self) -> &Record {
        &self.records[0]
    }

    /// Every record but `instrument.yaml`, in order.
    pub fn provisions(&self) -> impl Iterator<Item = (RecordId, &Record)> {
        self.records
            .iter()
            .enumerate()
            .skip(1)
            .map(|(at, record)| (RecordId(u32::try_from(at).unwrap_or(u32::MAX)), record))
    }

    /// The title; empty if there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        let head = self.head();
        head.root().heading.map_or("", |text| head.str(text))
    }

    /// The words at a place.
    #[must_use]
    pub fn words(&self, place: Place) -> &str {
        let record = self.record(place.record);
        record
            .part_str(place.unit, place.part)
            .get(place.range())
            .unwrap_or_default()
    }

    /// The unit at a place.
    #[must_use]
    pub fn unit(&self, place: Place) -> &Unit {
        self.record(place.record).unit(place.unit)
    }

    /// The source and the bytes of a place.
    #[must_use]
    pub fn span(&self, place: Place) -> (SourceId, Span) {
        let record = self.record(place.record);
        let span = record.part(place.unit, place.part).map_or_else(
            || record.head_span(),
            |text| record.span(text, place.range()),
        );
        (record.source, span)
    }

    /// The divisions that hold a division or a record's division, nearest first, itself included.
    pub fn division_path(&self, division: Option<UnitId>) -> impl Iterator<Item = UnitId> {
        std::iter::successors(division, |id| {
            self.head()
                .unit(*id)
                .parent
                .filter(|above| self.head().unit(*above).level == Level::Division)
        })
    }

    /// The nearest division of a type (`chapter`) around a record.
    #[must_use]
    pub fn division_of_type(&self, record: RecordId, kind: &str) -> Option<UnitId> {
        let head = self.head();
        self.division_path(self.record(record).division).find(|id| {
            head.unit(*id)
                .division
                .is_some_and(|text| head.str(text).eq_ignore_ascii_case(kind))
        })
    }

    /// Whether a record stands in a division, directly or below.
    #[must_use]
    pub fn is_in(&self, record: RecordId, division: UnitId) -> bool {
        self.division_path(self.record(record).division)
            .any(|id| id == division)
    }

    /// `chapter II, section 1`; empty for no division.
    #[must_use]
    pub fn division_name(&self, division: Option<UnitId>) -> String {
        let head = self.head();
        let mut names: Vec<String> = self
            .division_path(division)
            .map(|id| {
                let unit = head.unit(id);
                let kind = unit.division.map_or("", |text| head.str(text));
                let num = unit.num.map_or("", |text| head.str(text));
                format!("{kind} {num}").trim().to_owned()
            })
            .collect();
        names.reverse();
        names.join(", ")
    }
}
