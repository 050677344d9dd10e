//! How a string is spelled: what may stand plain, what under a bar, and what must be escaped.

use std::fmt::Write as _;

use super::core_schema::{self, Plain};

/// Writes a string on one line: plain if it may stand so, else in double quotes.
pub(super) fn on_one_line(text: &str, in_brackets: bool, out: &mut String) {
    if is_plain(text, in_brackets) {
        out.push_str(text);
    } else {
        out.push('"');
        escape(text, out);
        out.push('"');
    }
}

/// Writes a string as it stands inside double quotes.
pub(super) fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        let code = u32::from(character);
        let _ = match character {
            '"' | '\\' => write!(out, "\\{character}"),
            '\n' => write!(out, "\\n"),
            '\r' => write!(out, "\\r"),
            '\t' => write!(out, "\\t"),
            _ if !must_escape(character) => write!(out, "{character}"),
            _ if code < 0x100 => write!(out, "\\x{code:02X}"),
            _ if code < 0x1_0000 => write!(out, "\\u{code:04X}"),
            _ => write!(out, "\\U{code:08X}"),
        };
    }
}

/// Whether a literal block carries the text unharmed past every reader: there are no escapes in it,
/// readers differ on tabs where its indentation is found out, and one without words has none.
pub(super) fn fits_literal(text: &str) -> bool {
    let first = text
        .trim_start_matches('\n')
        .lines()
        .next()
        .unwrap_or_default();
    text.chars()
        .all(|character| character == '\n' || !must_escape(character))
        && !text.split('\n').any(|line| line.starts_with('\t'))
        && !first.trim_matches([' ', '\t']).is_empty()
}

/// Whether a string stands plain: the same string in YAML 1.2, in 1.1, and to the eye.
pub(super) fn is_plain(text: &str, in_brackets: bool) -> bool {
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
        return false;
    };
    if first.is_whitespace() || last.is_whitespace() || last == ':' {
        return false;
    }
    if "-?:,[]{}#&*!|>'\"%@`=<~".contains(first) || text.starts_with("...") {
        return false;
    }
    if text
        .chars()
        .any(|character| must_escape(character) || character == '\t')
    {
        return false;
    }
    if in_brackets && text.contains([',', '[', ']', '{', '}', ':', '#']) {
        return false;
    }
    !text.contains(": ") && !text.contains(" #") && !has_other_type(text)
}

/// Whether some reader takes the plain text for something else than a string.
fn has_other_type(text: &str) -> bool {
    const WORDS: [&str; 11] = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", ".inf", ".nan",
    ];
    if core_schema::type_of(text) != Plain::String
        || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
    {
        return true;
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return false;
    }
    let all = |allowed: &str| {
        unsigned
            .chars()
            .all(|character| allowed.contains(character))
    };
    let prefixed = ["0x", "0X", "0o", "0O", "0b", "0B"]
        .iter()
        .any(|prefix| unsigned.starts_with(prefix))
        && unsigned[2..]
            .chars()
            .all(|digit| digit.is_ascii_hexdigit() || digit == '_');
    // Numbers with exponents and separators, sexagesimal numbers, dates, times of a date.
    all("0123456789_.,:/+-eE")
        || prefixed
        || matches!(unsigned.as_bytes(), [a, b, c, d, b'-', e, ..]
            if [a, b, c, d, e].iter().all(|digit| digit.is_ascii_digit()))
        || [".inf", ".nan"]
            .iter()
            .any(|word| unsigned.eq_ignore_ascii_case(word))
}

/// Whether a character stands nowhere but as an escape: controls, what one version of YAML takes
/// for a line break and the other does not, the byte-order mark, and what is no character.
pub(super) const fn must_escape(character: char) -> bool {
    !matches!(
        character,
        '\t' | ' '..='~'
            | '\u{A0}'..='\u{2027}'
            | '\u{202A}'..='\u{FEFE}'
            | '\u{FF00}'..='\u{FFFD}'
            | '\u{10000}'..
    )
}
