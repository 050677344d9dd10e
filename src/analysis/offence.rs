//! The relation `offences`: clauses that make conduct criminal, and what they require for it.
//!
//! A clause is judged with everything that governs it: the words that introduce it, its points, the
//! flush text that closes them, and the provisions whose conduct it takes over ("the conduct referred
//! to in Articles 2 and 3"). What only a Party may add ("may require that …") is optional and no part
//! of the core. Headings and definitions say nothing about the mind of an offender.

mod clause;
mod incorporate;
mod inherit;
mod mental;
mod row;
#[cfg(test)]
mod tests;

use super::fact::{Cell, Column, Fact, Relation};
use super::force::Force;
use super::kind::Kinds;
use super::reference::Reference;
use super::{Reading, Role};
use crate::model::{Kind, Part, Place};

pub(super) use clause::sentences;
use incorporate::Citations;
pub use incorporate::Origin;
pub use mental::Element;
pub(super) use mental::{elements, option};
pub(super) use row::RELATION;

/// Whether something is required, may be added, or is not mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum State {
    /// Every Party has it.
    Mandatory,
    /// A Party may add it.
    Optional,
    /// Nothing says so.
    #[default]
    Absent,
    /// It is for another instrument to say, which is not here.
    Unknown,
}

/// Which words the mental element of an offence comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Source {
    /// The clause or its points.
    Own,
    /// The words that introduce the list that it is in.
    Intro,
    /// Words that close a list.
    Tail,
    /// A provision whose conduct it takes over.
    Reference,
    /// A rule for all offences of the instrument.
    Default,
    /// Another instrument.
    Elsewhere,
    /// There is none.
    #[default]
    None,
}

/// An element, whether it is required, and the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Requirement {
    /// Whether it is required.
    pub state: State,
    /// The words.
    pub place: Option<Place>,
}

/// A clause that makes conduct criminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offence {
    /// The establishing words.
    pub place: Place,
    /// Whether a Party has to.
    pub force: Force,
    /// Intent or knowledge.
    pub mental: Requirement,
    /// Where the mental element comes from.
    pub source: Source,
    /// Words that only hint at intent: conspiracy, fraud.
    pub derived: Option<Place>,
    /// General intent alone, which a purpose or knowledge does not replace.
    pub general_intent: Requirement,
    /// Lack of right.
    pub without_right: Requirement,
    /// Harm.
    pub harm: Requirement,
    /// Words that exclude conduct.
    pub exception: Option<Place>,
    /// Attempt, aiding and the like: their mind is that of the offence they serve.
    pub participation: bool,
    /// The first words that name the conduct.
    pub conduct: Option<Place>,
    /// The words of the elements that every Party has to require.
    pub core: Vec<String>,
    /// The provisions whose conduct it takes over.
    pub incorporates: Vec<Origin>,
    /// The words that take it over.
    pub incorporation: Option<Place>,
}

impl Offence {
    /// The offences of an instrument, in order.
    #[must_use]
    pub fn all(reading: &Reading<'_>, kinds: &Kinds, references: &[Reference]) -> Vec<Self> {
        let citations = Citations::new(references);
        let clauses = clause::clauses(reading, kinds);
        let starts: Vec<Place> = clauses.iter().map(|clause| clause.sentence).collect();
        let mut offences: Vec<Self> = clauses
            .iter()
            .map(|clause| read(reading, kinds, &citations, clause, &starts))
            .collect();
        inherit::inherit(reading, &mut offences);
        if let Some(rule) = inherit::default_rule(reading, kinds) {
            for offence in &mut offences {
                if offence.mental.state == State::Absent {
                    offence.source = Source::Default;
                    offence.mental = Requirement {
                        state: State::Mandatory,
                        place: Some(rule),
                    };
                }
            }
        }
        offences
    }

    /// Whether the core has both intent and lack of right.
    #[must_use]
    pub fn core_is_full(&self) -> bool {
        self.general_intent.state == State::Mandatory
            && self.without_right.state == State::Mandatory
    }
}

/// Reads one clause with its own words.
fn read(
    reading: &Reading<'_>,
    kinds: &Kinds,
    citations: &Citations<'_>,
    clause: &clause::Clause,
    starts: &[Place],
) -> Offence {
    let conduct = conduct(reading, clause);
    let mut offence = Offence {
        place: clause.place,
        force: clause.force,
        mental: Requirement::default(),
        source: Source::None,
        derived: None,
        general_intent: Requirement::default(),
        without_right: Requirement::default(),
        harm: Requirement::default(),
        exception: None,
        participation: participates(reading, kinds, clause, conduct),
        conduct,
        core: Vec::new(),
        incorporates: Vec::new(),
        incorporation: None,
    };
    // What a long list names last hints at nothing for the conduct that it names first.
    offence.derived = conduct.and_then(|conduct| {
        let mut hits = reading.hits(conduct, "mental-element.derived");
        hits.next().map(|hit| hit.place)
    });
    let precedes = conduct_precedes(reading, clause.place);
    for part in clause::sentences(reading, clause.place) {
        // The next clause of the same paragraph is another offence.
        if part.place != clause.sentence && starts.contains(&part.place) {
            continue;
        }
        let option = mental::option(reading, part.place);
        for (element, place) in mental::elements(reading, part.place) {
            // Why a Party legislates, said before the clause, is not why the offender acts.
            let aim = element == Element::SpecificIntent;
            let before = part.place == clause.sentence && place.start < clause.place.start;
            if aim && (part.role == Role::Intro || before) && !precedes && !of_act(reading, place) {
                continue;
            }
            let optional = option.is_some_and(|option| option.start <= place.start);
            offence.note(reading, element, place, optional, part.role);
        }
        let of = |topic| reading.hits(part.place, topic).next().map(|hit| hit.place);
        offence.exception = offence.exception.or_else(|| of("offence.exception"));
        for (origin, place) in citations.origins(part.place) {
            if !offence.incorporates.contains(&origin) {
                offence.incorporates.push(origin);
                offence.incorporation = offence.incorporation.or(Some(place));
            }
        }
    }
    offence
}

impl Offence {
    /// Takes up an element that the words of the clause name.
    fn note(
        &mut self,
        reading: &Reading<'_>,
        element: Element,
        place: Place,
        optional: bool,
        role: Role,
    ) {
        let state = if optional {
            State::Optional
        } else {
            State::Mandatory
        };
        let set = |requirement: &mut Requirement| {
            let stronger = match requirement.state {
                State::Mandatory => false,
                State::Optional => state == State::Mandatory,
                State::Absent | State::Unknown => true,
            };
            if stronger {
                *requirement = Requirement {
                    state,
                    place: Some(place),
                };
            }
            stronger
        };
        if element.is_mental() && set(&mut self.mental) {
            self.source = match role {
                Role::Intro => Source::Intro,
                Role::Own => Source::Own,
                Role::Tail => Source::Tail,
            };
        }
        match element {
            Element::GeneralIntent => set(&mut self.general_intent),
            Element::WithoutRight => set(&mut self.without_right),
            Element::Harm => set(&mut self.harm),
            _ => false,
        };
        if !optional && (element.is_mental() || element == Element::WithoutRight) {
            let words = reading.folded(place).to_owned();
            if !self.core.contains(&words) {
                self.core.push(words);
            }
        }
    }
}

/// Whether an aim is that of an act: "committed with the intention of …".
fn of_act(reading: &Reading<'_>, aim: Place) -> bool {
    reading.text(aim).is_some_and(|text| {
        let start = text.folded.folded(aim.start as usize);
        text.folded.as_str()[..start]
            .trim_end()
            .ends_with("committed")
    })
}

/// "Any person commits an offence who …", "the following acts shall be punishable": what stands
/// before the words may be the conduct as well.
fn conduct_precedes(reading: &Reading<'_>, clause: Place) -> bool {
    let words = reading.folded(clause);
    clause.part == Part::Tail
        || [
            "commit",
            "is guilty",
            "be guilty",
            "are guilty",
            "shall",
            "is ",
            "are ",
            "the following",
        ]
        .iter()
        .any(|start| words.starts_with(start))
}

/// The first words that name the conduct: after the clause and what usually follows it, else of the
/// first point.
fn conduct(reading: &Reading<'_>, clause: &clause::Clause) -> Option<Place> {
    let sentence = clause.sentence;
    let mut start = clause.place.end as usize;
    let openings: Vec<Place> = reading
        .hits(sentence, "offence.opening")
        .map(|hit| hit.place)
        .collect();
    loop {
        let rest = reading.words(sentence.narrow(start..sentence.end as usize));
        start += rest.len()
            - rest
                .trim_start_matches([' ', '\n', '\t', ',', ':', ';', '-', '–'])
                .len();
        match openings
            .iter()
            .find(|opening| opening.start as usize == start)
        {
            Some(opening) if opening.end as usize > start => start = opening.end as usize,
            _ => break,
        }
    }
    let own = phrase(reading, sentence.narrow(start..sentence.end as usize));
    own.or_else(|| {
        let Place { record, unit, .. } = sentence;
        let point = clause::points(reading, record, unit).next()?;
        let text = reading.text_of(record, point, Part::Text)?;
        phrase(reading, text.place)
    })
}

/// The words up to the next mark of punctuation, at most fifteen.
fn phrase(reading: &Reading<'_>, place: Place) -> Option<Place> {
    let words = reading.words(place);
    let end = words.find([',', ';', ':', '.']).unwrap_or(words.len());
    let fifteenth = words
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .nth(14)
        .map_or(words.len(), |(at, _)| at);
    let end = words[..end.min(fifteenth)].trim_end().len();
    let start = place.start as usize;
    (end > 2).then(|| place.narrow(start..start + end))
}

/// Whether the conduct is taking part in, attempting or preparing another offence.
fn participates(
    reading: &Reading<'_>,
    kinds: &Kinds,
    clause: &clause::Clause,
    conduct: Option<Place>,
) -> bool {
    let Place { record, unit, .. } = clause.place;
    let of = kinds.of(record, unit);
    if of.contains(&Kind::Participation) && !of.contains(&Kind::Offence) {
        return true;
    }
    let near = |place: Place, from: u32| {
        reading
            .hits(place, "offence.participation")
            .any(|hit| hit.place.start <= from + NEAR && hit.place.end >= from)
    };
    // "… that complicity in the act shall be a criminal offence": the conduct stands before.
    let before = reading.folded(clause.place).starts_with("shall be")
        && reading
            .hits(clause.sentence, "offence.participation")
            .any(|hit| hit.place.start < clause.place.start);
    let own = conduct.is_some_and(|conduct| {
        conduct.same_text(clause.sentence) && near(clause.sentence, conduct.start)
    });
    let holder = reading.instrument.record(record);
    let mut points = holder
        .unit(unit)
        .children
        .iter()
        .filter_map(|point| reading.text_of(record, *point, Part::Text))
        .peekable();
    before || own || points.peek().is_some() && points.all(|text| near(text.place, 0))
}

/// How far into the conduct, in bytes, the words that make it participation begin.
const NEAR: u32 = 70;

impl State {
    /// The word used in tables and lint files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mandatory => "mandatory",
            Self::Optional => "optional",
            Self::Absent => "absent",
            Self::Unknown => "unknown",
        }
    }
}
