//! No index at all.

use super::{Engine, Entries, neighbours, whole};

/// Every text, read from beginning to end for each pair of a question.
pub(super) struct Scan(Vec<String>);

impl Scan {
    pub(super) fn build(entries: Entries<'_, '_>) -> Self {
        Self(entries.map(|entry| whole(&entry)).collect())
    }
}

impl Engine for Scan {
    fn answer(&self, question: &str, most: usize) -> Vec<(u32, f64)> {
        let pairs = neighbours(question, 2);
        let counts =
            self.0.iter().map(|text| pairs.iter().map(|pair| text.matches(pair.as_str()).count()).sum::<usize>());
        let mut found: Vec<(usize, u32)> = counts.zip(0..).filter(|(count, _)| *count > 0).collect();
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(most);
        found.into_iter().map(|(count, number)| (number, count as f64)).collect()
    }

    fn bytes(&self) -> usize {
        0
    }
}
