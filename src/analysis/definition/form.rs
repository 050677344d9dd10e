//! The verbs that define, and what each makes of the definition.

use super::cursor::eat;

/// How a definition defines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Closed: the definiens is the whole meaning.
    Means,
    /// Open: the definiens adds to the ordinary meaning.
    Includes,
    /// Closed, with things that are counted in.
    MeansAndIncludes,
    /// One expression stands for another.
    RefersTo,
    /// A fiction: something is treated as if it were.
    Deemed,
    /// The meaning stands elsewhere.
    ByReference,
    /// A short name, given where the long one stands.
    Hereinafter,
}

impl Form {
    /// The word used in tables and lint files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Means => "means",
            Self::Includes => "includes",
            Self::MeansAndIncludes => "means-and-includes",
            Self::RefersTo => "refers-to",
            Self::Deemed => "deemed",
            Self::ByReference => "by-reference",
            Self::Hereinafter => "hereinafter",
        }
    }

    /// Whether the entry alone says what the term means, so that a second one contradicts it.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Means | Self::MeansAndIncludes)
    }
}

/// Verbs, the longer ones of a common beginning first.
const VERBS: &[(&str, Form)] = &[
    ("means and includes", Form::MeansAndIncludes),
    ("mean and include", Form::MeansAndIncludes),
    ("means or includes", Form::MeansAndIncludes),
    ("shall mean and include", Form::MeansAndIncludes),
    ("shall mean", Form::Means),
    ("shall respectively mean", Form::Means),
    ("shall hereinafter mean", Form::Means),
    ("shall be understood by reference", Form::ByReference),
    ("shall be understood", Form::Means),
    ("is understood to mean", Form::Means),
    ("is to be understood", Form::Means),
    ("shall be defined", Form::Means),
    ("shall be taken to mean", Form::Means),
    ("shall be construed as meaning", Form::Means),
    ("shall be construed as including", Form::Includes),
    ("shall be construed to include", Form::Includes),
    ("shall be construed", Form::Deemed),
    ("shall be interpreted", Form::Deemed),
    ("shall be deemed to include", Form::Includes),
    ("shall be deemed", Form::Deemed),
    ("shall be considered", Form::Deemed),
    ("shall be regarded", Form::Deemed),
    ("shall be treated", Form::Deemed),
    ("shall not be deemed", Form::Deemed),
    ("shall not be construed", Form::Deemed),
    ("shall not include", Form::Includes),
    ("shall also include", Form::Includes),
    ("shall in any case include", Form::Includes),
    ("shall include", Form::Includes),
    ("shall comprise", Form::Includes),
    ("shall cover", Form::Includes),
    ("shall extend to", Form::Includes),
    ("shall designate", Form::Means),
    ("shall denote", Form::Means),
    ("shall signify", Form::Means),
    ("shall refer to", Form::RefersTo),
    ("shall apply to", Form::RefersTo),
    ("shall have the same meaning", Form::ByReference),
    ("shall have the meaning", Form::ByReference),
    ("shall have the meanings", Form::ByReference),
    ("has the same meaning", Form::ByReference),
    ("has the meaning", Form::ByReference),
    ("have the same meaning", Form::ByReference),
    ("have the same meanings", Form::ByReference),
    ("have the meaning", Form::ByReference),
    ("have the meanings", Form::ByReference),
    ("respectively mean", Form::Means),
    ("also means", Form::Includes),
    ("also includes", Form::Includes),
    ("does not include", Form::Includes),
    ("do not include", Form::Includes),
    ("is defined", Form::Means),
    ("are defined", Form::Means),
    ("is meant", Form::Means),
    ("means", Form::Means),
    ("mean", Form::Means),
    ("signifies", Form::Means),
    ("signify", Form::Means),
    ("denotes", Form::Means),
    ("denote", Form::Means),
    ("designates", Form::Means),
    ("designate", Form::Means),
    ("includes", Form::Includes),
    ("include", Form::Includes),
    ("comprises", Form::Includes),
    ("comprise", Form::Includes),
    ("covers", Form::Includes),
    ("extends to", Form::Includes),
    ("refers to", Form::RefersTo),
    ("refer to", Form::RefersTo),
    ("applies to", Form::RefersTo),
    ("apply to", Form::RefersTo),
    ("is deemed", Form::Deemed),
    ("are deemed", Form::Deemed),
    ("désigne", Form::Means),
    ("désignent", Form::Means),
    ("signifie", Form::Means),
    ("signifient", Form::Means),
    ("s'entend", Form::Means),
    ("s'entendent", Form::Means),
    ("on entend", Form::Means),
    ("il faut entendre", Form::Means),
    ("comprend", Form::Includes),
    ("comprennent", Form::Includes),
    ("inclut", Form::Includes),
    ("incluent", Form::Includes),
    ("couvre", Form::Includes),
    ("vise", Form::RefersTo),
    ("visent", Form::RefersTo),
    ("s'applique", Form::RefersTo),
    ("est réputé", Form::Deemed),
    ("sont réputés", Form::Deemed),
    ("a le sens", Form::ByReference),
    ("a la signification", Form::ByReference),
    ("ont le sens", Form::ByReference),
    ("ont la signification", Form::ByReference),
];

/// Verbs that also say other things: they define only where the words before leave no doubt.
const WEAK: &[(&str, Form)] = &[
    ("is", Form::Means),
    ("are", Form::Means),
    ("est", Form::Means),
    ("sont", Form::Means),
];

/// The defining verb at `at` of a folded text: its end and form.
pub(super) fn verb(text: &str, at: usize) -> Option<(usize, Form)> {
    longest(text, at, VERBS)
}

/// The same, for verbs that define only in a list of definitions.
pub(super) fn weak_verb(text: &str, at: usize) -> Option<(usize, Form)> {
    longest(text, at, WEAK)
}

fn longest(text: &str, at: usize, verbs: &[(&str, Form)]) -> Option<(usize, Form)> {
    verbs
        .iter()
        .filter_map(|(words, form)| Some((eat(text, at, words)?, *form)))
        .max_by_key(|(end, _)| *end)
}
