//! Faults of configurations, lexicons and profiles, and the form of findings.

use treatylint::schema::SchemaKind;

use super::check;

#[test]
fn a_configuration_is_judged_field_by_field() {
    check(SchemaKind::Config, "{}\n", &[]);
    check(
        SchemaKind::Config,
        "edition: \"2026\"\npaths: [provisions]\nexclude: [x/**]\nprofile: general\nselect: all\n\
         ignore: [a, b]\nseverity: {and-or: error}\nmin-confidence: low\nfail-on: never\n\
         lints: [x]\nbaseline: b.json\nmax-file-size: 10\noverrides:\n\
         \x20 - {paths: [x], select: x, severity: {and-or: note}}\n",
        &[],
    );
    check(
        SchemaKind::Config,
        "edition: 2026\npaths: provisions\nselekt: all\nignore: [A b, x]\n\
         severity: {and-or: eror, X: note}\nmax-file-size: 0\noverrides:\n  - {select: x}\n",
        &[
            "1:10 \"2026\": `edition` must be text, but 2026 is a number \
             | help: put it in quotes: `edition: \"2026\"`",
            "2:8 \"provisions\": `paths` must be a list, not text \
             | help: write it as a list: `[provisions]`",
            "3:1 \"selekt\": `selekt` is not a field of a configuration | help: did you mean `select`?",
            "4:10 \"A b\": `A b` is not how an entry of `ignore` is written | help: the id of a lint \
             or a tag is written in small letters with hyphens, such as `dangling-reference`",
            "5:20 \"eror\": `eror` is not a value that `and-or` can have | note: the values are \
             `error`, `warning`, `note` | help: did you mean `error`?",
            "5:26 \"X\": `X` cannot stand as a name in `severity` | help: the id of a lint is written \
             in small letters with hyphens, such as `dangling-reference`",
            "6:16 \"0\": `max-file-size` must be 1 or more",
            "8:6 \"select\": an override needs the field `paths` | help: `paths`: The files: patterns \
             with `*` and `**`, relative to this file.",
        ],
    );
}

#[test]
fn lexicons_and_profiles_are_judged() {
    check(
        SchemaKind::Lexicon,
        "lexicon: cyber\nlanguage: en\ndescription: d\n\
         phrases: {Vague Degree: [x], b: [], c: [a, a], d: x}\n",
        &[
            "4:11 \"Vague Degree\": `Vague Degree` cannot stand as a name in `phrases` | help: a \
             category is written in small letters with hyphens, such as `mental-element`",
            "4:33 \"[]\": `b` is an empty list",
            "4:44 \"a\": `a` stands twice in `c` | help: write it once",
            "4:51 \"x\": `d` must be a list, not text | help: write it as a list: `[x]`",
        ],
    );
    check(
        SchemaKind::Profile,
        "profile: cyber-criminal\ndescription: d\nlexicons: [a]\nelements:\n\
         \x20 safeguard: [{element: x, severity: eror}, {}]\n",
        &[
            "5:38 \"eror\": `eror` is not a value that `severity` can have | note: the values are \
             `error`, `warning`, `note` | help: did you mean `error`?",
            "5:45 \"{}\": an element needs the field `element` \
             | help: `element`: The name of the element: `proportionality`.",
        ],
    );
}

#[test]
fn findings_are_judged_by_the_same_engine_since_json_is_yaml() {
    let sound = r#"{"version": 1, "tool": {"name": "treatylint", "version": "0.1.0"},
 "summary": {"files": 1, "instruments": 1, "provisions": 1, "findings": 1, "errors": 1,
  "warnings": 0, "notes": 0, "suppressed": 0, "lints": {"dangling-reference": 1}},
 "notices": [{"id": "excerpt", "message": "m", "instrument": "e", "path": null}],
 "findings": [{"lint": "dangling-reference", "severity": "error", "confidence": "high",
  "message": "m", "path": "provisions/e/art-001.yaml",
  "locator": {"instrument": "e", "component": "body", "division": "", "article": "1",
   "paragraph": null, "eid": "art_1"},
  "span": {"start": {"byte": 0, "line": 1, "column": 1}, "end": {"byte": 1, "line": 1, "column": 2}},
  "labels": [{"path": "a", "span": {"start": {"byte": 0, "line": 1, "column": 1},
   "end": {"byte": 1, "line": 1, "column": 2}}, "message": ""}],
  "notes": [], "help": null,
  "fix": {"applicability": "safe", "edits": [{"path": "a", "span": {"start": {"byte": 0, "line": 1,
   "column": 1}, "end": {"byte": 1, "line": 1, "column": 2}}, "text": ""}]},
  "fingerprint": "v1:0123456789abcdef0123456789abcdef"}]}"#;
    check(SchemaKind::Findings, sound, &[]);
    let faulty = sound
        .replace("\"version\": 1,", "\"version\": 2,")
        .replace(
            "\"line\": 1, \"column\": 1}, \"end\"",
            "\"line\": 0, \"column\": 1}, \"end\"",
        )
        .replace("\"help\": null,", "")
        .replace("cdef\"}", "\"}");
    check(
        SchemaKind::Findings,
        &faulty,
        &[
            "1:13 \"2\": `version` can only be `1`",
            "5:16 \"\\\"lint\\\"\": a finding needs the field `help` | help: `help`: A way out, or null.",
            "9:41 \"0\": `line` must be 1 or more",
            "15:18 \"\\\"v1:0123456789abcdef0123456789ab\\\"\": `v1:0123456789abcdef0123456789ab` is not \
             how `fingerprint` is written | help: a fingerprint is `v1:` and 32 digits of base 16",
        ],
    );
}
