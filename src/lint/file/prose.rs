//! What a lint file says to people.

use crate::yaml::{Node, NodeKind, Tree};

/// Why a lint matters, where that is said, and texts that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// Why it matters.
    pub rationale: String,
    /// Where the risk is described.
    pub sources: Vec<Source>,
    /// Texts that fail, the words at fault between `⟦` and `⟧`.
    pub fails: Vec<Snippet>,
    /// Texts that pass.
    pub passes: Vec<Snippet>,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As one cites it.
    pub cite: String,
    /// The page, paragraph or article.
    pub place: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// What it says, in our own words.
    pub note: Option<String>,
}

/// An example as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The text; of a record or an instrument, its lines of YAML.
    pub text: String,
    /// What it shows.
    pub why: Option<String>,
    /// The text as it should be.
    pub fixed: Option<String>,
}

/// Reads the prose of a lint file. What is missing is left empty: the schema has seen to it.
pub(in super::super) fn prose(tree: &Tree) -> Prose {
    let root = tree.root();
    let sources = root.get("sources").into_iter().flat_map(Node::items);
    Prose {
        rationale: string(root, "rationale").unwrap_or_default(),
        sources: sources
            .map(|node| Source {
                cite: string(node, "cite").unwrap_or_default(),
                place: string(node, "where"),
                url: string(node, "url"),
                note: string(node, "note"),
            })
            .collect(),
        fails: snippets(root, "fail"),
        passes: snippets(root, "pass"),
    }
}

fn snippets(root: Node<'_>, key: &str) -> Vec<Snippet> {
    let examples = root.get("examples").and_then(|node| node.get(key));
    let snippet = |node: Node<'_>| Snippet {
        text: ["text", "record", "instrument", "after"]
            .into_iter()
            .find_map(|key| node.get(key))
            .map(shown)
            .unwrap_or_default(),
        why: string(node, "why"),
        fixed: node.get("fixed").map(shown),
    };
    let nodes = examples.into_iter().flat_map(Node::items);
    nodes.map(snippet).collect()
}

/// A text as it reads; a mapping as it is written, without the indentation of its place.
fn shown(node: Node<'_>) -> String {
    if node.kind() != NodeKind::Mapping {
        return node.as_str().unwrap_or_default().trim_end().to_owned();
    }
    let text = node.tree().text();
    let start = node.span().start as usize;
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let indent = " ".repeat(text[line..start].chars().count());
    let lines = text[node.span().range()].lines();
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix(indent.as_str()).unwrap_or(line))
        .collect();
    lines.join("\n")
}

fn string(node: Node<'_>, key: &str) -> Option<String> {
    let text = node.get(key)?.as_str()?;
    Some(text.trim_end().to_owned())
}
