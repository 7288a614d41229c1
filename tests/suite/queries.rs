//! Bad input to the search line: nothing panics, everything is answered or said to be wrong, within a budget that is printed.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use wanghu_core::search::LONGEST_QUERY;
use wanghu_core::wire::NoteCode;

use crate::support::{ask, open, run};

/// Random queries that are asked.
const RANDOM: usize = 10_000;

/// What one query may take, with the tests' light optimisation; printed, not asserted: machines differ.
const BUDGET: Duration = Duration::from_millis(50);

#[test]
fn a_query_of_a_megabyte_is_cut_and_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let wanghu = open(folder.path());
    for piece in ["网", "网络 ", "\"", "-", "(", "类型:", "a AND ", "第四十六条", "\u{200b}", "\u{0}", "😀"]
    {
        let query = piece.repeat((1 << 20) / piece.len());
        let start = Instant::now();
        let answer = ask(&wanghu, &query);
        println!("1 MB of {piece:?}: {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
        let notes: Vec<NoteCode> = answer.understood.notes.iter().map(|note| note.code).collect();
        assert!(notes.contains(&NoteCode::TooLong), "{piece:?}: {notes:?}");
        assert!(answer.understood.chips.len() <= LONGEST_QUERY, "{piece:?}");
    }
}

#[test]
fn operators_alone_quotes_and_brackets_without_their_halves_are_no_errors() {
    let folder = tempfile::tempdir().unwrap();
    let wanghu = open(folder.path());
    for (query, code) in [
        ("AND", Some(NoteCode::LoneOperator)),
        ("网络 和", Some(NoteCode::LoneOperator)),
        ("或 或 或", Some(NoteCode::LoneOperator)),
        ("\"网络", Some(NoteCode::UnbalancedQuote)),
        ("(网络 或 游戏", Some(NoteCode::UnbalancedBracket)),
        ("类形:案例 网络", Some(NoteCode::UnknownField)),
        ("类型:诗歌 网络", Some(NoteCode::UnknownValue)),
        ("网络\u{1}游戏", Some(NoteCode::ControlCharacters)),
        ("", None),
        ("    ", None),
        ("+", None),
        ("-", None),
        ("：：：", None),
        ("（）（）", None),
        ("《》“”", None),
    ] {
        let answer = ask(&wanghu, query);
        let codes: Vec<NoteCode> = answer.understood.notes.iter().map(|note| note.code).collect();
        if let Some(code) = code {
            assert!(codes.contains(&code), "{query:?}: {codes:?}");
        }
        let told = run(folder.path(), &["search", "--json", "--", query]);
        assert!(matches!(told.status.code(), Some(0..=2)), "{query:?}: {told:?}");
    }
}

#[test]
fn ten_thousand_random_queries_are_answered() {
    let folder = tempfile::tempdir().unwrap();
    let wanghu = open(folder.path());
    let pieces = prop::sample::select(vec![
        "网络",
        "未成年人",
        "游戏",
        "第四十六条",
        "第2款",
        "条例",
        "检例第43号",
        " ",
        " ",
        "　",
        "\"",
        "“",
        "”",
        "(",
        ")",
        "（",
        "）",
        " 和 ",
        " 或 ",
        " 非 ",
        " AND ",
        " NOT ",
        "-",
        "+",
        "|",
        "&",
        "类型:",
        "年:2018-",
        "批次：",
        "同句:",
        "同段:",
        ",",
        "、",
        "排序:日期",
        "案例",
        "\u{0}",
        "\u{7}",
        "\u{200b}",
        "\u{202e}",
        "\u{fffd}",
        "é",
        "ß",
        "𠮷",
        "😀",
        "wangluo",
        "wcnr",
        "cyberbuly",
        "0",
        "９",
        "百分之五",
    ]);
    let query = prop::collection::vec(prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => ".{0,6}"], 0..9);
    let mut runner = TestRunner::deterministic();
    let (mut longest, mut over, start) = ((Duration::ZERO, String::new()), 0, Instant::now());
    for _ in 0..RANDOM {
        let query = query.new_tree(&mut runner).unwrap().current().concat();
        let asked = Instant::now();
        let answer = ask(&wanghu, &query);
        let took = asked.elapsed();
        assert_eq!(answer.query, query);
        assert!(answer.hits.len() <= answer.total);
        over += usize::from(took > BUDGET);
        if took > longest.0 {
            longest = (took, query);
        }
    }
    let each = start.elapsed() / u32::try_from(RANDOM).unwrap();
    println!("{RANDOM} queries, {each:?} each, {over} over {BUDGET:?}; longest {:?}: {:?}", longest.0, longest.1);
}
