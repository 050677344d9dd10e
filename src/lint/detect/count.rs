//! Too many, or too few.

use std::collections::BTreeMap;

use super::super::context::Context;
use super::super::detector::Count;
use super::super::row::Match;
use super::super::scope::Scope;
use crate::analysis::Cell;
use crate::model::{Part, Place};

/// Keeps the finds of the scopes that have enough of them, and not too many.
pub(super) fn enough<'a>(
    context: &Context<'a>,
    count: Count,
    found: Vec<Match<'a>>,
) -> Vec<Match<'a>> {
    let mut kept: Vec<Match<'a>> = Vec::new();
    for (_, group) in groups(context, count.per, found) {
        if is_within(context, count, &group).is_some() {
            kept.extend(group);
        }
    }
    kept.sort_by_key(|one| one.place);
    kept
}

/// One find for each scope that has enough, and not too many: at its first, with the number of them
/// as a column.
pub(super) fn scopes<'a>(
    context: &Context<'a>,
    count: Count,
    found: Vec<Match<'a>>,
) -> Vec<Match<'a>> {
    let mut scopes = Vec::new();
    for (_, group) in groups(context, count.per, found) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            continue;
        };
        let Some(words) = is_within(context, count, &group) else {
            continue;
        };
        let number = i64::try_from(group.len()).unwrap_or(i64::MAX);
        let columns = vec![
            ("count", Cell::number(number)),
            ("words", Cell::number(i64::from(words))),
            ("first", Cell::at(first.place)),
            ("last", Cell::at(last.place)),
            (
                "scope",
                Cell::at(count.per.name(context.reading(), first.place)),
            ),
        ];
        scopes.push(Match {
            joined: first.joined.clone(),
            ..Match::made(first.place, columns)
        });
    }
    scopes.sort_by_key(|one| one.place);
    scopes
}

/// Finds by the scope they lie in, each group in the order of places.
pub(super) fn groups<'a>(
    context: &Context<'a>,
    per: Scope,
    found: Vec<Match<'a>>,
) -> BTreeMap<Place, Vec<Match<'a>>> {
    let mut groups: BTreeMap<Place, Vec<Match<'a>>> = BTreeMap::new();
    for one in found {
        let scope = per.first(context.reading(), one.place);
        groups.entry(scope).or_default().push(one);
    }
    groups
}

/// The words of the scope, counted only where the bounds are for so many words; `None` if the
/// number is out of bounds.
fn is_within(context: &Context<'_>, count: Count, group: &[Match<'_>]) -> Option<u32> {
    let number = u64::try_from(group.len()).ok()?;
    let words = match count.words {
        Some(_) => words_of(context, count.per, group.first()?.place),
        None => 0,
    };
    // number / words against bound / count.words, without division.
    let (number, scale) = match count.words {
        Some(per) => (number * u64::from(per), u64::from(words.max(1))),
        None => (number, 1),
    };
    let fits = count.min.is_none_or(|min| number >= u64::from(min) * scale)
        && count.max.is_none_or(|max| number <= u64::from(max) * scale);
    fits.then_some(words)
}

fn words_of(context: &Context<'_>, per: Scope, place: Place) -> u32 {
    let reading = context.reading();
    let stretches = per.around(reading, place);
    let texts = reading.texts().iter().filter(|text| {
        text.place.part != Part::Heading && stretches.iter().any(|one| one.holds(text.place))
    });
    let words = texts.map(|text| reading.words(text.place).split_whitespace().count());
    u32::try_from(words.sum::<usize>()).unwrap_or(u32::MAX)
}
