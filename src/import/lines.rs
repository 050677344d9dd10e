//! Lines of the imported text.

use crate::text::Span;

/// A line that is not blank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// The words, trimmed.
    pub(super) text: &'t str,
    /// Their bytes.
    pub(super) span: Span,
    /// Columns of white space before them; a tab counts four.
    pub(super) indent: usize,
    /// Whether the line before it has words too.
    pub(super) adjacent: bool,
}

/// The lines of a text that are not blank, a byte-order mark skipped.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut adjacent = false;
    let mut start = 0;
    for raw in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{c}']) {
        let line = raw.trim_matches(is_blank);
        if line.is_empty() {
            // A carriage return before its line feed ends no second line.
            adjacent &= raw == "\n" && text[..start].ends_with('\r');
        } else {
            let lead = raw.len() - raw.trim_start_matches(is_blank).len();
            let at = start + lead;
            let indent = raw[..lead]
                .chars()
                .map(|c| match c {
                    '\t' => 4,
                    '\u{feff}' => 0,
                    _ => 1,
                })
                .sum();
            let span = Span::from_range(at..at + line.len());
            found.push(Line {
                text: line,
                span,
                indent,
                adjacent,
            });
            adjacent = true;
        }
        start += raw.len();
    }
    found
}

/// White space, and the marks that stand where none is seen.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_and_line_ends_do_not() {
        let found = lines("\u{feff}One\r\ntwo\r\n\r\n  three\rfour");
        let seen: Vec<_> = found
            .iter()
            .map(|l| (l.text, l.indent, l.adjacent))
            .collect();
        assert_eq!(
            seen,
            [
                ("One", 0, false),
                ("two", 0, true),
                ("three", 2, false),
                ("four", 0, true)
            ]
        );
    }
}
