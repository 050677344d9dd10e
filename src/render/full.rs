//! Findings for reading: the words in their line, what they mean, and a way out.
//!
//! The lines are drawn by miette, which this file alone names. It is given text that was made for
//! display (see `snippet`), so that it needs to know nothing of wide lines, hidden characters or
//! labels over several lines; what stands above and below the lines is written here.

use std::fmt;

use miette::{
    Diagnostic as Drawable, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents, ThemeStyles,
};

use super::snippet::{Snippet, snippets};
use super::{Paint, Report, Terminal, paragraph, path, visible, wrap};
use crate::diagnostic::{Confidence, Diagnostic, Severity};

/// The least columns in which a label's message is broken.
const NARROWEST: usize = 24;

/// Every finding, each with an empty line after it.
pub(super) fn findings(report: &Report<'_>, terminal: &Terminal) -> String {
    let mut out = String::new();
    for finding in report.findings {
        head(&mut out, finding, terminal);
        if is_empty(report, finding) {
            let place = format!(
                "   in {}\n",
                visible(&path(report.sources, finding.primary().source))
            );
            out.push_str(&place);
            foot(&mut out, finding, terminal);
            out.push('\n');
            continue;
        }
        for snippet in snippets(finding, report.sources, terminal.width) {
            let name = visible(&path(report.sources, snippet.source)).into_owned();
            out.push_str(&draw(&snippet, name, finding.severity, terminal));
        }
        foot(&mut out, finding, terminal);
        out.push('\n');
    }
    out
}

/// Whether there is no line to show, as in a file that could not be read.
fn is_empty(report: &Report<'_>, finding: &Diagnostic) -> bool {
    let source = report.sources.source(finding.primary().source);
    source.is_none_or(|source| source.text().is_empty())
}

/// `severity[lint]: message`, and the place as a lawyer cites it.
fn head(out: &mut String, finding: &Diagnostic, terminal: &Terminal) {
    let name = format!("{}[{}]", finding.severity, finding.lint);
    let message = visible(&finding.message);
    let text = paragraph(&format!("{name}: {message}"), "", "  ", terminal.width);
    let text = text.trim_end();
    match text.strip_prefix(&name) {
        Some(message) => {
            out.push_str(&terminal.paint(finding.severity.into(), &name));
            out.push_str(&terminal.paint(Paint::Strong, message));
        }
        None => out.push_str(text),
    }
    out.push('\n');
    if let Some(locator) = &finding.locator {
        let mut place = format!("{}, {locator}", locator.instrument);
        if finding.confidence != Confidence::High {
            place.push_str(&format!(" ({} confidence)", finding.confidence));
        }
        out.push_str("  ");
        out.push_str(&visible(&place));
        out.push('\n');
    }
}

/// Notes, help, and where to read more.
fn foot(out: &mut String, finding: &Diagnostic, terminal: &Terminal) {
    let notes = finding.notes.iter().map(|note| (Paint::Note, "note", note));
    let help = finding.help.iter().map(|help| (Paint::Help, "help", help));
    for (paint, name, text) in notes.chain(help) {
        // Line breaks are the author's, everything else that is hidden is shown.
        let text = text.split('\n').map(visible).collect::<Vec<_>>().join("\n");
        let first = format!("  {name}: ");
        let wrapped = paragraph(&text, &first, "        ", terminal.width);
        out.push_str(&terminal.paint(paint, format!("  {name}")));
        out.push_str(&wrapped[first.len() - 2..]);
    }
    let more = format!("  more: treatylint explain {}", finding.lint);
    out.push_str(&terminal.paint(Paint::Faint, more));
    out.push('\n');
}

/// Draws the lines of a snippet.
fn draw(snippet: &Snippet, name: String, severity: Severity, terminal: &Terminal) -> String {
    let colours = if terminal.colour {
        ThemeStyles::ansi()
    } else {
        ThemeStyles::none()
    };
    let primary = match severity {
        Severity::Error => colours.error,
        Severity::Warning => colours.warning,
        Severity::Note => colours.advice,
    };
    let drawing = Drawing::new(snippet, name, terminal.width);
    let mut theme = GraphicalTheme::unicode();
    // In the order of the labels, as the handler takes them.
    let mut styles = vec![colours.linum; drawing.labels.len()];
    for (style, label) in styles.iter_mut().zip(&drawing.labels) {
        *style = if label.primary() {
            primary
        } else {
            colours.help
        };
    }
    theme.styles = ThemeStyles {
        highlights: styles,
        link: colours.linum,
        ..colours
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_context_lines(1)
        .with_width(terminal.width);
    let mut out = String::new();
    // The handler fails only where the source does, and ours answers every span.
    let _ = handler.render_report(&mut out, &drawing);
    // Its first line is for the message, which stands above already.
    out.split_once('\n')
        .map_or_else(String::new, |(_, lines)| lines.to_owned())
}

/// A snippet as miette reads it: a source of its own, that has these lines and no others.
#[derive(Debug)]
struct Drawing {
    name: String,
    text: String,
    /// 0-based.
    first_line: usize,
    lines: usize,
    /// 0-based line and column to name in the frame.
    at: (usize, usize),
    labels: Vec<LabeledSpan>,
}

impl Drawing {
    fn new(snippet: &Snippet, name: String, width: usize) -> Self {
        let mut text = String::new();
        let mut labels = Vec::new();
        let last = snippet.lines.last().map_or(0, |line| line.number);
        let gutter = last.to_string().len() + 4;
        for line in &snippet.lines {
            for mark in &line.marks {
                let before = wrap::width(&line.text[..mark.range.start]);
                let half = wrap::width(&line.text[mark.range.clone()]) / 2;
                let room = width.saturating_sub(gutter + before + half + 4);
                let message = visible(&mark.message);
                let message = (!message.is_empty())
                    .then(|| wrap::lines(&message, room.max(NARROWEST)).join("\n"));
                let span = (text.len() + mark.range.start, mark.range.len());
                labels.push(if mark.primary {
                    LabeledSpan::new_primary_with_span(message, span)
                } else {
                    LabeledSpan::new_with_span(message, span)
                });
            }
            text.push_str(&line.text);
            text.push('\n');
        }
        let first = snippet.lines.first().map_or(1, |line| line.number);
        Self {
            name,
            text,
            first_line: (first as usize).saturating_sub(1),
            lines: snippet.lines.len(),
            at: (snippet.at.line as usize - 1, snippet.at.column as usize - 1),
            labels,
        }
    }
}

impl SourceCode for Drawing {
    /// All lines, whatever is asked for; asked without context, for the frame, the place to name.
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        before: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (line, column) = if before == 0 {
            self.at
        } else {
            (self.first_line, 0)
        };
        let all = SourceSpan::from((0, self.text.len()));
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            self.text.as_bytes(),
            all,
            line,
            column,
            self.lines,
        )))
    }
}

impl fmt::Display for Drawing {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Drawing {}

impl Drawable for Drawing {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
