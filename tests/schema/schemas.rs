//! What holds of the schemas themselves.

use serde_json::Value;
use treatylint::model::{Kind, Profile, Status, Style};
use treatylint::schema::{self, SchemaKind};

/// Every schema and subschema, with the place where it stands.
fn subschemas(kind: SchemaKind) -> Vec<(String, Value)> {
    fn walk(place: String, schema: &Value, all: &mut Vec<(String, Value)>) {
        let Some(fields) = schema.as_object() else {
            return;
        };
        all.push((place.clone(), schema.clone()));
        for (keyword, value) in fields {
            match keyword.as_str() {
                "properties" | "$defs" | "patternProperties" => {
                    for (name, schema) in value.as_object().into_iter().flatten() {
                        walk(format!("{place}/{keyword}/{name}"), schema, all);
                    }
                }
                "allOf" | "anyOf" | "oneOf" => {
                    for (at, schema) in value.as_array().into_iter().flatten().enumerate() {
                        walk(format!("{place}/{keyword}/{at}"), schema, all);
                    }
                }
                "items"
                | "additionalProperties"
                | "propertyNames"
                | "if"
                | "then"
                | "else"
                | "not"
                | "contains" => walk(format!("{place}/{keyword}"), value, all),
                _ => {}
            }
        }
    }
    let mut all = Vec::new();
    walk(kind.name().to_owned(), &json(kind), &mut all);
    all
}

fn json(kind: SchemaKind) -> Value {
    serde_json::from_str(kind.source()).expect("a schema is JSON")
}

#[test]
fn every_schema_obeys_the_meta_schema() {
    for kind in SchemaKind::ALL {
        let schema = json(kind);
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        if let Err(error) = jsonschema::meta::validate(&schema) {
            panic!("{}: {error} at {}", kind.name(), error.instance_path());
        }
    }
}

#[test]
fn every_field_has_a_title_and_a_description() {
    for kind in SchemaKind::ALL {
        let root = json(kind);
        for (place, schema) in subschemas(kind) {
            for (name, field) in schema["properties"].as_object().into_iter().flatten() {
                // A condition names a field again only to ask for its value.
                if place.contains("/if") || place.contains("/then") || place.contains("/else") {
                    continue;
                }
                let target = field["$ref"].as_str().and_then(|to| root.pointer(&to[1..]));
                for word in ["title", "description"] {
                    let own = field[word].as_str();
                    let text = own.or_else(|| target.and_then(|target| target[word].as_str()));
                    let text = text.unwrap_or_default();
                    assert!(
                        !text.is_empty(),
                        "{place}: the field `{name}` has no {word}"
                    );
                    assert!(
                        word == "title" || text.ends_with('.'),
                        "{place}: the description of `{name}` is no sentence: {text}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_listed_value_that_is_described_has_its_description() {
    for kind in SchemaKind::ALL {
        for (place, schema) in subschemas(kind) {
            if let Some(descriptions) = schema["enumDescriptions"].as_array() {
                let values = schema["enum"].as_array().expect("a list of values");
                assert_eq!(values.len(), descriptions.len(), "{place}");
            }
        }
    }
}

#[test]
fn every_pattern_is_explained() {
    for kind in SchemaKind::ALL {
        for (place, schema) in subschemas(kind) {
            let silent = ["pattern", "not"]
                .iter()
                .any(|word| schema.get(word).is_some())
                && !place.contains("/if")
                && schema["errorMessage"].as_str().is_none();
            assert!(!silent, "{place}: nobody reads a pattern");
        }
    }
}

#[test]
fn every_keyword_in_use_has_words_of_its_own() {
    const WORDED: &[&str] = &[
        "$schema",
        "$id",
        "$ref",
        "$defs",
        "title",
        "description",
        "examples",
        "errorMessage",
        "enumDescriptions",
        "type",
        "properties",
        "additionalProperties",
        "propertyNames",
        "required",
        "items",
        "enum",
        "const",
        "pattern",
        "minLength",
        "minItems",
        "maxItems",
        "minProperties",
        "uniqueItems",
        "minimum",
        "maximum",
        "if",
        "then",
        "else",
        "not",
        "allOf",
    ];
    for kind in SchemaKind::ALL {
        for (place, schema) in subschemas(kind) {
            for keyword in schema.as_object().expect("an object").keys() {
                assert!(WORDED.contains(&keyword.as_str()), "{place}: `{keyword}`");
            }
            // The words for too short a text are that it is empty.
            assert!(
                schema.get("minLength").is_none_or(|least| least == 1),
                "{place}"
            );
            assert!(
                schema.get("minProperties").is_none_or(|least| least == 1),
                "{place}"
            );
        }
    }
}

#[test]
fn every_example_in_a_schema_fits_it() {
    for kind in SchemaKind::ALL {
        let root = json(kind);
        for (place, schema) in subschemas(kind) {
            let Some(examples) = schema["examples"].as_array() else {
                continue;
            };
            let mut alone = schema.clone();
            alone["$defs"] = root["$defs"].clone();
            let validator = jsonschema::validator_for(&alone).expect("a schema");
            for example in examples {
                if let Err(error) = validator.validate(example) {
                    panic!("{place}: {example}: {error}");
                }
            }
        }
    }
}

#[test]
fn the_words_of_the_schemas_are_those_of_the_model() {
    let listed = |kind: SchemaKind, pointer: &str| -> Vec<String> {
        let schema = json(kind);
        let words = schema
            .pointer(pointer)
            .and_then(Value::as_array)
            .expect("a list")
            .iter();
        words.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(
        listed(SchemaKind::Provision, "/$defs/kind-name/enum"),
        kinds
    );
    let styles: Vec<_> = Style::ALL.iter().map(|style| style.as_str()).collect();
    assert_eq!(
        listed(SchemaKind::Instrument, "/properties/style/enum"),
        styles
    );
    let statuses: Vec<_> = Status::ALL.iter().map(|status| status.as_str()).collect();
    assert_eq!(
        listed(SchemaKind::Instrument, "/properties/status/enum"),
        statuses
    );
    let profiles: Vec<_> = Profile::ALL
        .iter()
        .map(|profile| profile.as_str())
        .collect();
    assert_eq!(
        listed(SchemaKind::Instrument, "/properties/profile/enum"),
        profiles
    );
}

#[test]
fn lists_that_stand_in_two_schemas_agree() {
    let at = |kind: SchemaKind, pointer: &str| {
        json(kind)
            .pointer(pointer)
            .unwrap_or_else(|| panic!("no {pointer}"))
            .clone()
    };
    let profiles = at(SchemaKind::Instrument, "/properties/profile/enum");
    for (kind, pointer, other) in [
        (
            SchemaKind::Lint,
            "/$defs/kind/enum",
            at(SchemaKind::Provision, "/$defs/kind-name/enum"),
        ),
        (
            SchemaKind::Config,
            "/properties/profile/enum",
            profiles.clone(),
        ),
        (
            SchemaKind::Lint,
            "/$defs/failing/properties/profile/enum",
            profiles.clone(),
        ),
        (
            SchemaKind::Lint,
            "/$defs/passing/properties/profile/enum",
            profiles.clone(),
        ),
        (
            SchemaKind::Lint,
            "/$defs/in/properties/profiles/items/enum",
            profiles,
        ),
        (
            SchemaKind::Instrument,
            "/$defs/component/properties/component/pattern",
            at(SchemaKind::Provision, "/$defs/component/pattern"),
        ),
        (
            SchemaKind::Lint,
            "/$defs/failing/properties/style/enum",
            at(SchemaKind::Instrument, "/properties/style/enum"),
        ),
    ] {
        assert_eq!(at(kind, pointer), other, "{}{pointer}", kind.name());
    }
}

#[test]
fn schemas_are_asked_for_by_name() {
    for name in schema::names() {
        assert!(
            schema::source(name).is_some_and(|text| text.contains("\"$schema\"")),
            "{name}"
        );
    }
    assert_eq!(schema::source("findings"), None);
    assert_eq!(
        SchemaKind::from_name("findings-v1"),
        Some(SchemaKind::Findings)
    );
}
