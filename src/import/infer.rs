//! What a text says about itself: language, style, profile.
//!
//! Each answer is given with the words that it rests on, so that a user can see why, and correct it.

use crate::model::{Profile, Style};

/// An answer, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inferred<T> {
    /// The answer.
    pub value: T,
    /// What it rests on, in words for the report.
    pub evidence: String,
}

/// Words that a language has and its neighbours have not.
const STOP_WORDS: [(&str, &[&str]); 5] = [
    (
        "en",
        &[
            "the", "of", "and", "shall", "with", "which", "this", "by", "or",
        ],
    ),
    (
        "fr",
        &[
            "le", "les", "des", "du", "et", "est", "dans", "sont", "ou", "aux",
        ],
    ),
    (
        "es",
        &["el", "los", "las", "del", "y", "por", "con", "una", "o"],
    ),
    (
        "de",
        &[
            "der", "die", "und", "den", "von", "des", "oder", "nicht", "wird",
        ],
    ),
    (
        "nl",
        &[
            "het", "van", "een", "en", "de", "te", "voor", "niet", "worden",
        ],
    ),
];

/// The language of a text, by its small words; English if it has none.
pub(super) fn language(text: &str) -> Inferred<String> {
    let mut counts = [0_usize; STOP_WORDS.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).take(20_000) {
        let word = word.to_lowercase();
        for ((_, words), count) in STOP_WORDS.iter().zip(&mut counts) {
            *count += usize::from(words.contains(&word.as_str()));
        }
    }
    let best = (0..counts.len())
        .rev()
        .max_by_key(|at| counts[*at])
        .unwrap_or(0);
    let (tag, words) = STOP_WORDS[best];
    let evidence = format!(
        "{} small words such as `{}`",
        counts[best],
        words[..3].join("`, `")
    );
    Inferred {
        value: tag.to_owned(),
        evidence,
    }
}

/// Cues of a style in the title and the text, the more telling first.
const STYLES: [(Style, &[&str]); 5] = [
    (
        Style::Coe,
        &[
            "council of europe",
            "conseil de l'europe",
            "conseil de l’europe",
            "european treaty series",
        ],
    ),
    (
        Style::Au,
        &[
            "african union",
            "union africaine",
            "organization of african unity",
        ],
    ),
    (
        Style::Eu,
        &[
            "of the european parliament and of the council",
            "du parlement européen et du conseil",
        ],
    ),
    (
        Style::Bilateral,
        &[
            "contracting parties",
            "contracting party",
            "requested party",
            "each party",
            "either party",
            "both governments",
            "between the",
            "parties contractantes",
            "entre le",
        ],
    ),
    (
        Style::Un,
        &[
            "states parties",
            "state party",
            "états parties",
            "united nations",
            "nations unies",
            "estados partes",
        ],
    ),
];

/// The style of an instrument with this title and text.
pub(super) fn style(title: &str, text: &str) -> Inferred<Style> {
    let title = title.to_lowercase();
    let between = ["between ", "entre "].iter().find(|word| {
        title.find(**word).is_some_and(|at| {
            let parties = &title[at..];
            parties.contains(" and ") || parties.contains(" et ") || parties.contains(" y ")
        })
    });
    if let Some(word) = between {
        let evidence = format!("the title names the parties (`{}…`)", word.trim());
        return Inferred {
            value: Style::Bilateral,
            evidence,
        };
    }
    let text: String = text
        .chars()
        .take(60_000)
        .flat_map(char::to_lowercase)
        .collect();
    let head: String = text.chars().take(4000).collect();
    let institutional = STYLES[..3].iter().find_map(|(style, cues)| {
        let cue = cues
            .iter()
            .find(|cue| head.contains(**cue) || title.contains(**cue))?;
        Some(Inferred {
            value: *style,
            evidence: format!("`{cue}` in the opening words"),
        })
    });
    if let Some(found) = institutional {
        return found;
    }
    let count = |cues: &[&str]| {
        cues.iter()
            .map(|cue| text.matches(cue).count())
            .sum::<usize>()
    };
    let (bilateral, un) = (count(STYLES[3].1), count(STYLES[4].1));
    let (value, cue, times) = if bilateral > un * 3 + 4 {
        (Style::Bilateral, "Contracting Party", bilateral)
    } else {
        (Style::Un, "State Party", un)
    };
    Inferred {
        value,
        evidence: format!("{times} expressions such as `{cue}`"),
    }
}

/// The profile of an instrument with this title and text.
pub(super) fn profile(title: &str, text: &str, style: Style) -> Inferred<Profile> {
    let title = title.to_lowercase();
    let text: String = text.chars().flat_map(char::to_lowercase).collect();
    let named = |cues: &[&str]| {
        cues.iter()
            .find(|cue| title.contains(**cue))
            .map(|cue| (*cue).to_owned())
    };
    let count = |cues: &[&str]| {
        cues.iter()
            .map(|cue| text.matches(cue).count())
            .sum::<usize>()
    };
    let cyber = [
        "cyber",
        "computer data",
        "computer system",
        "information and communications technolog",
        "données informatiques",
        "système informatique",
    ];
    let offences = [
        "criminal offence",
        "criminal offense",
        "establish as",
        "offences established",
        "infraction pénale",
        "infractions pénales",
        "punishable by",
    ];
    let assistance = [
        "mutual legal assistance",
        "mutual assistance in criminal",
        "extradition",
        "entraide judiciaire",
        "judicial assistance in criminal",
        "requested party",
    ];
    let (is_cyber, offence) = (count(&cyber), count(&offences));
    if is_cyber >= 8 && offence >= 3 || named(&["cybercrime", "cybercriminalité"]).is_some() {
        let evidence = format!(
            "{is_cyber} expressions such as `computer data`, {offence} of criminal offences"
        );
        return Inferred {
            value: Profile::CyberCriminal,
            evidence,
        };
    }
    let mutual = named(&[
        "legal assistance",
        "judicial assistance",
        "mutual assistance in criminal",
        "extradition",
        "entraide judiciaire",
    ]);
    if let Some(cue) = mutual.filter(|_| style == Style::Bilateral) {
        return Inferred {
            value: Profile::BilateralMla,
            evidence: format!("`{cue}` in the title"),
        };
    }
    if offence >= 4 {
        let evidence = format!("{offence} expressions such as `criminal offence`");
        return Inferred {
            value: Profile::GeneralCriminal,
            evidence,
        };
    }
    let evidence = format!(
        "{offence} expressions of criminal offences, {} of mutual assistance",
        count(&assistance)
    );
    Inferred {
        value: Profile::General,
        evidence,
    }
}
