//! Articles, and the headings under their labels.

use super::{Builder, after_dash, mark, slice};
use crate::import::blocks::{Block, Kind, hangs};
use crate::import::frame::Frame;
use crate::import::heading;
use crate::import::outline::{Node, Passage, RemarkKind, Role};

impl Builder {
    pub(super) fn article(&mut self, frame: &Frame, passage: &Passage) {
        if self.restarts(&frame.num) {
            self.restart();
        }
        let mut node = Node {
            mark: Some(mark(frame, passage)),
            ..Node::default()
        };
        self.at += 1;
        match slice(passage, frame.rest.clone()) {
            Some(rest) => {
                let whole =
                    heading::heads_with_stop(&rest.text) && self.course.content_follows(self.at);
                if whole {
                    node.heading = Some(rest);
                    self.open(Role::Article, node);
                } else {
                    let (heading, text) = self.unglue(&Block::of(rest));
                    node.heading = heading;
                    self.open(Role::Article, node);
                    self.content.push(text);
                }
            }
            None => self.article_with_heading(node),
        }
    }

    /// Opens an article whose heading may stand in the next block: alone, or glued to the text.
    fn article_with_heading(&mut self, mut node: Node) {
        if let Some(heading) = self
            .heading_here()
            .or_else(|| self.heading_after_dash(&mut node))
        {
            node.heading = Some(heading);
            self.at += 1;
            self.open(Role::Article, node);
            return;
        }
        let block = self
            .course
            .get(self.at)
            .filter(|block| block.kind == Kind::Words)
            .cloned();
        let Some((Some(heading), text)) = block.map(|block| self.unglue(&block)) else {
            self.open(Role::Article, node);
            return;
        };
        node.heading = Some(heading);
        self.at += 1;
        self.open(Role::Article, node);
        self.content.push(text);
    }

    /// A heading and the text that it was glued to.
    fn unglue(&mut self, block: &Block) -> (Option<Passage>, Block) {
        let passage = &block.passage;
        let cut = heading::glued(&passage.text);
        let parts = cut.and_then(|at| {
            Some((
                slice(passage, 0..at)?,
                slice(passage, at..passage.text.len())?,
            ))
        });
        let Some((heading, text)) = parts else {
            return (None, block.clone());
        };
        self.document
            .remarks
            .push(RemarkKind::GluedHeading.at(heading.span));
        (
            Some(heading),
            Block {
                passage: text,
                ..block.clone()
            },
        )
    }

    /// The heading that stands here, if one does.
    fn heading_here(&self) -> Option<Passage> {
        let block = self.course.get(self.at)?;
        let fits = block.kind == Kind::Words
            && !hangs(block)
            && heading::heads_with_stop(block.words())
            && !heading::editorial(block.words())
            && self.course.content_follows(self.at + 1)
            && !self.course.introduces(self.at);
        fits.then(|| block.passage.clone())
    }

    /// The heading that stands here behind a dash, which then belongs to the label before it.
    fn heading_after_dash(&self, node: &mut Node) -> Option<Passage> {
        let block = self
            .course
            .get(self.at)
            .filter(|block| block.kind == Kind::Words)?;
        let words = block.words();
        let heading = words.trim_start_matches(['-', '–', '—']).trim_start();
        let dash = words.len() - heading.len();
        let fits = dash > 0 && heading::heads(heading) && self.course.content_follows(self.at + 1);
        let next = self.course.get(self.at + 1).map_or("", Block::words);
        if !fits || next.starts_with(['-', '–', '—']) {
            return None;
        }
        after_dash(node.mark.as_mut()?, &block.passage)
    }
}
