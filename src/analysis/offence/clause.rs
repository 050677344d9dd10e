//! Clauses that make conduct criminal, and the words that belong to each.

use crate::analysis::kind::Kinds;
use crate::analysis::{Reading, Role};
use crate::model::{Kind, Level, Part, Place, RecordId, UnitId};

use crate::analysis::force::Force;

/// Words that make conduct criminal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause {
    /// The establishing words.
    pub place: Place,
    /// The sentence that they stand in.
    pub sentence: Place,
    /// Whether a Party has to; a clause without a modal ("Any person commits an offence who …") binds.
    pub force: Force,
}

/// A sentence that belongs to a clause, and how it stands to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::analysis) struct Clausal {
    /// The words.
    pub place: Place,
    /// How they stand to the clause.
    pub role: Role,
}

/// The clauses of an instrument, in order; of several in one sentence, the first.
pub(super) fn clauses(reading: &Reading<'_>, kinds: &Kinds) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    for text in reading.texts() {
        let Place { record, unit, .. } = text.place;
        if record == RecordId(0) || text.place.part == Part::Heading {
            continue;
        }
        let of = kinds.of(record, unit);
        if !of.contains(&Kind::Offence) && !of.contains(&Kind::Participation) {
            continue;
        }
        for hit in reading.hits(text.place, "offence.establish") {
            let sentence = reading.sentence(hit.place);
            let known = found.last().is_some_and(|last| last.sentence == sentence);
            if !known && creates(reading, sentence, hit.place) {
                found.push(Clause {
                    place: hit.place,
                    sentence,
                    force: Force::of(reading, hit.place)
                        .map_or(Force::Mandatory, |(force, _)| force),
                });
            }
        }
    }
    found
}

/// Whether the words create an offence rather than speak of one: nothing before them in the
/// sentence denies it, and they are not the penalty of an offence created elsewhere.
fn creates(reading: &Reading<'_>, sentence: Place, words: Place) -> bool {
    let voided = reading
        .hits(sentence, "offence.void")
        .any(|hit| hit.place.start < words.start || hit.place.contains(words));
    let penalty = reading
        .hits(sentence, "offence.penalty")
        .any(|hit| hit.place.start >= words.end && hit.place.start <= words.end + 2);
    !voided && !penalty
}

/// The sentences that say which conduct a clause makes criminal: its own and those after it in the
/// same text, the points under it, what introduces it, and what closes the lists it is in.
pub(in crate::analysis) fn sentences(reading: &Reading<'_>, clause: Place) -> Vec<Clausal> {
    let Place {
        record, unit, part, ..
    } = clause;
    let holder = reading.instrument.record(record);
    let mut found = Vec::new();
    let mut push = |place, role| found.push(Clausal { place, role });
    for slice in reading.effective(record, unit) {
        if slice.role == Role::Intro {
            push(slice.place, Role::Intro);
        }
    }
    if part == Part::Tail
        && let Some(intro) = reading.intro(record, unit)
    {
        push(intro, Role::Own);
    }
    let own = reading.sentence(clause);
    if let Some(text) = reading.text_of(record, unit, part) {
        for place in text.sentence_places() {
            if place.start >= own.start {
                push(place, Role::Own);
            } else if reading.folded(place).contains("committed") {
                // "… concern the acts below committed with the intention of gain. They shall be …"
                push(place, Role::Intro);
            }
        }
    }
    for below in points(reading, record, unit) {
        for part in [Part::Text, Part::Tail] {
            if let Some(text) = reading.text_of(record, below, part) {
                for place in text.sentence_places() {
                    push(place, Role::Own);
                }
            }
        }
    }
    if part == Part::Text
        && let Some(tail) = reading.text_of(record, unit, Part::Tail)
    {
        for place in tail.sentence_places() {
            push(place, Role::Tail);
        }
    }
    for above in holder.ancestors(unit) {
        if let Some(place) = reading.closing(record, above) {
            push(place, Role::Tail);
        }
    }
    found
}

/// The points under a unit, at any depth, in the order of the text.
pub(super) fn points(
    reading: &Reading<'_>,
    record: RecordId,
    unit: UnitId,
) -> impl Iterator<Item = UnitId> {
    let holder = reading.instrument.record(record);
    let below = move |id: UnitId| holder.unit(id).children.iter().rev().copied();
    let mut waiting: Vec<UnitId> = below(unit).collect();
    std::iter::from_fn(move || {
        loop {
            let next = waiting.pop()?;
            if holder.unit(next).level == Level::Point {
                waiting.extend(below(next));
                return Some(next);
            }
        }
    })
}
