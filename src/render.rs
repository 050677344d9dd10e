//! Findings to output: one renderer a file.
//!
//! A renderer is a projection of a [`Report`]: it decides nothing about what is found. Whatever
//! comes out of a file is shown with its control and bidirectional characters escaped, so that a
//! record can neither repaint a terminal nor hide words from a reader.

mod concise;
mod escape;
mod explain;
mod full;
mod json;
mod snippet;
mod style;
mod summary;
mod table;
mod wrap;

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Notice, Severity};
use crate::text::SourceMap;

pub use escape::visible;
pub use explain::{explain, explain_fault};
pub use style::{Paint, Terminal};
pub use table::{Table, TableFormat};
pub use wrap::{paragraph, width};

/// Everything that a run has to say.
#[derive(Debug, Clone, Copy)]
pub struct Report<'r> {
    /// The findings, in the order of path, start byte and lint.
    pub findings: &'r [Diagnostic],
    /// What to know about the run itself.
    pub notices: &'r [Notice],
    /// The sources that the findings point into. Their paths are shown as they stand.
    pub sources: &'r SourceMap,
    /// What was looked at.
    pub checked: Checked,
}

/// How much was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Checked {
    /// Files that were read.
    pub files: usize,
    /// Instruments that were analysed.
    pub instruments: usize,
    /// Records of provisions among the files.
    pub provisions: usize,
    /// Findings that the records allow.
    pub suppressed: usize,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For reading: the words in their line, and why.
    Full,
    /// One line a finding.
    Concise,
    /// Version 1 of the machine format, `schema/findings-v1.schema.json`.
    Json,
}

/// Writes a report, with its closing summary where the format has one.
#[must_use]
pub fn render(report: &Report<'_>, format: Format, terminal: &Terminal) -> String {
    match format {
        Format::Full => {
            let mut out = full::findings(report, terminal);
            out.push_str(&summary::summary(report, terminal));
            out
        }
        Format::Concise => {
            let mut out = concise::findings(report);
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&summary::summary(report, terminal));
            out
        }
        Format::Json => json::findings(report),
    }
}

/// The findings alone, without a summary: what a command that checks on the side shows.
#[must_use]
pub fn findings(report: &Report<'_>, terminal: &Terminal) -> String {
    full::findings(report, terminal)
}

/// How many findings have a severity.
fn count(report: &Report<'_>, severity: Severity) -> usize {
    let has = |finding: &&Diagnostic| finding.severity == severity;
    report.findings.iter().filter(has).count()
}

/// The path of a source as it is shown: `/` between its parts.
fn path(sources: &SourceMap, id: crate::text::SourceId) -> String {
    sources.source(id).map_or_else(String::new, |source| {
        let path = source.path().to_string_lossy();
        if std::path::MAIN_SEPARATOR == '/' {
            path.into_owned()
        } else {
            path.replace(std::path::MAIN_SEPARATOR, "/")
        }
    })
}

/// `path:line:column` of the place that a finding is about.
fn position(report: &Report<'_>, finding: &Diagnostic) -> String {
    let label = finding.primary();
    let mut out = visible(&path(report.sources, label.source)).into_owned();
    if let Some(source) = report.sources.source(label.source) {
        let at = source.line_column(label.span.start);
        let _ = write!(out, ":{}:{}", at.line, at.column);
    }
    out
}
