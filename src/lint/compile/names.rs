//! Names, resolved one by one: relations, columns, lists of the lexicon, words of closed sets.

use std::collections::BTreeSet;

use super::super::condition::{Condition, Test};
use super::super::detector::{Count, Words};
use super::super::error::{LintFileError, Problem};
use super::super::form::{ConditionForm, CountForm, InsideForm, TestForm, Word, WordsForm};
use super::super::inside::{Inside, Where};
use super::super::scope::Scope;
use super::shape::Shape;
use crate::analysis::{Phrase, RELATIONS};
use crate::model::{Kind, Profile, Style};
use crate::text::Span;

/// Resolves names, and notes those that do not resolve.
pub(super) struct Compiler<'c> {
    lint: &'c str,
    topics: &'c BTreeSet<String>,
    pub(super) phrases: Vec<(String, String)>,
    lists: usize,
    pub(super) errors: Vec<LintFileError>,
}

impl<'c> Compiler<'c> {
    pub(super) const fn new(lint: &'c str, topics: &'c BTreeSet<String>) -> Self {
        Self {
            lint,
            topics,
            phrases: Vec::new(),
            lists: 0,
            errors: Vec::new(),
        }
    }

    pub(super) fn error(&mut self, span: Span, problem: Problem) {
        self.errors.push(LintFileError { span, problem });
    }

    /// Notes a column that is not there.
    pub(super) fn column(&mut self, column: &Word, shape: &Shape) {
        if let Some(problem) = shape.lacks(&column.value) {
            self.error(column.span, problem);
        }
    }

    pub(super) fn relation(&mut self, word: &Word) -> Option<(&'static str, Shape)> {
        let found = RELATIONS
            .iter()
            .find(|relation| relation.name == word.value);
        if found.is_none() {
            let known = RELATIONS.iter().map(|relation| relation.name);
            self.error(
                word.span,
                Problem::unknown(&word.value, "a relation", known),
            );
        }
        found.map(|relation| (relation.name, Shape::relation(relation)))
    }

    pub(super) fn words(&mut self, form: &WordsForm) -> Words {
        match form {
            WordsForm::Lexicon(names) => Words {
                topics: names.iter().map(|name| self.topic(name)).collect(),
            },
            WordsForm::Inline(phrases) => {
                let list = format!("lint {}.{}", self.lint, self.lists);
                self.lists += 1;
                for phrase in phrases {
                    match Phrase::new(&phrase.value) {
                        Ok(_) => self.phrases.push((list.clone(), phrase.value.clone())),
                        Err(error) => {
                            let phrase_text = phrase.value.clone();
                            let problem = Problem::Phrase {
                                phrase: phrase_text,
                                error,
                            };
                            self.error(phrase.span, problem);
                        }
                    }
                }
                Words { topics: vec![list] }
            }
        }
    }

    /// The name of a list of the lexicon, or of a group of lists.
    fn topic(&mut self, word: &Word) -> String {
        let name = &word.value;
        let mut known = self.topics.iter();
        let is_known = known.any(|topic| {
            topic
                .strip_prefix(name.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        });
        if !is_known {
            let known = self.topics.iter().map(String::as_str);
            self.error(
                word.span,
                Problem::unknown(name, "a list of a lexicon", known),
            );
        }
        name.clone()
    }

    pub(super) fn conditions(&mut self, forms: &[ConditionForm], shape: &Shape) -> Vec<Condition> {
        let mut conditions = Vec::with_capacity(forms.len());
        for form in forms {
            self.column(&form.column, shape);
            let tests = form.tests.iter();
            conditions.push(Condition {
                column: form.column.value.clone(),
                tests: tests.map(|test| self.test(test, shape)).collect(),
            });
        }
        conditions
    }

    fn test(&mut self, form: &TestForm, shape: &Shape) -> Test {
        match form {
            TestForm::Any(words) => Test::Any(words.clone()),
            TestForm::Not(words) => Test::Not(words.clone()),
            TestForm::All(words) => Test::All(words.clone()),
            TestForm::Min(min) => Test::Min(*min),
            TestForm::Max(max) => Test::Max(*max),
            TestForm::Present(wanted) => Test::Present(*wanted),
            TestForm::Lexicon(names) => {
                Test::Lexicon(names.iter().map(|name| self.topic(name)).collect())
            }
            TestForm::SameAs(column) => {
                self.column(column, shape);
                Test::SameAs(column.value.clone())
            }
            TestForm::DiffersFrom(column) => {
                self.column(column, shape);
                Test::DiffersFrom(column.value.clone())
            }
        }
    }

    pub(super) fn count(&mut self, form: &CountForm) -> Count {
        Count {
            per: self.scope(form.per.as_ref(), Scope::Article),
            min: form.min,
            max: form.max,
            words: form.words,
        }
    }

    pub(super) fn scope(&mut self, word: Option<&Word>, usual: Scope) -> Scope {
        self.one_of(word, &Scope::ALL, "a scope", usual)
    }

    pub(super) fn inside(&mut self, form: Option<&InsideForm>) -> Inside {
        let Some(form) = form else {
            return Inside::default();
        };
        let kinds: Vec<(&str, Kind)> = Kind::ALL
            .iter()
            .map(|kind| (kind.as_str(), *kind))
            .collect();
        let profiles: Vec<(&str, Profile)> = Profile::ALL
            .iter()
            .map(|one| (one.as_str(), *one))
            .collect();
        let styles: Vec<(&str, Style)> =
            Style::ALL.iter().map(|one| (one.as_str(), *one)).collect();
        let plain = |words: &[Word]| words.iter().map(|word| word.value.clone()).collect();
        Inside {
            kinds: self.all_of(&form.kinds, &kinds, "a kind of provision"),
            not_kinds: self.all_of(&form.not_kinds, &kinds, "a kind of provision"),
            parts: self.all_of(&form.parts, &Where::ALL, "a part of a text"),
            components: plain(&form.components),
            profiles: self.all_of(&form.profiles, &profiles, "a profile"),
            styles: self.all_of(&form.styles, &styles, "a style"),
            languages: plain(&form.languages),
        }
    }

    fn all_of<T: Copy>(&mut self, words: &[Word], known: &[(&str, T)], what: &str) -> Vec<T> {
        let mut values = Vec::with_capacity(words.len());
        for word in words {
            match known.iter().find(|(name, _)| *name == word.value) {
                Some((_, value)) => values.push(*value),
                None => {
                    let names = known.iter().map(|(name, _)| *name);
                    self.error(word.span, Problem::unknown(&word.value, what, names));
                }
            }
        }
        values
    }

    pub(super) fn one_of<T: Copy>(
        &mut self,
        word: Option<&Word>,
        known: &[(&str, T)],
        what: &str,
        usual: T,
    ) -> T {
        let Some(word) = word else {
            return usual;
        };
        let found = self.all_of(std::slice::from_ref(word), known, what);
        found.first().copied().unwrap_or(usual)
    }
}
