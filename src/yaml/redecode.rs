//! Scalars decoded a second time, to learn where each character is written.
//!
//! The rules are those of YAML 1.2.2, sections 6.5 (folding), 7.3 (flow scalars) and 8.1 (block
//! scalars). They are stated for scalars that the parser has accepted: what it refuses is not
//! refused again here.

use std::ops::Range;

use super::block;
use super::segment::{Differs, Recorder, SegmentMap};
use super::tree::ScalarStyle;
use crate::text::Span;

/// Decodes the scalar at `span` of `source`, which the parser decoded to `expected`. `indent` is
/// the column of the content lines of a block scalar, `None` if it has none.
pub(super) fn redecode(
    source: &str,
    span: Span,
    style: ScalarStyle,
    indent: Option<u32>,
    expected: &str,
) -> Result<SegmentMap, Differs> {
    let mut recorder = Recorder::new(expected);
    let Range { start, end } = span.range();
    match style {
        ScalarStyle::Plain => flow(source, start..end, style, &mut recorder)?,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
            flow(
                source,
                start + 1..end.saturating_sub(1),
                style,
                &mut recorder,
            )?;
        }
        ScalarStyle::Literal | ScalarStyle::Folded => {
            let indent = indent.map_or(usize::MAX, |indent| indent as usize);
            let folded = style == ScalarStyle::Folded;
            block_lines(source, start, indent, folded, &mut recorder)?;
        }
    }
    recorder.finish()
}

/// A plain or quoted scalar, without its quotes.
fn flow(
    source: &str,
    range: Range<usize>,
    style: ScalarStyle,
    out: &mut Recorder<'_>,
) -> Result<(), Differs> {
    let bytes = source.as_bytes().get(..range.end).ok_or(Differs)?;
    let mut at = range.start;
    while at < range.end {
        match bytes[at] {
            b' ' | b'\t' | b'\n' | b'\r' => at = white_space(source, bytes, at, out)?,
            b'\'' if style == ScalarStyle::SingleQuoted => {
                out.character('\'', at..at + 2)?;
                at += 2;
            }
            b'\\' if style == ScalarStyle::DoubleQuoted => {
                at = match break_len(bytes, at + 1) {
                    0 => escape(source, at, out)?,
                    len => {
                        // The line break is escaped away; blank lines after it are not.
                        let start = at + 1 + len;
                        folded_breaks(source, bytes, start, None, out)?
                    }
                };
            }
            _ => {
                let len = bytes[at..].iter().position(|byte| ends_run(*byte, style));
                let end = len.map_or(range.end, |len| at + len);
                out.verbatim(source.get(at..end).ok_or(Differs)?, at)?;
                at = end;
            }
        }
    }
    Ok(())
}

const fn ends_run(byte: u8, style: ScalarStyle) -> bool {
    match byte {
        b' ' | b'\t' | b'\n' | b'\r' => true,
        b'\'' => matches!(style, ScalarStyle::SingleQuoted),
        b'\\' => matches!(style, ScalarStyle::DoubleQuoted),
        _ => false,
    }
}

/// White space inside a flow scalar: kept within a line, folded around line breaks.
fn white_space(
    source: &str,
    bytes: &[u8],
    at: usize,
    out: &mut Recorder<'_>,
) -> Result<usize, Differs> {
    let end = skip_blanks(bytes, at);
    match break_len(bytes, end) {
        0 => out
            .verbatim(source.get(at..end).ok_or(Differs)?, at)
            .map(|()| end),
        len => folded_breaks(source, bytes, end + len, Some(end..end + len), out),
    }
}

/// The lines after a line break at `first` (`None` if that was escaped), up to the next content:
/// blank lines are line breaks of the text; if there are none, the first break is a space.
fn folded_breaks(
    source: &str,
    bytes: &[u8],
    start: usize,
    first: Option<Range<usize>>,
    out: &mut Recorder<'_>,
) -> Result<usize, Differs> {
    let mut at = skip_blanks(bytes, start);
    let mut space = first;
    loop {
        let len = break_len(bytes, at);
        if len == 0 {
            break;
        }
        space = None;
        out.line_break(source, at..at + len)?;
        at = skip_blanks(bytes, at + len);
    }
    if let Some(space) = space {
        out.character(' ', space)?;
    }
    Ok(at)
}

/// An escape sequence at `at`; the offset after it.
fn escape(source: &str, at: usize, out: &mut Recorder<'_>) -> Result<usize, Differs> {
    let code = source.as_bytes().get(at + 1).ok_or(Differs)?;
    let digits = match code {
        b'x' => 2,
        b'u' => 4,
        b'U' => 8,
        _ => {
            let character = match code {
                b'0' => '\0',
                b'a' => '\x07',
                b'b' => '\x08',
                b't' | b'\t' => '\t',
                b'n' => '\n',
                b'v' => '\x0B',
                b'f' => '\x0C',
                b'r' => '\r',
                b'e' => '\x1B',
                b'N' => '\u{85}',
                b'_' => '\u{A0}',
                b'L' => '\u{2028}',
                b'P' => '\u{2029}',
                b' ' | b'"' | b'/' | b'\\' => char::from(*code),
                _ => return Err(Differs),
            };
            out.character(character, at..at + 2)?;
            return Ok(at + 2);
        }
    };
    let mut end = at + 2 + digits;
    let mut value = hex(source, at + 2..end)?;
    if digits == 4 && (0xD800..0xDC00).contains(&value) {
        let low = hex(source, end + 2..end + 6)?;
        let low = low
            .checked_sub(0xDC00)
            .filter(|low| *low < 0x400)
            .ok_or(Differs)?;
        value = 0x1_0000 + ((value - 0xD800) << 10) + low;
        end += 6;
    }
    out.character(char::from_u32(value).ok_or(Differs)?, at..end)?;
    Ok(end)
}

fn hex(source: &str, range: Range<usize>) -> Result<u32, Differs> {
    let digits = source.get(range).ok_or(Differs)?;
    u32::from_str_radix(digits, 16).map_err(|_| Differs)
}

/// The content lines of a block scalar whose header stands at `header`.
fn block_lines(
    source: &str,
    header: usize,
    indent: usize,
    folded: bool,
    out: &mut Recorder<'_>,
) -> Result<(), Differs> {
    let bytes = source.as_bytes();
    let indicators = block::indicators(bytes.get(header + 1..).ok_or(Differs)?);
    let indicators = &bytes[header + 1..header + 1 + indicators];
    let mut at = block::line_end(bytes, header);
    at += break_len(bytes, at);

    // The break after the last content line, and those of the blank lines after it: what they mean
    // depends on the line that follows.
    let mut last: Option<Range<usize>> = None;
    let mut blank: Vec<Range<usize>> = Vec::new();
    let mut after_indented = false;
    loop {
        let spaces = bytes[at..]
            .iter()
            .take(indent)
            .take_while(|byte| **byte == b' ')
            .count();
        let content = at + spaces;
        let end = block::line_end(bytes, content);
        let next = end + break_len(bytes, end);
        if content == end {
            if next == end {
                break;
            }
            blank.push(end..next);
            at = next;
            continue;
        }
        if spaces < indent || indent == 0 && is_document_marker(bytes, content) {
            break;
        }
        let indented = matches!(bytes[content], b' ' | b'\t');
        let folds = folded && !after_indented && !indented;
        match last.take() {
            Some(space) if folds && blank.is_empty() => out.character(' ', space)?,
            Some(line) if !folds => out.line_break(source, line)?,
            _ => {}
        }
        for line in blank.drain(..) {
            out.line_break(source, line)?;
        }
        out.verbatim(source.get(content..end).ok_or(Differs)?, content)?;
        after_indented = indented;
        last = Some(end..next);
        at = next;
    }
    if !indicators.contains(&b'-')
        && let Some(line) = last
    {
        // At the end of the file the break may be missing; the text has it all the same.
        out.line_break(source, line)?;
    }
    if indicators.contains(&b'+') {
        for line in blank {
            out.line_break(source, line)?;
        }
        if out.rest() == 1 && indent == usize::MAX {
            // White space at the end of the file counts as a line, without a break to point at.
            out.line_break(source, bytes.len()..bytes.len())?;
        }
    }
    Ok(())
}

fn is_document_marker(bytes: &[u8], at: usize) -> bool {
    let marker = bytes.get(at..at + 3);
    (marker == Some(b"---") || marker == Some(b"..."))
        && matches!(bytes.get(at + 3), None | Some(b' ' | b'\t' | b'\n' | b'\r'))
}

fn skip_blanks(bytes: &[u8], at: usize) -> usize {
    let blanks = bytes[at..]
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    at + blanks
}

/// The length of the line break at `at`; 0 if there is none.
fn break_len(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([b'\r' | b'\n', ..]) => 1,
        _ => 0,
    }
}
