//! Figures of the core, each beside a peer measured in the same run: `cargo xtask bench`.
//!
//! The queries are the labelled ones (`tests/fixtures/queries.tsv`), the texts the bundled corpus. Peers
//! (`engines`): SQLite FTS5 with its trigram tokenizer, asked for any trigram of the query and ranked by bm25 (`LIKE` where a query is
//! shorter than three characters, which trigrams cannot answer), and a plain scan that counts the query's pairs of characters in
//! every text.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod clock;
mod engines;

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use clock::{at, timed};
use engines::{Engine, Kind};
use serde_json::{Value, json};
use wanghu_core::corpus::Bundle;
use wanghu_core::index::{self, Entry, Opened};
use wanghu_core::library::Library;
use wanghu_core::model::Lang;
use wanghu_core::search::{Knowledge, Question, search};
use wanghu_core::text::fold;

/// How often each query is asked; the first round warms up and is not counted.
const ROUNDS: usize = 6;

/// Hits asked for, everywhere.
const LIMIT: usize = 20;

/// How often something is built.
const BUILDS: usize = 7;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let source = std::fs::read_to_string(root.join("tests/fixtures/queries.tsv")).unwrap();
    let queries: Vec<&str> = source
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .filter(|q| !q.is_empty())
        .collect();

    let library = Library::bundled();
    let texts = texts(&library);
    let opened = index::build(&library).unwrap();
    let [(fts_name, fts), (scan_name, scan)] = ["trigram", "scan"].map(|name| peer(name, &texts));
    let knowledge = Knowledge::default();
    knowledge.warm_up(&library);

    let ours = times(&queries, |query| ours(&library, &opened, &knowledge, query));
    let trigrams = times(&queries, |query| asked(fts.as_ref(), query));
    let scan = times(&queries, |query| asked(scan.as_ref(), query));

    let building = median((0..BUILDS).map(|_| timed(|| drop(black_box(index::build(&library))))).collect());
    let building_fts = median((0..BUILDS).map(|_| timed(|| drop(black_box(peer("trigram", &texts))))).collect());
    let folder = tempfile::tempdir().unwrap();
    let name = index::fingerprint(Bundle::embedded().digest());
    index::save(&library, &opened, folder.path(), &name).unwrap();
    let opening = median(
        (0..BUILDS * 3).map(|_| timed(|| drop(black_box(index::load(&library, folder.path(), &name))))).collect(),
    );
    let reading = median((0..BUILDS * 3).map(|_| timed(|| drop(black_box(Library::bundled())))).collect());
    let bytes: usize = texts.iter().map(String::len).sum();
    let own = opened.index.size().unwrap();

    let figures = [
        figure("query p50", at(&ours, 50), (fts_name, at(&trigrams, 50))),
        figure("query p99", at(&ours, 99), (fts_name, at(&trigrams, 99))),
        figure("query p50", at(&ours, 50), (scan_name, at(&scan, 50))),
        figure("query p99", at(&ours, 99), (scan_name, at(&scan, 99))),
        figure("index build", building, (fts_name, building_fts)),
        figure("index open, every byte verified", opening, ("index build", building)),
        figure("texts parsed", reading, ("index build", building)),
        size(own, ("text", bytes)),
        size(own, (fts_name, fts.bytes())),
    ];
    println!("{} queries × {} rounds, {} units, {} kB of text", queries.len(), ROUNDS - 1, texts.len(), bytes / 1000);
    for figure in &figures {
        println!(
            "{}: {} {} against {} ({}): × {}",
            figure["name"], figure["ours"], figure["unit"], figure["peer"], figure["peer_name"], figure["ratio"]
        );
    }
    if let Some(path) = std::env::var_os("WANGHU_FIGURES") {
        std::fs::write(path, serde_json::to_string_pretty(&json!({ "figures": figures })).unwrap()).unwrap();
    }
}

/// Every unit as one text, folded like the program does it: the peers start from the same.
fn texts(library: &Library) -> Vec<String> {
    let documents = library.works().iter().flat_map(|work| work.texts());
    let units = documents.flat_map(|text| {
        text.passages().map(|passage| {
            let lines: Vec<&str> = passage.lines(&text.meta.id).map(|(_, line)| line.text.as_str()).collect();
            fold::deep(&format!("{} {} {}", text.meta.short_title, passage.heading, lines.join(" "))).text()
        })
    });
    units.collect()
}

fn ours(library: &Library, opened: &Opened, knowledge: &Knowledge, query: &str) -> usize {
    let question = Question { query, widen: true, kinds: &[], limit: LIMIT, lang: Lang::Zh, near: None };
    search(library, opened, knowledge, &question).unwrap().hits.len()
}

/// A peer, and what it is called.
fn peer(name: &str, texts: &[String]) -> (&'static str, Box<dyn Engine>) {
    let kind = Kind::named(name).unwrap();
    let mut entries = texts.iter().map(|text| Entry { words: text.into(), ..Entry::default() });
    (kind.what, kind.build(&mut entries))
}

/// Asks a peer for a query folded like its texts.
fn asked(peer: &dyn Engine, query: &str) -> usize {
    peer.answer(&fold::deep(query).text(), LIMIT).len()
}

/// All times of all rounds but the first, sorted.
fn times(queries: &[&str], answer: impl Fn(&str) -> usize) -> Vec<Duration> {
    let mut times = Vec::with_capacity(queries.len() * ROUNDS);
    for round in 0..ROUNDS {
        for query in queries {
            let time = timed(|| {
                black_box(answer(query));
            });
            if round > 0 {
                times.push(time);
            }
        }
    }
    times.sort_unstable();
    times
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    at(&times, 50)
}

fn figure(name: &str, ours: Duration, (peer_name, peer): (&str, Duration)) -> Value {
    let ms = |time: Duration| round(time.as_secs_f64() * 1e3);
    let ratio = round(ours.as_secs_f64() / peer.as_secs_f64());
    json!({ "name": name, "ours": ms(ours), "unit": "ms", "peer_name": peer_name, "peer": ms(peer), "ratio": ratio, "goal": "", "note": "" })
}

fn size(ours: usize, (peer_name, peer): (&str, usize)) -> Value {
    let kilo = |bytes: usize| round(bytes as f64 / 1e3);
    let ratio = round(ours as f64 / peer as f64);
    json!({
        "name": "index size", "ours": kilo(ours), "unit": "kB", "peer_name": peer_name, "peer": kilo(peer), "ratio": ratio, "goal": "",
        "note": "",
    })
}

/// Three digits are as many as one run deserves.
fn round(value: f64) -> f64 {
    (value * 1e3).round() / 1e3
}
