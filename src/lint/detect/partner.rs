//! Finds that stand near other finds.

use std::collections::HashMap;

use super::super::condition::key;
use super::super::context::Context;
use super::super::detector::{Partner, Side};
use super::super::row::Match;
use super::super::scope::Stretch;
use crate::model::Place;

/// What a partner found, ready to be asked for what stands near a place: sorted by place, and apart
/// by the columns that must be the same.
pub(in super::super) struct Partners<'a> {
    partner: &'a Partner,
    by_columns: HashMap<Vec<String>, Vec<Match<'a>>>,
}

impl<'a> Partners<'a> {
    pub(super) fn new(context: &Context<'a>, partner: &'a Partner, found: Vec<Match<'a>>) -> Self {
        let mut by_columns: HashMap<Vec<String>, Vec<Match<'a>>> = HashMap::new();
        for one in found {
            let columns = partner.same.iter();
            let columns = columns
                .map(|(_, column)| key(context, &context.cell(&one, column)))
                .collect();
            by_columns.entry(columns).or_default().push(one);
        }
        Self {
            partner,
            by_columns,
        }
    }

    /// Whether there is a partner near a find, which is then joined to it; or there is none, where
    /// none is wanted.
    pub(in super::super) fn meets(&self, context: &Context<'a>, one: &mut Match<'a>) -> bool {
        match (self.near(context, one), self.partner.wanted) {
            (Some(other), true) => {
                let row = other.row.clone();
                one.joined.push((&self.partner.name, row));
                true
            }
            (found, wanted) => found.is_some() == wanted,
        }
    }

    /// The nearest partner, if any is near enough.
    fn near(&self, context: &Context<'a>, one: &Match<'a>) -> Option<&Match<'a>> {
        let columns: Vec<String> = self
            .partner
            .same
            .iter()
            .map(|(column, _)| key(context, &context.cell(one, column)))
            .collect();
        let others = self.by_columns.get(&columns)?;
        let reading = context.reading();
        let stretches = self.partner.on.around(reading, one.place);
        let fits = |other: &Match<'a>| {
            !one.row.is(&other.row)
                && beside(self.partner.side, one.place, other.place)
                && self.partner.gap.is_none_or(|gap| {
                    words_between(context, one.place, other.place).is_some_and(|n| n <= gap)
                })
        };
        stretches
            .iter()
            .flat_map(|stretch| nearest(others, *stretch, one.place))
            .find(|other| fits(other))
    }
}

/// The finds in a stretch, those that begin at or after `place` first, then those before it, each
/// nearest first. Only as many as any test of nearness can need are looked at, so that a text full
/// of finds costs no more than its length.
pub(super) fn nearest<'m, 'a>(
    sorted: &'m [Match<'a>],
    stretch: Stretch,
    place: Place,
) -> impl Iterator<Item = &'m Match<'a>> {
    const ENOUGH: usize = 64;
    let at = |edge: Place| sorted.partition_point(|one| start(one.place) < start(edge));
    let (first, last) = (at(stretch.start), at(stretch.end));
    let middle = at(place).clamp(first, last.max(first));
    let after = sorted[middle..last.max(middle)].iter().take(ENOUGH);
    let before = sorted[first.min(middle)..middle].iter().rev().take(ENOUGH);
    after.chain(before)
}

/// A place by its start alone.
const fn start(place: Place) -> Place {
    Place {
        end: place.start,
        ..place
    }
}

/// Whether `other` stands on the side of `place` that is asked for.
pub(super) fn beside(side: Side, place: Place, other: Place) -> bool {
    match side {
        Side::Either => true,
        Side::After => start(other) >= end(place),
        Side::Before => end(other) <= start(place),
    }
}

const fn end(place: Place) -> Place {
    Place {
        start: place.end,
        ..place
    }
}

/// The words between two places of one text; none between places that overlap. `None` for places
/// of different texts.
pub(super) fn words_between(context: &Context<'_>, one: Place, other: Place) -> Option<u32> {
    if !one.same_text(other) {
        return None;
    }
    let (first, second) = if one.start <= other.start {
        (one, other)
    } else {
        (other, one)
    };
    if second.start <= first.end {
        return Some(0);
    }
    let between = first.narrow(first.end as usize..second.start as usize);
    let words = context.reading().words(between).split_whitespace();
    // More than a few hundred is as good as no end, and is not worth counting.
    let count = words.filter(|word| word.contains(char::is_alphanumeric));
    u32::try_from(count.take(1000).count()).ok()
}
