//! What a run is told: flags to settings.

mod date;

use std::path::PathBuf;

use crate::diagnostic::Severity;
use crate::lint;
use crate::yaml::Limits;

pub use date::{Date, DateError};

/// Settings of a run, each with its default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Which lints run, and what is left of what they find.
    pub judging: lint::Settings,
    /// The least severity that makes the run fail; `None` for none.
    pub fail_on: Option<Severity>,
    /// Folders of lints beside the embedded ones.
    pub lints: Vec<PathBuf>,
    /// What a file may cost.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            judging: lint::Settings {
                as_of: Date::today().to_string(),
                ..lint::Settings::default()
            },
            fail_on: Some(Severity::Error),
            lints: Vec::new(),
            limits: Limits::default(),
        }
    }
}
