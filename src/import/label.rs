//! Labels of paragraphs and points, as they may be read where a line begins.
//!
//! A label is only ever a candidate here: whether `i)` is Roman one or the ninth letter, and whether
//! `1959.` begins a paragraph or ends a sentence, is settled by the sequence it would stand in, in
//! [`super::sequence`].

use std::ops::Range;

use crate::model::{letter_value, ordinal_suffix, roman_value};

/// The system that a label counts in. Labels of different systems are never siblings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// `1`
    Arabic,
    /// `a`
    Lower,
    /// `A`
    Upper,
    /// `i`
    RomanLower,
    /// `I`
    RomanUpper,
    /// `1.1`, with the number of its parts
    Dotted(usize),
    /// `–`
    Dash,
    /// `Section 1`, `Rule 1`: a word, which is told by its length and first letter, and a number
    Word(usize, char),
}

/// What stands around a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `(a)` or `(a).`
    Brackets,
    /// `a)` or `a).`
    Bracket,
    /// `a.`
    Dot,
    /// `.1`
    Pointed,
    /// `1°` or `1°.`
    Degree,
    /// Nothing, and text on the same line.
    Open,
    /// Nothing: the label is the whole line.
    Bare,
}

/// One way to read a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// The system.
    pub(super) family: Family,
    /// The value; of a dotted label, each part.
    pub(super) values: Vec<u32>,
    /// 0, or the rank of `bis`, `ter`, an inserted letter.
    pub(super) suffix: u32,
}

impl Reading {
    fn new(family: Family, value: u32, suffix: u32) -> Self {
        Self {
            family,
            values: vec![value],
            suffix,
        }
    }

    /// The value among its siblings.
    pub(super) fn last(&self) -> u32 {
        self.values.last().copied().unwrap_or(0)
    }
}

/// A label that a line may begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// The bytes of the label with its punctuation, from the start of the line.
    pub(super) len: usize,
    /// The bytes of the label itself.
    pub(super) num: Range<usize>,
    /// What stands around it.
    pub(super) shape: Shape,
    /// What it may be worth. Never empty.
    pub(super) readings: Vec<Reading>,
}

impl Label {
    /// Whether a label that follows other words on its line may be one: the first of its list, and
    /// marked.
    pub(super) fn opens(&self) -> bool {
        matches!(self.shape, Shape::Brackets | Shape::Bracket | Shape::Dot)
            && self
                .readings
                .iter()
                .any(|reading| reading.last() == 1 && reading.suffix == 0)
    }
}

/// Words that make a label with the number after them, inside an article or an annex.
const WORDS: [&str; 15] = [
    "section",
    "rule",
    "regulation",
    "paragraph",
    "para",
    "clause",
    "item",
    "chapter",
    "part",
    "title",
    "règle",
    "chapitre",
    "partie",
    "titre",
    "phase",
];

/// The label at the start of `line`, which is trimmed, if there may be one.
pub(super) fn label(line: &str) -> Option<Label> {
    dash(line)
        .or_else(|| sign(line))
        .or_else(|| pointed(line))
        .or_else(|| word(line))
        .or_else(|| number(line))
}

fn dash(line: &str) -> Option<Label> {
    let first = line.chars().next()?;
    let dashes = matches!(first, '–' | '—' | '-');
    let len = if dashes {
        line.len() - line.trim_start_matches(first).len()
    } else {
        first.len_utf8()
    };
    let next = line[len..].chars().next();
    let spaced = next.is_some_and(char::is_whitespace);
    let glued = next.is_some_and(|c| c.is_alphabetic() || "\"“«‘'(".contains(c));
    let short = len <= 2 * first.len_utf8();
    let fits = match first {
        '–' | '—' | '-' => short && (glued || spaced),
        '•' | '·' | '●' | '▪' => glued || spaced,
        '*' => next == Some(' '),
        _ => false,
    };
    fits.then(|| Label {
        len,
        num: 0..0,
        shape: Shape::Open,
        readings: vec![Reading::new(Family::Dash, 0, 0)],
    })
}

/// `.1`, `.2.1`: the stop stands before the number.
fn pointed(line: &str) -> Option<Label> {
    let rest = line.strip_prefix('.')?;
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(rest.len());
    let (len, readings) = digits(&rest[..end]).filter(|(len, _)| *len == end)?;
    let fits = rest[len..].starts_with(char::is_whitespace);
    fits.then_some(Label {
        len: 1 + len,
        num: 1..1 + len,
        shape: Shape::Pointed,
        readings,
    })
}

/// `§ 1.`
fn sign(line: &str) -> Option<Label> {
    let rest = line.strip_prefix('§')?;
    prefixed(line, rest, '§'.len_utf8(), Family::Word(1, '§'))
}

/// `Section 1.01.`, `Rule 3`: alone on the line, or with punctuation before the text.
fn word(line: &str) -> Option<Label> {
    let end = line.find(|c: char| !c.is_alphabetic())?;
    let name = line[..end].to_lowercase();
    if !WORDS.contains(&name.as_str()) {
        return None;
    }
    let family = Family::Word(end, name.chars().next()?);
    prefixed(line, &line[end..], end, family)
}

fn prefixed(line: &str, rest: &str, at: usize, family: Family) -> Option<Label> {
    let blank = rest.len() - rest.trim_start().len();
    let start = at + blank;
    let token = line[start..].split_whitespace().next()?;
    let num = token.trim_end_matches(['.', ':', ')', ',', '–', '-']);
    let readings = number_readings(num)?;
    let mut len = start + num.len();
    let tail = &line[len..];
    let punctuation = tail.len() - tail.trim_start_matches(['.', ':', ')', '–', '-']).len();
    if punctuation == 0 && !tail.is_empty() {
        return None;
    }
    len += punctuation;
    let shape = if line.len() == len {
        Shape::Bare
    } else {
        Shape::Dot
    };
    let readings = readings
        .into_iter()
        .map(|reading| Reading { family, ..reading })
        .collect();
    Some(Label {
        len,
        num: start..start + num.len(),
        shape,
        readings,
    })
}

/// The readings of what follows a word: `3`, `IV`, `1.01`, `I/1`, `A`.
fn number_readings(num: &str) -> Option<Vec<Reading>> {
    if let Some((chapter, rule)) = num.split_once(['/', '.']) {
        let chapter = roman(chapter).or_else(|| chapter.parse().ok())?;
        let (rule, suffix) = arabic(rule)?;
        let family = Family::Dotted(2);
        return Some(vec![Reading {
            family,
            values: vec![chapter, rule],
            suffix,
        }]);
    }
    if let Some((value, suffix)) = arabic(num) {
        return Some(vec![Reading::new(Family::Arabic, value, suffix)]);
    }
    let readings = letters(num);
    (!readings.is_empty()).then_some(readings)
}

fn number(line: &str) -> Option<Label> {
    let open = line.starts_with('(');
    let start = usize::from(open);
    let token = &line[start..];
    let end = token
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '.')
        .unwrap_or(token.len());
    let token = &token[..end];
    let (num, readings) = if token.starts_with(|c: char| c.is_ascii_digit()) {
        digits(token)?
    } else {
        letter(token)?
    };
    let end = start + num;
    let tail = &line[end..];
    let (mut shape, mut punctuation) = closing(tail, open)?;
    let after = &tail[punctuation..];
    if shape == Shape::Open && after.is_empty() {
        shape = Shape::Bare;
    }
    let dotted = matches!(readings[0].family, Family::Dotted(_));
    let plain = matches!(readings[0].family, Family::Arabic);
    let next = after.chars().next();
    let fits = match shape {
        Shape::Brackets | Shape::Bracket | Shape::Degree | Shape::Pointed => true,
        // `U.S.`, `e.g.` and decimals are no labels; `1.The` and `a.the` are.
        Shape::Dot => {
            !initials(after, readings[0].family) && !next.is_some_and(|c| c.is_ascii_digit())
        }
        Shape::Open => {
            let gap = after.len() - after.trim_start().len();
            let wide = gap > 1 || after.starts_with('\t');
            let word = after.trim_start().chars().next();
            gap > 0
                && (wide
                    || dotted
                    || plain && word.is_some_and(|c| c.is_uppercase() || "“\"«‘–—".contains(c)))
        }
        Shape::Bare => true,
    };
    if !fits {
        return None;
    }
    if matches!(shape, Shape::Bracket | Shape::Brackets | Shape::Degree)
        && after.starts_with('.')
        && !after.starts_with("..")
    {
        punctuation += 1;
    }
    Some(Label {
        len: end + punctuation,
        num: start..end,
        shape,
        readings,
    })
}

/// The shape and the bytes of punctuation after the number.
fn closing(tail: &str, open: bool) -> Option<(Shape, usize)> {
    match (open, tail.chars().next()) {
        (true, Some(')')) => Some((Shape::Brackets, 1)),
        (true, _) => None,
        (false, Some(')')) => Some((Shape::Bracket, 1)),
        (false, Some('.')) => Some((Shape::Dot, if tail.starts_with(".-") { 2 } else { 1 })),
        (false, Some(c @ ('°' | 'º'))) => Some((Shape::Degree, c.len_utf8())),
        (false, None) => Some((Shape::Open, 0)),
        (false, Some(c)) if c.is_whitespace() => Some((Shape::Open, 0)),
        (false, Some(_)) => None,
    }
}

/// Whether what follows `A.` goes on as initials or an abbreviation do (`A.B.`, `e.g.`, `A. B. Lee`).
fn initials(after: &str, family: Family) -> bool {
    let named = after.trim_start();
    let mut chars = named.chars();
    let (first, second) = (chars.next(), chars.next());
    let glued = named.len() == after.len() && first.is_some_and(char::is_alphabetic);
    // `A. I.` and `A. A.` may be two labels.
    let spaced = matches!(family, Family::Upper | Family::RomanUpper)
        && first.is_some_and(|c| c.is_uppercase() && !"AI".contains(c));
    !matches!(family, Family::Arabic | Family::Dotted(_))
        && (glued || spaced)
        && second == Some('.')
}

/// The bytes of the number at the start of a token that begins with a digit, and its readings.
fn digits(token: &str) -> Option<(usize, Vec<Reading>)> {
    let mut values = Vec::new();
    let mut end = 0;
    for part in token.split('.') {
        let len = part
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(part.len());
        if len == 0 || len > 3 {
            break;
        }
        let from = end + usize::from(!values.is_empty());
        values.push(part[..len].parse().ok()?);
        end = from + len;
        if len < part.len() {
            break;
        }
    }
    let mut suffix = 0;
    let tail = &token[end..];
    let word = tail.find('.').map_or(tail, |at| &tail[..at]);
    if !word.is_empty() {
        suffix = suffix_rank(word)?;
        end += word.len();
    }
    let family = match values.len() {
        0 => return None,
        1 => Family::Arabic,
        parts => Family::Dotted(parts),
    };
    Some((
        end,
        vec![Reading {
            family,
            values,
            suffix,
        }],
    ))
}

fn letter(token: &str) -> Option<(usize, Vec<Reading>)> {
    let end = token.find('.').unwrap_or(token.len());
    let readings = letters(&token[..end]);
    (!readings.is_empty()).then_some((end, readings))
}

/// What letters may be worth: a place in the alphabet, a Roman number, or both.
fn letters(token: &str) -> Vec<Reading> {
    let upper = token.starts_with(|c: char| c.is_ascii_uppercase());
    let mut readings = Vec::new();
    if let Some(value) = letter_value(token).filter(|_| token.len() < 4 && one_letter(token)) {
        let family = if upper { Family::Upper } else { Family::Lower };
        readings.push(Reading::new(family, value, 0));
    }
    // A lone c, d, l or m is a letter.
    if let Some(value) = roman(token).filter(|_| token.len() > 1 || "ivxIVX".contains(token)) {
        let family = if upper {
            Family::RomanUpper
        } else {
            Family::RomanLower
        };
        readings.push(Reading::new(family, value, 0));
    }
    readings
}

/// Whether a token repeats one letter in one case.
fn one_letter(token: &str) -> bool {
    let first = token.chars().next();
    token.chars().all(|c| Some(c) == first)
}

/// `12`, `2bis`, `7a`: the value and the rank of the suffix.
fn arabic(num: &str) -> Option<(u32, u32)> {
    let end = num.find(|c: char| !c.is_ascii_digit()).unwrap_or(num.len());
    if end == 0 || end > 4 {
        return None;
    }
    let suffix = if end == num.len() {
        0
    } else {
        suffix_rank(&num[end..])?
    };
    Some((num[..end].parse().ok()?, suffix))
}

/// The rank of `bis`, `ter` … or of one inserted letter.
fn suffix_rank(word: &str) -> Option<u32> {
    if let Some(rank) = ordinal_suffix(word) {
        return Some(rank);
    }
    let mut chars = word.chars();
    let letter = chars
        .next()
        .filter(char::is_ascii_alphabetic)?
        .to_ascii_lowercase();
    chars
        .next()
        .is_none()
        .then(|| u32::from(letter) - u32::from('a') + 1)
}

/// The value of a Roman number in one case.
pub(super) fn roman(token: &str) -> Option<u32> {
    let one_case = |fits: fn(&char) -> bool| token.chars().all(|c| fits(&c));
    let fits = one_case(char::is_ascii_lowercase) || one_case(char::is_ascii_uppercase);
    roman_value(token).filter(|_| fits)
}
