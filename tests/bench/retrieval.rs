//! A run over a retrieval benchmark, by the code that answers in the program: `cargo xtask bench retrieval`.
//!
//! Reads articles (`{"id","law","article","chapter","text"}`) and questions (`{"id","text"}`), one JSON object a line, and
//! writes a TREC run (`question Q0 article rank score tag`). `--mode plain` leaves the trees and everyday words out;
//! `--signals` writes what the trees are grown on (`tests/retrieval/train.py`) instead of a run.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::fmt::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde::Deserialize;
use wanghu_core::index::{Entry, Index};
use wanghu_core::search::rank;

/// Articles written for each question.
const DEPTH: usize = 100;

#[derive(Deserialize)]
struct Article {
    id: String,
    law: String,
    chapter: String,
    text: String,
}

#[derive(Deserialize)]
struct Asked {
    id: String,
    text: String,
}

fn main() {
    let option = |name: &str| {
        let all: Vec<String> = std::env::args().collect();
        all.iter().position(|a| a == name).and_then(|at| all.get(at + 1)).cloned()
    };
    let path = |name: &str| option(name).map(PathBuf::from);
    let plain = option("--mode").as_deref() == Some("plain");
    let (Some(corpus), Some(queries)) = (path("--corpus"), path("--queries")) else {
        println!("--corpus FILE --queries FILE [--mode plain] [--out RUN] [--signals FILE]");
        return;
    };
    let articles: Vec<Article> = lines(&corpus);
    let questions: Vec<Asked> = lines(&queries);

    let start = Instant::now();
    let index = Index::build(articles.iter().map(entry)).unwrap();
    let built = start.elapsed();
    let text: usize = articles.iter().map(|article| article.text.len()).sum();
    println!(
        "{} articles in {:.1} s, {:.2} bytes of index for each byte of text",
        articles.len(),
        built.as_secs_f64(),
        index.size().unwrap() as f64 / text as f64
    );

    if let Some(out) = path("--signals") {
        std::fs::write(out, signals(&index, &questions)).unwrap();
        return;
    }
    let mut run = String::new();
    for question in &questions {
        for (place, (unit, score)) in answer(&index, &question.text, plain).into_iter().enumerate() {
            let id = &articles[unit as usize].id;
            writeln!(run, "{} Q0 {id} {} {score:.6} wanghu", question.id, place + 1).unwrap();
        }
    }
    if let Some(out) = path("--out") {
        std::fs::write(out, run).unwrap();
    }
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..3 {
        for question in &questions {
            let start = Instant::now();
            std::hint::black_box(answer(&index, &question.text, plain));
            times.push(start.elapsed());
        }
    }
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)].as_secs_f64() * 1e3;
    println!("p50 {:.2} ms, p90 {:.2} ms, p99 {:.2} ms, most {:.2} ms", at(50), at(90), at(99), at(100));
}

fn answer(index: &Index, question: &str, plain: bool) -> Vec<(u32, f32)> {
    if plain { rank::plain(index, question, DEPTH).unwrap() } else { rank::full(index, question, DEPTH).unwrap() }
}

/// The number of signals; then for each candidate of each question the number of the question, the number of the article, and its
/// signals. Little-endian, four bytes each.
fn signals(index: &Index, questions: &[Asked]) -> Vec<u8> {
    let mut bytes = u32::try_from(rank::SIGNALS).unwrap().to_le_bytes().to_vec();
    for (number, question) in questions.iter().enumerate() {
        for candidate in rank::signals(index, &question.text).unwrap() {
            bytes.extend(u32::try_from(number).unwrap().to_le_bytes());
            bytes.extend(candidate.unit.to_le_bytes());
            bytes.extend(candidate.signals.iter().flat_map(|signal| signal.to_le_bytes()));
        }
    }
    bytes
}

fn entry(article: &Article) -> Entry<'_> {
    let short = article.law.trim_start_matches("中华人民共和国");
    Entry { title: short, chapter: &article.chapter, words: article.text.as_str().into(), ..Entry::default() }
}

fn lines<T: for<'a> Deserialize<'a>>(path: &std::path::Path) -> Vec<T> {
    let source = std::fs::read_to_string(path).unwrap();
    source.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
