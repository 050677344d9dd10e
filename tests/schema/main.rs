//! The schemas, and the faults that they find: the words, the place, the way out.

mod lints;
mod records;
mod schemas;
mod settings;
mod soup;

use std::sync::Arc;

use treatylint::diagnostic::Diagnostic;
use treatylint::schema::{self, SchemaKind};
use treatylint::text::{Source, SourceId};
use treatylint::yaml::{self, Limits};

/// The findings of a text: `line:column-column the words | help: … | note: …`, each on a line.
fn findings(kind: SchemaKind, text: &str) -> String {
    let text: Arc<str> = text.into();
    let tree = yaml::parse(SourceId(0), &text, &Limits::default()).tree;
    let tree = tree.expect("the text is YAML");
    let source = Source::new("record.yaml", Arc::clone(&text));
    schema::validate(kind, &tree)
        .iter()
        .map(|finding| line(&source, finding) + "\n")
        .collect()
}

fn line(source: &Source, finding: &Diagnostic) -> String {
    let span = finding.primary().span;
    let place = source.line_column(span.start);
    let words = source.slice(span).lines().next().unwrap_or_default();
    let mut line = format!(
        "{}:{} {words:?}: {}",
        place.line, place.column, finding.message
    );
    for note in &finding.notes {
        line += &format!(" | note: {note}");
    }
    if let Some(help) = &finding.help {
        line += &format!(" | help: {help}");
    }
    line
}

/// One table: a faulty text, and every finding of it.
fn check(kind: SchemaKind, text: &str, expected: &[&str]) {
    let found = findings(kind, text);
    let found: Vec<&str> = found.lines().collect();
    assert_eq!(found, expected, "\nof the text:\n{text}");
}

const KINDS: &str = "`preamble`, `purpose`, `scope`, `definition`, `offence`, `participation`, \
    `legal-persons`, `sanctions`, `prosecution`, `jurisdiction`, `power`, `scope-of-powers`, \
    `safeguard`, `victim-protection`, `cooperation`, `extradition`, `mutual-assistance`, \
    `refusal-ground`, `spontaneous-information`, `joint-investigation`, `contact-point`, \
    `data-protection`, `asset-recovery`, `prevention`, `technical-assistance`, `mechanism`, \
    `relation-to-treaties`, `final-clause`, `declaration-reservation`";
