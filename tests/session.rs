//! Sources in, findings out: what a run reads, reports, and survives.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use treatylint::config::Settings;
use treatylint::render::{Format, Terminal, render};
use treatylint::session::{Event, Observer, Outcome, SessionError, check};

const HEAD: &str = "id: example-2027\nlanguage: en\ntitle: An agreement\n";
const SOUND: &str = "article: \"1\"\ntext: Each Party shall inform the other.\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder for the test");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn run(base: &Path, paths: &[&str]) -> Result<Outcome, SessionError> {
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    check(&paths, base, &faults_alone(), &())
}

/// Settings under which no lint runs that judges words: what lints find is not the matter here.
fn faults_alone() -> Settings {
    let mut settings = Settings::default();
    settings.judging.select = vec!["unused-allow".to_owned()];
    settings
}

/// `path lint` of every finding.
fn found(outcome: &Outcome) -> Vec<String> {
    let name = |source| {
        let source = outcome.sources.source(source).expect("the source is kept");
        source.path().to_string_lossy().into_owned()
    };
    let findings = outcome.findings.iter();
    findings
        .map(|finding| format!("{} {}", name(finding.primary().source), finding.lint))
        .collect()
}

#[test]
fn a_fault_of_one_file_hides_no_other() {
    let folder = folder(&[
        ("a/instrument.yaml", HEAD),
        ("a/art-001.yaml", SOUND),
        ("a/art-002.yaml", "article: [\n"),
        ("a/art-003.yaml", "article: \"3\"\nheadng: x\n"),
        (
            "a/art-004.yaml",
            "article: \"4\"\nin: [chapter I]\ntext: t\n",
        ),
        ("b/instrument.yaml", "id: b\nlanguage: [\n"),
        ("b/art-001.yaml", "article: 1\n"),
    ]);
    fs::create_dir(folder.path().join("a/art-005.yaml")).unwrap();
    let outcome = run(folder.path(), &["."]).unwrap();
    assert_eq!(
        found(&outcome),
        [
            "a/art-002.yaml yaml-syntax",
            "a/art-003.yaml schema-violation",
            "a/art-004.yaml division-not-found",
            "a/art-005.yaml folder-named-as-record",
            "b/art-001.yaml schema-violation",
            "b/instrument.yaml yaml-syntax",
        ]
    );
    assert_eq!(outcome.checked.instruments, 2);
    assert_eq!(outcome.checked.files, 8);
    let not_analysed = outcome
        .notices
        .iter()
        .filter(|one| one.id == "not-analysed");
    assert_eq!(not_analysed.count(), 1);
}

#[test]
fn paths_filter_the_report_and_not_the_analysis() {
    let folder = folder(&[
        ("a/instrument.yaml", HEAD),
        ("a/annex-1/art-001.yaml", "article: \"1\"\ntxt: x\n"),
        ("a/art-001.yaml", "article: \"1\"\nheadng: x\n"),
    ]);
    for paths in [
        &["a/annex-1"][..],
        &["a/annex-1/art-001.yaml"],
        &["./a/../a/annex-1/"],
    ] {
        let outcome = run(folder.path(), paths).unwrap();
        assert_eq!(
            found(&outcome),
            ["a/annex-1/art-001.yaml schema-violation"],
            "{paths:?}"
        );
        assert_eq!(outcome.checked.provisions, 2, "{paths:?}");
    }
}

#[test]
fn a_record_without_an_instrument_is_validated_all_the_same() {
    let folder = folder(&[
        ("loose/art-001.yaml", "article: \"1\"\nheadng: x\n"),
        ("loose/compose.yaml", "services: {}\n"),
    ]);
    let met = run(folder.path(), &["loose"]).unwrap();
    assert_eq!(
        found(&met),
        [
            "loose/art-001.yaml no-instrument",
            "loose/art-001.yaml schema-violation",
        ]
    );
    let named = run(folder.path(), &["loose/compose.yaml"]).unwrap();
    assert!(found(&named).contains(&"loose/compose.yaml no-instrument".to_owned()));
}

#[test]
fn nothing_to_check_and_nowhere_to_look_are_told_apart() {
    let folder = folder(&[("empty/readme.txt", "x"), ("other/compose.yaml", "a: b\n")]);
    for path in ["empty", "other"] {
        let error = run(folder.path(), &[path]).unwrap_err();
        assert!(matches!(error, SessionError::Nothing), "{path}: {error}");
    }
    let error = run(folder.path(), &["nowhere"]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`nowhere` cannot be checked: no such file or directory"
    );
    let error = run(folder.path(), &["empty/readme.txt"]).unwrap_err();
    assert!(matches!(error, SessionError::NoRecord { .. }));
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_and_links_to_nothing_are_findings() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("a/instrument.yaml", HEAD), ("a/b/art-001.yaml", SOUND)]);
    symlink("..", folder.path().join("a/b/up")).unwrap();
    symlink("../..", folder.path().join("a/b/out")).unwrap();
    symlink("gone.yaml", folder.path().join("a/art-002.yaml")).unwrap();
    let outcome = run(folder.path(), &["a"]).unwrap();
    assert_eq!(
        found(&outcome),
        [
            "a/art-002.yaml unreadable-file",
            "a/b/out link-loop",
            "a/b/up link-loop"
        ]
    );
}

/// Fails on one file.
struct Failing(&'static str);

impl Observer for Failing {
    fn observe(&self, event: Event<'_>) {
        assert!(
            event != Event::Reading(self.0),
            "a test that fails on purpose"
        );
    }
}

#[test]
fn a_panic_on_one_file_is_a_finding_there_and_the_others_go_on() {
    let folder = folder(&[
        ("a/instrument.yaml", HEAD),
        ("a/art-001.yaml", SOUND),
        ("a/art-002.yaml", "article: \"2\"\nheadng: x\n"),
    ]);
    let paths = [PathBuf::from("a")];
    let failing = Failing("a/art-001.yaml");
    let outcome = check(&paths, folder.path(), &faults_alone(), &failing).unwrap();
    assert_eq!(
        found(&outcome),
        [
            "a/art-001.yaml internal-error",
            "a/art-002.yaml schema-violation"
        ]
    );
    assert!(
        outcome.findings[0]
            .message
            .contains("a test that fails on purpose")
    );
}

#[test]
fn the_result_depends_on_the_files_alone() {
    let folder = folder(&[
        ("b/instrument.yaml", "id: b\nlanguage: en\ntitel: x\n"),
        ("b/art-001.yaml", "article: \"1\"\ntxt: x\nheadng: y\n"),
        ("a-c/instrument.yaml", HEAD),
        ("a-c/art-001.yaml", "article: \"1\"\ntxt: x\n"),
        ("a/instrument.yaml", HEAD),
        ("a/art-001.yaml", "article: \"1\"\ntxt: x\n"),
    ]);
    let json = |paths: &[&str], threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        let outcome = pool.install(|| run(folder.path(), paths)).unwrap();
        render(&outcome.report(), Format::Json, &Terminal::plain())
    };
    let first = json(&["a", "a-c", "b"], 1);
    assert_eq!(json(&["b", "a-c", "a", "a/art-001.yaml"], 2), first);
    assert_eq!(json(&["."], 3), first);
    let paths: Vec<usize> = ["a-c/art", "a/art", "b/art"]
        .iter()
        .map(|path| first.find(path).unwrap())
        .collect();
    assert!(
        paths.is_sorted(),
        "findings are in the order of their paths"
    );
}

#[test]
fn faults_have_places_and_fingerprints() {
    let folder = folder(&[
        ("a/instrument.yaml", HEAD),
        (
            "a/annex-1/art-003.yaml",
            "article: \"3\"\nparagraphs:\n  - num: \"1\"\n    points:\n      - num: a\n        txt: x\n",
        ),
    ]);
    let outcome = run(folder.path(), &["a"]).unwrap();
    let locator = outcome.findings[0].locator.as_ref().unwrap();
    assert_eq!(locator.to_string(), "annex 1, art. 3(1)(a)");
    assert_eq!(locator.eid, "annex_1__art_3__para_1__point_a");
    assert!(outcome.findings[0].fingerprint.starts_with("v1:"));
}

#[test]
fn a_record_that_cannot_be_read_leaves_no_gap_in_the_numbers() {
    let folder = folder(&[
        ("a/instrument.yaml", HEAD),
        ("a/art-001.yaml", SOUND),
        ("a/art-002.yaml", "article: [\n"),
        (
            "a/art-003.yaml",
            "article: \"3\"\ntext: Each Party shall inform the other.\n",
        ),
    ]);
    let check = || {
        let paths = [PathBuf::from("a")];
        check(&paths, folder.path(), &Settings::default(), &()).expect("there are records")
    };
    assert_eq!(found(&check()), ["a/art-002.yaml yaml-syntax"]);
    fs::remove_file(folder.path().join("a/art-002.yaml")).expect("the file is there");
    assert_eq!(
        found(&check()),
        ["a/art-003.yaml numbering-gap-or-duplicate"]
    );
}
