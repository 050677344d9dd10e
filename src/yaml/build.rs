//! The arena, built from tokens as they come: an explicit stack, no recursion.

mod key;
mod scalar;

pub(super) use scalar::ScalarToken;

use std::sync::Arc;

use super::block;
use super::fault::{self, Faults};
use super::segment::Buffered;
use super::tree::{Comment, Content, Decoded, Entry, NodeData, NodeId, Scalar, ScalarStyle, Tree};
use crate::text::{SourceId, Span};

/// A tree under construction.
pub(super) struct Builder<'t> {
    text: &'t str,
    nodes: Vec<NodeData>,
    entries: Vec<Entry>,
    items: Vec<NodeId>,
    decoded: String,
    buffered: Vec<Buffered>,
    comments: Vec<Comment>,
    /// The collections that are not closed yet.
    open: Vec<Frame>,
    /// The entries and items of the open collections, those of the innermost last.
    open_entries: Vec<Entry>,
    open_items: Vec<NodeId>,
    root: Option<NodeId>,
    documents: u32,
    /// Where the last token ended.
    last_end: u32,
    /// The depth at which the value of a merge key is being read: its alias needs no fault.
    merging: Option<usize>,
    depth: u32,
    pub(super) faults: Faults,
}

struct Frame {
    node: NodeId,
    /// Whether a closing bracket will tell where it ends.
    bracketed: bool,
    shape: Shape,
}

enum Shape {
    Sequence { first: usize },
    Mapping { first: usize, next: Next },
}

#[derive(Clone, Copy)]
enum Next {
    Key,
    Value {
        key: NodeId,
    },
    /// The value of a key that was refused: read, checked and dropped.
    Refused,
}

/// Which collection a token opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Sequence,
    Mapping,
}

/// The tree would be nested deeper than the limit.
#[derive(Debug)]
pub(super) struct TooDeep;

impl<'t> Builder<'t> {
    pub(super) fn new(source: SourceId, text: &'t str, depth: u32) -> Self {
        Self {
            text,
            nodes: Vec::with_capacity(text.len() / 32),
            entries: Vec::with_capacity(text.len() / 64),
            items: Vec::new(),
            decoded: String::new(),
            buffered: Vec::new(),
            comments: Vec::new(),
            open: Vec::new(),
            open_entries: Vec::new(),
            open_items: Vec::new(),
            root: None,
            documents: 0,
            last_end: 0,
            merging: None,
            depth,
            faults: Faults::new(source),
        }
    }

    /// The last scalar; if something else was taken since, the empty span where that ended.
    pub(super) fn last_token(&self) -> Span {
        let last = self.nodes.last().map(|node| node.span);
        last.filter(|span| span.end == self.last_end)
            .unwrap_or(Span::empty(self.last_end))
    }

    /// A document starts, at `---` if that is `explicit`, else at its first value.
    pub(super) fn document(&mut self, span: Span, explicit: bool) {
        let span = if explicit {
            span
        } else {
            Span::empty(span.start)
        };
        self.documents += 1;
        if self.documents > 1 {
            self.faults.add(
                fault::MULTIPLE_DOCUMENTS,
                span,
                "a second document starts here",
                "put each record in a file of its own",
            );
        }
        if explicit {
            self.last_end = self.last_end.max(span.end);
        }
    }

    pub(super) fn comment(&mut self, span: Span) {
        let start = span.start as usize;
        let line = block::line_start(self.text.as_bytes(), start);
        let before = &self.text[line..start];
        let own_line = before
            .trim_start_matches('\u{feff}')
            .trim_matches([' ', '\t'])
            .is_empty();
        self.comments.push(Comment { span, own_line });
    }

    pub(super) fn anchor(&mut self, span: Span) {
        self.faults.add(
            fault::ANCHOR,
            span,
            "a name to repeat a value by is not allowed in a record",
            "delete it, and write the value out where it is repeated",
        );
    }

    pub(super) fn tag(&mut self, span: Span) {
        self.faults.add(
            fault::TAG,
            span,
            "a type before a value is not allowed in a record",
            "delete it; put the whole value in quotes if it is meant as text",
        );
    }

    /// An alias stands in the tree as a string, as it is written.
    pub(super) fn alias(&mut self, span: Span) {
        if self.merging.is_none() {
            self.faults.add(
                fault::ALIAS,
                span,
                "a value repeated by reference is not allowed in a record",
                "write the value out here, or put it in quotes if it is meant as text",
            );
        }
        self.last_end = self.last_end.max(span.end);
        let scalar = Scalar {
            style: ScalarStyle::Plain,
            text: Decoded::Verbatim(span),
        };
        let id = self.add(span, Content::String(scalar));
        if self.awaits_key() {
            self.set_next(Next::Refused);
        } else {
            self.place(id);
        }
    }

    pub(super) fn open(
        &mut self,
        opening: Opening,
        span: Span,
        bracketed: bool,
    ) -> Result<(), TooDeep> {
        if self.open.len() >= self.depth as usize {
            fault::nesting(span, self.depth, &mut self.faults);
            return Err(TooDeep);
        }
        let start = match opening {
            Opening::Sequence if !bracketed => self.first_dash().unwrap_or(span.start),
            _ => span.start,
        };
        let node = self.add(Span::new(start, span.end.max(start)), Content::Null);
        let shape = match opening {
            Opening::Sequence => Shape::Sequence {
                first: self.open_items.len(),
            },
            Opening::Mapping => Shape::Mapping {
                first: self.open_entries.len(),
                next: Next::Key,
            },
        };
        self.last_end = self.last_end.max(span.end).max(start);
        self.open.push(Frame {
            node,
            bracketed,
            shape,
        });
        Ok(())
    }

    /// The first dash of a block sequence that is the value of a key. The parser places it at its
    /// first item if it is not indented.
    fn first_dash(&self) -> Option<u32> {
        let Some(Frame {
            shape: Shape::Mapping { next, .. },
            ..
        }) = self.open.last()
        else {
            return None;
        };
        let Next::Value { key } = next else {
            return None;
        };
        let bytes = self.text.as_bytes();
        let mut at = self.nodes[key.0 as usize].span.end as usize;
        loop {
            match bytes.get(at)? {
                b' ' | b'\t' | b'\n' | b'\r' | b':' => at += 1,
                b'#' => at = block::line_end(bytes, at),
                b'&' | b'!' => {
                    let after = &bytes[at..];
                    at += after.iter().position(|byte| byte.is_ascii_whitespace())?;
                }
                b'-' => return u32::try_from(at).ok(),
                _ => return None,
            }
        }
    }

    /// Closes the innermost collection; `span` is that of its closing bracket, if it has one.
    pub(super) fn close(&mut self, span: Span) {
        let Some(frame) = self.open.pop() else { return };
        let (content, last) = match frame.shape {
            Shape::Sequence { first } => {
                let last = self
                    .open_items
                    .last()
                    .copied()
                    .filter(|_| self.open_items.len() > first);
                let run = run_of(self.items.len(), self.open_items.len() - first);
                self.items.extend(self.open_items.drain(first..));
                (
                    Content::Sequence {
                        first: run.0,
                        len: run.1,
                    },
                    last,
                )
            }
            Shape::Mapping { first, .. } => {
                let last = self.open_entries[first..].last().map(|entry| entry.value);
                self.drop_duplicates(first);
                let run = run_of(self.entries.len(), self.open_entries.len() - first);
                self.entries.extend(self.open_entries.drain(first..));
                (
                    Content::Mapping {
                        first: run.0,
                        len: run.1,
                    },
                    last,
                )
            }
        };
        let last_end = last.map_or(0, |node| self.nodes[node.0 as usize].span.end);
        let node = &mut self.nodes[frame.node.0 as usize];
        node.content = content;
        // A refused entry is not among the children; the last token was inside all the same.
        let end = if frame.bracketed {
            span.end
        } else {
            last_end.max(self.last_end)
        };
        node.span.end = end.max(node.span.start);
        self.last_end = self.last_end.max(node.span.end);
        if self.awaits_key() {
            let span = self.nodes[frame.node.0 as usize].span;
            self.faults.add(
                fault::NON_STRING_KEY,
                span,
                "a list or a mapping cannot be a key",
                "put it in quotes if it is meant as text",
            );
            self.set_next(Next::Refused);
        } else {
            self.place(frame.node);
        }
    }

    fn add(&mut self, span: Span, content: Content) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(NodeData { span, content });
        id
    }

    fn awaits_key(&self) -> bool {
        let shape = self.open.last().map(|frame| &frame.shape);
        matches!(
            shape,
            Some(Shape::Mapping {
                next: Next::Key,
                ..
            })
        )
    }

    fn set_next(&mut self, to: Next) {
        if let Some(Frame {
            shape: Shape::Mapping { next, .. },
            ..
        }) = self.open.last_mut()
        {
            *next = to;
        }
    }

    /// Gives a finished node its place: as root, item or value.
    fn place(&mut self, id: NodeId) {
        match self.open.last_mut().map(|frame| &mut frame.shape) {
            None => {
                self.root.get_or_insert(id);
            }
            Some(Shape::Sequence { .. }) => self.open_items.push(id),
            Some(Shape::Mapping { next, .. }) => {
                if let Next::Value { key } = *next {
                    self.open_entries.push(Entry { key, value: id });
                }
                *next = Next::Key;
                if self.merging == Some(self.open.len()) {
                    self.merging = None;
                }
            }
        }
    }

    /// The tree, if the tokens came to their end and held a value, and the faults found on the way.
    pub(super) fn finish(
        mut self,
        source: SourceId,
        text: &Arc<str>,
        complete: bool,
    ) -> (Option<Tree>, Faults) {
        if !complete {
            return (None, self.faults);
        }
        let root = self.root.filter(|root| {
            let NodeData { span, content } = &self.nodes[root.0 as usize];
            !(span.is_empty() && matches!(content, Content::Null))
        });
        if root.is_none() {
            self.faults.add(
                fault::EMPTY_FILE,
                Span::empty(0),
                "the file holds no record",
                "write one, or delete the file",
            );
        }
        self.nodes.shrink_to_fit();
        let tree = root.map(|root| Tree {
            source,
            text: Arc::clone(text),
            decoded: self.decoded,
            buffered: self.buffered,
            nodes: self.nodes,
            entries: self.entries,
            items: self.items,
            comments: self.comments,
            root,
        });
        (tree, self.faults)
    }
}

/// The place of `len` more rows after `first` rows, as the arena counts.
fn run_of(first: usize, len: usize) -> (u32, u32) {
    (
        u32::try_from(first).unwrap_or(u32::MAX),
        u32::try_from(len).unwrap_or(0),
    )
}
