//! `treatylint table`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::{Exit, output, working_directory};
use crate::analysis::RELATIONS;
use crate::config::Settings;
use crate::render::{self, Terminal};
use crate::session;

/// Print facts of the analysis.
///
/// A table is a relation that lints ask: one row a fact, with the words it rests on.
#[derive(Debug, Args)]
pub(super) struct Table {
    /// Which one.
    #[arg(value_parser = PossibleValuesParser::new(RELATIONS.iter().map(|one| one.name)))]
    name: String,
    /// Files and folders.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How the table is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// A folder of your own lints, whose lexicons are used too.
    #[arg(long, value_name = "DIR")]
    lints: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Aligned columns.
    Text,
    /// An array of objects.
    Json,
    /// Comma-separated values.
    Csv,
}

impl Table {
    pub(super) fn run(self, terminal: &Terminal) -> anyhow::Result<Exit> {
        let settings = Settings {
            lints: self.lints,
            ..Settings::default()
        };
        let base = working_directory()?;
        let table = session::table(&self.name, &self.paths, &base, &settings, &())?;
        let (table, format) = match self.format {
            Format::Text => (table.without(&["path", "line"]), render::TableFormat::Text),
            Format::Json => (table, render::TableFormat::Json),
            Format::Csv => (table, render::TableFormat::Csv),
        };
        output::write(&table.render(format, terminal))?;
        Ok(Exit::Clean)
    }
}
