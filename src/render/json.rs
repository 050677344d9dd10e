//! Version 1 of the machine format, `schema/findings-v1.schema.json`.
//!
//! The structs here are the contract: they are frozen, and a change of [`Diagnostic`] does not
//! change them. Fields are written in the order of the structs.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};

use super::{Report, count, path};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{SourceId, SourceMap, Span, is_hidden};

#[derive(Serialize)]
struct Output<'o> {
    version: u32,
    tool: Tool,
    summary: Summary<'o>,
    notices: Vec<Notice<'o>>,
    findings: Vec<Finding<'o>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Summary<'o> {
    files: usize,
    instruments: usize,
    provisions: usize,
    findings: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    suppressed: usize,
    lints: BTreeMap<&'o str, usize>,
}

#[derive(Serialize)]
struct Notice<'o> {
    id: &'o str,
    message: &'o str,
    instrument: Option<&'o str>,
    path: Option<&'o str>,
}

#[derive(Serialize)]
struct Finding<'o> {
    lint: &'o str,
    severity: &'o str,
    confidence: &'o str,
    message: &'o str,
    path: String,
    locator: Option<Locator<'o>>,
    span: Range,
    labels: Vec<Label<'o>>,
    notes: &'o [String],
    help: Option<&'o str>,
    fix: Option<Fix<'o>>,
    fingerprint: &'o str,
}

#[derive(Serialize)]
struct Locator<'o> {
    instrument: &'o str,
    component: &'o str,
    division: &'o str,
    article: &'o str,
    paragraph: Option<&'o str>,
    eid: &'o str,
}

#[derive(Serialize)]
struct Label<'o> {
    path: String,
    span: Range,
    message: &'o str,
}

#[derive(Serialize)]
struct Fix<'o> {
    applicability: &'o str,
    edits: Vec<Edit<'o>>,
}

#[derive(Serialize)]
struct Edit<'o> {
    path: String,
    span: Range,
    text: &'o str,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    byte: u32,
    line: u32,
    column: u32,
}

/// The report as one JSON object.
pub(super) fn findings(report: &Report<'_>) -> String {
    let sources = report.sources;
    let mut lints: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in report.findings {
        *lints.entry(&finding.lint).or_default() += 1;
    }
    let checked = &report.checked;
    pretty(&Output {
        version: 1,
        tool: Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        summary: Summary {
            files: checked.files,
            instruments: checked.instruments,
            provisions: checked.provisions,
            findings: report.findings.len(),
            errors: count(report, Severity::Error),
            warnings: count(report, Severity::Warning),
            notes: count(report, Severity::Note),
            suppressed: checked.suppressed,
            lints,
        },
        notices: report.notices.iter().map(notice).collect(),
        findings: report
            .findings
            .iter()
            .map(|one| finding(sources, one))
            .collect(),
    })
}

fn notice(notice: &crate::diagnostic::Notice) -> Notice<'_> {
    Notice {
        id: &notice.id,
        message: &notice.message,
        instrument: notice.instrument.as_deref(),
        path: notice.path.as_deref(),
    }
}

fn finding<'o>(sources: &SourceMap, finding: &'o Diagnostic) -> Finding<'o> {
    let primary = finding.primary();
    Finding {
        lint: &finding.lint,
        severity: finding.severity.as_str(),
        confidence: finding.confidence.as_str(),
        message: &finding.message,
        path: path(sources, primary.source),
        locator: finding.locator.as_ref().map(|locator| Locator {
            instrument: &locator.instrument,
            component: &locator.component,
            division: &locator.division,
            article: &locator.article,
            paragraph: locator.paragraph.as_deref(),
            eid: &locator.eid,
        }),
        span: range(sources, primary.source, primary.span),
        labels: finding.labels[1..]
            .iter()
            .map(|label| Label {
                path: path(sources, label.source),
                span: range(sources, label.source, label.span),
                message: &label.message,
            })
            .collect(),
        notes: &finding.notes,
        help: finding.help.as_deref(),
        fix: finding.fix.as_ref().map(|fix| Fix {
            applicability: fix.applicability.as_str(),
            edits: fix
                .edits
                .iter()
                .map(|edit| Edit {
                    path: path(sources, edit.source),
                    span: range(sources, edit.source, edit.span),
                    text: &edit.text,
                })
                .collect(),
        }),
        fingerprint: &finding.fingerprint,
    }
}

fn range(sources: &SourceMap, id: SourceId, span: Span) -> Range {
    let position = |byte: u32| {
        let at = sources.source(id).map(|source| source.line_column(byte));
        Position {
            byte,
            line: at.map_or(1, |at| at.line),
            column: at.map_or(1, |at| at.column),
        }
    };
    Range {
        start: position(span.start),
        end: position(span.end),
    }
}

/// A value as indented JSON, with a final line break. Characters that act on a terminal are written
/// as escapes, which are the same value.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let mut out = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut out, Escaping(PrettyFormatter::new()));
    value
        .serialize(&mut serializer)
        .expect("bug: writing to memory does not fail, and every key is a string");
    out.push(b'\n');
    String::from_utf8(out).expect("bug: JSON is text")
}

/// Indented JSON whose strings are written with hidden characters escaped.
struct Escaping(PrettyFormatter<'static>);

macro_rules! as_indented {
    ($($name:ident($($arg:ident: $type:ty),*));+ $(;)?) => {
        $(fn $name<W: ?Sized + io::Write>(&mut self, writer: &mut W $(, $arg: $type)*) -> io::Result<()> {
            self.0.$name(writer $(, $arg)*)
        })+
    };
}

impl Formatter for Escaping {
    as_indented! {
        begin_array(); end_array(); begin_array_value(first: bool); end_array_value();
        begin_object(); end_object(); begin_object_key(first: bool); begin_object_value();
        end_object_value();
    }

    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut before = None;
        for c in fragment.chars() {
            let mut units = [0; 2];
            if is_hidden(c, before) {
                for unit in c.encode_utf16(&mut units) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            } else {
                let mut bytes = [0; 4];
                writer.write_all(c.encode_utf8(&mut bytes).as_bytes())?;
            }
            before = Some(c);
        }
        Ok(())
    }
}
