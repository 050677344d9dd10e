//! The page of a lint.

use std::fmt::Write as _;

use super::{Paint, Terminal, paragraph, visible};
use crate::diagnostic::Severity;
use crate::lint::{Lint, Prose, Snippet, Source};

/// Lines of prose are no wider than this, whatever the terminal: they are to be read.
const WIDEST: usize = 90;

/// What a lint finds, why that matters, what fails and passes, where it is described, and how it is
/// silenced.
#[must_use]
pub fn explain(lint: &Lint, prose: Option<&Prose>, terminal: &Terminal) -> String {
    let mut page = Page::new(terminal);
    page.title(lint.id(), lint.summary());
    let facts = facts(lint);
    page.text("", &facts);
    page.heading("Says");
    for ((severity, confidence), message) in lint.levels().zip(lint.messages()) {
        let text = format!("{severity}, {confidence} confidence: {message}");
        page.item(&text);
    }
    if let Some(prose) = prose {
        if !prose.rationale.is_empty() {
            page.heading("Why");
            page.text("", &prose.rationale);
        }
        page.examples("Fails", &prose.fails);
        page.examples("Passes", &prose.passes);
    }
    if let Some(help) = lint.help() {
        page.heading("What to do");
        page.text("", help);
    }
    page.heading("To accept it in one place");
    page.text("", "Say so in the record, with the reason:");
    let allow = format!("allow:\n  - {{lint: {}, reason: …}}", lint.id());
    page.verbatim(&allow);
    if let Some(prose) = prose.filter(|prose| !prose.sources.is_empty()) {
        page.heading("Sources");
        for source in &prose.sources {
            page.item(&cited(source));
        }
    }
    page.out
}

/// The page of a fault of a file.
#[must_use]
pub fn explain_fault(id: &str, summary: &str, terminal: &Terminal) -> String {
    let mut page = Page::new(terminal);
    page.title(id, summary);
    page.text(
        "",
        "A fault of a file, and no judgement of its words: it is found before any lint runs, and \
         each finding says at its place what is wrong and how to mend it.",
    );
    page.out
}

fn facts(lint: &Lint) -> String {
    let worst = lint.levels().map(|(severity, _)| severity).max();
    let state = match (lint.is_preview(), lint.is_default()) {
        (true, _) => "in preview: it runs only when it is selected",
        (false, true) => "on by default",
        (false, false) => "off by default",
    };
    let mut text = format!(
        "At worst of severity {}; {state}; since {}.",
        worst.unwrap_or(Severity::Note),
        lint.since()
    );
    if !lint.tags().is_empty() {
        let _ = write!(text, " Tags: {}.", lint.tags().join(", "));
    }
    if lint.needs_whole() {
        text.push_str(" Withheld for excerpts, since it judges the instrument as a whole.");
    }
    text
}

fn cited(source: &Source) -> String {
    let mut text = source.cite.clone();
    for part in [&source.place, &source.note, &source.url]
        .into_iter()
        .flatten()
    {
        let _ = write!(text, ", {part}");
    }
    text
}

struct Page<'t> {
    terminal: &'t Terminal,
    columns: usize,
    out: String,
}

impl<'t> Page<'t> {
    fn new(terminal: &'t Terminal) -> Self {
        Self {
            terminal,
            columns: terminal.width.min(WIDEST),
            out: String::new(),
        }
    }

    fn title(&mut self, id: &str, summary: &str) {
        let id = self.terminal.paint(Paint::Strong, id);
        let _ = writeln!(self.out, "{id}");
        self.text("  ", summary);
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        let text = self.terminal.paint(Paint::Strong, text);
        let _ = writeln!(self.out, "\n{text}");
    }

    fn text(&mut self, indent: &str, text: &str) {
        for block in text.split("\n\n") {
            let block = block.split_whitespace().collect::<Vec<_>>().join(" ");
            let block = visible(&block);
            self.out
                .push_str(&paragraph(&block, indent, indent, self.columns));
        }
    }

    fn item(&mut self, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.out
            .push_str(&paragraph(&visible(&text), "- ", "  ", self.columns));
    }

    /// Lines as they stand.
    fn verbatim(&mut self, text: &str) {
        for line in text.lines() {
            let _ = writeln!(self.out, "    {}", visible(line));
        }
    }

    fn examples(&mut self, heading: &str, examples: &[Snippet]) {
        if examples.is_empty() {
            return;
        }
        self.heading(heading);
        for (at, example) in examples.iter().enumerate() {
            if at > 0 {
                self.out.push('\n');
            }
            self.quoted(&example.text);
            if let Some(why) = &example.why {
                self.out
                    .push_str(&paragraph(&visible(why), "  because ", "  ", self.columns));
            }
            if let Some(fixed) = &example.fixed {
                self.out.push_str("  instead:\n");
                self.quoted(fixed);
            }
        }
    }

    /// Text, wrapped; records keep their lines. The words at fault stand out.
    fn quoted(&mut self, text: &str) {
        for line in text.lines() {
            let indent: String = line.chars().take_while(|c| *c == ' ').collect();
            let indent = format!("    {indent}");
            let line = visible(line);
            let wrapped = paragraph(&line, &indent, &indent, self.columns);
            let (open, close) = if self.terminal.colour {
                ("\u{1b}[1;4m", "\u{1b}[0m")
            } else {
                ("⟦", "⟧")
            };
            self.out
                .push_str(&wrapped.replace('⟦', open).replace('⟧', close));
        }
    }
}
