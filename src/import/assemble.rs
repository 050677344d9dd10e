//! The frame of a text: blocks to components, divisions and articles.

mod article;

use std::collections::BTreeSet;

use super::blocks::{Block, Kind, hangs};
use super::components::{Names, titled};
use super::course::{Course, is_first};
use super::divisions::Open;
use super::frame::{Frame, Unit};
use super::heading;
use super::outline::{
    Article, Component, Division, Document, Mark, Node, Passage, RemarkKind, Role,
};
use super::paragraphs;
use crate::text::Span;

/// Builds the outline of a text from its blocks.
pub(super) fn assemble(blocks: Vec<Block>) -> Document {
    let mut builder = Builder {
        course: Course::new(blocks),
        at: 0,
        document: Document::default(),
        names: Names::default(),
        component: Component::new("body"),
        divisions: Open::default(),
        open: None,
        content: Vec::new(),
        numbers: BTreeSet::new(),
    };
    builder.run();
    builder.document
}

struct Builder {
    course: Course,
    at: usize,
    document: Document,
    names: Names,
    component: Component,
    divisions: Open,
    /// The record that blocks are gathered for.
    open: Option<Article>,
    content: Vec<Block>,
    /// The numbers of the component's articles.
    numbers: BTreeSet<String>,
}

impl Builder {
    fn run(&mut self) {
        self.title();
        while let Some(block) = self.course.get(self.at) {
            let block = block.clone();
            if !self.frame(&block) {
                self.gather(block);
            }
        }
        self.close_component();
    }

    /// The first block is the title, unless it frames or begins the text; lines that go on with it
    /// belong to it.
    fn title(&mut self) {
        let Some(first) = self.course.get(0) else {
            return;
        };
        let words = first.words();
        let framed = match &first.kind {
            Kind::Table => true,
            Kind::Words => hangs(first),
            // A protocol that begins with its name is not joined to anything.
            Kind::Frame(frame) => !matches!(frame.unit, Unit::Component("protocol" | "annex")),
        };
        if framed || words.len() > 1200 || words.ends_with([',', ';', ':']) {
            return;
        }
        let mut title = first.passage.clone();
        self.at = 1;
        while let Some(block) = self.course.get(self.at).filter(|_| self.at < 4) {
            let begun = matches!(
                block.kind,
                Kind::Frame(Frame {
                    unit: Unit::Component(_),
                    ..
                })
            );
            let plain = begun || block.kind == Kind::Words && !hangs(block);
            let lower = block.words().starts_with(char::is_lowercase);
            let more = if lower {
                block.words().len() < 200
            } else {
                is_name(block.words())
            };
            if !plain || !more || block.words().ends_with([',', ';', ':', '.']) {
                break;
            }
            title.join(&block.passage, "\n");
            self.at += 1;
        }
        self.document.title = Some(title);
    }

    /// Takes the frame line that stands here, if one does.
    fn frame(&mut self, block: &Block) -> bool {
        let seen = self.seen();
        if let Kind::Frame(frame) = &block.kind {
            match frame.unit {
                Unit::Article => self.article(frame, &block.passage),
                Unit::Preamble if self.begins_preamble() => self.preamble(frame, &block.passage),
                Unit::Component(kind) if self.course.begins(self.at, seen) => {
                    self.joined(kind, frame, &block.passage);
                }
                Unit::Division(kind) if self.course.holds_articles(self.at + 1) => {
                    let mark = Some(mark(frame, &block.passage));
                    let heading = slice(&block.passage, frame.rest.clone());
                    self.division(kind, mark, heading);
                }
                _ => return false,
            }
            return true;
        }
        if self.is_open(Role::Testimonium) {
            return self.title_of_joined(block);
        }
        let first = self.numbers.is_empty() && !self.is_open(Role::Article);
        if heading::attests(block.words()) && !self.course.articles_follow(self.at, first) {
            // Those of an annex stay in its last division: what stands in none comes first.
            if self.component.name == "body" {
                self.divisions.clear();
            }
            self.open(Role::Testimonium, Node::default());
            return false;
        }
        self.group(block)
    }

    /// What is joined after the closing words by its title alone.
    fn title_of_joined(&mut self, block: &Block) -> bool {
        let kind = titled(block).filter(|_| self.course.get(self.at + 1).is_some());
        let Some(kind) = kind else { return false };
        self.close_component();
        self.component = Component::new(&self.names.name(kind));
        self.component.heading = Some(block.passage.clone());
        self.at += 1;
        true
    }

    fn is_open(&self, role: Role) -> bool {
        self.open.as_ref().is_some_and(|open| open.role == role)
    }

    /// Whether anything that an annex could be joined to has been read.
    fn seen(&self) -> bool {
        let operative = |article: &Article| article.role != Role::Preamble;
        !self.document.components.is_empty()
            || self.component.articles.last().is_some_and(operative)
            || self.open.as_ref().is_some_and(operative)
    }

    fn begins_preamble(&self) -> bool {
        let none = self.component.articles.is_empty() && self.component.divisions.is_empty();
        none && self.open.is_none() && self.content.is_empty()
    }

    fn open(&mut self, role: Role, node: Node) {
        self.close_record();
        let division = self.divisions.last();
        self.open = Some(Article {
            role,
            division,
            node,
        });
    }

    fn preamble(&mut self, frame: &Frame, passage: &Passage) {
        let node = Node {
            mark: Some(mark(frame, passage)),
            ..Node::default()
        };
        self.open(Role::Preamble, node);
        self.content
            .extend(slice(passage, frame.rest.clone()).map(Block::of));
        self.at += 1;
    }

    /// Whether a first article stands where others have been: another instrument is joined here,
    /// with no line that says so.
    fn restarts(&self, num: &str) -> bool {
        let numbers = || {
            let open = self.open.iter().chain(&self.component.articles);
            open.filter(|article| article.role == Role::Article)
                .filter_map(|article| article.node.mark.as_ref())
        };
        self.is_open(Role::Testimonium) && numbers().next().is_some()
            || is_first(num) && numbers().count() > 1 && numbers().any(|mark| is_first(&mark.num))
    }

    /// Begins the component whose first article stands here. Its title is the first heading that
    /// was gathered after the closing words.
    fn restart(&mut self) {
        let last = self.content.iter().enumerate().skip(1).rev();
        let title = last
            .take_while(|(_, block)| !heading::attests(block.words()))
            .filter(|(_, block)| heading::heads(block.words()) && !block.adjacent)
            .map(|(at, _)| at)
            .last();
        let mut own = title
            .map_or_else(Vec::new, |at| self.content.split_off(at))
            .into_iter();
        self.close_component();
        let heading = own.next().map(|block| block.passage);
        let words = heading
            .as_ref()
            .map_or_else(String::new, |title| title.text.to_lowercase());
        let kind = if words.contains("protoco") {
            "protocol"
        } else {
            "annex"
        };
        self.component = Component::new(&self.names.name(kind));
        self.component.heading = heading;
        let rest: Vec<Block> = own.collect();
        if !rest.is_empty() {
            self.open(Role::Text, Node::default());
            self.content = rest;
        }
    }

    /// Opens a division, with the headings under its label.
    fn division(&mut self, kind: &'static str, mark: Option<Mark>, heading: Option<Passage>) {
        // Articles after the closing words are those of another instrument.
        if self.is_open(Role::Testimonium) {
            self.restart();
        }
        self.close_record();
        self.at += 1;
        let mut division = Division {
            kind,
            mark,
            heading,
            parent: None,
        };
        while let Some(block) = self.course.get(self.at) {
            if block.kind != Kind::Words || hangs(block) || !self.course.holds_articles(self.at) {
                break;
            }
            let editorial = heading::editorial(block.words());
            match &mut division.heading {
                None => {
                    let mark = division.mark.as_mut();
                    let heading = mark.and_then(|mark| after_dash(mark, &block.passage));
                    division.heading = Some(heading.unwrap_or_else(|| block.passage.clone()));
                }
                Some(heading) if block.adjacent || editorial => heading.join(&block.passage, "\n"),
                // A second heading is that of a group inside.
                Some(_) => break,
            }
            if editorial {
                self.document
                    .remarks
                    .push(RemarkKind::Editorial.at(block.passage.span));
            }
            self.at += 1;
        }
        self.divisions.enter(&mut self.component, division);
    }

    /// A division without a frame word: a bare label, a heading, or both, before an article.
    fn group(&mut self, block: &Block) -> bool {
        if block.adjacent || block.kind != Kind::Words || !self.course.holds_articles(self.at) {
            return false;
        }
        let ended = self.content.last().is_none_or(|last| ends(last.words()));
        let recitals = self
            .open
            .as_ref()
            .is_none_or(|open| open.role == Role::Preamble);
        let begun = recitals || !self.content.is_empty();
        if !ended || !begun || heading::editorial(block.words()) {
            return false;
        }
        if hangs(block) {
            let num = block.words().trim_matches(['(', ')', '.']).to_owned();
            let mark = Mark {
                num,
                printed: block.passage.clone(),
            };
            self.division("division", Some(mark), None);
            return true;
        }
        // An address or a date is no heading.
        let plain = heading::heads(block.words()) && !block.words().contains([':', '0', '1', '2']);
        if plain {
            self.division("division", None, Some(block.passage.clone()));
        }
        plain
    }

    fn joined(&mut self, kind: &'static str, frame: &Frame, passage: &Passage) {
        self.close_component();
        self.component = Component::new(&self.names.name(kind));
        self.at += 1;
        self.component.mark = Some(mark(frame, passage));
        self.component.heading = slice(passage, frame.rest.clone());
        // What follows the label of a note is its letterhead.
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
        let block = self.course.get(self.at)?;
        let numbered = |mark: &Mark| !mark.num.is_empty();
        let words = match &block.kind {
            Kind::Words => true,
            // `Technical Annex` under `Annex 1`.
            Kind::Frame(frame) => {
                matches!(frame.unit, Unit::Component("annex"))
                    && frame.num.is_empty()
                    && frame.rest.is_empty()
                    && self.component.mark.as_ref().is_some_and(numbered)
            }
            Kind::Table => false,
        };
        let fits = words
            && !hangs(block)
            && !heading::editorial(block.words())
            && heading::heads(block.words())
            && self
                .course
                .get(self.at + 1)
                .is_some_and(|next| match &next.kind {
                    Kind::Frame(frame) => !matches!(frame.unit, Unit::Component(_)),
                    _ => true,
                });
        fits.then(|| block.passage.clone())
    }

    /// Gathers the block for the open record, opening one if there is none.
    fn gather(&mut self, block: Block) {
        if self.open.is_none() {
            let preamble = self.component.name == "body"
                && self.component.articles.is_empty()
                && self.component.divisions.is_empty()
                && self.course.has_articles(self.at);
            self.open(
                if preamble { Role::Preamble } else { Role::Text },
                Node::default(),
            );
        }
        if heading::editorial(block.words()) {
            self.document
                .remarks
                .push(RemarkKind::Editorial.at(block.passage.span));
        }
        // A frame line that frames nothing here is words.
        let kind = if block.kind == Kind::Table {
            Kind::Table
        } else {
            Kind::Words
        };
        self.content.push(Block { kind, ..block });
        self.at += 1;
    }

    fn close_record(&mut self) {
        let content = std::mem::take(&mut self.content);
        let Some(mut open) = self.open.take() else {
            return;
        };
        paragraphs::fill(&mut open.node, &content, &mut self.document.remarks);
        if open.node == Node::default() {
            return;
        }
        let first = [&open.node.text, &open.node.tail]
            .into_iter()
            .flatten()
            .next();
        let first = first.or_else(|| open.node.paragraphs.first()?.text.as_ref());
        let mark = open.node.mark.as_ref();
        if open.role == Role::Text && self.component.name == "body" {
            let remark = first.map(|text| RemarkKind::Unplaced.at(text.span));
            self.document.remarks.extend(remark);
        } else if let Some(mark) = mark.filter(|_| open.role == Role::Article)
            && !self.numbers.insert(mark.num.to_lowercase())
        {
            self.document
                .remarks
                .push(RemarkKind::RepeatedNumber.at(mark.printed.span));
        }
        self.component.articles.push(open);
    }

    fn close_component(&mut self) {
        self.close_record();
        self.divisions.clear();
        self.numbers.clear();
        let done = std::mem::replace(&mut self.component, Component::new("body"));
        if done != Component::new(&done.name) {
            self.document.components.push(done);
        }
    }
}

fn ends(words: &str) -> bool {
    words.ends_with(['.', ';', ':', '”', '"', ')', '|', '*', '!', '?'])
}

/// Whether words name an instrument, as a second line of a title does.
fn is_name(words: &str) -> bool {
    const NAMES: [&str; 12] = [
        "treaty",
        "convention",
        "agreement",
        "protocol",
        "charter",
        "statute",
        "covenant",
        "traité",
        "accord",
        "protocole",
        "arrangement",
        "pact",
    ];
    let lower = words.to_lowercase();
    heading::heads(words)
        && NAMES
            .iter()
            .any(|name| lower.split_whitespace().any(|word| word == *name))
}

fn mark(frame: &Frame, passage: &Passage) -> Mark {
    let printed = slice(passage, frame.printed.clone()).unwrap_or_else(|| passage.clone());
    Mark {
        num: frame.num.clone(),
        printed,
    }
}

/// The words of a passage behind a dash, which then belongs to the label before it; `None` if there
/// is no dash.
fn after_dash(mark: &mut Mark, passage: &Passage) -> Option<Passage> {
    let words = passage.text.trim_start_matches(['-', '–', '—']);
    let dash = passage.text.len() - words.len();
    let heading = slice(passage, dash..passage.text.len())?;
    mark.printed.join(&slice(passage, 0..dash)?, " ");
    Some(heading)
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
