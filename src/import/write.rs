//! Records to files: whole or not at all, and nothing that import did not write.
//!
//! A file that import wrote says so in its second line. Only such files are replaced or removed, and
//! only if the caller asks for it; what a reader decided in them (`allow`, a declared `kind`, the
//! source of the text) is carried over.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::NamedTempFile;

use crate::text::SourceId;
use crate::yaml::{self, Limits, Value, VerifyError};

/// The line that tells what import wrote from what others wrote.
const MARK: &str = "# written by treatylint import; --force writes it again";

/// Why records were not written. Nothing was changed then, unless a rename failed.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Files are there already, and the caller did not ask to replace them.
    #[error("{} exists already", paths(.0))]
    Exists(Vec<PathBuf>),
    /// Files are there that import did not write.
    #[error("{} was not written by import, so it is not replaced", paths(.0))]
    Foreign(Vec<PathBuf>),
    /// A record does not read back as it was written.
    #[error("{path}: {source}", path = .path.display())]
    Unfaithful {
        /// The file that was not written.
        path: PathBuf,
        /// What differs.
        source: VerifyError,
    },
    /// The file system refuses.
    #[error("{path}: {source}", path = .path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it says.
        source: io::Error,
    },
}

fn paths(paths: &[PathBuf]) -> String {
    let first = paths
        .first()
        .map_or_else(String::new, |path| path.display().to_string());
    match paths.len() {
        0 | 1 => first,
        more => format!("{first} (and {} more)", more - 1),
    }
}

/// What was changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The files that hold the records now, relative to the folder.
    pub files: Vec<PathBuf>,
    /// Files of an earlier import that no record belongs to any more.
    pub removed: Vec<PathBuf>,
}

/// The text of a record's file.
///
/// `schemas` is where the editor finds the schemas: a folder relative to the folder of the
/// instrument, or an address.
#[must_use]
pub(super) fn text(path: &Path, value: &Value, schemas: &str) -> String {
    let instrument = path == Path::new("instrument.yaml");
    let name = if instrument {
        "instrument"
    } else {
        "provision"
    };
    let up = if schemas.contains(':') {
        0
    } else {
        path.components().count() - 1
    };
    let up = "../".repeat(up);
    let mark = MARK.trim_start_matches("# ");
    let header = format!("yaml-language-server: $schema={up}{schemas}/{name}.schema.json\n{mark}");
    yaml::write(value, Some(&header))
}

/// Writes the records of one instrument into its folder.
///
/// With `force`, files that import wrote before are replaced, those that are stale are removed, and
/// decisions of readers are carried over.
///
/// # Errors
///
/// If a file stands in the way, if a record would not read back as it was written, or if the file
/// system refuses. Every file is complete before the first is put in its place.
pub fn write_all(
    folder: &Path,
    records: &[(PathBuf, Value)],
    schemas: &str,
    force: bool,
) -> Result<Written, WriteError> {
    let there: Vec<PathBuf> = records
        .iter()
        .map(|(path, _)| path.clone())
        .filter(|path| folder.join(path).exists())
        .collect();
    if !there.is_empty() && !force {
        return Err(WriteError::Exists(there));
    }
    let foreign: Vec<PathBuf> = there
        .iter()
        .filter(|path| !is_ours(&folder.join(path)))
        .cloned()
        .collect();
    if !foreign.is_empty() {
        return Err(WriteError::Foreign(foreign));
    }
    let mut ready = Vec::with_capacity(records.len());
    for (path, value) in records {
        let target = folder.join(path);
        let mut value = value.clone();
        if let Some(old) = read(&target) {
            carry_over(&old, &mut value, path == Path::new("instrument.yaml"));
        }
        let text = text(path, &value, schemas);
        yaml::verify(&text, &value).map_err(|source| WriteError::Unfaithful {
            path: target.clone(),
            source,
        })?;
        ready.push((stage(&target, &text)?, target));
    }
    for (file, target) in ready {
        file.persist(&target).map_err(|fault| WriteError::Io {
            path: target,
            source: fault.error,
        })?;
    }
    let files: Vec<PathBuf> = records.iter().map(|(path, _)| path.clone()).collect();
    let removed = if force {
        remove_stale(folder, &files)?
    } else {
        Vec::new()
    };
    Ok(Written { files, removed })
}

/// A complete file beside its target.
fn stage(target: &Path, text: &str) -> Result<NamedTempFile, WriteError> {
    let fault = |source| WriteError::Io {
        path: target.to_owned(),
        source,
    };
    let folder = target.parent().unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder).map_err(fault)?;
    let mut file = tempfile::Builder::new()
        .prefix(".treatylint-")
        .permissions_like(target)
        .tempfile_in(folder)
        .map_err(fault)?;
    file.write_all(text.as_bytes()).map_err(fault)?;
    file.as_file().sync_all().map_err(fault)?;
    Ok(file)
}

/// Files are private while they are staged; the record must be as readable as others.
trait PermissionsLike {
    fn permissions_like(&mut self, target: &Path) -> &mut Self;
}

impl PermissionsLike for tempfile::Builder<'_, '_> {
    #[cfg(unix)]
    fn permissions_like(&mut self, target: &Path) -> &mut Self {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(target).map_or(0o644, |old| old.permissions().mode());
        self.permissions(fs::Permissions::from_mode(mode))
    }

    #[cfg(not(unix))]
    fn permissions_like(&mut self, _: &Path) -> &mut Self {
        self
    }
}

fn is_ours(path: &Path) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.lines().take(3).any(|line| line == MARK))
}

fn read(path: &Path) -> Option<Value> {
    let text: Arc<str> = fs::read_to_string(path).ok()?.into();
    let parsed = yaml::parse(SourceId(0), &text, &Limits::default());
    parsed.tree.map(|tree| tree.root().to_value())
}

/// What readers decide about a record, and what they add to an instrument.
const DECISIONS: [&str; 2] = ["kind", "allow"];
const ADDITIONS: [&str; 5] = ["allow", "source", "adopted", "translation-of", "excerpt"];

/// Copies the decisions in `old` into `new`, node by node; nodes are the same if they have the same
/// label at the same place.
fn carry_over(old: &Value, new: &mut Value, instrument: bool) {
    let (Value::Mapping(old), Value::Mapping(new)) = (old, new) else {
        return;
    };
    let keys: &[&str] = if instrument { &ADDITIONS } else { &DECISIONS };
    for (key, value) in old.iter().filter(|(key, _)| keys.contains(&key.as_str())) {
        if !new.iter().any(|(other, _)| other == key) {
            // A kind stands before the words, the rest after them.
            let words = ["type", "text", "points", "tail", "paragraphs"];
            let place = new
                .iter()
                .position(|(other, _)| words.contains(&other.as_str()));
            let at = place.filter(|_| key == "kind").unwrap_or(new.len());
            new.insert(at, (key.clone(), value.clone()));
        }
    }
    for list in ["points", "paragraphs"] {
        let find = |entries: &[(String, Value)]| entries.iter().position(|(key, _)| key == list);
        let (Some(from), Some(to)) = (find(old), find(new)) else {
            continue;
        };
        let (Value::Sequence(from), Value::Sequence(to)) = (&old[from].1, &mut new[to].1) else {
            continue;
        };
        for (place, node) in to.iter_mut().enumerate() {
            let name = label(node, place);
            let same = from
                .iter()
                .enumerate()
                .find(|(place, old)| label(old, *place) == name);
            if let Some((_, old)) = same {
                carry_over(old, node, false);
            }
        }
    }
}

fn label(node: &Value, place: usize) -> String {
    let Value::Mapping(entries) = node else {
        return format!("~{place}");
    };
    match entries.iter().find(|(key, _)| key == "num") {
        Some((_, Value::String(num))) => num.clone(),
        _ => format!("~{place}"),
    }
}

/// Removes what an earlier import wrote and this one did not, and folders that this empties.
fn remove_stale(folder: &Path, files: &[PathBuf]) -> Result<Vec<PathBuf>, WriteError> {
    let mut removed = Vec::new();
    let walk = walkdir::WalkDir::new(folder)
        .min_depth(1)
        .max_depth(2)
        .sort_by_file_name();
    let entries: Vec<PathBuf> = walk
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    for path in entries {
        let own = path.strip_prefix(folder).unwrap_or(&path).to_owned();
        let record = path
            .extension()
            .is_some_and(|extension| extension == "yaml");
        if !record || files.contains(&own) || !is_ours(&path) {
            continue;
        }
        fs::remove_file(&path).map_err(|source| WriteError::Io {
            path: path.clone(),
            source,
        })?;
        // A folder that is not empty stays.
        let inside = path.parent().filter(|parent| *parent != folder);
        inside.map(fs::remove_dir);
        removed.push(own);
    }
    Ok(removed)
}
