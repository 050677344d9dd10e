//! Events to arena, and what is refused on the way.

use std::ops::Range;
use std::sync::Arc;

use granit_parser::{ErrorKind, Event, Parser, ScanError, StructureStyle};

use super::build::{Builder, Opening, ScalarToken};
use super::fault::{self, Faults};
use super::tabs;
use super::tree::{ScalarStyle, Tree};
use crate::diagnostic::Diagnostic;
use crate::text::{Source, SourceId, Span};

/// What a file may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest file that is read, in bytes.
    pub bytes: u64,
    /// The deepest nesting of collections.
    pub depth: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 16 * 1024 * 1024,
            depth: 128,
        }
    }
}

/// What came of a file: faults, and a tree if there is one to go on with.
#[derive(Debug)]
pub struct Parsed {
    /// The tree; `None` when the text is no YAML or too large. With faults beside it when only
    /// what we refuse (an anchor, a duplicate key) was found: later passes may still run on it.
    pub tree: Option<Tree>,
    /// The faults, in the order of the file.
    pub faults: Vec<Diagnostic>,
}

/// Parses a file as it was read, reporting also the bytes of it that are no text.
#[must_use]
pub fn parse_source(id: SourceId, source: &Source, limits: &Limits) -> Parsed {
    if source.invalid_utf8().is_empty() || is_too_large(source.text(), limits) {
        return parse(id, source.text(), limits);
    }
    let mut faults = Faults::new(id);
    fault::invalid_utf8(source, &mut faults);
    Parsed {
        tree: None,
        faults: faults.finish(),
    }
}

/// Parses the text of one file. Its spans count a byte-order mark.
#[must_use]
pub fn parse(source: SourceId, text: &Arc<str>, limits: &Limits) -> Parsed {
    if is_too_large(text, limits) {
        let fault = file_too_large(source, text.len() as u64, limits);
        return Parsed {
            tree: None,
            faults: vec![fault],
        };
    }
    let mut faults = Faults::new(source);
    fault::control_characters(text, &mut faults);
    if !faults.is_empty() {
        return Parsed {
            tree: None,
            faults: faults.finish(),
        };
    }
    let mut builder = Builder::new(source, text, limits.depth);
    let complete = read(text, limits, &mut builder);
    let (tree, mut faults) = builder.finish(source, text, complete);
    if let Some(tree) = &tree {
        tabs::check(tree, &mut faults);
    }
    Parsed {
        tree,
        faults: faults.finish(),
    }
}

/// The fault of a file of `bytes` bytes, more than the limit: for those who ask before they read.
#[must_use]
pub fn file_too_large(source: SourceId, bytes: u64, limits: &Limits) -> Diagnostic {
    let message = format!(
        "the file has {bytes} bytes, more than the limit of {}",
        limits.bytes
    );
    Diagnostic::fault(fault::FILE_TOO_LARGE.id, source, Span::empty(0), message)
        .with_help("split it: one article a file")
}

/// Offsets are `u32`, whatever the configured limit.
fn is_too_large(text: &str, limits: &Limits) -> bool {
    let bytes = text.len() as u64;
    bytes > limits.bytes || bytes >= u64::from(u32::MAX)
}

/// Feeds the events of `text` to the builder; whether they came to their end.
fn read(text: &str, limits: &Limits, builder: &mut Builder<'_>) -> bool {
    let depth = limits.depth as usize;
    let options = granit_parser::options! {
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        // As many comments as the file may hold: its size is the limit.
        max_buffered_comment_events: usize::MAX,
        flow_nesting_limit: depth + 64,
        block_nesting_limit: depth + 64,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                if !take(text, &event, &span, builder) {
                    return false;
                }
            }
            Err(error) => {
                let last = builder.last_token().range();
                syntax(text, &error, last, limits, &mut builder.faults);
                return false;
            }
        }
    }
    true
}

/// Hands one event to the builder; whether to go on.
fn take(
    text: &str,
    event: &Event<'_>,
    at: &granit_parser::Span,
    builder: &mut Builder<'_>,
) -> bool {
    let span = Span::from_range(at.byte_range().unwrap_or(0..0));
    if let Some(tag) = at.tag_span().and_then(|tag| tag.byte_range())
        && text.is_char_boundary(tag.end)
    {
        builder.tag(Span::from_range(tag));
    }
    match event {
        Event::Scalar(value, style, _, tag) => builder.scalar(&ScalarToken {
            span,
            style: style_of(*style),
            text: value,
            tagged: tag.is_some(),
        }),
        Event::SequenceStart(style, ..) => {
            let bracketed = *style == StructureStyle::Flow;
            return builder.open(Opening::Sequence, span, bracketed).is_ok();
        }
        Event::MappingStart(style, ..) => {
            // A single pair inside a flow sequence is a flow mapping without braces.
            let bracketed = *style == StructureStyle::Flow && !span.is_empty();
            return builder.open(Opening::Mapping, span, bracketed).is_ok();
        }
        Event::SequenceEnd | Event::MappingEnd => builder.close(span),
        Event::Alias(_) | Event::UnresolvedAlias(_) => builder.alias(span),
        Event::Anchor(..) => builder.anchor(span),
        Event::Comment(..) => builder.comment(span),
        Event::DocumentStart(explicit, _) => builder.document(span, *explicit),
        _ => {}
    }
    true
}

const fn style_of(style: granit_parser::ScalarStyle) -> ScalarStyle {
    match style {
        granit_parser::ScalarStyle::Plain => ScalarStyle::Plain,
        granit_parser::ScalarStyle::SingleQuoted => ScalarStyle::SingleQuoted,
        granit_parser::ScalarStyle::DoubleQuoted => ScalarStyle::DoubleQuoted,
        granit_parser::ScalarStyle::Literal => ScalarStyle::Literal,
        granit_parser::ScalarStyle::Folded => ScalarStyle::Folded,
    }
}

/// Reports what the parser stopped at; `last` is the last token before it.
fn syntax(text: &str, error: &ScanError, last: Range<usize>, limits: &Limits, faults: &mut Faults) {
    let mut at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    if *error.kind() == ErrorKind::InvalidQuotedScalarIndent {
        // The line that does not fit is a key below, or the end of the file: what is wrong is the
        // quotation mark that swallowed it.
        let quote = text.get(last.end..at).unwrap_or_default().find(['"', '\'']);
        at = quote.map_or(at, |quote| last.end + quote);
    }
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let character = text[at..]
        .chars()
        .next()
        .filter(|next| !matches!(next, '\n' | '\r'));
    let span = Span::from_range(at..at + character.map_or(0, char::len_utf8));
    let span = match error.kind() {
        // It is the line that lacks something.
        ErrorKind::SimpleKeyExpected => {
            let line = text[at..].split(['\n', '\r']).next().unwrap_or_default();
            Span::from_range(at..at + line.trim_end().len())
        }
        _ => span,
    };
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => fault::nesting(span, limits.depth, faults),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => {
            tabs::add(tabs::first_on_line(text, at).unwrap_or(span), faults);
        }
        kind => {
            let runs_on = matches!(kind, ErrorKind::MappingValueNotAllowed)
                .then(|| running_text(text, last, at))
                .flatten();
            if let Some(tab) = tabs::first_on_line(text, at) {
                tabs::add(tab, faults);
            } else if let Some(marker) = conflict_marker(text) {
                faults.add(
                    fault::SYNTAX,
                    marker,
                    "two versions of the file were merged and their conflict is not resolved",
                    "keep the right one of the two versions, and delete the lines of marks",
                );
            } else if let Some(line) = runs_on {
                faults.add_with_label(
                    fault::SYNTAX,
                    span,
                    "a colon stands where a text from a line above goes on",
                    "if this line starts with a key, put it in the same column as the keys above, \
                     and a colon and a blank after each of them; if it is text, put the text in \
                     quotes or under `|`",
                    (line, "this runs on"),
                );
            } else {
                let (message, help) = explain(kind, character);
                faults.add(fault::SYNTAX, span, message, help);
            }
        }
    }
}

/// The first line of the words that end before `at`, if they run over a line break: the parser may
/// have taken them for a token already, or still be reading them.
fn running_text(text: &str, last: Range<usize>, at: usize) -> Option<Span> {
    let is_taken = text.get(last.end..at)?.trim().is_empty();
    let from = if is_taken { last.start } else { last.end };
    let words = text.get(from..at)?;
    let start = words.find(|next: char| !next.is_whitespace() && next != ':' && next != '-')?;
    let length = words[start..].find(['\n', '\r'])?;
    Some(Span::from_range(from + start..from + start + length))
}

/// The first line that a version control system left to mark two versions of a passage.
fn conflict_marker(text: &str) -> Option<Span> {
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let at = start;
        start += line.len();
        line.starts_with("<<<<<<< ")
            .then(|| Span::from_range(at..at + line.trim_end().len()))
    })
}

/// What an error of the parser means to somebody who does not know YAML, and the way out.
fn explain(kind: &ErrorKind, character: Option<char>) -> (String, &'static str) {
    use ErrorKind as E;
    let (message, help) = match kind {
        E::MappingValueNotAllowed | E::InvalidColonPlacement => (
            "a colon stands where no key is expected",
            "put a text that holds a colon in quotes, or write it on lines of its own under `|`",
        ),
        E::SimpleKeyExpected => (
            "this line has no key",
            "indent the lines of a text deeper than its key; put a colon and a blank after a key",
        ),
        E::BlockSequenceEntryNotAllowed | E::BlockEntryInFlowCollection => (
            "a dash stands where no list can start",
            "start the list on the next line, or put the value in quotes if it is meant as text",
        ),
        E::ExpectedDocumentStart => (
            "something follows where the record has ended",
            "keys of one level start in the same column; nothing follows a closing bracket",
        ),
        E::UndeclaredTagHandle
        | E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape => (
            "a value starts with `!`",
            "put it in quotes if it is meant as text",
        ),
        E::UnclosedQuotedScalar
        | E::DocumentIndicatorInQuotedScalar
        | E::InvalidQuotedScalarIndent => (
            "a quotation mark is opened and never closed",
            "close it, and indent the lines that it runs over; a text that holds quotation marks is \
             best written under `|`",
        ),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => (
            "words follow the closing quotation mark of a value",
            "put the whole value in quotes, or write it on lines of its own under `|`",
        ),
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => (
            "a bracket is opened and never closed, or a comma is missing inside it",
            "close it; put a text that starts with a bracket in quotes",
        ),
        E::MismatchedFlowCollectionEnd { .. } => (
            "a bracket is closed by one of another kind",
            "close the innermost bracket first; put a text that starts with a bracket in quotes",
        ),
        E::MisplacedFlowCollectionEnd => (
            "a closing bracket has no opening one",
            "delete it; put a text that starts with a bracket in quotes",
        ),
        E::InvalidIndentation
        | E::InvalidFlowScalarIndent
        | E::InvalidBlockScalarIndent
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::MappingKeyNotAllowed
        | E::InvalidSimpleKey
        | E::UnexpectedEndOfPlainScalar => (
            "this line does not fit the indentation or the form of the lines above it",
            "lines of one level start in the same column; a text over several lines is indented \
             deeper than its key; every key is followed by a colon",
        ),
        E::CommentInterceptedScalar | E::CommentNotSeparated => fault::COMMENT_INSIDE,
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidUnicodeEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate => (
            "a backslash in double quotes is followed by something that it cannot escape",
            "write the backslash twice, or use single quotes",
        ),
        E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => (
            "words follow `|` or `>` on the same line",
            "start the text on the next line, indented; put a text that starts with `|` or `>` \
             in quotes",
        ),
        E::MissingAnchorOrAliasName => (
            "a value starts with `&` or `*`",
            "put it in quotes if it is meant as text",
        ),
        E::BomInsideDocument => (
            "a byte-order mark stands inside the file",
            "delete it; it often comes from joining two files",
        ),
        E::UnexpectedCharacter { .. } => {
            let message = character.map_or_else(
                || "a value cannot start here".to_owned(),
                |first| format!("a value cannot start with `{}`", first.escape_default()),
            );
            return (message, "put it in quotes if it is meant as text");
        }
        other => {
            return (
                format!("this is not valid YAML: {other}"),
                "see https://yaml.org/spec/1.2.2/",
            );
        }
    };
    (message.to_owned(), help)
}
