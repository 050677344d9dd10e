//! Scalars written by rules of our own, so that for every character it is known where it stands.

use std::ops::Range;

use proptest::prelude::*;

/// A scalar in a file: its decoded text, and the bytes that each character is written in.
#[derive(Debug, Clone)]
pub(crate) struct Rendered {
    /// The whole file.
    pub(crate) source: String,
    /// What the scalar decodes to.
    pub(crate) decoded: String,
    /// For each character of `decoded` its offset there, and its bytes in `source`.
    pub(crate) places: Vec<(usize, Range<usize>)>,
    /// Whether an older reader understands the file the same way.
    pub(crate) plain_to_all: bool,
}

impl Rendered {
    fn new(prefix: &str) -> Self {
        Self {
            source: prefix.to_owned(),
            decoded: String::new(),
            places: Vec::new(),
            plain_to_all: !prefix.starts_with('\u{feff}'),
        }
    }

    fn raw(&mut self, text: &str) {
        self.source.push_str(text);
    }

    fn character(&mut self, decoded: char, written: &str) {
        let start = self.source.len();
        self.source.push_str(written);
        self.places
            .push((self.decoded.len(), start..self.source.len()));
        self.decoded.push(decoded);
    }

    fn verbatim(&mut self, text: &str) {
        for character in text.chars() {
            self.character(character, character.encode_utf8(&mut [0; 4]));
        }
    }
}

/// How a flow scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flow {
    Plain,
    Single,
    Double,
}

/// What stands between two words of a flow scalar.
#[derive(Debug, Clone)]
pub(crate) enum Gap {
    Blanks(String),
    /// A folded line break: blanks before it, blank lines after it, how far the next line is
    /// indented beyond what it must.
    Fold {
        before: String,
        blank: Vec<String>,
        extra: usize,
    },
    /// A line break that a backslash hides, in double quotes only.
    Hidden {
        extra: usize,
    },
}

/// One character of a word in double quotes: which of its spellings is used.
#[derive(Debug, Clone)]
pub(crate) struct Letter(char, u8);

const LETTERS: &[char] = &[
    'a',
    'b',
    'z',
    'Q',
    '7',
    'é',
    'ß',
    '§',
    '’',
    '“',
    '”',
    '«',
    '—',
    'Ж',
    'я',
    '漢',
    '字',
    '😀',
    '⚖',
    '\u{301}',
    '\u{a0}',
    '\u{200d}',
    '\u{2028}',
    '\u{2029}',
    '\u{85}',
    '\'',
    '"',
    '\\',
    '#',
    '/',
    '|',
    '>',
    '(',
    ')',
    '.',
    ';',
    '\u{1F1EB}',
    '\u{10FFFD}',
];

fn letter() -> impl Strategy<Value = Letter> {
    (prop::sample::select(LETTERS), any::<u8>()).prop_map(|(letter, how)| Letter(letter, how))
}

fn word() -> impl Strategy<Value = Vec<Letter>> {
    prop::collection::vec(letter(), 1..6)
}

fn blanks() -> impl Strategy<Value = String> {
    prop::sample::select(&["", " ", "  ", "\t", " \t "][..]).prop_map(str::to_owned)
}

fn gap() -> impl Strategy<Value = Gap> {
    prop_oneof![
        3 => prop::sample::select(&[" ", "  ", " \t"][..]).prop_map(|text| Gap::Blanks(text.to_owned())),
        3 => (blanks(), prop::collection::vec(blanks_of_line(), 0..3), 0..3_usize)
            .prop_map(|(before, blank, extra)| Gap::Fold { before, blank, extra }),
        1 => (0..3_usize).prop_map(|extra| Gap::Hidden { extra }),
    ]
}

fn blanks_of_line() -> impl Strategy<Value = String> {
    prop::sample::select(&["", " ", "      "][..]).prop_map(str::to_owned)
}

/// What the scalar stands in: a prefix, the column that its lines must pass, and what follows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    prefix: &'static str,
    indent: usize,
    suffix: &'static str,
    in_brackets: bool,
}

/// The path to the scalar is always: the last value of the last value … of the root.
const FRAMES: &[Frame] = &[
    Frame {
        prefix: "text: ",
        indent: 0,
        suffix: "\n",
        in_brackets: false,
    },
    Frame {
        prefix: "\u{feff}é: ",
        indent: 0,
        suffix: "\n",
        in_brackets: false,
    },
    Frame {
        prefix: "a: 1\nb:\n  - x\n  - text: ",
        indent: 4,
        suffix: "\n# end\n",
        in_brackets: false,
    },
    Frame {
        prefix: "- - ",
        indent: 2,
        suffix: "\n",
        in_brackets: false,
    },
    Frame {
        prefix: "a:\n- ",
        indent: 0,
        suffix: "\n",
        in_brackets: false,
    },
];

const BRACKETS: &[Frame] = &[
    Frame {
        prefix: "a: [x, ",
        indent: 0,
        suffix: " ]\n",
        in_brackets: true,
    },
    Frame {
        prefix: "- {k: ",
        indent: 0,
        suffix: "}\n",
        in_brackets: true,
    },
];

const BREAKS: &[&str] = &["\n", "\r\n", "\r"];

/// A plain or quoted scalar.
pub(crate) fn flow_scalar() -> impl Strategy<Value = Rendered> {
    let words = prop::collection::vec((word(), gap()), 1..8);
    let style = prop::sample::select(&[Flow::Plain, Flow::Single, Flow::Double][..]);
    let frame = prop_oneof![prop::sample::select(FRAMES), prop::sample::select(BRACKETS)];
    let edges = (prop::option::of(gap()), prop::option::of(gap()));
    (words, style, frame, prop::sample::select(BREAKS), edges).prop_map(
        |(words, style, frame, newline, edges)| flow(&words, style, frame, newline, &edges),
    )
}

fn flow(
    words: &[(Vec<Letter>, Gap)],
    style: Flow,
    frame: Frame,
    newline: &str,
    edges: &(Option<Gap>, Option<Gap>),
) -> Rendered {
    let mut out = Rendered::new(&frame.prefix.replace('\n', newline));
    let quote = match style {
        Flow::Plain => "",
        Flow::Single => "'",
        Flow::Double => "\"",
    };
    out.raw(quote);
    if style != Flow::Plain
        && let Some(gap) = &edges.0
    {
        write_gap(&mut out, gap, style, frame, newline);
    }
    for (at, (word, gap)) in words.iter().enumerate() {
        if style == Flow::Plain {
            // A plain word may neither be a number nor start with an indicator.
            out.verbatim("w");
        }
        for letter in word {
            write_letter(&mut out, letter, style, frame.in_brackets);
        }
        let last = at + 1 == words.len();
        if !last {
            write_gap(&mut out, gap, style, frame, newline);
        }
    }
    if style != Flow::Plain
        && let Some(gap) = &edges.1
    {
        write_gap(&mut out, gap, style, frame, newline);
    }
    out.raw(quote);
    out.raw(&frame.suffix.replace('\n', newline));
    out.plain_to_all &= !out.source.contains(['\u{85}', '\u{2028}', '\u{2029}']) && newline != "\r";
    out
}

fn write_letter(out: &mut Rendered, Letter(letter, how): &Letter, style: Flow, in_brackets: bool) {
    match (style, *letter) {
        // Two marks that mean something inside brackets or at the end of a plain word.
        (Flow::Plain, '#') if in_brackets => out.verbatim("."),
        (Flow::Single, '\'') => out.character('\'', "''"),
        (Flow::Double, '"') => out.character('"', "\\\""),
        (Flow::Double, '\\') => out.character('\\', "\\\\"),
        (Flow::Double, letter) => match how % 8 {
            0 => {
                let mut units = [0; 2];
                let written: String = letter
                    .encode_utf16(&mut units)
                    .iter()
                    .map(|unit| format!("\\u{unit:04X}"))
                    .collect();
                // An older reader knows no pairs of surrogates.
                out.plain_to_all &= letter.len_utf16() == 1;
                out.character(letter, &written);
            }
            1 => out.character(letter, &format!("\\U{:08x}", u32::from(letter))),
            2 if u32::from(letter) < 0x100 => {
                out.character(letter, &format!("\\x{:02x}", u32::from(letter)));
            }
            3 => out.character('\n', "\\n"),
            4 => out.character(' ', "\\ "),
            5 => out.character('\u{2028}', "\\L"),
            _ => out.verbatim(letter.encode_utf8(&mut [0; 4])),
        },
        (_, letter) => out.verbatim(letter.encode_utf8(&mut [0; 4])),
    }
}

fn write_gap(out: &mut Rendered, gap: &Gap, style: Flow, frame: Frame, newline: &str) {
    let indent = " ".repeat(frame.indent + 1);
    match gap {
        Gap::Blanks(blanks) => out.verbatim(blanks),
        Gap::Hidden { extra } if style == Flow::Double => {
            out.raw("\\");
            out.raw(newline);
            out.raw(&indent);
            out.raw(&" ".repeat(*extra));
        }
        Gap::Hidden { .. } => out.verbatim(" "),
        Gap::Fold {
            before,
            blank,
            extra,
        } => {
            out.raw(before);
            if blank.is_empty() {
                out.character(' ', newline);
            } else {
                out.raw(newline);
            }
            for line in blank {
                out.raw(line);
                out.character('\n', newline);
            }
            out.raw(&indent);
            out.raw(&" ".repeat(*extra));
        }
    }
}

/// A line of a block scalar: how many spaces if it is blank, else its words.
#[derive(Debug, Clone)]
pub(crate) enum Line {
    Blank(usize),
    Words {
        lead: String,
        words: String,
        trail: String,
    },
}

fn line() -> impl Strategy<Value = Line> {
    let words = prop::collection::vec(letter(), 1..8).prop_map(|letters| {
        letters
            .iter()
            .map(|Letter(letter, _)| *letter)
            .collect::<String>()
    });
    prop_oneof![
        1 => (0..3_usize).prop_map(Line::Blank),
        3 => (prop::sample::select(&["", "", "", " ", "  ", "\t"][..]), words, blanks())
            .prop_map(|(lead, words, trail)| Line::Words { lead: lead.to_owned(), words, trail }),
    ]
}

/// A literal or folded scalar.
pub(crate) fn block_scalar() -> impl Strategy<Value = Rendered> {
    let shape = (
        any::<bool>(),
        1..5_usize,
        any::<bool>(),
        prop::sample::select(&["", "-", "+"][..]),
    );
    let ending = (
        any::<bool>(),
        prop::sample::select(&["", " ", " # |", "\t"][..]),
    );
    let lines = prop::collection::vec(line(), 0..8);
    (
        lines,
        shape,
        ending,
        prop::sample::select(FRAMES),
        prop::sample::select(BREAKS),
    )
        .prop_map(
            |(lines, (folded, by, explicit, chomp), (complete, after), frame, newline)| {
                let header = Header {
                    folded,
                    by,
                    explicit,
                    chomp,
                    after,
                    complete,
                };
                block(&lines, &header, frame, newline)
            },
        )
}

struct Header {
    folded: bool,
    /// How far the lines are indented beyond the parent.
    by: usize,
    explicit: bool,
    chomp: &'static str,
    /// What follows on the line of the header.
    after: &'static str,
    /// Whether the last line ends in a line break and the file goes on.
    complete: bool,
}

fn block(lines: &[Line], header: &Header, frame: Frame, newline: &str) -> Rendered {
    let mut out = Rendered::new(&frame.prefix.replace('\n', newline));
    // The first line with words must not start with a blank, and no line above it may be indented
    // further, unless the header says how far lines are indented.
    let first = lines.iter().find_map(|line| match line {
        Line::Words { lead, .. } => Some(lead.as_str()),
        Line::Blank(_) => None,
    });
    let explicit = header.explicit || first.is_some_and(|lead| !lead.is_empty());
    // The column at which the parent's entries start; a sequence that is not indented counts as
    // its mapping.
    let indent = frame.indent + header.by;
    out.raw(if header.folded { ">" } else { "|" });
    if explicit {
        out.raw(&header.by.to_string());
    }
    out.raw(header.chomp);
    out.raw(header.after);
    out.raw(newline);

    let (content, tail) = split_tail(lines);
    let mut pending_blank: Vec<&usize> = Vec::new();
    let mut before: Option<bool> = None;
    for line in content {
        let (lead, words, trail) = match line {
            Line::Blank(spaces) => {
                pending_blank.push(spaces);
                continue;
            }
            Line::Words { lead, words, trail } => (lead, words, trail),
        };
        let indented = !lead.is_empty();
        if let Some(was_indented) = before {
            let folds = header.folded && !indented && !was_indented;
            match (folds, pending_blank.is_empty()) {
                (true, true) => out.character(' ', newline),
                (true, false) => out.raw(newline),
                (false, _) => out.character('\n', newline),
            }
        }
        for spaces in pending_blank.drain(..) {
            out.raw(&" ".repeat((*spaces).min(indent)));
            out.character('\n', newline);
        }
        out.raw(&" ".repeat(indent));
        out.verbatim(lead);
        out.verbatim(words);
        out.verbatim(trail);
        before = Some(indented);
    }
    finish_block(&mut out, tail, header, before.is_some(), indent, newline);
    if header.complete {
        out.raw(&frame.suffix.trim_start_matches('\n').replace('\n', newline));
    }
    out.plain_to_all &= !out
        .source
        .contains(['\u{85}', '\u{2028}', '\u{2029}', '\t'])
        && newline == "\n"
        && header.complete;
    out
}

/// The end of a block scalar: its last line break and the blank lines, as the header chomps them.
fn finish_block(
    out: &mut Rendered,
    tail: &[Line],
    header: &Header,
    has_words: bool,
    indent: usize,
    newline: &str,
) {
    if has_words {
        let kept = header.chomp != "-";
        match (kept, header.complete) {
            (true, true) => out.character('\n', newline),
            // The file ends in the line: the text has a line break all the same.
            (true, false) => out.character('\n', ""),
            (false, true) => out.raw(newline),
            (false, false) => {}
        }
    }
    if !header.complete {
        return;
    }
    for line in tail {
        let Line::Blank(spaces) = line else { continue };
        out.raw(&" ".repeat((*spaces).min(indent)));
        if header.chomp == "+" {
            out.character('\n', newline)
        } else {
            out.raw(newline)
        }
    }
}

fn split_tail(lines: &[Line]) -> (&[Line], &[Line]) {
    let words = lines
        .iter()
        .rposition(|line| matches!(line, Line::Words { .. }));
    lines.split_at(words.map_or(0, |last| last + 1))
}
