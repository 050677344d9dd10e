//! A lint as its file says it, before any name in it is resolved.
//!
//! Every word keeps the bytes it came from, so that whatever does not resolve later can be pointed
//! at.

use crate::diagnostic::{Confidence, Severity};
use crate::text::Span;

/// A value and the bytes it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spanned<T> {
    pub(super) value: T,
    pub(super) span: Span,
}

/// A word and its bytes.
pub(super) type Word = Spanned<String>;

/// A lint without its prose.
#[derive(Debug, Clone)]
pub(super) struct LintForm {
    pub(super) id: Word,
    pub(super) aliases: Vec<String>,
    pub(super) summary: String,
    pub(super) since: String,
    pub(super) preview: bool,
    pub(super) off: bool,
    pub(super) tags: Vec<String>,
    /// It judges the whole instrument, and has nothing to say of a part of one.
    pub(super) whole: bool,
    pub(super) detector: DetectorForm,
    pub(super) outcomes: Vec<OutcomeForm>,
    pub(super) labels: Vec<(Word, Word)>,
    pub(super) identity: Vec<Word>,
    pub(super) help: Option<Word>,
}

/// An outcome.
#[derive(Debug, Clone)]
pub(super) struct OutcomeForm {
    pub(super) when: Vec<ConditionForm>,
    pub(super) partners: Vec<PartnerForm>,
    /// `None` where nothing is said after all.
    pub(super) says: Option<SaysForm>,
}

/// What an outcome says.
#[derive(Debug, Clone)]
pub(super) struct SaysForm {
    pub(super) severity: Severity,
    pub(super) confidence: Confidence,
    pub(super) message: Word,
    pub(super) notes: Vec<Word>,
    pub(super) help: Option<Word>,
}

/// What a column must be.
#[derive(Debug, Clone)]
pub(super) struct ConditionForm {
    pub(super) column: Word,
    pub(super) tests: Vec<TestForm>,
}

/// One thing that is asked of a column.
#[derive(Debug, Clone)]
pub(super) enum TestForm {
    /// It is, or holds, one of these.
    Any(Vec<String>),
    /// It is, and holds, none of these.
    Not(Vec<String>),
    /// It holds all of these.
    All(Vec<String>),
    /// It is a number, or a list of as many, not below this.
    Min(i64),
    /// It is a number, or a list of as many, not above this.
    Max(i64),
    /// It has a value or words, or has not.
    Present(bool),
    /// Its words hold a phrase of one of these lists.
    Lexicon(Vec<Word>),
    /// It has the value of another column.
    SameAs(Word),
    /// It has not the value of another column.
    DiffersFrom(Word),
}

/// Phrases to look for: inline, or lists of the lexicon.
#[derive(Debug, Clone)]
pub(super) enum WordsForm {
    /// Phrases in English.
    Inline(Vec<Word>),
    /// Names of lists (`hedge.weak`) or of groups of them (`hedge`).
    Lexicon(Vec<Word>),
}

/// A detector.
#[derive(Debug, Clone)]
pub(super) struct DetectorForm {
    pub(super) main: MainForm,
    pub(super) inside: Option<InsideForm>,
    pub(super) conditions: Vec<ConditionForm>,
    pub(super) partners: Vec<PartnerForm>,
    pub(super) count: Option<CountForm>,
    /// How near it must find something where it stands inside another.
    pub(super) on: Option<Word>,
}

/// What a detector is.
#[derive(Debug, Clone)]
pub(super) enum MainForm {
    /// Rows of a relation.
    Fact(Word),
    /// Words.
    Phrase(WordsForm),
    /// Two phrases near each other.
    Pair {
        first: WordsForm,
        second: WordsForm,
        within: Option<Word>,
        any_order: bool,
        gap: Option<u32>,
    },
    /// Rows that differ from the majority.
    ConsistentFact {
        relation: Word,
        column: Word,
        per: Option<Word>,
        /// In per cent.
        majority: u32,
        min: u32,
    },
    /// Words of the rarer of several variants.
    ConsistentWords {
        variants: Vec<(Word, WordsForm)>,
        per: Option<Word>,
    },
    /// Too many or too few finds.
    Count {
        of: Box<DetectorForm>,
        count: CountForm,
    },
    /// Places in which something is missing.
    Absent {
        what: Box<DetectorForm>,
        from: Option<Word>,
        at: Option<Word>,
    },
    /// Differences between two drafts.
    Change {
        relation: Word,
        how: Vec<Word>,
        before: Vec<ConditionForm>,
    },
    /// What the first finds where the others find something too (`true`) or nothing (`false`).
    All {
        first: Box<DetectorForm>,
        others: Vec<(bool, DetectorForm)>,
    },
    /// What any finds.
    Any(Vec<DetectorForm>),
    /// What a rule written in the program finds.
    Analysis(Word),
}

/// Where in an instrument a detector looks.
#[derive(Debug, Clone, Default)]
pub(super) struct InsideForm {
    pub(super) kinds: Vec<Word>,
    pub(super) not_kinds: Vec<Word>,
    pub(super) parts: Vec<Word>,
    pub(super) components: Vec<Word>,
    pub(super) profiles: Vec<Word>,
    pub(super) styles: Vec<Word>,
    pub(super) languages: Vec<Word>,
}

/// Another detector, and how its finds stand to those of this one.
#[derive(Debug, Clone)]
pub(super) struct PartnerForm {
    /// Whether it must find something, or must not.
    pub(super) wanted: bool,
    pub(super) detector: DetectorForm,
    /// Own column, column of the other: equal in both.
    pub(super) same: Vec<(Word, Word)>,
    pub(super) side: Option<Word>,
    pub(super) gap: Option<u32>,
}

/// How many there must be.
#[derive(Debug, Clone)]
pub(super) struct CountForm {
    pub(super) per: Option<Word>,
    pub(super) min: Option<u32>,
    pub(super) max: Option<u32>,
    /// The bounds hold for so many words of what is counted over.
    pub(super) words: Option<u32>,
}
