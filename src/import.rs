//! Text to records.
//!
//! Reads a treaty as plain text or Markdown and gives back one record for the instrument and one for
//! each article. No text is refused: what cannot be placed is kept where it stood. Nothing is lost:
//! the characters of the records, read in order, are those of the text, white space apart.

mod assemble;
mod blocks;
mod components;
mod heading;
mod label;
mod lines;
mod outline;
mod paragraphs;
mod sequence;
mod tail;

pub use outline::{Article, Component, Division, Document, Mark, Node, Passage, Role};

/// The outline of a text.
#[must_use]
pub fn read(text: &str) -> Document {
    let lines = lines::lines(text);
    assemble::assemble(blocks::blocks(text, &lines))
}
