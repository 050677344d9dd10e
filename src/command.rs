//! The command line: one thin file a subcommand.
//!
//! Each takes its arguments, calls the library, and writes. How a command ends is the same
//! everywhere: 0 if there is nothing at or above `--fail-on`, 1 if there is, 2 if it was called
//! wrongly, 3 if there is nothing to check, 4 if the program itself failed. A reader who closes the
//! pipe early has read enough: that is success.

mod check;
mod completions;
mod explain;
mod import;
mod lints;
mod man;
mod output;
mod progress;
mod schema;
mod table;
mod test;

use std::panic::{catch_unwind, set_hook};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::config::Settings;
use crate::lint;
use crate::session::{self, SessionError};

/// Finds drafting risks in treaty provisions and points at the exact words.
#[derive(Debug, Parser)]
#[command(name = "treatylint", version, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, \
                        3 nothing to check, 4 a defect of the program."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    /// When to colour; `auto` is for a terminal, where `NO_COLOR` is not set.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    color: Colour,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Explain(explain::Explain),
    Lints(lints::Lints),
    Test(test::Test),
    Table(table::Table),
    Import(import::Import),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Man),
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    Clean,
    Findings,
    Usage,
    Nothing,
    Internal,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Usage => 2,
            Exit::Nothing => 3,
            Exit::Internal => 4,
        })
    }
}

/// Reads the command line. Help, the version and mistakes end the program here.
#[must_use]
pub fn parse() -> Cli {
    Cli::parse()
}

/// The command line as clap knows it: for the manual, completions, and tests.
#[must_use]
pub fn definition() -> clap::Command {
    Cli::command()
}

/// Runs a command to its end.
#[must_use]
pub fn run(cli: Cli) -> ExitCode {
    // Panics are findings where they can be, and reported below where not.
    set_hook(Box::new(session::remember));
    let ended = catch_unwind(|| dispatch(cli));
    let exit = match ended {
        Ok(Ok(exit)) => exit,
        Ok(Err(error)) => failed(&error),
        Err(payload) => {
            let words = session::words(payload.as_ref());
            output::complain(&format!("a defect of treatylint itself: {words}"));
            Exit::Internal
        }
    };
    exit.into()
}

fn dispatch(cli: Cli) -> anyhow::Result<Exit> {
    let terminal = output::terminal(cli.color);
    match cli.command {
        Command::Check(check) => check.run(&terminal),
        Command::Explain(explain) => explain.run(&terminal),
        Command::Lints(lints) => lints.run(&terminal),
        Command::Test(test) => test.run(&terminal),
        Command::Table(table) => table.run(&terminal),
        Command::Import(import) => import.run(&terminal),
        Command::Schema(schema) => schema.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    }
}

/// What an error means for the end of the program.
fn failed(error: &anyhow::Error) -> Exit {
    if output::is_closed_pipe(error) {
        return Exit::Clean;
    }
    output::complain(&format!("{error:#}"));
    match error.downcast_ref() {
        Some(SessionError::Nothing) => Exit::Nothing,
        _ => Exit::Usage,
    }
}

/// The folder that paths on the command line are relative to.
fn working_directory() -> anyhow::Result<PathBuf> {
    use anyhow::Context as _;
    std::env::current_dir().context("the working directory is not there")
}

/// Flags that decide which findings there are.
#[derive(Debug, clap::Args)]
struct Judging {
    /// Run these lints only, by id or tag; `all` turns on those that are off by default.
    #[arg(long, value_name = "LINT", value_delimiter = ',')]
    select: Vec<String>,
    /// Do not run these lints, by id or tag.
    #[arg(long, value_name = "LINT", value_delimiter = ',')]
    ignore: Vec<String>,
    /// Report findings of this confidence or more.
    #[arg(long, value_name = "CONFIDENCE", default_value = "medium", value_parser = ["low", "medium", "high"])]
    min_confidence: String,
    /// The day on which `expires` is judged; today (UTC) if not given.
    #[arg(long, value_name = "DATE")]
    as_of: Option<crate::config::Date>,
    /// A folder of your own lints, beside those that are built in.
    #[arg(long, value_name = "DIR")]
    lints: Vec<PathBuf>,
}

impl Judging {
    fn settings(self) -> anyhow::Result<Settings> {
        let defaults = Settings::default();
        let as_of = self.as_of.map(|day| day.to_string());
        Ok(Settings {
            judging: lint::Settings {
                select: self.select,
                ignore: self.ignore,
                min_confidence: self.min_confidence.parse()?,
                as_of: as_of.unwrap_or(defaults.judging.as_of),
                ..defaults.judging
            },
            lints: self.lints,
            ..defaults
        })
    }
}
