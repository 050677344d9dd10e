//! Every style of definition, in sentences of our own.

use proptest::prelude::*;

use super::{Definition, Duplicate};
use crate::analysis::trial::{article, instrument};
use crate::analysis::{Analysis, Fact, Lexicon, Reading};
use crate::model::Instrument;

fn lexicon() -> Lexicon {
    Lexicon::new(Vec::<(&str, Vec<&str>)>::new()).unwrap()
}

/// `term | form | body` of each definition.
fn rows(instrument: &Instrument) -> Vec<String> {
    let lexicon = lexicon();
    let reading = Reading::new(instrument, &lexicon);
    Definition::all(&reading)
        .iter()
        .map(|one| {
            let body = one.body.map_or("", |place| instrument.words(place));
            format!("{} | {} | {body}", one.word, one.form.as_str())
        })
        .collect()
}

fn defined(text: &str) -> Vec<String> {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    rows(&article("Duties of the carrier", &text))
}

fn listed(text: &str) -> Vec<String> {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    rows(&article("Use of terms", &text))
}

#[test]
fn quoted_terms_in_every_style() {
    for (text, row) in [
        (
            "“Raft” shall mean a flat boat.",
            "raft | means | a flat boat.",
        ),
        ("a “raft” means a flat boat;", "raft | means | a flat boat;"),
        ("‘Raft’ means a flat boat", "raft | means | a flat boat"),
        ("``raft\" means a flat boat;", "raft | means | a flat boat;"),
        (
            "the term „raft” includes a flat boat.",
            "raft | includes | a flat boat.",
        ),
        (
            "the expression “raft” denotes a flat boat.",
            "raft | means | a flat boat.",
        ),
        (
            "the word “raft” shall include flat boats.",
            "raft | includes | flat boats.",
        ),
        (
            "“Raft”, which includes a float, shall mean a flat boat.",
            "raft | means | a flat boat.",
        ),
        (
            "“Raft” (R) means a flat boat.",
            "raft | means | a flat boat.",
        ),
        (
            "The term “raft” as used in this Article means a flat boat.",
            "raft | means | a flat boat.",
        ),
        (
            "“Raft” means and includes a float.",
            "raft | means-and-includes | a float.",
        ),
        (
            "“Raft” means a boat, and includes a float.",
            "raft | means-and-includes | a boat, and includes a float.",
        ),
        (
            "“Raft” has the meaning assigned to it in the Rules.",
            "raft | by-reference | assigned to it in the Rules.",
        ),
        (
            "References to a “raft” shall apply to a float.",
            "raft | refers-to | a float.",
        ),
        ("“Raft”: a flat boat.", "raft | means | a flat boat."),
        ("“Raft” – a flat boat.", "raft | means | a flat boat."),
        (
            "The term “raft” shall be deemed to include a float.",
            "raft | includes | a float.",
        ),
        (
            "By “raft” is meant a flat boat.",
            "raft | means | a flat boat.",
        ),
        (
            "« Radeau » désigne un bateau plat.",
            "radeau | means | un bateau plat.",
        ),
        (
            "l’expression « radeau » s'entend d'un bateau.",
            "radeau | means | d'un bateau.",
        ),
        (
            "On entend par « radeau » un bateau plat.",
            "radeau | means | un bateau plat.",
        ),
        (
            "le terme „radeau” comprend le bac;",
            "radeau | includes | le bac;",
        ),
    ] {
        assert_eq!(defined(text), [row], "{text}");
    }
}

#[test]
fn several_terms_share_an_entry() {
    assert_eq!(
        defined("“Mooring” or “berthing” means making fast."),
        [
            "mooring | means | making fast.",
            "berthing | means | making fast."
        ]
    );
    assert_eq!(
        defined("the terms “raft”, “float” and “buoy” have the meanings given in the Rules;"),
        [
            "raft | by-reference | given in the Rules;",
            "float | by-reference | given in the Rules;",
            "buoy | by-reference | given in the Rules;"
        ]
    );
}

#[test]
fn terms_without_marks() {
    assert_eq!(
        defined("For the purpose of this Agreement the term raft means any flat boat."),
        ["raft | means | any flat boat."]
    );
    assert_eq!(
        defined("Harbour master means the officer in charge."),
        ["harbour master | means | the officer in charge."]
    );
    assert_eq!(
        listed("Harbour dues: sums paid on entry;"),
        ["harbour dues | means | sums paid on entry;"]
    );
    assert_eq!(
        listed("“Rafts” are flat boats that float."),
        ["rafts | means | flat boats that float."]
    );
}

#[test]
fn short_names() {
    for (text, row) in [
        (
            "The Harbour Fund (hereinafter referred to as “the Fund”) shall pay.",
            "fund | hereinafter | ",
        ),
        (
            "The Harbour Fund, hereinafter called the Fund, shall pay.",
            "fund | hereinafter | ",
        ),
        (
            "The Harbour Fund (“the Fund”) shall pay.",
            "fund | hereinafter | ",
        ),
        (
            "Le Fonds portuaire, ci-après dénommé « le Fonds », paie.",
            "fonds | hereinafter | ",
        ),
        (
            "Le Comité des ports, désigné ci-après le Comité, siège.",
            "comité | hereinafter | ",
        ),
    ] {
        assert_eq!(defined(text), [row], "{text}");
    }
}

#[test]
fn other_words_define_nothing() {
    for text in [
        "Parties may use electronic means.",
        "Requests shall be sent by all means, including telefax.",
        "Such means shall be the least harmful.",
        "Measuring points thus include the gates.",
        "It shall settle disputes by any peaceful means the Parties choose.",
        "acts causing serious” damage” to rafts means trouble",
        "The list, marked “provisional”, includes an index.",
        "The term shall in any case include floats.",
        "If a Party fails to designate an arbitrator, the President shall.",
        "goods taxed on entry (‘invoer’) are free",
        "The Parties' rights and the State's duties are equal.",
    ] {
        assert_eq!(defined(text), [""; 0], "{text}");
    }
}

#[test]
fn an_entry_ends_where_the_next_begins() {
    assert_eq!(
        defined("“Raft” means a flat boat; “float” means a raft of cork."),
        [
            "raft | means | a flat boat;",
            "float | means | a raft of cork."
        ]
    );
}

#[test]
fn a_list_carries_a_definiens() {
    let treaty = instrument(
        "id: x\ntitle: A convention\n",
        &[
            "article: '1'\nparagraphs:\n  - text: 'For the purposes of this Convention:'\n    points:\n      - num: a\n        \
           text: '“carrier” means:'\n        points: [{num: i, text: whoever carries}, {num: ii, text: whoever tows}]\n",
        ],
    );
    let lexicon = lexicon();
    let reading = Reading::new(&treaty, &lexicon);
    let found = Definition::all(&reading);
    assert_eq!(found.len(), 1);
    let words: Vec<_> = found[0]
        .definiens(&reading)
        .into_iter()
        .map(|place| treaty.words(place))
        .collect();
    assert_eq!(words, ["whoever carries", "whoever tows"]);
    assert_eq!(
        found[0].scope_words.map(|place| treaty.words(place)),
        Some("For the purposes of this Convention")
    );
}

#[test]
fn an_amendment_is_not_the_instruments_own() {
    let text = "Article 3 of the Convention shall be replaced by the following:\\n“1. “Raft” means a boat.”";
    assert_eq!(defined(text), [""; 0]);
}

fn analysed(records: &[&str]) -> Vec<(String, u32, u32, &'static str)> {
    let treaty = instrument("id: x\ntitle: A convention\n", records);
    let lexicon = lexicon();
    let analysis = Analysis::new(&treaty, &lexicon);
    let found = analysis.definitions.iter();
    found
        .map(|one| {
            let twice = match one.duplicate {
                Duplicate::None => "none",
                Duplicate::SameText(_) => "same",
                Duplicate::DifferentText(_) => "different",
            };
            (one.word.clone(), one.uses, one.variant_uses, twice)
        })
        .collect()
}

#[test]
fn uses_are_counted_and_dead_definitions_do_not_use() {
    let found = analysed(&[
        "article: '1'\ntext: 'For the purposes of this Convention:'\npoints:\n  \
         - {num: a, text: '“raft” means a flat boat;'}\n  \
         - {num: b, text: '“flotilla” means several rafts under one tug;'}\n  \
         - {num: c, text: '“tug” means a boat that tows;'}\n  \
         - {num: d, text: '“mooring” means making fast;'}\n  \
         - {num: e, text: '“salvage” or “towage” means help at sea;'}\n",
        "article: '2'\ntext: No one shall board a raft. Ships shall be moored. Salvage is free.\n",
    ]);
    assert_eq!(
        found,
        [
            ("raft".to_owned(), 1, 0, "none"),
            ("flotilla".to_owned(), 0, 0, "none"),
            ("tug".to_owned(), 0, 0, "none"),
            ("mooring".to_owned(), 0, 1, "none"),
            ("salvage".to_owned(), 1, 0, "none"),
            ("towage".to_owned(), 0, 1, "none"),
        ]
    );
}

#[test]
fn a_scope_limits_uses_and_rivals() {
    let found = analysed(&[
        "article: '1'\ntext: '“Raft” means a flat boat.'\n",
        "article: '2'\ntext: 'For the purpose of this article, “raft” means a float. A raft shall be lit.'\n",
        "article: '3'\ntext: '“Raft” means a barge.'\n",
        "article: '4'\ntext: A raft shall be marked.\n",
    ]);
    assert_eq!(
        found,
        [
            ("raft".to_owned(), 1, 0, "none"),
            // Its paragraph uses it in the next sentence, which is not part of the entry.
            ("raft".to_owned(), 1, 0, "none"),
            // Whoever means a raft means the first.
            ("raft".to_owned(), 0, 1, "different"),
        ]
    );
}

proptest! {
    /// Whatever the text: no panic, every place lies in its text, and every term in its entry.
    #[test]
    fn any_text_is_read(
        words in proptest::collection::vec(
            prop_oneof![
                Just("“raft”"), Just("\"float\""), Just("« bac »"), Just("``x\""), Just("''"), Just("‘"), Just("”"),
                Just("means"), Just("shall mean"), Just("the term"), Just("(hereinafter"), Just("referred to as"),
                Just(")"), Just(":"), Just("–"), Just(";"), Just("."), Just("ci-après"), Just("l'"), Just("é"),
                Just("includes"), Just(","), Just("in this article"), Just("désigne"), Just("on entend par"),
                Just("for the purposes of paragraph 2"), Just("漢字"), Just("Raft"), Just("\u{ad}"),
            ],
            0..14,
        ),
        joint in prop_oneof![Just(" "), Just(""), Just("\n ")],
    ) {
        let text = words.join(joint).replace('\\', "\\\\").replace('"', "\\\"");
        let treaty = article("Use of terms", &text.replace('\n', " "));
        let lexicon = lexicon();
        let analysis = Analysis::new(&treaty, &lexicon);
        for one in &analysis.definitions {
            let whole = treaty.record(one.place.record).part_str(one.place.unit, one.place.part);
            for place in [Some(one.place), Some(one.term), one.body, one.verb].into_iter().flatten() {
                prop_assert!(whole.get(place.range()).is_some(), "{place:?} in {whole:?}");
            }
            prop_assert!(!treaty.words(one.term).is_empty());
        }
        for one in &analysis.term_uses {
            prop_assert!(!treaty.words(one.place()).is_empty());
        }
    }
}
