//! How words are weighed into kinds.

use std::str::FromStr;

use super::Provision;
use crate::analysis::{Hit, ReadText, Reading};
use crate::model::{Kind, Level, Part, Place, RecordId, UnitId};

/// What a list of cues is evidence of, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    Heading,
    Decisive,
    /// Decisive after a closing quotation mark: `“X” means`.
    Quoted,
    Text,
    /// Against a kind, in the heading of the article.
    Not,
    /// Against a kind, in the heading of a division.
    Outside,
    /// Voids decisive words of its sentence.
    Unless,
}

/// A kind that is kept has at least this weight.
const ENOUGH: i32 = 3;

/// Weighs the cues of an instrument.
pub(super) struct Scorer<'r> {
    reading: &'r Reading<'r>,
    /// What each topic of the lexicon is evidence of, by its id.
    cues: Vec<Option<(Kind, Cue)>>,
}

/// The weights of the kinds for one provision, with the first words behind each.
#[derive(Default)]
struct Weights(Vec<(Kind, i32, Option<Place>)>);

impl Weights {
    fn add(&mut self, kind: Kind, weight: i32, place: Option<Place>) {
        match self.0.iter_mut().find(|(known, ..)| *known == kind) {
            Some((_, sum, evidence)) => {
                *sum += weight;
                *evidence = evidence.or(place);
            }
            None => self.0.push((kind, weight, place)),
        }
    }

    fn of(&self, kind: Kind) -> i32 {
        let found = self.0.iter().find(|(known, ..)| *known == kind);
        found.map_or(0, |(_, weight, _)| *weight)
    }

    /// Kinds that reach `least`, strongest first, equals in the order of a convention.
    fn kept(mut self, least: i32) -> (Vec<Kind>, Option<Place>) {
        self.0.retain(|(_, weight, _)| *weight >= least);
        self.0.sort_by_key(|(kind, weight, _)| (-weight, *kind));
        let evidence = self.0.first().and_then(|(.., place)| *place);
        (
            self.0.into_iter().map(|(kind, ..)| kind).collect(),
            evidence,
        )
    }
}

impl<'r> Scorer<'r> {
    pub(super) fn new(reading: &'r Reading<'r>) -> Self {
        let lexicon = reading.lexicon;
        let cues = lexicon.topics().map(cue_of).collect();
        Self { reading, cues }
    }

    /// The row of a record.
    pub(super) fn record(&self, id: RecordId) -> Provision {
        let record = self.reading.instrument.record(id);
        let declared = self.declared(id, UnitId::ROOT, Level::Article);
        if let Some(row) = declared {
            return row;
        }
        match record.component.as_str() {
            "preamble" => return self.row(id, UnitId::ROOT, vec![Kind::Preamble], None),
            "testimonium" => return self.row(id, UnitId::ROOT, vec![Kind::FinalClause], None),
            _ => {}
        }
        let mut weights = Weights::default();
        let own = self.reading.text_of(id, UnitId::ROOT, Part::Heading);
        let mut against = Vec::new();
        for (kind, cue, hit) in own.into_iter().flat_map(|text| self.hits(text)) {
            match cue {
                Cue::Heading if weights.of(kind) < ENOUGH => {
                    weights.add(kind, 3, Some(hit.place));
                }
                Cue::Not if !against.contains(&kind) => against.push(kind),
                _ => {}
            }
        }
        let mut divisions = Weights::default();
        for division in self.reading.instrument.division_path(record.division) {
            let heading = self.reading.text_of(RecordId(0), division, Part::Heading);
            for (kind, cue, hit) in heading.into_iter().flat_map(|text| self.hits(text)) {
                match cue {
                    Cue::Heading if divisions.of(kind) == 0 => {
                        divisions.add(kind, 2, Some(hit.place));
                    }
                    Cue::Outside if !against.contains(&kind) => against.push(kind),
                    _ => {}
                }
            }
        }
        let headed = weights.0.iter().any(|(_, weight, _)| *weight >= ENOUGH);
        for (kind, weight, place) in &divisions.0 {
            weights.add(*kind, *weight, *place);
        }
        // The subject of an article on entry into force or on terms is not what its words mention.
        if !weights
            .0
            .iter()
            .any(|(kind, weight, _)| *weight >= ENOUGH && is_formal(*kind))
        {
            for (kind, weight, place) in self.text_weights(id, headed).0 {
                // What a headed article only mentions is not what it is about.
                if !headed || weight >= ENOUGH || weights.of(kind) > 0 {
                    weights.add(kind, weight, place);
                }
            }
        }
        for kind in &against {
            weights.add(*kind, -3, None);
        }
        let (mut kinds, mut evidence) = weights.kept(ENOUGH);
        if kinds.is_empty() {
            divisions
                .0
                .retain(|(kind, ..)| !against.contains(kind) && !needs_words(*kind));
            (kinds, evidence) = divisions.kept(2);
        }
        self.row(id, UnitId::ROOT, kinds, evidence)
    }

    /// The weight of an article's text: decisive words of its first text, or, where no heading says
    /// what it is about, of the first text that has any, count in full; later ones support, as do
    /// two other cues together.
    fn text_weights(&self, id: RecordId, headed: bool) -> Weights {
        let record = self.reading.instrument.record(id);
        let mut weights = Weights::default();
        let mut cues: Vec<(Kind, u32)> = Vec::new();
        let mut settling = true;
        // Under a heading, words that only support settle nothing together.
        let most = if headed { 1 } else { ENOUGH };
        for (unit, _) in record.units() {
            for part in [Part::Text, Part::Tail] {
                let Some(text) = self.reading.text_of(id, unit, part) else {
                    continue;
                };
                let mut settled = headed;
                for (kind, cue, hit) in self.standing(text) {
                    let known = weights.of(kind);
                    match cue {
                        Cue::Decisive | Cue::Quoted if settling => {
                            weights.add(kind, ENOUGH - known, Some(hit.place));
                            settled = true;
                        }
                        Cue::Decisive | Cue::Quoted if known == 0 && !qualifies(kind) => {
                            weights.add(kind, 2, Some(hit.place));
                        }
                        Cue::Text if known < most && !cues.contains(&(kind, hit.phrase)) => {
                            weights.add(kind, if known == 0 { 2 } else { 1 }, Some(hit.place));
                            cues.push((kind, hit.phrase));
                        }
                        _ => {}
                    }
                }
                settling &= !settled;
            }
        }
        weights
    }

    /// The row of a unit whose own words settle a kind that its record does not have.
    pub(super) fn unit(&self, id: RecordId, unit: UnitId, record: &[Kind]) -> Option<Provision> {
        let level = self.reading.instrument.record(id).unit(unit).level;
        if let Some(row) = self.declared(id, unit, level) {
            return Some(row);
        }
        if matches!(record.first(), Some(Kind::Preamble | Kind::Definition)) {
            return None;
        }
        let mut weights = Weights::default();
        for part in [Part::Heading, Part::Text, Part::Tail] {
            let text = self.reading.text_of(id, unit, part);
            for (kind, cue, hit) in text.into_iter().flat_map(|text| self.standing(text)) {
                let settles = matches!(cue, Cue::Decisive | Cue::Quoted)
                    || (part == Part::Heading && cue == Cue::Heading);
                // What a whole instrument is for, and applies to, is said of no single paragraph.
                let local = match kind {
                    Kind::Purpose | Kind::Scope => false,
                    Kind::Offence => !record.iter().any(|kind| speaks_of_offences(*kind)),
                    _ => true,
                };
                if settles && local && weights.of(kind) == 0 {
                    weights.add(kind, ENOUGH, Some(hit.place));
                }
            }
        }
        let (mut kinds, evidence) = weights.kept(ENOUGH);
        if kinds.iter().all(|kind| record.contains(kind)) {
            return None;
        }
        // A ground of refusal or a safeguard qualifies what its article does; it is no other subject.
        if kinds.iter().any(|kind| qualifies(*kind)) {
            kinds.extend(record.iter().filter(|kind| !qualifies(**kind)));
            let mut seen = Vec::new();
            kinds.retain(|kind| !seen.contains(kind) && (seen.push(*kind), true).1);
        }
        Some(self.row(id, unit, kinds, evidence))
    }

    fn declared(&self, id: RecordId, unit: UnitId, level: Level) -> Option<Provision> {
        let holder = self.reading.instrument.record(id).unit(unit);
        let kinds: Vec<Kind> = holder.kinds.iter().map(|(kind, _)| *kind).collect();
        (!kinds.is_empty()).then(|| Provision {
            declared: true,
            level,
            ..self.row(id, unit, kinds, None)
        })
    }

    fn row(
        &self,
        id: RecordId,
        unit: UnitId,
        kinds: Vec<Kind>,
        evidence: Option<Place>,
    ) -> Provision {
        let place = |part| self.reading.text_of(id, unit, part).map(|text| text.place);
        let heading = place(Part::Heading);
        let nowhere = Place {
            record: id,
            unit,
            part: Part::Num,
            start: 0,
            end: 0,
        };
        Provision {
            place: heading.or_else(|| place(Part::Text)).unwrap_or(nowhere),
            kinds,
            declared: false,
            level: self.reading.instrument.record(id).unit(unit).level,
            evidence,
            heading,
        }
    }

    /// The cues of a text.
    fn hits(&self, text: &'r ReadText) -> impl Iterator<Item = (Kind, Cue, &'r Hit)> {
        text.hits.iter().filter_map(|hit| {
            let (kind, cue) = self.cues[hit.topic.0 as usize]?;
            Some((kind, cue, hit))
        })
    }

    /// The cues of a text that nothing in their sentence speaks against.
    fn standing(&self, text: &'r ReadText) -> impl Iterator<Item = (Kind, Cue, &'r Hit)> {
        let void: Vec<(Kind, Place)> = self
            .hits(text)
            .filter(|(_, cue, _)| *cue == Cue::Unless)
            .map(|(kind, _, hit)| (kind, self.reading.sentence(hit.place)))
            .collect();
        self.hits(text).filter(move |(kind, cue, hit)| {
            (*cue != Cue::Quoted || self.after_quote(text, hit.place))
                && !void
                    .iter()
                    .any(|(of, sentence)| of == kind && sentence.contains(hit.place))
        })
    }

    fn after_quote(&self, text: &ReadText, place: Place) -> bool {
        let start = text.folded.folded(place.start as usize);
        text.folded.as_str()[..start]
            .trim_end_matches([' ', ',', ')', '*', '_'])
            .ends_with(['"', '\''])
    }
}

/// Kinds that the heading of a division cannot show alone: it also holds what surrounds them.
const fn needs_words(kind: Kind) -> bool {
    matches!(kind, Kind::Offence | Kind::Participation | Kind::Power)
}

/// Kinds whose articles mention other subjects without dealing with them.
const fn is_formal(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Definition | Kind::FinalClause | Kind::DeclarationReservation
    )
}

/// Kinds whose articles speak of offences and create none.
const fn speaks_of_offences(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::RefusalGround
            | Kind::MutualAssistance
            | Kind::Extradition
            | Kind::Jurisdiction
            | Kind::FinalClause
            | Kind::DeclarationReservation
    )
}

/// Kinds that qualify the kinds of their article rather than replace them.
const fn qualifies(kind: Kind) -> bool {
    matches!(kind, Kind::RefusalGround | Kind::Safeguard)
}

/// `provision-kind.legal-persons-heading` is (legal persons, heading).
fn cue_of(topic: &str) -> Option<(Kind, Cue)> {
    if topic == "offence.establish" {
        return Some((Kind::Offence, Cue::Decisive));
    }
    let (kind, cue) = topic.strip_prefix("provision-kind.")?.rsplit_once('-')?;
    let cue = match cue {
        "heading" => Cue::Heading,
        "decisive" => Cue::Decisive,
        "quoted" => Cue::Quoted,
        "text" => Cue::Text,
        "not" => Cue::Not,
        "outside" => Cue::Outside,
        "unless" => Cue::Unless,
        _ => return None,
    };
    Some((Kind::from_str(kind).ok()?, cue))
}
