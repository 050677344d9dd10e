//! Text that an instrument quotes in order to insert it into another: it is not its own.

use std::collections::HashSet;

use crate::analysis::Reading;
use crate::model::{Part, RecordId, UnitId};

/// Words that hand over to an amendment's text.
const CUES: &[&str] = &[
    "replaced by the following",
    "be replaced by",
    "is replaced by",
    "are replaced by",
    "substituted by the following",
    "be substituted",
    "shall read as follows",
    "to read as follows",
    "shall read:",
    "shall be amended",
    "is hereby amended",
    "is amended",
    "are amended",
    "be inserted",
    "is inserted",
    "are inserted",
    "following article shall be added",
    "following paragraph shall be added",
    "following text shall be added",
    "following new article",
    "following new paragraph",
    "following sentence shall be added",
    "est remplacé",
    "sont remplacé",
    "est modifié",
    "sont modifié",
    "est inséré",
    "sont inséré",
    "se lit comme suit",
    "libellé comme suit",
];

/// Units of an instrument whose text is quoted into another instrument.
#[derive(Debug, Default)]
pub(super) struct Shield {
    units: HashSet<(RecordId, UnitId)>,
}

impl Shield {
    /// Finds them: what follows an amending phrase to the end of its article, if it opens with a
    /// quotation mark or belongs to a run that does.
    pub(super) fn new(reading: &Reading<'_>) -> Self {
        let mut units = HashSet::new();
        let mut open: Option<RecordId> = None;
        for text in reading.texts() {
            let here = (text.place.record, text.place.unit);
            if open.is_some_and(|record| record == text.place.record) {
                units.insert(here);
                continue;
            }
            open = None;
            let folded = text.folded.as_str();
            if text.place.part != Part::Heading && CUES.iter().any(|cue| folded.contains(cue)) {
                open = Some(text.place.record);
                // The amendment may stand in the same text.
                units.insert(here);
            }
        }
        Self { units }
    }

    /// Whether the text of a unit is quoted.
    pub(super) fn covers(&self, record: RecordId, unit: UnitId) -> bool {
        self.units.contains(&(record, unit))
    }
}
