//! The frame of a text: blocks to components, divisions and articles.

use super::blocks::{Block, Kind, bare, hangs};
use super::components::{Names, begins, titled};
use super::heading::{self, Frame, Unit};
use super::outline::{Article, Component, Division, Document, Mark, Node, Passage, Role};
use super::paragraphs;
use crate::text::Span;

/// Builds the outline of a text from its blocks.
pub(super) fn assemble(blocks: Vec<Block>) -> Document {
    let mut builder = Builder {
        blocks,
        at: 0,
        document: Document::default(),
        names: Names::default(),
        component: component("body"),
        stack: Vec::new(),
        open: None,
        content: Vec::new(),
    };
    builder.run();
    builder.document
}

fn component(name: &str) -> Component {
    Component {
        name: name.to_owned(),
        mark: None,
        heading: None,
        divisions: Vec::new(),
        articles: Vec::new(),
    }
}

struct Builder {
    blocks: Vec<Block>,
    at: usize,
    document: Document,
    names: Names,
    component: Component,
    /// The open divisions, outermost first.
    stack: Vec<usize>,
    /// The record that blocks are gathered for.
    open: Option<Article>,
    content: Vec<Block>,
}

impl Builder {
    fn run(&mut self) {
        self.title();
        while self.at < self.blocks.len() {
            if !self.frame() {
                self.gather();
            }
        }
        self.close_component();
    }

    /// The first block is the title, unless it frames or begins the text.
    fn title(&mut self) {
        let Some(first) = self.blocks.first() else {
            return;
        };
        let words = first.words();
        let framed = match &first.kind {
            Kind::Table => true,
            Kind::Words => bare(first),
            // A protocol that begins with its name is not joined to anything.
            Kind::Frame(frame) => !matches!(frame.unit, Unit::Component("protocol" | "annex")),
        };
        if !framed && words.len() < 1200 && !words.ends_with([',', ';', ':']) {
            self.document.title = Some(first.passage.clone());
            self.at = 1;
        }
    }

    /// Takes the frame line that stands here, if one does.
    fn frame(&mut self) -> bool {
        let block = &self.blocks[self.at];
        if let Kind::Frame(frame) = &block.kind {
            let frame = frame.clone();
            let passage = block.passage.clone();
            match frame.unit {
                Unit::Article => self.article(&frame, &passage),
                Unit::Preamble if self.begins_preamble() => self.preamble(&frame, &passage),
                Unit::Component(kind) if begins(&self.blocks, self.at, self.seen()) => {
                    self.joined(kind, &frame, &passage);
                }
                Unit::Division(kind) if self.holds_articles(self.at + 1) => {
                    self.division(kind, &frame, &passage);
                }
                _ => return false,
            }
            return true;
        }
        let attested = self
            .open
            .as_ref()
            .is_some_and(|open| open.role == Role::Testimonium);
        if attested
            && self.content_follows(self.at + 1)
            && let Some(kind) = titled(block)
        {
            let heading = block.passage.clone();
            self.close_component();
            self.component = component(&self.names.name(kind));
            self.component.heading = Some(heading);
            self.at += 1;
            return true;
        }
        if !attested && heading::attests(block.words()) && !self.articles_follow() {
            self.testimonium();
            return true;
        }
        self.group()
    }

    /// Whether anything that an annex could be joined to has been read.
    fn seen(&self) -> bool {
        !self.document.components.is_empty()
            || self
                .component
                .articles
                .iter()
                .any(|article| article.role != Role::Preamble)
            || self
                .open
                .as_ref()
                .is_some_and(|open| open.role != Role::Preamble)
    }

    fn begins_preamble(&self) -> bool {
        let none = self.component.articles.is_empty() && self.component.divisions.is_empty();
        none && self.open.is_none() && self.content.is_empty()
    }

    fn open(&mut self, role: Role, node: Node) {
        self.close_record();
        let division = self.stack.last().copied();
        self.open = Some(Article {
            role,
            division,
            node,
        });
    }

    fn preamble(&mut self, frame: &Frame, passage: &Passage) {
        let mark = mark(frame, passage);
        self.open(
            Role::Preamble,
            Node {
                mark: Some(mark),
                ..Node::default()
            },
        );
        self.rest(frame, passage);
        self.at += 1;
    }

    fn article(&mut self, frame: &Frame, passage: &Passage) {
        if self.restarts(&frame.num) {
            self.restart();
        }
        let mut node = Node {
            mark: Some(mark(frame, passage)),
            ..Node::default()
        };
        self.at += 1;
        let rest = slice(passage, frame.rest.clone());
        match rest {
            Some(rest) if heading::heads_with_stop(&rest.text) && self.content_follows(self.at) => {
                node.heading = Some(rest);
                self.open(Role::Article, node);
            }
            Some(_) => {
                self.open(Role::Article, node);
                self.rest(frame, passage);
            }
            None => {
                node.heading = self.heading_here();
                self.open(Role::Article, node);
            }
        }
    }

    /// Whether a first article stands where others have been: another instrument is joined here,
    /// with no line that says so.
    fn restarts(&self, num: &str) -> bool {
        let first = |num: &str| {
            matches!(
                num.to_lowercase().as_str(),
                "1" | "i" | "premier" | "1er" | "ier" | "first"
            )
        };
        let attested = self
            .open
            .as_ref()
            .is_some_and(|open| open.role == Role::Testimonium);
        let numbers = || {
            let open = self.open.iter().chain(&self.component.articles);
            open.filter(|article| article.role == Role::Article)
                .filter_map(|article| article.node.mark.as_ref())
        };
        attested && numbers().next().is_some()
            || first(num) && numbers().count() > 1 && numbers().any(|mark| first(&mark.num))
    }

    /// Begins the component whose first article stands here. Its title is the last heading that
    /// was gathered for what stood before.
    fn restart(&mut self) {
        let last = self.content.iter().enumerate().skip(1).rev();
        let title = last
            .take_while(|(_, block)| !heading::attests(block.words()))
            .filter(|(_, block)| heading::heads(block.words()) && !block.adjacent)
            .map(|(at, _)| at)
            .last();
        let own = title.map_or_else(Vec::new, |at| self.content.split_off(at));
        self.close_component();
        let words = own.first().map_or("", Block::words).to_lowercase();
        let kind = if words.contains("protoco") {
            "protocol"
        } else {
            "annex"
        };
        self.component = component(&self.names.name(kind));
        let mut own = own.into_iter();
        self.component.heading = own.next().map(|block| block.passage);
        let rest: Vec<Block> = own.collect();
        if !rest.is_empty() {
            self.open(Role::Text, Node::default());
            self.content = rest;
        }
    }

    /// The words after a label on its line are the first block of the record.
    fn rest(&mut self, frame: &Frame, passage: &Passage) {
        if let Some(rest) = slice(passage, frame.rest.clone()) {
            self.content.push(Block {
                passage: rest,
                kind: Kind::Words,
                adjacent: false,
                indent: 0,
            });
        }
    }

    /// The heading that stands here, if one does: taken.
    fn heading_here(&mut self) -> Option<Passage> {
        let block = self.blocks.get(self.at)?;
        let words = block.words();
        let fits = block.kind == Kind::Words
            && !hangs(block)
            && heading::heads_with_stop(words)
            && !heading::editorial(words)
            && self.content_follows(self.at + 1)
            && !self.introduces(words);
        if !fits {
            return None;
        }
        let passage = block.passage.clone();
        self.at += 1;
        Some(passage)
    }

    /// Whether words without a final stop run on into the list that follows.
    fn introduces(&self, words: &str) -> bool {
        let listed = self.blocks.get(self.at + 1).is_some_and(|next| {
            super::label::label(next.words()).is_some_and(|label| {
                let lower = next.words()[label.len..]
                    .trim_start()
                    .starts_with(char::is_lowercase);
                label.shape != super::label::Shape::Dot && lower
            })
        });
        listed && words.split_whitespace().count() > 8
    }

    /// Whether a block of the same record stands at `at`.
    fn content_follows(&self, at: usize) -> bool {
        self.blocks.get(at).is_some_and(|block| match &block.kind {
            Kind::Words | Kind::Table => !heading::attests(block.words()),
            Kind::Frame(frame) => match frame.unit {
                Unit::Article => false,
                Unit::Division(_) => !self.holds_articles(at + 1),
                _ => !begins(&self.blocks, at, true),
            },
        })
    }

    /// Whether what stands at `at` leads to an article by headings alone, so that the line before
    /// it is a division and not a paragraph of an annex.
    fn holds_articles(&self, at: usize) -> bool {
        let mut plain = 0;
        for block in self.blocks.iter().skip(at) {
            match &block.kind {
                Kind::Frame(frame) if frame.unit == Unit::Article => return true,
                Kind::Frame(frame) if matches!(frame.unit, Unit::Division(_)) => plain = 0,
                Kind::Words if heading::editorial(block.words()) => {}
                Kind::Words
                    if plain < 3
                        && heading::heads_with_stop(
                            block.words().trim_start_matches([':', ' ']),
                        ) =>
                {
                    plain += 1
                }
                _ => return false,
            }
        }
        false
    }

    fn division(&mut self, kind: &'static str, frame: &Frame, passage: &Passage) {
        self.close_record();
        self.at += 1;
        let heading = slice(passage, frame.rest.clone());
        let mark = Some(mark(frame, passage));
        self.enter(Division {
            kind,
            mark,
            heading,
            parent: None,
        });
        self.division_headings();
    }

    /// A division without a frame word: a bare label, a heading, or both, before an article.
    fn group(&mut self) -> bool {
        let block = &self.blocks[self.at];
        let ended = self.content.last().is_none_or(|last| ends(last.words()));
        let in_preamble = self
            .open
            .as_ref()
            .is_none_or(|open| open.role == Role::Preamble);
        let begun = ended && (in_preamble || !self.content.is_empty());
        if !begun || block.adjacent || block.kind != Kind::Words || !self.holds_articles(self.at) {
            return false;
        }
        let empty =
            self.content.is_empty() && self.component.divisions.is_empty() && self.open.is_none();
        let bare = bare(block);
        if !bare && (empty && self.document.title.is_none() || !heading::heads(block.words())) {
            return false;
        }
        let passage = block.passage.clone();
        self.close_record();
        self.at += 1;
        if bare {
            let num = passage.text.trim_matches(['(', ')', '.']).to_owned();
            let mark = Some(Mark {
                num,
                printed: passage,
            });
            self.enter(Division {
                kind: "division",
                mark,
                heading: None,
                parent: None,
            });
        } else {
            let heading = Some(passage);
            self.enter(Division {
                kind: "division",
                mark: None,
                heading,
                parent: None,
            });
        }
        self.division_headings();
        true
    }

    /// The lines under a division's label, up to the next frame line.
    fn division_headings(&mut self) {
        while let Some(block) = self.blocks.get(self.at) {
            let taken = block.kind == Kind::Words && self.holds_articles(self.at) && !bare(block);
            let Some(open) = self.stack.last().copied().filter(|_| taken) else {
                break;
            };
            let division = &mut self.component.divisions[open];
            match &mut division.heading {
                None => division.heading = Some(block.passage.clone()),
                Some(_) if division.mark.is_none() => break,
                Some(heading) => heading.join(&block.passage, "\n"),
            }
            self.at += 1;
        }
    }

    /// Opens a division below those that may hold it.
    fn enter(&mut self, mut division: Division) {
        let same = self
            .stack
            .iter()
            .position(|open| sibling(&self.component.divisions[*open], &division));
        let depth = same.unwrap_or_else(|| {
            // A type that was never open belongs below those of a higher rank; below the last
            // in any case if nothing stands between their labels.
            let direct = self.stack.last().is_some_and(|last| {
                !self
                    .component
                    .articles
                    .iter()
                    .any(|article| article.division >= Some(*last))
            });
            if direct {
                return self.stack.len();
            }
            let above = |open: &&usize| rank(&self.component.divisions[**open]) < rank(&division);
            self.stack.iter().take_while(above).count()
        });
        self.stack.truncate(depth);
        division.parent = self.stack.last().copied();
        self.component.divisions.push(division);
        self.stack.push(self.component.divisions.len() - 1);
    }

    /// Whether the articles go on after this block, so that it does not close the component.
    fn articles_follow(&self) -> bool {
        let next = (self.at + 1..self.blocks.len()).find_map(|at| match &self.blocks[at].kind {
            Kind::Frame(frame) if frame.unit == Unit::Article => Some(Some(frame)),
            Kind::Frame(frame) => {
                let joined = matches!(frame.unit, Unit::Component(_));
                (joined && begins(&self.blocks, at, true)).then_some(None)
            }
            _ => None,
        });
        next.flatten()
            .is_some_and(|frame| !matches!(frame.num.as_str(), "1" | "I" | "premier" | "1er"))
    }

    fn testimonium(&mut self) {
        self.stack.clear();
        self.open(Role::Testimonium, Node::default());
        self.gather();
    }

    fn joined(&mut self, kind: &'static str, frame: &Frame, passage: &Passage) {
        self.close_component();
        self.component = component(&self.names.name(kind));
        self.at += 1;
        self.component.mark = Some(mark(frame, passage));
        self.component.heading = slice(passage, frame.rest.clone());
        if let Some(heading) = self.component_heading().filter(|_| kind != "note") {
            match &mut self.component.heading {
                Some(first) => first.join(&heading, "\n"),
                None => self.component.heading = Some(heading),
            }
            self.at += 1;
        }
    }

    /// The line under the label of an annex, if it is its heading.
    fn component_heading(&self) -> Option<Passage> {
        let block = self.blocks.get(self.at)?;
        let words = block.words();
        let fits = block.kind == Kind::Words
            && !bare(block)
            && heading::heads(words)
            && self
                .blocks
                .get(self.at + 1)
                .is_some_and(|next| match &next.kind {
                    Kind::Frame(frame) => !matches!(frame.unit, Unit::Component(_)),
                    _ => true,
                });
        fits.then(|| block.passage.clone())
    }

    /// Gathers the block for the open record, opening one if there is none.
    fn gather(&mut self) {
        let block = self.blocks[self.at].clone();
        if self.open.is_none() {
            let preamble = self.component.name == "body"
                && self.component.articles.is_empty()
                && self.component.divisions.is_empty()
                && self.blocks.iter().any(|block| {
                    matches!(&block.kind, Kind::Frame(frame) if frame.unit == Unit::Article)
                });
            self.open(
                if preamble { Role::Preamble } else { Role::Text },
                Node::default(),
            );
        }
        // The heading of the open record that its label line did not give.
        self.content.push(Block {
            kind: plain(block.kind),
            ..block
        });
        self.at += 1;
    }

    fn close_record(&mut self) {
        let content = std::mem::take(&mut self.content);
        let Some(mut open) = self.open.take() else {
            return;
        };
        paragraphs::fill(&mut open.node, &content);
        if open.node != Node::default() {
            self.component.articles.push(open);
        }
    }

    fn close_component(&mut self) {
        self.close_record();
        self.stack.clear();
        let done = std::mem::replace(&mut self.component, component("body"));
        if done.mark.is_some()
            || done.heading.is_some()
            || !done.articles.is_empty()
            || !done.divisions.is_empty()
        {
            self.document.components.push(done);
        }
    }
}

/// A frame line that frames nothing here is words.
fn plain(kind: Kind) -> Kind {
    match kind {
        Kind::Table => Kind::Table,
        Kind::Frame(_) | Kind::Words => Kind::Words,
    }
}

fn ends(words: &str) -> bool {
    words.ends_with(['.', ';', ':', '”', '"', ')', '|', '*', '!', '?'])
}

fn mark(frame: &Frame, passage: &Passage) -> Mark {
    let printed = slice(passage, frame.printed.clone()).unwrap_or_else(|| passage.clone());
    Mark {
        num: frame.num.clone(),
        printed,
    }
}

/// A part of a passage, trimmed; `None` if it is empty.
fn slice(passage: &Passage, range: std::ops::Range<usize>) -> Option<Passage> {
    let text = passage.text.get(range.clone())?;
    let words = text.trim();
    let start = passage.span.start as usize + range.start + text.len() - text.trim_start().len();
    (!words.is_empty()).then(|| Passage {
        span: Span::from_range(start..start + words.len()),
        text: words.to_owned(),
    })
}

fn sibling(open: &Division, new: &Division) -> bool {
    let look = |division: &Division| division.mark.as_ref().map(|mark| look(&mark.num));
    open.kind == new.kind && (new.kind != "division" || look(open) == look(new))
}

/// The look of a bare label, which stands for the type that is not named.
fn look(num: &str) -> u8 {
    if num.chars().all(|c| "IVXLC".contains(c)) {
        0
    } else if num.chars().all(char::is_uppercase) {
        1
    } else {
        2 + u8::from(num.chars().all(char::is_numeric))
    }
}

fn rank(division: &Division) -> u8 {
    match division.kind {
        "book" => 0,
        "part" => 1,
        "title" => 2,
        "chapter" => 3,
        "section" => 4,
        "subsection" => 5,
        _ => division
            .mark
            .as_ref()
            .map_or(10, |mark| 6 + look(&mark.num)),
    }
}
