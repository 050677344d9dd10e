//! What a lint is judged against: the analysis of one instrument.

use std::collections::BTreeMap;

use super::row::Match;
use super::scope;
use crate::analysis::{Analysis, Cell, Fact, Hit, Reading, Relation, TopicId, relation};
use crate::model::{Kind, Place, UnitId};

/// Columns that every find has beside its own.
pub(super) const EVERYWHERE: [&str; 8] = [
    "row",
    "sentence",
    "heading",
    "title",
    "article",
    "component",
    "kind",
    "intro",
];

/// The analysis of one instrument, ready to be asked.
pub(super) struct Context<'a> {
    analysis: &'a Analysis<'a>,
    /// The hits of every list of the lexicon that has any.
    hits: BTreeMap<TopicId, Vec<&'a Hit>>,
}

impl<'a> Context<'a> {
    /// Makes ready an analysis.
    pub(super) fn new(analysis: &'a Analysis<'a>) -> Self {
        let mut hits: BTreeMap<TopicId, Vec<&Hit>> = BTreeMap::new();
        for hit in analysis.reading.texts().iter().flat_map(|text| &text.hits) {
            hits.entry(hit.topic).or_default().push(hit);
        }
        Self { analysis, hits }
    }

    /// The instrument, read.
    pub(super) const fn reading(&self) -> &'a Reading<'a> {
        &self.analysis.reading
    }

    /// The language of the instrument, without its region.
    pub(super) fn language(&self) -> &'a str {
        let language = &self.reading().instrument.language;
        language.split('-').next().unwrap_or_default()
    }

    /// The rows of a relation; none where the relation says nothing of a single draft.
    pub(super) fn rows(&self, name: &str) -> Vec<(&'static Relation, &'a dyn Fact)> {
        let Some(relation) = relation(name) else {
            return Vec::new();
        };
        let rows = self.analysis.rows(name).unwrap_or_default();
        rows.into_iter().map(|row| (relation, row)).collect()
    }

    /// The hits of a list of the lexicon, or of a group of lists, in the order of places.
    pub(super) fn hits(&self, topics: &[String]) -> Vec<&'a Hit> {
        let lexicon = self.reading().lexicon;
        let mut found: Vec<&Hit> = Vec::new();
        for (id, hits) in &self.hits {
            if topics.iter().any(|topic| lexicon.is_under(*id, topic)) {
                found.extend(hits);
            }
        }
        found.sort_by_key(|hit| (hit.place, hit.topic, hit.phrase));
        found
    }

    /// What the provision at a place does.
    pub(super) fn kinds(&self, place: Place) -> &'a [Kind] {
        self.analysis.kinds.of(place.record, place.unit)
    }

    /// What stands in a column of a find: its own, else one that every find has. Empty where it has
    /// none of that name.
    pub(super) fn cell(&self, found: &Match<'a>, column: &str) -> Cell<'a> {
        let own = found.cell(column);
        own.unwrap_or_else(|| self.everywhere(found.place, column))
    }

    fn everywhere(&self, place: Place, column: &str) -> Cell<'a> {
        let reading = self.reading();
        let record = reading.instrument.record(place.record);
        match column {
            "row" => Cell::at(place),
            "sentence" => Cell::at(reading.sentence(place)),
            "heading" => Cell::at(scope::heading(reading, place.record, UnitId::ROOT)),
            "title" => Cell::at(scope::heading(
                reading,
                crate::model::RecordId(0),
                UnitId::ROOT,
            )),
            "article" => Cell::word(record.article()),
            "component" => Cell::word(record.component.as_str()),
            "kind" => Cell::list(self.kinds(place).iter().map(|kind| kind.as_str())),
            "intro" => {
                let mut above = record.ancestors(place.unit);
                let intro = above.find_map(|id| reading.intro(place.record, id));
                intro.map_or_else(Cell::default, Cell::at)
            }
            _ => Cell::default(),
        }
    }
}
