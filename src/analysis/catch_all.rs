//! The relation `catch-alls`: classes of acts that nothing limits.
//!
//! "Any other unlawful act" makes criminal whatever some law forbids, if it stands where conduct is
//! made criminal, or where a savings clause blesses making it so. The same words in an aim ("to
//! prevent all criminal activities") or a denial do no harm, and a class that is tied to named
//! provisions is not unlimited.

use std::collections::HashMap;

use super::Reading;
use super::fact::{Cell, Column, Fact, Relation};
use super::force::Force;
use super::kind::Kinds;
use super::offence::{self, Offence};
use crate::model::{Kind, Part, Place, RecordId};

/// The columns of a class.
pub(super) const RELATION: Relation = Relation {
    name: "catch-alls",
    summary: "one row a class of acts named without a limit",
    columns: &[
        Column {
            name: "phrase",
            about: "the words of the class",
        },
        Column {
            name: "context",
            about: "criminalises, savings, scope, cooperation, aim, negative or mention",
        },
        Column {
            name: "genus",
            about: "the noun of the class: act, conduct, crime …",
        },
        Column {
            name: "class",
            about: "unlimited (named only by being wrong) or residual (the rest of a list)",
        },
        Column {
            name: "bound",
            about: "none, elements (intent, harm) or reference (named provisions)",
        },
        Column {
            name: "clause",
            about: "the words that make it criminal",
        },
        Column {
            name: "force",
            about: "mandatory, optional or consider: whether a Party has to make it criminal",
        },
    ],
};

/// What a sentence does with a class of acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// It makes it criminal.
    Criminalises,
    /// It leaves States free to make it criminal under the name of the instrument.
    Savings,
    /// It says what the instrument applies to.
    Scope,
    /// It is what Parties cooperate on.
    Cooperation,
    /// It is to be prevented or fought.
    Aim,
    /// It is excluded.
    Negative,
    /// It is only mentioned.
    Mention,
}

/// What limits a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// Nothing.
    None,
    /// Intent, harm or another element.
    Elements,
    /// Provisions that it names.
    Reference,
}

/// A class of acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatchAll {
    /// The words.
    pub place: Place,
    /// What the sentence does with it.
    pub context: Context,
    /// Its noun.
    pub genus: String,
    /// Whether it is named only by being wrong.
    pub unlimited: bool,
    /// What limits it.
    pub bound: Bound,
    /// The clause that makes it criminal, and whether a Party has to.
    pub clause: Option<(Place, Force)>,
}

impl CatchAll {
    /// The classes of an instrument, in the order of the text.
    #[must_use]
    pub fn all(reading: &Reading<'_>, kinds: &Kinds, offences: &[Offence]) -> Vec<Self> {
        let mut clauses: HashMap<Place, (Place, Force)> = HashMap::new();
        for offence in offences.iter().filter(|offence| !offence.participation) {
            for part in offence::sentences(reading, offence.place) {
                clauses
                    .entry(part.place)
                    .or_insert((offence.place, offence.force));
            }
        }
        let mut rows = Vec::new();
        for text in reading.texts() {
            if text.place.record == RecordId(0) || text.place.part == Part::Heading {
                continue;
            }
            let of = kinds.of(text.place.record, text.place.unit);
            if of.contains(&Kind::Preamble) || of.contains(&Kind::Definition) {
                continue;
            }
            let unlimited = reading.hits(text.place, "catch-all.unlimited");
            let residual = reading.hits(text.place, "catch-all.residual");
            let mut found: Vec<(Place, bool)> = unlimited
                .map(|hit| (hit.place, true))
                .chain(residual.map(|hit| (hit.place, false)))
                .collect();
            found.sort_by_key(|(place, unlimited)| (place.start, !unlimited));
            found.dedup_by(|later, earlier| later.0.start < earlier.0.end);
            for (place, unlimited) in found {
                let sentence = reading.sentence(place);
                let clause = clauses.get(&sentence).copied();
                rows.push(Self {
                    place,
                    context: context(reading, of, clause, sentence, place),
                    genus: genus(reading, place),
                    unlimited,
                    bound: bound(reading, sentence, place),
                    clause,
                });
            }
        }
        rows
    }
}

fn context(
    reading: &Reading<'_>,
    kinds: &[Kind],
    clause: Option<(Place, Force)>,
    sentence: Place,
    place: Place,
) -> Context {
    let any = |topic: &str| reading.hits(sentence, topic).next().is_some();
    let before = sentence.narrow(sentence.start as usize..place.start as usize);
    let precedes = |topic: &str| reading.hits(before, topic).next().is_some();
    if any("catch-all.savings") && any("catch-all.criminal") {
        return Context::Savings;
    }
    if precedes("catch-all.negative") {
        return Context::Negative;
    }
    if clause.is_some_and(|(clause, _)| is_object(reading, clause, place)) {
        return Context::Criminalises;
    }
    let of = |kind| kinds.contains(&kind);
    if precedes("catch-all.aim") || of(Kind::Prevention) || of(Kind::TechnicalAssistance) {
        Context::Aim
    } else if of(Kind::Scope) {
        Context::Scope
    } else if of(Kind::Cooperation) || of(Kind::MutualAssistance) || of(Kind::Extradition) {
        Context::Cooperation
    } else {
        Context::Mention
    }
}

/// Whether the class is itself made criminal: it follows the clause or stands in a list under it,
/// as its head or after "or". In "proceeds of any illegal activity" it is not.
fn is_object(reading: &Reading<'_>, clause: Place, place: Place) -> bool {
    if place.same_text(clause) && place.start < clause.end {
        return clause.contains(place);
    }
    let Some(text) = reading.text(place) else {
        return false;
    };
    let start = text.folded.folded(place.start as usize);
    let before = text.folded.as_str()[..start].trim_end();
    let own = reading.folded(place);
    let joined = own.starts_with("or ") || own.starts_with("and ");
    let head = before.is_empty()
        || before.ends_with([',', ':', ';'])
        || [" or", " and", " as"]
            .iter()
            .any(|joint| before.ends_with(joint));
    let adjoins = place.same_text(clause) && place.start <= clause.end + 2;
    head || joined || adjoins
}

/// What limits a class: words after it, up to the next semicolon or the end of the sentence. Being
/// done on purpose does not limit a class that is named only by being wrong.
fn bound(reading: &Reading<'_>, sentence: Place, place: Place) -> Bound {
    let after = sentence.narrow(place.end as usize..sentence.end as usize);
    let words = reading.words(after);
    let end = words.find([';', ':']).unwrap_or(words.len());
    let reach = words
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .nth(14)
        .map_or(words.len(), |(at, _)| at);
    let start = place.end as usize;
    let near = after.narrow(start..start + end.min(reach));
    let has = |topic: &str| reading.hits(near, topic).next().is_some();
    if has("catch-all.reference-bound") {
        Bound::Reference
    } else if has("catch-all.element-bound") {
        Bound::Elements
    } else {
        Bound::None
    }
}

/// The last word of a class that is a noun of the lists.
fn genus(reading: &Reading<'_>, place: Place) -> String {
    let nouns = [
        "crime", "offence", "conduct", "activit", "action", "behavio", "use", "purpose",
    ];
    let words = reading.folded(place);
    let named = nouns.iter().find(|noun| words.contains(**noun));
    named
        .map_or("act", |noun| match *noun {
            "activit" => "activity",
            "behavio" => "behaviour",
            other => other,
        })
        .to_owned()
}

impl Fact for CatchAll {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::at(self.place),
            1 => Cell::word(match self.context {
                Context::Criminalises => "criminalises",
                Context::Savings => "savings",
                Context::Scope => "scope",
                Context::Cooperation => "cooperation",
                Context::Aim => "aim",
                Context::Negative => "negative",
                Context::Mention => "mention",
            }),
            2 => Cell::word(self.genus.as_str()),
            3 => Cell::word(if self.unlimited {
                "unlimited"
            } else {
                "residual"
            }),
            4 => Cell::word(match self.bound {
                Bound::None => "none",
                Bound::Elements => "elements",
                Bound::Reference => "reference",
            }),
            5 => self
                .clause
                .map_or_else(Cell::default, |(place, _)| Cell::at(place)),
            _ => self
                .clause
                .map_or_else(Cell::default, |(_, force)| Cell::word(force.as_str())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reference::Reference;
    use crate::analysis::trial;

    fn of(heading: &str, text: &str) -> Vec<(String, Context, Bound)> {
        let instrument = trial::article(heading, text);
        let lexicon = trial::lexicon();
        let reading = Reading::new(&instrument, &lexicon);
        let kinds = Kinds::of_all(&reading);
        let offences = Offence::all(&reading, &kinds, &Reference::all(&reading));
        let rows = CatchAll::all(&reading, &kinds, &offences).into_iter();
        rows.map(|row| (reading.words(row.place).to_owned(), row.context, row.bound))
            .collect()
    }

    #[test]
    fn a_class_in_a_list_of_conduct_is_made_criminal() {
        let found = of(
            "Offences",
            "Each Party shall criminalize the draining of lakes, the filling of wells or any other unlawful act done at night.",
        );
        assert_eq!(
            found,
            [(
                "any other unlawful act".into(),
                Context::Criminalises,
                Bound::None
            )]
        );
        let found = of(
            "Offences",
            "Each Party shall establish as criminal offences any illegal activity committed intentionally near lakes.",
        );
        assert_eq!(found[0].1, Context::Criminalises);
    }

    #[test]
    fn what_conduct_is_about_is_not_the_conduct() {
        let found = of(
            "Offences",
            "Each Party shall criminalize the sale of water from any illegal activity.",
        );
        assert_eq!(found[0].1, Context::Mention);
    }

    #[test]
    fn savings_that_bless_criminalization() {
        let found = of(
            "Other matters",
            "This Convention is no obstacle to a Party treating as a crime any other harmful conduct near lakes.",
        );
        assert_eq!(found[0].1, Context::Savings);
    }

    #[test]
    fn denials_and_aims_do_no_harm() {
        let found = of(
            "Offences",
            "Nothing in this article shall be interpreted as covering any other act.",
        );
        assert_eq!(found[0].1, Context::Negative);
        let found = of(
            "Prevention",
            "Parties shall endeavour to prevent all criminal activities near lakes.",
        );
        assert_eq!(found[0].1, Context::Aim);
    }

    #[test]
    fn classes_tied_to_named_provisions_are_bounded() {
        let found = of(
            "Offences",
            "Each Party shall criminalize the draining of lakes or any other act referred to in article 4.",
        );
        assert_eq!(found[0].2, Bound::Reference);
        let found = of(
            "Offences",
            "Each Party shall criminalize the draining of lakes or any other act intended to harm swimmers.",
        );
        assert_eq!(found[0].2, Bound::Elements);
    }
}
