//! The blocks of an article as a tree of paragraphs and points.

use super::blocks::{Block, Kind};
use super::heading;
use super::label::{Label, Reading, Shape, label};
use super::outline::{Mark, Node, Passage, Remark, RemarkKind};
use super::sequence::{Item, Place, places};
use super::tail;
use crate::text::Span;

/// A part of a block that may begin with a label.
struct Piece {
    item: Item,
    mark: Option<Mark>,
    /// The label and the words, for when the label is none.
    whole: Passage,
    /// The words after the label; `None` if there are none.
    words: Option<Passage>,
    table: bool,
}

/// Fills `node`, which has its label and heading, with what the blocks say.
pub(super) fn fill(node: &mut Node, blocks: &[Block], remarks: &mut Vec<Remark>) {
    let mut pieces = Vec::new();
    for block in blocks {
        split(block, &mut pieces);
    }
    restart_lists(&mut pieces, remarks);
    let items: Vec<Item> = pieces.iter().map(|piece| piece.item.clone()).collect();
    let places = places(&items);
    let mut tree = Tree::default();
    let mut torn = false;
    let mut pieces = pieces.into_iter().zip(places).peekable();
    while let Some((piece, place)) = pieces.next() {
        let more = pieces.peek().is_some();
        let open = piece.item.open && !piece.item.table;
        match place {
            Place::Next(depth) => tree.label(piece, depth, false),
            Place::First(depth) => tree.label(piece, depth, true),
            Place::Words(_) if torn && piece.item.adjacent => tree.go_on(&piece.whole),
            Place::Words(depth) => tree.words(piece, depth, more),
        }
        torn = open;
    }
    tree.cut_tails(remarks);
    settle(node, tree.finish());
}

/// Cuts a block into pieces: before each label that stands at its start, and where an extractor
/// lost a line break.
fn split(block: &Block, pieces: &mut Vec<Piece>) {
    if block.kind == Kind::Table {
        pieces.push(piece(block, block.passage.clone(), None, false, true));
        return;
    }
    for (nth, passage) in tail::broken(&block.passage).into_iter().enumerate() {
        let mut passage = passage;
        let mut stacked = nth > 0;
        let mut first = true;
        loop {
            let candidate = if first && nth > 0 {
                None
            } else {
                label(&passage.text)
            };
            let Some(found) = candidate.filter(|found| first || opens(found)) else {
                if first || !passage.text.is_empty() {
                    pieces.push(piece(block, passage, None, stacked && first, false));
                }
                break;
            };
            let found = compound(&passage, found, pieces);
            let words = after(&passage, found.len);
            // A second label on the line, as in `1. (a) …`, makes an item of its own.
            let nested = words
                .as_ref()
                .and_then(|words| label(&words.text))
                .filter(opens);
            let rest = if nested.is_some() { words } else { None };
            let whole = match &rest {
                Some(_) => upto(&passage, found.len),
                None => passage.clone(),
            };
            pieces.push(piece(block, whole, Some(found), !first, false));
            let Some(rest) = rest else { break };
            passage = rest;
            first = false;
            stacked = true;
        }
    }
}

/// `1. b.` after `1. a.`: a label that repeats that of its parent is one label.
fn compound(passage: &Passage, found: Label, pieces: &[Piece]) -> Label {
    let stacked = pieces.iter().rposition(|piece| piece.item.stacked);
    let Some(parent) = stacked.and_then(|at| pieces.get(at.checked_sub(1)?)) else {
        return found;
    };
    let printed = parent.mark.as_ref().map(|mark| mark.printed.text.as_str());
    let rest = &passage.text[found.len..];
    let gap = rest.len() - rest.trim_start().len();
    let Some(inner) = label(rest.trim_start()).filter(|inner| !opens(inner)) else {
        return found;
    };
    if printed != Some(&passage.text[..found.len]) || gap == 0 {
        return found;
    }
    let at = found.len + gap;
    let num = at + inner.num.start..at + inner.num.end;
    Label {
        len: at + inner.len,
        num,
        ..inner
    }
}

/// Cuts a point that ends by introducing a list of its own style: the list cannot be inside the
/// point, so the words that introduce it are flush text, glued to the point.
fn restart_lists(pieces: &mut Vec<Piece>, remarks: &mut Vec<Remark>) {
    let restarts = |piece: &Piece, next: &Piece| {
        let (Some(label), Some(first)) = (&piece.item.label, &next.item.label) else {
            return false;
        };
        let again = first.readings.iter().any(|first| {
            let same = |reading: &Reading| reading.family == first.family;
            first.last() == 1 && first.suffix == 0 && label.readings.iter().any(same)
        });
        let inside = next.item.indent > piece.item.indent;
        piece.item.introduces && again && label.shape == first.shape && !inside
    };
    let mut at = 0;
    while at + 1 < pieces.len() {
        let (piece, next) = (&pieces[at], &pieces[at + 1]);
        let restarts = restarts(piece, next);
        let cut = piece.words.as_ref().filter(|_| restarts);
        let cut = cut.and_then(|words| Some((words, tail::introduction(&words.text)?)));
        if let Some((words, cut)) = cut {
            let (point, intro) = (upto(words, cut), after(words, cut));
            if let Some(intro) = intro {
                remarks.push(RemarkKind::GluedTail.at(intro.span));
                let block = Block::of(intro.clone());
                let mut flush = self::piece(&block, intro, None, true, false);
                flush.item.introduces = true;
                let piece = &mut pieces[at];
                piece.item.introduces = false;
                piece.item.ended = tail::ends_sentence(&point.text);
                piece.words = Some(point);
                pieces.insert(at + 1, flush);
            }
        }
        at += 1;
    }
}

/// Whether a label that follows another on its line may be one: the first of its list, and marked.
fn opens(label: &Label) -> bool {
    matches!(label.shape, Shape::Brackets | Shape::Bracket | Shape::Dot)
        && label
            .readings
            .iter()
            .any(|reading| reading.last() == 1 && reading.suffix == 0)
}

fn piece(block: &Block, whole: Passage, found: Option<Label>, stacked: bool, table: bool) -> Piece {
    let (mark, words) = match &found {
        None => (None, Some(whole.clone())),
        Some(found) => {
            let printed = upto(&whole, found.len);
            let mark = Mark {
                num: whole.text[found.num.clone()].to_owned(),
                printed,
            };
            (Some(mark), after(&whole, found.len))
        }
    };
    let text = words.as_ref().map_or("", |words| words.text.as_str());
    let item = Item {
        empty: text.is_empty(),
        ended: tail::ends_sentence(text),
        open: text.ends_with(|c: char| c.is_alphanumeric() || c == ','),
        introduces: tail::introduces(text),
        listed: found.is_none() && tail::is_listed(text),
        lower: text.starts_with(char::is_lowercase),
        adjacent: block.adjacent || stacked,
        stacked: stacked && found.is_some(),
        indent: block.indent,
        table,
        label: found,
    };
    Piece {
        item,
        mark,
        whole,
        words,
        table,
    }
}

fn upto(passage: &Passage, len: usize) -> Passage {
    let start = passage.span.start as usize;
    Passage {
        span: Span::from_range(start..start + len),
        text: passage.text[..len].to_owned(),
    }
}

fn after(passage: &Passage, len: usize) -> Option<Passage> {
    let rest = &passage.text[len..];
    let words = rest.trim_start();
    let start = passage.span.start as usize + len + rest.len() - words.len();
    (!words.is_empty()).then(|| Passage {
        span: Span::from_range(start..passage.span.end as usize),
        text: words.to_owned(),
    })
}

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
struct Tree {
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

    fn label(&mut self, piece: Piece, depth: usize, first: bool) {
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

    fn words(&mut self, piece: Piece, depth: usize, more: bool) {
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
    fn go_on(&mut self, words: &Passage) {
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
    fn cut_tails(&mut self, remarks: &mut Vec<Remark>) {
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
    fn finish(self) -> Vec<Node> {
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

/// Gives an article its paragraphs: a single unnumbered one is the article's own text, and so is
/// one that introduces numbered paragraphs.
fn settle(node: &mut Node, mut paragraphs: Vec<Node>) {
    let plain = |paragraph: &Node| {
        paragraph.mark.is_none() && paragraph.heading.is_none() && !paragraph.table
    };
    let simple = |paragraph: &Node| {
        paragraph.points.is_empty() && paragraph.tail.is_none() && paragraph.paragraphs.is_empty()
    };
    let introduces = paragraphs.len() > 1
        && plain(&paragraphs[0])
        && simple(&paragraphs[0])
        && paragraphs[1].mark.is_some();
    if paragraphs.len() == 1 && plain(&paragraphs[0]) || introduces {
        let first = paragraphs.remove(0);
        node.text = first.text;
        node.points = first.points;
        node.tail = first.tail;
        paragraphs.splice(0..0, first.paragraphs);
    }
    node.paragraphs = paragraphs;
}
