//! Lexicon and profile files.

use super::super::error::LintFileError;
use super::super::form::Word;
use super::reader::Reader;
use crate::yaml::{Node, Tree};

/// A lexicon file that was read.
#[derive(Debug)]
pub(in super::super) struct LexiconFile {
    /// The language of its phrases, without a region.
    pub(in super::super) language: String,
    /// (`hedge.weak`, its phrases).
    pub(in super::super) topics: Vec<(String, Vec<Word>)>,
    pub(in super::super) errors: Vec<LintFileError>,
}

/// Reads a lexicon file.
pub(in super::super) fn lexicon(tree: &Tree) -> LexiconFile {
    let mut reader = Reader::default();
    let root = tree.root();
    let of = "a lexicon";
    let name = reader.required(root, "lexicon", of, Reader::word).value;
    let language = reader.required(root, "language", of, Reader::word).value;
    let entries = root.get("phrases").into_iter().flat_map(Node::entries);
    let topics = entries
        .map(|(key, value)| {
            let topic = format!("{name}.{}", reader.word(key).value);
            (topic, reader.one_or_more(value))
        })
        .collect();
    let primary = language.split('-').next().unwrap_or_default();
    LexiconFile {
        language: primary.to_owned(),
        topics,
        errors: reader.errors,
    }
}

/// A profile file that was read.
#[derive(Debug)]
pub(in super::super) struct ProfileFile {
    /// The profile, as instruments name it.
    pub(in super::super) id: Word,
    /// Lints and tags that it turns on.
    pub(in super::super) select: Vec<Word>,
    /// Lints and tags that it turns off.
    pub(in super::super) ignore: Vec<Word>,
    pub(in super::super) errors: Vec<LintFileError>,
}

/// Reads a profile file.
pub(in super::super) fn profile(tree: &Tree) -> ProfileFile {
    let mut reader = Reader::default();
    let root = tree.root();
    ProfileFile {
        id: reader.required(root, "profile", "a profile", Reader::word),
        select: reader.words(root, "select"),
        ignore: reader.words(root, "ignore"),
        errors: reader.errors,
    }
}
