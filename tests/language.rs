//! The lint language: every detector, in lints that are made up here and tested by their examples.

use std::sync::Arc;

use treatylint::lint::{Catalogue, OwnFile, TrialResult, trial};
use treatylint::text::{Source, SourceId};

/// A lint file around a detector and the rest that matters.
fn lint(id: &str, policy: &str, examples: &str) -> String {
    format!(
        "id: {id}\nsummary: a made-up risk\nsince: 0.1.0\ntags: [made-up]\n{policy}\
         help: do otherwise\nrationale: it is made up\nsources: [{{cite: nobody}}]\nexamples:\n{examples}"
    )
}

fn own(files: &[(&str, &str)]) -> Vec<OwnFile> {
    let files = (7..).zip(files);
    files
        .map(|(id, (path, text))| OwnFile {
            id: SourceId(id),
            source: Arc::new(Source::new(*path, *text)),
        })
        .collect()
}

/// The catalogue with one lint and a lexicon of hedges.
fn catalogue(id: &str, text: &str) -> (Catalogue, Vec<String>) {
    let hedges = "lexicon: made-up\nlanguage: en\ndescription: for tests\nphrases:\n  \
                  weak: [endeavour, as appropriate]\n  strong: [shall consider]\n";
    let path = format!("{id}.yaml");
    let (catalogue, faults) =
        Catalogue::with(&own(&[("lexicons/made-up.yaml", hedges), (&path, text)]));
    let faults = faults.into_iter();
    let faults = faults
        .map(|fault| {
            let words = &text[fault.primary().span.range()];
            let help = fault
                .help
                .map_or_else(String::new, |help| format!(" ({help})"));
            format!("{words}: {}{help}", fault.message)
        })
        .collect();
    (catalogue, faults)
}

/// Checks that a lint loads and that its examples go as it says.
#[track_caller]
fn holds(policy: &str, examples: &str) {
    let text = lint("made-up-risk", policy, examples);
    let (catalogue, faults) = catalogue("made-up-risk", &text);
    assert_eq!(faults, [""; 0]);
    let verdicts = trial(&catalogue, "made-up-risk");
    assert!(verdicts.len() >= 2, "{verdicts:?}");
    for verdict in verdicts {
        assert!(
            verdict.result.is_right(),
            "{}: {}",
            verdict.example,
            verdict.detail
        );
    }
}

const SAYS: &str = "outcomes: [{severity: note, confidence: high, message: 'found it'}]\n";

#[test]
fn a_fact_meets_its_conditions() {
    holds(
        &format!("detector: {{fact: sentences, where: {{words: {{min: 6}}, part: text}}}}\n{SAYS}"),
        "  fail:\n  - text: Short one here. ⟦This one has six words altogether.⟧\n  \
         pass:\n  - {text: Five words are too few., why: short}\n",
    );
}

#[test]
fn phrases_are_found_over_line_ends_and_in_points() {
    holds(
        &format!(
            "detector: {{phrase: ['serious (crime*|offence*)'], in: {{parts: [text, tail]}}}}\n{SAYS}"
        ),
        r#"  fail:
  - text: |
      1. Each Party shall punish any ⟦serious
      crime⟧.

      2. A ⟦Serious offence⟧ is one.
    kind: offence
  - record:
      article: "4"
      text: "The following:"
      points:
      - {num: a, text: "any \"⟦serious crimes⟧\", ⟦serious offence⟧;"}
      - {num: b, text: other}
      tail: as ⟦serious crime⟧.
  pass:
  - {text: Each Party shall punish crime., heading: Serious crime, why: headings are not looked at}
"#,
    );
}

#[test]
fn unless_and_with_look_near() {
    holds(
        &format!(
            "detector:\n  phrase: [national security]\n  in: {{not-kinds: [refusal-ground]}}\n  \
             with: {{phrase: [shall], within: sentence, side: before}}\n  \
             unless:\n  - {{phrase: [as defined in], within: clause, side: after, gap: 3}}\n  \
             - {{phrase: {{lexicon: made-up.weak}}, within: article}}\n{SAYS}"
        ),
        r#"  fail:
  - text: A Party shall protect ⟦national security⟧; this is as defined in law.
    fixed: A Party shall protect national security as defined in article 3.
  - text: A Party shall protect ⟦national security⟧ and very many other things as defined in law.
  pass:
  - {text: "National security is what a Party shall protect.", why: the modal comes after}
  - {text: "A Party shall protect national security, as appropriate.", why: hedged}
  - {text: "A Party shall protect national security.", kind: refusal-ground, why: a ground}
"#,
    );
}

#[test]
fn what_stands_in_an_intro_governs_the_points() {
    holds(
        &format!(
            "detector:\n  phrase: [the reading of]\n  none: {{phrase: [intentionally], on: node}}\n{SAYS}"
        ),
        r#"  fail:
  - record:
      article: "1"
      text: "Intentionally so. Each Party shall punish:"
      points: [{num: a, text: ⟦the reading of⟧ data}]
  pass:
  - record:
      article: "1"
      text: "Each Party shall punish, when committed intentionally:"
      points: [{num: a, text: the reading of data}]
    why: the intro governs
  - record:
      article: "1"
      text: "Each Party shall punish:"
      points: [{num: a, text: the reading of data}]
      tail: when committed intentionally.
    why: the tail governs
"#,
    );
}

#[test]
fn pairs_stand_in_order_and_near() {
    holds(
        &format!(
            "detector: {{pair: [[may], [shall]], within: clause, gap: 4}}\nlabels: {{both: the pair}}\n{SAYS}"
        ),
        r#"  fail:
  - text: A Party ⟦may act, and then shall⟧ stop.
  pass:
  - {text: A Party shall act and may stop., why: the other way round}
  - {text: A Party may act; it shall stop., why: another clause}
  - {text: A Party may act at any time of day and shall stop., why: too far}
"#,
    );
}

#[test]
fn variants_are_used_consistently() {
    holds(
        "detector: {consistent: {organize: ['organiz*'], organise: ['organis*']}}\n\
         outcomes: [{severity: note, confidence: high, message: 'elsewhere {majority.what}, here {variant}'}]\n\
         labels: {phrase: here, majority.what: as here}\n",
        r#"  fail:
  - text: Organized groups organize; an ⟦organisation⟧ acts.
  pass:
  - {text: An organisation organises., why: one variant}
"#,
    );
}

#[test]
fn rows_agree_with_the_majority() {
    holds(
        &format!(
            "detector: {{consistent: sentences, column: words, majority: 0.6, min: 3, in: {{parts: [text]}}}}\n{SAYS}"
        ),
        r#"  fail:
  - text: One two. Three four. ⟦Five six seven.⟧
  pass:
  - {text: One two. Three four five., why: too few to judge by}
  - {text: One two. Three four five. Six., why: no majority}
"#,
    );
}

#[test]
fn counts_are_held_against_bounds() {
    holds(
        "detector: {count: {phrase: [shall]}, per: node, min: 2}\n\
         outcomes: [{severity: note, confidence: high, message: '{count} duties', when: {count: {max: 3}}}]\n",
        r#"  fail:
  - text: |
      1. It ⟦shall⟧ and it shall.

      2. It shall.
  pass:
  - {text: It shall., why: once}
  - {text: It shall and shall and shall and shall., why: no outcome for four}
"#,
    );
    holds(
        &format!(
            "detector: {{phrase: [shall], count: {{per: article, min: 200, words: 1000}}}}\n{SAYS}"
        ),
        "  fail:\n  - text: It ⟦shall⟧ act.\n  pass:\n  - {text: It shall act in very good time., why: rarer}\n",
    );
}

#[test]
fn absence_is_found_where_it_matters() {
    let policy = format!(
        "detector:\n  absent: {{phrase: [human rights]}}\n  from: instrument\n  \
         given: {{phrase: [interception]}}\n{SAYS}"
    );
    holds(
        &policy,
        r#"  fail:
  - instrument:
      title: ⟦Convention on something⟧
      provisions:
      - {article: "1", text: Interception is allowed.}
      - {article: "2", text: Rights matter.}
  pass:
  - instrument:
      title: Convention on something
      provisions:
      - {article: "1", text: Interception is allowed.}
      - {article: "2", text: Human rights matter.}
    why: there is such an article
  - instrument:
      title: Convention on something
      excerpt: true
      provisions:
      - {article: "1", text: Interception is allowed.}
    why: an excerpt
  - instrument:
      title: Convention on something
      provisions:
      - {article: "1", text: Nothing is allowed.}
    why: nothing is given
"#,
    );
    holds(
        &format!("detector: {{absent: {{phrase: [shall]}}, from: article, in: {{kinds: [power]}}, at: heading}}\n{SAYS}"),
        r#"  fail:
  - {text: Nothing is said., heading: ⟦Search⟧ , kind: power}
  pass:
  - {text: Nothing is said., heading: Search, kind: scope, why: another kind}
"#
        .replace("⟦Search⟧ ", "\"⟦Search⟧\"")
        .replace("  - {text: Nothing is said., heading: \"⟦Search⟧\", kind: power}",
            "  - record: {article: \"1\", text: Nothing is said., heading: \"⟦Search⟧\", kind: power}")
        .as_str(),
    );
}

#[test]
fn combinators_join() {
    holds(
        &format!(
            "detector:\n  all:\n  - any: [{{phrase: [alpha]}}, {{phrase: [beta]}}]\n  \
             - {{phrase: [gamma], on: sentence}}\n  - not: {{phrase: [delta], on: article}}\n{SAYS}"
        ),
        r#"  fail:
  - text: The ⟦alpha⟧ gamma and the ⟦beta⟧. The alpha.
  pass:
  - {text: The alpha gamma. The delta., why: not with delta}
"#,
    );
}

#[test]
fn joined_rows_lend_their_columns() {
    holds(
        "detector:\n  phrase: [alpha]\n  join: {fact: sentences, on: sentence, where: {words: {max: 3}}}\n\
         labels: {sentences.words: never a place, phrase: dropped for the row}\n\
         outcomes: [{severity: note, confidence: high, message: 'in {sentences.words} words'}]\n",
        "  fail:\n  - text: The ⟦alpha⟧ it. The alpha and much more besides.\n  pass:\n  - {text: None., why: none}\n",
    );
}

#[test]
fn outcomes_decide_in_order_and_may_be_silent() {
    holds(
        "detector: {phrase: ['alpha', 'beta', 'gamma']}\noutcomes:\n\
         - {when: {phrase: alpha}, silent: true, why: alpha is fine}\n\
         - {given: {phrase: [delta], on: sentence}, severity: warning, confidence: low, message: 'with {phrase}'}\n\
         - {severity: note, confidence: high, message: 'without', notes: ['see “{sentence}”']}\n",
        r#"  fail:
  - {text: The ⟦beta⟧ delta., outcome: 2, severity: warning}
  - {text: The ⟦gamma⟧., outcome: 3, severity: note}
  pass:
  - {text: The Alpha delta., why: silent}
"#,
    );
}

#[test]
fn a_change_finds_nothing_in_a_single_draft() {
    let text = lint(
        "made-up-risk",
        &format!(
            "detector: {{change: references, how: [removed], where: {{whatever: x}}}}\n{SAYS}"
        ),
        "  fail:\n  - {before: One., after: ⟦Two⟧.}\n  pass:\n  - {before: One., after: One., why: same}\n",
    );
    let (catalogue, faults) = catalogue("made-up-risk", &text);
    assert_eq!(faults, [""; 0]);
    let results: Vec<TrialResult> = trial(&catalogue, "made-up-risk")
        .iter()
        .map(|one| one.result)
        .collect();
    assert_eq!(results, [TrialResult::Missing, TrialResult::Validated]);
}

#[test]
fn wrong_examples_are_told_apart() {
    let text = lint(
        "made-up-risk",
        &format!("detector: {{phrase: [alpha]}}\n{SAYS}"),
        r#"  fail:
  - text: The ⟦beta⟧ alpha.
  - text: The ⟦alpha⟧ and alpha.
  - {text: The ⟦alpha⟧., outcome: 2}
  - {text: The ⟦alpha⟧., fixed: The alpha.}
  - text: The ⟦alpha.
  pass:
  - {text: The alpha., why: no}
  - {record: {artcle: "1"}, why: no record}
"#,
    );
    let (catalogue, faults) = catalogue("made-up-risk", &text);
    assert_eq!(faults, [""; 0]);
    let verdicts = trial(&catalogue, "made-up-risk");
    let all: Vec<String> = verdicts
        .iter()
        .map(|one| format!("{} {}: {}", one.example, one.result.as_str(), one.detail))
        .collect();
    let expected = [
        "the examples missing: expected `⟦` and `⟧` in pairs, within one text",
        "fail 1 missing: not found: “beta”; found instead: “alpha”",
        "fail 2 noisy: found too: “alpha”",
        "fail 3 noisy: outcome 1 decided, a note",
        "fail 4 reported: ",
        "fail 4 fixed noisy: `made-up-risk` found “alpha”",
        "fail 5 noisy: found too: “alpha”",
        "pass 1 noisy: found “alpha”",
        "pass 2 missing: its record is not valid: `artcle` is not a field of a provision",
    ];
    assert_eq!(all, expected);
}

#[test]
fn faults_point_at_their_words() {
    let faults = |policy: &str| {
        let text = lint("made-up-risk", policy, NO_EXAMPLES);
        catalogue("made-up-risk", &text).1.join("\n")
    };
    let fact = |rest: &str| faults(&format!("detector: {{fact: sentences{rest}}}\n{SAYS}"));
    let says = |message: &str| {
        format!("outcomes: [{{severity: note, confidence: high, message: '{message}'}}]\n")
    };
    let detector = |detector: &str| faults(&format!("detector: {{{detector}}}\n{SAYS}"));
    let found = vec![
        fact(", where: {wrds: 3}"),
        fact(", join: {fact: sentences, where: {prt: text}}, where: {sentences.part: x}"),
        fact(", in: {kinds: [offense]}"),
        fact("s"),
        detector("phrase: ['a (b', '...3']"),
        detector("phrase: {lexicon: made-up.week}"),
        detector("analysis: nothing"),
        detector("not: {phrase: x}"),
        detector("phrase: x, fact: sentences"),
        faults(&format!("detector: {{phrase: x}}\n{}", says("a {colum"))),
        faults(&format!(
            "detector: {{phrase: x}}\n{}labels: {{topik: x}}\n",
            says("{phrse}")
        )),
        faults(&format!(
            "detector: {{phrase: x}}\n{SAYS}identity: [nothing-like]\n"
        )),
        catalogue(
            "made-up-risk",
            &lint(
                "other-name",
                &format!("detector: {{phrase: x}}\n{SAYS}"),
                NO_EXAMPLES,
            ),
        )
        .1
        .join("\n"),
    ];
    let expected = [
        "wrds: `wrds` is not a column of `sentences` (did you mean `words`?)",
        // What a row is joined to is asked for after its own columns.
        "sentences.part: `sentences.part` is not a column of `sentences`\n\
         prt: `prt` is not a column of `sentences` (did you mean `part`?)",
        "offense: `offense` is not a value that `kinds` can have (did you mean `offence`?)",
        "sentencess: `sentencess` is not a value that `fact` can have (did you mean `sentences`?)",
        "'a (b': `a (b` is no phrase: `(` has no partner\n\
         '...3': `...3` is no phrase: a phrase needs a word that is always there",
        "made-up.week: `made-up.week` is not a list of a lexicon (did you mean `made-up.weak`?)",
        "nothing: `nothing` is not a rule of the program",
        "{not: {phrase: x}}: `not` stands only inside `all`, after a detector that finds something",
        "phrase: `phrase` is not a field of a fact detector (the fields are `count`, `fact`, \
         `given`, `in`, `join`, `none`, `on`, `same`, `where`)",
        "'a {colum': a placeholder is a column between braces, such as `{term}`",
        "'{phrse}': `phrse` is not a column of a phrase (did you mean `phrase`?)\n\
         topik: `topik` is not a column of a phrase (did you mean `topic`?)",
        "nothing-like: `nothing-like` is not a column of a phrase",
        "other-name: the id is `other-name`, but the file is called `made-up-risk.yaml`",
    ];
    assert_eq!(found, expected.map(str::to_owned).to_vec());
}

const NO_EXAMPLES: &str = "  fail: [{text: a}]\n  pass: [{text: b, why: b}]\n";
