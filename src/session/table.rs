//! The relations of instruments, as tables.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::Value as Json;

use super::instrument::model_of;
use super::{Lints, Observer, SessionError, walk};
use crate::analysis::{Analysis, Cell, Fact, RELATIONS, Relation, Value, relation};
use crate::config::Settings;
use crate::model::{Instrument, locator};
use crate::render::Table;

/// Columns that every table begins with: where a row stands.
const WHERE: [&str; 4] = ["instrument", "path", "line", "place"];

/// The rows of a relation, of all instruments of `paths`, which are relative to `base`.
///
/// # Errors
///
/// If there is no such relation, or a path leads nowhere.
pub fn table(
    name: &str,
    paths: &[PathBuf],
    base: &Path,
    settings: &Settings,
    observer: &dyn Observer,
) -> Result<Table, SessionError> {
    let Some(relation) = relation(name) else {
        let all: Vec<_> = RELATIONS.iter().map(|relation| relation.name).collect();
        return Err(SessionError::Table {
            name: name.to_owned(),
            all: all.join(", "),
        });
    };
    let found = walk::find(paths, base)?;
    if found.instruments.is_empty() {
        return Err(SessionError::Nothing);
    }
    let lints = Lints::load(&settings.lints, base, found.len())?;
    let parts: Vec<Vec<Vec<Json>>> = found
        .instruments
        .par_iter()
        .map(|folder| {
            let Some((instrument, paths)) = model_of(folder, &settings.limits, observer) else {
                return Vec::new();
            };
            let lexicon = lints.catalogue.lexicon(&instrument.language);
            let analysis = Analysis::new(&instrument, &lexicon);
            let facts = analysis.rows(relation.name).unwrap_or_default();
            let asked = |fact: &&dyn Fact| {
                let record = instrument.record(fact.place().record);
                found.is_asked(&folder.path.join(&record.path))
            };
            let rows = facts.into_iter().filter(asked);
            rows.map(|fact| row(&instrument, &paths, relation, fact))
                .collect()
        })
        .collect();
    let names = WHERE
        .into_iter()
        .chain(relation.columns.iter().map(|column| column.name));
    Ok(Table {
        columns: names.map(str::to_owned).collect(),
        rows: parts.into_iter().flatten().collect(),
    })
}

fn row(
    instrument: &Instrument,
    sources: &crate::text::SourceMap,
    relation: &Relation,
    fact: &dyn Fact,
) -> Vec<Json> {
    let place = fact.place();
    let (id, span) = instrument.span(place);
    let source = sources.source(id);
    let path = source.map(|source| source.path().to_string_lossy().into_owned());
    let line = source.map(|source| source.line_column(span.start).line);
    let mut row = vec![
        Json::from(instrument.id.as_str()),
        Json::from(path),
        Json::from(line),
        Json::from(locator(instrument, place).to_string()),
    ];
    row.extend((0..relation.columns.len()).map(|column| cell(instrument, &fact.cell(column))));
    row
}

/// The value; where there is none, the words.
fn cell(instrument: &Instrument, cell: &Cell<'_>) -> Json {
    match (&cell.value, cell.place) {
        (Some(Value::Word(word)), _) => Json::from(word.as_ref()),
        (Some(Value::Number(number)), _) => Json::from(*number),
        (Some(Value::Flag(flag)), _) => Json::from(*flag),
        (Some(Value::List(words)), _) => words.iter().map(|word| word.as_ref()).collect(),
        (None, Some(place)) => Json::from(instrument.words(place)),
        (None, None) => Json::Null,
    }
}
