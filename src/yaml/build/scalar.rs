//! Scalars on their way into the arena.

use std::sync::OnceLock;

use super::{Builder, Next, Shape};
use crate::text::Span;
use crate::yaml::block;
use crate::yaml::core_schema::{self, Plain};
use crate::yaml::fault;
use crate::yaml::segment::Buffered;
use crate::yaml::tree::{Content, Decoded, Scalar, ScalarStyle};

/// A scalar token: where it is, how it is written, and what it decodes to.
pub(in crate::yaml) struct ScalarToken<'a> {
    pub(in crate::yaml) span: Span,
    pub(in crate::yaml) style: ScalarStyle,
    pub(in crate::yaml) text: &'a str,
    pub(in crate::yaml) tagged: bool,
}

impl Builder<'_> {
    pub(in crate::yaml) fn scalar(&mut self, token: &ScalarToken<'_>) {
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
}
