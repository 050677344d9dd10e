//! `treatylint completions`.

use clap::Args;
use clap_complete::{Shell, generate};

use super::{Exit, definition, output};

/// Print completions for a shell.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// Which one.
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let mut text = Vec::new();
        generate(self.shell, &mut definition(), "treatylint", &mut text);
        output::write(&String::from_utf8(text)?)?;
        Ok(Exit::Clean)
    }
}
