//! What is indexed: each passage in each language, numbered in a fixed order.

use std::sync::OnceLock;

use crate::library::{Library, Work};
use crate::model::{Document, Line, Passage};
use crate::text::fold::{self, Folded};

/// The number an indexed unit has in the index.
pub type Ordinal = u64;

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

    /// The number of a unit of this library.
    pub fn ordinal(&self, passage: &Passage) -> Option<Ordinal> {
        self.iter().zip(0..).find(|((_, _, other), _)| std::ptr::eq(*other, passage)).map(|(_, ordinal)| ordinal)
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
            let (plain, deep) = (fold::plain(&line.text), fold::deep(&line.text));
            let deep = if deep == plain { Folded::default() } else { deep };
            [plain, deep]
        };
        let kept = usize::try_from(ordinal).ok().and_then(|ordinal| self.0.get(ordinal));
        kept.map_or(&[], |kept| kept.get_or_init(|| passage.lines(&text.meta.id).map(both).collect()))
    }
}

/// Its words as one string, a line for each 款 and 项.
pub(crate) fn words(text: &Document, passage: &Passage) -> String {
    passage.lines(&text.meta.id).map(|(_, line)| line.text.as_str()).collect::<Vec<_>>().join("\n")
}
