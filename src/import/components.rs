//! Annexes, protocols and notes: where one begins, and what it is called.

use std::collections::BTreeSet;

use super::blocks::{Block, Kind};
use super::heading::{self, Frame, Unit};
use super::label::roman;

/// Whether the frame line at `at` begins a component. `seen` says that there is something it could
/// be joined to.
pub(super) fn begins(blocks: &[Block], at: usize, seen: bool) -> bool {
    let Some(block) = blocks.get(at) else {
        return false;
    };
    let Kind::Frame(frame) = &block.kind else {
        return false;
    };
    let Unit::Component(kind) = frame.unit else {
        return false;
    };
    // `Annex` under an article's label is its heading.
    let heads_article = at.checked_sub(1).is_some_and(|before| {
        matches!(&blocks[before].kind, Kind::Frame(before)
            if before.unit == Unit::Article && before.rest.is_empty())
    });
    if heads_article || block.adjacent {
        return false;
    }
    if kind == "note" {
        return is_note(blocks, at, frame);
    }
    let attested = blocks[..at]
        .iter()
        .any(|block| heading::attests(block.words()));
    let long = !frame.rest.is_empty() && frame.num.is_empty();
    seen && (!long || attested)
}

/// A note is numbered and has a first: `Nr. I`, then `Nr. II`.
fn is_note(blocks: &[Block], at: usize, frame: &Frame) -> bool {
    let first = |num: &str| matches!(num, "I" | "1" | "1(a)" | "1(A)");
    let note = |block: &Block| match &block.kind {
        Kind::Frame(frame) if frame.unit == Unit::Component("note") => first(&frame.num),
        _ => false,
    };
    frame.rest.is_empty() && blocks[..=at].iter().any(note)
}

/// Gives each component a name of its own.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// `annex-2` for `Annex II`; the next free number if the label gives none or it is taken.
    pub(super) fn name(&mut self, kind: &str, num: &str) -> String {
        let stem = num.trim_matches(['.', ' ']);
        let value = stem
            .parse::<u32>()
            .ok()
            .or_else(|| roman(stem))
            .or_else(|| letter(stem));
        let mut value = value.filter(|value| *value > 0).unwrap_or(1);
        loop {
            let name = format!("{kind}-{value}");
            if self.taken.insert(name.clone()) {
                return name;
            }
            value += 1;
        }
    }
}

/// The place of a single capital in the alphabet: `Annex C` is the third.
fn letter(stem: &str) -> Option<u32> {
    let mut chars = stem.chars();
    let first = chars.next().filter(char::is_ascii_uppercase)?;
    chars
        .next()
        .is_none()
        .then(|| u32::from(first) - u32::from('A') + 1)
}
