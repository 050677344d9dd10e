//! The relation `elements`: intent, harm and the other elements that offences name, one by one.
//!
//! What a Party may require is no part of what every Party has to. Each element says which it is,
//! which words make it optional, and what the core of its offence still requires without it.

use super::Reading;
use super::effective::Role;
use std::collections::HashMap;

use super::fact::{Cell, Column, Fact, Relation};
use super::kind::Kinds;
use super::offence::{self, Element, Offence, State};
use crate::model::{Kind, Part, Place, RecordId};

/// The columns of an element.
pub(super) const RELATION: Relation = Relation {
    name: "elements",
    summary: "one row an element of an offence",
    columns: &[
        Column {
            name: "element",
            about: "general-intent, specific-intent, knowledge, harm, security-breach, connection, \
                    without-right or quantity",
        },
        Column {
            name: "state",
            about: "mandatory or optional",
        },
        Column {
            name: "modal",
            about: "the words that make it optional",
        },
        Column {
            name: "phrase",
            about: "the words of the element",
        },
        Column {
            name: "first",
            about: "whether it is the first of its sentence that is more than a quantity",
        },
        Column {
            name: "core",
            about: "the words of intent and lack of right that every Party has to require",
        },
        Column {
            name: "core-state",
            about: "full (intent and lack of right), partial, none: what the core has without it",
        },
        Column {
            name: "base",
            about: "the clause that makes the conduct criminal",
        },
        Column {
            name: "residual",
            about: "an open alternative that closes a list of intents: \"or other dishonest intent\"",
        },
        Column {
            name: "width",
            about: "of the residual: specific, circular or open",
        },
    ],
};

/// How wide an open alternative to an intent is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Width {
    /// It keeps to a kind of wrong: fraudulent, dishonest.
    Specific,
    /// It is intent to do what is criminal anyway: criminal, unlawful.
    Circular,
    /// Nothing limits it: "or any other purpose".
    Open,
}

/// An element of an offence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OffenceElement {
    /// The words of the element.
    pub place: Place,
    /// Which it is.
    pub element: Element,
    /// The words that make it optional.
    pub modal: Option<Place>,
    /// Whether it is the first of its sentence that is more than a quantity.
    pub first: bool,
    /// The clause it narrows.
    pub base: Option<Place>,
    /// The words of the core.
    pub core: Vec<String>,
    /// What the core has: intent and lack of right (2), one of them (1) or neither.
    pub core_parts: u8,
    /// An open alternative, and how wide it is.
    pub residual: Option<(Place, Width)>,
}

impl OffenceElement {
    /// The elements of an instrument's offences, in order.
    #[must_use]
    pub fn all(reading: &Reading<'_>, kinds: &Kinds, offences: &[Offence]) -> Vec<Self> {
        let mut rows = Vec::new();
        let bases = Bases::new(reading, offences);
        for text in reading.texts() {
            let Place {
                record, unit, part, ..
            } = text.place;
            if record == RecordId(0) || part == Part::Heading {
                continue;
            }
            let of = kinds.of(record, unit);
            if !of.contains(&Kind::Offence) && !of.contains(&Kind::Participation) {
                continue;
            }
            for sentence in text.sentence_places() {
                rows.extend(of_sentence(reading, sentence, &bases));
            }
        }
        rows
    }
}

/// Which clause each sentence narrows.
struct Bases<'o> {
    offences: &'o [Offence],
    by_sentence: HashMap<Place, usize>,
}

impl<'o> Bases<'o> {
    fn new(reading: &Reading<'_>, offences: &'o [Offence]) -> Self {
        let mut by_sentence = HashMap::new();
        for (at, offence) in offences.iter().enumerate() {
            for part in offence::sentences(reading, offence.place) {
                by_sentence.entry(part.place).or_insert(at);
            }
        }
        Self {
            offences,
            by_sentence,
        }
    }

    /// The clause that a sentence belongs to, else the last one of its article before it.
    fn of(&self, sentence: Place) -> Option<&'o Offence> {
        let own = self.by_sentence.get(&sentence).copied();
        let before = || {
            let end = self.offences.partition_point(|offence| {
                (offence.place.record, offence.place.unit) <= (sentence.record, sentence.unit)
            });
            let last = end.checked_sub(1)?;
            (self.offences[last].place.record == sentence.record).then_some(last)
        };
        own.or_else(before).map(|at| &self.offences[at])
    }

    /// Whether a sentence makes something an offence, or continues a list whose intro or closing
    /// words do.
    fn govern(&self, reading: &Reading<'_>, sentence: Place) -> bool {
        let around = reading
            .effective(sentence.record, sentence.unit)
            .into_iter()
            .filter(|slice| slice.role != Role::Own)
            .map(|slice| slice.place);
        std::iter::once(sentence).chain(around).any(|run| {
            self.offences
                .iter()
                .any(|offence| run.contains(offence.place))
        })
    }
}

fn of_sentence(reading: &Reading<'_>, sentence: Place, bases: &Bases<'_>) -> Vec<OffenceElement> {
    let base = bases.of(sentence);
    let option = offence::option(reading, sentence);
    let mut first = true;
    let mut found = offence::elements(reading, sentence);
    // "Transported for experimental or other scientific purposes" is no intent of an offender: an
    // open alternative counts in the clause of an offence, or where a Party may narrow one.
    let mut residuals: Vec<(Place, Width)> = residuals(reading, sentence);
    if option.is_none() && !residuals.is_empty() && !bases.govern(reading, sentence) {
        residuals.clear();
    }
    // An open alternative is an element of its own where no other words of the list hold it.
    for (place, _) in &residuals {
        if !found.iter().any(|(_, known)| overlap(*known, *place)) {
            found.push((Element::SpecificIntent, *place));
        }
    }
    found.sort_by_key(|(element, place)| (place.start, *element));
    found
        .into_iter()
        .map(|(element, place)| {
            let modal = option.filter(|option| option.start <= place.start);
            let leads = first && element != Element::Quantity;
            first &= !leads;
            let residual = residuals
                .iter()
                .position(|(residual, _)| overlap(*residual, place))
                .filter(|_| element == Element::SpecificIntent)
                .map(|at| residuals.remove(at));
            OffenceElement {
                place,
                element,
                modal,
                first: leads,
                base: base.map(|base| base.place),
                core: base.map(|base| base.core.clone()).unwrap_or_default(),
                core_parts: base.map_or(0, |base| {
                    u8::from(base.general_intent.state == State::Mandatory)
                        + u8::from(base.without_right.state == State::Mandatory)
                }),
                residual,
            }
        })
        .collect()
}

const fn overlap(a: Place, b: Place) -> bool {
    a.start < b.end && b.start < a.end
}

/// Open alternatives that close a list of intents. Only adjectives may stand between "other" and
/// the intent: "or other persons for that purpose" is none.
fn residuals(reading: &Reading<'_>, sentence: Place) -> Vec<(Place, Width)> {
    const JOINTS: [&str; 2] = ["or", "and"];
    const NOT_ADJECTIVES: [&str; 20] = [
        "of", "the", "to", "for", "in", "with", "that", "by", "such", "a", "an", "any", "on",
        "from", "similar", "persons", "person", "property", "benefit", "acts",
    ];
    reading
        .hits(sentence, "mental-element.residual")
        .filter_map(|hit| {
            let words = reading.folded(hit.place);
            let (_, after) = words.split_once("other")?;
            let mut adjectives: Vec<&str> = after
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect();
            adjectives.pop();
            if adjectives.iter().any(|word| NOT_ADJECTIVES.contains(word)) {
                return None;
            }
            let has = |topic| reading.hits(hit.place, topic).next().is_some();
            let width = if has("mental-element.circular-adjective") {
                Width::Circular
            } else if adjectives.iter().any(|word| !JOINTS.contains(word)) {
                Width::Specific
            } else {
                Width::Open
            };
            Some((hit.place, width))
        })
        .collect()
}

impl Fact for OffenceElement {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        let words = |place: Option<Place>| place.map_or_else(Cell::default, Cell::at);
        match column {
            0 => Cell::word(self.element.as_str()),
            1 => Cell::word(if self.modal.is_some() {
                "optional"
            } else {
                "mandatory"
            }),
            2 => words(self.modal),
            3 => Cell::at(self.place),
            4 => Cell::flag(self.first),
            5 => Cell::list(self.core.iter().map(String::as_str)),
            6 => Cell::word(match self.core_parts {
                0 => "none",
                1 => "partial",
                _ => "full",
            }),
            7 => words(self.base),
            8 => words(self.residual.map(|(place, _)| place)),
            _ => self.residual.map_or_else(Cell::default, |(place, width)| {
                let word = match width {
                    Width::Specific => "specific",
                    Width::Circular => "circular",
                    Width::Open => "open",
                };
                Cell::word(word).because(Some(place))
            }),
        }
    }
}
