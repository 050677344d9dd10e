use super::*;
use crate::analysis::trial;

/// The bases of an article on jurisdiction: words, force and conditions of each.
fn bases(text: &str) -> Vec<(String, Basis, &'static str, Vec<&'static str>)> {
    let instrument = trial::article("Jurisdiction", text);
    let lexicon = trial::lexicon();
    let reading = Reading::new(&instrument, &lexicon);
    let kinds = Kinds::of_all(&reading);
    let rows = Base::all(&reading, &kinds, &Reference::all(&reading)).into_iter();
    rows.map(|base| {
        let conditions = base.conditions.iter().map(|(one, _)| one.as_str());
        let words = reading.words(base.place).to_owned();
        (words, base.basis, base.hold.as_str(), conditions.collect())
    })
    .collect()
}

fn only(text: &str) -> Vec<Basis> {
    bases(text)
        .into_iter()
        .map(|(_, basis, ..)| basis)
        .collect()
}

const SHALL: &str = "Each Party shall establish its jurisdiction over the offences of article 2";
const MAY: &str = "A Party may also establish its jurisdiction over any such offence";

#[test]
fn the_modal_that_takes_jurisdiction_governs_the_base() {
    let shall = bases(&format!("{SHALL} committed in its territory."));
    assert_eq!(
        shall,
        [(
            "in its territory".into(),
            Basis::Territory,
            "mandatory",
            vec![]
        )]
    );
    let may = bases(&format!(
        "{MAY} when it is committed against one of its nationals."
    ));
    assert_eq!(may[0].1, Basis::PassivePersonality);
    assert_eq!(may[0].2, "optional");
}

#[test]
fn a_national_of_the_state_is_not_the_state() {
    assert_eq!(
        only(&format!(
            "{MAY} when it is committed against a national of that State Party."
        )),
        [Basis::PassivePersonality]
    );
    assert_eq!(
        only(&format!(
            "{MAY} when it is committed against that State Party."
        )),
        [Basis::AgainstState]
    );
    assert_eq!(
        only(&format!(
            "{MAY} when it is committed against that State’s officials abroad."
        )),
        []
    );
}

#[test]
fn facilities_of_the_state_are_a_condition() {
    let found = bases(&format!(
        "{MAY} when it is committed against a State or government facility of that State abroad."
    ));
    assert_eq!(found[0].3, ["government-facility"]);
}

#[test]
fn what_follows_a_proviso_is_no_base() {
    let found = bases(&format!(
        "{SHALL} committed by one of its nationals, if the offence is punishable under criminal law where it was committed."
    ));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].1, found[0].3.as_slice()),
        (
            Basis::ActiveNationality,
            ["double-punishability"].as_slice()
        )
    );
}

#[test]
fn an_item_may_have_several_bases() {
    assert_eq!(
        only(&format!(
            "{MAY} when it is committed by a national of that State or a stateless person who has habitual residence in its territory."
        )),
        [Basis::ActiveNationality, Basis::HabitualResidence]
    );
    assert_eq!(
        only(&format!(
            "{MAY} committed outside its territory with a view to the commission of an offence within its territory."
        )),
        [Basis::Preparation]
    );
}

#[test]
fn reservations_reach_the_bases_they_cite() {
    let text = format!(
        "{SHALL} committed in its territory.\n{SHALL} committed by one of its nationals.\nEach Party may reserve the right not to apply the rules laid down in paragraph 2 of this article."
    );
    let holds: Vec<_> = bases(&text)
        .into_iter()
        .map(|(_, _, hold, _)| hold)
        .collect();
    assert_eq!(holds, ["mandatory", "opt-out-reserved"]);
}

#[test]
fn a_waiver_of_double_punishability_is_no_condition() {
    let text = format!(
        "{SHALL} committed by one of its nationals.\nThe jurisdiction shall not be subordinated to the condition that the act is punishable where it was committed."
    );
    assert!(bases(&text)[0].3.is_empty());
}

#[test]
fn presence_without_extradition() {
    let found = bases(&format!(
        "{SHALL} when the alleged offender is present in its territory and it does not extradite that person solely on the ground that he or she is one of its nationals."
    ));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].1, found[0].3.as_slice()),
        (Basis::Presence, ["non-extradition"].as_slice())
    );
}

#[test]
fn mentions_of_territory_take_no_jurisdiction() {
    assert_eq!(
        only("Requests shall be executed in the territory of that State."),
        []
    );
}

#[test]
fn where_a_quotation_leaves_out_the_modal_the_force_is_unstated() {
    let record = |omitted: &str| {
        format!(
            "article: '9'\nkind: jurisdiction\nparagraphs:\n  - num: '2'\n{omitted}    points:\n      - text: \
             committed against a citizen of that State\n      - text: committed against the State Party\n"
        )
    };
    let forces = |record: &str| {
        let instrument = trial::instrument("id: x\nexcerpt: true\n", &[record]);
        let lexicon = trial::lexicon();
        let reading = Reading::new(&instrument, &lexicon);
        let kinds = Kinds::of_all(&reading);
        let rows = Base::all(&reading, &kinds, &Reference::all(&reading));
        rows.iter().map(|base| base.hold).collect::<Vec<_>>()
    };
    let left_out = forces(&record("    omitted: true\n"));
    assert!(!left_out.is_empty() && left_out.iter().all(|hold| *hold == Hold::Unstated));
    assert_eq!(forces(&record("")), []);
}
