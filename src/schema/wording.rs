//! Faults in words for a lawyer, on the bytes at fault.

use serde_json::Value;

use super::VIOLATION;
use super::suggest::nearest;
use super::validator::{Breach, Rule};
use crate::diagnostic::Diagnostic;
use crate::text::Span;
use crate::yaml::{Node, NodeKind, Tree};

/// Longer lists of words are cut: a message is not a manual.
const LISTED: usize = 40;

/// Longer values are cut, in characters.
const SHOWN: usize = 40;

/// The findings of the breaches of a file, in its order, each fault once.
pub(super) fn findings(tree: &Tree, breaches: &[Breach<'_>]) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = breaches
        .iter()
        // A value of the wrong type breaks other rules too; they would only repeat it.
        .filter(|breach| {
            matches!(breach.rule, Rule::WrongType(_))
                || !breaches.iter().any(|other| {
                    other.place.id() == breach.place.id()
                        && matches!(other.rule, Rule::WrongType(_))
                })
        })
        .map(|breach| finding(tree, breach))
        .collect();
    findings.sort_by(|a, b| (a.primary().span, &a.message).cmp(&(b.primary().span, &b.message)));
    findings.dedup_by(|a, b| a.primary().span == b.primary().span && a.message == b.message);
    findings
}

fn finding(tree: &Tree, breach: &Breach<'_>) -> Diagnostic {
    let said = breach.schema["errorMessage"].as_str();
    let fault = |span, message: String| Diagnostic::fault(VIOLATION, tree.source(), span, message);
    let value = breach.place.span();
    match &breach.rule {
        Rule::UnknownField(key) => {
            let name = key.as_str().unwrap_or_default();
            let fields = field_names(breach);
            let fault = fault(
                key.span(),
                format!("`{name}` is not a field of {}", whole(breach)),
            );
            match nearest(name, fields.iter().copied()) {
                Some(meant) => fault.with_help(format!("did you mean `{meant}`?")),
                None => fault.with_help(format!("the fields are {}", listing(&fields))),
            }
        }
        Rule::MissingField(name) => {
            let message = said.map_or_else(
                || format!("{} needs the field `{name}`", whole(breach)),
                str::to_owned,
            );
            let place = breach.cause.map_or_else(|| outset(breach), Node::span);
            let fault = fault(place, message);
            match description(breach, name) {
                Some(description) => fault.with_help(format!("`{name}`: {description}")),
                None => fault,
            }
        }
        Rule::WrongType(expected) => wrong_type(breach, expected, fault(value, String::new())),
        Rule::NotListed(options) => not_listed(breach, options, fault(value, String::new())),
        Rule::Pattern => {
            let message = format!(
                "{} is not how {} is written",
                shown(breach.place),
                field(breach)
            );
            helped(fault(value, message), said)
        }
        Rule::EmptyText => fault(value, format!("{} is empty", field(breach)))
            .with_help("write it, or leave the field out"),
        Rule::TooFew(limit) => {
            let count = breach.place.items().len();
            let message = match count {
                0 => format!("{} is an empty list", field(breach)),
                _ => format!(
                    "{} has {}, but needs {limit}",
                    field(breach),
                    entries(count)
                ),
            };
            fault(value, message)
        }
        Rule::TooMany(limit) => {
            let count = breach.place.items().len();
            fault(
                value,
                format!(
                    "{} has {}, but can have only {limit}",
                    field(breach),
                    entries(count)
                ),
            )
        }
        Rule::NoField => fault(value, format!("{} cannot be empty", whole(breach))),
        Rule::Repeated => {
            let again = repeated(breach.place).unwrap_or(breach.place);
            fault(
                again.span(),
                format!("{} stands twice in {}", shown(again), field(breach)),
            )
            .with_help("write it once")
        }
        Rule::Below(limit) => fault(
            value,
            format!("{} must be {} or more", field(breach), plain(limit)),
        ),
        Rule::Above(limit) => fault(
            value,
            format!("{} must be {} or less", field(breach), plain(limit)),
        ),
        Rule::FieldName(key) => {
            let message = format!(
                "{} cannot stand as a name in {}",
                shown(*key),
                field(breach)
            );
            helped(fault(key.span(), message), said)
        }
        Rule::Forbidden => {
            let place = breach.key.map_or(value, Node::span);
            let message = said.map_or_else(
                || format!("{} has no place here", field(breach)),
                str::to_owned,
            );
            fault(place, message).with_help("take it out")
        }
        Rule::Other(keyword) => fault(
            value,
            format!(
                "{} breaks the rule `{keyword}` of its schema",
                field(breach)
            ),
        ),
    }
}

fn helped(fault: Diagnostic, help: Option<&str>) -> Diagnostic {
    match help {
        Some(help) => fault.with_help(help),
        None => fault,
    }
}

fn wrong_type(breach: &Breach<'_>, expected: &[&str], mut fault: Diagnostic) -> Diagnostic {
    let place = breach.place;
    let got = match place.kind() {
        NodeKind::Null => {
            if let Some(key) = breach.key.filter(|_| !breach.listed) {
                fault.labels[0].span = key.span();
            }
            fault.message = format!("{} has no value", field(breach));
            return fault.with_help("write it, or leave the field out");
        }
        NodeKind::Int(_) | NodeKind::Float(_) => "a number",
        NodeKind::Bool(_) => "a yes-or-no value",
        NodeKind::String(_) => "text",
        NodeKind::Sequence => "a list",
        NodeKind::Mapping => "a group of fields",
    };
    let scalar = matches!(
        place.kind(),
        NodeKind::Int(_) | NodeKind::Float(_) | NodeKind::Bool(_)
    );
    if scalar && expected.contains(&"string") {
        let written = written(place);
        fault.message = format!("{} must be text, but {written} is {got}", field(breach));
        let name = breach.key.filter(|_| !breach.listed).and_then(Node::as_str);
        let name = name.map(|name| format!("{name}: ")).unwrap_or_default();
        return fault.with_help(match breach.schema["errorMessage"].as_str() {
            Some(said) => format!("{said}; in quotes if it reads as a number"),
            None => format!("put it in quotes: `{name}\"{written}\"`"),
        });
    }
    let expected: Vec<&str> = expected
        .iter()
        .map(|name| match *name {
            "string" => "text",
            "array" => "a list",
            "object" => "a group of fields",
            "integer" => "a whole number",
            "number" => "a number",
            "boolean" => "`true` or `false`",
            _ => "left empty",
        })
        .collect();
    fault.message = format!(
        "{} must be {}, not {got}",
        field(breach),
        expected.join(" or ")
    );
    match place
        .as_str()
        .filter(|text| text.chars().count() <= SHOWN && !text.contains('\n'))
    {
        Some(text) if expected == ["a list"] => {
            fault.with_help(format!("write it as a list: `[{text}]`"))
        }
        _ => fault,
    }
}

fn not_listed(breach: &Breach<'_>, options: &[Value], mut fault: Diagnostic) -> Diagnostic {
    let options: Vec<String> = options.iter().map(plain).collect();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    if let [only] = options[..] {
        fault.message = format!("{} can only be `{only}`", field(breach));
        return fault;
    }
    fault.message = format!(
        "{} is not a value that {} can have",
        shown(breach.place),
        owner(breach)
    );
    let listing = format!("the values are {}", listing(&options));
    match breach
        .place
        .as_str()
        .and_then(|word| nearest(word, options))
    {
        Some(meant) => fault
            .with_help(format!("did you mean `{meant}`?"))
            .with_note(listing),
        None => fault.with_help(listing),
    }
}

/// Where something is missing: the key that holds the group of fields, or for an entry of a list
/// and for the whole file its first key.
fn outset(breach: &Breach<'_>) -> Span {
    let key = breach.key.filter(|_| !breach.listed);
    let first = || breach.place.entries().next().map(|(key, _)| key);
    key.or_else(first).unwrap_or(breach.place).span()
}

/// What is judged, by the name of its field: `` `points` ``, or `` an entry of `points` ``.
fn field(breach: &Breach<'_>) -> String {
    match breach.key.and_then(Node::as_str) {
        Some(name) if breach.listed => format!("an entry of `{name}`"),
        Some(name) => format!("`{name}`"),
        None => whole(breach),
    }
}

/// The field that the value or the list around it belongs to.
fn owner(breach: &Breach<'_>) -> String {
    breach
        .key
        .and_then(Node::as_str)
        .map_or_else(|| whole(breach), |name| format!("`{name}`"))
}

/// What is judged, by the title of its schema, with an article: `a provision`.
fn whole(breach: &Breach<'_>) -> String {
    let title = breach
        .titled
        .and_then(|schema| schema["title"].as_str())
        .unwrap_or("file");
    let mut letters = title.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .collect();
    let article = if matches!(first.as_str(), "a" | "e" | "i" | "o") {
        "an"
    } else {
        "a"
    };
    format!("{article} {first}{}", letters.as_str())
}

/// The fields that a group can have: those of the schema that was broken.
fn field_names(breach: &Breach<'_>) -> Vec<&'static str> {
    let fields = breach.schema["properties"].as_object();
    fields
        .map(|fields| fields.iter().filter(|(_, field)| !is_barred(field)))
        .into_iter()
        .flatten()
        .map(|(name, _)| name.as_str())
        .collect()
}

/// A field that the schema knows only to say that it must not be there.
fn is_barred(field: &Value) -> bool {
    field
        .get("not")
        .is_some_and(|barred| barred.as_object().is_some_and(serde_json::Map::is_empty))
}

fn description(breach: &Breach<'_>, name: &str) -> Option<&'static str> {
    [Some(breach.schema), breach.titled]
        .into_iter()
        .flatten()
        .filter_map(|schema| schema["properties"].get(name))
        .find_map(|field| {
            field["description"]
                .as_str()
                .or_else(|| breach.resolve(field)["description"].as_str())
        })
}

/// The first entry of a list that repeats an earlier one.
fn repeated(list: Node<'_>) -> Option<Node<'_>> {
    list.items()
        .enumerate()
        .find(|(at, item)| {
            item.as_str().is_some()
                && list
                    .items()
                    .take(*at)
                    .any(|one| one.as_str() == item.as_str())
        })
        .map(|(_, item)| item)
}

fn entries(count: usize) -> String {
    if count == 1 {
        "1 entry".to_owned()
    } else {
        format!("{count} entries")
    }
}

fn listing(words: &[&str]) -> String {
    let quoted: Vec<String> = words
        .iter()
        .take(LISTED)
        .map(|word| format!("`{word}`"))
        .collect();
    let more = if words.len() > LISTED { " …" } else { "" };
    format!("{}{more}", quoted.join(", "))
}

/// A value of a schema as it is written in a file.
fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// A scalar as it stands in the file.
fn written(node: Node<'_>) -> &str {
    node.tree()
        .text()
        .get(node.span().range())
        .unwrap_or_default()
}

/// A value as a message shows it: the beginning of its first line.
fn shown(node: Node<'_>) -> String {
    let text = match node.kind() {
        NodeKind::Null => return "an empty value".to_owned(),
        NodeKind::Sequence => return "a list".to_owned(),
        NodeKind::Mapping => return "a group of fields".to_owned(),
        NodeKind::String(_) => node.as_str().unwrap_or_default(),
        _ => written(node),
    };
    let line = text.lines().next().unwrap_or_default();
    let start: String = line.chars().take(SHOWN).collect();
    let more = if start.len() < text.trim_end().len() {
        "…"
    } else {
        ""
    };
    format!("`{start}{more}`")
}
