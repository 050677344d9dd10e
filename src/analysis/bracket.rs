//! The relation `brackets`: text that is not settled, and what only looks so.
//!
//! Square brackets are how negotiators mark what is not agreed. Treaties also use them for notes of
//! an editor, footnotes, links and formulas; the words inside and around decide. Where a bracket
//! opens in one paragraph and closes in a later one, both are found.

mod content;
mod slash;

use self::content::{Around, classify};
use super::fact::{Cell, Column, Fact, Relation};
use super::reading::{ReadText, Reading};
use crate::model::{Level, Place, RecordId};

/// The columns of a bracket.
pub(super) const RELATION: Relation = Relation {
    name: "brackets",
    summary: "one row a pair of square brackets, an alternative or a placeholder",
    columns: &[
        Column {
            name: "kind",
            about: "alternative, bracketed-text, editorial, number, placeholder, unbalanced, \
                    footnote or link",
        },
        Column {
            name: "content",
            about: "the words inside, or the alternative",
        },
        Column {
            name: "partner",
            about: "the other alternative, or the closing bracket in another text",
        },
    ],
};

/// What a bracket is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BracketKind {
    /// One of several: `[shall] [should]`, `shall/should`, `Option 2`.
    Alternative,
    /// Words that are not agreed.
    BracketedText,
    /// An editor's note, an insertion that completes a quotation, words left out of one.
    Editorial,
    /// A number, a date or a formula.
    Number,
    /// A slot to be filled.
    Placeholder,
    /// Without its partner.
    Unbalanced,
    /// The mark of a footnote.
    Footnote,
    /// A link of Markdown.
    Link,
}

impl BracketKind {
    /// The word of the relation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Alternative => "alternative",
            Self::BracketedText => "bracketed-text",
            Self::Editorial => "editorial",
            Self::Number => "number",
            Self::Placeholder => "placeholder",
            Self::Unbalanced => "unbalanced",
            Self::Footnote => "footnote",
            Self::Link => "link",
        }
    }
}

/// A pair of brackets, an alternative or a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bracket {
    /// The pair with what is inside; of a pair that spans texts, its opening bracket.
    pub place: Place,
    /// What it is for.
    pub kind: BracketKind,
    /// What is inside.
    pub content: Place,
    /// The other alternative, or the closing bracket in another text.
    pub partner: Option<Place>,
}

impl Bracket {
    /// The brackets of an instrument, in the order of the text.
    #[must_use]
    pub fn all(reading: &Reading<'_>) -> Vec<Self> {
        let mut rows = Vec::new();
        let mut open = Vec::new();
        let mut record: Option<RecordId> = None;
        for text in reading.texts() {
            if record != Some(text.place.record) {
                close(&mut open, &mut rows);
                record = Some(text.place.record);
            }
            pairs(reading, text, &mut open, &mut rows);
            slash::alternatives(reading, text, &mut rows);
        }
        close(&mut open, &mut rows);
        rows.sort_by_key(|row: &Self| row.place);
        pair_up(reading, &mut rows);
        rows
    }
}

/// What is still open at the end of a record has no partner.
fn close(open: &mut Vec<Place>, rows: &mut Vec<Bracket>) {
    for place in open.drain(..) {
        rows.push(Bracket {
            place,
            kind: BracketKind::Unbalanced,
            content: place,
            partner: None,
        });
    }
}

/// The pairs of a text. `open` holds brackets that earlier texts of the record opened.
fn pairs(reading: &Reading<'_>, text: &ReadText, open: &mut Vec<Place>, rows: &mut Vec<Bracket>) {
    let original = reading.words(text.place);
    for (at, c) in original.char_indices() {
        let here = text.place.narrow(at..at + c.len_utf8());
        match c {
            '[' => open.push(here),
            ']' => match open.pop() {
                Some(start) if start.same_text(here) => {
                    let inside = start.end as usize..at;
                    let around = Around {
                        before: &original[..start.start as usize],
                        after: &original[at + 1..],
                        excerpt: reading.instrument.excerpt,
                        introduces: !reading.instrument.unit(text.place).children.is_empty(),
                        title: reading.instrument.unit(text.place).level == Level::Instrument,
                    };
                    rows.push(Bracket {
                        place: text.place.narrow(start.start as usize..at + 1),
                        kind: classify(&original[inside.clone()], &around),
                        content: text.place.narrow(inside),
                        partner: None,
                    });
                }
                Some(start) => rows.push(Bracket {
                    place: start,
                    kind: BracketKind::BracketedText,
                    content: start,
                    partner: Some(here),
                }),
                None => rows.push(Bracket {
                    place: here,
                    kind: BracketKind::Unbalanced,
                    content: here,
                    partner: None,
                }),
            },
            _ => {}
        }
    }
}

/// Makes alternatives of bracketed texts that follow each other with nothing but white space, a
/// slash or `or` between, and names the partner of each.
fn pair_up(reading: &Reading<'_>, rows: &mut [Bracket]) {
    for at in 1..rows.len() {
        let (before, own) = (&rows[at - 1], &rows[at]);
        let words = |row: &Bracket| {
            matches!(
                row.kind,
                BracketKind::BracketedText | BracketKind::Alternative | BracketKind::Number
            )
        };
        let follows = before.place.same_text(own.place)
            && before.place.end <= own.place.start
            && words(before)
            && words(own);
        if !follows {
            continue;
        }
        let between = own
            .place
            .narrow(before.place.end as usize..own.place.start as usize);
        if matches!(reading.words(between).trim(), "" | "/" | "or" | "ou") {
            let (first, second) = (before.place, own.place);
            rows[at - 1].kind = BracketKind::Alternative;
            rows[at - 1].partner.get_or_insert(second);
            rows[at].kind = BracketKind::Alternative;
            rows[at].partner = Some(first);
        }
    }
}

impl Fact for Bracket {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::word(self.kind.as_str()).because(Some(self.place)),
            1 => Cell::at(self.content),
            _ => Cell {
                value: None,
                place: self.partner,
            },
        }
    }
}

#[cfg(test)]
mod tests;
