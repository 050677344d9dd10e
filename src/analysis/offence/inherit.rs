//! Mental elements that an offence takes over: with conduct described elsewhere, or by a rule.

use super::mental::elements;
use super::{Offence, Origin, Requirement, Source, State};
use crate::analysis::Reading;
use crate::analysis::kind::Kinds;
use crate::model::{Kind, Part, Place, RecordId};

/// How far conduct is followed from clause to clause.
const DEPTH: usize = 3;

/// Fills what clauses without a mental element take over from the provisions they refer to.
pub(super) fn inherit(reading: &Reading<'_>, offences: &mut [Offence]) {
    for _ in 0..DEPTH {
        let known = offences.to_vec();
        for (at, offence) in offences.iter_mut().enumerate() {
            let own = offence.mental.state;
            if matches!(own, State::Mandatory | State::Unknown) || offence.incorporates.is_empty() {
                continue;
            }
            let found: Vec<Requirement> = offence
                .incorporates
                .iter()
                .filter_map(|origin| inherited(reading, &known, at, *origin))
                .collect();
            let lacking = found.iter().any(|one| one.state != State::Mandatory);
            if let (Some(first), false) = (found.first(), lacking) {
                offence.mental = *first;
                offence.source = Source::Reference;
            } else if found.iter().any(|one| one.state == State::Unknown) {
                offence.mental.state = State::Unknown;
                offence.source = Source::Elsewhere;
            }
        }
    }
}

/// The mental element of the conduct that an origin describes; `None` if it describes none.
fn inherited(
    reading: &Reading<'_>,
    offences: &[Offence],
    own: usize,
    origin: Origin,
) -> Option<Requirement> {
    let (record, unit) = match origin {
        Origin::Elsewhere => {
            return Some(Requirement {
                state: State::Unknown,
                place: None,
            });
        }
        Origin::Instrument => {
            let mut others = offences.iter().filter(|other| !other.participation);
            return others
                .find(|other| other.mental.state == State::Mandatory)
                .map(|other| other.mental);
        }
        Origin::Unit(record, unit) => (record, unit),
    };
    let holder = reading.instrument.record(record);
    let within = |place: Place| {
        place.record == record
            && (place.unit == unit || holder.ancestors(place.unit).any(|above| above == unit))
    };
    let mut described = offences
        .iter()
        .enumerate()
        .filter(|(at, other)| *at != own && !other.participation && within(other.place))
        .map(|(_, other)| other.mental)
        .peekable();
    if described.peek().is_some() {
        let mut all: Vec<Requirement> = described.collect();
        all.sort_by_key(|one| one.state == State::Mandatory);
        return all.into_iter().next();
    }
    // The conduct may be described where nothing is made criminal: in a definition.
    let texts = reading
        .texts()
        .iter()
        .filter(|text| text.place.part != Part::Heading && within(text.place));
    texts
        .flat_map(|text| elements(reading, text.place))
        .find(|(element, _)| element.is_mental())
        .map(|(_, place)| Requirement {
            state: State::Mandatory,
            place: Some(place),
        })
}

/// A rule that no offence of the instrument is committed without intent.
pub(super) fn default_rule(reading: &Reading<'_>, kinds: &Kinds) -> Option<Place> {
    let operative = |record: RecordId, place: Place| {
        record != RecordId(0)
            && place.part != Part::Heading
            && !kinds.is(record, place.unit, Kind::Preamble)
    };
    reading
        .texts()
        .iter()
        .filter(|text| operative(text.place.record, text.place))
        .flat_map(|text| reading.hits(text.place, "mental-element.default-rule"))
        .map(|hit| hit.place)
        .next()
}
