//! "did you mean": the known word that an unknown one was meant to be.

/// Below this likeness two words are no longer taken for each other.
const LIKENESS: f64 = 0.75;

/// The candidate nearest to `word`, if one is near. Hyphen, underscore, blank and case do not
/// tell words apart, since they are the commonest slips. Of equals the first wins.
pub(super) fn nearest<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let folded = fold(word);
    let mut best = None;
    let mut best_likeness = 0.0;
    for candidate in candidates {
        let other = fold(candidate);
        let likeness = if other == folded {
            1.0
        } else {
            strsim::normalized_damerau_levenshtein(&folded, &other)
                .max(shared_stem(&folded, &other))
        };
        if likeness >= LIKENESS && likeness > best_likeness {
            best = Some(candidate);
            best_likeness = likeness;
        }
    }
    best
}

fn fold(word: &str) -> String {
    // Long input is no misspelt word; the measure is quadratic.
    word.chars()
        .take(64)
        .map(|c| if matches!(c, '_' | ' ') { '-' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

/// A short word that begins a longer one (`head` for `heading`, `points` for `point`) is near it,
/// though the measure of edits says otherwise.
fn shared_stem(a: &str, b: &str) -> f64 {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.chars().count() >= 3 && long.starts_with(short) {
        LIKENESS
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const WORDS: [&str; 4] = ["heading", "paragraphs", "in-force", "text"];

    #[test]
    fn a_slip_of_the_pen_finds_its_word() {
        assert_eq!(nearest("headng", WORDS), Some("heading"));
        assert_eq!(nearest("In_Force", WORDS), Some("in-force"));
        assert_eq!(nearest("paragraph", WORDS), Some("paragraphs"));
        assert_eq!(nearest("head", WORDS), Some("heading"));
    }

    #[test]
    fn another_word_finds_none() {
        assert_eq!(nearest("colour", WORDS), None);
        assert_eq!(nearest("", WORDS), None);
        assert_eq!(nearest(&"x".repeat(100_000), WORDS), None);
    }
}
