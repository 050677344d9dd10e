//! Habits of the house, held against the repository.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use treatylint::{command, lint, session};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("the file is part of the repository")
}

/// Files below a folder whose names end so.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut open = vec![folder.to_path_buf()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(end) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// What is wrong with the form of a message, if anything.
fn fault(message: &str) -> Option<&'static str> {
    let mut words = message.split_whitespace();
    let first = words.next().unwrap_or_default();
    let mut letters = first.chars();
    // Proper names and abbreviations keep their capitals.
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    if message.is_empty() {
        Some("says nothing")
    } else if capital {
        Some("begins with a capital")
    } else if message.ends_with(['.', '!', ':']) {
        Some("ends with a stop")
    } else {
        None
    }
}

#[test]
fn messages_begin_small_and_end_without_a_stop() {
    assert_eq!(fault("Every Party must"), Some("begins with a capital"));
    assert_eq!(fault("every Party must."), Some("ends with a stop"));
    let catalogue = lint::Catalogue::embedded();
    for lint in catalogue.lints() {
        for text in lint.messages().chain([lint.summary().to_owned()]) {
            assert_eq!(fault(&text), None, "{}: {text}", lint.id());
        }
    }
    for (id, summary) in session::faults() {
        assert_eq!(fault(summary), None, "{id}: {summary}");
    }
}

#[test]
fn lints_and_faults_have_names_of_their_own() {
    let catalogue = lint::Catalogue::embedded();
    let faults = session::faults();
    let mut names = BTreeSet::new();
    for id in catalogue
        .lints()
        .iter()
        .map(|lint| lint.id())
        .chain(faults.iter().map(|(id, _)| *id))
    {
        assert!(names.insert(id.to_owned()), "{id} is there twice");
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(id.chars().all(kebab), "{id}");
    }
}

#[test]
fn the_readme_lists_every_command() {
    let readme = read("README.md");
    let listed: BTreeSet<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `treatylint "))
        .filter_map(|line| line.split([' ', '`']).next())
        .collect();
    let commands = command::definition();
    let there: BTreeSet<&str> = commands
        .get_subcommands()
        .map(clap::Command::get_name)
        .filter(|name| *name != "help")
        .collect();
    assert_eq!(listed, there);
}

#[test]
fn the_readme_gives_a_reason_for_every_dependency() {
    let readme = read("README.md");
    let manifest = read("Cargo.toml");
    let dependencies = manifest
        .split("[dependencies]\n")
        .nth(1)
        .and_then(|rest| rest.split("\n[").next())
        .expect("the manifest has dependencies");
    for line in dependencies.lines().filter(|line| !line.trim().is_empty()) {
        let name = line.split([' ', '=']).next().unwrap_or_default();
        let named = readme
            .lines()
            .any(|line| line.starts_with('|') && line.contains(&format!("`{name}`")));
        assert!(named, "README.md gives no reason for `{name}`");
    }
}

/// A snapshot whose test is gone proves nothing.
#[test]
fn every_snapshot_has_its_test() {
    let tests = root().join("tests");
    for snapshot in files(&tests, ".snap") {
        let name = snapshot
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name in Unicode");
        let stem = name.trim_end_matches(".snap");
        let (file, test) = stem.split_once("__").expect("a test file and a test");
        let source = fs::read_to_string(tests.join(format!("{file}.rs"))).unwrap_or_default();
        assert!(source.contains(test), "{name} belongs to no test");
    }
    for input in fs::read_dir(tests.join("cmd")).expect("there are transcripts") {
        let path = input.expect("the folder can be read").path();
        let is_data = path
            .extension()
            .is_some_and(|end| end == "in" || end == "out");
        if is_data {
            let transcript = path.with_extension("trycmd");
            assert!(
                transcript.exists(),
                "{} belongs to no transcript",
                path.display()
            );
        }
    }
}
