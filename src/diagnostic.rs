//! The one finding type.
//!
//! Every layer that can find fault says so with a [`Diagnostic`]; renderers project it, and nothing
//! else in the program describes a problem to a reader. It is owned, so it outlives the tree and
//! the analysis that it came from. It knows no registry and no configuration.

mod level;
mod locator;
mod notice;

use crate::text::{SourceId, Span};

pub use level::{Applicability, Confidence, Severity};
pub use locator::Locator;
pub use notice::Notice;

/// A finding, or a fault in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The id of the lint, in kebab case (`dangling-reference`, `yaml-syntax`).
    pub lint: String,
    /// How bad it is.
    pub severity: Severity,
    /// How sure the detector is.
    pub confidence: Confidence,
    /// What is wrong: lower case, no final stop.
    pub message: String,
    /// Where it is, in the words of a lawyer. `None` for a file that does not parse.
    pub locator: Option<Locator>,
    /// Places, the primary one first. Never empty. They may lie in several sources.
    pub labels: Vec<Label>,
    /// Why it matters, and what a reader should know beside it.
    pub notes: Vec<String>,
    /// A way out.
    pub help: Option<String>,
    /// A change that would silence it.
    pub fix: Option<Fix>,
    /// `v1:` and 32 hex digits; empty until the findings of an instrument are complete.
    pub fingerprint: String,
}

/// A place in a source, and what is to be seen there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The source that the span lies in.
    pub source: SourceId,
    /// The exact bytes.
    pub span: Span,
    /// What is to be seen there; may be empty for the primary label, whose text is the message.
    pub message: String,
}

impl Label {
    /// A label with a message.
    pub fn new(source: SourceId, span: Span, message: impl Into<String>) -> Self {
        Self {
            source,
            span,
            message: message.into(),
        }
    }
}

/// A proposed change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// How far it may be trusted.
    pub applicability: Applicability,
    /// The edits, disjoint, in the order of source and start.
    pub edits: Vec<FixEdit>,
}

/// The replacement of a span by a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixEdit {
    /// The source that is edited.
    pub source: SourceId,
    /// The bytes that go.
    pub span: Span,
    /// The bytes that come, already in the form that the file needs.
    pub text: String,
}

impl Diagnostic {
    /// An error of high confidence at one place: what the parser and the schemas report.
    pub fn fault(
        lint: impl Into<String>,
        source: SourceId,
        span: Span,
        message: impl Into<String>,
    ) -> Self {
        Self {
            lint: lint.into(),
            severity: Severity::Error,
            confidence: Confidence::High,
            message: message.into(),
            locator: None,
            labels: vec![Label::new(source, span, "")],
            notes: Vec::new(),
            help: None,
            fix: None,
            fingerprint: String::new(),
        }
    }

    /// The same with a way out.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with one more note.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The same with one more place.
    #[must_use]
    pub fn with_label(mut self, label: Label) -> Self {
        self.labels.push(label);
        self
    }

    /// The same with another severity.
    #[must_use]
    pub const fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The place that must change.
    #[must_use]
    pub fn primary(&self) -> &Label {
        &self.labels[0]
    }
}
