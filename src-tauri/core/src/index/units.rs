//! What is indexed: each passage in each language, numbered in a fixed order.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Entry;
use crate::library::{Library, Work};
use crate::model::{Document, DocumentId, Kind, Lang, Line, Passage, Shelf, Unit};
use crate::text::fold::{self, Folded};

/// The number an indexed unit has in the index.
pub type Ordinal = u32;

/// The units of a library. Their order depends on the corpus alone, so ordinals in an index whose fingerprint
/// matches point at the right text.
#[derive(Debug, Clone, Copy)]
pub struct Units<'a> {
    library: &'a Library,
}

impl<'a> Units<'a> {
    /// The units of `library`.
    pub fn of(library: &'a Library) -> Self {
        Self { library }
    }

    /// Every unit in order, with its text and its work.
    pub fn iter(&self) -> impl Iterator<Item = (&'a Work, &'a Document, &'a Passage)> + use<'a> {
        let texts = self.library.works().iter().flat_map(|work| work.texts().iter().map(move |text| (work, text)));
        texts.flat_map(|(work, text)| text.passages().map(move |passage| (work, text, passage)))
    }

    /// The unit with this number.
    pub fn get(&self, ordinal: Ordinal) -> Option<(&'a Document, &'a Passage)> {
        let mut left = usize::try_from(ordinal).ok()?;
        for text in self.library.works().iter().flat_map(|work| work.texts()) {
            for chapter in &text.chapters {
                match chapter.passages.get(left) {
                    Some(passage) => return Some((text, passage)),
                    None => left -= chapter.passages.len(),
                }
            }
        }
        None
    }

    /// Every unit in order, as it goes into the index.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        self.iter().map(|(_, text, passage)| {
            let (label, chapter) = match &passage.unit {
                Unit::Section(_) => (passage.label.as_str(), ""),
                unit => ("", text.chapter_of(unit).map_or("", |chapter| chapter.heading.as_str())),
            };
            let title = text.meta.short_title.as_str();
            Entry { title, label, chapter, heading: &passage.heading, words: words(text, passage).into() }
        })
    }

    /// The number of a unit of this library.
    pub fn ordinal(&self, passage: &Passage) -> Option<Ordinal> {
        self.iter().zip(0..).find(|((_, _, other), _)| std::ptr::eq(*other, passage)).map(|(_, ordinal)| ordinal)
    }
}

/// What ranking needs to know of each unit without looking at its text, by number.
#[derive(Debug)]
pub struct Places(Vec<Placed>);

/// One unit among the others.
#[derive(Debug, Clone, Copy)]
pub struct Placed {
    /// The number of its place: the same for both languages of a passage.
    pub place: u32,
    /// The number of its work.
    pub work: u32,
    /// Language of the text.
    pub lang: Lang,
    /// Kind of the work.
    pub kind: Kind,
    /// Shelf of the work.
    pub shelf: Shelf,
    /// Whether it is a section of a case or a policy page.
    pub section: bool,
    /// Whether it is a section that stands beside the matter itself: sources, provisions, classroom.
    pub aside: bool,
}

/// Sections that speak about the matter of a case rather than tell it.
const ASIDE: [&str; 4] = ["campus", "sources", "provisions", "basis"];

impl Places {
    /// The places of every unit of `library`.
    pub fn of(library: &Library) -> Self {
        let mut known: HashMap<(&DocumentId, &Unit), u32> = HashMap::new();
        let mut works: HashMap<&DocumentId, u32> = HashMap::new();
        let placed = Units::of(library).iter().map(|(work, text, passage)| {
            let (places, count) = (known.len(), works.len());
            // A corpus is compiled in: it never holds four thousand million passages.
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            Placed {
                place: *known.entry((work.id(), &passage.unit)).or_insert(number(places)),
                work: *works.entry(work.id()).or_insert(number(count)),
                lang: text.meta.lang,
                kind: text.meta.kind,
                shelf: work.shelf,
                section: matches!(passage.unit, Unit::Section(_)),
                aside: matches!(&passage.unit, Unit::Section(key) if ASIDE.contains(&key.as_str())),
            }
        });
        Self(placed.collect())
    }

    /// The numbers of all units.
    pub fn units(&self) -> impl Iterator<Item = Ordinal> {
        (0..).zip(&self.0).map(|(unit, _)| unit)
    }

    /// The unit with this number.
    pub fn get(&self, ordinal: Ordinal) -> Option<Placed> {
        self.0.get(usize::try_from(ordinal).ok()?).copied()
    }
}

/// The lines of units, folded on first use and kept: folding costs more than everything else a hit needs.
#[derive(Debug)]
pub struct Folds(Vec<OnceLock<Vec<[Folded; 2]>>>);

impl Folds {
    /// Room for every unit of `library`; nothing is folded yet.
    pub fn of(library: &Library) -> Self {
        Self(Units::of(library).iter().map(|_| OnceLock::new()).collect())
    }

    /// The lines of a unit in order, each folded plainly and deeply; the deep folding is left empty where it is the same.
    /// No line for a number that no unit has.
    pub fn lines(&self, ordinal: Ordinal, text: &Document, passage: &Passage) -> &[[Folded; 2]] {
        let both = |(_, line): (_, &Line)| {
            let fold::Both { plain, deep } = fold::Both::of(&line.text);
            let deep = if deep == plain { Folded::default() } else { deep };
            [plain, deep]
        };
        let kept = usize::try_from(ordinal).ok().and_then(|ordinal| self.0.get(ordinal));
        kept.map_or(&[], |kept| kept.get_or_init(|| passage.lines(&text.meta.id).map(both).collect()))
    }
}

/// Its words as one string, a line for each 款 and 项.
fn words(text: &Document, passage: &Passage) -> String {
    passage.lines(&text.meta.id).map(|(_, line)| line.text.as_str()).collect::<Vec<_>>().join("\n")
}
