//! Detectors, their names resolved.

use super::super::detector::{At, Detector, Main, Partner, Side};
use super::super::error::Problem;
use super::super::form::{DetectorForm, MainForm, PartnerForm};
use super::super::scope::Scope;
use super::super::written::WRITTEN;
use super::names::Compiler;
use super::shape::Shape;

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

impl Compiler<'_> {
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
}

/// A detector that finds nothing, with any columns: what stands where a name did not resolve.
fn nothing() -> (Main, Shape) {
    (Main::Any(Vec::new()), Shape::open())
}
