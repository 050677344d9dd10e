//! Definitions without quotation marks: "the term vessel means", "Vessel means", "Vessel: …".

use std::ops::Range;

use super::anatomy::{Clause, LEADS, skip_joint, strip_article};
use super::cursor::{eat_any, skip_space, word_end};
use super::form::{Form, verb};
use crate::analysis::Folded;

/// Words after which "means" is the noun.
const NOT_SUBJECTS: &[&str] = &[
    "by",
    "all",
    "any",
    "other",
    "such",
    "appropriate",
    "lawful",
    "legal",
    "peaceful",
    "technical",
    "electronic",
    "no",
    "these",
    "those",
    "what",
    "this",
    "that",
    "same",
    "available",
    "own",
    "their",
    "its",
    "which",
    "it",
    "reasonable",
    "effective",
    "adequate",
    "necessary",
    "possible",
    "and",
    "or",
    "the",
    "of",
    "with",
    "through",
    "financial",
    "diplomatic",
    "written",
    "also",
];

/// Words that stand in no term: the verb that follows them is the verb of a rule.
const NOT_IN_TERMS: &[&str] = &[
    "thus", "shall", "may", "must", "will", "is", "are", "be", "been", "has", "have", "not", "if",
    "where", "when", "which", "who", "each", "either", "to", "nothing", "doit", "peut", "est",
    "sont",
];

/// Words with which a definiens begins.
const OPENERS: &[&str] = &[
    "a", "an", "any", "all", "the", "every", "each", "those", "that", "such", "one", "both",
    "either", "in", "for", "when", "where", "with", "le", "la", "les", "un", "une", "tout",
    "toute", "tous", "toutes", "l'", "au",
];

/// The definition that the sentence at `sentence` (folded bytes) makes without marks, if any.
pub(super) fn clause(
    text: &str,
    folded: &Folded,
    original: &str,
    sentence: &Range<usize>,
    glossary: bool,
) -> Option<Clause> {
    let start = after_scope(text, sentence);
    let led = eat_any(text, start, LEADS).map(|end| skip_space(text, end));
    let from = led.unwrap_or(start);
    if led.is_none() && !begins_upper(folded, original, from) {
        return None;
    }
    let mut at = from;
    let mut last = "";
    // A term in front of a verb is at most eight words long.
    for count in 0..=8 {
        if count > 0
            && let Some((to, form)) = verb(text, at)
        {
            let term = strip_article(text, from..text[..at].trim_end().len());
            let plain = matches!(
                &text[at..to],
                "means" | "mean" | "shall mean" | "désigne" | "signifie"
            ) || (glossary && form == Form::Includes);
            let fits = plain && !NOT_SUBJECTS.contains(&last) || led.is_some();
            let opens = to >= sentence.end
                || text[to..].trim_start().starts_with([':', ',', '–'])
                || eat_any(text, skip_space(text, to), OPENERS).is_some();
            if !fits || !(glossary || led.is_some() || (opens && from == sentence.start)) {
                return None;
            }
            return (term.len() > 1).then(|| Clause {
                entry: start..to,
                terms: vec![term],
                form,
                verb: at..to,
                qualifier: at..at,
                body: skip_joint(text, to)..to,
            });
        }
        if let Some(rest) = text.get(at..)
            && count > 0
            && glossary
            && led.is_none()
            && rest.starts_with(": ")
        {
            return colon(text, from..at);
        }
        let end = word_end(text, at);
        if end == at || end >= sentence.end {
            return None;
        }
        last = &text[at..end];
        if NOT_IN_TERMS.contains(&last) {
            return None;
        }
        at = match text[end..].chars().next() {
            Some(' ') => end + 1,
            // A closing mark whose partner is missing.
            Some('"') if led.is_some() => skip_space(text, end + 1),
            // "Vessel: …"
            Some(':') => end,
            // "Persistent pollutants (POPs) means"
            _ => return None,
        };
        if text[at..].starts_with('(') {
            let close = text[at..].find(')').filter(|length| *length < 60)?;
            at = skip_space(text, at + close + 1);
        }
    }
    None
}

fn colon(text: &str, term: Range<usize>) -> Option<Clause> {
    let words = text[term.clone()].trim_end();
    let term = strip_article(text, term.start..term.start + words.len());
    let at = term.end;
    let plain = words.split(' ').count() <= 6
        && !words.split(' ').any(|word| {
            matches!(
                word,
                "shall"
                    | "following"
                    | "by"
                    | "that"
                    | "may"
                    | "means"
                    | "par"
                    | "suivants"
                    | "note"
                    | "article"
            )
        });
    plain.then(|| Clause {
        entry: term.start..at + 1,
        terms: vec![term],
        form: Form::Means,
        verb: at..at,
        qualifier: at..at,
        body: skip_joint(text, at)..at + 1,
    })
}

/// Where a sentence goes on after "For the purposes of this Convention,".
fn after_scope(text: &str, sentence: &Range<usize>) -> usize {
    const SCOPES: &[&str] = &[
        "for the purpose of",
        "for the purposes of",
        "for purposes of",
        "in this",
        "in the present",
        "within the meaning of",
        "aux fins de",
        "aux fins du",
        "pour l'application de",
        "pour l'application du",
        "au sens de",
        "au sens du",
    ];
    let Some(end) = eat_any(text, sentence.start, SCOPES) else {
        return sentence.start;
    };
    let rest = &text[end..sentence.end.max(end)];
    if let Some(comma) = rest.find([',', ':']).filter(|length| *length < 120) {
        return skip_space(text, end + comma + 1);
    }
    // "For the purpose of this Agreement the term tariff means"
    LEADS
        .iter()
        .filter_map(|lead| rest.find(&format!(" {lead} ")))
        .min()
        .map_or(sentence.start, |at| end + at + 1)
}

pub(super) fn begins_upper(folded: &Folded, original: &str, at: usize) -> bool {
    if at >= folded.as_str().len() {
        return false;
    }
    let start = folded.original(at..at + 1, original).start;
    original
        .get(start..)
        .and_then(|rest| rest.chars().next())
        .is_some_and(char::is_uppercase)
}

/// Whether the words of a heading or an intro announce a list of definitions.
pub(super) fn announces(folded: &str) -> bool {
    const CUES: &[&str] = &[
        "definition",
        "définition",
        "use of terms",
        "terms used",
        "interpretation",
        "interprétation",
        "glossary",
        "glossaire",
        "terminolog",
        "meaning of terms",
        "emploi des termes",
        "following meaning",
        "following terms",
        "following expressions",
        "termes suivants",
        "expressions suivantes",
        "on entend par",
        "s'entendent",
    ];
    let folded = folded.trim();
    let scope = folded.ends_with(':')
        && [
            "for the purpose",
            "aux fins d",
            "in this ",
            "pour l'application",
        ]
        .iter()
        .any(|opening| folded.contains(opening));
    scope && folded.len() < 160 || folded == "terms" || CUES.iter().any(|cue| folded.contains(cue))
}
