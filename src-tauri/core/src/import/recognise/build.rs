//! A document under construction: divisions, passages, 款, 项, in the order in which they come.

use super::label::{Heading, Rank};
use crate::cite::printed_number;
use crate::import::repair::{Doubt, DoubtKind, RepairKind, Repairs};
use crate::model::{ArticleNo, Chapter, Division, Evidence, Line, Paragraph, Passage, Unit};
use crate::text::numerals::to_chinese;

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
    pub(super) fn item(&mut self, number: Option<u32>, words: &str, whole: &str, row: usize, repairs: &mut Repairs) {
        let Some(passage) = self.current() else { return };
        let label = passage.label.clone();
        if let Some(number) = number.filter(|number| *number > 1) {
            between(&mut passage.paragraphs, number, repairs);
        }
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

    /// More of the heading of the division that was opened last.
    pub(super) fn extend_heading(&mut self, text: &str) {
        if let Some((heading, _, _)) = self.open.last_mut() {
            heading.heading.push_str(text);
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

    /// The chapters, and what is doubtful.
    pub(super) fn finish(mut self) -> (Vec<Chapter>, Vec<Doubt>) {
        self.close_from(Rank::Part);
        (self.chapters, self.doubts)
    }
}

/// Most lines that a 项 goes on over.
const LINES_OF_AN_ITEM: usize = 3;

/// Puts right what stands between a 项 and the next, whose number is `number`: lines of the 项 before it, or one 项 that has lost
/// its number.
fn between(paragraphs: &mut Vec<Paragraph>, number: u32, repairs: &mut Repairs) {
    let plain = paragraphs.iter().rev().take_while(|paragraph| paragraph.items.is_empty()).count();
    let before =
        |back: usize| paragraphs.iter().rev().nth(back).map(|paragraph| (paragraph.items.len(), end_of(paragraph)));
    // The paragraph before a first 项 has none itself.
    let lost = match number {
        2 => plain > 1 && before(1).is_some_and(|(_, end)| end == Some('：')),
        _ => plain == 1 && before(1).is_some_and(|(items, end)| items + 2 == number as usize && end == Some('；')),
    };
    let goes_on = (1..=LINES_OF_AN_ITEM).contains(&plain)
        && before(plain).is_some_and(|(items, _)| items + 1 == number as usize && items > 0);
    if lost {
        let item = paragraphs.pop().map(|paragraph| paragraph.text);
        if let Some((item, paragraph)) = item.zip(paragraphs.last_mut()) {
            repairs.line(RepairKind::LostItem, format!("（{}）", to_chinese(number - 1)));
            paragraph.items.push(item);
        }
    } else if goes_on {
        let lines = paragraphs.split_off(paragraphs.len() - plain);
        let Some(item) = paragraphs.last_mut().and_then(|paragraph| paragraph.items.last_mut()) else { return };
        for line in lines {
            if item.text.ends_with(['。', '；', '：', '，', ';', ':', '！', '？', '”', '）', ')']) {
                item.text.push('\n');
            } else {
                repairs.count(RepairKind::BrokenLine, 1);
            }
            item.text.push_str(&line.text.text);
        }
    }
}

/// How a paragraph ends, its 项 included; half-width marks count as full ones.
fn end_of(paragraph: &Paragraph) -> Option<char> {
    let last = paragraph.items.last().unwrap_or(&paragraph.text);
    last.text.chars().next_back().map(|c| match c {
        ';' => '；',
        ':' => '：',
        c => c,
    })
}
