//! Writing: whole or not at all, and nothing that import did not write.

use std::fs;
use std::path::Path;

use treatylint::import::{self, Options, SCHEMAS, WriteError, write_all};

const TEXT: &str = "Convention on Maps\n\nArticle 1\n\nMaps are good.\n\nArticle 2\n\nGlobes are maps.\n\nDone at Sea.\n\n\
                    Annex\n\n1. A list.\n\n2. Another list.";

fn import_into(folder: &Path, text: &str, force: bool) -> Result<import::Written, WriteError> {
    let imported = import::import(text, "maps", &Options::default());
    write_all(folder, &imported.records, SCHEMAS, force)
}

#[test]
fn records_are_written_and_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let written = import_into(folder.path(), TEXT, false).unwrap();
    assert_eq!(written.files.len(), 5);
    let first = fs::read_to_string(folder.path().join("art-001.yaml")).unwrap();
    assert!(
        first.starts_with("# yaml-language-server: $schema=../../schema/provision.schema.json\n"),
        "{first}"
    );
    let annex = fs::read_to_string(folder.path().join("annex-1/annex.yaml")).unwrap();
    assert!(
        annex.starts_with("# yaml-language-server: $schema=../../../schema/"),
        "{annex}"
    );
    assert!(
        matches!(import_into(folder.path(), TEXT, false), Err(WriteError::Exists(files)) if files.len() == 5)
    );
    // Nothing but the records is left behind.
    let entries = walkdir::WalkDir::new(folder.path()).into_iter().flatten();
    assert_eq!(
        entries.filter(|entry| entry.file_type().is_file()).count(),
        5
    );
}

#[test]
fn force_replaces_what_import_wrote_and_keeps_decisions() {
    let folder = tempfile::tempdir().unwrap();
    import_into(folder.path(), TEXT, false).unwrap();
    let path = folder.path().join("art-002.yaml");
    let decided = fs::read_to_string(&path).unwrap()
        + "kind: definition\nallow:\n  - lint: undefined-term\n    reason: agreed\n";
    fs::write(&path, decided).unwrap();
    let shorter = TEXT
        .split("\n\nDone at")
        .next()
        .unwrap()
        .replace("Globes are maps", "A globe is a map");
    let written = import_into(folder.path(), &shorter, true).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("A globe is a map."), "{text}");
    assert!(
        text.contains("kind: definition") && text.contains("reason: agreed"),
        "{text}"
    );
    let removed: Vec<_> = written
        .removed
        .iter()
        .map(|path| path.to_str().unwrap())
        .collect();
    assert_eq!(removed, ["annex-1/annex.yaml", "testimonium.yaml"]);
    assert!(!folder.path().join("annex-1").exists());
}

#[test]
fn what_others_wrote_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("art-001.yaml");
    fs::write(&path, "article: \"1\"\n").unwrap();
    assert!(matches!(
        import_into(folder.path(), TEXT, true),
        Err(WriteError::Foreign(_))
    ));
    assert_eq!(fs::read_to_string(&path).unwrap(), "article: \"1\"\n");
    assert!(!folder.path().join("instrument.yaml").exists());
}
