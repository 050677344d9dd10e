//! What an instrument has that can be cited: components, divisions, articles, and what is below.

use std::collections::BTreeMap;

use super::label::{Label, bare};
use super::word::{CitedUnit, is_instrument};
use crate::model::{
    Habit, Instrument, Level, Number, Record, RecordId, UnitId, label_value, roman_value,
};

/// The index of an instrument that citations are resolved in.
#[derive(Debug)]
pub(super) struct Frame<'i> {
    pub(super) instrument: &'i Instrument,
    /// The records of a component that have a number, in order.
    articles: BTreeMap<&'i str, Vec<RecordId>>,
    /// Every record of a component.
    records: BTreeMap<&'i str, Vec<RecordId>>,
    /// The noun of the title: `convention`; empty if it has none.
    pub(super) noun: String,
}

impl<'i> Frame<'i> {
    pub(super) fn new(instrument: &'i Instrument) -> Self {
        let mut articles: BTreeMap<&str, Vec<RecordId>> = BTreeMap::new();
        let mut records: BTreeMap<&str, Vec<RecordId>> = BTreeMap::new();
        for (id, record) in instrument.provisions() {
            records.entry(&record.component).or_default().push(id);
            if !record.article().is_empty() {
                articles.entry(&record.component).or_default().push(id);
            }
        }
        let noun = instrument
            .title()
            .split(|c: char| !c.is_alphanumeric())
            .map(str::to_lowercase)
            .find(|word| is_instrument(word))
            .unwrap_or_default();
        Self {
            instrument,
            articles,
            records,
            noun,
        }
    }

    /// The numbered records of a component, in order.
    pub(super) fn articles(&self, component: &str) -> &[RecordId] {
        self.articles.get(component).map_or(&[], Vec::as_slice)
    }

    /// All records of a component, in order.
    pub(super) fn records(&self, component: &str) -> &[RecordId] {
        self.records.get(component).map_or(&[], Vec::as_slice)
    }

    /// The articles of a component that a label names: several where numbers begin anew.
    pub(super) fn article(&self, component: &str, label: &Label) -> Vec<RecordId> {
        let of = |test: &dyn Fn(&Record) -> bool| -> Vec<RecordId> {
            let all = self.articles(component).iter().copied();
            all.filter(|id| test(self.instrument.record(*id))).collect()
        };
        let printed = of(&|record| bare(record.article()) == label.text);
        if !printed.is_empty() {
            return printed;
        }
        of(&|record| {
            let values = label.values().filter(|(habit, _)| *habit != Habit::Letter);
            let mut values = values.map(|(_, value)| value);
            record
                .number
                .as_ref()
                .is_some_and(|number| values.any(|value| value == *number))
        })
    }

    /// Whether a component certainly has no article of this number: its articles are numbered one by
    /// one, each once, and the number lies outside.
    pub(super) fn lacks_article(&self, component: &str, label: &Label) -> bool {
        let all = self.articles(component);
        let numbers: Option<Vec<Number>> = all
            .iter()
            .map(|id| self.instrument.record(*id).number.clone())
            .collect();
        let Some(mut numbers) = numbers.filter(|numbers| numbers.len() > 1) else {
            return false;
        };
        numbers.sort();
        let distinct = numbers.windows(2).all(|pair| pair[0] != pair[1]);
        let inserted = label.text.ends_with(|c: char| c.is_ascii_alphabetic())
            && label.text.starts_with(|c: char| c.is_ascii_digit());
        distinct
            && !inserted
            && label
                .values()
                .filter(|(habit, _)| *habit != Habit::Letter)
                .count()
                > 0
    }

    /// The divisions of a type that a label names, those around `near` first.
    pub(super) fn division(
        &self,
        unit: CitedUnit,
        label: &Label,
        near: Option<UnitId>,
    ) -> Vec<UnitId> {
        let head = self.instrument.head();
        let mut found: Vec<UnitId> = self
            .divisions(unit)
            .filter(|id| {
                let num = head.unit(*id).num.map_or("", |text| head.str(text));
                label.is(num) || same_value(label, num)
            })
            .collect();
        let around: Vec<UnitId> = self.instrument.division_path(near).collect();
        found.sort_by_key(|id| {
            let parent = head.unit(*id).parent;
            !(around.contains(id) || parent.is_some_and(|parent| around.contains(&parent)))
        });
        found
    }

    /// Whether the instrument certainly has no such division.
    pub(super) fn lacks_division(&self, unit: CitedUnit, label: &Label) -> bool {
        let head = self.instrument.head();
        let values: Option<Vec<u32>> = self
            .divisions(unit)
            .map(|id| value(head.unit(id).num.map_or("", |text| head.str(text))))
            .collect();
        let most = values
            .filter(|values| values.len() > 1)
            .and_then(|values| values.into_iter().max());
        most.is_some_and(|most| label.values().all(|(_, cited)| cited.last() > most))
    }

    /// Every division of a type.
    pub(super) fn divisions(&self, unit: CitedUnit) -> impl Iterator<Item = UnitId> {
        let head = self.instrument.head();
        let french = match unit {
            CitedUnit::Chapter => "chapitre",
            CitedUnit::Title => "titre",
            CitedUnit::Part => "partie",
            _ => "",
        };
        head.units()
            .filter(move |(_, at)| {
                at.level == Level::Division
                    && at.division.is_some_and(|text| {
                        let kind = head.str(text);
                        kind.eq_ignore_ascii_case(unit.as_str())
                            || kind.eq_ignore_ascii_case(french)
                    })
            })
            .map(|(id, _)| id)
    }

    /// The component that `annex II` names.
    pub(super) fn component(&self, unit: CitedUnit, label: &Label) -> Option<&'i str> {
        let mut values = label.values().map(|(_, value)| value.last());
        self.records.keys().copied().find(|name| {
            let (stem, number) = name.rsplit_once('-').unwrap_or((name, ""));
            stem == unit.as_str()
                && (number == label.text
                    || number
                        .parse()
                        .is_ok_and(|number: u32| values.any(|value| value == number)))
        })
    }
}

fn value(num: &str) -> Option<u32> {
    let clean = bare(num);
    roman_value(&clean)
        .or_else(|| label_value(&clean, Habit::Arabic).map(|number| number.last()))
        .or_else(|| label_value(&clean, Habit::Letter).map(|number| number.last()))
}

fn same_value(label: &Label, num: &str) -> bool {
    let own = roman_value(&bare(num)).or_else(|| bare(num).parse().ok());
    own.is_some_and(|own| {
        label
            .values()
            .any(|(habit, value)| habit != Habit::Letter && value.last() == own)
    })
}

/// The numbered units below `from`, through units without a number.
pub(super) fn numbered(record: &Record, from: UnitId) -> Vec<UnitId> {
    let mut found = Vec::new();
    let mut open: Vec<UnitId> = record.unit(from).children.iter().rev().copied().collect();
    while let Some(id) = open.pop() {
        let unit = record.unit(id);
        if unit.num.is_some() {
            found.push(id);
        } else {
            open.extend(unit.children.iter().rev());
        }
    }
    found
}

/// The units below `from` with this label: nearest first, then those below numbered units too.
pub(super) fn below(record: &Record, from: UnitId, label: &Label, deep: bool) -> Vec<UnitId> {
    let is = |id: &UnitId| {
        let unit = record.unit(*id);
        unit.num.is_some_and(|num| label.is(record.str(num)))
    };
    let near: Vec<UnitId> = numbered(record, from).into_iter().filter(is).collect();
    if !near.is_empty() || !deep {
        return near;
    }
    let mut found = Vec::new();
    let mut open: Vec<UnitId> = record.unit(from).children.iter().rev().copied().collect();
    while let Some(id) = open.pop() {
        if is(&id) {
            found.push(id);
        }
        open.extend(record.unit(id).children.iter().rev());
    }
    found
}

/// The paragraph of this place where paragraphs have no numbers, or the first has none.
pub(super) fn unnumbered(record: &Record, from: UnitId, place: u32) -> Option<UnitId> {
    let children = &record.unit(from).children;
    let bare: Vec<UnitId> = children
        .iter()
        .copied()
        .filter(|id| {
            let unit = record.unit(*id);
            unit.level == Level::Paragraph && unit.num.is_none()
        })
        .collect();
    let paragraphs = children
        .iter()
        .any(|id| record.unit(*id).level == Level::Paragraph);
    if !paragraphs {
        return (place == 1).then_some(from);
    }
    bare.get(place.checked_sub(1)? as usize).copied()
}

/// Whether what is below `from` is labelled so regularly that a label outside is certainly absent:
/// one list, in one system, from its first label without a gap.
pub(super) fn lacks(record: &Record, from: UnitId, label: &Label) -> bool {
    let unit = record.unit(from);
    if unit.omitted || unit.table || record.units.iter().any(|unit| unit.omitted) {
        return false;
    }
    let labels: Vec<String> = numbered(record, from)
        .into_iter()
        .filter_map(|id| record.unit(id).num)
        .map(|num| bare(record.str(num)))
        .collect();
    if labels.len() < 2 {
        return false;
    }
    let Some(habit) = Habit::of(labels.iter().map(String::as_str)) else {
        return false;
    };
    let values: Option<Vec<Number>> = labels.iter().map(|own| label_value(own, habit)).collect();
    let regular = values.is_some_and(|values| {
        (1..)
            .zip(&values)
            .all(|(place, value)| *value == Number::plain(place))
    });
    regular
        && label
            .values()
            .any(|(own, value)| own == habit && value.last() as usize > labels.len())
}
