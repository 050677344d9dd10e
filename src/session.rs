//! Sources in, findings out: the one way in for every command, and for tests.
//!
//! Instruments are analysed in parallel, each whole, and released once their findings are known;
//! of the sources only those stay that findings point into. A file that cannot be read or parsed,
//! and even one on which the program itself fails, is a finding, and the others go on. The result
//! depends on the files alone: not on threads, not on the order of arguments.

mod file;
mod guard;
mod instrument;
mod lints;
mod locate;
mod table;
mod walk;

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::config::Settings;
use crate::diagnostic::{Diagnostic, Notice};
use crate::lint::{self, Engine, UnknownLint};
use crate::render::{Checked, Report};
use crate::schema::SchemaKind;
use crate::text::SourceMap;
use crate::{model, schema, yaml};

pub use guard::{remember, words};
pub use lints::Lints;
pub use table::table;

/// What came of a run.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The findings, in the order of path, start byte and lint.
    pub findings: Vec<Diagnostic>,
    /// What to know about the run, in the order of instruments.
    pub notices: Vec<Notice>,
    /// The sources that the findings point into.
    pub sources: SourceMap,
    /// What was looked at.
    pub checked: Checked,
}

impl Outcome {
    /// The outcome as renderers take it.
    #[must_use]
    pub fn report(&self) -> Report<'_> {
        Report {
            findings: &self.findings,
            notices: &self.notices,
            sources: &self.sources,
            checked: self.checked,
        }
    }
}

/// What makes a run impossible.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// A path that leads nowhere.
    #[error("`{path}` cannot be checked: {error}", path = path.display())]
    Path {
        /// As it was given.
        path: PathBuf,
        /// The words of the system.
        error: String,
    },
    /// A file that is no YAML.
    #[error("`{path}` is no record: records end in .yaml", path = path.display())]
    NoRecord {
        /// As it was given.
        path: PathBuf,
    },
    /// A word that names no lint.
    #[error(transparent)]
    Lint(#[from] UnknownLint),
    /// A name that is no relation.
    #[error("there is no table `{name}`; there are {all}")]
    Table {
        /// The name.
        name: String,
        /// Those that there are.
        all: String,
    },
    /// No record below any of the paths.
    #[error("nothing to check: no record lies there")]
    Nothing,
}

/// What happens during a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event<'e> {
    /// So many files will be read.
    Found(usize),
    /// A file is about to be read.
    Reading(&'e str),
}

/// Told what happens during a run, from several threads.
pub trait Observer: Sync {
    /// Something happens.
    fn observe(&self, event: Event<'_>);
}

/// Nobody is told.
impl Observer for () {
    fn observe(&self, _: Event<'_>) {}
}

/// Checks the instruments of `paths`, which are relative to `base`, an absolute folder.
///
/// # Errors
///
/// If a path leads nowhere, or to nothing that can be checked.
pub fn check(
    paths: &[PathBuf],
    base: &Path,
    settings: &Settings,
    observer: &dyn Observer,
) -> Result<Outcome, SessionError> {
    let found = walk::find(paths, base)?;
    if found.len() == 0 {
        return Err(SessionError::Nothing);
    }
    // A run on one small instrument waits for little else than these two.
    let (lints, ()) = rayon::join(
        || Lints::load(&settings.lints, base, found.len()),
        || schema::prepare(SchemaKind::Instrument),
    );
    let lints = lints?;
    let judging = lints.judging(&settings.judging);
    let engine = Engine::new(&lints.catalogue, &judging)?;
    observer.observe(Event::Found(found.len()));
    let instruments = found
        .instruments
        .par_iter()
        .map(|folder| instrument::check(folder, &engine, &settings.limits, observer));
    let loose = found
        .loose
        .par_iter()
        .map(|file| instrument::check_loose(file, &settings.limits, observer));
    let parts: Vec<Outcome> = instruments.chain(loose).collect();
    let mut outcome = Outcome::default();
    for part in parts {
        outcome.findings.extend(part.findings);
        outcome.notices.extend(part.notices);
        outcome.sources.extend(part.sources);
        outcome.checked.files += part.checked.files;
        outcome.checked.instruments += part.checked.instruments;
        outcome.checked.provisions += part.checked.provisions;
        outcome.checked.suppressed += part.checked.suppressed;
    }
    if outcome.checked.files == 0 {
        return Err(SessionError::Nothing);
    }
    let asked = |finding: &Diagnostic| {
        let source = outcome.sources.source(finding.primary().source);
        let asked =
            source.is_none_or(|source| found.is_asked(&walk::absolute(base, source.path())));
        asked && !is_ignored(&settings.judging, finding)
    };
    outcome.findings.retain(asked);
    outcome.findings.extend(lints.faults);
    outcome.sources.extend(lints.sources);
    outcome.sort();
    Ok(outcome)
}

/// Whether a fault of a file is not to be reported. A defect of the program always is.
fn is_ignored(judging: &lint::Settings, finding: &Diagnostic) -> bool {
    finding.lint != guard::INTERNAL_ERROR && judging.ignore.contains(&finding.lint)
}

impl Outcome {
    /// Sorts the findings by path, start and lint.
    fn sort(&mut self) {
        let sources = &self.sources;
        let path = |one: &Diagnostic| {
            sources
                .source(one.primary().source)
                .map(|one| one.path().as_os_str())
        };
        self.findings.sort_by(|a, b| {
            let key = |one: &Diagnostic| (one.primary().span.start, one.primary().span.end);
            path(a)
                .cmp(&path(b))
                .then_with(|| key(a).0.cmp(&key(b).0))
                .then_with(|| a.lint.cmp(&b.lint))
                .then_with(|| key(a).1.cmp(&key(b).1))
        });
    }
}

/// Every fault that is no lint, with a summary each, by id.
#[must_use]
pub fn faults() -> Vec<(&'static str, &'static str)> {
    let own = file::FAULTS.iter().chain(instrument::FAULTS).copied();
    let yaml = yaml::FAULTS.iter().map(|fault| (fault.id, fault.summary));
    let mut all: Vec<_> = own
        .chain(yaml)
        .chain([
            (yaml::DECEPTIVE.id, yaml::DECEPTIVE.summary),
            (
                schema::VIOLATION,
                "a file does not fit the schema of its format",
            ),
            (
                lint::LINT_FILE,
                "a lint, lexicon or profile file cannot be used",
            ),
        ])
        .chain(model::FAULTS.iter().copied())
        .chain(lint::FAULTS.iter().copied())
        .collect();
    all.sort_unstable();
    all
}
