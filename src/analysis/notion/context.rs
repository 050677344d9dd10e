//! Where a notion stands: what a clause does with it decides whether its vagueness matters.

use crate::analysis::kind::Kinds;
use crate::analysis::reading::Reading;
use crate::model::{Kind, Part, Place, Profile};

/// Where a notion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// In a clause that binds, empowers or criminalizes.
    Operative,
    /// In a guarantee, or in an exception that limits a duty.
    Protective,
    /// In a ground for refusing cooperation.
    Refusal,
    /// In the preamble.
    Recital,
    /// In a heading, or alone.
    Heading,
    /// In the statement of a purpose.
    Aim,
    /// In the name of another instrument or of a body.
    QuotedTitle,
    /// In an instrument, and a clause of it, on which neither liability nor a power nor
    /// cooperation in criminal matters hangs.
    Incidental,
}

impl Standing {
    /// The word used in tables and lint files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Operative => "operative",
            Self::Protective => "protective",
            Self::Refusal => "refusal",
            Self::Recital => "recital",
            Self::Heading => "heading",
            Self::Aim => "aim",
            Self::QuotedTitle => "quoted-title",
            Self::Incidental => "incidental",
        }
    }
}

/// Words of refusal.
const REFUSAL: &[&str] = &[
    "refus",
    "declin",
    "deny",
    "denied",
    "postpone",
    "not be granted",
    "not be afforded",
    "not be extradited",
    "not be obliged",
    "not extradite",
    "reject",
    "inadmissib",
    "non-extradit",
];

/// Words of guarantees.
const GUARANTEE: &[&str] = &[
    "nothing in this",
    "nothing contained",
    "not be interpreted",
    "not be construed",
    "without discrimination",
    "on account of",
    "discriminat",
    "human rights",
    "fundamental freedoms",
    "freedom of",
    "right to",
    "protection against",
    "respect for",
];

/// Words with which a clause makes room for the interests of a State or of society.
const EXCEPTION: &[&str] = &[
    "unless",
    "except",
    "contrary to",
    "prejudic",
    "endanger",
    "impair",
    "jeopardi",
    "infring",
    "incompatible",
    "interests of",
    "interest of",
    "reasons of",
    "grounds of",
    "necessary for",
    "required by",
    "requirements of",
    "without affecting",
    "affect",
    "protection of",
    "laws on",
    "laws and regulations",
    "restrict",
    "limit",
    "derogat",
    "conflict with",
    "threat to",
    "threaten",
    "for the maintenance of",
    "safeguard",
];

/// Words that say what an instrument or a body is for.
const AIM: &[&str] = &[
    "purpose of this",
    "purposes of this convention are",
    "purposes of this agreement are",
    "aim of this",
    "objective of this",
    "objectives of this",
    "object of this",
    "purpose of the convention",
    "purposes of the organization",
    "objectives of the",
    "aims of the",
];

/// Words of clauses about offences.
const CRIMES: &[&str] = &["offence", "offense", "crime", "criminal"];

/// Notions that name an interest of the State or of society: what clauses make exceptions for.
const INTERESTS: &[&str] = &["national-security", "public-order", "morality"];

/// What provisions of an instrument that is not about crime must be for a notion to decide about
/// liability, powers or cooperation: a consul's immunity "except in the case of a grave crime", or
/// the dishonest conduct that costs a salvor his reward, asks for no definition.
const PENAL: &[Kind] = &[
    Kind::Scope,
    Kind::Offence,
    Kind::Participation,
    Kind::LegalPersons,
    Kind::Sanctions,
    Kind::Prosecution,
    Kind::Jurisdiction,
    Kind::Power,
    Kind::ScopeOfPowers,
    Kind::Extradition,
    Kind::MutualAssistance,
    Kind::SpontaneousInformation,
    Kind::JointInvestigation,
    Kind::AssetRecovery,
];

/// The context of the notion `word` at `place`, and the words that show it.
pub(super) fn of(
    reading: &Reading<'_>,
    kinds: &Kinds,
    place: Place,
    word: &str,
) -> (Standing, Option<Place>) {
    // A notion that stands alone, as a quoted definition may have it, is a name and no clause.
    let alone = reading
        .text(place)
        .is_some_and(|text| text.folded.as_str() == reading.folded(place));
    if place.part == Part::Heading || alone {
        return (Standing::Heading, None);
    }
    let is = |kind| kinds.is(place.record, place.unit, kind);
    let record = reading.instrument.record(place.record);
    if record.component == "preamble" || is(Kind::Preamble) {
        return (Standing::Recital, None);
    }
    if let Some(title) = title(reading, place) {
        return (Standing::QuotedTitle, Some(title));
    }
    // What the sentence says, then what the intros say of the point.
    let mut governing = vec![reading.sentence(place)];
    governing.extend(
        record
            .ancestors(place.unit)
            .filter_map(|above| reading.intro(place.record, above)),
    );
    let says = |signs: &[&str]| {
        governing.iter().copied().find(|run| {
            let folded = reading.folded(*run);
            signs.iter().any(|sign| folded.contains(sign))
        })
    };
    let refusal = says(REFUSAL);
    if refusal.is_some() || is(Kind::RefusalGround) || word == "political-offence" {
        return (Standing::Refusal, refusal);
    }
    let aim = says(AIM);
    if aim.is_some() || is(Kind::Purpose) {
        return (Standing::Aim, aim);
    }
    let guarantee = says(GUARANTEE);
    if guarantee.is_some() && !is(Kind::Offence) {
        return (Standing::Protective, guarantee);
    }
    // An interest decides about liability where the clause is about offences; anywhere else it
    // limits what the clause asks.
    if INTERESTS.contains(&word) {
        let crimes = says(CRIMES).is_some() || is(Kind::Offence);
        let exception = says(EXCEPTION);
        if !crimes || (exception.is_some() && !is(Kind::Offence)) {
            return (Standing::Protective, exception);
        }
    }
    if reading.instrument.profile == Profile::General && !PENAL.iter().any(|kind| is(*kind)) {
        return (Standing::Incidental, None);
    }
    (Standing::Operative, None)
}

/// The name of an instrument or a body that the notion is part of: a capital, and before it, over
/// capitals and small words only, what such names begin with.
fn title(reading: &Reading<'_>, place: Place) -> Option<Place> {
    const HEADS: &[&str] = &[
        "Convention",
        "Conventions",
        "Protocol",
        "Treaty",
        "Agreement",
        "Declaration",
        "Strategy",
        "Resolution",
        "Committee",
        "Group",
        "Office",
        "Centre",
        "Center",
        "Act",
        "Code",
        "Covenant",
        "Charter",
        "Law",
        "Programme",
        "Plan",
        "Conference",
        "Statute",
        "Directive",
        "Decision",
        "Framework",
    ];
    let text = reading.text(place)?;
    let original = reading.words(text.place);
    let words = original.get(place.range())?;
    let before = original.get(..place.start as usize)?;
    if let Some(start) = dated_act(before, HEADS) {
        return Some(text.place.narrow(start..place.end as usize));
    }
    // "Convention on Cybercrime", "for the Suppression of Acts of Terrorism"
    if !words
        .split_whitespace()
        .any(|word| word.starts_with(char::is_uppercase))
    {
        return None;
    }
    let mut start = before.len();
    for word in before
        .rsplit(char::is_whitespace)
        .filter(|word| !word.is_empty())
        .take(20)
    {
        start = before[..start].rfind(word)?;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if HEADS.contains(&bare) {
            return Some(text.place.narrow(start..place.end as usize));
        }
        let small = matches!(
            bare,
            "of" | "the"
                | "for"
                | "on"
                | "and"
                | "against"
                | "in"
                | "to"
                | "from"
                | "by"
                | "or"
                | "its"
                | "all"
                | ""
        );
        if word.ends_with(['.', ';', ':']) || !(small || bare.starts_with(char::is_uppercase)) {
            return None;
        }
    }
    None
}

/// Where the name of a dated act begins that goes on to the end of `before`: "Council Decision of 28
/// February 2002 setting up … the fight against". Such names are written in small letters.
fn dated_act(before: &str, heads: &[&str]) -> Option<usize> {
    let clause = before.rfind([';', ':', '.']).map_or(0, |stop| stop + 1);
    let run = &before[clause..];
    let (at, head) = heads
        .iter()
        .filter_map(|head| Some((run.rfind(head)?, *head)))
        .max()?;
    let after = &run[at + head.len()..];
    let dated = after
        .strip_prefix(" of ")?
        .starts_with(|c: char| c.is_ascii_digit());
    // A comma or a modal ends the name: what follows is the clause itself.
    let goes_on = [",", " shall ", " may ", " is ", " are "]
        .iter()
        .any(|sign| after.contains(sign));
    (dated && !goes_on).then_some(clause + at)
}
