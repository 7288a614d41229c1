//! How alike articles are: the pairs of characters they share, rare ones counting more.

use std::collections::HashMap;

use crate::text::fold;

/// An article as a bag of pairs of characters.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    /// Number of a pair, and how often it stands here; sorted.
    pairs: Vec<(u32, u32)>,
    /// What all of them weigh.
    weight: f64,
}

/// The bags of two texts, and what each pair weighs.
pub(super) struct Bags {
    pub(super) old: Vec<Bag>,
    pub(super) new: Vec<Bag>,
    weights: Vec<f64>,
}

impl Bags {
    pub(super) fn of(old: &[String], new: &[String]) -> Self {
        let mut numbers: HashMap<[char; 2], u32> = HashMap::new();
        let mut articles: Vec<u32> = Vec::new();
        let mut count = |text: &String| {
            let chars: Vec<char> = fold::plain(text).text().chars().collect();
            let mut found: Vec<u32> = Vec::with_capacity(chars.len());
            for pair in chars.windows(2) {
                let next = numbers.len() as u32;
                found.push(*numbers.entry([pair[0], pair[1]]).or_insert(next));
            }
            found.sort_unstable();
            let pairs: Vec<(u32, u32)> =
                found.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect();
            articles.resize(numbers.len(), 0);
            pairs.iter().for_each(|(number, _)| articles[*number as usize] += 1);
            Bag { pairs, weight: 0.0 }
        };
        let mut bags = Self {
            old: old.iter().map(&mut count).collect(),
            new: new.iter().map(count).collect(),
            weights: Vec::new(),
        };
        let all = (old.len() + new.len()) as f64;
        bags.weights = articles.iter().map(|n| (1.0 + all / f64::from(*n)).ln()).collect();
        let weights = &bags.weights;
        for bag in bags.old.iter_mut().chain(&mut bags.new) {
            bag.weight = bag.pairs.iter().map(|(number, n)| f64::from(*n) * weights[*number as usize]).sum();
        }
        bags
    }

    /// What two articles share, as a part of both; 1 for the same words.
    pub(super) fn alike(&self, a: &Bag, b: &Bag) -> f64 {
        2.0 * self.shared(a, b) / (a.weight + b.weight).max(f64::MIN_POSITIVE)
    }

    /// How much of `a` stands in `b`.
    pub(super) fn inside(&self, a: &Bag, b: &Bag) -> f64 {
        self.shared(a, b) / a.weight.max(f64::MIN_POSITIVE)
    }

    /// What both together hold.
    pub(super) fn joined(&self, a: &Bag, b: &Bag) -> Bag {
        let mut pairs = Vec::with_capacity(a.pairs.len() + b.pairs.len());
        walk(a, b, |number, m, n| pairs.push((number, m + n)));
        Bag { pairs, weight: a.weight + b.weight }
    }

    fn shared(&self, a: &Bag, b: &Bag) -> f64 {
        let mut sum = 0.0;
        walk(a, b, |number, m, n| sum += f64::from(m.min(n)) * self.weights[number as usize]);
        sum
    }

    /// For every old article the new ones that are alike at least by `least`.
    pub(super) fn candidates(&self, least: f64) -> Vec<Vec<(usize, f64)>> {
        let mut places: Vec<Vec<(u32, u32)>> = vec![Vec::new(); self.weights.len()];
        for (j, bag) in self.new.iter().enumerate() {
            bag.pairs.iter().for_each(|(number, n)| places[*number as usize].push((j as u32, *n)));
        }
        let mut sums = vec![0.0; self.new.len()];
        let mut candidates = Vec::with_capacity(self.old.len());
        for bag in &self.old {
            sums.fill(0.0);
            for (number, m) in &bag.pairs {
                let weight = self.weights[*number as usize];
                for (j, n) in &places[*number as usize] {
                    sums[*j as usize] += f64::from(*m.min(n)) * weight;
                }
            }
            let alike = self
                .new
                .iter()
                .zip(&sums)
                .map(|(other, sum)| 2.0 * sum / (bag.weight + other.weight).max(f64::MIN_POSITIVE));
            candidates.push(alike.enumerate().filter(|(_, alike)| *alike >= least).collect());
        }
        candidates
    }
}

/// Both bags side by side, pair by pair.
fn walk(a: &Bag, b: &Bag, mut see: impl FnMut(u32, u32, u32)) {
    let (mut i, mut j) = (0, 0);
    loop {
        match (a.pairs.get(i), b.pairs.get(j)) {
            (Some((x, m)), Some((y, n))) if x == y => {
                see(*x, *m, *n);
                (i, j) = (i + 1, j + 1);
            }
            (Some((x, m)), other) if other.is_none_or(|(y, _)| x < y) => {
                see(*x, *m, 0);
                i += 1;
            }
            (_, Some((y, n))) => {
                see(*y, 0, *n);
                j += 1;
            }
            _ => return,
        }
    }
}
