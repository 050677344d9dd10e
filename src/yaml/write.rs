//! The canonical writer: one value, one text, byte for byte.
//!
//! Block style, two spaces a level. A string stands plain where every reader of YAML, of version
//! 1.1 or 1.2, takes it for the same string; a long or broken text stands under `|`, its lines as
//! they are; everything else stands in double quotes, with what cannot be seen written as an
//! escape. What was written is read again by [`super::verify`] before it replaces a file.

use std::fmt::Write as _;

use super::core_schema::{self, Plain};
use super::spelling;
use super::value::Value;

/// A text with blanks that has more characters than this is written under `|`.
const LONGEST_LINE: usize = 80;

/// The spaces of one level, which a block scalar's header may have to name.
const STEP: usize = 2;

/// Writes a value as a YAML document that ends in a line break.
///
/// `header` is written first, as comment lines (`# …`, one for each of its lines).
#[must_use]
pub fn write(value: &Value, header: Option<&str>) -> String {
    let mut out = String::new();
    for line in header.into_iter().flat_map(|text| text.split(['\n', '\r'])) {
        out.push_str("# ");
        out.extend(
            line.chars()
                .filter(|character| !spelling::must_escape(*character)),
        );
        out.push('\n');
    }
    let mut writer = Writer { out };
    match value {
        Value::Mapping(entries) if !entries.is_empty() => writer.mapping(entries, 0),
        Value::Sequence(items) if !is_flow(items, 0) => writer.sequence(items, 0),
        scalar => {
            writer.inline(scalar, 0);
            writer.out.push('\n');
        }
    }
    writer.out
}

struct Writer {
    out: String,
}

impl Writer {
    /// The entries of a mapping at `column`, where the writer already stands.
    fn mapping(&mut self, entries: &[(String, Value)], column: usize) {
        for (at, (key, value)) in entries.iter().enumerate() {
            if at > 0 {
                self.indent(column);
            }
            let start = self.out.len();
            spelling::on_one_line(key, false, &mut self.out);
            self.out.push(':');
            let used = column + self.out[start..].chars().count() + 1;
            match value {
                Value::Mapping(inner) if !inner.is_empty() => {
                    self.line(column + STEP);
                    self.mapping(inner, column + STEP);
                }
                Value::Sequence(items) if !is_flow(items, used) => {
                    self.line(column + STEP);
                    self.sequence(items, column + STEP);
                }
                other => {
                    self.out.push(' ');
                    self.inline(other, column + STEP);
                    self.out.push('\n');
                }
            }
        }
    }

    /// The items of a sequence whose dashes stand at `column`, where the writer already stands.
    fn sequence(&mut self, items: &[Value], column: usize) {
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.indent(column);
            }
            self.out.push_str("- ");
            let inner_column = column + STEP;
            match item {
                Value::Mapping(inner) if !inner.is_empty() => self.mapping(inner, inner_column),
                Value::Sequence(inner) if !is_flow(inner, inner_column) => {
                    self.sequence(inner, inner_column);
                }
                other => {
                    self.inline(other, inner_column);
                    self.out.push('\n');
                }
            }
        }
    }

    /// A value that starts on the line of its key or dash; `column` is that of its further lines.
    fn inline(&mut self, value: &Value, column: usize) {
        match value {
            Value::String(text) if is_literal(text) => self.literal(text, column),
            Value::String(text) => spelling::on_one_line(text, false, &mut self.out),
            Value::Sequence(items) => {
                self.out.push('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        self.out.push_str(", ");
                    }
                    self.flow_scalar(item);
                }
                self.out.push(']');
            }
            Value::Mapping(_) => self.out.push_str("{}"),
            scalar => self.flow_scalar(scalar),
        }
    }

    fn flow_scalar(&mut self, value: &Value) {
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Bool(value) => self.out.push_str(if *value { "true" } else { "false" }),
            Value::Int(value) => {
                let _ = write!(self.out, "{value}");
            }
            Value::Number(text) if matches!(core_schema::type_of(text), Plain::Float(_)) => {
                self.out.push_str(text);
            }
            Value::Number(text) | Value::String(text) => {
                spelling::on_one_line(text, true, &mut self.out)
            }
            // `is_flow` lets only empty ones through.
            Value::Sequence(_) => self.out.push_str("[]"),
            Value::Mapping(_) => self.out.push_str("{}"),
        }
    }

    /// A text as it is, each of its lines on a line; without the last line break of the file.
    fn literal(&mut self, text: &str, column: usize) {
        // The writer's caller ends the line; the column is at least one step in.
        let column = column.max(STEP);
        let body = text.trim_end_matches('\n');
        self.out.push('|');
        if body.trim_start_matches('\n').starts_with(' ') {
            let _ = write!(self.out, "{STEP}");
        }
        self.out.push_str(match text.len() - body.len() {
            0 => "-",
            1 => "",
            _ => "+",
        });
        for line in body.split('\n') {
            self.out.push('\n');
            if !line.is_empty() {
                self.indent(column);
                self.out.push_str(line);
            }
        }
        // The first of the breaks that end the text is the one the caller writes.
        self.out.extend(text[body.len()..].chars().skip(1));
    }

    fn line(&mut self, column: usize) {
        self.out.push('\n');
        self.indent(column);
    }

    fn indent(&mut self, column: usize) {
        self.out.extend(std::iter::repeat_n(' ', column));
    }
}

/// Whether a sequence is written in brackets on the line where `used` columns are taken.
fn is_flow(items: &[Value], used: usize) -> bool {
    let mut width = used + "[]".len() + 1;
    for item in items {
        width += match item {
            Value::Null | Value::Bool(_) | Value::Int(_) | Value::Number(_) => 8,
            Value::String(text) if !text.contains(['\n', '\r']) && text.len() <= LONGEST_LINE => {
                text.chars().count() + 2
            }
            _ => return false,
        };
        if width > LONGEST_LINE {
            return false;
        }
    }
    true
}

/// Whether a text is written under `|`: it is broken into lines, or long and made of words.
fn is_literal(text: &str) -> bool {
    let is_long = text.contains(' ') && text.chars().nth(LONGEST_LINE).is_some();
    (is_long || text.contains('\n')) && spelling::fits_literal(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> String {
        write(
            &Value::Mapping(vec![("a".to_owned(), Value::from(text))]),
            None,
        )
    }

    #[test]
    fn words_stand_plain_and_what_looks_like_something_else_is_quoted() {
        for text in [
            "Each Party",
            "7bis",
            "art. 7(1)",
            "don't",
            "a:b",
            "a#b",
            "é",
            "2.a",
            "(x)",
        ] {
            assert_eq!(one(text), format!("a: {text}\n"));
        }
        for text in [
            "",
            "no",
            "Yes",
            "ON",
            "y",
            "010",
            "1e3",
            "2027-06-30",
            "12:30",
            "~",
            "null",
            "7",
            "0x1F",
            "1_000",
            "- a",
            "? b",
            "a: b",
            "a #b",
            "a:",
            " a",
            "a ",
            "[x]",
            "{x}",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "'a'",
            "=",
            "<<",
            ".inf",
            "...",
            "2001-12-14t21:59:43.10-05:00",
        ] {
            assert_eq!(one(text), format!("a: \"{text}\"\n"), "{text}");
        }
        assert_eq!(one("\"x\" \\"), "a: \"\\\"x\\\" \\\\\"\n");
        assert_eq!(
            one("x\u{2028}y\u{85}\u{feff}\u{7}"),
            "a: \"x\\u2028y\\x85\\uFEFF\\x07\"\n"
        );
    }

    #[test]
    fn long_and_broken_texts_stand_under_a_bar_as_they_are() {
        let long = "word ".repeat(20) + "end";
        assert_eq!(one(&long), format!("a: |-\n  {long}\n"));
        assert_eq!(one("x\n  y\n\nz\n"), "a: |\n  x\n    y\n\n  z\n");
        assert_eq!(one("x\n\n\n"), "a: |+\n  x\n\n\n");
        assert_eq!(one("  x\ny"), "a: |2-\n    x\n  y\n");
        assert_eq!(one("\n x\n"), "a: |2\n\n   x\n");
        for text in ["\n", "a\r\nb", "x\n\ty", " \n x", "a\u{2029}\nb"] {
            assert!(one(text).starts_with("a: \""), "{text:?}");
        }
    }

    #[test]
    fn collections_stand_in_block_style_and_short_lists_in_brackets() {
        let list =
            |items: &[&str]| Value::Sequence(items.iter().map(|item| Value::from(*item)).collect());
        let value = Value::Mapping(vec![
            ("kind".to_owned(), list(&["offence", "no", "a, b"])),
            ("none".to_owned(), list(&[])),
            ("empty".to_owned(), Value::Mapping(Vec::new())),
            (
                "points".to_owned(),
                Value::Sequence(vec![
                    Value::Mapping(vec![
                        ("num".to_owned(), Value::from("1")),
                        ("text".to_owned(), Value::from("x\n")),
                        (
                            "deep".to_owned(),
                            Value::Mapping(vec![("b".to_owned(), Value::Null)]),
                        ),
                    ]),
                    Value::Sequence(vec![list(&["x\ny"]), Value::Int(-3)]),
                    Value::Bool(true),
                ]),
            ),
        ]);
        let expected = "\
# yaml-language-server: $schema=x
kind: [offence, \"no\", \"a, b\"]
none: []
empty: {}
points:
  - num: \"1\"
    text: |
      x
    deep:
      b: null
  - - - |-
        x
        y
    - -3
  - true
";
        assert_eq!(
            write(&value, Some("yaml-language-server: $schema=x")),
            expected
        );
    }
}
