//! Examples: the texts that a lint is tested with.

use std::ops::Range;

use serde_json::{Map, Value, json};

use super::super::error::{LintFileError, Problem};
use super::reader::Reader;
use crate::diagnostic::Severity;
use crate::yaml::{Node, NodeKind, Tree};

/// An example.
#[derive(Debug)]
pub(in super::super) struct Example {
    /// Whether the lint must find something.
    pub(in super::super) fails: bool,
    /// The 1-based place among those that fail, or those that pass.
    pub(in super::super) ordinal: usize,
    /// The text.
    pub(in super::super) draft: Draft,
    /// The earlier draft, where the lint judges a change.
    pub(in super::super) before: Option<Draft>,
    /// The outcome that must decide, 1-based.
    pub(in super::super) outcome: Option<usize>,
    /// The severity that the finding must have.
    pub(in super::super) severity: Option<Severity>,
    /// The text as it should be.
    pub(in super::super) fixed: Option<Draft>,
}

/// An instrument in small: its records as values, marks taken out.
#[derive(Debug)]
pub(in super::super) struct Draft {
    /// `instrument.yaml`.
    pub(in super::super) head: Value,
    /// The records.
    pub(in super::super) records: Vec<Value>,
    /// Where `⟦` and `⟧` stood.
    pub(in super::super) marks: Vec<Mark>,
    /// Whether the example is an instrument rather than a clause of one.
    pub(in super::super) whole: bool,
}

/// Words that a finding must point at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Mark {
    /// Which file: 0 is `instrument.yaml`.
    pub(in super::super) file: usize,
    /// The way to the scalar.
    pub(in super::super) path: Vec<Step>,
    /// Bytes of its text without marks.
    pub(in super::super) range: Range<usize>,
}

/// A step into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Step {
    Key(String),
    Item(usize),
}

/// Reads the examples of a lint file.
pub(in super::super) fn examples(tree: &Tree) -> (Vec<Example>, Vec<LintFileError>) {
    let mut reader = Reader::default();
    let mut examples = Vec::new();
    for (key, fails) in [("fail", true), ("pass", false)] {
        let node = tree.root().get("examples").and_then(|node| node.get(key));
        for (at, node) in node.into_iter().flat_map(Node::items).enumerate() {
            let text = ["text", "record", "instrument", "after"];
            let Some(body) = text.into_iter().find_map(|key| node.get(key)) else {
                reader.missing(node, "text", "an example");
                continue;
            };
            examples.push(Example {
                fails,
                ordinal: at + 1,
                draft: draft(&mut reader, node, body),
                before: node
                    .get("before")
                    .map(|body| draft(&mut reader, node, body)),
                outcome: reader.number(node, "outcome").map(|number| number as usize),
                severity: node
                    .get("severity")
                    .and_then(Node::as_str)
                    .and_then(|word| word.parse().ok()),
                fixed: node.get("fixed").map(|body| draft(&mut reader, node, body)),
            });
        }
    }
    (examples, reader.errors)
}

/// The instrument of an example whose body (`text`, `record`, `instrument`, `fixed`) is `body`.
fn draft(reader: &mut Reader, example: Node<'_>, body: Node<'_>) -> Draft {
    let mut builder = Builder {
        reader,
        marks: Vec::new(),
        file: 0,
        path: Vec::new(),
    };
    let mut head = Map::new();
    head.insert("id".to_owned(), "example".into());
    for key in ["language", "style", "profile", "status"] {
        if let Some(word) = example.get(key).and_then(Node::as_str) {
            head.insert(key.to_owned(), word.into());
        }
    }
    let provisions = body.get("provisions");
    let records = if let Some(provisions) = provisions {
        for (key, value) in body.entries() {
            let key = key.as_str().unwrap_or_default();
            if key != "provisions" {
                builder.path.push(Step::Key(key.to_owned()));
                head.insert(key.to_owned(), builder.value(value));
                builder.path.pop();
            }
        }
        let records = provisions.items().zip(1..).map(|(node, file)| {
            builder.file = file;
            builder.value(node)
        });
        records.collect()
    } else {
        builder.file = 1;
        vec![match body.kind() {
            NodeKind::Mapping => builder.value(body),
            _ => builder.clause(example, body),
        }]
    };
    Draft {
        head: Value::Object(head),
        records,
        marks: builder.marks,
        whole: provisions.is_some(),
    }
}

struct Builder<'r> {
    reader: &'r mut Reader,
    marks: Vec<Mark>,
    file: usize,
    path: Vec<Step>,
}

impl Builder<'_> {
    /// A record of a text: paragraphs between blank lines, numbered where they begin with `1.`.
    fn clause(&mut self, example: Node<'_>, body: Node<'_>) -> Value {
        let mut record = Map::new();
        record.insert("article".to_owned(), "1".into());
        if let Some(heading) = example.get("heading").and_then(Node::as_str) {
            record.insert("heading".to_owned(), heading.into());
        }
        if let Some(kind) = example.get("kind") {
            let kinds: Vec<String> = match kind.kind() {
                NodeKind::Sequence => self.reader.plain_words(example, "kind"),
                _ => vec![self.reader.word(kind).value],
            };
            record.insert("kind".to_owned(), json!(kinds));
        }
        let text = body.as_str().unwrap_or_default();
        let paragraphs: Vec<(Option<&str>, &str)> = blocks(text).map(label).collect();
        if let [(None, only)] = paragraphs[..] {
            self.path.push(Step::Key("text".to_owned()));
            let text = self.unmarked(only, body);
            self.path.pop();
            record.insert("text".to_owned(), text.into());
            return Value::Object(record);
        }
        let mut list = Vec::new();
        for (at, (num, text)) in paragraphs.into_iter().enumerate() {
            self.path = vec![
                Step::Key("paragraphs".to_owned()),
                Step::Item(at),
                Step::Key("text".to_owned()),
            ];
            let text = self.unmarked(text, body);
            let mut paragraph = Map::new();
            if let Some(num) = num {
                paragraph.insert("num".to_owned(), num.into());
            }
            paragraph.insert("text".to_owned(), text.into());
            list.push(Value::Object(paragraph));
        }
        self.path.clear();
        record.insert("paragraphs".to_owned(), Value::Array(list));
        Value::Object(record)
    }

    /// A node as a value; marks are taken out of its strings.
    fn value(&mut self, node: Node<'_>) -> Value {
        match node.kind() {
            NodeKind::Null => Value::Null,
            NodeKind::Bool(value) => value.into(),
            NodeKind::Int(value) => value.into(),
            NodeKind::Float(value) => value.into(),
            NodeKind::String(_) => {
                let text = node.as_str().unwrap_or_default();
                self.unmarked(text, node).into()
            }
            NodeKind::Sequence => {
                let mut items = Vec::new();
                for (at, item) in node.items().enumerate() {
                    self.path.push(Step::Item(at));
                    items.push(self.value(item));
                    self.path.pop();
                }
                Value::Array(items)
            }
            NodeKind::Mapping => {
                let mut map = Map::new();
                for (key, value) in node.entries() {
                    let key = key.as_str().unwrap_or_default().to_owned();
                    self.path.push(Step::Key(key.clone()));
                    let value = self.value(value);
                    self.path.pop();
                    map.insert(key, value);
                }
                Value::Object(map)
            }
        }
    }

    /// A text without its marks, which are noted.
    fn unmarked(&mut self, text: &str, node: Node<'_>) -> String {
        let mut plain = String::with_capacity(text.len());
        let mut open = Vec::new();
        let mut fault = false;
        for c in text.chars() {
            match c {
                '⟦' => open.push(plain.len()),
                '⟧' => match open.pop() {
                    Some(start) => self.marks.push(Mark {
                        file: self.file,
                        path: self.path.clone(),
                        range: start..plain.len(),
                    }),
                    None => fault = true,
                },
                other => plain.push(other),
            }
        }
        if fault || !open.is_empty() {
            let problem = Problem::Shape("`⟦` and `⟧` in pairs, within one text");
            self.reader.error(node.span(), problem);
        }
        plain
    }
}

/// The blocks of a text between blank lines.
fn blocks(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n")
        .map(|block| block.trim_matches('\n'))
        .filter(|block| !block.trim().is_empty())
}

/// A block without its label: `1. Each Party …`.
fn label(block: &str) -> (Option<&str>, &str) {
    let labelled = block
        .split_once(". ")
        .filter(|(num, _)| !num.is_empty() && num.bytes().all(|byte| byte.is_ascii_digit()));
    match labelled {
        Some((num, rest)) => (Some(num), rest.trim_start()),
        None => (None, block),
    }
}
