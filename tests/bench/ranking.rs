//! How well ours and its peers rank, as one table: what `cargo xtask bench retrieval` prints.

use std::fs;
use std::path::{Path, PathBuf};

use crate::articles::{self, Article, Asked};
use crate::engines::{Kind, PLAIN};
use crate::scorer::{self, MEASURES};

/// Articles written for each question.
const DEPTH: usize = 100;

/// Who answers, the one that the others are compared with first. A scan of all texts for half a thousand questions takes too long.
const ENGINES: [&str; 5] = [PLAIN, "full", "ngrams", "pairs", "trigram"];

/// Which questions are told of, which of their parts, and what they are.
const PARTS: [(&str, Option<&str>, &str); 3] = [
    ("test", None, "test"),
    ("test", Some("novel.test.txt"), "test, no answer shared with dev"),
    ("dev", None, "dev (the trees are grown on it)"),
];

/// Answers all questions, has the answers scored, prints the table. Runs are left in `runs`.
pub(crate) fn print(runs: &Path) -> Result<(), String> {
    let folder = articles::folder()?;
    fs::create_dir_all(runs).map_err(|problem| format!("making {}: {problem}", runs.display()))?;
    let articles: Vec<Article> = articles::lines(&folder.join(articles::MAIN));
    eprintln!("{} articles", articles.len());
    let run = |name: &str, questions: &str| runs.join(format!("{questions}.{name}.run"));
    for name in ENGINES {
        answer(&folder, &articles, name, |questions| run(name, questions));
    }
    println!("| questions | order | nDCG@10 | MRR@10 | Recall@10 | Recall@100 | nDCG@10 against plain |");
    println!("|---|---|---|---|---|---|---|");
    for (questions, part, called) in PARTS {
        for name in ENGINES {
            let base = run(PLAIN, questions);
            let part = part.map(|part| folder.join(part));
            let only = part.iter().flat_map(|part| [Path::new("--only"), part]);
            let options: Vec<&Path> = [Path::new("--base"), &base].into_iter().chain(only).collect();
            let said = scorer::score(&folder, questions, &run(name, questions), &options);
            let measured: Vec<String> = MEASURES.iter().map(|measure| scorer::share(&said[*measure])).collect();
            let against = match (name, said["delta_ndcg@10"].as_f64(), said["delta_ndcg@10_p"].as_f64()) {
                (PLAIN, ..) | (_, None, _) | (_, _, None) => String::new(),
                // The scorer draws 2,000 samples: it cannot tell less than that from nothing.
                (_, Some(delta), Some(p)) => {
                    let p =
                        if p < 0.001 { "p < .001".to_owned() } else { format!("p = {p:.3}").replacen("0.", ".", 1) };
                    format!("{} ({p})", format!("{delta:+.3}").replacen("0.", ".", 1))
                }
            };
            let what = Kind::named(name).map_or("", |kind| kind.what);
            println!("| {called} ({}) | {what} | {} | {against} |", said["queries"], measured.join(" | "));
        }
    }
    eprintln!("The runs are in {}.", runs.display());
    Ok(())
}

/// Builds one engine and writes its answers to all questions.
fn answer(folder: &Path, articles: &[Article], name: &str, path: impl Fn(&str) -> PathBuf) {
    let kind = Kind::named(name).unwrap();
    let engine = kind.build(&mut articles.iter().map(Article::entry));
    eprintln!("{name}: an index of {:.1} MB", engine.bytes() as f64 / 1e6);
    for questions in ["dev", "test"] {
        let asked: Vec<Asked> = articles::lines(&folder.join(format!("queries.{questions}.jsonl")));
        let mut run = String::new();
        for question in asked {
            let answers = engine.answer(&question.text, DEPTH).into_iter();
            let named = answers.map(|(number, score)| (articles[number as usize].id.clone(), score));
            scorer::write(&mut run, &question.id, named);
        }
        fs::write(path(questions), run).unwrap();
    }
}
