//! Citations in every style: as a process, against what stands in `fixtures/cite`, and over every document on board.

use std::fs;

use serde_json::Value;
use wanghu_core::cite::Style;
use wanghu_core::library::Library;
use wanghu_core::model::{Address, Kind, Lang};
use wanghu_core::view::cite;

use crate::support::{root, run};

/// Every document as a whole, and every passage, 款 and 项.
fn places(library: &Library) -> Vec<(Kind, Address)> {
    let mut places = Vec::new();
    for work in library.works() {
        let text = work.text(Lang::Zh).unwrap();
        let kind = text.meta.kind;
        places.push((kind, Address::whole(work.id().clone())));
        for passage in text.passages() {
            places.push((kind, passage.address(work.id())));
            places.extend(passage.lines(work.id()).map(|(address, _)| (kind, address)));
        }
    }
    places
}

/// Every place on board in one style.
fn written(library: &Library, style: Style) -> Vec<(Kind, Address, String)> {
    let text = |place: &Address| cite(library, place, Lang::Zh, &[style]).unwrap().styles[0].text.clone();
    places(library).into_iter().map(|(kind, place)| (kind, place.clone(), text(&place))).collect()
}

/// What the command prints is what stands in the file. `WANGHU_WRITE_FRESH=1` writes the files anew; read what changed.
#[test]
fn every_style_is_written_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    for place in [
        "minors-online-protection/31.1",
        "minors-online-protection/20.1.3",
        "criminal-law/287-2.1",
        "minors-sexual-offences-interpretation/8.1.3",
        "public-interest-litigation-interpretation/20",
        "spp-43",
        "spc-192",
        "policy-proposal-6",
    ] {
        let output = run(folder.path(), &["cite", place, "--style", "all"]);
        assert_eq!(output.status.code(), Some(0), "{place}");
        let file = root().join(format!("tests/fixtures/cite/{}.txt", place.replace('/', "_")));
        if std::env::var_os("WANGHU_WRITE_FRESH").is_some() {
            fs::write(&file, &output.stdout).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{}", file.display());
    }
}

#[test]
fn cite_json_says_status_and_layer() {
    let folder = tempfile::tempdir().unwrap();
    let json = |arguments: &[&str]| -> Value {
        let output = run(folder.path(), &[&["cite", "--json"], arguments].concat());
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let one = json(&["条例第31条第1款"]);
    assert_eq!(
        one,
        serde_json::json!({
            "address": "minors-online-protection/31.1",
            "styles": [{ "style": "official", "text": "《未成年人网络保护条例》第三十一条第一款" }],
            "status": "in-force",
            "layer": "restatement",
        })
    );
    assert_eq!(json(&["条例31.1", "--lang", "en"])["layer"], "rendering");
    let styles = json(&["spp-43", "--style", "all"]);
    let names: Vec<&str> = styles["styles"].as_array().unwrap().iter().filter_map(|s| s["style"].as_str()).collect();
    assert_eq!(names, Style::ALL.map(Style::id));
    assert_eq!(json(&["第四十二条至第四十五条"]).as_array().map(Vec::len), Some(4));
}

#[test]
fn a_range_is_cited_line_by_line_and_what_is_not_there_is_not_found() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["cite", "条例第26条第2款和第3款", "--style", "law-review"]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "《未成年人网络保护条例》第26条第2款。\n《未成年人网络保护条例》第26条第3款。\n"
    );
    for (arguments, status) in [
        (&["cite", "条例第99条"][..], 1),
        (&["cite", "spp-9999"], 1),
        (&["cite", "条例第31条", "--style", "apa"], 2),
        (&["cite"], 2),
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}

/// An official citation of an article, pasted back, leads to its place: the title it uses is known by name.
#[test]
fn official_citations_of_articles_are_read_back() {
    let library = Library::bundled();
    let mut read = 0;
    for (kind, place, text) in written(&library, Style::Official) {
        if !matches!(kind, Kind::GuidingCase | Kind::Policy) && place.to_string().contains('/') && text.ends_with('条')
        {
            assert_eq!(library.find(&text, None).unwrap(), place.to_unit(), "{text}");
            read += 1;
        }
    }
    assert!(read > 250, "{read}");
}

/// 《 and 〈 alternate and close; brackets and quotation marks too.
#[test]
fn marks_of_titles_close() {
    let library = Library::bundled();
    for style in [Style::Official, Style::LawReview, Style::Gbt7714, Style::Bluebook, Style::Markdown] {
        for (_, _, text) in written(&library, style) {
            for [open, close] in [['《', '》'], ['〈', '〉'], ['（', '）'], ['“', '”'], ['〔', '〕']] {
                assert_eq!(text.matches(open).count(), text.matches(close).count(), "{text}");
            }
            assert!(!text.contains("《《") && !text.contains('\n') && !text.contains("（）"), "{text}");
        }
    }
}

/// Our own pages and sections are never cited as anybody else's.
#[test]
fn what_is_ours_is_called_ours() {
    let library = Library::bundled();
    for style in Style::ALL {
        for (kind, place, text) in written(&library, style) {
            if kind == Kind::Policy {
                assert!(text.contains("网护") || text.contains("Wanghu"), "{text}");
            }
            if place.to_string().ends_with("/campus") {
                assert!(!text.contains("校园课堂"), "{text}");
            }
        }
    }
}

#[test]
fn every_title_but_those_of_our_pages_has_its_pinyin() {
    let library = Library::bundled();
    for work in library.works() {
        let meta = work.meta(Lang::En);
        let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, 'ü' | 'Ü' | ' ' | ',' | '\'' | '(' | ')');
        let expected = meta.kind != Kind::Policy;
        assert_eq!(!meta.romanized.is_empty(), expected, "{}", meta.id);
        assert!(meta.romanized.chars().all(letters), "{}", meta.romanized);
    }
}

/// The variables of CSL 1.0.2 that we write, with what the schema wants of each.
#[test]
fn csl_json_keeps_to_the_schema() {
    let library = Library::bundled();
    for (_, place, text) in written(&library, Style::CslJson) {
        let value: Value = serde_json::from_str(&text).unwrap_or_else(|problem| panic!("{place}: {problem}"));
        let [item] = &value.as_array().unwrap()[..] else { panic!("{text}") };
        let item = item.as_object().unwrap();
        assert_eq!(item["id"], place.to_string());
        assert!(["legislation", "regulation", "legal_case", "document"].contains(&item["type"].as_str().unwrap()));
        for (name, value) in item {
            match name.as_str() {
                "id" | "type" | "title" | "title-short" | "authority" | "collection-title" | "number" | "section"
                | "edition" | "genre" | "status" | "language" | "jurisdiction" | "annote" => {
                    assert!(value.as_str().is_some_and(|text| !text.is_empty()), "{place}: {name}");
                }
                "author" => assert!(value[0]["literal"].is_string(), "{place}"),
                "issued" => {
                    let parts = value["date-parts"][0].as_array().unwrap();
                    assert!((1..=3).contains(&parts.len()) && parts.iter().all(Value::is_u64), "{place}");
                }
                _ => panic!("{place}: {name} is no variable we write"),
            }
        }
    }
}

#[test]
fn ris_has_a_tag_on_every_line() {
    let library = Library::bundled();
    for (_, place, text) in written(&library, Style::Ris) {
        let lines: Vec<&str> = text.lines().collect();
        assert!(matches!(lines[0], "TY  - STAT" | "TY  - CASE" | "TY  - GEN"), "{place}");
        assert!(text.ends_with("\nER  - "), "{place}");
        for line in &lines {
            let (tag, value) = line.split_at(6);
            let [a, b] = [tag.as_bytes()[0], tag.as_bytes()[1]];
            assert!(a.is_ascii_uppercase() && (b.is_ascii_uppercase() || b.is_ascii_digit()), "{place}: {line}");
            assert!(tag.ends_with("  - ") && (value.is_empty() == (&tag[..2] == "ER")), "{place}: {line}");
        }
        assert_eq!(lines.iter().filter(|line| line.starts_with("TI  - ")).count(), 1, "{place}");
    }
}

#[test]
fn bibtex_braces_balance_and_nothing_starts_a_command() {
    let library = Library::bundled();
    let mut keys = std::collections::BTreeSet::new();
    let mut places = std::collections::BTreeSet::new();
    for (_, place, text) in written(&library, Style::Bibtex) {
        let mut depth = 0_i32;
        let mut before = ' ';
        for c in text.chars() {
            match c {
                _ if before == '\\' => {}
                '{' => depth += 1,
                '}' => depth -= 1,
                '%' | '&' | '#' | '$' | '_' => panic!("{place}: {c} is not escaped: {text}"),
                _ => {}
            }
            assert!(depth >= 0, "{text}");
            before = c;
        }
        assert_eq!(depth, 0, "{text}");
        let (kind, rest) = text.split_once('{').unwrap();
        assert!(["@legislation", "@jurisdiction", "@misc"].contains(&kind), "{place}");
        let key = rest.split(',').next().unwrap();
        assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || "-:.".contains(c)), "{key}");
        keys.insert(key.to_owned());
        places.insert(place);
    }
    assert_eq!(keys.len(), places.len(), "two places share a key");
}
