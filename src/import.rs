//! Text to records.
//!
//! Reads a treaty as plain text or Markdown and gives back one record for the instrument and one for
//! each article. No text is refused: what cannot be placed is kept where it stood. Nothing is lost:
//! the characters of the records, read in order, are those of the text, white space apart.

mod assemble;
mod blocks;
mod components;
mod course;
mod divisions;
mod frame;
mod heading;
mod infer;
mod initials;
mod label;
mod lines;
mod markdown;
mod outline;
mod paragraphs;
mod piece;
mod records;
mod render;
mod run;
mod sequence;
mod tail;
mod tree;
mod usual;
mod write;

use std::path::PathBuf;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Profile, Status, Style};
use crate::text::{SourceId, Span};
use crate::yaml::Value;

pub use infer::Inferred;
pub use outline::{
    Article, Component, Division, Document, Mark, Node, Passage, Remark, RemarkKind, Role,
};
pub use render::render_text;
pub use write::{WriteError, Written, write_all};

/// What a user says about a text; what is not said is inferred from the text.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// BCP 47.
    pub language: Option<String>,
    /// How references and definitions are written.
    pub style: Option<Style>,
    /// Which lexicons apply.
    pub profile: Option<Profile>,
    /// How far the instrument has come; a draft if it is not said.
    pub status: Option<Status>,
}

/// Where the schemas lie, seen from the folder of an instrument in `provisions`.
pub const SCHEMAS: &str = "../../schema";

impl Imported {
    /// The files of the instrument as they are written: path and text.
    #[must_use]
    pub fn files(&self, schemas: &str) -> Vec<(PathBuf, String)> {
        let text =
            |(path, value): &(PathBuf, Value)| (path.clone(), write::text(path, value, schemas));
        self.records.iter().map(text).collect()
    }
}

/// What came of a text.
#[derive(Debug, Clone)]
pub struct Imported {
    /// `instrument.yaml`, then the records in the order of the text; paths relative to the folder
    /// of the instrument.
    pub records: Vec<(PathBuf, Value)>,
    /// What could not be placed, and what was decided by weak evidence; spans in the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The marks of Markdown that no record holds, as bytes of the text.
    pub dropped: Vec<Span>,
    /// What was found.
    pub summary: Summary,
}

/// What was found, for the report.
#[derive(Debug, Clone)]
pub struct Summary {
    /// The number of records with an article number, in all components.
    pub articles: usize,
    /// The names of the components.
    pub components: Vec<String>,
    /// The language.
    pub language: Inferred<String>,
    /// The style.
    pub style: Inferred<Style>,
    /// The profile.
    pub profile: Inferred<Profile>,
}

/// The outline of a text.
#[must_use]
pub fn read(text: &str) -> Document {
    read_plain(&markdown::plain(text))
}

fn read_plain(plain: &markdown::Plain) -> Document {
    let lines = lines::lines(&plain.text);
    let mut document = assemble::assemble(blocks::blocks(&plain.text, &lines));
    if !plain.dropped.is_empty() {
        document.move_spans(|span| plain.original(span));
    }
    document
}

/// The records of a text. `id` names the instrument.
#[must_use]
pub fn import(text: &str, id: &str, options: &Options) -> Imported {
    let plain = markdown::plain(text);
    let document = read_plain(&plain);
    let text = plain.text.as_str();
    let title = document
        .title
        .as_ref()
        .map_or("", |title| title.text.as_str());
    let language = given(options.language.clone(), || infer::language(text));
    let style = given(options.style, || infer::style(title, text));
    let profile = given(options.profile, || infer::profile(title, text, style.value));
    let head = records::Head {
        id: id.to_owned(),
        language: language.value.clone(),
        style: style.value,
        status: options.status.unwrap_or(Status::Draft),
        profile: profile.value,
    };
    let records = records::records(&document, &head);
    let articles = document
        .components
        .iter()
        .flat_map(|component| &component.articles);
    let summary = Summary {
        articles: articles
            .filter(|article| article.role == Role::Article)
            .count(),
        components: document
            .components
            .iter()
            .map(|component| component.name.clone())
            .collect(),
        language,
        style,
        profile,
    };
    Imported {
        records,
        diagnostics: document
            .remarks
            .iter()
            .map(|remark| finding(*remark))
            .collect(),
        dropped: plain.dropped,
        summary,
    }
}

fn given<T>(said: Option<T>, infer: impl FnOnce() -> Inferred<T>) -> Inferred<T> {
    said.map_or_else(infer, |value| Inferred {
        value,
        evidence: "as given".to_owned(),
    })
}

/// The findings of import, with a summary each. Their spans lie in the imported text, which is
/// source 0.
pub const FAULTS: &[(&str, &str)] = &[
    (
        "import-unplaced-text",
        "text that belongs to no article, or a note of the publisher",
    ),
    (
        "import-glued-text",
        "flush text or a heading that stood on one line with other words",
    ),
    (
        "import-repeated-number",
        "an article with the number of another",
    ),
];

fn finding(remark: Remark) -> Diagnostic {
    let (lint, severity, message, help) = match remark.kind {
        RemarkKind::Editorial => (
            FAULTS[0].0,
            Severity::Note,
            "this looks like a note of the publisher; it was kept where it stood",
            "remove it if it is no part of the treaty",
        ),
        RemarkKind::Unplaced => (
            FAULTS[0].0,
            Severity::Warning,
            "this stands in no article; it was kept as a record of its own",
            "give it an article, or move it to one",
        ),
        RemarkKind::GluedHeading => (
            FAULTS[1].0,
            Severity::Note,
            "this was read as the heading, and what follows on its line as the text",
            "join them in the record if they are one sentence",
        ),
        RemarkKind::GluedTail => (
            FAULTS[1].0,
            Severity::Note,
            "this was read as flush text that governs the whole list, not as a part of its last point",
            "join it to the point in the record if it belongs there",
        ),
        RemarkKind::RepeatedNumber => (
            FAULTS[2].0,
            Severity::Warning,
            "another article has this number",
            "correct the number, or the place where an annex begins",
        ),
    };
    Diagnostic::fault(lint, SourceId(0), remark.span, message)
        .with_severity(severity)
        .with_help(help)
}
