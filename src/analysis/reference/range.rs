//! Ranges: `articles 5 to 9` cites every article between, inserted ones too.

use super::super::reading::Reading;
use super::frame::Frame;
use super::grammar::Citation;
use super::label::Label;
use super::resolve::{Here, Outcome, resolve};
use super::step::{Item, Step, Which};
use super::target::Target;
use crate::model::{RecordId, UnitId};

/// The members of a range, each with what came of it; of a single citation, itself.
pub(super) fn expand(
    reading: &Reading<'_>,
    frame: &Frame<'_>,
    here: Here,
    item: &Item,
    citation: &Citation,
) -> Vec<(Vec<Step>, Outcome)> {
    let first = resolve(frame, here, item, &citation.owner);
    let Some(to) = &item.to else {
        return vec![(item.path.clone(), first)];
    };
    let end = Item {
        path: ended(&item.path, to),
        to: None,
        ..item.clone()
    };
    let last = resolve(frame, here, &end, &citation.owner);
    let between = match (&first, &last) {
        (Outcome::Found(from), Outcome::Found(to)) => between(reading, frame, from, to),
        _ => Vec::new(),
    };
    let mut all = vec![(item.path.clone(), first)];
    for (label, target) in between {
        let mut path = item.path.clone();
        if let Some(Step {
            which: Which::Label(own),
            ..
        }) = path.last_mut()
        {
            own.text = super::label::bare(&label);
        }
        all.push((path, Outcome::Found(target)));
    }
    all.push((end.path, last));
    all
}

/// A path whose last label is another.
fn ended(path: &[Step], to: &Label) -> Vec<Step> {
    let mut path = path.to_vec();
    if let Some(last) = path.last_mut() {
        last.which = Which::Label(to.clone());
        last.range = to.start..to.end;
    }
    path
}

/// What lies between two targets of the same level, with its labels.
fn between(
    reading: &Reading<'_>,
    frame: &Frame<'_>,
    from: &Target,
    to: &Target,
) -> Vec<(String, Target)> {
    let instrument = reading.instrument;
    match (from, to) {
        (Target::Unit(from, UnitId::ROOT), Target::Unit(to, UnitId::ROOT)) => {
            let all = frame.articles(&instrument.record(*from).component);
            let at = |id: &RecordId| all.iter().position(|own| own == id);
            inner(all, at(from), at(to))
                .iter()
                .map(|id| {
                    let label = instrument.record(*id).article().to_owned();
                    (label, Target::Unit(*id, UnitId::ROOT))
                })
                .collect()
        }
        (Target::Unit(record, from), Target::Unit(same, to)) if record == same => {
            let holder = instrument.record(*record);
            let Some(parent) = holder.unit(*from).parent else {
                return Vec::new();
            };
            let all = &holder.unit(parent).children;
            let at = |id: &UnitId| all.iter().position(|own| own == id);
            inner(all, at(from), at(to))
                .iter()
                .filter_map(|id| {
                    let num = holder.unit(*id).num?;
                    Some((holder.str(num).to_owned(), Target::Unit(*record, *id)))
                })
                .collect()
        }
        (Target::Division(from), Target::Division(to)) => {
            let head = instrument.head();
            let kind = |id: UnitId| head.unit(id).division.map(|text| head.str(text));
            let all: Vec<UnitId> = head
                .units()
                .map(|(id, _)| id)
                .filter(|id| kind(*id).is_some() && kind(*id) == kind(*from))
                .collect();
            let at = |id: &UnitId| all.iter().position(|own| own == id);
            inner(&all, at(from), at(to))
                .iter()
                .filter_map(|id| {
                    let num = head.unit(*id).num?;
                    Some((head.str(num).to_owned(), Target::Division(*id)))
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

/// What lies strictly between two places of a list.
fn inner<T>(all: &[T], from: Option<usize>, to: Option<usize>) -> &[T] {
    match (from, to) {
        (Some(from), Some(to)) if from < to => &all[from + 1..to],
        _ => &[],
    }
}
