//! The grammar of citations: a recursive descent over tokens, started at a unit word.
//!
//! ```text
//! citation = chain (sep chain)* owner?
//! chain    = steps (sep (label | unit label) below*)* ("of" chain)?     ; the latter strictly higher
//! steps    = head label below* (","? unit label below*)*
//! head     = ("the" | "this" | "that" | ordinal)* unit
//! ```
//!
//! A list is read with a stack: in `paragraphs 1, sub-paragraphs d and e, and 2, sub-paragraph b`
//! each new label replaces the deepest step whose label it could follow. Every loop consumes a
//! token and recursion follows strictly rising levels, so no text can make it run away.

use std::ops::Range;

use super::list::{Sep, list, separator};
use super::owner::owner;
use super::step::{Item, MOST, Owner, Step, Which, descend, head, item, step};
use super::token::Cursor;
use super::word::{BEFORE, CitedUnit, OF, THAT, THIS, ordinal, unit};

/// A citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Citation {
    /// Folded bytes.
    pub(super) range: Range<usize>,
    pub(super) items: Vec<Item>,
    pub(super) owner: Owner,
}

struct Chain {
    items: Vec<Item>,
    rank: u8,
    /// The higher level that `of` led to.
    above: Vec<Step>,
}

/// The citations of a text, in order.
pub(super) fn citations(start: Cursor<'_>) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut cursor = start;
    while let Some(token) = cursor.peek() {
        let starts = token.word().is_some_and(|word| {
            unit(word).is_some()
                || THIS.contains(&word)
                || THAT.contains(&word)
                || BEFORE.contains(&word)
                || ordinal(word).is_some()
        });
        let mut ahead = cursor;
        if starts && let Some(citation) = citation(&mut ahead) {
            found.push(citation);
            cursor = ahead;
        } else {
            cursor.next();
        }
    }
    found
}

fn citation(cursor: &mut Cursor<'_>) -> Option<Citation> {
    let mut chains = vec![chain(cursor, true)?];
    let first = chains[0].items.first()?;
    let start = first.path.iter().map(|step| step.range.start).min()?;
    let mut end = cursor.at;
    let whole = chains[0].rank == CitedUnit::Instrument.rank();
    while !whole && chains.len() < MOST {
        let mut ahead = *cursor;
        let Some(sep) = separator(&mut ahead) else {
            break;
        };
        if sep == Sep::Range {
            break;
        }
        while ahead.take_word(&OF).is_some() {}
        let Some(next) = chain(&mut ahead, false) else {
            break;
        };
        // `subject to article 5, article 7 shall apply` is two citations.
        let listed = sep == Sep::And || separator(&mut ahead.clone()).is_some();
        if !listed {
            break;
        }
        chains.push(next);
        *cursor = ahead;
        end = cursor.at;
    }
    let owner = if whole { Owner::Silent } else { owner(cursor) };
    if owner != Owner::Silent {
        end = cursor.at;
    }
    let last = chains.len() - 1;
    let above: Vec<Vec<Step>> = chains.iter().map(|chain| chain.above.clone()).collect();
    let mut items = Vec::new();
    for (at, chain) in chains.into_iter().enumerate() {
        let low = chain.rank > CitedUnit::Article.rank() && chain.above.is_empty();
        let neighbour = above[at..].iter().chain(above[..at].iter().rev());
        let borrowed = neighbour.into_iter().find(|steps| low && !steps.is_empty());
        for item in chain.items {
            items.push(Item {
                borrowed: borrowed.cloned().unwrap_or_default(),
                loose: at < last,
                ..item
            });
        }
    }
    items.truncate(MOST);
    Some(Citation {
        range: start..end,
        items,
        owner,
    })
}

fn chain(cursor: &mut Cursor<'_>, first: bool) -> Option<Chain> {
    let mut ahead = *cursor;
    let head = head(&mut ahead)?;
    let rank = head.unit.rank();
    let mut open = vec![step(&mut ahead, &head)?];
    if head.unit == CitedUnit::Instrument && !first {
        return None;
    }
    let labelled = matches!(open[0].which, Which::Label(_));
    let mut items = Vec::new();
    if head.unit != CitedUnit::Instrument {
        descend(&mut ahead, &mut open);
        items.push(item(&open));
        if labelled || matches!(open[0].which, Which::Ordinal(_)) || open.len() > 1 {
            list(&mut ahead, &head, &mut open, &mut items);
        }
    } else {
        items.push(item(&open));
    }
    let mut above = Vec::new();
    if let Some(higher) = ascend(&mut ahead, rank) {
        above = higher
            .items
            .first()
            .map(|item| item.path.clone())
            .unwrap_or_default();
        items = items
            .iter()
            .flat_map(|low| {
                higher.items.iter().map(|high| Item {
                    path: high.path.iter().chain(&low.path).cloned().collect(),
                    ..low.clone()
                })
            })
            .take(MOST)
            .collect();
    }
    *cursor = ahead;
    Some(Chain { items, rank, above })
}

/// `of article 5` after `paragraph 1`: a chain of strictly higher levels.
fn ascend(cursor: &mut Cursor<'_>, rank: u8) -> Option<Chain> {
    let mut ahead = *cursor;
    let comma = ahead.take_mark(',').is_some();
    let of = ahead.take_word(&OF);
    if !comma && of.is_none() {
        return None;
    }
    let mut probe = ahead;
    let next = head(&mut probe)?;
    // Sections of an article are cited by some treaties: `Section 5 of this Article`.
    let section = rank == CitedUnit::Section.rank() && next.unit == CitedUnit::Article;
    if (next.unit.rank() >= rank && !section) || next.unit == CitedUnit::Instrument {
        return None;
    }
    // `paragraph 2, article 5` only with a label; `in`, `to` and `under` lead to large units.
    let weak = of
        .and_then(|word| word.word())
        .is_some_and(|word| matches!(word, "in" | "to" | "under"));
    if (weak && next.unit == CitedUnit::Paragraph)
        || (comma && of.is_none() && next.which.is_some())
    {
        return None;
    }
    let higher = chain(&mut ahead, false)?;
    *cursor = ahead;
    Some(higher)
}
