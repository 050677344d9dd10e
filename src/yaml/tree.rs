//! The arena: nodes, their spans, and their decoded scalars.

use std::sync::Arc;

use super::segment::Buffered;
use crate::text::{SourceId, Span};

/// One parsed document. Nodes are named by [`NodeId`] and read through [`Node`].
#[derive(Debug)]
pub struct Tree {
    pub(super) source: SourceId,
    pub(super) text: Arc<str>,
    /// The decoded texts of all strings that are not written as they read, one after another.
    pub(super) decoded: String,
    /// Which part of `decoded` belongs to which of them.
    pub(super) buffered: Vec<Buffered>,
    pub(super) nodes: Vec<NodeData>,
    /// Entries of all mappings, each mapping's in one run, in the order of the file.
    pub(super) entries: Vec<Entry>,
    /// Items of all sequences, each sequence's in one run.
    pub(super) items: Vec<NodeId>,
    pub(super) comments: Vec<Comment>,
    pub(super) root: NodeId,
}

/// Names a node of one tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// A key and its value. The key is a scalar node of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The key, always a string.
    pub key: NodeId,
    /// The value.
    pub value: NodeId,
}

/// A comment, from `#` to the end of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// The bytes, with `#`, without the line break.
    pub span: Span,
    /// Whether nothing but white space stands before it on its line.
    pub own_line: bool,
}

#[derive(Debug)]
pub(super) struct NodeData {
    pub(super) span: Span,
    pub(super) content: Content,
}

#[derive(Debug)]
pub(super) enum Content {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    String(Scalar),
    Sequence { first: u32, len: u32 },
    Mapping { first: u32, len: u32 },
}

/// A string as it is written and where its decoded text lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scalar {
    pub(super) style: ScalarStyle,
    pub(super) text: Decoded,
}

/// The decoded text of a scalar: the bytes of the source where they are the text already.
#[derive(Debug, Clone, Copy)]
pub(super) enum Decoded {
    /// A span of [`Tree::text`].
    Verbatim(Span),
    /// A row of [`Tree::buffered`].
    Buffered(u32),
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScalarStyle {
    /// No quotes.
    Plain,
    /// `'…'`.
    SingleQuoted,
    /// `"…"`.
    DoubleQuoted,
    /// `|`.
    Literal,
    /// `>`.
    Folded,
}

/// What a node is, by the YAML 1.2 core schema.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NodeKind {
    /// Empty, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number that fits.
    Int(i64),
    /// Any other number.
    Float(f64),
    /// Everything else that is a scalar.
    String(ScalarStyle),
    /// `- …` or `[…]`.
    Sequence,
    /// `key: …` or `{…}`.
    Mapping,
}

/// A node in its tree: cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree,
    id: NodeId,
}

impl Tree {
    /// The source that the spans point into.
    #[must_use]
    pub const fn source(&self) -> SourceId {
        self.source
    }

    /// The text of the source.
    #[must_use]
    pub const fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The top node.
    #[must_use]
    pub const fn root(&self) -> Node<'_> {
        Node {
            tree: self,
            id: self.root,
        }
    }

    /// The node of an id of this tree.
    #[must_use]
    pub const fn node(&self, id: NodeId) -> Node<'_> {
        Node { tree: self, id }
    }

    /// The comments, in the order of the file.
    #[must_use]
    pub fn comments(&self) -> &[Comment] {
        &self.comments
    }
}

impl<'t> Node<'t> {
    /// The name of this node in its tree.
    #[must_use]
    pub const fn id(self) -> NodeId {
        self.id
    }

    /// The tree.
    #[must_use]
    pub const fn tree(self) -> &'t Tree {
        self.tree
    }

    pub(super) fn data(self) -> &'t NodeData {
        &self.tree.nodes[self.id.0 as usize]
    }

    /// The bytes of the node: for a quoted scalar with its quotes, for a block scalar from its
    /// header to the end of its last line of content, for a block collection from its first key or
    /// dash to the end of its last value.
    #[must_use]
    pub fn span(self) -> Span {
        self.data().span
    }

    /// What the node is.
    #[must_use]
    pub fn kind(self) -> NodeKind {
        match &self.data().content {
            Content::Null => NodeKind::Null,
            Content::Bool(value) => NodeKind::Bool(*value),
            Content::Int(value) => NodeKind::Int(*value),
            Content::Float(value) => NodeKind::Float(*value),
            Content::String(scalar) => NodeKind::String(scalar.style),
            Content::Sequence { .. } => NodeKind::Sequence,
            Content::Mapping { .. } => NodeKind::Mapping,
        }
    }

    /// The node as it is written: the bytes of its span.
    #[must_use]
    pub fn raw(self) -> &'t str {
        self.tree.text.get(self.span().range()).unwrap_or_default()
    }

    /// The decoded text of a string.
    #[must_use]
    pub fn as_str(self) -> Option<&'t str> {
        match &self.data().content {
            Content::String(scalar) => match scalar.text {
                Decoded::Verbatim(span) => self.tree.text.get(span.range()),
                Decoded::Buffered(index) => {
                    let span = self.tree.buffered[index as usize].text;
                    self.tree.decoded.get(span.range())
                }
            },
            _ => None,
        }
    }

    /// The value of a boolean.
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        match self.data().content {
            Content::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The value of a whole number.
    #[must_use]
    pub fn as_int(self) -> Option<i64> {
        match self.data().content {
            Content::Int(value) => Some(value),
            _ => None,
        }
    }

    /// The items of a sequence; of anything else none.
    pub fn items(self) -> impl ExactSizeIterator<Item = Node<'t>> + DoubleEndedIterator {
        let ids = match self.data().content {
            Content::Sequence { first, len } => {
                &self.tree.items[first as usize..(first + len) as usize]
            }
            _ => &[],
        };
        let tree = self.tree;
        ids.iter().map(move |id| Node { tree, id: *id })
    }

    /// The entries of a mapping as key and value; of anything else none.
    pub fn entries(
        self,
    ) -> impl ExactSizeIterator<Item = (Node<'t>, Node<'t>)> + DoubleEndedIterator {
        let entries = match self.data().content {
            Content::Mapping { first, len } => {
                &self.tree.entries[first as usize..(first + len) as usize]
            }
            _ => &[],
        };
        let tree = self.tree;
        entries.iter().map(move |entry| {
            (
                Node {
                    tree,
                    id: entry.key,
                },
                Node {
                    tree,
                    id: entry.value,
                },
            )
        })
    }

    /// The value of a key of a mapping.
    #[must_use]
    pub fn get(self, key: &str) -> Option<Node<'t>> {
        self.entries()
            .find(|(name, _)| name.as_str() == Some(key))
            .map(|(_, value)| value)
    }

    /// The key node of a key of a mapping: the place to point at for what should not be there.
    #[must_use]
    pub fn key(self, key: &str) -> Option<Node<'t>> {
        self.entries()
            .find(|(name, _)| name.as_str() == Some(key))
            .map(|(name, _)| name)
    }
}

impl NodeId {
    /// The place of the node in its tree: unique in it, and below the number of its nodes.
    #[must_use]
    pub const fn index(self) -> u32 {
        self.0
    }
}
