//! Instruments as lawyers know them: divisions, articles, paragraphs, points, numbers.
//!
//! The model is total once the schema has passed: building it cannot fail, it can only report what
//! the schema cannot see (a division path that leads nowhere). It knows structure and no language:
//! whether a clause creates an offence is for the analysis to say.

mod allow;
mod build;
mod eid;
mod instrument;
mod kind;
mod number;
mod place;
mod record;

pub use allow::Allow;
pub use build::{FAULTS, RecordFile, build};
pub use eid::{eid, locator};
pub use instrument::{Instrument, Profile, Status, Style};
pub use kind::Kind;
pub use number::{
    Habit, Number, label_value, letter_value, ordinal_suffix, roman_numeral, roman_value,
};
pub use place::{Part, Place, RecordId, UnitId};
pub use record::{Level, Record, Text, Unit};
