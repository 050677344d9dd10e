//! A record: one file, as a tree of units.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Allow, Kind, Number, Part, UnitId};
use crate::text::{SourceId, Span};
use crate::yaml::{NodeId, Tree};

/// A text of a record: a scalar of its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Text(pub(super) NodeId);

/// What a unit is in the hierarchy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// `instrument.yaml` itself.
    Instrument,
    /// A part, title, chapter or section; only in record 0.
    Division,
    /// A whole record: an article, the preamble, the testimonium, an annex without articles.
    Article,
    /// An entry of `paragraphs`.
    Paragraph,
    /// An entry of `points`.
    Point,
}

/// One node of the paragraph tree.
#[derive(Debug, Clone)]
pub struct Unit {
    /// What it is.
    pub level: Level,
    /// The unit that holds it.
    pub parent: Option<UnitId>,
    /// Paragraphs and points, in the order of the text.
    pub children: Vec<UnitId>,
    /// The 1-based place among its siblings.
    pub ordinal: u32,
    /// The label without punctuation; of an article, as printed.
    pub num: Option<Text>,
    /// The label with its punctuation, where it is not the usual one.
    pub printed: Option<Text>,
    /// The heading.
    pub heading: Option<Text>,
    /// The text; the intro if points follow.
    pub text: Option<Text>,
    /// Flush text after the points: it governs every point.
    pub tail: Option<Text>,
    /// Declared kinds, with the words that declare them.
    pub kinds: Vec<(Kind, Text)>,
    /// Words were left out here of a quotation.
    pub omitted: bool,
    /// A table, kept verbatim.
    pub table: bool,
    /// The type of a division (`chapter`).
    pub division: Option<Text>,
}

/// One file of an instrument.
#[derive(Debug)]
pub struct Record {
    /// The source of the file.
    pub source: SourceId,
    /// The path relative to the folder of `instrument.yaml`.
    pub path: PathBuf,
    /// `body`, `preamble`, `annex-1` …; `-` for `instrument.yaml`.
    pub component: String,
    /// The division it stands in: a unit of record 0.
    pub division: Option<UnitId>,
    /// The value of its number, read by the habit of its component.
    pub number: Option<Number>,
    /// The paragraph tree, parents before children.
    pub units: Vec<Unit>,
    /// Suppressions.
    pub allow: Vec<Allow>,
    pub(super) tree: Arc<Tree>,
}

impl Record {
    /// A unit.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.0 as usize]
    }

    /// The record itself as a unit.
    #[must_use]
    pub fn root(&self) -> &Unit {
        &self.units[0]
    }

    /// All units with their names, in the order of the text.
    pub fn units(&self) -> impl Iterator<Item = (UnitId, &Unit)> {
        self.units
            .iter()
            .enumerate()
            .map(|(at, unit)| (UnitId(u32::try_from(at).unwrap_or(u32::MAX)), unit))
    }

    /// The units above `id`, nearest first.
    pub fn ancestors(&self, id: UnitId) -> impl Iterator<Item = UnitId> {
        std::iter::successors(self.unit(id).parent, |above| self.unit(*above).parent)
    }

    /// The decoded characters of a text.
    #[must_use]
    pub fn str(&self, text: Text) -> &str {
        self.tree.node(text.0).as_str().unwrap_or_default()
    }

    /// The bytes of the file that a range of a text's decoded bytes came from.
    #[must_use]
    pub fn span(&self, text: Text, range: Range<usize>) -> Span {
        self.tree.node(text.0).source_span(range)
    }

    /// A part of a unit, if it has it.
    #[must_use]
    pub fn part(&self, unit: UnitId, part: Part) -> Option<Text> {
        let unit = self.unit(unit);
        match part {
            Part::Num => unit.num,
            Part::Heading => unit.heading,
            Part::Text => unit.text,
            Part::Tail => unit.tail,
        }
    }

    /// The characters of a part of a unit; empty if it has none.
    #[must_use]
    pub fn part_str(&self, unit: UnitId, part: Part) -> &str {
        self.part(unit, part).map_or("", |text| self.str(text))
    }

    /// The article's number as printed; empty for a record without one.
    #[must_use]
    pub fn article(&self) -> &str {
        self.root().num.map_or("", |text| self.str(text))
    }

    /// The bytes that stand for the record when nothing smaller does: its number, else its heading,
    /// else its first key.
    #[must_use]
    pub fn head_span(&self) -> Span {
        let root = self.root();
        root.num.or(root.heading).map_or_else(
            || {
                let first = self.tree.root().entries().next();
                first.map_or_else(|| self.tree.root().span(), |(key, _)| key.span())
            },
            |text| self.tree.node(text.0).span(),
        )
    }
}
