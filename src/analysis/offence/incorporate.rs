//! Which provisions an offence takes its conduct from.

use std::collections::HashMap;

use crate::analysis::reference::{Edge, Reference, Resolution, Target};
use crate::model::{Part, Place, RecordId, UnitId};

/// Where the conduct of an offence is described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A unit of this instrument.
    Unit(RecordId, UnitId),
    /// The offences of this instrument at large.
    Instrument,
    /// Another instrument.
    Elsewhere,
}

/// The citations of an instrument that name conduct, by the text they stand in.
pub(super) struct Citations<'c>(HashMap<(RecordId, UnitId, Part), Vec<&'c Reference>>);

impl<'c> Citations<'c> {
    pub(super) fn new(references: &'c [Reference]) -> Self {
        let mut by_text: HashMap<_, Vec<&Reference>> = HashMap::new();
        let conduct = references.iter().filter(|reference| {
            matches!(
                reference.edge,
                Edge::ConductReferredToIn | Edge::EstablishedInAccordanceWith | Edge::AsDefinedIn
            )
        });
        for reference in conduct {
            let Place {
                record, unit, part, ..
            } = reference.place;
            by_text
                .entry((record, unit, part))
                .or_default()
                .push(reference);
        }
        Self(by_text)
    }

    /// Where the conduct that a sentence names is described, with the words that cite it.
    pub(super) fn origins(&self, sentence: Place) -> Vec<(Origin, Place)> {
        let mut found: Vec<(Origin, Place)> = Vec::new();
        let text = (sentence.record, sentence.unit, sentence.part);
        let cited = self.0.get(&text).into_iter().flatten();
        for reference in cited.filter(|reference| sentence.contains(reference.place)) {
            let origin = match (&reference.target, reference.resolution) {
                (_, Resolution::External) => Origin::Elsewhere,
                (Some(Target::Unit(record, unit)), _) => Origin::Unit(*record, *unit),
                (Some(_), _) => Origin::Instrument,
                (None, _) => continue,
            };
            if !found.iter().any(|(known, _)| *known == origin) {
                found.push((origin, reference.place));
            }
        }
        found
    }
}
