//! A sentence of paragraph 3 of article 10, and its rows: `text | edge | unit | number | target |
//! resolved | missing`.

/// Citations in all the orders of words that treaties use.
pub(super) const CASES: &[(&str, &[&str])] = &[
    (
        "Subject to article 5, a Party may act.",
        &["article 5 | subject-to | article | 5 | art_5 | yes | "],
    ),
    (
        "In accordance with article 3, paragraph 1 (a) (ii), of this Convention, a Party acts.",
        &[
            "article 3, paragraph 1 (a) (ii), of this Convention | in-accordance-with | point | 3.1.a.ii | art_3__para_1__point_a__point_ii | yes | ",
        ],
    ),
    (
        "Paragraphs 1 and 2 of this article apply.",
        &[
            "Paragraphs 1 and 2 of this article | plain | paragraph | 1 | art_10__para_1 | yes | ",
            "Paragraphs 1 and 2 of this article | plain | paragraph | 2 | art_10__para_2 | yes | ",
        ],
    ),
    (
        "The acts referred to in articles 5 to 8 are offences.",
        &[
            "articles 5 to 8 | conduct-referred-to-in | article | 5 | art_5 | yes | ",
            "articles 5 to 8 | conduct-referred-to-in | article | 5bis | art_5bis | yes | ",
            "articles 5 to 8 | conduct-referred-to-in | article | 6 | art_6 | yes | ",
            "articles 5 to 8 | conduct-referred-to-in | article | 7 | art_7 | yes | ",
            "articles 5 to 8 | conduct-referred-to-in | article | 8 | art_8 | yes | ",
        ],
    ),
    (
        "The offences established in accordance with Articles 2 through 5bis are grave.",
        &[
            "Articles 2 through 5bis | established-in-accordance-with | article | 2 | art_2 | yes | ",
            "Articles 2 through 5bis | established-in-accordance-with | article | 3 | art_3 | yes | ",
            "Articles 2 through 5bis | established-in-accordance-with | article | 4 | art_4 | yes | ",
            "Articles 2 through 5bis | established-in-accordance-with | article | 5 | art_5 | yes | ",
            "Articles 2 through 5bis | established-in-accordance-with | article | 5bis | art_5bis | yes | ",
        ],
    ),
    (
        "Article 3(1)(a) and (b) applies.",
        &[
            "Article 3(1)(a) and (b) | plain | point | 3.1.a | art_3__para_1__point_a | yes | ",
            "Article 3(1)(a) and (b) | plain | point | 3.1.b | art_3__para_1__point_b | yes | ",
        ],
    ),
    (
        "Article 3, paragraph 1, sub-paragraph a, applies.",
        &[
            "Article 3, paragraph 1, sub-paragraph a | plain | subparagraph | 3.1.a | art_3__para_1__point_a | yes | ",
        ],
    ),
    (
        "As set out in paragraph 1.a of Article 3.",
        &[
            "paragraph 1.a of Article 3 | referred-to-in | point | 3.1.a | art_3__para_1__point_a | yes | ",
        ],
    ),
    (
        "Paragraphs 1, sub-paragraphs b. and c, and 2 of article 3 apply.",
        &[
            "Paragraphs 1, sub-paragraphs b. and c, and 2 of article 3 | plain | subparagraph | 3.1.b | art_3__para_1__point_b | yes | ",
            "Paragraphs 1, sub-paragraphs b. and c, and 2 of article 3 | plain | subparagraph | 3.1.c | art_3__para_1__point_c | yes | ",
            "Paragraphs 1, sub-paragraphs b. and c, and 2 of article 3 | plain | paragraph | 3.2 | art_3__para_2 | yes | ",
        ],
    ),
    (
        "Notwithstanding article 3, paragraph 1 a) (i) or (ii) or b), it applies.",
        &[
            "article 3, paragraph 1 a) (i) or (ii) or b) | notwithstanding | point | 3.1.a.i | art_3__para_1__point_a__point_i | yes | ",
            "article 3, paragraph 1 a) (i) or (ii) or b) | notwithstanding | point | 3.1.a.ii | art_3__para_1__point_a__point_ii | yes | ",
            "article 3, paragraph 1 a) (i) or (ii) or b) | notwithstanding | point | 3.1.b | art_3__para_1__point_b | yes | ",
        ],
    ),
    (
        "Subparagraph (b) of paragraph 1 of article 3 applies.",
        &[
            "Subparagraph (b) of paragraph 1 of article 3 | plain | subparagraph | 3.1.b | art_3__para_1__point_b | yes | ",
        ],
    ),
    (
        "Without prejudice to article 99, it applies.",
        &["article 99 | without-prejudice | article | 99 |  | no | article"],
    ),
    (
        "Article 5, paragraph 4, applies.",
        &["Article 5, paragraph 4 | plain | paragraph | 5.4 |  | no | paragraph"],
    ),
    (
        "Article 12 of the Charter of the United Nations applies.",
        &[
            "Article 12 of the Charter of the United Nations | plain | article | 12 |  | external | ",
        ],
    ),
    (
        "Under article 7 of the Covenant it applies.",
        &["article 7 of the Covenant | in-accordance-with | article | 7 |  | external | "],
    ),
    (
        "Pursuant to Article 20d of the Statute of the Council, it applies.",
        &[
            "Article 20d of the Statute of the Council | in-accordance-with | article | 20d |  | external | ",
        ],
    ),
    (
        "Under paragraph 7 of this article it applies.",
        &["paragraph 7 of this article | in-accordance-with | paragraph | 7 |  | no | paragraph"],
    ),
    (
        "Under paragraph 2 above it applies.",
        &["paragraph 2 | in-accordance-with | paragraph | 2 | art_10__para_2 | yes | "],
    ),
    (
        "For the purposes of this Convention, it applies.",
        &["this Convention | for-purposes-of | instrument |  |  | yes | "],
    ),
    (
        "This chapter applies.",
        &["This chapter | plain | chapter |  | chp_ii | yes | "],
    ),
    (
        "Chapter I, section 2, applies.",
        &["Chapter I, section 2 | plain | section | I.2 | chp_i__sec_2 | yes | "],
    ),
    (
        "Chapter IV applies.",
        &["Chapter IV | plain | chapter | IV |  | no | division"],
    ),
    (
        "Article 2, first paragraph, point (b), applies.",
        &[
            "first paragraph | plain | paragraph | 1 | art_2__para_u1 | yes | ",
            "Article 2, first paragraph, point (b) | plain | point | 2.1.b | art_2__para_u1__point_b | yes | ",
        ],
    ),
    (
        "The second paragraph of Article 2 applies.",
        &["second paragraph of Article 2 | plain | paragraph | 2.2 | art_2__para_u2 | yes | "],
    ),
    (
        "Article 1, paragraph 1, applies.",
        &["Article 1, paragraph 1 | plain | paragraph | 1.1 | art_1 | yes | "],
    ),
    (
        "Article 4, subparagraphs a and b, apply.",
        &[
            "Article 4, subparagraphs a and b | plain | subparagraph | 4.a | art_4__point_a | yes | ",
            "Article 4, subparagraphs a and b | plain | subparagraph | 4.b | art_4__point_b | yes | ",
        ],
    ),
    (
        "Article 1 of Annex 1 applies.",
        &["Article 1 of Annex 1 | plain | article | 1.1 | annex_1__art_1 | yes | "],
    ),
    (
        "Annex 3 applies.",
        &["Annex 3 | plain | annex | 3 |  | unclear | component"],
    ),
    (
        "Articles 5, 6 and 7 shall apply.",
        &[
            "Articles 5, 6 and 7 | plain | article | 5 | art_5 | yes | ",
            "Articles 5, 6 and 7 | plain | article | 6 | art_6 | yes | ",
            "Articles 5, 6 and 7 | plain | article | 7 | art_7 | yes | ",
        ],
    ),
    (
        "Within 30 days of article 5, 60 days pass.",
        &["article 5 | plain | article | 5 | art_5 | yes | "],
    ),
    (
        "Articles 5 and 6 and 30 days later.",
        &[
            "Articles 5 and 6 | plain | article | 5 | art_5 | yes | ",
            "Articles 5 and 6 | plain | article | 6 | art_6 | yes | ",
        ],
    ),
    (
        "L'article 5, paragraphe 2, de la présente Convention est applicable.",
        &[
            "article 5, paragraphe 2, de la présente Convention | plain | paragraph | 5.2 | art_5__para_2 | yes | ",
        ],
    ),
    (
        "Conformément aux articles 5 à 7, il agit.",
        &[
            "articles 5 à 7 | in-accordance-with | article | 5 | art_5 | yes | ",
            "articles 5 à 7 | in-accordance-with | article | 5bis | art_5bis | yes | ",
            "articles 5 à 7 | in-accordance-with | article | 6 | art_6 | yes | ",
            "articles 5 à 7 | in-accordance-with | article | 7 | art_7 | yes | ",
        ],
    ),
    (
        "Au paragraphe 1 de l'article 3 il est dit.",
        &["paragraphe 1 de l'article 3 | plain | paragraph | 3.1 | art_3__para_1 | yes | "],
    ),
    (
        "Article 6, paragraph 1bis, applies.",
        &["Article 6, paragraph 1bis | plain | paragraph | 6.1bis | art_6__para_1bis | yes | "],
    ),
    (
        "Article 5 bis applies.",
        &["Article 5 bis | plain | article | 5 bis | art_5bis | yes | "],
    ),
    (
        "Article V applies.",
        &["Article V | plain | article | V | art_5 | yes | "],
    ),
    (
        "Article 3.1.a applies.",
        &["Article 3.1.a | plain | point | 3.1.a | art_3__para_1__point_a | yes | "],
    ),
    (
        "The preceding article applies.",
        &["preceding article | plain | article |  | art_9 | yes | "],
    ),
    (
        "The preceding paragraph applies.",
        &["preceding paragraph | plain | paragraph |  | art_10__para_2 | yes | "],
    ),
    (
        "Article 4, paragraph 6, of the Protocol applies.",
        &["Article 4, paragraph 6, of the Protocol | plain | paragraph | 4.6 |  | external | "],
    ),
    (
        "Except as provided in paragraph 2, no Party acts.",
        &["paragraph 2 | except-as-provided | paragraph | 2 | art_10__para_2 | yes | "],
    ),
    (
        "Subparagraph (a) applies.",
        &["Subparagraph (a) | plain | subparagraph | a | art_10__para_1__point_a | yes | "],
    ),
    (
        "Subparagraph (d) of paragraph 1 of this article applies.",
        &[
            "Subparagraph (d) of paragraph 1 of this article | plain | subparagraph | 1.d |  | no | point",
        ],
    ),
    (
        "Article 3, paragraph 1, subparagraph (a), or paragraph 2, applies.",
        &[
            "Article 3, paragraph 1, subparagraph (a), or paragraph 2 | plain | subparagraph | 3.1.a | art_3__para_1__point_a | yes | ",
            "Article 3, paragraph 1, subparagraph (a), or paragraph 2 | plain | paragraph | 3.2 | art_3__para_2 | yes | ",
        ],
    ),
    (
        "The conduct described in Article 3, paragraph 1 (c), of the Convention counts.",
        &[
            "Article 3, paragraph 1 (c), of the Convention | conduct-referred-to-in | point | 3.1.c | art_3__para_1__point_c | yes | ",
        ],
    ),
    (
        "Regulation (EC) No 45/2001 and Article 5 thereof apply.",
        &["Article 5 thereof | plain | article | 5 |  | external | "],
    ),
    (
        "Article 5 of Regulation (EU) 2016/679 applies.",
        &["Article 5 of Regulation (EU) 2016/679 | plain | article | 5 |  | external | "],
    ),
    (
        "In this paragraph a Party is meant.",
        &["this paragraph | plain | paragraph |  | art_10__para_3 | yes | "],
    ),
    (
        "Articles 47 and 50-52 apply.",
        &[
            "Articles 47 and 50-52 | plain | article | 47 |  | no | article",
            "Articles 47 and 50-52 | plain | article | 50 |  | no | article",
            "Articles 47 and 50-52 | plain | article | 52 |  | no | article",
        ],
    ),
    (
        "Articles 5 and 6 of that Convention apply.",
        &[
            "Articles 5 and 6 of that Convention | plain | article | 5 |  | external | ",
            "Articles 5 and 6 of that Convention | plain | article | 6 |  | external | ",
        ],
    ),
    (
        "Article 7 and Article 12 of the Charter apply.",
        &[
            "Article 7 and Article 12 of the Charter | plain | article | 7 | art_7 | yes | ",
            "Article 7 and Article 12 of the Charter | plain | article | 12 |  | external | ",
        ],
    ),
    (
        "Paragraph (2) of Article 5 applies.",
        &["Paragraph (2) of Article 5 | plain | paragraph | 5.2 | art_5__para_2 | yes | "],
    ),
    (
        "Paragraph 2, Article 5 of this Convention applies.",
        &[
            "Paragraph 2, Article 5 of this Convention | plain | paragraph | 5.2 | art_5__para_2 | yes | ",
        ],
    ),
    (
        "(see article 5) and (paragraph 1 (a) of article 3) apply.",
        &[
            "article 5 | plain | article | 5 | art_5 | yes | ",
            "paragraph 1 (a) of article 3 | plain | point | 3.1.a | art_3__para_1__point_a | yes | ",
        ],
    ),
    (
        "Article 5(2), second subparagraph, applies.",
        &[
            "Article 5(2), second subparagraph | plain | subparagraph | 5.2.2 | art_5__para_2 | yes | ",
        ],
    ),
    (
        "Art. 5, para. 2, applies.",
        &["Art. 5, para. 2 | plain | paragraph | 5.2 | art_5__para_2 | yes | "],
    ),
    (
        "Article 5, paragraphs 1 and 2, and article 6, paragraph 1, apply.",
        &[
            "Article 5, paragraphs 1 and 2, and article 6, paragraph 1 | plain | paragraph | 5.1 | art_5__para_1 | yes | ",
            "Article 5, paragraphs 1 and 2, and article 6, paragraph 1 | plain | paragraph | 5.2 | art_5__para_2 | yes | ",
            "Article 5, paragraphs 1 and 2, and article 6, paragraph 1 | plain | paragraph | 6.1 | art_6__para_1 | yes | ",
        ],
    ),
    (
        "Paragraphs 1 to 3 apply.",
        &[
            "Paragraphs 1 to 3 | plain | paragraph | 1 | art_10__para_1 | yes | ",
            "Paragraphs 1 to 3 | plain | paragraph | 2 | art_10__para_2 | yes | ",
            "Paragraphs 1 to 3 | plain | paragraph | 3 | art_10__para_3 | yes | ",
        ],
    ),
    (
        "The member shall refer to part 2 of the agenda.",
        &["part 2 | plain | part | 2 |  | unclear | division"],
    ),
    (
        "Article 10 applies.",
        &["Article 10 | plain | article | 10 | art_10 | yes | "],
    ),
    (
        "Article 2, points (a) to (c), applies.",
        &[
            "Article 2, points (a) to (c) | plain | point | 2.a | art_2__para_u1__point_a | yes | ",
            "Article 2, points (a) to (c) | plain | point | 2.b | art_2__para_u1__point_b | yes | ",
            "Article 2, points (a) to (c) | plain | point | 2.c | art_2__para_u1__point_c | yes | ",
        ],
    ),
    (
        "Articles 7, 8, 9 and 40 apply.",
        &[
            "Articles 7, 8, 9 and 40 | plain | article | 7 | art_7 | yes | ",
            "Articles 7, 8, 9 and 40 | plain | article | 8 | art_8 | yes | ",
            "Articles 7, 8, 9 and 40 | plain | article | 9 | art_9 | yes | ",
            "Articles 7, 8, 9 and 40 | plain | article | 40 |  | no | article",
        ],
    ),
    (
        "Subject to the provisions of paragraphs 1 and 2 of article 5 and of article 7, it applies.",
        &[
            "paragraphs 1 and 2 of article 5 and of article 7 | subject-to | paragraph | 5.1 | art_5__para_1 | yes | ",
            "paragraphs 1 and 2 of article 5 and of article 7 | subject-to | paragraph | 5.2 | art_5__para_2 | yes | ",
            "paragraphs 1 and 2 of article 5 and of article 7 | subject-to | article | 7 | art_7 | yes | ",
        ],
    ),
    (
        "Article 3, paragraphs a.i or ii, applies.",
        &[
            "Article 3, paragraphs a.i or ii | plain | point | 3.a.i | art_3__para_1__point_a__point_i | yes | ",
            "Article 3, paragraphs a.i or ii | plain | point | 3.a.ii | art_3__para_1__point_a__point_ii | yes | ",
        ],
    ),
    (
        "Pursuant to sub-paragraph a. of this article a Party may act.",
        &[
            "sub-paragraph a. of this article | in-accordance-with | subparagraph | a | art_10__para_1__point_a | yes | ",
        ],
    ),
    (
        "Article 3 (1) a) applies.",
        &["Article 3 (1) a) | plain | point | 3.1.a | art_3__para_1__point_a | yes | "],
    ),
    (
        "The offence may, in accordance with article 5, be tried.",
        &["article 5 | in-accordance-with | article | 5 | art_5 | yes | "],
    ),
    (
        "The Committee established under article 7 meets.",
        &["article 7 | in-accordance-with | article | 7 | art_7 | yes | "],
    ),
    (
        "Annex 1, article 2, paragraph 2, applies.",
        &[
            "Annex 1, article 2, paragraph 2 | plain | paragraph | 1.2.2 | annex_1__art_2__para_2 | yes | ",
        ],
    ),
    (
        "Chapter II of this Convention applies.",
        &["Chapter II of this Convention | plain | chapter | II | chp_ii | yes | "],
    ),
    (
        "Article 5, first sentence, applies.",
        &["Article 5, first sentence | plain | sentence | 5.1 | art_5 | yes | "],
    ),
    (
        "As defined in article 2 (a), a signal is a signal.",
        &["article 2 (a) | as-defined-in | point | 2.a | art_2__para_u1__point_a | yes | "],
    ),
    (
        "Other than under article 7, it applies.",
        &["article 7 | except-as-provided | article | 7 | art_7 | yes | "],
    ),
    (
        "Article X applies.",
        &["Article X | plain | article | X | art_10 | yes | "],
    ),
    (
        "Articles 2 to 14 apply.",
        &[
            "Articles 2 to 14 | plain | article | 2 | art_2 | yes | ",
            "Articles 2 to 14 | plain | article | 14 |  | no | article",
        ],
    ),
    (
        "Article 5, a State being bound, applies.",
        &["Article 5 | plain | article | 5 | art_5 | yes | "],
    ),
    (
        "Under article 5, 14 December 2020 is the date.",
        &["article 5 | in-accordance-with | article | 5 | art_5 | yes | "],
    ),
    ("These articles and those parts apply.", &[]),
    ("At this point the Parties part.", &[]),
    (
        "Section 2(a) applies.",
        &["Section 2(a) | plain | point | 2.a |  | unclear | paragraph"],
    ),
    (
        "Conformément à l'article premier, il agit.",
        &["article premier | in-accordance-with | article | premier | art_1 | yes | "],
    ),
    (
        "Sous réserve du paragraphe 2 du présent article, il agit.",
        &["paragraphe 2 du présent article | subject-to | paragraph | 2 | art_10__para_2 | yes | "],
    ),
    (
        "Les actes visés à l'article 3, paragraphe 1 a), sont punis.",
        &[
            "article 3, paragraphe 1 a) | conduct-referred-to-in | point | 3.1.a | art_3__para_1__point_a | yes | ",
        ],
    ),
    (
        "L'article 12 du traité de Paris est abrogé.",
        &["article 12 du traité de Paris | plain | article | 12 |  | external | "],
    ),
    (
        "Paragraph 12 applies \"as article 40 says\".",
        &[
            "Paragraph 12 | plain | paragraph | 12 |  | unclear | paragraph",
            "article 40 | plain | article | 40 |  | unclear | article",
        ],
    ),
    (
        "Articles 3, paragraph 1, 5, paragraph 2, and 6 apply.",
        &[
            "Articles 3, paragraph 1, 5, paragraph 2, and 6 | plain | paragraph | 3.1 | art_3__para_1 | yes | ",
            "Articles 3, paragraph 1, 5, paragraph 2, and 6 | plain | paragraph | 5.2 | art_5__para_2 | yes | ",
            "Articles 3, paragraph 1, 5, paragraph 2, and 6 | plain | article | 6 | art_6 | yes | ",
        ],
    ),
    ("The Chapter(s) therein apply.", &[]),
    (
        "Paragraphs 1 and 2 of Article 3, paragraphs 1 and 2 of Article 5 and Article 7 apply.",
        &[
            "Paragraphs 1 and 2 of Article 3, paragraphs 1 and 2 of Article 5 and Article 7 | plain | paragraph | 3.1 | art_3__para_1 | yes | ",
            "Paragraphs 1 and 2 of Article 3, paragraphs 1 and 2 of Article 5 and Article 7 | plain | paragraph | 3.2 | art_3__para_2 | yes | ",
            "Paragraphs 1 and 2 of Article 3, paragraphs 1 and 2 of Article 5 and Article 7 | plain | paragraph | 5.1 | art_5__para_1 | yes | ",
            "Paragraphs 1 and 2 of Article 3, paragraphs 1 and 2 of Article 5 and Article 7 | plain | paragraph | 5.2 | art_5__para_2 | yes | ",
            "Paragraphs 1 and 2 of Article 3, paragraphs 1 and 2 of Article 5 and Article 7 | plain | article | 7 | art_7 | yes | ",
        ],
    ),
    (
        "Article 5, paragraphs 1 and 2 of Article 6 and paragraph 1 of Article 3 apply.",
        &[
            "Article 5, paragraphs 1 and 2 of Article 6 and paragraph 1 of Article 3 | plain | article | 5 | art_5 | yes | ",
            "Article 5, paragraphs 1 and 2 of Article 6 and paragraph 1 of Article 3 | plain | paragraph | 6.1 | art_6__para_1 | yes | ",
            "Article 5, paragraphs 1 and 2 of Article 6 and paragraph 1 of Article 3 | plain | paragraph | 6.2 | art_6__para_2 | yes | ",
            "Article 5, paragraphs 1 and 2 of Article 6 and paragraph 1 of Article 3 | plain | paragraph | 3.1 | art_3__para_1 | yes | ",
        ],
    ),
    (
        "Article 3, paragraph 1a)(i) and (ii), b) and c), applies.",
        &[
            "Article 3, paragraph 1a)(i) and (ii), b) and c) | plain | point | 3.1.a.i | art_3__para_1__point_a__point_i | yes | ",
            "Article 3, paragraph 1a)(i) and (ii), b) and c) | plain | point | 3.1.a.ii | art_3__para_1__point_a__point_ii | yes | ",
            "Article 3, paragraph 1a)(i) and (ii), b) and c) | plain | point | 3.1.b | art_3__para_1__point_b | yes | ",
            "Article 3, paragraph 1a)(i) and (ii), b) and c) | plain | point | 3.1.c | art_3__para_1__point_c | yes | ",
        ],
    ),
    (
        "It is agreed that this Convention applies.",
        &["this Convention | plain | instrument |  |  | yes | "],
    ),
    (
        "Section 5 of this Article applies.",
        &["Section 5 of this Article | plain | section | 5 |  | unclear | division"],
    ),
    (
        "Article 38 of the Statute of the Tribunal. In no case does it apply.",
        &["Article 38 of the Statute of the Tribunal | plain | article | 38 |  | external | "],
    ),
    (
        "Le paragraphe 2 de l'article 5, des paragraphes 1 et 2 de l'article 6 et du paragraphe 1 de l'article 3.",
        &[
            "paragraphe 2 de l'article 5, des paragraphes 1 et 2 de l'article 6 et du paragraphe 1 de l'article 3 | plain | paragraph | 5.2 | art_5__para_2 | yes | ",
            "paragraphe 2 de l'article 5, des paragraphes 1 et 2 de l'article 6 et du paragraphe 1 de l'article 3 | plain | paragraph | 6.1 | art_6__para_1 | yes | ",
            "paragraphe 2 de l'article 5, des paragraphes 1 et 2 de l'article 6 et du paragraphe 1 de l'article 3 | plain | paragraph | 6.2 | art_6__para_2 | yes | ",
            "paragraphe 2 de l'article 5, des paragraphes 1 et 2 de l'article 6 et du paragraphe 1 de l'article 3 | plain | paragraph | 3.1 | art_3__para_1 | yes | ",
        ],
    ),
    (
        "Paragraphs 1 to 3 of article 3 and points (a) and (b) of article 4 apply.",
        &[
            "Paragraphs 1 to 3 of article 3 and points (a) and (b) of article 4 | plain | paragraph | 3.1 | art_3__para_1 | yes | ",
            "Paragraphs 1 to 3 of article 3 and points (a) and (b) of article 4 | plain | paragraph | 3.2 | art_3__para_2 | yes | ",
            "Paragraphs 1 to 3 of article 3 and points (a) and (b) of article 4 | plain | paragraph | 3.3 | art_3__para_3 | yes | ",
            "Paragraphs 1 to 3 of article 3 and points (a) and (b) of article 4 | plain | point | 4.a | art_4__point_a | yes | ",
            "Paragraphs 1 to 3 of article 3 and points (a) and (b) of article 4 | plain | point | 4.b | art_4__point_b | yes | ",
        ],
    ),
];
