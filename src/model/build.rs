//! Trees to model.

use std::cmp::Ordering;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use super::UnitId;
use super::record::{Level, Record, Text, Unit};
use super::{Allow, Habit, Instrument, Kind, Number, Profile, Status, Style, label_value};
use crate::diagnostic::Diagnostic;
use crate::text::SourceId;
use crate::yaml::{Node, Tree};

/// The faults that building a model can report, with a summary each.
pub const FAULTS: &[(&str, &str)] = &[
    (
        "division-not-found",
        "`in` names a division that instrument.yaml does not have",
    ),
    (
        "division-ambiguous",
        "`in` names a division that instrument.yaml has more than once",
    ),
];

/// A parsed record and where it lies.
#[derive(Debug)]
pub struct RecordFile {
    /// The path relative to the folder of `instrument.yaml`.
    pub path: PathBuf,
    /// The source.
    pub source: SourceId,
    /// The parsed file, which has passed the schema.
    pub tree: Arc<Tree>,
}

/// Builds an instrument from `instrument.yaml` and its records, in any order.
///
/// `fallback_id` names the instrument where `instrument.yaml` gives no id, which the schema would
/// have refused. Returns what the schema cannot see as faults.
#[must_use]
pub fn build(
    head: RecordFile,
    records: Vec<RecordFile>,
    fallback_id: &str,
) -> (Instrument, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let root = head.tree.root();
    let word = |key: &str| root.get(key).and_then(Node::as_str).unwrap_or_default();
    let mut instrument = Instrument {
        id: Some(word("id"))
            .filter(|id| !id.is_empty())
            .unwrap_or(fallback_id)
            .to_owned(),
        language: Some(word("language"))
            .filter(|tag| !tag.is_empty())
            .unwrap_or("en")
            .to_owned(),
        style: Style::from_word(word("style")),
        status: Status::from_word(word("status")),
        profile: Profile::from_word(word("profile")),
        excerpt: root.get("excerpt").and_then(Node::as_bool).unwrap_or(false),
        incomplete: false,
        records: Vec::with_capacity(records.len() + 1),
    };
    instrument.records.push(head_record(&head));
    let mut built: Vec<(Option<i64>, Record)> = records
        .into_iter()
        .map(|file| record(&instrument, file, &mut faults))
        .collect();
    number(&mut built);
    built.sort_by(order);
    instrument
        .records
        .extend(built.into_iter().map(|(_, record)| record));
    (instrument, faults)
}

/// `instrument.yaml` as a record: the title is the heading of its root, divisions are its units. A
/// component with divisions of its own stands as a division whose type is its name.
fn head_record(file: &RecordFile) -> Record {
    let root = file.tree.root();
    let top = Unit {
        heading: text(root, "title"),
        ..unit(Level::Instrument, None, 1)
    };
    let units = grow(root, top, |node| {
        ["divisions", "components"]
            .into_iter()
            .flat_map(move |key| node.get(key).into_iter().flat_map(Node::items))
            .map(|item| {
                let kind = text(item, "type").or_else(|| text(item, "component"));
                let unit = Unit {
                    // The name of a component (`annex-1`) has its number in it already.
                    num: text(item, "num").filter(|_| item.get("component").is_none()),
                    heading: text(item, "heading"),
                    division: kind,
                    ..unit(Level::Division, None, 1)
                };
                (item, unit)
            })
            .collect()
    });
    Record {
        source: file.source,
        path: file.path.clone(),
        component: "-".to_owned(),
        division: None,
        number: None,
        units,
        allow: allows(root),
        tree: Arc::clone(&file.tree),
    }
}

/// Grows a tree of units in the order of the text, parents before children. The stack is our own:
/// the file decides how deep it nests.
fn grow<'t>(
    root: Node<'t>,
    top: Unit,
    below: impl Fn(Node<'t>) -> Vec<(Node<'t>, Unit)>,
) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut open = vec![(root, top)];
    while let Some((node, unit)) = open.pop() {
        let id = UnitId(u32::try_from(units.len()).unwrap_or(u32::MAX));
        if let Some(parent) = unit.parent {
            let parent: &mut Unit = &mut units[parent.0 as usize];
            parent.children.push(id);
        }
        units.push(unit);
        let children = (1..).zip(below(node));
        let placed = children.map(|(ordinal, (node, unit))| {
            (
                node,
                Unit {
                    parent: Some(id),
                    ordinal,
                    ..unit
                },
            )
        });
        let at = open.len();
        open.extend(placed);
        open[at..].reverse();
    }
    units
}

fn record(
    instrument: &Instrument,
    file: RecordFile,
    faults: &mut Vec<Diagnostic>,
) -> (Option<i64>, Record) {
    let root = file.tree.root();
    let units = paragraphs(root);
    let component = root
        .get("component")
        .and_then(Node::as_str)
        .map_or_else(|| component_of(&file.path), str::to_owned);
    let division = root
        .get("in")
        .and_then(|path| division(instrument, &component, path, faults));
    let order = root.get("order").and_then(Node::as_int);
    let allow = allows(root);
    let record = Record {
        source: file.source,
        path: file.path,
        component,
        division,
        number: None,
        units,
        allow,
        tree: file.tree,
    };
    (order, record)
}

/// The component that a path says: its folder, or for `preamble.yaml` and `testimonium.yaml` the
/// file itself.
fn component_of(path: &Path) -> String {
    let folder = path
        .parent()
        .and_then(Path::file_name)
        .and_then(|name| name.to_str());
    let stem = path
        .file_stem()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    match (folder, stem) {
        (Some(folder), _) if !folder.is_empty() => folder.to_owned(),
        (_, "preamble" | "testimonium") => stem.to_owned(),
        _ => "body".to_owned(),
    }
}

fn paragraphs(root: Node<'_>) -> Vec<Unit> {
    let mut top = read(root, Level::Article);
    top.num = text(root, "article");
    grow(root, top, |node| {
        [("points", Level::Point), ("paragraphs", Level::Paragraph)]
            .into_iter()
            .flat_map(|(key, level)| {
                let items = node.get(key).into_iter().flat_map(Node::items);
                items.map(move |item| (item, read(item, level)))
            })
            .collect()
    })
}

fn read(node: Node<'_>, level: Level) -> Unit {
    let flag = |key: &str| node.get(key).and_then(Node::as_bool).unwrap_or(false);
    Unit {
        num: text(node, "num"),
        printed: text(node, "printed"),
        heading: text(node, "heading"),
        text: text(node, "text"),
        tail: text(node, "tail"),
        kinds: kinds(node),
        omitted: flag("omitted"),
        table: node.get("type").and_then(Node::as_str) == Some("table"),
        ..unit(level, None, 1)
    }
}

const fn unit(level: Level, parent: Option<UnitId>, ordinal: u32) -> Unit {
    Unit {
        level,
        parent,
        children: Vec::new(),
        ordinal,
        num: None,
        printed: None,
        heading: None,
        text: None,
        tail: None,
        kinds: Vec::new(),
        omitted: false,
        table: false,
        division: None,
    }
}

fn text(node: Node<'_>, key: &str) -> Option<Text> {
    node.get(key)
        .filter(|value| value.as_str().is_some())
        .map(|value| Text(value.id()))
}

fn kinds(node: Node<'_>) -> Vec<(Kind, Text)> {
    let Some(declared) = node.get("kind") else {
        return Vec::new();
    };
    let one = declared.as_str().is_some().then_some(declared);
    one.into_iter()
        .chain(declared.items())
        .filter_map(|word| Some((Kind::from_str(word.as_str()?).ok()?, Text(word.id()))))
        .collect()
}

fn allows(root: Node<'_>) -> Vec<Allow> {
    let entries = root.get("allow").into_iter().flat_map(Node::items);
    entries
        .map(|entry| {
            let word = |key: &str| entry.get(key).and_then(Node::as_str).map(str::to_owned);
            Allow {
                lint: word("lint").unwrap_or_default(),
                paragraph: word("paragraph"),
                reason: word("reason").unwrap_or_default(),
                expires: word("expires"),
                span: entry.span(),
            }
        })
        .collect()
}

/// Finds the division that an `in` path names: all of it, from the root, on type and number.
fn division(
    instrument: &Instrument,
    component: &str,
    path: Node<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<UnitId> {
    let head = instrument.head();
    let named = |unit: &Unit| unit.division.map_or("", |text| head.str(text));
    let own = head
        .units()
        .find(|(_, unit)| named(unit) == component)
        .map(|(id, _)| id);
    let start = own.unwrap_or(UnitId::ROOT);
    let mut found = vec![start];
    for step in path.items() {
        let name = fold(step.as_str()?);
        found = head
            .units()
            .filter(|(_, unit)| unit.parent.is_some_and(|above| found.contains(&above)))
            .filter(|(_, unit)| {
                let num = unit.num.map_or("", |text| head.str(text));
                fold(&format!("{} {num}", named(unit))) == name
            })
            .map(|(id, _)| id)
            .collect();
    }
    let source = path.tree().source();
    match found.as_slice() {
        [one] => Some(*one).filter(|id| *id != start || own.is_some()),
        [] => {
            faults.push(
                Diagnostic::fault(
                    "division-not-found",
                    source,
                    path.span(),
                    "instrument.yaml has no such division",
                )
                .with_help("write the full path from the root, as `divisions` has it"),
            );
            None
        }
        [_, ..] => {
            faults.push(
                Diagnostic::fault(
                    "division-ambiguous",
                    source,
                    path.span(),
                    "instrument.yaml has more than one such division",
                )
                .with_help("give the divisions distinct numbers"),
            );
            None
        }
    }
}

fn fold(name: &str) -> String {
    name.split_whitespace()
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Reads article numbers by the habit of each component.
fn number(records: &mut [(Option<i64>, Record)]) {
    let mut components: Vec<String> = records
        .iter()
        .map(|(_, record)| record.component.clone())
        .collect();
    components.sort();
    components.dedup();
    for component in components {
        let labels = records
            .iter()
            .filter(|(_, record)| record.component == component)
            .map(|(_, record)| record.article())
            .filter(|article| !article.is_empty());
        let Some(habit) = Habit::of(labels) else {
            continue;
        };
        for (_, record) in records
            .iter_mut()
            .filter(|(_, record)| record.component == component)
        {
            record.number = label_value(record.article(), habit);
        }
    }
}

/// Component, then division in the order of `instrument.yaml` (what stands in none comes first),
/// then declared order, then number, then file name.
fn order((a_order, a): &(Option<i64>, Record), (b_order, b): &(Option<i64>, Record)) -> Ordering {
    component_rank(&a.component)
        .cmp(&component_rank(&b.component))
        .then_with(|| a.division.cmp(&b.division))
        .then_with(|| {
            a_order
                .unwrap_or(i64::MAX)
                .cmp(&b_order.unwrap_or(i64::MAX))
        })
        .then_with(|| number_or_last(a).cmp(&number_or_last(b)))
        .then_with(|| a.path.cmp(&b.path))
}

fn number_or_last(record: &Record) -> Number {
    record
        .number
        .clone()
        .unwrap_or_else(|| Number::plain(u32::MAX))
}

/// The preamble, the body, the testimonium, then annexes, protocols and notes by their numbers.
fn component_rank(component: &str) -> (u32, u32, &str) {
    let (stem, number) = component.rsplit_once('-').unwrap_or((component, ""));
    let rank = match stem {
        "preamble" => 0,
        "body" => 1,
        "testimonium" => 2,
        "annex" => 3,
        "protocol" => 4,
        "note" => 5,
        _ => 6,
    };
    (rank, number.parse().unwrap_or(u32::MAX), component)
}

#[cfg(test)]
mod tests;
