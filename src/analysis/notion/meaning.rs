//! What gives a notion its meaning: a definition here, another text, domestic law, nothing.

use crate::analysis::definition::{Definition, Form};
use crate::analysis::reading::Reading;
use crate::analysis::term_use::TermUse;
use crate::model::Place;

/// What gives a notion its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// A definition of the instrument.
    Yes,
    /// A provision or an instrument that the same sentence names.
    ByReference,
    /// The law of each Party: as good as nothing.
    DomesticLaw,
    /// Nothing.
    No,
}

impl Meaning {
    /// The word used in tables and lint files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::ByReference => "by-reference",
            Self::DomesticLaw => "domestic-law",
            Self::No => "no",
        }
    }
}

/// Words that send the reader to where a meaning stands.
const POINTERS: &[&str] = &[
    "defined in",
    "defined by",
    "defined under",
    "within the meaning of",
    "within the scope of",
    "as set out in",
    "as set forth in",
    "set out in",
    "set forth in",
    "referred to in",
    "established in accordance with",
    "in accordance with article",
    "listed in",
    "specified in",
    "enumerated in",
    "contained in",
    "covered by",
    "determined by",
    "specified by",
    "provided for in",
    "pursuant to article",
    "under article",
    "according to article",
];

/// What a pointer may name.
const TARGETS: &[&str] = &[
    "article",
    "annex",
    "appendix",
    "paragraph",
    "subparagraph",
    "convention",
    "protocol",
    "treaty",
    "treaties",
    "conventions",
    "protocols",
    "agreement",
    "schedule",
    "statute",
    "resolution",
];

/// How far behind the notion the words may begin, in bytes.
const REACH: usize = 70;

/// What gives the notion at `place` its meaning, and the words or the entry that do.
pub(super) fn of(
    reading: &Reading<'_>,
    definitions: &[Definition],
    uses: &[TermUse],
    place: Place,
) -> (Meaning, Option<Place>) {
    let overlaps =
        |other: Place| other.same_text(place) && other.start < place.end && place.start < other.end;
    let full = |form: Form| !matches!(form, Form::Hereinafter | Form::Deemed);
    let own = definitions
        .iter()
        .find(|one| full(one.form) && overlaps(one.term));
    if let Some(own) = own {
        return (Meaning::Yes, Some(own.place));
    }
    let from = uses.partition_point(|one| text(one.place) < text(place));
    let near = uses[from..]
        .iter()
        .take_while(|one| one.place.same_text(place));
    for one in near {
        // "serious offences" is what is defined, "offence" in it is not enough.
        let whole = one.place.contains(place)
            || (place.contains(one.place) && one.word.contains([' ', '-']));
        if one.in_scope && full(one.form) && whole {
            return (Meaning::Yes, Some(one.entry));
        }
    }
    referred(reading, place)
}

const fn text(
    place: Place,
) -> (
    crate::model::RecordId,
    crate::model::UnitId,
    crate::model::Part,
) {
    (place.record, place.unit, place.part)
}

fn referred(reading: &Reading<'_>, place: Place) -> (Meaning, Option<Place>) {
    let none = (Meaning::No, None);
    let Some(text) = reading.text(place) else {
        return none;
    };
    let folded = text.folded.as_str();
    let sentence = reading.sentence(place);
    let start = text.folded.folded(place.end as usize);
    let end = text.folded.folded(sentence.end as usize).max(start);
    let clause = folded[start..end]
        .split([';', ':'])
        .next()
        .unwrap_or_default();
    let at = |range: std::ops::Range<usize>| {
        let range = start + range.start..start + range.end;
        Some(text.place_of(range, reading.words(text.place)))
    };
    let pointer = POINTERS
        .iter()
        .filter_map(|words| clause.find(words).map(|at| (at, *words)))
        .filter(|(at, _)| *at <= REACH)
        .min();
    if let Some((offset, words)) = pointer {
        let behind = &clause[offset..];
        let mut end = 0;
        for word in behind.split_inclusive(' ').take(12) {
            end += word.len();
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if matches!(bare, "law" | "laws" | "legislation") {
                return (Meaning::DomesticLaw, at(offset..offset + words.len()));
            }
            // "Other applicable conventions and protocols" bounds nothing.
            if matches!(bare, "other" | "applicable" | "relevant" | "any") {
                return none;
            }
            if TARGETS.contains(&bare) {
                let end = offset + behind[..end].trim_end().len().max(words.len());
                return (Meaning::ByReference, at(offset..end));
            }
        }
    }
    // "serious offences in the national law of the Party"
    const LAWS: &[&str] = &[
        "domestic law",
        "national law",
        "internal law",
        "domestic legislation",
        "national legislation",
        "its law",
        "their law",
    ];
    let law = LAWS
        .iter()
        .filter_map(|words| clause.find(words).map(|at| at..at + words.len()))
        .filter(|range| range.start <= REACH && !clause[..range.start].contains(','))
        .min_by_key(|range| range.start);
    law.map_or(none, |range| (Meaning::DomesticLaw, at(range)))
}
