//! Import held against real treaties: nothing lost, articles counted, outlines checked by hand.
//!
//! The texts lie outside of the package; `TREATYLINT_SHARED` names their folder (default
//! `../shared`). Without them these tests say so and check nothing.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "tests fail by panicking"
)]

#[path = "import/files.rs"]
mod files;
#[path = "import/forms.rs"]
mod forms;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use treatylint::import::{self, Node, Options, Role};
use treatylint::model::{self, RecordFile};
use treatylint::schema::{self, SchemaKind};
use treatylint::text::SourceId;
use treatylint::yaml::{self, Limits};

fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("TREATYLINT_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let folder = folder.join("corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no texts in {}", folder.display());
    None
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for part in [
        "labelled",
        "plain",
        "bulk/en",
        "bulk/fr",
        "languages",
        "brackets",
    ] {
        for entry in std::fs::read_dir(folder.join(part)).unwrap() {
            found.push(entry.unwrap().path());
        }
    }
    found.sort();
    found
}

/// The outline of one record, labels only: a line a node, with its path from the record down.
fn outline(article: &Node) -> Vec<String> {
    let mut lines = Vec::new();
    walk(article, "", &mut lines);
    lines
}

fn walk(node: &Node, path: &str, lines: &mut Vec<String>) {
    for (sign, list) in [("-", &node.points), ("~", &node.paragraphs)] {
        if sign == "~" && node.tail.is_some() {
            lines.push(format!("{path} tail").trim().to_owned());
        }
        for (child, place) in list.iter().zip(1..) {
            let num = child.mark.as_ref().map_or("", |mark| mark.num.as_str());
            let num = if num.is_empty() {
                format!("{sign}{place}")
            } else {
                num.to_owned()
            };
            let path = if path.is_empty() {
                num
            } else {
                format!("{path}.{num}")
            };
            let heading = if child.heading.is_some() {
                " heading"
            } else {
                ""
            };
            let table = if child.table { " table" } else { "" };
            lines.push(format!("{path}{heading}{table}"));
            walk(child, &path, lines);
        }
    }
}

/// `body/7`, `annex-1/3`, `annex-1/text`, `body/testimonium`.
fn name(component: &str, article: &import::Article) -> String {
    let num = article
        .node
        .mark
        .as_ref()
        .map_or("", |mark| mark.num.as_str());
    let name = match article.role {
        Role::Article => num,
        Role::Preamble => "preamble",
        Role::Testimonium => "testimonium",
        Role::Text => "text",
    };
    let heading = if article.node.heading.is_some() {
        " heading"
    } else {
        ""
    };
    format!("{component}/{name}{heading}")
}

/// Each file of `tests/outlines` names a text in its first line, then gives the outlines of some of
/// its records as a reader of the text sees them.
#[test]
fn outlines_are_those_a_reader_sees() {
    let Some(folder) = shared() else { return };
    let mut records = 0;
    let outlines = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outlines");
    for entry in std::fs::read_dir(outlines).unwrap() {
        let expected = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut blocks = expected.trim_end().split("\n\n");
        let file = blocks.next().unwrap().lines().next().unwrap();
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let document = import::read(&text);
        for block in blocks {
            records += 1;
            let title = block.lines().next().unwrap();
            let found = document.components.iter().find_map(|component| {
                let mut articles = component.articles.iter();
                articles.find(|article| name(&component.name, article) == title)
            });
            let found = found.unwrap_or_else(|| panic!("{file}: no record {title}"));
            let expected: Vec<&str> = block.lines().skip(1).map(str::trim).collect();
            assert_eq!(outline(&found.node), expected, "{file}: {title}");
        }
    }
    println!("outlines compared: {records}");
    assert!(records >= 30, "{records}");
}

fn solid(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{feff}')
        .collect()
}

/// What is wrong with the import of a text; nothing, if all is well.
fn faults(text: &str) -> Option<String> {
    let imported = import::import(text, "sample", &Options::default());
    let mut kept = text.to_owned();
    for mark in imported.dropped.iter().rev() {
        kept.replace_range(mark.range(), "");
    }
    let (a, b) = (solid(&kept), solid(&import::render_text(&imported.records)));
    if a != b {
        let at = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        let show = |text: &str| {
            text.chars()
                .skip(at.saturating_sub(20))
                .take(70)
                .collect::<String>()
        };
        return Some(format!("lost: {} / {}", show(&a), show(&b)));
    }
    let again = import::import(text, "sample", &Options::default());
    if imported.files(import::SCHEMAS) != again.files(import::SCHEMAS) {
        return Some("two imports differ".to_owned());
    }
    let mut files = Vec::new();
    for ((path, text), (_, value)) in imported
        .files(import::SCHEMAS)
        .iter()
        .zip(&imported.records)
    {
        if let Err(fault) = yaml::verify(text, value) {
            return Some(format!("{}: {fault}", path.display()));
        }
        let kind = if files.is_empty() {
            SchemaKind::Instrument
        } else {
            SchemaKind::Provision
        };
        let source = SourceId(u32::try_from(files.len()).unwrap());
        let tree = yaml::parse(source, &text.as_str().into(), &Limits::default())
            .tree
            .unwrap();
        if let Some(fault) = schema::validate(kind, &tree).first() {
            return Some(format!("{}: {}", path.display(), fault.message));
        }
        files.push(RecordFile {
            path: path.clone(),
            source,
            tree: Arc::new(tree),
        });
    }
    let head = files.remove(0);
    let (instrument, faults) = model::build(head, files, "sample");
    let fault = faults.first().map(|fault| fault.message.clone());
    // Components have an order of their own; within each, records stand as in the text.
    let order: Vec<_> = instrument
        .provisions()
        .map(|(_, record)| &record.path)
        .collect();
    let mut read: Vec<_> = imported.records[1..].iter().map(|(path, _)| path).collect();
    read.sort_by_key(|path| {
        order
            .iter()
            .position(|other| other.parent() == path.parent())
    });
    let at = order
        .iter()
        .zip(&read)
        .position(|(model, read)| model != read);
    fault.or_else(|| at.map(|at| format!("order: {:?} for {:?}", order[at], read[at])))
}

#[test]
fn every_text_becomes_valid_records_and_nothing_is_lost() {
    let Some(folder) = shared() else { return };
    let bad: Vec<String> = texts(&folder)
        .par_iter()
        .filter_map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            Some(format!("{}: {}", path.display(), faults(&text)?))
        })
        .collect();
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn articles_are_counted() {
    let Some(folder) = shared() else { return };
    let table = std::fs::read_to_string(folder.join("bulk/EXPECTED.tsv")).unwrap();
    let rows: Vec<&str> = table.lines().skip(1).collect();
    let count = |row: &&str| {
        let mut cells = row.split('\t');
        let (file, _, articles) = (cells.next().unwrap(), cells.next(), cells.next().unwrap());
        let text = std::fs::read_to_string(folder.join("bulk").join(file)).unwrap();
        let document = import::read(&text);
        let found = document
            .components
            .iter()
            .flat_map(|component| &component.articles)
            .filter(|article| article.role == Role::Article)
            .count();
        (file.to_owned(), found, articles.parse::<usize>().unwrap())
    };
    let mut hits = [(0, 0); 2];
    for (file, found, articles) in rows.par_iter().map(count).collect::<Vec<_>>() {
        let hits = &mut hits[usize::from(file.starts_with("fr"))];
        hits.1 += 1;
        if found == articles {
            hits.0 += 1;
        } else {
            println!("{file}: {found} articles, not {articles}");
        }
    }
    println!("articles as expected: {hits:?}");
    let rate = |(hit, all): (u32, u32)| f64::from(hit) / f64::from(all);
    assert!(rate(hits[0]) >= 0.98 && rate(hits[1]) >= 0.92, "{hits:?}");
}

#[test]
#[ignore = "prints the outline of the files that OUTLINE names, with the ends of the words"]
fn prints() {
    let cut = |text: &str| {
        let chars: Vec<char> = text
            .chars()
            .map(|c| if c == '\n' { '¶' } else { c })
            .collect();
        let end = chars.len().saturating_sub(40);
        let start: String = chars.iter().take(60).collect();
        if chars.len() > 100 {
            format!("{start} … {}", chars[end..].iter().collect::<String>())
        } else {
            chars.into_iter().collect()
        }
    };
    fn show(node: &Node, path: &str, cut: &dyn Fn(&str) -> String) {
        for (name, list) in [("-", &node.points), ("~", &node.paragraphs)] {
            if name == "~"
                && let Some(tail) = &node.tail
            {
                println!("  {path} tail: {}", cut(&tail.text));
            }
            for (at, child) in list.iter().enumerate() {
                let num = child.mark.as_ref().map_or("", |mark| &mark.num);
                let num = if num.is_empty() {
                    format!("{name}{}", at + 1)
                } else {
                    num.to_owned()
                };
                let path = if path.is_empty() {
                    num
                } else {
                    format!("{path}.{num}")
                };
                let heading = child
                    .heading
                    .as_ref()
                    .map_or(String::new(), |h| format!(" #{}#", cut(&h.text)));
                let table = if child.table { " TABLE" } else { "" };
                println!(
                    "  {path}{heading}{table}: {}",
                    child.text.as_ref().map_or(String::new(), |t| cut(&t.text))
                );
                show(child, &path, cut);
            }
        }
    }
    for file in std::env::var("OUTLINE").unwrap().split(' ') {
        let text = std::fs::read_to_string(file).unwrap();
        let document = import::read(&text);
        println!(
            "=== {file}\ntitle: {:?}",
            document.title.as_ref().map(|title| &title.text)
        );
        if let Ok(only) = std::env::var("RECORDS") {
            println!("@{}", file.rsplit_once("corpus/").unwrap().1);
            for component in &document.components {
                for article in &component.articles {
                    let title = name(&component.name, article);
                    if only
                        .split(',')
                        .any(|only| title.split(' ').next() == Some(only))
                    {
                        println!("@\n@{title}");
                        outline(&article.node)
                            .iter()
                            .for_each(|line| println!("@  {line}"));
                    }
                }
            }
            continue;
        }
        for component in &document.components {
            println!(
                "== {} {:?} {:?}",
                component.name,
                component.mark.as_ref().map(|m| &m.printed.text),
                component.heading.as_ref().map(|h| &h.text)
            );
            for division in &component.divisions {
                let mark = division.mark.as_ref().map(|mark| &mark.printed.text);
                let heading = division.heading.as_ref().map(|heading| &heading.text);
                println!(
                    "{} {mark:?} {heading:?} in {:?}",
                    division.kind, division.parent
                );
            }
            for article in &component.articles {
                let mark = article.node.mark.as_ref().map_or("", |m| &m.printed.text);
                let heading = article.node.heading.as_ref().map_or("", |m| &m.text);
                println!(
                    "{:?} [{mark}] #{heading}# {}",
                    article.role,
                    article
                        .node
                        .text
                        .as_ref()
                        .map_or(String::new(), |t| cut(&t.text))
                );
                show(&article.node, "", &cut);
            }
        }
    }
}
