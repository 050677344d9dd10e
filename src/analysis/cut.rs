//! Where a text falls into sentences.
//!
//! Works on the text as printed, before folding, because the capital that begins a sentence is the
//! best evidence that the last one ended.

use std::ops::Range;

/// Words that end in a full stop and do not end a sentence, without it, in lower case.
const ABBREVIATIONS: [&str; 34] = [
    "art", "arts", "para", "paras", "par", "no", "nos", "nr", "cf", "ch", "chap", "sec", "vol",
    "p", "pp", "e.g", "i.e", "viz", "etc", "ibid", "mr", "mrs", "dr", "h.e", "st", "u.n", "u.s",
    "u.s.a", "u.k", "incl", "approx", "op", "n", "m",
];

/// The sentences of `text`, as byte ranges without the white space around them. Together they hold
/// every character of the text that is not white space.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '?' | '!') {
            continue;
        }
        // Closing quotes and brackets belong to the sentence they close.
        let mut end = at + c.len_utf8();
        while let Some((at, close)) = chars.next_if(|(_, c)| is_closing(*c)) {
            end = at + close.len_utf8();
        }
        let rest = &text[end..];
        let next = rest.trim_start();
        let spaced = next.len() < rest.len();
        if next.is_empty() || (spaced && begins_sentence(next) && !abbreviates(&text[start..at])) {
            push(text, start..end, &mut found);
            start = end;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    if start < end {
        found.push(start..end);
    }
}

const fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | '»' | ')' | ']')
}

/// Whether `next` could begin a sentence: a capital, a digit, an opening quote or bracket.
fn begins_sentence(next: &str) -> bool {
    let mut chars = next.chars();
    let first = chars.next();
    let letter = match first {
        Some('“' | '‘' | '"' | '\'' | '«' | '(' | '[' | '„') => chars.next(),
        other => other,
    };
    letter.is_some_and(|c| c.is_uppercase() || c.is_numeric() || (!c.is_alphanumeric() && c != '.'))
        && !matches!(first, Some(',' | ';' | ':' | ')'))
}

/// Whether the text before a full stop ends in an abbreviation or an initial.
fn abbreviates(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"'))
        .next()
        .unwrap_or_default();
    let single = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let lower = word.to_lowercase();
    single || ABBREVIATIONS.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn a_stop_before_a_capital_ends_a_sentence() {
        assert_eq!(
            cut("A Party may act.  It shall\n say so. "),
            ["A Party may act.", "It shall\n say so."]
        );
    }

    #[test]
    fn abbreviations_and_numbers_do_not() {
        assert_eq!(
            cut("See art. 5 and No. 185, i.e. The Act. Done."),
            ["See art. 5 and No. 185, i.e. The Act.", "Done."]
        );
        assert_eq!(cut("a rate of 1.5 per cent"), ["a rate of 1.5 per cent"]);
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        assert_eq!(
            cut("He said “stop.” Then left."),
            ["He said “stop.”", "Then left."]
        );
    }

    #[test]
    fn a_text_without_a_stop_is_one_sentence() {
        assert_eq!(cut(" the following: "), ["the following:"]);
        assert!(cut("  ").is_empty());
    }
}
