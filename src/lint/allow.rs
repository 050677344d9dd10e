//! Suppression: findings that a record allows, and allowances that allow nothing.

use super::catalogue::Catalogue;
use super::fault::{EXPIRED, UNUSED};
use super::settings::Selection;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::{Allow, Instrument, Part, Place, RecordId, UnitId, locator};

/// What is left of findings, and what was allowed.
pub(super) struct Allowed {
    /// Findings that stand.
    pub(super) kept: Vec<Diagnostic>,
    /// Findings that a record allows.
    pub(super) suppressed: Vec<Diagnostic>,
    /// What is to be said of the allowances themselves.
    pub(super) about: Vec<Diagnostic>,
}

/// Takes out what records allow.
pub(super) fn allow(
    instrument: &Instrument,
    catalogue: &Catalogue,
    selection: &Selection<'_>,
    as_of: &str,
    findings: Vec<Diagnostic>,
) -> Allowed {
    let mut allowances: Vec<Allowance<'_>> = Vec::new();
    for (at, record) in (0..).map(RecordId).zip(&instrument.records) {
        for allow in &record.allow {
            allowances.push(Allowance {
                record: at,
                allow,
                lint: catalogue.lint(&allow.lint).map(super::rule::Lint::id),
                // Dates of this form compare as they stand.
                expired: allow.expires.as_deref().is_some_and(|day| day < as_of),
                used: false,
            });
        }
    }
    let mut allowed = Allowed {
        kept: Vec::with_capacity(findings.len()),
        suppressed: Vec::new(),
        about: Vec::new(),
    };
    for finding in findings {
        let mut holds = false;
        for allowance in &mut allowances {
            if allowance.covers(instrument, &finding) {
                allowance.used = true;
                holds |= !allowance.expired;
            }
        }
        if holds {
            allowed.suppressed.push(finding);
        } else {
            allowed.kept.push(finding);
        }
    }
    for allowance in &allowances {
        let about = allowance.about(instrument, catalogue, selection);
        allowed.about.extend(about);
    }
    allowed
}

struct Allowance<'i> {
    record: RecordId,
    allow: &'i Allow,
    /// The lint by its present id; `None` if there is none.
    lint: Option<&'i str>,
    expired: bool,
    used: bool,
}

impl Allowance<'_> {
    /// Whether it allows a finding: of its lint, in its record, in its paragraph or below.
    fn covers(&self, instrument: &Instrument, finding: &Diagnostic) -> bool {
        let record = instrument.record(self.record);
        if self.lint != Some(finding.lint.as_str()) || finding.primary().source != record.source {
            return false;
        }
        let Some(wanted) = self.allow.paragraph.as_deref() else {
            return true;
        };
        let paragraph = finding
            .locator
            .as_ref()
            .and_then(|at| at.paragraph.as_deref());
        paragraph
            .and_then(|at| at.strip_prefix(wanted))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// What is to be said of it. Of a lint that did not run it cannot be known whether it allows
    /// anything.
    fn about(
        &self,
        instrument: &Instrument,
        catalogue: &Catalogue,
        selection: &Selection<'_>,
    ) -> Option<Diagnostic> {
        let name = &self.allow.lint;
        let Some(lint) = self.lint else {
            if !selection.unused {
                return None;
            }
            let finding = self.finding(
                instrument,
                UNUSED,
                format!("there is no lint called `{name}`"),
            );
            return Some(match catalogue.nearest(name) {
                Some(near) => finding.with_help(format!("did you mean `{near}`?")),
                None => finding.with_help("take the entry out"),
            });
        };
        if !selection.lints.iter().any(|ran| ran.id == lint) {
            return None;
        }
        if self.expired && selection.expired {
            let day = self.allow.expires.as_deref().unwrap_or_default();
            let message = format!("what allows `{name}` held until {day}");
            let help = "decide again: change the words, or set a later day with a new reason";
            return Some(self.finding(instrument, EXPIRED, message).with_help(help));
        }
        if !self.used && selection.unused {
            let message = format!("`{name}` finds nothing here that is to be allowed");
            let help = "take the entry out, or correct its paragraph";
            return Some(self.finding(instrument, UNUSED, message).with_help(help));
        }
        None
    }

    fn finding(&self, instrument: &Instrument, id: &str, message: String) -> Diagnostic {
        let record = instrument.record(self.record);
        let place = Place {
            record: self.record,
            unit: UnitId::ROOT,
            part: Part::Num,
            start: 0,
            end: 0,
        };
        let mut finding = Diagnostic::fault(id, record.source, self.allow.span, message)
            .with_severity(Severity::Warning);
        finding.locator = Some(locator(instrument, place));
        finding.labels = vec![Label::new(record.source, self.allow.span, "")];
        finding
    }
}
