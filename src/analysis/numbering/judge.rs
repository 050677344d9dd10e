//! Whether the labels of a sequence follow each other.

use super::sequence::{Numbered, Sequence};
use super::{NumberState, NumberedLevel, Numbering};
use crate::model::{Habit, Number, Place, label_value, roman_numeral, roman_value};

/// Judges every label of a sequence and pushes a row for each. In an excerpt, labels that are not
/// there are no gap.
pub(super) fn judge(sequence: &Sequence, excerpt: bool, rows: &mut Vec<Numbering>) {
    let Some(habit) = Habit::of(sequence.labels.iter().map(|one| one.label.as_str())) else {
        return rows.extend(sequence.labels.iter().map(|one| unread(sequence, one)));
    };
    // In a preamble or an annex a lone `M.` is the initial of a name: what counts begins with one.
    let first_value = label_value(&sequence.labels[0].label, habit);
    if sequence.loose && first_value.is_none_or(|value| value.last() > 1) {
        return rows.extend(sequence.labels.iter().map(|one| Numbering {
            state: NumberState::Ok,
            ..unread(sequence, one)
        }));
    }
    let mut last: Option<(Number, Place)> = None;
    let nested = nested_runs(sequence, habit);
    for (at, one) in sequence.labels.iter().enumerate() {
        let Some(value) = label_value(&one.label, habit) else {
            let mut row = unread(sequence, one);
            if nested[at] {
                row.state = NumberState::Ok;
            } else if let Some((before, place)) = &mut last {
                // `1., 2., c), 4.`: it takes the place of a number.
                *before = Number::plain(before.last() + 1);
                *place = one.place;
            }
            rows.push(row);
            continue;
        };
        let anew = last.as_ref().is_some_and(|(before, _)| value < *before);
        if sequence.loose && anew {
            last = None;
        }
        let mut state = match &last {
            None if sequence.loose => NumberState::Ok,
            None => first(sequence, &value, habit),
            Some((before, _)) if habit == Habit::Letter && skips_j(before, &value) => {
                NumberState::Ok
            }
            Some((before, _)) => next(before, &value),
        };
        if state == NumberState::Gap && stands_for_a_number(sequence, one, at) {
            state = NumberState::Placeholder;
        }
        if state == NumberState::Gap && (excerpt || one.after_omission) {
            state = NumberState::Ok;
        }
        let expected = match (&last, state) {
            (_, NumberState::Ok) => String::new(),
            (None, _) => written(1, habit, &one.label),
            (Some((before, _)), _) => written(before.last() + 1, habit, &one.label),
        };
        rows.push(Numbering {
            place: one.place,
            label: one.label.clone(),
            level: sequence.level,
            state,
            previous: last.as_ref().map(|(_, place)| *place),
            expected,
        });
        // A label that stands for a number is not counted from; one out of order neither.
        if !matches!(state, NumberState::Placeholder | NumberState::OutOfOrder) {
            last = Some((value, one.place));
        }
    }
}

/// Which labels belong to a list of another system that stands within the sequence from its first
/// label on: `1, a, b, 2`.
fn nested_runs(sequence: &Sequence, habit: Habit) -> Vec<bool> {
    let mut nested = vec![false; sequence.labels.len()];
    let mut at = 0;
    while at < nested.len() {
        let foreign = |one: &Numbered| label_value(&one.label, habit).is_none();
        let run = sequence.labels[at..]
            .iter()
            .take_while(|one| foreign(one))
            .count();
        let labels = &sequence.labels[at..at + run];
        let own = Habit::of(labels.iter().map(|one| one.label.as_str()));
        let begins = own
            .and_then(|own| label_value(&labels.first()?.label, own))
            .is_some_and(|value| value.last() == 1);
        nested[at..at + run].fill(begins && sequence.level != NumberedLevel::Article);
        at += run.max(1);
    }
    nested
}

/// A label that cannot be read in the system of its neighbours.
fn unread(sequence: &Sequence, one: &Numbered) -> Numbering {
    Numbering {
        place: one.place,
        label: one.label.clone(),
        level: sequence.level,
        state: if is_placeholder(&one.label) {
            NumberState::Placeholder
        } else if is_composite(&one.label) || is_word(sequence, &one.label) {
            NumberState::Ok
        } else {
            NumberState::MixedStyle
        },
        previous: None,
        expected: String::new(),
    }
}

/// Whether a division is numbered in words: `PART TWO`, `SOLE CHAPTER`.
fn is_word(sequence: &Sequence, label: &str) -> bool {
    let word = label.chars().count() > 2 && label.chars().all(char::is_alphabetic);
    sequence.level == NumberedLevel::Division && word && roman_value(label).is_none()
}

/// Whether a label has a number of its division or of another article in it: `IV/1`, `A-2`, `X.1`.
fn is_composite(label: &str) -> bool {
    let parts = label.split(['/', '-', '.']);
    let reads =
        |part: &str| part.parse::<u32>().is_ok() || roman_value(part).is_some() || part.len() == 1;
    label.contains(['/', '-', '.']) && parts.into_iter().all(reads)
}

fn first(sequence: &Sequence, value: &Number, habit: Habit) -> NumberState {
    let goes_on = sequence
        .before
        .as_ref()
        .and_then(|label| label_value(label, habit))
        .is_some_and(|before| next(&before, value) == NumberState::Ok);
    // Lists that begin with an inserted label, or with 0, are left alone; `aa`, `bb` are letters too.
    let doubled = habit == Habit::Letter && value.last() % 26 == 1;
    if doubled || value.last() <= 1 || value.suffix > 0 || goes_on || value.values.len() > 1 {
        NumberState::Ok
    } else {
        NumberState::Gap
    }
}

/// Whether letters pass over `j` (or, as Italian does, over `j` and `k`) after `i`.
fn skips_j(before: &Number, value: &Number) -> bool {
    const I: u32 = 9;
    before.last() == I && matches!(value.last(), 11 | 12)
}

fn next(before: &Number, value: &Number) -> NumberState {
    if before == value {
        return NumberState::Duplicate;
    }
    if value < before {
        return NumberState::OutOfOrder;
    }
    let (last, own) = (before.last(), value.last());
    let follows = if before.values.len() > 1 || value.values.len() > 1 {
        // `1.9`, `2.1`: a new first number begins anew.
        let head = |number: &Number| number.values.split_last().map(|(_, head)| head.to_vec());
        head(before) != head(value) || own <= last + 1
    } else {
        own <= last + 1
    };
    if follows {
        NumberState::Ok
    } else {
        NumberState::Gap
    }
}

/// Whether a Roman number out of sequence stands for one that is still to come: `Article X` after
/// `III`, or alone.
fn stands_for_a_number(sequence: &Sequence, one: &Numbered, at: usize) -> bool {
    let alone = sequence.labels.len() == 1;
    let follows = sequence.labels.get(at + 1).is_some_and(|after| {
        let values = roman_value(&one.label).zip(roman_value(&after.label));
        values.is_some_and(|(own, after)| own + 1 == after)
    });
    sequence.level == NumberedLevel::Article
        && is_placeholder(&one.label)
        && (alone || at > 0)
        && !follows
}

/// Whether a label is one that drafters put where a number is still to come.
fn is_placeholder(label: &str) -> bool {
    let clean = label.trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '.'));
    let upper = clean.to_uppercase();
    clean.is_empty()
        || matches!(
            upper.as_str(),
            "X" | "XX" | "XXX" | "Y" | "Z" | "N" | "NN" | "TBD" | "?" | "??"
        )
        || clean
            .chars()
            .all(|c| matches!(c, '_' | '…' | '*' | '#' | '•' | '●'))
}

/// A number as its neighbours are written.
fn written(value: u32, habit: Habit, like: &str) -> String {
    let label = match habit {
        Habit::Arabic | Habit::Dotted => value.to_string(),
        Habit::Letter => {
            let index = value.saturating_sub(1);
            let letter = char::from(b'a' + u8::try_from(index % 26).unwrap_or(0));
            letter.to_string().repeat(index as usize / 26 + 1)
        }
        Habit::Roman => roman_numeral(value),
    };
    if like.chars().any(char::is_uppercase) {
        label.to_uppercase()
    } else {
        label
    }
}
