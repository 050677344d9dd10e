//! A tree to be written: what import, fmt and scaffolding hand to the writer.

use super::tree::{Node, NodeKind};

/// A YAML value without a place, mappings in the order they are to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number, as it is written (`1.5`, `.inf`); what is no such number is written as a
    /// string.
    Number(String),
    /// A string, of any characters.
    String(String),
    /// A sequence; written in flow style if all its items are short scalars, else in block style.
    Sequence(Vec<Value>),
    /// A mapping, in order, keys distinct.
    Mapping(Vec<(String, Value)>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl Node<'_> {
    /// The value of this node, without its place, its comments and its style.
    ///
    /// The nesting of a parsed tree is limited, and with it the recursion here.
    #[must_use]
    pub fn to_value(self) -> Value {
        match self.kind() {
            NodeKind::Null => Value::Null,
            NodeKind::Bool(value) => Value::Bool(value),
            NodeKind::Int(value) => Value::Int(value),
            NodeKind::Float(_) => Value::Number(self.raw().to_owned()),
            NodeKind::String(_) => Value::from(self.as_str().unwrap_or_default()),
            NodeKind::Sequence => Value::Sequence(self.items().map(Node::to_value).collect()),
            NodeKind::Mapping => Value::Mapping(
                self.entries()
                    .map(|(key, value)| {
                        (
                            key.as_str().unwrap_or_default().to_owned(),
                            value.to_value(),
                        )
                    })
                    .collect(),
            ),
        }
    }
}
