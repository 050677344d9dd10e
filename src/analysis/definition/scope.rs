//! How far a definition reaches.

use super::cursor::word_end;
use crate::model::{Instrument, Place, RecordId, UnitId};

/// The extent of a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scope {
    /// What it covers.
    pub extent: Extent,
    /// The record that the definition stands in.
    pub record: RecordId,
    /// The division, where it covers one: a unit of record 0.
    pub division: Option<UnitId>,
}

/// What a definition covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// The whole instrument.
    Instrument,
    /// The annex, protocol or note that it stands in.
    Component,
    /// The part.
    Part,
    /// The title.
    Title,
    /// The chapter.
    Chapter,
    /// The section.
    Section,
    /// The article.
    Article,
    /// A paragraph of the article.
    Paragraph,
}

impl Extent {
    /// The word used in tables and lint files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Instrument => "instrument",
            Self::Component => "component",
            Self::Part => "part",
            Self::Title => "title",
            Self::Chapter => "chapter",
            Self::Section => "section",
            Self::Article => "article",
            Self::Paragraph => "paragraph",
        }
    }

    const fn division(self) -> bool {
        matches!(
            self,
            Self::Part | Self::Title | Self::Chapter | Self::Section
        )
    }
}

impl Scope {
    /// The scope of a definition in `record`, by the words that state it, if any.
    #[must_use]
    pub fn new(instrument: &Instrument, record: RecordId, stated: Option<Extent>) -> Self {
        let component = instrument.record(record).component.as_str();
        let own = !matches!(component, "body" | "preamble" | "testimonium" | "-");
        let mut extent = match stated {
            Some(Extent::Component) if !own => Extent::Instrument,
            Some(extent) => extent,
            None if own => Extent::Component,
            None => Extent::Instrument,
        };
        // "For the purposes of this Protocol" in a protocol of a convention.
        if stated == Some(Extent::Instrument) && own && component.starts_with("protocol") {
            extent = Extent::Component;
        }
        let division = extent
            .division()
            .then(|| instrument.division_of_type(record, extent.as_str()))
            .flatten();
        if extent.division() && division.is_none() {
            extent = if own {
                Extent::Component
            } else {
                Extent::Instrument
            };
        }
        Self {
            extent,
            record,
            division,
        }
    }

    /// Whether a place lies in it. A paragraph is taken for its article: "for the purpose of
    /// paragraph 2 above" stands in another one.
    #[must_use]
    pub fn holds(&self, instrument: &Instrument, place: Place) -> bool {
        match self.extent {
            Extent::Instrument => true,
            Extent::Component => {
                instrument.record(place.record).component
                    == instrument.record(self.record).component
            }
            Extent::Article | Extent::Paragraph => place.record == self.record,
            Extent::Part | Extent::Title | Extent::Chapter | Extent::Section => self
                .division
                .is_some_and(|division| instrument.is_in(place.record, division)),
        }
    }

    /// Whether two definitions with these scopes speak to the same provisions on the same level.
    /// An article that departs from the instrument's definition states an exception.
    #[must_use]
    pub fn rivals(&self, instrument: &Instrument, other: &Self) -> bool {
        if self.extent != other.extent {
            return false;
        }
        match self.extent {
            Extent::Instrument => true,
            Extent::Component => {
                instrument.record(self.record).component
                    == instrument.record(other.record).component
            }
            Extent::Article => self.record == other.record,
            Extent::Paragraph => false,
            _ => self.division == other.division,
        }
    }
}

/// The extent that a run of folded words states: "for the purposes of this article".
pub(super) fn stated(folded: &str) -> Option<(Extent, std::ops::Range<usize>)> {
    const UNITS: &[(&str, Extent)] = &[
        ("article", Extent::Article),
        ("paragraph", Extent::Paragraph),
        ("subparagraph", Extent::Paragraph),
        ("sub-paragraph", Extent::Paragraph),
        ("section", Extent::Section),
        ("chapter", Extent::Chapter),
        ("part", Extent::Part),
        ("title", Extent::Title),
        ("annex", Extent::Component),
        ("appendix", Extent::Component),
        ("schedule", Extent::Component),
        ("protocol", Extent::Instrument),
        ("convention", Extent::Instrument),
        ("agreement", Extent::Instrument),
        ("treaty", Extent::Instrument),
        ("covenant", Extent::Instrument),
        ("charter", Extent::Instrument),
        ("statute", Extent::Instrument),
        ("constitution", Extent::Instrument),
        ("regulation", Extent::Instrument),
        ("directive", Extent::Instrument),
        ("act", Extent::Instrument),
        ("paragraphe", Extent::Paragraph),
        ("chapitre", Extent::Chapter),
        ("partie", Extent::Part),
        ("titre", Extent::Title),
        ("annexe", Extent::Component),
        ("protocole", Extent::Instrument),
        ("accord", Extent::Instrument),
        ("traité", Extent::Instrument),
    ];
    const POINTERS: &[&str] = &[
        "this",
        "present",
        "présent",
        "présente",
        "cet",
        "cette",
        "ce",
        "of",
        "in",
    ];
    let mut last = "";
    let mut begun = None;
    let mut next = word_from(folded, 0);
    while let Some(offset) = next {
        let end = word_end(folded, offset).max(offset + 1);
        let word = &folded[offset..end];
        next = word_from(folded, end);
        if matches!(
            word,
            "for" | "in" | "as" | "within" | "pour" | "aux" | "au" | "dans" | "under"
        ) {
            begun = Some(offset);
        }
        if POINTERS.contains(&last)
            && let Some((_, extent)) = UNITS.iter().find(|(unit, _)| *unit == word)
        {
            // "of article 3" and "in paragraph 2" point at a numbered unit.
            let numbered =
                next.is_some_and(|at| folded[at..].starts_with(|c: char| c.is_ascii_digit()));
            let extent = match (last, extent) {
                ("of" | "in", Extent::Article | Extent::Paragraph) if numbered => *extent,
                ("of" | "in", _) => {
                    last = word;
                    continue;
                }
                // "paragraph 2 of this Article" is about the article: read on.
                (_, extent) => *extent,
            };
            let start = begun.unwrap_or(offset);
            return Some((extent, start..offset + word.len()));
        }
        last = word;
    }
    None
}

/// Where the first word at or after `at` begins.
fn word_from(folded: &str, at: usize) -> Option<usize> {
    let rest = &folded[at..];
    rest.find(char::is_alphanumeric).map(|offset| at + offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_read_from_their_words() {
        let extent = |text: &str| stated(text).map(|(extent, _)| extent);
        assert_eq!(
            extent("for the purposes of this convention:"),
            Some(Extent::Instrument)
        );
        assert_eq!(
            extent("for the purpose of the present article,"),
            Some(Extent::Article)
        );
        assert_eq!(extent("as used in this chapter"), Some(Extent::Chapter));
        assert_eq!(
            extent("for the purpose of paragraph 2 above"),
            Some(Extent::Paragraph)
        );
        assert_eq!(
            extent("aux fins du présent accord"),
            Some(Extent::Instrument)
        );
        assert_eq!(extent("unless the context otherwise requires"), None);
        assert_eq!(extent("in part"), None);
    }
}
