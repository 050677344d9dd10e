//! Characters that would act on a terminal, or on the eye, made visible.

use std::borrow::Cow;

use crate::text::is_hidden;

/// Writes `\u{202e}` for every character that is not shown or that moves others: controls,
/// bidirectional controls, zero-width characters, line and paragraph separators.
///
/// Joiners between letters stay, since several scripts are written with them.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let mut before = None;
    let is_plain = |c: char| {
        let hidden = is_hidden(c, before);
        before = Some(c);
        !hidden
    };
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = None;
    for c in text.chars() {
        if is_hidden(c, before) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_or_the_eye_is_escaped() {
        assert_eq!(visible("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(visible("a\u{202e}b\u{2069}"), "a\\u{202e}b\\u{2069}");
        assert_eq!(
            visible("a\u{200b}b\u{ad}\u{9b}"),
            "a\\u{200b}b\\u{ad}\\u{9b}"
        );
        assert_eq!(visible("a\nb"), "a\\u{a}b");
    }

    #[test]
    fn what_scripts_need_stays() {
        for text in [
            "« é » – “q”",
            "می\u{200c}خواهم",
            "क\u{94d}\u{200d}ष",
            "e\u{301}",
            "漢字😀",
        ] {
            assert!(matches!(visible(text), Cow::Borrowed(_)), "{text}");
        }
        assert_eq!(visible("😀\u{200d}😀"), "😀\\u{200d}😀");
    }
}
