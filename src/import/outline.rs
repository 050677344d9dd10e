//! What import makes of a text, before it becomes records.
//!
//! A tree of owned words, each with the bytes of the imported text that it came from. Read in the
//! order of its fields it says the text again, character for character but for white space; that is
//! the invariant that [`super::render`] and the tests hold it to.

use crate::text::Span;

/// Words, and where they stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The bytes of the imported text. Covers everything if the words were joined from parts.
    pub span: Span,
    /// The words: trimmed, lines as they were.
    pub text: String,
}

impl Passage {
    /// Adds words that follow these in the text, after `gap`.
    pub(super) fn join(&mut self, other: &Self, gap: &str) {
        self.text.push_str(gap);
        self.text.push_str(&other.text);
        self.span = self.span.cover(other.span);
    }
}

/// A label: `(a)`, `1.`, `Article 7`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The label without its punctuation and words (`a`, `1`, `7`); empty for a dash.
    pub num: String,
    /// The label as it is printed.
    pub printed: Passage,
}

/// A paragraph or a point.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// The label; unnumbered paragraphs have none.
    pub mark: Option<Mark>,
    /// The heading.
    pub heading: Option<Passage>,
    /// The text, which is the intro if points follow.
    pub text: Option<Passage>,
    /// The points of its list.
    pub points: Vec<Node>,
    /// Flush text after the list.
    pub tail: Option<Passage>,
    /// What follows text, points and tail: further paragraphs.
    pub paragraphs: Vec<Node>,
    /// Whether the text is a table, kept verbatim.
    pub table: bool,
}

/// What a record is, which also names its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A numbered article.
    Article,
    /// The recitals.
    Preamble,
    /// The closing words and signatures.
    Testimonium,
    /// Text of a component that belongs to no article.
    Text,
}

/// One record: an article, the preamble, the testimonium, text without an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// What it is.
    pub role: Role,
    /// The place among the component's divisions, as an index into [`Component::divisions`].
    pub division: Option<usize>,
    /// Label, heading and text.
    pub node: Node,
}

/// A part, title, chapter or section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    /// `part`, `title`, `chapter`, `section` …; `division` where the text gives it no name.
    pub kind: &'static str,
    /// The label; a bare heading has none.
    pub mark: Option<Mark>,
    /// The heading.
    pub heading: Option<Passage>,
    /// The division that holds it, an earlier index.
    pub parent: Option<usize>,
}

/// The body of the instrument, or an annex, protocol or note that is joined to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// `body`, `annex-1`, `protocol-1`, `note-1`.
    pub name: String,
    /// The label of an annex, protocol or note.
    pub mark: Option<Mark>,
    /// Its heading.
    pub heading: Option<Passage>,
    /// The divisions, in the order of the text.
    pub divisions: Vec<Division>,
    /// The records, in the order of the text.
    pub articles: Vec<Article>,
}

impl Component {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            mark: None,
            heading: None,
            divisions: Vec::new(),
            articles: Vec::new(),
        }
    }
}

/// Something that was decided on evidence that is less than certain, or could not be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    /// What it is.
    pub kind: RemarkKind,
    /// The words.
    pub span: Span,
}

/// What a reader should look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkKind {
    /// A note of the publisher, kept where it stood.
    Editorial,
    /// A heading that stood on one line with the text after it.
    GluedHeading,
    /// Flush text that stood on one line with the last point.
    GluedTail,
    /// Text of the body that stands in no article.
    Unplaced,
    /// An article with the number of another.
    RepeatedNumber,
}

impl RemarkKind {
    /// A remark about words.
    pub(super) const fn at(self, span: Span) -> Remark {
        Remark { kind: self, span }
    }
}

impl Document {
    /// Moves every span, from the text that was read to the text that was given.
    pub(super) fn move_spans(&mut self, to: impl Fn(Span) -> Span) {
        let passages = |passages: [Option<&mut Passage>; 3]| {
            passages
                .into_iter()
                .flatten()
                .for_each(|passage| passage.span = to(passage.span));
        };
        let mark = |mark: &mut Option<Mark>| {
            passages([mark.as_mut().map(|mark| &mut mark.printed), None, None]);
        };
        passages([self.title.as_mut(), None, None]);
        for component in &mut self.components {
            mark(&mut component.mark);
            passages([component.heading.as_mut(), None, None]);
            for division in &mut component.divisions {
                mark(&mut division.mark);
                passages([division.heading.as_mut(), None, None]);
            }
            let mut open: Vec<&mut Node> = component
                .articles
                .iter_mut()
                .map(|article| &mut article.node)
                .collect();
            while let Some(node) = open.pop() {
                mark(&mut node.mark);
                passages([
                    node.heading.as_mut(),
                    node.text.as_mut(),
                    node.tail.as_mut(),
                ]);
                open.extend(node.points.iter_mut().chain(&mut node.paragraphs));
            }
        }
        for remark in &mut self.remarks {
            remark.span = to(remark.span);
        }
    }
}

/// A whole text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The title, if the text begins with one.
    pub title: Option<Passage>,
    /// The components, in the order of the text.
    pub components: Vec<Component>,
    /// What a reader should look at.
    pub remarks: Vec<Remark>,
}
