//! Detectors at work: an instrument in, finds out.

mod absent;
mod consistent;
mod count;
mod pair;
mod partner;

use super::context::Context;
use super::detector::{Detector, Main, Partner, Words};
use super::row::{Match, Row};
use crate::analysis::{Cell, Value};
use crate::model::Part;
pub(super) use partner::Partners;

/// What a detector finds, in the order of places.
pub(super) fn detect<'a>(context: &Context<'a>, detector: &'a Detector) -> Vec<Match<'a>> {
    if !detector.inside.applies(context) {
        return Vec::new();
    }
    let mut found = main(context, detector);
    // An absence chooses its scopes itself, by `in` and by what is given.
    let absence = matches!(detector.main, Main::Absent { .. });
    found.retain(|one| {
        (absence || detector.inside.holds(context, one.place))
            && detector
                .conditions
                .iter()
                .all(|condition| condition.holds(context, one))
    });
    found.sort_by_key(|one| one.place);
    for partner in &detector.partners {
        if found.is_empty() {
            return found;
        }
        if absence && partner.wanted {
            continue;
        }
        let near = Partners::new(context, partner, detect(context, &partner.detector));
        found.retain_mut(|one| near.meets(context, one));
    }
    if let Some(count) = &detector.count {
        found = count::enough(context, *count, found);
    }
    found
}

/// What partners find, ready to be met.
pub(super) fn partners<'a>(context: &Context<'a>, all: &'a [Partner]) -> Vec<Partners<'a>> {
    let all = all.iter();
    all.map(|partner| Partners::new(context, partner, detect(context, &partner.detector)))
        .collect()
}

fn main<'a>(context: &Context<'a>, detector: &'a Detector) -> Vec<Match<'a>> {
    match &detector.main {
        Main::Fact(name) => facts(context, name),
        Main::Phrase(words) => phrases(context, words, &detector.inside.parts),
        Main::Pair {
            first,
            second,
            within,
            side,
            gap,
        } => {
            let parts = &detector.inside.parts;
            let near = pair::Near {
                within: *within,
                side: *side,
                gap: *gap,
            };
            let first = phrases(context, first, parts);
            pair::pairs(context, first, phrases(context, second, parts), near)
        }
        Main::ConsistentFact {
            relation,
            column,
            per,
            majority,
            min,
        } => {
            let mut rows = facts(context, relation);
            rows.retain(|one| {
                detector.inside.holds(context, one.place)
                    && detector
                        .conditions
                        .iter()
                        .all(|condition| condition.holds(context, one))
            });
            consistent::odd_rows(context, rows, column, *per, *majority, *min)
        }
        Main::ConsistentWords { variants, per } => {
            let parts = &detector.inside.parts;
            let mut all = Vec::new();
            for (name, words) in variants {
                let found = phrases(context, words, parts).into_iter();
                let looked_at = found.filter(|one| detector.inside.holds(context, one.place));
                all.extend(looked_at.map(|one| (name.as_str(), one.place)));
            }
            consistent::odd_words(context, all, *per)
        }
        Main::Count { of, count } => {
            let mut found = detect(context, of);
            found.retain(|one| detector.inside.holds(context, one.place));
            count::scopes(context, *count, found)
        }
        Main::Absent { what, from, at } => {
            let given = detector.partners.iter().find(|partner| partner.wanted);
            let given = given.map(|partner| detect(context, &partner.detector));
            let present = detect(context, what);
            absent::scopes(context, &present, given, *from, *at, &detector.inside)
        }
        Main::Change {
            relation,
            how,
            before,
        } => {
            let mut rows = facts(context, "changes");
            rows.retain(|one| {
                let is = |cell: Cell<'_>, words: &[String]| match cell.value {
                    Some(Value::Word(word)) => words.iter().any(|known| *known == word),
                    _ => false,
                };
                is(
                    context.cell(one, "relation"),
                    std::slice::from_ref(relation),
                ) && (how.is_empty() || is(context.cell(one, "how"), how))
                    && before.iter().all(|condition| condition.holds(context, one))
            });
            rows
        }
        Main::Any(all) => {
            let mut found: Vec<Match<'a>> = Vec::new();
            for one in all {
                found.extend(detect(context, one));
            }
            found.sort_by_key(|one| one.place);
            found.dedup_by(|one, kept| one.place == kept.place && one.row.is(&kept.row));
            found
        }
        Main::Written(rule) => (rule.run)(context),
    }
}

fn facts<'a>(context: &Context<'a>, name: &str) -> Vec<Match<'a>> {
    let rows = context.rows(name).into_iter();
    rows.map(|(relation, fact)| Match {
        place: fact.place(),
        row: Row::Fact(relation, fact),
        joined: Vec::new(),
    })
    .collect()
}

/// The hits of phrases: in texts and flush text, unless parts are asked for.
fn phrases<'a>(
    context: &Context<'a>,
    words: &Words,
    parts: &[super::inside::Where],
) -> Vec<Match<'a>> {
    let lexicon = context.reading().lexicon;
    let hits = context.hits(&words.topics).into_iter();
    let operative = hits.filter(|hit| !parts.is_empty() || hit.place.part != Part::Heading);
    let mut found: Vec<Match<'a>> = operative
        .map(|hit| {
            let topic = lexicon.name(hit.topic);
            let list = topic.rsplit('.').next().unwrap_or(topic);
            let columns = vec![("phrase", Cell::at(hit.place)), ("topic", Cell::word(list))];
            Match::made(hit.place, columns)
        })
        .collect();
    // One stretch of words may be in several lists; it is found once.
    found.dedup_by_key(|one| one.place);
    found
}
