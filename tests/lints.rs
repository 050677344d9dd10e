//! Every lint does what its file says, and every file of `lints/` is as it should be.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use treatylint::analysis::{Phrase, RELATIONS};
use treatylint::diagnostic::Diagnostic;
use treatylint::lint::{Catalogue, own_files, trial};
use treatylint::schema::{SchemaKind, source, validate};
use treatylint::text::SourceId;
use treatylint::yaml::{Limits, Node, Tree, parse};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("lints")
}

/// The files of a part of `lints/` (`""`, `lexicons`, `profiles`), parsed.
fn files(part: &str) -> Vec<(PathBuf, Tree)> {
    let mut files = Vec::new();
    for path in own_files(&folder()).unwrap() {
        let below = path.strip_prefix(folder()).unwrap();
        let first = below.components().next().unwrap();
        let is_deep = below.components().count() > 1;
        if is_deep != part.is_empty() && (!is_deep || first.as_os_str() == part) {
            let text: Arc<str> = std::fs::read_to_string(&path).unwrap().into();
            let parsed = parse(SourceId(0), &text, &Limits::default());
            assert!(
                parsed.faults.is_empty(),
                "{}: {:?}",
                path.display(),
                parsed.faults
            );
            files.push((path, parsed.tree.unwrap()));
        }
    }
    files
}

#[track_caller]
fn fits(kind: SchemaKind, path: &Path, tree: &Tree) {
    let faults: Vec<String> = validate(kind, tree).into_iter().map(said).collect();
    assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
}

fn said(fault: Diagnostic) -> String {
    format!("{} {}", fault.message, fault.help.unwrap_or_default())
}

#[test]
fn every_file_fits_its_schema() {
    for (part, kind) in [
        ("", SchemaKind::Lint),
        ("lexicons", SchemaKind::Lexicon),
        ("profiles", SchemaKind::Profile),
    ] {
        for (path, tree) in files(part) {
            fits(kind, &path, &tree);
        }
    }
}

#[test]
fn every_lexicon_is_called_what_its_file_is_and_has_phrases_that_read() {
    for (path, tree) in files("lexicons") {
        let name = tree.root().get("lexicon").and_then(Node::as_str);
        assert_eq!(name, path.file_stem().and_then(|stem| stem.to_str()));
        for (list, phrases) in tree.root().get("phrases").unwrap().entries() {
            for phrase in phrases.items().filter_map(Node::as_str) {
                let read = Phrase::new(phrase);
                assert!(
                    read.is_ok(),
                    "{name:?}.{:?}: `{phrase}` {read:?}",
                    list.as_str()
                );
            }
        }
    }
}

/// The program holds the very lints that lie in the folder. Names that do not resolve would be
/// faults of loading, and the lint would be missing.
#[test]
fn every_lint_of_the_folder_is_in_the_program() {
    let (catalogue, faults) = Catalogue::with(&[]);
    let faults: Vec<String> = faults.into_iter().map(said).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    let ids: BTreeSet<String> = catalogue
        .lints()
        .iter()
        .map(|lint| lint.id().to_owned())
        .collect();
    let stems = files("").into_iter();
    let stems: BTreeSet<String> = stems
        .map(|(path, _)| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids, stems);
}

#[test]
fn every_example_goes_as_its_lint_says() {
    let catalogue = Catalogue::embedded();
    let mut wrong = Vec::new();
    for lint in catalogue.lints() {
        for verdict in trial(&catalogue, lint.id()) {
            if !verdict.result.is_right() {
                let result = verdict.result.as_str();
                wrong.push(format!(
                    "{} {}: {result} {}",
                    verdict.lint, verdict.example, verdict.detail
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_lint_has_examples_enough() {
    for (path, tree) in files("") {
        let examples = tree.root().get("examples").unwrap();
        let all = |key| examples.get(key).into_iter().flat_map(Node::items);
        assert!(
            all("fail").count() >= 3,
            "{}: three that fail",
            path.display()
        );
        assert!(
            all("pass").count() >= 3,
            "{}: three that pass",
            path.display()
        );
        for pass in all("pass") {
            assert!(
                pass.get("why").is_some(),
                "{}: say why it passes",
                path.display()
            );
        }
        let near =
            all("pass").filter(|pass| pass.get("near").and_then(Node::as_bool) == Some(true));
        assert!(near.count() >= 2, "{}: two near misses", path.display());
    }
}

/// The prose of a lint stands last, so that a run need not read it.
#[test]
fn what_decides_stands_before_what_explains() {
    const PROSE: [&str; 3] = ["rationale", "sources", "examples"];
    for (path, tree) in files("") {
        let keys: Vec<&str> = tree
            .root()
            .entries()
            .filter_map(|(key, _)| key.as_str())
            .collect();
        assert_eq!(keys[keys.len() - 3..], PROSE, "{}", path.display());
    }
}

#[test]
fn the_schema_of_lints_knows_every_relation() {
    let schema: serde_json::Value = serde_json::from_str(source("lint").unwrap()).unwrap();
    let known = schema["$defs"]["relation"]["enum"].as_array().unwrap();
    for relation in RELATIONS {
        let name = relation.name;
        assert!(
            known.iter().any(|known| known == name),
            "{name} is not in lint.schema.json"
        );
    }
}
