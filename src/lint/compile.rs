//! From what a lint file says to a lint that can run: every name is resolved here, or is a fault.

mod detector;
mod names;
mod shape;

use std::collections::BTreeSet;

use super::error::{LintFileError, Problem};
use super::form::{LintForm, OutcomeForm, Word};
use super::rule::{Lint, Outcome, Says};
use super::template::Template;
use names::Compiler;
use shape::Shape;

/// Compiles a lint. `topics` are the lists of all lexicons.
///
/// What cannot be resolved is left out and noted; a lint with faults is not to be run.
pub(super) fn compile(form: &LintForm, topics: &BTreeSet<String>) -> (Lint, Vec<LintFileError>) {
    let mut compiler = Compiler::new(&form.id.value, topics);
    let (detector, shape) = compiler.detector(&form.detector);
    let outcomes = form.outcomes.iter();
    let outcomes = outcomes
        .map(|outcome| self::outcome(&mut compiler, outcome, &shape))
        .collect();
    let mut labels = Vec::with_capacity(form.labels.len());
    for (column, text) in &form.labels {
        compiler.column(column, &shape);
        let text = template(&mut compiler, text, &shape);
        labels.push((column.value.clone(), text));
    }
    for column in &form.identity {
        compiler.column(column, &shape);
    }
    let help = form.help.as_ref();
    let help = help.map(|help| template(&mut compiler, help, &shape));
    let lint = Lint {
        id: form.id.value.clone(),
        aliases: form.aliases.clone(),
        summary: form.summary.clone(),
        since: form.since.clone(),
        preview: form.preview,
        off: form.off,
        tags: form.tags.clone(),
        whole: form.whole,
        detector,
        outcomes,
        labels,
        identity: form
            .identity
            .iter()
            .map(|word| word.value.clone())
            .collect(),
        help,
        phrases: compiler.phrases,
    };
    (lint, compiler.errors)
}

fn outcome(compiler: &mut Compiler<'_>, form: &OutcomeForm, shape: &Shape) -> Outcome {
    let mut shape = shape.clone();
    let partners = form.partners.iter();
    let partners = partners
        .map(|partner| compiler.partner(partner, &mut shape, None))
        .collect();
    Outcome {
        when: compiler.conditions(&form.when, &shape),
        partners,
        says: form.says.as_ref().map(|says| Says {
            severity: says.severity,
            confidence: says.confidence,
            message: template(compiler, &says.message, &shape),
            notes: says
                .notes
                .iter()
                .map(|note| template(compiler, note, &shape))
                .collect(),
            help: says
                .help
                .as_ref()
                .map(|help| template(compiler, help, &shape)),
        }),
    }
}

fn template(compiler: &mut Compiler<'_>, word: &Word, shape: &Shape) -> Template {
    match Template::new(&word.value) {
        Ok(template) => {
            for column in template.columns() {
                if let Some(problem) = shape.lacks(column) {
                    compiler.error(word.span, problem);
                }
            }
            template
        }
        Err(problem) => {
            compiler.error(word.span, problem);
            Template::new("").unwrap_or_else(|_| unreachable!("bug: an empty message is one"))
        }
    }
}

/// Whether an id is that of its file.
pub(super) fn stem(form: &LintForm, stem: &str) -> Option<LintFileError> {
    (form.id.value != stem).then(|| LintFileError {
        span: form.id.span,
        problem: Problem::Stem {
            id: form.id.value.clone(),
            stem: stem.to_owned(),
        },
    })
}
