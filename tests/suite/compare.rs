//! Comparisons: as a process, and of real laws where their texts lie beside the checkout.

use std::collections::BTreeMap;
use std::fs;

use wanghu_core::compare::{Options, PairVerdict, articles, html};
use wanghu_core::corpus::{parse, wordings};
use wanghu_core::model::{ArticleNo, Document, Lang};
use wanghu_core::text::numerals::to_chinese;
use wanghu_core::wire::CompareView;

use crate::citations::unpacked;
use crate::support::{open, reference_archive, run};

/// A document of articles, a line for each 款.
fn document(articles: &BTreeMap<ArticleNo, String>) -> Document {
    let mut source = "+++\nid = \"law\"\nkind = \"statute\"\nlang = \"zh\"\nlayer = \"official\"\ntitle = \"法\"\nshort_title = \"法\"\n\
        issuing_body = \"某\"\ndocument_number = \"\"\nstatus = \"in-force\"\nevidence = \"seen\"\n+++\n\n# 法\n\n## 第一章 总则\n"
        .to_owned();
    for (no, wording) in articles {
        let sub = if no.sub > 0 { format!("之{}", to_chinese(no.sub)) } else { String::new() };
        source += &format!("\n### 第{}条{sub} 题\n", to_chinese(no.main));
        wording
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .for_each(|line| source += &format!("\n{line}\n"));
    }
    parse("law.zh.md", &source).0.unwrap()
}

/// New places of the pairs that are not the same, with what became of them.
fn changed(old: &Document, new: &Document, ignore_punctuation: bool) -> Vec<(String, PairVerdict)> {
    let pairs = articles(old, new, Options { ignore_punctuation });
    let changed = pairs.iter().filter(|pair| pair.verdict != PairVerdict::Same);
    changed.map(|pair| (pair.new.first().or(pair.old.first()).unwrap().to_string(), pair.verdict)).collect()
}

#[test]
fn two_versions_of_a_law_differ_where_they_do() {
    let Some(archive) = reference_archive("two_versions_of_a_law_differ_where_they_do") else { return };
    let files = unpacked(&archive, |path| path.contains("社会法/未成年人保护法("));
    let version = |year: &str| {
        let (_, source) = files.iter().find(|(path, _)| path.contains(year)).unwrap();
        document(&wordings(source, &[]))
    };
    let (old, new) = (version("(2020-"), version("(2024-"));
    assert_eq!(old.passages().count(), 132);
    // The copy of 2024 has a stray blank in Article 95.
    assert_eq!(changed(&old, &new, true), [("/9".to_owned(), PairVerdict::Changed)]);
    assert_eq!(
        changed(&old, &new, false),
        [("/9".to_owned(), PairVerdict::Changed), ("/95".to_owned(), PairVerdict::Changed)]
    );
}

/// The longest law there is, with one article taken out and another put in.
#[test]
fn a_code_is_aligned_in_spite_of_new_numbers() {
    let Some(archive) = reference_archive("a_code_is_aligned_in_spite_of_new_numbers") else { return };
    let files = unpacked(&archive, |path| path.contains("民法典/") && !path.contains('_'));
    let mut old: BTreeMap<ArticleNo, String> = BTreeMap::new();
    files.values().for_each(|source| old.extend(wordings(source, &[])));
    assert_eq!(old.len(), 1260);
    let mut lines: Vec<String> = old.values().cloned().collect();
    lines.remove(9);
    lines.insert(499, "读者遗失借书证的，应当及时向图书馆挂失，馆员核对后补发。".to_owned());
    let new = lines.into_iter().zip(1..).map(|(line, no)| (ArticleNo::new(no), line)).collect();
    let started = std::time::Instant::now();
    let found = changed(&document(&old), &document(&new), false);
    println!("1260 articles aligned in {:?}", started.elapsed());
    let count = |verdict| found.iter().filter(|(_, found)| *found == verdict).count();
    assert_eq!((count(PairVerdict::Added), count(PairVerdict::Removed), count(PairVerdict::Renumbered)), (1, 1, 490));
    assert_eq!(found.len(), 492);
}

#[test]
fn compare_json_and_files() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["compare", "条例第46条", "未成年人保护法第75条", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let view: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let keys: Vec<&str> = view.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["counts", "ignore_punctuation", "new", "old", "rows"]);
    assert_eq!((&view["rows"][0]["verdict"], &view["old"]["layer"]), (&"changed".into(), &"restatement".into()));
    for (arguments, status) in [
        (&["compare", "条例", "minors-protection-law"][..], 0),
        (&["compare", "条例", "minors-protection-law/75"], 2),
        (&["compare", "条例", "没有这部法律"], 1),
        (&["compare", "条例"], 2),
        (&["compare", "46", "47", "-o", "x.pdf"], 2),
    ] {
        assert_eq!(run(folder.path(), arguments).status.code(), Some(status), "{arguments:?}");
    }
    for name in ["side by side.docx", "side by side.html"] {
        let file = folder.path().join(name);
        assert_eq!(run(folder.path(), &["compare", "46", "47", "-o", file.to_str().unwrap()]).status.code(), Some(0));
        let bytes = fs::read(&file).unwrap();
        if name.ends_with("docx") {
            assert!(bytes.starts_with(b"PK"));
        } else {
            let page = String::from_utf8(bytes).unwrap();
            for part in ["第四十六条", "整理稿·非官方文本", "引用前请核对官方文本", "2024-01-01施行", "<del>", "<ins>"]
            {
                assert!(page.contains(part), "{part}");
            }
        }
    }
}

/// Whatever stands in a text, a page of it is only text.
#[test]
fn pages_hold_no_foreign_markup() {
    let wanghu = open(tempfile::tempdir().unwrap().path());
    let mut view: CompareView = wanghu.compare("46", "47", Lang::Zh, Options::default()).unwrap();
    for run in &mut view.rows[0].runs {
        run.text = "<script>alert(1)</script>\"'&\u{0}".to_owned();
    }
    view.old.title.zh = "</title><img src=x onerror=y>".to_owned();
    let page = html(&view, Lang::Zh);
    assert!(!page.contains("<script") && !page.contains("<img") && page.contains("&lt;script&gt;"));
}
