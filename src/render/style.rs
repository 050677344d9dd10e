//! Colour and width: what is known of the reader's terminal.

use std::fmt::Display;

use crate::diagnostic::Severity;

/// The terminal that output goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Columns.
    pub width: usize,
    /// Whether to colour.
    pub colour: bool,
}

impl Terminal {
    /// Columns where nothing is known of the terminal.
    pub const WIDTH: usize = 100;

    /// No colour, the usual width: what goes to files and tests.
    #[must_use]
    pub const fn plain() -> Self {
        Self {
            width: Self::WIDTH,
            colour: false,
        }
    }

    /// The text in a style, if this terminal has colour.
    #[must_use]
    pub fn paint(&self, paint: Paint, text: impl Display) -> String {
        if self.colour {
            format!("\u{1b}[{}m{text}\u{1b}[0m", paint.code())
        } else {
            text.to_string()
        }
    }
}

/// What a piece of text is for; each has one look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// A title, a message.
    Strong,
    /// What may be skipped.
    Faint,
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// A note.
    Note,
    /// A way out, a name to type.
    Help,
}

impl Paint {
    const fn code(self) -> &'static str {
        match self {
            Self::Strong => "1",
            Self::Faint => "2",
            Self::Error => "1;31",
            Self::Warning => "1;33",
            Self::Note => "1;36",
            Self::Help => "36",
        }
    }
}

impl From<Severity> for Paint {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }
}
