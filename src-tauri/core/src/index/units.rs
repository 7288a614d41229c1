//! What is indexed: each article in each language, numbered in a fixed order.

use std::sync::OnceLock;

use crate::library::Library;
use crate::model::{Address, Article, Document};
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

    /// Every unit in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'a Document, &'a Article)> + use<'a> {
        let texts = self.library.works().iter().flat_map(|work| work.texts());
        texts.flat_map(|text| text.articles().map(move |article| (text, article)))
    }

    /// The unit with this number.
    pub fn get(&self, ordinal: Ordinal) -> Option<(&'a Document, &'a Article)> {
        let mut left = usize::try_from(ordinal).ok()?;
        for text in self.library.works().iter().flat_map(|work| work.texts()) {
            for chapter in &text.chapters {
                match chapter.articles.get(left) {
                    Some(article) => return Some((text, article)),
                    None => left -= chapter.articles.len(),
                }
            }
        }
        None
    }

    /// The number of a unit of this library.
    pub fn ordinal(&self, article: &Article) -> Option<Ordinal> {
        self.iter().zip(0..).find(|((_, other), _)| std::ptr::eq(*other, article)).map(|(_, ordinal)| ordinal)
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
    pub fn lines(&self, ordinal: Ordinal, text: &Document, article: &Article) -> &[[Folded; 2]] {
        let both = |(_, line)| {
            let (plain, deep) = (fold::plain(line), fold::deep(line));
            let deep = if deep == plain { Folded::default() } else { deep };
            [plain, deep]
        };
        let kept = usize::try_from(ordinal).ok().and_then(|ordinal| self.0.get(ordinal));
        kept.map_or(&[], |kept| kept.get_or_init(|| article.lines(&text.meta.id).map(both).collect()))
    }
}

/// Its words as one string, a line for each 款 and 项.
pub(crate) fn words(text: &Document, article: &Article) -> String {
    article.lines(&text.meta.id).map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

/// Where a unit stands.
pub(crate) fn address(text: &Document, article: &Article) -> Address {
    Address::article(text.meta.id.clone(), article.no, None, None)
}
