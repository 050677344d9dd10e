//! Records back to text: the proof that nothing was lost.

use std::path::{Path, PathBuf};

use super::usual::{self, List};
use crate::model::Style;
use crate::yaml::Value;

/// The text that records say: labels, headings and words in the order of the text, each on a line
/// of its own. White space is not what it was; every other character is.
///
/// `files` are the records of one instrument as [`super::import`] gives them, `instrument.yaml`
/// first.
#[must_use]
pub fn render_text(files: &[(PathBuf, Value)]) -> String {
    let mut page = Page {
        lines: Vec::new(),
        language: "en",
        style: Style::Unstated,
    };
    let Some(((_, head), records)) = files.split_first() else {
        return String::new();
    };
    page.language = string(head, "language").unwrap_or("en");
    page.style = string(head, "style").map_or(Style::Unstated, Style::from_word);
    page.line(string(head, "title"));
    let body = records.iter().filter(|(path, _)| folder(path).is_none());
    page.component(head, body.map(|(_, record)| record));
    for component in items(head, "components") {
        let name = string(component, "component");
        let kind = name
            .and_then(|name| name.rsplit_once('-'))
            .map_or("", |(kind, _)| kind);
        page.label(component, |num| usual::frame(kind, num));
        page.line(string(component, "heading"));
        let own = records.iter().filter(|(path, _)| folder(path) == name);
        page.component(component, own.map(|(_, record)| record));
    }
    page.lines.join("\n")
}

fn folder(path: &Path) -> Option<&str> {
    path.parent()
        .and_then(Path::to_str)
        .filter(|folder| !folder.is_empty())
}

fn field<'v>(value: &'v Value, key: &str) -> Option<&'v Value> {
    let Value::Mapping(entries) = value else {
        return None;
    };
    entries
        .iter()
        .find(|(name, _)| name == key)
        .map(|(_, value)| value)
}

fn string<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    match field(value, key) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

fn items<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    match field(value, key) {
        Some(Value::Sequence(items)) => items,
        _ => &[],
    }
}

struct Page<'v> {
    lines: Vec<String>,
    language: &'v str,
    style: Style,
}

impl<'v> Page<'v> {
    fn line(&mut self, text: Option<&str>) {
        self.lines.extend(text.map(str::to_owned));
    }

    fn label(&mut self, value: &Value, usual: impl Fn(&str) -> String) {
        let num = string(value, "num").filter(|num| !num.starts_with('~'));
        let printed = string(value, "printed").map(str::to_owned);
        let label = printed.or_else(|| num.map(usual));
        self.lines.extend(label);
    }

    /// The divisions and records of a component, each division before its first record.
    fn component(&mut self, head: &'v Value, records: impl Iterator<Item = &'v Value>) {
        let mut divisions = Vec::new();
        flatten(head, &mut Vec::new(), &mut divisions);
        let mut next = 0;
        for record in records {
            let path: Vec<&str> = items(record, "in")
                .iter()
                .filter_map(|name| {
                    if let Value::String(name) = name {
                        Some(name.as_str())
                    } else {
                        None
                    }
                })
                .collect();
            let at = divisions
                .iter()
                .skip(next)
                .position(|(names, _)| *names == path);
            if let Some(at) = at.filter(|_| !path.is_empty()) {
                let upto = next + at + 1;
                divisions[next..upto]
                    .iter()
                    .for_each(|(_, division)| self.division(division));
                next = upto;
            }
            if string(record, "component") == Some("testimonium") {
                divisions[next..]
                    .iter()
                    .for_each(|(_, division)| self.division(division));
                next = divisions.len();
            }
            self.record(record);
        }
        divisions[next..]
            .iter()
            .for_each(|(_, division)| self.division(division));
    }

    fn division(&mut self, division: &Value) {
        let kind = string(division, "type").unwrap_or_default();
        self.label(division, |num| usual::frame(kind, num));
        self.line(string(division, "heading"));
    }

    fn record(&mut self, record: &Value) {
        let printed = string(record, "printed").map(str::to_owned);
        let language = self.language;
        let usual = || string(record, "article").map(|num| usual::article(language, num));
        self.lines.extend(printed.or_else(usual));
        self.line(string(record, "heading"));
        self.content(record);
    }

    fn content(&mut self, value: &Value) {
        self.line(string(value, "text"));
        self.list(items(value, "points"), List::Points);
        self.line(string(value, "tail"));
        self.list(items(value, "paragraphs"), List::Paragraphs);
    }

    fn list(&mut self, values: &[Value], list: List) {
        let style = self.style;
        for value in values {
            self.label(value, |num| usual::label(style, list, num));
            self.line(string(value, "heading"));
            self.content(value);
        }
    }
}

fn flatten<'v>(
    head: &'v Value,
    path: &mut Vec<String>,
    divisions: &mut Vec<(Vec<String>, &'v Value)>,
) {
    for division in items(head, "divisions") {
        let kind = string(division, "type").unwrap_or_default();
        let num = string(division, "num").unwrap_or_default();
        path.push(format!("{kind} {num}").trim().to_owned());
        divisions.push((path.clone(), division));
        flatten(division, path, divisions);
        path.pop();
    }
}
