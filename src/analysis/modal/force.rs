//! What a modal does: bind, forbid, allow, free, recommend.

use std::ops::Range;

macro_rules! words {
    ($(#[$meta:meta])* $type:ident, $($variant:ident $word:literal $doc:literal),+ $(,)?) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $type { $(#[doc = $doc] $variant),+ }

        impl $type {
            /// The word used in tables and lint files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

words! {
    /// A modal verb.
    Word,
    Shall "shall" "shall",
    May "may" "may; peut",
    Must "must" "must; doit, est tenu de",
    Should "should" "should",
    Will "will" "will",
    IsTo "is-to" "is to, are to",
    Can "can" "can, cannot",
}

words! {
    /// What a modal does.
    Modality,
    Duty "duty" "It binds.",
    Prohibition "prohibition" "It forbids.",
    Permission "permission" "It allows.",
    NoDuty "no-duty" "It frees from a duty: shall not be obliged to.",
    Recommendation "recommendation" "It recommends.",
    Futurity "futurity" "It foretells.",
    Constitutive "constitutive" "It makes something so: shall mean, shall enter into force.",
}

/// A modal verb in folded bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The modal.
    pub(super) word: Range<usize>,
    /// Which it is.
    pub(super) which: Word,
    /// "not" or its like right behind it.
    pub(super) not: bool,
    /// The verb; empty if nothing follows.
    pub(super) verb: Range<usize>,
    /// It stands in a main clause.
    pub(super) main: bool,
}

/// Verbs after "shall" that lay down what is so and ask nothing of anybody.
const CONSTITUTIVE: &[&str] = &[
    "mean",
    "include",
    "denote",
    "signify",
    "be understood",
    "be deemed",
    "be construed",
    "be interpreted",
    "have the meaning",
    "have the same meaning",
    "have the meanings",
    "enter into force",
    "come into force",
    "enter into effect",
    "take effect",
    "remain in force",
    "cease to",
    "be known",
    "be called",
];

/// Words that make a negated duty a freedom.
const BOUND: &[&str] = &["obliged", "required", "bound", "obligated", "compelled"];

/// Words that make a duty of others a permission.
const ENTITLED: &[&str] = &[
    "be entitled",
    "have the right",
    "be free to",
    "be permitted",
    "be allowed",
    "be at liberty",
];

/// The force of a modal, and whether it is negated. `subject` is the run before it.
pub(super) fn of(text: &str, modal: &Found, subject: &Range<usize>) -> (Modality, bool) {
    let before = &text[subject.clone()];
    let head = before.rsplit(',').next().unwrap_or_default().trim_start();
    let nobody = [
        "no ", "nothing ", "neither ", "none ", "nobody ", "nul ", "aucun", "rien ",
    ]
    .iter()
    .any(|word| head.starts_with(word));
    let french = before.ends_with(" ne ") || before.ends_with("n'");
    let negated = modal.not || nobody || french;
    let verb = &text[modal.verb.clone()];
    let rest = &text[modal.verb.start..];
    let word = &text[modal.word.clone()];
    let freed = word.starts_with("need")
        || word.ends_with("tenu")
        || word.contains("tenu")
        || BOUND.iter().any(|bound| verb.contains(bound));
    let force = match modal.which {
        Word::Should => Modality::Recommendation,
        Word::Will => Modality::Futurity,
        _ if negated && freed => Modality::NoDuty,
        Word::May | Word::Can if negated => Modality::Prohibition,
        Word::May | Word::Can => Modality::Permission,
        _ if negated => Modality::Prohibition,
        Word::Shall if starts_any(rest, CONSTITUTIVE) => Modality::Constitutive,
        _ if starts_any(rest, ENTITLED) => Modality::Permission,
        _ => Modality::Duty,
    };
    (force, negated)
}

fn starts_any(rest: &str, choices: &[&str]) -> bool {
    choices.iter().any(|words| {
        rest.strip_prefix(words)
            .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    })
}
