//! Markdown to plain text: marks go, words stay, and every byte remembers where it was.
//!
//! Only what frames and emphasises is taken away (`#` before a heading, `*` around words, the
//! metadata block before the text); links and footnotes are kept as they are written. A text
//! without a single heading line is no Markdown, and stays as it is.

use crate::text::Span;

/// A text without its marks.
#[derive(Debug, Clone, Default)]
pub(super) struct Plain {
    /// The words.
    pub(super) text: String,
    /// The marks that were taken away, as bytes of the original, in order.
    pub(super) dropped: Vec<Span>,
}

impl Plain {
    /// The bytes of the original that a span of the words came from.
    pub(super) fn original(&self, span: Span) -> Span {
        Span::new(self.offset(span.start, false), self.offset(span.end, true))
    }

    fn offset(&self, at: u32, end: bool) -> u32 {
        let mut gone = 0;
        for mark in &self.dropped {
            let before = mark.start - gone;
            if before > at || before == at && end {
                break;
            }
            gone += mark.len();
        }
        at + gone
    }
}

/// Takes the marks away, if the text is Markdown.
pub(super) fn plain(text: &str) -> Plain {
    if !text.lines().any(|line| heading_mark(line) > 0) {
        return Plain {
            text: text.to_owned(),
            dropped: Vec::new(),
        };
    }
    let mut dropped = Vec::new();
    let mut at = metadata(text);
    match title(&text[..at]) {
        // The title stays: it is the first line then.
        Some(title) => {
            dropped.push(Span::from_range(0..title.start));
            dropped.push(Span::from_range(title.end + 1..at));
        }
        None if at > 0 => dropped.push(Span::from_range(0..at)),
        None => {}
    }
    for line in text[at..].split_inclusive('\n') {
        if is_machinery(line) {
            dropped.push(Span::from_range(at..at + line.trim_end().len()));
            at += line.len();
            continue;
        }
        let mark = heading_mark(line);
        if mark > 0 {
            dropped.push(Span::from_range(at..at + mark));
        }
        for range in emphasis(&line[mark..]) {
            dropped.push(Span::from_range(
                at + mark + range.start..at + mark + range.end,
            ));
        }
        at += line.len();
    }
    let mut words = String::with_capacity(text.len());
    let mut from = 0;
    for span in &dropped {
        words.push_str(&text[from..span.range().start]);
        from = span.range().end;
    }
    words.push_str(&text[from..]);
    Plain {
        text: words,
        dropped,
    }
}

/// The bytes of the metadata block (`---` … `---`) at the start of a text.
fn metadata(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("---\n") else {
        return 0;
    };
    rest.find("\n---\n").map_or(0, |end| 4 + end + 5)
}

/// The bytes of the title in a metadata block, up to the end of its line.
fn title(metadata: &str) -> Option<std::ops::Range<usize>> {
    let key = "\ntitle: ";
    let start = metadata.find(key)? + key.len();
    let end = start + metadata[start..].find('\n')?;
    let quoted = metadata[start..end].starts_with(['"', '\'']);
    (end > start && !quoted).then_some(start..end)
}

/// Lines that speak to the program that sets the page: a place for the contents, the address of a
/// link.
fn is_machinery(line: &str) -> bool {
    let line = line.trim();
    let link = line
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]: "));
    let link = link.is_some_and(|(name, rest)| {
        !name.starts_with('^') && !name.contains(']') && !rest.contains(' ')
    });
    link || line == "* TOC" || line.starts_with("{:") && line.ends_with('}')
}

/// The bytes of `## ` at the start of a line.
fn heading_mark(line: &str) -> usize {
    let marks = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&marks) && line[marks..].starts_with(' ') {
        marks + 1
    } else {
        0
    }
}

/// The marks of emphasis in a line: runs of stars that open before a word and close after one.
fn emphasis(line: &str) -> Vec<std::ops::Range<usize>> {
    let mut open: Vec<std::ops::Range<usize>> = Vec::new();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = line[at..].find(['*', '\\']) {
        let start = at + next;
        if line[start..].starts_with('\\') {
            // An escaped star is a star.
            if line[start + 1..].starts_with('*') {
                found.push(start..start + 1);
                at = start + 2;
            } else {
                at = start + 1;
            }
            continue;
        }
        let len = line[start..].len() - line[start..].trim_start_matches('*').len();
        let run = start..start + len;
        at = run.end;
        let before = line[..start]
            .chars()
            .next_back()
            .is_some_and(|c| !c.is_whitespace());
        let after = line[run.end..]
            .chars()
            .next()
            .is_some_and(|c| !c.is_whitespace());
        let opener = open
            .iter()
            .rposition(|other| other.len() == len)
            .filter(|_| before);
        if let Some(place) = opener {
            found.push(open[place].clone());
            found.push(run);
            open.truncate(place);
        } else if after {
            open.push(run);
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_keep_their_bytes() {
        let text = "---\ntitle: A\n---\n## Article 2 *(purpose)*\n\n**Option 1:** a \\* b * c *d\n";
        let plain = plain(text);
        assert_eq!(
            plain.text,
            "A\nArticle 2 (purpose)\n\nOption 1: a * b * c *d\n"
        );
        let at = u32::try_from(plain.text.find("purpose").unwrap()).unwrap();
        let original = plain.original(Span::new(at, at + 7));
        assert_eq!(&text[original.range()], "purpose");
    }

    #[test]
    fn a_text_without_headings_is_no_markdown() {
        assert_eq!(plain("*Preamble*The Parties").text, "*Preamble*The Parties");
    }
}
