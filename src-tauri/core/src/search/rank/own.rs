//! What a unit's own text says about a question: which of its characters and pairs stand where, how closely together.

use crate::error::Result;
use crate::index::{Norms, Parts, bm25, length_part};
use crate::search::query::Words;

/// Signals of a unit by itself.
pub(super) const OWN: usize = 19;

/// Parts that are told apart: title, headings, words.
const PARTS: usize = 3;
const WORDS: usize = 2;

/// A question made ready to be compared with many units.
pub(super) struct Probe {
    /// The question's pairs and its single characters.
    pairs: Grams,
    singles: Grams,
    /// Number of a single character, by character; 0 where the question does not have it.
    number: Box<[u8]>,
    /// Number of a pair, by the numbers of its characters.
    pair: Vec<u16>,
    /// Characters of the question.
    length: usize,
    /// Average lengths of the parts.
    averages: [f32; PARTS],
    /// Changes with each clause, so that a gram counts once in it.
    stamp: u32,
}

/// The grams of a question and where they were seen. Number 0 is no gram.
#[derive(Default)]
struct Grams {
    weights: Vec<f32>,
    all: f32,
    counts: Vec<[u16; PARTS]>,
    stamps: Vec<u32>,
}

/// What the clauses of a unit hold, in weight of different pairs and single characters.
#[derive(Default)]
struct Clauses {
    pairs: f32,
    singles: f32,
    /// Pairs of the clause before.
    before: f32,
    best_pairs: f32,
    best_singles: f32,
    /// Pairs of two neighbours.
    best_two: f32,
    first: f32,
    count: usize,
    /// Where the first pair stands, in characters; negative when none does.
    first_at: f32,
}

impl Grams {
    fn of<'a>(norms: &Norms, grams: impl Iterator<Item = &'a str>) -> Result<Self> {
        let mut weights = vec![0.0];
        for gram in grams {
            weights.push(norms.term(gram)?.map_or(0.0, |term| term.idf));
        }
        let all = weights.iter().sum::<f32>().max(0.01);
        Ok(Self { counts: vec![[0; PARTS]; weights.len()], stamps: vec![0; weights.len()], weights, all })
    }

    /// Counts a gram; returns its weight when it is new since the stamp changed.
    fn see(&mut self, gram: usize, part: usize, stamp: u32) -> f32 {
        let count = &mut self.counts[gram][part];
        *count = count.saturating_add(1);
        let fresh = std::mem::replace(&mut self.stamps[gram], stamp) != stamp;
        if fresh { self.weights[gram] } else { 0.0 }
    }

    /// BM25 of each part, and the share of the question that stands in any of them, and in the words.
    fn sums(&self, lengths: &[usize; PARTS], averages: &[f32; PARTS]) -> ([f32; PARTS], f32, f32) {
        let (mut scores, mut covered, mut in_words) = ([0.0; PARTS], 0.0, 0.0);
        let long: [f32; PARTS] = std::array::from_fn(|part| length_part(lengths[part] as f32, averages[part]));
        for (counts, weight) in self.counts.iter().zip(&self.weights) {
            if *counts == [0; PARTS] {
                continue;
            }
            covered += weight;
            in_words += if counts[WORDS] > 0 { *weight } else { 0.0 };
            for (part, score) in scores.iter_mut().enumerate() {
                *score += bm25(*weight, f32::from(counts[part]), long[part]);
            }
        }
        (scores, covered / self.all, in_words / self.all)
    }
}

impl Probe {
    pub(super) fn of(norms: &Norms, words: &Words, averages: [f32; PARTS]) -> Result<Self> {
        // A question of more than 255 different characters is known by its first ones.
        let known = &words.singles[..words.singles.len().min(usize::from(u8::MAX))];
        let mut number = vec![0; 1 << 16].into_boxed_slice();
        for (gram, n) in known.iter().zip(1..=u8::MAX) {
            if let Some(slot) = gram.chars().next().and_then(|c| number.get_mut(c as usize)) {
                *slot = n;
            }
        }
        let width = known.len() + 1;
        let mut pair = vec![0; width * width];
        for (gram, n) in words.pairs.iter().zip(1..=u16::MAX) {
            let mut ends = gram.chars().map(|c| number.get(c as usize).map_or(0, |n| usize::from(*n)));
            if let (Some(a @ 1..), Some(b @ 1..)) = (ends.next(), ends.next()) {
                pair[a * width + b] = n;
            }
        }
        let pairs = words.pairs.iter().take(usize::from(u16::MAX)).map(String::as_str);
        Ok(Self {
            pairs: Grams::of(norms, pairs)?,
            singles: Grams::of(norms, known.iter().map(String::as_str))?,
            number,
            pair,
            length: words.text.chars().count(),
            averages,
            stamp: 0,
        })
    }

    /// The signals of a unit.
    pub(super) fn signals(&mut self, parts: &Parts<'_>) -> [f32; OWN] {
        self.pairs.counts.fill([0; PARTS]);
        self.singles.counts.fill([0; PARTS]);
        let mut clauses = Clauses { first_at: -1.0, ..Clauses::default() };
        let mut ignored = Clauses::default();
        let title = self.read(0, parts.title, &mut ignored);
        let headings = self.read(1, parts.chapter, &mut ignored) + self.read(1, parts.heading, &mut ignored);
        let lengths = [title, headings, self.read(WORDS, parts.words, &mut clauses)];
        let (pairs, covered_pairs, covered_words) = self.pairs.sums(&lengths, &self.averages);
        let (singles, covered_singles, _) = self.singles.sums(&lengths, &self.averages);
        let different = self.pairs.counts.iter().filter(|counts| **counts != [0; PARTS]).count();
        [
            pairs[0],
            pairs[1],
            pairs[2],
            singles[0],
            singles[1],
            singles[2],
            covered_pairs,
            covered_singles,
            covered_words,
            clauses.best_pairs / self.pairs.all,
            clauses.best_singles / self.singles.all,
            clauses.best_two / self.pairs.all,
            clauses.first / self.pairs.all,
            clauses.first_at,
            lengths[WORDS] as f32,
            clauses.count as f32,
            self.length as f32,
            self.pairs.all,
            different as f32,
        ]
    }

    /// Reads one part of a unit. Returns its length in characters, without the gaps.
    fn read(&mut self, part: usize, text: &str, clauses: &mut Clauses) -> usize {
        let width = self.singles.weights.len();
        let (mut length, mut last) = (0, 0);
        self.stamp += 1;
        for c in text.chars() {
            if c == ' ' {
                clauses.end();
                (self.stamp, last) = (self.stamp + 1, 0);
                continue;
            }
            length += 1;
            let single = self.number.get(c as usize).map_or(0, |n| usize::from(*n));
            if single != 0 {
                clauses.singles += self.singles.see(single, part, self.stamp);
                let pair = if last == 0 { 0 } else { usize::from(self.pair[last * width + single]) };
                if pair != 0 {
                    clauses.pairs += self.pairs.see(pair, part, self.stamp);
                    if clauses.first_at < 0.0 {
                        clauses.first_at = length as f32;
                    }
                }
            }
            last = single;
        }
        if length > 0 {
            clauses.end();
        }
        length
    }
}

impl Clauses {
    fn end(&mut self) {
        self.best_pairs = self.best_pairs.max(self.pairs);
        self.best_singles = self.best_singles.max(self.singles);
        self.best_two = self.best_two.max(self.pairs + self.before);
        self.first = if self.count == 0 { self.pairs } else { self.first };
        self.before = self.pairs;
        (self.pairs, self.singles) = (0.0, 0.0);
        self.count += 1;
    }
}
