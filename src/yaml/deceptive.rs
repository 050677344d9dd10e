//! Places of a file that read otherwise than they are.

use super::{Fault, Node, ScalarStyle, Tree};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Deceit, Source, SourceId, Span, deceptions};

/// The finding of a deceptive place.
pub const DECEPTIVE: Fault = Fault {
    id: "deceptive-unicode",
    summary: "characters that reorder or hide what is shown, or letters that pass for others",
};

/// Every deceptive place of a file: in what it shows, keys and comments too, and, where there is a
/// tree, in what the escapes of its strings stand for.
#[must_use]
pub fn deceptive(id: SourceId, source: &Source, tree: Option<&Tree>) -> Vec<Diagnostic> {
    let text = source.text();
    let mut found: Vec<(Span, Deceit, String)> = deceptions(text)
        .into_iter()
        .map(|one| {
            let words = text[one.range.clone()].to_owned();
            (Span::from_range(one.range), one.deceit, words)
        })
        .collect();
    for node in tree.into_iter().flat_map(escaped) {
        let decoded = node.as_str().unwrap_or_default();
        for one in deceptions(decoded) {
            let words = decoded[one.range.clone()].to_owned();
            let span = node.source_span(one.range);
            if !found.iter().any(|(other, ..)| other.contains(span)) {
                found.push((span, one.deceit, words));
            }
        }
    }
    found.sort_by_key(|(span, ..)| *span);
    found
        .into_iter()
        .map(|(span, deceit, words)| finding(id, span, deceit, &words))
        .collect()
}

/// The strings that are written with escapes, keys included.
fn escaped(tree: &Tree) -> Vec<Node<'_>> {
    let mut found = Vec::new();
    let mut open = vec![tree.root()];
    while let Some(node) = open.pop() {
        if node.kind() == super::NodeKind::String(ScalarStyle::DoubleQuoted)
            && node.raw().contains('\\')
        {
            found.push(node);
        }
        open.extend(node.items());
        open.extend(node.entries().flat_map(|(key, value)| [key, value]));
    }
    found
}

fn finding(id: SourceId, span: Span, deceit: Deceit, words: &str) -> Diagnostic {
    let (severity, message, help) = match deceit {
        Deceit::Reordering => (
            Severity::Error,
            "a hidden control makes the text around it appear in another order".to_owned(),
            "delete it: no treaty text needs it",
        ),
        Deceit::ZeroWidth => (
            Severity::Warning,
            "a character that cannot be seen stands here".to_owned(),
            "delete it, or write a space if the words should be apart",
        ),
        Deceit::MixedScripts => (
            Severity::Warning,
            format!("`{words}` mixes letters of two scripts that look alike"),
            "type the word again in one script",
        ),
    };
    Diagnostic::fault(DECEPTIVE.id, id, span, message)
        .with_severity(severity)
        .with_help(help)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::yaml::{Limits, parse};

    #[test]
    fn spans_are_exact_in_text_comments_keys_and_escapes() {
        let text: Arc<str> =
            "a: \"x\\u202Ey\\\n  \\u200Bz\" # \u{2066}\nP\u{430}rty: b\u{200b}\n".into();
        let tree = parse(SourceId(0), &text, &Limits::default()).tree.unwrap();
        let source = Source::new("a.yaml", Arc::clone(&text));
        let found = deceptive(SourceId(0), &source, Some(&tree));
        let words: Vec<_> = found
            .iter()
            .map(|one| source.slice(one.primary().span))
            .collect();
        assert_eq!(
            words,
            ["\\u202E", "\\u200B", "\u{2066}", "P\u{430}rty", "\u{200b}"]
        );
    }
}
