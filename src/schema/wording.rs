//! Faults in words for a lawyer, on the bytes at fault.

use std::collections::HashSet;

use serde_json::Value;

use super::VIOLATION;
use super::breach::{Breach, Rule};
use super::naming::{
    SHOWN, alternatives, entries, is_unquoted, listing, plain, shown, type_name, written,
};
use super::suggest::nearest;
use super::validator::Breaches;
use crate::diagnostic::Diagnostic;
use crate::text::Span;
use crate::yaml::{Node, NodeKind, Tree};

/// The findings of the breaches of a file, in its order, each fault once.
pub(super) fn findings(tree: &Tree, found: &Breaches<'_>) -> Vec<Diagnostic> {
    let breaches = &found.breaches;
    // A value of the wrong type breaks other rules too; they would only repeat it.
    let mistyped: HashSet<_> = breaches
        .iter()
        .filter(|breach| matches!(breach.rule, Rule::WrongType(_)))
        .map(|breach| breach.place.node.id())
        .collect();
    let mut findings: Vec<Diagnostic> = breaches
        .iter()
        .filter(|breach| {
            matches!(breach.rule, Rule::WrongType(_)) || !mistyped.contains(&breach.place.node.id())
        })
        .map(|breach| finding(tree, breach))
        .collect();
    findings.sort_by(|a, b| (a.primary().span, &a.message).cmp(&(b.primary().span, &b.message)));
    findings.dedup_by(|a, b| a.primary().span == b.primary().span && a.message == b.message);
    if !found.all
        && let Some(last) = findings.last_mut()
    {
        last.notes
            .push("there may be more faults in this file than are shown".to_owned());
    }
    findings
}

fn finding(tree: &Tree, breach: &Breach<'_>) -> Diagnostic {
    let said = breach.part.said();
    let fault = |span, message: String| Diagnostic::fault(VIOLATION, tree.source(), span, message);
    let value = breach.place.node.span();
    match &breach.rule {
        Rule::UnknownField(key) => {
            let name = key.as_str().unwrap_or_default();
            let fields = breach.part.fields();
            let fault = fault(
                key.span(),
                format!("`{name}` is not a field of {}", breach.part.title()),
            );
            match nearest(name, fields.iter().copied()) {
                Some(meant) => fault.with_help(format!("did you mean `{meant}`?")),
                None => fault.with_help(format!("the fields are {}", listing(&fields))),
            }
        }
        Rule::MissingField(name) => {
            let message = said.map_or_else(
                || format!("{} needs the field `{name}`", breach.part.title()),
                str::to_owned,
            );
            let place = breach.cause.map_or_else(|| outset(breach), Node::span);
            let fault = fault(place, message);
            match breach.part.description(name) {
                Some(description) => fault.with_help(format!("`{name}`: {description}")),
                None => fault,
            }
        }
        Rule::WrongType(expected) => wrong_type(breach, expected, fault(value, String::new())),
        Rule::NotListed(options) => not_listed(breach, options, fault(value, String::new())),
        Rule::Pattern => {
            let message = format!(
                "{} is not how {} is written",
                shown(breach.place.node),
                field(breach)
            );
            helped(fault(value, message), said)
        }
        Rule::EmptyText => fault(value, format!("{} is empty", field(breach)))
            .with_help("write it, or leave the field out"),
        Rule::TooFew(limit) => {
            let count = breach.place.node.items().len();
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
            let count = breach.place.node.items().len();
            fault(
                value,
                format!(
                    "{} has {}, but can have only {limit}",
                    field(breach),
                    entries(count)
                ),
            )
        }
        Rule::NoField => fault(value, format!("{} cannot be empty", breach.part.title())),
        Rule::Repeated => {
            let again = repeated(breach.place.node).unwrap_or(breach.place.node);
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
            let names = &breach.part.schema["propertyNames"];
            let said = said.or_else(|| names["errorMessage"].as_str());
            helped(fault(key.span(), message), said)
        }
        Rule::Forbidden => {
            let place = breach.place.key.map_or(value, Node::span);
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
    let place = breach.place.node;
    if place.kind() == NodeKind::Null {
        if let Some(key) = breach.place.own_key() {
            fault.labels[0].span = key.span();
        }
        fault.message = format!("{} has no value", field(breach));
        return fault.with_help("write it, or leave the field out");
    }
    if is_unquoted(place) && expected.contains(&"string") {
        return unquoted(breach, fault);
    }
    fault.message = format!(
        "{} must be {}, not {}",
        field(breach),
        alternatives(expected),
        type_name(place)
    );
    let text = place.as_str().unwrap_or_default();
    let short = !text.is_empty() && !text.contains('\n') && text.chars().count() <= SHOWN;
    if short && expected == ["array"] {
        return fault.with_help(format!("write it as a list: `[{text}]`"));
    }
    fault
}

/// A number or truth value where a text should stand: nearly always a label that reads as one.
fn unquoted(breach: &Breach<'_>, mut fault: Diagnostic) -> Diagnostic {
    let written = written(breach.place.node);
    fault.message = format!(
        "{} must be text, but {written} is {}",
        field(breach),
        type_name(breach.place.node)
    );
    let name = breach.place.own_key().and_then(Node::as_str);
    let name = name.map(|name| format!("{name}: ")).unwrap_or_default();
    fault.with_help(match breach.part.said() {
        Some(said) => format!("{said}; in quotes if it reads as a number"),
        None => format!("put it in quotes: `{name}\"{written}\"`"),
    })
}

fn not_listed(breach: &Breach<'_>, options: &[Value], mut fault: Diagnostic) -> Diagnostic {
    let options: Vec<String> = options.iter().map(plain).collect();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    if is_unquoted(breach.place.node) && options.contains(&written(breach.place.node)) {
        return unquoted(breach, fault);
    }
    if let [only] = options[..] {
        fault.message = format!("{} can only be `{only}`", field(breach));
        return fault;
    }
    fault.message = format!(
        "{} is not a value that {} can have",
        shown(breach.place.node),
        owner(breach)
    );
    let listing = format!("the values are {}", listing(&options));
    match breach
        .place
        .node
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
    let key = breach.place.own_key();
    let first = || breach.place.node.entries().next().map(|(key, _)| key);
    key.or_else(first).unwrap_or(breach.place.node).span()
}

/// What is judged, by the name of its field: `` `points` ``, or `` an entry of `points` ``.
fn field(breach: &Breach<'_>) -> String {
    match breach.place.key.and_then(Node::as_str) {
        Some(name) if breach.place.listed => format!("an entry of `{name}`"),
        Some(name) => format!("`{name}`"),
        None => breach.part.title(),
    }
}

/// The field that the value or the list around it belongs to.
fn owner(breach: &Breach<'_>) -> String {
    breach
        .place
        .key
        .and_then(Node::as_str)
        .map_or_else(|| breach.part.title(), |name| format!("`{name}`"))
}

/// The first entry of a list that repeats an earlier one.
fn repeated(list: Node<'_>) -> Option<Node<'_>> {
    let mut seen = HashSet::new();
    list.items()
        .find(|item| item.as_str().is_some_and(|text| !seen.insert(text)))
}
