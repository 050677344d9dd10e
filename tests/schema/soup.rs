//! Whatever the tree, judging it ends, and every finding lies on characters of its text.

use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use treatylint::schema::{self, SchemaKind};
use treatylint::text::SourceId;
use treatylint::yaml::{self, Limits};

/// Words of the schemas, right and wrong, and values of every type.
fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("article".to_owned()),
        Just("kind".to_owned()),
        Just("offence".to_owned()),
        Just("points".to_owned()),
        Just("detector".to_owned()),
        Just("phrase".to_owned()),
        Just("fact".to_owned()),
        Just("where".to_owned()),
        Just("severity".to_owned()),
        Just("component".to_owned()),
        Just("preamble".to_owned()),
        Just("tail".to_owned()),
        Just("7".to_owned()),
        Just("-1.5".to_owned()),
        Just(".nan".to_owned()),
        Just("true".to_owned()),
        Just("null".to_owned()),
        Just("\"a/b~c\"".to_owned()),
        Just("\"“é” 漢 😀\"".to_owned()),
        Just("\"007\"".to_owned()),
        Just("\"\"".to_owned()),
    ]
}

fn tree() -> impl Strategy<Value = String> {
    scalar().prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6)
                .prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::btree_map(scalar(), inner, 0..6).prop_map(|fields| {
                let fields: Vec<String> = fields
                    .iter()
                    .map(|(key, value)| format!("{key}: {value}"))
                    .collect();
                format!("{{{}}}", fields.join(", "))
            }),
        ]
    })
}

/// A record of which each field is sound, strange, or not there: about one in four fits.
fn record() -> impl Strategy<Value = String> {
    let sound = [
        ("article", "\"7\""),
        ("heading", "Illegal access"),
        ("in", "[chapter II]"),
        ("order", "3"),
        ("kind", "[offence, power]"),
        ("points", "[{num: a, text: x, points: [{text: y}]}]"),
        ("tail", "at once"),
        ("omitted", "true"),
        ("allow", "[{lint: a-b, reason: r, expires: 2027-06-30}]"),
    ];
    let fields = sound.map(|(name, value)| {
        prop_oneof![
            9 => Just(format!("{name}: {value}\n")),
            1 => tree().prop_map(move |value| format!("{name}: {value}\n")),
            2 => Just(String::new()),
        ]
    });
    fields.prop_map(|fields| fields.concat())
}

/// The engine on its own kind of value, to be compared with the engine on our tree.
fn oracles() -> &'static Vec<(SchemaKind, jsonschema::Validator)> {
    static ORACLES: OnceLock<Vec<(SchemaKind, jsonschema::Validator)>> = OnceLock::new();
    ORACLES.get_or_init(|| {
        let compile = |kind: SchemaKind| {
            let schema = serde_json::from_str(kind.source()).expect("a schema is JSON");
            (
                kind,
                jsonschema::validator_for(&schema).expect("a schema compiles"),
            )
        };
        SchemaKind::ALL.into_iter().map(compile).collect()
    })
}

proptest! {
    #[test]
    fn a_tree_is_judged_as_the_same_value_would_be(text in prop_oneof![tree(), record()]) {
        let text: Arc<str> = (text + "\n").into();
        let parsed = yaml::parse(SourceId(0), &text, &Limits::default());
        let value: Result<serde_json::Value, _> = serde_yaml::from_str(&text);
        if let (Some(tree), true, Ok(value)) = (parsed.tree, parsed.faults.is_empty(), value) {
            for (kind, oracle) in oracles() {
                prop_assert_eq!(
                    schema::validate(*kind, &tree).is_empty(),
                    oracle.is_valid(&value),
                    "{}: {}", kind.name(), text
                );
            }
        }
    }

    #[test]
    fn every_finding_lies_on_characters(text in tree()) {
        let text: Arc<str> = (text + "\n").into();
        if let Some(tree) = yaml::parse(SourceId(0), &text, &Limits::default()).tree {
            for kind in SchemaKind::ALL {
                let found = schema::validate(kind, &tree);
                for finding in &found {
                    let span = finding.primary().span;
                    prop_assert!(text.get(span.range()).is_some(), "{finding:?}");
                    prop_assert!(!finding.message.is_empty());
                    prop_assert!(!finding.message.contains("its schema"), "{}", finding.message);
                }
                let places: Vec<_> = found.iter().map(|finding| finding.primary().span).collect();
                prop_assert!(places.is_sorted());
            }
        }
    }
}
