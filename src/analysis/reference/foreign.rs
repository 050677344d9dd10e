//! Whether another instrument is in play where a citation stands.

use super::super::reading::{ReadText, Reading};
use super::token::{Cursor, Kind};
use super::word::{THIS, is_instrument, is_ordinary};
use crate::model::Part;

/// Whether a text, or an intro above it, names another instrument or quotes: then a bare citation
/// may mean what we do not have.
pub(super) fn is_foreign(reading: &Reading<'_>, text: &ReadText) -> bool {
    let place = text.place;
    let record = reading.instrument.record(place.record);
    let above = record
        .ancestors(place.unit)
        .filter_map(|id| reading.text_of(place.record, id, Part::Text));
    std::iter::once(text).chain(above).any(|text| {
        let original = reading.words(text.place);
        names_another(Cursor::new(&text.folded, original))
    })
}

fn names_another(mut cursor: Cursor<'_>) -> bool {
    let mut own = false;
    while let Some(token) = cursor.next() {
        let Kind::Word(word) = token.kind else {
            if token.is('"') {
                return true;
            }
            own = false;
            continue;
        };
        if is_instrument(word) {
            let capital = cursor.is_capital(token.start);
            if !own && (capital || !is_ordinary(word)) {
                return true;
            }
        } else if matches!(word, "replaced" | "amended" | "remplacé" | "modifié") {
            return true;
        }
        own = THIS.contains(&word);
    }
    false
}
