//! What can be wrong with a lint file.

use crate::analysis::PhraseError;
use crate::diagnostic::Diagnostic;
use crate::text::{SourceId, Span};

/// The id of the finding that a lint, lexicon or profile file cannot be used.
pub const LINT_FILE: &str = "lint-file";

/// A fault in a lint file, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{problem}")]
pub struct LintFileError {
    /// The bytes at fault.
    pub span: Span,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a lint file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A field that must be there is not.
    #[error("{of} has no `{key}`")]
    Missing {
        /// The field.
        key: &'static str,
        /// What should have it.
        of: &'static str,
    },
    /// A value of the wrong shape.
    #[error("expected {0}")]
    Shape(&'static str),
    /// A detector without, or with more than, one of the words that say what it is.
    #[error("a detector is exactly one of {DETECTORS}")]
    Detector,
    /// A word that is not of a closed set.
    #[error("`{word}` is not {what}")]
    Unknown {
        /// The word.
        word: String,
        /// What it should be: `a column of offences`, `a relation`.
        what: String,
        /// What may have been meant.
        near: Option<String>,
    },
    /// A phrase that cannot be read.
    #[error("`{phrase}` is no phrase: {error}")]
    Phrase {
        /// The phrase.
        phrase: String,
        /// What is wrong with it.
        error: PhraseError,
    },
    /// A message with a brace that opens or closes nothing.
    #[error("a placeholder is a column between braces, such as `{{term}}`")]
    Placeholder,
    /// A lint whose id is not the name of its file.
    #[error("the id is `{id}`, but the file is called `{stem}.yaml`")]
    Stem {
        /// The id.
        id: String,
        /// The name of the file.
        stem: String,
    },
    /// Two lints of one id.
    #[error("there is a lint called `{0}` already")]
    Duplicate(String),
    /// `not` where there is nothing to take away from.
    #[error("`not` stands only inside `all`, after a detector that finds something")]
    Not,
}

/// The words one of which every detector has, as errors list them.
pub(super) const DETECTORS: &str =
    "fact, phrase, pair, consistent, count, absent, change, all, any, not, analysis";

impl Problem {
    /// A word that is not of a closed set, with the nearest that is.
    pub(super) fn unknown<'w>(
        word: &str,
        what: impl Into<String>,
        known: impl IntoIterator<Item = &'w str>,
    ) -> Self {
        Self::Unknown {
            word: word.to_owned(),
            what: what.into(),
            near: nearest(word, known),
        }
    }
}

impl LintFileError {
    /// The fault as a finding in a file.
    #[must_use]
    pub fn diagnostic(&self, source: SourceId) -> Diagnostic {
        let fault = Diagnostic::fault(LINT_FILE, source, self.span, self.problem.to_string());
        match &self.problem {
            Problem::Unknown {
                near: Some(near), ..
            } => fault.with_help(format!("did you mean `{near}`?")),
            _ => fault,
        }
    }
}

/// The known word that `word` was probably meant to be.
pub(super) fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<String> {
    known
        .into_iter()
        .map(|other| (strsim::damerau_levenshtein(word, other), other))
        .filter(|(distance, other)| *distance <= 2.max(other.len() / 3))
        .min()
        .map(|(_, other)| other.to_owned())
}
