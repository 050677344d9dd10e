//! Text as phrases are matched in it: white space folded, case folded, typography levelled.
//!
//! One phrase in five runs over a line end in wrapped YAML, and quotation marks differ from text to
//! text; matching happens on the folded text and every match is carried back to the bytes it came
//! from. What is folded never changes order, so the way back is a list of segments.

use std::ops::Range;

/// A folded text and the way back to the text it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// (folded offset, original offset) where the distance between the two changes.
    segments: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds `text`.
    ///
    /// Runs of white space become one space; upper case becomes lower; curly, low and angle
    /// quotation marks, and LaTeX ones (two grave accents), become `"` or `'`; the various hyphens become `-`; soft hyphens
    /// and zero-width characters go.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            segments: Vec::new(),
        };
        let mut space = true;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if c.is_ascii_alphanumeric() {
                space = false;
                folded.mark(at);
                folded.text.push(c.to_ascii_lowercase());
                continue;
            }
            if c.is_whitespace() {
                if !space {
                    folded.mark(at);
                    folded.text.push(' ');
                }
                space = true;
                continue;
            }
            match c {
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => continue,
                _ => {}
            }
            space = false;
            folded.mark(at);
            match c {
                '“' | '”' | '„' | '‟' | '«' | '»' | '″' => folded.text.push('"'),
                '‘' | '’' | '‚' | '‛' | '′' | '´' => folded.text.push('\''),
                '`' if chars.next_if(|(_, next)| *next == '`').is_some() => folded.text.push('"'),
                '\'' if chars.next_if(|(_, next)| *next == '\'').is_some() => folded.text.push('"'),
                '`' => folded.text.push('\''),
                '‐' | '‑' | '‒' => folded.text.push('-'),
                '—' => folded.text.push('–'),
                other => folded.text.extend(other.to_lowercase()),
            }
        }
        folded
    }

    /// Notes that the next folded byte comes from `original`.
    fn mark(&mut self, original: usize) {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let (here, original) = (clamp(self.text.len()), clamp(original));
        let continues = self
            .segments
            .last()
            .is_some_and(|(folded, source)| here - folded == original.wrapping_sub(*source));
        if !continues {
            self.segments.push((here, original));
        }
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original text that a range of folded bytes came from. A range should not
    /// end in white space: its end is where what follows it begins.
    #[must_use]
    pub fn original(&self, range: Range<usize>, original: &str) -> Range<usize> {
        let start = self.back(range.start).unwrap_or(original.len());
        let end = if range.end >= self.text.len() {
            original.trim_end().len()
        } else {
            self.back(range.end).unwrap_or(original.len())
        };
        // Where characters were dropped (soft hyphens), the end may include them: they belong to
        // the word before.
        start.min(end)..end
    }

    /// The folded offset that an original offset became.
    #[must_use]
    pub fn folded(&self, original: usize) -> usize {
        let at = self
            .segments
            .partition_point(|(_, source)| *source as usize <= original);
        let Some((folded, source)) = at.checked_sub(1).map(|at| self.segments[at]) else {
            return 0;
        };
        let next = self
            .segments
            .get(at)
            .map_or(self.text.len(), |(folded, _)| *folded as usize);
        (folded as usize + (original - source as usize)).min(next)
    }

    fn back(&self, folded: usize) -> Option<usize> {
        let at = self
            .segments
            .partition_point(|(start, _)| *start as usize <= folded);
        let (start, source) = self.segments[at.checked_sub(1)?];
        Some(source as usize + (folded - start as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, phrase: &str) -> &'t str {
        let folded = Folded::new(text);
        let at = folded.as_str().find(phrase).unwrap();
        &text[folded.original(at..at + phrase.len(), text)]
    }

    #[test]
    fn a_match_over_a_line_end_comes_back_whole() {
        assert_eq!(
            found(
                "when   Committed\n    intentionally, x",
                "committed intentionally"
            ),
            "Committed\n    intentionally"
        );
    }

    #[test]
    fn quotation_marks_are_levelled() {
        assert_eq!(found("the term “Vessel” means", "\"vessel\""), "“Vessel”");
        assert_eq!(
            found("a) ``computer system'' means", "\"computer system\""),
            "``computer system''"
        );
    }

    #[test]
    fn accents_and_case_fold_together() {
        assert_eq!(found("L’ÉTAT  partie", "l'état partie"), "L’ÉTAT  partie");
    }

    #[test]
    fn the_end_of_the_text_is_a_place_too() {
        assert_eq!(found("  in its territory \n", "territory"), "territory");
    }

    #[test]
    fn original_offsets_fold_forward() {
        let text = "A  “b”  c";
        let folded = Folded::new(text);
        assert_eq!(
            folded.folded(text.find('c').unwrap()),
            folded.as_str().find('c').unwrap()
        );
    }
}
