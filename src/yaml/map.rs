//! From an offset in the decoded text of a scalar back to the bytes of the file.
//!
//! The scalar is decoded a second time, by our own code, and each piece of the result is set
//! against the text that the parser gave: if they differ there is no map, and a place in the scalar
//! is then the scalar as a whole. Nothing is ever searched for in the source.

use std::ops::Range;
use std::sync::OnceLock;

use super::redecode;
use super::tree::{Content, Decoded, Node, ScalarStyle};
use crate::text::Span;

/// The text of a scalar that does not read as it is written.
#[derive(Debug)]
pub(super) struct Buffered {
    /// A span of [`Tree::decoded`].
    pub(super) text: Span,
    /// Of a block scalar with content the column at which its lines start, in bytes.
    pub(super) indent: Option<u32>,
    /// Made when the first place in the scalar is asked for.
    pub(super) map: OnceLock<Option<SegmentMap>>,
}

/// The pieces of one scalar, in order and without a gap in the decoded text.
#[derive(Debug)]
pub(super) struct SegmentMap {
    segments: Vec<Segment>,
}

/// Decoded text from one offset up to the next segment, and where it comes from.
#[derive(Debug, Clone, Copy)]
struct Segment {
    decoded: u32,
    source: u32,
    /// `None`: the same bytes as in the source. Otherwise one character that is written in that
    /// many bytes: an escape, a folded line break, a final line break that the file leaves out.
    written: Option<u32>,
}

/// Takes the pieces of a scalar as it is decoded again, and holds them against the parser's text.
pub(super) struct Recorder<'t> {
    expected: &'t str,
    at: usize,
    segments: Vec<Segment>,
}

/// The decoded text is not what the parser says.
#[derive(Debug)]
pub(super) struct Differs;

impl<'t> Recorder<'t> {
    pub(super) const fn new(expected: &'t str) -> Self {
        Self {
            expected,
            at: 0,
            segments: Vec::new(),
        }
    }

    /// Text that stands at `source` as it reads.
    pub(super) fn verbatim(&mut self, text: &str, source: usize) -> Result<(), Differs> {
        if text.is_empty() {
            return Ok(());
        }
        let goes_on = self.segments.last().is_some_and(|last| {
            last.written.is_none()
                && last.source as usize + (self.at - last.decoded as usize) == source
        });
        if !goes_on {
            self.segments.push(segment(self.at, source, None));
        }
        self.advance(text)
    }

    /// A character that is written otherwise, in the bytes `source`.
    pub(super) fn character(
        &mut self,
        character: char,
        source: Range<usize>,
    ) -> Result<(), Differs> {
        let written = u32::try_from(source.len()).unwrap_or(u32::MAX);
        self.segments
            .push(segment(self.at, source.start, Some(written)));
        self.advance(character.encode_utf8(&mut [0; 4]))
    }

    /// A line break of the text that a line break of the file, at `source`, stands for.
    pub(super) fn line_break(&mut self, text: &str, source: Range<usize>) -> Result<(), Differs> {
        if text.get(source.clone()) == Some("\n") {
            self.verbatim("\n", source.start)
        } else {
            self.character('\n', source)
        }
    }

    /// How much of the text is still to come.
    pub(super) const fn rest(&self) -> usize {
        self.expected.len() - self.at
    }

    fn advance(&mut self, text: &str) -> Result<(), Differs> {
        let end = self.at + text.len();
        if self.expected.as_bytes().get(self.at..end) != Some(text.as_bytes()) {
            return Err(Differs);
        }
        self.at = end;
        Ok(())
    }

    pub(super) fn finish(self) -> Result<SegmentMap, Differs> {
        if self.at == self.expected.len() {
            Ok(SegmentMap {
                segments: self.segments,
            })
        } else {
            Err(Differs)
        }
    }
}

fn segment(decoded: usize, source: usize, written: Option<u32>) -> Segment {
    let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Segment {
        decoded: offset(decoded),
        source: offset(source),
        written,
    }
}

impl SegmentMap {
    /// The source of the non-empty `range` of decoded bytes, which starts and ends between
    /// characters.
    fn span(&self, range: Range<u32>) -> Option<Span> {
        let first = self.segment_of(range.start)?;
        let last_byte = range.end.checked_sub(1)?;
        let last = self.segment_of(last_byte)?;
        let start = match first.written {
            None => first.source + (range.start - first.decoded),
            Some(_) => first.source,
        };
        let end = match last.written {
            None => last.source + (last_byte - last.decoded) + 1,
            Some(written) => last.source + written,
        };
        Some(Span::new(start, end.max(start)))
    }

    fn segment_of(&self, decoded: u32) -> Option<Segment> {
        let after = self
            .segments
            .partition_point(|segment| segment.decoded <= decoded);
        self.segments.get(after.checked_sub(1)?).copied()
    }
}

impl Node<'_> {
    /// The bytes of the file that a range of bytes of the decoded text of this string comes from.
    ///
    /// The span starts at the first byte of the first character, however that is written, and ends
    /// after the last byte of the last: it covers the line breaks and the indentation between the
    /// two, never those after. A range that ends in the text's last line break may go past
    /// [`Node::span`], which leaves that break out. An empty range gives an empty span. Offsets
    /// beyond the text are clamped, and those inside a character widen the range to the character.
    /// For a node that is no string the span is that of the node.
    #[must_use]
    pub fn source_span(self, range: Range<usize>) -> Span {
        let (Content::String(scalar), Some(text)) = (&self.data().content, self.as_str()) else {
            return self.span();
        };
        let start = boundary_before(text, range.start);
        let end = boundary_after(text, range.end.max(range.start));
        let map = match scalar.text {
            Decoded::Verbatim(span) => {
                let offset = |at: usize| span.start + u32::try_from(at).unwrap_or(0);
                return Span::new(offset(start), offset(end));
            }
            Decoded::Buffered(index) => self.segment_map(scalar.style, index, text),
        };
        let lookup = |range: Range<usize>| {
            let range = Span::from_range(range);
            map.and_then(|map| map.span(range.start..range.end))
        };
        if start < end {
            return lookup(start..end).unwrap_or_else(|| self.span());
        }
        // Between two characters: before the next one, at the end after the last.
        let next = text[start..]
            .chars()
            .next()
            .map(|next| start + next.len_utf8());
        let place = match (next, text[..start].char_indices().next_back()) {
            (Some(next), _) => lookup(start..next).map(|span| span.start),
            (None, Some((last, _))) => lookup(last..start).map(|span| span.end),
            (None, None) => None,
        };
        Span::empty(place.unwrap_or(self.span().end))
    }

    /// Whether places in this string can be told exactly. They can, unless the parser and our own
    /// decoder disagree about its text; then [`Node::source_span`] is the whole scalar.
    #[must_use]
    pub fn is_mapped(self) -> bool {
        let (Content::String(scalar), Some(text)) = (&self.data().content, self.as_str()) else {
            return false;
        };
        match scalar.text {
            Decoded::Verbatim(_) => true,
            Decoded::Buffered(index) => self.segment_map(scalar.style, index, text).is_some(),
        }
    }
}

impl<'t> Node<'t> {
    fn segment_map(self, style: ScalarStyle, index: u32, text: &str) -> Option<&'t SegmentMap> {
        let tree = self.tree();
        let buffered = &tree.buffered[index as usize];
        let make =
            || redecode::redecode(&tree.text, self.span(), style, buffered.indent, text).ok();
        buffered.map.get_or_init(make).as_ref()
    }
}

fn boundary_before(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn boundary_after(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
