//! A lint, ready to run.

use super::condition::Condition;
use super::detector::{Detector, Partner};
use super::template::Template;
use crate::diagnostic::{Confidence, Severity};

/// A drafting risk: how it is found, and what is said about it.
#[derive(Debug)]
pub struct Lint {
    pub(super) id: String,
    pub(super) aliases: Vec<String>,
    pub(super) summary: String,
    pub(super) since: String,
    pub(super) preview: bool,
    pub(super) off: bool,
    pub(super) tags: Vec<String>,
    pub(super) whole: bool,
    pub(super) detector: Detector,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) labels: Vec<(String, Template)>,
    pub(super) identity: Vec<String>,
    pub(super) help: Option<Template>,
    /// Phrases that stand in the lint itself: (list, phrase). They are English.
    pub(super) phrases: Vec<(String, String)>,
}

/// What is said where its conditions hold.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) when: Vec<Condition>,
    pub(super) partners: Vec<Partner>,
    /// `None` where nothing is said after all.
    pub(super) says: Option<Says>,
}

/// What is said.
#[derive(Debug)]
pub(super) struct Says {
    pub(super) severity: Severity,
    pub(super) confidence: Confidence,
    pub(super) message: Template,
    pub(super) notes: Vec<Template>,
    pub(super) help: Option<Template>,
}

impl Lint {
    /// The id, in kebab case.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Former ids.
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The risk in one line.
    #[must_use]
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// The version that first had it.
    #[must_use]
    pub fn since(&self) -> &str {
        &self.since
    }

    /// Whether it may still change.
    #[must_use]
    pub const fn is_preview(&self) -> bool {
        self.preview
    }

    /// Whether it runs without being asked for.
    #[must_use]
    pub const fn is_default(&self) -> bool {
        !self.off && !self.preview
    }

    /// Groups that it belongs to.
    #[must_use]
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// Whether it has nothing to say of a part of an instrument.
    #[must_use]
    pub fn needs_whole(&self) -> bool {
        self.whole || self.detector.needs_whole()
    }

    /// What a drafter can do; columns between braces.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_ref().map(Template::source)
    }

    /// The severities and confidences that it can speak with, in the order of its outcomes.
    pub fn levels(&self) -> impl Iterator<Item = (Severity, Confidence)> {
        let says = self.outcomes.iter().filter_map(|one| one.says.as_ref());
        says.map(|says| (says.severity, says.confidence))
    }

    /// The messages that it can speak with, in the order of its outcomes; `…` stands for what a
    /// column says.
    pub fn messages(&self) -> impl Iterator<Item = String> {
        let says = self.outcomes.iter().filter_map(|one| one.says.as_ref());
        says.map(|says| says.message.fill(|_| "…".to_owned()))
    }
}
