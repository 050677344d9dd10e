//! Detectors, their names resolved.

use std::collections::BTreeSet;

use super::super::condition::{Condition, Test};
use super::super::detector::{At, Count, Detector, Main, Partner, Side, Words};
use super::super::error::{LintFileError, Problem};
use super::super::form::{
    ConditionForm, CountForm, DetectorForm, InsideForm, MainForm, PartnerForm, TestForm, Word,
    WordsForm,
};
use super::super::inside::{Inside, Where};
use super::super::scope::Scope;
use super::super::written::WRITTEN;
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

/// The name under which what a detector found is joined to another.
fn name(form: &DetectorForm) -> String {
    match &form.main {
        MainForm::Fact(relation) | MainForm::ConsistentFact { relation, .. } => {
            relation.value.clone()
        }
        MainForm::Phrase(_) => "phrase".to_owned(),
        MainForm::Pair { .. } => "pair".to_owned(),
        MainForm::ConsistentWords { .. } => "consistent".to_owned(),
        MainForm::Count { .. } => "count".to_owned(),
        MainForm::Absent { .. } => "absent".to_owned(),
        MainForm::Change { .. } => "change".to_owned(),
        MainForm::All { first, .. } => name(first),
        MainForm::Any(all) => all.first().map_or_else(String::new, name),
        MainForm::Analysis(rule) => rule.value.clone(),
    }
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

    /// A detector, and the columns of its finds.
    pub(super) fn detector(&mut self, form: &DetectorForm) -> (Detector, Shape) {
        let (main, mut shape) = self.main(form);
        let conditions = self.conditions(&form.conditions, &shape);
        let near = match &main {
            Main::Absent { from, .. } => Some(*from),
            _ => None,
        };
        let mut partners: Vec<Partner> = Vec::new();
        for partner in &form.partners {
            partners.push(self.partner(partner, &mut shape, near));
        }
        if let MainForm::All { others, .. } = &form.main {
            for (wanted, other) in others {
                let form = PartnerForm {
                    wanted: *wanted,
                    detector: other.clone(),
                    same: Vec::new(),
                    side: None,
                    gap: None,
                };
                partners.push(self.partner(&form, &mut shape, near));
            }
        }
        let detector = Detector {
            main,
            inside: self.inside(form.inside.as_ref()),
            conditions,
            partners,
            count: form.count.as_ref().map(|count| self.count(count)),
        };
        (detector, shape)
    }

    fn main(&mut self, form: &DetectorForm) -> (Main, Shape) {
        match &form.main {
            MainForm::Fact(word) => match self.relation(word) {
                Some((name, shape)) => (Main::Fact(name), shape),
                None => nothing(),
            },
            MainForm::Phrase(words) => (
                Main::Phrase(self.words(words)),
                Shape::made("a phrase", &["phrase", "topic"]),
            ),
            MainForm::Pair {
                first,
                second,
                within,
                any_order,
                gap,
            } => {
                let main = Main::Pair {
                    first: self.words(first),
                    second: self.words(second),
                    within: self.scope(within.as_ref(), Scope::Sentence),
                    side: if *any_order {
                        Side::Either
                    } else {
                        Side::After
                    },
                    gap: *gap,
                };
                (main, Shape::made("a pair", &["first", "second", "both"]))
            }
            MainForm::ConsistentFact {
                relation,
                column,
                per,
                majority,
                min,
            } => {
                let Some((name, mut shape)) = self.relation(relation) else {
                    return nothing();
                };
                self.column(column, &shape);
                shape.join("majority", &Shape::made("", &["what", "count"]));
                let main = Main::ConsistentFact {
                    relation: name,
                    column: column.value.clone(),
                    per: self.scope(per.as_ref(), Scope::Instrument),
                    majority: *majority,
                    min: *min,
                };
                (main, shape)
            }
            MainForm::ConsistentWords { variants, per } => {
                let variants = variants.iter();
                let main = Main::ConsistentWords {
                    variants: variants
                        .map(|(name, words)| (name.value.clone(), self.words(words)))
                        .collect(),
                    per: self.scope(per.as_ref(), Scope::Instrument),
                };
                let mut shape = Shape::made("variants", &["phrase", "variant"]);
                shape.join("majority", &Shape::made("", &["what", "count"]));
                (main, shape)
            }
            MainForm::Count { of, count } => {
                let (of, counted) = self.detector(of);
                let columns = ["count", "words", "first", "last", "scope"];
                let mut shape = Shape::made("a count", &columns);
                shape.join_all(&counted);
                let count = self.count(count);
                let of = Box::new(of);
                (Main::Count { of, count }, shape)
            }
            MainForm::Absent { what, from, at } => {
                let (what, _) = self.detector(what);
                let main = Main::Absent {
                    what: Box::new(what),
                    from: self.scope(from.as_ref(), Scope::Instrument),
                    at: self.one_of(at.as_ref(), &At::ALL, "a place", At::Scope),
                };
                (main, Shape::made("an absence", &["at", "given"]))
            }
            MainForm::Change {
                relation,
                how,
                before,
            } => {
                let shape = Shape::open();
                let main = Main::Change {
                    relation: relation.value.clone(),
                    how: how.iter().map(|word| word.value.clone()).collect(),
                    before: self.conditions(before, &shape),
                };
                (main, shape)
            }
            MainForm::All { first, .. } => {
                let (first, shape) = self.detector(first);
                (Main::Any(vec![first]), shape)
            }
            MainForm::Any(all) => {
                let mut detectors = Vec::with_capacity(all.len());
                let mut shapes: Option<Shape> = None;
                for one in all {
                    let (detector, shape) = self.detector(one);
                    detectors.push(detector);
                    shapes = Some(match shapes {
                        Some(shapes) => shapes.or(shape),
                        None => shape,
                    });
                }
                let shape = shapes.unwrap_or_else(|| Shape::made("nothing", &[]));
                (Main::Any(detectors), shape)
            }
            MainForm::Analysis(word) => {
                let Some(rule) = WRITTEN.iter().find(|rule| rule.name == word.value) else {
                    let known = WRITTEN.iter().map(|rule| rule.name);
                    let problem = Problem::unknown(&word.value, "a rule of the program", known);
                    self.error(word.span, problem);
                    return nothing();
                };
                (Main::Written(rule), Shape::made(rule.name, rule.columns))
            }
        }
    }

    fn relation(&mut self, word: &Word) -> Option<(&'static str, Shape)> {
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

    /// A partner, whose columns are added to `shape`. `near` is how near it must be where the file
    /// does not say.
    pub(super) fn partner(
        &mut self,
        form: &PartnerForm,
        shape: &mut Shape,
        near: Option<Scope>,
    ) -> Partner {
        let (detector, other) = self.detector(&form.detector);
        let mut same = Vec::with_capacity(form.same.len());
        for (own, column) in &form.same {
            self.column(own, shape);
            self.column(column, &other);
            same.push((own.value.clone(), column.value.clone()));
        }
        // Rows that have a column in common belong together wherever they stand.
        let usual = if same.is_empty() {
            Scope::Node
        } else {
            Scope::Instrument
        };
        let name = name(&form.detector);
        if form.wanted {
            shape.join(&name, &other);
        }
        Partner {
            name,
            wanted: form.wanted,
            detector,
            on: self.scope(form.detector.on.as_ref(), near.unwrap_or(usual)),
            same,
            side: self.one_of(form.side.as_ref(), &Side::ALL, "a side", Side::Either),
            gap: form.gap,
        }
    }

    fn words(&mut self, form: &WordsForm) -> Words {
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

    fn count(&mut self, form: &CountForm) -> Count {
        Count {
            per: self.scope(form.per.as_ref(), Scope::Article),
            min: form.min,
            max: form.max,
            words: form.words,
        }
    }

    fn scope(&mut self, word: Option<&Word>, usual: Scope) -> Scope {
        self.one_of(word, &Scope::ALL, "a scope", usual)
    }

    fn inside(&mut self, form: Option<&InsideForm>) -> Inside {
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

    fn one_of<T: Copy>(
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

/// A detector that finds nothing, with any columns: what stands where a name did not resolve.
fn nothing() -> (Main, Shape) {
    (Main::Any(Vec::new()), Shape::open())
}
