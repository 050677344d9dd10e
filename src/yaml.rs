//! Our own spanned YAML tree: the one reader of records, lint files and configuration.
//!
//! Text is parsed once, into an arena that keeps for every node the bytes it came from; for a
//! scalar also the way back from an offset in its decoded text to the bytes of the file, in all
//! five styles. What a record may not contain (anchors, aliases, tags, merge keys, duplicate keys,
//! several documents …) is refused here with an ordinary finding. The parser crate is named in
//! `parse.rs` only.

mod block;
mod build;
mod core_schema;
mod deceptive;
mod edit;
mod fault;
mod map;
mod parse;
mod redecode;
mod segment;
mod spelling;
mod tabs;
mod tree;
mod value;
mod verify;
mod write;

pub use deceptive::{DECEPTIVE, deceptive};
pub use edit::{EditError, apply_edits};
pub use fault::{FAULTS, Fault};
pub use parse::{Limits, Parsed, file_too_large, parse, parse_source};
pub use tree::{Comment, Entry, Node, NodeId, NodeKind, ScalarStyle, Tree};
pub use value::Value;
pub use verify::{VerifyError, verify};
pub use write::write;
