//! The articles and questions of a public retrieval benchmark, which lie beside the checkout: its README says what they are.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use ruzstd::decoding::StreamingDecoder;
use serde::{Deserialize, Serialize};
use wanghu_core::index::Entry;

/// The articles of national law.
pub(crate) const MAIN: &str = "corpus.jsonl.zst";

/// An article of the benchmark.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) law: String,
    pub(crate) chapter: String,
    pub(crate) text: String,
}

/// A question of the benchmark.
#[derive(Deserialize)]
pub(crate) struct Asked {
    pub(crate) id: String,
    pub(crate) text: String,
}

impl Article {
    /// As it goes into an index: the law by its short name.
    pub(crate) fn entry(&self) -> Entry<'_> {
        let title = self.law.trim_start_matches("中华人民共和国");
        Entry { title, chapter: &self.chapter, words: self.text.as_str().into(), ..Entry::default() }
    }
}

/// The folder of the benchmark.
///
/// # Errors
/// Says where its files come from when they are not there.
pub(crate) fn folder() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/retrieval");
    if folder.join(MAIN).is_file() {
        return Ok(folder);
    }
    Err(format!(
        "The benchmark is not at ../shared/retrieval, beside the checkout: there is no {MAIN}.\n\
         It is not part of this project. Its questions and answers are those of STARD (github.com/oneal2000/STARD), its articles \
         those of github.com/LawRefBook/Laws; corpus.jsonl.zst, queries.*.jsonl, qrels.*.txt, novel.test.txt and score.py belong there.\n\
         Other files can be named: cargo xtask bench retrieval --corpus FILE --queries FILE [--mode plain] [--out RUN]"
    ))
}

/// Every line of a file, which may be packed by zstd (`.zst`), read from JSON.
pub(crate) fn lines<T: for<'a> Deserialize<'a>>(path: &Path) -> Vec<T> {
    let file = File::open(path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    let packed = path.extension().is_some_and(|ending| ending == "zst");
    let source: Box<dyn Read> = if packed { Box::new(StreamingDecoder::new(file).unwrap()) } else { Box::new(file) };
    BufReader::new(source).lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect()
}
