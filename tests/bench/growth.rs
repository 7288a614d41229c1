//! How fast and how large ours and its peers are, and how that grows with the number of articles: `cargo xtask bench growth`.
//!
//! `--times 1,2.4,10` says how many times the benchmark's articles, `--engines full,trigram` who (all, when it is left out). Each engine works
//! in a process of its own (`child.rs`), which is given the articles one by one; waiting for them is not counted. Prints a table, and
//! writes it as JSON where `WANGHU_FIGURES` says.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod articles;
mod child;
mod clock;
mod copies;
mod engines;
mod scorer;

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use child::Took;
use copies::{Grown, Times};
use engines::Kind;
use serde_json::{Value, json};

/// Who is measured when nobody is named.
const ENGINES: &str = "plain,full,ngrams,pairs,trigram,scan";

/// Those that are measured however long they take.
const OURS: [&str; 2] = [engines::PLAIN, "full"];

/// How many times the articles when nothing is said.
const TIMES: &str = "1,2.4,10";

/// A peer that would take longer than this by what a smaller set took is left out.
const PATIENCE: Duration = Duration::from_secs(20 * 60);

/// From this many times the articles on nothing is read from beginning to end.
const NO_SCAN: usize = 100;

/// A scan is asked one in this many questions, and fewer the more there is to read.
const SCANNED: usize = 20;

/// What an engine took on one set, or why it was left out.
struct Row {
    times: Times,
    kind: &'static Kind,
    articles: usize,
    came: Result<(Took, Duration), String>,
    ndcg: Value,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let option = |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1));
    let done = match option("--child") {
        Some(name) => child(name, option("--every")),
        None => grow(option("--times"), option("--engines")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn child(name: &str, every: Option<&String>) -> Result<(), String> {
    let every = every.and_then(|every| every.parse().ok()).unwrap_or(1);
    let took = child::measure(kind(name)?, &questions(&articles::folder()?), every);
    println!("{}", serde_json::to_string(&took).unwrap());
    Ok(())
}

fn kind(name: &str) -> Result<&'static Kind, String> {
    Kind::named(name).ok_or_else(|| format!("'{name}' is none of {ENGINES}"))
}

fn questions(folder: &Path) -> PathBuf {
    folder.join("queries.dev.jsonl")
}

fn grow(times: Option<&String>, engines: Option<&String>) -> Result<(), String> {
    let folder = articles::folder()?;
    let times = times.map_or(TIMES, String::as_str).split(',').map(str::parse).collect::<Result<Vec<Times>, _>>()?;
    let kinds = engines.map_or(ENGINES, String::as_str).split(',').map(kind).collect::<Result<Vec<&Kind>, _>>()?;
    let grown = Grown::read(&folder, &times);
    let mut rows: Vec<Row> = Vec::new();
    for times in times {
        for kind in &kinds {
            let articles = grown.count(times);
            let came = hindrance(kind, times, articles, &rows).map_or_else(|| run(kind, &grown, times), Err);
            let ndcg = came.as_ref().map_or(Value::Null, |(took, _)| ndcg(&folder, &grown, took));
            let row = Row { times, kind, articles, came, ndcg };
            eprintln!("{}", row.line());
            rows.push(row);
        }
    }
    println!("{HEAD}");
    rows.iter().for_each(|row| println!("{}", row.line()));
    println!("\n{}", NOTES.trim());
    if let Some(path) = std::env::var_os("WANGHU_FIGURES") {
        let rows: Vec<Value> = rows.iter().map(Row::json).collect();
        let path = Path::new(&path);
        fs::write(path, serde_json::to_string_pretty(&json!({ "growth": rows })).unwrap())
            .map_err(|problem| format!("writing {}: {problem}", path.display()))?;
    }
    Ok(())
}

/// Why an engine is not asked: by what it took on a smaller set.
fn hindrance(kind: &Kind, times: Times, articles: usize, rows: &[Row]) -> Option<String> {
    let scans = kind.name == "scan";
    if scans && matches!(times, Times::Whole(NO_SCAN..)) {
        return Some("left out: a scan of so much says nothing new".to_owned());
    }
    let before = rows.iter().rev().filter(|row| row.kind.name == kind.name);
    let (took, whole) = before.filter_map(|row| row.came.as_ref().ok()).next()?;
    let more = articles as f64 / took.articles as f64;
    let minutes = whole.as_secs_f64() * more / 60.0;
    if minutes > PATIENCE.as_secs_f64() / 60.0 && !scans && !OURS.contains(&kind.name) {
        return Some(format!("left out: would take about {minutes:.0} minutes"));
    }
    let (needs, free) = (took.peak_bytes? as f64 * more, child::memory("/proc/meminfo", "MemAvailable")? as f64);
    (needs > free).then(|| format!("left out: needs about {:.1} GB of memory, {:.1} are free", needs / 1e9, free / 1e9))
}

/// Has one engine work on one set, in a process of its own.
fn run(kind: &Kind, grown: &Grown, times: Times) -> Result<(Took, Duration), String> {
    let start = Instant::now();
    let mut command = Command::new(std::env::current_exe().map_err(|problem| problem.to_string())?);
    command.args(["--child", kind.name]).stdin(Stdio::piped()).stdout(Stdio::piped());
    if kind.name == "scan" {
        let every = SCANNED * grown.count(times) / grown.originals.len();
        command.args(["--every", &every.to_string()]);
    }
    let mut child = command.spawn().map_err(|problem| format!("{command:?} does not start: {problem}"))?;
    let mut out = BufWriter::with_capacity(1 << 20, child.stdin.take().unwrap());
    // When the child ends early it says why itself.
    let _ = grown
        .each(times, &mut |article| {
            serde_json::to_writer(&mut out, article)?;
            out.write_all(b"\n")
        })
        .and_then(|()| out.flush());
    drop(out);
    let output = child.wait_with_output().map_err(|problem| problem.to_string())?;
    if !output.status.success() {
        return Err(format!("failed: {}", output.status));
    }
    let took = serde_json::from_slice(&output.stdout).map_err(|problem| format!("failed: {problem}"))?;
    Ok((took, start.elapsed()))
}

/// What the benchmark's scorer says of the answers to all questions; nothing when only some were asked.
fn ndcg(folder: &Path, grown: &Grown, took: &Took) -> Value {
    let mut run = String::new();
    for (question, answers) in &took.answers {
        // Copies stand behind the originals and answer nothing: any name does.
        let name = |number: u32| grown.originals.get(number as usize).map_or(number.to_string(), |one| one.id.clone());
        scorer::write(&mut run, question, answers.iter().map(|(number, score)| (name(*number), *score)));
    }
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), run).unwrap();
    let said = scorer::score(folder, "dev", file.path(), &[]);
    if said["queries"] == took.questions { said[scorer::MEASURES[0]].clone() } else { Value::Null }
}

const HEAD: &str = "\
| times | articles | engine | build, s | articles a second | index, MB | index bytes per byte of text | memory, MB | peak, MB | \
questions | p50, ms | p99, ms | nDCG@10 |
|---|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|";

const NOTES: &str = "
Memory is that of the engine's own process: when all is answered, and at its peak. Ours and tantivy hold their index in memory; SQLite's is a file,
of which 64 MiB are cached by SQLite and the rest by the system, which this column does not count. Ours includes the folded texts, the peers hold none
(FTS5 trigram keeps a copy, not counted). Building is counted without waiting for the articles. Questions are those of dev, asked once to warm up
and once for the time; a scan is asked some of them only. 2.4 times is real text (local regulations); whole numbers are copies of shuffled clauses.
";

impl Row {
    fn line(&self) -> String {
        let head = format!("| {}× | {} | {} |", self.times, self.articles, self.kind.what);
        let (took, _) = match &self.came {
            Ok(came) => came,
            Err(why) => return format!("{head} {why} | | | | | | | | | |"),
        };
        let mega =
            |bytes: Option<usize>| bytes.map_or_else(|| "–".to_owned(), |bytes| format!("{:.0}", bytes as f64 / 1e6));
        format!(
            "{head} {:.1} | {:.0} | {:.1} | {:.2} | {} | {} | {} | {:.2} | {:.2} | {} |",
            took.build_s,
            took.articles as f64 / took.build_s,
            took.index_bytes as f64 / 1e6,
            took.index_bytes as f64 / took.text_bytes as f64,
            mega(took.resident_bytes),
            mega(took.peak_bytes),
            took.questions,
            took.p50_ms,
            took.p99_ms,
            scorer::share(&self.ndcg)
        )
    }

    fn json(&self) -> Value {
        let mut value = match &self.came {
            Ok((took, whole)) => {
                let mut value = serde_json::to_value(took).unwrap();
                value["whole_s"] = whole.as_secs_f64().into();
                value
            }
            Err(why) => json!({ "why_not": why, "articles": self.articles }),
        };
        value.as_object_mut().unwrap().remove("answers");
        value["times"] = self.times.to_string().into();
        value["engine"] = self.kind.name.into();
        value["ndcg@10"] = self.ndcg.clone();
        value
    }
}
