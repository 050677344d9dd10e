//! `treatylint man`.

use clap::Args;

use super::{Exit, definition, output};

/// Print the manual page.
///
/// With the name of a command, the page of that command: `treatylint man check | man -l -`.
#[derive(Debug, Args)]
pub(super) struct Man {
    /// A command.
    command: Option<String>,
}

impl Man {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let mut all = definition();
        all.build();
        let page = match &self.command {
            None => all,
            Some(name) => all
                .find_subcommand(name)
                .cloned()
                .ok_or_else(|| anyhow::anyhow!("there is no command `{name}`"))?,
        };
        let mut text = Vec::new();
        clap_mangen::Man::new(page).render(&mut text)?;
        output::write(&String::from_utf8(text)?)?;
        Ok(Exit::Clean)
    }
}
