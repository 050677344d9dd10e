//! Policy: which facts are risks, how grave they are, and what is said about them.
//!
//! A lint is one file, `lints/<id>.yaml`: a query over the relations of the analysis, what is said
//! about each row, and examples that are its tests. The folder is the registry. A file is read into
//! a form whose words keep their bytes, and compiled to a [`Lint`] whose names are all resolved;
//! [`Engine`] runs the lints over one instrument after another. Nothing here renders, and one module
//! alone reads YAML.

mod allow;
mod catalogue;
mod compile;
mod condition;
mod context;
mod detect;
mod detector;
mod embedded;
mod engine;
mod error;
mod fault;
mod file;
mod finding;
mod fingerprint;
mod form;
mod inside;
mod own;
mod row;
mod rule;
mod scope;
mod settings;
mod template;
mod trial;
mod written;

pub use catalogue::Catalogue;
pub use engine::{Checked, Engine};
pub use error::{LINT_FILE, LintFileError, Problem};
pub use fault::{EXPIRED, FAULTS, UNUSED};
pub use file::{Prose, Snippet, Source};
pub use fingerprint::identify;
pub use own::{OwnFile, own_files};
pub use rule::Lint;
pub use settings::{Settings, UnknownLint};
pub use trial::{TrialResult, Verdict, trial};
