//! What differs from the majority.

use std::collections::BTreeMap;

use super::super::condition::key;
use super::super::context::Context;
use super::super::row::Match;
use super::super::scope::Scope;
use super::count::groups;
use crate::analysis::Cell;
use crate::model::Place;

/// The rows whose column differs from that of the majority of their scope.
pub(super) fn odd_rows<'a>(
    context: &Context<'a>,
    rows: Vec<Match<'a>>,
    column: &str,
    per: Scope,
    majority: u32,
    min: u32,
) -> Vec<Match<'a>> {
    let mut odd = Vec::new();
    for (_, group) in groups(context, per, rows) {
        if group.len() < min as usize {
            continue;
        }
        let said = |one: &Match<'a>| key(context, &context.cell(one, column));
        let Some(most) = Majority::of(group.iter().map(|one| (said(one), one.place))) else {
            continue;
        };
        if most.count * 100 < group.len() * majority as usize {
            continue;
        }
        for mut one in group {
            if said(&one) != most.what {
                one.joined.push(("majority", most.row()));
                odd.push(one);
            }
        }
    }
    odd
}

/// The words of every variant but the commonest of their scope.
pub(super) fn odd_words<'a>(
    context: &Context<'a>,
    found: Vec<(&'a str, Place)>,
    per: Scope,
) -> Vec<Match<'a>> {
    let made = found.into_iter().map(|(variant, place)| {
        Match::made(
            place,
            vec![
                ("phrase", Cell::at(place)),
                ("variant", Cell::word(variant)),
            ],
        )
    });
    odd_rows(context, made.collect(), "variant", per, 0, 2)
}

/// What most rows say.
struct Majority {
    what: String,
    count: usize,
    /// The first that says so.
    first: Place,
}

impl Majority {
    /// The commonest; of equals the one that comes first.
    fn of(all: impl Iterator<Item = (String, Place)>) -> Option<Self> {
        let mut counts: BTreeMap<String, (usize, Place)> = BTreeMap::new();
        for (what, place) in all {
            let count = counts.entry(what).or_insert((0, place));
            count.0 += 1;
            count.1 = count.1.min(place);
        }
        let most = counts
            .into_iter()
            .min_by_key(|(_, (count, first))| (usize::MAX - count, *first));
        most.map(|(what, (count, first))| Self { what, count, first })
    }

    fn row<'a>(&self) -> super::Row<'a> {
        let count = i64::try_from(self.count).unwrap_or(i64::MAX);
        super::Row::Made(vec![
            (
                "what",
                Cell::word(self.what.clone()).because(Some(self.first)),
            ),
            ("count", Cell::number(count)),
        ])
    }
}
