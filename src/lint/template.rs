//! Messages with columns in them.

use super::error::Problem;

/// A message: `{term}` stands for what the column says, `{{` for a brace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template {
    source: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Column(String),
}

impl Template {
    /// Reads a message.
    pub(super) fn new(source: &str) -> Result<Self, Problem> {
        let source = source.trim_end();
        let mut pieces = Vec::new();
        let mut text = String::new();
        let mut chars = source.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '{' | '}' if chars.next_if_eq(&c).is_some() => text.push(c),
                '{' => {
                    let mut column = String::new();
                    loop {
                        match chars.next() {
                            Some('}') if !column.is_empty() => break,
                            Some(c) if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') => {
                                column.push(c);
                            }
                            _ => return Err(Problem::Placeholder),
                        }
                    }
                    pieces.push(Piece::Text(std::mem::take(&mut text)));
                    pieces.push(Piece::Column(column));
                }
                '}' => return Err(Problem::Placeholder),
                other => text.push(other),
            }
        }
        pieces.push(Piece::Text(text));
        Ok(Self {
            source: source.to_owned(),
            pieces,
        })
    }

    /// The message as it was written.
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    /// The columns that it names.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Column(column) => Some(column.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// The message with what each column says.
    pub(super) fn fill(&self, say: impl Fn(&str) -> String) -> String {
        let pieces = self.pieces.iter();
        pieces
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Column(column) => say(column),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_filled_and_braces_escaped() {
        let template = Template::new("“{term}” is {{not}} {modal.force}\n").unwrap();
        assert_eq!(
            template.columns().collect::<Vec<_>>(),
            ["term", "modal.force"]
        );
        assert_eq!(
            template.fill(str::to_uppercase),
            "“TERM” is {not} MODAL.FORCE"
        );
    }

    #[test]
    fn a_brace_without_a_column_is_a_fault() {
        for wrong in ["a {b", "a } b", "{}", "{a b}"] {
            assert_eq!(Template::new(wrong), Err(Problem::Placeholder), "{wrong}");
        }
    }
}
