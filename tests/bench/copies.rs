//! The growth sets of the benchmark: its articles, and what makes more of them. Never held as a whole.

use std::fmt;
use std::io;
use std::path::Path;
use std::str::FromStr;

use fastrand::Rng;

use crate::articles::{self, Article};

/// The local regulations, which answer no question.
const LOCAL: &str = "distractors-local.jsonl.zst";

/// The benchmark's README sets out with this number; the generator is another, so the copies are others of the same kind.
const SEED: u64 = 20_240_601;

/// Of how many characters of a copy one is replaced, on average.
const REPLACED: usize = 50;

/// How many times as many articles as the benchmark has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Times {
    /// 2.4: with the local regulations. Real text.
    Local,
    /// A whole number: with copies made of shuffled clauses.
    Whole(usize),
}

impl FromStr for Times {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match (text, text.parse()) {
            ("2.4", _) => Ok(Self::Local),
            (_, Ok(times @ 1..)) => Ok(Self::Whole(times)),
            _ => Err(format!("'{text}' times is not known: 2.4 or a whole number")),
        }
    }
}

impl fmt::Display for Times {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Local => to.write_str("2.4"),
            Self::Whole(times) => write!(to, "{times}"),
        }
    }
}

/// Articles of the benchmark, of which many are made.
pub(crate) struct Grown {
    /// Those that answers are among; in every set they come first.
    pub(crate) originals: Vec<Article>,
    local: Vec<Article>,
    /// The clauses of each, as they stand in its text.
    clauses: Vec<Vec<String>>,
    /// Characters to put in the place of others, as often as they stand in the texts.
    characters: Vec<char>,
}

impl Grown {
    /// Reads what `all` needs.
    pub(crate) fn read(folder: &Path, all: &[Times]) -> Self {
        let originals: Vec<Article> = articles::lines(&folder.join(articles::MAIN));
        let wanted = all.contains(&Times::Local);
        let local = if wanted { articles::lines(&folder.join(LOCAL)) } else { Vec::new() };
        let clauses = originals.iter().map(|article| clauses(&article.text)).collect();
        let characters = originals.iter().step_by(7).flat_map(|article| article.text.chars()).collect();
        Self { originals, local, clauses, characters }
    }

    /// How many articles there are in a set.
    pub(crate) fn count(&self, times: Times) -> usize {
        match times {
            Times::Local => self.originals.len() + self.local.len(),
            Times::Whole(times) => self.originals.len() * times,
        }
    }

    /// Gives every article of a set to `take`, until it fails. The same each time.
    pub(crate) fn each(&self, times: Times, take: &mut impl FnMut(&Article) -> io::Result<()>) -> io::Result<()> {
        self.originals.iter().try_for_each(&mut *take)?;
        let times = match times {
            Times::Local => return self.local.iter().try_for_each(take),
            Times::Whole(times) => times,
        };
        let mut chance = Rng::with_seed(SEED);
        for copy in 1..times {
            for (article, own) in self.originals.iter().zip(&self.clauses) {
                take(&Article {
                    id: format!("{}x{copy}", article.id),
                    law: format!("{}（扩{copy}）", article.law),
                    chapter: article.chapter.clone(),
                    text: if own.is_empty() { article.text.clone() } else { self.shuffled(own, &mut chance) },
                })?;
            }
        }
        Ok(())
    }

    /// As many clauses as `own` has, half of them from it and half from any article, with some characters replaced.
    fn shuffled(&self, own: &[String], chance: &mut Rng) -> String {
        let mut text = String::new();
        for _ in own {
            let from = if chance.bool() { own } else { &self.clauses[chance.usize(..self.clauses.len())] };
            let from = if from.is_empty() { own } else { from };
            for c in from[chance.usize(..from.len())].chars() {
                let replaced = chance.usize(..REPLACED) == 0;
                text.push(if replaced { self.characters[chance.usize(..self.characters.len())] } else { c });
            }
        }
        text
    }
}

/// Pieces that end with a full stop, a semicolon or a line.
fn clauses(text: &str) -> Vec<String> {
    text.split_inclusive(['。', '；', '\n']).map(str::to_owned).collect()
}
