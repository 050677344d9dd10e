//! Running text in columns.

use unicode_width::UnicodeWidthStr;

/// The columns that a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Words in lines of at most `columns`, the first after `first`, the others after `rest`. A word
/// that is wider than a line stands alone; line breaks of the text are kept. Ends with a line break.
#[must_use]
pub fn paragraph(text: &str, first: &str, rest: &str, columns: usize) -> String {
    let mut out = String::new();
    let mut indent = first;
    for line in text.trim_end().split('\n') {
        let mut used = 0;
        for word in line.split_whitespace() {
            let wide = width(word);
            if used > 0 && used + 1 + wide > columns {
                out.push('\n');
                used = 0;
            }
            if used == 0 {
                out.push_str(indent);
                used = width(indent);
                indent = rest;
            } else {
                out.push(' ');
                used += 1;
            }
            out.push_str(word);
            used += wide;
        }
        out.push('\n');
    }
    out
}

/// The lines of a text in at most `columns`.
pub(super) fn lines(text: &str, columns: usize) -> Vec<String> {
    paragraph(text, "", "", columns)
        .lines()
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_count_columns() {
        assert_eq!(
            paragraph("an offence or 漢字漢字 offences", "note: ", "      ", 20),
            "note: an offence or\n      漢字漢字\n      offences\n"
        );
    }

    #[test]
    fn a_word_wider_than_the_line_stands_alone() {
        assert_eq!(paragraph("a bbbbbbbb c", "", "", 4), "a\nbbbbbbbb\nc\n");
        assert_eq!(paragraph("", "", "", 4), "\n");
    }
}
