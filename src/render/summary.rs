//! The closing lines of a run: what was withheld, what was found, of which kind.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Paint, Report, Terminal, count, paragraph, visible, width};
use crate::diagnostic::Severity;

/// Notices, then a table of lints by severity and number, then one line for all.
pub(super) fn summary(report: &Report<'_>, terminal: &Terminal) -> String {
    let mut out = String::new();
    for notice in report.notices {
        let about = notice.instrument.as_ref().or(notice.path.as_ref());
        let about = about.map_or_else(String::new, |name| format!("{}: ", visible(name)));
        let text = format!("notice: {about}{}", visible(&notice.message));
        let text = paragraph(&text, "", "        ", terminal.width);
        out.push_str(&terminal.paint(Paint::Faint, text.trim_end()));
        out.push('\n');
    }
    if !report.notices.is_empty() {
        out.push('\n');
    }
    if !report.findings.is_empty() {
        out.push_str(&lints(report, terminal));
        out.push('\n');
    }
    out.push_str(&total(report, terminal));
    out
}

fn lints(report: &Report<'_>, terminal: &Terminal) -> String {
    let mut rows: BTreeMap<(std::cmp::Reverse<Severity>, &str), usize> = BTreeMap::new();
    for finding in report.findings {
        let key = (std::cmp::Reverse(finding.severity), finding.lint.as_str());
        *rows.entry(key).or_default() += 1;
    }
    let digits = rows.values().max().map_or(1, |most| most.to_string().len());
    let mut out = String::new();
    for ((severity, lint), number) in rows {
        let severity = severity.0;
        let word = terminal.paint(severity.into(), severity);
        let pad = " ".repeat(7 - width(severity.as_str()));
        let _ = writeln!(out, "{number:>digits$}  {word}{pad}  {lint}");
    }
    out
}

fn total(report: &Report<'_>, terminal: &Terminal) -> String {
    let of = |severity: Severity| {
        let number = count(report, severity);
        let text = counted(number, severity.as_str());
        if number == 0 {
            text
        } else {
            terminal.paint(severity.into(), text)
        }
    };
    let checked = &report.checked;
    let mut text = if report.findings.is_empty() {
        terminal.paint(Paint::Strong, "no findings")
    } else {
        format!(
            "{}, {}, {}",
            of(Severity::Error),
            of(Severity::Warning),
            of(Severity::Note)
        )
    };
    let _ = write!(
        text,
        " in {} of {}",
        counted(checked.provisions, "record"),
        counted(checked.instruments, "instrument"),
    );
    if checked.suppressed > 0 {
        let _ = write!(text, "; {} allowed", checked.suppressed);
    }
    text.push('\n');
    text
}

/// `1 error`, `2 errors`.
fn counted(number: usize, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {word}{plural}")
}
