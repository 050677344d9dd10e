//! Two phrases near each other.

use super::super::context::Context;
use super::super::detector::Side;
use super::super::row::Match;
use super::super::scope::Scope;
use super::partner::{beside, nearest, words_between};
use crate::analysis::Cell;

/// How near the second must be to the first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Near {
    pub(super) within: Scope,
    pub(super) side: Side,
    pub(super) gap: Option<u32>,
}

/// The first of each pair, with the nearest second as a column.
pub(super) fn pairs<'a>(
    context: &Context<'a>,
    first: Vec<Match<'a>>,
    mut second: Vec<Match<'a>>,
    near: Near,
) -> Vec<Match<'a>> {
    second.sort_by_key(|one| one.place);
    let mut found = Vec::new();
    for one in first {
        let stretches = near.within.around(context.reading(), one.place);
        let others = stretches
            .iter()
            .flat_map(|stretch| nearest(&second, *stretch, one.place));
        let mut fitting = others.filter(|other| {
            let apart = other.place.start >= one.place.end || other.place.end <= one.place.start;
            (apart || !one.place.same_text(other.place))
                && beside(near.side, one.place, other.place)
                && near.gap.is_none_or(|gap| {
                    words_between(context, one.place, other.place).is_some_and(|n| n <= gap)
                })
        });
        if let Some(other) = fitting.next() {
            let mut columns = vec![
                ("first", Cell::at(one.place)),
                ("second", Cell::at(other.place)),
            ];
            let mut place = one.place;
            if one.place.same_text(other.place) {
                place.start = place.start.min(other.place.start);
                place.end = place.end.max(other.place.end);
                columns.push(("both", Cell::at(place)));
            }
            found.push(Match::made(one.place, columns));
        }
    }
    found
}
