//! What is found in the clauses that started the project: the difference of the snapshot is the
//! review of whatever changes findings.

use std::path::{Path, PathBuf};

use treatylint::config::Settings;
use treatylint::render::{Format, Terminal, render};
use treatylint::session::check;

#[test]
fn findings_in_provisions() {
    let base = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths = [PathBuf::from("provisions")];
    let outcome = check(&paths, base, &Settings::default(), &()).expect("there are provisions");
    insta::assert_snapshot!(render(
        &outcome.report(),
        Format::Concise,
        &Terminal::plain()
    ));
}

/// The README shows a real finding: this one.
#[test]
fn the_readme_shows_what_the_terminal_shows() {
    let base = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths = [PathBuf::from("provisions")];
    let outcome = check(&paths, base, &Settings::default(), &()).expect("there are provisions");
    let shown = render(&outcome.report(), Format::Full, &Terminal::plain());
    let readme = std::fs::read_to_string(base.join("README.md")).expect("there is a README");
    let block = readme
        .split("```text\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let block = block.expect("the README has a finding");
    assert!(shown.contains(block.trim_end()), "{shown}");
}
