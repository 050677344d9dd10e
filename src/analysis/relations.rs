//! The closed set of relations, and the analysis that holds their rows.

use super::basis::{self, Base};
use super::bracket::{self, Bracket};
use super::catch_all::{self, CatchAll};
use super::definition::{self, Definition};
use super::fact::{Fact, Relation};
use super::modal::{self, Modal};
use super::notion::{self, Notion};
use super::numbering::{self, Numbering};
use super::reference::{self, Reference};
use super::sentence::Sentence;
use super::term_use::{self, TermUse};
use super::{Kinds, Lexicon, Offence, OffenceElement, Reading, element, kind, offence, sentence};
use crate::model::Instrument;

/// Everything known of one instrument.
#[derive(Debug)]
pub struct Analysis<'i> {
    /// The instrument, read.
    pub reading: Reading<'i>,
    /// What each provision does.
    pub kinds: Kinds,
    /// Clauses that make conduct criminal.
    pub offences: Vec<Offence>,
    /// The elements that they name.
    pub elements: Vec<OffenceElement>,
    /// Bases of jurisdiction.
    pub bases: Vec<Base>,
    /// Classes of acts without a limit.
    pub catch_alls: Vec<CatchAll>,
    /// One row a sentence.
    pub sentences: Vec<Sentence>,
    /// One row a cited provision.
    pub references: Vec<Reference>,
    /// One row a modal verb.
    pub modals: Vec<Modal>,
    /// One row a defined term.
    pub definitions: Vec<Definition>,
    /// One row a use of a defined term.
    pub term_uses: Vec<TermUse>,
    /// One row a bracket, alternative or placeholder.
    pub brackets: Vec<Bracket>,
    /// One row a label.
    pub numbering: Vec<Numbering>,
    /// One row a use of a contested notion.
    pub notions: Vec<Notion>,
}

/// Every relation, in the order in which tables are listed.
pub const RELATIONS: &[Relation] = &[
    kind::RELATION,
    offence::RELATION,
    element::RELATION,
    basis::RELATION,
    catch_all::RELATION,
    sentence::RELATION,
    reference::RELATION,
    modal::RELATION,
    definition::RELATION,
    term_use::RELATION,
    numbering::RELATION,
    notion::RELATION,
    bracket::RELATION,
];

impl<'i> Analysis<'i> {
    /// Analyses an instrument.
    #[must_use]
    pub fn new(instrument: &'i Instrument, lexicon: &'i Lexicon) -> Self {
        let reading = Reading::new(instrument, lexicon);
        let sentences = Sentence::all(&reading);
        let kinds = Kinds::of_all(&reading);
        let references = Reference::all(&reading);
        let modals = Modal::all(&reading);
        let mut definitions = Definition::all(&reading);
        let term_uses = TermUse::all(&reading, &definitions);
        TermUse::count(&reading, &mut definitions, &term_uses);
        let notions = Notion::all(&reading, &kinds, &definitions, &term_uses);
        let offences = Offence::all(&reading, &kinds, &references);
        let elements = OffenceElement::all(&reading, &kinds, &offences);
        let bases = Base::all(&reading, &kinds, &references);
        let numbering = Numbering::all(&reading);
        let catch_alls = CatchAll::all(&reading, &kinds, &offences);
        let brackets = Bracket::all(&reading);
        Self {
            reading,
            kinds,
            offences,
            elements,
            bases,
            catch_alls,
            sentences,
            references,
            modals,
            definitions,
            term_uses,
            numbering,
            notions,
            brackets,
        }
    }

    /// The rows of a relation by its name; `None` if there is no such relation.
    #[must_use]
    pub fn rows(&self, name: &str) -> Option<Vec<&dyn Fact>> {
        Some(match name {
            "provisions" => rows(&self.kinds.rows),
            "offences" => rows(&self.offences),
            "bases" => rows(&self.bases),
            "catch-alls" => rows(&self.catch_alls),
            "elements" => rows(&self.elements),
            "sentences" => rows(&self.sentences),
            "references" => rows(&self.references),
            "modals" => rows(&self.modals),
            "definitions" => rows(&self.definitions),
            "term_uses" => rows(&self.term_uses),
            "numbering" => rows(&self.numbering),
            "notions" => rows(&self.notions),
            "brackets" => rows(&self.brackets),
            _ => return None,
        })
    }
}

/// A relation by its name.
#[must_use]
pub fn relation(name: &str) -> Option<&'static Relation> {
    RELATIONS.iter().find(|relation| relation.name == name)
}

fn rows<F: Fact>(facts: &[F]) -> Vec<&dyn Fact> {
    facts.iter().map(|fact| fact as &dyn Fact).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn every_listed_relation_has_rows_and_distinct_columns() {
        let lexicon = Lexicon::new(Vec::<(&str, Vec<&str>)>::new()).unwrap();
        let text: std::sync::Arc<str> = "id: x\ntitle: A convention\n".into();
        let source = crate::text::SourceId(0);
        let limits = crate::yaml::Limits::default();
        let tree = crate::yaml::parse(source, &text, &limits).tree.unwrap();
        let head = crate::model::RecordFile {
            path: PathBuf::new(),
            source,
            tree: tree.into(),
        };
        let (instrument, _) = crate::model::build(head, Vec::new(), "x");
        let analysis = Analysis::new(&instrument, &lexicon);
        for relation in RELATIONS {
            assert!(
                analysis.rows(relation.name).is_some(),
                "{} has no rows",
                relation.name
            );
            let mut names: Vec<_> = relation.columns.iter().map(|column| column.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), relation.columns.len(), "{}", relation.name);
        }
    }
}
