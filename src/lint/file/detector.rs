//! Detectors.

use super::super::error::Problem;
use super::super::form::{
    ConditionForm, CountForm, DetectorForm, InsideForm, MainForm, PartnerForm, Spanned, TestForm,
    Word, WordsForm,
};
use super::reader::Reader;
use crate::yaml::{Node, NodeKind};

/// The words one of which says what a detector is. `count` comes last: beside another it is a
/// filter of that one.
const MAIN: [&str; 11] = [
    "fact",
    "phrase",
    "pair",
    "consistent",
    "absent",
    "change",
    "all",
    "any",
    "not",
    "analysis",
    "count",
];

/// A detector that finds nothing: what stands where none could be read.
pub(super) const fn nothing() -> DetectorForm {
    plain(MainForm::Any(Vec::new()))
}

const fn plain(main: MainForm) -> DetectorForm {
    DetectorForm {
        main,
        inside: None,
        conditions: Vec::new(),
        partners: Vec::new(),
        count: None,
        on: None,
    }
}

/// Reads a detector.
pub(super) fn detector(reader: &mut Reader, node: Node<'_>) -> DetectorForm {
    let mains = MAIN.iter().filter(|name| node.key(name).is_some());
    let mut mains: Vec<&str> = mains.copied().collect();
    if mains.len() == 2 {
        mains.retain(|name| *name != "count");
    }
    let [main] = mains[..] else {
        reader.error(node.span(), Problem::Detector);
        return nothing();
    };
    let Some(value) = node.get(main) else {
        return nothing();
    };
    let inside = node.get("in").map(|node| inside(reader, node));
    let conditions = conditions(reader, node.get("where"));
    let main_form = match main {
        "fact" => MainForm::Fact(reader.word(value)),
        "phrase" => MainForm::Phrase(words(reader, value)),
        "pair" => pair(reader, node, value),
        "consistent" => consistent(reader, node, value),
        "absent" => MainForm::Absent {
            what: Box::new(detector(reader, value)),
            from: reader.optional(node, "from", Reader::word),
            at: reader.optional(node, "at", Reader::word),
        },
        "change" => MainForm::Change {
            relation: reader.word(value),
            how: reader.words(node, "how"),
            before: self::conditions(reader, node.get("before")),
        },
        "all" => all(reader, value),
        "any" => MainForm::Any(value.items().map(|one| detector(reader, one)).collect()),
        "count" => MainForm::Count {
            of: Box::new(counted(reader, value)),
            count: count(reader, node),
        },
        "analysis" => MainForm::Analysis(reader.word(value)),
        _ => {
            reader.error(node.span(), Problem::Not);
            MainForm::Any(Vec::new())
        }
    };
    let filter = (main != "count").then(|| node.get("count")).flatten();
    DetectorForm {
        main: main_form,
        inside,
        conditions,
        partners: partners(reader, node),
        count: filter.map(|node| count(reader, node)),
        on: reader.optional(node, "on", Reader::word),
    }
}

/// What `count` counts: the rows of a relation, or what a detector finds.
fn counted(reader: &mut Reader, node: Node<'_>) -> DetectorForm {
    match node.kind() {
        NodeKind::Mapping => detector(reader, node),
        _ => plain(MainForm::Fact(reader.word(node))),
    }
}

fn pair(reader: &mut Reader, node: Node<'_>, value: Node<'_>) -> MainForm {
    let mut both = value
        .items()
        .map(|one| words(reader, one))
        .collect::<Vec<_>>();
    let (Some(second), Some(first)) = (both.pop(), both.pop()) else {
        reader.error(value.span(), Problem::Shape("two phrases"));
        return MainForm::Any(Vec::new());
    };
    MainForm::Pair {
        first,
        second,
        within: reader.optional(node, "within", Reader::word),
        any_order: node.get("order").and_then(Node::as_str) == Some("any"),
        gap: reader.number(node, "gap"),
    }
}

fn consistent(reader: &mut Reader, node: Node<'_>, value: Node<'_>) -> MainForm {
    let per = reader.optional(node, "per", Reader::word);
    if value.kind() == NodeKind::Mapping {
        let entries = value.entries();
        let variants = entries
            .map(|(name, phrases)| (reader.word(name), words(reader, phrases)))
            .collect();
        return MainForm::ConsistentWords { variants, per };
    }
    let share = |node: Node<'_>| node.raw().parse::<f64>().ok();
    let majority = node.get("majority").and_then(share).unwrap_or(0.5);
    MainForm::ConsistentFact {
        relation: reader.word(value),
        column: reader.required(node, "column", "`consistent`", Reader::word),
        per,
        // The schema keeps it between a half and one.
        majority: (majority.clamp(0.0, 1.0) * 100.0).round() as u32,
        min: reader.number(node, "min").unwrap_or(2),
    }
}

fn all(reader: &mut Reader, value: Node<'_>) -> MainForm {
    let mut others = Vec::new();
    let mut first = None;
    for item in value.items() {
        let (wanted, form) = match item.get("not") {
            Some(inner) => {
                let mut form = detector(reader, inner);
                form.on = form
                    .on
                    .or_else(|| reader.optional(item, "on", Reader::word));
                (false, form)
            }
            None => (true, detector(reader, item)),
        };
        if first.is_none() && wanted {
            first = Some(Box::new(form));
        } else if first.is_none() {
            reader.error(item.span(), Problem::Not);
        } else {
            others.push((wanted, form));
        }
    }
    match first {
        Some(first) => MainForm::All { first, others },
        None => {
            reader.error(value.span(), Problem::Shape("detectors"));
            MainForm::Any(Vec::new())
        }
    }
}

/// Phrases, or `{lexicon: …}`.
pub(super) fn words(reader: &mut Reader, node: Node<'_>) -> WordsForm {
    match node.kind() {
        NodeKind::Mapping => {
            let lists = reader.words(node, "lexicon");
            if lists.is_empty() {
                reader.missing(node, "lexicon", "a mapping of phrases");
            }
            WordsForm::Lexicon(lists)
        }
        _ => WordsForm::Inline(reader.one_or_more(node)),
    }
}

/// `given`, `join` and `with` (wanted), `none` and `unless` (unwanted).
pub(super) fn partners(reader: &mut Reader, node: Node<'_>) -> Vec<PartnerForm> {
    let mut partners = Vec::new();
    for (key, wanted) in [
        ("join", true),
        ("given", true),
        ("with", true),
        ("none", false),
        ("unless", false),
    ] {
        let Some(value) = node.get(key) else {
            continue;
        };
        let items: Vec<Node<'_>> = match value.kind() {
            NodeKind::Sequence => value.items().collect(),
            _ => vec![value],
        };
        for item in items {
            partners.push(partner(reader, item, wanted));
        }
    }
    partners
}

fn partner(reader: &mut Reader, node: Node<'_>, wanted: bool) -> PartnerForm {
    let mut form = detector(reader, node);
    // A phrase says `within` where other detectors say `on`, unless it is a pair, whose own it is.
    if !matches!(form.main, MainForm::Pair { .. }) {
        form.on = form
            .on
            .or_else(|| reader.optional(node, "within", Reader::word));
    }
    let same = node.get("same").into_iter().flat_map(Node::entries);
    PartnerForm {
        wanted,
        detector: form,
        same: same
            .map(|(own, other)| (reader.word(own), reader.word(other)))
            .collect(),
        side: reader.optional(node, "side", Reader::word),
        gap: reader.number(node, "gap"),
    }
}

fn count(reader: &mut Reader, node: Node<'_>) -> CountForm {
    CountForm {
        per: reader.optional(node, "per", Reader::word),
        min: reader.number(node, "min"),
        max: reader.number(node, "max"),
        words: reader.number(node, "words"),
    }
}

fn inside(reader: &mut Reader, node: Node<'_>) -> InsideForm {
    InsideForm {
        kinds: reader.words(node, "kinds"),
        not_kinds: reader.words(node, "not-kinds"),
        parts: reader.words(node, "parts"),
        components: reader.words(node, "components"),
        profiles: reader.words(node, "profiles"),
        styles: reader.words(node, "styles"),
        languages: reader.words(node, "languages"),
    }
}

/// The conditions of a `where` or a `when`.
pub(super) fn conditions(reader: &mut Reader, node: Option<Node<'_>>) -> Vec<ConditionForm> {
    let entries = node.into_iter().flat_map(Node::entries);
    entries
        .map(|(key, value)| ConditionForm {
            column: reader.word(key),
            tests: tests(reader, value),
        })
        .collect()
}

fn tests(reader: &mut Reader, node: Node<'_>) -> Vec<TestForm> {
    if node.kind() != NodeKind::Mapping {
        return vec![TestForm::Any(values(reader, node))];
    }
    let mut tests = Vec::new();
    for (key, value) in node.entries() {
        let test = match key.as_str().unwrap_or_default() {
            "not" => TestForm::Not(values(reader, value)),
            "all" => TestForm::All(values(reader, value)),
            "lexicon" => TestForm::Lexicon(reader.one_or_more(value)),
            "same-as" => TestForm::SameAs(reader.word(value)),
            "differs-from" => TestForm::DiffersFrom(reader.word(value)),
            "present" if value.as_bool().is_some() => {
                TestForm::Present(value.as_bool().unwrap_or(true))
            }
            "min" if value.as_int().is_some() => TestForm::Min(value.as_int().unwrap_or(0)),
            "max" if value.as_int().is_some() => TestForm::Max(value.as_int().unwrap_or(0)),
            "present" => {
                reader.error(value.span(), Problem::Shape("`true` or `false`"));
                continue;
            }
            "min" | "max" => {
                reader.error(value.span(), Problem::Shape("a whole number"));
                continue;
            }
            other => {
                let known = [
                    "not",
                    "all",
                    "min",
                    "max",
                    "lexicon",
                    "same-as",
                    "differs-from",
                    "present",
                ];
                reader.error(
                    key.span(),
                    Problem::unknown(other, "a test of a column", known),
                );
                continue;
            }
        };
        tests.push(test);
    }
    tests
}

fn values(reader: &mut Reader, node: Node<'_>) -> Vec<String> {
    let words: Vec<Word> = reader.one_or_more(node);
    words
        .into_iter()
        .map(|Spanned { value, .. }| value)
        .collect()
}
