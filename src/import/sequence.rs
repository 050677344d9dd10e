//! Which labels are labels, and at which depth: settled by the sequences they would stand in.
//!
//! Every candidate may go on with an open list, open a list, or be no label at all; every block
//! without one may belong to any open item. Each choice has a price: the next number of an open
//! list is free, a list that begins with its first number is cheap, a gap, a list that begins in
//! the middle, and prose that looks like a label are dear. The cheapest reading of the whole
//! article wins, so that what stands later decides what stood earlier (`i)` before `ii)` is Roman,
//! before `j)` a letter). The search keeps a bounded number of readings.

use super::label::{Family, Label, Reading, Shape};

/// A block, or a part of one that begins with a label.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// The label that it may begin with.
    pub(super) label: Option<Label>,
    /// Whether words follow the label.
    pub(super) empty: bool,
    /// Whether the words end a sentence.
    pub(super) ended: bool,
    /// Whether the words break off in the middle of a sentence.
    pub(super) open: bool,
    /// Whether the words call for a list.
    pub(super) introduces: bool,
    /// Whether the words have no label, and end as the points of a list do.
    pub(super) listed: bool,
    /// Whether the words begin in lower case.
    pub(super) lower: bool,
    /// Whether no blank line stands before it.
    pub(super) adjacent: bool,
    /// Whether it stands on the line of the label before it (`1. (a) …`, `(a) …; (b) …`).
    pub(super) stacked: bool,
    /// Columns of white space before it.
    pub(super) indent: usize,
    /// Whether it is a table.
    pub(super) table: bool,
}

/// Where an item belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The next of the list at this depth; 0 is the outermost.
    Next(usize),
    /// The first of a new list at this depth.
    First(usize),
    /// Words that belong to the item that is open at this depth counted from 1; 0 is the article.
    Words(usize),
}

/// A list that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Open {
    reading: Reading,
    shape: Shape,
    indent: usize,
}

#[derive(Debug, Clone)]
struct State {
    cost: u32,
    stack: Vec<Open>,
    /// The last step, in the arena.
    step: usize,
}

/// A state that one choice leads to.
struct Choice {
    place: Place,
    state: State,
}

struct Step {
    before: usize,
    place: Place,
}

/// How many readings are kept after each item.
const WIDTH: usize = 24;
/// How many in a text of so many labels that nobody wrote it as an article.
const NARROW: (usize, usize) = (50_000, 4);
/// How deep lists may lie.
const DEPTH: usize = 10;

/// The place of every item.
pub(super) fn places(items: &[Item]) -> Vec<Place> {
    let width = if items.len() > NARROW.0 {
        NARROW.1
    } else {
        WIDTH
    };
    let mut arena = vec![Step {
        before: 0,
        place: Place::Words(0),
    }];
    let mut states = vec![State {
        cost: 0,
        stack: Vec::new(),
        step: 0,
    }];
    let mut next: Vec<Choice> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| items.get(at));
        next.clear();
        for state in &states {
            let mut go = |place: Place, cost: u32, stack: Vec<Open>| {
                let cost = state.cost.saturating_add(cost);
                next.push(Choice {
                    place,
                    state: State {
                        cost,
                        stack,
                        step: state.step,
                    },
                });
            };
            if let Some(label) = &item.label {
                labelled(state, item, label, before, &mut go);
            }
            words(state, item, before, &mut go);
        }
        // Stable: of equal readings, the first stays.
        next.sort_by_key(|choice| choice.state.cost);
        states.clear();
        for Choice { place, state } in next.drain(..) {
            if states.len() == width {
                break;
            }
            if !states.iter().any(|kept| kept.stack == state.stack) {
                arena.push(Step {
                    before: state.step,
                    place,
                });
                states.push(State {
                    step: arena.len() - 1,
                    ..state
                });
            }
        }
        // Costs are compared, not summed for their own sake; they must not run out.
        let least = states.first().map_or(0, |state| state.cost);
        states.iter_mut().for_each(|state| state.cost -= least);
    }
    let mut places = Vec::with_capacity(items.len());
    let mut step = states.first().map_or(0, |state| state.step);
    while step != 0 {
        places.push(arena[step].place);
        step = arena[step].before;
    }
    places.reverse();
    places
}

fn labelled(
    state: &State,
    item: &Item,
    label: &Label,
    before: Option<&Item>,
    go: &mut impl FnMut(Place, u32, Vec<Open>),
) {
    // A sentence that is not at its end does not go over into a label, unless blank lines say so.
    let torn = before.is_some_and(|before| item.adjacent && before.open);
    let torn = if torn && !item.stacked { 8 } else { 0 };
    for reading in &label.readings {
        let open = Open {
            reading: reading.clone(),
            shape: label.shape,
            indent: item.indent,
        };
        for (depth, list) in state.stack.iter().enumerate() {
            let Some(cost) = next_cost(list, &open) else {
                continue;
            };
            let mut stack = state.stack[..depth].to_vec();
            stack.push(Open {
                indent: list.indent,
                ..open.clone()
            });
            go(Place::Next(depth), cost + torn, stack);
        }
        for depth in 0..=state.stack.len().min(DEPTH) {
            let cost = first_cost(state, item, &open, depth, before);
            let mut stack = state.stack[..depth].to_vec();
            stack.push(open.clone());
            go(Place::First(depth), cost + torn, stack);
        }
    }
}

/// What it costs to go on with an open list; `None` if the label cannot belong to it.
fn next_cost(list: &Open, next: &Open) -> Option<u32> {
    let (a, b) = (&list.reading, &next.reading);
    if a.family != b.family {
        return None;
    }
    if a.family == Family::Dash {
        return Some(0);
    }
    let shape = if list.shape == next.shape { 0 } else { 6 };
    let stem = a.values.len() == b.values.len()
        && a.values[..a.values.len() - 1] == b.values[..b.values.len() - 1];
    if !stem {
        // `2.1` after `1.3` goes on, where no `2` was printed.
        let up = b.last() == 1 && b.values.first() == a.values.first().map(|v| v + 1).as_ref();
        return Some(shape + if up { 4 } else { 24 });
    }
    let (from, to) = ((a.last(), a.suffix), (b.last(), b.suffix));
    let step = match to.0.checked_sub(from.0) {
        Some(1) if to.1 <= 2 => 0,
        Some(0) if to.1 > from.1 => 2,
        Some(0) => 26,
        Some(gap) => 11 + gap.min(8) * 2,
        None => 30,
    };
    Some(shape + step)
}

/// What it costs to open a list with a label.
fn first_cost(state: &State, item: &Item, open: &Open, depth: usize, before: Option<&Item>) -> u32 {
    let parent = depth.checked_sub(1).and_then(|at| state.stack.get(at));
    let mut cost = match (open.reading.last(), open.reading.suffix) {
        (0, _) if open.reading.family == Family::Dash => 6,
        (1, 0) => 8,
        (0, _) => 14,
        (1 | 2, _) => 26,
        (value, _) => 28 + value.min(12),
    };
    let called = before
        .is_some_and(|before| before.introduces || before.empty || before.open && !item.adjacent);
    if called || before.is_none() {
        cost -= 4;
    }
    // A list that opens while deeper ones are open closes them.
    cost += 3 * u32::try_from(state.stack.len() - depth)
        .unwrap_or(u32::MAX / 2)
        .min(20);
    if let Family::Dotted(_) = open.reading.family {
        let stem = &open.reading.values[..open.reading.values.len() - 1];
        let held = parent.is_some_and(|list| list.reading.values == stem);
        cost = if held { cost.min(2) } else { cost + 4 };
    }
    // The same style again below itself is rare where nothing sets it apart.
    let same = state.stack[..depth].iter().any(|list| {
        list.reading.family == open.reading.family
            && list.shape == open.shape
            && list.indent >= item.indent
    });
    if same {
        let point = before.is_some_and(|before| before.label.is_some());
        cost += if called && point { 4 } else { 12 };
    }
    if before.is_some_and(|before| before.introduces) && depth < state.stack.len() {
        cost += 8;
    }
    // `1 The Parties` with nothing after the number is the weakest of labels.
    if open.shape == Shape::Open && open.reading.family != Family::Dash {
        cost += 4;
    }
    if item.stacked && open.reading.last() != 1 {
        cost += 40;
    }
    if item.stacked && depth != state.stack.len() {
        cost += 40;
    }
    cost
}

fn words(
    state: &State,
    item: &Item,
    before: Option<&Item>,
    go: &mut impl FnMut(Place, u32, Vec<Open>),
) {
    // What looks like a label and is taken for prose; the dearer if a list of its style is open.
    let label = item.label.as_ref().map_or(0, |label| {
        let style = |list: &Open| {
            list.shape == label.shape
                && label
                    .readings
                    .iter()
                    .any(|reading| reading.family == list.reading.family)
        };
        let open = if state.stack.iter().any(style) { 14 } else { 0 };
        match label.shape {
            Shape::Bare => 30,
            _ if item.stacked => 12,
            _ if item.adjacent => 16,
            Shape::Brackets | Shape::Bracket => 32 + open,
            _ => 27,
        }
    });
    let deepest = state.stack.len();
    for depth in 0..=deepest {
        let up = u32::try_from(deepest - depth).unwrap_or(0).min(20);
        let belongs = if depth == deepest {
            match before {
                Some(before) if before.empty => 0,
                Some(before) if item.lower && (before.introduces || before.listed) => 0,
                Some(before) if !before.ended || item.lower => 3,
                Some(before) if item.table && before.introduces => 0,
                _ => 6,
            }
        } else if depth > 0 {
            // Flush text: after a list, to what holds it.
            if item.lower { 2 + up } else { 5 - up.min(2) }
        } else {
            // Back to the article: a numbered paragraph is not left so, a list of points is.
            let numbered = matches!(
                state.stack[0].reading.family,
                Family::Arabic | Family::Dotted(_) | Family::Word(..)
            );
            if numbered && !item.table { 12 } else { 4 }
        };
        go(
            Place::Words(depth),
            label + belongs,
            state.stack[..depth].to_vec(),
        );
    }
}
