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
    invalid_utf8: Vec<Span>,
}

impl Source {
    /// A source of `text` that was read from `path`.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>, text: impl Into<Arc<str>>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            lines: OnceLock::new(),
            invalid_utf8: Vec::new(),
        }
    }

    /// A source of the bytes of a file, whatever they are.
    ///
    /// Each byte that is no UTF-8 stands in the text as U+001A SUBSTITUTE, one byte for one, so
    /// that every offset is still that of the file; [`Source::invalid_utf8`] tells where.
    #[must_use]
    pub fn from_bytes(path: impl Into<PathBuf>, bytes: Vec<u8>) -> Self {
        let bytes = match String::from_utf8(bytes) {
            Ok(text) => return Self::new(path, text),
            Err(error) => error.into_bytes(),
        };
        let mut text = String::with_capacity(bytes.len());
        let mut invalid_utf8: Vec<Span> = Vec::new();
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            let run = Span::from_range(text.len()..text.len() + chunk.invalid().len());
            text.extend(chunk.invalid().iter().map(|_| '\u{1A}'));
            match invalid_utf8.last_mut() {
                _ if run.is_empty() => {}
                Some(last) if last.end == run.start => last.end = run.end,
                _ => invalid_utf8.push(run),
            }
        }
        Self {
            invalid_utf8,
            ..Self::new(path, text)
        }
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

    /// The runs of bytes of the file that are no UTF-8, in order; of an ordinary file none.
    #[must_use]
    pub fn invalid_utf8(&self) -> &[Span] {
        &self.invalid_utf8
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
        self.sources
            .get(&id)
            .map_or("", |source| source.slice(span))
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
