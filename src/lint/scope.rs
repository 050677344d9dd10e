//! How far words count together.

use crate::analysis::Reading;
use crate::model::{Level, Part, Place, RecordId, UnitId};

/// How near one find must be to another, or over what finds are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Scope {
    /// The same run of words between semicolons and colons.
    Clause,
    /// The same sentence.
    Sentence,
    /// The same paragraph or point, with the intros and flush text that govern it.
    Node,
    /// The same paragraph of the article, with its points.
    Paragraph,
    /// The same article.
    Article,
    /// The same nearest chapter, section or other division.
    Division,
    /// The same body, annex or protocol.
    Component,
    /// The whole instrument.
    Instrument,
}

impl Scope {
    /// The scopes by the words of lint files.
    pub(super) const ALL: [(&'static str, Self); 8] = [
        ("clause", Self::Clause),
        ("sentence", Self::Sentence),
        ("node", Self::Node),
        ("paragraph", Self::Paragraph),
        ("article", Self::Article),
        ("division", Self::Division),
        ("component", Self::Component),
        ("instrument", Self::Instrument),
    ];

    /// The stretches of the instrument that lie in the same scope as `place`, each from its first
    /// place to before its last, in the order of places.
    pub(super) fn around(self, reading: &Reading<'_>, place: Place) -> Vec<Stretch> {
        let instrument = reading.instrument;
        match self {
            Self::Clause => vec![Stretch::of(clause(reading, place))],
            Self::Sentence => vec![Stretch::of(reading.sentence(place))],
            Self::Node => {
                let slices = reading.effective(place.record, place.unit).into_iter();
                let mut all: Vec<Stretch> = slices.map(|slice| Stretch::of(slice.place)).collect();
                if place.part == Part::Heading || all.is_empty() {
                    all.push(Stretch::of(
                        reading.text(place).map_or(place, |text| text.place),
                    ));
                }
                all
            }
            Self::Paragraph => {
                let record = instrument.record(place.record);
                let chain = std::iter::once(place.unit).chain(record.ancestors(place.unit));
                let top = chain
                    .take_while(|id| *id != UnitId::ROOT)
                    .last()
                    .unwrap_or(UnitId::ROOT);
                if top == UnitId::ROOT {
                    return vec![Stretch::units(place.record, top, UnitId(1))];
                }
                // Units stand parents before children, so a paragraph runs up to its next sibling.
                let siblings = &record.root().children;
                let next = siblings.partition_point(|id| *id <= top);
                let next = siblings.get(next).copied().unwrap_or(UnitId(u32::MAX));
                vec![Stretch::units(place.record, top, next)]
            }
            Self::Article => vec![Stretch::records(place.record, place.record)],
            Self::Division => match instrument.record(place.record).division {
                Some(division) => records(instrument.provisions().filter_map(|(id, record)| {
                    (record.division == Some(division) || instrument.is_in(id, division))
                        .then_some(id)
                })),
                None => Self::Component.around(reading, place),
            },
            Self::Component => {
                let component = &instrument.record(place.record).component;
                let same = instrument
                    .provisions()
                    .filter(|(_, record)| record.component == *component);
                records(same.map(|(id, _)| id))
            }
            Self::Instrument => vec![Stretch::records(RecordId(0), RecordId(u32::MAX))],
        }
    }

    /// The first place of the scope around `place`: two places of one scope have it in common.
    pub(super) fn first(self, reading: &Reading<'_>, place: Place) -> Place {
        let stretches = self.around(reading, place);
        stretches.first().map_or(place, |stretch| stretch.start)
    }

    /// The words that stand for a scope as a whole: the heading of the division or the article, the
    /// title of the instrument; for less than an article, the sentence.
    pub(super) fn name(self, reading: &Reading<'_>, place: Place) -> Place {
        let instrument = reading.instrument;
        match self {
            Self::Clause | Self::Sentence | Self::Node | Self::Paragraph => reading.sentence(place),
            Self::Article => heading(reading, place.record, UnitId::ROOT),
            Self::Division => match instrument.record(place.record).division {
                Some(division) => heading(reading, RecordId(0), division),
                None => heading(reading, RecordId(0), UnitId::ROOT),
            },
            Self::Component | Self::Instrument => heading(reading, RecordId(0), UnitId::ROOT),
        }
    }
}

/// The heading of a unit, else its number, else an empty place that stands for it.
pub(super) fn heading(reading: &Reading<'_>, record: RecordId, unit: UnitId) -> Place {
    let holder = reading.instrument.record(record);
    let part = match holder.unit(unit).heading {
        Some(_) => Part::Heading,
        None => Part::Num,
    };
    let words = holder.part_str(unit, part);
    Place {
        record,
        unit,
        part,
        start: 0,
        end: u32::try_from(words.trim_end().len()).unwrap_or(u32::MAX),
    }
}

/// No clause is longer than this, in bytes before or after the words it is asked for.
const LONGEST_CLAUSE: usize = 4000;

/// The run between semicolons and colons of the sentence that a place begins in.
fn clause(reading: &Reading<'_>, place: Place) -> Place {
    let sentence = reading.sentence(place);
    let words = reading.words(sentence);
    let offset = sentence.start as usize;
    let at = (place.start as usize)
        .saturating_sub(offset)
        .min(words.len());
    let is_end = |c: char| matches!(c, ';' | ':' | '–' | '—');
    let (before, after) = words.split_at_checked(at).unwrap_or((words, ""));
    let mut start = at;
    for (found, c) in before.char_indices().rev() {
        if is_end(c) || at - found > LONGEST_CLAUSE {
            break;
        }
        start = found;
    }
    let mut ends = after.char_indices();
    let end = ends.find(|(found, c)| is_end(*c) || *found > LONGEST_CLAUSE);
    let end = end.map_or(words.len(), |(found, _)| at + found);
    sentence.narrow(offset + start..offset + end)
}

/// Runs of consecutive records as stretches.
fn records(ids: impl Iterator<Item = RecordId>) -> Vec<Stretch> {
    let mut runs: Vec<(RecordId, RecordId)> = Vec::new();
    for id in ids {
        match runs.last_mut() {
            Some((_, last)) if last.0 + 1 == id.0 => *last = id,
            _ => runs.push((id, id)),
        }
    }
    let runs = runs.into_iter();
    runs.map(|(first, last)| Stretch::records(first, last))
        .collect()
}

/// A stretch of an instrument, in the order of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: Place,
    /// Places that begin here or later lie outside.
    pub(super) end: Place,
}

impl Stretch {
    const fn of(place: Place) -> Self {
        Self {
            start: Place {
                end: place.start,
                ..place
            },
            end: Place {
                start: place.end,
                end: place.end,
                ..place
            },
        }
    }

    fn units(record: RecordId, first: UnitId, next: UnitId) -> Self {
        let edge = |unit| Place {
            record,
            unit,
            part: Part::Num,
            start: 0,
            end: 0,
        };
        Self {
            start: edge(first),
            end: edge(next),
        }
    }

    fn records(first: RecordId, last: RecordId) -> Self {
        let edge = |record| Place {
            record,
            unit: UnitId::ROOT,
            part: Part::Num,
            start: 0,
            end: 0,
        };
        Self {
            start: edge(first),
            end: edge(RecordId(last.0.saturating_add(1))),
        }
    }

    /// Whether a place begins in the stretch.
    pub(super) fn holds(&self, place: Place) -> bool {
        let at = Place {
            end: place.start,
            ..place
        };
        self.start <= at && at < self.end
    }
}

/// Whether a place is a heading of the instrument or of a division.
pub(super) fn is_head(reading: &Reading<'_>, place: Place) -> bool {
    let root = reading.instrument.record(place.record).root();
    root.level == Level::Instrument
}
