//! Annexes, protocols and notes: what they are called.

use std::collections::BTreeMap;

use super::blocks::{Block, Kind};
use super::heading;

/// What a block that follows the closing words joins to them, by its title: a protocol of
/// signature, agreed minutes, a declaration.
pub(super) fn titled(block: &Block) -> Option<&'static str> {
    const TITLES: &[(&str, &str)] = &[
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
