//! `treatylint check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Exit, Judging, output, progress, working_directory};
use crate::diagnostic::Severity;
use crate::render::{self, Terminal};
use crate::session;
use crate::yaml::Limits;

/// Check instruments and report findings.
///
/// An instrument is the folder of the nearest `instrument.yaml` upward. It is always analysed
/// whole; the paths decide what is reported.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Files and folders.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How findings are written.
    #[arg(long, value_enum, default_value_t = Format::Full)]
    format: Format,
    #[command(flatten)]
    judging: Judging,
    /// The least severity that makes the command end with 1.
    #[arg(long, value_name = "SEVERITY", default_value = "error",
          value_parser = ["error", "warning", "note", "never"])]
    fail_on: String,
    /// End with 0 whatever is found.
    #[arg(long)]
    exit_zero: bool,
    /// How many threads work; as many as there are processors if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    threads: Option<u16>,
    /// The largest file that is read; a larger one is a finding
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().bytes)]
    max_file_size: u64,
    /// Show no progress bar.
    #[arg(long)]
    no_progress: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading: the words in their line, and why.
    Full,
    /// One line a finding.
    Concise,
    /// For machines, version 1.
    Json,
}

impl From<Format> for render::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Full => Self::Full,
            Format::Concise => Self::Concise,
            Format::Json => Self::Json,
        }
    }
}

impl Check {
    pub(super) fn run(self, terminal: &Terminal) -> anyhow::Result<Exit> {
        let fail_on: Option<Severity> = match self.fail_on.as_str() {
            "never" => None,
            word => Some(word.parse()?),
        };
        let mut settings = self.judging.settings()?;
        settings.limits.bytes = self.max_file_size;
        let base = working_directory()?;
        let bar = progress::Bar::new(!self.no_progress);
        let threads = usize::from(self.threads.unwrap_or(0));
        // The thread that is here already works too: it need not be woken, nor waited for.
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .use_current_thread()
            .build()?;
        let outcome = pool.install(|| session::check(&self.paths, &base, &settings, &bar));
        bar.clear();
        let outcome = outcome?;
        output::write(&render::render(
            &outcome.report(),
            self.format.into(),
            terminal,
        ))?;
        let worst = outcome
            .findings
            .iter()
            .map(|finding| finding.severity)
            .max();
        let fails = worst >= fail_on && worst.is_some() && fail_on.is_some();
        Ok(if fails && !self.exit_zero {
            Exit::Findings
        } else {
            Exit::Clean
        })
    }
}
