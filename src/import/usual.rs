//! The usual look of a label, which records leave out.
//!
//! A record says `num: a`, and `printed` only where the text prints the label in another way than
//! the style of the instrument usually does.

use crate::model::Style;

/// Which list of its parent a labelled node stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// `paragraphs`
    Paragraphs,
    /// `points`
    Points,
}

/// The label of a paragraph or point.
pub(super) fn label(style: Style, list: List, num: &str) -> String {
    match (style, list) {
        (Style::Coe, _) | (_, List::Paragraphs) => format!("{num}."),
        (_, List::Points) => format!("({num})"),
    }
}

/// The label of an article.
pub(super) fn article(language: &str, num: &str) -> String {
    let word = if language.starts_with("es") {
        "Artículo"
    } else {
        "Article"
    };
    format!("{word} {num}")
}

/// The label of a division or a component: its name in English, and its number.
pub(super) fn frame(name: &str, num: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    let name: String = first.into_iter().flatten().chain(letters).collect();
    if num.is_empty() {
        name
    } else {
        format!("{name} {num}")
    }
}
