//! What findings look like: every format, at several widths, on lines that are hard to draw.

use std::sync::Arc;

use treatylint::diagnostic::{Confidence, Diagnostic, Label, Locator, Notice, Severity};
use treatylint::render::{Checked, Format, Report, Terminal, render};
use treatylint::text::{Source, SourceId, SourceMap, Span};

const OFFENCE: &str = "\
# yaml-language-server: $schema=../../schema/provision.schema.json
article: \"4\"
heading: Reading of stored data
paragraphs:
  - num: \"1\"
    text: |
      Each State Party shall adopt such legislative measures as may be necessary to establish as criminal offences, under its domestic law, when committed intentionally and without right, the reading of data that are stored in a computer system of another, whether or not the system is connected to a network at the time of the reading.
  - num: \"2\"
    text: |
      A State Party may require that the offence be committed with the intent to obtain data,
      with another dishonest or improper intent, or by
      getting around a measure of security.
";

const STRANGE: &str =
    "article: \"1\"\ntext: \"e\u{301}tat 漢字漢字 😀 \u{202e}esrever\u{202c}\u{200b} – end\"\n";

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words are in the text");
    Span::from_range(start..start + words.len())
}

fn sources() -> SourceMap {
    let mut sources = SourceMap::new();
    for (id, path, text) in [
        (0, "provisions/example/art-004.yaml", OFFENCE),
        (1, "provisions/example/art-009.yaml", STRANGE),
    ] {
        sources.insert(SourceId(id), Arc::new(Source::new(path, text)));
    }
    sources
}

fn locator(article: &str, paragraph: Option<&str>) -> Option<Locator> {
    Some(Locator {
        instrument: "example-2027".to_owned(),
        component: "body".to_owned(),
        division: "chapter II".to_owned(),
        article: article.to_owned(),
        paragraph: paragraph.map(str::to_owned),
        eid: format!("art_{article}"),
    })
}

fn findings() -> Vec<Diagnostic> {
    let offence = SourceId(0);
    let optional = Diagnostic {
        lint: "mental-element-left-to-option".to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Medium,
        message: "a further mental element is left to the choice of each State".to_owned(),
        locator: locator("4", Some("2")),
        labels: vec![
            Label::new(
                offence,
                span(OFFENCE, "may require"),
                "an option, not an element",
            ),
            Label::new(
                offence,
                span(OFFENCE, "committed intentionally and without right"),
                "all that every State must ask for",
            ),
            Label::new(
                SourceId(1),
                span(STRANGE, "漢字漢字 😀"),
                "the same words in another file",
            ),
        ],
        notes: vec![
            "where some States ask for the further element and others do not, the same act is an \
             offence in one and lawful in the other, which matters for double criminality"
                .to_owned(),
        ],
        help: Some("move the element into paragraph 1, so that it governs everywhere".to_owned()),
        fix: None,
        fingerprint: "v1:00112233445566778899aabbccddeeff".to_owned(),
    };
    let lines = span(
        OFFENCE,
        "with another dishonest or improper intent, or by\n      getting around",
    );
    let several_lines = Diagnostic {
        severity: Severity::Error,
        confidence: Confidence::High,
        notes: Vec::new(),
        help: None,
        labels: vec![Label::new(
            offence,
            lines,
            "these words run over a line end",
        )],
        lint: "residual-intent-catch-all".to_owned(),
        message: "\u{1b}[2Jan \u{202e}intent without limits".to_owned(),
        ..optional.clone()
    };
    let strange = Diagnostic::fault(
        "deceptive-unicode",
        SourceId(1),
        span(STRANGE, "\u{202e}esrever\u{202c}"),
        "these characters are shown in another order than they stand in",
    )
    .with_severity(Severity::Note);
    let strange = Diagnostic {
        fingerprint: optional.fingerprint.clone(),
        ..strange
    };
    vec![optional, several_lines, strange]
}

fn rendered(format: Format, terminal: &Terminal) -> String {
    let notices = [Notice::instrument(
        "excerpt",
        "example-2027",
        "lints about absence were withheld, since this is an excerpt",
    )];
    render(
        &Report {
            findings: &findings(),
            notices: &notices,
            sources: &sources(),
            checked: Checked {
                files: 3,
                instruments: 1,
                provisions: 2,
                suppressed: 1,
            },
        },
        format,
        terminal,
    )
}

fn at(width: usize) -> Terminal {
    Terminal {
        width,
        colour: false,
    }
}

#[test]
fn full_at_60_columns() {
    insta::assert_snapshot!(rendered(Format::Full, &at(60)));
}

#[test]
fn full_at_80_columns() {
    insta::assert_snapshot!(rendered(Format::Full, &at(80)));
}

#[test]
fn full_at_120_columns() {
    insta::assert_snapshot!(rendered(Format::Full, &at(120)));
}

#[test]
fn full_in_colour() {
    let terminal = Terminal {
        width: 80,
        colour: true,
    };
    insta::assert_snapshot!(rendered(Format::Full, &terminal));
}

#[test]
fn concise_is_one_line_a_finding() {
    insta::assert_snapshot!(rendered(Format::Concise, &at(80)));
}

#[test]
fn json_is_version_1() {
    insta::assert_snapshot!(rendered(Format::Json, &at(80)));
}

#[test]
fn json_fits_its_schema() {
    let schema = treatylint::schema::source("findings-v1").expect("the format has a schema");
    let schema = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let value = serde_json::from_str(&rendered(Format::Json, &at(80))).unwrap();
    let faults: Vec<_> = validator
        .iter_errors(&value)
        .map(|e| e.to_string())
        .collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn no_format_lets_a_record_act_on_the_terminal() {
    for format in [Format::Full, Format::Concise, Format::Json] {
        let out = rendered(format, &at(80));
        let acts = |c: char| c.is_control() && c != '\n' || "\u{202e}\u{202c}\u{200b}".contains(c);
        assert_eq!(out.find(acts), None, "{format:?}");
        assert!(
            out.contains("\\u{202e}") || out.contains("\\u202e"),
            "{format:?}"
        );
    }
}

#[test]
fn no_line_of_a_snippet_is_wider_than_the_terminal() {
    for width in 40..140 {
        let out = rendered(Format::Full, &at(width));
        let frames = out.lines().filter(|line| line.contains(" │ "));
        for line in frames {
            assert!(treatylint::render::width(line) <= width, "{width}: {line}");
        }
    }
}

/// Spans anywhere in a text, at any width: something is shown, and every underline is drawn.
#[test]
fn any_span_at_any_width_is_drawn() {
    let text = "\u{feff}a: |\r\n  e\u{301} 漢字 😀\t\u{202e}x\r\r\n  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb cc \n\n\nz";
    let mut sources = SourceMap::new();
    sources.insert(SourceId(0), Arc::new(Source::new("a.yaml", text)));
    let boundaries: Vec<usize> = (0..=text.len())
        .filter(|at| text.is_char_boundary(*at))
        .collect();
    for (from, start) in boundaries.iter().enumerate() {
        for end in boundaries[from..].iter().step_by(3) {
            for width in [30, 33, 200] {
                let place = Span::from_range(*start..*end);
                let finding = Diagnostic::fault("yaml-syntax", SourceId(0), place, "m").with_label(
                    Label::new(
                        SourceId(0),
                        Span::from_range(*start..(*start + 1).min(*end)),
                        "x",
                    ),
                );
                let report = Report {
                    findings: &[finding],
                    notices: &[],
                    sources: &sources,
                    checked: Checked::default(),
                };
                let out = render(&report, Format::Full, &at(width));
                assert!(out.contains('┬') || out.contains('─'), "{place:?}");
                assert!(out.contains("╰── x"), "{place:?} at {width}:\n{out}");
            }
        }
    }
}
