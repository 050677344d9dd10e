//! Finds to findings: what is said, and at which words.

use std::cell::OnceCell;

use super::condition::key;
use super::context::Context;
use super::detect::{Partners, partners};
use super::fingerprint::Identity;
use super::row::{Match, said};
use super::rule::{Lint, Says};
use crate::analysis::Reading;
use crate::diagnostic::{Diagnostic, Label};
use crate::model::{Place, locator};

/// A finding whose fingerprint is still to be counted.
pub(super) struct Finding {
    pub(super) diagnostic: Diagnostic,
    pub(super) identity: Identity,
    /// Which outcome decided, 1-based.
    pub(super) outcome: usize,
}

/// What a lint says of its finds: nothing of one to which none of its outcomes applies, or one that
/// is silent.
pub(super) fn findings<'a>(
    context: &Context<'a>,
    lint: &'a Lint,
    found: Vec<Match<'a>>,
) -> Vec<Finding> {
    // What an outcome asks to stand near is looked for once, when it is first asked.
    let near: Vec<OnceCell<Vec<Partners<'a>>>> =
        lint.outcomes.iter().map(|_| OnceCell::new()).collect();
    let decide = |mut one: Match<'a>| {
        for (at, outcome) in lint.outcomes.iter().enumerate() {
            let mut holds = outcome.when.iter();
            if !holds.all(|condition| condition.holds(context, &one)) {
                continue;
            }
            let near = near[at].get_or_init(|| partners(context, &outcome.partners));
            if !near
                .iter()
                .all(|partners| partners.meets(context, &mut one))
            {
                continue;
            }
            let says = outcome.says.as_ref()?;
            return Some(speak(context, lint, says, at + 1, &one));
        }
        None
    };
    found.into_iter().filter_map(decide).collect()
}

fn speak<'a>(
    context: &Context<'a>,
    lint: &Lint,
    says: &Says,
    outcome: usize,
    found: &Match<'a>,
) -> Finding {
    let reading = context.reading();
    let instrument = reading.instrument;
    let say = |column: &str| {
        let cell = context.cell(found, column);
        shortened(said(&cell, |place| reading.words(place)))
    };
    let places: Vec<(Option<Place>, String)> = lint
        .labels
        .iter()
        .map(|(column, text)| (context.cell(found, column).place, text.fill(say)))
        .collect();
    let primary = places
        .first()
        .and_then(|(place, _)| *place)
        .unwrap_or(found.place);
    let label = |place: Place, message: String| {
        let (source, span) = instrument.span(place);
        Label::new(source, span, message)
    };
    let message = match places.first() {
        Some((Some(_), text)) => text.clone(),
        _ => String::new(),
    };
    let mut labels = vec![label(primary, message)];
    for (place, text) in places.into_iter().skip(1) {
        if let Some(place) = place.filter(|place| *place != primary) {
            labels.push(label(place, text));
        }
    }
    let help = says.help.as_ref().or(lint.help.as_ref());
    let diagnostic = Diagnostic {
        lint: lint.id.clone(),
        severity: says.severity,
        confidence: says.confidence,
        message: says.message.fill(say),
        locator: Some(locator(instrument, primary)),
        labels,
        notes: says.notes.iter().map(|note| note.fill(say)).collect(),
        help: help.map(|help| help.fill(say)),
        fix: None,
        fingerprint: String::new(),
    };
    let identity = Identity {
        lint: lint.id.clone(),
        sentence: sentence(reading, primary),
        words: words(reading, primary),
        columns: lint
            .identity
            .iter()
            .map(|column| key(context, &context.cell(found, column)))
            .collect(),
    };
    Finding {
        diagnostic,
        identity,
        outcome,
    }
}

/// No more of a sentence than this, in bytes, identifies a finding; a text without a stop is one.
const LONGEST: usize = 2000;

/// As much of the sentence around a place as identifies a finding, folded: the whole, or the part
/// around the words.
fn sentence(reading: &Reading<'_>, place: Place) -> String {
    let Some(text) = reading.text(place) else {
        return words(reading, place);
    };
    let sentence = reading.sentence(place);
    let [start, at, end] = [sentence.start, place.start, sentence.end]
        .map(|offset| text.folded.folded(offset as usize));
    let folded = text.folded.as_str();
    if end.saturating_sub(start) <= LONGEST {
        return folded.get(start..end).unwrap_or_default().to_owned();
    }
    let start = boundary(folded, start.max(at.saturating_sub(LONGEST / 2)));
    let end = boundary(folded, end.min(start + LONGEST));
    folded.get(start..end).unwrap_or_default().to_owned()
}

/// The words at a place, folded, up to a length. A label is in no text that is read.
fn words(reading: &Reading<'_>, place: Place) -> String {
    let words = match reading.text(place) {
        Some(_) => reading.folded(place).to_owned(),
        None => reading.words(place).to_lowercase(),
    };
    words[..boundary(&words, LONGEST)].to_owned()
}

/// The last boundary of characters at or before an offset.
fn boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What a message says of long words.
fn shortened(words: String) -> String {
    const MOST: usize = 160;
    if words.chars().count() <= MOST {
        return words;
    }
    let kept: String = words.chars().take(MOST).collect();
    let whole = kept.rfind(' ').map_or(kept.as_str(), |at| &kept[..at]);
    format!("{whole} …")
}
