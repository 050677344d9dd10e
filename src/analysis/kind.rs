//! The relation `provisions`: what each provision does.
//!
//! A clause says "may require" in an offence and in a request for assistance, and only in the first
//! is it a risk: the kind of a provision gates what is looked for in it. A declared kind wins.
//! Otherwise words decide, by weight: the article's heading 3, the headings of its divisions 2, cues
//! in the text 2 (3 if two different ones meet), words that settle the matter 3, cues in the heading
//! that speak against a kind −3; kinds that reach 3 stay. A paragraph whose own words settle a kind
//! that its article does not have (a ground of refusal in an article on assistance) has a row of its
//! own.

mod score;

use std::collections::HashMap;

use super::Reading;
use super::fact::{Cell, Column, Fact, Relation};
use crate::model::{Kind, Level, Place, RecordId, UnitId};
use score::Scorer;

/// The columns of a provision.
pub(super) const RELATION: Relation = Relation {
    name: "provisions",
    summary: "one row a record, and one a paragraph or point that has a kind of its own",
    columns: &[
        Column {
            name: "kind",
            about: "what it does: kinds of the closed list, strongest first",
        },
        Column {
            name: "declared",
            about: "whether the record says so itself",
        },
        Column {
            name: "level",
            about: "record, paragraph or point",
        },
        Column {
            name: "evidence",
            about: "the words that the strongest kind rests on",
        },
        Column {
            name: "heading",
            about: "the heading",
        },
    ],
};

/// A record, or a unit of one with a kind of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// What the row is about: its heading, else its text.
    pub place: Place,
    /// What it does, strongest first. Empty if no words say.
    pub kinds: Vec<Kind>,
    /// Whether the kinds are declared in the record.
    pub declared: bool,
    /// A record, a paragraph or a point.
    pub level: Level,
    /// The words that the first kind rests on.
    pub evidence: Option<Place>,
    /// The heading of the unit.
    pub heading: Option<Place>,
}

/// The kinds of an instrument's provisions, by unit.
#[derive(Debug, Clone, Default)]
pub struct Kinds {
    /// The rows, in the order of the text.
    pub rows: Vec<Provision>,
    by_unit: HashMap<(RecordId, UnitId), usize>,
    /// The unit above each unit that has no row of its own.
    above: HashMap<(RecordId, UnitId), UnitId>,
}

impl Kinds {
    /// The kinds of an instrument's provisions.
    #[must_use]
    pub fn of_all(reading: &Reading<'_>) -> Self {
        let scorer = Scorer::new(reading);
        let mut kinds = Self::default();
        for (id, record) in reading.instrument.provisions() {
            let root = scorer.record(id);
            for (unit, holder) in record.units() {
                let row = if unit == UnitId::ROOT {
                    Some(root.clone())
                } else {
                    scorer.unit(id, unit, &root.kinds)
                };
                match (row, holder.parent) {
                    (Some(row), _) => {
                        kinds.by_unit.insert((id, unit), kinds.rows.len());
                        kinds.rows.push(row);
                    }
                    (None, Some(parent)) => {
                        kinds.above.insert((id, unit), parent);
                    }
                    (None, None) => {}
                }
            }
        }
        kinds
    }

    /// The kinds of a unit: its own, else those of the nearest unit above it that has any.
    #[must_use]
    pub fn of(&self, record: RecordId, unit: UnitId) -> &[Kind] {
        let mut unit = unit;
        loop {
            if let Some(row) = self.by_unit.get(&(record, unit)) {
                return &self.rows[*row].kinds;
            }
            match self.above.get(&(record, unit)) {
                Some(parent) => unit = *parent,
                None => return &[],
            }
        }
    }

    /// Whether a unit is of a kind.
    #[must_use]
    pub fn is(&self, record: RecordId, unit: UnitId, kind: Kind) -> bool {
        self.of(record, unit).contains(&kind)
    }

    /// Whether a record, or a part of it, is of a kind.
    #[must_use]
    pub fn has(&self, record: RecordId, kind: Kind) -> bool {
        let mut rows = self.rows.iter().filter(|row| row.place.record == record);
        rows.any(|row| row.kinds.contains(&kind))
    }
}

impl Fact for Provision {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::list(self.kinds.iter().map(|kind| kind.as_str())),
            1 => Cell::flag(self.declared),
            2 => Cell::word(match self.level {
                Level::Point => "point",
                Level::Paragraph => "paragraph",
                Level::Article | Level::Division | Level::Instrument => "record",
            }),
            3 => self.evidence.map_or_else(Cell::default, Cell::at),
            _ => self.heading.map_or_else(Cell::default, Cell::at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::trial;

    fn kinds(records: &[&str]) -> Vec<(String, String)> {
        let head = "id: trial\ntitle: A convention\ndivisions:\n  - {type: chapter, num: I, heading: International cooperation}\n";
        let instrument = trial::instrument(head, records);
        let lexicon = trial::lexicon();
        let reading = Reading::new(&instrument, &lexicon);
        let rows = Kinds::of_all(&reading).rows.into_iter();
        rows.map(|row| {
            let kinds: Vec<&str> = row.kinds.iter().map(|kind| kind.as_str()).collect();
            let unit = row.place.unit.0;
            (format!("{}:{unit}", row.place.record.0), kinds.join(" "))
        })
        .collect()
    }

    fn one(record: &str) -> String {
        kinds(&[record]).remove(0).1
    }

    #[test]
    fn a_heading_says_what_an_article_does() {
        assert_eq!(
            one(
                "{article: '1', heading: Illegal entry of systems and offences, paragraphs: [{text: Each Party shall act.}]}"
            ),
            "offence"
        );
        assert_eq!(
            one(
                "{article: '1', heading: Jurisdiction, paragraphs: [{text: Each Party shall act.}]}"
            ),
            "jurisdiction"
        );
    }

    #[test]
    fn words_of_the_heading_can_speak_against_a_kind() {
        assert_eq!(
            one(
                "{article: '1', heading: Protection of victims of offences, paragraphs: [{text: Each Party shall act.}]}"
            ),
            "victim-protection"
        );
        assert_eq!(
            one(
                "{article: '1', heading: Territorial scope, paragraphs: [{text: Each Party shall act.}]}"
            ),
            "final-clause"
        );
    }

    #[test]
    fn without_a_heading_words_decide() {
        let text = "Each Party shall establish as criminal offences the emptying of lakes.";
        assert_eq!(
            one(&format!(
                "{{article: '1', paragraphs: [{{text: '{text}'}}]}}"
            )),
            "offence"
        );
        let text = "The ferries of each Party shall be painted.";
        assert_eq!(
            one(&format!(
                "{{article: '1', paragraphs: [{{text: '{text}'}}]}}"
            )),
            ""
        );
    }

    #[test]
    fn a_declared_kind_wins() {
        let rows = kinds(&[
            "{article: '1', heading: Jurisdiction, kind: power, paragraphs: [{text: Each Party shall act.}]}",
        ]);
        assert_eq!(rows, [("1:0".to_owned(), "power".to_owned())]);
    }

    #[test]
    fn a_division_alone_says_little() {
        assert_eq!(
            one(
                "{article: '1', heading: Expenses, in: [chapter I], paragraphs: [{text: Each pays its own.}]}"
            ),
            "cooperation"
        );
    }

    #[test]
    fn a_paragraph_of_another_kind_has_a_row_of_its_own() {
        let rows = kinds(&[
            "{article: '1', heading: Mutual legal assistance, paragraphs: [{num: '1', text: Parties shall help.}, {num: '2', text: Assistance may be refused if it would harm peace.}]}",
        ]);
        assert_eq!(
            rows,
            [
                ("1:0".to_owned(), "mutual-assistance".to_owned()),
                (
                    "1:2".to_owned(),
                    "refusal-ground mutual-assistance".to_owned()
                ),
            ]
        );
    }

    #[test]
    fn units_without_a_row_are_of_the_kind_above_them() {
        let instrument =
            trial::article("Extradition", "Parties shall act.\nThey shall also write.");
        let lexicon = trial::lexicon();
        let reading = Reading::new(&instrument, &lexicon);
        let kinds = Kinds::of_all(&reading);
        assert_eq!(kinds.of(RecordId(1), UnitId(2)), [Kind::Extradition]);
        assert!(kinds.has(RecordId(1), Kind::Extradition));
        assert!(kinds.of(RecordId(9), UnitId(0)).is_empty());
    }
}
