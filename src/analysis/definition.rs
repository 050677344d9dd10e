//! The relation `definitions`.
//!
//! A definition is found by its words, whatever the style; its scope is what the words, else the
//! list that it stands in, else the place of the article say. How often a term is used, and whether
//! it is defined twice, is an afterthought over the whole instrument (see [`super::term_use`]).

mod anatomy;
mod bare;
mod clause;
mod cursor;
mod duplicate;
mod entry;
mod form;
mod kin;
mod quote;
mod scope;
mod shield;
mod short;
mod term;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use form::Form;
pub(super) use kin::kin;
pub use scope::{Extent, Scope};
pub use term::Term;

use super::fact::{Cell, Column, Fact, Relation};
use super::reading::{ReadText, Reading};
use crate::model::{Part, Place, RecordId, UnitId};

/// The columns of a definition.
pub(super) const RELATION: Relation = Relation {
    name: "definitions",
    summary: "one row a term that the instrument defines",
    columns: &[
        Column {
            name: "entry",
            about: "the words from the term to the end of its definition",
        },
        Column {
            name: "term",
            about: "the term, in lower case and without its article",
        },
        Column {
            name: "form",
            about: "means, includes, means-and-includes, refers-to, deemed, by-reference or hereinafter",
        },
        Column {
            name: "scope",
            about: "instrument, component, part, title, chapter, section, article or paragraph",
        },
        Column {
            name: "body",
            about: "the definiens in the text of the entry; none where a list carries it",
        },
        Column {
            name: "uses",
            about: "how often the term is used within its scope, outside its own entry; a use inside \
                    another definition counts if that one is used",
        },
        Column {
            name: "variant-uses",
            about: "uses in another form, outside the scope, or of the other term of a pair; counted \
                    only where there is no other use",
        },
        Column {
            name: "duplicate",
            about: "none, same-text or different-text: an earlier entry for the term, with its place",
        },
    ],
};

/// An entry that defines a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// From the words that announce the term to the end of the definition, in one text.
    pub place: Place,
    /// The term, without marks and article.
    pub term: Place,
    /// The term folded, without its article.
    pub word: String,
    /// How it defines.
    pub form: Form,
    /// The verb; for a short name, `hereinafter`.
    pub verb: Option<Place>,
    /// How far it reaches.
    pub scope: Scope,
    /// The words that state the scope.
    pub scope_words: Option<Place>,
    /// The definiens in the same text; `None` where a list carries it.
    pub body: Option<Place>,
    /// The points of the unit belong to the entry.
    pub listed: bool,
    /// The index of the first definition that shares this entry (“Freezing” or “seizure”).
    pub group: usize,
    /// The entry is about one Party or case: "in relation to the Kingdom".
    pub qualified: bool,
    /// Uses within the scope and outside the entry.
    pub uses: u32,
    /// Uses in another form, or beyond the scope; only where `uses` is 0.
    pub variant_uses: u32,
    /// The nearest of these.
    pub variant: Option<Place>,
    /// Whether an earlier entry defines the same term for the same provisions.
    pub duplicate: Duplicate,
}

/// Whether a term has an earlier entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Duplicate {
    /// It has none.
    #[default]
    None,
    /// One that says the same.
    SameText(Place),
    /// One that says something else.
    DifferentText(Place),
}

impl Definition {
    /// The definitions of an instrument, in the order of the text. Uses are not yet counted.
    #[must_use]
    pub fn all(reading: &Reading<'_>) -> Vec<Self> {
        let shield = shield::Shield::new(reading);
        let mut found: Vec<Self> = Vec::new();
        for text in reading.texts() {
            let place = text.place;
            let skipped = place.part == Part::Heading
                || place.record == RecordId(0)
                || shield.covers(place.record, place.unit);
            if !skipped && may_define(text.folded.as_str()) {
                read(reading, text, &mut found);
            }
        }
        duplicate::mark(reading, &mut found);
        found
    }

    /// Whether a place lies in the entry: in its words, or in a list that belongs to it.
    #[must_use]
    pub fn holds(&self, reading: &Reading<'_>, place: Place) -> bool {
        if self.place.contains(place) {
            return true;
        }
        if !self.listed || place.record != self.place.record {
            return false;
        }
        let record = reading.instrument.record(place.record);
        let below = record.ancestors(place.unit).any(|id| id == self.place.unit);
        below || (place.unit == self.place.unit && place.part == Part::Tail)
    }

    /// The texts that say what the term means: the definiens, then the list that carries it.
    #[must_use]
    pub fn definiens(&self, reading: &Reading<'_>) -> Vec<Place> {
        let mut places: Vec<Place> = self.body.into_iter().collect();
        if self.listed {
            let listed = reading.texts().iter().map(|text| text.place);
            let own =
                |place: &Place| place.record == self.place.record && !self.place.same_text(*place);
            places.extend(
                listed
                    .filter(own)
                    .filter(|place| self.holds(reading, *place)),
            );
        }
        places
    }
}

/// A cheap test before a text is read: most define nothing.
fn may_define(folded: &str) -> bool {
    const SIGNS: &[&str] = &[
        "\"",
        "''",
        "'",
        "mean",
        "hereinafter",
        "hereafter",
        "hereinbelow",
        "henceforth",
        "herein ",
        "the term",
        "expression",
        "ci-après",
        "ci-dessous",
        "désigne",
        "entend",
        "signifi",
        ": ",
    ];
    SIGNS.iter().any(|sign| folded.contains(sign))
}

fn read(reading: &Reading<'_>, text: &ReadText, found: &mut Vec<Definition>) {
    let place = text.place;
    let record = reading.instrument.record(place.record);
    let original = record.part_str(place.unit, place.part);
    let folded = text.folded.as_str();
    let glossary = in_glossary(reading, place.record, place.unit);
    let clauses = clause::clauses(&text.folded, original, &text.sentences, glossary);
    for clause in clauses {
        let at = |range: Range<usize>| text.place_of(range, original);
        let some = |range: &Range<usize>| (!range.is_empty()).then(|| at(range.clone()));
        let entry = at(clause.entry.clone());
        let (extent, scope_words) = scope_of(reading, text, &clause);
        let has_points = !record.unit(place.unit).children.is_empty();
        let to_the_end = folded[clause.entry.end..].trim().is_empty();
        let listed = has_points
            && place.part == Part::Text
            && clause.form != Form::Hereinafter
            && to_the_end
            && (clause.body.is_empty() || folded.trim_end().ends_with([':', '-', '–', ',']));
        let group = found.len();
        for term in &clause.terms {
            let word = folded[term.clone()].trim();
            if word.is_empty() {
                continue;
            }
            found.push(Definition {
                place: entry,
                term: at(term.clone()),
                word: word.to_owned(),
                form: form_of(&clause, folded),
                verb: some(&clause.verb),
                scope: Scope::new(reading.instrument, place.record, extent),
                scope_words,
                body: some(&clause.body),
                listed,
                group,
                qualified: is_qualified(reading, text, &clause),
                uses: 0,
                variant_uses: 0,
                variant: None,
                duplicate: Duplicate::None,
            });
        }
    }
}

/// The form by the verb and by how the definiens goes on.
fn form_of(clause: &anatomy::Clause, folded: &str) -> Form {
    let body = &folded[clause.body.clone()];
    let also = |words: &str| body.contains(words);
    match clause.form {
        Form::Means
            if also(", and includes ") || also(" and shall include ") || also(" and includes ") =>
        {
            Form::MeansAndIncludes
        }
        Form::Means
            if ["the same as", "what is defined", "the definition"]
                .iter()
                .any(|words| body.starts_with(words)) =>
        {
            Form::ByReference
        }
        form => form,
    }
}

/// The stated extent: between term and verb, before the term in its sentence, in the definiens of a
/// reference, or in the intros of the lists around.
fn scope_of(
    reading: &Reading<'_>,
    text: &ReadText,
    clause: &anatomy::Clause,
) -> (Option<Extent>, Option<Place>) {
    let original = reading.words(text.place);
    let folded = text.folded.as_str();
    let start = text
        .sentences
        .iter()
        .map(|range| text.folded.folded(range.start))
        .take_while(|start| *start <= clause.entry.start)
        .last()
        .unwrap_or(0);
    // A short name holds everywhere unless it says "in this article".
    let before = if clause.form == Form::Hereinafter {
        clause.verb.clone()
    } else {
        start..clause.entry.start
    };
    for region in [clause.qualifier.clone(), before] {
        if let Some((extent, range)) = scope::stated(&folded[region.clone()]) {
            let range = region.start + range.start..region.start + range.end;
            return (Some(extent), Some(text.place_of(range, original)));
        }
    }
    if clause.form == Form::Hereinafter {
        return (None, None);
    }
    let record = reading.instrument.record(text.place.record);
    for above in record.ancestors(text.place.unit) {
        if let Some(intro) = reading.intro(text.place.record, above)
            && let Some(holder) = reading.text(intro)
        {
            let offset = holder.folded.folded(intro.start as usize);
            if let Some((extent, range)) = scope::stated(reading.folded(intro)) {
                let range = offset + range.start..offset + range.end;
                let words = reading.words(holder.place);
                return (Some(extent), Some(holder.place_of(range, words)));
            }
        }
    }
    (None, None)
}

/// Whether the unit stands in a list of definitions: its article's heading or an intro says so.
fn in_glossary(reading: &Reading<'_>, record: RecordId, unit: UnitId) -> bool {
    let holder = reading.instrument.record(record);
    std::iter::once(unit)
        .chain(holder.ancestors(unit))
        .any(|id| {
            let announced = |part| {
                reading
                    .text_of(record, id, part)
                    .is_some_and(|text| bare::announces(text.folded.as_str()))
            };
            announced(Part::Heading) || (id != unit && announced(Part::Text))
        })
}

/// Whether an entry speaks of one Party or case only.
fn is_qualified(reading: &Reading<'_>, text: &ReadText, clause: &anatomy::Clause) -> bool {
    const CASES: &[&str] = &[
        "in relation to",
        "in respect of",
        "with respect to",
        "with regard to",
        "as regards",
        "in the case of",
        "as applied to",
        "en ce qui concerne",
        "when used in",
        "as used in",
    ];
    let folded = text.folded.as_str();
    let cases = |words: &str| CASES.iter().any(|case| words.contains(case));
    let opening: String = folded[clause.body.clone()].chars().take(40).collect();
    let holder = reading.instrument.record(text.place.record);
    cases(&folded[clause.qualifier.clone()])
        || CASES.iter().any(|case| opening.starts_with(case))
        || holder.ancestors(text.place.unit).any(|above| {
            reading
                .intro(text.place.record, above)
                .is_some_and(|intro| cases(reading.folded(intro)))
        })
}

impl Fact for Definition {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::at(self.place),
            1 => Cell::word(self.word.as_str()).because(Some(self.term)),
            2 => Cell::word(self.form.as_str()).because(self.verb),
            3 => Cell::word(self.scope.extent.as_str()).because(self.scope_words),
            4 => self.body.map_or_else(Cell::default, Cell::at),
            5 => Cell::number(self.uses.into()),
            6 => Cell::number(self.variant_uses.into()).because(self.variant),
            _ => match self.duplicate {
                Duplicate::None => Cell::word("none"),
                Duplicate::SameText(first) => Cell::word("same-text").because(Some(first)),
                Duplicate::DifferentText(first) => {
                    Cell::word("different-text").because(Some(first))
                }
            },
        }
    }
}
