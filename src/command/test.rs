//! `treatylint test`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use rayon::prelude::*;

use super::{Exit, explain::unknown, output, working_directory};
use crate::lint::{TrialResult, Verdict, trial};
use crate::render::{Paint, Terminal, visible};
use crate::session::Lints;

/// Run the examples of lints.
///
/// Each lint must find in its examples what its file says, and nothing else.
#[derive(Debug, Args)]
pub(super) struct Test {
    /// Which lints; all if none is named.
    #[arg(value_name = "LINT")]
    lints: Vec<String>,
    /// A folder of your own lints, beside those that are built in.
    #[arg(long = "lints", value_name = "DIR")]
    folders: Vec<PathBuf>,
}

impl Test {
    pub(super) fn run(self, terminal: &Terminal) -> anyhow::Result<Exit> {
        let loaded = Lints::load(&self.folders, &working_directory()?, 0)?;
        let catalogue = &loaded.catalogue;
        let mut ids = Vec::new();
        for name in &self.lints {
            let lint = catalogue
                .lint(name)
                .ok_or_else(|| unknown(catalogue, name))?;
            ids.push(lint.id());
        }
        if ids.is_empty() {
            ids.extend(catalogue.lints().iter().map(|lint| lint.id()));
        }
        let verdicts: Vec<Verdict> = ids
            .par_iter()
            .flat_map_iter(|id| trial(catalogue, id))
            .collect();
        let right = verdicts.iter().all(|verdict| verdict.result.is_right());
        output::write(&report(&verdicts, ids.len(), terminal))?;
        for fault in &loaded.faults {
            output::complain(&format!("{}: {}", fault.lint, fault.message));
        }
        Ok(if right && loaded.faults.is_empty() {
            Exit::Clean
        } else {
            Exit::Findings
        })
    }
}

/// One line for each example that went wrong, and a count of all.
fn report(verdicts: &[Verdict], lints: usize, terminal: &Terminal) -> String {
    let mut out = String::new();
    let mut counts: BTreeMap<TrialResult, usize> = BTreeMap::new();
    for verdict in verdicts {
        *counts.entry(verdict.result).or_default() += 1;
        if !verdict.result.is_right() {
            let result = terminal.paint(Paint::Error, verdict.result.as_str());
            let _ = writeln!(
                out,
                "{result} {}, {}: {}",
                verdict.lint,
                verdict.example,
                visible(&verdict.detail)
            );
        }
    }
    let all = [
        TrialResult::Validated,
        TrialResult::Reported,
        TrialResult::Noisy,
        TrialResult::Missing,
    ];
    let counts: Vec<String> = all
        .iter()
        .map(|result| format!("{} {}", counts.get(result).unwrap_or(&0), result.as_str()))
        .collect();
    let _ = writeln!(
        out,
        "{} examples of {lints} lints: {}",
        verdicts.len(),
        counts.join(", ")
    );
    out
}
