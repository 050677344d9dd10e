//! Folded text as tokens, one at a time: citations are short, so nothing is tokenised ahead.

use super::super::Folded;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'t> {
    /// Letters; `sub-paragraph` is one word.
    Word(&'t str),
    /// ASCII digits.
    Number(&'t str),
    /// Anything else, one character.
    Mark(char),
}

/// A token and the folded bytes it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind<'t>,
    pub(super) start: usize,
    pub(super) end: usize,
    /// White space, or the start of the text, stands before it.
    pub(super) spaced: bool,
}

impl<'t> Token<'t> {
    /// The word, if it is one.
    pub(super) const fn word(&self) -> Option<&'t str> {
        match self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether it is this character.
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// A place in a folded text from which tokens are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    folded: &'t Folded,
    original: &'t str,
    /// Folded bytes already read.
    pub(super) at: usize,
}

impl<'t> Cursor<'t> {
    /// At the start of a text. `original` is what was folded.
    pub(super) fn new(folded: &'t Folded, original: &'t str) -> Self {
        Self {
            text: folded.as_str(),
            folded,
            original,
            at: 0,
        }
    }

    /// The same text from another byte.
    pub(super) const fn from(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The folded text.
    pub(super) const fn text(&self) -> &'t str {
        self.text
    }

    /// The next token, without reading past it.
    pub(super) fn peek(&self) -> Option<Token<'t>> {
        let rest = self.text.get(self.at..)?;
        let bare = rest.trim_start_matches(' ');
        let start = self.at + (rest.len() - bare.len());
        let spaced = start > self.at || start == 0 || self.text[..start].ends_with(' ');
        let first = bare.chars().next()?;
        let (kind, len) = if first.is_ascii_digit() {
            let len = run(bare, |c| c.is_ascii_digit());
            (Kind::Number(&bare[..len]), len)
        } else if first.is_alphabetic() {
            let mut len = run(bare, char::is_alphabetic);
            if &bare[..len] == "sub" && bare[len..].starts_with('-') {
                let more = run(&bare[len + 1..], char::is_alphabetic);
                if more > 0 {
                    len += 1 + more;
                }
            }
            (Kind::Word(&bare[..len]), len)
        } else {
            (Kind::Mark(first), first.len_utf8())
        };
        Some(Token {
            kind,
            start,
            end: start + len,
            spaced,
        })
    }

    /// Reads a token.
    pub(super) fn next(&mut self) -> Option<Token<'t>> {
        let token = self.peek()?;
        self.at = token.end;
        Some(token)
    }

    /// Reads the next token if it satisfies `test`.
    pub(super) fn take(&mut self, test: impl FnOnce(&Token<'t>) -> bool) -> Option<Token<'t>> {
        let token = self.peek().filter(test)?;
        self.at = token.end;
        Some(token)
    }

    /// Reads the next token if it is this character.
    pub(super) fn take_mark(&mut self, mark: char) -> Option<Token<'t>> {
        self.take(|token| token.is(mark))
    }

    /// Reads the next token if it is one of these words.
    pub(super) fn take_word(&mut self, words: &[&str]) -> Option<Token<'t>> {
        self.take(|token| token.word().is_some_and(|word| words.contains(&word)))
    }

    /// Whether what stands at a folded byte was printed as a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        let from = self.folded.original(at..at + 1, self.original).start;
        self.original
            .get(from..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(char::is_uppercase)
    }

    /// Whether a parenthesis opened within the last words is still open at `at`.
    pub(super) fn in_parenthesis(&self, at: usize) -> bool {
        let mut depth = 0_u32;
        for c in self.text[..at].chars().rev().take(240) {
            match c {
                ')' => depth += 1,
                '(' if depth == 0 => return true,
                '(' => depth -= 1,
                ';' => return false,
                _ => {}
            }
        }
        false
    }

    /// The words before `at`, nearest first, with what stands between left out; at most `most`.
    pub(super) fn words_before(&self, at: usize, most: usize) -> Vec<(usize, &'t str)> {
        let mut found = Vec::new();
        let mut end = at;
        while found.len() < most {
            let head = &self.text[..end];
            let bare = head.trim_end_matches(|c: char| !c.is_alphanumeric());
            // A citation is not governed from another sentence or another limb of the list.
            if head[bare.len()..].contains([';', ':', '.']) || bare.is_empty() {
                break;
            }
            let len: usize = bare
                .chars()
                .rev()
                .take_while(|c| c.is_alphanumeric())
                .map(char::len_utf8)
                .sum();
            end = bare.len() - len;
            found.push((end, &bare[end..]));
        }
        found
    }
}

fn run(text: &str, inside: impl Fn(char) -> bool) -> usize {
    text.find(|c| !inside(c)).unwrap_or(text.len())
}
