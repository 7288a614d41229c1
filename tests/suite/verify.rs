//! Drafts, checked: against an invented library in `fixtures/verify`, and as a process.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use proptest::prelude::*;
use wanghu_core::corpus::{Bundle, wordings};
use wanghu_core::library::Library;
use wanghu_core::model::ArticleNo;
use wanghu_core::verify::draft;
use wanghu_core::wire::{FindingKind, Reason, Verdict, VerifyView};

use crate::support::{binary, reference_texts, root, run};

/// A library of invented rules, some of them in their official wording.
fn library() -> Library {
    Library::of(Bundle::from_folder(&root().join("tests/fixtures/verify/library")).unwrap().parse())
}

fn words() -> String {
    fs::read_to_string(root().join("tests/fixtures/verify/draft.md")).unwrap()
}

/// Every finding in short: line, words, verdict, reason, places, candidates.
fn told(view: &VerifyView) -> Vec<String> {
    let short = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(24).collect::<String>();
    let told = view.findings.iter().map(|finding| {
        let places: Vec<String> = finding.places.iter().map(|place| place.address.to_string()).collect();
        let candidates: Vec<String> = finding.candidates.iter().map(|place| place.address.to_string()).collect();
        let inside = if finding.within.is_some() { "  " } else { "" };
        let line = format!(
            "{inside}{} {} | {} | {} | {} | {}",
            finding.line,
            short(&finding.text),
            name(&finding.verdict),
            name(&finding.reason),
            places.join(" "),
            candidates.join(" ")
        );
        line.trim_end().to_owned()
    });
    told.collect()
}

/// The name of a verdict or a reason as it stands in JSON.
fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// Ranges, slices, lines and owners of findings are true.
fn sound(text: &str, view: &VerifyView) {
    let chars: Vec<char> = text.chars().collect();
    let mut last = 0;
    for finding in &view.findings {
        assert!(finding.start < finding.end && finding.end <= chars.len() && last <= finding.start, "{text:?}");
        assert_eq!(chars[finding.start..finding.end].iter().collect::<String>(), finding.text);
        assert_eq!(chars[..finding.start].iter().filter(|c| **c == '\n').count() + 1, finding.line);
        if let Some(within) = finding.within {
            let quotation = &view.findings[within];
            assert!(
                quotation.kind == FindingKind::Quotation
                    && quotation.start <= finding.start
                    && finding.start < quotation.end
            );
        }
        last = finding.start;
    }
    let tallies = [view.reach.citations, view.reach.quotations];
    assert_eq!(tallies.iter().map(|tally| tally.found).sum::<usize>(), view.findings.len());
    let unchecked: usize = view.reach.unchecked.iter().map(|gap| gap.count).sum();
    assert_eq!(tallies.iter().map(|tally| tally.found - tally.checked).sum::<usize>(), unchecked);
    let all_right = view.findings.iter().all(|finding| finding.verdict == Verdict::Right);
    assert_eq!(view.all_right, all_right && !view.findings.is_empty());
}

#[test]
fn every_verdict_of_a_draft_is_what_it_was() {
    let text = words();
    let view = draft(&library(), &text);
    sound(&text, &view);
    let verdicts: BTreeSet<Verdict> = view.findings.iter().map(|finding| finding.verdict).collect();
    let all = [
        Verdict::Right,
        Verdict::Missing,
        Verdict::Differs,
        Verdict::Outdated,
        Verdict::Mismatched,
        Verdict::Elsewhere,
        Verdict::Restated,
        Verdict::Unconfirmed,
        Verdict::Outside,
        Verdict::Ambiguous,
        Verdict::Unchecked,
    ];
    let json = serde_json::to_string_pretty(&view).unwrap() + "\n";
    let table = told(&view).join("\n") + "\n" + &view.statement.zh + "\n" + &view.statement.en + "\n";
    for (name, content) in [("draft.json", json), ("draft.txt", table)] {
        let file = root().join("tests/fixtures/verify").join(name);
        if std::env::var_os("WANGHU_WRITE_FRESH").is_some() {
            fs::write(&file, &content).unwrap();
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), content, "{name}");
    }
    assert_eq!(verdicts, all.into(), "the draft has every verdict");
}

/// The quoted words of an article whose fingerprint is shipped are confirmed letter for letter; one letter more, and they are not.
#[test]
fn whole_articles_are_confirmed_by_their_fingerprints() {
    let Some(folder) = reference_texts("whole_articles_are_confirmed_by_their_fingerprints") else { return };
    let source = fs::read_to_string(folder.join("未成年人网络保护条例.md")).unwrap();
    let library = Library::bundled();
    let headings: Vec<String> =
        library.works()[0].texts()[0].chapters.iter().map(|chapter| chapter.heading.clone()).collect();
    let articles = wordings(&source, &headings.iter().map(String::as_str).collect::<Vec<_>>());
    let text = |words: &dyn Fn(&str) -> String| -> String {
        articles
            .iter()
            .map(|(no, wording)| {
                format!("《未成年人网络保护条例》第{}条规定：“{}”\n\n", no.main, words(wording.trim()))
            })
            .collect()
    };
    let reasons = |text: &str| -> Vec<Reason> {
        let view = draft(&library, text);
        view.findings.iter().filter(|f| f.kind == FindingKind::Quotation).map(|f| f.reason).collect()
    };
    assert_eq!(reasons(&text(&|words| words.to_owned())), vec![Reason::Fingerprint; 60]);
    assert!(reasons(&text(&|words| format!("不{words}"))).iter().all(|reason| *reason == Reason::NoOfficial));
    let moved = format!("《未成年人网络保护条例》第四十五条规定：“{}”", articles[&ArticleNo::new(46)].trim());
    let view = draft(&library, &moved);
    let quotation = view.findings.iter().find(|finding| finding.kind == FindingKind::Quotation).unwrap();
    assert_eq!(
        (quotation.verdict, quotation.candidates[0].address.to_string()),
        (Verdict::Elsewhere, "minors-online-protection/46".to_owned())
    );
}

/// What the program quotes from its own texts is always marked as its own.
#[test]
fn restatements_are_never_taken_for_the_law() {
    let library = Library::bundled();
    let passage =
        library.passage(&"minors-online-protection/46".parse().unwrap(), wanghu_core::model::Lang::Zh).unwrap();
    let view = draft(&library, &format!("《条例》第46条规定：“{}”", passage.paragraphs[0].text.text));
    let quotation = view.findings.iter().find(|finding| finding.kind == FindingKind::Quotation).unwrap();
    assert_eq!((quotation.verdict, quotation.reason), (Verdict::Restated, Reason::Restatement));
    assert!(
        !view.all_right
            && quotation.message.zh.contains("不是官方文本")
            && quotation.message.en.contains("not official")
    );
}

const PIECES: [&str; 26] = [
    "《图书借阅条例》",
    "第三条",
    "第四条第一项",
    "第二款",
    "前款",
    "规定：",
    "“",
    "”",
    "「",
    "」",
    "\"",
    "\n",
    "> ",
    "。",
    "、",
    "检例第7号",
    "（以下简称《条例》）",
    "《条例》",
    "每位读者同时借阅的图书不得超过五册",
    "……",
    "本条例",
    "三十日",
    "Article 3 of the Borrowing Regulations",
    "（",
    "）",
    "𠀀",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(0..PIECES.len(), 0..40), noise in "\\PC{0,8}") {
        let library = library();
        let text: String = pieces.iter().map(|n| PIECES[*n]).collect::<String>() + &noise;
        sound(&text, &draft(&library, &text));
    }
}

/// A megabyte is read as readily as a page, also where marks never close and where every line quotes.
#[test]
fn long_drafts_are_checked() {
    let library = library();
    let text = words();
    for piece in [
        text.as_str(),
        "“\n",
        "“「",
        "《图书借阅条例》第三条规定“每位读者不得超过六册”，",
        "《图书借阅条例》第三条规定：“每位读者",
    ] {
        let long = piece.repeat(1_000_000 / piece.len());
        sound(&long, &draft(&library, &long));
    }
}

fn checked(folder: &std::path::Path, text: &str, arguments: &[&str]) -> Output {
    let mut child = Command::new(binary())
        .arg("--data-dir")
        .arg(folder)
        .args(["verify", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn verify_json_has_the_shape_of_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let output = checked(folder.path(), "依据《条例》第四十六条第二款。", &["--json"]);
    assert_eq!(output.status.code(), Some(0));
    let view: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    assert_eq!(keys(&view), names(&["all_right", "findings", "reach", "statement"]));
    let finding = &view["findings"][0];
    assert_eq!(
        keys(finding),
        names(&[
            "candidates",
            "end",
            "kind",
            "line",
            "message",
            "places",
            "reason",
            "start",
            "text",
            "verdict",
            "within"
        ])
    );
    assert_eq!((&finding["start"], &finding["end"], &finding["line"]), (&2.into(), &14.into(), &1.into()));
    assert_eq!(finding["places"][0]["address"], "minors-online-protection/46.2");
    assert_eq!(finding["places"][0]["text"]["layer"], "restatement");
}

#[test]
fn exit_statuses_and_reports() {
    let folder = tempfile::tempdir().unwrap();
    let status = |text: &str| checked(folder.path(), text, &[]).status.code();
    assert_eq!(status("依据《条例》第四十六条。"), Some(0));
    assert_eq!(status("依据《条例》第九十九条。"), Some(1));
    assert_eq!(status("依据《民法典》第九条。"), Some(1));
    assert_eq!(status("没有引注。"), Some(1));
    assert_eq!(status(""), Some(1));
    assert_eq!(run(folder.path(), &["verify", "no-such-file"]).status.code(), Some(2));
    let letter = folder.path().join("draft.txt");
    fs::write(&letter, b"\xff\xfe\x00").unwrap();
    assert_eq!(run(folder.path(), &["verify", letter.to_str().unwrap()]).status.code(), Some(2));
    fs::write(&letter, "\u{feff}依据《条例》第九十九条，<b>*读者*</b>“甲”。").unwrap();
    let written = |name: &str| {
        let output = Command::new(binary())
            .current_dir(folder.path())
            .args(["--data-dir", ".", "verify", "draft.txt", "-o", name])
            .output()
            .unwrap();
        (output.status.code(), fs::read(folder.path().join(name)).unwrap_or_default())
    };
    let (code, markdown) = written("report.md");
    let markdown = String::from_utf8(markdown).unwrap();
    assert_eq!(code, Some(1));
    assert!(
        markdown.contains("draft.txt") && markdown.contains("编号不存在") && markdown.contains(" UTC"),
        "{markdown}"
    );
    let (code, docx) = written("report.docx");
    assert!(code == Some(1) && docx.starts_with(b"PK"));
    assert_eq!(written("report.pdf").0, Some(2));
}
