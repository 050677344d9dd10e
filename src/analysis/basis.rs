//! The relation `bases`: on what ground a State may, or has to, try an offence.
//!
//! A base counts only where words take jurisdiction ("shall … establish its jurisdiction over …
//! when"), in the same sentence or in what introduces it, and its force is theirs. Of what stands
//! after a proviso in the same item nothing is a base: in "by one of its nationals, if the offence is
//! punishable where it was committed" only the nationality is.

mod row;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Reading;
use super::effective::Role;
use super::force::Force;
use super::kind::Kinds;
use super::reference::{Reference, Target};
use crate::model::{Kind, Part, Place, RecordId, UnitId};

pub(super) use row::RELATION;

/// A link between an offence and a State.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Committed in its territory.
    Territory,
    /// On board its ship.
    Flag,
    /// On board its aircraft.
    Aircraft,
    /// By its national.
    ActiveNationality,
    /// Against its national.
    PassivePersonality,
    /// Against the State itself.
    AgainstState,
    /// To compel the State.
    Coercion,
    /// By a person who resides there.
    HabitualResidence,
    /// The offender is there.
    Presence,
    /// Felt there.
    Effects,
    /// Prepared elsewhere to be committed there.
    Preparation,
    /// By or for its legal person.
    LegalPerson,
    /// By or with its official.
    PublicOfficial,
    /// Any other jurisdiction that its law knows.
    OpenSavings,
}

/// What a base depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// The act is punishable where it was committed.
    DoublePunishability,
    /// The act is serious.
    Gravity,
    /// Only facilities of the State are protected.
    GovernmentFacility,
    /// The person is not extradited.
    NonExtradition,
    /// A Party may reserve not to apply it.
    Reservation,
}

/// How firmly a base is laid down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hold {
    /// Every Party has to claim it.
    Mandatory,
    /// A Party may.
    Optional,
    /// Every Party has to unless it reserves not to.
    OptOutReserved,
    /// The words that would say so are left out of a quotation.
    Unstated,
}

/// A base of jurisdiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The words of the base.
    pub place: Place,
    /// The link.
    pub basis: Basis,
    /// How firmly it is laid down.
    pub hold: Hold,
    /// The modal.
    pub modal: Option<Place>,
    /// What it depends on, with the words.
    pub conditions: Vec<(Condition, Place)>,
    /// The sentence of the item.
    pub item: Place,
}

impl Basis {
    /// Every base, in the order in which articles list them.
    pub const ALL: [Self; 14] = [
        Self::Territory,
        Self::Flag,
        Self::Aircraft,
        Self::ActiveNationality,
        Self::PassivePersonality,
        Self::AgainstState,
        Self::Coercion,
        Self::HabitualResidence,
        Self::Presence,
        Self::Effects,
        Self::Preparation,
        Self::LegalPerson,
        Self::PublicOfficial,
        Self::OpenSavings,
    ];
}

impl Condition {
    /// The conditions that stand with a base.
    const WORDED: [Self; 4] = [
        Self::DoublePunishability,
        Self::Gravity,
        Self::GovernmentFacility,
        Self::NonExtradition,
    ];
}

impl Base {
    /// The bases of an instrument, in the order of the text.
    #[must_use]
    pub fn all(reading: &Reading<'_>, kinds: &Kinds, references: &[Reference]) -> Vec<Self> {
        let mut bases = Vec::new();
        for (record, _) in reading.instrument.provisions() {
            if kinds.has(record, Kind::Jurisdiction) {
                let first = bases.len();
                let mut loose = Vec::new();
                for sentence in sentences(reading, kinds, record) {
                    let found = of_sentence(reading, sentence);
                    if found.is_empty() {
                        loose.push(sentence);
                    }
                    bases.extend(found);
                }
                let article = &mut bases[first..];
                for sentence in loose {
                    reserve(reading, references, sentence, article);
                    condition(reading, sentence, article);
                }
            }
        }
        bases
    }
}

/// The sentences of a record that are about jurisdiction, or let a Party opt out of it.
fn sentences(reading: &Reading<'_>, kinds: &Kinds, record: RecordId) -> Vec<Place> {
    let units = reading.instrument.record(record).units();
    units
        .filter(|(unit, _)| {
            let of = kinds.of(record, *unit);
            of.contains(&Kind::Jurisdiction) || of.contains(&Kind::DeclarationReservation)
        })
        .flat_map(|(unit, _)| [(unit, Part::Text), (unit, Part::Tail)])
        .filter_map(|(unit, part)| reading.text_of(record, unit, part))
        .flat_map(|text| text.sentence_places())
        .collect()
}

/// The bases of one sentence.
fn of_sentence(reading: &Reading<'_>, sentence: Place) -> Vec<Base> {
    let establishing = reading.hits(sentence, "jurisdiction.establish").next();
    let intro = introduced(reading, sentence);
    let from = match (establishing, intro) {
        (Some(own), None) => own.place.start,
        _ => sentence.start,
    };
    let words = establishing.map(|hit| hit.place).or(intro);
    let left_out = words.is_none() && is_left_out(reading, sentence);
    let governed = words.is_some() || left_out;
    let force = words.and_then(|words| Force::of(reading, words));
    links(reading, sentence)
        .into_iter()
        .filter(|(basis, place)| *basis == Basis::OpenSavings || (governed && place.start >= from))
        .map(|(basis, place)| Base {
            place,
            basis,
            hold: match force {
                _ if left_out => Hold::Unstated,
                Some((Force::Optional | Force::Consider, _)) => Hold::Optional,
                Some((Force::Mandatory, _)) | None => Hold::Mandatory,
            },
            modal: force.map(|(_, place)| place),
            conditions: conditions(reading, item(reading, sentence, place)),
            item: item(reading, sentence, place),
        })
        .collect()
}

/// Whether a quotation leaves out what introduced a sentence: the words that take jurisdiction.
fn is_left_out(reading: &Reading<'_>, sentence: Place) -> bool {
    let holder = reading.instrument.record(sentence.record);
    holder
        .ancestors(sentence.unit)
        .any(|above| holder.unit(above).omitted && holder.unit(above).text.is_none())
}

/// The words that take jurisdiction in what introduces a sentence.
fn introduced(reading: &Reading<'_>, sentence: Place) -> Option<Place> {
    let slices = reading.effective(sentence.record, sentence.unit);
    slices
        .iter()
        .rev()
        .filter(|slice| slice.role == Role::Intro)
        .flat_map(|slice| reading.hits(slice.place, "jurisdiction.establish"))
        .map(|hit| hit.place)
        .next()
}

/// The clause of a sentence, between semicolons, that a place stands in.
fn item(reading: &Reading<'_>, sentence: Place, place: Place) -> Place {
    let words = reading.words(sentence);
    let at = (place.start - sentence.start) as usize;
    let start = words[..at].rfind(';').map_or(0, |semicolon| semicolon + 1);
    let end = words[at..]
        .find(';')
        .map_or(words.len(), |semicolon| at + semicolon);
    let from = sentence.start as usize;
    sentence.narrow(from + start..from + end)
}

/// The links that a sentence names, in order. Of overlapping ones the first and longest counts, and
/// none counts after a proviso or where words deny it.
fn links(reading: &Reading<'_>, sentence: Place) -> Vec<(Basis, Place)> {
    let mut found: Vec<(Option<Basis>, Place)> = Vec::new();
    for basis in Basis::ALL {
        let topic = format!("jurisdiction.{}", basis.as_str());
        let hits = reading.hits(sentence, &topic);
        let whole =
            hits.filter(|hit| basis != Basis::AgainstState || is_object(reading, hit.place));
        found.extend(whole.map(|hit| (Some(basis), hit.place)));
    }
    let outside = reading.hits(sentence, "jurisdiction.outside");
    found.extend(outside.map(|hit| (None, hit.place)));
    found.sort_by_key(|(basis, place)| (place.start, std::cmp::Reverse(place.end), *basis));
    let provisos: Vec<Place> = reading
        .hits(sentence, "jurisdiction.proviso")
        .map(|hit| hit.place)
        .collect();
    let mut links: Vec<(Basis, Place)> = Vec::new();
    let mut end = 0;
    for (basis, place) in found {
        if place.start < end {
            continue;
        }
        end = place.end;
        let within: Range<u32> = item(reading, sentence, place).start..place.start;
        // An item that begins with "if" ("if the offence is committed in its territory") is the base.
        let after_proviso = provisos.iter().any(|proviso| {
            within.contains(&proviso.start) && follows_link(&links, *proviso, &within)
        });
        // Prepared elsewhere "with a view to" a crime in its territory: the territory is no second base.
        let aim = basis == Some(Basis::Territory)
            && links
                .iter()
                .any(|(known, link)| *known == Basis::Preparation && within.contains(&link.start));
        if let (Some(basis), false, false) = (basis, after_proviso, aim) {
            links.push((basis, place));
        }
    }
    links
}

/// Whether a proviso comes after a base of the same item, which it then limits.
fn follows_link(links: &[(Basis, Place)], proviso: Place, item: &Range<u32>) -> bool {
    links
        .iter()
        .any(|(_, link)| item.contains(&link.start) && link.start < proviso.start)
}

/// Whether "that State" is what the act is directed against, and not only the beginning of "that
/// State's officials".
fn is_object(reading: &Reading<'_>, place: Place) -> bool {
    let Some(text) = reading.text(place) else {
        return false;
    };
    let end = text.folded.folded(place.end as usize);
    let rest = text.folded.as_str().get(end..).unwrap_or_default();
    !rest.starts_with('\'') && !rest.starts_with(" official") && !rest.starts_with(" property")
}

/// The conditions that an item names.
fn conditions(reading: &Reading<'_>, item: Place) -> Vec<(Condition, Place)> {
    if reading
        .hits(item, "jurisdiction.no-condition")
        .next()
        .is_some()
    {
        return Vec::new();
    }
    Condition::WORDED
        .into_iter()
        .filter_map(|condition| {
            let topic = format!("jurisdiction.{}", condition.as_str());
            let mut hits = reading.hits(item, &topic);
            // "Serious" limits a base only as its condition: "if the offence is serious".
            let hit = hits.find(|hit| {
                condition != Condition::Gravity
                    || reading
                        .hits(item, "jurisdiction.proviso")
                        .any(|proviso| proviso.place.start < hit.place.start)
            })?;
            Some((condition, hit.place))
        })
        .collect()
}

/// Applies a sentence that lets a Party opt out of bases: of those it cites, or of all.
fn reserve(reading: &Reading<'_>, references: &[Reference], sentence: Place, bases: &mut [Base]) {
    let Some(hit) = reading.hits(sentence, "jurisdiction.opt-out").next() else {
        return;
    };
    let holder = reading.instrument.record(sentence.record);
    let cited: Vec<UnitId> = references
        .iter()
        .filter(|reference| sentence.contains(reference.place))
        .filter_map(|reference| match reference.target {
            Some(Target::Unit(record, unit)) if record == sentence.record => Some(unit),
            _ => None,
        })
        .filter(|unit| *unit != UnitId::ROOT)
        .collect();
    for base in bases {
        let within = |unit: &UnitId| {
            base.place.unit == *unit
                || holder
                    .ancestors(base.place.unit)
                    .any(|above| above == *unit)
        };
        if cited.is_empty() || cited.iter().any(within) {
            if base.hold == Hold::Mandatory {
                base.hold = Hold::OptOutReserved;
            }
            base.conditions.push((Condition::Reservation, hit.place));
        }
    }
}

/// Applies a sentence without a base of its own that makes the bases of its article depend on
/// punishability or gravity.
fn condition(reading: &Reading<'_>, sentence: Place, bases: &mut [Base]) {
    let limits = reading
        .hits(sentence, "jurisdiction.proviso")
        .next()
        .is_some();
    let limiting = conditions(reading, sentence)
        .into_iter()
        .filter(|(condition, _)| {
            limits
                && matches!(
                    condition,
                    Condition::DoublePunishability | Condition::Gravity
                )
        });
    for limit in limiting {
        for base in bases
            .iter_mut()
            .filter(|base| base.basis != Basis::Territory)
        {
            base.conditions.push(limit);
        }
    }
}
