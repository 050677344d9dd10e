//! Steps: one level of a citation each, `article 5`, `(b)`, `second paragraph`.

use std::ops::Range;

use super::label::{Form, Label, Place, below, label};
use super::token::{Cursor, Kind};
use super::word::{
    AND, BEFORE, CitedUnit, THAT, THE, THIS, TO, is_instrument, is_measure, is_ordinary, ordinal,
    unit,
};

/// What a citation says of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Owner {
    /// Nothing.
    Silent,
    /// `of this Convention`, `hereof`.
    This(Range<usize>, String),
    /// `of the Charter of …`: the name; its noun; whether nothing but the noun is said.
    Named {
        name: Range<usize>,
        noun: Option<String>,
        bare: bool,
    },
    /// `of that Convention`, `of its Statute`, `thereof`: an instrument named before.
    Antecedent(Range<usize>),
}

/// How a step says which unit it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Which {
    /// By its label.
    Label(Label),
    /// `this article`.
    This,
    /// `that article`.
    That,
    /// `the preceding article`.
    Before,
    /// `the second paragraph`.
    Ordinal(u32),
}

/// One level of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// The level that is named; `None` for a label below another, `(b)` in `paragraph 1 (b)`.
    pub(super) unit: Option<CitedUnit>,
    pub(super) which: Which,
    /// The unit word is a plural.
    pub(super) plural: bool,
    /// Folded bytes.
    pub(super) range: Range<usize>,
}

/// One cited target, or a range of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// From the highest level named to the lowest.
    pub(super) path: Vec<Step>,
    /// The last of a range that begins with the path.
    pub(super) to: Option<Label>,
    /// A higher level that a neighbour in the list names and this one may share.
    pub(super) borrowed: Vec<Step>,
    /// The owner stands at another member of the list.
    pub(super) loose: bool,
}

/// The most targets that one citation may list.
pub(super) const MOST: usize = 200;

/// A unit word and what stands before it.
pub(super) struct Head {
    pub(super) unit: CitedUnit,
    pub(super) which: Option<Which>,
    pub(super) range: Range<usize>,
    pub(super) plural: bool,
}

/// The words before a unit and the unit word itself.
pub(super) fn head(cursor: &mut Cursor<'_>) -> Option<Head> {
    let mut ahead = *cursor;
    let mut which = None;
    let mut start = None;
    for _ in 0..6 {
        let token = ahead.next()?;
        if token.is('\'') {
            continue;
        }
        let word = token.word()?;
        if THE.contains(&word) {
            continue;
        }
        let first = *start.get_or_insert(token.start);
        if THIS.contains(&word) {
            if which == Some(Which::That) {
                // `that this Convention`
                start = Some(token.start);
            }
            which = Some(Which::This);
        } else if THAT.contains(&word) {
            which = Some(Which::That);
        } else if BEFORE.contains(&word) {
            which = Some(Which::Before);
        } else if let Some(value) = ordinal(word) {
            which = Some(Which::Ordinal(value));
        } else {
            let whole = is_instrument(word) && matches!(which, Some(Which::This));
            let capital = ahead.is_capital(token.start);
            let (unit, mut plural) = if whole && (capital || !is_ordinary(word)) {
                (CitedUnit::Instrument, false)
            } else {
                unit(word)?
            };
            if matches!(
                word,
                "art" | "arts" | "para" | "paras" | "par" | "litt" | "lit"
            ) {
                let dot = ahead.take_mark('.');
                if word == "par" && dot.is_none() {
                    return None;
                }
            }
            plural |= plural_mark(&mut ahead);
            *cursor = ahead;
            return Some(Head {
                unit,
                which,
                range: start.unwrap_or(first)..token.end,
                plural,
            });
        }
    }
    None
}

/// One target by its path.
pub(super) fn item(path: &[Step]) -> Item {
    Item {
        path: path.to_vec(),
        to: None,
        borrowed: Vec::new(),
        loose: false,
    }
}

/// The step that a head and the label after it make.
pub(super) fn step(cursor: &mut Cursor<'_>, head: &Head) -> Option<Step> {
    let made = |which, end| {
        Some(Step {
            unit: Some(head.unit),
            which,
            plural: head.plural,
            range: head.range.start..end,
        })
    };
    if head.unit == CitedUnit::Instrument {
        return made(Which::This, head.range.end);
    }
    if !matches!(head.which, Some(Which::This | Which::Ordinal(_))) {
        let mut ahead = *cursor;
        if let Some(no) = ahead.take_word(&["no", "nos", "nr", "n"]) {
            ahead.take(|token| token.is('.') || token.is('°') || token.is('º'));
            if no.start == cursor.at {
                return None;
            }
        }
        let place = if head.unit.rank() <= CitedUnit::Article.rank() {
            Place::Large
        } else {
            Place::Small
        };
        let spaced = ahead
            .peek()
            .is_some_and(|token| token.spaced || token.is('('));
        if spaced
            && let Some(label) = label(&mut ahead, place)
            && !counts(&ahead, &label)
        {
            let end = label.end;
            *cursor = ahead;
            return made(Which::Label(label), end);
        }
    }
    match head.which.clone()? {
        // `these articles` may be any.
        Which::This if head.plural => None,
        Which::Ordinal(_) if head.unit.rank() <= CitedUnit::Article.rank() => None,
        Which::This | Which::That | Which::Before
            if head.unit.is_everyday() && !cursor.is_capital(unit_start(cursor, head)) =>
        {
            None
        }
        which => made(which, head.range.end),
    }
}

/// Reads `(s)` or `(es)` right after a unit word.
fn plural_mark(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let marked = ahead.take(|token| token.is('(') && !token.spaced).is_some()
        && ahead.take_word(&["s", "es"]).is_some()
        && ahead.take_mark(')').is_some();
    if marked {
        *cursor = ahead;
    }
    marked
}

/// Where the unit word of a head begins.
fn unit_start(cursor: &Cursor<'_>, head: &Head) -> usize {
    let words = &cursor.text()[head.range.clone()];
    words
        .rfind(' ')
        .map_or(head.range.start, |at| head.range.start + at + 1)
}

/// Whether the number just read counts or dates something that follows.
pub(super) fn counts(after: &Cursor<'_>, label: &Label) -> bool {
    label.form == Form::Bare
        && after.peek().is_some_and(|next| match next.kind {
            Kind::Word(word) => next.spaced && is_measure(word, after.is_capital(next.start)),
            Kind::Mark(mark) => matches!(mark, '%' | '€' | '$'),
            Kind::Number(_) => false,
        })
}

/// Reads what stands below the last step: `(b)`, `.b`, `, paragraph 2`, `, first sentence`.
pub(super) fn descend(cursor: &mut Cursor<'_>, open: &mut Vec<Step>) {
    while open.len() < 12 {
        if matches!(open.last().map(|step| &step.which), Some(Which::Label(_)))
            && let Some(label) = below(cursor)
        {
            let last = open.iter().rev().find_map(|step| match &step.which {
                Which::Label(last) => Some(last),
                _ => None,
            });
            let label = narrowed(label, last);
            open.push(Step {
                unit: None,
                plural: false,
                range: label.start..label.end,
                which: Which::Label(label),
            });
            continue;
        }
        let mut ahead = *cursor;
        ahead.take_mark(',');
        ahead.take_word(&["in"]);
        // `de l'article 12, des paragraphes 1 et 2 de l'article 13`: a new member of a list.
        if ahead
            .clone()
            .take_word(&["du", "des", "de", "au", "aux"])
            .is_some()
        {
            return;
        }
        let Some(head) = head(&mut ahead) else { return };
        let named = open
            .iter()
            .filter_map(|step| step.unit)
            .map(CitedUnit::rank)
            .max();
        // Sections of an article are cited by some treaties.
        let under = matches!(head.unit, CitedUnit::Section | CitedUnit::Part)
            && open
                .last()
                .is_some_and(|step| step.unit == Some(CitedUnit::Article));
        if named.is_some_and(|rank| head.unit.rank() <= rank) && !under
            || matches!(head.which, Some(Which::This | Which::That | Which::Before))
        {
            return;
        }
        let Some(step) = step(&mut ahead, &head) else {
            return;
        };
        // `Article 5, paragraph 2 of Article 6`: the second is no part of the first.
        if begins_high(open) && leads_up(&ahead, head.unit) {
            return;
        }
        open.push(step);
        *cursor = ahead;
    }
}

/// Below a letter, `(i)` is Roman; after `(h)` at the same level it is a letter.
fn narrowed(mut label: Label, above: Option<&Label>) -> Label {
    use crate::model::Habit;
    let letters = above.is_some_and(|above| above.habits.contains(&Habit::Letter));
    if letters && label.habits.contains(&Habit::Roman) {
        label.habits.retain(|habit| *habit == Habit::Roman);
    }
    label
}

/// Whether a chain begins with an article or higher, so that a later `of article 6` cannot be
/// meant of all of it.
pub(super) fn begins_high(open: &[Step]) -> bool {
    let first = open.first().and_then(|step| step.unit);
    first.is_some_and(|unit| unit.rank() <= CitedUnit::Article.rank())
}

/// Whether `of` and a higher unit follow, up to an article; the labels of a list may stand before
/// it.
pub(super) fn leads_up(cursor: &Cursor<'_>, below: CitedUnit) -> bool {
    let mut ahead = *cursor;
    for _ in 0..24 {
        if ahead.take_word(&["of", "de", "du", "des"]).is_some() {
            return head(&mut ahead).is_some_and(|head| {
                head.unit != CitedUnit::Instrument
                    && head.unit.rank() < below.rank()
                    && head.unit.rank() >= CitedUnit::Article.rank()
            });
        }
        let goes_on = ahead.next().is_some_and(|token| match token.kind {
            Kind::Number(_) => true,
            Kind::Word(word) => {
                AND.contains(&word) || TO.contains(&word) || super::label::is_small(word)
            }
            Kind::Mark(mark) => matches!(mark, ',' | '(' | ')' | '-' | '–' | '/' | '.'),
        });
        if !goes_on {
            return false;
        }
    }
    false
}
