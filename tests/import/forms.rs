//! Forms of labels, headings and frames, each in a few sentences of our own.

use proptest::prelude::*;
use treatylint::import::{self, Options};

use super::{name, outline, solid};

/// Every record of a text: its name, then its outline, in one line.
fn records(text: &str) -> Vec<String> {
    let document = import::read(text);
    let mut found = Vec::new();
    for component in &document.components {
        for article in &component.articles {
            let mut line = name(&component.name, article);
            let labels = outline(&article.node);
            if !labels.is_empty() {
                line = format!("{line}: {}", labels.join(", "));
            }
            found.push(line);
        }
    }
    found
}

/// The outline of the one article that holds `text`.
fn article(text: &str) -> String {
    let found = records(&format!("Article 1\n\n{text}"));
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

#[test]
fn labels_of_every_style() {
    let cases = [
        (
            "1. Each Party keeps a register.\n2. It is public.",
            "body/1: 1, 2",
        ),
        (
            "1.Each Party keeps a register.\n\n2.It is public.",
            "body/1: 1, 2",
        ),
        (
            "(1). Each Party keeps a register.\n(2). It is public.",
            "body/1: 1, 2",
        ),
        (
            "1. Each Party shall keep:\n\na) books;\n\nb) maps.\n2. They are public.",
            "body/1: 1, 1.a, 1.b, 2",
        ),
        (
            "Each Party shall keep:\n\n(a)books;\n\n(b)maps.",
            "body/1: a, b",
        ),
        (
            "Each Party shall keep:\n\na. books;\n\nb. maps.",
            "body/1: a, b",
        ),
        (
            "Each Party shall keep:\n\n.1 books;\n\n.2 maps.",
            "body/1: 1, 2",
        ),
        (
            "Each Party shall keep:\n\n– books;\n\n– maps.",
            "body/1: -1, -2",
        ),
        (
            "Each Party shall keep:\n\n-- books;\n\n-- maps.",
            "body/1: -1, -2",
        ),
        (
            "Each Party shall keep:\n\n1° books;\n\n2° maps.",
            "body/1: 1, 2",
        ),
        (
            "1 Each Party keeps a register.\n\n2 It is public.",
            "body/1: 1, 2",
        ),
        (
            "1. Terms:\n\n1.1 book: a thing;\n\n1.2 map: another.",
            "body/1: 1, 1.1.1, 1.1.2",
        ),
        (
            "1.\na) Books are kept.\n\nb) Maps are kept.\n2. Both are public.",
            "body/1: 1, 1.a, 1.b, 2",
        ),
        (
            "1. (a) Books are kept.\n\n(b) Maps are kept.\n\n2. Both are public.",
            "body/1: 1, 1.a, 1.b, 2",
        ),
        (
            "1. a. Books are kept.\n1. b. Maps are kept.\n2. Both are public.",
            "body/1: 1, 1.a, 1.b, 2",
        ),
        ("1. Books.\n\n1bis. Maps.\n\n2. Both.", "body/1: 1, 1bis, 2"),
    ];
    for (text, expected) in cases {
        assert_eq!(article(text), expected, "{text}");
    }
}

#[test]
fn the_sequence_says_what_a_label_is() {
    // After h the label i is a letter, before ii it is Roman.
    let letters: String = ('a'..='j').map(|c| format!("{c}) item {c};\n\n")).collect();
    assert!(article(&format!("Items:\n\n{letters}")).ends_with("h, i, j"));
    let roman = article("Items:\n\nh) one:\n\ni) two;\n\nii) three;\n\ni) four.");
    assert!(roman.contains("h.i, h.ii"), "{roman}");
    let deep = "1. Each Party shall punish:\n\na) taking part in:\n\n(i) planning, or\n\n(ii) helping with:\n\n\
                a. theft;\n\nb. fraud;\n\nb) leading.\n2. It may do more.";
    assert_eq!(
        article(deep),
        "body/1: 1, 1.a, 1.a.i, 1.a.ii, 1.a.ii.a, 1.a.ii.b, 1.b, 2"
    );
    let nested = "1. In this article:\n\na) “book” means:\n\n1. a bound thing;\n\n2. a scroll;\n\n\
                  b) “map” means a drawing.\n2. Other terms keep their sense.";
    assert_eq!(article(nested), "body/1: 1, 1.a, 1.a.1, 1.a.2, 1.b, 2");
}

#[test]
fn numbers_in_prose_are_no_labels() {
    assert_eq!(
        article("The treaty of\n1959. The Parties keep it."),
        "body/1"
    );
    assert_eq!(article("The rate of\n3.5 per cent applies."), "body/1");
    let wrapped =
        "1. A Party that was named in\narticle 5. may object to the list.\n\n2. It says why.";
    assert_eq!(article(wrapped), "body/1: 1, 2");
    let found = records(
        "Article 1\n\nArticle 5 of the Convention shall apply.\n\nArticle 2\n\nIt is in force.",
    );
    assert_eq!(found, ["body/1", "body/2"]);
}

#[test]
fn flush_text_after_a_list() {
    let own = "1. A Party may refuse if:\n\na) it is late; or\n\nb) it is unclear;\n\nwhere no harm is done.\n2. It says why.";
    assert_eq!(article(own), "body/1: 1, 1.a, 1.b, 1 tail, 2");
    let glued = "1. This applies to:\n\na) theft; and\n\nb) fraud; where the act crosses a border.\n2. It says why.";
    assert_eq!(article(glued), "body/1: 1, 1.a, 1.b, 1 tail, 2");
    let intent = "The following is punished:\n\na) the erasure of records;\n\nb) any harm to a register, with intent to mislead.";
    assert_eq!(article(intent), "body/1: a, b, tail");
    let each = "The following is punished:\n\na) erasing records, with intent to mislead;\n\nb) harming a register, with intent to mislead.";
    assert_eq!(article(each), "body/1: a, b");
    let sentence = "Each Party shall keep:\n\na) books;\n\nb) maps.\n\nThe Secretary counts them.";
    assert_eq!(article(sentence), "body/1: ~1, ~1.a, ~1.b, ~2");
    let lost = "Each Party shall keep:\n\na) books;\n\nb) maps.The Secretary counts them.";
    assert_eq!(article(lost), "body/1: ~1, ~1.a, ~1.b, ~2");
    let second =
        "For the north:\n\na) books;\n\nb) maps; for the south:\n\na) scrolls;\n\nb) globes.";
    assert_eq!(article(second), "body/1: ~1, ~1.a, ~1.b, ~2, ~2.a, ~2.b");
}

#[test]
fn frames_of_every_form() {
    let text = "Convention on Maps\n\nThe Parties, Having agreed:\n\nCHAPTER I\nGENERAL PROVISIONS\n\n\
                ARTICLE I – Purpose\n\nMaps are good.\n\nArticle II. Scope\n\nThis applies to maps.\n\n\
                Chapitre II : Fin\n\nArt. III\nFinal word\n\nIt ends.\n\nDone at Sea.\n\n\
                Annex A\n\nList of maps\n\n1. The first.\n\n2. The second.\n\n\
                Protocol\n\nThe Parties add:\n\nArticle 1\n\nA globe is a map.\n\nIn witness whereof we sign.\n\n\
                Nr. I\n\nExcellency, I agree.\n\nNr. II\n\nSo do I.";
    let expected = [
        "preamble/preamble",
        "body/I heading",
        "body/II heading",
        "body/III heading",
        "body/testimonium",
        "annex-1/text: 1, 2",
        "protocol-1/text",
        "protocol-1/1",
        "protocol-1/testimonium",
        "note-1/text",
        "note-2/text",
    ];
    let found: Vec<String> = records(text)
        .into_iter()
        .map(|name| name.replace("body/preamble", "preamble/preamble"))
        .collect();
    assert_eq!(found, expected);
    let document = import::read(text);
    let body = &document.components[0];
    let divisions: Vec<_> = body
        .divisions
        .iter()
        .map(|division| division.kind)
        .collect();
    assert_eq!(divisions, ["chapter", "chapter"]);
}

#[test]
fn french_frames() {
    let text = "Traité des cartes\n\nLes Parties, Sont convenues de ce qui suit :\n\nTITRE PREMIER\n\n\
                Dispositions générales\n\nArticle premier\n\nLes cartes sont bonnes.\n\nArticle 2 bis\n\n\
                Objet Le présent traité s’applique à toutes les cartes du monde.\n\n\
                Fait à Mer, le 1er mai.\n\nAnnexe\n\nListe des cartes";
    assert_eq!(
        records(text),
        [
            "body/preamble",
            "body/premier",
            "body/2 bis heading",
            "body/testimonium",
            "annex-1/text"
        ]
    );
}

#[test]
fn a_first_article_again_begins_another_instrument() {
    let text = "Agreement\n\nArticle 1\n\nOne.\n\nArticle 2\n\nTwo.\n\nDone at Sea.\n\nFinal Protocol\n\nArticle 1\n\nThree.";
    assert_eq!(
        records(text),
        ["body/1", "body/2", "body/testimonium", "protocol-1/1"]
    );
}

#[test]
fn spans_lie_in_the_text_that_was_given() {
    let text = "# Convention *on* Maps\n\n## Article 1 *(purpose)*\n\nMaps are **good**.\n";
    let document = import::read(text);
    let article = &document.components[0].articles[0];
    let words = article.node.text.as_ref().unwrap();
    assert_eq!(words.text, "Maps are good.");
    assert!(
        text[words.span.range()].starts_with("Maps are **good"),
        "{:?}",
        words.span
    );
}

/// Pieces of treaties, in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Article",
        "Article 1",
        "ARTICLE VII",
        "Art.",
        "2bis",
        "Annex",
        "Annex B",
        "CHAPTER II",
        "Section 3.01.",
        "Nr. I",
        "Protocol",
        "Preamble",
        "DONE at",
        "In witness whereof",
        "1.",
        "2.",
        "(a)",
        "(b)",
        "i)",
        "ii)",
        "a.",
        "1.1",
        "–",
        "-",
        "*",
        "**",
        "## ",
        "|",
        "| a | b |",
        "shall",
        "The Parties",
        "Party",
        "x",
        "; ",
        ":",
        ".",
        "“",
        "é",
        "漢",
        "\u{feff}",
        "\u{2028}",
        "\\*",
        "[Article 3]",
        "§ 1.",
        ".1",
        "1°",
        "with intent",
        "---",
    ]);
    let gap = prop::sample::select(vec!["", " ", "\n", "\n\n", "\r\n", "\t", "   "]);
    prop::collection::vec((piece, gap), 0..60).prop_map(|parts| {
        parts
            .into_iter()
            .map(|(piece, gap)| format!("{piece}{gap}"))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn keyword_soup_loses_nothing(text in soup()) {
        prop_assert_eq!(super::faults(&text), None);
    }

    #[test]
    fn any_text_loses_nothing(text in "\\PC{0,200}|[a-zA-Z0-9().:; \\n*#|-]{0,300}") {
        prop_assert_eq!(super::faults(&text), None);
    }
}

#[test]
fn long_texts_take_bounded_time() {
    for line in [
        "a)\n",
        "Article 2\n\n",
        "Part I\n\n",
        "word\n",
        "1. (a) x:\n\n",
        "Done at\n\n",
        "Annex\n\n",
        "a.The",
    ] {
        let text = line.repeat(4_000);
        let imported = import::import(&text, "long", &Options::default());
        assert!(!solid(&import::render_text(&imported.records)).is_empty());
    }
}

#[test]
fn points_that_run_on_in_one_line() {
    let cases = [
        (
            "1. The owner shall report:\n\na) Within a week, to the port:\n\ni) The name of the ship; ii) Its \
             flag; iii) Its master;\n\niv) Its cargo; and v) Its crew;\n\nb) Within a month, the damage.\n2. \
             The report is public.",
            "body/1: 1, 1.a, 1.a.i, 1.a.ii, 1.a.iii, 1.a.iv, 1.a.v, 1.b, 2",
        ),
        (
            "1. The owner shall: (a) repair the ship, (b) insure it.\n2. The master shall help.",
            "body/1: 1, 1.a, 1.b, 2",
        ),
        (
            "1. The owner repairs ships under paragraph 2 (a) and (b), or (c).\n2. Ships are: (a), \
             (b) and (c) of the list.",
            "body/1: 1, 2",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(article(text), expected, "{text}");
    }
}

/// The divisions of a text: label, heading.
fn divisions(text: &str) -> Vec<String> {
    let document = import::read(text);
    let components = document.components.iter();
    let divisions = components.flat_map(|component| &component.divisions);
    let mark = |mark: &import::Mark| format!("{}/", mark.printed.text);
    divisions
        .map(|division| {
            let heading = division.heading.as_ref().map_or("", |words| &words.text);
            division.mark.as_ref().map_or(String::new(), mark) + heading
        })
        .collect()
}

#[test]
fn headings_of_divisions_in_capitals_or_behind_a_dash() {
    let text = "Rules of the Harbour\n\nCHAPTER I\n\n— Arrival.\n\nArticle 1\n\nShips report their \
                arrival.\n\nCHAPTER II\n\nTHE KEEPING OF SHIPS AND CARGO UNTIL THEY ARE CALLED FOR BY \
                OWNERS\n\nArticle 2\n\nShips are kept.\n\nCHAPTER III – Departure\n\nArticle 3\n\nShips \
                leave.";
    assert_eq!(
        divisions(text),
        [
            "CHAPTER I —/Arrival.",
            "CHAPTER II/THE KEEPING OF SHIPS AND CARGO UNTIL THEY ARE CALLED FOR BY OWNERS",
            "CHAPTER III –/Departure"
        ]
    );
    assert_eq!(records(text), ["body/1", "body/2", "body/3"]);
}

#[test]
fn names_of_plenipotentiaries_are_no_labels() {
    let text = "Rules of the Harbour\n\nThe Mayor of Oldport:\n\nM. Duval, Harbour Master;\n\nM. W. F. Lee, \
                Clerk;\n\nM. A. Conti, Pilot;\n\nH. Berg, Pilot.\n\nThe Mayor of Newport:\n\nM. Ivo \
                Novak, Pilot;\n\nWho have agreed as follows:\n\nArticle 1\n\nShips report.";
    let found = records(text);
    assert_eq!(
        found,
        ["body/preamble: ~1, ~2, ~3, ~4, ~5, ~6, ~7, ~8", "body/1"]
    );
    // Lists of capitals stay lists, also where a letter is missing.
    for (text, expected) in [
        (
            "A. Ships report.\n\nB. Boats do not.\n\nD. Rafts may.",
            "body/1: A, B, D",
        ),
        ("I. Ships report.\n\nII. Boats do not.", "body/1: I, II"),
    ] {
        assert_eq!(article(text), expected);
    }
}

#[test]
fn annexes_with_a_quality() {
    let text = "Rules of the Harbour\n\nArticle 1\n\nThe general annex binds all ports.\n\nGeneral \
                Annex\n\nCHAPTER 1\n\nMOORING\n\n1.1 Ships moor.\n\n1.2 Boats land.\n\nSpecific Annex \
                B\n\nShips pay.\n\nAnnex 3\n\nTechnical Annex\n\nShips are lit.";
    let found = records(text);
    assert_eq!(
        found[1..],
        [
            "annex-1/text: 1 heading, 1.1.1, 1.1.2",
            "annex-2/text",
            "annex-3/text"
        ],
        "{found:?}"
    );
}
