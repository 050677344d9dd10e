//! Keys: strings, each once.

use std::collections::HashMap;

use super::scalar::ScalarToken;
use super::{Builder, Next};
use crate::yaml::core_schema::{self, Plain};
use crate::yaml::fault;
use crate::yaml::tree::{Content, Decoded, Entry, NodeId, Scalar, ScalarStyle};

/// A mapping with more entries than this is checked for duplicate keys through a hash table.
const FEW_KEYS: usize = 16;

impl Builder<'_> {
    pub(super) fn key(&mut self, id: NodeId, token: &ScalarToken<'_>) {
        let span = self.nodes[id.0 as usize].span;
        if token.style == ScalarStyle::Plain && !token.tagged {
            if token.text == "<<" {
                self.faults.add(
                    fault::MERGE_KEY,
                    span,
                    "a mapping merged into another is not allowed in a record",
                    "write its keys out here",
                );
                self.merging = self.merging.or(Some(self.open.len()));
                self.set_next(Next::Refused);
                return;
            }
            if core_schema::type_of(token.text) != Plain::String || token.span.is_empty() {
                let (message, help) = if token.span.is_empty() {
                    (
                        "a key is missing here".to_owned(),
                        "write one before the colon".to_owned(),
                    )
                } else {
                    let word = token.text;
                    let message = format!("the key `{word}` reads as a number or a truth value");
                    (message, format!("put it in quotes: \"{word}\":"))
                };
                self.faults.add(fault::NON_STRING_KEY, span, message, help);
                if token.span.is_empty() {
                    self.set_next(Next::Refused);
                    return;
                }
            }
        }
        self.set_next(Next::Value { key: id });
    }

    /// Reports the keys that are given twice among the entries from `first` on, and keeps only the
    /// first of each.
    pub(super) fn drop_duplicates(&mut self, first: usize) {
        let run = &self.open_entries[first..];
        let name = |entry: &Entry| self.string(entry.key);
        let mut duplicates: Vec<(usize, usize)> = Vec::new();
        if run.len() <= FEW_KEYS {
            for (at, entry) in run.iter().enumerate() {
                if let Some(earlier) = run[..at].iter().position(|e| name(e) == name(entry)) {
                    duplicates.push((earlier, at));
                }
            }
        } else {
            let mut seen = HashMap::with_capacity(run.len());
            for (at, entry) in run.iter().enumerate() {
                let earlier = *seen.entry(name(entry)).or_insert(at);
                if earlier != at {
                    duplicates.push((earlier, at));
                }
            }
        }
        for (earlier, at) in &duplicates {
            let (earlier, later) = (run[*earlier].key, run[*at].key);
            let message = format!("the key `{}` is given twice here", self.string(later));
            self.faults.add_with_label(
                fault::DUPLICATE_KEY,
                self.nodes[later.0 as usize].span,
                message,
                "keep one of the two; a reader of the file would see only one value",
                (
                    self.nodes[earlier.0 as usize].span,
                    "it is given first here",
                ),
            );
        }
        let mut refused = duplicates.into_iter().map(|(_, at)| first + at).peekable();
        if refused.peek().is_some() {
            let mut at = 0;
            self.open_entries.retain(|_| {
                at += 1;
                refused.next_if_eq(&(at - 1)).is_none()
            });
        }
    }

    fn string(&self, node: NodeId) -> &str {
        match self.nodes[node.0 as usize].content {
            Content::String(Scalar {
                text: Decoded::Verbatim(span),
                ..
            }) => &self.text[span.range()],
            Content::String(Scalar {
                text: Decoded::Buffered(index),
                ..
            }) => &self.decoded[self.buffered[index as usize].text.range()],
            _ => "",
        }
    }
}
