//! A linter for treaty and legislative provisions.
//!
//! Provisions are YAML records, one file an article. The library reads them into a spanned tree,
//! validates them against JSON Schemas, derives the legal facts that their words state, and turns
//! drafting risks into findings on the exact words of the file. Modules are layers: a lower one
//! never imports a higher one, and `tests/architecture.rs` holds the table against the code.

pub mod analysis;
pub mod command;
pub mod config;
pub mod diagnostic;
pub mod import;
pub mod lint;
pub mod model;
pub mod render;
pub mod schema;
pub mod session;
pub mod text;
pub mod yaml;
