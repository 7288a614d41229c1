//! The best of many, without sorting the many.

use crate::index::Ordinal;

/// Gathers the best of what it is offered.
pub(super) struct Best {
    limit: usize,
    /// The best so far and some more.
    kept: Vec<(Ordinal, f32)>,
    /// What scores less is not among the best any more.
    least: f32,
}

impl Best {
    /// Gathers the `limit` best.
    pub(super) fn of(limit: usize) -> Self {
        Self { limit, kept: Vec::with_capacity(2 * limit), least: f32::NEG_INFINITY }
    }

    /// The `limit` best of these, best first; equal ones in the order of the index.
    pub(super) fn among(scored: impl IntoIterator<Item = (Ordinal, f32)>, limit: usize) -> Vec<(Ordinal, f32)> {
        let mut best = Self::of(limit);
        scored.into_iter().for_each(|(unit, score)| best.offer(unit, score));
        best.sorted()
    }

    /// Whether a unit with this score may still be among the best.
    pub(super) fn wants(&self, score: f32) -> bool {
        score >= self.least
    }

    /// Takes a unit if it may be among the best.
    pub(super) fn offer(&mut self, unit: Ordinal, score: f32) {
        if !self.wants(score) {
            return;
        }
        self.kept.push((unit, score));
        if self.limit > 0 && self.kept.len() >= 2 * self.limit {
            let (_, last, _) = self.kept.select_nth_unstable_by(self.limit - 1, order);
            self.least = last.1;
            self.kept.truncate(self.limit);
        }
    }

    /// The best, best first; equal ones in the order of the index.
    pub(super) fn sorted(mut self) -> Vec<(Ordinal, f32)> {
        self.kept.sort_unstable_by(order);
        self.kept.truncate(self.limit);
        self.kept
    }
}

fn order(a: &(Ordinal, f32), b: &(Ordinal, f32)) -> std::cmp::Ordering {
    b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_best_are_those_that_sorting_puts_first(scores in prop::collection::vec(0u8..20, 0..200), limit in 0usize..30) {
            let all: Vec<(Ordinal, f32)> = (0..).zip(scores.iter().map(|score| f32::from(*score))).collect();
            let best = Best::among(all.iter().copied(), limit);
            let mut sorted = all;
            sorted.sort_by(order);
            sorted.truncate(limit);
            prop_assert_eq!(best, sorted);
        }
    }
}
