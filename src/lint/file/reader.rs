//! Nodes to words, collecting what does not fit.

use super::super::error::{LintFileError, Problem};
use super::super::form::{Spanned, Word};
use crate::text::Span;
use crate::yaml::{Node, NodeKind};

/// Reads nodes and collects faults.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) errors: Vec<LintFileError>,
}

impl Reader {
    /// Notes a fault.
    pub(super) fn error(&mut self, span: Span, problem: Problem) {
        self.errors.push(LintFileError { span, problem });
    }

    /// Notes that a field is missing, at the first key of what should have it.
    pub(super) fn missing(&mut self, node: Node<'_>, key: &'static str, of: &'static str) {
        let first = node.entries().next();
        let span = first.map_or_else(|| node.span(), |(key, _)| key.span());
        self.error(span, Problem::Missing { key, of });
    }

    /// A scalar as a word: `true`, `2` and `yes` are words here as they are written.
    pub(super) fn word(&mut self, node: Node<'_>) -> Word {
        let value = match node.kind() {
            NodeKind::String(_) => node.as_str().unwrap_or_default().to_owned(),
            NodeKind::Bool(value) => value.to_string(),
            NodeKind::Int(value) => value.to_string(),
            NodeKind::Float(_) => node.raw().to_owned(),
            NodeKind::Null | NodeKind::Sequence | NodeKind::Mapping => {
                self.error(node.span(), Problem::Shape("a word"));
                String::new()
            }
        };
        Spanned {
            value,
            span: node.span(),
        }
    }

    /// A word, or several.
    pub(super) fn one_or_more(&mut self, node: Node<'_>) -> Vec<Word> {
        match node.kind() {
            NodeKind::Sequence => node.items().map(|item| self.word(item)).collect(),
            _ => vec![self.word(node)],
        }
    }

    /// The words of a field that holds one or several; none if it is not there.
    pub(super) fn words(&mut self, node: Node<'_>, key: &str) -> Vec<Word> {
        node.get(key)
            .map_or_else(Vec::new, |node| self.one_or_more(node))
    }

    /// The same without their bytes.
    pub(super) fn plain_words(&mut self, node: Node<'_>, key: &str) -> Vec<String> {
        let words = self.words(node, key).into_iter();
        words.map(|word| word.value).collect()
    }

    /// A field that may be missing.
    pub(super) fn optional<T>(
        &mut self,
        node: Node<'_>,
        key: &str,
        read: impl FnOnce(&mut Self, Node<'_>) -> T,
    ) -> Option<T> {
        node.get(key).map(|node| read(self, node))
    }

    /// A word that must be there; empty after the fault was noted.
    pub(super) fn required(
        &mut self,
        node: Node<'_>,
        key: &'static str,
        of: &'static str,
        read: impl FnOnce(&mut Self, Node<'_>) -> Word,
    ) -> Word {
        match node.get(key) {
            Some(value) => read(self, value),
            None => {
                self.missing(node, key, of);
                Spanned {
                    value: String::new(),
                    span: node.span(),
                }
            }
        }
    }

    /// A whole number that is not negative.
    pub(super) fn number(&mut self, node: Node<'_>, key: &str) -> Option<u32> {
        let node = node.get(key)?;
        let number = node.as_int().and_then(|number| u32::try_from(number).ok());
        if number.is_none() {
            self.error(node.span(), Problem::Shape("a whole number"));
        }
        number
    }
}
