//! The arena, built from tokens as they come: an explicit stack, no recursion.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::block;
use super::core_schema::{self, Plain};
use super::fault::{self, Faults};
use super::map::Buffered;
use super::tree::{Comment, Content, Decoded, Entry, NodeData, NodeId, Scalar, ScalarStyle, Tree};
use crate::text::{SourceId, Span};

/// A mapping with more entries than this is checked for duplicate keys through a hash table.
const FEW_KEYS: usize = 16;

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

/// A scalar token: where it is, how it is written, and what it decodes to.
pub(super) struct ScalarToken<'a> {
    pub(super) span: Span,
    pub(super) style: ScalarStyle,
    pub(super) text: &'a str,
    pub(super) tagged: bool,
}

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

    /// Where the last token ended, in bytes.
    pub(super) const fn last_end(&self) -> u32 {
        self.last_end
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
            "delete it; put a number that is meant as a label in quotes, as in \"7\"",
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

    pub(super) fn scalar(&mut self, token: &ScalarToken<'_>) {
        let is_key = self.awaits_key();
        let (span, content) = match token.style {
            ScalarStyle::Literal | ScalarStyle::Folded => self.block_scalar(token),
            ScalarStyle::Plain if token.span.is_empty() && !token.tagged => (
                Span::empty(self.empty_value_place(token.span.start)),
                Content::Null,
            ),
            style => (token.span, self.flow_scalar(token, style, is_key)),
        };
        self.last_end = self.last_end.max(span.end);
        let id = self.add(span, content);
        if is_key {
            self.key(id, token)
        } else {
            self.place(id)
        }
    }

    fn flow_scalar(
        &mut self,
        token: &ScalarToken<'_>,
        style: ScalarStyle,
        is_key: bool,
    ) -> Content {
        if style == ScalarStyle::Plain && !token.tagged && !is_key {
            match core_schema::type_of(token.text) {
                Plain::Null => return Content::Null,
                Plain::Bool(value) => return Content::Bool(value),
                Plain::Int(value) => return Content::Int(value),
                Plain::Float(value) => return Content::Float(value),
                Plain::String => {}
            }
        }
        let text = self.keep(token.text, None);
        if style == ScalarStyle::Plain && matches!(text, Decoded::Buffered(_)) {
            self.refuse_comment(token.span);
        }
        Content::String(Scalar { style, text })
    }

    /// A comment ends a plain scalar, but the parser reads on behind one that a tab precedes.
    fn refuse_comment(&mut self, span: Span) {
        let written = self.text[span.range()].as_bytes();
        let comment = written
            .windows(2)
            .position(|pair| pair[1] == b'#' && pair[0].is_ascii_whitespace());
        if let Some(at) = comment {
            let at = span.start as usize + at + 1;
            self.faults.add(
                fault::SYNTAX,
                Span::from_range(at..at + 1),
                fault::COMMENT_INSIDE.0,
                fault::COMMENT_INSIDE.1,
            );
        }
    }

    fn block_scalar(&mut self, token: &ScalarToken<'_>) -> (Span, Content) {
        let (content, limit) = (token.span.start as usize, token.span.end as usize);
        let bytes = self.text.as_bytes();
        let holds_nothing = token.text.bytes().all(|byte| byte == b'\n');
        // A scalar that the file ends in before any content is placed at its header.
        let header = if holds_nothing && matches!(bytes.get(content), Some(b'|' | b'>')) {
            content
        } else {
            block::header(self.text, self.last_end as usize, content).unwrap_or(content)
        };
        // Without content the token stands at whatever comes next, and tells no column.
        let indent = content - block::line_start(bytes, content);
        let indent = u32::try_from(indent).ok().filter(|_| !holds_nothing);
        let end = block::end(self.text, header, content, limit);
        let text = self.keep(token.text, indent);
        let scalar = Scalar {
            style: token.style,
            text,
        };
        (
            Span::from_range(header..end.max(header)),
            Content::String(scalar),
        )
    }

    /// The text as bytes of the source if the parser borrowed it from there, else a copy.
    fn keep(&mut self, text: &str, indent: Option<u32>) -> Decoded {
        let offset = (text.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        if self.text.get(offset..offset.saturating_add(text.len())) == Some(text) {
            return Decoded::Verbatim(Span::from_range(offset..offset + text.len()));
        }
        let start = self.decoded.len();
        self.decoded.push_str(text);
        let text = Span::from_range(start..self.decoded.len());
        let index = u32::try_from(self.buffered.len()).unwrap_or(u32::MAX);
        self.buffered.push(Buffered {
            text,
            indent,
            map: OnceLock::new(),
        });
        Decoded::Buffered(index)
    }

    /// Where a value that was left out would stand: after its colon or its dash.
    fn empty_value_place(&self, at: u32) -> u32 {
        let last = self.last_end as usize;
        let rest = self.text.get(last..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        match (
            rest[blanks..].bytes().next(),
            self.open.last().map(|frame| &frame.shape),
        ) {
            (
                Some(b':'),
                Some(Shape::Mapping {
                    next: Next::Value { .. } | Next::Refused,
                    ..
                }),
            ) => Span::from_range(0..last + blanks + 1).end,
            (Some(b'-'), Some(Shape::Sequence { .. })) => {
                Span::from_range(0..last + blanks + 1).end
            }
            _ => at.max(self.last_end),
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

    fn drop_duplicates(&mut self, first: usize) {
        let run = &self.open_entries[first..];
        let name = |entry: &Entry| self.string(entry.key);
        let mut duplicates: Vec<(usize, usize)> = Vec::new();
        if run.len() <= FEW_KEYS {
            for (at, entry) in run.iter().enumerate() {
                if let Some(earlier) = run[..at].iter().position(|e| name(e) == name(entry)) {
                    duplicates.push((earlier, at));
                }
            }
        } else {
            let mut seen = HashMap::with_capacity(run.len());
            for (at, entry) in run.iter().enumerate() {
                let earlier = *seen.entry(name(entry)).or_insert(at);
                if earlier != at {
                    duplicates.push((earlier, at));
                }
            }
        }
        for (earlier, at) in &duplicates {
            let (earlier, later) = (run[*earlier].key, run[*at].key);
            let message = format!("the key `{}` is given twice here", self.string(later));
            self.faults.add_with_label(
                fault::DUPLICATE_KEY,
                self.nodes[later.0 as usize].span,
                message,
                "keep one of the two; a reader of the file would see only one value",
                (
                    self.nodes[earlier.0 as usize].span,
                    "it is given first here",
                ),
            );
        }
        for (_, at) in duplicates.iter().rev() {
            self.open_entries.remove(first + at);
        }
    }

    fn string(&self, node: NodeId) -> &str {
        match self.nodes[node.0 as usize].content {
            Content::String(Scalar {
                text: Decoded::Verbatim(span),
                ..
            }) => &self.text[span.range()],
            Content::String(Scalar {
                text: Decoded::Buffered(index),
                ..
            }) => &self.decoded[self.buffered[index as usize].text.range()],
            _ => "",
        }
    }

    fn key(&mut self, id: NodeId, token: &ScalarToken<'_>) {
        let span = self.nodes[id.0 as usize].span;
        if token.style == ScalarStyle::Plain && !token.tagged {
            if token.text == "<<" {
                self.faults.add(
                    fault::MERGE_KEY,
                    span,
                    "a mapping merged into another is not allowed in a record",
                    "write its keys out here",
                );
                self.merging = self.merging.or(Some(self.open.len()));
                self.set_next(Next::Refused);
                return;
            }
            if core_schema::type_of(token.text) != Plain::String || token.span.is_empty() {
                let (message, help) = if token.span.is_empty() {
                    (
                        "a key is missing here".to_owned(),
                        "write one before the colon".to_owned(),
                    )
                } else {
                    let word = token.text;
                    let message = format!("the key `{word}` reads as a number or a truth value");
                    (message, format!("put it in quotes: \"{word}\":"))
                };
                self.faults.add(fault::NON_STRING_KEY, span, message, help);
                if token.span.is_empty() {
                    self.set_next(Next::Refused);
                    return;
                }
            }
        }
        self.set_next(Next::Value { key: id });
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
