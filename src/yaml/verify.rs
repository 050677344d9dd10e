//! What was written is read again before it replaces anything.
//!
//! A record must mean the same to every tool, so two readers are asked: ours, and an archived one
//! of YAML 1.1 habits (`serde_yaml`), which is named here and nowhere else.

use std::sync::Arc;

use super::parse::{Limits, parse};
use super::tree::{Node, NodeKind};
use super::value::Value;
use crate::text::SourceId;

/// What was written does not read as it was meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// Our own reader refuses it.
    #[error("what was written cannot be read again: {0}")]
    Refused(String),
    /// Our own reader takes it for something else.
    #[error("what was written reads differently at `{0}`")]
    Differs(String),
    /// The other reader refuses it.
    #[error("what was written cannot be read by other tools: {0}")]
    RefusedElsewhere(String),
    /// The other reader takes it for something else.
    #[error("what was written reads differently in other tools at `{0}`")]
    DiffersElsewhere(String),
}

/// Reads `text` with both readers and compares it, string for string, with the value that it was
/// written from.
///
/// # Errors
///
/// If a reader refuses the text or finds another value in it; places are JSON pointers.
pub fn verify(text: &str, value: &Value) -> Result<(), VerifyError> {
    let parsed = parse(SourceId(0), &Arc::from(text), &Limits::default());
    if let Some(fault) = parsed.faults.first() {
        return Err(VerifyError::Refused(fault.message.clone()));
    }
    let tree = parsed
        .tree
        .ok_or_else(|| VerifyError::Refused("it is empty".to_owned()))?;
    compare(value, tree.root(), same_node).map_err(VerifyError::Differs)?;
    let other: serde_yaml::Value = serde_yaml::from_str(text)
        .map_err(|error| VerifyError::RefusedElsewhere(error.to_string()))?;
    compare(value, &other, same_elsewhere).map_err(VerifyError::DiffersElsewhere)
}

/// The children of two equal collections, paired; `Some` of none for equal scalars.
type Pairs<'v, T> = Vec<(String, &'v Value, T)>;

/// Compares without recursion; the pointer of the first place that differs.
fn compare<'v, T>(
    value: &'v Value,
    read: T,
    same: impl Fn(&'v Value, T) -> Option<Pairs<'v, T>>,
) -> Result<(), String> {
    let mut open = vec![(String::new(), value, read)];
    while let Some((place, value, read)) = open.pop() {
        let Some(children) = same(value, read) else {
            return Err(place);
        };
        open.extend(children.into_iter().map(|(name, value, read)| {
            (
                format!("{place}/{}", name.replace('~', "~0").replace('/', "~1")),
                value,
                read,
            )
        }));
    }
    Ok(())
}

fn same_node<'v>(value: &'v Value, node: Node<'v>) -> Option<Pairs<'v, Node<'v>>> {
    let is_same = match value {
        Value::Sequence(items) => {
            let nodes = node.items();
            return (matches!(node.kind(), NodeKind::Sequence) && nodes.len() == items.len()).then(
                || {
                    let pairs = items.iter().zip(nodes).enumerate();
                    pairs
                        .map(|(at, (item, node))| (at.to_string(), item, node))
                        .collect()
                },
            );
        }
        Value::Mapping(entries) => {
            let nodes = node.entries();
            if !matches!(node.kind(), NodeKind::Mapping) || nodes.len() != entries.len() {
                return None;
            }
            let pairs = entries
                .iter()
                .zip(nodes)
                .map(|((key, value), (name, node))| {
                    (name.as_str() == Some(key)).then(|| (key.clone(), value, node))
                });
            return pairs.collect();
        }
        Value::String(text) => node.as_str() == Some(text),
        Value::Null => node.kind() == NodeKind::Null,
        Value::Bool(value) => node.kind() == NodeKind::Bool(*value),
        Value::Int(value) => node.kind() == NodeKind::Int(*value),
        Value::Number(text) => matches!(node.kind(), NodeKind::Float(_)) && node.raw() == text,
    };
    is_same.then(Vec::new)
}

fn same_elsewhere<'v>(
    value: &'v Value,
    read: &'v serde_yaml::Value,
) -> Option<Pairs<'v, &'v serde_yaml::Value>> {
    use serde_yaml::Value as Read;
    let is_same = match (value, read) {
        (Value::Sequence(items), Read::Sequence(read)) if items.len() == read.len() => {
            let pairs = items.iter().zip(read).enumerate();
            return Some(
                pairs
                    .map(|(at, (item, read))| (at.to_string(), item, read))
                    .collect(),
            );
        }
        (Value::Mapping(entries), Read::Mapping(read)) if entries.len() == read.len() => {
            let pairs = entries
                .iter()
                .zip(read)
                .map(|((key, value), (name, read))| {
                    (name.as_str() == Some(key)).then(|| (key.clone(), value, read))
                });
            return pairs.collect();
        }
        (Value::String(text), Read::String(read)) => text == read,
        (Value::Null, Read::Null) => true,
        (Value::Bool(value), Read::Bool(read)) => value == read,
        (Value::Int(value), Read::Number(read)) => read.as_i64() == Some(*value),
        (Value::Number(_), Read::Number(_)) => true,
        _ => false,
    };
    is_same.then(Vec::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str) -> Value {
        Value::Mapping(vec![("a".to_owned(), Value::from(text))])
    }

    #[test]
    fn what_reads_otherwise_is_told_with_its_place() {
        assert_eq!(verify("a: x\n", &entry("x")), Ok(()));
        assert_eq!(
            verify("a: y\n", &entry("x")),
            Err(VerifyError::Differs("/a".to_owned()))
        );
        assert_eq!(verify("a: no\n", &entry("no")), Ok(()));
        assert_eq!(
            verify("a: 'x\u{2028}  y'\n", &entry("x\u{2028}  y")),
            Err(VerifyError::DiffersElsewhere("/a".to_owned()))
        );
        assert!(matches!(
            verify("a: &b x\n", &entry("x")),
            Err(VerifyError::Refused(_))
        ));
        assert!(matches!(
            verify("a: \"\\uD83D\\uDE00\"\n", &entry("😀")),
            Err(VerifyError::RefusedElsewhere(_))
        ));
    }
}
