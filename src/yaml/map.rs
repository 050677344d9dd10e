//! From an offset in the decoded text of a scalar back to the bytes of the file.
//!
//! The scalar is decoded a second time, by our own code, and each piece of the result is set
//! against the text that the parser gave: if they differ there is no map, and a place in the scalar
//! is then the scalar as a whole. Nothing is ever searched for in the source.

use std::ops::Range;

use super::redecode;
use super::segment::SegmentMap;
use super::tree::{Content, Decoded, Node, ScalarStyle};
use crate::text::Span;

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
