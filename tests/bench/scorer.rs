//! The benchmark's own scorer, and the runs that it reads.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What the scorer measures, as it calls it.
pub(crate) const MEASURES: [&str; 4] = ["ndcg@10", "mrr@10", "recall@10", "recall@100"];

/// Adds the answers to one question to a TREC run, best first: the name of an article and its score.
pub(crate) fn write(run: &mut String, question: &str, answers: impl Iterator<Item = (String, f64)>) {
    for ((article, score), place) in answers.zip(1..) {
        writeln!(run, "{question} Q0 {article} {place} {score:.6} wanghu").unwrap();
    }
}

/// What the scorer says of the run of `questions` (`test`, `dev`), as JSON. `extra` are options: `--base RUN`, `--only FILE`.
pub(crate) fn score(folder: &Path, questions: &str, run: &Path, extra: &[&Path]) -> Value {
    let python = if cfg!(windows) { "python" } else { "python3" };
    let mut command = Command::new(python);
    command.arg(folder.join("score.py")).arg(folder.join(format!("qrels.{questions}.txt"))).arg(run).args(extra);
    let output = command.output().unwrap_or_else(|problem| panic!("{python} is needed to score: {problem}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    serde_json::from_str(said.lines().next().unwrap_or_default()).unwrap()
}

/// A share as tables have it: .490.
pub(crate) fn share(value: &Value) -> String {
    value.as_f64().map_or_else(|| "–".to_owned(), |value| format!("{value:.3}").replacen("0.", ".", 1))
}
