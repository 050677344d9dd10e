//! Import held against real treaties: nothing lost, articles counted, outlines checked by hand.
//!
//! The texts lie outside of the package; `TREATYLINT_SHARED` names their folder (default
//! `../shared`). Without them these tests say so and check nothing.

use std::path::{Path, PathBuf};

use treatylint::import::{self, Document, Node, Role};

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
    for part in ["labelled", "plain", "bulk/en", "bulk/fr", "languages", "brackets"] {
        for entry in std::fs::read_dir(folder.join(part)).unwrap() {
            found.push(entry.unwrap().path());
        }
    }
    found.sort();
    found
}

fn outline(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for component in &document.components {
        for article in &component.articles {
            let num = article.node.mark.as_ref().map_or("", |mark| mark.num.as_str());
            let name = match article.role {
                Role::Article => format!("{}/{num}", component.name),
                Role::Preamble => "preamble".to_owned(),
                Role::Testimonium => format!("{}/testimonium", component.name),
                Role::Text => format!("{}/text", component.name),
            };
            lines.push(format!("{name}{}", if article.node.heading.is_some() { " #" } else { "" }));
            nodes(&article.node, "", &mut lines);
        }
    }
    lines
}

fn nodes(node: &Node, path: &str, lines: &mut Vec<String>) {
    let mut child = |node: &Node, name: &str| {
        let label = node.mark.as_ref().map_or_else(String::new, |mark| mark.num.clone());
        let label = if label.is_empty() { name.to_owned() } else { label };
        let path = if path.is_empty() { label } else { format!("{path}.{label}") };
        let heading = if node.heading.is_some() { " #" } else { "" };
        let table = if node.table { " table" } else { "" };
        lines.push(format!("  {path}{heading}{table}"));
        nodes(node, &path, lines);
    };
    for (at, point) in node.points.iter().enumerate() {
        child(point, &format!("-{}", at + 1));
    }
    if node.tail.is_some() {
        lines.push(format!("  {path} tail"));
    }
    let mut child = |node: &Node, name: &str| {
        let label = node.mark.as_ref().map_or_else(String::new, |mark| mark.num.clone());
        let label = if label.is_empty() { name.to_owned() } else { label };
        let path = if path.is_empty() { label } else { format!("{path}.{label}") };
        let heading = if node.heading.is_some() { " #" } else { "" };
        let table = if node.table { " table" } else { "" };
        lines.push(format!("  {path}{heading}{table}"));
        nodes(node, &path, lines);
    };
    for (at, paragraph) in node.paragraphs.iter().enumerate() {
        child(paragraph, &format!("~{}", at + 1));
    }
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect()
}

#[test]
fn nothing_is_lost() {
    let Some(folder) = shared() else { return };
    let mut bad = 0;
    for path in texts(&folder) {
        let text = std::fs::read_to_string(&path).unwrap();
        let imported = import::import(&text, "sample", &import::Options::default());
        let (a, b) = (solid(&text), solid(&import::render_text(&imported.records)));
        if a != b {
            let at = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
            let show = |text: &str| text.chars().skip(at.saturating_sub(20)).take(70).collect::<String>();
            println!("{}: {} / {}", path.display(), show(&a), show(&b));
            bad += 1;
        }
    }
    assert_eq!(bad, 0);
}

#[test]
fn articles_are_counted() {
    let Some(folder) = shared() else { return };
    let table = std::fs::read_to_string(folder.join("bulk/EXPECTED.tsv")).unwrap();
    let mut hits = [(0, 0); 2];
    for row in table.lines().skip(1) {
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
        let hits = &mut hits[usize::from(file.starts_with("fr"))];
        hits.1 += 1;
        if found == articles.parse::<usize>().unwrap() {
            hits.0 += 1;
        } else {
            println!("{file}: {found} articles, not {articles}");
        }
    }
    println!("{hits:?}");
}

#[test]
#[ignore = "prints the outline of the file that OUTLINE names"]
fn prints() {
    let text = std::fs::read_to_string(std::env::var("OUTLINE").unwrap()).unwrap();
    let document = import::read(&text);
    println!("title: {:?}", document.title.as_ref().map(|title| &title.text));
    for component in &document.components {
        for division in &component.divisions {
            let mark = division.mark.as_ref().map(|mark| &mark.num);
            let heading = division.heading.as_ref().map(|heading| &heading.text);
            println!("{} {} {mark:?} {heading:?} in {:?}", component.name, division.kind, division.parent);
        }
    }
    for line in outline(&document) {
        println!("{line}");
    }
}
