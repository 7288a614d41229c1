//! The grammar of citations: what it reads, what it leaves alone, and that no text can upset it.

use proptest::prelude::*;
use wanghu_core::cite::{self, Back, Found, Names, Place, Whose};
use wanghu_core::model::{Address, ArticleNo, Lang, Unit};
use wanghu_core::text::numerals::{to_chinese, to_roman};

fn find(text: &str) -> Vec<Found> {
    cite::find(text, &Names::default())
}

/// What is found, in short: the words, the title in full, the places.
fn told(text: &str) -> Vec<String> {
    find(text)
        .iter()
        .map(|found| {
            let whose = match &found.whose {
                Whose::Own => String::new(),
                Whose::Titled(title) => title.full.clone(),
                Whose::Cases(cases) => cases.iter().map(|case| case.to_string()).collect::<Vec<_>>().join("+"),
            };
            let places: Vec<String> = found.places.iter().map(place).collect();
            format!("{} = {whose} {}", &text[found.range.clone()], places.join("+")).trim_end().to_owned()
        })
        .collect()
}

fn place(place: &Place) -> String {
    let back = match place.back {
        Some(Back::Articles(n)) => format!("-{n}条"),
        Some(Back::Paragraphs(n)) => format!("-{n}款"),
        Some(Back::Items(n)) => format!("-{n}项"),
        None => String::new(),
    };
    let part = |n: Option<u32>, dot: &str| n.map(|n| format!("{dot}{n}")).unwrap_or_default();
    let no = place.no.map(|no| no.to_string()).unwrap_or_default();
    let below = match place.item {
        Some(item) => {
            format!("{}.{item}", part(place.paragraph, ".") + if place.paragraph.is_none() { "." } else { "" })
        }
        None => part(place.paragraph, "."),
    };
    format!("{back}{no}{below}")
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    assert_eq!(told(text), expected, "{text}");
}

#[test]
fn titles_of_every_kind() {
    reads(
        "依照《中华人民共和国刑法》第二百八十七条之一",
        &["《中华人民共和国刑法》第二百八十七条之一 = 中华人民共和国刑法 287-1"],
    );
    reads("依照刑法第287条之二第1款", &["刑法第287条之二第1款 = 刑法 287-2.1"]);
    reads("依照中华人民共和国刑法第３条", &["中华人民共和国刑法第３条 = 刑法 3"]);
    reads("依照刑法287条之二", &["刑法287条之二 = 刑法 287-2"]);
    reads("依照刑事诉讼法第 15 条", &["刑事诉讼法第 15 条 = 刑事诉讼法 15"]);
    reads("按照某市节水条例第三条", &["某市节水条例第三条 = 某市节水条例 3"]);
    reads(
        "《〈中华人民共和国刑法〉修正案》第一条",
        &["《〈中华人民共和国刑法〉修正案》第一条 = 〈中华人民共和国刑法〉修正案 1"],
    );
    reads("《关于适用〈民法典〉的解释》第2条", &["《关于适用〈民法典〉的解释》第2条 = 关于适用〈民法典〉的解释 2"]);
    reads("《关于修改《刑法》的决定》", &["《关于修改《刑法》的决定》 = 关于修改《刑法》的决定"]);
    reads("《最低工资规定》（部令第21号）第三条", &["《最低工资规定》（部令第21号）第三条 = 最低工资规定 3"]);
    reads(
        "香港特别行政区基本法第一条、合同法第五条",
        &["香港特别行政区基本法第一条 = 香港特别行政区基本法 1", "合同法第五条 = 合同法 5"],
    );
    reads("吊销《营业执照》，《未闭合", &[]);
}

#[test]
fn lists_ranges_and_what_they_carry() {
    reads("第二十六条第二款和第三款、第二十八条", &["第二十六条第二款 =  26.2", "第三款 =  26.3", "第二十八条 =  28"]);
    reads("第86条第3项、第87条", &["第86条第3项 =  86..3", "第87条 =  87"]);
    reads("第四十二条至第四十五条", &["第四十二条至第四十五条 =  42+43+44+45"]);
    reads("第四十二至四十四条", &["第四十二至四十四条 =  42+43+44"]);
    reads("第一款第（一）、（三）项", &["第一款第（一）、（三）项 =  .1.1+.1.3"]);
    reads("第九条第一至三项", &["第九条第一至三项 =  9..1+9..2+9..3"]);
    reads("第三条、第五条或者第七条", &["第三条 =  3", "第五条 =  5", "第七条 =  7"]);
    reads("第十七条第二款和十八条第一款", &["第十七条第二款 =  17.2", "十八条第一款 =  18.1"]);
    reads("刑法第一条、第二条和本法第三条", &["刑法第一条 = 刑法 1", "第二条 = 刑法 2", "本法第三条 =  3"]);
    reads("第一百三十九条至第一百三十九条之一", &["第一百三十九条至第一百三十九条之一 =  139+139-1"]);
    reads("本项第5目、第二项第三目", &["本项第5目 =  -0项", "第二项第三目 =  ..2"]);
    reads("第十条所列第二项", &["第十条所列第二项 =  10..2"]);
}

#[test]
fn places_seen_from_where_the_words_stand() {
    reads(
        "前款、前两款、前三款和前条第一款",
        &["前款 =  -1款", "前两款 =  -2款", "前三款 =  -3款", "前条第一款 =  -1条.1"],
    );
    reads("前款第三项、第五项；前项", &["前款第三项 =  -1款..3", "第五项 =  -1款..5", "前项 =  -1项"]);
    reads(
        "本条第二款，本条例第三条，本条约第四条",
        &["本条第二款 =  -0条.2", "本条例第三条 =  3", "本条约第四条 =  4"],
    );
    reads(
        "依照刑法第二百三十七条第一款处罚；同条第二款",
        &["刑法第二百三十七条第一款 = 刑法 237.1", "同条第二款 = 刑法 237.2"],
    );
    reads("《专利法》施行后，该法第五条", &["《专利法》 = 专利法", "该法第五条 = 专利法 5"]);
}

#[test]
fn what_a_text_declares_holds_from_there_on() {
    let text = "根据《中华人民共和国刑事诉讼法》（以下简称刑诉）第一条，刑诉第二条，《刑诉》第三条。\n适用《关于审理〈公司法〉案件的解释》(以下称《解释》或“公司法解释”)，《解释》第4条、公司法解释第五条";
    let titles: Vec<String> = find(text)
        .into_iter()
        .map(|found| match found.whose {
            Whose::Titled(title) => title.full,
            _ => String::new(),
        })
        .collect();
    let (law, reading) = ("中华人民共和国刑事诉讼法", "关于审理〈公司法〉案件的解释");
    assert_eq!(titles, [law, law, law, reading, reading, reading]);
}

#[test]
fn a_bare_number_means_the_text_that_has_it() {
    let text = "第一条　依照刑法第一百二十条定罪，或者依照第一百九十一条。\n第二条　依照刑法第九条、本解释第一条，依照第一条。";
    reads(
        text,
        &[
            "刑法第一百二十条 = 刑法 120",
            "第一百九十一条 = 刑法 191",
            "刑法第九条 = 刑法 9",
            "本解释第一条 =  1",
            "第一条 =  1",
        ],
    );
    reads("在刑法第十七条后增加一条，作为第十七条之一", &["刑法第十七条 = 刑法 17", "第十七条之一 = 刑法 17-1"]);
}

#[test]
fn cases_by_number() {
    reads("参见检例第67、68号、指导案例24号", &["检例第67 = spp-67", "68号 = spp-68", "指导案例24号 = spc-24"]);
    reads("最高人民检察院第43号指导性案例", &["第43号指导性案例 = spp-43"]);
    reads("检例第154—156号，发布指导性案例5件", &["检例第154—156号 = spp-154+spp-155+spp-156"]);
}

#[test]
fn english() {
    reads(
        "under art. 26(2) and Article 20(1)(iii) of the Regulations",
        &["art. 26(2) = Regulations 26.2", "Article 20(1)(iii) = Regulations 20.1.3"],
    );
    reads(
        "paragraph 2 of Article 26; Article 27, paragraph 3",
        &["paragraph 2 of Article 26 =  26.2", "Article 27, paragraph 3 =  27.3"],
    );
    reads("Articles 5 to 7 of the Criminal Procedure Law", &["Articles 5 to 7 = Criminal Procedure Law 5+6+7"]);
    reads("Article 5 of this Law; a particle 5; start 7", &["Article 5 =  5"]);
    reads("SPP Guiding Case No. 43", &["SPP Guiding Case No. 43 = spp-43"]);
}

#[test]
fn what_only_looks_like_a_citation() {
    for text in [
        "符合条件的",
        "格式条款",
        "建设项目",
        "一项或者多项措施",
        "三条措施",
        "一条路",
        "头条新闻",
        "第三条道路",
        "第三款产品",
        "第一项工作任务",
        "第二项目部",
        "目前项目",
        "目前条件",
        "以前款式",
        "作为第三人",
        "第十次会议",
        "第一顺序继承人",
        "第三条款",
        "本条例规定",
        "本条规定",
        "前几款",
        "第条",
        "第零条",
        "万一",
        "发布指导性案例",
        "该条规定",
        "条例",
        "第一条生产线",
        "第1234567890123456789条",
    ] {
        reads(text, &[]);
    }
    reads("第十三条", &["第十三条 =  13"]);
}

proptest! {
    /// Whatever place is written in whatever way, it is read whole and as the same place.
    #[test]
    fn written_places_are_read_back(
        main in 1u32..1300, sub in 0u32..9, paragraph in prop::option::of(1u32..20), item in prop::option::of(1u32..40),
        numerals in 0usize..4, owner in 0usize..5,
    ) {
        let paragraph = paragraph.or(item.and(Some(1)));
        let number = |n: u32| match numerals {
            0 | 3 => to_chinese(n),
            1 => n.to_string(),
            _ => n.to_string().chars().filter_map(|c| char::from_u32(u32::from(c) - 0x30 + 0xFF10)).collect(),
        };
        let mut text = ["", "本法", "《中华人民共和国刑法》", "民事诉讼法", "该法"][owner].to_owned();
        text += &format!("第{}条", number(main));
        if sub > 0 { text += &format!("之{}", number(sub)); }
        if let Some(n) = paragraph { text += &format!("第{}款", number(n)); }
        if let Some(n) = item {
            let n = number(n);
            text += &if numerals == 3 { format!("第（{n}）项") } else { format!("第{n}项") };
        }
        for (before, after) in [("", ""), ("依照", "的规定"), ("（", "）"), ("违反", "、"), ("有", "第二目所列")] {
            let inside = item.is_some() || !after.starts_with('第');
            let line = format!("{before}{text}{after}");
            let found = find(&line);
            prop_assert_eq!(found.len(), 1, "{}", line);
            let places = vec![Place { no: Some(ArticleNo { main, sub }), paragraph, item, back: None }];
            if inside {
                prop_assert_eq!(&found[0].places, &places, "{}", line);
                prop_assert!(line[found[0].range.clone()].starts_with(&text), "{}", line);
            }
        }
    }

    /// What the program writes under its quotations, it reads.
    #[test]
    fn labels_are_read_back(
        main in 1u32..1300, sub in 0u32..9, paragraph in prop::option::of(1u32..20), item in prop::option::of(1u32..40),
    ) {
        let paragraph = paragraph.or(item.and(Some(1)));
        let no = ArticleNo { main, sub };
        let unit = Unit::Article { no, paragraph, item };
        let address = Address { document: "x".parse().unwrap(), unit: unit.clone(), version: None };
        for lang in [Lang::Zh, Lang::En] {
            let text = format!(" {} ", cite::label(&address, lang));
            let found = find(&text);
            prop_assert_eq!(found.len(), 1, "{}", text);
            prop_assert_eq!(&text[found[0].range.clone()], text.trim());
            prop_assert_eq!(found[0].places[0].unit(), Some(unit.clone()));
        }
        if let (Some(p), Some(i)) = (paragraph, item) {
            let text = format!("Article {main}({p})({}) of the Regulations", to_roman(i));
            prop_assert_eq!(find(&text).len(), 1);
        }
    }

    /// Nothing made of the grammar's own pieces upsets it.
    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(0usize..PIECES.len(), 0..60)) {
        let text: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        sound(&text);
    }

    #[test]
    fn any_characters_are_read(text in "\\PC*") {
        sound(&text);
    }
}

const PIECES: [&str; 64] = [
    "第",
    "条",
    "款",
    "项",
    "目",
    "之",
    "一",
    "十",
    "百",
    "二",
    "〇",
    "3",
    "４",
    "12",
    "（",
    "）",
    "(",
    ")",
    "《",
    "》",
    "〈",
    "〉",
    "、",
    "，",
    "。",
    "\n",
    " ",
    "至",
    "—",
    "和",
    "或者",
    "以及",
    "本",
    "前",
    "同",
    "该",
    "法",
    "条例",
    "刑法",
    "民法典",
    "解释",
    "以下简称",
    "“",
    "”",
    "检例第",
    "指导案例",
    "号",
    "规定的",
    "所列",
    "修改为",
    "增加一款",
    "Article ",
    "art. ",
    "paragraph ",
    " of ",
    "the ",
    "Law",
    "iv",
    "(2)",
    "0,000",
    "件",
    "\u{1F600}",
    "é",
    "原",
];

/// Citations stand in order, inside the text, apart from each other and between characters.
#[track_caller]
fn sound(text: &str) {
    let mut end = 0;
    for found in find(text) {
        assert!(end <= found.range.start && found.range.start < found.range.end, "{text}");
        assert!(text.get(found.range.clone()).is_some(), "{text}");
        if let Whose::Titled(title) = &found.whose {
            assert!(text.get(title.written.clone()).is_some_and(|title| !title.is_empty()), "{text}");
        }
        end = found.range.end;
    }
}

/// A megabyte of the pieces, and much of each of the repetitive ones, is read as readily as a page: what is looked at twice has a
/// bound.
#[test]
fn long_texts_are_read() {
    sound(&PIECES.concat().repeat(1_000_000 / PIECES.concat().len()));
    for piece in [
        "第",
        "《",
        "《a",
        "第一、",
        "第1第",
        "0,000,",
        "检例第1、",
        "前款第",
        "（以下简称",
        "《a》（以下简称刑法",
        "刑法第一条、",
        "第一条至第九千条、",
        "本条",
        "Article 1, ",
        "Law of the ",
        "“第一条 ",
        "第一条\n",
        "(",
        "法",
    ] {
        sound(&piece.repeat(100_000 / piece.len()));
    }
}
