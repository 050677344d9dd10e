use super::*;
use crate::analysis::{OffenceElement, Width, trial};

fn offences(text: &str) -> Vec<Offence> {
    let instrument = trial::article("Criminalization", text);
    let lexicon = trial::lexicon();
    let reading = Reading::new(&instrument, &lexicon);
    let kinds = Kinds::of_all(&reading);
    Offence::all(&reading, &kinds, &Reference::all(&reading))
}

fn of_records(records: &[&str]) -> Vec<Offence> {
    let instrument = trial::instrument("id: trial\ntitle: A convention\n", records);
    let lexicon = trial::lexicon();
    let reading = Reading::new(&instrument, &lexicon);
    let kinds = Kinds::of_all(&reading);
    Offence::all(&reading, &kinds, &Reference::all(&reading))
}

fn states(text: &str) -> Vec<(State, Source)> {
    let found = offences(text);
    found
        .iter()
        .map(|one| (one.mental.state, one.source))
        .collect()
}

#[test]
fn intent_may_stand_before_or_after_the_conduct() {
    let own = [(State::Mandatory, Source::Own)];
    assert_eq!(
        states(
            "Each Party shall establish as criminal offences, when committed intentionally, the draining of lakes."
        ),
        own
    );
    assert_eq!(
        states(
            "Each Party shall establish as criminal offences the draining of lakes, where such acts are committed wilfully."
        ),
        own
    );
    assert_eq!(
        states("Any person commits an offence if that person knowingly drains a lake."),
        own
    );
}

#[test]
fn a_clause_without_intent_has_none() {
    let none = [(State::Absent, Source::None)];
    assert_eq!(
        states("Each Party shall establish as a criminal offence the draining of lakes."),
        none
    );
    assert_eq!(
        states(
            "With a view to the protection of lakes, each Party shall criminalize the draining of lakes."
        ),
        none
    );
    assert_eq!(
        states(
            "For the purposes of this Convention each Party shall make the draining of lakes a criminal offence."
        ),
        none
    );
}

#[test]
fn each_paragraph_stands_for_itself() {
    assert_eq!(
        states(
            "Each Party shall criminalize the draining of lakes.\nEach Party shall criminalize the intentional draining of ponds."
        ),
        [
            (State::Absent, Source::None),
            (State::Mandatory, Source::Own)
        ]
    );
}

#[test]
fn what_a_party_may_require_is_no_part_of_the_core() {
    let found = offences(
        "Each Party shall establish as criminal offences the draining of lakes. A Party may require that it be done with the intent to sell the water.",
    );
    assert_eq!(found[0].mental.state, State::Optional);
    assert!(found[0].core.is_empty());
}

#[test]
fn intros_and_tails_govern_points() {
    let record = |intro: &str, point: &str, tail: &str| {
        format!(
            "{{article: '1', heading: Offences, paragraphs: [{{num: '1', text: '{intro}', points: [{{num: a, text: '{point}'}}], tail: '{tail}'}}]}}"
        )
    };
    let states = |record: String| {
        let found = of_records(&[&record]);
        (found.len(), found[0].mental.state, found[0].source)
    };
    assert_eq!(
        states(record(
            "Each Party shall, for intentional conduct:",
            "establish as a criminal offence the draining of lakes;",
            "and report."
        )),
        (1, State::Mandatory, Source::Intro)
    );
    assert_eq!(
        states(record(
            "Each Party shall establish as criminal offences:",
            "the draining of lakes,",
            "when committed wilfully."
        )),
        (1, State::Mandatory, Source::Tail)
    );
    assert_eq!(
        states(record(
            "Any person who:",
            "intentionally drains a lake",
            "commits an offence."
        )),
        (1, State::Mandatory, Source::Own)
    );
}

const LAKES: &str = "{article: '1', heading: Offences, paragraphs: [{num: '1', text: 'Each Party shall establish as criminal offences the intentional draining of lakes.'}]}";
const BARE: &str = "{article: '2', heading: Offences, paragraphs: [{num: '1', text: 'Each Party shall establish as criminal offences the draining of ponds.'}]}";

fn third(text: &str) -> String {
    format!("{{article: '3', heading: Offences, paragraphs: [{{num: '1', text: '{text}'}}]}}")
}

#[test]
fn intent_is_taken_over_with_the_conduct() {
    let last = |text: &str| {
        let found = of_records(&[LAKES, BARE, &third(text)]);
        let last = found.last().unwrap();
        (last.mental.state, last.source)
    };
    let clause = "Each Party shall establish as criminal offences the conduct";
    assert_eq!(
        last(&format!(
            "{clause} referred to in Article 1 when done at night."
        )),
        (State::Mandatory, Source::Reference)
    );
    assert_eq!(
        last(&format!(
            "{clause} referred to in Articles 1 and 2 when done at night."
        )),
        (State::Absent, Source::None)
    );
    assert_eq!(
        last(&format!(
            "{clause} referred to in Article 1 of the Convention on Rivers."
        )),
        (State::Unknown, Source::Elsewhere)
    );
}

#[test]
fn conduct_is_followed_over_two_hops_and_never_in_circles() {
    let hop = third("Each Party shall criminalize the acts set forth in article 1.");
    let second = "{article: '4', heading: Offences, paragraphs: [{num: '1', text: 'Each Party shall criminalize the acts set forth in article 3.'}]}";
    let found = of_records(&[LAKES, &hop, second]);
    assert!(found.iter().all(|one| one.mental.state == State::Mandatory));
    let circle = third("Each Party shall criminalize the acts set forth in article 3.");
    assert_eq!(of_records(&[&circle])[0].mental.state, State::Absent);
}

#[test]
fn a_rule_for_all_offences_serves_each() {
    let rule = "{article: '9', heading: Principles, paragraphs: [{num: '1', text: 'A person is punishable only if the material elements are committed with intent and knowledge.'}]}";
    let found = of_records(&[BARE, rule]);
    assert_eq!(
        (found[0].mental.state, found[0].source),
        (State::Mandatory, Source::Default)
    );
}

#[test]
fn speaking_of_offences_creates_none() {
    for text in [
        "Each Party shall ensure that the offences established in accordance with article 2 are punishable by effective sanctions.",
        "Each Party may reserve its right not to establish as a criminal offence the draining of ponds.",
        "Nothing in this Convention shall require a Party to criminalize the draining of ponds.",
        "Each Party shall establish jurisdiction over the offences established in accordance with article 2.",
    ] {
        assert!(offences(text).is_empty(), "{text}");
    }
}

#[test]
fn conduct_may_stand_before_the_clause() {
    assert!(offences("Each Party shall establish that complicity in the draining of lakes shall be a criminal offence.")[0].participation);
    assert_eq!(
        states(
            "Violations are the acts below committed with the intention of gain. The following acts shall be punished: the draining of lakes."
        ),
        [(State::Mandatory, Source::Intro)]
    );
}

#[test]
fn participation_is_known_by_its_conduct() {
    let of = |text: &str| offences(text)[0].participation;
    assert!(of(
        "Each Party shall establish as criminal offences aiding or abetting the commission of the offences of article 2."
    ));
    assert!(of(
        "Each Party shall establish as a criminal offence participation as an accomplice in the draining of lakes."
    ));
    assert!(!of(
        "Each Party shall establish as criminal offences the draining of lakes by those who keep them."
    ));
}

#[test]
fn a_party_has_to_or_may() {
    let of = |text: &str| offences(text)[0].force;
    assert_eq!(
        of(
            "Each Party shall adopt such measures as may be necessary to establish as criminal offences the draining of lakes."
        ),
        Force::Mandatory
    );
    assert_eq!(
        of("A Party may establish as criminal offences the draining of lakes."),
        Force::Optional
    );
    assert_eq!(
        of("Each Party shall consider establishing as criminal offences the draining of lakes."),
        Force::Consider
    );
}

#[test]
fn conduct_begins_after_what_usually_follows_the_clause() {
    let instrument = trial::article(
        "Offences",
        "Each Party shall establish as criminal offences under its domestic law, when committed intentionally, the draining of lakes, at night.",
    );
    let lexicon = trial::lexicon();
    let reading = Reading::new(&instrument, &lexicon);
    let found = Offence::all(
        &reading,
        &Kinds::of_all(&reading),
        &Reference::all(&reading),
    );
    assert_eq!(
        reading.words(found[0].conduct.unwrap()),
        "the draining of lakes"
    );
    assert_eq!(
        reading.words(found[0].place),
        "establish as criminal offences"
    );
}

fn elements_of(text: &str) -> Vec<(String, OffenceElement)> {
    let instrument = trial::article("Criminalization", text);
    let lexicon = trial::lexicon();
    let reading = Reading::new(&instrument, &lexicon);
    let kinds = Kinds::of_all(&reading);
    let offences = Offence::all(&reading, &kinds, &Reference::all(&reading));
    let rows = OffenceElement::all(&reading, &kinds, &offences).into_iter();
    rows.map(|row| (reading.words(row.place).to_owned(), row))
        .collect()
}

#[test]
fn optional_elements_know_their_modal_and_their_core() {
    let rows = elements_of(
        "Each Party shall establish as criminal offences, when committed intentionally, the draining of lakes without right.\nA Party may require that the conduct described in paragraph 1 result in serious harm.",
    );
    let (words, last) = rows.last().unwrap();
    assert_eq!(
        (words.as_str(), last.element, last.core_parts),
        ("result in serious harm", Element::Harm, 2)
    );
    assert!(last.modal.is_some() && last.first);
    let (_, first) = &rows[0];
    assert!(first.modal.is_none());
}

#[test]
fn a_number_of_things_is_no_element_of_the_mind() {
    let rows = elements_of(
        "Each Party shall criminalize the possession of pumps. A Party may require that a number of such pumps be possessed.",
    );
    assert_eq!(rows.len(), 1);
    assert!(!rows[0].1.first);
}

#[test]
fn open_alternatives_to_an_intent_are_measured() {
    let width = |tail: &str| {
        let rows = elements_of(&format!(
            "Each Party shall criminalize the draining of lakes with the intent to sell water{tail}."
        ));
        rows.iter()
            .find_map(|(_, row)| row.residual)
            .map(|(_, width)| width)
    };
    assert_eq!(width(" or other dishonest intent"), Some(Width::Specific));
    assert_eq!(
        width(" or with any other dishonest or criminal intent"),
        Some(Width::Circular)
    );
    assert_eq!(width(" or for any other purpose"), Some(Width::Open));
    assert_eq!(width(" or similar dishonest intent"), None);
    assert_eq!(width(" or other goods made to that purpose"), None);
}
