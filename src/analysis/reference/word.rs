//! The closed vocabulary of citations, English and French.
//!
//! The two languages share no word that means different things here, so one table serves both.

/// A level that citations name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitedUnit {
    /// A convention, agreement, protocol … as a whole.
    Instrument,
    /// An annex.
    Annex,
    /// A protocol that is a component of the instrument.
    Protocol,
    /// A schedule.
    Schedule,
    /// An appendix.
    Appendix,
    /// A part.
    Part,
    /// A title.
    Title,
    /// A chapter.
    Chapter,
    /// A section.
    Section,
    /// An article.
    Article,
    /// A paragraph.
    Paragraph,
    /// A subparagraph.
    Subparagraph,
    /// A point, item or clause.
    Point,
    /// A sentence or an indent: below what records number.
    Sentence,
}

impl CitedUnit {
    /// The word of the relation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Instrument => "instrument",
            Self::Annex => "annex",
            Self::Protocol => "protocol",
            Self::Schedule => "schedule",
            Self::Appendix => "appendix",
            Self::Part => "part",
            Self::Title => "title",
            Self::Chapter => "chapter",
            Self::Section => "section",
            Self::Article => "article",
            Self::Paragraph => "paragraph",
            Self::Subparagraph => "subparagraph",
            Self::Point => "point",
            Self::Sentence => "sentence",
        }
    }

    /// How high it stands; a smaller number holds a larger one.
    pub(super) const fn rank(self) -> u8 {
        match self {
            Self::Instrument => 0,
            Self::Annex | Self::Protocol | Self::Schedule => 1,
            Self::Appendix => 2,
            Self::Part => 3,
            Self::Title => 4,
            Self::Chapter => 5,
            Self::Section => 6,
            Self::Article => 7,
            Self::Paragraph => 8,
            Self::Subparagraph => 9,
            Self::Point => 10,
            Self::Sentence => 11,
        }
    }

    /// Whether it is a component of an instrument.
    pub(super) const fn is_component(self) -> bool {
        matches!(
            self,
            Self::Annex | Self::Protocol | Self::Schedule | Self::Appendix
        )
    }

    /// Whether it is a division: what holds articles.
    pub(super) const fn is_division(self) -> bool {
        matches!(
            self,
            Self::Part | Self::Title | Self::Chapter | Self::Section
        )
    }

    /// Whether an everyday noun is spelled like it, so that without a number only a capital tells.
    pub(super) const fn is_everyday(self) -> bool {
        matches!(
            self,
            Self::Part
                | Self::Title
                | Self::Point
                | Self::Sentence
                | Self::Schedule
                | Self::Protocol
        )
    }
}

/// The level that a word names, and whether it is a plural.
pub(super) fn unit(word: &str) -> Option<(CitedUnit, bool)> {
    use CitedUnit as U;
    Some(match word {
        "article" | "art" => (U::Article, false),
        "articles" | "arts" => (U::Article, true),
        "paragraph" | "para" | "paragraphe" | "par" => (U::Paragraph, false),
        "paragraphs" | "paras" | "paragraphes" => (U::Paragraph, true),
        "subparagraph" | "sub-paragraph" | "subpara" | "sub-para" | "alinéa" => {
            (U::Subparagraph, false)
        }
        "subparagraphs" | "sub-paragraphs" | "subparas" | "sub-paras" | "alinéas" => {
            (U::Subparagraph, true)
        }
        "point" | "item" | "clause" | "letter" | "lettre" | "litt" | "lit" | "sub-clause"
        | "subclause" | "sub-point" | "subpoint" => (U::Point, false),
        "points" | "items" | "clauses" | "letters" | "lettres" | "sub-clauses" => (U::Point, true),
        "sentence" | "indent" | "phrase" | "tiret" => (U::Sentence, false),
        "sentences" | "indents" | "tirets" => (U::Sentence, true),
        "chapter" | "chapitre" => (U::Chapter, false),
        "chapters" | "chapitres" => (U::Chapter, true),
        "section" => (U::Section, false),
        "sections" => (U::Section, true),
        "part" | "partie" => (U::Part, false),
        "parts" => (U::Part, true),
        "title" | "titre" => (U::Title, false),
        "titles" | "titres" => (U::Title, true),
        "annex" | "annexe" => (U::Annex, false),
        "annexes" => (U::Annex, true),
        "appendix" | "appendice" => (U::Appendix, false),
        "appendices" => (U::Appendix, true),
        "schedule" => (U::Schedule, false),
        "schedules" => (U::Schedule, true),
        "protocol" | "protocole" => (U::Protocol, false),
        "protocols" | "protocoles" => (U::Protocol, true),
        _ => return None,
    })
}

/// Nouns that name an instrument as a whole.
const INSTRUMENTS: [&str; 44] = [
    "convention",
    "conventions",
    "agreement",
    "agreements",
    "treaty",
    "treaties",
    "protocol",
    "protocols",
    "covenant",
    "covenants",
    "charter",
    "statute",
    "constitution",
    "regulation",
    "regulations",
    "directive",
    "decision",
    "act",
    "code",
    "pact",
    "accord",
    "memorandum",
    "arrangement",
    "arrangements",
    "declaration",
    "instrument",
    "understanding",
    "rules",
    "law",
    "traité",
    "protocole",
    "charte",
    "statut",
    "pacte",
    "règlement",
    "décision",
    "loi",
    "arrangement",
    "déclaration",
    "mou",
    "order",
    "resolution",
    "concordat",
    "final",
];

/// Whether a word names instruments as a whole.
pub(super) fn is_instrument(word: &str) -> bool {
    INSTRUMENTS.contains(&word) && word != "final"
}

/// Whether such a word is as often an ordinary noun, so that only a capital tells.
pub(super) fn is_ordinary(word: &str) -> bool {
    matches!(
        word,
        "act"
            | "code"
            | "decision"
            | "declaration"
            | "rules"
            | "law"
            | "order"
            | "resolution"
            | "understanding"
            | "loi"
            | "décision"
            | "déclaration"
            | "regulation"
            | "regulations"
            | "arrangement"
            | "arrangements"
            | "instrument"
            | "accord"
            | "constitution"
            | "directive"
    )
}

/// `this`, `the present`.
pub(super) const THIS: [&str; 8] = [
    "this",
    "these",
    "present",
    "présent",
    "présente",
    "présents",
    "présentes",
    "actuel",
];

/// `that`, `the said`, `the same`: what was named before.
pub(super) const THAT: [&str; 21] = [
    "that",
    "those",
    "said",
    "same",
    "such",
    "aforementioned",
    "aforesaid",
    "latter",
    "cet",
    "cette",
    "ce",
    "ces",
    "ledit",
    "ladite",
    "dudit",
    "lesdits",
    "même",
    "mêmes",
    "its",
    "their",
    "susdit",
];

/// `the preceding paragraph`.
pub(super) const BEFORE: [&str; 7] = [
    "preceding",
    "foregoing",
    "previous",
    "précédent",
    "précédente",
    "précédents",
    "above",
];

/// Articles and what French merges with them; skipped.
pub(super) const THE: [&str; 9] = ["the", "le", "la", "les", "l", "du", "des", "au", "aux"];

/// Words that lead from a part to the whole.
pub(super) const OF: [&str; 12] = [
    "of", "to", "in", "under", "de", "du", "des", "d", "à", "au", "aux", "dans",
];

/// Words that join the members of a list.
pub(super) const AND: [&str; 5] = ["and", "or", "et", "ou", "nor"];

/// Words that join the ends of a range.
pub(super) const TO: [&str; 3] = ["to", "through", "à"];

/// Nouns of measure: a number before one is no label.
const MEASURES: [&str; 60] = [
    "day",
    "days",
    "month",
    "months",
    "year",
    "years",
    "hour",
    "hours",
    "week",
    "weeks",
    "minutes",
    "per",
    "percent",
    "members",
    "states",
    "parties",
    "copies",
    "originals",
    "euro",
    "euros",
    "dollars",
    "francs",
    "persons",
    "votes",
    "seats",
    "kilometres",
    "kilometers",
    "metres",
    "meters",
    "miles",
    "tons",
    "tonnes",
    "kg",
    "km",
    "m",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "jours",
];

/// Whether a number before this word counts or dates something. `May` is a month only with a
/// capital.
pub(super) fn is_measure(word: &str, capital: bool) -> bool {
    MEASURES.contains(&word) && (word != "may" || capital)
}

/// Words that commonly follow a citation. After a comma a bare number continues a list only if one
/// of them, or a mark, comes next.
pub(super) const AFTER: [&str; 70] = [
    "and",
    "or",
    "of",
    "to",
    "shall",
    "may",
    "is",
    "are",
    "apply",
    "applies",
    "above",
    "below",
    "in",
    "the",
    "for",
    "with",
    "on",
    "by",
    "as",
    "when",
    "if",
    "where",
    "which",
    "that",
    "who",
    "do",
    "does",
    "have",
    "has",
    "can",
    "cannot",
    "must",
    "should",
    "will",
    "would",
    "until",
    "unless",
    "from",
    "at",
    "mutatis",
    "not",
    "also",
    "only",
    "hereof",
    "thereof",
    "paragraph",
    "paragraphs",
    "subparagraph",
    "sub-paragraph",
    "point",
    "inclusive",
    "respectively",
    "relating",
    "concerning",
    "through",
    "this",
    "et",
    "ou",
    "de",
    "du",
    "des",
    "à",
    "ci",
    "est",
    "sont",
    "le",
    "la",
    "les",
    "paragraphe",
    "paragraphes",
];

/// The value of an ordinal word; `None` if it is none.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    Some(match word {
        "first" | "premier" | "première" | "premiers" => 1,
        "second" | "deuxième" | "seconde" => 2,
        "third" | "troisième" => 3,
        "fourth" | "quatrième" => 4,
        "fifth" | "cinquième" => 5,
        "sixth" | "sixième" => 6,
        "seventh" | "septième" => 7,
        "eighth" | "huitième" => 8,
        "ninth" | "neuvième" => 9,
        "tenth" | "dixième" => 10,
        _ => return None,
    })
}
