//! The lints of a run: those of the program, and a team's own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::walk::{absolute, reason, shown};
use super::{SessionError, faults};
use crate::diagnostic::Diagnostic;
use crate::lint::{self, Catalogue, OwnFile, identify, own_files};
use crate::text::{Source, SourceId, SourceMap};

/// Lints, and what is wrong with the files of those that are a team's own.
#[derive(Debug)]
pub struct Lints {
    /// Every lint that can be used.
    pub catalogue: Catalogue,
    /// Faults of own files.
    pub faults: Vec<Diagnostic>,
    /// The files that the faults point into.
    pub sources: SourceMap,
}

impl Lints {
    /// Loads the lints of the program and those of `folders`, which are relative to `base`. Own
    /// files are numbered from `first`.
    ///
    /// # Errors
    ///
    /// If a folder or a file in it cannot be read.
    pub fn load(folders: &[PathBuf], base: &Path, first: usize) -> Result<Self, SessionError> {
        let mut own = Vec::new();
        let mut sources = SourceMap::new();
        let mut next = u32::try_from(first).unwrap_or(u32::MAX);
        for folder in folders {
            let failed = |error: &std::io::Error| SessionError::Path {
                path: folder.clone(),
                error: reason(error),
            };
            for path in own_files(&absolute(base, folder)).map_err(|error| failed(&error))? {
                let bytes = fs::read(&path).map_err(|error| failed(&error))?;
                let source = Arc::new(Source::from_bytes(shown(&path, base), bytes));
                let id = SourceId(next);
                next = next.saturating_add(1);
                sources.insert(id, Arc::clone(&source));
                own.push(OwnFile { id, source });
            }
        }
        let (catalogue, mut faults) = Catalogue::with(&own);
        identify("", &mut faults, |fault| {
            let label = fault.primary();
            sources.slice(label.source, label.span).to_owned()
        });
        Ok(Self {
            catalogue,
            faults,
            sources,
        })
    }

    /// What the lints are asked for, without the words that name faults: those have no lint.
    pub(super) fn judging(&self, asked: &lint::Settings) -> lint::Settings {
        let faults = faults();
        let names_lint = |word: &String| {
            self.catalogue.lint(word).is_some() || !faults.iter().any(|(id, _)| id == word)
        };
        let mut judging = asked.clone();
        judging.ignore.retain(names_lint);
        judging
    }
}
