//! Byte offsets to lines and columns.

/// A place as a person counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// 1-based.
    pub line: u32,
    /// 1-based, in Unicode scalar values.
    pub column: u32,
}

/// The starts of the lines of a text.
///
/// `\n`, `\r\n` and a lone `\r` each end a line, as they do in YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Indexes `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
        }
        Self { starts }
    }

    /// The 0-based line that holds `offset`. An offset past the end lies on the last line.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        let after = self.starts.partition_point(|start| *start <= offset);
        u32::try_from(after.saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// The number of lines; a text that ends in a line break has an empty last line.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        u32::try_from(self.starts.len()).unwrap_or(u32::MAX)
    }

    /// The byte offset at which the 0-based `line` starts.
    #[must_use]
    pub fn line_start(&self, line: u32) -> Option<u32> {
        self.starts.get(line as usize).copied()
    }

    /// The line and column of `offset`, which should lie on a character boundary; inside a
    /// character, the column is that of the character.
    #[must_use]
    pub fn line_column(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let before = self.before(text, line, offset);
        LineColumn {
            line: line + 1,
            column: 1 + u32::try_from(before.chars().count()).unwrap_or(0),
        }
    }

    /// The 0-based line and UTF-16 column of `offset`, as the Language Server Protocol counts.
    #[must_use]
    pub fn utf16(&self, text: &str, offset: u32) -> (u32, u32) {
        let line = self.line(offset);
        let units: usize = self
            .before(text, line, offset)
            .chars()
            .map(char::len_utf16)
            .sum();
        (line, u32::try_from(units).unwrap_or(u32::MAX))
    }

    /// The text of a line up to `offset`, without a byte-order mark.
    fn before<'t>(&self, text: &'t str, line: u32, offset: u32) -> &'t str {
        let start = self.starts[line as usize] as usize;
        let mut end = (offset as usize).clamp(start, text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[start.min(end)..end];
        if start == 0 {
            before.strip_prefix('\u{feff}').unwrap_or(before)
        } else {
            before
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_break_ends_a_line() {
        let index = LineIndex::new("a\nb\r\nc\rd");
        assert_eq!([0, 2, 5, 7].map(|at| index.line(at)), [0, 1, 2, 3]);
        assert_eq!(index.line_count(), 4);
    }

    #[test]
    fn columns_count_characters_and_utf16_counts_units() {
        let text = "é😀x\ny";
        let index = LineIndex::new(text);
        let at = u32::try_from(text.find('x').unwrap()).unwrap();
        assert_eq!(
            index.line_column(text, at),
            LineColumn { line: 1, column: 3 }
        );
        assert_eq!(index.utf16(text, at), (0, 3));
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        let text = "\u{feff}id: x";
        let index = LineIndex::new(text);
        assert_eq!(
            index.line_column(text, 3),
            LineColumn { line: 1, column: 1 }
        );
    }
}
