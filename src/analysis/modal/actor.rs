//! Whom a modal binds or allows: the noun that heads its subject.

use std::ops::Range;

use super::clause::words;
use crate::analysis::reading::{ReadText, Reading};
use crate::model::Place;

macro_rules! actors {
    ($($variant:ident $word:literal $doc:literal),+ $(,)?) => {
        /// Who acts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Actor { $(#[doc = $doc] $variant),+ }

        impl Actor {
            /// Every actor.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in tables and lint files; those of the lexicon's lists.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

actors! {
    Party "party" "A Party, a Contracting State, one of the Governments.",
    State "state" "A State that need not be a Party.",
    Person "person" "A natural person.",
    Body "body" "A body of the treaty, an organization, a tribunal.",
    Provider "provider" "A service provider or an enterprise.",
    Authority "authority" "An authority of a Party.",
    Court "court" "A court or a judge.",
    Depositary "depositary" "The depositary.",
    Other "other" "Something else: a request, an offence, this Convention.",
    None "none" "Neither the sentence nor an intro has a subject.",
}

/// Words after which a noun does not head the subject.
const PREPOSITIONS: &[&str] = &[
    "of",
    "in",
    "to",
    "with",
    "by",
    "from",
    "for",
    "under",
    "on",
    "against",
    "between",
    "within",
    "upon",
    "at",
    "among",
    "through",
    "into",
    "before",
    "after",
    "than",
    "as",
    "concerning",
    "regarding",
    "which",
    "that",
    "whose",
    "unless",
    "without",
    "de",
    "du",
    "des",
    "à",
    "par",
    "pour",
    "dans",
];

/// Words that begin a condition.
const CONDITIONS: &[&str] = &[
    "if", "where", "when", "whenever", "wherever", "si", "lorsque",
];

/// Pronouns that stand for an actor named before.
const PRONOUNS: &[&str] = &[
    "it", "they", "he", "she", "latter", "former", "il", "elle", "ils", "elles",
];

/// The actor of a modal whose subject is the folded run `subject` in a sentence that begins at
/// `sentence`. Where the sentence begins with the modal, or goes on with "and", it is the actor
/// named before, else that of the intros above.
pub(super) fn find(
    reading: &Reading<'_>,
    text: &ReadText,
    subject: Range<usize>,
    sentence: usize,
) -> (Actor, Option<Place>) {
    let folded = text.folded.as_str();
    let run = words(folded, subject.clone());
    let word = |range: &Range<usize>| &folded[range.clone()];
    let pronoun = run
        .last()
        .is_some_and(|last| PRONOUNS.contains(&word(last)));
    if !pronoun && let Some(found) = head(reading, text, subject.clone(), false) {
        return found;
    }
    if pronoun || goes_on(folded, &run) {
        let before = head(reading, text, sentence..subject.end, true);
        let above = || inherited(reading, text);
        let nobody = if run.is_empty() && subject.start <= sentence {
            Actor::None
        } else {
            Actor::Other
        };
        return before.or_else(above).unwrap_or((nobody, None));
    }
    (Actor::Other, None)
}

/// Whether the run before a modal names no subject of its own: nothing, or "and" without a noun.
fn goes_on(folded: &str, run: &[Range<usize>]) -> bool {
    const JOINTS: &[&str] = &["and", "or", "but", "nor", "then", "et", "ou", "mais"];
    const DETERMINERS: &[&str] = &[
        "the", "a", "an", "each", "any", "such", "this", "these", "no", "le", "la", "les", "l",
        "un", "une",
    ];
    let word = |range: &Range<usize>| &folded[range.clone()];
    let joint = |range: &Range<usize>| JOINTS.contains(&word(range));
    run.last().is_none_or(joint)
        || (run.first().is_some_and(joint)
            && !run.iter().any(|range| DETERMINERS.contains(&word(range))))
}

/// The actor that heads a run between commas, the last such run first. `anywhere`: if there is none,
/// the first one named will do.
fn head(
    reading: &Reading<'_>,
    text: &ReadText,
    range: Range<usize>,
    anywhere: bool,
) -> Option<(Actor, Option<Place>)> {
    let folded = text.folded.as_str();
    let place = text.place_of(range.clone(), reading.words(text.place));
    let mut hits: Vec<(usize, usize, Actor, Place)> = reading
        .hits(place, "actor")
        .filter_map(|hit| {
            let name = reading.lexicon.name(hit.topic).rsplit('.').next()?;
            let actor = Actor::ALL.iter().find(|actor| actor.as_str() == name)?;
            let start = text.folded.folded(hit.place.start as usize);
            Some((
                start,
                text.folded.folded(hit.place.end as usize),
                *actor,
                hit.place,
            ))
        })
        .collect();
    hits.sort_by_key(|(start, end, ..)| (*start, std::cmp::Reverse(*end)));
    let commas = folded[range.clone()].match_indices([',', ';']);
    let starts: Vec<usize> = std::iter::once(range.start)
        .chain(commas.map(|(at, _)| range.start + at))
        .collect();
    for (back, start) in starts.into_iter().rev().enumerate() {
        let first = hits.iter().find(|(at, ..)| *at >= start);
        // "If a Party fails, the request shall": the Party acts in its own clause only.
        let bars =
            |word: &str| PREPOSITIONS.contains(&word) || (back > 0 && CONDITIONS.contains(&word));
        if let Some((at, _, actor, place)) = first
            && !words(folded, start..*at)
                .iter()
                .any(|word| bars(&folded[word.clone()]))
        {
            return Some((*actor, Some(*place)));
        }
    }
    let nearest = hits.first().filter(|_| anywhere);
    nearest.map(|(_, _, actor, place)| (*actor, Some(*place)))
}

/// The actor of the nearest intro that names one.
fn inherited(reading: &Reading<'_>, text: &ReadText) -> Option<(Actor, Option<Place>)> {
    let record = reading.instrument.record(text.place.record);
    record.ancestors(text.place.unit).find_map(|above| {
        let intro = reading.intro(text.place.record, above)?;
        let holder = reading.text(intro)?;
        let start = holder.folded.folded(intro.start as usize);
        let end = holder.folded.folded(intro.end as usize);
        head(reading, holder, start..end, false)
    })
}
