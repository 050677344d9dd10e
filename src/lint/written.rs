//! Rules that are written in Rust: what the lint language cannot say.

use super::context::Context;
use super::row::Match;

/// A rule, which lint files name by `analysis:`.
#[derive(Debug)]
pub(super) struct Written {
    /// As lint files name it.
    pub(super) name: &'static str,
    /// The columns of what it finds.
    pub(super) columns: &'static [&'static str],
    /// Finds.
    pub(super) run: for<'a> fn(&Context<'a>) -> Vec<Match<'a>>,
}

/// Every rule.
pub(super) const WRITTEN: &[Written] = &[];
