//! The order of what matches a question. The benchmark measures what the program uses: [`full`].
//!
//! First everything is scored by BM25 over characters and pairs. Then the few hundred best are looked at closely: what
//! stands where in each ([`own`]), how well its chapter and its law match ([`crowd`]), what everyday words lead to; and trees that were grown
//! on questions with known answers say which comes first ([`trees`]).

mod best;
mod crowd;
mod own;
mod trees;

use std::sync::LazyLock;

use super::query::Words;
use super::score::{Scores, WHOLE};
use crate::corpus::Thesaurus;
use crate::error::Result;
use crate::index::{Index, Ordinal};
use best::Best;
use crowd::{CROWD, Crowd};
use own::{OWN, Probe};
use trees::TREES;

/// Numbers that the trees know of a unit.
pub const SIGNALS: usize = CROWD + OWN + 1;

/// Pairs of characters from which on a query is a question: what is shorter is a name or a word, and is found by itself.
const ASKS: usize = 6;

/// Units from which on an index is ranked by the trees. They were grown among fifty thousand articles; among the two thousand
/// of the texts on board, sections of cases and English ones among them, they do harm (measured), and the weights of the shelves do better.
const MANY: usize = 10_000;

/// Where what was not looked at closely ends, as a share of the best score.
const FOLLOW: f32 = 0.3;

/// Everyday words of all of the law and what statutes call them, read on first use.
static EVERYDAY: LazyLock<Thesaurus> =
    LazyLock::new(|| Thesaurus::parse_flat(include_str!("../../../../../corpus/everyday.tsv")).unwrap_or_default());

/// How many of the best are looked at closely: by their own score, and by their score with that of their company.
const CLOSELY: [usize; 2] = [300, 600];

/// A unit that may answer, with what the trees are asked about it.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Its number.
    pub unit: Ordinal,
    /// The signals, in the order of [`crowd`] and [`own`].
    pub signals: [f32; SIGNALS],
}

/// The best units by BM25 over characters and pairs alone, best first.
///
/// # Errors
/// [`crate::error::Error::Index`] when the index cannot be read.
pub fn plain(index: &Index, question: &str, limit: usize) -> Result<Vec<(Ordinal, f32)>> {
    let scores = Scores::of(index, &Words::grams(question))?;
    Ok(Best::among(scores.resembling(), limit))
}

/// The best units by everything, best first.
///
/// # Errors
/// [`crate::error::Error::Index`] when the index cannot be read.
pub fn full(index: &Index, question: &str, limit: usize) -> Result<Vec<(Ordinal, f32)>> {
    let words = Words::grams(question);
    Ok(Best::among(order(index, question, &words, &Scores::of(index, &words)?)?, limit))
}

/// Everything that matches with its final score, in no order. What contains the whole question stays above all else.
pub(super) fn order(index: &Index, question: &str, words: &Words, scores: &Scores) -> Result<Vec<(Ordinal, f32)>> {
    let mut sums = scores.sums();
    if words.pairs.len() < ASKS || index.texts.len() < MANY {
        return Ok(sums);
    }
    let learnt = learnt(&candidates(index, question, words, scores)?);
    let (least, most) = learnt.iter().fold((f32::MAX, f32::MIN), |(a, b), (_, score)| (a.min(*score), b.max(*score)));
    let top = sums.iter().map(|(_, score)| *score).filter(|score| *score < WHOLE).fold(0.0, f32::max);
    // The trees speak of the best few hundred; the others follow in the order they had, below them.
    let mut said = vec![f32::NAN; index.texts.len()];
    for (unit, score) in &learnt {
        let share = (score - least) / (most - least).max(f32::MIN_POSITIVE);
        said[*unit as usize] = top * (FOLLOW + (1.0 - FOLLOW) * share);
    }
    for (unit, score) in &mut sums {
        let whole = if *score >= WHOLE { WHOLE } else { 0.0 };
        let learnt = std::mem::replace(&mut said[*unit as usize], f32::NAN);
        *score = whole + if learnt.is_nan() { FOLLOW * score.min(top) } else { learnt };
    }
    // What shares only everyday words with the question was not among the sums.
    let only_wide = learnt.iter().map(|(unit, _)| (*unit, said[*unit as usize])).filter(|(_, score)| !score.is_nan());
    sums.extend(only_wide);
    Ok(sums)
}

/// The candidates for a question with their signals: what the trees are grown on.
///
/// # Errors
/// [`crate::error::Error::Index`] when the index cannot be read.
pub fn signals(index: &Index, question: &str) -> Result<Vec<Candidate>> {
    let words = Words::grams(question);
    candidates(index, question, &words, &Scores::of(index, &words)?)
}

/// What the trees say of candidates.
fn learnt(candidates: &[Candidate]) -> Vec<(Ordinal, f32)> {
    let column = |signal: usize| candidates.iter().map(|candidate| candidate.signals[signal]).collect();
    let columns: Vec<Vec<f32>> = (0..SIGNALS).map(column).collect();
    candidates.iter().map(|candidate| candidate.unit).zip(TREES.scores(&columns)).collect()
}

fn candidates(index: &Index, question: &str, words: &Words, scores: &Scores) -> Result<Vec<Candidate>> {
    let Some(norms) = index.norms(index.fields.grams)? else { return Ok(Vec::new()) };
    // Everyday words that statutes put otherwise: they weigh lightly, and bring in what shares no character with the question.
    let everyday = EVERYDAY.weigh(question);
    let wider = Words::grams(&everyday.join(" "));
    let wide = if everyday.is_empty() { Scores::default() } else { Scores::covering(index, &wider)? };
    let crowd = Crowd::of(index.groups(), scores, &wide);
    let mut probe = Probe::of(&norms, words, index.groups().averages)?;
    let chosen = crowd.closely(CLOSELY);
    let candidate = |unit: Ordinal| {
        let parts = index.texts.get(unit)?;
        let mut signals = [0.0; SIGNALS];
        signals[..CROWD].copy_from_slice(&crowd.signals(unit));
        signals[CROWD..CROWD + OWN].copy_from_slice(&probe.signals(&parts));
        signals[CROWD + OWN] = wide.covered(unit);
        Some(Candidate { unit, signals })
    };
    Ok(chosen.into_iter().filter_map(candidate).collect())
}
