//! Lines gathered into blocks: a paragraph, a frame line, a table.
//!
//! A block ends at a blank line, and before a line that may begin something (a label, a frame line,
//! a table), so that lists written without blank lines come apart. Hard-wrapped lines stay together.

use super::heading::{self, Frame, Unit};
use super::label::{Shape, label};
use super::lines::Line;
use super::outline::Passage;

/// What a block is by its look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Words,
    /// A line that frames the text.
    Frame(Frame),
    /// A table.
    Table,
}

/// A block of the text.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Its words.
    pub(super) passage: Passage,
    /// What it is by its look.
    pub(super) kind: Kind,
    /// Whether no blank line stands before it.
    pub(super) adjacent: bool,
    /// Columns of white space before it.
    pub(super) indent: usize,
}

impl Block {
    pub(super) fn words(&self) -> &str {
        &self.passage.text
    }
}

/// The blocks of a text.
pub(super) fn blocks(text: &str, lines: &[Line<'_>]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        let table = line.text.starts_with('|');
        let last = blocks.last_mut().filter(|_| line.adjacent);
        let framed = if table {
            None
        } else {
            heading::frame(line.text)
        };
        let frame = framed.filter(|frame| stands(frame, line, last.as_deref()));
        if let Some(last) = last
            && joins(last, line, table, frame.is_some())
        {
            last.passage.span = last.passage.span.cover(line.span);
            last.passage.text = text[last.passage.span.range()].to_owned();
            continue;
        }
        let kind = match frame {
            Some(frame) => Kind::Frame(frame),
            None if table => Kind::Table,
            None => Kind::Words,
        };
        blocks.push(Block {
            passage: Passage {
                span: line.span,
                text: line.text.to_owned(),
            },
            kind,
            adjacent: line.adjacent,
            indent: line.indent,
        });
    }
    blocks
}

/// Whether a line without a blank line before it goes on with the block.
fn joins(last: &Block, line: &Line<'_>, table: bool, frame: bool) -> bool {
    match (&last.kind, table) {
        (Kind::Table, _) => table,
        (_, true) => false,
        (Kind::Frame(_), _) => false,
        (Kind::Words, false) => !frame && label(line.text).is_none() && !hangs(last),
    }
}

/// Whether a block is a label alone, whose words follow on the next line.
pub(super) fn hangs(block: &Block) -> bool {
    label(block.words()).is_some_and(|label| label.len == block.passage.text.len())
}

/// Whether what looks like a frame line is one where it stands: a line in the middle of a wrapped
/// sentence that happens to begin with `Article 5.` is not.
fn stands(frame: &Frame, line: &Line<'_>, last: Option<&Block>) -> bool {
    let Some(last) = last else { return true };
    if !matches!(last.kind, Kind::Words) {
        return true;
    }
    let ended = last
        .words()
        .ends_with(['.', ';', ':', '”', '"', ')', '!', '?']);
    let short = heading::heads(last.words()) && last.words().len() < 100;
    match frame.unit {
        Unit::Article => ended || short && !line.text.ends_with('.'),
        _ => ended && !line.text.ends_with('.'),
    }
}

/// Whether a label alone makes up the block, and nothing but the line says that it is one.
pub(super) fn bare(block: &Block) -> bool {
    matches!(block.kind, Kind::Words)
        && label(block.words()).is_some_and(|label| {
            label.shape == Shape::Bare && label.len == block.passage.text.len()
        })
}
