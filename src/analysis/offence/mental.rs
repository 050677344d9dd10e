//! Which elements a run of words names: intent, knowledge, harm, lack of right.

use crate::analysis::Reading;
use crate::model::Place;

/// An element of an offence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// The act is meant: "intentionally".
    GeneralIntent,
    /// The act is done to an end: "with the intent of …".
    SpecificIntent,
    /// The actor knows something.
    Knowledge,
    /// Something bad follows, or is serious.
    Harm,
    /// A protection is overcome.
    SecurityBreach,
    /// The thing acted on is connected to another.
    Connection,
    /// The actor has no right to act.
    WithoutRight,
    /// A number or an amount.
    Quantity,
}

impl Element {
    /// The lists of the lexicon, and what each shows.
    const TOPICS: [(&'static str, Self); 8] = [
        ("mental-element.general", Self::GeneralIntent),
        ("mental-element.purpose", Self::SpecificIntent),
        ("mental-element.knowledge", Self::Knowledge),
        ("mental-element.harm", Self::Harm),
        ("mental-element.security", Self::SecurityBreach),
        ("mental-element.connection", Self::Connection),
        ("mental-element.without-right", Self::WithoutRight),
        ("mental-element.quantity", Self::Quantity),
    ];

    /// The word used in tables and lint files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::GeneralIntent => "general-intent",
            Self::SpecificIntent => "specific-intent",
            Self::Knowledge => "knowledge",
            Self::Harm => "harm",
            Self::SecurityBreach => "security-breach",
            Self::Connection => "connection",
            Self::WithoutRight => "without-right",
            Self::Quantity => "quantity",
        }
    }

    /// Whether it is in the actor's mind.
    #[must_use]
    pub const fn is_mental(self) -> bool {
        matches!(
            self,
            Self::GeneralIntent | Self::SpecificIntent | Self::Knowledge
        )
    }
}

/// The elements that words name, in order; words that only look so are left out.
pub(in crate::analysis) fn elements(reading: &Reading<'_>, words: Place) -> Vec<(Element, Place)> {
    let void: Vec<Place> = reading
        .hits(words, "mental-element.not-mental")
        .map(|hit| hit.place)
        .collect();
    let mut found: Vec<(Element, Place)> = Element::TOPICS
        .into_iter()
        .flat_map(|(topic, element)| {
            reading
                .hits(words, topic)
                .map(move |hit| (element, hit.place))
        })
        .filter(|(_, place)| {
            !void
                .iter()
                .any(|void| place.start < void.end && void.start < place.end)
        })
        .collect();
    found.sort_by_key(|(element, place)| (place.start, *element));
    found
}

/// The words of a sentence that leave what follows them to a Party: "a Party may require".
pub(in crate::analysis) fn option(reading: &Reading<'_>, sentence: Place) -> Option<Place> {
    let hit = reading.hits(sentence, "mental-element.option").next()?;
    let before = sentence.narrow(sentence.start as usize..hit.place.start as usize);
    let words = reading.folded(before);
    let subject = [
        "party", "parties", "state", "states", "it", "they", "member",
    ];
    words
        .rsplit(|c: char| !c.is_alphanumeric())
        .any(|word| subject.contains(&word))
        .then_some(hit.place)
}
