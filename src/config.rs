//! What a run is told: flags to settings.

mod date;

use std::path::PathBuf;

use crate::diagnostic::{Confidence, Severity};
use crate::yaml::Limits;

pub use date::{Date, DateError};

/// Settings of a run, each with its default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Lints that run, by id or tag; `all` for every one; empty for those that are on by default.
    pub select: Vec<String>,
    /// Lints that do not run, by id or tag.
    pub ignore: Vec<String>,
    /// Findings of less confidence are not reported.
    pub min_confidence: Confidence,
    /// The least severity that makes the run fail; `None` for none.
    pub fail_on: Option<Severity>,
    /// The day on which `expires` is judged.
    pub as_of: Date,
    /// Folders of lints beside the embedded ones.
    pub lints: Vec<PathBuf>,
    /// What a file may cost.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            select: Vec::new(),
            ignore: Vec::new(),
            min_confidence: Confidence::Medium,
            fail_on: Some(Severity::Error),
            as_of: Date::today(),
            lints: Vec::new(),
            limits: Limits::default(),
        }
    }
}
