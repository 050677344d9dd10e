//! Tabs as indentation: columns that look alike in one editor and differ in the next.

use super::block;
use super::fault::{self, Faults};
use super::tree::{Content, Tree};
use crate::text::Span;

/// Reports every line of the tree that is indented with a tab.
///
/// Inside a scalar a tab is text or folded away, inside brackets it separates, and before a comment
/// or on a blank line it means nothing: those stay.
pub(super) fn check(tree: &Tree, faults: &mut Faults) {
    let text = &*tree.text;
    if !text.contains('\t') {
        return;
    }
    let exempt = exempt(tree);
    let mut from = 0;
    while let Some(tab) = text[from..].find('\t').map(|at| from + at) {
        from = block::line_end(text.as_bytes(), tab);
        if let Some(span) = first_on_line(text, tab)
            && !is_inside(&exempt, span)
        {
            add(span, faults);
        }
    }
}

/// The run of tabs in the white space at the start of the line that holds `at`, if something that
/// is no comment follows it.
pub(super) fn first_on_line(text: &str, at: usize) -> Option<Span> {
    let start = block::line_start(text.as_bytes(), at);
    let line = &text[start..block::line_end(text.as_bytes(), start)];
    let content = line.find(|character| !matches!(character, ' ' | '\t' | '\u{feff}'))?;
    let blank = &line[..content];
    let tab = blank.find('\t')?;
    let len = blank[tab..]
        .bytes()
        .take_while(|byte| *byte == b'\t')
        .count();
    let is_comment = line[content..].starts_with('#');
    (!is_comment).then(|| Span::from_range(start + tab..start + tab + len))
}

pub(super) fn add(span: Span, faults: &mut Faults) {
    faults.add(
        fault::TAB_INDENTATION,
        span,
        "this line is indented with a tab",
        "indent with spaces, two for each level",
    );
}

/// The scalars and the bracketed collections, the outermost only, in the order of the file.
fn exempt(tree: &Tree) -> Vec<Span> {
    let bytes = tree.text.as_bytes();
    let mut spans: Vec<Span> = tree
        .nodes
        .iter()
        .filter(|node| match node.content {
            Content::Sequence { .. } | Content::Mapping { .. } => {
                matches!(bytes.get(node.span.start as usize), Some(b'[' | b'{'))
            }
            _ => true,
        })
        .map(|node| node.span)
        .collect();
    spans.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut covered = 0;
    spans.retain(|span| {
        let is_outermost = span.end > covered;
        covered = covered.max(span.end);
        is_outermost
    });
    spans
}

fn is_inside(exempt: &[Span], span: Span) -> bool {
    let before = exempt.partition_point(|other| other.start < span.start);
    before
        .checked_sub(1)
        .is_some_and(|last| span.end <= exempt[last].end)
}
