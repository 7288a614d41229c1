//! The reader's own library: what was acknowledged is there, what is damaged is told, nothing is lost in silence.

mod crash;
mod damage;
mod disk;
mod formats;
mod model;
mod writers;

use std::collections::BTreeMap;
use std::path::Path;

use wanghu_core::model::DocumentId;
use wanghu_core::own::{Facts, Key, Notice, Record, Store, Verified, Writer};
use wanghu_core::paths::Paths;

/// What a library holds, as a plain map: facts, text.
type Model = BTreeMap<Key, (Facts, String)>;

/// Numbers that follow from a seed (splitmix64), so that a failing run can be had again.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }
}

fn open(folder: &Path) -> (Store, Vec<Notice>) {
    Store::open(&Paths::under(folder)).unwrap()
}

fn database(folder: &Path) -> std::path::PathBuf {
    folder.join("data/library.db")
}

fn id(text: &str) -> DocumentId {
    text.parse().unwrap()
}

fn key(number: u64, version: &str) -> Key {
    Key::new(id(&format!("library-card-rules-{number}")), version)
}

/// An invented regulation: about `size` bytes of text that differs with `wording`.
fn record(key: &Key, wording: u64, size: usize) -> Record {
    let line = format!("借书证办理规则 第{wording}版：持证人应当爱护图书，逾期归还的按日登记。\"引号\" 𠮷 ");
    let text = line.repeat(size / line.len() + 1);
    Record {
        key: key.clone(),
        facts: Facts {
            title: format!("{}号借书证管理规则", key.id),
            short_title: "借书证规则".to_owned(),
            kind: "administrative-regulation".to_owned(),
            issuing_body: "某市图书馆".to_owned(),
            document_number: format!("图书馆令第{wording}号"),
            promulgated_on: Some("2020-01-02".to_owned()),
            amended_on: None,
            effective_on: Some("2020-03-01".to_owned()),
            status: "in-force".to_owned(),
            lang: "zh".to_owned(),
            articles: 7,
            characters: u32::try_from(text.chars().count()).unwrap(),
            source_name: "规则.docx".to_owned(),
            format: "docx".to_owned(),
            encoding: "utf-8".to_owned(),
            remarks: "[]".to_owned(),
            repairs: "[]".to_owned(),
            doubts: "[\"第三条的编号\"]".to_owned(),
            verified: Verified { matched: 5, differing: 1, unknown: 1 },
            imported_at: "2026-01-02T03:04:05Z".to_owned(),
            pack: None,
        },
        body: serde_json::json!({ "text": text }).to_string(),
    }
}

/// Everything in the library. Fails when anything in it is not what was written.
fn contents(store: &Store) -> Model {
    let entries = store.entries().unwrap().into_iter();
    entries
        .map(|entry| {
            let body = store.body(&entry.key).unwrap().unwrap();
            (entry.key, (entry.facts, body))
        })
        .collect()
}

fn put_in(model: &mut Model, records: &[Record]) {
    for record in records {
        model.insert(record.key.clone(), (record.facts.clone(), record.body.clone()));
    }
}

fn writer(store: &Store) -> Writer {
    store.writer("a test").unwrap()
}

/// Runs a test of this binary as a process of its own, which finds `value` in [`CHILD`].
fn child(test: &str, value: &str) -> std::process::Command {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture", "--test-threads=1"]).env(CHILD, value);
    command
}

/// What a process was started for; absent in an ordinary run.
const CHILD: &str = "WANGHU_TEST_CHILD";

fn asked() -> Option<String> {
    std::env::var(CHILD).ok()
}

/// Rounds of a long loop: a slice by default, all of it where `WANGHU_LONG` is set.
fn rounds(slice: u64, all: u64) -> u64 {
    if std::env::var_os("WANGHU_LONG").is_some() { all } else { slice }
}

#[test]
fn a_missing_library_is_empty_and_reading_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (store, notices) = open(folder.path());
    assert!(notices.is_empty() && store.entries().unwrap().is_empty() && store.hashes().unwrap().is_empty());
    assert!(store.body(&key(1, "")).unwrap().is_none() && store.check().unwrap().is_none());
    assert!(store.reports().unwrap().is_empty() && store.repair().unwrap().is_none());
    assert!(!folder.path().join("data").exists());
}

#[test]
fn a_library_that_is_made_later_is_seen_by_whoever_had_it_open() {
    let folder = tempfile::tempdir().unwrap();
    let (early, _) = open(folder.path());
    let (other, _) = open(folder.path());
    writer(&other).put(&[record(&key(1, "2020-03-01"), 1, 100)]).unwrap();
    assert_eq!(contents(&early).len(), 1);
    writer(&early).remove(&key(1, "").id, None).unwrap();
    assert_eq!(contents(&other).len(), 0);
}
