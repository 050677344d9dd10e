//! The scales on which a finding is placed.

use std::fmt;
use std::str::FromStr;

/// How bad a finding is. Ordered: a note is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Information, or a divergence from a precedent.
    Note,
    /// A drafting risk that a reviewer should answer.
    Warning,
    /// Provable from the structure, or a clause whose reach is unbounded on its face.
    Error,
}

/// How often a detector is expected to be right. Ordered: low is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Below 0.6.
    Low,
    /// From 0.6 to 0.9.
    Medium,
    /// 0.9 or more.
    High,
}

/// How far a fix may be trusted. For a legal text nearly every fix is only for display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applicability {
    /// To read, never to apply by machine.
    DisplayOnly,
    /// May change the meaning.
    Unsafe,
    /// Keeps the meaning.
    Safe,
}

/// A word that is on none of the scales.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not one of {expected}")]
pub struct UnknownLevel {
    word: String,
    expected: &'static str,
}

macro_rules! scale {
    ($type:ident, $expected:literal, $($variant:ident => $word:literal),+) => {
        impl $type {
            /// The word used in records, flags and output.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
        impl FromStr for $type {
            type Err = UnknownLevel;
            fn from_str(word: &str) -> Result<Self, UnknownLevel> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(UnknownLevel { word: word.to_owned(), expected: $expected }),
                }
            }
        }
    };
}

scale!(Severity, "note, warning, error", Note => "note", Warning => "warning", Error => "error");
scale!(Confidence, "low, medium, high", Low => "low", Medium => "medium", High => "high");
scale!(Applicability, "display-only, unsafe, safe",
    DisplayOnly => "display-only", Unsafe => "unsafe", Safe => "safe");
