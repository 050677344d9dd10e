//! Suppression as data.

use crate::text::Span;

/// An entry of `allow:` in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The lint that is allowed.
    pub lint: String,
    /// The paragraph it is allowed in (`2.a`); `None` for the whole record.
    pub paragraph: Option<String>,
    /// Why.
    pub reason: String,
    /// The last day on which it holds, as `YYYY-MM-DD`.
    pub expires: Option<String>,
    /// The bytes of the entry.
    pub span: Span,
}
