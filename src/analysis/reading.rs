//! An instrument, read: every text folded, cut into sentences and scanned once.
//!
//! All later facts are taken from here, so no text is folded or scanned twice, and a fact can always
//! say which words it rests on.

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use super::cut::sentences;
use super::{Folded, Lexicon, TopicId};
use crate::model::{Instrument, Part, Place, Record, RecordId, UnitId};

/// A text of the instrument, read.
#[derive(Debug)]
pub struct ReadText {
    /// The whole text.
    pub place: Place,
    /// The folded text.
    pub folded: Folded,
    /// Sentences, as bytes of the decoded text.
    pub sentences: Vec<Range<usize>>,
    /// Phrases of the lexicon, in order.
    pub hits: Vec<Hit>,
}

/// A phrase of the lexicon at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The list it is in.
    pub topic: TopicId,
    /// The phrase, as an index into [`Lexicon::phrase`].
    pub phrase: u32,
    /// The words.
    pub place: Place,
}

/// An instrument and everything that scanning its texts found.
#[derive(Debug)]
pub struct Reading<'i> {
    /// The instrument.
    pub instrument: &'i Instrument,
    /// The lexicon that was scanned for.
    pub lexicon: &'i Lexicon,
    texts: Vec<ReadText>,
    index: HashMap<(RecordId, UnitId, Part), usize>,
}

impl<'i> Reading<'i> {
    /// Reads every text of an instrument, records in parallel.
    #[must_use]
    pub fn new(instrument: &'i Instrument, lexicon: &'i Lexicon) -> Self {
        let texts: Vec<ReadText> = instrument
            .records
            .par_iter()
            .enumerate()
            .flat_map_iter(|(at, record)| {
                let id = RecordId(u32::try_from(at).unwrap_or(u32::MAX));
                read(id, record, lexicon)
            })
            .collect();
        let index = texts
            .iter()
            .enumerate()
            .map(|(at, text)| ((text.place.record, text.place.unit, text.place.part), at))
            .collect();
        Self {
            instrument,
            lexicon,
            texts,
            index,
        }
    }

    /// Every text, in the order of the instrument.
    #[must_use]
    pub fn texts(&self) -> &[ReadText] {
        &self.texts
    }

    /// The text that a place lies in.
    #[must_use]
    pub fn text(&self, place: Place) -> Option<&ReadText> {
        self.text_of(place.record, place.unit, place.part)
    }

    /// A part of a unit, read.
    #[must_use]
    pub fn text_of(&self, record: RecordId, unit: UnitId, part: Part) -> Option<&ReadText> {
        self.index
            .get(&(record, unit, part))
            .map(|at| &self.texts[*at])
    }

    /// The words at a place, as printed.
    #[must_use]
    pub fn words(&self, place: Place) -> &'i str {
        self.instrument.words(place)
    }

    /// The folded words at a place.
    #[must_use]
    pub fn folded(&self, place: Place) -> &str {
        self.text(place).map_or("", |text| {
            let range =
                text.folded.folded(place.start as usize)..text.folded.folded(place.end as usize);
            text.folded.as_str().get(range).unwrap_or_default()
        })
    }

    /// The phrases of `topic` (a list, or a group such as `mental-element`) inside a place.
    pub fn hits<'r>(&'r self, place: Place, topic: &'r str) -> impl Iterator<Item = &'r Hit> {
        // Hits stand in order, so that a text full of them is not gone through for every place.
        self.text(place)
            .into_iter()
            .flat_map(move |text| {
                let first = text
                    .hits
                    .partition_point(|hit| hit.place.start < place.start);
                text.hits[first..].iter()
            })
            .take_while(move |hit| hit.place.start < place.end)
            .filter(move |hit| place.contains(hit.place))
            .filter(move |hit| self.lexicon.is_under(hit.topic, topic))
    }

    /// The sentence around a place; the whole text if it runs over several.
    #[must_use]
    pub fn sentence(&self, place: Place) -> Place {
        let Some(text) = self.text(place) else {
            return place;
        };
        let (start, end) = (place.start as usize, place.end as usize);
        let at = text.sentences.partition_point(|range| range.end < end);
        let found = text.sentences.get(at);
        found
            .filter(|range| range.start <= start && end <= range.end)
            .map_or(text.place, |range| place.narrow(range.clone()))
    }
}

impl ReadText {
    /// A place in this text, from a range of folded bytes.
    #[must_use]
    pub fn place_of(&self, folded: Range<usize>, original: &str) -> Place {
        self.place.narrow(self.folded.original(folded, original))
    }

    /// The sentences as places.
    pub fn sentence_places(&self) -> impl DoubleEndedIterator<Item = Place> {
        self.sentences
            .iter()
            .map(|range| self.place.narrow(range.clone()))
    }
}

fn read<'r>(
    id: RecordId,
    record: &'r Record,
    lexicon: &'r Lexicon,
) -> impl Iterator<Item = ReadText> + 'r {
    record.units().flat_map(move |(unit, _)| {
        [Part::Heading, Part::Text, Part::Tail]
            .into_iter()
            .filter_map(move |part| {
                let text = record.str(record.part(unit, part)?);
                let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
                let place = Place {
                    record: id,
                    unit,
                    part,
                    start: 0,
                    end,
                };
                let folded = Folded::new(text);
                let hits = lexicon
                    .scan(folded.as_str())
                    .into_iter()
                    .map(|found| Hit {
                        topic: found.topic,
                        phrase: found.phrase,
                        place: place.narrow(folded.original(found.range, text)),
                    })
                    .collect();
                Some(ReadText {
                    place,
                    sentences: sentences(text),
                    folded,
                    hits,
                })
            })
    })
}
