//! Against the official wording, when it lies beside the checkout.

use std::collections::BTreeSet;

use wanghu_core::corpus::{Bundle, fingerprint, wordings};
use wanghu_core::library::Library;
use wanghu_core::model::{ArticleNo, Lang};

use crate::support::reference_texts;

#[test]
fn the_official_wording_has_the_shipped_fingerprints() {
    let Some(folder) = reference_texts("the_official_wording_has_the_shipped_fingerprints") else { return };
    let source = std::fs::read_to_string(folder.join("未成年人网络保护条例.md")).unwrap();
    let library = Library::bundled();
    let text = library.works()[0].text(Lang::Zh).unwrap();
    let headings: Vec<&str> = text.chapters.iter().map(|chapter| chapter.heading.as_str()).collect();
    let shipped = Bundle::embedded().parse().fingerprints.remove(0).1.articles;
    let found = wordings(&source, &headings);
    assert_eq!(found.len(), 60);
    for (no, wording) in &found {
        assert_eq!(shipped.get(no), Some(&fingerprint(wording)), "article {no}");
    }
    // One letter more or less, and it is another text.
    let changed = format!("{}不", found[&ArticleNo::new(46)]);
    assert_ne!(shipped[&ArticleNo::new(46)], fingerprint(&changed));
}

#[test]
fn paragraphs_items_and_numbers_are_those_of_the_law() {
    let Some(folder) = reference_texts("paragraphs_items_and_numbers_are_those_of_the_law") else { return };
    let source = std::fs::read_to_string(folder.join("未成年人网络保护条例.md")).unwrap();
    let library = Library::bundled();
    let text = library.works()[0].text(Lang::Zh).unwrap();
    let headings: Vec<&str> = text.chapters.iter().map(|chapter| chapter.heading.as_str()).collect();
    for (no, wording) in wordings(&source, &headings) {
        let article = text.article(no).unwrap();
        let lines: Vec<&str> = wording.lines().filter(|line| line.chars().any(char::is_alphanumeric)).collect();
        let items = lines.iter().filter(|line| line.starts_with('（')).count();
        let counts = (article.paragraphs.len(), article.paragraphs.iter().map(|p| p.items.len()).sum::<usize>());
        assert_eq!(counts, (lines.len() - items, items), "article {no}");
        let ours: String = article.lines(&text.meta.id).map(|(_, words)| words).collect();
        assert_eq!(amounts(&ours), amounts(&wording), "article {no}");
    }
}

/// Every amount with its unit: 5万元, 10倍, 5年.
fn amounts(text: &str) -> BTreeSet<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = BTreeSet::new();
    for (i, c) in chars.iter().enumerate() {
        if c.is_ascii_digit() && (i == 0 || !chars[i - 1].is_ascii_digit()) {
            let figure: String = chars[i..].iter().take_while(|c| c.is_ascii_digit()).collect();
            let unit: String = chars[i + figure.len()..].iter().take(1).collect();
            found.insert(figure + &unit);
        }
    }
    found
}
