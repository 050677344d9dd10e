//! `treatylint schema`.

use clap::Args;

use super::{Exit, output};
use crate::schema;

/// Print the JSON Schema of a format, for editors.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Which one.
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(schema::names()))]
    name: String,
}

impl Schema {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let text = schema::source(&self.name).unwrap_or_default();
        output::write(text)?;
        Ok(Exit::Clean)
    }
}
