//! Numbers as treaties print them: `7`, `7bis`, `VII`, `premier`, `a`, `ii`.
//!
//! Whether `X` is ten or a placeholder, and whether `i` is one or the ninth letter, cannot be seen
//! from the label: siblings decide. Functions here say what a label may be worth in one system;
//! [`Habit`] says which system a list follows.

/// The system that a list of labels follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Habit {
    /// `1`, `2`, `2bis`.
    Arabic,
    /// `I`, `II`; `i`, `ii`.
    Roman,
    /// `a`, `b`; `A`, `B`.
    Letter,
    /// `1.1`, `1.2`.
    Dotted,
}

/// The value of a label in its list: sorts `2 < 2bis < 2ter < 3`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// The whole numbers, most significant first; `[1, 2]` for `1.2`.
    pub values: Vec<u32>,
    /// 0 for none, 2 for `bis`, 3 for `ter` …; for an inserted letter (`7a`) its place from 1,
    /// with `letter` set.
    pub suffix: u32,
    /// Whether the suffix is a letter.
    pub letter: bool,
}

impl Number {
    /// A plain number.
    #[must_use]
    pub fn plain(value: u32) -> Self {
        Self {
            values: vec![value],
            suffix: 0,
            letter: false,
        }
    }

    /// The last of the whole numbers.
    #[must_use]
    pub fn last(&self) -> u32 {
        self.values.last().copied().unwrap_or(0)
    }
}

/// Latin multiplicatives, from `bis`. Beyond these treaties use letters.
const SUFFIXES: [&str; 9] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
];

/// 2 for `bis`, 3 for `ter` … case-insensitively.
#[must_use]
pub fn ordinal_suffix(word: &str) -> Option<u32> {
    let place = SUFFIXES
        .iter()
        .position(|suffix| suffix.eq_ignore_ascii_case(word))?;
    u32::try_from(place + 2).ok()
}

/// What Roman numerals are written with, greatest first.
const UNITS: [(&str, u32); 9] = [
    ("c", 100),
    ("xc", 90),
    ("l", 50),
    ("xl", 40),
    ("x", 10),
    ("ix", 9),
    ("v", 5),
    ("iv", 4),
    ("i", 1),
];

/// The value of a Roman numeral in either case; `None` if it is not written as one is written
/// (`IIII`, `IC`). Up to 399.
#[must_use]
pub fn roman_value(label: &str) -> Option<u32> {
    let lower = label.to_ascii_lowercase();
    let mut rest = lower.as_str();
    let mut value = 0;
    for (unit, worth) in UNITS {
        let most = if unit.len() == 1 && unit != "v" && unit != "l" {
            3
        } else {
            1
        };
        for _ in 0..most {
            if let Some(shorter) = rest.strip_prefix(unit) {
                rest = shorter;
                value += worth;
            }
        }
    }
    // A numeral is well formed if it is what its value is written as.
    (rest.is_empty() && value > 0 && roman_numeral(value) == lower).then_some(value)
}

/// The Roman numeral of a value, in lower case; empty for 0.
#[must_use]
pub fn roman_numeral(mut value: u32) -> String {
    let mut text = String::new();
    for (unit, worth) in UNITS {
        while value >= worth {
            text.push_str(unit);
            value -= worth;
        }
    }
    text
}

/// The place of a letter in the alphabet, from 1; `aa` after `z` is 27, as treaties continue.
#[must_use]
pub fn letter_value(label: &str) -> Option<u32> {
    let mut letters = label.chars();
    let first = letters.next()?.to_ascii_lowercase();
    if !first.is_ascii_lowercase() || letters.any(|other| other.to_ascii_lowercase() != first) {
        return None;
    }
    let place = u32::from(first) - u32::from('a') + 1;
    let round = u32::try_from(label.len() - 1).ok()?;
    (round < 4).then_some(place + 26 * round)
}

/// The value of a label under a habit; `None` if it cannot be read so.
#[must_use]
pub fn label_value(label: &str, habit: Habit) -> Option<Number> {
    let label = label.trim();
    match habit {
        Habit::Letter => letter_value(label).map(Number::plain),
        Habit::Roman => {
            if is_first_in_words(label) {
                return Some(Number::plain(1));
            }
            let (stem, suffix, letter) = split_suffix(label, |c| !"ivxlcIVXLC".contains(c));
            Some(Number {
                values: vec![roman_value(stem)?],
                suffix,
                letter,
            })
        }
        Habit::Arabic => {
            if is_first_in_words(label) {
                return Some(Number::plain(1));
            }
            let (stem, suffix, letter) = split_suffix(label, |c: char| !c.is_ascii_digit());
            Some(Number {
                values: vec![stem.parse().ok()?],
                suffix,
                letter,
            })
        }
        Habit::Dotted => {
            let (stem, suffix, letter) =
                split_suffix(label, |c: char| !c.is_ascii_digit() && c != '.');
            let values = stem
                .split('.')
                .map(|part| part.parse().ok())
                .collect::<Option<Vec<u32>>>()?;
            Some(Number {
                values,
                suffix,
                letter,
            })
        }
    }
}

/// The first of a French list, which has a word also where the others have numerals.
fn is_first_in_words(label: &str) -> bool {
    matches!(
        label.to_lowercase().as_str(),
        "premier" | "première" | "1er" | "1ère" | "ier"
    )
}

/// Splits `7bis`, `7 bis`, `7-bis`, `7a` into stem and suffix. A tail that is neither makes the
/// stem the whole label, which then fails to read as a number.
fn split_suffix(label: &str, outside: impl Fn(char) -> bool) -> (&str, u32, bool) {
    let Some(at) = label.find(outside) else {
        return (label, 0, false);
    };
    let (stem, tail) = label.split_at(at);
    let tail = tail.trim_start_matches([' ', '-', '.', '\u{a0}']);
    if let Some(suffix) = ordinal_suffix(tail) {
        return (stem, suffix, false);
    }
    match letter_value(tail) {
        Some(place) if tail.len() == 1 => (stem, place, true),
        _ => (label, 0, false),
    }
}

impl Habit {
    /// The system that most of `labels` follow, preferring at a tie the one that reads the first
    /// label as the start of its sequence (`i` alone is Roman one, not the ninth letter).
    #[must_use]
    pub fn of<'l>(labels: impl Iterator<Item = &'l str>) -> Option<Self> {
        let labels: Vec<&str> = labels.collect();
        let first = labels.first()?;
        [Self::Arabic, Self::Roman, Self::Letter, Self::Dotted]
            .into_iter()
            .map(|habit| {
                let read = labels
                    .iter()
                    .filter(|label| label_value(label, habit).is_some())
                    .count();
                let starts = label_value(first, habit).is_some_and(|number| number.last() == 1);
                // Later systems win no tie: reversed so that `max_by_key` prefers the earlier.
                (habit, read, starts)
            })
            .rev()
            .max_by_key(|(_, read, starts)| (*read, *starts))
            .filter(|(_, read, _)| *read > 0)
            .map(|(habit, _, _)| habit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_are_read_only_when_well_formed() {
        let read = [
            "I", "iv", "XII", "XL", "xcix", "IIII", "VX", "IC", "ABC", "",
        ]
        .map(roman_value);
        assert_eq!(
            read,
            [
                Some(1),
                Some(4),
                Some(12),
                Some(40),
                Some(99),
                None,
                None,
                None,
                None,
                None
            ]
        );
    }

    #[test]
    fn suffixes_sort_between_their_neighbours() {
        let mut labels = vec!["3", "2ter", "2", "2 bis", "10"];
        labels.sort_by_key(|label| label_value(label, Habit::Arabic));
        assert_eq!(labels, ["2", "2 bis", "2ter", "3", "10"]);
    }

    #[test]
    fn siblings_decide_what_a_label_is() {
        let habit = |labels: &[&str]| Habit::of(labels.iter().copied());
        assert_eq!(habit(&["i", "ii", "iii"]), Some(Habit::Roman));
        assert_eq!(habit(&["a", "b", "c", "i"]), Some(Habit::Letter));
        assert_eq!(habit(&["i"]), Some(Habit::Roman));
        assert_eq!(habit(&["1", "2", "X"]), Some(Habit::Arabic));
        assert_eq!(habit(&["1.1", "1.2"]), Some(Habit::Dotted));
        assert_eq!(habit(&["I", "II", "X"]), Some(Habit::Roman));
        assert_eq!(habit(&["?"]), None);
    }

    #[test]
    fn the_first_french_article_is_one() {
        for habit in [Habit::Arabic, Habit::Roman] {
            assert_eq!(label_value("premier", habit), Some(Number::plain(1)));
        }
    }
}
