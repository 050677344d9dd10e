//! Whether a clause binds: the modal that governs it, with its words.

use super::{Reading, Role};
use crate::model::Place;

/// Whether a Party has to do what a clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Force {
    /// It has to.
    Mandatory,
    /// It may.
    Optional,
    /// It has to think of it.
    Consider,
}

/// Modal words, longer ones before the words they begin with.
const MODALS: [(&str, Force); 14] = [
    ("shall consider", Force::Consider),
    ("shall endeavour", Force::Consider),
    ("shall strive", Force::Consider),
    ("are encouraged", Force::Consider),
    ("is encouraged", Force::Consider),
    ("should", Force::Consider),
    ("may", Force::Optional),
    ("can", Force::Optional),
    ("shall", Force::Mandatory),
    ("must", Force::Mandatory),
    ("undertake", Force::Mandatory),
    ("undertakes", Force::Mandatory),
    ("agree", Force::Mandatory),
    ("will", Force::Mandatory),
];

impl Force {
    /// The word used in tables and lint files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mandatory => "mandatory",
            Self::Optional => "optional",
            Self::Consider => "consider",
        }
    }

    /// The force of words of a sentence: by the first modal of the sentence up to their end, else
    /// by that of the nearest words that introduce it. `None` if no modal governs them.
    #[must_use]
    pub fn of(reading: &Reading<'_>, words: Place) -> Option<(Self, Place)> {
        let sentence = reading.sentence(words);
        let before = sentence.narrow(sentence.start as usize..words.end as usize);
        modal(reading, before).or_else(|| {
            let slices = reading.effective(words.record, words.unit);
            let mut intros = slices
                .iter()
                .rev()
                .filter(|slice| slice.role == Role::Intro);
            intros.find_map(|slice| modal(reading, slice.place))
        })
    }
}

/// The first modal in a place.
fn modal(reading: &Reading<'_>, place: Place) -> Option<(Force, Place)> {
    let text = reading.text(place)?;
    let base = text.folded.folded(place.start as usize);
    let folded = reading.folded(place);
    let mut found: Option<(usize, &str, Force)> = None;
    for (word, force) in MODALS {
        let mut places = folded.match_indices(word).filter(|(at, _)| {
            let rest = &folded[at + word.len()..];
            let whole = !folded[..*at].ends_with(char::is_alphanumeric)
                && !rest.starts_with(char::is_alphanumeric);
            // "such measures as may be necessary" is no permission.
            whole && !rest.starts_with(" be necessary") && !rest.starts_with(" be required")
        });
        if let Some((at, _)) = places.next()
            && found.is_none_or(|(earliest, ..)| at < earliest)
        {
            found = Some((at, word, force));
        }
    }
    let (at, word, force) = found?;
    let words = base + at..base + at + word.len();
    let original = reading.words(text.place);
    Some((force, text.place_of(words, original)))
}
