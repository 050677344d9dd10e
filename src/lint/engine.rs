//! The run over one instrument: analysis, lints, suppression, fingerprints, order.

use rayon::prelude::*;

use super::allow::{Allowed, allow};
use super::catalogue::Catalogue;
use super::context::Context;
use super::detect::detect;
use super::finding::{Finding, findings};
use super::fingerprint::Fingerprints;
use super::rule::Lint;
use super::settings::{Selection, Settings, UnknownLint};
use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Notice};
use crate::model::{Instrument, Profile};

/// The lints of a run, ready for one instrument after another.
#[derive(Debug)]
pub struct Engine<'c> {
    catalogue: &'c Catalogue,
    settings: &'c Settings,
    /// Which lints run where a profile says nothing, and in the instruments of each that does.
    selection: Selection<'c>,
    by_profile: Vec<(Profile, Selection<'c>)>,
}

/// What was found in an instrument.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Findings, in the order of source, first byte and lint.
    pub findings: Vec<Diagnostic>,
    /// Findings that a record allows, in the same order.
    pub suppressed: Vec<Diagnostic>,
    /// What was withheld, and why.
    pub notices: Vec<Notice>,
}

impl<'c> Engine<'c> {
    /// Makes ready the lints that `settings` ask for.
    ///
    /// # Errors
    ///
    /// If a word names no lint and no tag.
    pub fn new(catalogue: &'c Catalogue, settings: &'c Settings) -> Result<Self, UnknownLint> {
        let mut by_profile = Vec::new();
        for profile in Profile::ALL {
            if catalogue.choice(*profile).is_some() {
                by_profile.push((*profile, Selection::new(catalogue, settings, *profile)?));
            }
        }
        Ok(Self {
            catalogue,
            settings,
            selection: Selection::new(catalogue, settings, Profile::Unstated)?,
            by_profile,
        })
    }

    /// Which lints run in instruments of a profile.
    fn selection(&self, profile: Profile) -> &Selection<'c> {
        let mut profiles = self.by_profile.iter();
        let found = profiles.find(|(known, _)| *known == profile);
        found.map_or(&self.selection, |(_, selection)| selection)
    }

    /// The lints that run where no profile says otherwise, in the order of their ids.
    pub fn lints(&self) -> impl Iterator<Item = &'c Lint> {
        self.selection.lints.iter().copied()
    }

    /// Compiles the lexicon of a language before an instrument asks for it, so that it can be done
    /// beside other work.
    pub fn prepare(&self, language: &str) {
        let _ = self.catalogue.lexicon(language);
    }

    /// Judges an instrument.
    #[must_use]
    pub fn check(&self, instrument: &Instrument) -> Checked {
        let lexicon = self.catalogue.lexicon(&instrument.language);
        let analysis = Analysis::new(instrument, &lexicon);
        let (found, notices) = self.find(&analysis);
        let mut prints = Fingerprints::default();
        let findings = found.into_iter().map(|one| {
            let mut diagnostic = one.diagnostic;
            diagnostic.fingerprint = prints.next(&instrument.id, one.identity);
            if let Some(severity) = self.settings.severity.get(&diagnostic.lint) {
                diagnostic.severity = *severity;
            }
            diagnostic
        });
        let Allowed {
            mut kept,
            mut suppressed,
            about,
        } = allow(
            instrument,
            self.catalogue,
            self.selection(instrument.profile),
            &self.settings.as_of,
            findings.collect(),
        );
        for mut about in about {
            let identity = super::fingerprint::Identity {
                lint: about.lint.clone(),
                sentence: about.message.clone(),
                words: about
                    .locator
                    .as_ref()
                    .map_or_else(String::new, |at| at.article.clone()),
                columns: Vec::new(),
            };
            about.fingerprint = prints.next(&instrument.id, identity);
            if let Some(severity) = self.settings.severity.get(&about.lint) {
                about.severity = *severity;
            }
            kept.push(about);
        }
        for list in [&mut kept, &mut suppressed] {
            list.retain(|one| one.confidence >= self.settings.min_confidence);
            list.sort_by(|one, other| order(one).cmp(&order(other)));
        }
        Checked {
            findings: kept,
            suppressed,
            notices,
        }
    }

    /// What every lint finds, in order, and what was withheld.
    pub(super) fn find(&self, analysis: &Analysis<'_>) -> (Vec<Finding>, Vec<Notice>) {
        let instrument = analysis.reading.instrument;
        let partial = instrument.excerpt || instrument.incomplete;
        let (withheld, lints): (Vec<&Lint>, Vec<&Lint>) = self
            .selection(instrument.profile)
            .lints
            .iter()
            .partition(|lint| partial && lint.needs_whole());
        let context = Context::new(analysis);
        let mut found: Vec<Finding> = lints
            .par_iter()
            .flat_map_iter(|lint| {
                let found = detect(&context, &lint.detector);
                findings(&context, lint, found)
            })
            .collect();
        found.sort_by(|one, other| {
            let (one, other) = (&one.diagnostic, &other.diagnostic);
            order(one).cmp(&order(other))
        });
        // Two rows that rest on the same words, and say the same of them, are one finding.
        found.dedup_by(|one, kept| {
            one.diagnostic == kept.diagnostic && one.identity == kept.identity
        });
        (found, notices(instrument, &withheld))
    }
}

/// What findings are sorted by; equal ones keep the order in which they were found.
fn order(finding: &Diagnostic) -> (crate::text::SourceId, u32, &str, u32, &str) {
    let primary = finding.primary();
    (
        primary.source,
        primary.span.start,
        &finding.lint,
        primary.span.end,
        &finding.message,
    )
}

/// One notice for what was withheld.
fn notices(instrument: &Instrument, withheld: &[&Lint]) -> Vec<Notice> {
    if withheld.is_empty() {
        return Vec::new();
    }
    let ids: Vec<&str> = withheld.iter().map(|lint| lint.id.as_str()).collect();
    let (id, why) = if instrument.incomplete {
        ("incomplete", "a record of it cannot be used")
    } else {
        ("excerpt", "it is an excerpt")
    };
    let message = format!(
        "lints about the instrument as a whole were withheld, because {why}: {}",
        ids.join(", ")
    );
    vec![Notice::instrument(id, &instrument.id, message)]
}
