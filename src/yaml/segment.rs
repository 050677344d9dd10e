//! The pieces of a decoded scalar, and where each of them is written.

use std::ops::Range;
use std::sync::OnceLock;

use crate::text::Span;

/// The text of a scalar that does not read as it is written.
#[derive(Debug)]
pub(super) struct Buffered {
    /// A span of the tree's decoded texts.
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
    pub(super) fn span(&self, range: Range<u32>) -> Option<Span> {
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
