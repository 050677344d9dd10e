//! The paragraphs of an article while they grow.
//!
//! Words are added in the order of the text, and every node says them again in the order of its
//! fields (heading, text, points, tail, paragraphs), so what is added where decides that nothing is
//! lost: a list after flush text opens a paragraph of its own, and so on.

use super::heading;
use super::outline::{Node, Passage, Remark, RemarkKind};
use super::piece::{Piece, after, upto};
use super::tail;

/// Which list of its parent a node stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Points,
    Paragraphs,
}

struct Grown {
    node: Node,
    children: Vec<(Slot, usize)>,
}

/// The tree while it grows: node 0 is the article.
pub(super) struct Tree {
    nodes: Vec<Grown>,
    /// For each open list, who holds it, in which slot, and its last item.
    open: Vec<(usize, Slot, usize)>,
    /// The node that was written to last, and whether its tail was.
    last: (usize, bool),
}

impl Default for Tree {
    fn default() -> Self {
        Self {
            nodes: vec![Grown {
                node: Node::default(),
                children: Vec::new(),
            }],
            open: Vec::new(),
            last: (0, false),
        }
    }
}

impl Tree {
    fn add(&mut self, holder: usize, slot: Slot, node: Node) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Grown {
            node,
            children: Vec::new(),
        });
        self.nodes[holder].children.push((slot, id));
        self.last = (id, false);
        id
    }

    pub(super) fn label(&mut self, piece: Piece, depth: usize, first: bool) {
        let lower = piece.item.lower;
        let node = Node {
            mark: piece.mark,
            text: piece.words,
            ..Node::default()
        };
        let (holder, slot) = match self.open.get(depth) {
            Some((holder, slot, _)) if !first => (*holder, *slot),
            _ => self.holder(depth, lower),
        };
        self.open.truncate(depth);
        let id = self.add(holder, slot, node);
        self.open.push((holder, slot, id));
    }

    /// Who holds a list that opens at `depth`.
    fn holder(&mut self, depth: usize, lower: bool) -> (usize, Slot) {
        let Some(parent) = depth.checked_sub(1).map(|at| self.open[at].2) else {
            return self.outermost(lower);
        };
        // What is printed after tail and paragraphs belongs to the last of them.
        if let Some(tail) = self.loose_tail(parent) {
            let node = Node {
                text: Some(tail),
                ..Node::default()
            };
            return (self.add(parent, Slot::Paragraphs, node), Slot::Points);
        }
        match self.nodes[parent].children.last() {
            Some((Slot::Paragraphs, last)) if self.nodes[*last].node.table => {
                (parent, Slot::Paragraphs)
            }
            Some((Slot::Paragraphs, last)) if self.nodes[*last].node.mark.is_none() => {
                (*last, Slot::Points)
            }
            Some((Slot::Paragraphs, _)) => (parent, Slot::Paragraphs),
            _ => (parent, Slot::Points),
        }
    }

    /// Who holds a list that belongs to no numbered paragraph: the unnumbered paragraph that
    /// introduces it, else the article.
    fn outermost(&mut self, lower: bool) -> (usize, Slot) {
        let Some((_, last)) = self.nodes[0].children.last().copied() else {
            return (0, Slot::Paragraphs);
        };
        if let Some(tail) = self.loose_tail(last) {
            let node = Node {
                text: Some(tail),
                ..Node::default()
            };
            return (self.add(0, Slot::Paragraphs, node), Slot::Points);
        }
        let Grown { node, children } = &self.nodes[last];
        let text = node.text.as_ref().map_or("", |text| text.text.as_str());
        let bare = node.mark.is_none() && !node.table && children.is_empty();
        let intro = tail::introduces(text) || lower && !tail::ends_sentence(text);
        if bare && intro {
            (last, Slot::Points)
        } else {
            (0, Slot::Paragraphs)
        }
    }

    /// Takes the tail of a node if nothing is printed after it.
    fn loose_tail(&mut self, id: usize) -> Option<Passage> {
        let Grown { node, children } = &mut self.nodes[id];
        let last = children.iter().all(|(slot, _)| *slot == Slot::Points);
        if last { node.tail.take() } else { None }
    }

    pub(super) fn words(&mut self, piece: Piece, depth: usize, more: bool) {
        if piece.table {
            let node = Node {
                text: Some(piece.whole),
                table: true,
                ..Node::default()
            };
            let holder = depth.checked_sub(1).map_or(0, |at| self.open[at].2);
            self.open.truncate(depth);
            self.add(holder, Slot::Paragraphs, node);
            return;
        }
        if let Some(at) = depth.checked_sub(1) {
            let id = self.open[at].2;
            self.open.truncate(depth);
            self.say(id, &piece.whole, more);
            return;
        }
        self.open.clear();
        if let Some((_, last)) = self.nodes[0].children.last().copied()
            && self.nodes[last].node.mark.is_none()
            && self.lists(last, &piece.whole.text)
        {
            self.say(last, &piece.whole, more);
            return;
        }
        // Flush text after a list that an unnumbered paragraph introduced.
        if let Some((_, last)) = self.nodes[0].children.last().copied() {
            let held = self.nodes[last].children.last().copied();
            let list =
                self.nodes[last].node.mark.is_none() && matches!(held, Some((Slot::Points, _)));
            if list && tail::governs(&self.last_words(last), &piece.whole.text) {
                append(&mut self.nodes[last].node.tail, &piece.whole);
                self.last = (last, true);
                return;
            }
        }
        let node = Node {
            text: Some(piece.whole),
            ..Node::default()
        };
        self.add(0, Slot::Paragraphs, node);
    }

    /// Whether words without a label are a point of a list without labels: the first after words
    /// that introduce a list, or the next after a point that ended as points do.
    fn lists(&self, id: usize, words: &str) -> bool {
        let Grown { node, children } = &self.nodes[id];
        let text = |node: &Node| {
            node.text
                .as_ref()
                .map_or(String::new(), |text| text.text.clone())
        };
        if node.tail.is_some() || !words.starts_with(char::is_lowercase) {
            return false;
        }
        match children.last() {
            None => tail::introduces(&text(node)) && tail::is_listed(words),
            Some((Slot::Points, last)) => {
                let last = &self.nodes[*last];
                last.node.mark.is_none()
                    && last.children.is_empty()
                    && tail::is_listed(&text(&last.node))
            }
            Some((Slot::Paragraphs, _)) => false,
        }
    }

    /// Goes on with the words that broke off at the end of a line.
    pub(super) fn go_on(&mut self, words: &Passage) {
        let (id, tail) = self.last;
        let node = &mut self.nodes[id].node;
        let slot = if tail { &mut node.tail } else { &mut node.text };
        match slot {
            Some(text) => text.join(words, "\n"),
            None => *slot = Some(words.clone()),
        }
    }

    /// Adds words to an item: its heading, its text, its tail, or a paragraph of it.
    fn say(&mut self, id: usize, words: &Passage, more: bool) {
        if self.lists(id, &words.text) {
            let point = Node {
                text: Some(words.clone()),
                ..Node::default()
            };
            self.add(id, Slot::Points, point);
            return;
        }
        let Grown { node, children } = &mut self.nodes[id];
        let bare = node.heading.is_none() && node.text.is_none() && children.is_empty();
        if bare && more && heading::heads(&words.text) {
            node.heading = Some(words.clone());
            self.last = (id, false);
        } else if children.is_empty() {
            append(&mut node.text, words);
            self.last = (id, false);
        } else if children.iter().all(|(slot, _)| *slot == Slot::Points) {
            append(&mut node.tail, words);
            self.last = (id, true);
        } else {
            let node = Node {
                text: Some(words.clone()),
                ..Node::default()
            };
            self.add(id, Slot::Paragraphs, node);
        }
    }

    /// Gives each list the flush text that stands on the line of its last point.
    pub(super) fn cut_tails(&mut self, remarks: &mut Vec<Remark>) {
        for holder in 0..self.nodes.len() {
            let points: Vec<usize> = self.nodes[holder]
                .children
                .iter()
                .filter(|(slot, _)| *slot == Slot::Points)
                .map(|(_, child)| *child)
                .collect();
            let Some((last, others)) = points.split_last() else {
                continue;
            };
            if others.is_empty() || !self.nodes[*last].children.is_empty() {
                continue;
            }
            let others: Vec<String> = others.iter().map(|id| self.all_words(*id)).collect();
            let last_words = self.nodes[*last]
                .node
                .text
                .as_ref()
                .map_or("", |text| &text.text);
            let Some(cut) = tail::glued(last_words, &others) else {
                continue;
            };
            let Some(text) = self.nodes[*last].node.text.take() else {
                continue;
            };
            let flush = after(&text, cut);
            let point = upto(&text, cut);
            let end = point.text.trim_end().len();
            self.nodes[*last].node.text = Some(upto(&point, end));
            let Some(mut flush) = flush else { continue };
            remarks.push(RemarkKind::GluedTail.at(flush.span));
            let tail = &mut self.nodes[holder].node.tail;
            if let Some(more) = tail.take() {
                flush.join(&more, "\n\n");
            }
            *tail = Some(flush);
        }
    }

    /// The words of a node and of all that it holds.
    fn all_words(&self, id: usize) -> String {
        let Grown { node, children } = &self.nodes[id];
        let own = [&node.text, &node.tail].into_iter().flatten();
        let mut words: Vec<String> = own.map(|text| text.text.clone()).collect();
        // Lists nest no deeper than the search for them allows.
        words.extend(children.iter().map(|(_, child)| self.all_words(*child)));
        words.join(" ")
    }

    /// The words at the end of what a node holds.
    fn last_words(&self, id: usize) -> String {
        let mut id = id;
        while let Some((_, child)) = self.nodes[id].children.last() {
            id = *child;
        }
        self.nodes[id]
            .node
            .text
            .as_ref()
            .map_or_else(String::new, |text| text.text.clone())
    }

    /// The paragraphs of the article.
    pub(super) fn finish(self) -> Vec<Node> {
        let mut done: Vec<Option<Node>> = vec![None; self.nodes.len()];
        // Children come after their parents, so that the last are complete first.
        for (id, grown) in self.nodes.into_iter().enumerate().rev() {
            let mut node = grown.node;
            for (slot, child) in grown.children {
                let child = done[child].take().unwrap_or_default();
                match slot {
                    Slot::Points => node.points.push(child),
                    Slot::Paragraphs => node.paragraphs.push(child),
                }
            }
            done[id] = Some(node);
        }
        done.first_mut()
            .and_then(Option::take)
            .unwrap_or_default()
            .paragraphs
    }
}

fn append(slot: &mut Option<Passage>, words: &Passage) {
    match slot {
        Some(text) => text.join(words, "\n\n"),
        None => *slot = Some(words.clone()),
    }
}
