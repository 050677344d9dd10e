//! Akoma Ntoso identifiers, and places as lawyers name them.
//!
//! Identifiers follow the Akoma Ntoso 3.0 naming convention: the abbreviated element name, `_`, the
//! number; levels joined by `__`. A unit without a number takes its ordinal, marked `u`, so that it
//! cannot be confused with a numbered sibling.

use super::{Instrument, Level, Place, Record, Unit, UnitId};
use crate::diagnostic::Locator;

/// The identifier of a unit: `art_7__para_1__point_a__point_ii`, `annex_1__art_3`.
#[must_use]
pub fn eid(instrument: &Instrument, record: &Record, unit: UnitId) -> String {
    let mut steps = Vec::new();
    if is_component(&record.component) {
        steps.push(record.component.replace('-', "_"));
    }
    let mut units: Vec<UnitId> = record.ancestors(unit).collect();
    units.reverse();
    units.push(unit);
    for id in units {
        let at = record.unit(id);
        let name = match at.level {
            Level::Instrument => continue,
            Level::Division => match at.division.map(|text| instrument.head().str(text)) {
                Some("chapter") => "chp".to_owned(),
                Some("section") => "sec".to_owned(),
                Some(other) => other.to_ascii_lowercase(),
                None => "hcontainer".to_owned(),
            },
            Level::Article if at.num.is_none() => {
                if !is_component(&record.component) {
                    steps.push(record.component.clone());
                }
                continue;
            }
            Level::Article => "art".to_owned(),
            Level::Paragraph => "para".to_owned(),
            Level::Point => "point".to_owned(),
        };
        steps.push(format!("{name}_{}", number(record, at)));
    }
    steps.join("__")
}

/// The place of a unit as a finding gives it.
#[must_use]
pub fn locator(instrument: &Instrument, place: Place) -> Locator {
    let record = instrument.record(place.record);
    if record.root().level == Level::Instrument {
        let mut locator = Locator::instrument(&instrument.id);
        if place.unit != UnitId::ROOT {
            locator.division = instrument.division_name(Some(place.unit));
            locator.eid = eid(instrument, record, place.unit);
        }
        return locator;
    }
    let article = match (record.article(), record.component.as_str()) {
        ("", component) => component.to_owned(),
        (article, "body") => article.to_owned(),
        (article, component) => format!("{component}/{article}"),
    };
    let mut labels: Vec<String> = std::iter::once(place.unit)
        .chain(record.ancestors(place.unit))
        .filter(|id| *id != UnitId::ROOT)
        .map(|id| {
            let unit = record.unit(id);
            unit.num.map_or_else(
                || format!("~{}", unit.ordinal),
                |num| record.str(num).to_owned(),
            )
        })
        .collect();
    labels.reverse();
    Locator {
        instrument: instrument.id.clone(),
        component: record.component.clone(),
        division: instrument.division_name(record.division),
        article,
        paragraph: (!labels.is_empty()).then(|| labels.join(".")),
        eid: eid(instrument, record, place.unit),
    }
}

/// Whether a component has a name of its own in identifiers.
fn is_component(component: &str) -> bool {
    !matches!(component, "body" | "preamble" | "testimonium" | "-")
}

/// The number of a unit as identifiers write it: lower case, other characters as `-`.
fn number(record: &Record, unit: &Unit) -> String {
    let Some(num) = unit.num else {
        return format!("u{}", unit.ordinal);
    };
    let mut clean = String::new();
    for c in record.str(num).chars() {
        if c.is_alphanumeric() {
            clean.extend(c.to_lowercase());
        } else if !clean.ends_with('-') && !clean.is_empty() && !c.is_whitespace() {
            clean.push('-');
        }
    }
    clean.trim_end_matches('-').to_owned()
}
