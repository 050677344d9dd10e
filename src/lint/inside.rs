//! Where in an instrument a detector looks.

use super::context::Context;
use super::scope::is_head;
use crate::model::{Kind, Part, Place, Profile, Style};

/// The parts of an instrument that a detector looks at. An empty list asks nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Inside {
    pub(super) kinds: Vec<Kind>,
    pub(super) not_kinds: Vec<Kind>,
    pub(super) parts: Vec<Where>,
    pub(super) components: Vec<String>,
    pub(super) profiles: Vec<Profile>,
    pub(super) styles: Vec<Style>,
    pub(super) languages: Vec<String>,
}

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// The title of the instrument.
    Title,
    /// Headings of divisions.
    Division,
    /// Headings of articles and paragraphs.
    Heading,
    /// Texts.
    Text,
    /// Texts that introduce points.
    Intro,
    /// Flush text after a list.
    Tail,
    /// Tables.
    Table,
}

impl Where {
    /// The parts by the words of lint files.
    pub(super) const ALL: [(&'static str, Self); 7] = [
        ("title", Self::Title),
        ("division", Self::Division),
        ("heading", Self::Heading),
        ("text", Self::Text),
        ("intro", Self::Intro),
        ("tail", Self::Tail),
        ("table", Self::Table),
    ];
}

impl Inside {
    /// Whether anything of the instrument is looked at.
    pub(super) fn applies(&self, context: &Context<'_>) -> bool {
        let instrument = context.reading().instrument;
        let one_of =
            |list: &[String], word: &str| list.is_empty() || list.iter().any(|one| one == word);
        one_of(&self.languages, context.language())
            && (self.profiles.is_empty() || self.profiles.contains(&instrument.profile))
            && (self.styles.is_empty() || self.styles.contains(&instrument.style))
    }

    /// Whether a place is looked at.
    pub(super) fn holds(&self, context: &Context<'_>, place: Place) -> bool {
        let record = context.reading().instrument.record(place.record);
        let component = record.component.split('-').next().unwrap_or_default();
        (self.components.is_empty()
            || self
                .components
                .iter()
                .any(|one| one == component || *one == record.component))
            && (self.parts.is_empty() || self.is_in_part(context, place))
            && (self.kinds.is_empty() && self.not_kinds.is_empty() || {
                let kinds = context.kinds(place);
                (self.kinds.is_empty() || kinds.iter().any(|kind| self.kinds.contains(kind)))
                    && !kinds.iter().any(|kind| self.not_kinds.contains(kind))
            })
    }

    fn is_in_part(&self, context: &Context<'_>, place: Place) -> bool {
        let unit = context.reading().instrument.unit(place);
        let head = is_head(context.reading(), place);
        self.parts.iter().any(|part| match part {
            Where::Title => head && place.unit == crate::model::UnitId::ROOT,
            Where::Division => head && place.unit != crate::model::UnitId::ROOT,
            Where::Heading => !head && place.part == Part::Heading,
            Where::Text => place.part == Part::Text && !unit.table,
            Where::Intro => place.part == Part::Text && !unit.children.is_empty(),
            Where::Tail => place.part == Part::Tail,
            Where::Table => place.part == Part::Text && unit.table,
        })
    }
}
