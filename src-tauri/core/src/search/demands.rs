//! What a query demands beyond ranking: words that must stand, values of fields, words in one sentence.

use super::fields::Filter;
use super::language::{Asked, What};
use crate::index::{Opened, Ordinal, Units};
use crate::library::Library;
use crate::text::fold;

/// Where a sentence ends.
const SENTENCE_ENDS: [char; 8] = ['。', '！', '？', '；', '.', '!', '?', ';'];

/// The demands of one query, ready to be put to many units.
pub(super) struct Demands<'a> {
    library: &'a Library,
    opened: &'a Opened,
    asked: &'a Asked,
    filter: &'a Filter,
}

impl<'a> Demands<'a> {
    pub(super) fn of(library: &'a Library, opened: &'a Opened, asked: &'a Asked, filter: &'a Filter) -> Self {
        Self { library, opened, asked, filter }
    }

    /// Whether a unit is what the query demands.
    pub(super) fn met(&self, unit: Ordinal) -> bool {
        if !self.filter.allows(unit) {
            return false;
        }
        let mut all: Option<String> = None;
        self.asked.holds(&mut |what| {
            let all = all.get_or_insert_with(|| self.folded(unit));
            match what {
                What::Words(words) => words.split_whitespace().all(|word| stands(all, word)),
                What::Phrase(phrase) => stands(all, phrase),
                What::Field(field) => self.filter.holds(field, unit),
                What::Sentence(words) => self.together(unit, all, words, true),
                What::Paragraph(words) => self.together(unit, all, words, false),
                What::Either(_) | What::All(_) | What::Sort(_) => true,
            }
        })
    }

    /// Title, headings and words without gaps, a line each.
    fn folded(&self, unit: Ordinal) -> String {
        let Some(parts) = self.opened.index.texts.get(unit) else { return String::new() };
        let close = |part: &str| part.replace(' ', "");
        [parts.title, parts.chapter, parts.heading, parts.words].map(close).join("\n")
    }

    /// Whether all words stand in one paragraph of a unit, with its items, or in one sentence.
    fn together(&self, unit: Ordinal, all: &str, words: &[String], sentence: bool) -> bool {
        if !words.iter().all(|word| stands(all, word)) {
            return false;
        }
        let Some((_, passage)) = Units::of(self.library).get(unit) else { return false };
        let holds = |piece: &str| {
            let folded = fold::deep(piece).text();
            words.iter().all(|word| stands(&folded, word))
        };
        passage.paragraphs.iter().any(|paragraph| {
            let lines = std::iter::once(&paragraph.text).chain(&paragraph.items).map(|line| line.text.as_str());
            let whole = lines.collect::<Vec<_>>().join("\n");
            if sentence { whole.split(SENTENCE_ENDS).any(holds) } else { holds(&whole) }
        })
    }
}

/// Whether a word stands in a folded text.
fn stands(folded: &str, word: &str) -> bool {
    folded.contains(&fold::deep(word).text())
}
