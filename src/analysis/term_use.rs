//! The relation `term_uses`: where defined terms are used.
//!
//! One automaton an instrument finds the beginnings of all terms in the folded texts; what follows
//! is compared word by word, in every inflection. Where two terms begin or overlap, the longer one
//! is meant. From the uses follows which definitions are alive: a term that is used only inside the
//! definition of a term that nobody uses is not used either.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::definition::{Definition, Form, Term, kin};
use super::fact::{Cell, Column, Fact, Relation};
use super::reading::{ReadText, Reading};
use crate::model::Place;

/// The columns of a use.
pub(super) const RELATION: Relation = Relation {
    name: "term_uses",
    summary: "one row a use of a defined term",
    columns: &[
        Column {
            name: "term",
            about: "the term as its definition has it; the words are the use",
        },
        Column {
            name: "definition",
            about: "the entry that defines it",
        },
        Column {
            name: "in-scope",
            about: "whether the definition reaches the use",
        },
        Column {
            name: "form",
            about: "the form of the definition: means, includes …",
        },
    ],
};

/// A use of a defined term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermUse {
    /// The words.
    pub place: Place,
    /// The term as its definition has it, folded.
    pub word: String,
    /// The definition, as an index into the definitions.
    pub definition: usize,
    /// The entry.
    pub entry: Place,
    /// How the entry defines.
    pub form: Form,
    /// Whether the definition reaches the use.
    pub in_scope: bool,
}

/// The distinct terms of an instrument and what finds them.
struct Terms {
    terms: Vec<Term>,
    /// For each term, the definitions that define it.
    defined: Vec<Vec<usize>>,
    /// For each literal of the automaton, the terms that begin with it.
    anchored: Vec<Vec<usize>>,
    automaton: Option<AhoCorasick>,
}

impl TermUse {
    /// The uses of the terms of `definitions`, in the order of the text.
    #[must_use]
    pub fn all(reading: &Reading<'_>, definitions: &[Definition]) -> Vec<Self> {
        let terms = Terms::new(reading, definitions);
        let mut own: HashMap<_, Vec<Place>> = HashMap::new();
        for one in definitions {
            let key = (one.term.record, one.term.unit, one.term.part);
            own.entry(key).or_default().push(one.term);
        }
        let mut found = Vec::new();
        for text in reading.texts() {
            let key = (text.place.record, text.place.unit, text.place.part);
            let definienda = own.get(&key).map_or(&[][..], Vec::as_slice);
            terms.scan(reading, definitions, text, definienda, &mut found);
        }
        found
    }

    /// Counts the uses of each definition (see [`Definition::uses`]).
    pub fn count(reading: &Reading<'_>, definitions: &mut [Definition], uses: &[Self]) {
        let alive = alive(reading, definitions, uses);
        let mut beyond: Vec<Option<Place>> = vec![None; definitions.len()];
        for one in uses {
            let definition = &definitions[one.definition];
            if definition.holds(reading, one.place) {
                continue;
            }
            let dead = |at: &usize| !alive[*at];
            let holders = holders(reading, definitions, one.place);
            if !holders.is_empty() && holders.iter().all(dead) {
                continue;
            }
            if one.in_scope {
                definitions[one.definition].uses += 1;
            } else {
                beyond[one.definition].get_or_insert(one.place);
            }
        }
        let partners: Vec<bool> = (0..definitions.len())
            .map(|at| {
                let group = definitions[at].group;
                definitions
                    .iter()
                    .any(|one| one.group == group && one.uses > 0)
            })
            .collect();
        for at in 0..definitions.len() {
            if definitions[at].uses > 0 {
                continue;
            }
            let variant = beyond[at].or_else(|| {
                let dead = |place| {
                    let holders = holders(reading, definitions, place);
                    !holders.is_empty() && holders.iter().all(|holder| !alive[*holder])
                };
                variant(reading, &definitions[at], dead)
            });
            definitions[at].variant = variant;
            definitions[at].variant_uses = u32::from(variant.is_some() || partners[at]);
        }
    }
}

impl Terms {
    fn new(reading: &Reading<'_>, definitions: &[Definition]) -> Self {
        let french = reading.instrument.language.starts_with("fr");
        let mut by_key: HashMap<String, usize> = HashMap::new();
        let mut terms: Vec<Term> = Vec::new();
        let mut defined: Vec<Vec<usize>> = Vec::new();
        for (at, one) in definitions.iter().enumerate() {
            let Some(term) = Term::new(&one.word, french) else {
                continue;
            };
            let id = *by_key.entry(term.key()).or_insert_with(|| {
                terms.push(term);
                defined.push(Vec::new());
                terms.len() - 1
            });
            defined[id].push(at);
        }
        let mut anchors: Vec<(&str, usize)> = terms
            .iter()
            .enumerate()
            .map(|(id, term)| (term.anchor(), id))
            .collect();
        anchors.sort_unstable();
        let mut literals: Vec<&str> = Vec::new();
        let mut anchored: Vec<Vec<usize>> = Vec::new();
        for (anchor, id) in anchors {
            if literals.last() != Some(&anchor) {
                literals.push(anchor);
                anchored.push(Vec::new());
            }
            if let Some(list) = anchored.last_mut() {
                list.push(id);
            }
        }
        let automaton = (!literals.is_empty())
            .then(|| {
                AhoCorasick::builder()
                    .match_kind(MatchKind::Standard)
                    .build(&literals)
                    .ok()
            })
            .flatten();
        Self {
            terms,
            defined,
            anchored,
            automaton,
        }
    }

    fn scan(
        &self,
        reading: &Reading<'_>,
        definitions: &[Definition],
        text: &ReadText,
        definienda: &[Place],
        found: &mut Vec<TermUse>,
    ) {
        let Some(automaton) = &self.automaton else {
            return;
        };
        let folded = text.folded.as_str();
        let mut matches = Vec::new();
        for anchor in automaton.find_overlapping_iter(folded) {
            if folded[..anchor.start()].ends_with(char::is_alphanumeric) {
                continue;
            }
            for id in &self.anchored[anchor.pattern().as_usize()] {
                if let Some(range) = self.terms[*id].match_at(folded, anchor.start()) {
                    matches.push((range.start, std::cmp::Reverse(range.end), *id));
                }
            }
        }
        matches.sort_unstable();
        let original = reading.words(text.place);
        let mut last = 0;
        for (start, std::cmp::Reverse(end), id) in matches {
            if start < last {
                continue;
            }
            last = end;
            let place = text.place_of(start..end, original);
            if definienda
                .iter()
                .any(|own| own.start < place.end && place.start < own.end)
            {
                continue;
            }
            let defined = &self.defined[id];
            let reaches = |at: &&usize| definitions[**at].scope.holds(reading.instrument, place);
            // The nearest of several that reach it: the one in the narrowest scope.
            let nearest = defined
                .iter()
                .filter(reaches)
                .max_by_key(|at| (rank(&definitions[**at]), std::cmp::Reverse(**at)));
            let Some(at) = nearest.or(defined.first()) else {
                continue;
            };
            let definition = &definitions[*at];
            found.push(TermUse {
                place,
                word: definition.word.clone(),
                definition: *at,
                entry: definition.place,
                form: definition.form,
                in_scope: nearest.is_some(),
            });
        }
    }
}

/// How narrow a definition's scope is; of equals, a full definition before a short name.
fn rank(definition: &Definition) -> (u8, bool) {
    use super::definition::Extent;
    let narrow = match definition.scope.extent {
        Extent::Instrument => 0,
        Extent::Component => 1,
        Extent::Part => 2,
        Extent::Title => 3,
        Extent::Chapter => 4,
        Extent::Section => 5,
        Extent::Article => 6,
        Extent::Paragraph => 7,
    };
    (narrow, definition.form != Form::Hereinafter)
}

/// The definitions whose entry a place lies in.
fn holders(reading: &Reading<'_>, definitions: &[Definition], place: Place) -> Vec<usize> {
    definitions
        .iter()
        .enumerate()
        .filter(|(_, one)| one.form != Form::Hereinafter && one.place.record == place.record)
        .filter(|(_, one)| one.holds(reading, place))
        .map(|(at, _)| at)
        .collect()
}

/// Which definitions are used: from outside every entry, or from the entry of one that is.
fn alive(reading: &Reading<'_>, definitions: &[Definition], uses: &[TermUse]) -> Vec<bool> {
    let mut alive = vec![false; definitions.len()];
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); definitions.len()];
    let mut open = Vec::new();
    for one in uses {
        let holders = holders(reading, definitions, one.place);
        if holders.is_empty() {
            open.push(one.definition);
        }
        for holder in holders {
            inside[holder].push(one.definition);
        }
    }
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut alive[at], true) {
            continue;
        }
        open.extend(&inside[at]);
        let group = definitions[at].group;
        let partners = definitions
            .iter()
            .enumerate()
            .filter(|(_, one)| one.group == group);
        open.extend(
            partners
                .map(|(partner, _)| partner)
                .filter(|partner| !alive[*partner]),
        );
    }
    alive
}

/// A sentence outside the entry that uses the term in another form: all its words of substance, in
/// any order and derivation; of a short name, its head will do (the Contracting Parties: a Party).
/// `dead`: whether a place lies in definitions that nobody uses.
fn variant(
    reading: &Reading<'_>,
    definition: &Definition,
    dead: impl Fn(Place) -> bool,
) -> Option<Place> {
    let french = reading.instrument.language.starts_with("fr");
    let term = Term::new(&definition.word, french)?;
    for text in reading.texts() {
        for sentence in text.sentence_places() {
            let own = sentence.contains(definition.place) || definition.holds(reading, sentence);
            if own {
                continue;
            }
            let words: Vec<String> = reading
                .folded(sentence)
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(kin)
                .collect();
            let used = term.is_kin_of(&words)
                || (definition.form == Form::Hereinafter && term.head_is_kin_of(&words));
            if used && !dead(sentence) {
                return Some(sentence);
            }
        }
    }
    None
}

impl Fact for TermUse {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::word(self.word.as_str()).because(Some(self.place)),
            1 => Cell::at(self.entry),
            2 => Cell::flag(self.in_scope),
            _ => Cell::word(self.form.as_str()),
        }
    }
}
