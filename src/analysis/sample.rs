//! Instruments for the tests of this layer, from short YAML.

use std::path::PathBuf;

use super::{Fact, Lexicon, Reading, Relation, Value};
use crate::model::{Instrument, RecordFile, build};
use crate::text::SourceId;
use crate::yaml::{Limits, parse};

/// Builds an instrument: `instrument.yaml` without its id, then (path, YAML) of each record.
pub(super) fn instrument(head: &str, records: &[(&str, &str)]) -> Instrument {
    let file = |at: u32, path: &str, text: &str| {
        let source = SourceId(at);
        let parsed = parse(source, &text.into(), &Limits::default());
        assert_eq!(parsed.faults, [], "{path}");
        RecordFile {
            path: PathBuf::from(path),
            source,
            tree: parsed.tree.unwrap().into(),
        }
    };
    let head = file(0, "instrument.yaml", &format!("id: sample\n{head}\n"));
    let files = (1..)
        .zip(records)
        .map(|(at, (path, text))| file(at, path, text))
        .collect();
    let (instrument, faults) = build(head, files, "sample");
    assert_eq!(faults, []);
    instrument
}

/// Reads an instrument without a lexicon and hands the reading to `test`.
pub(super) fn read<R>(instrument: &Instrument, test: impl FnOnce(&Reading<'_>) -> R) -> R {
    let lexicon = Lexicon::new(Vec::<(&str, Vec<&str>)>::new()).unwrap();
    test(&Reading::new(instrument, &lexicon))
}

/// A row as a line: the columns named, with ` | ` between; words for what has no value.
pub(super) fn line(
    reading: &Reading<'_>,
    relation: &Relation,
    columns: &[&str],
    fact: &dyn Fact,
) -> String {
    let cells: Vec<String> = columns
        .iter()
        .map(|name| {
            let at = relation
                .columns
                .iter()
                .position(|column| column.name == *name)
                .unwrap_or_else(|| panic!("no column {name}"));
            let cell = fact.cell(at);
            match (cell.value, cell.place) {
                (Some(Value::Word(word)), _) => word.into_owned(),
                (Some(Value::Number(number)), _) => number.to_string(),
                (Some(Value::Flag(flag)), _) => flag.to_string(),
                (Some(Value::List(words)), _) => words.join("+"),
                (None, Some(place)) => reading.words(place).to_owned(),
                (None, None) => String::new(),
            }
        })
        .collect();
    cells.join(" | ")
}
