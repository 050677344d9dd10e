//! The formats of the files that people write, and of what the program prints.
//!
//! Each format is a JSON Schema (draft 2020-12) in `schema/`, which editors read too. The schemas
//! are embedded, compiled on first use, and run on the spanned tree itself; every fault is an
//! ordinary finding on the key or value at fault. How a fault is worded is decided here, in the
//! words of the schema's own titles, so that editor and command line speak alike.

mod breach;
mod naming;
mod suggest;
mod validator;
mod wording;

use std::sync::OnceLock;

use crate::diagnostic::Diagnostic;
use crate::yaml::Tree;
use validator::Validator;

/// The id of the finding that a file does not fit its schema.
pub const VIOLATION: &str = "schema-violation";

/// No reader wants more faults of one file than this.
const MOST: usize = 100;

/// A format that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SchemaKind {
    /// `instrument.yaml`.
    Instrument,
    /// The record of an article.
    Provision,
    /// A lint file.
    Lint,
    /// A list of phrases that lints look for.
    Lexicon,
    /// A field of law: which lexicons, and which minimum of elements.
    Profile,
    /// `treatylint.yaml`.
    Config,
    /// What `check --format json` prints, version 1. JSON is YAML, so [`validate`] judges it too.
    Findings,
}

impl SchemaKind {
    /// Every format, in the order in which a reader meets them.
    pub const ALL: [Self; 7] = [
        Self::Instrument,
        Self::Provision,
        Self::Lint,
        Self::Lexicon,
        Self::Profile,
        Self::Config,
        Self::Findings,
    ];

    /// The name under which the schema is asked for.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Instrument => "instrument",
            Self::Provision => "provision",
            Self::Lint => "lint",
            Self::Lexicon => "lexicon",
            Self::Profile => "profile",
            Self::Config => "config",
            Self::Findings => "findings-v1",
        }
    }

    /// The format of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The text of the schema, as it lies in `schema/`.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::Instrument => include_str!("../schema/instrument.schema.json"),
            Self::Provision => include_str!("../schema/provision.schema.json"),
            Self::Lint => include_str!("../schema/lint.schema.json"),
            Self::Lexicon => include_str!("../schema/lexicon.schema.json"),
            Self::Profile => include_str!("../schema/profile.schema.json"),
            Self::Config => include_str!("../schema/config.schema.json"),
            Self::Findings => include_str!("../schema/findings-v1.schema.json"),
        }
    }

    /// The compiled schema. Compiling costs about a millisecond, so it waits for the first file.
    fn validator(self) -> &'static Validator {
        static COMPILED: [OnceLock<Validator>; SchemaKind::ALL.len()] =
            [const { OnceLock::new() }; SchemaKind::ALL.len()];
        COMPILED[self as usize].get_or_init(|| Validator::new(self.source()))
    }
}

/// The text of the schema of a name (`provision`), as it lies in `schema/`.
#[must_use]
pub fn source(name: &str) -> Option<&'static str> {
    SchemaKind::from_name(name).map(SchemaKind::source)
}

/// The names of all schemas.
pub fn names() -> impl Iterator<Item = &'static str> {
    SchemaKind::ALL.into_iter().map(SchemaKind::name)
}

/// Compiles a schema before a file asks for it, so that it can be done beside other work.
pub fn prepare(kind: SchemaKind) {
    kind.validator();
}

/// The faults of a file against its schema, in the order of the file; none if it fits. Of a file
/// with more than a hundred, the last one shown says that there are more.
#[must_use]
pub fn validate(kind: SchemaKind, tree: &Tree) -> Vec<Diagnostic> {
    let validator = kind.validator();
    if validator.fits(tree) {
        return Vec::new();
    }
    wording::findings(tree, &validator.breaches(tree, MOST))
}
