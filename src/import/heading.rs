//! Words that are no text of an article: headings, closing words, notes of a publisher.

use super::label::label;

/// Whether words read as a heading: short, no sentence, no final stop.
pub(super) fn heads(words: &str) -> bool {
    !words.ends_with('.') && titles(words, 0)
}

/// The same, where a final stop may close a short heading (`Definitions.`).
pub(super) fn heads_with_stop(words: &str) -> bool {
    titles(words, 6)
}

/// Whether words read as the heading of a division, which may close with a stop though it is long,
/// and may stand behind a dash.
pub(super) fn heads_division(words: &str) -> bool {
    titles(words.trim_start_matches([':', '-', '–', '—', ' ']), 16)
}

/// Whether words read as a heading of at most `stopped` words if a stop closes it.
fn titles(words: &str, stopped: usize) -> bool {
    if words.len() > 260 || words.ends_with([';', ':', ',', '-', '–', '—', '|']) {
        return false;
    }
    let count = words.split_whitespace().count();
    if count > 32 || words.ends_with('.') && count > stopped || words.starts_with('|') {
        return false;
    }
    let last = words.rsplit(char::is_whitespace).next().unwrap_or("");
    if OPEN_ENDED.contains(&last) {
        return false;
    }
    // Capitals throughout are those of a heading, whatever it says (`UNTIL THEY ARE SOLD`).
    let capitals = !words.contains(char::is_lowercase);
    let begins = |c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"«‘(['*!".contains(c);
    if !words.starts_with(begins) || label(words).is_some_and(|label| label.len < words.len()) {
        return false;
    }
    let sentence = |(at, word): (usize, &str)| {
        let word = word
            .trim_matches(|c: char| !c.is_alphabetic())
            .to_lowercase();
        at > 0
            && (VERBS.contains(&word.as_str())
                || count > 9 && !capitals && AUXILIARIES.contains(&word.as_str()))
    };
    !words.split_whitespace().enumerate().any(sentence)
}

/// Words that no heading ends with.
const OPEN_ENDED: &[&str] = &[
    "of", "the", "a", "an", "and", "or", "to", "in", "for", "by", "with", "under", "at", "on",
    "from", "de", "du", "des", "la", "le", "les", "et", "ou", "à", "aux", "en", "par", "pour",
    "del", "los", "las", "y", "el", "con",
];

/// The bytes of a heading that an extractor glued to the text after it (`Use of terms For the
/// purposes of …`): a function word with a capital, after a word in lower case and no stop, begins
/// the text.
pub(super) fn glued(words: &str) -> Option<usize> {
    let mut before: Option<&str> = None;
    let mut at = 0;
    for (place, word) in words.split(' ').enumerate() {
        if place > 24 {
            return None;
        }
        let rest = &words[at + word.len()..];
        let proper = [
            "Haye",
            "Hague",
            "Salvador",
            "Ángeles",
            "Angeles",
            "Habana",
            "Paz",
            "Netherlands",
        ];
        let named = proper
            .iter()
            .any(|name| rest.trim_start().starts_with(name));
        if before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
            && BEGINNERS.contains(&word)
            && !named
            && (word.len() > 1 || !follows(rest, &["and", "or", "to"]))
        {
            let text = &words[at..];
            let sentence = text.split_whitespace().count() > 6 && text.ends_with(['.', ':', ';']);
            let head = words[..at].trim_end();
            return Some(head.len()).filter(|_| sentence && heads(head));
        }
        if word.ends_with(['.', ':', ';']) {
            return None;
        }
        before = Some(word);
        at += word.len() + 1;
    }
    None
}

fn follows(rest: &str, words: &[&str]) -> bool {
    let next = rest.split_whitespace().next().unwrap_or("");
    words.contains(&next) || !next.starts_with(char::is_lowercase)
}

/// Words that have a capital only where a sentence begins.
const BEGINNERS: &[&str] = &[
    "The",
    "This",
    "These",
    "For",
    "In",
    "Each",
    "Every",
    "Any",
    "A",
    "An",
    "All",
    "Nothing",
    "No",
    "Where",
    "If",
    "When",
    "Subject",
    "Without",
    "Notwithstanding",
    "Except",
    "Upon",
    "At",
    "It",
    "As",
    "Le",
    "La",
    "Les",
    "L’objectif",
    "Aux",
    "Pour",
    "En",
    "Chaque",
    "Toute",
    "Tout",
    "Si",
    "Lorsque",
    "Afin",
    "El",
    "Los",
    "Las",
    "Con",
    "Para",
    "Cada",
    "Nada",
];

/// Words that only sentences have.
const VERBS: &[&str] = &[
    "shall",
    "must",
    "undertake",
    "undertakes",
    "agree",
    "agrees",
    "means",
    "mean",
    "declares",
    "doit",
    "doivent",
    "peut",
    "peuvent",
    "sera",
    "seront",
    "s'engagent",
    "s’engagent",
    "conviennent",
    "s'engage",
    "s’engage",
    "desde",
    "podrán",
    "deberán",
    "adoptarán",
    "include",
    "désigne",
    "désignent",
];

/// Words that a longer line without a final stop has only if it is a sentence.
const AUXILIARIES: &[&str] = &[
    "is", "are", "may", "has", "have", "will", "was", "were", "should", "est", "sont", "ont", "es",
    "son", "can", "unless", "which",
];

/// Whether a block begins the testimonium.
pub(super) fn attests(words: &str) -> bool {
    const OPENERS: &[&str] = &[
        "in witness whereof",
        "in witness thereof",
        "in faith whereof",
        "in testimony whereof",
        "in witness of which",
        "in evidence whereof",
        "witness whereof",
        "done at",
        "done in",
        "done this",
        "done and signed",
        "signed at",
        "signed in",
        "en foi de quoi",
        "fait à",
        "fait a ",
        "fait en",
        "fait le",
        "en fe de lo cual",
        "hecho en",
        "ten blijke waarvan",
        "gedaan te",
        "zu urkund dessen",
        "geschehen zu",
    ];
    let start: String = words
        .trim_start_matches(['*', '_', '“', '"'])
        .chars()
        .take(24)
        .flat_map(char::to_lowercase)
        .collect();
    OPENERS.iter().any(|opener| start.starts_with(opener))
}

/// Whether a block is a note of the publisher about the force of a text, not a part of it.
pub(super) fn editorial(words: &str) -> bool {
    let dated = words
        .chars()
        .rev()
        .take(10)
        .filter(char::is_ascii_digit)
        .count()
        == 8;
    dated
        && words.len() < 80
        && ["Wordt ", "Treedt ", "Vervallen ", "Vervalt "]
            .iter()
            .any(|verb| words.starts_with(verb))
}
