//! Lint, lexicon and profile files: the one place of this layer that reads YAML.
//!
//! What comes out is a form whose words keep their bytes; names are resolved when it is compiled.
//! The reader collects every fault of a file rather than stop at the first.

mod detector;
mod example;
mod lexicon;
mod prose;
mod reader;

use std::sync::Arc;

use super::error::{LintFileError, Problem};
use super::form::{LintForm, OutcomeForm, SaysForm, Word};
use crate::diagnostic::{Confidence, Diagnostic, Severity};
use crate::schema::{self, SchemaKind};
use crate::text::SourceId;
use crate::yaml::{self, Limits, Node, Tree};

pub(super) use example::{Draft, Example, Mark, Step, examples};
pub(super) use lexicon::{ProfileFile, lexicon, profile};
pub(super) use prose::prose;
pub use prose::{Prose, Snippet, Source};
use reader::Reader;

/// A lint file that was read.
#[derive(Debug)]
pub(super) struct LintFile {
    pub(super) form: LintForm,
    pub(super) errors: Vec<LintFileError>,
}

/// Parses a file that is part of the program: tests hold it against its schema.
///
/// # Errors
///
/// The faults of the parser.
pub(super) fn parse(source: SourceId, text: &Arc<str>) -> Result<Tree, Vec<Diagnostic>> {
    let parsed = yaml::parse(source, text, &Limits::default());
    match parsed.tree {
        Some(tree) if parsed.faults.is_empty() => Ok(tree),
        _ => Err(parsed.faults),
    }
}

/// Parses a file that somebody wrote, and holds it against its schema.
///
/// # Errors
///
/// The faults of the parser, or those of the schema.
pub(super) fn parse_checked(
    kind: SchemaKind,
    source: SourceId,
    text: &Arc<str>,
) -> Result<Tree, Vec<Diagnostic>> {
    let tree = parse(source, text)?;
    let faults = schema::validate(kind, &tree);
    if faults.is_empty() {
        Ok(tree)
    } else {
        Err(faults)
    }
}

/// Reads a lint without its prose.
pub(super) fn lint(tree: &Tree) -> LintFile {
    let mut reader = Reader::default();
    let root = tree.root();
    let of = "a lint";
    let form = LintForm {
        id: reader.required(root, "id", of, Reader::word),
        aliases: reader.plain_words(root, "aliases"),
        summary: reader.required(root, "summary", of, Reader::word).value,
        since: reader
            .optional(root, "since", Reader::word)
            .map_or_else(String::new, |it| it.value),
        preview: root.get("status").and_then(Node::as_str) == Some("preview"),
        off: root.get("default").and_then(Node::as_str) == Some("off"),
        tags: reader.plain_words(root, "tags"),
        whole: root.get("whole").and_then(Node::as_bool).unwrap_or(false),
        detector: match root.get("detector") {
            Some(node) => detector::detector(&mut reader, node),
            None => {
                reader.missing(root, "detector", of);
                detector::nothing()
            }
        },
        outcomes: {
            let nodes = root.get("outcomes").into_iter().flat_map(Node::items);
            nodes.map(|node| outcome(&mut reader, node)).collect()
        },
        labels: labels(&mut reader, root),
        identity: reader.words(root, "identity"),
        help: reader.optional(root, "help", Reader::word),
    };
    if form.outcomes.is_empty() {
        reader.missing(root, "outcomes", of);
    }
    LintFile {
        form,
        errors: reader.errors,
    }
}

fn labels(reader: &mut Reader, root: Node<'_>) -> Vec<(Word, Word)> {
    let entries = root.get("labels").into_iter().flat_map(Node::entries);
    entries
        .map(|(key, value)| (reader.word(key), reader.word(value)))
        .collect()
}

fn outcome(reader: &mut Reader, node: Node<'_>) -> OutcomeForm {
    let of = "an outcome";
    let silent = node.get("silent").and_then(Node::as_bool).unwrap_or(false);
    OutcomeForm {
        when: detector::conditions(reader, node.get("when")),
        partners: detector::partners(reader, node),
        says: (!silent).then(|| SaysForm {
            severity: level(reader, node, "severity", Severity::Note),
            confidence: level(reader, node, "confidence", Confidence::Low),
            message: reader.required(node, "message", of, Reader::word),
            notes: reader.words(node, "notes"),
            help: reader.optional(node, "help", Reader::word),
        }),
    }
}

/// A word of a scale; `fallback` after a fault was noted.
fn level<L: std::str::FromStr>(
    reader: &mut Reader,
    node: Node<'_>,
    key: &'static str,
    fallback: L,
) -> L {
    let word = reader.required(node, key, "an outcome", Reader::word);
    word.value.parse().unwrap_or_else(|_| {
        let what = match key {
            "severity" => "a severity (note, warning, error)",
            _ => "a confidence (low, medium, high)",
        };
        reader.error(word.span, Problem::unknown(&word.value, what, []));
        fallback
    })
}
