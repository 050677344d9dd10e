//! Lists and ranges: `1, 2 and 4`, `5 to 9`, `1, sub-paragraphs d and e, and 2, sub-paragraph b`.
//!
//! Read with a stack of steps: each new label replaces the deepest step whose label it could
//! follow.

use super::label::{Form, Label, Place, label};
use super::step::{
    Head, Item, MOST, Step, Which, begins_high, counts, descend, head, item, leads_up, step,
};
use super::token::{Cursor, Kind};
use super::word::{AFTER, AND, CitedUnit, TO};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
/// What joins two members.
pub(super) enum Sep {
    Comma,
    And,
    Range,
}

/// Reads what stands between the members of a list.
pub(super) fn separator(cursor: &mut Cursor<'_>) -> Option<Sep> {
    let mut ahead = *cursor;
    let comma = ahead.take_mark(',').is_some();
    let sep = if ahead.take_word(&AND).is_some() {
        if ahead.take_mark('/').is_some() {
            ahead.take_word(&AND);
        }
        Some(Sep::And)
    } else if ahead.take_mark('&').is_some() {
        Some(Sep::And)
    } else if ahead.take_word(&["as"]).is_some() {
        let well = ahead
            .take_word(&["well"])
            .and_then(|_| ahead.take_word(&["as"]));
        well.map(|_| Sep::And)
    } else if !comma && ahead.take_mark('/').is_some() {
        Some(Sep::And)
    } else if !comma && ahead.take_word(&["up"]).is_some() {
        let to = ahead.take_word(&["to"]);
        let and = ahead;
        if ahead.take_word(&["and"]).is_none() || ahead.take_word(&["including"]).is_none() {
            ahead = and;
        }
        to.map(|_| Sep::Range)
    } else if !comma
        && (ahead.take_word(&TO).is_some()
            || ahead.take_mark('-').is_some()
            || ahead.take_mark('–').is_some())
    {
        Some(Sep::Range)
    } else {
        comma.then_some(Sep::Comma)
    }?;
    *cursor = ahead;
    Some(sep)
}

/// Reads the further members of a list and pushes one item each.
pub(super) fn list(
    cursor: &mut Cursor<'_>,
    head: &Head,
    open: &mut Vec<Step>,
    items: &mut Vec<Item>,
) {
    while items.len() < MOST {
        let mut ahead = *cursor;
        let Some(sep) = separator(&mut ahead) else {
            return;
        };
        let taken = if sep == Sep::Range {
            range(&mut ahead, open, items)
        } else {
            named(&mut ahead, head, open, items)
                .or_else(|| bare(&mut ahead, sep, head, open, items))
        };
        if taken.is_none() {
            return;
        }
        *cursor = ahead;
    }
}

/// `to 9` after `articles 5`.
fn range(cursor: &mut Cursor<'_>, open: &mut [Step], items: &mut [Item]) -> Option<()> {
    let mut ahead = *cursor;
    let mut probe = ahead;
    let last_unit = open.iter().rev().find_map(|step| step.unit);
    if let Some(head) = head(&mut probe) {
        if Some(head.unit) != last_unit || head.which.is_some() {
            return None;
        }
        ahead = probe;
    }
    let mut label = label(&mut ahead, Place::Next)?;
    if counts(&ahead, &label) || (begins_high(open) && leads_up(&ahead, last_unit?)) {
        return None;
    }
    let at = follows(open, &label)?;
    let at = match super::label::below(&mut ahead) {
        // `30.5 to 30.9`: the last label ends the range, if those before it are the same.
        Some(low) if at + 2 == open.len() && is_label(&open[at], &label) => {
            label = low;
            at + 1
        }
        // `articles 5 (1) to 9`: only whole units make a range.
        None if at + 1 == open.len() => at,
        _ => return None,
    };
    items.last_mut()?.to = Some(label.clone());
    let range = open[at].range.start..label.end;
    open[at] = Step {
        unit: open[at].unit,
        plural: open[at].plural,
        which: Which::Label(label),
        range,
    };
    *cursor = ahead;
    Some(())
}

/// `, paragraph 2` or `and point (b)` in a list that began higher.
fn named(
    cursor: &mut Cursor<'_>,
    first: &Head,
    open: &mut Vec<Step>,
    items: &mut Vec<Item>,
) -> Option<()> {
    let mut ahead = *cursor;
    let next = head(&mut ahead)?;
    if next.unit.rank() <= first.unit.rank()
        || matches!(next.which, Some(Which::This | Which::That | Which::Before))
    {
        return None;
    }
    let made = step(&mut ahead, &next)?;
    if begins_high(open) && leads_up(&ahead, next.unit) {
        return None;
    }
    let keep = open
        .iter()
        .position(|step| {
            step.unit
                .is_some_and(|unit| unit.rank() >= next.unit.rank())
        })
        .or_else(|| {
            // `paragraph 1 (a) and subparagraph (b)`: below the last named level.
            let last = open.iter().rposition(|step| step.unit.is_some())?;
            Some(last + 1)
        })?;
    open.truncate(keep);
    open.push(made);
    descend(&mut ahead, open);
    items.push(item(open));
    *cursor = ahead;
    Some(())
}

/// `and 7`, `or (ii)`, `, b)`.
fn bare(
    cursor: &mut Cursor<'_>,
    sep: Sep,
    head: &Head,
    open: &mut Vec<Step>,
    items: &mut Vec<Item>,
) -> Option<()> {
    let mut ahead = *cursor;
    let mut label = label(&mut ahead, Place::Next)?;
    if counts(&ahead, &label) {
        return None;
    }
    if label.form == Form::Bare && sep == Sep::Comma && !continues(&ahead, head.plural) {
        return None;
    }
    let Some(at) = follows(open, &label) else {
        // `Article 5, (a)`: below, after a comma.
        let sub = matches!(label.form, Form::Round | Form::Half) && sep == Sep::Comma;
        let lettered = label.text.chars().all(char::is_alphabetic);
        if !sub || !lettered {
            return None;
        }
        open.push(Step {
            unit: None,
            plural: false,
            range: label.start..label.end,
            which: Which::Label(label),
        });
        items.pop();
        descend(&mut ahead, open);
        items.push(item(open));
        *cursor = ahead;
        return Some(());
    };
    if let Which::Label(last) = &open[at].which {
        label.habits.retain(|habit| last.habits.contains(habit));
    }
    let (unit, plural) = (open[at].unit, open[at].plural);
    let higher = {
        let mut probe = ahead;
        probe.take_word(&["of", "de"]).is_some()
            && super::step::head(&mut probe).is_some_and(|next| next.unit == CitedUnit::Article)
            && unit == Some(CitedUnit::Article)
    };
    if higher {
        return None;
    }
    open.truncate(at);
    open.push(Step {
        unit,
        plural,
        range: label.start..label.end,
        which: Which::Label(label),
    });
    descend(&mut ahead, open);
    items.push(item(open));
    *cursor = ahead;
    Some(())
}

/// The deepest step that a label could follow in a list.
fn follows(open: &[Step], label: &Label) -> Option<usize> {
    let fits = |step: &Step| match &step.which {
        Which::Label(last) => label.may_follow(last),
        _ => false,
    };
    let later = |step: &Step| match &step.which {
        Which::Label(last) => comes_after(last, label),
        _ => false,
    };
    let deepest = open
        .iter()
        .rposition(|step| fits(step) && later(step))
        .or_else(|| open.iter().rposition(fits))?;
    // `Articles 6, paragraph 1, and 7`: a singular takes one number, so the plural above goes on.
    let single = open[deepest].unit.is_some() && !open[deepest].plural;
    let above = open[..deepest]
        .iter()
        .rposition(|step| step.plural && fits(step));
    Some(above.filter(|_| single).unwrap_or(deepest))
}

/// Whether a label has a greater value than another in a system that both share.
fn comes_after(last: &Label, label: &Label) -> bool {
    label.values().any(|(habit, value)| {
        last.values()
            .any(|(own, before)| own == habit && before < value)
    })
}

/// Whether what follows a bare number after a comma shows that it goes on with the list.
fn continues(after: &Cursor<'_>, plural: bool) -> bool {
    after.peek().is_none_or(|next| match next.kind {
        Kind::Word(word) => plural || AFTER.contains(&word),
        Kind::Number(_) => false,
        Kind::Mark(_) => true,
    })
}

fn is_label(step: &Step, label: &Label) -> bool {
    matches!(&step.which, Which::Label(own) if own.text == label.text)
}
