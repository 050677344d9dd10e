//! Citations and what they resolve to.

mod cases;

use self::cases::CASES;
use proptest::prelude::*;

use super::super::Folded;
use super::super::sample::{instrument, line, read};
use super::grammar::citations;
use super::step::MOST;
use super::token::Cursor;
use super::{RELATION, Reference};
use crate::model::Instrument;

/// A convention with the usual furniture: two chapters, eleven articles, an inserted one, an annex.
const RECORDS: &[(&str, &str)] = &[
    (
        "art-001.yaml",
        "article: '1'\nin: [chapter I]\ntext: This article has one paragraph only.\n",
    ),
    (
        "art-002.yaml",
        "article: '2'\nin: [chapter I]\nparagraphs:\n\
         \x20 - text: 'The first paragraph has no number:'\n    points:\n\
         \x20     - {num: a, text: one}\n      - {num: b, text: two}\n\
         \x20     - {num: c, text: three}\n  - text: The second has none either.\n",
    ),
    (
        "art-003.yaml",
        "article: '3'\nin: [chapter I, section 1]\nparagraphs:\n\
         \x20 - num: '1'\n    text: 'Each Party shall:'\n    points:\n\
         \x20     - num: a\n        text: 'these:'\n        points:\n\
         \x20         - {num: i, text: first}\n          - {num: ii, text: second}\n\
         \x20     - {num: b, text: that}\n      - {num: c, text: more}\n\
         \x20 - {num: '2', text: Two.}\n  - {num: '3', text: Three.}\n",
    ),
    (
        "art-004.yaml",
        "article: '4'\nin: [chapter I, section 1]\npoints:\n  - {num: a, text: x}\n  - {num: b, text: y}\n",
    ),
    (
        "art-005.yaml",
        "article: '5'\nin: [chapter I, section 2]\nparagraphs:\n  - {num: '1', text: One.}\n  - {num: '2', text: Two.}\n",
    ),
    (
        "art-005bis.yaml",
        "article: 5 bis\nin: [chapter I, section 2]\ntext: Inserted.\n",
    ),
    (
        "art-006.yaml",
        "article: '6'\nin: [chapter I, section 2]\nparagraphs:\n  - {num: '1', text: One.}\n  - {num: 1bis, text: Inserted.}\n  - {num: '2', text: Two.}\n",
    ),
    (
        "art-007.yaml",
        "article: '7'\nin: [chapter II]\ntext: Seven.\n",
    ),
    (
        "art-008.yaml",
        "article: '8'\nin: [chapter II]\ntext: Eight.\n",
    ),
    (
        "art-009.yaml",
        "article: '9'\nin: [chapter II]\ntext: Nine.\n",
    ),
    (
        "annex-1/art-001.yaml",
        "article: '1'\ntext: Of the annex.\n",
    ),
    (
        "annex-1/art-002.yaml",
        "article: '2'\nparagraphs:\n  - {num: '1', text: One.}\n  - {num: '2', text: Two.}\n",
    ),
];

const HEAD: &str = "title: Convention on Signals\n\
    divisions:\n  - {type: chapter, num: I, divisions: [{type: section, num: '1'}, {type: section, num: '2'}]}\n\
    \x20 - {type: chapter, num: II}";

/// The convention with an article 10, whose paragraph 3 is the sentence under test; it has points
/// a and b, and paragraphs 1 and 2 beside it.
fn sample(sentence: &str) -> Instrument {
    let article = format!(
        "article: '10'\nin: [chapter II]\nparagraphs:\n  - num: '1'\n    text: One.\n    points:\n\
         \x20     - {{num: a, text: x}}\n      - {{num: b, text: y}}\n  - {{num: '2', text: Two.}}\n\
         \x20 - num: '3'\n    text: \"{}\"\n",
        sentence.replace('"', "\\\"")
    );
    let mut records = RECORDS.to_vec();
    records.push(("art-010.yaml", &article));
    instrument(HEAD, &records)
}

const COLUMNS: &[&str] = &[
    "text", "edge", "unit", "number", "target", "resolved", "missing",
];

/// The rows of the sentence under test.
fn rows(sentence: &str, columns: &[&str]) -> Vec<String> {
    let instrument = sample(sentence);
    read(&instrument, |reading| {
        Reference::all(reading)
            .iter()
            .filter(|row| reading.words(row.place).len() <= sentence.len())
            .filter(|row| sentence.contains(reading.words(row.place)))
            .map(|row| line(reading, &RELATION, columns, row))
            .collect()
    })
}

#[test]
fn citations_are_read_and_resolved() {
    for (sentence, expected) in CASES {
        assert_eq!(rows(sentence, COLUMNS), *expected, "{sentence}");
    }
}

/// Words that citations are made of, in an order that means nothing.
fn soup() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "article",
        "Articles",
        "paragraph",
        "sub-paragraph",
        "point",
        "Chapter",
        "Annex",
        "of",
        "to",
        "and",
        "or",
        ",",
        ", and",
        "this",
        "that",
        "the",
        "Convention",
        "Charter",
        "5",
        "(1)",
        "(a)",
        "a)",
        "1.a.ii",
        "X",
        "ii",
        "bis",
        "-",
        "–",
        "/",
        "(",
        ")",
        ".",
        ";",
        "first",
        "preceding",
        "thereof",
        "no",
        "l'article",
        "à",
        "\u{ad}",
        "É",
        "“",
        "99",
        "2bis",
        "\n",
    ]);
    let gap = prop::sample::select(vec![" ", "", "\n  "]);
    prop::collection::vec((word, gap), 0..60).prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(word, gap)| [word, gap])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn soup_is_read_without_harm(text in soup()) {
        let folded = Folded::new(&text);
        let mut last = 0;
        for citation in citations(Cursor::new(&folded, &text)) {
            prop_assert!(last <= citation.range.start && citation.range.start < citation.range.end);
            prop_assert!(citation.items.len() <= MOST && !citation.items.is_empty());
            last = citation.range.end;
            for step in citation.items.iter().flat_map(|item| &item.path) {
                let inside = citation.range.start <= step.range.start
                    && step.range.end <= citation.range.end;
                prop_assert!(inside, "{step:?} outside {:?}", citation.range);
                let place = folded.original(step.range.clone(), &text);
                prop_assert!(text.get(place).is_some_and(|words| !words.is_empty()));
            }
        }
    }

    #[test]
    fn ranges_stay_within_what_exists(from in 1_u32..14, to in 1_u32..14) {
        let sentence = format!("Articles {from} to {to} apply.");
        let rows = rows(&sentence, &["number", "resolved"]);
        let (ends, between) = (2, rows.len() - 2);
        prop_assert!(between <= 9);
        let found = rows.iter().filter(|row| row.ends_with("| yes")).count();
        prop_assert!(found >= between && rows.len() == ends + between);
        if from < to && to <= 10 {
            let inserted = usize::from(from <= 5 && 5 < to);
            prop_assert_eq!(rows.len(), (to - from + 1) as usize + inserted);
        }
    }
}
