//! The relation `modals`: who shall, may or must not do what, and how firmly.
//!
//! A modal stands where its word stands; the points of a list inherit the one of their intro
//! ([`governing`]). The actor is the noun that heads the subject, of the intro where a point begins
//! with the modal, and a hedge is whatever leaves the duty to the one who bears it.

mod actor;
mod clause;
mod force;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use actor::Actor;
pub use force::{Modality, Word};

use super::fact::{Cell, Column, Fact, Relation};
use super::reading::{ReadText, Reading};
use crate::model::{Part, Place, RecordId, UnitId};

/// The columns of a modal.
pub(super) const RELATION: Relation = Relation {
    name: "modals",
    summary: "one row a modal verb",
    columns: &[
        Column {
            name: "modal",
            about: "shall, may, must, should, will, is-to or can",
        },
        Column {
            name: "force",
            about: "duty, prohibition, permission, no-duty, recommendation, futurity or constitutive",
        },
        Column {
            name: "actor",
            about: "party, state, person, body, provider, authority, court, depositary, other or none, \
                    by the head of the subject",
        },
        Column {
            name: "negated",
            about: "whether the modal or its subject is negated",
        },
        Column {
            name: "hedge",
            about: "what weakens it (endeavour, where-possible …), with the first such words",
        },
        Column {
            name: "verb",
            about: "the verb that the modal governs",
        },
        Column {
            name: "clause",
            about: "main or subordinate: `which may …` and `if … may …` govern no list",
        },
    ],
};

/// A modal verb and what it says of whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modal {
    /// The modal verb.
    pub place: Place,
    /// Which it is.
    pub word: Word,
    /// What it does.
    pub force: Modality,
    /// Whom it binds or allows.
    pub actor: Actor,
    /// The words that say so; in an intro, if the modal's own text has none.
    pub actor_place: Option<Place>,
    /// The modal or its subject is negated.
    pub negated: bool,
    /// The hedges, by the name of their list in the lexicon, without repetition.
    pub hedges: Vec<String>,
    /// The first of them.
    pub hedge_place: Option<Place>,
    /// The verb.
    pub verb: Option<Place>,
    /// It stands in a main clause.
    pub main: bool,
}

/// Lists of the lexicon that hedge only where they are the verb itself.
const VERB_HEDGES: [&str; 4] = ["endeavour", "seek", "consider", "promote"];

impl Modal {
    /// The modals of an instrument, in the order of the text. Headings have none.
    #[must_use]
    pub fn all(reading: &Reading<'_>) -> Vec<Self> {
        let mut found = Vec::new();
        for text in reading.texts() {
            if text.place.part == Part::Heading || text.place.record == RecordId(0) {
                continue;
            }
            read(reading, text, &mut found);
        }
        found
    }
}

/// The modal that governs a unit: the first in a main clause of its own words, else the last of the
/// nearest intro that has one. `modals` are in the order of the text.
#[must_use]
pub fn governing<'m>(
    modals: &'m [Modal],
    reading: &Reading<'_>,
    record: RecordId,
    unit: UnitId,
) -> Option<&'m Modal> {
    let own = of_unit(modals, record, unit);
    let first = own
        .iter()
        .find(|one| one.main && one.place.part == Part::Text);
    if first.is_some() {
        return first;
    }
    reading
        .instrument
        .record(record)
        .ancestors(unit)
        .find_map(|above| {
            let intro = reading.intro(record, above)?;
            of_unit(modals, record, above)
                .iter()
                .rev()
                .find(|one| one.main && intro.contains(one.place))
        })
}

fn of_unit(modals: &[Modal], record: RecordId, unit: UnitId) -> &[Modal] {
    let start = modals.partition_point(|one| (one.place.record, one.place.unit) < (record, unit));
    let end = modals.partition_point(|one| (one.place.record, one.place.unit) <= (record, unit));
    &modals[start..end]
}

fn read(reading: &Reading<'_>, text: &ReadText, found: &mut Vec<Modal>) {
    let folded = text.folded.as_str();
    let original = reading.words(text.place);
    let at = |range: Range<usize>| text.place_of(range, original);
    for sentence in &text.sentences {
        let sentence = text.folded.folded(sentence.start)..text.folded.folded(sentence.end);
        let modals = clause::modals(folded, &text.folded, original, sentence.clone());
        for (index, one) in modals.iter().enumerate() {
            let from = index
                .checked_sub(1)
                .map_or(sentence.start, |before| modals[before].verb.end);
            let to = modals.get(index + 1).map_or(sentence.end, |next| {
                clause::clause_start(folded, one.verb.end, next.word.start)
            });
            let subject = clause::subject(folded, from, one.word.start);
            let (actor, actor_place) = actor::find(reading, text, subject.clone(), sentence.start);
            let (force, negated) = force::of(folded, one, &subject);
            let hedges = hedges(reading, text, folded, one, from..to);
            let names = hedges.iter().map(|(name, _)| name.clone());
            let mut distinct: Vec<String> = Vec::new();
            for name in names {
                if !distinct.contains(&name) {
                    distinct.push(name);
                }
            }
            found.push(Modal {
                place: at(one.word.clone()),
                word: one.which,
                force,
                actor,
                actor_place,
                negated,
                hedges: distinct,
                hedge_place: hedges.first().map(|(_, place)| *place),
                verb: (!one.verb.is_empty()).then(|| at(one.verb.clone())),
                main: one.main,
            });
        }
    }
}

/// The hedges of a modal: in place of its verb, or anywhere in its clause.
fn hedges(
    reading: &Reading<'_>,
    text: &ReadText,
    folded: &str,
    modal: &force::Found,
    clause: Range<usize>,
) -> Vec<(String, Place)> {
    let region = text.place_of(clause, reading.words(text.place));
    // "shall, as appropriate, seek to": the verb comes after the first hedge.
    let verb = modal.verb.start;
    reading
        .hits(region, "hedge")
        .filter_map(|hit| {
            let name = reading.lexicon.name(hit.topic).rsplit('.').next()?;
            let start = text.folded.folded(hit.place.start as usize);
            let is_verb = start == verb
                || (start > verb && folded[verb..start].split_whitespace().count() <= 1);
            (!VERB_HEDGES.contains(&name) || is_verb).then(|| (name.to_owned(), hit.place))
        })
        .collect()
}

impl Fact for Modal {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::word(self.word.as_str()).because(Some(self.place)),
            1 => Cell::word(self.force.as_str()).because(Some(self.place)),
            2 => Cell::word(self.actor.as_str()).because(self.actor_place),
            3 => Cell::flag(self.negated),
            4 if self.hedges.is_empty() => Cell::default(),
            4 => Cell::list(self.hedges.iter().map(String::as_str)).because(self.hedge_place),
            5 => self.verb.map_or_else(Cell::default, Cell::at),
            _ => Cell::word(if self.main { "main" } else { "subordinate" }),
        }
    }
}
