//! How the house is built, held against the code: layers, circles, libraries, sizes, names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, from the ground up. A module imports from layers below its own.
const LAYERS: [&[&str]; 10] = [
    &["text"],
    &["diagnostic", "yaml"],
    &["schema"],
    &["model"],
    &["analysis"],
    &["import"],
    &["lint"],
    &["config", "render"],
    &["session"],
    &["command"],
];

/// Imports between modules of one layer: (from, to).
const BESIDE: [(&str, &str); 1] = [("yaml", "diagnostic")];

/// Libraries that one file alone names, since one day they will be replaced: (crate, files).
const CONFINED: [(&str, &[&str]); 8] = [
    ("granit_parser", &["yaml/parse.rs"]),
    ("serde_yaml", &["yaml/verify.rs"]),
    ("jsonschema", &["schema/validator.rs"]),
    ("miette", &["render/full.rs"]),
    ("csv", &["render/table.rs"]),
    ("indicatif", &["command/progress.rs"]),
    ("clap_complete", &["command/completions.rs"]),
    ("clap_mangen", &["command/man.rs"]),
];

/// Names that say nothing of what a module is.
const EMPTY_NAMES: [&str; 5] = ["utils", "common", "helpers", "misc", "types"];

/// A file longer than this has more than one subject.
const LONGEST: usize = 700;

struct Module {
    /// Below `src`, with `/`.
    path: String,
    /// Without tests, comments and strings.
    code: String,
    lines: usize,
}

fn modules() -> Vec<Module> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![root.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file is text");
        let path = path.strip_prefix(&root).expect("it lies below src");
        Module {
            path: path.to_string_lossy().replace('\\', "/"),
            lines: text.lines().count(),
            code: code(&text),
        }
    };
    files.into_iter().map(read).collect()
}

/// The code of a file: up to its tests, without comments and without the insides of strings.
fn code(text: &str) -> String {
    let text = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let mut code = String::with_capacity(text.len());
    for line in text.lines() {
        let mut in_string = false;
        let mut before = ' ';
        for (at, c) in line.char_indices() {
            let starts_comment = !in_string && line[at..].starts_with("//");
            if starts_comment {
                break;
            }
            if c == '"' && before != '\\' && before != '\'' {
                in_string = !in_string;
            }
            if !in_string {
                code.push(c);
            }
            before = c;
        }
        code.push('\n');
    }
    code
}

/// The first name of a path below `src`: `yaml/parse.rs` and `yaml.rs` are of `yaml`.
fn top(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

/// Every path that code names after `prefix`, groups opened: `crate::{a::b, c}` gives `a::b`, `c`.
fn paths_after(code: &str, prefix: &str) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        read_tree(&code[at + prefix.len()..], &mut Vec::new(), &mut found);
    }
    found
}

/// Reads one path or group; gives what follows it.
fn read_tree<'c>(
    code: &'c str,
    above: &mut Vec<String>,
    found: &mut BTreeSet<Vec<String>>,
) -> &'c str {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('}') {
                return after;
            }
            if rest.is_empty() {
                return rest;
            }
            rest = read_tree(rest, above, found).trim_start();
            rest = rest.strip_prefix(',').unwrap_or(rest);
            if !rest.starts_with(|c: char| c.is_alphanumeric() || "_{}*".contains(c))
                && !rest
                    .trim_start()
                    .starts_with(|c: char| c.is_alphanumeric() || "_{}*".contains(c))
            {
                return rest;
            }
        }
    }
    let end = code
        .find(|c: char| !(c.is_alphanumeric() || c == '_'))
        .unwrap_or(code.len());
    let (name, rest) = code.split_at(end);
    if name.is_empty() {
        found.insert(above.clone());
        return rest.strip_prefix('*').unwrap_or(rest);
    }
    above.push(name.to_owned());
    let rest = match rest.strip_prefix("::") {
        Some(rest) if rest.starts_with(|c: char| c.is_alphanumeric() || "_{*".contains(c)) => {
            read_tree(rest, above, found)
        }
        _ => {
            found.insert(above.clone());
            let rest = rest.trim_start();
            match rest.strip_prefix("as ") {
                Some(alias) => alias.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'),
                None => rest,
            }
        }
    };
    above.pop();
    rest
}

fn layer(module: &str) -> usize {
    LAYERS
        .iter()
        .position(|layer| layer.contains(&module))
        .unwrap_or_else(|| {
            panic!("`{module}` stands in no layer: give it one here and in CONTRIBUTING.md")
        })
}

#[test]
fn no_module_imports_from_above() {
    let mut wrong = Vec::new();
    for module in modules() {
        let from = top(&module.path);
        if matches!(from, "lib" | "main") {
            continue;
        }
        for path in paths_after(&module.code, "crate::") {
            let to = path.first().map_or("", String::as_str);
            let below = layer(to) < layer(from);
            if to != from && !below && !BESIDE.contains(&(from, to)) {
                wrong.push(format!("{} imports {}", module.path, path.join("::")));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The files of one top module, and which of its other files each names.
fn edges(modules: &[Module], name: &str) -> BTreeMap<String, BTreeSet<String>> {
    let own: Vec<&Module> = modules
        .iter()
        .filter(|module| top(&module.path) == name)
        .collect();
    let names: BTreeSet<Vec<String>> = own.iter().map(|module| steps(&module.path)).collect();
    // What a path leads to: the longest module that it begins with.
    let target = |path: &[String]| {
        (1..=path.len())
            .rev()
            .map(|end| path[..end].to_vec())
            .find(|steps| names.contains(steps))
    };
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for module in &own {
        let here = steps(&module.path);
        let mut paths: Vec<Vec<String>> =
            paths_after(&module.code, "crate::").into_iter().collect();
        for ups in 1..here.len().max(2) {
            let prefix = "super::".repeat(ups);
            let above = here.len().saturating_sub(ups);
            let below = paths_after(&module.code, &prefix).into_iter();
            paths.extend(
                below
                    .filter(|path| path.first().is_some_and(|step| step != "super"))
                    .map(|path| [&here[..above], &path[..]].concat()),
            );
        }
        for path in paths {
            // What a parent re-exports or holds itself belongs to the parent, which a child may
            // use: `lint::Catalogue` is of `lint/catalogue.rs` only where that is named.
            let Some(to) = target(&path) else { continue };
            if to != here && !here.starts_with(&to) {
                edges
                    .entry(here.join("::"))
                    .or_default()
                    .insert(to.join("::"));
            }
        }
    }
    edges
}

fn steps(path: &str) -> Vec<String> {
    path.trim_end_matches(".rs")
        .split('/')
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_module_goes_in_circles() {
    let modules = modules();
    let mut circles = Vec::new();
    for name in LAYERS.concat() {
        let edges = edges(&modules, name);
        let mut done = BTreeSet::new();
        for start in edges.keys() {
            find_circle(start, &edges, &mut Vec::new(), &mut done, &mut circles);
        }
    }
    assert_eq!(circles, Vec::<String>::new());
}

fn find_circle(
    at: &str,
    edges: &BTreeMap<String, BTreeSet<String>>,
    way: &mut Vec<String>,
    done: &mut BTreeSet<String>,
    circles: &mut Vec<String>,
) {
    if let Some(start) = way.iter().position(|step| step == at) {
        circles.push(format!("{} → {at}", way[start..].join(" → ")));
        return;
    }
    if done.contains(at) {
        return;
    }
    way.push(at.to_owned());
    for next in edges.get(at).into_iter().flatten() {
        find_circle(next, edges, way, done, circles);
    }
    way.pop();
    done.insert(at.to_owned());
}

#[test]
fn each_replaceable_library_is_named_in_its_file_alone() {
    let modules = modules();
    for (library, files) in CONFINED {
        let names = |module: &&Module| {
            module.code.match_indices(library).any(|(at, _)| {
                let before = module.code[..at].chars().next_back();
                let after = &module.code[at + library.len()..];
                before.is_none_or(|c| !c.is_alphanumeric() && c != '_') && after.starts_with("::")
            })
        };
        let found: Vec<&str> = modules
            .iter()
            .filter(names)
            .map(|module| module.path.as_str())
            .collect();
        assert_eq!(found, files, "{library}");
    }
    for module in &modules {
        let names_clap = module.code.contains("clap::");
        assert!(
            !names_clap || top(&module.path) == "command",
            "{} names clap",
            module.path
        );
    }
}

#[test]
fn files_are_short_and_names_say_something() {
    for module in modules() {
        assert!(
            module.lines < LONGEST,
            "{} has {} lines",
            module.path,
            module.lines
        );
        for name in steps(&module.path) {
            assert!(!EMPTY_NAMES.contains(&name.as_str()), "{}", module.path);
            assert!(name != "mod", "{}: write foo.rs beside foo/", module.path);
        }
    }
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    let found = paths_after(
        "use crate::{a::{self, B}, c::d as e};\nuse crate::f;\nlet x = crate::g::h();",
        "crate::",
    );
    let found: Vec<String> = found.into_iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["a::B", "a::self", "c::d", "f", "g::h"]);
    assert_eq!(code("a // b\nc(\"crate::x\") /// d\n").trim(), "a \nc(\")");
}
