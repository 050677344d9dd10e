//! The sequences of an instrument: what a reader counts through.

use super::super::reading::Reading;
use super::NumberedLevel;
use crate::model::{
    Habit, Instrument, Level, Part, Place, Record, RecordId, Text, Unit, UnitId, label_value,
};

/// A label and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Numbered {
    pub(super) label: String,
    pub(super) place: Place,
    /// Words were left out between the label before it and this one.
    pub(super) after_omission: bool,
}

/// Labels that a reader counts through.
#[derive(Debug, Clone)]
pub(super) struct Sequence {
    pub(super) level: NumberedLevel,
    pub(super) labels: Vec<Numbered>,
    /// The last label of the list before, where this one may go on from.
    pub(super) before: Option<String>,
    /// The text is not divided into articles: lists in it may begin anew.
    pub(super) loose: bool,
}

/// Every sequence of an instrument.
pub(super) fn all(instrument: &Instrument) -> Vec<Sequence> {
    let mut found = divisions(instrument);
    found.extend(articles(instrument));
    let mut before: Option<(&str, Sequence)> = None;
    for (id, record) in instrument.provisions() {
        let mut own = lists(id, record);
        let paragraphs = |one: &&mut Sequence| one.level == NumberedLevel::Paragraph;
        // Sections may be counted through all articles: Article I, Section 1; Article II, Section 2.
        if let Some((component, last)) = &before
            && *component == record.component
            && let Some(first) = own.iter_mut().find(paragraphs)
            && first.before.is_none()
        {
            first.before = continued(last, &first.labels[0]);
        }
        let last = own
            .iter()
            .rev()
            .find(|one| one.level == NumberedLevel::Paragraph);
        if let Some(last) = last {
            before = Some((&record.component, last.clone()));
        }
        found.extend(own);
    }
    found
}

fn numbered(record: RecordId, unit: UnitId, holder: &Record, num: Text) -> Numbered {
    let label = holder.str(num);
    Numbered {
        place: Place {
            record,
            unit,
            part: Part::Num,
            start: 0,
            end: u32::try_from(label.len()).unwrap_or(u32::MAX),
        },
        label: label.to_owned(),
        after_omission: false,
    }
}

/// The divisions of one type under one parent. Chapters may be counted through all parts.
fn divisions(instrument: &Instrument) -> Vec<Sequence> {
    let head = instrument.head();
    let mut found: Vec<(String, UnitId, Sequence)> = Vec::new();
    for (id, unit) in head
        .units()
        .filter(|(_, unit)| unit.level == Level::Division)
    {
        let (Some(kind), Some(num), Some(parent)) = (unit.division, unit.num, unit.parent) else {
            continue;
        };
        // `~2` names a division without a number by its place.
        if head.str(num).starts_with('~') {
            continue;
        }
        let kind = head.str(kind).to_lowercase();
        let one = numbered(RecordId(0), id, head, num);
        let same = found
            .iter()
            .position(|(own, above, _)| *own == kind && *above == parent);
        if let Some(at) = same {
            found[at].2.labels.push(one);
            continue;
        }
        let last = found.iter().rev().find(|(own, ..)| *own == kind);
        let before = last.and_then(|(_, _, sequence)| sequence.labels.last());
        let sequence = Sequence {
            level: NumberedLevel::Division,
            before: before.map(|last| last.label.clone()),
            loose: false,
            labels: vec![one],
        };
        found.push((kind, parent, sequence));
    }
    found.into_iter().map(|(_, _, sequence)| sequence).collect()
}

/// The articles of each component; of each division, if numbers begin anew there.
fn articles(instrument: &Instrument) -> Vec<Sequence> {
    let mut components: Vec<&str> = Vec::new();
    for (_, record) in instrument.provisions() {
        if !components.contains(&record.component.as_str()) {
            components.push(&record.component);
        }
    }
    let mut found = Vec::new();
    for component in components {
        let records: Vec<(RecordId, &Record)> = instrument
            .provisions()
            .filter(|(_, record)| record.component == component && record.root().num.is_some())
            .collect();
        let mut sequence = Vec::new();
        for (at, (id, record)) in records.iter().enumerate() {
            let anew = at > 0 && {
                let last = records[at - 1].1;
                last.division != record.division
                    && record
                        .number
                        .as_ref()
                        .is_some_and(|number| number.last() == 1)
                    && last.number.is_some()
            };
            if anew {
                push(
                    &mut found,
                    NumberedLevel::Article,
                    std::mem::take(&mut sequence),
                );
            }
            let Some(num) = record.root().num else {
                continue;
            };
            let mut one = numbered(*id, UnitId::ROOT, record, num);
            one.after_omission = at > 0 && records[at - 1].1.root().omitted;
            sequence.push(one);
        }
        push(&mut found, NumberedLevel::Article, sequence);
    }
    found
}

fn push(found: &mut Vec<Sequence>, level: NumberedLevel, labels: Vec<Numbered>) {
    if !labels.is_empty() {
        found.push(Sequence {
            level,
            labels,
            before: None,
            loose: false,
        });
    }
}

/// The paragraphs and the lists of a record.
fn lists(id: RecordId, record: &Record) -> Vec<Sequence> {
    let mut found: Vec<Sequence> = Vec::new();
    for (_, unit) in record.units() {
        for level in [Level::Paragraph, Level::Point] {
            let kind = match level {
                Level::Paragraph => NumberedLevel::Paragraph,
                _ => NumberedLevel::Point,
            };
            for labels in runs(id, record, unit, level) {
                let before = found
                    .iter()
                    .rev()
                    .filter(|sequence| sequence.level == kind)
                    .find_map(|sequence| continued(sequence, &labels[0]));
                found.push(Sequence {
                    level: kind,
                    labels,
                    before,
                    loose: record.root().num.is_none(),
                });
            }
        }
    }
    found
}

/// The labels of a unit's children of one level, in runs: after words without a label (a heading
/// between two lists) a first label begins anew.
fn runs(id: RecordId, record: &Record, unit: &Unit, level: Level) -> Vec<Vec<Numbered>> {
    let mut runs: Vec<Vec<Numbered>> = Vec::new();
    let (mut omission, mut between) = (false, false);
    for child in &unit.children {
        let below = record.unit(*child);
        omission |= below.omitted;
        let Some(num) = below.num.filter(|_| below.level == level) else {
            between |= !below.omitted;
            continue;
        };
        let mut one = numbered(id, *child, record, num);
        one.after_omission = std::mem::take(&mut omission);
        let begins = [Habit::Arabic, Habit::Roman, Habit::Letter]
            .into_iter()
            .any(|habit| label_value(&one.label, habit).is_some_and(|value| value.last() == 1));
        match runs.last_mut() {
            Some(run) if !(std::mem::take(&mut between) && begins) => run.push(one),
            _ => runs.push(vec![one]),
        }
    }
    runs
}

/// The last label of `earlier`, if `first` goes on from it.
fn continued(earlier: &Sequence, first: &Numbered) -> Option<String> {
    let last = earlier.labels.last()?;
    let goes_on = [Habit::Arabic, Habit::Roman, Habit::Letter]
        .into_iter()
        .any(|habit| {
            let values = label_value(&last.label, habit).zip(label_value(&first.label, habit));
            values.is_some_and(|(last, first)| last.last() + 1 == first.last())
        });
    goes_on.then(|| last.label.clone())
}

/// First paragraphs without a number before a `2`, with the place of the `2`.
pub(super) fn unnumbered_firsts(reading: &Reading<'_>) -> Vec<(Place, Place)> {
    let mut found = Vec::new();
    for (id, record) in reading.instrument.provisions() {
        for (unit_id, unit) in record.units() {
            let paragraphs = unit
                .children
                .iter()
                .copied()
                .filter(|child| record.unit(*child).level == Level::Paragraph);
            let mut bare = None;
            let mut seen = 0;
            for child in paragraphs {
                seen += 1;
                let Some(num) = record.unit(child).num else {
                    if seen == 1 {
                        bare = Some(child);
                    }
                    continue;
                };
                let two = label_value(record.str(num), Habit::Arabic)
                    .is_some_and(|value| value.last() == 2 && value.suffix == 0);
                // Text of the article itself before the first paragraph is its first paragraph.
                let own = (seen == 1 && unit.text.is_some()).then_some(unit_id);
                if let (true, Some(first)) = (two, bare.or(own)) {
                    let next = numbered(id, child, record, num).place;
                    let words = reading
                        .text_of(id, first, Part::Text)
                        .and_then(|text| text.sentence_places().next());
                    found.push((words.unwrap_or(next), next));
                }
                break;
            }
        }
    }
    found
}
