//! Families of words: freeze and freezing, confiscation and confiscated.

/// Words of a term that carry none of its meaning.
pub(super) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "and"
            | "or"
            | "in"
            | "for"
            | "to"
            | "on"
            | "by"
            | "with"
            | "a"
            | "an"
            | "de"
            | "du"
            | "des"
            | "la"
            | "le"
            | "les"
            | "et"
            | "ou"
            | "en"
            | "au"
            | "aux"
            | "à"
            | "other"
    )
}

/// What words of one family (freeze, freezing, frozen excepted) have in common: the word without
/// what inflects or derives it.
#[must_use]
pub(in crate::analysis) fn kin(word: &str) -> String {
    const ENDINGS: &[&str] = &[
        "isations", "izations", "isation", "ization", "ations", "ation", "ments", "ment", "ances",
        "ance", "ences", "ence", "tions", "tion", "sions", "sion", "ures", "ure", "ings", "ing",
        "ers", "er", "ors", "or", "ies", "ied", "ed", "es", "al", "ly", "ive", "s", "e", "y",
    ];
    for ending in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.chars().count() >= 4
        {
            let kept = match ending.strip_suffix('s').unwrap_or(ending) {
                "tion" => 1,
                "sion" => 1,
                _ => 0,
            };
            return word[..rest.len() + kept].to_owned();
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Term;

    #[test]
    fn kin_forms_are_recognised() {
        let words = |text: &str| text.split(' ').map(kin).collect::<Vec<_>>();
        let term = |text: &str| Term::new(text, false).unwrap();
        assert!(term("freezing").is_kin_of(&words("to freeze property")));
        assert!(term("confiscation").is_kin_of(&words("property confiscated")));
        assert!(term("seizure of property").is_kin_of(&words("property that was seized")));
        assert!(term("traffic data").is_kin_of(&words("data on traffic")));
        assert!(!term("vessel").is_kin_of(&words("any aircraft")));
    }
}
