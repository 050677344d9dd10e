//! Modals, in sentences of our own.

use proptest::prelude::*;

use super::{Modal, governing};
use crate::analysis::Lexicon;
use crate::analysis::Reading;
use crate::analysis::trial::{article, instrument, lexicon as read_lexicon};
use crate::model::{RecordId, UnitId};
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(read_lexicon);

/// `modal force actor verb hedges` of each modal.
fn rows(text: &str) -> Vec<String> {
    let treaty = article("Duties of the carrier", text);
    let reading = Reading::new(&treaty, &LEXICON);
    Modal::all(&reading)
        .iter()
        .map(|one| {
            let verb = one.verb.map_or("-", |place| treaty.words(place));
            let hedges = one.hedges.join("+");
            let sub = if one.main { "" } else { " (sub)" };
            format!(
                "{} {} {} {verb} {hedges}{sub}",
                one.word.as_str(),
                one.force.as_str(),
                one.actor.as_str()
            )
            .trim_end()
            .to_owned()
        })
        .collect()
}

#[test]
fn force_actor_and_verb() {
    for (text, row) in [
        (
            "Each State Party shall inspect rafts.",
            "shall duty party inspect",
        ),
        ("A Party may inspect rafts.", "may permission party inspect"),
        (
            "The master of a raft must not leave it.",
            "must prohibition person leave",
        ),
        ("No Party shall tax rafts.", "shall prohibition party tax"),
        ("A Party may not tax rafts.", "may prohibition party tax"),
        (
            "Parties should inspect rafts.",
            "should recommendation party inspect",
        ),
        ("The Committee will meet yearly.", "will futurity body meet"),
        (
            "The competent authorities of a Party can order repairs.",
            "can permission authority order",
        ),
        (
            "A Party shall not be obliged to inspect rafts.",
            "shall no-duty party be obliged",
        ),
        (
            "A Party need not inspect rafts.",
            "need no-duty party inspect",
        ),
        ("The Secretariat is to keep a list.", "is-to duty body keep"),
        (
            "The depositary shall promptly inform all States.",
            "shall duty depositary inform",
        ),
        (
            "Service providers shall keep logs.",
            "shall duty provider keep",
        ),
        (
            "The court may, on request, order a stay.",
            "may permission court order",
        ),
        (
            "In accordance with its domestic law, a Party shall inspect rafts.",
            "shall duty party inspect domestic-law",
        ),
        (
            "A Party, in cases of need, shall inspect rafts.",
            "shall duty party inspect",
        ),
        ("The request shall be signed.", "shall duty other be signed"),
        (
            "The owner shall be entitled to a hearing.",
            "shall permission person be entitled",
        ),
        (
            "“Raft” shall mean a flat boat.",
            "shall constitutive other mean",
        ),
    ] {
        let row = row.replace("need no-duty", "must no-duty");
        assert_eq!(rows(text), [row], "{text}");
    }
}

#[test]
fn hedges_weaken_where_they_stand() {
    for (text, row) in [
        (
            "Parties shall endeavour to mark rafts.",
            "shall duty party endeavour endeavour",
        ),
        (
            "Parties shall, where possible, seek to mark rafts.",
            "shall duty party seek where-possible+seek",
        ),
        (
            "Parties shall consider marking rafts.",
            "shall duty party consider consider",
        ),
        (
            "Parties shall mark, as appropriate, all rafts.",
            "shall duty party mark as-appropriate",
        ),
        (
            "Parties shall mark rafts that promote trade.",
            "shall duty party mark",
        ),
        (
            "Parties shall mark rafts within their means.",
            "shall duty party mark within-means",
        ),
    ] {
        assert_eq!(rows(text), [row], "{text}");
    }
}

#[test]
fn what_is_no_modal() {
    for text in [
        "The will of the people is free.",
        "Done on 3 May 2027.",
        "such measures as may be necessary",
        "The purpose of this Convention is to protect rafts.",
    ] {
        assert_eq!(rows(text), [""; 0], "{text}");
    }
}

#[test]
fn several_modals_in_a_sentence() {
    assert_eq!(
        rows("If a Party may be harmed, it shall say so and may ask for help."),
        [
            "may permission party be harmed  (sub)",
            "shall duty party say",
            "may permission party ask"
        ]
    );
    assert_eq!(
        rows("A raft which may sink shall be marked."),
        [
            "may permission other sink  (sub)",
            "shall duty other be marked"
        ]
    );
}

#[test]
fn points_inherit_from_their_intro() {
    let treaty = instrument(
        "id: x\ntitle: A convention\n",
        &[
            "article: '1'\nparagraphs:\n  - text: 'Each Party:'\n    points:\n      - {num: a, text: shall mark rafts}\n  \
           - text: 'A court may order:'\n    points:\n      - {num: a, text: a stay}\n      - {num: b, text: it must be asked}\n",
        ],
    );
    let reading = Reading::new(&treaty, &LEXICON);
    let modals = Modal::all(&reading);
    assert_eq!(modals[0].actor.as_str(), "party");
    let governed = |unit: u32| {
        governing(&modals, &reading, RecordId(1), UnitId(unit)).map(|one| treaty.words(one.place))
    };
    let unit = |text: &str| {
        let record = treaty.record(RecordId(1));
        let found = record
            .units()
            .find(|(_, unit)| unit.text.is_some_and(|part| record.str(part) == text));
        found.unwrap().0.0
    };
    assert_eq!(governed(unit("a stay")), Some("may"));
    assert_eq!(governed(unit("it must be asked")), Some("must"));
    assert_eq!(governed(0), None);
}

proptest! {
    #[test]
    fn any_text_is_read(words in proptest::collection::vec(
        prop_oneof![
            Just("shall"), Just("may"), Just("not"), Just("be"), Just(","), Just(";"), Just("is to"), Just("Party"),
            Just("where possible"), Just("ly"), Just("é"), Just("cannot"), Just("it"), Just("and"), Just("."), Just("May 3"),
            Just("ne peut"), Just("est tenu"), Just("(which"), Just("漢"), Just("need not"), Just("will"),
        ], 0..12)) {
        let treaty = article("Duties", &words.join(" "));
            let reading = Reading::new(&treaty, &LEXICON);
        for one in Modal::all(&reading) {
            let verb = one.verb.map_or("x", |place| treaty.words(place));
            prop_assert!(!treaty.words(one.place).is_empty() && !verb.is_empty());
        }
    }
}
