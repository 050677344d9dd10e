//! `treatylint import`.

use std::fmt::Write as _;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use clap::builder::PossibleValuesParser;

use super::{Exit, output};
use crate::import::{self, Imported, Options, SCHEMAS};
use crate::model::{Profile, Style};
use crate::render::{self, Report, Terminal, paragraph};
use crate::text::{Source, SourceId, SourceMap};
use crate::yaml::Limits;

/// Turn the text of a treaty into records.
///
/// Plain text or Markdown in, one record for the instrument and one for each article out. No text
/// is refused: what cannot be placed is kept where it stood, with a finding.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The text; `-` for standard input.
    file: PathBuf,
    /// The id of the instrument: small letters, digits and hyphens.
    #[arg(long, value_name = "ID", value_parser = instrument_id)]
    instrument: String,
    /// The folder of the instrument.
    #[arg(long, value_name = "DIR")]
    output: PathBuf,
    /// The language, as a BCP 47 tag; inferred if not given.
    #[arg(long, value_name = "TAG", value_parser = language_tag)]
    language: Option<String>,
    /// How references and definitions are written; inferred if not given.
    #[arg(long, value_parser = PossibleValuesParser::new(Style::ALL.iter().map(|one| one.as_str())))]
    style: Option<String>,
    /// The field of law; inferred if not given.
    #[arg(long, value_parser = PossibleValuesParser::new(Profile::ALL.iter().map(|one| one.as_str())))]
    profile: Option<String>,
    /// Replace the files that an earlier import wrote.
    #[arg(long)]
    force: bool,
}

impl Import {
    pub(super) fn run(self, terminal: &Terminal) -> anyhow::Result<Exit> {
        let source = read(&self.file)?;
        let options = Options {
            language: self.language,
            style: self.style.as_deref().map(Style::from_word),
            profile: self.profile.as_deref().map(Profile::from_word),
            status: None,
        };
        let imported = import::import(source.text(), &self.instrument, &options);
        let written = import::write_all(&self.output, &imported.records, SCHEMAS, self.force)?;
        let mut out = findings(source, &imported, terminal);
        out.push_str(&report(&self.output, &imported, terminal));
        if !written.removed.is_empty() {
            let _ = writeln!(out, "  removed    {} stale records", written.removed.len());
        }
        output::write(&out)?;
        Ok(Exit::Clean)
    }
}

fn instrument_id(text: &str) -> Result<String, String> {
    let word = |part: &str| {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        !part.is_empty() && part.bytes().all(plain)
    };
    if text.split('-').all(word) {
        Ok(text.to_owned())
    } else {
        Err(
            "an id is written in small letters, digits and hyphens, such as `example-2027`"
                .to_owned(),
        )
    }
}

fn language_tag(text: &str) -> Result<String, String> {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_primary =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_part = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    if is_primary && parts.all(is_part) {
        Ok(text.to_owned())
    } else {
        Err("a language is written as a short tag, such as `en`, `fr` or `en-GB`".to_owned())
    }
}

/// The text, no larger than a record may be times many: a treaty is far smaller.
fn read(file: &Path) -> anyhow::Result<Source> {
    let limit = Limits::default().bytes;
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin()
            .lock()
            .take(limit + 1)
            .read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|open| open.take(limit + 1).read_to_end(&mut bytes))
    }
    .with_context(|| format!("`{}` cannot be read", file.display()))?;
    anyhow::ensure!(
        bytes.len() as u64 <= limit,
        "`{}` is larger than {limit} bytes",
        file.display()
    );
    let source = Source::from_bytes(file, bytes);
    if let Some(span) = source.invalid_utf8().first() {
        anyhow::bail!(
            "`{}` is not UTF-8 text: see byte {}",
            file.display(),
            span.start
        );
    }
    Ok(source)
}

/// What import could not place, shown in the text.
fn findings(source: Source, imported: &Imported, terminal: &Terminal) -> String {
    let mut sources = SourceMap::new();
    sources.insert(SourceId(0), Arc::new(source));
    let report = Report {
        findings: &imported.diagnostics,
        notices: &[],
        sources: &sources,
        checked: render::Checked::default(),
    };
    render::findings(&report, terminal)
}

/// What was written, and what was inferred from what.
fn report(folder: &Path, imported: &Imported, terminal: &Terminal) -> String {
    let summary = &imported.summary;
    let mut out = format!(
        "{}: {} records, {} articles in {}\n",
        folder.display(),
        imported.records.len(),
        summary.articles,
        summary.components.join(", "),
    );
    let rows = [
        (
            "language",
            summary.language.value.clone(),
            &summary.language.evidence,
        ),
        (
            "style",
            summary.style.value.to_string(),
            &summary.style.evidence,
        ),
        (
            "profile",
            summary.profile.value.to_string(),
            &summary.profile.evidence,
        ),
    ];
    for (name, value, evidence) in rows {
        let first = format!("  {name:<9}  ");
        let text = format!(
            "{} ({})",
            render::visible(&value),
            render::visible(evidence)
        );
        out.push_str(&paragraph(&text, &first, "             ", terminal.width));
    }
    out
}
