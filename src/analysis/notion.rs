//! The relation `notions`: contested legal notions, and whether the instrument says what they mean.
//!
//! Which notions are contested is a lexicon's business (`key-notion`, one list a notion). Here it is
//! settled where each is used (in an operative clause, or in a recital, a heading, the title of
//! another instrument, a ground of refusal, a guarantee) and what gives it a meaning.

mod context;
mod meaning;

use std::collections::HashSet;

pub use context::Standing;
pub use meaning::Meaning;

use super::definition::Definition;
use super::fact::{Cell, Column, Fact, Relation};
use super::kind::Kinds;
use super::reading::Reading;
use super::term_use::TermUse;
use crate::model::{Place, RecordId};

/// The columns of a notion.
pub(super) const RELATION: Relation = Relation {
    name: "notions",
    summary: "one row a use of a contested legal notion",
    columns: &[
        Column {
            name: "notion",
            about: "the notion: terrorism, serious-crime, dishonest-intent …",
        },
        Column {
            name: "words",
            about: "the words that name it",
        },
        Column {
            name: "defined",
            about: "yes, by-reference, domestic-law or no; the words that say so",
        },
        Column {
            name: "context",
            about: "operative, protective, refusal, recital, heading, aim, quoted-title or incidental",
        },
        Column {
            name: "first",
            about: "whether it is the first operative use in its article that has no meaning of its own",
        },
        Column {
            name: "notions",
            about: "how many different notions without a meaning the article uses",
        },
    ],
};

/// A use of a contested notion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notion {
    /// The words.
    pub place: Place,
    /// The notion, by the name of its list.
    pub word: String,
    /// What gives it a meaning.
    pub meaning: Meaning,
    /// The definition, or the words of the reference.
    pub meaning_place: Option<Place>,
    /// Where it stands.
    pub context: Standing,
    /// The words that show the context.
    pub context_place: Option<Place>,
    /// The first operative use in its article without a meaning.
    pub first: bool,
    /// Different notions without a meaning in the article's operative text.
    pub siblings: u32,
}

impl Notion {
    /// The contested notions of an instrument, in the order of the text.
    #[must_use]
    pub fn all(
        reading: &Reading<'_>,
        kinds: &Kinds,
        definitions: &[Definition],
        uses: &[TermUse],
    ) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for text in reading.texts() {
            if text.place.record == RecordId(0) {
                continue;
            }
            for hit in reading.hits(text.place, "key-notion") {
                // Of two notions in the same words the longer is meant: terrorist offences.
                if found
                    .last()
                    .is_some_and(|last| last.place.contains(hit.place))
                {
                    continue;
                }
                let Some(word) = reading.lexicon.name(hit.topic).rsplit('.').next() else {
                    continue;
                };
                let (context, context_place) = context::of(reading, kinds, hit.place, word);
                let (meaning, meaning_place) = meaning::of(reading, definitions, uses, hit.place);
                found.push(Self {
                    place: hit.place,
                    word: word.to_owned(),
                    meaning,
                    meaning_place,
                    context,
                    context_place,
                    first: false,
                    siblings: 0,
                });
            }
        }
        mark_first(&mut found);
        found
    }

    /// Whether it is an operative use of a notion that the instrument gives no meaning.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.context == Standing::Operative
            && matches!(self.meaning, Meaning::No | Meaning::DomesticLaw)
    }
}

fn mark_first(notions: &mut [Notion]) {
    let mut seen: HashSet<(RecordId, String)> = HashSet::new();
    for one in notions.iter_mut().filter(|one| one.is_open()) {
        one.first = seen.insert((one.place.record, one.word.clone()));
    }
    let firsts: Vec<RecordId> = notions
        .iter()
        .filter(|one| one.first)
        .map(|one| one.place.record)
        .collect();
    for one in notions {
        let count = firsts
            .iter()
            .filter(|record| **record == one.place.record)
            .count();
        one.siblings = u32::try_from(count).unwrap_or(u32::MAX);
    }
}

impl Fact for Notion {
    fn place(&self) -> Place {
        self.place
    }

    fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::word(self.word.as_str()).because(Some(self.place)),
            1 => Cell::at(self.place),
            2 => Cell::word(self.meaning.as_str()).because(self.meaning_place),
            3 => Cell::word(self.context.as_str()).because(self.context_place),
            4 => Cell::flag(self.first),
            _ => Cell::number(self.siblings.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Analysis;
    use crate::analysis::trial::{instrument, lexicon};

    /// `notion context meaning` of each use; `*` marks the one to report.
    fn rows(records: &[&str]) -> Vec<String> {
        let treaty = instrument("id: x\ntitle: A convention\n", records);
        let lexicon = lexicon();
        let analysis = Analysis::new(&treaty, &lexicon);
        let found = analysis.notions.iter();
        found
            .map(|one| {
                let mark = if one.first { "*" } else { "" };
                format!(
                    "{} {} {}{mark}",
                    one.word,
                    one.context.as_str(),
                    one.meaning.as_str()
                )
            })
            .collect()
    }

    fn article(text: &str) -> Vec<String> {
        rows(&[&format!(
            "article: '4'\nheading: Rafts\ntext: >-\n  {text}\n"
        )])
    }

    #[test]
    fn operative_uses_are_open() {
        assert_eq!(
            article(
                "Each Party shall make it an offence to use a raft for extremist purposes or for terrorism."
            ),
            ["extremism operative no*", "terrorism operative no*"]
        );
        assert_eq!(
            article(
                "Each Party shall search rafts used for serious offences as determined by its domestic law."
            ),
            ["serious-crime operative domestic-law*"]
        );
        assert_eq!(
            article(
                "A Party may require a dishonest intent. The dishonest intent shall be proved."
            ),
            [
                "dishonest-intent operative no*",
                "dishonest-intent operative no"
            ]
        );
    }

    #[test]
    fn a_meaning_closes_them() {
        assert_eq!(
            article("“Serious crime” means piracy. Parties shall prevent serious crimes."),
            ["serious-crime operative yes", "serious-crime operative yes"]
        );
        assert_eq!(
            article(
                "Parties shall prevent acts of terrorism as defined in article 2 of the Harbour Convention."
            ),
            ["terrorism operative by-reference"]
        );
        assert_eq!(
            article(
                "“financing of terrorism” means giving money to pirates; Parties shall prevent the financing of terrorism."
            ),
            ["terrorism operative yes", "terrorism operative yes"]
        );
    }

    #[test]
    fn other_contexts_are_told_apart() {
        for (text, row) in [
            (
                "A Party may refuse assistance if it concerns a political offence.",
                "political-offence refusal no",
            ),
            (
                "Assistance may be refused where it would prejudice national security.",
                "national-security refusal no",
            ),
            (
                "Parties shall exchange lists unless this is contrary to public order.",
                "public-order protective no",
            ),
            (
                "This is without prejudice to the Convention for the Suppression of Terrorism.",
                "terrorism quoted-title no",
            ),
            (
                "The purpose of this Convention is to fight terrorism.",
                "terrorism aim no",
            ),
            (
                "Nothing in this Convention shall be interpreted as permitting racism.",
                "racism protective no",
            ),
        ] {
            assert_eq!(article(text), [row], "{text}");
        }
        assert_eq!(
            rows(&["article: '2'\nheading: Terrorism\ntext: No raft shall be used.\n"]),
            ["terrorism heading no"]
        );
    }

    #[test]
    fn an_interest_decides_only_in_clauses_about_offences() {
        assert_eq!(
            article("The Parties shall consult on matters of public order."),
            ["public-order protective no"]
        );
        assert_eq!(
            article("Parties shall search for crimes against public order."),
            ["public-order operative no*"]
        );
    }

    #[test]
    fn a_reference_to_whatever_applies_gives_no_meaning() {
        assert_eq!(
            article(
                "Parties shall share records of serious crimes established in accordance with other applicable conventions."
            ),
            ["serious-crime operative no*"]
        );
    }

    #[test]
    fn a_notion_that_stands_alone_is_a_name() {
        assert_eq!(article("serious crimes"), ["serious-crime heading no"]);
    }

    #[test]
    fn a_dated_act_has_a_name_in_small_letters() {
        assert_eq!(
            article(
                "“Office” means the body that Council Decision of 3 May 2001 reinforcing the fight against serious crime set up."
            ),
            ["serious-crime quoted-title no"]
        );
        assert_eq!(
            article("In the Decision of 3 May 2001 a Party shall prosecute serious crimes."),
            ["serious-crime operative no*"]
        );
    }

    #[test]
    fn where_no_liability_hangs_on_it_a_notion_is_incidental() {
        let general = "id: x\ntitle: A convention on ferries\nprofile: general\n";
        let of = |record: &str| {
            let treaty = instrument(general, &[record]);
            let lexicon = lexicon();
            let notions = Analysis::new(&treaty, &lexicon).notions;
            notions
                .iter()
                .map(|one| one.context.as_str())
                .collect::<Vec<_>>()
        };
        let immunity = "Officers shall not be liable to arrest, save for a grave crime.";
        assert_eq!(
            of(&format!("article: '4'\ntext: {immunity}\n")),
            ["incidental"]
        );
        let offence = "Each Party shall make serious crimes at sea punishable.";
        assert_eq!(
            of(&format!("article: '4'\nkind: offence\ntext: {offence}\n")),
            ["operative"]
        );
    }

    #[test]
    fn a_refusal_in_the_intro_governs_the_points() {
        assert_eq!(
            rows(&[
                "article: '9'\nheading: Help\nparagraphs:\n  - text: 'Help may be denied if the request:'\n    points:\n      \
                    - {num: a, text: would harm public order;}\n"
            ]),
            ["public-order refusal no"]
        );
    }
}
