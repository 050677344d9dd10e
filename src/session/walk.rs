//! Paths to instruments: which files a run reads, and what it reports on.
//!
//! An instrument is the folder of the nearest `instrument.yaml` upward, and is always read whole,
//! whatever was asked for; what was asked for decides what is reported. Order and numbers of the
//! files depend on their paths alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::SessionError;
use crate::text::SourceId;

/// The file that makes a folder an instrument.
pub(super) const HEAD: &str = "instrument.yaml";

/// What there is to read.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The instruments, in the order of their folders.
    pub(super) instruments: Vec<Folder>,
    /// Files without an instrument above them.
    pub(super) loose: Vec<Loose>,
    /// What was asked for.
    asked: BTreeSet<PathBuf>,
}

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct File {
    /// Its number in this run.
    pub(super) id: SourceId,
    /// Absolute.
    pub(super) path: PathBuf,
    /// As findings show it: relative to the working directory if it lies below, else absolute.
    pub(super) shown: String,
    /// Why it cannot be read, if that is known already.
    pub(super) obstacle: Option<Obstacle>,
}

/// What stands in the way of reading a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// A folder that is named like a record.
    Folder,
    /// A link that leads back to a folder above it.
    Loop,
    /// The system refuses.
    Refused(String),
}

/// An instrument's files.
#[derive(Debug)]
pub(super) struct Folder {
    /// Absolute.
    pub(super) path: PathBuf,
    /// `instrument.yaml`.
    pub(super) head: File,
    /// The others, in the order of their paths.
    pub(super) records: Vec<File>,
}

/// A file without an instrument.
#[derive(Debug)]
pub(super) struct Loose {
    pub(super) file: File,
    /// Whether it was asked for by its own name, and not met in a folder.
    pub(super) named: bool,
}

impl Found {
    /// Whether a file is to be reported on.
    pub(super) fn is_asked(&self, path: &Path) -> bool {
        path.ancestors().any(|above| self.asked.contains(above))
    }

    /// The number of files.
    pub(super) fn len(&self) -> usize {
        let in_folders: usize = self
            .instruments
            .iter()
            .map(|one| one.records.len() + 1)
            .sum();
        in_folders + self.loose.len()
    }
}

/// Finds everything below `paths`, which are relative to `base`.
pub(super) fn find(paths: &[PathBuf], base: &Path) -> Result<Found, SessionError> {
    let mut asked = BTreeSet::new();
    let mut named = BTreeSet::new();
    let mut roots = BTreeSet::new();
    for path in paths {
        let full = absolute(base, path);
        let data = std::fs::metadata(&full).map_err(|error| SessionError::Path {
            path: path.clone(),
            error: reason(&error),
        })?;
        if data.is_dir() {
            roots.insert(instrument_above(&full).unwrap_or_else(|| full.clone()));
        } else if is_record(&full) {
            match full.parent().and_then(instrument_above) {
                Some(root) => {
                    roots.insert(root);
                }
                None => {
                    named.insert(full.clone());
                }
            }
        } else {
            return Err(SessionError::NoRecord { path: path.clone() });
        }
        asked.insert(full);
    }
    let mut files: BTreeMap<PathBuf, Option<Obstacle>> =
        named.iter().map(|path| (path.clone(), None)).collect();
    for root in outermost(&roots) {
        walk(root, &mut files);
    }
    Ok(group(files, &named, asked, base))
}

/// Drops folders that lie in another of them.
fn outermost(roots: &BTreeSet<PathBuf>) -> Vec<&Path> {
    let above = |root: &PathBuf| root.ancestors().skip(1).any(|above| roots.contains(above));
    roots
        .iter()
        .filter(|root| !above(root))
        .map(PathBuf::as_path)
        .collect()
}

/// The nearest folder with an `instrument.yaml`, from `folder` upward.
fn instrument_above(folder: &Path) -> Option<PathBuf> {
    folder
        .ancestors()
        .find(|above| above.join(HEAD).is_file())
        .map(Path::to_path_buf)
}

fn is_record(path: &Path) -> bool {
    matches!(
        path.extension().and_then(OsStr::to_str),
        Some("yaml" | "yml")
    )
}

fn walk(root: &Path, files: &mut BTreeMap<PathBuf, Option<Obstacle>>) {
    let mut loops = Vec::new();
    let real = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let enter = |entry: &DirEntry| {
        if entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".") {
            return false;
        }
        // A link to a folder above the root would lead out of it, and back in.
        let leads_up = entry.path_is_symlink()
            && entry.depth() > 0
            && entry
                .path()
                .canonicalize()
                .is_ok_and(|target| real.starts_with(target));
        if leads_up {
            loops.push(entry.path().to_path_buf());
        }
        !leads_up
    };
    let entries = WalkDir::new(root)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(enter);
    for entry in entries {
        match entry {
            Ok(entry) if !is_record(entry.path()) || entry.depth() == 0 => {}
            Ok(entry) if entry.file_type().is_dir() => {
                files.insert(entry.into_path(), Some(Obstacle::Folder));
            }
            Ok(entry) => {
                files.entry(entry.into_path()).or_insert(None);
            }
            Err(error) => {
                let path = error.path().unwrap_or(root).to_path_buf();
                let obstacle = if error.loop_ancestor().is_some() {
                    Obstacle::Loop
                } else {
                    Obstacle::Refused(error.io_error().map_or_else(String::new, reason))
                };
                files.insert(path, Some(obstacle));
            }
        }
    }
    files.extend(loops.into_iter().map(|path| (path, Some(Obstacle::Loop))));
}

/// The words of the system for an error, without its number.
pub(super) fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    text.to_lowercase()
}

/// Files to instruments.
fn group(
    files: BTreeMap<PathBuf, Option<Obstacle>>,
    named: &BTreeSet<PathBuf>,
    asked: BTreeSet<PathBuf>,
    base: &Path,
) -> Found {
    let mut all: Vec<File> = files
        .into_iter()
        .map(|(path, obstacle)| File {
            id: SourceId(0),
            shown: shown(&path, base),
            path,
            obstacle,
        })
        .collect();
    all.sort_by(|a, b| a.shown.cmp(&b.shown));
    for (at, file) in (0..).zip(&mut all) {
        file.id = SourceId(at);
    }
    let mut folders: BTreeMap<PathBuf, (Option<File>, Vec<File>)> = all
        .iter()
        .filter(|file| file.obstacle.is_none() && file.path.ends_with(HEAD))
        .filter_map(|file| Some((file.path.parent()?.to_path_buf(), (None, Vec::new()))))
        .collect();
    let mut found = Found {
        asked,
        ..Found::default()
    };
    let mut nearest: HashMap<PathBuf, Option<PathBuf>> = HashMap::new();
    for file in all {
        let parent = file.path.parent().unwrap_or(Path::new("")).to_path_buf();
        let root = nearest.entry(parent).or_insert_with_key(|parent| {
            let above = parent
                .ancestors()
                .find(|above| folders.contains_key(*above));
            above.map(Path::to_path_buf)
        });
        let folder = root.as_ref().and_then(|root| folders.get_mut(root));
        match folder {
            Some((head, _)) if file.path.ends_with(HEAD) && file.obstacle.is_none() => {
                *head = Some(file);
            }
            Some((_, records)) => records.push(file),
            None => {
                let named = named.contains(&file.path);
                found.loose.push(Loose { file, named });
            }
        }
    }
    let is_asked = |file: &File| found.is_asked(&file.path);
    let instruments = folders.into_iter().filter_map(|(path, (head, records))| {
        let head = head?;
        let wanted = is_asked(&head) || records.iter().any(is_asked);
        wanted.then_some(Folder {
            path,
            head,
            records,
        })
    });
    found.instruments = instruments.collect();
    found
}

/// A path without `.` and `..`, from `base`. Links are not resolved: what the reader wrote is what
/// the reader sees.
pub(super) fn absolute(base: &Path, path: &Path) -> PathBuf {
    let mut full = PathBuf::new();
    for part in base.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                full.pop();
            }
            part => full.push(part),
        }
    }
    full
}

/// The path as findings name it.
pub(super) fn shown(path: &Path, base: &Path) -> String {
    let path = path.strip_prefix(base).unwrap_or(path);
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}
