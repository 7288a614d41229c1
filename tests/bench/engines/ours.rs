//! The program's own index, asked as the program asks it.

use wanghu_core::index::Index;
use wanghu_core::search::rank;

use super::{Engine, Entries};

pub(super) struct Ours {
    index: Index,
    plain: bool,
}

impl Ours {
    pub(super) fn plain(entries: Entries<'_, '_>) -> Self {
        Self { index: Index::build(entries).unwrap(), plain: true }
    }

    pub(super) fn full(entries: Entries<'_, '_>) -> Self {
        Self { index: Index::build(entries).unwrap(), plain: false }
    }
}

impl Engine for Ours {
    fn answer(&self, question: &str, most: usize) -> Vec<(u32, f64)> {
        let order = if self.plain { rank::plain } else { rank::full };
        order(&self.index, question, most).unwrap().into_iter().map(|(unit, score)| (unit, f64::from(score))).collect()
    }

    /// The folded texts, from which it looks closer at what matches, are among them.
    fn bytes(&self) -> usize {
        self.index.size().unwrap()
    }
}
