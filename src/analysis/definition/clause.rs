//! Definition clauses: who is defined, by which verb, from where to where.
//!
//! Treaties define in many styles: “X” shall mean, the term X means, ‘X’: …, X means (in a
//! glossary), “X”, which includes Y, shall mean, (hereinafter referred to as “X”), « X » désigne, on
//! entend par « X ». All are read here from one folded text; what surrounds it (is this a list of
//! definitions? does a list follow?) is handed in.

use std::ops::Range;

use super::anatomy::{ARTICLES, Clause, LEADS, skip_joint, strip_article};
use super::cursor::{before_any, eat_any, skip_space, word_end};
use super::form::{Form, verb, weak_verb};
use super::quote::{Quoted, quoted};
use super::{bare, entry, short};
use crate::analysis::Folded;

/// Finds the clauses of a text, in order.
///
/// `glossary`: the text stands in a list of definitions, where `X: …` and `X is …` define.
/// `sentences`: in bytes of the printed text.
pub(super) fn clauses(
    folded: &Folded,
    original: &str,
    sentences: &[Range<usize>],
    glossary: bool,
) -> Vec<Clause> {
    let text = folded.as_str();
    let sentences: Vec<Range<usize>> = sentences
        .iter()
        .map(|range| folded.folded(range.start)..folded.folded(range.end))
        .collect();
    let quotes = quoted(folded, original);
    let name = |one: &Quoted| {
        let term = strip_article(text, one.inner.clone());
        let capital = bare::begins_upper(folded, original, term.start);
        short::quoted_name(text, one, capital)
    };
    let mut found = Vec::new();
    let mut next = 0;
    while next < quotes.len() {
        let group = group(text, &quotes, next);
        if let Some((clause, consumed)) = mark(text, &quotes, next..group, glossary) {
            // An abbreviation in brackets between term and verb is a name, too.
            let between = quotes.get(group..consumed).unwrap_or_default();
            found.extend(between.iter().filter_map(name));
            found.push(clause);
            next = consumed.max(next + 1);
        } else {
            found.extend(name(&quotes[next]));
            next += 1;
        }
    }
    found.extend(short::bare_names(text, &quotes));
    for sentence in &sentences {
        let clear = |clause: &Clause| {
            clause.form == Form::Hereinafter
                || clause.entry.end <= sentence.start
                || clause.entry.start >= sentence.end
        };
        if found.iter().all(clear) {
            found.extend(bare::clause(text, folded, original, sentence, glossary));
        }
    }
    found.sort_by_key(|clause| (clause.entry.start, clause.entry.end));
    entry::close(text, &sentences, glossary, &mut found);
    found
}

/// One past the last quoted run that is joined to the one at `first` (`“X” or “Y”`).
fn group(text: &str, quotes: &[Quoted], first: usize) -> usize {
    let mut next = first + 1;
    while let (Some(last), Some(one)) = (quotes.get(next - 1), quotes.get(next)) {
        let between = text[last.outer.end..one.outer.start].trim();
        let between = between.strip_prefix(',').unwrap_or(between).trim();
        let joined = between.is_empty() && text[last.outer.end..].trim_start().starts_with(',')
            || between.split([' ', '/']).all(|word| {
                matches!(
                    word,
                    "or" | "and" | "the" | "a" | "term" | "terms" | "ou" | "et" | "le" | "la" | ""
                )
            }) && !between.is_empty();
        if !joined {
            break;
        }
        next += 1;
    }
    next
}

/// A clause whose definienda are the quoted runs `group`, and one past the last run that it uses.
fn mark(
    text: &str,
    quotes: &[Quoted],
    group: Range<usize>,
    glossary: bool,
) -> Option<(Clause, usize)> {
    let (first, last) = (&quotes[group.start], &quotes[group.end - 1]);
    let (start, led) = lead(text, first.outer.start);
    let opens = at_start(text, start);
    let terms: Vec<Range<usize>> = quotes[group.clone()]
        .iter()
        .map(|one| strip_article(text, one.inner.clone()))
        .collect();
    // « on entend par “X” … »: the verb stands before.
    if let Some(at) = before_any(text, start, &["on entend par", "il faut entendre par"]) {
        let end = last.outer.end;
        let clause = Clause {
            entry: at..end,
            terms,
            form: Form::Means,
            verb: at..text[..start].trim_end().len(),
            qualifier: end..end,
            body: skip_joint(text, end)..end,
        };
        return Some((clause, group.end));
    }
    let (from, to, form) = verb_after(text, last.outer.end, led, opens, glossary)?;
    let mut entry = start;
    if let Some(by) = before_any(text, start, &["by", "par"])
        && matches!(
            &text[from..to],
            "is meant" | "on entend" | "il faut entendre"
        )
    {
        entry = by;
    }
    let qualifier = last.outer.end..from.max(last.outer.end);
    let used = quotes.iter().take_while(|one| one.outer.start < to).count();
    let clause = Clause {
        entry: entry..to,
        terms,
        form,
        verb: from..to,
        qualifier,
        body: skip_joint(text, to)..to,
    };
    Some((clause, used.max(group.end)))
}

/// Where the words that announce a definiendum begin, and whether they name it a term.
pub(super) fn lead(text: &str, start: usize) -> (usize, bool) {
    let mut at = start;
    let mut led = false;
    // "the term “X”", "a “X”", "the expression, the “X”"
    for _ in 0..3 {
        if let Some(before) = before_any(text, at, LEADS) {
            at = before;
            led = true;
        } else if let Some(before) = before_any(text, at, ARTICLES) {
            at = before;
        } else {
            break;
        }
    }
    (at, led)
}

/// Whether a clause that begins at `start` opens its text, a sentence or a list item, or follows
/// the words that set its scope.
fn at_start(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end();
    let tail = before
        .rsplit(['.', ';', ':'])
        .next()
        .unwrap_or_default()
        .trim();
    // A label such as "(a)" or "1)" that import left in the text.
    let label = tail.trim_matches(['(', ')', '-', '–', ' ']);
    label.chars().count() <= 4 && !label.contains(' ')
        || [
            "for the purpose",
            "for purposes of",
            "in this ",
            "in the present ",
            "within the meaning",
            "as used in",
            "under this ",
            "aux fins d",
            "pour l'application",
            "au sens d",
            "dans le présent",
            "dans la présente",
            "unless the context",
        ]
        .iter()
        .any(|opening| tail.starts_with(opening))
}

/// The verb that follows the definienda: its start, end and form.
fn verb_after(
    text: &str,
    end: usize,
    led: bool,
    opens: bool,
    glossary: bool,
) -> Option<(usize, usize, Form)> {
    let mut at = skip_space(text, end);
    // Brackets after the term hold its abbreviation.
    while text[at..].starts_with('(') {
        let close = text[at..].find(')').filter(|length| *length <= 160)?;
        at = skip_space(text, at + close + 1);
    }
    let strong = |form: Form| form.is_closed() || form == Form::ByReference || led || opens;
    if let Some((to, form)) = verb(text, at) {
        return strong(form).then_some((at, to, form));
    }
    if (glossary || led)
        && opens
        && let Some((to, form)) = weak_verb(text, at)
    {
        return glossary.then_some((at, to, form));
    }
    let sign = text[at..]
        .chars()
        .next()
        .filter(|c| matches!(c, ':' | '–' | '='));
    if opens && let Some(sign) = sign {
        let end = at + sign.len_utf8();
        let more = !text[end..].trim().is_empty();
        return (more || glossary).then_some((at, end, Form::Means));
    }
    if opens && glossary && text[at..].starts_with("- ") {
        return Some((at, at + 1, Form::Means));
    }
    qualified(text, at).filter(|(_, _, form)| strong(*form))
}

/// A verb after words that narrow the term: ", which includes forfeiture, shall mean".
fn qualified(text: &str, at: usize) -> Option<(usize, usize, Form)> {
    const OPENINGS: &[&str] = &[
        ",",
        "as",
        "when",
        "in",
        "with",
        "for",
        "of",
        "referred",
        "within",
        "also",
        "or",
        "under",
        "on",
        "at",
        "au",
        "aux",
        "de",
        "du",
        "des",
        "d'",
        "employé",
        "utilisé",
        "tel",
        "visé",
        "pour",
        "dans",
        "appearing",
        "mentioned",
        "used",
        "–",
        "shall",
        "wherever",
        "whenever",
        "where",
        "en",
        "applied",
        "and",
        "which",
    ];
    eat_any(text, at, OPENINGS)?;
    let mut here = at;
    for _ in 0..40 {
        let rest = &text[here..];
        let word = rest.find(|c: char| c.is_alphanumeric())?;
        if rest[..word].contains(['.', ';', ':', '"']) {
            return None;
        }
        here += word;
        // Inside the aside itself "which includes" is not the verb that defines.
        let aside = text[..here].trim_end().ends_with("which");
        if !aside && let Some((to, form)) = verb(text, here) {
            let bare = matches!(
                &text[here..to],
                "mean" | "include" | "cover" | "apply to" | "comprise"
            );
            if form.is_closed() || form == Form::ByReference || !bare {
                return Some((here, to, form));
            }
        }
        here = word_end(text, here);
    }
    None
}
