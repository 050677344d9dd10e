//! The blocks of a text in their course, and what a reader sees by looking ahead.
//!
//! Whether a line is what it looks like depends on what follows: a chapter line that leads to no
//! article is a paragraph of an annex. Every question here is answered in bounded time.

use super::blocks::{Block, Kind};
use super::frame::{Frame, Unit};
use super::heading;

/// How many blocks without text may stand between a chapter line and its first article.
const REACH: usize = 24;

/// The blocks of a text, in order.
pub(super) struct Course {
    blocks: Vec<Block>,
    /// The first block of closing words.
    attested: usize,
    /// The first block that numbers a note as the first.
    noted: usize,
    /// For each block, the next article or component from it on.
    next: Vec<usize>,
}

impl Course {
    pub(super) fn new(blocks: Vec<Block>) -> Self {
        let first =
            |fits: &dyn Fn(&Block) -> bool| blocks.iter().position(fits).unwrap_or(blocks.len());
        let attested = first(&|block| heading::attests(block.words()));
        let noted = first(&|block| match &block.kind {
            Kind::Frame(frame) if frame.unit == Unit::Component("note") => {
                matches!(frame.num.as_str(), "I" | "1" | "1(a)" | "1(A)")
            }
            _ => false,
        });
        let mut course = Self {
            attested,
            noted,
            next: vec![blocks.len(); blocks.len()],
            blocks,
        };
        let mut next = course.blocks.len();
        for at in (0..course.blocks.len()).rev() {
            if course.article(at).is_some() || course.begins(at, true) {
                next = at;
            }
            course.next[at] = next;
        }
        course
    }

    pub(super) fn get(&self, at: usize) -> Option<&Block> {
        self.blocks.get(at)
    }

    fn frame(&self, at: usize) -> Option<&Frame> {
        match &self.blocks.get(at)?.kind {
            Kind::Frame(frame) => Some(frame),
            _ => None,
        }
    }

    fn article(&self, at: usize) -> Option<&Frame> {
        self.frame(at).filter(|frame| frame.unit == Unit::Article)
    }

    /// Whether there is an article at all from `at` on.
    pub(super) fn has_articles(&self, at: usize) -> bool {
        self.next
            .get(at)
            .is_some_and(|next| *next < self.blocks.len())
    }

    /// Whether the frame line at `at` begins an annex, protocol or note. `seen` says that there is
    /// something it could be joined to.
    pub(super) fn begins(&self, at: usize, seen: bool) -> bool {
        let (Some(block), Some(frame)) = (self.blocks.get(at), self.frame(at)) else {
            return false;
        };
        let Unit::Component(kind) = frame.unit else {
            return false;
        };
        // `Annex` under an article's label is its heading.
        let before = at.checked_sub(1).and_then(|before| self.article(before));
        if block.adjacent || before.is_some_and(|article| article.rest.is_empty()) {
            return false;
        }
        if kind == "note" {
            // A note is numbered and has a first: `Nr. I`, then `Nr. II`.
            return frame.rest.is_empty() && self.noted <= at;
        }
        let long = !frame.rest.is_empty() && frame.num.is_empty();
        seen && (!long || self.attested < at)
    }

    /// Whether a block of the same record stands at `at`.
    pub(super) fn content_follows(&self, at: usize) -> bool {
        self.blocks.get(at).is_some_and(|block| match &block.kind {
            Kind::Words | Kind::Table => !heading::attests(block.words()),
            Kind::Frame(frame) => match frame.unit {
                Unit::Article => false,
                Unit::Division(_) => !self.holds_articles(at + 1),
                _ => !self.begins(at, true),
            },
        })
    }

    /// Whether what stands at `at` leads to an article by headings alone, so that the line before
    /// it is a division and not a paragraph of an annex.
    pub(super) fn holds_articles(&self, at: usize) -> bool {
        let mut plain = 0;
        for block in self.blocks.iter().skip(at).take(REACH) {
            match &block.kind {
                Kind::Frame(frame) if frame.unit == Unit::Article => return true,
                Kind::Frame(frame) if matches!(frame.unit, Unit::Division(_)) => plain = 0,
                Kind::Words if heading::editorial(block.words()) => {}
                Kind::Words if plain < 3 && heading::heads_division(block.words()) => plain += 1,
                _ => return false,
            }
        }
        false
    }

    /// Whether the articles go on after the block at `at`, so that it does not close the component.
    /// `none` says that there was none before.
    pub(super) fn articles_follow(&self, at: usize, none: bool) -> bool {
        let next = self.next.get(at + 1).and_then(|next| self.article(*next));
        next.is_some_and(|frame| none || !is_first(&frame.num))
    }

    /// Whether words without a final stop at `at` run on into the list that follows.
    pub(super) fn introduces(&self, at: usize) -> bool {
        let listed = self.blocks.get(at + 1).is_some_and(|next| {
            super::label::label(next.words()).is_some_and(|label| {
                let words = next.words()[label.len..].trim_start();
                label.shape != super::label::Shape::Dot && words.starts_with(char::is_lowercase)
            })
        });
        let words = self.blocks.get(at).map_or("", Block::words);
        listed && words.split_whitespace().count() > 8
    }
}

/// Whether a number is that of a first article.
pub(super) fn is_first(num: &str) -> bool {
    matches!(
        num.to_lowercase().as_str(),
        "1" | "i" | "premier" | "1er" | "ier" | "first" | "one"
    )
}
