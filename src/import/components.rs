//! Annexes, protocols and notes: where one begins, and what it is called.

use std::collections::BTreeMap;

use super::blocks::{Block, Kind};
use super::heading::{self, Frame, Unit};

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

/// What a block that follows the closing words joins to them, by its title: a protocol of
/// signature, agreed minutes, a declaration.
pub(super) fn titled(block: &Block) -> Option<&'static str> {
    const TITLES: [(&str, &str); 18] = [
        ("protocol", "protocol"),
        ("protocole", "protocol"),
        ("final act", "annex"),
        ("acte final", "annex"),
        ("agreed minute", "annex"),
        ("minutes", "annex"),
        ("procès-verbal", "annex"),
        ("declaration", "annex"),
        ("déclaration", "annex"),
        ("memorandum", "annex"),
        ("mémorandum", "annex"),
        ("exchange of notes", "annex"),
        ("exchange of letters", "annex"),
        ("échange de notes", "annex"),
        ("échange de lettres", "annex"),
        ("understanding", "annex"),
        ("resolution", "annex"),
        ("résolution", "annex"),
    ];
    let words = block.words().to_lowercase();
    let fits = block.kind == Kind::Words
        && !block.adjacent
        && heading::heads_with_stop(block.words())
        && words.split_whitespace().count() <= 16;
    let named = TITLES.iter().find(|(title, _)| {
        // Near the beginning: `Final Protocol`, `Joint Declaration`.
        words.find(title).is_some_and(|at| at < 20)
    });
    named.filter(|_| fits).map(|(_, kind)| *kind)
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

/// Gives each component a name of its own: its kind, and its place among those of its kind, so that
/// the order of the names is that of the text (`Annex II`, `Appendix 1`, `Annex III`).
#[derive(Debug, Default)]
pub(super) struct Names {
    counts: BTreeMap<&'static str, u32>,
}

impl Names {
    /// The next `annex-2`.
    pub(super) fn name(&mut self, kind: &'static str) -> String {
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        format!("{kind}-{count}")
    }
}
