//! Sequences and what is wrong with them.

use super::super::sample::{instrument, line, read};
use super::{Numbering, RELATION};

/// The labels that are not `ok`, as `label | level | state | previous | expected`.
fn odd(head: &str, records: &[(&str, &str)]) -> Vec<String> {
    let instrument = instrument(head, records);
    read(&instrument, |reading| {
        Numbering::all(reading)
            .iter()
            .filter(|row| row.state.as_str() != "ok")
            .map(|row| {
                let columns = ["label", "level", "state", "previous", "expected"];
                line(reading, &RELATION, &columns, row)
            })
            .collect()
    })
}

/// Articles of the body by their labels.
fn articles(head: &str, labels: &[&str]) -> Vec<String> {
    let records: Vec<(String, String)> = labels
        .iter()
        .enumerate()
        .map(|(at, label)| {
            (
                format!("a-{at:02}.yaml"),
                format!("article: '{label}'\ntext: x\n"),
            )
        })
        .collect();
    let records: Vec<(&str, &str)> = records
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    odd(head, &records)
}

/// Points of one article by their labels.
fn points(labels: &[&str]) -> Vec<String> {
    let list: Vec<String> = labels
        .iter()
        .map(|label| format!("  - {{num: '{label}', text: x}}\n"))
        .collect();
    let record = format!("article: '1'\ntext: 'these:'\npoints:\n{}", list.concat());
    odd("title: T", &[("a.yaml", &record)])
}

const NONE: [&str; 0] = [];

#[test]
fn regular_sequences_are_silent() {
    assert_eq!(
        articles("title: T", &["1", "2", "2bis", "2 ter", "3"]),
        NONE
    );
    assert_eq!(articles("title: T", &["I", "II", "III", "IV", "V"]), NONE);
    assert_eq!(articles("title: T", &["VIII", "IX", "X"]).len(), 1);
    assert_eq!(
        points(&["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]),
        NONE
    );
    assert_eq!(points(&["i", "ii", "iii", "iv", "v"]), NONE);
    assert_eq!(points(&["1.1", "1.2", "2.1"]), NONE);
    assert_eq!(points(&["x", "y", "z", "aa", "bb"]).len(), 1);
}

#[test]
fn gaps_duplicates_and_disorder_are_told_apart() {
    assert_eq!(
        articles("title: T", &["1", "2", "4"]),
        ["4 | article | gap | 2 | 3"]
    );
    assert_eq!(
        articles("title: T", &["1", "2", "2"]),
        ["2 | article | duplicate | 2 | 3"]
    );
    assert_eq!(points(&["a", "c"]), ["c | point | gap | a | b"]);
    assert_eq!(
        points(&["a", "b", "b", "c"]),
        ["b | point | duplicate | b | c"]
    );
    assert_eq!(
        points(&["a", "c", "b", "d"]),
        [
            "c | point | gap | a | b",
            "b | point | out-of-order | c | d",
        ]
    );
    assert_eq!(points(&["i", "ii", "iv"]), ["iv | point | gap | ii | iii"]);
}

#[test]
fn an_excerpt_has_no_gaps() {
    assert_eq!(articles("title: T\nexcerpt: true", &["7", "35"]), NONE);
}

#[test]
fn article_x_is_a_number_only_among_its_like() {
    let placeholder = ["X | article | placeholder |  | "];
    assert_eq!(articles("title: T", &["1", "2", "X"]), placeholder);
    assert_eq!(
        articles("title: T\nexcerpt: true", &["X"]),
        ["X | article | placeholder |  | I"]
    );
    assert_eq!(
        articles("title: T\nexcerpt: true", &["X", "35"]),
        placeholder
    );
    assert_eq!(articles("title: T\nexcerpt: true", &["IX", "X"]), NONE);
    assert_eq!(
        articles("title: T", &["I", "II", "X"]),
        ["X | article | placeholder | II | III"]
    );
}

#[test]
fn a_first_paragraph_without_number_before_a_second_is_noticed() {
    let record =
        "article: '1'\nparagraphs:\n  - text: First words. More.\n  - {num: '2', text: b}\n";
    assert_eq!(
        odd("title: T\nexcerpt: true", &[("a.yaml", record)]),
        [" | paragraph | first-missing | 2 | 1"]
    );
    let record = "article: '1'\nparagraphs:\n  - text: a\n  - text: b\n";
    assert_eq!(odd("title: T", &[("a.yaml", record)]), NONE);
}

#[test]
fn lists_may_go_on_or_begin_anew() {
    let record = "article: '1'\nparagraphs:\n\
        \x20 - text: 'one:'\n    points: [{num: a, text: x}, {num: b, text: y}]\n\
        \x20 - text: 'two:'\n    points: [{num: c, text: x}, {num: d, text: y}]\n\
        \x20 - text: 'three:'\n    points: [{num: a, text: x}, {num: b, text: y}]\n";
    assert_eq!(odd("title: T", &[("a.yaml", record)]), NONE);
}

#[test]
fn labels_of_another_system_are_a_list_or_a_slip() {
    let paragraphs = |labels: &[&str]| {
        let list: Vec<String> = labels
            .iter()
            .map(|label| format!("  - {{num: '{label}', text: x}}\n"))
            .collect();
        let record = format!("article: '1'\nparagraphs:\n{}", list.concat());
        odd("title: T", &[("a.yaml", &record)])
    };
    assert_eq!(paragraphs(&["1", "a", "b", "2", "3"]), NONE);
    assert_eq!(
        paragraphs(&["1", "2", "c", "4"]),
        ["c | paragraph | mixed-style |  | "]
    );
}

#[test]
fn a_text_without_articles_may_begin_anew() {
    let record = "text: x\nparagraphs:\n  - {num: '1', text: a}\n  - {num: '2', text: b}\n  - {num: '1', text: c}\n";
    assert_eq!(odd("title: T", &[("annex-1/a.yaml", record)]), NONE);
}

#[test]
fn what_was_left_out_is_no_gap() {
    let record = "article: '1'\nparagraphs:\n  - {num: '1', text: a}\n  - {omitted: true}\n  - {num: '4', text: d}\n";
    assert_eq!(odd("title: T", &[("a.yaml", record)]), NONE);
}

#[test]
fn articles_may_begin_anew_in_each_division() {
    let head = "title: T\ndivisions: [{type: chapter, num: I}, {type: chapter, num: II}]";
    let records = [
        ("a.yaml", "article: '1'\nin: [chapter I]\ntext: x\n"),
        ("b.yaml", "article: '2'\nin: [chapter I]\ntext: x\n"),
        ("c.yaml", "article: '1'\nin: [chapter II]\ntext: x\n"),
        ("d.yaml", "article: '3'\nin: [chapter II]\ntext: x\n"),
    ];
    assert_eq!(odd(head, &records), ["3 | article | gap | 1 | 2"]);
    let head = "title: T\ndivisions: [{type: chapter, num: I}, {type: chapter, num: III}]";
    assert_eq!(odd(head, &[]), ["III | division | gap | I | II"]);
}

#[test]
fn a_list_begins_anew_after_words_without_a_label() {
    let record = "article: '1'\nparagraphs:\n  - {num: a, text: x}\n  - {num: b, text: x}\n  - {text: LIQUIDITY}\n  \
                  - {num: a, text: x}\n  - {num: b, text: x}\n";
    assert_eq!(odd("title: T", &[("a.yaml", record)]), NONE);
    let out_of_order = "article: '1'\nparagraphs:\n  - {num: a, text: x}\n  - {num: b, text: x}\n  \
                        - {num: a, text: x}\n";
    assert_eq!(odd("title: T", &[("a.yaml", out_of_order)]).len(), 1);
}

#[test]
fn sections_may_be_counted_through_all_articles() {
    let article = |num: &str, labels: &[&str]| {
        let list: Vec<String> = labels
            .iter()
            .map(|label| format!("  - {{num: '{label}', text: x}}\n"))
            .collect();
        format!("article: {num}\nparagraphs:\n{}", list.concat())
    };
    let (first, second, late) = (
        article("I", &["1", "2"]),
        article("II", &["3", "4"]),
        article("II", &["4", "5"]),
    );
    assert_eq!(
        odd("title: T", &[("a.yaml", &first), ("b.yaml", &second)]),
        NONE
    );
    assert_eq!(
        odd("title: T", &[("a.yaml", &first), ("b.yaml", &late)]).len(),
        1
    );
}

#[test]
fn initials_of_names_are_no_list_and_regulations_carry_their_chapter() {
    let names = "component: preamble\nparagraphs:\n  - {num: M, text: Kruger}\n  - {num: M, text: Ito}\n  \
                 - {num: W, text: Blake}\n";
    assert_eq!(odd("title: T", &[("preamble.yaml", names)]), NONE);
    let regulations = "article: '1'\npoints:\n  - {num: I, text: x}\n  - {num: I/1, text: x}\n  \
                       - {num: I/2, text: x}\n";
    assert_eq!(odd("title: T", &[("a.yaml", regulations)]), NONE);
}

#[test]
fn words_may_number_a_division_and_the_first_article() {
    let divisions = "title: T\ndivisions:\n  - {type: part, num: ONE}\n  - {type: part, num: TWO}\n  \
                     - {type: part, num: THREE}\n";
    assert_eq!(odd(divisions, &[]), NONE);
    assert_eq!(articles("title: T", &["premier", "II", "III"]), NONE);
}

#[test]
fn letters_may_be_doubled_and_pass_over_j() {
    assert_eq!(points(&["aa", "bb", "cc"]), NONE);
    assert_eq!(points(&["g", "h"]).len(), 1);
    let with = |after: &[&str]| {
        let mut labels = vec!["a", "b", "c", "d", "e", "f", "g", "h", "i"];
        labels.extend(after);
        points(&labels)
    };
    assert_eq!(with(&["k", "l"]), NONE);
    assert_eq!(with(&["l", "m"]), NONE);
    assert_eq!(with(&["m"]).len(), 1);
}
