//! What makes a finding the same finding in a later draft.
//!
//! Neither line, file nor path of the node is hashed: renumbering articles is ordinary drafting.
//! What is hashed is what a reader would call the same: the lint, the instrument, the sentence, the
//! words in it, and what tells apart two findings on the same words.

use std::collections::HashMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostic;

/// What identifies a finding, before equals are counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Identity {
    /// The id of the lint.
    pub(super) lint: String,
    /// The sentence around the words, white space and case folded.
    pub(super) sentence: String,
    /// The words, folded likewise.
    pub(super) words: String,
    /// What the identity columns say.
    pub(super) columns: Vec<String>,
}

/// Numbers equals, in the order in which they are asked for.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    seen: HashMap<Identity, u32>,
}

impl Fingerprints {
    /// The fingerprint of the next finding of this identity: `v1:` and 128 bits in hex.
    pub(super) fn next(&mut self, instrument: &str, identity: Identity) -> String {
        let mut hash = Sha256::new();
        let mut part = |text: &str| {
            // The length keeps parts apart: `ab`, `c` is not `a`, `bc`.
            hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_le_bytes());
            hash.update(text.as_bytes());
        };
        part(&identity.lint);
        part(instrument);
        part(&identity.sentence);
        part(&identity.words);
        for column in &identity.columns {
            part(column);
        }
        let occurrence = self.seen.entry(identity).or_insert(0);
        hash.update(occurrence.to_le_bytes());
        *occurrence += 1;
        let mut text = String::from("v1:");
        for byte in hash.finalize().iter().take(16) {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}

/// Gives fingerprints to faults of files, which no lint found: what stands in place of the sentence
/// is the message, and `words` are those of the primary span.
pub fn identify(
    instrument: &str,
    faults: &mut [Diagnostic],
    words: impl Fn(&Diagnostic) -> String,
) {
    let mut prints = Fingerprints::default();
    for fault in faults {
        let identity = Identity {
            lint: fault.lint.clone(),
            sentence: fault.message.clone(),
            words: words(fault),
            columns: Vec::new(),
        };
        fault.fingerprint = prints.next(instrument, identity);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(words: &str) -> Identity {
        Identity {
            lint: "a-risk".to_owned(),
            sentence: "each party shall act".to_owned(),
            words: words.to_owned(),
            columns: Vec::new(),
        }
    }

    #[test]
    fn equals_are_told_apart_by_their_order_alone() {
        let mut prints = Fingerprints::default();
        let first = prints.next("x", identity("act"));
        let second = prints.next("x", identity("act"));
        assert_ne!(first, second);
        assert_eq!(first.len(), "v1:".len() + 32);
        let mut again = Fingerprints::default();
        assert_eq!(again.next("x", identity("act")), first);
        assert_eq!(again.next("x", identity("act")), second);
        assert_ne!(again.next("y", identity("act")), first);
    }
}
