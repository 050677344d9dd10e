//! The way back from decoded text to the bytes of the file, in all five styles.

#[path = "spans/render.rs"]
mod render;

use std::sync::Arc;

use proptest::prelude::*;
use render::{Rendered, block_scalar, flow_scalar};
use treatylint::text::{SourceId, Span};
use treatylint::yaml::{Limits, Node, Parsed, Value, parse, verify, write};

fn read(text: &str) -> Parsed {
    parse(SourceId(0), &Arc::from(text), &Limits::default())
}

/// The last value of the last value … of the root: the scalar that was rendered.
fn innermost(mut node: Node<'_>) -> Node<'_> {
    loop {
        let entry = node.entries().next_back().map(|(_, value)| value);
        match entry.or_else(|| node.items().next_back()) {
            Some(inner) => node = inner,
            None => return node,
        }
    }
}

/// Every range of characters of the scalar maps to exactly the bytes it is written in.
fn check_places(rendered: &Rendered) -> Result<(), TestCaseError> {
    let parsed = read(&rendered.source);
    prop_assert!(
        parsed.faults.is_empty(),
        "{:?}\n{:?}",
        rendered.source,
        parsed.faults
    );
    let tree = parsed.tree.expect("no fault, so a tree");
    let node = innermost(tree.root());
    prop_assert_eq!(
        node.as_str(),
        Some(rendered.decoded.as_str()),
        "{:?}",
        rendered.source
    );
    prop_assert!(node.is_mapped(), "{:?}", rendered.source);

    let places = &rendered.places;
    let end_of = |at: usize| {
        places
            .get(at + 1)
            .map_or(rendered.decoded.len(), |next| next.0)
    };
    for first in 0..places.len() {
        let at = node.source_span(places[first].0..places[first].0);
        prop_assert_eq!(
            at,
            Span::from_range(places[first].1.start..places[first].1.start)
        );
        for last in first..places.len() {
            let span = node.source_span(places[first].0..end_of(last));
            let expected = Span::from_range(places[first].1.start..places[last].1.end);
            prop_assert_eq!(span, expected, "{:?} {}..{}", rendered.source, first, last);
        }
    }
    if let Some((_, last)) = places.last() {
        let end = node.source_span(rendered.decoded.len()..rendered.decoded.len());
        prop_assert_eq!(end, Span::from_range(last.end..last.end));
    }
    Ok(())
}

/// An archived reader of YAML says the same where it understands the file at all.
fn check_with_other_reader(rendered: &Rendered) -> Result<(), TestCaseError> {
    if !rendered.plain_to_all {
        return Ok(());
    }
    if let Ok(value) = serde_yaml::from_str::<serde_yaml::Value>(&rendered.source) {
        let mut value = &value;
        loop {
            value = match value {
                serde_yaml::Value::Mapping(map) => map.values().last().expect("an entry"),
                serde_yaml::Value::Sequence(items) => items.last().expect("an item"),
                scalar => {
                    let text = scalar.as_str();
                    prop_assert_eq!(
                        text,
                        Some(rendered.decoded.as_str()),
                        "{:?}",
                        rendered.source
                    );
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_range_of_a_flow_scalar_maps_to_its_bytes(rendered in flow_scalar()) {
        check_places(&rendered)?;
        check_with_other_reader(&rendered)?;
    }

    #[test]
    fn every_range_of_a_block_scalar_maps_to_its_bytes(rendered in block_scalar()) {
        check_places(&rendered)?;
        check_with_other_reader(&rendered)?;
    }

    #[test]
    fn any_value_is_written_so_that_every_reader_reads_it_back(value in any_value()) {
        let text = write(&value, Some("yaml-language-server: $schema=x"));
        prop_assert_eq!(verify(&text, &value), Ok(()), "{}", text);
        let again = read(&text).tree.expect("verified").root().to_value();
        prop_assert_eq!(write(&again, Some("yaml-language-server: $schema=x")), text);
    }
}

/// Strings of the kinds that break writers: any characters, lines with blanks at both ends, long
/// ones, and words that look like something else.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(
        &[
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            " ",
            "  ",
            "\t",
            ": ",
            " #",
            "-",
            "- ",
            "word",
            "Party’s",
            "§ 3",
            "\"",
            "'",
            "\\",
            "|",
            "[",
            "}",
            ",",
            "\u{2028}",
            "\u{85}",
            "\u{feff}",
            "\u{0}",
            "😀",
            "é",
            "the exercise of the powers and procedures provided for in this Section ",
            "0",
            "1e3",
            "x:",
            "\u{a0}",
            "\u{202e}",
            "---",
            "...",
            "%",
        ][..],
    );
    let words = prop::sample::select(
        &[
            "no",
            "Yes",
            "~",
            "null",
            "010",
            "1e3",
            "0x1f",
            "12:30:00",
            "2027-06-30",
            ".5",
            "<<",
            "=",
            "-.INF",
            "1_0",
        ][..],
    );
    prop_oneof![
        4 => prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat()),
        1 => words.prop_map(str::to_owned),
        1 => any::<String>(),
        1 => prop::collection::vec(any::<char>(), 0..20).prop_map(|letters| letters.into_iter().collect()),
    ]
}

fn any_value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        6 => any_text().prop_map(Value::String),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => any::<i64>().prop_map(Value::Int),
        1 => Just(Value::Number("1.50".to_owned())),
    ];
    scalar.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Sequence),
            prop::collection::btree_map(any_text(), inner, 0..5)
                .prop_map(|entries| Value::Mapping(entries.into_iter().collect())),
        ]
    })
}
