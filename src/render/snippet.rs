//! The lines that a finding shows: which, how much of each, and what is underlined.
//!
//! A label may run over several lines of the file, a line may be far wider than the terminal, and
//! its characters may be wider or narrower than one column, or not fit to be shown. All of that is
//! settled here, on text made for display; whoever draws it only draws.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::diagnostic::{Diagnostic, Label};
use crate::text::{LineColumn, Source, SourceId, SourceMap, Span, is_hidden};

/// Lines of one file that follow each other.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Snippet {
    /// The file.
    pub(super) source: SourceId,
    /// Where its first label starts.
    pub(super) at: LineColumn,
    /// The lines, at least one.
    pub(super) lines: Vec<Line>,
}

/// A line as it is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// 1-based.
    pub(super) number: u32,
    /// Escaped, and cut to the width.
    pub(super) text: String,
    /// What is underlined, from left to right, disjoint, none empty.
    pub(super) marks: Vec<Mark>,
}

/// An underlined part of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Bytes of the shown text.
    pub(super) range: Range<usize>,
    /// What is to be seen there; nothing on all but the last line of a label.
    pub(super) message: String,
    /// Whether it belongs to the primary label.
    pub(super) primary: bool,
}

/// Of a label that is longer than this, the first lines are shown.
const MOST_LINES: usize = 5;
/// Labels this many lines apart share a snippet.
const NEAR: u32 = 2;
/// Bytes of a line that are looked at on each side of a label, for each column of width.
const BYTES_PER_COLUMN: usize = 6;

/// The snippets of a finding, the one of its primary label first.
pub(super) fn snippets(finding: &Diagnostic, sources: &SourceMap, width: usize) -> Vec<Snippet> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, label) in finding.labels.iter().enumerate() {
        let Some(source) = sources.source(label.source) else {
            continue;
        };
        let pieces = pieces(source, label, at == 0);
        let room = width.saturating_sub(gutter(&pieces)).max(24);
        let joined = groups
            .iter_mut()
            .any(|group| group.source == label.source && group.join(source, &pieces, room));
        if !joined {
            groups.push(Group::new(source, label, pieces, room));
        }
    }
    groups
        .into_iter()
        .filter_map(|group| Some(group.show(sources.source(group.source)?)))
        .collect()
}

/// The columns that a line number and its frame take.
fn gutter(pieces: &[Piece]) -> usize {
    let last = pieces.last().map_or(0, |piece| piece.line + 2);
    last.to_string().len() + 4
}

/// The part of a label that lies on one line.
#[derive(Debug, Clone)]
struct Piece {
    /// 0-based.
    line: u32,
    /// Bytes of the file; may be empty.
    bytes: Range<usize>,
    message: String,
    primary: bool,
}

struct Group {
    source: SourceId,
    at: LineColumn,
    room: usize,
    lines: BTreeMap<u32, Vec<Piece>>,
}

impl Group {
    fn new(source: &Source, label: &Label, pieces: Vec<Piece>, room: usize) -> Self {
        let mut lines: BTreeMap<u32, Vec<Piece>> = BTreeMap::new();
        for piece in pieces {
            lines.entry(piece.line).or_default().push(piece);
        }
        Self {
            source: label.source,
            at: source.line_column(label.span.start),
            room,
            lines,
        }
    }

    /// Takes the pieces of another label in, if they are near, and lie beside and not over what is
    /// there already, and fit into the width with it.
    fn join(&mut self, source: &Source, pieces: &[Piece], room: usize) -> bool {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            return false;
        };
        let top = self.lines.keys().next().copied().unwrap_or(0);
        let bottom = self.lines.keys().next_back().copied().unwrap_or(0);
        let near = first.line <= bottom + NEAR && last.line + NEAR >= top;
        let fits = |piece: &Piece| {
            let there = self.lines.get(&piece.line).map_or(&[][..], Vec::as_slice);
            let beside = |other: &Piece| {
                let apart =
                    other.bytes.end <= piece.bytes.start || piece.bytes.end <= other.bytes.start;
                apart && !other.bytes.is_empty() && !piece.bytes.is_empty()
            };
            let all = there.iter().fold(piece.bytes.clone(), |all, other| {
                all.start.min(other.bytes.start)..all.end.max(other.bytes.end)
            });
            let fits = there.is_empty()
                || (all.len() <= room * BYTES_PER_COLUMN
                    && Cells::new(source, piece.line, &all, room).width_of(&all) + 2 <= room);
            there.iter().all(beside) && fits
        };
        if !near || !pieces.iter().all(fits) {
            return false;
        }
        for piece in pieces {
            let there = self.lines.entry(piece.line).or_default();
            there.push(piece.clone());
            there.sort_by_key(|piece| piece.bytes.start);
        }
        self.room = self.room.min(room);
        true
    }

    fn show(&self, source: &Source) -> Snippet {
        let top = self.lines.keys().next().copied().unwrap_or(0);
        let bottom = self.lines.keys().next_back().copied().unwrap_or(0);
        let mut lines = Vec::new();
        if let Some(above) = top.checked_sub(1) {
            lines.extend(self.context(source, above, top));
        }
        for line in top..=bottom {
            lines.push(match self.lines.get(&line) {
                Some(pieces) => show(source, line, pieces, self.room),
                None => show(source, line, &[], self.room),
            });
        }
        lines.extend(self.context(source, bottom + 1, bottom));
        Snippet {
            source: self.source,
            at: self.at,
            lines,
        }
    }

    /// A line beside a marked one, if it goes with it, as its indentation tells, and fits: a line
    /// that would have to be cut explains nothing, nor does a comment, or another item of a list.
    fn context(&self, source: &Source, line: u32, beside: u32) -> Option<Line> {
        let indent = |line: u32| {
            let text = source.text().get(line_bytes(source, line)?)?;
            let words = text.trim_start();
            let says = !words.is_empty() && !words.starts_with("- ") && !words.starts_with('#');
            says.then(|| text.len() - words.len())
        };
        let bytes = line_bytes(source, line)?;
        if bytes.len() > self.room * BYTES_PER_COLUMN || indent(line)? != indent(beside)? {
            return None;
        }
        let cells = Cells::new(source, line, &bytes, self.room);
        (cells.width_of(&bytes) <= self.room).then(|| show(source, line, &[], self.room))
    }
}

/// The bytes of a line without its line break.
fn line_bytes(source: &Source, line: u32) -> Option<Range<usize>> {
    let start = source.lines().line_start(line)? as usize;
    let end = source
        .lines()
        .line_start(line + 1)
        .map_or(source.text().len(), |next| next as usize);
    let text = source.text().get(start..end)?;
    Some(start..start + text.trim_end_matches(['\r', '\n']).len())
}

/// A label line by line, without the white space around.
fn pieces(source: &Source, label: &Label, primary: bool) -> Vec<Piece> {
    let Span { start, end } = label.span;
    let first = source.lines().line(start);
    let last = source.lines().line(end.saturating_sub(1).max(start));
    let mut pieces: Vec<Piece> = (first..=last)
        .filter_map(|line| {
            let bytes = line_bytes(source, line)?;
            let from = bytes.start.max(start as usize).min(bytes.end);
            let to = bytes.end.min(end as usize).max(from);
            let text = source.text().get(from..to)?;
            let trimmed = text.trim();
            if trimmed.is_empty() && first != last {
                return None;
            }
            let skip = if trimmed.is_empty() {
                0
            } else {
                text.len() - text.trim_start().len()
            };
            let from = from + skip;
            Some(Piece {
                line,
                bytes: from..from + trimmed.len(),
                message: String::new(),
                primary,
            })
        })
        .take(MOST_LINES + 1)
        .collect();
    let more = pieces.len() > MOST_LINES;
    if more {
        pieces.truncate(MOST_LINES - 1);
    }
    if pieces.is_empty() {
        let at = start as usize;
        pieces.push(Piece {
            line: first,
            bytes: at..at,
            message: String::new(),
            primary,
        });
    }
    if let Some(piece) = pieces.last_mut() {
        piece.message.clone_from(&label.message);
        if more {
            let rest = last - piece.line;
            let space = if piece.message.is_empty() { "" } else { " " };
            piece.message = format!("{}{space}(and {rest} more lines)", piece.message);
        }
    }
    pieces
}

/// The characters of a line as they are shown.
struct Cells {
    cells: Vec<Cell>,
    /// Whether the line goes on before the first and after the last cell.
    more: (bool, bool),
}

struct Cell {
    /// The byte of the file that the character starts at.
    at: usize,
    text: String,
    width: usize,
    blank: bool,
}

impl Cells {
    /// The characters around `focus`: as many as could be shown, not the whole of a line that has a
    /// million.
    fn new(source: &Source, line: u32, focus: &Range<usize>, room: usize) -> Self {
        let text = source.text();
        let bytes = line_bytes(source, line).unwrap_or(focus.clone());
        let reach = room * BYTES_PER_COLUMN;
        let mut start = focus.start.saturating_sub(reach).max(bytes.start);
        let mut end = (focus.start + 2 * reach).min(bytes.end).max(start);
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        while !text.is_char_boundary(end) {
            end += 1;
        }
        let mut before = None;
        let mut cells: Vec<Cell> = Vec::new();
        for (at, c) in text.get(start..end).unwrap_or_default().char_indices() {
            let at = start + at;
            if c == '\u{FEFF}' && at == 0 {
                continue;
            }
            let (shown, width) = display(c, before);
            before = Some(c);
            cells.push(Cell {
                at,
                text: shown,
                width,
                blank: c.is_whitespace(),
            });
        }
        Self {
            cells,
            more: (start > bytes.start, end < bytes.end),
        }
    }

    /// The columns that a range of bytes takes.
    fn width_of(&self, bytes: &Range<usize>) -> usize {
        self.width(self.indices(bytes))
    }

    fn width(&self, cells: Range<usize>) -> usize {
        self.cells[cells].iter().map(|cell| cell.width).sum()
    }

    /// The cells of a range of bytes.
    fn indices(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.cells.partition_point(|cell| cell.at < bytes.start);
        let end = self.cells.partition_point(|cell| cell.at < bytes.end);
        start..end.max(start)
    }

    /// The cells to show: `focus` and as much around it as fits, cut between words.
    fn window(&self, focus: Range<usize>, room: usize) -> Range<usize> {
        let all = 0..self.cells.len();
        if self.more == (false, false) && self.width(all.clone()) <= room {
            return all;
        }
        // One column each for the two ellipses.
        let room = room.saturating_sub(2);
        let spare = room.saturating_sub(self.width(focus.clone()));
        let left = self.width(0..focus.start);
        let right = self.width(focus.end..all.end);
        let before = left.min((spare / 3).max(spare.saturating_sub(right)));
        let mut start = focus.start;
        let mut used = 0;
        while start > 0 && used + self.cells[start - 1].width <= before {
            start -= 1;
            used += self.cells[start].width;
        }
        if start > 0 && start < focus.start {
            let word = (start..focus.start).find(|at| self.cells[at - 1].blank);
            start = word.unwrap_or(focus.start);
        }
        let mut end = start;
        let mut used = 0;
        while end < all.end && used + self.cells[end].width <= room {
            used += self.cells[end].width;
            end += 1;
        }
        if end < all.end && end > focus.end {
            let word = (focus.end..=end).rev().find(|at| self.cells[*at].blank);
            end = word.unwrap_or(end);
        }
        start..end
    }
}

/// A character as it is shown, and its columns.
fn display(c: char, before: Option<char>) -> (String, usize) {
    match c {
        '\t' => ("    ".to_owned(), 4),
        // Variation selectors make the width of what they follow a matter of the terminal's taste.
        '\u{FE0E}' | '\u{FE0F}' => (String::new(), 0),
        _ if is_hidden(c, before) => {
            let shown: String = c.escape_unicode().collect();
            let width = shown.len();
            (shown, width)
        }
        _ => (c.to_string(), c.width().unwrap_or(1)),
    }
}

/// A line with its marks.
fn show(source: &Source, line: u32, pieces: &[Piece], room: usize) -> Line {
    let bytes = line_bytes(source, line).unwrap_or(0..0);
    let around = match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => first.bytes.start..last.bytes.end,
        _ => bytes.start..bytes.start,
    };
    let cells = Cells::new(source, line, &around, room);
    let window = cells.window(cells.indices(&around), room);
    let mut text = String::new();
    if window.start > 0 || cells.more.0 {
        text.push('…');
    }
    let mut starts = Vec::with_capacity(window.len() + 1);
    for cell in &cells.cells[window.clone()] {
        starts.push(text.len());
        text.push_str(&cell.text);
    }
    starts.push(text.len());
    let cut = window.end < cells.cells.len() || cells.more.1;
    let kept = if cut {
        text.trim_end().len()
    } else {
        text.len()
    };
    let marks = pieces
        .iter()
        .map(|piece| {
            let inside = cells.indices(&piece.bytes);
            let clamp =
                |at: usize| starts[at.clamp(window.start, window.end) - window.start].min(kept);
            Mark {
                range: clamp(inside.start)..clamp(inside.end),
                message: piece.message.clone(),
                primary: piece.primary,
            }
        })
        .collect();
    if cut {
        text.truncate(kept);
        text.push('…');
    }
    let mut line = Line {
        number: line + 1,
        text,
        marks,
    };
    line.fill_empty_marks();
    line
}

impl Line {
    /// An empty mark underlines the character at its place, at the end of the line a space. Marks
    /// that were cut off with the end of the line stand on its last column.
    fn fill_empty_marks(&mut self) {
        let mut free = 0;
        for at in 0..self.marks.len() {
            let mut range = self.marks[at].range.clone();
            range.start = range.start.max(free).min(self.text.len());
            range.end = range.end.max(range.start).min(self.text.len());
            if range.is_empty() {
                let next = self.text[range.start..].chars().next();
                if next.is_none() {
                    self.text.push(' ');
                }
                range.end = range.start + next.map_or(1, char::len_utf8);
            }
            free = range.end;
            self.marks[at].range = range;
        }
    }
}
