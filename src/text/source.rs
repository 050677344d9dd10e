//! Sources: the files whose bytes spans point into.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::{LineColumn, LineIndex, Span};

/// Names one source of a run. Numbers follow the sorted order of the paths, so they do not depend
/// on threads or on the order of arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A file as it was read.
#[derive(Debug)]
pub struct Source {
    path: PathBuf,
    text: Arc<str>,
    lines: OnceLock<LineIndex>,
}

impl Source {
    /// A source of `text` that was read from `path`.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>, text: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// The path as it was given or walked to.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole text, with a byte-order mark if the file has one.
    #[must_use]
    pub const fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The lines, indexed on first use.
    #[must_use]
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// The words of a span; empty if the span does not lie in this source.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The line and column of a byte offset.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> LineColumn {
        self.lines().line_column(&self.text, offset)
    }
}

/// The sources that a run's findings point into.
#[derive(Debug, Default, Clone)]
pub struct SourceMap {
    sources: BTreeMap<SourceId, Arc<Source>>,
}

impl SourceMap {
    /// A map of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds or replaces a source.
    pub fn insert(&mut self, id: SourceId, source: Arc<Source>) {
        self.sources.insert(id, source);
    }

    /// The source of an id, if it was kept.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<&Arc<Source>> {
        self.sources.get(&id)
    }

    /// The words of a span.
    #[must_use]
    pub fn slice(&self, id: SourceId, span: Span) -> &str {
        self.sources.get(&id).map_or("", |source| source.slice(span))
    }

    /// All sources, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Arc<Source>)> {
        self.sources.iter().map(|(id, source)| (*id, source))
    }

    /// Moves every source of `other` into this map.
    pub fn extend(&mut self, other: Self) {
        self.sources.extend(other.sources);
    }
}
