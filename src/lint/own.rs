//! Files of lints that are not part of the program.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::text::{Source, SourceId};

/// A lint or lexicon file that is not part of the program.
#[derive(Debug, Clone)]
pub struct OwnFile {
    /// The id that faults in it point to.
    pub id: SourceId,
    /// The file.
    pub source: Arc<Source>,
}

/// What a file of `lints/` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    Lint,
    Lexicon,
    Profile,
}

/// Everything below a folder of lints that is a lint, a lexicon or a profile, sorted: the folder
/// itself, `lexicons/` with its folders, and `profiles/`.
///
/// # Errors
///
/// If the folder cannot be read.
pub fn own_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder)
        .max_depth(4)
        .sort_by_file_name()
    {
        let entry = entry.map_err(std::io::Error::from)?;
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let deep = below.components().count() > 1;
        let is_yaml = below
            .extension()
            .is_some_and(|extension| extension == "yaml");
        if entry.file_type().is_file() && is_yaml && (!deep || what_is(below) != Is::Lint) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// What a file is, by the folders it lies in.
pub(super) fn what_is(path: &Path) -> Is {
    let folders = path.parent().into_iter().flat_map(Path::components);
    let mut is = Is::Lint;
    for folder in folders {
        match folder {
            Component::Normal(name) if name == "lexicons" => is = Is::Lexicon,
            Component::Normal(name) if name == "profiles" => is = Is::Profile,
            _ => {}
        }
    }
    is
}
