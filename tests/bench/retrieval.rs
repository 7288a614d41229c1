//! How well a public benchmark's questions are answered by the code that answers in the program: `cargo xtask bench retrieval`.
//!
//! Without options it prints a table of ours and its peers (`ranking.rs`). With them it makes one run: it reads articles (`{"id","law","article","chapter","text"}`) and questions (`{"id","text"}`), one JSON object a line, and
//! writes a TREC run (`question Q0 article rank score tag`). `--mode plain` leaves the trees and everyday words out;
//! `--signals` writes what the trees are grown on (`tests/retrieval/train.py`) instead of a run.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod articles;
mod clock;
mod engines;
mod ranking;
mod scorer;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use articles::{Article, Asked, lines};
use clock::{at, timed};
use wanghu_core::index::Index;
use wanghu_core::search::rank;

/// Articles written for each question.
const DEPTH: usize = 100;

fn main() -> ExitCode {
    let all: Vec<String> = std::env::args().collect();
    // cargo adds `--bench`.
    if all.iter().skip(1).all(|argument| argument == "--bench") {
        let runs = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("bench").join("retrieval");
        return match ranking::print(&runs) {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => {
                eprintln!("{problem}");
                ExitCode::FAILURE
            }
        };
    }
    let option = |name: &str| all.iter().position(|a| a == name).and_then(|at| all.get(at + 1)).cloned();
    let path = |name: &str| option(name).map(PathBuf::from);
    let plain = option("--mode").as_deref() == Some("plain");
    let (Some(corpus), Some(queries)) = (path("--corpus"), path("--queries")) else {
        eprintln!("--corpus FILE --queries FILE [--mode plain] [--out RUN] [--signals FILE]");
        return ExitCode::FAILURE;
    };
    let articles: Vec<Article> = lines(&corpus);
    let questions: Vec<Asked> = lines(&queries);

    let start = Instant::now();
    let index = Index::build(articles.iter().map(Article::entry)).unwrap();
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
        return ExitCode::SUCCESS;
    }
    let mut run = String::new();
    for question in &questions {
        let answers = answer(&index, &question.text, plain).into_iter();
        let named = answers.map(|(unit, score)| (articles[unit as usize].id.clone(), f64::from(score)));
        scorer::write(&mut run, &question.id, named);
    }
    if let Some(out) = path("--out") {
        std::fs::write(out, run).unwrap();
    }
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..3 {
        for question in &questions {
            times.push(timed(|| drop(std::hint::black_box(answer(&index, &question.text, plain)))));
        }
    }
    times.sort_unstable();
    let ms = |percent: usize| at(&times, percent).as_secs_f64() * 1e3;
    println!("p50 {:.2} ms, p90 {:.2} ms, p99 {:.2} ms, most {:.2} ms", ms(50), ms(90), ms(99), ms(100));
    ExitCode::SUCCESS
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
