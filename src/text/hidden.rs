//! Characters that a reader does not see, or that look like others.
//!
//! A text may read otherwise than it is: bidirectional controls reorder what is shown, characters
//! without width split a word that looks whole, letters of another script pass for Latin ones
//! (Boucher and Anderson, “Trojan Source”, 2021; Unicode Technical Standard 39).

use std::ops::Range;

use unicode_script::{Script, UnicodeScript};
use unicode_width::UnicodeWidthChar;

/// How a text deceives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deceit {
    /// Bidirectional controls: what follows is shown in another order.
    Reordering,
    /// A character that takes no space and leaves no mark.
    ZeroWidth,
    /// Letters of two scripts in one word, of which one looks like the other.
    MixedScripts,
}

/// A deceptive place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deception {
    /// The characters, or the word; bytes of the text.
    pub range: Range<usize>,
    /// How it deceives.
    pub deceit: Deceit,
}

/// Whether a character acts on what is around it, or is not seen: controls, bidirectional controls,
/// characters without width, line and paragraph separators. Joiners after letters do not count,
/// since several scripts are written with them.
#[must_use]
pub fn is_hidden(c: char, before: Option<char>) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}')
        || matches!(
            deceit(c, before),
            Some(Deceit::Reordering | Deceit::ZeroWidth)
        )
}

/// Every deceptive place of a text, in order. A byte-order mark at its start is none.
#[must_use]
pub fn deceptions(text: &str) -> Vec<Deception> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut found: Vec<Deception> = Vec::new();
    let mut before = None;
    let mut word: Option<Range<usize>> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if let Some(deceit) = deceit(c, before).filter(|_| at > 0 || c != '\u{FEFF}') {
            match found.last_mut() {
                Some(last) if last.range.end == at && last.deceit == deceit => last.range.end = end,
                _ => found.push(Deception {
                    range: at..end,
                    deceit,
                }),
            }
        }
        before = Some(c);
        if c.is_alphabetic() || c.width() == Some(0) {
            word = Some(word.map_or(at..end, |word| word.start..end));
        } else if let Some(word) = word.take() {
            mixed(text, word, &mut found);
        }
    }
    if let Some(word) = word {
        mixed(text, word, &mut found);
    }
    found.sort_by_key(|one| (one.range.start, one.range.end));
    found
}

/// How a single character deceives.
fn deceit(c: char, before: Option<char>) -> Option<Deceit> {
    match c {
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some(Deceit::Reordering)
        }
        '\u{200C}' | '\u{200D}' if before.is_some_and(takes_joiner) => None,
        '\u{AD}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => Some(Deceit::ZeroWidth),
        _ => None,
    }
}

/// Whether a joiner has work to do after a character: after a letter, or a mark on one, of a script
/// whose letters join.
fn takes_joiner(before: char) -> bool {
    let letter = before.is_alphabetic()
        || (before.width() == Some(0) && !matches!(before, '\u{FE00}'..='\u{FE0F}'));
    letter
        && !matches!(
            before.script(),
            Script::Latin | Script::Cyrillic | Script::Greek
        )
}

/// Reports a word in which letters of one script pass for letters of another.
fn mixed(text: &str, word: Range<usize>, found: &mut Vec<Deception>) {
    let letters = || text[word.clone()].chars();
    if text[word.clone()].is_ascii() {
        return;
    }
    let latin = letters().any(|c| c.script() == Script::Latin);
    let passes = |c: char| {
        let other = matches!(
            c.script(),
            Script::Cyrillic | Script::Greek | Script::Armenian
        );
        other && LOOK_LATIN.contains(c)
    };
    if latin && letters().any(passes) {
        found.push(Deception {
            range: word,
            deceit: Deceit::MixedScripts,
        });
    }
}

/// Cyrillic, Greek and Armenian letters that are drawn like Latin ones (from the confusables of
/// Unicode Technical Standard 39, those that common fonts do not tell apart).
const LOOK_LATIN: &str =
    "аАВсСԁеЕҽғԍһНіІїЇјЈкКӏмМпоОрРԛѕЅТтгуУѵѴԝԜхХҮүΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοορυικϲϳՕօՍսոհցզ";

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Deceit)> {
        let found = deceptions(text);
        let words = found
            .iter()
            .map(|one| (&text[one.range.clone()], one.deceit));
        words.collect()
    }

    #[test]
    fn controls_that_reorder_and_characters_without_width_are_found() {
        assert_eq!(
            found("shall\u{200b} not \u{202e}\u{2066}yam\u{202c}"),
            [
                ("\u{200b}", Deceit::ZeroWidth),
                ("\u{202e}\u{2066}", Deceit::Reordering),
                ("\u{202c}", Deceit::Reordering),
            ]
        );
        assert_eq!(found("a\u{feff}b"), [("\u{feff}", Deceit::ZeroWidth)]);
    }

    #[test]
    fn a_word_of_two_scripts_that_look_alike_is_found_whole() {
        assert_eq!(
            found("each P\u{430}rty shall"),
            [("P\u{430}rty", Deceit::MixedScripts)]
        );
        assert_eq!(
            found("\u{420}arty"),
            [("\u{420}arty", Deceit::MixedScripts)]
        );
    }

    #[test]
    fn ordinary_text_of_any_script_is_silent() {
        for text in [
            "\u{feff}« L’État » – “Party” § 1 é e\u{301} ﬁ",
            "Каждое Государство-участник (State Party)",
            "Δt, µm, β-blockers, Ω",
            "می\u{200c}خواهم क\u{94d}\u{200d}ष",
            "漢字 한글 עברית العربية",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
