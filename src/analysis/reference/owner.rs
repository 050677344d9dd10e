//! What a citation says of the instrument it cites: `of this Convention`, `of the Charter of …`.

use std::ops::Range;

use super::step::Owner;
use super::token::{Cursor, Kind};
use super::word::{OF, THAT, THE, THIS, is_instrument, is_ordinary};

/// What is said of the instrument after the units.
pub(super) fn owner(cursor: &mut Cursor<'_>) -> Owner {
    let mut ahead = *cursor;
    if let Some(word) = ahead.take_word(&["hereof", "hereto"]) {
        *cursor = ahead;
        return Owner::This(word.start..word.end, String::new());
    }
    if let Some(word) = ahead.take_word(&["thereof", "thereto"]) {
        *cursor = ahead;
        return Owner::Antecedent(word.start..word.end);
    }
    // `Article 8 (Consultations) of the Treaty`, `paragraph 5 above of this Agreement`.
    ahead.take_word(&["above", "below"]);
    ahead.take_mark(',');
    let Some(of) = ahead.take_word(&OF) else {
        return Owner::Silent;
    };
    let loose = matches!(
        of.word(),
        Some("to" | "in" | "under" | "à" | "au" | "aux" | "dans")
    );
    let mut determiner = None;
    loop {
        if ahead.take_mark('\'').is_some() || ahead.take_word(&THE).is_some() {
            continue;
        }
        match ahead.take_word(&THIS).or_else(|| ahead.take_word(&THAT)) {
            Some(word) => determiner = determiner.or(word.word()),
            None => break,
        }
    }
    let Some((name, noun, bare)) = name(&mut ahead, loose) else {
        return Owner::Silent;
    };
    let owner = match determiner {
        Some(word) if THIS.contains(&word) => match noun {
            Some(noun) => Owner::This(name, noun),
            None => return Owner::Silent,
        },
        Some(_) => Owner::Antecedent(name),
        None => Owner::Named { name, noun, bare },
    };
    *cursor = ahead;
    owner
}

/// Whether the name of an instrument goes on after its noun.
fn goes_on(after: &Cursor<'_>) -> bool {
    after.peek().is_some_and(|next| match next.kind {
        Kind::Word(word) => {
            after.is_capital(next.start)
                || matches!(
                    word,
                    "of" | "on"
                        | "for"
                        | "against"
                        | "concerning"
                        | "between"
                        | "relating"
                        | "to"
                        | "establishing"
                        | "regarding"
                        | "de"
                        | "du"
                        | "des"
                        | "sur"
                        | "relative"
                        | "no"
                        | "contre"
                )
        }
        Kind::Number(_) => true,
        Kind::Mark(mark) => mark == '(',
    })
}

/// The name of an instrument: words with capitals and what joins them. Its noun is the first that
/// names instruments.
fn name(cursor: &mut Cursor<'_>, loose: bool) -> Option<(Range<usize>, Option<String>, bool)> {
    const JOINS: [&str; 26] = [
        "of",
        "the",
        "on",
        "for",
        "and",
        "to",
        "in",
        "against",
        "with",
        "between",
        "concerning",
        "relating",
        "de",
        "du",
        "la",
        "le",
        "les",
        "des",
        "sur",
        "et",
        "pour",
        "entre",
        "l",
        "d",
        "relative",
        "no",
    ];
    let mut ahead = *cursor;
    let first = ahead.peek()?;
    let mut noun = None;
    let mut end = None;
    let mut words = 0;
    let mut proper = false;
    for _ in 0..40 {
        let Some(token) = ahead.next() else { break };
        match token.kind {
            Kind::Word(word) => {
                let capital = ahead.is_capital(token.start);
                let names = is_instrument(word) && (capital || !is_ordinary(word));
                if names || capital {
                    if names && noun.is_none() {
                        noun = Some(word.to_owned());
                    }
                    proper |= capital;
                    words += 1;
                    end = Some(token.end);
                    // `the Convention and the Protocol` ends after one word, `the Convention on …`
                    // does not.
                    if names && words == 1 && !goes_on(&ahead) {
                        break;
                    }
                } else if words == 0 || !JOINS.contains(&word) {
                    break;
                }
            }
            Kind::Number(_) => {
                words += 1;
                end = Some(token.end);
            }
            // `… of Justice. In` ends; `U.N. Convention` does not.
            Kind::Mark('.') if ahead.peek().is_some_and(|next| next.spaced) => break,
            Kind::Mark('(' | ')' | '/' | '-' | '.' | '\'' | '°') if words > 0 => {}
            Kind::Mark(_) => break,
        }
    }
    let end = end?;
    if noun.is_none() && (loose || !proper) {
        return None;
    }
    *cursor = cursor.from(end);
    let bare = words == 1 && noun.is_some();
    Some((first.start..end, noun, bare))
}
