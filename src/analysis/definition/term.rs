//! Terms and the forms in which they are used.
//!
//! A use of a term may be plural, possessive, hyphenated otherwise or in the other spelling
//! (-ise/-ize, offence/offense); it is still the term. Looser kinship (freeze for freezing) is kept
//! apart: it tells a term that is used in another form from one that is not used at all.

use std::ops::Range;

use super::kin::{is_filler, kin};

/// A term, ready to be recognised in folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    words: Vec<Word>,
    french: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// As the term has it.
    whole: String,
    /// The letters that every form begins with.
    root: String,
    ending: Ending,
    /// A hyphen follows in the term: what comes next may be joined.
    joined: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// -, -s, -es
    Plain,
    /// -y, -ies
    Y,
    /// -man, -men
    Man,
    /// child, children
    Child,
    /// French -al, -aux
    Al,
}

impl Term {
    /// Reads a term from its folded words; what stands in brackets is left out if anything remains.
    /// `None` if it has no letter or digit.
    #[must_use]
    pub fn new(folded: &str, french: bool) -> Option<Self> {
        let bare = without_brackets(folded);
        let source = if bare.chars().any(char::is_alphanumeric) {
            &bare
        } else {
            folded
        };
        let mut words = Vec::new();
        let mut letters = source.char_indices().peekable();
        while let Some((start, c)) = letters.next() {
            if !c.is_alphanumeric() {
                continue;
            }
            let mut end = start + c.len_utf8();
            while let Some((at, c)) = letters.next_if(|(_, c)| c.is_alphanumeric()) {
                end = at + c.len_utf8();
            }
            let joined = source[end..].starts_with('-');
            // The s of a possessive belongs to the word before.
            if &source[start..end] == "s" && source[..start].ends_with('\'') {
                continue;
            }
            words.push(Word::new(&source[start..end], joined, french));
        }
        (!words.is_empty()).then_some(Self { words, french })
    }

    /// A literal that every use begins with.
    #[must_use]
    pub fn anchor(&self) -> &str {
        let root = self.words[0].root.as_str();
        let doubt = root
            .char_indices()
            .find(|(at, c)| *at > 0 && varies(&root[..*at], *c))
            .map_or(root.len(), |(at, _)| at);
        // co-operation, cooperation
        let doubt = if root.starts_with("coo") { 2 } else { doubt };
        &root[..doubt]
    }

    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Never: a term has a word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The same for all forms of the term: singular and plural, in both spellings.
    #[must_use]
    pub fn key(&self) -> String {
        let mut key = String::new();
        for (at, word) in self.words.iter().enumerate() {
            if at > 0 && !self.words[at - 1].joined {
                key.push(' ');
            }
            for c in word.root.chars() {
                let z = c == 'z' && key.ends_with('i');
                key.push(if z { 's' } else { c });
            }
        }
        key
    }

    /// The use of the term that begins at byte `at` of a folded text, if one does.
    #[must_use]
    pub fn match_at(&self, text: &str, at: usize) -> Option<Range<usize>> {
        if text[..at].ends_with(char::is_alphanumeric) {
            return None;
        }
        let mut end = at;
        for (index, word) in self.words.iter().enumerate() {
            if index > 0 {
                end = separator(text, end, self.words[index - 1].joined)?;
            }
            let last = index + 1 == self.words.len();
            let glued = word.joined && !last && text[end..].starts_with(word.root.as_str());
            end = match word.match_at(text, end, self.french) {
                Some(end) => end,
                None if glued => end + word.root.len(),
                None => return None,
            };
        }
        Some(at..end)
    }

    /// Whether every word of substance has a relative in a list of kin forms (see [`kin`]).
    #[must_use]
    pub fn is_kin_of(&self, sentence: &[String]) -> bool {
        let mut any = false;
        for word in &self.words {
            if word.root.chars().count() < 3 || is_filler(&word.root) {
                continue;
            }
            any = true;
            let own = kin(&word.whole);
            let related = |other: &String| {
                other == &own
                    || (own.len().min(other.len()) >= 5
                        && (other.starts_with(own.as_str()) || own.starts_with(other.as_str())))
            };
            if !sentence.iter().any(related) {
                return false;
            }
        }
        any
    }

    /// Whether its last word of substance, the head, has a relative in a list of kin forms.
    #[must_use]
    pub fn head_is_kin_of(&self, sentence: &[String]) -> bool {
        let head = self.words.iter().rev().find(|word| !is_filler(&word.root));
        head.is_some_and(|word| sentence.contains(&kin(&word.whole)))
    }
}

impl Word {
    fn new(word: &str, joined: bool, french: bool) -> Self {
        let cut = |count: usize| word[..word.len() - count].to_owned();
        let (root, ending) = if french {
            match word {
                _ if word.len() > 4 && word.ends_with("aux") => (cut(3), Ending::Al),
                _ if word.len() > 3 && word.ends_with("al") => (cut(2), Ending::Al),
                _ if word.len() > 3 && word.ends_with(['s', 'x']) => (cut(1), Ending::Plain),
                _ => (word.to_owned(), Ending::Plain),
            }
        } else {
            let consonant = |back: usize| {
                word[..word.len() - back]
                    .ends_with(|c: char| c.is_alphabetic() && !"aeiou".contains(c))
            };
            match word {
                "child" | "children" => ("child".to_owned(), Ending::Child),
                _ if word.len() > 4 && word.ends_with("ies") => (cut(3), Ending::Y),
                _ if word.len() > 3 && word.ends_with('y') && consonant(1) => (cut(1), Ending::Y),
                _ if word.len() > 4 && (word.ends_with("man") || word.ends_with("men")) => {
                    (cut(2), Ending::Man)
                }
                _ if ["sses", "shes", "ches", "xes"]
                    .iter()
                    .any(|end| word.ends_with(end)) =>
                {
                    (cut(2), Ending::Plain)
                }
                _ if word.len() > 3
                    && word.ends_with('s')
                    && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) =>
                {
                    (cut(1), Ending::Plain)
                }
                _ => (word.to_owned(), Ending::Plain),
            }
        };
        Self {
            whole: word.to_owned(),
            root,
            ending,
            joined,
        }
    }

    /// The end of this word at `at`, in any of its forms.
    fn match_at(&self, text: &str, at: usize, french: bool) -> Option<usize> {
        let rest = text.get(at..)?;
        let mut letters = rest.char_indices().peekable();
        let mut root = self.root.char_indices();
        let mut end = 0;
        let mut wanted = root.next();
        while let Some((index, c)) = wanted {
            let (offset, found) = *letters.peek()?;
            if found == '-' && index > 0 {
                letters.next();
                continue;
            }
            if c != found && !same_letter(&self.root[..index], c, found) {
                return None;
            }
            letters.next();
            end = offset + found.len_utf8();
            wanted = root.next();
        }
        let rest = &rest[end..];
        let endings: &[&str] = match self.ending {
            Ending::Plain if french => &["", "s", "x", "e", "es"],
            Ending::Plain => &["", "s", "es"],
            Ending::Y => &["y", "ies"],
            Ending::Man => &["an", "en"],
            Ending::Child => &["", "ren"],
            Ending::Al => &["al", "aux", "ale", "ales"],
        };
        endings
            .iter()
            .find(|ending| {
                rest.strip_prefix(**ending)
                    .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            })
            .map(|ending| at + end + ending.len())
    }
}

/// Past what may stand between two words of a term.
fn separator(text: &str, at: usize, joined: bool) -> Option<usize> {
    match text[at..].chars().next()? {
        ' ' | '-' => Some(at + 1),
        // l'État, the State's territory
        '\'' => {
            let rest = &text[at + 1..];
            Some(
                at + 1
                    + rest
                        .strip_prefix("s ")
                        .map_or(usize::from(rest.starts_with(' ')), |_| 2),
            )
        }
        c if joined && c.is_alphanumeric() => Some(at),
        _ => None,
    }
}

/// Whether the two spellings of English may differ in this letter.
fn varies(before: &str, c: char) -> bool {
    matches!(c, 's' | 'z') && before.ends_with('i')
        || matches!(c, 's' | 'c') && before.ends_with('n')
}

fn same_letter(before: &str, wanted: char, found: char) -> bool {
    let pair = |a, b| (wanted, found) == (a, b) || (wanted, found) == (b, a);
    pair('s', 'z') && before.ends_with('i') || pair('s', 'c') && before.ends_with('n')
}

fn without_brackets(folded: &str) -> String {
    let mut depth = 0_u32;
    folded
        .chars()
        .filter(|c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(term: &str, text: &str, french: bool) -> Vec<String> {
        let term = Term::new(term, french).unwrap();
        (0..text.len())
            .filter(|at| text.is_char_boundary(*at) && text[*at..].starts_with(term.anchor()))
            .filter_map(|at| term.match_at(text, at))
            .map(|range| text[range].to_owned())
            .collect()
    }

    #[test]
    fn inflections_are_uses() {
        for (term, text, found) in [
            (
                "state party",
                "each state party and the states parties'",
                &["state party", "states parties"][..],
            ),
            (
                "serious crimes",
                "a serious crime; crimes",
                &["serious crime"],
            ),
            (
                "cooperation",
                "co-operation and cooperation",
                &["co-operation", "cooperation"],
            ),
            (
                "co-operation",
                "cooperation with co-operation",
                &["cooperation", "co-operation"],
            ),
            (
                "real-time data",
                "real time data, real-time data",
                &["real time data", "real-time data"],
            ),
            (
                "organized criminal group",
                "organised criminal groups",
                &["organised criminal groups"],
            ),
            (
                "predicate offence",
                "predicate offenses",
                &["predicate offenses"],
            ),
            ("child", "children or a child's", &["children", "child"]),
            ("(national) vessel", "the vessel", &["vessel"]),
            ("bus", "buses, bus", &["buses", "bus"]),
            ("proceeds", "proceed, proceeds", &["proceed", "proceeds"]),
        ] {
            assert_eq!(uses(term, text, false), found, "{term}");
        }
        assert_eq!(
            uses("autorité compétente", "les autorités compétentes", true),
            ["autorités compétentes"]
        );
        assert_eq!(uses("tribunal", "les tribunaux", true), ["tribunaux"]);
    }

    #[test]
    fn other_words_are_not() {
        assert!(uses("party", "partition", false).is_empty());
        assert!(uses("data", "database", false).is_empty());
        assert!(uses("act", "fact, actor", false).is_empty());
    }

    #[test]
    fn keys_ignore_form_and_spelling() {
        let key = |text: &str| Term::new(text, false).unwrap().key();
        assert_eq!(key("organised groups"), key("organized group"));
        assert_eq!(key("co-operation"), key("cooperation"));
        assert_ne!(key("state party"), key("requested state party"));
    }
}
