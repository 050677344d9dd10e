//! All lints, and the lexicon that they and the analysis look words up in.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::compile::{compile, stem};
use super::embedded::{LINTS, LISTS, PROFILES};
use super::error::{LintFileError, Problem, nearest};
use super::file::{self, ProfileFile, Prose};
use super::form::{LintForm, Word};
use super::own::{Is, OwnFile, what_is};
use super::rule::Lint;
use crate::analysis::{Lexicon, Phrase};
use crate::diagnostic::Diagnostic;
use crate::model::Profile;
use crate::schema::SchemaKind;
use crate::text::SourceId;

/// Every lint that can run, and every phrase that can be looked for.
#[derive(Debug)]
pub struct Catalogue {
    lints: Vec<Lint>,
    /// Lists of phrases by language: (`hedge.weak`, its phrases).
    lists: BTreeMap<String, Vec<List>>,
    /// What a field of law turns on and off.
    profiles: Vec<(Profile, Choice)>,
    /// The files that the lints come from, by id, for their prose and examples.
    texts: BTreeMap<String, (SourceId, Arc<str>)>,
    /// Lexicons that were compiled so far, by language.
    lexicons: Mutex<BTreeMap<String, Arc<Lexicon>>>,
}

/// A list of phrases: its name (`hedge.weak`), and the phrases. Those of the program are not copied.
type List = (Cow<'static, str>, Vec<Cow<'static, str>>);

/// Lints and tags that are turned on, and off.
#[derive(Debug, Clone, Default)]
pub(super) struct Choice {
    pub(super) select: Vec<String>,
    pub(super) ignore: Vec<String>,
}

impl Catalogue {
    /// The lints that are part of the program.
    #[must_use]
    pub fn embedded() -> Self {
        let (catalogue, faults) = Self::with(&[]);
        debug_assert!(
            faults.is_empty(),
            "bug: an embedded lint has faults: {faults:?}"
        );
        catalogue
    }

    /// The lints that are part of the program, and a team's own. What is wrong with an own file is
    /// a finding on it, and leaves out that file alone.
    #[must_use]
    pub fn with(own: &[OwnFile]) -> (Self, Vec<Diagnostic>) {
        let mut loader = Loader::default();
        for (language, name, phrases) in LISTS {
            let phrases = phrases.iter().map(|&phrase| phrase.into());
            loader.list(language, (*name).into(), phrases.collect());
        }
        for (_, text) in PROFILES {
            loader.profile(None, &Arc::from(*text));
        }
        for (id, text) in LINTS {
            loader.lint(None, id, &Arc::from(policy(text)));
        }
        for file in own {
            let text = file.source.text();
            let name = file
                .source
                .path()
                .file_stem()
                .and_then(|name| name.to_str());
            match what_is(file.source.path()) {
                Is::Lint => loader.lint(Some(file.id), name.unwrap_or_default(), text),
                Is::Lexicon => loader.lexicon(file.id, text),
                Is::Profile => loader.profile(Some(file.id), text),
            }
        }
        loader.finish()
    }

    /// Every lint, in the order of their ids.
    #[must_use]
    pub fn lints(&self) -> &[Lint] {
        &self.lints
    }

    /// The lint of an id, or of a former id.
    #[must_use]
    pub fn lint(&self, id: &str) -> Option<&Lint> {
        let by_id = self.lints.iter().find(|lint| lint.id == id);
        by_id.or_else(|| {
            let mut lints = self.lints.iter();
            lints.find(|lint| lint.aliases.iter().any(|alias| alias == id))
        })
    }

    /// The id that was probably meant.
    #[must_use]
    pub fn nearest(&self, id: &str) -> Option<String> {
        nearest(id, self.lints.iter().map(|lint| lint.id.as_str()))
    }

    /// What a lint says to people.
    #[must_use]
    pub fn prose(&self, id: &str) -> Option<Prose> {
        let (_, text) = self.file(id)?;
        let tree = file::parse(SourceId(0), &text).ok()?;
        Some(file::prose(&tree))
    }

    /// What a field of law turns on and off; of several files on one the last decides.
    pub(super) fn choice(&self, profile: Profile) -> Option<&Choice> {
        let mut profiles = self.profiles.iter().rev();
        let found = profiles.find(|(known, _)| *known == profile);
        found.map(|(_, choice)| choice)
    }

    /// The file of a lint.
    pub(super) fn file(&self, id: &str) -> Option<(SourceId, Arc<str>)> {
        if let Some(own) = self.texts.get(id) {
            return Some(own.clone());
        }
        let at = LINTS.binary_search_by_key(&id, |(id, _)| id).ok()?;
        Some((SourceId(0), Arc::from(LINTS[at].1)))
    }

    /// The phrases of a language, compiled when it is first asked for. A language without phrases
    /// has an empty lexicon: nothing is found in it.
    #[must_use]
    pub fn lexicon(&self, language: &str) -> Arc<Lexicon> {
        let language = language.split('-').next().unwrap_or_default();
        let mut compiled = self.lexicons.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lexicon) = compiled.get(language) {
            return Arc::clone(lexicon);
        }
        let lists = self.lists.get(language).map_or(&[][..], Vec::as_slice);
        let lists = lists
            .iter()
            .map(|(name, phrases)| (name.as_ref(), phrases.iter().map(AsRef::as_ref)));
        let lexicon = Lexicon::new(lists).expect("bug: every phrase was read when it was loaded");
        let lexicon = Arc::new(lexicon);
        compiled.insert(language.to_owned(), Arc::clone(&lexicon));
        lexicon
    }
}

/// The part of an embedded lint that decides: its prose, which comes last, is read only when
/// somebody asks for it.
fn policy(text: &str) -> &str {
    text.find("\nrationale:").map_or(text, |at| &text[..=at])
}

/// Collects files, and compiles them when all lexicons are known.
#[derive(Default)]
struct Loader {
    lists: BTreeMap<String, Vec<List>>,
    topics: BTreeSet<String>,
    forms: Vec<(Option<SourceId>, LintForm)>,
    profiles: Vec<(Option<SourceId>, ProfileFile)>,
    texts: BTreeMap<String, (SourceId, Arc<str>)>,
    faults: Vec<Diagnostic>,
}

impl Loader {
    /// Parses a file, an own one strictly.
    fn tree(
        &mut self,
        kind: SchemaKind,
        own: Option<SourceId>,
        text: &Arc<str>,
    ) -> Option<crate::yaml::Tree> {
        let tree = match own {
            Some(id) => file::parse_checked(kind, id, text),
            None => file::parse(SourceId(0), text),
        };
        match tree {
            Ok(tree) => Some(tree),
            Err(faults) => {
                self.faults.extend(faults);
                None
            }
        }
    }

    /// Notes faults; whether there were none.
    fn fits(&mut self, own: Option<SourceId>, errors: &[LintFileError]) -> bool {
        let source = own.unwrap_or(SourceId(0));
        let faults = errors.iter().map(|error| error.diagnostic(source));
        self.faults.extend(faults);
        errors.is_empty()
    }

    fn profile(&mut self, own: Option<SourceId>, text: &Arc<str>) {
        let Some(tree) = self.tree(SchemaKind::Profile, own, text) else {
            return;
        };
        let file = file::profile(&tree);
        if self.fits(own, &file.errors) {
            self.profiles.push((own, file));
        }
    }

    /// Adds a list of phrases.
    fn list(&mut self, language: &str, name: Cow<'static, str>, phrases: Vec<Cow<'static, str>>) {
        self.topics.insert(name.clone().into_owned());
        let lists = match self.lists.get_mut(language) {
            Some(lists) => lists,
            None => self.lists.entry(language.to_owned()).or_default(),
        };
        lists.push((name, phrases));
    }

    /// Adds an own lexicon. Those of the program were read when it was built.
    fn lexicon(&mut self, own: SourceId, text: &Arc<str>) {
        let Some(tree) = self.tree(SchemaKind::Lexicon, Some(own), text) else {
            return;
        };
        let file = file::lexicon(&tree);
        let mut errors = file.errors;
        for phrase in file.topics.iter().flat_map(|(_, phrases)| phrases) {
            if let Err(error) = Phrase::new(&phrase.value) {
                let problem = Problem::Phrase {
                    phrase: phrase.value.clone(),
                    error,
                };
                errors.push(LintFileError {
                    span: phrase.span,
                    problem,
                });
            }
        }
        if self.fits(Some(own), &errors) {
            for (name, phrases) in file.topics {
                let phrases = phrases.into_iter().map(|phrase| phrase.value.into());
                self.list(&file.language, name.into(), phrases.collect());
            }
        }
    }

    fn lint(&mut self, own: Option<SourceId>, name: &str, text: &Arc<str>) {
        let Some(tree) = self.tree(SchemaKind::Lint, own, text) else {
            return;
        };
        let file = file::lint(&tree);
        let mut errors = file.errors;
        errors.extend(stem(&file.form, name));
        let id = &file.form.id;
        if self.forms.iter().any(|(_, form)| form.id.value == id.value) {
            errors.push(LintFileError {
                span: id.span,
                problem: Problem::Duplicate(id.value.clone()),
            });
        }
        if self.fits(own, &errors) {
            if let Some(source) = own {
                self.texts
                    .insert(id.value.clone(), (source, Arc::clone(text)));
            }
            self.forms.push((own, file.form));
        }
    }

    /// What profiles choose, every word resolved.
    fn choices(&mut self, lints: &[Lint]) -> Vec<(Profile, Choice)> {
        let mut choices = Vec::new();
        for (own, file) in std::mem::take(&mut self.profiles) {
            let mut errors = Vec::new();
            let mut fault = |word: &Word, what: &str, known: Vec<&str>| {
                errors.push(LintFileError {
                    span: word.span,
                    problem: Problem::unknown(&word.value, what, known),
                });
            };
            let profile = Profile::from_word(&file.id.value);
            if profile == Profile::Unstated {
                let known = Profile::ALL.iter().map(|one| one.as_str());
                fault(&file.id, "a profile", known.collect());
            }
            for word in file.select.iter().chain(&file.ignore) {
                let names = lints
                    .iter()
                    .flat_map(|lint| std::iter::once(&lint.id).chain(&lint.tags));
                let names: Vec<&str> = names.map(String::as_str).collect();
                if !names.contains(&word.value.as_str()) {
                    fault(word, "a lint or a tag", names);
                }
            }
            if self.fits(own, &errors) {
                let plain = |words: Vec<Word>| words.into_iter().map(|word| word.value).collect();
                let choice = Choice {
                    select: plain(file.select),
                    ignore: plain(file.ignore),
                };
                choices.push((profile, choice));
            }
        }
        choices
    }

    fn finish(mut self) -> (Catalogue, Vec<Diagnostic>) {
        let mut lints = Vec::with_capacity(self.forms.len());
        for (own, form) in std::mem::take(&mut self.forms) {
            let (lint, errors) = compile(&form, &self.topics);
            if self.fits(own, &errors) {
                lints.push(lint);
            }
        }
        lints.sort_by(|one, other| one.id.cmp(&other.id));
        let english = self.lists.entry("en".to_owned()).or_default();
        for lint in &mut lints {
            let phrases = std::mem::take(&mut lint.phrases).into_iter();
            english.extend(phrases.map(|(list, phrase)| (list.into(), vec![phrase.into()])));
        }
        let profiles = self.choices(&lints);
        let catalogue = Catalogue {
            lints,
            lists: self.lists,
            profiles,
            texts: self.texts,
            lexicons: Mutex::default(),
        };
        (catalogue, self.faults)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::own::own_files;
    use super::*;

    /// The lists were read by another reader when the program was built.
    #[test]
    fn lexicons_are_as_our_own_reader_reads_them() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lints/lexicons");
        let mut lists = Vec::new();
        for path in own_files(&folder).unwrap() {
            let text: Arc<str> = std::fs::read_to_string(path).unwrap().into();
            let file = file::lexicon(&file::parse(SourceId(0), &text).unwrap());
            for (name, phrases) in file.topics {
                let phrases = phrases.into_iter().map(|phrase| phrase.value);
                lists.push((file.language.clone(), name, phrases.collect::<Vec<_>>()));
            }
        }
        let embedded = LISTS.iter().map(|(language, name, phrases)| {
            let phrases = phrases.iter().map(|&phrase| phrase.to_owned());
            (
                (*language).to_owned(),
                (*name).to_owned(),
                phrases.collect(),
            )
        });
        assert_eq!(lists, embedded.collect::<Vec<_>>());
    }
}
