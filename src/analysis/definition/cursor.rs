//! Reading a folded text forward and backward by words.

/// The end of `words` at byte `at` of a folded text, if they stand there whole.
pub(super) fn eat(text: &str, at: usize, words: &str) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix(words)?;
    let whole =
        !rest.starts_with(char::is_alphanumeric) || !words.ends_with(|c: char| c.is_alphanumeric());
    whole.then(|| at + words.len())
}

/// The end of the first of several words that stands at `at`.
pub(super) fn eat_any(text: &str, at: usize, choices: &[&str]) -> Option<usize> {
    choices.iter().find_map(|words| eat(text, at, words))
}

/// The first byte at or after `at` that is not a space.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + (rest.len() - rest.trim_start().len())
}

/// The last of several words that ends at `end`, white space between skipped: its start.
pub(super) fn before_any(text: &str, end: usize, choices: &[&str]) -> Option<usize> {
    let before = text[..end].trim_end();
    choices.iter().find_map(|words| {
        let rest = before.strip_suffix(words)?;
        let elided = words.ends_with('\'');
        let whole = !rest.ends_with(char::is_alphanumeric);
        (whole && (!elided || before.len() == end)).then_some(rest.len())
    })
}

/// The end of the word that begins at `at`: letters, digits, hyphens and apostrophes inside.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    let mut end = at;
    for (offset, c) in text[at..].char_indices() {
        if c.is_alphanumeric() || matches!(c, '-' | '\'' | '/') {
            end = at + offset + c.len_utf8();
        } else {
            break;
        }
    }
    end
}
