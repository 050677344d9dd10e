//! Text to records.
//!
//! Reads a treaty as plain text or Markdown and gives back one record for the instrument and one for
//! each article. No text is refused: what cannot be placed is kept where it stood. Nothing is lost:
//! the characters of the records, read in order, are those of the text, white space apart.

mod assemble;
mod blocks;
mod components;
mod heading;
mod infer;
mod label;
mod lines;
mod outline;
mod paragraphs;
mod records;
mod render;
mod sequence;
mod tail;
mod usual;
mod write;

use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::model::{Profile, Status, Style};
use crate::yaml::Value;

pub use infer::Inferred;
pub use outline::{Article, Component, Division, Document, Mark, Node, Passage, Role};
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
    let lines = lines::lines(text);
    assemble::assemble(blocks::blocks(text, &lines))
}

/// The records of a text. `id` names the instrument.
#[must_use]
pub fn import(text: &str, id: &str, options: &Options) -> Imported {
    let document = read(text);
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
        diagnostics: Vec::new(),
        summary,
    }
}

fn given<T>(said: Option<T>, infer: impl FnOnce() -> Inferred<T>) -> Inferred<T> {
    said.map_or_else(infer, |value| Inferred {
        value,
        evidence: "as given".to_owned(),
    })
}
