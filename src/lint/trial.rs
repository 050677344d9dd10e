//! Examples as tests: a lint must find what its file says it finds, and nothing else.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;

use super::catalogue::Catalogue;
use super::engine::Engine;
use super::file::{self, Draft, Example, Mark, Step, examples};
use super::finding::Finding;
use super::settings::Settings;
use crate::analysis::Analysis;
use crate::diagnostic::Confidence;
use crate::model::{Instrument, RecordFile, build};
use crate::schema::{SchemaKind, validate};
use crate::text::{SourceId, Span};
use crate::yaml::{Limits, Tree};

/// How an example went: what was to be found against what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrialResult {
    /// Nothing was to be found, and nothing was.
    Validated,
    /// What was to be found was, at the very words.
    Reported,
    /// Something was found that was not to be.
    Noisy,
    /// Something was not found that was to be.
    Missing,
}

impl TrialResult {
    /// The word for tables.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Validated => "validated",
            Self::Reported => "reported",
            Self::Noisy => "noisy",
            Self::Missing => "missing",
        }
    }

    /// Whether the lint did as its file says.
    #[must_use]
    pub const fn is_right(self) -> bool {
        matches!(self, Self::Validated | Self::Reported)
    }
}

/// How one example of a lint went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The lint.
    pub lint: String,
    /// Which example: `fail 1`, `fail 1 fixed`, `pass 2`.
    pub example: String,
    /// How it went.
    pub result: TrialResult,
    /// What was found and not expected, or expected and not found; empty if it went well.
    pub detail: String,
}

/// Runs the examples of a lint; empty if there is no such lint.
///
/// Each runs with its lint alone, whatever its confidence. The `fixed` twin of one that fails runs
/// with all lints that are on by default: a way out that leads into another risk is none.
#[must_use]
pub fn trial(catalogue: &Catalogue, id: &str) -> Vec<Verdict> {
    let Some((_, text)) = catalogue.file(id) else {
        return Vec::new();
    };
    let verdict = |example: &str, result, detail: String| Verdict {
        lint: id.to_owned(),
        example: example.to_owned(),
        result,
        detail,
    };
    let tree = match file::parse(SourceId(0), &text) {
        Ok(tree) => tree,
        Err(faults) => {
            let messages: Vec<String> = faults.into_iter().map(|fault| fault.message).collect();
            return vec![verdict(
                "the file",
                TrialResult::Missing,
                messages.join("; "),
            )];
        }
    };
    let (examples, errors) = examples(&tree);
    let mut verdicts: Vec<Verdict> = errors
        .iter()
        .map(|error| verdict("the examples", TrialResult::Missing, error.to_string()))
        .collect();
    for example in &examples {
        let word = if example.fails { "fail" } else { "pass" };
        let name = format!("{word} {}", example.ordinal);
        let (result, detail) = judge(catalogue, id, example);
        verdicts.push(verdict(&name, result, detail));
        if let Some(fixed) = &example.fixed {
            let (result, detail) = judge_fixed(catalogue, id, fixed);
            verdicts.push(verdict(&format!("{name} fixed"), result, detail));
        }
    }
    verdicts
}

/// Runs one lint, or with `None` all that are on by default, over a draft.
fn run(catalogue: &Catalogue, lint: Option<&str>, built: &Built) -> Vec<Finding> {
    let settings = Settings {
        select: lint.map(str::to_owned).into_iter().collect(),
        min_confidence: Confidence::Low,
        ..Settings::default()
    };
    let Ok(engine) = Engine::new(catalogue, &settings) else {
        return Vec::new();
    };
    let lexicon = catalogue.lexicon(&built.instrument.language);
    let analysis = Analysis::new(&built.instrument, &lexicon);
    engine.find(&analysis).0
}

fn judge(catalogue: &Catalogue, id: &str, example: &Example) -> (TrialResult, String) {
    let built = match Built::new(&example.draft, false) {
        Ok(built) => built,
        Err(detail) => return (TrialResult::Missing, detail),
    };
    if let Some(Err(detail)) = example
        .before
        .as_ref()
        .map(|draft| Built::new(draft, false))
    {
        return (TrialResult::Missing, detail);
    }
    let found = run(catalogue, Some(id), &built);
    if !example.fails {
        return match found.first() {
            None => (TrialResult::Validated, String::new()),
            Some(one) => (TrialResult::Noisy, built.describe("found", place(one))),
        };
    }
    let expected: BTreeSet<(SourceId, Span)> = example
        .draft
        .marks
        .iter()
        .filter_map(|mark| built.span(mark))
        .collect();
    let places: BTreeSet<(SourceId, Span)> = found.iter().map(place).collect();
    if let Some(missed) = expected.difference(&places).next() {
        let mut detail = built.describe("not found:", *missed);
        for other in places.difference(&expected) {
            detail.push_str(&built.describe("; found instead:", *other));
        }
        return (TrialResult::Missing, detail);
    }
    if let Some(extra) = places.difference(&expected).next() {
        return (TrialResult::Noisy, built.describe("found too:", *extra));
    }
    if found.is_empty() {
        return (
            TrialResult::Missing,
            "nothing was marked, and nothing found".to_owned(),
        );
    }
    for one in &found {
        let wrong_outcome = example.outcome.is_some_and(|wanted| wanted != one.outcome);
        let severity = one.diagnostic.severity;
        if wrong_outcome || example.severity.is_some_and(|wanted| wanted != severity) {
            let detail = format!("outcome {} decided, a {severity}", one.outcome);
            return (TrialResult::Noisy, detail);
        }
    }
    (TrialResult::Reported, String::new())
}

fn judge_fixed(catalogue: &Catalogue, id: &str, fixed: &Draft) -> (TrialResult, String) {
    // A clause is judged as a part of an instrument, except by its own lint.
    for (lint, partial) in [(Some(id), false), (None, !fixed.whole)] {
        let built = match Built::new(fixed, partial) {
            Ok(built) => built,
            Err(detail) => return (TrialResult::Missing, detail),
        };
        if let Some(one) = run(catalogue, lint, &built).first() {
            let by = format!("`{}` found", one.diagnostic.lint);
            return (TrialResult::Noisy, built.describe(&by, place(one)));
        }
    }
    (TrialResult::Validated, String::new())
}

fn place(finding: &Finding) -> (SourceId, Span) {
    let primary = finding.diagnostic.primary();
    (primary.source, primary.span)
}

/// The instrument of a draft, and the trees that its places point into.
struct Built {
    instrument: Instrument,
    trees: Vec<Arc<Tree>>,
}

impl Built {
    /// Builds an instrument, or says what is wrong with its records.
    fn new(draft: &Draft, partial: bool) -> Result<Self, String> {
        let mut head = draft.head.clone();
        if let Some(head) = head.as_object_mut() {
            for (key, usual) in [("title", "An example"), ("language", "en")] {
                head.entry(key).or_insert_with(|| usual.into());
            }
            if partial {
                head.insert("excerpt".to_owned(), true.into());
            }
        }
        let mut trees = vec![tree(0, SchemaKind::Instrument, &head)?];
        for (at, record) in (1..).zip(&draft.records) {
            trees.push(tree(at, SchemaKind::Provision, record)?);
        }
        let mut files = (0..).zip(&trees).map(|(at, tree)| RecordFile {
            path: PathBuf::from(match at {
                0 => "instrument.yaml".to_owned(),
                _ => format!("record-{at:03}.yaml"),
            }),
            source: SourceId(at),
            tree: Arc::clone(tree),
        });
        let Some(head) = files.next() else {
            return Err("there is no instrument".to_owned());
        };
        let (instrument, faults) = build(head, files.collect(), "example");
        match faults.first() {
            Some(fault) => Err(fault.message.clone()),
            None => Ok(Self { instrument, trees }),
        }
    }

    /// The bytes of a mark; `None` if its scalar is not in its file any more.
    fn span(&self, mark: &Mark) -> Option<(SourceId, Span)> {
        let tree = self.trees.get(mark.file)?;
        let mut node = tree.root();
        for step in &mark.path {
            node = match step {
                Step::Key(key) => node.get(key)?,
                Step::Item(at) => node.items().nth(*at)?,
            };
        }
        Some((tree.source(), node.source_span(mark.range.clone())))
    }

    fn describe(&self, what: &str, (source, span): (SourceId, Span)) -> String {
        let tree = self.trees.get(source.0 as usize);
        let words = tree.and_then(|tree| tree.text().get(span.range()));
        format!("{what} “{}”", words.unwrap_or_default())
    }
}

/// A record as a tree: JSON is YAML.
fn tree(at: u32, kind: SchemaKind, value: &Value) -> Result<Arc<Tree>, String> {
    let text: Arc<str> = value.to_string().into();
    let parsed = crate::yaml::parse(SourceId(at), &text, &Limits::default());
    let fault = parsed.faults.into_iter().next();
    match (parsed.tree, fault) {
        (Some(tree), None) => match validate(kind, &tree).first() {
            Some(fault) => Err(format!("its record is not valid: {}", fault.message)),
            None => Ok(Arc::new(tree)),
        },
        (_, fault) => Err(fault.map_or_else(String::new, |fault| fault.message)),
    }
}
