//! The corpus inside the program: complete, aligned, every reference in its place.

use wanghu_core::check::check;
use wanghu_core::corpus::Bundle;
use wanghu_core::library::Library;
use wanghu_core::model::{ArticleNo, Lang, Passage, Unit};

#[test]
fn the_corpus_is_fit_to_ship() {
    let checked = check(&Bundle::embedded());
    assert_eq!(checked.diagnostics, []);
    let regulations = &checked.documents[0];
    assert_eq!(regulations.document.as_str(), "minors-online-protection");
    let counts = (regulations.chapters, regulations.articles, regulations.paragraphs, regulations.items);
    assert_eq!(counts, (7, 60, 85, 9));
    assert_eq!((regulations.aligned, regulations.unresolved, regulations.fingerprints), (true, 0, 60));
}

/// Every reference that leads out of the library, listed by hand's measure: a new one is looked at before the list is renewed with
/// `WANGHU_WRITE_FRESH=1`. None leads nowhere.
#[test]
fn every_reference_out_of_the_library_is_known() {
    let library = Library::bundled();
    let mut found: Vec<String> = Vec::new();
    for text in library.works().iter().flat_map(|work| work.texts()) {
        for (at, line) in text.passages().flat_map(|passage| passage.lines(&text.meta.id)) {
            for reference in library.references(text, line) {
                let words = &line.text[reference.range.clone()];
                assert!(!reference.to.is_empty(), "{at}: '{words}' leads nowhere");
                for to in reference.to.iter().filter(|to| !library.has(to)) {
                    found.push(format!("{} {:?}: {words} → {to}", at.to_unit(), text.meta.lang));
                }
            }
        }
    }
    found.sort();
    found.dedup();
    let path = crate::support::root().join("tests/fixtures/outside.txt");
    if std::env::var_os("WANGHU_WRITE_FRESH").is_some() {
        std::fs::write(&path, found.join("\n") + "\n").unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap();
    let known: Vec<&str> = known.lines().collect();
    assert_eq!(found, known, "look at what changed, then write tests/fixtures/outside.txt anew");
}

/// What the library holds, at least: a file that goes missing must not pass for a smaller library.
#[test]
fn the_library_holds_what_its_name_promises() {
    let library = Library::bundled();
    let aboard = |id: String| library.work(&id.parse().unwrap()).is_some();
    let spp = [33..=38, 42..=45, 67..=69, 103..=107, 136..=145, 171..=174, 200..=204, 238..=238, 241..=241];
    let spc = [14..=14, 102..=106, 145..=146, 192..=195, 225..=229];
    for (court, ranges) in [("spp", &spp[..]), ("spc", &spc[..])] {
        for n in ranges.iter().cloned().flatten() {
            assert!(aboard(format!("{court}-{n}")), "{court}-{n} is missing");
        }
    }
    let articles = |id: &str| library.work(&id.parse().unwrap()).unwrap().texts()[0].passages().count();
    assert_eq!((articles("minors-online-protection"), articles("cybercrime-handling")), (60, 65));
    for (law, articles) in [
        (
            "criminal-law",
            &["17", "236", "236-1", "237", "246", "253-1", "264", "266", "274", "285", "286", "286-1", "287"][..],
        ),
        ("criminal-law", &["287-1", "287-2", "363", "364", "365"]),
        (
            "minors-protection-law",
            &["11", "58", "106", "110", "111", "112", "113", "114", "115", "116", "117", "118", "123"],
        ),
    ] {
        for no in articles {
            let place = format!("{law}/{no}").parse().unwrap();
            assert!(library.has(&place), "{law}/{no} is missing");
        }
    }
    for no in 64..=80 {
        assert!(library.has(&format!("minors-protection-law/{no}").parse().unwrap()), "minors-protection-law/{no}");
    }
}

fn number(passage: &Passage) -> ArticleNo {
    match passage.unit {
        Unit::Article { no, .. } => no,
        ref other => panic!("{other:?} is no article"),
    }
}

#[test]
fn chapters_begin_where_the_law_says() {
    let library = Library::bundled();
    let text = library.works()[0].text(Lang::Zh).unwrap();
    let first: Vec<(u32, ArticleNo)> = text.chapters.iter().map(|c| (c.number, number(&c.passages[0]))).collect();
    assert_eq!(
        first,
        [(1, 1), (2, 13), (3, 21), (4, 31), (5, 39), (6, 50), (7, 59)].map(|(c, a)| (c, ArticleNo::new(a)))
    );
}

/// Every reference of the sixty articles, by hand from the law: article → what it refers to. Articles that are not
/// listed refer to nothing. A range stands as its members.
const REFERENCES: &[(&str, &str)] = &[
    ("1", "minors-protection-law cybersecurity-law personal-information-protection-law"),
    ("20", "20.1"),
    ("23", "23.1"),
    ("24", "23.1"),
    ("29", "22 24 25 26.1 27 23.1"),
    ("30", "22 24 25 26.1 27 23.1 29"),
    ("53", "7 19.3 38.2"),
    ("54", "20.1 20.1.1 20.1.5"),
    ("55", "24 25"),
    ("56", "26.2 26.3 28 29.1 31.2 36 38.1 42 43 44 45 46.2 47"),
];

#[test]
fn every_reference_of_the_sixty_articles_is_the_one_in_the_law() {
    let library = Library::bundled();
    let work = &library.works()[0];
    for text in work.texts() {
        for article in text.passages() {
            let no = number(article);
            let mut found: Vec<String> = Vec::new();
            for (_, line) in article.lines(work.id()) {
                for to in library.references(text, line).iter().flat_map(|reference| &reference.to) {
                    let place = to.to_string().replace("minors-online-protection/", "");
                    if !found.contains(&place) {
                        found.push(place);
                    }
                }
            }
            let expected = REFERENCES.iter().find(|(known, _)| *known == no.to_string()).map_or("", |(_, to)| to);
            let (mut found, mut expected) = (found, expected.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{:?} article {no}", text.meta.lang);
        }
    }
}

#[test]
fn penalties_carry_every_amount_in_both_languages() {
    let library = Library::bundled();
    for (no, zh, en) in [
        (53, &["5万元", "50万元", "1万元", "10万元"][..], &["50,000", "500,000", "10,000", "100,000"][..]),
        (
            54,
            &["100万元", "1万元", "10万元", "5000万元", "百分之五", "10万元", "100万元"],
            &["1,000,000", "10,000", "100,000", "50,000,000", "5 percent", "100,000", "1,000,000"],
        ),
        (
            55,
            &["10万元", "100万元", "1倍", "10倍", "100万元", "10万元", "100万元"],
            &["100,000", "1,000,000", "10 times", "1,000,000", "100,000", "1,000,000"],
        ),
        (
            56,
            &["100万元", "1倍", "10倍", "100万元", "10万元", "100万元", "1万元", "10万元"],
            &["1,000,000", "10 times", "1,000,000", "100,000", "1,000,000", "10,000", "100,000"],
        ),
        (57, &["5年", "5年"], &["5 years", "5 years"]),
        (60, &["2024年1月1日"], &["1 January 2024"]),
    ] {
        for (lang, amounts) in [(Lang::Zh, zh), (Lang::En, en)] {
            let article = library.works()[0].text(lang).unwrap().article(ArticleNo::new(no)).unwrap();
            let words: String = article.paragraphs.iter().map(|p| p.text.text.as_str()).collect();
            let mut rest = words.as_str();
            for amount in amounts {
                let after = rest.find(amount).map(|at| &rest[at + amount.len()..]);
                assert!(after.is_some(), "article {no} in {lang:?} lacks {amount} after {rest:?}");
                rest = after.unwrap();
            }
        }
    }
}
