//! Hostile corpus files: whatever they contain stays text, and is complained about. The window's side of it is in
//! `tests/e2e`.

use wanghu_core::corpus::{Bundle, File};
use wanghu_core::library::Library;
use wanghu_core::view;

use crate::support::root;

fn bundle() -> Bundle {
    let folder = root().join("tests/fixtures/hostile");
    Bundle::from_folder(&folder).unwrap()
}

#[test]
fn every_payload_survives_as_text() {
    let bundle = bundle();
    assert!(!bundle.files.is_empty());
    for File { path, text } in &bundle.files {
        let corpus = Bundle { files: vec![File { path: path.clone(), text: text.clone() }] }.parse();
        let library = Library::of(corpus);
        let work = &library.works()[0];
        let view = serde_json::to_value(view::document(&library, work.id()).unwrap()).unwrap();
        let shown: String = strings(&view).concat();
        let squeeze = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for line in text.lines().skip_while(|line| !line.starts_with('#')).filter(|line| line.contains("CANARY")) {
            // Marks and numbers of the format are not text; 第一章 and 第一条 travel as labels of their own.
            let line = line
                .trim_start_matches(['#', ' ', '1', '2', '3', '.'])
                .trim_start_matches("第一章")
                .trim_start_matches("第一条")
                .trim_start_matches("第二条");
            assert!(squeeze(&shown).contains(&squeeze(line)), "{path}: {line} is not shown");
        }
    }
}

#[test]
fn foreign_markup_is_complained_about() {
    let corpus = bundle().parse();
    assert!(corpus.diagnostics.len() >= 20, "{:#?}", corpus.diagnostics);
}

fn strings(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(values) => values.iter().flat_map(strings).collect(),
        serde_json::Value::Object(fields) => {
            fields.iter().filter(|(key, _)| *key != "to").flat_map(|(_, value)| strings(value)).collect()
        }
        _ => Vec::new(),
    }
}
