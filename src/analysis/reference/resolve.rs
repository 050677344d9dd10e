//! From what a citation says to the unit it means.
//!
//! A citation is `missing` only if the instrument itself proves it: its units are labelled one by
//! one and the label lies outside. Where another instrument is in play, a list is labelled
//! irregularly or a text is partial, the answer is that it is unclear.

use super::frame::{Frame, below, lacks, numbered, unnumbered};
use super::label::{Form, Label};
use super::step::{Item, Owner, Step, Which};
use super::target::{Missing, Target};
use super::word::CitedUnit;
use crate::model::{Habit, Level, Place, RecordId, UnitId};

/// What came of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    Found(Target),
    /// Certainly absent.
    Absent(Missing),
    /// Not decided; the level that was not found, if one was sought.
    Unclear(Option<Missing>),
    /// In another instrument.
    External,
}

/// Where a citation stands, and what was cited before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Here {
    pub(super) place: Place,
    /// The last article that the record cited.
    pub(super) article: Option<RecordId>,
    /// The last unit below an article that it cited.
    pub(super) unit: Option<(RecordId, UnitId)>,
    /// Another instrument is named near the citation, or the text is quoted: nothing that is not
    /// found is certainly absent.
    pub(super) foreign: bool,
}

/// How sure it is that the instrument itself is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Own,
    Body,
    Silent,
    Doubtful,
    Elsewhere,
}

/// What was not found, and whether that is certain.
type Failure = (Missing, bool);

type Units = Vec<(RecordId, UnitId)>;

/// Resolves one member of a citation.
pub(super) fn resolve(frame: &Frame<'_>, here: Here, item: &Item, owner: &Owner) -> Outcome {
    let resolver = Resolver { frame, here };
    let standing = resolver.standing(owner);
    if standing == Standing::Elsewhere {
        return match resolver.attempt(item, Standing::Silent) {
            // `article 3 and Article 5 of the Charter`: the first may be our own.
            Ok(target) if item.loose => Outcome::Found(target),
            _ => Outcome::External,
        };
    }
    let whole = !frame.instrument.excerpt && !frame.instrument.incomplete;
    match resolver.attempt(item, standing) {
        Ok(target) => Outcome::Found(target),
        Err((missing, certain)) => {
            let ours = match standing {
                Standing::Own | Standing::Body => true,
                Standing::Silent => !here.foreign,
                Standing::Doubtful | Standing::Elsewhere => false,
            };
            if whole && certain && ours {
                Outcome::Absent(missing)
            } else {
                Outcome::Unclear(Some(missing))
            }
        }
    }
}

struct Resolver<'f, 'i> {
    frame: &'f Frame<'i>,
    here: Here,
}

impl<'i> Resolver<'_, 'i> {
    fn component(&self) -> &'i str {
        &self
            .frame
            .instrument
            .record(self.here.place.record)
            .component
    }

    fn standing(&self, owner: &Owner) -> Standing {
        let apart = !matches!(self.component(), "body" | "preamble" | "testimonium" | "-");
        match owner {
            Owner::Silent => Standing::Silent,
            Owner::This(_, noun) if noun.is_empty() => Standing::Own,
            Owner::This(_, noun) => {
                if apart && !self.component().starts_with(noun.as_str()) && *noun == self.frame.noun
                {
                    Standing::Body
                } else if *noun == self.frame.noun
                    || self.frame.noun.is_empty()
                    || self.component().starts_with(noun.as_str())
                {
                    Standing::Own
                } else {
                    Standing::Doubtful
                }
            }
            Owner::Named {
                noun: Some(noun),
                bare: true,
                ..
            } if *noun == self.frame.noun => {
                if apart {
                    Standing::Body
                } else {
                    Standing::Doubtful
                }
            }
            Owner::Named { noun: None, .. } => Standing::Doubtful,
            Owner::Named { .. } | Owner::Antecedent(_) => Standing::Elsewhere,
        }
    }

    /// Tries the readings of a citation; the first that is found counts, else the first failure.
    fn attempt(&self, item: &Item, standing: Standing) -> Result<Target, Failure> {
        let first = self.target(&item.path, standing);
        if first.is_ok() || item.borrowed.is_empty() {
            return first;
        }
        let path: Vec<Step> = item.borrowed.iter().chain(&item.path).cloned().collect();
        self.target(&path, standing)
            .or_else(|(missing, _)| first.or(Err((missing, false))))
    }

    fn target(&self, path: &[Step], standing: Standing) -> Result<Target, Failure> {
        let Some((first, rest)) = path.split_first() else {
            return Err((Missing::Article, false));
        };
        let unit = first.unit.unwrap_or(CitedUnit::Point);
        if unit == CitedUnit::Instrument {
            return Ok(Target::Instrument);
        }
        if unit.is_component() {
            return self.in_component(unit, first, rest);
        }
        if unit.is_division() {
            return self.in_division(unit, first, rest, standing);
        }
        let units = if unit == CitedUnit::Article {
            self.articles(first, rest, standing)?
        } else {
            return self.low(path, standing);
        };
        self.descend(units.0, units.1).map(one)
    }

    /// The components that an article may be in, the likeliest first.
    fn components(&self, standing: Standing) -> Vec<&'i str> {
        let own = self.component();
        let mut all = vec![own, "body"];
        if standing == Standing::Body || self.frame.articles(own).is_empty() {
            all.remove(0);
        }
        all.dedup();
        all
    }

    /// The articles that a step names, and the steps that remain below them.
    fn articles(
        &self,
        step: &Step,
        rest: &[Step],
        standing: Standing,
    ) -> Result<(Units, Vec<Step>), Failure> {
        let whole = |record| vec![(record, UnitId::ROOT)];
        let here = self.here.place.record;
        let label = match &step.which {
            Which::Label(label) => label,
            Which::This => return Ok((whole(here), rest.to_vec())),
            Which::That => {
                return self
                    .here
                    .article
                    .map(|record| (whole(record), rest.to_vec()))
                    .ok_or((Missing::Article, false));
            }
            Which::Before => {
                let all = self.frame.articles(self.component());
                let at = all.iter().position(|id| *id == here);
                return at
                    .and_then(|at| all.get(at.checked_sub(1)?))
                    .map(|record| (whole(*record), rest.to_vec()))
                    .ok_or((Missing::Article, false));
            }
            Which::Ordinal(_) => return Err((Missing::Article, false)),
        };
        let components = self.components(standing);
        for component in &components {
            for (label, used, extra) in readings(label, rest) {
                let mut found = self.frame.article(component, &label);
                if found.is_empty() {
                    continue;
                }
                let near = self.frame.instrument.record(here).division;
                found.sort_by_key(|id| self.frame.instrument.record(*id).division != near);
                let steps = extra.into_iter().chain(rest[used..].iter().cloned());
                let units = found.into_iter().map(|id| (id, UnitId::ROOT)).collect();
                return Ok((units, steps.collect()));
            }
        }
        let certain = !components.is_empty()
            && components.iter().all(|component| {
                self.frame.lacks_article(component, label)
                    || self.frame.articles(component).is_empty()
            })
            && components
                .iter()
                .any(|component| !self.frame.articles(component).is_empty());
        Err((Missing::Article, certain))
    }

    fn in_component(&self, unit: CitedUnit, step: &Step, rest: &[Step]) -> Result<Target, Failure> {
        let name = match &step.which {
            Which::This => {
                Some(self.component()).filter(|name| name.split('-').next() == Some(unit.as_str()))
            }
            Which::Label(label) => self.frame.component(unit, label),
            _ => None,
        };
        let Some(name) = name else {
            return Err((Missing::Component, false));
        };
        let Some((first, below)) = rest.split_first() else {
            return Ok(Target::Component(name.to_owned()));
        };
        let uncertain = |(missing, _)| (missing, false);
        if let (Some(CitedUnit::Article), Which::Label(label)) = (first.unit, &first.which) {
            let found = self.frame.article(name, label);
            let units: Units = found.into_iter().map(|id| (id, UnitId::ROOT)).collect();
            if units.is_empty() {
                return Err((Missing::Article, false));
            }
            return self
                .descend(units, below.to_vec())
                .map(one)
                .map_err(uncertain);
        }
        let records = self.frame.records(name).iter();
        let units: Units = records.map(|id| (*id, UnitId::ROOT)).collect();
        self.descend(units, rest.to_vec())
            .map(one)
            .map_err(uncertain)
    }

    fn in_division(
        &self,
        unit: CitedUnit,
        step: &Step,
        rest: &[Step],
        standing: Standing,
    ) -> Result<Target, Failure> {
        let instrument = self.frame.instrument;
        let record = instrument.record(self.here.place.record);
        let lower = rest
            .iter()
            .position(|step| step.unit == Some(CitedUnit::Article));
        if let Some(at) = lower {
            // The number of the article is enough; the division may be stale.
            return self
                .target(&rest[at..], standing)
                .map_err(|(missing, _)| (missing, false));
        }
        let found = match &step.which {
            Which::This => {
                let around: Vec<UnitId> = instrument.division_path(record.division).collect();
                self.frame
                    .divisions(unit)
                    .filter(|id| around.contains(id))
                    .collect()
            }
            Which::Label(label) => {
                let found = self.frame.division(unit, label, record.division);
                if found.is_empty() {
                    let plain = matches!(record.component.as_str(), "body" | "preamble");
                    let certain =
                        plain && rest.is_empty() && self.frame.lacks_division(unit, label);
                    return Err((Missing::Division, certain));
                }
                found
            }
            _ => Vec::new(),
        };
        match (found.first(), rest) {
            (Some(id), []) => Ok(Target::Division(*id)),
            (Some(_), [next, ..]) if next.unit.is_some_and(CitedUnit::is_division) => self
                .target(rest, standing)
                .map_err(|(missing, _)| (missing, false)),
            (Some(_), _) => Err((Missing::Paragraph, false)),
            (None, _) => Err((Missing::Division, false)),
        }
    }

    /// A citation that begins below an article.
    fn low(&self, path: &[Step], standing: Standing) -> Result<Target, Failure> {
        let Some((first, rest)) = path.split_first() else {
            return Err((Missing::Paragraph, false));
        };
        let place = self.here.place;
        let record = self.frame.instrument.record(place.record);
        let level = |id: &UnitId| record.unit(*id).level;
        let mut around = std::iter::once(place.unit).chain(record.ancestors(place.unit));
        let missing = missing(first);
        match &first.which {
            Which::This => {
                let own = match first.unit {
                    Some(CitedUnit::Paragraph) => around.find(|id| level(id) == Level::Paragraph),
                    _ => around.find(|id| level(id) == Level::Point),
                }
                .unwrap_or(UnitId::ROOT);
                self.descend(vec![(place.record, own)], rest.to_vec())
                    .map(one)
            }
            Which::That => {
                let units = self.here.unit.into_iter().collect();
                self.descend(units, rest.to_vec())
                    .map(one)
                    .map_err(|_| (missing, false))
            }
            Which::Before => {
                let own = around.find(|id| match first.unit {
                    Some(CitedUnit::Paragraph) => level(id) == Level::Paragraph,
                    _ => level(id) == Level::Point,
                });
                let before = own.and_then(|id| {
                    let unit = record.unit(id);
                    let siblings = &record.unit(unit.parent?).children;
                    siblings.get((unit.ordinal as usize).checked_sub(2)?)
                });
                let units = before.map(|id| (place.record, *id)).into_iter().collect();
                self.descend(units, rest.to_vec())
                    .map(one)
                    .map_err(|_| (missing, false))
            }
            Which::Ordinal(_) | Which::Label(_) => {
                // A bare `paragraph 2` is of the article it stands in, a bare `(b)` of the nearest
                // list; failing that, of an article named before.
                let mut starts: Units = match first.unit {
                    Some(CitedUnit::Paragraph) => {
                        let component = self.frame.records(self.component()).iter();
                        let apart = record.article().is_empty();
                        let others = component.filter(|_| apart).map(|id| (*id, UnitId::ROOT));
                        std::iter::once((place.record, UnitId::ROOT))
                            .chain(others)
                            .collect()
                    }
                    _ => around.map(|id| (place.record, id)).collect(),
                };
                let own = starts.len();
                starts.extend(self.here.unit);
                starts.extend(self.here.article.map(|id| (id, UnitId::ROOT)));
                let mut failure = None;
                for (at, start) in starts.into_iter().enumerate() {
                    match self.descend(vec![start], path.to_vec()) {
                        Ok(units) => return Ok(one(units)),
                        // The article as a whole decides what is absent.
                        Err(failed) if at < own => failure = Some(failed),
                        Err(_) => {}
                    }
                }
                let (missing, certain) = failure.unwrap_or((missing, false));
                let elsewhere = self.here.article.is_some_and(|id| id != place.record);
                let numbered_article = !record.article().is_empty();
                let sure = standing == Standing::Own || !elsewhere;
                Err((missing, certain && sure && numbered_article))
            }
        }
    }

    /// Follows steps down from units.
    fn descend(&self, from: Units, steps: Vec<Step>) -> Result<Units, Failure> {
        let mut units = from;
        let mut rest = steps.as_slice();
        if units.is_empty() {
            return Err((rest.first().map_or(Missing::Article, missing), false));
        }
        while let Some((step, below_it)) = rest.split_first() {
            if step.unit == Some(CitedUnit::Sentence) {
                return Ok(units);
            }
            let mut next = Vec::new();
            let mut used = 0;
            match &step.which {
                Which::Ordinal(place) => {
                    if step.unit != Some(CitedUnit::Paragraph) {
                        return Ok(units);
                    }
                    next = self.ordinal(&units, *place);
                    if next.is_empty() {
                        return Err((Missing::Paragraph, false));
                    }
                }
                Which::Label(label) => {
                    for (label, taken, extra) in readings(label, below_it) {
                        next = self.labelled(&units, step, &label);
                        if let Some(extra) = extra {
                            next = self.labelled(&next, &extra, label_of(&extra, &label));
                        }
                        if !next.is_empty() {
                            used = taken;
                            break;
                        }
                    }
                    if next.is_empty() {
                        let absent = |(id, unit): &(RecordId, UnitId)| {
                            lacks(self.frame.instrument.record(*id), *unit, label)
                        };
                        let counted = step.unit == Some(CitedUnit::Subparagraph)
                            && label.habits.contains(&Habit::Arabic);
                        // Sections of an article are paragraphs here, or headings within it.
                        let section = steps
                            .iter()
                            .any(|step| step.unit.is_some_and(CitedUnit::is_division));
                        let certain = !counted && !section && units.iter().all(absent);
                        return Err((missing(step), certain));
                    }
                }
                Which::This | Which::That | Which::Before => return Err((missing(step), false)),
            }
            units = next;
            rest = &below_it[used..];
        }
        Ok(units)
    }

    fn labelled(&self, from: &Units, step: &Step, label: &Label) -> Units {
        let arabic = label.habits == [Habit::Arabic];
        let deep = step.unit != Some(CitedUnit::Paragraph) && !arabic;
        let mut found = Units::new();
        for (id, unit) in from {
            let record = self.frame.instrument.record(*id);
            let here = below(record, *unit, label, false);
            found.extend(here.into_iter().map(|unit| (*id, unit)));
        }
        if found.is_empty() && arabic && step.unit != Some(CitedUnit::Point) {
            let place = label.values().next().map_or(0, |(_, value)| value.last());
            for (id, unit) in from {
                let record = self.frame.instrument.record(*id);
                let none = numbered(record, *unit)
                    .iter()
                    .all(|id| record.unit(*id).level == Level::Point);
                // Below an article without numbered paragraphs, or the first before a `2.`.
                if none || place == 1 {
                    let first = unnumbered(record, *unit, place);
                    let own = (place == 1 && first.is_none()).then_some(*unit);
                    found.extend(first.or(own).map(|unit| (*id, unit)));
                }
            }
        }
        if found.is_empty() && (deep || !arabic) {
            for (id, unit) in from {
                let record = self.frame.instrument.record(*id);
                let there = below(record, *unit, label, true);
                found.extend(there.into_iter().map(|unit| (*id, unit)));
            }
        }
        found
    }

    fn ordinal(&self, from: &Units, place: u32) -> Units {
        let mut found = Units::new();
        for (id, unit) in from {
            let record = self.frame.instrument.record(*id);
            let paragraphs: Vec<UnitId> = record
                .unit(*unit)
                .children
                .iter()
                .copied()
                .filter(|id| record.unit(*id).level == Level::Paragraph)
                .collect();
            let whole = (paragraphs.is_empty() && place == 1).then_some(*unit);
            let at = place
                .checked_sub(1)
                .and_then(|at| paragraphs.get(at as usize).copied());
            found.extend(at.or(whole).map(|unit| (*id, unit)));
        }
        found
    }
}

fn one(units: Units) -> Target {
    units.first().map_or(Target::Instrument, |(record, unit)| {
        Target::Unit(*record, *unit)
    })
}

fn label_of<'l>(step: &'l Step, otherwise: &'l Label) -> &'l Label {
    match &step.which {
        Which::Label(label) => label,
        _ => otherwise,
    }
}

/// The ways to read a label: with the dotted ones after it as one (`5.1`), as it stands, and with
/// its letter as a step of its own (`20d`). With each: how many of the steps after it are used up,
/// and a step to take next.
fn readings(label: &Label, rest: &[Step]) -> Vec<(Label, usize, Option<Step>)> {
    let mut all = Vec::with_capacity(2);
    if let Some(Step {
        unit: None,
        which: Which::Label(next),
        ..
    }) = rest.first()
        && next.form == Form::Dotted
    {
        let text = format!("{}.{}", label.text, next.text);
        let joined = Label {
            text,
            habits: vec![Habit::Dotted],
            ..label.clone()
        };
        all.push((joined, 1, None));
    }
    all.push((label.clone(), 0, None));
    let digits = label
        .text
        .trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let letter = &label.text[digits.len()..];
    if letter.len() == 1 && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) {
        let stem = Label {
            text: digits.to_owned(),
            habits: vec![Habit::Arabic],
            ..label.clone()
        };
        let letter = Label {
            text: letter.to_owned(),
            habits: vec![Habit::Letter],
            ..label.clone()
        };
        let step = Step {
            unit: None,
            plural: false,
            range: letter.start..letter.end,
            which: Which::Label(letter),
        };
        all.push((stem, 0, Some(step)));
    }
    all
}

/// The level that a step seeks.
fn missing(step: &Step) -> Missing {
    match step.unit {
        Some(CitedUnit::Article) => Missing::Article,
        Some(CitedUnit::Paragraph) => Missing::Paragraph,
        Some(unit) if unit.is_division() => Missing::Division,
        Some(unit) if unit.is_component() => Missing::Component,
        Some(_) => Missing::Point,
        None => match &step.which {
            Which::Label(label) if label.habits == [Habit::Arabic] => Missing::Paragraph,
            _ => Missing::Point,
        },
    }
}
