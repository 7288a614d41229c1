//! The command line as a process: the contract other tools rely on.

use std::collections::BTreeSet;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use wanghu_core::library::Library;

use crate::support::{at, binary, root, run};

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&output.stdout)))
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn search_json_has_the_shape_of_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["search", "租号", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let answer = json(&output);
    assert_eq!(keys(&answer), ["facets", "hits", "query", "sort", "took_us", "total", "understood"].into());
    let understood = ["chips", "citation", "meant", "notes", "synonyms", "term", "terms"];
    assert_eq!(keys(&answer["understood"]), understood.into());
    let hit = &answer["hits"][0];
    let contract = ["address", "document", "heading", "kind", "label", "lang", "layer", "score", "snippet"];
    assert_eq!(keys(hit), contract.into_iter().chain(["chapter", "date", "why"]).collect());
    assert_eq!(keys(&hit["snippet"][0]), ["hit", "text"].into());
    assert_eq!(hit["address"], at("46"));
    assert_eq!(
        (&hit["kind"], &hit["layer"], &hit["lang"], &hit["label"]),
        (&"administrative-regulation".into(), &"restatement".into(), &"zh".into(), &"第四十六条".into())
    );
    assert_eq!(answer["understood"]["synonyms"], serde_json::json!(["游戏账号租售"]));
}

#[test]
fn the_query_may_be_several_arguments_and_the_first_hit_is_right() {
    let folder = tempfile::tempdir().unwrap();
    for query in
        [&["游戏账号租售"][..], &["租号"], &["game", "account", "rental"], &["遊戲帳號出租"], &["条例第46条第2款"]]
    {
        let answer = json(&run(folder.path(), &[&["search", "--json"], query].concat()));
        assert_eq!(answer["hits"][0]["address"], at("46"), "{query:?}");
    }
}

#[test]
fn kinds_and_limits_narrow_a_search() {
    let folder = tempfile::tempdir().unwrap();
    let count = |arguments: &[&str]| {
        json(&run(folder.path(), &[&["search", "网络", "--json"], arguments].concat()))["hits"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(count(&["--limit", "3"]), 3);
    assert!(count(&["--kind", "administrative-regulation"]) > 0);
    assert!(count(&["--kind", "guiding-case"]) > 0);
    assert_eq!(run(folder.path(), &["search", "网络", "--kind", "song"]).status.code(), Some(2));
}

#[test]
fn show_json_carries_both_layers_with_every_amount() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["show", &at("54"), "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let view = json(&output);
    assert_eq!(
        keys(&view),
        [
            "address",
            "case",
            "chapter",
            "cited_by",
            "document",
            "duties",
            "evidence",
            "heading",
            "label",
            "neighbours",
            "references",
            "sections",
            "status",
            "terms",
            "texts",
            "topics",
        ]
        .into()
    );
    assert_eq!(keys(&view["texts"][0]), ["lang", "layer", "paragraphs", "verified"].into());
    assert_eq!(keys(&view["texts"][0]["paragraphs"][0]), ["evidence", "items", "text"].into());
    assert_eq!(
        (&view["chapter"], &view["status"], &view["label"]),
        (&"第六章 法律责任".into(), &"in-force".into(), &"第五十四条".into())
    );
    let words = |layer: &str| {
        let text = view["texts"].as_array().unwrap().iter().find(|text| text["layer"] == layer).unwrap();
        assert_eq!(text["verified"], false);
        text["paragraphs"].to_string()
    };
    for amount in ["100万元", "1万元", "10万元", "5000万元", "百分之五"] {
        assert!(words("restatement").contains(amount), "{amount}");
    }
    for amount in ["1,000,000", "10,000", "100,000", "50,000,000", "5 percent"] {
        assert!(words("rendering").contains(amount), "{amount}");
    }
    let places: Vec<&str> =
        view["references"].as_array().unwrap().iter().map(|r| r["address"].as_str().unwrap()).collect();
    assert_eq!(places, [at("20.1"), at("20.1.1"), at("20.1.5")]);
    for place in places {
        assert_eq!(run(folder.path(), &["show", place, "--json"]).status.code(), Some(0), "{place}");
    }
}

#[test]
fn show_understands_citations_and_parts() {
    let folder = tempfile::tempdir().unwrap();
    for (asked, address, label) in [
        ("条例第二十条第一款第三项", "20.1.3", "第二十条第一款第（三）项"),
        ("Regulations art. 46(2)", "46.2", "第四十六条第二款"),
        ("46", "46", "第四十六条"),
    ] {
        let view = json(&run(folder.path(), &["show", asked, "--json"]));
        assert_eq!((&view["address"], &view["label"]), (&at(address).into(), &label.into()), "{asked}");
    }
    let view = json(&run(folder.path(), &["--lang", "en", "show", "46.2", "--json"]));
    assert_eq!(
        (&view["label"], &view["chapter"]),
        (&"Article 46(2)".into(), &"Chapter V Prevention and Treatment of Internet Addiction".into())
    );
    assert_eq!(view["texts"][0]["paragraphs"].as_array().unwrap().len(), 1);
    let citing: Vec<&str> = view["cited_by"].as_array().unwrap().iter().filter_map(|a| a.as_str()).collect();
    assert!(citing.contains(&at("56").as_str()) && citing.contains(&"spp-204"), "{citing:?}");
}

/// The whole of a case: every section in both languages, its facts, what it refers to and who refers to it.
#[test]
fn show_json_carries_a_whole_case() {
    let folder = tempfile::tempdir().unwrap();
    let view = json(&run(folder.path(), &["show", "spp-43", "--json"]));
    let sections: Vec<&str> =
        view["sections"].as_array().unwrap().iter().map(|s| s["address"].as_str().unwrap()).collect();
    for key in ["keywords", "holding", "facts", "outcome", "significance", "provisions", "campus", "sources"] {
        assert!(sections.contains(&format!("spp-43/{key}").as_str()), "{key} is missing in {sections:?}");
    }
    for section in view["sections"].as_array().unwrap() {
        let langs: Vec<&str> =
            section["texts"].as_array().unwrap().iter().map(|t| t["lang"].as_str().unwrap()).collect();
        assert_eq!(langs, ["zh", "en"], "{}", section["address"]);
    }
    let to: Vec<&str> = view["references"].as_array().unwrap().iter().filter_map(|r| r["address"].as_str()).collect();
    assert!(to.contains(&"criminal-law/237"), "{to:?}");
    let citing: Vec<&str> = view["cited_by"].as_array().unwrap().iter().filter_map(|a| a.as_str()).collect();
    assert!(citing.contains(&"spp-200"), "{citing:?}");
    assert_eq!((&view["case"]["batch"], &view["case"]["internet"]), (&11.into(), &"yes".into()));
}

/// Duties lead to their penalties with every band and both tiers.
#[test]
fn duties_json_leads_from_a_duty_to_what_it_costs() {
    let folder = tempfile::tempdir().unwrap();
    let of = |article: &str| json(&run(folder.path(), &["duties", "--article", article, "--json"]));
    let measures = |duties: &serde_json::Value, clause: &str| -> Vec<serde_json::Value> {
        let penalties = duties.as_array().unwrap().iter().flat_map(|d| d["penalties"].as_array().unwrap());
        let mut found: Vec<serde_json::Value> = penalties
            .filter(|p| p["address"].as_str().unwrap().starts_with(clause))
            .flat_map(|p| p["measures"].as_array().unwrap().clone())
            .collect();
        found.dedup();
        found
    };
    let has = |measures: &[serde_json::Value], tier: u8, kind: &str, min: Option<u64>, max: Option<u64>, on: &str| {
        let wanted = serde_json::json!([tier, kind, min, max, on]);
        measures.iter().any(|m| serde_json::json!([m["tier"], m["kind"], m["min"], m["max"], m["on"]]) == wanted)
    };
    let duties = of("31");
    assert_eq!(
        keys(&duties[0]),
        ["actor", "actor_name", "address", "authorities", "duty", "label", "penalties"].into()
    );
    let found = measures(&duties, &at("56"));
    assert!(has(&found, 1, "fine", Some(1), Some(10), "organisation"), "{found:#?}");
    assert!(has(&found, 1, "fine", Some(100_000), Some(1_000_000), "organisation"), "{found:#?}");
    assert!(has(&found, 1, "fine", Some(10_000), Some(100_000), "person-in-charge"), "{found:#?}");
    assert!(found.iter().any(|m| m["tier"] == 2 && m["kind"] == "suspend-business"), "{found:#?}");
    let found = measures(&of("20"), &at("54"));
    assert!(has(&found, 2, "fine", None, Some(50_000_000), "organisation"), "{found:#?}");
    assert!(found.iter().any(|m| m["unit"] == "percent-turnover" && m["max"] == 5), "{found:#?}");
    assert!(has(&found, 1, "confiscation", None, None, "organisation"), "{found:#?}");
}

#[test]
fn exit_statuses_tell_what_happened() {
    let folder = tempfile::tempdir().unwrap();
    let missing = root().join("no-such-folder");
    for (arguments, status) in [
        (&["search", "游戏"][..], 0),
        (&["search", "龘龘龘"], 1),
        (&["show", "46"], 0),
        (&["show", "第九十九条"], 1),
        (&["show", "minors-online-protection/46.9"], 1),
        (&["show", "minors-online-protection"], 0),
        (&["show", "spp-43"], 0),
        (&["show", "检例第43号"], 0),
        (&["show", "spp-9999"], 1),
        (&["duties", "--article", "31"], 0),
        (&["duties", "--actor", "game", "--csv"], 0),
        (&["duties", "--article", "2"], 1),
        (&["duties", "--actor", "pirate"], 2),
        (&["duties", "--json", "--csv"], 2),
        (&["show"], 2),
        (&["sing"], 2),
        (&["search", "x", "--lang", "fr"], 2),
        (&["check"], 0),
        (&["check", missing.to_str().unwrap()], 3),
        (&["doctor"], 0),
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        if status != 0 && arguments[0] != "search" {
            assert!(!output.stderr.is_empty(), "{arguments:?} failed without a word");
        }
    }
}

#[test]
fn messages_exist_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let error = |lang| String::from_utf8(run(folder.path(), &["--lang", lang, "show", "第九十九条"]).stderr).unwrap();
    assert!(error("zh").contains("没有找到") && error("en").contains("Not found"));
}

#[test]
fn checking_a_folder_names_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = tempfile::tempdir().unwrap();
    let regulations = corpus.path().join("regulations");
    std::fs::create_dir(&regulations).unwrap();
    for name in ["minors-online-protection.zh.md", "minors-online-protection.en.md"] {
        let text = std::fs::read_to_string(root().join("corpus/regulations").join(name)).unwrap();
        std::fs::write(
            regulations.join(name),
            text.replace("第二十条第一款第五项", "第二十条第一款第七项")
                .replace("### 第四十七条", "### 第四十八条")
                .replace("第一项和第五项", "第一项和第九项"),
        )
        .unwrap();
    }
    let output = run(folder.path(), &["check", corpus.path().to_str().unwrap(), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let checked = json(&output);
    let complaints = checked["diagnostics"].as_array().unwrap();
    for part in ["article 48 follows article 46", "leads nowhere", "minors-online-protection/47 is missing"] {
        let found = complaints.iter().find(|c| c["message"].as_str().unwrap().contains(part));
        assert!(
            found.is_some_and(|c| c["file"].as_str().unwrap().starts_with("regulations/")),
            "{part}: {complaints:#?}"
        );
    }
}

#[test]
fn doctor_says_where_things_are() {
    let folder = tempfile::tempdir().unwrap();
    let health = json(&run(folder.path(), &["doctor", "--json"]));
    assert_eq!(
        (&health["index_state"], &health["documents"]),
        (&"ready".into(), &serde_json::json!(Library::bundled().works().len()))
    );
    let library = Library::bundled();
    let units: usize = library.works().iter().flat_map(|w| w.texts()).map(|text| text.passages().count()).sum();
    assert_eq!(health["units"], units);
    assert!(health["cache"].as_str().unwrap().starts_with(folder.path().to_str().unwrap()));
}

#[test]
fn a_reader_who_stops_reading_is_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(binary())
        .args(["--data-dir", folder.path().to_str().unwrap(), "search", "网络", "--limit", "60", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{output:?}");
}
