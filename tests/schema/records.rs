//! Faults of records and instruments.

use treatylint::schema::SchemaKind;

use super::{KINDS, check, findings};

#[test]
fn sound_records_have_no_finding() {
    for text in [
        "article: \"7\"\n",
        "article: premier\nheading: Objet\nin: [chapter II, section 1]\nkind: [power, safeguard]\n\
         order: 3\ntext: |\n  Each Party shall:\npoints:\n  - num: a\n    text: act;\n    points:\n\
         \x20     - {num: i, printed: i., text: soon, omitted: true}\ntail: |\n  without delay.\n\
         paragraphs:\n  - {type: table, text: \"| a | b |\"}\n  - {omitted: true}\nallow:\n\
         \x20 - {lint: undefined-term, paragraph: \"2.a\", reason: settled, expires: 2027-06-30}\n",
        "component: preamble\nparagraphs:\n  - text: Concerned that\n",
        "component: annex-12\ntext: A list.\n",
        "component: body\ntext: Words that stand in no article.\n",
    ] {
        check(SchemaKind::Provision, text, &[]);
    }
    for text in [
        "id: example-2027\nlanguage: en\n",
        "id: e\ntitle: T\nlanguage: en-GB\ntranslation-of: null\nstyle: coe\nstatus: in-force\n\
         profile: general\nexcerpt: true\nadopted: 2001-11-23\ndivisions:\n\
         \x20 - {type: chapter, num: II, heading: H, divisions: [{type: section, num: \"1\"}]}\n\
         components:\n  - {component: annex-1, num: I, printed: ANNEXE I, heading: Lists}\n\
         source: {cite: C, authors: [A], date: 2024-03-26, url: \"https://example.org\",\n\
         \x20 retrieved: 2026-11-22, note: n}\nallow: [{lint: missing-clause, reason: r}]\n",
    ] {
        check(SchemaKind::Instrument, text, &[]);
    }
}

#[test]
fn a_misspelt_name_or_value_is_pointed_at_and_the_word_suggested() {
    let listed = format!("note: the values are {KINDS}");
    check(
        SchemaKind::Provision,
        "article: 7\nheadng: x\nkind: offense\ncolour: red\n",
        &[
            "1:10 \"7\": `article` must be text, but 7 is a number \
             | help: put it in quotes: `article: \"7\"`",
            "2:1 \"headng\": `headng` is not a field of a provision | help: did you mean `heading`?",
            &format!(
                "3:7 \"offense\": `offense` is not a value that `kind` can have | {listed} \
                 | help: did you mean `offence`?"
            ),
            "4:1 \"colour\": `colour` is not a field of a provision | help: the fields are `allow`, \
             `article`, `component`, `heading`, `in`, `kind`, `omitted`, `order`, `paragraphs`, \
             `points`, `printed`, `tail`, `text`, `type`",
        ],
    );
    check(
        SchemaKind::Provision,
        "article: \"7\"\nkind: [offence, offence, powers, fishing]\n",
        &[
            "2:17 \"offence\": `offence` stands twice in `kind` | help: write it once",
            &format!(
                "2:26 \"powers\": `powers` is not a value that `kind` can have | {listed} \
                 | help: did you mean `power`?"
            ),
            &format!(
                "2:34 \"fishing\": `fishing` is not a value that `kind` can have \
                 | help: the values are {KINDS}"
            ),
        ],
    );
}

#[test]
fn a_missing_field_is_pointed_at_where_it_should_stand() {
    check(
        SchemaKind::Provision,
        "heading: x\nin: chapter II\n",
        &[
            "1:1 \"heading\": a record needs the number of its `article`, or a `component` if its \
             text stands in no article | help: `article`: The number as it is printed, without the \
             word `article`, in quotes: \"7\", \"7bis\", \"X\", \"premier\".",
            "2:5 \"chapter II\": `in` must be a list, not text \
             | help: write it as a list: `[chapter II]`",
        ],
    );
    check(
        SchemaKind::Instrument,
        "id: e\nlanguage: en\nsource:\n  url: https://example.org\ndivisions:\n  - {num: II}\n",
        &[
            "3:1 \"source\": a source needs the field `cite` | help: `cite`: The source as one \
             cites it: a treaty series, a document symbol, an article in a journal.",
            "6:6 \"num\": a division needs the field `type` | help: `type`: What the division is \
             called. Names follow Akoma Ntoso and are the same in every language.",
        ],
    );
}

#[test]
fn all_faults_of_a_deep_record_come_at_once_and_in_order() {
    check(
        SchemaKind::Provision,
        "article: \"7\"\nparagraphs:\n  - num: 1\n    text:\n  - nums: '2'\n    txt: x\n    tail: |\n\
         \x20     a\n      b\n  - {}\n  - 7\n  - points:\n      - num: yes\n        text: ''\n      - true\n",
        &[
            "3:10 \"1\": `num` must be text, but 1 is a number | help: put it in quotes: `num: \"1\"`",
            "4:5 \"text\": `text` has no value | help: write it, or leave the field out",
            "5:5 \"nums\": `nums` is not a field of a paragraph or point | help: did you mean `num`?",
            "6:5 \"txt\": `txt` is not a field of a paragraph or point | help: did you mean `text`?",
            "7:5 \"tail\": a tail follows a list, but there are no `points` here | help: `points`: \
             The list that the text introduces: points (a), (b) …, in order.",
            "10:5 \"{}\": a paragraph or point cannot be empty",
            "11:5 \"7\": an entry of `paragraphs` must be a group of fields, not a number",
            "14:15 \"''\": `text` is empty | help: write it, or leave the field out",
            "15:9 \"true\": an entry of `points` must be a group of fields, not a yes-or-no value",
        ],
    );
}

#[test]
fn an_allowed_finding_says_which_lint_and_why() {
    check(
        SchemaKind::Provision,
        "article: \"7\"\nallow:\n  - {lint: X, expires: soon}\n  - reason: ''\n    lint: x\n",
        &[
            "3:6 \"lint\": an allowed finding needs the field `reason` | help: `reason`: Why the \
             finding is accepted, in a sentence that a reader of the draft understands.",
            "3:12 \"X\": `X` is not how `lint` is written | help: the id of a lint is written in \
             small letters with hyphens, such as `dangling-reference`",
            "3:24 \"soon\": `soon` is not how `expires` is written | help: a date is written as \
             year, month and day: 2027-06-30",
            "4:13 \"''\": `reason` is empty | help: write it, or leave the field out",
        ],
    );
}

#[test]
fn the_component_decides_whether_there_is_an_article() {
    check(
        SchemaKind::Provision,
        "component: preamble\narticle: '1'\nnum: '7'\ntype: tabel\nomitted: false\npoints: []\n",
        &[
            "2:1 \"article\": a preamble or a testimonium has no article number | help: take it out",
            "3:1 \"num\": the number of an article is its field `article`, not `num` \
             | help: take it out",
            "4:7 \"tabel\": `type` can only be `table`",
            "5:10 \"false\": `omitted` can only be `true`",
            "6:9 \"[]\": `points` is an empty list",
        ],
    );
    check(
        SchemaKind::Provision,
        "component: Annex 1\narticle: '1'\n",
        &[
            "1:12 \"Annex 1\": `Annex 1` is not how `component` is written | help: a component is \
           `body`, `preamble`, `testimonium`, or an attachment with its ordinal, such as `annex-1`, \
           `protocol-1` or `note-1`",
        ],
    );
}

#[test]
fn a_file_that_is_no_record_at_all_is_one_finding() {
    for (text, found) in [
        (
            "- a\n- b\n",
            "1:1 \"- a\": a provision must be a group of fields, not a list",
        ),
        (
            "just words\n",
            "1:1 \"just words\": a provision must be a group of fields, not text",
        ),
    ] {
        check(SchemaKind::Provision, text, &[found]);
    }
}

#[test]
fn the_fields_of_an_instrument_are_judged_each() {
    check(
        SchemaKind::Instrument,
        "id: Example 2027\nlanguage: English\nstyle: UN\nstatus: in force\nprofile: foo\n\
         excerpt: yes\ndivisions: {type: chapter}\nsource: {cite: 5, url: x, retrieved: 2026}\n\
         adopted: 2026-13-01\n",
        &[
            "1:5 \"Example 2027\": `Example 2027` is not how `id` is written | help: an id is \
             written in small letters, digits and hyphens, such as `example-2027`",
            "2:11 \"English\": `English` is not how `language` is written | help: a language is \
             written as a short tag, such as `en`, `fr` or `en-GB`",
            "3:8 \"UN\": `UN` is not a value that `style` can have | note: the values are `un`, \
             `coe`, `au`, `eu`, `bilateral` | help: did you mean `un`?",
            "4:9 \"in force\": `in force` is not a value that `status` can have | note: the values \
             are `draft`, `adopted`, `in-force`, `model` | help: did you mean `in-force`?",
            "5:10 \"foo\": `foo` is not a value that `profile` can have | help: the values are \
             `cyber-criminal`, `general-criminal`, `bilateral-mla`, `general`",
            "6:10 \"yes\": `excerpt` must be `true` or `false`, not text",
            "7:12 \"{type: chapter}\": `divisions` must be a list, not a group of fields",
            "8:16 \"5\": `cite` must be text, but 5 is a number | help: put it in quotes: `cite: \"5\"`",
            "8:24 \"x\": `x` is not how `url` is written | help: an address begins with its scheme, \
             such as `https://`",
            "8:38 \"2026\": `retrieved` must be text, but 2026 is a number | help: a date is written \
             as year, month and day: 2027-06-30; in quotes if it reads as a number",
            "9:10 \"2026-13-01\": `2026-13-01` is not how `adopted` is written | help: a date is \
             written as year, month and day: 2027-06-30",
        ],
    );
}

#[test]
fn a_file_of_faults_has_a_hundred_and_a_remark() {
    for text in [
        "article: \"7\"\nparagraphs:\n".to_owned() + &"- 1\n".repeat(120_000),
        (0..120_000).fold("article: \"7\"\n".to_owned(), |text, at| {
            text + &format!("k{at}: 1\n")
        }),
    ] {
        let found = findings(SchemaKind::Provision, &text);
        assert_eq!(found.lines().count(), 100);
        let last = found.lines().last().expect("a line");
        assert!(
            last.contains("there may be more faults in this file than are shown"),
            "{last}"
        );
    }
}

#[test]
fn a_fault_far_down_a_long_file_is_found() {
    let text =
        "article: \"7\"\nparagraphs:\n".to_owned() + &"- text: x\n".repeat(120_000) + "- 7\n";
    check(
        SchemaKind::Provision,
        &text,
        &["120003:3 \"7\": an entry of `paragraphs` must be a group of fields, not a number"],
    );
}

#[test]
fn deep_nesting_is_judged_to_its_end() {
    let mut text = "article: \"7\"\npoints:\n".to_owned();
    for depth in 0..60 {
        text += &format!("{0}- text: x\n{0}  points:\n", "  ".repeat(depth));
    }
    text += &format!("{}- {{}}\n", "  ".repeat(60));
    check(
        SchemaKind::Provision,
        &text,
        &["123:123 \"{}\": a paragraph or point cannot be empty"],
    );
}
