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
use crate::config::Settings;
use crate::diagnostic::{Diagnostic, Notice, Severity};
use crate::model::{self, Instrument, RecordFile};
use crate::render::Checked;
use crate::text::{SourceMap, Span};

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
pub(super) fn check(folder: &Folder, settings: &Settings, observer: &dyn Observer) -> Outcome {
    let files: Vec<_> = std::iter::once(&folder.head)
        .chain(&folder.records)
        .collect();
    let mut files: Vec<ReadFile> = files
        .into_par_iter()
        .map(|file| read(file, &settings.limits, observer))
        .collect();
    let mut outcome = Outcome {
        checked: Checked {
            files: files.len(),
            instruments: 1,
            provisions: files.len() - 1,
            suppressed: 0,
        },
        ..Outcome::default()
    };
    for file in &mut files {
        outcome.findings.append(&mut file.faults);
    }
    match guarded(|| judge(folder, &files, settings, &outcome.findings)) {
        Ok(judged) => {
            outcome.checked.suppressed = judged.suppressed;
            outcome.notices = judged.notices;
            outcome.findings = judged.findings;
        }
        Err(panic) => outcome.findings.push(Diagnostic::fault(
            INTERNAL_ERROR,
            folder.head.id,
            Span::empty(0),
            panic.message(),
        )),
    }
    outcome.sources = sources(&files, &outcome.findings);
    outcome
}

/// Reads a file that belongs to no instrument. One that was met in a folder, and not asked for by
/// name, is somebody else's unless it looks like a record.
pub(super) fn check_loose(loose: &Loose, settings: &Settings, observer: &dyn Observer) -> Outcome {
    let mut file = read(&loose.file, &settings.limits, observer);
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
    Outcome {
        checked: Checked {
            files: 1,
            provisions: 1,
            ..Checked::default()
        },
        sources: sources(&[file], &findings),
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
#[derive(Debug, Default)]
struct Judged {
    findings: Vec<Diagnostic>,
    notices: Vec<Notice>,
    suppressed: usize,
}

fn judge(
    folder: &Folder,
    files: &[ReadFile],
    settings: &Settings,
    faults: &[Diagnostic],
) -> Judged {
    let mut findings = faults.to_vec();
    let mut notices = Vec::new();
    let name = folder
        .path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let Some(mut instrument) = build(folder, files, &name, &mut findings) else {
        notices.push(Notice {
            instrument: None,
            path: Some(folder.head.shown.clone()),
            id: "not-analysed".to_owned(),
            message: "the instrument was not linted, since its instrument.yaml cannot be read"
                .to_owned(),
        });
        return Judged {
            findings,
            notices,
            suppressed: 0,
        };
    };
    instrument.incomplete = files.iter().any(|file| !file.sound);
    for finding in findings
        .iter_mut()
        .filter(|finding| finding.locator.is_none())
    {
        let label = finding.primary();
        let file = files.iter().find(|file| file.id == label.source);
        let tree = file.and_then(|file| file.tree.as_ref());
        finding.locator = tree.and_then(|tree| locate(&instrument, label.source, label.span, tree));
    }
    let _ = settings;
    Judged {
        findings,
        notices,
        suppressed: 0,
    }
}

/// The model of the records that could be read.
fn build(
    folder: &Folder,
    files: &[ReadFile],
    name: &str,
    findings: &mut Vec<Diagnostic>,
) -> Option<Instrument> {
    let mut records = files
        .iter()
        .zip(std::iter::once(&folder.head).chain(&folder.records))
        .filter_map(|(read, file)| {
            let path = file
                .path
                .strip_prefix(&folder.path)
                .map_or_else(|_| PathBuf::new(), Path::to_path_buf);
            Some((
                file.id,
                RecordFile {
                    path,
                    source: read.id,
                    tree: Arc::clone(read.tree.as_ref()?),
                },
            ))
        });
    let (id, head) = records.next()?;
    if id != folder.head.id {
        return None;
    }
    let (instrument, faults) = model::build(head, records.map(|(_, file)| file).collect(), name);
    findings.extend(faults);
    Some(instrument)
}
