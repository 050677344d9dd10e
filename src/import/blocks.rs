//! Lines gathered into blocks: a paragraph, a frame line, a table.
//!
//! A block ends at a blank line, and before a line that may begin something (a label, a frame line,
//! a table), so that lists written without blank lines come apart. Hard-wrapped lines stay together.

use super::frame::{Frame, Unit, frame};
use super::heading;
use super::label::label;
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
    /// Words that stand on their own.
    pub(super) const fn of(passage: Passage) -> Self {
        Self {
            passage,
            kind: Kind::Words,
            adjacent: false,
            indent: 0,
        }
    }

    /// The words.
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
        // Words are filled in when the block is whole; until then its span says them.
        let before = last.as_ref().map(|last| &text[last.passage.span.range()]);
        let framed = if table { None } else { frame(line.text) };
        let frame = framed.filter(|frame| stands(frame, line, last.as_deref().zip(before)));
        if let Some((last, before)) = last.zip(before)
            && joins(&last.kind, before, line, table, frame.is_some())
        {
            last.passage.span = last.passage.span.cover(line.span);
            continue;
        }
        let kind = match frame {
            Some(frame) => Kind::Frame(frame),
            None if table => Kind::Table,
            None => Kind::Words,
        };
        let passage = Passage {
            span: line.span,
            text: String::new(),
        };
        blocks.push(Block {
            passage,
            kind,
            adjacent: line.adjacent,
            indent: line.indent,
        });
    }
    for block in &mut blocks {
        block.passage.text = text[block.passage.span.range()].to_owned();
    }
    blocks
}

/// Whether a line without a blank line before it goes on with the block.
fn joins(last: &Kind, before: &str, line: &Line<'_>, table: bool, frame: bool) -> bool {
    match (last, table) {
        (Kind::Table, _) => table,
        (_, true) | (Kind::Frame(_), _) => false,
        (Kind::Words, false) => !frame && label(line.text).is_none() && !is_label(before),
    }
}

/// Whether what looks like a frame line is one where it stands: a line in the middle of a wrapped
/// sentence that happens to begin with `Article 5.` is not.
fn stands(frame: &Frame, line: &Line<'_>, last: Option<(&Block, &str)>) -> bool {
    let Some((last, before)) = last else {
        return true;
    };
    if last.kind != Kind::Words {
        return true;
    }
    let ended = before.ends_with(['.', ';', ':', '”', '"', ')', '!', '?']);
    let short = before.len() < 100 && heading::heads(before);
    match frame.unit {
        Unit::Article => ended || short && !line.text.ends_with('.'),
        _ => ended && !line.text.ends_with('.'),
    }
}

/// Whether a text is a label and no more.
fn is_label(words: &str) -> bool {
    words.len() < 24 && label(words).is_some_and(|label| label.len == words.len())
}

/// Whether a block is a label alone, whose words follow in the next.
pub(super) fn hangs(block: &Block) -> bool {
    block.kind == Kind::Words && is_label(block.words())
}
