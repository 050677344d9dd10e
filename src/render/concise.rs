//! One line a finding, for editors, scripts and long lists.

use std::fmt::Write as _;

use super::{Report, position, visible};

/// `path:line:column: severity[lint] message (art. 7(1)(a))`.
pub(super) fn findings(report: &Report<'_>) -> String {
    let mut out = String::new();
    for finding in report.findings {
        let _ = write!(
            out,
            "{}: {}[{}] {}",
            position(report, finding),
            finding.severity,
            finding.lint,
            visible(&finding.message),
        );
        if let Some(locator) = &finding.locator {
            let _ = write!(out, " ({})", visible(&locator.to_string()));
        }
        out.push('\n');
    }
    out
}
