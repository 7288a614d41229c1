//! What queries are read as, written short: `words`, `+must`, `-not`, `"phrase"`, `[one | other]`, `{all & of}`, `kind=value/value`,
//! `sentence(…)`, `sort=date`; notes after `!`.

mod properties;

use super::*;

fn written(clause: &Clause) -> String {
    let list = |clauses: &[Clause], joint: &str| clauses.iter().map(written).collect::<Vec<_>>().join(joint);
    let what = match &clause.what {
        What::Words(text) => text.clone(),
        What::Phrase(text) => format!("\"{text}\""),
        What::Either(inner) => format!("[{}]", list(inner, " | ")),
        What::All(inner) => format!("{{{}}}", list(inner, " & ")),
        What::Field(field) => {
            let key = serde_json::to_string(&field.key).expect("a name");
            format!("{}={}", key.trim_matches('"'), field.values.join("/"))
        }
        What::Sentence(list) => format!("sentence({})", list.join("/")),
        What::Paragraph(list) => format!("paragraph({})", list.join("/")),
        What::Sort(sort) => format!("sort={sort:?}").to_lowercase(),
    };
    match (clause.occur, &clause.what) {
        (Occur::Must, What::Words(_)) => format!("+{what}"),
        (Occur::Not, _) => format!("-{what}"),
        _ => what,
    }
}

fn read_as(query: &str) -> String {
    let asked = read(query);
    let clauses = asked.clauses.iter().map(written).collect::<Vec<_>>().join(" ; ");
    let notes: String = asked
        .notes
        .iter()
        .map(|note| {
            format!(" !{} {}", serde_json::to_string(&note.code).expect("a name").trim_matches('"'), note.subject)
        })
        .collect();
    format!("{clauses}{notes}").trim().to_owned()
}

/// Queries without operators: one clause of words, the whole query, no note.
const PLAIN: [&str; 46] = [
    "网络欺凌",
    "孩子打赏了主播，钱能要回来吗？",
    "how long may children play games",
    "未成年人 网络 游戏",
    "《未成年人网络保护条例》第四十六条",
    "第二十六条第二款（二）项",
    "第（二）项",
    "（一）网络产品和服务提供者",
    "（以下简称本条例）",
    "罚款：五万元",
    "罚款:五万元",
    "第46条：不得租售账号",
    "第四十六条：不得租售账号",
    "主播说：不要打赏",
    "12:30",
    "22:00 至 次日 8:00",
    "http://example.com/a?b=c",
    "https://12309.gov.cn",
    "287-1",
    "criminal-law/287-1",
    "2018-2024",
    "2018 -2024",
    "2018 - 2024",
    "非法",
    "非法获取",
    "和解",
    "或者",
    "刑事和解 或者 赔偿",
    "除非 非法",
    "共和国和人民",
    "所称“网络欺凌”，是指",
    "“网络欺凌”是指",
    "\"最小授权\"原则",
    "「兩卡」案件",
    "R&D AT&T",
    "c++ a+b",
    "Article 20(1)(iii) and (v)",
    "Article 26(2) or (3)",
    "art. 26(2)",
    "minors - games",
    "— 网络",
    "1) 甲 2) 乙",
    "Note: the platform",
    "检例第43号 要旨",
    "50%",
    "(甲 乙)",
];

#[test]
fn plain_words_are_left_alone() {
    for query in PLAIN {
        assert_eq!(read_as(query), query, "{query}");
        assert_eq!(read(&format!("  {query} ")).words(), query, "{query}");
        assert!(read(query).is_plain(), "{query}");
    }
}

#[test]
fn operators_are_read() {
    for (query, expected) in [
        ("", ""),
        ("  ", ""),
        ("\"最小授权\"", "\"最小授权\""),
        ("“最小授权”", "\"最小授权\""),
        ("”最小授权“", "\"最小授权\""),
        ("「最小授權」", "\"最小授權\""),
        ("＂最小授权＂", "\"最小授权\""),
        ("游戏 \"minors' mode\" 时间", "游戏 ; \"minors' mode\" ; 时间"),
        ("打赏 非 直播", "打赏 ; -直播"),
        ("打赏 -直播", "打赏 ; -直播"),
        ("打赏 －直播", "打赏 ; -直播"),
        ("打赏 −直播", "打赏 ; -直播"),
        ("打赏　非　直播", "打赏 ; -直播"),
        ("tipping NOT streams", "tipping ; -streams"),
        ("打赏 直播 -游戏 退款", "打赏 直播 ; -游戏 ; 退款"),
        ("-直播", "-直播"),
        ("非 非 直播", "-直播"),
        ("非 -直播", "-直播"),
        ("打赏 -\"直播 平台\"", "打赏 ; -\"直播 平台\""),
        ("打赏 和 直播", "+打赏 ; +直播"),
        ("打赏 AND 直播", "+打赏 ; +直播"),
        ("打赏 & 直播", "+打赏 ; +直播"),
        ("打赏 ＆ 直播", "+打赏 ; +直播"),
        ("打赏 ＡＮＤ 直播", "+打赏 ; +直播"),
        ("孩子 打赏 和 直播", "孩子 ; +打赏 ; +直播"),
        ("打赏 和 非 直播", "+打赏 ; -直播"),
        ("+打赏 直播", "+打赏 ; 直播"),
        ("＋打赏 直播", "+打赏 ; 直播"),
        ("打赏 或 充值", "[+打赏 | +充值]"),
        ("打赏 OR 充值", "[+打赏 | +充值]"),
        ("打赏 | 充值", "[+打赏 | +充值]"),
        ("打赏|充值|氪金", "[+打赏 | +充值 | +氪金]"),
        ("打赏｜充值", "[+打赏 | +充值]"),
        ("孩子 打赏 或 充值", "孩子 ; [+打赏 | +充值]"),
        ("打赏 或 充值 和 退款", "[+打赏 | {+充值 & +退款}]"),
        ("打赏 或 非 直播", "[+打赏 | -直播]"),
        ("(打赏 或 充值) 和 退款", "[+打赏 | +充值] ; +退款"),
        ("（打赏 或 充值） 退款", "[+打赏 | +充值] ; 退款"),
        ("(打赏 OR 充值) -直播", "[+打赏 | +充值] ; -直播"),
        ("-(打赏 或 充值) 游戏", "-[+打赏 | +充值] ; 游戏"),
        ("(打赏 充值 -直播)", "{[+打赏 | +充值] & -直播}"),
        ("(打赏 充值 和 退款)", "{打赏 & +充值 & +退款}"),
        ("((打赏 或 充值) 和 退款) 或 氪金", "[{[+打赏 | +充值] & +退款} | +氪金]"),
        ("类型:案例", "kind=案例"),
        ("类型：案例", "kind=案例"),
        ("類型：案例", "kind=案例"),
        ("TYPE:case", "kind=case"),
        ("类型:案例 职能:公益诉讼 儿童", "kind=案例 ; function=公益诉讼 ; 儿童"),
        ("类型:案例,法律", "kind=案例/法律"),
        ("类型：案例、法律", "kind=案例/法律"),
        ("类型：案例，法律", "kind=案例/法律"),
        ("罪名:\"制作、贩卖、传播淫秽物品牟利罪\"", "crime=制作、贩卖、传播淫秽物品牟利罪"),
        (
            "topic:\"Online games: real names, hours, accounts\" refund",
            "topic=Online games: real names, hours, accounts ; refund",
        ),
        ("-类型:案例 打赏", "-kind=案例 ; 打赏"),
        ("非 类型:案例 打赏", "-kind=案例 ; 打赏"),
        ("类型:案例 或 类型:法律", "[kind=案例 | kind=法律]"),
        ("(类型:案例 打赏)", "{kind=案例 & 打赏}"),
        ("年:2018-2024", "year=2018-2024"),
        ("年：2018－", "year=2018－"),
        ("年:-2020 批次:10-12", "year=-2020 ; batch=10-12"),
        ("文:淫秽电子信息解释（一）", "document=淫秽电子信息解释（一）"),
        ("同句:甲,乙", "sentence(甲/乙)"),
        ("同段：甲、乙、丙 丁", "paragraph(甲/乙/丙) ; 丁"),
        ("same-sentence:\"personal information\",minor", "sentence(personal information/minor)"),
        ("same-paragraph:a,b", "paragraph(a/b)"),
        ("打赏 排序:日期", "打赏 ; sort=date"),
        ("sort:date", "sort=date"),
        ("排序:相关", "sort=relevance"),
    ] {
        assert_eq!(read_as(query), expected, "{query}");
    }
}

#[test]
fn what_cannot_be_read_is_words_and_said() {
    for (query, expected) in [
        ("和", "和 !lone-operator 和"),
        ("和 打赏", "和 打赏 !lone-operator 和"),
        ("打赏 和", "打赏 和 !lone-operator 和"),
        ("打赏 非", "打赏 非 !lone-operator 非"),
        ("打赏 和 或 直播", "打赏 和 或 直播 !lone-operator 和 !lone-operator 或"),
        ("AND", "AND !lone-operator AND"),
        ("\"打赏 直播", "\"打赏 直播 !unbalanced-quote \""),
        ("打赏 “直播", "打赏 “直播 !unbalanced-quote “"),
        ("标题:\"打赏", "heading=打赏 !unbalanced-quote \""),
        ("(打赏 或 充值", "[+(打赏 | +充值] !unbalanced-bracket ("),
        ("打赏 或 充值)", "[+打赏 | +充值)] !unbalanced-bracket )"),
        ("author:wang", "author:wang !unknown-field author"),
        ("作者：王某", "作者：王某 !unknown-field 作者"),
        ("类形:案例", "类形:案例 !unknown-field 类形"),
        ("类型: 案例", "类型: 案例 !lone-operator 类型:"),
        ("类型:", "类型: !lone-operator 类型:"),
        ("排序:随便", "排序:随便 !unknown-value 排序:随便"),
        ("打赏\u{0}直播", "打赏 直播 !control-characters U+0000"),
        ("打\u{200B}赏\u{202E}", "打赏 !control-characters U+200B"),
        ("()", "()"),
        ("\"\"", "\"\""),
        ("|", "| !lone-operator |"),
        ("- + & 打赏", "- + & 打赏 !lone-operator &"),
    ] {
        assert_eq!(read_as(query), expected, "{query}");
    }
    let long = "网".repeat(LONGEST_QUERY + 1);
    let asked = read(&long);
    assert_eq!(asked.words().chars().count(), LONGEST_QUERY);
    assert_eq!(asked.notes[0].code, NoteCode::TooLong);
}

#[test]
fn a_clause_can_be_taken_off() {
    for (query, without) in [
        ("打赏 非 直播", ["非 直播", "打赏"].as_slice()),
        ("类型:案例 职能:公益诉讼 儿童", &["职能:公益诉讼 儿童", "类型:案例 儿童", "类型:案例 职能:公益诉讼"]),
        ("打赏 和 直播 和 退款", &["直播 和 退款", "打赏 和 退款", "打赏 和 直播"]),
        ("打赏 和 直播", &["+直播", "+打赏"]),
        ("打赏 和 非 直播", &["非 直播", "+打赏"]),
        ("\"打赏\" 和 直播", &["+直播", "\"打赏\""]),
        ("孩子  打赏 或 充值  -直播", &["打赏 或 充值 -直播", "孩子 -直播", "孩子 打赏 或 充值"]),
        (
            "\"打赏 -直播 “网络欺凌”的 游戏\"",
            &["-直播 ‘网络欺凌’的 游戏\"", "'打赏 ‘网络欺凌’的 游戏\"", "'打赏 -直播"],
        ),
        ("（打赏 或 充值） 排序:日期", &["排序:日期", "（打赏 或 充值）"]),
    ] {
        let found: Vec<String> = read(query).clauses.into_iter().map(|clause| clause.without).collect();
        assert_eq!(found, without, "{query}");
    }
}

#[test]
fn orders_are_exchanged() {
    for (query, sort, expected) in [
        ("打赏", Sort::Date, "打赏 排序:日期"),
        ("打赏 排序:日期", Sort::Date, "打赏 排序:日期"),
        ("sort:date 打赏 排序:相关", Sort::Relevance, "打赏"),
        ("", Sort::Date, "排序:日期"),
    ] {
        assert_eq!(read(query).sorted(sort, Lang::Zh), expected, "{query}");
    }
}

#[test]
fn conditions_hold_or_not() {
    let text = "孩子打赏主播，平台退款";
    for (query, holding) in [
        ("打赏", true),
        ("别的", true),
        ("+打赏", true),
        ("打赏 和 直播", false),
        ("打赏 和 非 直播", true),
        ("直播 或 打赏", true),
        ("直播 或 充值", false),
        ("直播 或 非 充值", true),
        ("-(直播 或 打赏)", false),
        ("(直播 退款 -充值)", true),
        ("(充值 或 打赏 和 直播)", false),
        ("(直播 或 退款) 和 平台", true),
    ] {
        let mut test = |what: &What| match what {
            What::Words(words) | What::Phrase(words) => text.contains(words.as_str()),
            _ => true,
        };
        assert_eq!(read(query).holds(&mut test), holding, "{query}");
    }
}

#[test]
fn long_and_deep_queries_are_read() {
    for piece in
        ["(", "(a 或 ", "\"", "「", "“a ", "|", "- ", "-", "和 ", "类型:", "a和b ", "同句:甲,", "）", "年:1-2 非 "]
    {
        let asked = read(&piece.repeat(LONGEST_QUERY));
        assert!(asked.query.chars().count() <= LONGEST_QUERY, "{piece}");
        asked.holds(&mut |_| true);
    }
}
