//! Records in order, divisions found, units named.

use super::*;
use crate::model::{Part, Place, RecordId, locator};
use crate::yaml::{Limits, parse};

const HEAD: &str = "\
id: sample-2027
title: Sample convention
divisions:
  - type: chapter
    num: I
    divisions: [{type: section, num: '1'}, {type: section, num: '2'}]
  - {type: chapter, num: II, heading: Powers}
components:
  - component: annex-1
    divisions: [{type: chapter, num: I}]
";

fn file(at: u32, path: &str, text: &str) -> RecordFile {
    let source = SourceId(at);
    let parsed = parse(source, &text.into(), &Limits::default());
    assert_eq!(parsed.faults, []);
    RecordFile {
        path: path.into(),
        source,
        tree: parsed.tree.unwrap().into(),
    }
}

fn sample(records: &[(&str, &str)]) -> (Instrument, Vec<Diagnostic>) {
    let files = (1..)
        .zip(records)
        .map(|(at, (path, text))| file(at, path, text))
        .collect();
    build(file(0, "instrument.yaml", HEAD), files, "fallback")
}

fn articles(instrument: &Instrument) -> Vec<String> {
    let provisions = instrument.provisions();
    provisions
        .map(|(id, _)| {
            let place = Place {
                record: id,
                unit: UnitId::ROOT,
                part: Part::Num,
                start: 0,
                end: 0,
            };
            locator(instrument, place).article
        })
        .collect()
}

#[test]
fn records_stand_in_the_order_of_the_instrument_not_of_the_files() {
    let (instrument, faults) = sample(&[
        ("annex-1/art-001.yaml", "article: '1'\ntext: x\n"),
        ("art-010.yaml", "article: '10'\ntext: x\nin: [chapter II]\n"),
        (
            "art-002bis.yaml",
            "article: 2bis\ntext: x\nin: [Chapter  i, section 1]\n",
        ),
        (
            "art-002.yaml",
            "article: '2'\ntext: x\nin: [chapter I, section 1]\n",
        ),
        (
            "art-003.yaml",
            "article: '3'\ntext: x\nin: [chapter I, section 2]\n",
        ),
        ("preamble.yaml", "text: x\n"),
    ]);
    assert_eq!(faults, []);
    assert_eq!(
        articles(&instrument),
        ["preamble", "2", "2bis", "3", "10", "annex-1/1"]
    );
}

#[test]
fn a_division_that_is_not_there_is_a_fault_at_the_path() {
    let (_, faults) = sample(&[("art-1.yaml", "article: '1'\nin: [chapter III]\n")]);
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].lint, "division-not-found");
    assert_eq!(faults[0].primary().span.range(), 17..30);
}

#[test]
fn a_component_has_divisions_of_its_own() {
    let (instrument, faults) = sample(&[("annex-1/a.yaml", "article: '1'\nin: [chapter I]\n")]);
    assert_eq!(faults, []);
    let record = instrument.record(RecordId(1));
    assert_eq!(
        instrument.division_name(record.division),
        "annex-1, chapter I"
    );
}

#[test]
fn units_stand_in_the_order_of_the_text_and_have_names() {
    let (instrument, _) = sample(&[(
        "art-007.yaml",
        "article: '7'\nparagraphs:\n  - num: '1'\n    text: one\n    points:\n      - num: a\n        \
         points: [{num: ii, text: deep}]\n      - {num: b, text: b}\n  - text: two\n",
    )]);
    let record = instrument.record(RecordId(1));
    let names: Vec<_> = record
        .units()
        .map(|(unit, _)| {
            let place = Place {
                record: RecordId(1),
                unit,
                part: Part::Text,
                start: 0,
                end: 0,
            };
            let locator = locator(&instrument, place);
            (locator.to_string(), locator.eid)
        })
        .collect();
    let expected = [
        ("art. 7", "art_7"),
        ("art. 7(1)", "art_7__para_1"),
        ("art. 7(1)(a)", "art_7__para_1__point_a"),
        ("art. 7(1)(a)(ii)", "art_7__para_1__point_a__point_ii"),
        ("art. 7(1)(b)", "art_7__para_1__point_b"),
        ("art. 7(2nd unnumbered)", "art_7__para_u2"),
    ];
    assert_eq!(
        names,
        expected.map(|(name, eid)| (name.to_owned(), eid.to_owned()))
    );
}
