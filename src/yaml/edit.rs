//! Byte splices: the change of a few words that leaves every other byte of the file alone.

use std::borrow::Cow;
use std::ops::Range;

use super::block;
use super::redecode;
use super::spelling;
use super::tree::{Content, Decoded, Node, ScalarStyle};
use crate::diagnostic::FixEdit;
use crate::text::Span;

/// Why edits cannot be applied to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Two edits change the same bytes, or insert at the same place.
    #[error("two edits overlap at byte {0}")]
    Overlap(u32),
    /// An edit starts or ends outside the text or inside a character.
    #[error("an edit at byte {0} does not fit the text")]
    OutOfText(u32),
}

/// Applies edits of one source to its text. Their order does not matter.
///
/// # Errors
///
/// If two edits overlap, or one does not lie in the text on the boundaries of characters.
pub fn apply_edits<'e>(
    text: &str,
    edits: impl IntoIterator<Item = &'e FixEdit>,
) -> Result<String, EditError> {
    let mut edits: Vec<&FixEdit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let mut before: Option<Span> = None;
    for FixEdit {
        span, text: new, ..
    } in edits
    {
        if before.is_some_and(|other| span.start < other.end || span.start == other.start) {
            return Err(EditError::Overlap(span.start));
        }
        let kept = text
            .get(at..span.start as usize)
            .ok_or(EditError::OutOfText(span.start))?;
        if span.end < span.start || !text.is_char_boundary(span.end as usize) {
            return Err(EditError::OutOfText(span.start));
        }
        out.push_str(kept);
        out.push_str(new);
        at = span.end as usize;
        before = Some(*span);
    }
    out.push_str(&text[at..]);
    Ok(out)
}

impl Node<'_> {
    /// The edit that puts `new` in the place of a range of bytes of the decoded text of this
    /// scalar, in the form that its style needs: escaped, with its quotes doubled, indented.
    ///
    /// Only the bytes of the range change if the style can express the result; otherwise the
    /// scalar as a whole is written anew, as little changed as it can be. After the edit the scalar
    /// decodes to exactly the new text, and nothing else in the file means anything else. `None`
    /// for a collection, and for offsets that do not lie between characters of the text.
    #[must_use]
    pub fn edit(self, range: Range<usize>, new: &str) -> Option<FixEdit> {
        let Content::String(scalar) = &self.data().content else {
            let is_whole = range == (0..0) && self.items().len() + self.entries().len() == 0;
            return (is_whole && !self.is_collection()).then(|| self.overwrite(new));
        };
        let old = self.as_str()?;
        let (before, after) = (old.get(..range.start)?, old.get(range.end..)?);
        old.get(range.clone())?;
        let expected = [before, new, after].concat();
        let indent = match scalar.text {
            Decoded::Verbatim(_) => None,
            Decoded::Buffered(index) => self.tree().buffered[index as usize].indent,
        };
        let splice = self
            .is_mapped()
            .then(|| self.source_span(range))
            .and_then(|span| Some((span, self.spell(scalar.style, indent, new, &expected)?)))
            .filter(|(span, _)| !self.is_blank_line(*span))
            .filter(|(span, text)| self.decodes(scalar.style, indent, *span, text, &expected));
        Some(match splice {
            Some((span, text)) => FixEdit {
                source: self.tree().source(),
                span,
                text: text.into_owned(),
            },
            None => self.rewrite(scalar.style, indent, &expected),
        })
    }

    /// Whether a span starts at the line break of a blank line: words put there would miss the
    /// indentation that their line needs.
    fn is_blank_line(self, span: Span) -> bool {
        let bytes = self.tree().text().as_bytes();
        let start = span.start as usize;
        let line = block::line_start(bytes, start).max(self.span().start as usize);
        matches!(bytes.get(start), Some(b'\n' | b'\r'))
            && bytes[line..start]
                .iter()
                .all(|byte| matches!(byte, b' ' | b'\t'))
    }

    fn is_collection(self) -> bool {
        matches!(
            self.data().content,
            Content::Sequence { .. } | Content::Mapping { .. }
        )
    }

    /// A value that is no string, or none at all, becomes a string.
    fn overwrite(self, new: &str) -> FixEdit {
        let span = self.span();
        let space = if span.is_empty() { " " } else { "" };
        let mut text = space.to_owned();
        spelling::on_one_line(new, true, &mut text);
        FixEdit {
            source: self.tree().source(),
            span,
            text,
        }
    }

    /// `new` as it is written inside a scalar of `style` that is to decode to `expected`; `None` if
    /// the style has no words for it.
    fn spell<'n>(
        self,
        style: ScalarStyle,
        indent: Option<u32>,
        new: &'n str,
        expected: &str,
    ) -> Option<Cow<'n, str>> {
        match style {
            ScalarStyle::Plain => {
                let is_plain = spelling::is_plain(expected, true)
                    || spelling::is_plain(expected, false) && !self.is_in_brackets();
                is_plain.then_some(Cow::Borrowed(new))
            }
            ScalarStyle::SingleQuoted => {
                let is_writable = !new.contains(spelling::must_escape);
                is_writable.then(|| Cow::Owned(new.replace('\'', "''")))
            }
            ScalarStyle::DoubleQuoted => {
                let mut text = String::with_capacity(new.len());
                spelling::escape(new, &mut text);
                Some(Cow::Owned(text))
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let column = indent.filter(|column| *column > 0)? as usize;
                if !spelling::fits_literal(expected) || is_indented(expected) {
                    return None;
                }
                if !new.contains('\n') {
                    return Some(Cow::Borrowed(new));
                }
                (style == ScalarStyle::Literal)
                    .then(|| Cow::Owned(indented(new, column, self.line_break())))
            }
        }
    }

    /// Whether this scalar, with `text` in the place of `span`, decodes to `expected`.
    fn decodes(
        self,
        style: ScalarStyle,
        indent: Option<u32>,
        span: Span,
        text: &str,
        expected: &str,
    ) -> bool {
        let source = &**self.tree().text();
        let Range { start, end } = self.span().range();
        let (scalar_end, context_end) = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => {
                // The blank lines after it belong to it, the next line ends it.
                let rest = &source[end..];
                let next = rest.find(|c| !matches!(c, ' ' | '\t' | '\n' | '\r'));
                let context = next.map_or(source.len(), |next| end + next);
                (
                    end.max(span.end as usize),
                    block::line_end(source.as_bytes(), context),
                )
            }
            _ => (end, end),
        };
        let (Some(head), Some(tail)) = (
            source.get(start..span.start as usize),
            source.get(span.end as usize..context_end),
        ) else {
            return false;
        };
        let edited = [head, text, tail].concat();
        let length = edited.len() - (context_end - scalar_end);
        let place = Span::from_range(0..length);
        redecode::redecode(&edited, place, style, indent, expected).is_ok()
    }

    /// The scalar as a whole in a form that can express `text`: a block scalar stays one if it can.
    fn rewrite(self, style: ScalarStyle, indent: Option<u32>, text: &str) -> FixEdit {
        let span = self.span();
        let edit = |text: String| FixEdit {
            source: self.tree().source(),
            span,
            text,
        };
        let mut quoted = String::new();
        spelling::on_one_line(text, true, &mut quoted);
        if !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            return edit(quoted);
        }
        let source = &**self.tree().text();
        let bytes = source.as_bytes();
        let header = span.start as usize + 1;
        let header = header + block::indicators(&bytes[header..]);
        let comment = source[header..block::line_end(bytes, header)].trim_end();
        if let Some(column) = indent.filter(|column| *column > 0)
            && spelling::fits_literal(text)
            && !is_indented(text)
        {
            let body = text.strip_suffix('\n');
            let chomp = if body.is_some() { "" } else { "-" };
            let line_break = self.line_break();
            let margin = " ".repeat(column as usize);
            let lines = indented(body.unwrap_or(text), column as usize, line_break);
            // Without a line break at the end of the file readers differ on the last line.
            let last = if span.end as usize == source.len() {
                line_break
            } else {
                ""
            };
            let literal = format!("|{chomp}{comment}{line_break}{margin}{lines}{last}");
            // Lines of blanks below may have been text, and would be again.
            if self.decodes(ScalarStyle::Literal, indent, span, &literal, text) {
                return edit(literal);
            }
        }
        quoted.push_str(comment);
        edit(quoted)
    }

    /// Whether the scalar stands inside `[…]` or `{…}`.
    fn is_in_brackets(self) -> bool {
        let tree = self.tree();
        // A node stands before its children, so only those before this one can hold it.
        tree.nodes[..self.id().0 as usize].iter().any(|node| {
            matches!(
                node.content,
                Content::Sequence { .. } | Content::Mapping { .. }
            ) && node.span.contains(self.span())
                && matches!(tree.text.as_bytes()[node.span.start as usize], b'[' | b'{')
        })
    }

    /// The line break that the scalar's lines end in.
    fn line_break(self) -> &'static str {
        let raw = self.raw().as_bytes();
        match raw.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            Some(at) if raw[at..].starts_with(b"\r\n") => "\r\n",
            Some(at) if raw[at] == b'\r' => "\r",
            _ => "\n",
        }
    }
}

/// Whether the first line with words starts with a blank: then a block scalar's header must say how
/// far its lines are indented, which an edit does not touch.
fn is_indented(text: &str) -> bool {
    text.trim_start_matches('\n').starts_with([' ', '\t'])
}

/// The lines of a text, all but the first indented, blank ones left empty.
fn indented(text: &str, column: usize, line_break: &str) -> String {
    let mut out = String::with_capacity(text.len() + column);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str(line_break);
            if !line.is_empty() {
                out.extend(std::iter::repeat_n(' ', column));
            }
        }
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::text::SourceId;
    use crate::yaml::{Limits, parse};

    /// The file after `old` in the value of `a` was replaced.
    fn edited(text: &str, old: &str, new: &str) -> String {
        let tree = parse(SourceId(0), &Arc::from(text), &Limits::default())
            .tree
            .unwrap();
        let node = tree.root().get("a").unwrap();
        let at = node.as_str().unwrap_or_default().find(old).unwrap();
        let edit = node.edit(at..at + old.len(), new).unwrap();
        apply_edits(text, [&edit]).unwrap()
    }

    #[test]
    fn only_the_words_change_where_the_style_can_say_them() {
        assert_eq!(edited("a:  b, c  # d\n", "b", "x"), "a:  x, c  # d\n");
        assert_eq!(edited("a: 'b c'\n", "b", "don't"), "a: 'don''t c'\n");
        assert_eq!(
            edited("a: \"b c\"\n", "b", "\"x\"\n"),
            "a: \"\\\"x\\\"\\n c\"\n"
        );
        assert_eq!(
            edited("a: |  # d\n    b\n    c\n\nz: 1\n", "b\nc", "x\n\n  y"),
            "a: |  # d\n    x\n\n      y\n\nz: 1\n"
        );
        assert_eq!(
            edited("a: >\r\n  b\r\n  c d\r\n", "c", "x"),
            "a: >\r\n  b\r\n  x d\r\n"
        );
        assert_eq!(
            edited("a: |\r\n  b\r\n", "b", "x\ny"),
            "a: |\r\n  x\r\n  y\r\n"
        );
    }

    #[test]
    fn the_scalar_is_written_anew_where_it_cannot() {
        assert_eq!(edited("a: b c # d\n", "c", "x: y"), "a: \"b x: y\" # d\n");
        assert_eq!(edited("a: 'b c'\n", "b", "x\n"), "a: \"x\\n c\"\n");
        assert_eq!(
            edited("a: |-  # d\n  b\nz: 1\n", "b", " x\n\n"),
            "a: \" x\\n\\n\"  # d\nz: 1\n"
        );
        assert_eq!(
            edited("a: >\n  b\n  c\n", "c", "x\ny"),
            "a: |\n  b x\n  y\n"
        );
    }

    #[test]
    fn a_value_that_is_no_string_becomes_one() {
        assert_eq!(edited("a:\nb: 1\n", "", "x"), "a: x\nb: 1\n");
        assert_eq!(edited("a: 12\n", "", "12"), "a: \"12\"\n");
    }

    #[test]
    fn edits_that_overlap_or_miss_the_text_are_errors() {
        let edit = |start, end| FixEdit {
            source: SourceId(0),
            span: Span::new(start, end),
            text: "x".to_owned(),
        };
        assert_eq!(
            apply_edits("abc", [&edit(2, 3), &edit(0, 1)]),
            Ok("xbx".to_owned())
        );
        assert_eq!(
            apply_edits("abc", [&edit(0, 2), &edit(1, 3)]),
            Err(EditError::Overlap(1))
        );
        assert_eq!(
            apply_edits("abc", [&edit(1, 1), &edit(1, 2)]),
            Err(EditError::Overlap(1))
        );
        assert_eq!(
            apply_edits("é", [&edit(1, 2)]),
            Err(EditError::OutOfText(1))
        );
        assert_eq!(
            apply_edits("abc", [&edit(2, 9)]),
            Err(EditError::OutOfText(2))
        );
        assert_eq!(
            apply_edits("abc", [&edit(3, 2)]),
            Err(EditError::OutOfText(3))
        );
    }
}
