//! Rows and columns: as text, JSON or CSV.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{Paint, Terminal, json, visible, width};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableFormat {
    /// Aligned columns.
    Text,
    /// An array of objects.
    Json,
    /// Comma-separated values, with a line of names.
    Csv,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Value>>,
}

/// Columns of text wider than this are cut, except the last: tables are for reading down.
const WIDEST: usize = 48;

impl Table {
    /// The table without some of its columns.
    #[must_use]
    pub fn without(&self, columns: &[&str]) -> Self {
        let stays = |name: &String| !columns.contains(&name.as_str());
        let keep: Vec<bool> = self.columns.iter().map(stays).collect();
        let kept = |row: &Vec<Value>| {
            let cells = row.iter().zip(&keep).filter(|(_, keep)| **keep);
            cells.map(|(cell, _)| cell.clone()).collect()
        };
        Self {
            columns: self
                .columns
                .iter()
                .filter(|name| stays(name))
                .cloned()
                .collect(),
            rows: self.rows.iter().map(kept).collect(),
        }
    }

    /// Writes the table.
    #[must_use]
    pub fn render(&self, format: TableFormat, terminal: &Terminal) -> String {
        match format {
            TableFormat::Text => self.text(terminal),
            TableFormat::Json => self.json(),
            TableFormat::Csv => self.csv(),
        }
    }

    fn text(&self, terminal: &Terminal) -> String {
        let names = self.columns.iter().map(|name| shown(name)).collect();
        let rows: Vec<Vec<String>> = std::iter::once(names)
            .chain(self.rows.iter().map(|row| {
                let cells = row.iter().map(|cell| shown(&plain(cell)));
                cells.collect()
            }))
            .collect();
        let last = self.columns.len().saturating_sub(1);
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|at| rows.iter().map(|row| width(&row[at])).max().unwrap_or(0))
            .map(|wide| wide.min(WIDEST))
            .collect();
        let mut out = String::new();
        for (at, row) in rows.iter().enumerate() {
            let mut line = String::new();
            let mut used = 0;
            for (column, cell) in row.iter().enumerate() {
                let room = if column == last {
                    terminal.width.saturating_sub(used).max(20)
                } else {
                    widths[column]
                };
                let cell = cut(cell, room);
                line.push_str(&cell);
                if column != last {
                    let pad = widths[column].saturating_sub(width(&cell)) + 2;
                    line.push_str(&" ".repeat(pad));
                    used += widths[column] + 2;
                }
            }
            let line = line.trim_end();
            if at == 0 {
                out.push_str(&terminal.paint(Paint::Strong, line));
            } else {
                out.push_str(line);
            }
            out.push('\n');
        }
        out
    }

    fn json(&self) -> String {
        let columns = &self.columns;
        let rows: Vec<Row<'_>> = self
            .rows
            .iter()
            .map(|cells| Row { columns, cells })
            .collect();
        json::pretty(&rows)
    }

    fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let rows = self.rows.iter().map(|row| {
            let cells = row.iter().map(|cell| visible(&plain(cell)).into_owned());
            cells.collect::<Vec<_>>()
        });
        for row in std::iter::once(self.columns.clone()).chain(rows) {
            writer
                .write_record(&row)
                .expect("bug: rows are of one length, and memory does not fail");
        }
        let bytes = writer
            .into_inner()
            .expect("bug: writing to memory does not fail");
        String::from_utf8(bytes).expect("bug: every cell is text")
    }
}

/// A row as an object whose fields stand in the order of the columns.
struct Row<'r> {
    columns: &'r [String],
    cells: &'r [Value],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.columns.iter().zip(self.cells))
    }
}

/// A cell as words: lists joined by commas, nothing for null.
fn plain(cell: &Value) -> String {
    match cell {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// A text on one line, its white space folded.
fn shown(text: &str) -> String {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    visible(&folded).into_owned()
}

/// The text in at most `columns`, with an ellipsis where it is cut.
fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        if width(&text[..next]) >= columns {
            break;
        }
        end = next;
    }
    format!("{}…", text[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table {
            columns: vec!["place".into(), "words".into(), "text".into()],
            rows: vec![
                vec!["art. 1".into(), 12.into(), "« a », b\nc".into()],
                vec!["漢 2".into(), Value::Null, "x\u{202e}y".into()],
            ],
        }
    }

    #[test]
    fn text_is_aligned_by_columns_of_the_screen() {
        let text = table().render(TableFormat::Text, &Terminal::plain());
        assert_eq!(
            text,
            "place   words  text\nart. 1  12     « a », b c\n漢 2           x\\u{202e}y\n"
        );
    }

    #[test]
    fn csv_quotes_and_keeps_line_breaks_visible() {
        let text = table().render(TableFormat::Csv, &Terminal::plain());
        assert_eq!(
            text,
            "place,words,text\nart. 1,12,\"« a », b\\u{a}c\"\n漢 2,,x\\u{202e}y\n"
        );
    }

    #[test]
    fn json_is_an_array_of_objects() {
        let text = table().render(TableFormat::Json, &Terminal::plain());
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value[0]["words"], 12);
        assert_eq!(value[1]["text"], "x\u{202e}y");
        assert!(text.contains("\\u202e"));
    }

    #[test]
    fn wide_cells_are_cut_with_an_ellipsis() {
        assert_eq!(cut("any other unlawful act", 10), "any other…");
        assert_eq!(cut("漢字漢字", 5), "漢字…");
    }
}
