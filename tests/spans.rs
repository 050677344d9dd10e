//! The way back from decoded text to the bytes of the file, in all five styles.

#[path = "spans/render.rs"]
mod render;

use std::sync::Arc;

use proptest::prelude::*;
use render::{Rendered, block_scalar, flow_scalar};
use treatylint::text::{Source, SourceId, Span};
use treatylint::yaml::{
    FAULTS, Limits, Node, Parsed, Value, apply_edits, parse, parse_source, verify, write,
};

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

/// What YAML is made of, to be put together at random.
const MARKS: &[&str] = &[
    "\n",
    "\n",
    "\n  ",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    "a",
    "b: ",
    ": ",
    ":",
    "- ",
    "-",
    "? ",
    "|",
    ">",
    "|2-\n",
    ">+\n",
    "|-",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    "\"",
    "#",
    " #",
    "&a ",
    "*a",
    "!t ",
    "!<",
    "<<: ",
    "---\n",
    "...\n",
    "%",
    "%TAG ! x\n",
    "@",
    "`",
    "~",
    "1",
    "true",
    "é",
    "😀",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "\0",
    "\u{7f}",
    "\\",
    "\\u",
    "\\\n",
];

/// Whatever the file holds, it has a tree or a fault, every place lies in it on the boundaries of
/// characters, every string knows its way back, and the tree can be walked, written and edited.
fn check_faults(source: &Source) -> Result<(), TestCaseError> {
    let text = source.text();
    let parsed = parse_source(
        SourceId(0),
        source,
        &Limits {
            bytes: 1 << 20,
            depth: 8,
        },
    );
    prop_assert!(parsed.tree.is_some() || !parsed.faults.is_empty());
    for fault in &parsed.faults {
        prop_assert!(!fault.labels.is_empty());
        for label in &fault.labels {
            prop_assert!(
                text.get(label.span.range()).is_some(),
                "{:?} {:?}",
                text,
                fault
            );
        }
        prop_assert!(
            FAULTS.iter().any(|known| known.id == fault.lint),
            "{:?}",
            fault
        );
    }
    prop_assert!(
        parsed
            .faults
            .is_sorted_by_key(|fault| fault.primary().span.start)
    );
    let refused = !parsed.faults.is_empty();
    let Some(tree) = parsed.tree else {
        return Ok(());
    };
    let mut open = vec![(tree.root(), Span::new(0, u32::MAX))];
    while let Some((node, around)) = open.pop() {
        prop_assert!(
            text.get(node.span().range()).is_some(),
            "{:?} {:?}",
            text,
            node.span()
        );
        prop_assert!(
            around.contains(node.span()),
            "{:?} {:?} {:?}",
            text,
            around,
            node.span()
        );
        if let Some(string) = node.as_str() {
            prop_assert!(node.is_mapped() || refused, "{:?} {:?}", text, string);
            let span = node.source_span(0..string.len());
            prop_assert!(text.get(span.range()).is_some(), "{:?} {:?}", text, span);
        }
        open.extend(
            node.entries()
                .flat_map(|(key, value)| [key, value])
                .map(|n| (n, node.span())),
        );
        open.extend(node.items().map(|item| (item, node.span())));
    }
    for comment in tree.comments() {
        let words = text.get(comment.span.range());
        prop_assert!(
            words.is_some_and(|words| words.starts_with('#')),
            "{:?} {:?}",
            text,
            comment
        );
    }
    if !refused {
        let value = tree.root().to_value();
        prop_assert_eq!(verify(&write(&value, None), &value), Ok(()), "{:?}", text);
    }
    Ok(())
}

/// Two places in a text, as parts of its length.
fn any_range() -> impl Strategy<Value = (f64, f64)> {
    (0.0..=1.0, 0.0..=1.0).prop_map(|(one, other): (f64, f64)| (one.min(other), one.max(other)))
}

/// After an edit the scalar is exactly the new text, and the rest of the file is what it was.
fn check_edit(rendered: &Rendered, range: (f64, f64), new: &str) -> Result<(), TestCaseError> {
    let tree = read(&rendered.source).tree.expect("a tree");
    let node = innermost(tree.root());
    let old = node.as_str().expect("a string");
    let boundaries: Vec<usize> = old
        .char_indices()
        .map(|(at, _)| at)
        .chain(std::iter::once(old.len()))
        .collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let at = |part: f64| boundaries[(part * (boundaries.len() - 1) as f64) as usize];
    let range = at(range.0)..at(range.1);
    let expected = [&old[..range.start], new, &old[range.end..]].concat();

    let edit = node
        .edit(range.clone(), new)
        .expect("a scalar, and a range of it");
    let text = apply_edits(&rendered.source, [&edit]).expect("one edit");
    let parsed = read(&text);
    prop_assert!(
        parsed.faults.is_empty(),
        "{:?}\n{:?}\n{:?}",
        rendered.source,
        text,
        parsed.faults
    );
    let edited = parsed.tree.expect("a tree");
    let scalar = innermost(edited.root());
    prop_assert_eq!(
        scalar.as_str(),
        Some(expected.as_str()),
        "{:?}\n{:?}",
        rendered.source,
        text
    );
    prop_assert_eq!(
        with_innermost(edited.root().to_value(), ""),
        with_innermost(tree.root().to_value(), "")
    );
    Ok(())
}

/// The value with another text in the place of the scalar that was rendered.
fn with_innermost(value: Value, text: &str) -> Value {
    match value {
        Value::Mapping(mut entries) if !entries.is_empty() => {
            let (key, last) = entries.pop().expect("an entry");
            entries.push((key, with_innermost(last, text)));
            Value::Mapping(entries)
        }
        Value::Sequence(mut items) if !items.is_empty() => {
            let last = items.pop().expect("an item");
            items.push(with_innermost(last, text));
            Value::Sequence(items)
        }
        _ => Value::from(text),
    }
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
    fn an_edit_of_a_flow_scalar_changes_its_words_alone(
        rendered in flow_scalar(), range in any_range(), new in any_text(),
    ) {
        check_edit(&rendered, range, &new)?;
    }

    #[test]
    fn an_edit_of_a_block_scalar_changes_its_words_alone(
        rendered in block_scalar(), range in any_range(), new in any_text(),
    ) {
        check_edit(&rendered, range, &new)?;
    }

    #[test]
    fn no_bytes_make_the_reader_panic_or_point_outside(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        check_faults(&Source::from_bytes("x.yaml", bytes))?;
    }

    #[test]
    fn no_marks_make_the_reader_panic_or_point_outside(
        marks in prop::collection::vec(prop::sample::select(MARKS), 0..40),
    ) {
        check_faults(&Source::new("x.yaml", marks.concat()))?;
    }

    #[test]
    fn no_damage_makes_the_reader_panic_or_point_outside(
        rendered in prop_oneof![flow_scalar(), block_scalar()],
        damage in prop::collection::vec((0.0..1.0, prop::sample::select(MARKS), 0..4_usize), 1..5),
    ) {
        let mut text: Vec<char> = rendered.source.chars().collect();
        for (place, mark, gone) in damage {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let at = (place * text.len() as f64) as usize;
            let end = (at + gone).min(text.len());
            text.splice(at..end, mark.chars());
        }
        check_faults(&Source::new("x.yaml", text.into_iter().collect::<String>()))?;
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
