//! What is refused in a file, and the words for it.

use crate::diagnostic::{Diagnostic, Label};
use crate::text::{Source, SourceId, Span};

/// A fault that reading a file can raise: its id and one line about it, for `explain` and `lints`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The id, as it stands in [`Diagnostic::lint`].
    pub id: &'static str,
    /// What it says, in one line: lower case, no final stop.
    pub summary: &'static str,
}

/// Every fault that reading a file can raise, by id.
pub const FAULTS: &[Fault] = &[
    CONTROL_CHARACTER,
    EMPTY_FILE,
    FILE_TOO_LARGE,
    INVALID_UTF8,
    ALIAS,
    ANCHOR,
    DUPLICATE_KEY,
    MERGE_KEY,
    MULTIPLE_DOCUMENTS,
    NESTING,
    NON_STRING_KEY,
    SYNTAX,
    TAB_INDENTATION,
    TAG,
];

macro_rules! faults {
    ($($name:ident = $id:literal: $summary:literal;)+) => {
        $(pub(super) const $name: Fault = Fault { id: $id, summary: $summary };)+
    };
}

faults! {
    CONTROL_CHARACTER = "control-character":
        "the file holds an invisible control character, which YAML does not allow";
    EMPTY_FILE = "empty-file": "the file holds nothing to read";
    FILE_TOO_LARGE = "file-too-large": "the file is larger than the limit";
    INVALID_UTF8 = "invalid-utf8": "the file is not UTF-8 text";
    ALIAS = "yaml-alias": "a value is repeated by reference (`*name`) instead of being written out";
    ANCHOR = "yaml-anchor": "a value is given a name to be repeated by (`&name`)";
    DUPLICATE_KEY = "yaml-duplicate-key": "a key is given twice in the same place";
    MERGE_KEY = "yaml-merge-key": "a mapping is merged into another (`<<`)";
    MULTIPLE_DOCUMENTS = "yaml-multiple-documents": "the file holds more than one document";
    NESTING = "yaml-nesting": "lists and mappings are nested too deep";
    NON_STRING_KEY = "yaml-non-string-key": "a key is a number, a truth value, empty, or no word";
    SYNTAX = "yaml-syntax": "the file is not valid YAML";
    TAB_INDENTATION = "yaml-tab-indentation": "a line is indented with a tab";
    TAG = "yaml-tag": "a value is given a type (`!name`)";
}

/// Message and help for a `#` inside a value.
pub(super) const COMMENT_INSIDE: (&str, &str) = (
    "a comment stands where a value goes on",
    "put a text that holds `#` in quotes, or move the comment to a line of its own",
);

/// No reader wants more faults of one file than this; a binary file would have millions.
const MOST: usize = 100;

/// The faults of one file as they are found.
#[derive(Debug)]
pub(super) struct Faults {
    source: SourceId,
    found: Vec<Diagnostic>,
    left_out: usize,
}

impl Faults {
    pub(super) const fn new(source: SourceId) -> Self {
        Self {
            source,
            found: Vec::new(),
            left_out: 0,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn add(
        &mut self,
        fault: Fault,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let source = self.source;
        self.push(Diagnostic::fault(fault.id, source, span, message).with_help(help));
    }

    pub(super) fn add_with_label(
        &mut self,
        fault: Fault,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
        other: (Span, &str),
    ) {
        let label = Label::new(self.source, other.0, other.1);
        let source = self.source;
        self.push(
            Diagnostic::fault(fault.id, source, span, message)
                .with_help(help)
                .with_label(label),
        );
    }

    fn push(&mut self, fault: Diagnostic) {
        if self.found.len() < MOST {
            self.found.push(fault);
        } else {
            self.left_out += 1;
        }
    }

    /// The faults in the order of the file.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|a, b| {
            let place = |fault: &Diagnostic| fault.primary().span;
            place(a).cmp(&place(b)).then_with(|| a.lint.cmp(&b.lint))
        });
        if self.left_out > 0
            && let Some(last) = self.found.last_mut()
        {
            last.notes.push(format!(
                "{} more faults of this file are not shown",
                self.left_out
            ));
        }
        self.found
    }
}

/// Reports a collection that starts at `span` and is nested deeper than `depth`.
pub(super) fn nesting(span: Span, depth: u32, faults: &mut Faults) {
    faults.add(
        NESTING,
        span,
        format!("lists and mappings are nested more than {depth} deep here"),
        "no treaty needs this; look for a bracket or an indentation that was not meant",
    );
}

/// Reports every run of bytes that is no UTF-8; of a file in UTF-16 only the first.
pub(super) fn invalid_utf8(source: &Source, faults: &mut Faults) {
    let runs = source.invalid_utf8();
    if let [first, ..] = runs
        && first.start == 0
        && source.text().contains('\0')
    {
        faults.add(
            INVALID_UTF8,
            *first,
            "the file is not UTF-8 text; it looks like UTF-16",
            "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)",
        );
        return;
    }
    for span in runs {
        faults.add(
            INVALID_UTF8,
            *span,
            format!("byte {} of the file is not UTF-8 text", span.start),
            "save the file as UTF-8, and look at the accents and quotation marks on this line",
        );
    }
}

/// Reports every run of characters that YAML allows nowhere (the complement of its `c-printable`).
pub(super) fn control_characters(text: &str, faults: &mut Faults) {
    let mut run: Option<(usize, usize, char)> = None;
    for (chunk, bytes) in text.as_bytes().chunks(CHUNK).enumerate() {
        // Without an early exit, so that the compiler looks at many bytes at once.
        if !bytes
            .iter()
            .fold(false, |found, byte| found | is_suspicious(*byte))
        {
            continue;
        }
        let suspicious = bytes
            .iter()
            .enumerate()
            .filter(|(_, byte)| is_suspicious(**byte));
        for (offset, _) in suspicious {
            let at = chunk * CHUNK + offset;
            let first = text.get(at..).and_then(|rest| rest.chars().next());
            let Some(character) = first.filter(|character| !is_allowed(*character)) else {
                continue;
            };
            match &mut run {
                Some((_, end, _)) if *end == at => *end = at + character.len_utf8(),
                _ => {
                    report_run(run, faults);
                    run = Some((at, at + character.len_utf8(), character));
                }
            }
        }
    }
    report_run(run, faults);
}

const CHUNK: usize = 128;

/// Whether a byte may start a character that is not allowed: of those above ASCII, 0xC2 leads
/// U+0080–U+00BF and 0xEF leads U+F000–U+FFFF.
const fn is_suspicious(byte: u8) -> bool {
    (byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r')
        | (byte == 0x7F)
        | (byte == 0xC2)
        | (byte == 0xEF)
}

fn report_run(run: Option<(usize, usize, char)>, faults: &mut Faults) {
    let Some((start, end, character)) = run else {
        return;
    };
    faults.add(
        CONTROL_CHARACTER,
        Span::from_range(start..end),
        format!(
            "the file holds the control character U+{:04X}",
            u32::from(character)
        ),
        "delete it, and type the words again if they look wrong; it often comes from a copied PDF",
    );
}

const fn is_allowed(character: char) -> bool {
    matches!(
        character,
        '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{A0}'..='\u{FFFD}' | '\u{10000}'..
    )
}
