//! How values, types and lists of words are called in a message.

use serde_json::Value;

use crate::yaml::{Node, NodeKind};

/// Longer lists of words are cut: a message is not a manual.
const LISTED: usize = 40;

/// Longer values are cut, in characters.
pub(super) const SHOWN: usize = 40;

pub(super) fn is_unquoted(node: Node<'_>) -> bool {
    matches!(
        node.kind(),
        NodeKind::Int(_) | NodeKind::Float(_) | NodeKind::Bool(_)
    )
}

pub(super) fn type_name(node: Node<'_>) -> &'static str {
    match node.kind() {
        NodeKind::Null => "an empty value",
        NodeKind::Int(_) | NodeKind::Float(_) => "a number",
        NodeKind::Bool(_) => "a yes-or-no value",
        NodeKind::String(_) => "text",
        NodeKind::Sequence => "a list",
        NodeKind::Mapping => "a group of fields",
    }
}

/// Types by their names in JSON, as a reader calls them: `text, a number or a list`.
pub(super) fn alternatives(types: &[&str]) -> String {
    let mut words: Vec<&str> = types
        .iter()
        .map(|name| match *name {
            "string" => "text",
            "array" => "a list",
            "object" => "a group of fields",
            "integer" => "a whole number",
            "number" => "a number",
            "boolean" => "`true` or `false`",
            _ => "left empty",
        })
        .collect();
    let last = words.pop().unwrap_or_default();
    if words.is_empty() {
        last.to_owned()
    } else {
        format!("{} or {last}", words.join(", "))
    }
}

pub(super) fn entries(count: usize) -> String {
    if count == 1 {
        "1 entry".to_owned()
    } else {
        format!("{count} entries")
    }
}

pub(super) fn listing(words: &[&str]) -> String {
    let quoted: Vec<String> = words
        .iter()
        .take(LISTED)
        .map(|word| format!("`{word}`"))
        .collect();
    let more = if words.len() > LISTED { " …" } else { "" };
    format!("{}{more}", quoted.join(", "))
}

/// A value of a schema as it is written in a file.
pub(super) fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// A scalar as it stands in the file.
pub(super) fn written(node: Node<'_>) -> &str {
    node.tree()
        .text()
        .get(node.span().range())
        .unwrap_or_default()
}

/// A value as a message shows it: the beginning of its first line.
pub(super) fn shown(node: Node<'_>) -> String {
    let text = match node.kind() {
        NodeKind::Null | NodeKind::Sequence | NodeKind::Mapping => {
            return type_name(node).to_owned();
        }
        NodeKind::String(_) => node.as_str().unwrap_or_default(),
        _ => written(node),
    };
    let line = text.lines().next().unwrap_or_default();
    let start: String = line.chars().take(SHOWN).collect();
    let more = if start.len() < text.trim_end().len() {
        "…"
    } else {
        ""
    };
    format!("`{start}{more}`")
}
