//! What the others that match say about a unit: its place among them, and how well its chapter and its law match.

use super::best::Best;
use crate::index::{Groups, Ordinal};
use crate::search::score::Scores;

/// Signals of a unit among the others.
pub(super) const CROWD: usize = 14;

/// How many of the best count for their chapter and law.
const COUNTED: usize = 1000;

/// What the score of everyday words, chapter and law add when candidates are chosen.
const EVERYDAY: f32 = 0.4;
const CHAPTER: f32 = 0.15;
const WORK: f32 = 0.1;

/// The others that match.
pub(super) struct Crowd<'a> {
    groups: &'a Groups,
    scores: &'a Scores,
    wide: &'a Scores,
    works: Vec<Company>,
    chapters: Vec<Company>,
    /// The best, best first.
    leaders: Vec<(Ordinal, f32)>,
    /// Place among the best, by unit.
    ranks: Vec<u16>,
    /// The best score.
    top: f32,
    /// How far the first is ahead of the second, as a share of its score.
    lead: f32,
}

/// How well a chapter or a law matches.
#[derive(Debug, Clone, Copy, Default)]
struct Company {
    best: f32,
    sum: f32,
    count: f32,
}

impl<'a> Crowd<'a> {
    /// `wide` is what the words of the law score that everyday words lead to.
    pub(super) fn of(groups: &'a Groups, scores: &'a Scores, wide: &'a Scores) -> Self {
        let leaders = Best::among(scores.resembling(), COUNTED);
        let at = |place: usize| leaders.get(place).map_or(0.0, |(_, score)| *score);
        let top = at(0).max(0.01);
        let lead = (top - at(1)) / top;
        let mut ranks = vec![COUNTED as u16; groups.works.len()];
        let count = |of: &[u32]| of.last().map_or(0, |last| *last as usize + 1);
        let mut works = vec![Company::default(); count(&groups.works)];
        let mut chapters = vec![Company::default(); count(&groups.chapters)];
        for ((unit, score), rank) in leaders.iter().zip(0..) {
            let unit = *unit as usize;
            ranks[unit] = rank;
            works[groups.works[unit] as usize].join(*score, top);
            chapters[groups.chapters[unit] as usize].join(*score, top);
        }
        Self { groups, scores, wide, works, chapters, leaders, ranks, top, lead }
    }

    /// The units worth a closer look: the best by their own score, and the best with that of their company.
    pub(super) fn closely(&self, [own, together]: [usize; 2]) -> Vec<Ordinal> {
        let mut chosen = Best::of(together);
        for unit in self.scores.matching().iter().chain(self.only_wide()) {
            let at = *unit as usize;
            let alone = self.score(at) + EVERYDAY * self.everyday(at);
            // Most cannot come in by the best company there is: theirs need not be looked up.
            if chosen.wants(alone + (CHAPTER + WORK) * self.top) {
                chosen.offer(*unit, alone + CHAPTER * self.chapter(at).best + WORK * self.work(at).best);
            }
        }
        let mut chosen: Vec<Ordinal> = chosen.sorted().into_iter().map(|(unit, _)| unit).collect();
        chosen.extend(self.leaders.iter().take(own).map(|(unit, _)| *unit));
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }

    pub(super) fn signals(&self, unit: Ordinal) -> [f32; CROWD] {
        let at = unit as usize;
        let (score, work, chapter) = (self.score(at), self.work(at), self.chapter(at));
        let (first, end) = self.groups.work_of(unit);
        let units = (end - first).max(1) as f32;
        let beside =
            [unit.checked_sub(1).filter(|before| *before >= first), Some(unit + 1).filter(|after| *after < end)];
        let neighbour = beside.into_iter().flatten().map(|unit| self.score(unit as usize)).fold(0.0, f32::max);
        [
            score,
            score / self.top,
            f32::from(self.ranks[at]),
            work.best / self.top,
            work.sum,
            work.count,
            chapter.best / self.top,
            chapter.sum,
            chapter.count,
            neighbour / self.top,
            units,
            self.everyday(at),
            self.lead,
            (unit - first) as f32 / units,
        ]
    }

    /// Units that match the everyday words only.
    fn only_wide(&self) -> impl Iterator<Item = &Ordinal> {
        self.wide.matching().iter().filter(|unit| self.score(**unit as usize) == 0.0)
    }

    fn score(&self, at: usize) -> f32 {
        self.scores.resemblance().get(at).copied().unwrap_or_default()
    }

    fn everyday(&self, at: usize) -> f32 {
        self.wide.resemblance().get(at).copied().unwrap_or_default()
    }

    fn work(&self, at: usize) -> Company {
        self.works[self.groups.works[at] as usize]
    }

    fn chapter(&self, at: usize) -> Company {
        self.chapters[self.groups.chapters[at] as usize]
    }
}

impl Company {
    fn join(&mut self, score: f32, top: f32) {
        self.best = self.best.max(score);
        // Only what comes near the best counts for much.
        self.sum += (score / top).powi(3);
        self.count += 1.0;
    }
}
