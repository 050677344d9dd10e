//! Words in quotation marks: where a definiendum mostly stands.
//!
//! Works on the folded text, but asks the printed one which mark it was: `“` opens, `”` closes, and
//! of a mark that may do both the neighbours decide. A mark without a partner opens nothing.

use crate::analysis::Folded;
use std::ops::Range;

/// Longest run of bytes between two marks that is still taken for a term.
const LONGEST: usize = 120;

/// Words between quotation marks, in folded bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quoted {
    /// With the marks.
    pub(super) outer: Range<usize>,
    /// Without them and without the white space inside.
    pub(super) inner: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    at: usize,
    end: usize,
    double: bool,
    opens: bool,
    closes: bool,
}

/// The quoted runs of a text, in order, none inside another.
pub(super) fn quoted(folded: &Folded, original: &str) -> Vec<Quoted> {
    let text = folded.as_str();
    let marks = marks(folded, original);
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(open) = marks.get(next).copied() {
        next += 1;
        if !open.opens {
            continue;
        }
        for (step, mark) in marks[next..].iter().enumerate() {
            let content = &text[open.end..mark.at];
            if mark.at - open.end > LONGEST || content.contains(';') {
                break;
            }
            if mark.double == open.double && mark.closes {
                let trimmed = content.trim();
                if trimmed.chars().any(char::is_alphanumeric) {
                    let start = open.end + (content.len() - content.trim_start().len());
                    let words = trimmed.trim_end_matches([',', '.', ' ']);
                    found.push(Quoted {
                        outer: open.at..mark.end,
                        inner: start..start + words.len(),
                    });
                    next += step + 1;
                }
                break;
            }
            // A second mark that can only open: the first had no partner.
            if mark.double == open.double && mark.opens {
                break;
            }
        }
    }
    found
}

fn marks(folded: &Folded, original: &str) -> Vec<Mark> {
    let text = folded.as_str();
    let bytes = text.as_bytes();
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(step) = bytes[at..]
        .iter()
        .position(|byte| matches!(byte, b'"' | b'\'' | b','))
    {
        let start = at + step;
        let pair = bytes.get(start + 1) == Some(&bytes[start]);
        at = start + 1 + usize::from(pair);
        let (double, comma) = match bytes[start] {
            b'"' => (true, false),
            b'\'' => (pair, false),
            _ if pair => (true, true),
            _ => continue,
        };
        let before = text[..start].chars().next_back();
        let after = text[at..].chars().next();
        let word_before = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '.'));
        let word_after = after.is_some_and(|c| c.is_alphanumeric() || c == '(');
        let printed = printed(folded, original, start);
        let (opens, closes) = match printed {
            // An apostrophe stands between letters; a closing mark after one.
            _ if !double && word_before && word_after => continue,
            _ if comma => (!word_before && word_after, false),
            Some('“' | '„' | '«' | '`' | '‘') => (true, false),
            Some('»') => (false, true),
            // `”X”` is found, too.
            Some('”' | '’') => (!word_before && word_after, word_before || !word_after),
            _ => (!word_before && word_after, word_before || !word_after),
        };
        marks.push(Mark {
            at: start,
            end: at,
            double,
            opens,
            closes,
        });
    }
    marks
}

/// The printed character that a folded byte came from.
fn printed(folded: &Folded, original: &str, at: usize) -> Option<char> {
    let start = folded.original(at..at + 1, original).start;
    original.get(start..)?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let folded = Folded::new(text);
        quoted(&folded, text)
            .into_iter()
            .map(|one| folded.as_str()[one.inner].to_owned())
            .collect()
    }

    #[test]
    fn every_style_of_mark() {
        for text in [
            "the term “Small craft” means",
            "the term \"Small craft\" means",
            "(1) ‘small craft’ means",
            "a) ``small craft\" means",
            "a) ``small craft'' means",
            "‘‘small craft’’ means",
            "the term „small craft” means",
            "the term ,,small craft\" means",
            "« small craft » désigne",
            "”small craft” means",
        ] {
            assert_eq!(terms(text), ["small craft"], "{text}");
        }
    }

    #[test]
    fn a_stray_mark_opens_nothing() {
        assert!(terms("causing significant” damage” to a party").is_empty());
        assert!(terms("the Parties' rights and the State's duties").is_empty());
        assert_eq!(terms("an odd “ mark and “a term” means"), ["a term"]);
        assert!(terms("“").is_empty());
    }

    #[test]
    fn apostrophes_stay_inside() {
        assert_eq!(terms("‘the master's ship’ means"), ["the master's ship"]);
        assert_eq!(terms("“l’État d’envoi” désigne"), ["l'état d'envoi"]);
    }
}
