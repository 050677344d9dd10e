//! Blocks cut into pieces: before each label that may stand in them, and where a line break was
//! lost.

use super::blocks::{Block, Kind};
use super::initials::Capitals;
use super::label::{Label, Reading, label};
use super::outline::{Mark, Passage, Remark, RemarkKind};
use super::run;
use super::sequence::Item;
use super::tail;
use crate::text::Span;

/// A part of a block that may begin with a label.
pub(super) struct Piece {
    pub(super) item: Item,
    pub(super) mark: Option<Mark>,
    /// The label and the words, for when the label is none.
    pub(super) whole: Passage,
    /// The words after the label; `None` if there are none.
    pub(super) words: Option<Passage>,
    pub(super) table: bool,
}

/// Cuts a block into pieces: before each label that stands at its start or goes on a list in it, and
/// where an extractor lost a line break.
pub(super) fn split(block: &Block, capitals: &mut Capitals, pieces: &mut Vec<Piece>) {
    if block.kind == Kind::Table {
        pieces.push(piece(block, block.passage.clone(), None, false, true));
        return;
    }
    for (nth, passage) in tail::broken(&block.passage).into_iter().enumerate() {
        if nth > 0 {
            pieces.push(piece(block, passage, None, true, false));
            continue;
        }
        let called = pieces.last().is_some_and(|last| last.item.introduces);
        let cuts = run::cuts(&passage.text, called);
        let mut rest = Some(passage);
        let mut from = 0;
        for cut in cuts {
            let Some(passage) = rest.take() else { break };
            let part = trimmed(&passage, cut - from);
            rest = after(&passage, cut - from);
            labels(block, part, from > 0, capitals, pieces);
            from = cut;
        }
        if let Some(passage) = rest {
            labels(block, passage, from > 0, capitals, pieces);
        }
    }
}

/// Cuts a passage behind each of the labels that it begins with. `stacked` says that it does not
/// begin its line.
fn labels(
    block: &Block,
    mut passage: Passage,
    mut stacked: bool,
    capitals: &mut Capitals,
    pieces: &mut Vec<Piece>,
) {
    let mut first = true;
    loop {
        let found = label(&passage.text)
            .filter(|found| first || found.opens())
            .filter(|found| capitals.admit(found, &passage.text[found.len..]));
        let Some(found) = found else {
            pieces.push(piece(block, passage, None, stacked, false));
            return;
        };
        let found = compound(&passage, found, pieces);
        let words = after(&passage, found.len);
        // A second label on the line, as in `1. (a) …`, makes an item of its own.
        let nested = words
            .as_ref()
            .and_then(|words| label(&words.text))
            .filter(Label::opens);
        let rest = if nested.is_some() { words } else { None };
        let whole = match &rest {
            Some(_) => upto(&passage, found.len),
            None => passage.clone(),
        };
        pieces.push(piece(block, whole, Some(found), stacked, false));
        let Some(rest) = rest else { return };
        passage = rest;
        first = false;
        stacked = true;
    }
}

/// `1. b.` after `1. a.`: a label that repeats that of its parent is one label.
fn compound(passage: &Passage, found: Label, pieces: &[Piece]) -> Label {
    let stacked = pieces.iter().rposition(|piece| piece.item.stacked);
    let Some(parent) = stacked.and_then(|at| pieces.get(at.checked_sub(1)?)) else {
        return found;
    };
    let printed = parent.mark.as_ref().map(|mark| mark.printed.text.as_str());
    let rest = &passage.text[found.len..];
    let gap = rest.len() - rest.trim_start().len();
    let Some(inner) = label(rest.trim_start()).filter(|inner| !inner.opens()) else {
        return found;
    };
    if printed != Some(&passage.text[..found.len]) || gap == 0 {
        return found;
    }
    let at = found.len + gap;
    let num = at + inner.num.start..at + inner.num.end;
    Label {
        len: at + inner.len,
        num,
        ..inner
    }
}

/// Cuts a point that ends by introducing a list of its own style: the list cannot be inside the
/// point, so the words that introduce it are flush text, glued to the point.
pub(super) fn restart_lists(pieces: &mut Vec<Piece>, remarks: &mut Vec<Remark>) {
    let restarts = |piece: &Piece, next: &Piece| {
        let (Some(label), Some(first)) = (&piece.item.label, &next.item.label) else {
            return false;
        };
        let again = first.readings.iter().any(|first| {
            let same = |reading: &Reading| reading.family == first.family;
            first.last() == 1 && first.suffix == 0 && label.readings.iter().any(same)
        });
        let inside = next.item.indent > piece.item.indent;
        piece.item.introduces && again && label.shape == first.shape && !inside
    };
    let mut at = 0;
    while at + 1 < pieces.len() {
        let (piece, next) = (&pieces[at], &pieces[at + 1]);
        let restarts = restarts(piece, next);
        let cut = piece.words.as_ref().filter(|_| restarts);
        let cut = cut.and_then(|words| Some((words, tail::introduction(&words.text)?)));
        if let Some((words, cut)) = cut {
            let (point, intro) = (upto(words, cut), after(words, cut));
            if let Some(intro) = intro {
                remarks.push(RemarkKind::GluedTail.at(intro.span));
                let block = Block::of(intro.clone());
                let mut flush = self::piece(&block, intro, None, true, false);
                flush.item.introduces = true;
                let piece = &mut pieces[at];
                piece.item.introduces = false;
                piece.item.ended = tail::ends_sentence(&point.text);
                piece.words = Some(point);
                pieces.insert(at + 1, flush);
            }
        }
        at += 1;
    }
}

fn piece(block: &Block, whole: Passage, found: Option<Label>, stacked: bool, table: bool) -> Piece {
    let (mark, words) = match &found {
        None => (None, Some(whole.clone())),
        Some(found) => {
            let printed = upto(&whole, found.len);
            let mark = Mark {
                num: whole.text[found.num.clone()].to_owned(),
                printed,
            };
            (Some(mark), after(&whole, found.len))
        }
    };
    let text = words.as_ref().map_or("", |words| words.text.as_str());
    let item = Item {
        empty: text.is_empty(),
        ended: tail::ends_sentence(text),
        open: text.ends_with(|c: char| c.is_alphanumeric() || c == ','),
        introduces: tail::introduces(text),
        listed: found.is_none() && tail::is_listed(text),
        lower: text.starts_with(char::is_lowercase),
        adjacent: block.adjacent || stacked,
        stacked: stacked && found.is_some(),
        indent: block.indent,
        table,
        label: found,
    };
    Piece {
        item,
        mark,
        whole,
        words,
        table,
    }
}

pub(super) fn upto(passage: &Passage, len: usize) -> Passage {
    let start = passage.span.start as usize;
    Passage {
        span: Span::from_range(start..start + len),
        text: passage.text[..len].to_owned(),
    }
}

/// The words of a passage up to `len`, without the white space at their end.
fn trimmed(passage: &Passage, len: usize) -> Passage {
    upto(passage, passage.text[..len].trim_end().len())
}

pub(super) fn after(passage: &Passage, len: usize) -> Option<Passage> {
    let rest = &passage.text[len..];
    let words = rest.trim_start();
    let start = passage.span.start as usize + len + rest.len() - words.len();
    (!words.is_empty()).then(|| Passage {
        span: Span::from_range(start..passage.span.end as usize),
        text: words.to_owned(),
    })
}
