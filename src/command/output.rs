//! Where output goes.

use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};

use super::Colour;
use crate::render::Terminal;

/// The terminal that standard output is, or would be.
pub(super) fn terminal(colour: Colour) -> Terminal {
    let stdout = io::stdout();
    let is_terminal = stdout.is_terminal();
    let width = is_terminal
        .then(|| terminal_size::terminal_size_of(&stdout))
        .flatten()
        .map_or(Terminal::WIDTH, |(width, _)| usize::from(width.0).max(40));
    let colour = match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
            is_terminal && !refused && !dumb
        }
    };
    Terminal { width, colour }
}

/// Writes a text to standard output.
pub(super) fn write(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

/// Tells the reader on standard error why the command ends. If even that cannot be written, there
/// is nobody to tell.
pub(super) fn complain(text: &str) {
    let text = crate::render::visible(text);
    let _ = writeln!(io::stderr().lock(), "treatylint: {text}");
}

/// Whether an error is that the reader of standard output has gone.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == ErrorKind::BrokenPipe)
}
