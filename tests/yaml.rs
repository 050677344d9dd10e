//! What the reader of YAML accepts, what it refuses, and where it says so.

use std::sync::Arc;

use treatylint::text::{Source, SourceId};
use treatylint::yaml::{FAULTS, Limits, Node, NodeKind, Parsed, parse, parse_source};

fn read(text: &str) -> Parsed {
    parse(SourceId(0), &Arc::from(text), &Limits::default())
}

/// The tree of a text without faults, as one line.
fn shape(text: &str) -> String {
    let parsed = read(text);
    assert!(parsed.faults.is_empty(), "{text:?}: {:?}", parsed.faults);
    render(parsed.tree.expect("a tree").root())
}

fn render(node: Node<'_>) -> String {
    match node.kind() {
        NodeKind::Null => "null".to_owned(),
        NodeKind::Bool(value) => value.to_string(),
        NodeKind::Int(value) => value.to_string(),
        NodeKind::Float(value) => format!("{value:?}"),
        NodeKind::String(_) => format!("{:?}", node.as_str().expect("a string has a text")),
        NodeKind::Sequence => {
            format!(
                "[{}]",
                node.items().map(render).collect::<Vec<_>>().join(", ")
            )
        }
        NodeKind::Mapping => {
            let entries = node
                .entries()
                .map(|(k, v)| format!("{}: {}", render(k), render(v)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The faults of a text: id and words.
fn faults(text: &str) -> Vec<(String, String)> {
    let parsed = read(text);
    parsed
        .faults
        .iter()
        .map(|fault| {
            (
                fault.lint.clone(),
                text[fault.primary().span.range()].to_owned(),
            )
        })
        .collect()
}

fn one(text: &str, id: &str, words: &str) {
    assert_eq!(
        faults(text),
        [(id.to_owned(), words.to_owned())],
        "{text:?}"
    );
}

#[test]
fn trees_of_every_form() {
    assert_eq!(
        shape("a: b\nc: [1, {d: e}, f: g]\nh:\n- i\n- j: ~\n  k: true\n"),
        r#"{"a": "b", "c": [1, {"d": "e"}, {"f": "g"}], "h": ["i", {"j": null, "k": true}]}"#
    );
    assert_eq!(
        shape("a:\nb: ''\nc: -x\n"),
        r#"{"a": null, "b": "", "c": "-x"}"#
    );
    assert_eq!(shape("\u{feff}a: é\n"), r#"{"a": "é"}"#);
    assert_eq!(
        shape("a: no\nb: 010\nc: 1e3\n"),
        r#"{"a": "no", "b": 10, "c": 1000.0}"#
    );
    assert_eq!(shape("\"1\": x\n'true': y\n"), r#"{"1": "x", "true": "y"}"#);
    assert_eq!(
        shape("---\na: x\u{2028}y\u{85}z\n...\n"),
        r#"{"a": "x\u{2028}y\u{85}z"}"#
    );
}

#[test]
fn spans_of_collections_and_block_scalars() {
    let text = "# |\nlist: # one | two\n- a\n- b: |2- # c |\n\n    x\n     y  \n\n\n  c: >\n    q\n    r\n# end\nz: {k: [1, 2]}\n";
    let tree = read(text).tree.expect("a tree");
    let root = tree.root();
    assert_eq!(
        root.raw(),
        &text[text.find("list").unwrap()..text.len() - 1]
    );
    let list = root.get("list").unwrap();
    assert!(list.raw().starts_with("- a\n- b"), "{:?}", list.raw());
    assert!(list.raw().ends_with("    r"), "{:?}", list.raw());
    let second = list.items().nth(1).unwrap();
    assert_eq!(
        second.get("b").unwrap().raw(),
        "|2- # c |\n\n    x\n     y  "
    );
    assert_eq!(second.get("c").unwrap().raw(), ">\n    q\n    r");
    assert_eq!(root.get("z").unwrap().raw(), "{k: [1, 2]}");
    let comments: Vec<_> = tree
        .comments()
        .iter()
        .map(|c| (&text[c.span.range()], c.own_line))
        .collect();
    assert_eq!(
        comments,
        [
            ("# |", true),
            ("# one | two", false),
            ("# c |", false),
            ("# end", true)
        ]
    );
}

#[test]
fn empty_values_stand_after_their_colon() {
    let text = "a:\nb:   # c\nc:\n  -\n  - x\n";
    let tree = read(text).tree.expect("a tree");
    let at = |key: &str| tree.root().get(key).unwrap().span();
    assert_eq!((at("a").start, at("a").end), (2, 2));
    assert_eq!((at("b").start, at("b").end), (5, 5));
    let item = tree.root().get("c").unwrap().items().next().unwrap().span();
    assert_eq!((item.start, item.end), (18, 18));
    for text in ["a: |\n", "a: |+\n\n\nb: 1\n", "- >-\n\n- x\n"] {
        let tree = read(text).tree.expect("a tree");
        let root = tree.root();
        let value = root
            .entries()
            .next()
            .map(|(_, v)| v)
            .or_else(|| root.items().next())
            .unwrap();
        assert!(
            value.raw().starts_with(['|', '>']),
            "{text:?}: {:?}",
            value.raw()
        );
        assert!(!value.raw().contains('\n'), "{text:?}: {:?}", value.raw());
    }
}

#[test]
fn each_refused_thing_is_one_fault_on_its_words() {
    one("a: &x 1\n", "yaml-anchor", "&x");
    one("a: *x\n", "yaml-alias", "*x");
    one("*x : 1\nb: 2\n", "yaml-alias", "*x");
    one("a: !!str 1\n", "yaml-tag", "!!str");
    one("a: !own\n  b: c\n", "yaml-tag", "!own");
    one("a:\n  <<: {b: c}\n", "yaml-merge-key", "<<");
    one("a:\n  <<: [*b, *c]\n", "yaml-merge-key", "<<");
    one("1: x\n", "yaml-non-string-key", "1");
    one("true: x\n", "yaml-non-string-key", "true");
    one("[a]: x\n", "yaml-non-string-key", "[a]");
    one("? {a: b}\n: x\n", "yaml-non-string-key", "{a: b}");
    one(": x\n", "yaml-non-string-key", "");
    one("a: 1\n---\nb: 2\n", "yaml-multiple-documents", "---");
    one("\ta: b\n", "yaml-tab-indentation", "\t");
    one("a:\n\tb: c\n", "yaml-tab-indentation", "\t");
    one("a:\n  \t- b\n", "yaml-tab-indentation", "\t");
    one(
        "a: x\0\0y\nb: \u{7f}\n".trim_end_matches("b: \u{7f}\n"),
        "control-character",
        "\0\0",
    );
    one("", "empty-file", "");
    one("# only a comment\n", "empty-file", "");
    one("---\n", "empty-file", "");
    one("a: b: c\n", "yaml-syntax", ":");
    one("a: 'b\n", "yaml-syntax", "'");
    one("a: b\n \t# c\n\tc\n", "yaml-tab-indentation", "\t");
    one("a: b\n\n\t # c\n  d\n", "yaml-syntax", "#");
    one("a: \u{feff}b\n", "yaml-syntax", "\u{feff}");
}

#[test]
fn a_text_that_runs_into_the_next_key_is_shown_where_it_starts() {
    for (text, start, colon) in [
        (
            "heading Illegal access\nkind: x\n",
            "heading Illegal access",
            27,
        ),
        ("a: b\n c: d\n", "b", 7),
    ] {
        let parsed = read(text);
        let [fault] = &parsed.faults[..] else {
            panic!("{:?}", parsed.faults)
        };
        assert_eq!(fault.lint, "yaml-syntax");
        assert_eq!(fault.primary().span.start, colon, "{text:?}");
        assert_eq!(&text[fault.labels[1].span.range()], start);
    }
    one(
        "a: b\n<<<<<<< HEAD\nc: d\n=======\n",
        "yaml-syntax",
        "<<<<<<< HEAD",
    );
}

#[test]
fn a_duplicate_key_points_at_both() {
    let text = "a: 1\nb: 2\n\"a\": 3\n";
    let parsed = read(text);
    let [fault] = &parsed.faults[..] else {
        panic!("{:?}", parsed.faults)
    };
    assert_eq!(fault.lint, "yaml-duplicate-key");
    assert_eq!(&text[fault.primary().span.range()], "\"a\"");
    assert_eq!(
        (fault.labels[1].span.start, fault.labels[1].span.end),
        (0, 1)
    );
    assert_eq!(render(parsed.tree.unwrap().root()), r#"{"a": 1, "b": 2}"#);
    let many: String = (0..40).map(|n| format!("k{}: {n}\n", n % 30)).collect();
    assert_eq!(read(&many).faults.len(), 10);
}

#[test]
fn all_faults_of_a_file_come_at_once_and_in_order() {
    let found = faults("a: &x 1\n2: *x\na: !t y\n<<: *x\n---\nb: c\n");
    let ids: Vec<_> = found.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "yaml-anchor",
            "yaml-non-string-key",
            "yaml-alias",
            "yaml-duplicate-key",
            "yaml-tag",
            "yaml-merge-key",
            "yaml-multiple-documents"
        ]
    );
    let controls = faults("a: \u{1}x\u{80}\u{ffff}\nb: \u{7f}\n");
    assert_eq!(controls.len(), 3, "{controls:?}");
}

#[test]
fn nesting_and_size_are_limited() {
    let deep = format!("a: {}{}\n", "[".repeat(40), "]".repeat(40));
    let limits = Limits {
        bytes: 1000,
        depth: 20,
    };
    let parsed = parse(SourceId(0), &Arc::from(&*deep), &limits);
    assert!(parsed.tree.is_none());
    assert_eq!(parsed.faults[0].lint, "yaml-nesting");
    assert_eq!(parsed.faults[0].primary().span.start, 3 + 19);
    let blocks: String = (0..200).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    assert_eq!(read(&blocks).faults[0].lint, "yaml-nesting");
    let limits = Limits {
        bytes: 4,
        depth: 20,
    };
    let parsed = parse(SourceId(0), &Arc::from("a: bc\n"), &limits);
    assert_eq!(parsed.faults[0].lint, "file-too-large");
    assert!(parsed.tree.is_none());
}

#[test]
fn bytes_that_are_no_text_keep_their_place() {
    let source = Source::from_bytes(
        "x.yaml",
        b"a: caf\xe9 x\nb: \xff\xfe\nc: \xe2\x82\n".to_vec(),
    );
    let parsed = parse_source(SourceId(0), &source, &Limits::default());
    assert!(parsed.tree.is_none());
    let spans: Vec<_> = parsed
        .faults
        .iter()
        .map(|f| (f.primary().span.start, f.primary().span.end))
        .collect();
    assert_eq!(spans, [(6, 7), (13, 15), (19, 21)]);
    assert!(
        parsed
            .faults
            .iter()
            .all(|fault| fault.lint == "invalid-utf8")
    );
    let utf16: Vec<u8> = b"\xff\xfe"
        .iter()
        .copied()
        .chain("a: b".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let source = Source::from_bytes("x.yaml", utf16);
    let parsed = parse_source(SourceId(0), &source, &Limits::default());
    assert_eq!(parsed.faults.len(), 1);
    assert!(parsed.faults[0].message.contains("UTF-16"));
}

#[test]
fn tabs_that_do_not_indent_are_let_be() {
    assert_eq!(shape("a:\tb\n"), r#"{"a": "b"}"#);
    assert_eq!(shape("a: |\n  \tb\n"), r#"{"a": "\tb\n"}"#);
    assert_eq!(shape("a: [\n  \tb,\n  \tc ]\n"), r#"{"a": ["b", "c"]}"#);
    assert_eq!(
        shape("a: b\n\t\n  \t# c\nd: e\n"),
        r#"{"a": "b", "d": "e"}"#
    );
}

#[test]
fn the_table_of_faults_is_sorted_by_kind_and_speaks_plainly() {
    for fault in FAULTS {
        assert!(!fault.summary.ends_with('.'), "{}", fault.id);
        assert!(
            fault.summary.starts_with(char::is_lowercase),
            "{}",
            fault.id
        );
    }
    let mut ids: Vec<_> = FAULTS.iter().map(|fault| fault.id).collect();
    ids.dedup();
    assert!(ids.is_sorted());
    assert_eq!(ids.len(), 14);
}
