//! A document under construction: divisions, passages, 款, 项, in the order in which they come.

use super::label::{Heading, Rank};
use crate::import::repair::{Doubt, DoubtKind, RepairKind, Repairs};
use crate::import::wording::printed_number;
use crate::model::{ArticleNo, Chapter, Division, Evidence, Line, Paragraph, Passage, Unit};

/// Collects chapters and passages.
#[derive(Debug, Default)]
pub(super) struct Builder {
    chapters: Vec<Chapter>,
    /// The open divisions, outermost first, and whether something stands in them.
    open: Vec<(Heading, bool, usize)>,
    /// Whether the last chapter is that of the open divisions.
    placed: bool,
    /// Whether text goes into the last passage.
    passage: bool,
    /// Sections by key, to tell the second annex from the first.
    sections: std::collections::BTreeMap<&'static str, usize>,
    pub(super) doubts: Vec<Doubt>,
}

impl Builder {
    /// Opens a division; those of the same rank and below are closed.
    pub(super) fn divide(&mut self, heading: Heading, row: usize) {
        self.close_from(heading.rank);
        if let Some((_, used, _)) = self.open.last_mut() {
            *used = true;
        }
        self.open.push((heading, false, row));
        self.placed = false;
        self.passage = false;
    }

    /// Leaves all divisions: what follows stands beside them.
    pub(super) fn leave(&mut self) {
        self.close_from(Rank::Part);
        self.placed = false;
        self.passage = false;
    }

    fn close_from(&mut self, rank: Rank) {
        while self.open.last().is_some_and(|(heading, _, _)| heading.rank >= rank) {
            // A division without text is one all the same.
            if self.open.last().is_some_and(|(_, used, _)| !used) {
                self.place(0);
            }
            self.open.pop();
        }
    }

    /// Makes the chapter of the open divisions.
    fn place(&mut self, row: usize) {
        let above = self.open.iter().rev().skip(1).rev();
        let above = above.map(|(h, _, _)| Division { label: h.label.clone(), heading: h.heading.clone() }).collect();
        let (number, label, heading, line) = match self.open.last_mut() {
            Some((heading, used, row)) => {
                *used = true;
                (heading.number, heading.label.clone(), heading.heading.clone(), *row)
            }
            None => (0, String::new(), String::new(), row),
        };
        self.chapters.push(Chapter { above, number, label, heading, line, passages: Vec::new() });
        self.placed = true;
    }

    /// Opens an article.
    pub(super) fn article(&mut self, no: ArticleNo, label: String, heading: String, row: usize) {
        self.begin(Unit::Article { no, paragraph: None, item: None }, label, heading, row);
    }

    /// Opens a section; the second of a kind gets a number.
    pub(super) fn section(&mut self, key: &'static str, label: String, title: &str, row: usize) {
        let count = self.sections.entry(key).or_insert(0);
        *count += 1;
        let name = if *count == 1 { key.to_owned() } else { format!("{key}-{count}") };
        self.begin(Unit::Section(name), label, title.to_owned(), row);
    }

    fn begin(&mut self, unit: Unit, label: String, heading: String, row: usize) {
        if !self.placed {
            self.place(row);
        }
        if let Some(chapter) = self.chapters.last_mut() {
            let passage = Passage { unit, label, heading, evidence: Evidence::Seen, line: row, paragraphs: Vec::new() };
            chapter.passages.push(passage);
        }
        self.passage = true;
    }

    /// The passage that text goes into.
    pub(super) fn current(&mut self) -> Option<&mut Passage> {
        self.chapters.last_mut().filter(|_| self.passage)?.passages.last_mut()
    }

    /// A 款.
    pub(super) fn paragraph(&mut self, text: String, row: usize) {
        let text = Line { text, evidence: Evidence::Seen, row };
        if let Some(passage) = self.current() {
            passage.paragraphs.push(Paragraph { text, items: Vec::new() });
        }
    }

    /// A 项 with the number printed before it: `words` without it, `whole` with it.
    pub(super) fn item(&mut self, number: Option<u32>, words: &str, whole: &str, row: usize) {
        let Some(passage) = self.current() else { return };
        let label = passage.label.clone();
        let Some(paragraph) = passage.paragraphs.last_mut() else {
            self.paragraph(whole.to_owned(), row);
            return;
        };
        let next = paragraph.items.len() + 1;
        let regular = number.is_some_and(|n| n as usize == next);
        // What would read as a number of its own must keep the one before it.
        let bare = regular && printed_number(words).is_none() && !words.is_empty();
        let text = if bare { words } else { whole }.to_owned();
        paragraph.items.push(Line { text, evidence: Evidence::Seen, row });
        if number.is_some() && !regular {
            self.doubts.push(Doubt { kind: DoubtKind::OddItem, at: label });
        }
    }

    /// The last line of the open passage: of the last 项 or, where there is none, of the last 款.
    pub(super) fn last(&mut self) -> Option<&mut Line> {
        let paragraph = self.current()?.paragraphs.last_mut()?;
        Some(paragraph.items.last_mut().unwrap_or(&mut paragraph.text))
    }

    /// Text that belongs to the last line, on a line of its own: 目, rows. A line of its own where there is nothing before it.
    pub(super) fn attach(&mut self, text: &str, row: usize) {
        match self.last() {
            Some(line) => {
                line.text.push('\n');
                line.text.push_str(text);
            }
            None => self.paragraph(text.to_owned(), row),
        }
    }

    /// The chapters, lost numbers counted on.
    pub(super) fn finish(mut self, repairs: &mut Repairs) -> (Vec<Chapter>, Vec<Doubt>) {
        self.close_from(Rank::Part);
        let mut before: Option<(Vec<Division>, u32)> = None;
        let numbered = self.chapters.iter().any(|chapter| chapter.label.ends_with('章'));
        for chapter in &mut self.chapters {
            if chapter.label.is_empty() && !chapter.heading.is_empty() && numbered {
                // Only below a chapter that has its number, and only where nothing but 章 divides the text.
                if let Some((above, last)) = before.as_mut().filter(|(above, _)| *above == chapter.above) {
                    *last += 1;
                    chapter.number = *last;
                    chapter.label = format!("第{}章", crate::text::numerals::to_chinese(*last));
                    repairs.line(RepairKind::LostNumber, &chapter.label);
                    let _ = above;
                }
            } else if chapter.label.ends_with('章') {
                before = Some((chapter.above.clone(), chapter.number));
            } else if !chapter.heading.is_empty() {
                before = None;
            }
        }
        (self.chapters, self.doubts)
    }
}
