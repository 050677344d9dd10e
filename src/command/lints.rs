//! `treatylint lints`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{Exit, output, working_directory};
use crate::lint::Lint;
use crate::render::{Table, TableFormat, Terminal};
use crate::session::{self, Lints as Loaded};

/// List the lints, and the faults of files.
#[derive(Debug, Args)]
pub(super) struct Lints {
    /// How the list is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// A folder of your own lints, beside those that are built in.
    #[arg(long, value_name = "DIR")]
    lints: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Aligned columns.
    Text,
    /// An array of objects.
    Json,
}

impl Lints {
    pub(super) fn run(self, terminal: &Terminal) -> anyhow::Result<Exit> {
        let loaded = Loaded::load(&self.lints, &working_directory()?, 0)?;
        let mut table = Table {
            columns: [
                "lint",
                "severity",
                "confidence",
                "default",
                "tags",
                "summary",
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: loaded.catalogue.lints().iter().map(row).collect(),
        };
        table
            .rows
            .extend(session::faults().into_iter().map(|(id, summary)| {
                vec![
                    json!(id),
                    json!("fault"),
                    json!("high"),
                    json!("on"),
                    json!([]),
                    json!(summary),
                ]
            }));
        let (table, format) = match self.format {
            Format::Text => (table.without(&["tags"]), TableFormat::Text),
            Format::Json => (table, TableFormat::Json),
        };
        output::write(&table.render(format, terminal))?;
        Ok(Exit::Clean)
    }
}

/// A lint by the gravest that it can say.
fn row(lint: &Lint) -> Vec<Value> {
    let (severity, confidence) = lint.levels().max().unzip();
    let state = match (lint.is_preview(), lint.is_default()) {
        (true, _) => "preview",
        (false, true) => "on",
        (false, false) => "off",
    };
    vec![
        json!(lint.id()),
        json!(severity.map(|one| one.as_str())),
        json!(confidence.map(|one| one.as_str())),
        json!(state),
        json!(lint.tags()),
        json!(lint.summary()),
    ]
}
