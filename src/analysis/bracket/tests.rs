//! Brackets and what they are for.

use proptest::prelude::*;

use super::super::sample::{instrument, line, read};
use super::{Bracket, RELATION};

fn rows(head: &str, text: &str) -> Vec<String> {
    let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
    let record = format!("article: '1'\ntext: \"{quoted}\"\n");
    let instrument = instrument(head, &[("a.yaml", &record)]);
    read(&instrument, |reading| {
        Bracket::all(reading)
            .iter()
            .map(|row| line(reading, &RELATION, &["kind", "content"], row))
            .collect()
    })
}

const DRAFT: &str = "title: T";
const QUOTED: &str = "title: T\nexcerpt: true";

#[test]
fn what_is_not_agreed() {
    assert_eq!(
        rows(
            DRAFT,
            "Parties [shall] [should] cooperate [to the extent possible]."
        ),
        [
            "alternative | shall",
            "alternative | should",
            "bracketed-text | to the extent possible"
        ]
    );
    assert_eq!(
        rows(DRAFT, "Parties shall/should act and/or wait."),
        ["alternative | shall/should"]
    );
    assert_eq!(
        rows(DRAFT, "Parties [shall/may] act."),
        ["alternative | shall/may"]
    );
    assert_eq!(
        rows(DRAFT, "Option 1: each Party acts."),
        ["alternative | Option 1"]
    );
    assert_eq!(
        rows(DRAFT, "Text [in [nested] brackets] here"),
        [
            "bracketed-text | in [nested] brackets",
            "bracketed-text | nested"
        ]
    );
}

#[test]
fn slots_and_numbers() {
    assert_eq!(
        rows(
            DRAFT,
            "Within [number] days, [  ] copies, ____ votes, TBD, [to be determined]."
        ),
        [
            "placeholder | number",
            "placeholder |   ",
            "placeholder | ____",
            "placeholder | TBD",
            "placeholder | to be determined"
        ]
    );
    assert_eq!(
        rows(DRAFT, "Within [30] days at [5 %]"),
        ["number | 30", "number | 5 %"]
    );
    assert_eq!(
        rows(DRAFT, "[30] [60] days"),
        ["alternative | 30", "alternative | 60"]
    );
}

#[test]
fn compounds_files_and_columns_are_settled() {
    let kinds = |text: &str| {
        rows(DRAFT, text)
            .into_iter()
            .map(|row| row.split(" | ").next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    for compound in [
        "5-[1-(methylamino)propyl]indole",
        "benzo[c,d]pyran",
        "benzo [c,d ] pyran",
    ] {
        assert_eq!(kinds(compound), ["number"], "{compound}");
    }
    assert_eq!(kinds("Your note, nr [KLM-2019.4711], of May"), ["number"]);
    assert_eq!(kinds("| Ozone | [a] |[b] |"), ["footnote", "footnote"]);
    assert_eq!(kinds("the [sub-]regional office"), ["bracketed-text"]);
}

#[test]
fn what_only_looks_unsettled() {
    assert_eq!(
        rows(
            QUOTED,
            "[a] State Party […] and [n]othing is [they] said, [shall] it"
        ),
        [
            "editorial | a",
            "editorial | …",
            "editorial | n",
            "editorial | they",
            "bracketed-text | shall"
        ]
    );
    assert_eq!(
        rows(DRAFT, "Done[1] at Ghent.[^2]"),
        ["footnote | 1", "footnote | ^2"]
    );
    assert_eq!(
        rows(DRAFT, "See [the site](https://x.example)."),
        ["link | the site"]
    );
    assert_eq!(
        rows(DRAFT, "[Red: a note] and [sic]"),
        ["editorial | Red: a note", "editorial | sic"]
    );
    assert_eq!(
        rows(DRAFT, "[Entry into Force] This Act enters into force."),
        ["editorial | Entry into Force"]
    );
    assert_eq!(
        rows(DRAFT, "[Acts done abroad] “Act” means any of them."),
        ["editorial | Acts done abroad"]
    );
    assert_eq!(
        rows(DRAFT, "[Each Party shall report.] It shall publish."),
        ["bracketed-text | Each Party shall report."]
    );
    assert_eq!(rows(DRAFT, "the sum [a + b] / 2"), ["number | a + b"]);
    assert_eq!(rows(DRAFT, "The option is open to all."), [""; 0]);
}

#[test]
fn partners_are_sought_in_the_whole_record() {
    assert_eq!(
        rows(DRAFT, "Text ] here [ there"),
        ["unbalanced | ]", "unbalanced | ["]
    );
    let record =
        "article: '1'\nparagraphs:\n  - {num: '1', text: '[One.'}\n  - {num: '2', text: 'Two.]'}\n";
    let instrument = instrument(DRAFT, &[("a.yaml", record)]);
    let found = read(&instrument, |reading| {
        let rows = Bracket::all(reading);
        let columns = ["kind", "content", "partner"];
        rows.iter()
            .map(|row| line(reading, &RELATION, &columns, row))
            .collect::<Vec<_>>()
    });
    assert_eq!(found, ["bracketed-text | [ | ]"]);
}

proptest! {
    #[test]
    fn brackets_of_any_text_lie_in_it(text in "[\\[\\]a-cé/_ .…0-9]{0,60}") {
        let open = text.matches(['[', ']']).count();
        let found = rows(DRAFT, &text);
        let paired = found.iter().filter(|row| row.contains('/') || row.contains('_')).count();
        prop_assert!(found.len() <= open + paired);
    }
}
