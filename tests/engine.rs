//! The run over one instrument: which lints run, what is allowed, what is withheld, in which order.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use treatylint::diagnostic::{Confidence, Diagnostic, Severity};
use treatylint::lint::{Catalogue, Checked, Engine, OwnFile, Settings};
use treatylint::model::{Instrument, RecordFile, build};
use treatylint::text::{Source, SourceId};
use treatylint::yaml::{Limits, parse};

/// A lint that is made up here.
fn lint(id: &str, tags: &str, policy: &str) -> OwnFile {
    let text = format!(
        "id: {id}\nsummary: a made-up risk\nsince: 0.1.0\ntags: [{tags}]\n{policy}\
         help: do otherwise\nrationale: it is made up\nsources: [{{cite: nobody}}]\n\
         examples:\n  fail: [{{text: a}}]\n  pass: [{{text: b}}]\n"
    );
    OwnFile {
        id: SourceId(90),
        source: Arc::new(Source::new(format!("{id}.yaml"), text)),
    }
}

/// `alpha-word` finds alpha (a warning), `beta-word` beta (a note of low confidence), `gamma-word` is off,
/// `delta-missing` judges whole instruments.
fn catalogue() -> Catalogue {
    let says = |severity: &str, confidence: &str| {
        format!(
            "outcomes: [{{severity: {severity}, confidence: {confidence}, message: 'found {{row}}'}}]\n"
        )
    };
    let own = [
        lint(
            "alpha-word",
            "greek, first",
            &format!(
                "aliases: [first-letter]\ndetector: {{phrase: [alpha]}}\n{}",
                says("warning", "high")
            ),
        ),
        lint(
            "beta-word",
            "greek",
            &format!("detector: {{phrase: [beta]}}\n{}", says("note", "low")),
        ),
        lint(
            "gamma-word",
            "greek",
            &format!(
                "default: off\ndetector: {{phrase: [gamma]}}\n{}",
                says("error", "medium")
            ),
        ),
        lint(
            "delta-missing",
            "latin",
            &format!(
                "detector: {{absent: {{phrase: [delta]}}}}\n{}",
                says("note", "high")
            ),
        ),
    ];
    let (catalogue, faults) = Catalogue::with(&own);
    assert!(faults.is_empty(), "{faults:?}");
    catalogue
}

fn instrument(head: &str, records: &[&str]) -> Instrument {
    let file = |id: u32, path: &str, text: &str| {
        let text: Arc<str> = text.into();
        let parsed = parse(SourceId(id), &text, &Limits::default());
        assert!(parsed.faults.is_empty(), "{:?}", parsed.faults);
        RecordFile {
            path: PathBuf::from(path),
            source: SourceId(id),
            tree: Arc::new(parsed.tree.unwrap()),
        }
    };
    let head = file(0, "instrument.yaml", head);
    let records = (1..).zip(records);
    let records = records.map(|(id, text)| file(id, &format!("art-{id:03}.yaml"), text));
    build(head, records.collect(), "made-up").0
}

const HEAD: &str = "id: made-up\ntitle: A convention\nlanguage: en\n";

fn settings(select: &[&str], ignore: &[&str]) -> Settings {
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    Settings {
        select: words(select),
        ignore: words(ignore),
        min_confidence: Confidence::Low,
        ..Settings::default()
    }
}

/// What our lints find; those of the program are ignored unless they are asked for.
fn check(settings: &Settings, instrument: &Instrument) -> Checked {
    let catalogue = catalogue();
    let engine = Engine::new(&catalogue, settings).unwrap();
    engine.check(instrument)
}

/// `lint path: message`, one finding a line.
fn said(findings: &[Diagnostic]) -> Vec<String> {
    let findings = findings.iter();
    findings
        .map(|one| {
            format!(
                "{} {}: {}",
                one.lint,
                one.locator.as_ref().unwrap(),
                one.message
            )
        })
        .collect()
}

const TEXT: &str = "article: \"1\"\nparagraphs:\n\
    - {num: \"1\", text: An alpha and a beta and a gamma.}\n\
    - {num: \"2\", text: \"A list:\", points: [{num: a, text: alpha}]}\n";

#[test]
fn what_names_a_lint_outweighs_its_tag_and_all() {
    let ran = |select: &[&str], ignore: &[&str]| {
        let catalogue = catalogue();
        let settings = settings(select, ignore);
        let engine = Engine::new(&catalogue, &settings).unwrap();
        let ours = ["alpha-word", "beta-word", "gamma-word", "delta-missing"];
        let ids = engine.lints().map(|lint| lint.id().to_owned());
        ids.filter(|id| ours.contains(&id.as_str()))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(ran(&[], &[]), "alpha-word beta-word delta-missing");
    assert_eq!(ran(&["greek"], &[]), "alpha-word beta-word");
    assert_eq!(
        ran(&["all"], &[]),
        "alpha-word beta-word delta-missing gamma-word"
    );
    assert_eq!(ran(&["gamma-word"], &[]), "gamma-word");
    assert_eq!(ran(&["first-letter"], &[]), "alpha-word");
    assert_eq!(ran(&["all"], &["greek"]), "delta-missing");
    assert_eq!(
        ran(&["all", "beta-word"], &["greek"]),
        "beta-word delta-missing"
    );
    assert_eq!(ran(&["beta-word"], &["beta-word"]), "");
    assert_eq!(ran(&[], &["latin", "first"]), "beta-word");
}

#[test]
fn a_profile_turns_lints_on_and_off_unless_the_run_says_so() {
    let profile = |text: &str| OwnFile {
        id: SourceId(91),
        source: Arc::new(Source::new("profiles/general.yaml", text)),
    };
    let with = |text: &str| {
        let says = "outcomes: [{severity: note, confidence: high, message: found}]\n";
        let alpha = format!("detector: {{phrase: [alpha]}}\n{says}");
        let gamma = format!("default: off\ndetector: {{phrase: [gamma]}}\n{says}");
        Catalogue::with(&[
            lint("alpha-word", "greek", &alpha),
            lint("gamma-word", "greek", &gamma),
            profile(text),
        ])
    };
    let (catalogue, faults) =
        with("profile: general\ndescription: d\nselect: [gamma-word]\nignore: [greek]\n");
    assert!(faults.is_empty(), "{faults:?}");
    let found = |select: &[&str], profile: &str| {
        let settings = settings(select, &[]);
        let engine = Engine::new(&catalogue, &settings).unwrap();
        let whole = instrument(&format!("{HEAD}profile: {profile}\n"), &[TEXT]);
        let findings = engine.check(&whole).findings;
        let ours = findings.iter().filter(|one| one.message == "found");
        ours.map(|one| one.lint.clone())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(found(&[], "general"), "gamma-word");
    assert_eq!(found(&[], "bilateral-mla"), "alpha-word alpha-word");
    assert_eq!(found(&["alpha-word"], "general"), "alpha-word alpha-word");
    let (_, faults) = with("profile: general\ndescription: d\nignore: [greeck]\n");
    assert_eq!(faults[0].message, "`greeck` is not a lint or a tag");
    assert_eq!(faults[0].help.as_deref(), Some("did you mean `greek`?"));
}

#[test]
fn an_unknown_word_is_refused_with_what_may_be_meant() {
    let catalogue = catalogue();
    let refused = |select: &[&str]| Engine::new(&catalogue, &settings(select, &[])).unwrap_err();
    assert_eq!(
        refused(&["alfa-word"]).to_string(),
        "`alfa-word` is no lint and no tag; did you mean `alpha-word`?"
    );
    assert_eq!(
        refused(&["zzzzzz"]).to_string(),
        "`zzzzzz` is no lint and no tag"
    );
}

#[test]
fn findings_stand_in_order_with_their_places() {
    let found = check(
        &settings(&["greek", "gamma-word"], &[]),
        &instrument(HEAD, &[TEXT]),
    );
    assert_eq!(
        said(&found.findings),
        [
            "alpha-word art. 1(1): found alpha",
            "beta-word art. 1(1): found beta",
            "gamma-word art. 1(1): found gamma",
            "alpha-word art. 1(2)(a): found alpha",
        ]
    );
    let words: Vec<&str> = found
        .findings
        .iter()
        .map(|one| &TEXT[one.primary().span.range()])
        .collect();
    assert_eq!(words, ["alpha", "beta", "gamma", "alpha"]);
}

#[test]
fn confidence_and_severity_are_as_asked_for() {
    let mut settings = settings(&["greek"], &[]);
    settings.min_confidence = Confidence::Medium;
    settings
        .severity
        .insert("alpha-word".to_owned(), Severity::Error);
    let found = check(&settings, &instrument(HEAD, &[TEXT]));
    assert_eq!(found.findings.len(), 2);
    assert!(
        found
            .findings
            .iter()
            .all(|one| one.severity == Severity::Error)
    );
}

fn with_allow(allow: &str) -> Instrument {
    instrument(HEAD, &[&format!("{TEXT}allow:\n{allow}")])
}

#[test]
fn a_record_allows_what_it_names_where_it_says() {
    let run = |allow: &str| {
        let mut settings = settings(&["alpha-word", "unused-allow", "expired-allow"], &[]);
        settings.as_of = "2027-01-01".to_owned();
        let found = check(&settings, &with_allow(allow));
        (said(&found.findings), found.suppressed.len())
    };
    assert_eq!(run("- {lint: alpha-word, reason: r}\n"), (vec![], 2));
    let first = "alpha-word art. 1(1): found alpha".to_owned();
    let second = "alpha-word art. 1(2)(a): found alpha".to_owned();
    for paragraph in ["2", "2.a"] {
        let allow = format!("- {{lint: alpha-word, paragraph: '{paragraph}', reason: r}}\n");
        assert_eq!(run(&allow), (vec![first.clone()], 1), "{paragraph}");
    }
    // A former id still allows.
    assert_eq!(run("- {lint: first-letter, reason: r}\n"), (vec![], 2));
    let unused = "unused-allow art. 1: `alpha-word` finds nothing here that is to be allowed";
    assert_eq!(
        run("- {lint: alpha-word, paragraph: '3', reason: r}\n"),
        (vec![first.clone(), second.clone(), unused.to_owned()], 0)
    );
    // Whether `beta-word` would find anything is not known: it did not run.
    assert_eq!(
        run("- {lint: beta-word, reason: r}\n"),
        (vec![first.clone(), second.clone()], 0)
    );
    let unknown = "unused-allow art. 1: there is no lint called `alpha-wrd`";
    assert_eq!(
        run("- {lint: alpha-wrd, reason: r}\n"),
        (vec![first, second, unknown.to_owned()], 0)
    );
}

#[test]
fn what_is_allowed_until_a_day_is_found_the_day_after() {
    let run = |as_of: &str| {
        let mut settings = settings(&["alpha-word", "unused-allow", "expired-allow"], &[]);
        settings.as_of = as_of.to_owned();
        let allow = "- {lint: alpha-word, reason: r, expires: 2027-06-30}\n";
        let found = check(&settings, &with_allow(allow));
        (
            found.findings.len(),
            found.suppressed.len(),
            said(&found.findings).pop(),
        )
    };
    assert_eq!(run("2027-06-30"), (0, 2, None));
    let expired = "expired-allow art. 1: what allows `alpha-word` held until 2027-06-30";
    assert_eq!(run("2027-07-01"), (3, 0, Some(expired.to_owned())));
}

#[test]
fn lints_about_the_whole_are_withheld_from_a_part_with_one_notice() {
    let settings = settings(&["delta-missing", "alpha-word"], &[]);
    let whole = check(&settings, &instrument(HEAD, &[TEXT]));
    assert_eq!(
        said(&whole.findings)[0],
        "delta-missing the instrument: found A convention"
    );
    assert!(whole.notices.is_empty());
    let excerpt = instrument(&format!("{HEAD}excerpt: true\n"), &[TEXT]);
    let mut incomplete = instrument(HEAD, &[TEXT]);
    incomplete.incomplete = true;
    for (instrument, id) in [(excerpt, "excerpt"), (incomplete, "incomplete")] {
        let part = check(&settings, &instrument);
        assert_eq!(part.findings.len(), 2);
        assert_eq!(part.notices.len(), 1);
        assert_eq!(part.notices[0].id, id);
        assert!(part.notices[0].message.ends_with(": delta-missing"));
    }
}

#[test]
fn renumbering_and_moving_keep_a_fingerprint_and_other_words_do_not() {
    let settings = settings(&["alpha-word"], &[]);
    let prints = |records: &[&str]| {
        let found = check(&settings, &instrument(HEAD, records));
        let prints = found.findings.into_iter().map(|one| one.fingerprint);
        prints.collect::<Vec<_>>()
    };
    let before = prints(&["article: \"1\"\ntext: |\n  The alpha\n  of old.\n"]);
    let moved = prints(&[
        "article: \"1\"\ntext: Another.\n",
        "article: \"8\"\nparagraphs: [{num: \"3\", text: Before. The  alpha of old. After.}]\n",
    ]);
    assert_eq!(before, moved);
    let changed = prints(&["article: \"1\"\ntext: The alpha of new.\n"]);
    assert_ne!(before, changed);
    let twice = prints(&["article: \"1\"\ntext: The alpha of old. The alpha of old.\n"]);
    assert_eq!(twice[0], before[0]);
    assert_ne!(twice[1], before[0]);
}

#[test]
fn an_instrument_in_another_language_is_not_read_as_english() {
    let french = instrument("id: x\ntitle: Une convention\nlanguage: fr\n", &[TEXT]);
    assert!(
        check(&settings(&["alpha-word"], &[]), &french)
            .findings
            .is_empty()
    );
}

#[test]
fn threads_do_not_change_what_is_found() {
    let records: Vec<String> = (1..60)
        .map(|n| format!("article: \"{n}\"\ntext: The alpha and beta of {n}. Alpha again.\n"))
        .collect();
    let records: Vec<&str> = records.iter().map(String::as_str).collect();
    let whole = instrument(HEAD, &records);
    let settings = settings(&["greek", "latin"], &[]);
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| check(&settings, &whole))
    };
    assert_eq!(run(1), run(4));
}

/// Every detector on a text that is one sentence without end, full of what it looks for.
#[test]
fn a_text_without_end_costs_no_more_than_its_length() {
    let policies = [
        "{phrase: [alpha], unless: {phrase: [omega], within: sentence}}",
        "{phrase: [alpha], unless: {phrase: [beta], within: clause, side: before, gap: 0}}",
        "{phrase: [alpha], none: {phrase: [omega], on: paragraph}}",
        "{phrase: [alpha], join: {fact: sentences, on: article, where: {words: {max: 0}}}}",
        "{pair: [[alpha], [beta]], within: clause, order: any, gap: 0}",
        "{consistent: {one: [alpha], other: [beta]}, per: node}",
        "{count: {phrase: [alpha]}, per: clause, min: 1, words: 100}",
        "{all: [{phrase: [alpha]}, {not: {phrase: [omega], on: clause}}]}",
        "{absent: {phrase: [omega]}, from: article, given: {phrase: [alpha]}}",
    ];
    let own: Vec<OwnFile> = (1..)
        .zip(policies)
        .map(|(n, detector)| {
            let says =
                "outcomes: [{severity: note, confidence: high, message: 'found {sentence}'}]";
            lint(
                &format!("hostile-{n}"),
                "hostile",
                &format!("detector: {detector}\n{says}\n"),
            )
        })
        .collect();
    let (catalogue, faults) = Catalogue::with(&own);
    assert!(faults.is_empty(), "{faults:?}");
    let settings = settings(&["hostile"], &[]);
    let engine = Engine::new(&catalogue, &settings).unwrap();
    let time = |words: usize| {
        let text = "alpha beta ".repeat(words);
        let record = format!("article: \"1\"\ntext: {text}\n");
        let whole = instrument(HEAD, &[&record]);
        let start = Instant::now();
        let found = engine.check(&whole);
        assert!(found.findings.len() > words);
        start.elapsed()
    };
    let (short, long) = (time(250), time(2_000));
    // Eight times the text: eight times the work is linear, sixty-four is not.
    let bound = short * 30 + Duration::from_millis(500);
    assert!(long < bound, "{short:?} for 250, {long:?} for 2,000");
}
