//! What is missing.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::detector::At;
use super::super::inside::Inside;
use super::super::row::Match;
use super::super::scope::{self, Scope};
use crate::analysis::Cell;
use crate::model::{Level, Part, Place, RecordId, UnitId};

/// One find for each scope in which nothing is present. Which scopes are judged: those in which
/// `given` found something, else those that hold a provision that is looked at.
pub(super) fn scopes<'a>(
    context: &Context<'a>,
    present: &[Match<'a>],
    given: Option<Vec<Match<'a>>>,
    from: Scope,
    at: At,
    inside: &Inside,
) -> Vec<Match<'a>> {
    let reading = context.reading();
    let had: BTreeSet<Place> = present
        .iter()
        .flat_map(|one| lies_in(context, from, one.place))
        .collect();
    let candidates: Vec<Place> = match &given {
        Some(given) => given.iter().map(|one| one.place).collect(),
        None if from == Scope::Instrument => {
            vec![scope::heading(reading, RecordId(0), UnitId::ROOT)]
        }
        None => {
            let records = reading.instrument.provisions();
            let places = records.map(|(id, _)| scope::heading(reading, id, UnitId::ROOT));
            places
                .filter(|place| inside.holds(context, *place))
                .collect()
        }
    };
    let mut judged = BTreeSet::new();
    let mut missing = Vec::new();
    for candidate in candidates {
        let first = from.first(reading, candidate);
        if had.contains(&first) || !judged.insert(first) {
            continue;
        }
        let place = match at {
            At::Scope => from.name(reading, candidate),
            At::Title => Scope::Instrument.name(reading, candidate),
            At::Division => Scope::Division.name(reading, candidate),
            At::Heading => Scope::Article.name(reading, candidate),
            At::Text => first_sentence(context, candidate),
            At::Given => candidate,
        };
        let columns = vec![("at", Cell::at(place)), ("given", Cell::at(candidate))];
        missing.push(Match::made(place, columns));
    }
    missing
}

/// The scopes a find lies in. What stands in a chapter stands also in its sections' chapter, so for
/// divisions those above count too.
fn lies_in(context: &Context<'_>, from: Scope, place: Place) -> Vec<Place> {
    let reading = context.reading();
    if from != Scope::Division {
        return vec![from.first(reading, place)];
    }
    let instrument = reading.instrument;
    let division = instrument.record(place.record).division;
    if division.is_none() {
        return vec![from.first(reading, place)];
    }
    let above = instrument.division_path(division);
    above
        .filter_map(|id| {
            let mut records = instrument.provisions();
            let (record, _) = records.find(|(record, holder)| {
                holder.division == Some(id) || instrument.is_in(*record, id)
            })?;
            let root = Place {
                record,
                unit: UnitId::ROOT,
                part: Part::Num,
                start: 0,
                end: 0,
            };
            Some(root)
        })
        .collect()
}

fn first_sentence(context: &Context<'_>, place: Place) -> Place {
    let reading = context.reading();
    let record = reading.instrument.record(place.record);
    let texts = record.units().filter_map(|(unit, at)| {
        (at.level != Level::Division).then_some(())?;
        reading.text_of(place.record, unit, Part::Text)
    });
    let first = texts.flat_map(|text| text.sentence_places()).next();
    first.unwrap_or(place)
}
