//! One instrument: its files, its model, its findings.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::file::{ReadFile, read};
use super::guard::{INTERNAL_ERROR, guarded};
use super::locate::locate;
use super::walk::{Folder, Loose};
use super::{Observer, Outcome};
use crate::diagnostic::{Diagnostic, Notice, Severity};
use crate::lint::{self, Engine, identify};
use crate::model::{self, Instrument, RecordFile};
use crate::render::Checked;
use crate::text::{SourceMap, Span};
use crate::yaml::Limits;

/// Names of the faults of an instrument as a whole, with a summary each.
pub(super) const FAULTS: &[(&str, &str)] = &[
    (
        NO_INSTRUMENT,
        "a record without an `instrument.yaml` in its folder or above",
    ),
    (
        INTERNAL_ERROR,
        "a file or an instrument on which treatylint itself fails",
    ),
];

const NO_INSTRUMENT: &str = "no-instrument";

/// Reads and judges an instrument.
pub(super) fn check(
    folder: &Folder,
    engine: &Engine<'_>,
    limits: &Limits,
    observer: &dyn Observer,
) -> Outcome {
    let mut files = read_all(folder, limits, observer, |head| prepare(head, engine));
    let mut outcome = Outcome {
        checked: Checked {
            files: files.len(),
            instruments: 1,
            provisions: files.len() - 1,
            suppressed: 0,
        },
        ..Outcome::default()
    };
    let mut faults: Vec<_> = files
        .iter_mut()
        .flat_map(|file| std::mem::take(&mut file.faults))
        .collect();
    let mut id = folder_name(folder);
    match guarded(|| judge(folder, &files, engine, &faults)) {
        Ok(Some(judged)) => {
            outcome.checked.suppressed = judged.checked.suppressed.len();
            outcome.notices = judged.checked.notices;
            outcome.findings = judged.checked.findings;
            id = judged.id;
            faults = judged.faults;
        }
        Ok(None) => outcome.notices.push(Notice {
            instrument: None,
            path: Some(folder.head.shown.clone()),
            id: "not-analysed".to_owned(),
            message: "the instrument was not linted, since its instrument.yaml cannot be read"
                .to_owned(),
        }),
        Err(panic) => faults.push(Diagnostic::fault(
            INTERNAL_ERROR,
            folder.head.id,
            Span::empty(0),
            panic.message(),
        )),
    }
    identify_faults(&id, &mut faults, &files);
    outcome.findings.extend(faults);
    outcome.sources = sources(&files, &outcome.findings);
    outcome
}

/// The files of an instrument, `instrument.yaml` first. Once that is read, `meanwhile` runs beside
/// the reading of the others.
fn read_all(
    folder: &Folder,
    limits: &Limits,
    observer: &dyn Observer,
    meanwhile: impl FnOnce(&ReadFile) + Send,
) -> Vec<ReadFile> {
    let head = read(&folder.head, limits, observer);
    let records = folder.records.par_iter();
    let records = records.map(|file| read(file, limits, observer));
    let (records, ()): (Vec<_>, ()) = rayon::join(|| records.collect(), || meanwhile(&head));
    std::iter::once(head).chain(records).collect()
}

/// Compiles the lexicon that an instrument will be judged with. What it says of its language may
/// be wrong: then the right lexicon is compiled when it is judged.
fn prepare(head: &ReadFile, engine: &Engine<'_>) {
    let root = head.tree.as_ref().map(|tree| tree.root());
    let language = root.and_then(|root| root.get("language")?.as_str());
    if let Some(language) = language {
        // A defect that shows here shows again, as a finding, when the instrument is judged.
        let _ = guarded(|| engine.prepare(language));
    }
}

fn identify_faults(instrument: &str, faults: &mut [Diagnostic], files: &[ReadFile]) {
    identify(instrument, faults, |fault| {
        let label = fault.primary();
        let file = files.iter().find(|file| file.id == label.source);
        file.map_or_else(String::new, |file| file.source.slice(label.span).to_owned())
    });
}

fn folder_name(folder: &Folder) -> String {
    folder
        .path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The model of an instrument and its sources, without judging it; `None` if its `instrument.yaml`
/// cannot be read, or the program fails on it.
pub(super) fn model_of(
    folder: &Folder,
    limits: &Limits,
    observer: &dyn Observer,
) -> Option<(Instrument, SourceMap)> {
    let files = read_all(folder, limits, observer, |_| ());
    let mut sources = SourceMap::new();
    for file in &files {
        sources.insert(file.id, Arc::clone(&file.source));
    }
    let (instrument, _) = guarded(|| build(folder, &files)).ok()??;
    Some((instrument, sources))
}

/// Reads a file that belongs to no instrument. One that was met in a folder, and not asked for by
/// name, is somebody else's unless it looks like a record.
pub(super) fn check_loose(loose: &Loose, limits: &Limits, observer: &dyn Observer) -> Outcome {
    let mut file = read(&loose.file, limits, observer);
    let looks_like_record = file.tree.as_ref().is_some_and(|tree| {
        let root = tree.root();
        ["article", "paragraphs"]
            .iter()
            .any(|key| root.get(key).is_some())
    });
    let unread = loose.file.obstacle.is_some();
    if !loose.named && !looks_like_record && !unread {
        return Outcome::default();
    }
    let mut findings = std::mem::take(&mut file.faults);
    if file.tree.is_some() {
        let alone = Diagnostic::fault(
            NO_INSTRUMENT,
            file.id,
            file.tree.as_ref().map_or(Span::empty(0), |tree| {
                let first = tree.root().entries().next();
                first.map_or(Span::empty(0), |(key, _)| key.span())
            }),
            "no `instrument.yaml` lies in the folder of this record or above it",
        );
        findings.push(
            alone
                .with_severity(Severity::Warning)
                .with_help("write one with `id`, `title` and `language`; until then the record is validated and not linted"),
        );
    }
    let files = [file];
    identify_faults("", &mut findings, &files);
    Outcome {
        checked: Checked {
            files: 1,
            provisions: 1,
            ..Checked::default()
        },
        sources: sources(&files, &findings),
        findings,
        notices: Vec::new(),
    }
}

/// The sources that findings point into.
fn sources(files: &[ReadFile], findings: &[Diagnostic]) -> SourceMap {
    let labels = findings.iter().flat_map(|finding| &finding.labels);
    let wanted: BTreeSet<_> = labels.map(|label| label.source).collect();
    let mut sources = SourceMap::new();
    for file in files.iter().filter(|file| wanted.contains(&file.id)) {
        sources.insert(file.id, Arc::clone(&file.source));
    }
    sources
}

/// What was judged of an instrument.
struct Judged {
    id: String,
    /// The faults of its files and of its build, each at its place.
    faults: Vec<Diagnostic>,
    checked: lint::Checked,
}

/// Judges the model of the files; `None` if there is none.
fn judge(
    folder: &Folder,
    files: &[ReadFile],
    engine: &Engine<'_>,
    faults: &[Diagnostic],
) -> Option<Judged> {
    let (mut instrument, built) = build(folder, files)?;
    instrument.incomplete = files.iter().any(|file| !file.sound);
    let mut faults = [faults, &built].concat();
    for fault in faults.iter_mut().filter(|fault| fault.locator.is_none()) {
        let label = fault.primary();
        let file = files.iter().find(|file| file.id == label.source);
        let tree = file.and_then(|file| file.tree.as_ref());
        fault.locator = tree.and_then(|tree| locate(&instrument, label.source, label.span, tree));
    }
    Some(Judged {
        checked: engine.check(&instrument),
        id: instrument.id,
        faults,
    })
}

/// The model of the records that could be read, and what the schema could not see.
fn build(folder: &Folder, files: &[ReadFile]) -> Option<(Instrument, Vec<Diagnostic>)> {
    let mut records = files
        .iter()
        .zip(std::iter::once(&folder.head).chain(&folder.records))
        .filter_map(|(read, file)| {
            let path = file.path.strip_prefix(&folder.path);
            Some(RecordFile {
                path: path.map_or_else(|_| PathBuf::new(), Path::to_path_buf),
                source: read.id,
                tree: Arc::clone(read.tree.as_ref()?),
            })
        });
    let head = records
        .next()
        .filter(|head| head.source == folder.head.id)?;
    Some(model::build(head, records.collect(), &folder_name(folder)))
}
