//! Lists that run on in one line: `i) …; ii) …; iii) …`.
//!
//! Only what cannot be a citation is cut (`paragraphs 1 (a) and (b)`): labels in brackets, in one
//! style, consecutive, each after a semicolon. After words that end in a colon a comma parts them
//! too.

use super::label::{Family, Label, Reading, Shape, label};
use super::tail;

/// How deep lists may lie in one line.
const DEPTH: usize = 4;

/// Words that may stand before the label of a point.
const JOINTS: [&str; 11] = [
    "and/or", "and", "or", "et/ou", "et", "ou", "y/o", "y", "o", "e", "u",
];

/// The bytes at which `text` is to be cut, in order; none if no list runs on in it. `called` says
/// that the words before it call for a list.
pub(super) fn cuts(text: &str, called: bool) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut parts = vec![(0..text.len(), called)];
    for _ in 0..DEPTH {
        let mut inner = Vec::new();
        for (part, called) in parts {
            let words = &text[part.clone()];
            let found = begun(words, called).or_else(|| announced(words));
            let Some(found) = found else { continue };
            let found: Vec<usize> = found.into_iter().map(|at| part.start + at).collect();
            let starts = std::iter::once(part.start).chain(found.iter().copied());
            let ends = found.iter().copied().chain([part.end]);
            inner.extend(starts.zip(ends).map(|(start, end)| (start..end, false)));
            cuts.extend(found);
        }
        parts = inner;
    }
    cuts.sort_unstable();
    cuts
}

/// The points after the first in words that begin with a label, or with two (`1. (a) …`).
fn begun(words: &str, called: bool) -> Option<Vec<usize>> {
    let first = label(words)?;
    let inner = first.len + blank(&words[first.len..]);
    follow(words, 0, &first, called).or_else(|| {
        let nested = label(&words[inner..]).filter(Label::opens)?;
        follow(words, inner, &nested, false)
    })
}

/// All points of a list that begins after a colon, if it runs to the end of the words.
fn announced(words: &str) -> Option<Vec<usize>> {
    let colons = words.match_indices(':').map(|(at, _)| at + 1);
    // The first that a label follows decides.
    let (at, first) = colons
        .map(|at| at + blank(&words[at..]))
        .find_map(|at| Some((at, label(&words[at..]).filter(Label::opens)?)))?;
    let rest = follow(words, at, &first, true)?;
    let last = *rest.last()?;
    let starts = std::iter::once(at).chain(rest.iter().copied());
    let points: Vec<String> = starts
        .zip(rest.iter().copied())
        .map(|(from, to)| bare(&words[from..to]).to_owned())
        .collect();
    let end = bare(&words[last..]);
    // What commas part, a comma may also end: `(a) …, or (b) …, unless …`.
    let parted = points.iter().any(|point| !point.contains(';'));
    let more = sentence_follows(end) || parted && end.contains(", ");
    (!more || tail::glued(end, &points).is_some())
        .then(|| std::iter::once(at).chain(rest).collect())
}

/// Whether a sentence ends in the words and another begins.
fn sentence_follows(words: &str) -> bool {
    words.match_indices(". ").any(|(at, _)| {
        let before = words[..at].chars().rev().take(2);
        let ended = before.filter(|c| !c.is_uppercase()).count() == 2;
        let next = words[at + 2..].trim_start();
        ended && !next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
    })
}

/// The words of a point, without its label.
fn bare(point: &str) -> &str {
    let len = label(point).map_or(0, |label| label.len);
    point[len..].trim()
}

/// The bytes of the labels that go on the list whose first label stands at `start`.
fn follow(words: &str, start: usize, first: &Label, commas: bool) -> Option<Vec<usize>> {
    if !matches!(
        first.shape,
        Shape::Brackets | Shape::Bracket | Shape::Degree
    ) {
        return None;
    }
    let mut chains: Vec<(Reading, Vec<usize>)> = first
        .readings
        .iter()
        .filter(|reading| reading.suffix == 0 && counts(reading.family))
        .map(|reading| (reading.clone(), Vec::new()))
        .collect();
    let from = start + first.len;
    for (stop, sign) in words[from..].match_indices([';', ',']) {
        if sign == "," && !commas {
            continue;
        }
        let at = after_joint(words, from + stop + 1);
        let Some(next) = label(&words[at..]).filter(|next| next.shape == first.shape) else {
            continue;
        };
        if !speaks(&words[at + next.len..]) {
            continue;
        }
        for (last, found) in &mut chains {
            let goes_on = |reading: &&Reading| {
                reading.family == last.family
                    && reading.suffix == 0
                    && reading.last() == last.last() + 1
            };
            if let Some(reading) = next.readings.iter().find(goes_on) {
                *last = reading.clone();
                found.push(at);
            }
        }
    }
    // Of equal readings the first, as where a label stands alone.
    let longest = chains
        .into_iter()
        .map(|(_, found)| found)
        .reduce(|best, found| {
            if found.len() > best.len() {
                found
            } else {
                best
            }
        })?;
    (!longest.is_empty()).then_some(longest)
}

const fn counts(family: Family) -> bool {
    matches!(
        family,
        Family::Arabic | Family::Lower | Family::Upper | Family::RomanLower | Family::RomanUpper
    )
}

/// The byte after white space and one joint.
fn after_joint(words: &str, at: usize) -> usize {
    let at = at + blank(&words[at..]);
    let joint = JOINTS.iter().find_map(|joint| {
        let rest = words[at..].strip_prefix(joint)?;
        let gap = blank(rest);
        (gap > 0).then_some(at + joint.len() + gap)
    });
    joint.unwrap_or(at)
}

/// Whether what follows a label is what it labels: words, and not the rest of a citation
/// (`; (b), (c) and (d)`).
fn speaks(rest: &str) -> bool {
    let words = rest.trim_start();
    let word = words.split_whitespace().next().unwrap_or("");
    let joint = JOINTS.contains(&word) && {
        let next = after_joint(words, 0);
        label(&words[next..]).is_some_and(|label| label.shape != Shape::Open)
    };
    words.starts_with(|c: char| c.is_alphanumeric() || "“\"«‘'([".contains(c)) && !joint
}

fn blank(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let cuts = cuts(text, false);
        let starts = std::iter::once(0).chain(cuts.iter().copied());
        let ends = cuts.iter().copied().chain([text.len()]);
        starts.zip(ends).map(|(a, b)| text[a..b].trim()).collect()
    }

    #[test]
    fn points_on_one_line_come_apart() {
        let text = "i) The name of the ship ; ii) its flag; and iii) its master.";
        let found = parts(text);
        assert_eq!(
            found,
            [
                "i) The name of the ship ;",
                "ii) its flag; and",
                "iii) its master."
            ]
        );
        assert_eq!(parts("v) its cargo; vi) its port.").len(), 2);
        assert_eq!(parts("1. (a) hear the owner; (b) note the reply.").len(), 2);
    }

    #[test]
    fn a_colon_calls_for_a_list_and_then_commas_part_it() {
        let found = parts("2. The master shall: (a) keep a log, (b) show it and, (c) sign it.");
        assert_eq!(
            found[..2],
            ["2. The master shall:", "(a) keep a log,"],
            "{found:?}"
        );
        let nested = parts("The log shows: (a) ports: (i) left; (ii) reached; (b) crew.");
        assert_eq!(nested.len(), 5, "{nested:?}");
        // A sentence after the list may speak of the whole of it.
        let text = "The master shall: (a) keep a log; (b) show it. The owner shall pay.";
        assert_eq!(parts(text), [text]);
        let text = "No owner shall use: (a) an old ship, or (b) a boat, unless it is insured.";
        assert_eq!(parts(text), [text]);
    }

    #[test]
    fn citations_and_running_sentences_stay_whole() {
        for text in [
            "The ships named in paragraphs 1 (a) and (b) shall sail.",
            "(a) ships under paragraph 1 (a), (b) and (c) and their crews;",
            "1) a ship shall, 2) if it is old, be sold.",
            "The rules on: (a), (b) and (c) of Article 3 apply.",
            "(a) ships; (c) boats.",
            "The owner may (a) sell; (b) lend.",
            "e.g. a ship; b) a boat",
        ] {
            assert_eq!(parts(text), [text]);
        }
    }

    #[test]
    fn many_labels_are_read_in_bounded_time() {
        let text = "x: (a) y; (b) ".repeat(60_000);
        let start = std::time::Instant::now();
        cuts(&text, false);
        assert!(start.elapsed().as_secs() < 20);
    }
}
