//! One engine in a process of its own, so that its memory is its own: builds over the articles that come in, answers, says what it took.

use std::collections::HashSet;
use std::hint::black_box;
use std::io::BufRead;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use wanghu_core::index::Entry;

use crate::articles::{self, Article, Asked};
use crate::clock::{at, timed};
use crate::engines::Kind;

/// Answers asked for: a page of hits, and enough to measure nDCG@10.
const DEPTH: usize = 20;

/// What one engine took.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Took {
    pub(crate) articles: usize,
    /// Bytes of the articles' own text.
    pub(crate) text_bytes: usize,
    /// Seconds, without those in which the articles were waited for.
    pub(crate) build_s: f64,
    pub(crate) index_bytes: usize,
    /// Bytes in memory when everything was answered, and the most there ever were; where the system tells.
    pub(crate) resident_bytes: Option<usize>,
    pub(crate) peak_bytes: Option<usize>,
    /// Questions that were timed.
    pub(crate) questions: usize,
    pub(crate) p50_ms: f64,
    pub(crate) p99_ms: f64,
    /// The answers to each question, by number of article.
    pub(crate) answers: Vec<(String, Vec<(u32, f64)>)>,
}

/// Builds over the articles of the standard input, one a line, and asks one in `every` of the questions in a file, twice: the second
/// time counts.
pub(crate) fn measure(kind: &Kind, questions: &Path, every: usize) -> Took {
    let mut kept = Kept::default();
    let (mut articles, mut text_bytes, mut waited) = (0, 0, Duration::ZERO);
    let mut lines = std::io::stdin().lock().lines();
    let mut entries = std::iter::from_fn(|| {
        let start = Instant::now();
        let article: Article = serde_json::from_str(&lines.next()?.unwrap()).unwrap();
        let Entry { title, chapter, words, .. } = article.entry();
        let entry = Entry {
            title: kept.text(title),
            chapter: kept.text(chapter),
            words: words.into_owned().into(),
            ..Entry::default()
        };
        articles += 1;
        text_bytes += article.text.len();
        waited += start.elapsed();
        Some(entry)
    });
    let start = Instant::now();
    let engine = kind.build(&mut entries);
    let build = start.elapsed();
    let asked: Vec<Asked> = articles::lines(questions);
    let asked: Vec<&Asked> = asked.iter().step_by(every).collect();
    let answer = |question: &Asked| engine.answer(&question.text, DEPTH);
    let answers = asked.iter().map(|question| (question.id.clone(), answer(question))).collect();
    let mut times: Vec<Duration> = asked.iter().map(|question| timed(|| drop(black_box(answer(question))))).collect();
    times.sort_unstable();
    // Before the size is asked for, which may look at a copy of the index.
    let memory = ["VmRSS", "VmHWM"].map(|name| memory("/proc/self/status", name));
    let ms = |percent| at(&times, percent).as_secs_f64() * 1e3;
    Took {
        articles,
        text_bytes,
        build_s: build.saturating_sub(waited).as_secs_f64(),
        index_bytes: engine.bytes(),
        resident_bytes: memory[0],
        peak_bytes: memory[1],
        questions: times.len(),
        p50_ms: ms(50),
        p99_ms: ms(99),
        answers,
    }
}

/// A figure of a file of the system, in bytes; `None` where there is no such file.
pub(crate) fn memory(file: &str, name: &str) -> Option<usize> {
    let told = std::fs::read_to_string(file).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    line.trim().strip_suffix(" kB")?.parse().ok().map(|kilo: usize| kilo << 10)
}

/// Titles and headings, which many articles share; an index asks for them to live as long as it is built.
#[derive(Default)]
struct Kept(HashSet<&'static str>);

impl Kept {
    fn text(&mut self, text: &str) -> &'static str {
        if let Some(known) = self.0.get(text) {
            return known;
        }
        let kept: &'static str = text.to_owned().leak();
        self.0.insert(kept);
        kept
    }
}
