//! What a run is asked for, and which lints that means.

use std::collections::BTreeMap;

use super::catalogue::Catalogue;
use super::error::nearest;
use super::fault::{EXPIRED, UNUSED};
use super::rule::Lint;
use crate::diagnostic::{Confidence, Severity};
use crate::model::Profile;

/// The word that means every lint.
const ALL: &str = "all";

/// What a run is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Lints and tags to run, or `all`; where there are none, those that are on by default.
    pub select: Vec<String>,
    /// Lints and tags not to run.
    pub ignore: Vec<String>,
    /// Findings below this are left out.
    pub min_confidence: Confidence,
    /// Severities in place of the lints' own, by lint.
    pub severity: BTreeMap<String, Severity>,
    /// The day on which `expires` is judged, as `YYYY-MM-DD`.
    pub as_of: String,
}

impl Default for Settings {
    /// What a run does that is asked for nothing in particular. The day is the first: nothing has
    /// expired.
    fn default() -> Self {
        Self {
            select: Vec::new(),
            ignore: Vec::new(),
            min_confidence: Confidence::Medium,
            severity: BTreeMap::new(),
            as_of: "0000-01-01".to_owned(),
        }
    }
}

/// A word that names no lint and no tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is no lint and no tag{}", near.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?")))]
pub struct UnknownLint {
    /// The word.
    pub word: String,
    /// What may have been meant.
    pub near: Option<String>,
}

/// Which lints run.
#[derive(Debug, Clone)]
pub(super) struct Selection<'c> {
    /// In the order of their ids.
    pub(super) lints: Vec<&'c Lint>,
    /// Whether an `allow` that allows nothing is found.
    pub(super) unused: bool,
    /// Whether an `allow` that no longer holds is found.
    pub(super) expired: bool,
}

/// How particular a word is about a lint: the more particular one decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    All,
    Tag,
    Id,
}

impl<'c> Selection<'c> {
    /// The lints that a run is asked for in instruments of a profile. What names a lint outweighs
    /// what names its tag, and that outweighs `all`; between equals `ignore` does. Where a run says
    /// nothing the profile decides, and where that says nothing the lint itself.
    pub(super) fn new(
        catalogue: &'c Catalogue,
        settings: &Settings,
        profile: Profile,
    ) -> Result<Self, UnknownLint> {
        let words = settings.select.iter().chain(&settings.ignore);
        for word in words.chain(settings.severity.keys()) {
            if !is_known(catalogue, word) {
                return Err(unknown(catalogue, word));
            }
        }
        let choice = catalogue.choice(profile);
        let runs = |name: &Name<'_>, usual: bool| {
            let ignored = name.rank(&settings.ignore);
            let usual = choice.map_or(usual, |choice| {
                match (name.rank(&choice.select), name.rank(&choice.ignore)) {
                    (None, None) => usual,
                    (selected, ignored) => selected > ignored,
                }
            });
            match name.rank(&settings.select) {
                // A tag turns on no lint that is off by default; its id and `all` do.
                Some(Rank::Tag) if !usual => false,
                Some(selected) => ignored < Some(selected),
                None => settings.select.is_empty() && usual && ignored.is_none(),
            }
        };
        let own = |id| Name {
            id,
            aliases: &[],
            tags: &[],
        };
        let lints = catalogue.lints().iter();
        Ok(Self {
            lints: lints
                .filter(|lint| runs(&Name::of(lint), lint.is_default()))
                .collect(),
            unused: runs(&own(UNUSED), true),
            expired: runs(&own(EXPIRED), true),
        })
    }
}

/// What a lint can be called by.
struct Name<'n> {
    id: &'n str,
    aliases: &'n [String],
    tags: &'n [String],
}

impl<'n> Name<'n> {
    fn of(lint: &'n Lint) -> Self {
        Self {
            id: &lint.id,
            aliases: &lint.aliases,
            tags: &lint.tags,
        }
    }

    /// How particular the most particular of some words is about the lint; `None` if none means it.
    fn rank(&self, words: &[String]) -> Option<Rank> {
        let ranks = words.iter().filter_map(|word| match word {
            word if word == self.id || self.aliases.contains(word) => Some(Rank::Id),
            word if self.tags.contains(word) => Some(Rank::Tag),
            word if word == ALL => Some(Rank::All),
            _ => None,
        });
        ranks.max()
    }
}

fn is_known(catalogue: &Catalogue, word: &str) -> bool {
    word == ALL
        || word == UNUSED
        || word == EXPIRED
        || catalogue.lint(word).is_some()
        || catalogue
            .lints()
            .iter()
            .any(|lint| lint.tags.iter().any(|tag| tag == word))
}

fn unknown(catalogue: &Catalogue, word: &str) -> UnknownLint {
    let ids = catalogue.lints().iter().map(|lint| lint.id.as_str());
    let tags = catalogue
        .lints()
        .iter()
        .flat_map(|lint| &lint.tags)
        .map(String::as_str);
    UnknownLint {
        word: word.to_owned(),
        near: nearest(word, ids.chain(tags).chain([ALL, UNUSED, EXPIRED])),
    }
}
