//! A tree to be written: what import, fmt and scaffolding hand to the writer.

/// A YAML value without a place, mappings in the order they are to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
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
