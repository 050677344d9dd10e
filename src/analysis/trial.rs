//! What the tests of the analysis stand on: the lexicons of the repository and small instruments.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Lexicon;
use crate::model::{Instrument, RecordFile, build};
use crate::text::SourceId;
use crate::yaml::{Limits, Node, Tree, parse};

/// Lists of phrases by topic, as the files of `lints/lexicons` hold them.
pub(super) fn lexicon() -> Lexicon {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lints/lexicons");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "yaml"))
        .collect();
    files.sort();
    let mut lists: Vec<(String, Vec<String>)> = Vec::new();
    for path in files {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let tree = tree(&std::fs::read_to_string(&path).unwrap());
        let phrases = tree.root().get("phrases").unwrap();
        for (key, items) in phrases.entries() {
            let texts = items.items().map(|item| text(&path, item)).collect();
            lists.push((format!("{stem}.{}", key.as_str().unwrap()), texts));
        }
    }
    let lists = lists
        .iter()
        .map(|(topic, phrases)| (topic.as_str(), phrases.iter().map(String::as_str)));
    Lexicon::new(lists).unwrap()
}

fn text(path: &Path, item: Node<'_>) -> String {
    item.as_str()
        .unwrap_or_else(|| panic!("{}: a phrase is a text: {item:?}", path.display()))
        .to_owned()
}

/// An instrument from `instrument.yaml` and its records.
pub(super) fn instrument(head: &str, records: &[&str]) -> Instrument {
    let records = records.iter().enumerate().map(|(at, record)| RecordFile {
        path: PathBuf::from(format!("art-{at:03}.yaml")),
        source: SourceId(u32::try_from(at + 1).unwrap()),
        tree: tree(record),
    });
    let head = RecordFile {
        path: PathBuf::from("instrument.yaml"),
        source: SourceId(0),
        tree: tree(head),
    };
    build(head, records.collect(), "trial").0
}

/// An instrument of one article with a text, in which `\n` separates numbered paragraphs.
pub(super) fn article(heading: &str, text: &str) -> Instrument {
    let mut record = format!("article: \"1\"\nheading: {heading}\nparagraphs:\n");
    for (at, paragraph) in text.split('\n').enumerate() {
        record += &format!("  - num: \"{}\"\n    text: \"{paragraph}\"\n", at + 1);
    }
    instrument("id: trial\ntitle: A convention\n", &[&record])
}

fn tree(text: &str) -> Arc<Tree> {
    let text: Arc<str> = text.into();
    let parsed = parse(SourceId(0), &text, &Limits::default());
    Arc::new(
        parsed
            .tree
            .unwrap_or_else(|| panic!("does not parse: {text}")),
    )
}
