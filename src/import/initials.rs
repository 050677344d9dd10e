//! Initials and titles of persons (`M. Duval`, `W. F. Lee`), which look like labels.

use super::label::{Family, Label, Shape};

/// How many letters may be missing from a list.
const GAP: u32 = 3;

/// The capitals that labels of an article have had.
#[derive(Debug, Default)]
pub(super) struct Capitals {
    /// A bit for each value that a letter may have had.
    letters: u64,
    /// A bit for each value that a Roman number may have had.
    romans: u64,
}

impl Capitals {
    /// Whether a label may be one, `rest` being what follows it. A capital with a stop before a
    /// capitalised word is an initial unless it begins a list or goes on with one: a list of persons
    /// has no `L.` before its `M.`
    pub(super) fn admit(&mut self, label: &Label, rest: &str) -> bool {
        if label.shape != Shape::Dot {
            return true;
        }
        let named = label.num.len() == 1 && rest.trim_start().starts_with(char::is_uppercase);
        let mut capital = false;
        let mut fits = false;
        let mut seen = (self.letters, self.romans);
        for reading in &label.readings {
            let (before, seen) = match reading.family {
                Family::Upper => (self.letters, &mut seen.0),
                Family::RomanUpper => (self.romans, &mut seen.1),
                _ => continue,
            };
            capital = true;
            let value = reading.last();
            fits |= value == 1 || (1..=GAP).any(|gap| before & bit(value.checked_sub(gap)) != 0);
            *seen |= bit(Some(value));
        }
        let admitted = !capital || !named || fits;
        if admitted {
            (self.letters, self.romans) = seen;
        }
        admitted
    }
}

/// The bit of a value; none for values that no list of capitals reaches.
fn bit(value: Option<u32>) -> u64 {
    value
        .and_then(|value| 1_u64.checked_shl(value))
        .unwrap_or(0)
}
