//! Terms that two entries define for the same provisions.

use std::collections::HashMap;

use super::{Definition, Duplicate, Form, Term};
use crate::analysis::Reading;

/// Marks every entry that defines again what an earlier one defines for the same provisions.
///
/// Only entries that alone say what the term means can contradict each other: "includes" adds to a
/// definition, a short name repeats a title, and an entry for one Party leaves room for the other's.
pub(super) fn mark(reading: &Reading<'_>, definitions: &mut [Definition]) {
    let french = reading.instrument.language.starts_with("fr");
    let mut first: HashMap<(String, bool), Vec<usize>> = HashMap::new();
    for at in 0..definitions.len() {
        let one = &definitions[at];
        let closed = one.form.is_closed() || one.form == Form::ByReference;
        let Some(term) = Term::new(&one.word, french).filter(|_| closed && !one.qualified) else {
            continue;
        };
        // The singular and the plural may well be defined apart: "States" are both, "a State" is
        // either of them.
        let plural = one.word.ends_with('s');
        let earlier = first.entry((term.key(), plural)).or_default();
        let rival = earlier.iter().copied().find(|other| {
            let other = &definitions[*other];
            other.place != one.place && one.scope.rivals(reading.instrument, &other.scope)
        });
        earlier.push(at);
        let Some(rival) = rival else { continue };
        let place = definitions[rival].place;
        let same = text(reading, one) == text(reading, &definitions[rival]);
        definitions[at].duplicate = if same {
            Duplicate::SameText(place)
        } else if one.form == Form::ByReference {
            // It sends the reader to the other entry.
            Duplicate::None
        } else {
            Duplicate::DifferentText(place)
        };
    }
}

/// The definiens, folded, without the punctuation at its end.
fn text(reading: &Reading<'_>, definition: &Definition) -> String {
    let mut whole = String::new();
    for place in definition.definiens(reading) {
        whole.push_str(reading.folded(place).trim());
        whole.push(' ');
    }
    whole.trim_end_matches([' ', '.', ';', ',']).to_owned()
}
