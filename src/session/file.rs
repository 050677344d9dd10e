//! One file: its bytes, its tree, its faults.

use std::fs;
use std::io::Read;
use std::sync::Arc;

use super::guard::{INTERNAL_ERROR, guarded};
use super::walk::{File, HEAD, Obstacle, reason};
use super::{Event, Observer};
use crate::diagnostic::Diagnostic;
use crate::schema::{self, SchemaKind};
use crate::text::{Source, SourceId, Span};
use crate::yaml::{self, Limits, Tree};

/// Names of the faults that stand in the way of reading a file, with a summary each.
pub(super) const FAULTS: &[(&str, &str)] = &[
    (UNREADABLE, "a file that the system does not let be read"),
    (LOOP, "a link that leads back to a folder above it"),
    (FOLDER, "a folder that is named like a record"),
];

const UNREADABLE: &str = "unreadable-file";
const LOOP: &str = "link-loop";
const FOLDER: &str = "folder-named-as-record";

/// A file that was read, or could not be.
#[derive(Debug)]
pub(super) struct ReadFile {
    pub(super) id: SourceId,
    pub(super) source: Arc<Source>,
    /// There is one if the file is a mapping; it need not fit its schema.
    pub(super) tree: Option<Arc<Tree>>,
    pub(super) faults: Vec<Diagnostic>,
    /// Whether it parsed and fits its schema.
    pub(super) sound: bool,
}

/// Reads, parses and validates a file. Never fails: what is wrong is among the faults.
pub(super) fn read(file: &File, limits: &Limits, observer: &dyn Observer) -> ReadFile {
    let read = guarded(|| {
        observer.observe(Event::Reading(&file.shown));
        match load(file, limits) {
            Ok(source) => parsed(file, source, limits),
            Err(fault) => unread(file, *fault),
        }
    });
    read.unwrap_or_else(|panic| {
        let span = Span::empty(0);
        unread(
            file,
            Diagnostic::fault(INTERNAL_ERROR, file.id, span, panic.message()),
        )
    })
}

fn unread(file: &File, fault: Diagnostic) -> ReadFile {
    ReadFile {
        id: file.id,
        source: Arc::new(Source::new(file.shown.as_str(), "")),
        tree: None,
        faults: vec![fault],
        sound: false,
    }
}

/// The bytes of a file, no more than the limit.
fn load(file: &File, limits: &Limits) -> Result<Source, Box<Diagnostic>> {
    let fault = |lint: &str, message: String, help: &str| {
        Box::new(Diagnostic::fault(lint, file.id, Span::empty(0), message).with_help(help))
    };
    let unreadable = |why: &str| {
        let message = format!("the file cannot be read: {why}");
        fault(
            UNREADABLE,
            message,
            "see whether it exists and whether you may read it",
        )
    };
    match &file.obstacle {
        None => {}
        Some(Obstacle::Folder) => {
            let message = "this is a folder, though it is named like a record".to_owned();
            return Err(fault(
                FOLDER,
                message,
                "give it a name that does not end in `.yaml`",
            ));
        }
        Some(Obstacle::Loop) => {
            let message = "this link leads back to a folder above it".to_owned();
            return Err(fault(LOOP, message, "delete the link"));
        }
        Some(Obstacle::Refused(why)) => return Err(unreadable(why)),
    }
    let open = fs::File::open(&file.path).map_err(|error| unreadable(&reason(&error)))?;
    let data = open
        .metadata()
        .map_err(|error| unreadable(&reason(&error)))?;
    if !data.is_file() {
        return Err(unreadable("it is no ordinary file"));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(data.len().min(limits.bytes)).unwrap_or(0));
    open.take(limits.bytes.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&reason(&error)))?;
    if bytes.len() as u64 > limits.bytes {
        let size = data.len().max(bytes.len() as u64);
        return Err(Box::new(yaml::file_too_large(file.id, size, limits)));
    }
    Ok(Source::from_bytes(file.shown.as_str(), bytes))
}

fn parsed(file: &File, source: Source, limits: &Limits) -> ReadFile {
    let parsed = yaml::parse_source(file.id, &source, limits);
    let mut faults = parsed.faults;
    let mut sound = faults.is_empty();
    let kind = if file.path.ends_with(HEAD) {
        SchemaKind::Instrument
    } else {
        SchemaKind::Provision
    };
    if let Some(tree) = &parsed.tree {
        let violations = schema::validate(kind, tree);
        sound &= violations.is_empty();
        faults.extend(violations);
    } else {
        sound = false;
    }
    faults.extend(yaml::deceptive(file.id, &source, parsed.tree.as_ref()));
    let is_mapping = |tree: &Tree| tree.root().kind() == yaml::NodeKind::Mapping;
    ReadFile {
        id: file.id,
        source: Arc::new(source),
        tree: parsed.tree.filter(is_mapping).map(Arc::new),
        faults,
        sound,
    }
}
