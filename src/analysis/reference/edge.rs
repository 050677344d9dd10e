//! How a sentence governs the provision it cites: the words before the citation.

use std::ops::Range;

use super::token::Cursor;

/// What a citation does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// `subject to`.
    SubjectTo,
    /// `for the purposes of`.
    ForPurposesOf,
    /// Offences `established in accordance with`.
    EstablishedInAccordanceWith,
    /// Acts or offences `referred to in`, `set forth in` …
    ConductReferredToIn,
    /// `as defined in`, `within the meaning of`.
    AsDefinedIn,
    /// `notwithstanding`.
    Notwithstanding,
    /// `without prejudice to`.
    WithoutPrejudice,
    /// `except as provided in`, `other than`.
    ExceptAsProvidedIn,
    /// `in accordance with`, `pursuant to`, `under`.
    InAccordanceWith,
    /// Anything else that is `referred to in`, `provided for in` …
    ReferredToIn,
    /// Nothing of these.
    Plain,
}

impl Edge {
    /// The word of the relation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SubjectTo => "subject-to",
            Self::ForPurposesOf => "for-purposes-of",
            Self::EstablishedInAccordanceWith => "established-in-accordance-with",
            Self::ConductReferredToIn => "conduct-referred-to-in",
            Self::AsDefinedIn => "as-defined-in",
            Self::Notwithstanding => "notwithstanding",
            Self::WithoutPrejudice => "without-prejudice",
            Self::ExceptAsProvidedIn => "except-as-provided",
            Self::InAccordanceWith => "in-accordance-with",
            Self::ReferredToIn => "referred-to-in",
            Self::Plain => "plain",
        }
    }
}

/// What a governing phrase shows by itself.
#[derive(Clone, Copy)]
enum Shows {
    /// The edge.
    Edge(Edge),
    /// A reference to conduct if the noun before it is one.
    Noun(Edge),
    /// An established offence if the noun before it is one.
    Established(Edge),
}

use Edge as E;
use Shows::{Edge as Is, Established, Noun};

/// Governing phrases. Of those that end where the citation begins, the longest counts.
const PHRASES: &[(&str, Shows)] = &[
    ("subject to", Is(E::SubjectTo)),
    ("sous réserve de", Is(E::SubjectTo)),
    ("sous réserve des", Is(E::SubjectTo)),
    ("sous réserve du", Is(E::SubjectTo)),
    ("for the purpose of", Is(E::ForPurposesOf)),
    ("for the purposes of", Is(E::ForPurposesOf)),
    ("for purposes of", Is(E::ForPurposesOf)),
    ("aux fins de", Is(E::ForPurposesOf)),
    ("aux fins du", Is(E::ForPurposesOf)),
    ("aux fins des", Is(E::ForPurposesOf)),
    (
        "established in accordance with",
        Established(E::InAccordanceWith),
    ),
    ("established pursuant to", Established(E::InAccordanceWith)),
    ("established under", Established(E::InAccordanceWith)),
    ("established in", Established(E::ReferredToIn)),
    ("established by", Established(E::ReferredToIn)),
    (
        "criminalized in accordance with",
        Established(E::InAccordanceWith),
    ),
    ("établies conformément à", Established(E::InAccordanceWith)),
    (
        "établies conformément aux",
        Established(E::InAccordanceWith),
    ),
    ("as defined in", Is(E::AsDefinedIn)),
    ("as defined by", Is(E::AsDefinedIn)),
    ("defined in", Noun(E::AsDefinedIn)),
    ("defined by", Noun(E::AsDefinedIn)),
    ("within the meaning of", Is(E::AsDefinedIn)),
    ("au sens de", Is(E::AsDefinedIn)),
    ("au sens du", Is(E::AsDefinedIn)),
    ("définies à", Noun(E::AsDefinedIn)),
    ("définies aux", Noun(E::AsDefinedIn)),
    ("notwithstanding", Is(E::Notwithstanding)),
    ("nonobstant", Is(E::Notwithstanding)),
    ("without prejudice to", Is(E::WithoutPrejudice)),
    ("sans préjudice de", Is(E::WithoutPrejudice)),
    ("sans préjudice du", Is(E::WithoutPrejudice)),
    ("sans préjudice des", Is(E::WithoutPrejudice)),
    ("except as provided in", Is(E::ExceptAsProvidedIn)),
    ("except as provided for in", Is(E::ExceptAsProvidedIn)),
    ("except as otherwise provided in", Is(E::ExceptAsProvidedIn)),
    ("unless otherwise provided in", Is(E::ExceptAsProvidedIn)),
    (
        "unless otherwise provided for in",
        Is(E::ExceptAsProvidedIn),
    ),
    ("except in accordance with", Is(E::ExceptAsProvidedIn)),
    ("except pursuant to", Is(E::ExceptAsProvidedIn)),
    ("except under", Is(E::ExceptAsProvidedIn)),
    ("with the exception of", Is(E::ExceptAsProvidedIn)),
    ("other than under", Is(E::ExceptAsProvidedIn)),
    ("other than in accordance with", Is(E::ExceptAsProvidedIn)),
    ("other than", Is(E::ExceptAsProvidedIn)),
    ("except for", Is(E::ExceptAsProvidedIn)),
    ("except", Is(E::ExceptAsProvidedIn)),
    ("à l exception de", Is(E::ExceptAsProvidedIn)),
    ("in accordance with", Is(E::InAccordanceWith)),
    ("in conformity with", Is(E::InAccordanceWith)),
    ("in compliance with", Is(E::InAccordanceWith)),
    ("in pursuance of", Is(E::InAccordanceWith)),
    ("pursuant to", Is(E::InAccordanceWith)),
    ("according to", Is(E::InAccordanceWith)),
    ("by virtue of", Is(E::InAccordanceWith)),
    ("under", Is(E::InAccordanceWith)),
    ("as provided in", Is(E::InAccordanceWith)),
    ("as provided for in", Is(E::InAccordanceWith)),
    ("conformément à", Is(E::InAccordanceWith)),
    ("conformément au", Is(E::InAccordanceWith)),
    ("conformément aux", Is(E::InAccordanceWith)),
    ("en application de", Is(E::InAccordanceWith)),
    ("en vertu de", Is(E::InAccordanceWith)),
    ("en vertu du", Is(E::InAccordanceWith)),
    ("au titre de", Is(E::InAccordanceWith)),
    ("referred to in", Noun(E::ReferredToIn)),
    ("referred to under", Noun(E::ReferredToIn)),
    ("mentioned in", Noun(E::ReferredToIn)),
    ("described in", Noun(E::ReferredToIn)),
    ("set forth in", Noun(E::ReferredToIn)),
    ("set out in", Noun(E::ReferredToIn)),
    ("specified in", Noun(E::ReferredToIn)),
    ("listed in", Noun(E::ReferredToIn)),
    ("enumerated in", Noun(E::ReferredToIn)),
    ("laid down in", Noun(E::ReferredToIn)),
    ("prescribed in", Noun(E::ReferredToIn)),
    ("contemplated in", Noun(E::ReferredToIn)),
    ("provided for in", Noun(E::ReferredToIn)),
    ("provided in", Noun(E::ReferredToIn)),
    ("covered by", Noun(E::ReferredToIn)),
    ("contained in", Noun(E::ReferredToIn)),
    ("visé à", Noun(E::ReferredToIn)),
    ("visée à", Noun(E::ReferredToIn)),
    ("visés à", Noun(E::ReferredToIn)),
    ("visées à", Noun(E::ReferredToIn)),
    ("visé au", Noun(E::ReferredToIn)),
    ("visés au", Noun(E::ReferredToIn)),
    ("visées au", Noun(E::ReferredToIn)),
    ("visés aux", Noun(E::ReferredToIn)),
    ("visées aux", Noun(E::ReferredToIn)),
    ("prévu à", Noun(E::ReferredToIn)),
    ("prévue à", Noun(E::ReferredToIn)),
    ("prévus à", Noun(E::ReferredToIn)),
    ("prévues à", Noun(E::ReferredToIn)),
    ("prévues au", Noun(E::ReferredToIn)),
    ("prévues aux", Noun(E::ReferredToIn)),
    ("prévus aux", Noun(E::ReferredToIn)),
];

/// Words that may stand between a governing phrase and the citation.
const FILLERS: [&str; 25] = [
    "the",
    "provisions",
    "provision",
    "of",
    "in",
    "terms",
    "conditions",
    "requirements",
    "both",
    "either",
    "any",
    "to",
    "chapeau",
    "scope",
    "limits",
    "le",
    "la",
    "les",
    "l",
    "de",
    "du",
    "des",
    "dispositions",
    "procedure",
    "rules",
];

/// Nouns for what a person does.
const CONDUCT: [&str; 20] = [
    "act",
    "acts",
    "conduct",
    "offence",
    "offences",
    "offense",
    "offenses",
    "crime",
    "crimes",
    "activity",
    "activities",
    "behaviour",
    "behavior",
    "infraction",
    "infractions",
    "acte",
    "actes",
    "agissements",
    "comportement",
    "comportements",
];

/// What governs the citation that begins at `at`, and the words that do.
pub(super) fn edge(cursor: &Cursor<'_>, at: usize) -> (Edge, Option<Range<usize>>) {
    let words = cursor.words_before(at, 16);
    let fillers = words
        .iter()
        .take(7)
        .take_while(|(_, word)| FILLERS.contains(word))
        .count();
    let mut best: Option<(usize, usize, Shows)> = None;
    for skip in 0..=fillers {
        for (phrase, shows) in PHRASES {
            let len = matched(phrase, &words[skip..]);
            let longer = len > 0 && best.is_none_or(|(_, most, _)| len > most);
            if longer {
                best = Some((skip, len, *shows));
            }
        }
    }
    let Some((skip, len, shows)) = best else {
        return (Edge::Plain, None);
    };
    let (last, word) = words[skip];
    let range = words[skip + len - 1].0..last + word.len();
    let before = &words[skip + len..];
    let noun = before
        .iter()
        .take(6)
        .any(|(_, word)| CONDUCT.contains(word));
    let edge = match shows {
        Is(edge) => edge,
        Noun(_) if noun => Edge::ConductReferredToIn,
        Established(_) if noun => Edge::EstablishedInAccordanceWith,
        Noun(edge) | Established(edge) => edge,
    };
    (edge, Some(range))
}

/// How many words of `phrase`, read backwards, stand at the start of `words`; 0 unless all do.
fn matched(phrase: &str, words: &[(usize, &str)]) -> usize {
    let mut count = 0;
    for word in phrase.rsplit(' ') {
        if words.get(count).is_none_or(|(_, own)| *own != word) {
            return 0;
        }
        count += 1;
    }
    count
}
