//! Block scalars in the source: where their header stands and where they end.

/// The byte offset of the header (`|` or `>`) of a block scalar whose first content character, or
/// the token after it if it has no content, stands at `content`. Nothing before `from`, where the
/// token before the scalar ends, is looked at.
pub(super) fn header(text: &str, from: usize, content: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = line_start(bytes, content);
    while end > from {
        // `end` is the start of a line: look at the line before it.
        let last = break_before(bytes, end);
        let start = line_start(bytes, last).max(from);
        let line = &bytes[start..last];
        if line.iter().any(|byte| *byte != b' ') {
            return header_in(bytes, start, last);
        }
        end = start;
    }
    None
}

fn header_in(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    (start..end).find(|&at| {
        let apart = at == 0
            || at == start && matches!(bytes[at - 1], b'\n' | b'\r')
            || matches!(bytes[at - 1], b' ' | b'\t')
            || bytes[..at].ends_with("\u{feff}".as_bytes());
        apart && matches!(bytes[at], b'|' | b'>') && ends_as_header(&bytes[at + 1..end])
    })
}

fn ends_as_header(rest: &[u8]) -> bool {
    let indicators = indicators(rest);
    let blanks = &rest[indicators..];
    let comment = blanks.iter().position(|byte| !matches!(byte, b' ' | b'\t'));
    comment.is_none_or(|at| at > 0 && blanks[at] == b'#')
}

/// The number of indicator bytes (`2`, `-`, `+2` …) after the `|` or `>` of a header.
pub(super) fn indicators(rest: &[u8]) -> usize {
    rest.iter()
        .take(2)
        .take_while(|byte| matches!(byte, b'+' | b'-' | b'1'..=b'9'))
        .count()
}

/// The end of the last line that holds more than white space, without its line break; the end of
/// the header if there is none. `limit` is where the token after the scalar starts.
pub(super) fn end(text: &str, header: usize, content: usize, limit: usize) -> usize {
    let bytes = text.as_bytes();
    let lines = &bytes[content.min(limit)..limit];
    match lines
        .iter()
        .rposition(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
    {
        Some(last) => line_end(bytes, content + last),
        None => header + 1 + indicators(&bytes[header + 1..]),
    }
}

/// The offset after the line break before the line that holds `at`.
pub(super) fn line_start(bytes: &[u8], at: usize) -> usize {
    let before = &bytes[..at.min(bytes.len())];
    before
        .iter()
        .rposition(|byte| matches!(byte, b'\n' | b'\r'))
        .map_or(0, |last| last + 1)
}

/// The offset of the line break that ends the line that holds `at`, or the end of the text.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    let after = &bytes[at..];
    at + after
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .unwrap_or(after.len())
}

/// The offset of the line break that ends just before `start`, the start of a line.
fn break_before(bytes: &[u8], start: usize) -> usize {
    match bytes[..start] {
        [.., b'\r', b'\n'] => start - 2,
        [.., b'\r' | b'\n'] => start - 1,
        _ => start,
    }
}
