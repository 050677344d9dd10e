//! Faults of lint files.

use treatylint::schema::SchemaKind;

use super::{KINDS, check};

const LINT: &str = "\
id: passive-personality-unconditioned
summary: jurisdiction over acts abroad because the victim is a national, without conditions
since: 0.1.0
tags: [jurisdiction]
detector:
  fact: bases
  where: {basis: passive-personality, conditions: none}
outcomes:
  - when: {force: mandatory}
    severity: warning
    confidence: high
    message: every Party must claim jurisdiction wherever a national is a victim
  - severity: note
    confidence: high
    message: jurisdiction may follow the victim's nationality
labels: {basis: the victim's nationality is the link, modal: this makes it mandatory}
identity: []
help: condition it
rationale: |
  It reaches everywhere.
sources: [{cite: C, where: p. 3, url: https://example.org}]
examples:
  fail: [{kind: jurisdiction, text: a crime ⟦against a national of that Party⟧, outcome: 2, fixed: \"…\"}]
  pass: [{kind: jurisdiction, text: a crime in its territory, why: territorial, near: true}]
";

/// The lint above with another detector.
fn with_detector(detector: &str) -> String {
    let (before, rest) = LINT.split_once("detector:\n").expect("it has one");
    let (_, after) = rest.split_once("outcomes:").expect("it has outcomes");
    format!("{before}detector:\n{detector}outcomes:{after}")
}

#[test]
fn every_kind_of_detector_fits() {
    check(SchemaKind::Lint, LINT, &[]);
    for detector in [
        "  fact: bases\n  where: {basis: [a, b], n: {min: 2}, t: {not: x}, definitions.term: yes}\n\
         \x20 join: {fact: definitions, on: article}\n  none:\n    - {phrase: x, on: article}\n\
         \x20 count: {min: 2, per: article}\n",
        "  phrase: {lexicon: cyber.vague-degree}\n  in: {kinds: [offence], parts: [text]}\n\
         \x20 unless: {phrase: [or both], within: sentence}\n  with: [{phrase: a, side: before, gap: 3}]\n",
        "  pair: [not, [unless, without]]\n  gap: 12\n  within: sentence\n",
        "  consistent: modals\n  column: modal\n  per: article\n  majority: 0.7\n  min: 3\n",
        "  count: references\n  per: paragraph\n  min: 7\n",
        "  absent: {phrase: consult, in: {kinds: [jurisdiction]}}\n  from: instrument\n\
         \x20 given: {fact: bases}\n  at: heading\n",
        "  change: safeguards\n  how: [removed]\n  before: {scope: article}\n",
        "  all:\n    - phrase: a\n    - {not: {phrase: b}, on: sentence}\n",
        "  any: [{phrase: a}, {analysis: long-sentence, parameters: {words: 73, but: [a, 1]}}]\n",
    ] {
        check(SchemaKind::Lint, &with_detector(detector), &[]);
    }
}

#[test]
fn only_the_chosen_kind_of_detector_is_judged() {
    const RELATIONS: &str = "`provisions`, `sentences`, `modals`, `references`, `definitions`, \
        `term_uses`, `offences`, `elements`, `catch-alls`, `notions`, `bases`, `powers`, `safeguards`, `reach`, `cooperation`, \
        `grounds`, `data`, `numbering`, `brackets`, `changes`";
    let column = "help: a column is named in small letters, such as `basis` or `definitions.term`";
    for (detector, expected) in [
        (
            "  fact: basis\n  were: {a: b}\n  where: {Basis: x, y: {mn: 1}, z: []}\n",
            vec![
                format!(
                    "6:9 \"basis\": `basis` is not a value that `fact` can have \
                     | note: the values are {RELATIONS} | help: did you mean `bases`?"
                ),
                "7:3 \"were\": `were` is not a field of a fact detector \
                 | help: did you mean `where`?"
                    .to_owned(),
                format!("8:11 \"Basis\": `Basis` cannot stand as a name in `where` | {column}"),
                "8:25 \"mn\": `mn` is not a field of a test | help: the fields are `all`, \
                 `differs-from`, `lexicon`, `max`, `min`, `not`, `present`, `same-as`"
                    .to_owned(),
                "8:36 \"[]\": `z` is an empty list".to_owned(),
            ],
        ),
        (
            "  phrse: x\n",
            vec![
                "6:3 \"phrse\": `phrse` is not a field of a detector | help: did you mean `phrase`?"
                    .to_owned(),
            ],
        ),
        (
            "  where: {a: b}\n",
            vec![
                "6:3 \"where\": `where` is not a field of a detector | help: the fields are \
                 `absent`, `all`, `analysis`, `any`, `change`, `consistent`, `count`, `fact`, `not`, \
                 `pair`, `phrase`"
                    .to_owned(),
            ],
        ),
        ("  {}\n", vec!["6:3 \"{}\": a detector cannot be empty".to_owned()]),
        (
            "  fact: bases\n  phrase: x\n",
            vec![
                "7:3 \"phrase\": `phrase` is not a field of a fact detector | help: the fields are \
                 `count`, `fact`, `given`, `in`, `join`, `none`, `on`, `same`, `where`"
                    .to_owned(),
            ],
        ),
        (
            "  all: [{phrase: a}, {pair: [a], gap: 1000}]\n  none: {phrase: [x, '', 7]}\n",
            vec![
                "6:29 \"[a]\": `pair` has 1 entry, but needs 2".to_owned(),
                "6:39 \"1000\": `gap` must be 200 or less".to_owned(),
                "7:22 \"''\": an entry of `phrase` is empty \
                 | help: write it, or leave the field out"
                    .to_owned(),
                "7:26 \"7\": an entry of `phrase` must be text, but 7 is a number \
                 | help: put it in quotes: `\"7\"`"
                    .to_owned(),
            ],
        ),
        (
            "  analysis: Long\n  parameters: {words: {b: c}}\n",
            vec![
                "6:13 \"Long\": `Long` is not how `analysis` is written | help: a name is written \
                 in small letters with hyphens, such as `dangling-reference`"
                    .to_owned(),
                "7:23 \"{b: c}\": `words` must be `true` or `false`, a number, text or a list, not \
                 a group of fields"
                    .to_owned(),
            ],
        ),
        (
            "  consistent: modals\n",
            vec![
                "5:1 \"detector\": a consistency detector needs the field `column` | help: \
                 `column`: The name of a column, with that of a joined relation before it where it \
                 is not the first: `basis`, `definitions.term`."
                    .to_owned(),
            ],
        ),
    ] {
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check(SchemaKind::Lint, &with_detector(detector), &expected);
    }
}

#[test]
fn an_outcome_speaks_or_is_silent() {
    let outcome = |text: &str| {
        let (before, rest) = LINT.split_once("outcomes:\n").expect("it has outcomes");
        let (_, after) = rest.split_once("labels:").expect("it has labels");
        format!("{before}outcomes:\n{text}labels:{after}")
    };
    check(
        SchemaKind::Lint,
        &outcome("  - {when: {a: b}, silent: true, why: bounded}\n"),
        &[],
    );
    check(
        SchemaKind::Lint,
        &outcome("  - {when: {a: b}, silent: true}\n  - {severity: warn, message: m}\n"),
        &[
            "9:20 \"silent\": an outcome needs the field `why` | help: `why`: Why nothing is said; \
             for those who read the lint.",
            "10:6 \"severity\": an outcome needs the field `confidence` | help: `confidence`: How \
             often a finding like this is right.",
            "10:16 \"warn\": `warn` is not a value that `severity` can have | note: the values are \
             `error`, `warning`, `note` | help: did you mean `warning`?",
        ],
    );
}

#[test]
fn an_example_is_a_text_a_record_an_instrument_or_a_pair_of_drafts() {
    let example = |text: &str| LINT.replace("{kind: jurisdiction, text: a crime in its", text);
    for sound in [
        "{record: {article: '1', text: x}, why: x}, {text: its",
        "{instrument: {provisions: [{article: '1'}], excerpt: true}}, {text: its",
        "{before: a, after: {provisions: [{article: '1'}]}}, {text: its",
    ] {
        check(SchemaKind::Lint, &example(sound), &[]);
    }
    check(
        SchemaKind::Lint,
        &example("{kind: extraditon, txt: x}, {before: a}, {text: its"),
        &[
            "24:11 \"kind\": an example needs a `text`, a `record`, an `instrument`, or `before` and \
             `after` | help: `text`: The text of a provision. In one that fails ⟦ and ⟧ stand around \
             the words of each finding.",
            &format!(
                "24:17 \"extraditon\": `extraditon` is not a value that `kind` can have \
                 | note: the values are {KINDS} | help: did you mean `extradition`?"
            ),
            "24:29 \"txt\": `txt` is not a field of a passing example | help: did you mean `text`?",
            "24:39 \"before\": a passing example needs the field `after` | help: `after`: The later \
             draft: a text, or a whole instrument.",
        ],
    );
}
