//! Lexicons: sets of phrases under names, looked for all at once.
//!
//! Which phrases there are is data that a layer above reads from files; here they are a value.

mod anchors;

use std::collections::BTreeMap;
use std::ops::Range;

use self::anchors::Anchors;
use super::phrase::{Phrase, PhraseError};

/// Names a list of phrases: `mental-element.general`, interned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicId(pub u16);

/// All phrases of a language, ready to scan with.
#[derive(Debug)]
pub struct Lexicon {
    topics: Vec<String>,
    by_name: BTreeMap<String, TopicId>,
    phrases: Vec<(TopicId, Phrase)>,
    anchors: Anchors,
}

/// A phrase found in a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The list that the phrase is in.
    pub topic: TopicId,
    /// The phrase, as an index into [`Lexicon::phrase`].
    pub phrase: u32,
    /// Folded bytes.
    pub range: Range<usize>,
}

/// A lexicon that cannot be compiled.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// A phrase that cannot be read.
    #[error("`{phrase}` in {topic}: {error}")]
    Phrase {
        /// The list.
        topic: String,
        /// The phrase.
        phrase: String,
        /// What is wrong with it.
        error: PhraseError,
    },
}

impl Lexicon {
    /// Compiles lists of phrases: (`mental-element.general`, its phrases).
    ///
    /// # Errors
    ///
    /// If a phrase cannot be read.
    pub fn new<'l, L, P>(lists: L) -> Result<Self, LexiconError>
    where
        L: IntoIterator<Item = (&'l str, P)>,
        P: IntoIterator<Item = &'l str>,
    {
        let mut lexicon = Self {
            topics: Vec::new(),
            by_name: BTreeMap::new(),
            phrases: Vec::new(),
            anchors: Anchors::default(),
        };
        for (name, phrases) in lists {
            let topic = lexicon.intern(name);
            for source in phrases {
                let phrase = Phrase::new(source).map_err(|error| LexiconError::Phrase {
                    topic: name.to_owned(),
                    phrase: source.to_owned(),
                    error,
                })?;
                lexicon.phrases.push((topic, phrase));
            }
        }
        let mut anchors = Vec::with_capacity(lexicon.phrases.len());
        for (id, (_, phrase)) in (0..).zip(&lexicon.phrases) {
            phrase.anchors(&mut |anchor| anchors.push((anchor, id)));
        }
        lexicon.anchors = Anchors::new(anchors);
        Ok(lexicon)
    }

    fn intern(&mut self, name: &str) -> TopicId {
        if let Some(id) = self.by_name.get(name) {
            return *id;
        }
        let id = TopicId(u16::try_from(self.topics.len()).unwrap_or(u16::MAX));
        self.topics.push(name.to_owned());
        self.by_name.insert(name.to_owned(), id);
        id
    }

    /// The id of a list, if the lexicon has it.
    #[must_use]
    pub fn topic(&self, name: &str) -> Option<TopicId> {
        self.by_name.get(name).copied()
    }

    /// The name of a list.
    #[must_use]
    pub fn name(&self, topic: TopicId) -> &str {
        &self.topics[topic.0 as usize]
    }

    /// The names of all lists, in the order of their ids.
    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.topics.iter().map(String::as_str)
    }

    /// Whether a list is `name` or stands under it (`mental-element.general` under
    /// `mental-element`).
    #[must_use]
    pub fn is_under(&self, topic: TopicId, name: &str) -> bool {
        let full = self.name(topic);
        full.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// A phrase as it was written.
    #[must_use]
    pub fn phrase(&self, id: u32) -> &str {
        self.phrases[id as usize].1.source()
    }

    /// Every phrase found in a folded text, in order. Of overlapping matches of one list the
    /// longest stays.
    #[must_use]
    pub fn scan(&self, folded: &str) -> Vec<Match> {
        let mut found = Vec::new();
        for start in word_starts(folded) {
            for id in self.anchors.at(&folded[start..]) {
                let (topic, phrase) = &self.phrases[id as usize];
                if let Some(range) = phrase.match_at(folded, start) {
                    found.push(Match {
                        topic: *topic,
                        phrase: id,
                        range,
                    });
                }
            }
        }
        longest(found)
    }
}

/// Where a phrase may begin: at what can stand in a word, unless a letter or a digit is before it.
fn word_starts(folded: &str) -> impl Iterator<Item = usize> + '_ {
    let mut inside = false;
    folded.char_indices().filter_map(move |(at, c)| {
        let letter = c.is_alphanumeric();
        let starts = !inside && (letter || c == '_');
        inside = letter;
        starts.then_some(at)
    })
}

/// Drops matches that lie inside a longer one of the same list.
fn longest(mut found: Vec<Match>) -> Vec<Match> {
    found.sort_by(|a, b| {
        (a.topic, a.range.start, b.range.end, a.phrase).cmp(&(
            b.topic,
            b.range.start,
            a.range.end,
            b.phrase,
        ))
    });
    let mut kept: Vec<Match> = Vec::with_capacity(found.len());
    for one in found {
        let inside = kept
            .last()
            .is_some_and(|last| last.topic == one.topic && one.range.start < last.range.end);
        if !inside {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| (one.range.start, one.range.end, one.topic, one.phrase));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_overlap_but_a_list_does_not_overlap_itself() {
        let lexicon = Lexicon::new([
            (
                "mens.general",
                vec!["intentional*", "committed intentionally"],
            ),
            ("mens.other", vec!["intentionally"]),
        ])
        .unwrap();
        let text = "when committed intentionally";
        let found: Vec<_> = lexicon
            .scan(text)
            .into_iter()
            .map(|one| (lexicon.name(one.topic).to_owned(), &text[one.range]))
            .collect();
        assert_eq!(
            found,
            [
                ("mens.general".to_owned(), "committed intentionally"),
                ("mens.other".to_owned(), "intentionally"),
            ]
        );
        assert!(lexicon.is_under(TopicId(0), "mens"));
        assert!(!lexicon.is_under(TopicId(0), "men"));
    }
}
