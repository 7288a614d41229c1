//! The public collection of laws beside the checkout, all of it: nothing is lost, every article is found.

use std::collections::{BTreeMap, BTreeSet};

use wanghu_core::cite::wording;
use wanghu_core::corpus::{Bundle, fingerprint};
use wanghu_core::import::{DoubtKind, Recognised, Refusal, RepairKind, Shape, Source, open, read, recognise, unite};
use wanghu_core::model::{ArticleNo, Division, Kind, Lang, Unit};

use super::{imported, names};
use crate::support::{reference_archive, reference_texts};

/// Letters without blanks, invisible characters and marks of the format; brackets in one width.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}'))
        .filter(|c| !matches!(c, '#' | '|' | '*' | '【' | '】'))
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            c => c,
        })
        .collect()
}

/// Everything that a recognised document says, and what was left out on the way.
fn said(recognised: &Recognised) -> String {
    let document = &recognised.document;
    let mut out = document.meta.title.clone();
    document.meta.history.iter().for_each(|line| out += line);
    let mut open: Vec<Division> = Vec::new();
    for chapter in &document.chapters {
        let same = chapter.above.iter().zip(&open).take_while(|(one, other)| one == other).count();
        for division in &chapter.above[same..] {
            out += &division.label;
            out += &division.heading;
        }
        out += &chapter.label;
        out += &chapter.heading;
        open.clone_from(&chapter.above);
        open.push(Division { label: chapter.label.clone(), heading: chapter.heading.clone() });
        for passage in &chapter.passages {
            out += &passage.label;
            if matches!(passage.unit, Unit::Article { .. }) {
                out += &passage.heading;
                out += &wording(passage, Lang::Zh);
            } else {
                passage.lines(&document.meta.id).for_each(|(_, line)| out += &line.text);
            }
        }
    }
    let dropped = recognised
        .repairs
        .0
        .iter()
        .filter(|(kind, _)| !matches!(kind, RepairKind::LostNumber | RepairKind::LostItem | RepairKind::Marks));
    dropped.flat_map(|(_, repair)| &repair.lines).for_each(|line| out += line);
    letters(&out)
}

fn counts(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    text.chars().for_each(|c| *counts.entry(c).or_insert(0) += 1);
    counts
}

/// What is wrong with a document, held against its source; `None` when nothing is.
fn wrong(source: &Source, recognised: &Recognised) -> Option<String> {
    let (out, name) = (said(recognised), &source.name);
    // The mark between 附件 and its name parts label and text, as the blank after 第一条 does.
    let annexes = recognised.document.passages().any(|passage| passage.label.starts_with('附'));
    let line = |line: &String| match letters(line) {
        line if annexes && line.starts_with('附') => line.replacen(['：', ':'], "", 1),
        line => line,
    };
    let lines: Vec<String> = source.lines.iter().map(|source| line(&source.text)).collect();
    if let Some(line) = lines.iter().find(|line| !out.contains(line.as_str())) {
        return Some(format!("{name}: lost {}", line.chars().take(60).collect::<String>()));
    }
    // Numbers that were lost and are counted on stand in the document only.
    let invented: String = [RepairKind::LostNumber, RepairKind::LostItem]
        .iter()
        .filter_map(|kind| recognised.repairs.0.get(kind))
        .flat_map(|repair| repair.lines.clone())
        .collect();
    (counts(&(lines.concat() + &invented)) != counts(&out)).then(|| format!("{name}: letters more or less"))
}

/// Numbers of articles that lines of a source begin with, before any annex.
fn printed(source: &Source) -> BTreeSet<String> {
    let lines = source
        .lines
        .iter()
        .filter(|line| line.shape != Shape::Row)
        .map(|line| line.text.trim())
        .take_while(|line| !line.starts_with("附件") && !line.starts_with("附："));
    let number = |line: &str| {
        let (label, _) = line.split_once([' ', '\u{3000}'])?;
        let digits = label.strip_prefix('第')?.replace('之', "").replacen('条', "", 1);
        (label.contains('条')
            && !digits.is_empty()
            && digits.chars().all(|c| "零〇一二三四五六七八九十百千".contains(c)))
        .then(|| label.to_owned())
    };
    lines.filter_map(number).collect()
}

#[test]
fn every_reference_text_is_recognised_and_nothing_is_lost() {
    let Some(archive) = reference_archive("every_reference_text_is_recognised_and_nothing_is_lost") else { return };
    let (mut files, mut articles, mut settings) = (0, 0, 0);
    let (mut problems, mut doubts, mut repairs) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
    let mut parts = Vec::new();
    open(&archive, &std::sync::atomic::AtomicBool::new(false), &mut |item| {
        if !item.name.ends_with(".md") {
            return;
        }
        files += 1;
        let source = read(&item.name, &item.content.unwrap(), None).unwrap();
        let recognised = match recognise(&source, names()) {
            Ok(recognised) => recognised,
            Err(Refusal::NoDocument) => {
                settings += 1;
                return;
            }
            Err(refusal) => panic!("{}: {refusal:?}", item.name),
        };
        problems.extend(wrong(&source, &recognised));
        let found: BTreeSet<String> = recognised.document.passages().map(|passage| passage.label.clone()).collect();
        let lost: Vec<String> = printed(&source).difference(&found).cloned().collect();
        // A case quotes articles of others.
        let cites = recognised.document.meta.kind == Kind::TypicalCase;
        let second = recognised.doubts.iter().any(|doubt| doubt.kind == DoubtKind::SecondText);
        if !lost.is_empty() && !second && !cites {
            problems.push(format!("{}: no articles {lost:?}", item.name));
        }
        articles += recognised.document.passages().filter(|p| matches!(p.unit, Unit::Article { .. })).count();
        recognised.doubts.iter().for_each(|doubt| *doubts.entry(doubt.kind).or_insert(0) += 1);
        recognised.repairs.0.iter().for_each(|(kind, repair)| *repairs.entry(*kind).or_insert(0) += repair.count);
        if recognised.part.is_some() {
            parts.push(recognised);
        }
    });
    println!("{files} files, {settings} of them settings, {articles} articles\ndoubts {doubts:?}\nrepairs {repairs:?}");
    assert!(problems.is_empty(), "{} files: {:#?}", problems.len(), &problems[..problems.len().min(20)]);
    assert_eq!((files, settings), (3502, 27));
    assert!(articles > 140_000);
    // The Civil Code comes in eight files.
    let works = unite(parts);
    assert_eq!(works.len(), 1);
    let code = &works[0].document;
    assert_eq!(code.meta.id.as_str(), "civil-code");
    let numbers: Vec<ArticleNo> = code.passages().filter_map(|p| p.address(&code.meta.id).article_no()).collect();
    assert_eq!(numbers, (1..=1260).map(ArticleNo::new).collect::<Vec<_>>());
}

#[test]
fn known_laws_have_their_articles() {
    let Some(archive) = reference_archive("known_laws_have_their_articles") else { return };
    let wanted = [
        ("刑法/刑法.md", "criminal-law", 452),
        ("社会法/未成年人保护法(2020-10-17).md", "minors-protection-law", 132),
        ("社会法/未成年人保护法(2024-04-26).md", "minors-protection-law", 132),
        ("行政法规/未成年人网络保护条例(2023-10-16).md", "minors-online-protection", 60),
    ];
    let mut found = BTreeMap::new();
    open(&archive, &std::sync::atomic::AtomicBool::new(false), &mut |item| {
        if let Some((name, ..)) = wanted.iter().find(|(name, ..)| item.name.ends_with(name)) {
            found.insert(*name, imported(&item.name, &item.content.unwrap()).unwrap());
        }
    });
    for (name, id, count) in wanted {
        let Some(recognised) = found.get(name) else { panic!("{name} is not in the archive") };
        let document = &recognised.document;
        assert_eq!(document.meta.id.as_str(), id, "{name}");
        let numbers: Vec<ArticleNo> =
            document.passages().filter_map(|p| p.address(&document.meta.id).article_no()).collect();
        let main: BTreeSet<u32> = numbers.iter().map(|no| no.main).collect();
        // 第一百九十九条 of the Criminal Law was repealed.
        assert!(main.len() == count || id == "criminal-law" && main.len() == count - 1, "{name}: {}", main.len());
    }
    let regulations = &found["行政法规/未成年人网络保护条例(2023-10-16).md"];
    let chapters: Vec<u32> = regulations.document.chapters.iter().map(|chapter| chapter.number).collect();
    assert_eq!(chapters, [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(regulations.repairs.of(RepairKind::LostNumber), 6);
    all_fingerprints_match(regulations);
    let law = &found["刑法/刑法.md"].document;
    let stealing = law.chapter_of(&Unit::Article { no: ArticleNo::new(264), paragraph: None, item: None }).unwrap();
    assert_eq!((stealing.label.as_str(), stealing.above[0].label.as_str()), ("第五章", "第二编"));
}

fn all_fingerprints_match(regulations: &Recognised) {
    let shipped = Bundle::embedded().parse().fingerprints.remove(0).1.articles;
    assert_eq!(shipped.len(), 60);
    for (no, print) in &shipped {
        let article = regulations.document.article(*no).unwrap_or_else(|| panic!("no article {no}"));
        assert_eq!(&fingerprint(&wording(article, Lang::Zh)), print, "article {no}");
    }
}

/// The official text in other clothes: one wording, one set of fingerprints.
#[test]
fn the_regulations_keep_their_fingerprints_in_every_encoding() {
    let Some(folder) = reference_texts("the_regulations_keep_their_fingerprints_in_every_encoding") else { return };
    let text = std::fs::read_to_string(folder.join("未成年人网络保护条例.md")).unwrap();
    let lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("<!--")).collect();
    let plain: String = lines.iter().map(|line| format!("{}\r\n", line.trim_start_matches(['#', ' ']))).collect();
    let page: String = lines.iter().map(|line| format!("<p>{}</p>", line.trim_start_matches(['#', ' ']))).collect();
    let body: String = lines
        .iter()
        .map(|line| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", line.trim_start_matches(['#', ' '])))
        .collect();
    for (name, bytes) in [
        ("未成年人网络保护条例.txt", super::regulation::utf16(&plain, true)),
        ("a.html", encoding_rs::GB18030.encode(&format!("<html><body>{page}")).0.into_owned()),
        ("a.docx", super::regulation::container(&body, "<w:numbering/>")),
        ("a.md", text.clone().into_bytes()),
    ] {
        let recognised = imported(name, &bytes).unwrap();
        assert_eq!(recognised.document.meta.id.as_str(), "minors-online-protection", "{name}");
        assert_eq!(recognised.document.passages().count(), 60, "{name}");
        all_fingerprints_match(&recognised);
    }
}
