//! Rows of the relation.

use super::super::fact::{Cell, Column, Fact, Relation};
use super::super::reading::{ReadText, Reading};
use super::edge::{Edge, edge};
use super::foreign::is_foreign;
use super::frame::Frame;
use super::grammar::citations;
use super::range::expand;
use super::resolve::{Here, Outcome};
use super::step::{Owner, Step, Which};
use super::target::{Missing, Resolution, Target};
use super::token::Cursor;
use super::word::CitedUnit;
use crate::model::{Habit, Level, Place, RecordId, UnitId, eid};

/// The columns of a reference.
pub(in super::super) const RELATION: Relation = Relation {
    name: "references",
    summary: "one row a cited provision; a list or a range cites several",
    columns: &[
        Column {
            name: "text",
            about: "the words of the whole citation",
        },
        Column {
            name: "edge",
            about: "subject-to, for-purposes-of, established-in-accordance-with, \
                    conduct-referred-to-in, as-defined-in, notwithstanding, without-prejudice, \
                    except-as-provided, in-accordance-with, referred-to-in or plain",
        },
        Column {
            name: "unit",
            about: "instrument, annex, protocol, schedule, appendix, part, title, chapter, \
                    section, article, paragraph, subparagraph, point or sentence",
        },
        Column {
            name: "number",
            about: "the labels cited, joined by stops; empty for `this article`",
        },
        Column {
            name: "target",
            about: "the eId of what is cited; empty if it is not resolved",
        },
        Column {
            name: "resolved",
            about: "yes, no, external or unclear",
        },
        Column {
            name: "missing",
            about: "what was not found: article, paragraph, point, division or component",
        },
        Column {
            name: "scope",
            about: "this (`this article`, `this Convention`) or other",
        },
        Column {
            name: "instrument",
            about: "the name of another instrument",
        },
    ],
};

/// One cited provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The words of the whole citation.
    pub place: Place,
    /// What governs it.
    pub edge: Edge,
    /// The words that govern it.
    pub governing: Option<Place>,
    /// The lowest level cited.
    pub unit: CitedUnit,
    /// The labels cited, from the highest, joined by stops.
    pub number: String,
    /// The words that cite this one of a list: its last label or its unit word.
    pub label: Place,
    /// `this article`, `this Convention`.
    pub this: bool,
    /// Whether it leads anywhere.
    pub resolution: Resolution,
    /// What was not found.
    pub missing: Option<Missing>,
    /// Where it leads.
    pub target: Option<Target>,
    /// The eId of the target; empty without one.
    pub eid: String,
    /// The name of another instrument.
    pub instrument: Option<Place>,
}

/// What a record cited so far.
#[derive(Debug, Clone, Copy, Default)]
struct Memory {
    article: Option<RecordId>,
    unit: Option<(RecordId, UnitId)>,
}

impl Reference {
    /// The references of an instrument, in the order of the text.
    #[must_use]
    pub fn all(reading: &Reading<'_>) -> Vec<Self> {
        let frame = Frame::new(reading.instrument);
        let mut found = Vec::new();
        let mut memory = Memory::default();
        let mut record = None;
        for text in reading.texts() {
            let titled = reading.instrument.unit(text.place).level;
            if matches!(titled, Level::Instrument | Level::Division) {
                continue;
            }
            // What was named before counts within the paragraph.
            let top = (text.place.record, top(reading, text.place));
            if record != Some(top) {
                record = Some(top);
                memory = Memory::default();
            }
            read(reading, &frame, text, &mut memory, &mut found);
        }
        found
    }
}

/// The paragraph that a place stands in.
fn top(reading: &Reading<'_>, place: Place) -> UnitId {
    let record = reading.instrument.record(place.record);
    std::iter::once(place.unit)
        .chain(record.ancestors(place.unit))
        .filter(|id| record.unit(*id).level != Level::Article)
        .last()
        .unwrap_or(UnitId::ROOT)
}

fn read(
    reading: &Reading<'_>,
    frame: &Frame<'_>,
    text: &ReadText,
    memory: &mut Memory,
    found: &mut Vec<Reference>,
) {
    let original = reading.words(text.place);
    let cursor = Cursor::new(&text.folded, original);
    let cited = citations(cursor);
    if cited.is_empty() {
        return;
    }
    let foreign = is_foreign(reading, text);
    for citation in cited {
        let here = Here {
            place: text
                .place
                .narrow(text.folded.original(citation.range.clone(), original)),
            article: memory.article,
            unit: memory.unit,
            foreign,
        };
        let (edge, governing) = edge(&cursor, citation.range.start);
        let (this, name) = match &citation.owner {
            Owner::Silent => (false, None),
            Owner::This(..) => (true, None),
            Owner::Named { name, .. } | Owner::Antecedent(name) => (false, Some(name.clone())),
        };
        let spot = |range| text.place_of(range, original);
        for item in &citation.items {
            let outcomes = expand(reading, frame, here, item, &citation);
            for (path, outcome) in outcomes {
                let Some(last) = path.last() else { continue };
                let (resolution, missing, target) = match outcome {
                    Outcome::Found(target) => (Resolution::Yes, None, Some(target)),
                    Outcome::Absent(missing) => (Resolution::No, Some(missing), None),
                    Outcome::Unclear(missing) => (Resolution::Unclear, missing, None),
                    Outcome::External => (Resolution::External, None, None),
                };
                let external = resolution != Resolution::Yes;
                if let Some(Target::Unit(record, unit)) = target {
                    if record != text.place.record {
                        memory.article = Some(record);
                    }
                    memory.unit = Some((record, unit));
                } else if resolution == Resolution::External {
                    memory.article = None;
                }
                found.push(Reference {
                    place: here.place,
                    edge,
                    governing: governing.clone().map(spot),
                    unit: named(&path),
                    number: number(&path, text, original),
                    label: spot(last.range.clone()),
                    this: path.iter().any(|step| step.which == Which::This) || this,
                    resolution,
                    missing,
                    eid: target
                        .as_ref()
                        .map_or_else(String::new, |target| name_of(reading, target)),
                    target,
                    instrument: name.clone().filter(|_| external).map(spot),
                });
            }
        }
    }
}

/// The lowest level of a path; a label below another is a paragraph if it is a number below an
/// article, else a point.
fn named(path: &[Step]) -> CitedUnit {
    let mut unit = CitedUnit::Point;
    for step in path {
        unit = match (step.unit, &step.which) {
            (Some(unit), _) => unit,
            (None, Which::Label(label))
                if unit == CitedUnit::Article && label.habits == [Habit::Arabic] =>
            {
                CitedUnit::Paragraph
            }
            (None, _) => CitedUnit::Point,
        };
    }
    unit
}

/// The labels of a path as printed; those inside a range as the instrument prints them.
fn number(path: &[Step], text: &ReadText, original: &str) -> String {
    let labels: Vec<String> = path
        .iter()
        .filter_map(|step| match &step.which {
            Which::Label(label) => {
                let range = text.folded.original(label.start..label.end, original);
                let printed = original.get(range).unwrap_or_default();
                let printed = printed.trim_matches(|c: char| !c.is_alphanumeric());
                let same = super::label::bare(printed) == label.text;
                Some(if same {
                    printed.to_owned()
                } else {
                    label.text.clone()
                })
            }
            Which::Ordinal(value) => Some(value.to_string()),
            _ => None,
        })
        .collect();
    labels.join(".")
}

fn name_of(reading: &Reading<'_>, target: &Target) -> String {
    let instrument = reading.instrument;
    match target {
        Target::Instrument => String::new(),
        Target::Component(name) => name.replace('-', "_"),
        Target::Division(id) => eid(instrument, instrument.head(), *id),
        Target::Unit(record, unit) => eid(instrument, instrument.record(*record), *unit),
    }
}

impl Fact for Reference {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::at(self.place),
            1 => Cell::word(self.edge.as_str()).because(self.governing),
            2 => Cell::word(self.unit.as_str()),
            3 => Cell::word(self.number.as_str()).because(Some(self.label)),
            4 => Cell::word(self.eid.as_str()),
            5 => Cell::word(self.resolution.as_str()),
            6 => Cell::word(self.missing.map_or("", Missing::as_str)),
            7 => Cell::word(if self.this { "this" } else { "other" }),
            _ => Cell {
                value: None,
                place: self.instrument,
            },
        }
    }
}
