//! Which units stand together: a law, a chapter. What is asked about is seldom answered by one article alone, so the company an
//! article keeps says something about it.

use super::texts::{Parts, Texts};

/// The units in their groups, and how long their parts are.
#[derive(Debug, Default)]
pub struct Groups {
    /// Number of the law, by unit; laws follow one another.
    pub works: Vec<u32>,
    /// Number of the chapter, by unit; chapters of a law follow one another.
    pub chapters: Vec<u32>,
    /// First unit of each law, and the number of units at the end.
    firsts: Vec<u32>,
    /// Average length of title, headings and words of a unit, in characters.
    pub averages: [f32; 3],
}

impl Groups {
    /// The groups of these texts: neighbours with the same title are one law, with the same chapter one chapter.
    pub(super) fn of(texts: &Texts) -> Self {
        let mut groups = Self::default();
        let mut lengths = [0usize; 3];
        let mut before: Option<Parts<'_>> = None;
        let (mut works, mut chapters) = (0, 0);
        let count = u32::try_from(texts.len()).unwrap_or(u32::MAX);
        for unit in 0..count {
            let Some(parts) = texts.get(unit) else { continue };
            let same_work = before.is_some_and(|before| before.title == parts.title);
            let same_chapter = same_work && before.is_some_and(|before| before.chapter == parts.chapter);
            if !same_work {
                groups.firsts.push(unit);
                works += u32::from(before.is_some());
            }
            chapters += u32::from(before.is_some() && !same_chapter);
            groups.works.push(works);
            groups.chapters.push(chapters);
            let long = |text: &str| text.chars().count();
            lengths[0] += long(parts.title);
            lengths[1] += long(parts.chapter) + long(parts.heading);
            lengths[2] += long(parts.words);
            before = Some(parts);
        }
        groups.firsts.push(count);
        groups.averages = lengths.map(|sum| (sum as f32 / count.max(1) as f32).max(1.0));
        groups
    }

    /// First unit of the law of `unit`, and the first of the next law.
    pub(crate) fn work_of(&self, unit: u32) -> (u32, u32) {
        let number = self.works.get(unit as usize).map_or(0, |number| *number as usize);
        let first = |number: usize| self.firsts.get(number).copied().unwrap_or_default();
        (first(number), first(number + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_with_one_title_are_one_law() {
        let mut texts = Texts::default();
        for (title, chapter) in [("甲", "一"), ("甲", "一"), ("甲", "二"), ("乙", "二"), ("丙", "")] {
            texts.push(&Parts { title, chapter, heading: "", words: "文" }).expect("room");
        }
        let groups = Groups::of(&texts);
        assert_eq!(groups.works, [0, 0, 0, 1, 2]);
        assert_eq!(groups.chapters, [0, 0, 1, 2, 3]);
        assert_eq!([0, 2, 3, 4].map(|unit| groups.work_of(unit)), [(0, 3), (0, 3), (3, 4), (4, 5)]);
        assert_eq!(groups.averages, [1.0, 1.0, 1.0]);
    }
}
