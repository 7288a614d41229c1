//! Against the official wording, when it lies beside the checkout.

use std::collections::{BTreeMap, BTreeSet};

use wanghu_core::corpus::{Bundle, fingerprint, wordings};
use wanghu_core::library::Library;
use wanghu_core::model::{ArticleNo, Document, Lang, Unit};
use wanghu_core::text::fold;

use crate::support::reference_texts;

/// Documents that restate a text of the folder.
const OFFICIAL: &[(&str, &str)] = &[
    ("minors-online-protection", "未成年人网络保护条例"),
    ("criminal-law", "刑法"),
    ("minors-protection-law", "未成年人保护法"),
    ("juvenile-delinquency-prevention-law", "预防未成年人犯罪法"),
    ("personal-information-protection-law", "个人信息保护法"),
    ("anti-telecom-fraud-law", "反电信网络诈骗法"),
    ("minors-sexual-offences-interpretation", "强奸猥亵未成年人解释(2023)"),
    ("online-crime-assistance-interpretation", "非法利用信息网络帮信解释(2019)"),
    ("personal-information-crime-interpretation", "侵犯公民个人信息解释(2017)"),
    ("computer-system-crime-interpretation", "危害计算机信息系统安全解释(2011)"),
    ("online-defamation-interpretation", "信息网络诽谤解释(2013)"),
    ("obscene-electronic-information-interpretation-1", "淫秽电子信息解释一(2004)"),
    ("obscene-electronic-information-interpretation-2", "淫秽电子信息解释二(2010)"),
    ("criminal-procedure-rules", "人民检察院刑事诉讼规则(2019)"),
];

/// A document and its official wording, article by article.
fn official(test: &str, id: &str) -> Option<(Document, BTreeMap<ArticleNo, String>)> {
    let folder = reference_texts(test)?;
    let (_, name) = OFFICIAL.iter().find(|(known, _)| *known == id).unwrap();
    let source = std::fs::read_to_string(folder.join(format!("{name}.md"))).unwrap();
    let library = Library::bundled();
    let text = library.work(&id.parse().unwrap()).unwrap().text(Lang::Zh).unwrap().clone();
    let headings: Vec<&str> = text.chapters.iter().map(|chapter| chapter.heading.as_str()).collect();
    let wordings = wordings(&source, &headings);
    Some((text, wordings))
}

#[test]
fn the_official_wording_has_the_shipped_fingerprints() {
    let test = "the_official_wording_has_the_shipped_fingerprints";
    let Some((_, found)) = official(test, "minors-online-protection") else { return };
    let shipped = Bundle::embedded().parse().fingerprints.remove(0).1.articles;
    assert_eq!(found.len(), 60);
    for (no, wording) in &found {
        assert_eq!(shipped.get(no), Some(&fingerprint(wording)), "article {no}");
    }
    // One letter more or less, and it is another text.
    let changed = format!("{}不", found[&ArticleNo::new(46)]);
    assert_ne!(shipped[&ArticleNo::new(46)], fingerprint(&changed));
}

/// Every article of every law restated has the 款, the 项 and the numbers of the law.
#[test]
fn paragraphs_items_and_numbers_are_those_of_the_law() {
    let mut wrong = Vec::new();
    for (id, _) in OFFICIAL {
        let Some((text, wordings)) = official("paragraphs_items_and_numbers_are_those_of_the_law", id) else { return };
        for passage in text.passages() {
            let Unit::Article { no, .. } = passage.unit else { continue };
            let Some(wording) = wordings.get(&no) else {
                wrong.push(format!("{id}/{no} is not in the law"));
                continue;
            };
            let lines: Vec<&str> = wording.lines().filter(|line| line.chars().any(char::is_alphanumeric)).collect();
            // 目, which our format writes inside its 项, begin with a figure.
            let lines: Vec<&str> =
                lines.into_iter().filter(|line| !line.starts_with(|c: char| c.is_ascii_digit())).collect();
            let items = lines.iter().filter(|line| line.starts_with(['（', '('])).count();
            let counts = (passage.paragraphs.len(), passage.paragraphs.iter().map(|p| p.items.len()).sum::<usize>());
            if counts != (lines.len() - items, items) {
                wrong
                    .push(format!("{id}/{no}: (款, 项) are {counts:?}, in the law {:?}", (lines.len() - items, items)));
            }
            let ours: BTreeSet<String> =
                passage.lines(&text.meta.id).flat_map(|(_, line)| amounts(&line.text)).collect();
            let theirs: BTreeSet<String> = wording.lines().flat_map(|line| amounts(without_number(line))).collect();
            if ours != theirs {
                wrong.push(format!(
                    "{id}/{no}: ours only {:?}, the law's only {:?}",
                    ours.difference(&theirs).collect::<Vec<_>>(),
                    theirs.difference(&ours).collect::<Vec<_>>()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A line without the printed number of a 项.
fn without_number(line: &str) -> &str {
    line.strip_prefix('（').and_then(|rest| rest.split_once('）')).map_or(line, |(_, words)| words)
}

/// Every amount with its unit, whichever numerals write it: 5万元, 10倍, 5年.
fn amounts(text: &str) -> BTreeSet<String> {
    let chars: Vec<char> = fold::deep(text).text().chars().collect();
    let mut found = BTreeSet::new();
    for (i, c) in chars.iter().enumerate() {
        if c.is_ascii_digit() && (i == 0 || !chars[i - 1].is_ascii_digit()) {
            let figure: String = chars[i..].iter().take_while(|c| c.is_ascii_digit()).collect();
            let unit: String = chars[i + figure.len()..].iter().take(1).collect();
            let age = chars[i + figure.len()..].starts_with(&['年', '龄']);
            if "元年月日倍次天岁%".contains(&unit) && !unit.is_empty() && !age {
                found.insert(figure + &unit);
            }
        }
    }
    found
}
