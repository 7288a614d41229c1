//! Building: every unit into one segment, in memory; large ones part by part, merged at the end.

use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::indexer::merge_indices;
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Directory, SingleSegmentIndexWriter, TantivyDocument};

use super::texts::{Parts, Texts};
use super::units::Units;
use super::{Fields, Folds, Groups, Index, Opened, Places, schema, store};
use crate::error::{Error, Result};
use crate::library::Library;
use crate::text::fold;

/// Memory the writer sets out with, in bytes; it takes more when the texts are more.
const BUDGET: usize = 64 << 20;

/// Memory of a writer at which its part of the index is closed, in bytes: beyond 4 GiB tantivy's addresses would wrap without a word.
const PART: usize = 1 << 30;

/// A unit to be indexed: an article, or a section of a case or policy page, in one language.
#[derive(Debug, Clone, Default)]
pub struct Entry<'a> {
    /// Short title of its text.
    pub title: &'a str,
    /// What the unit is called in its text where that says what it is about: 要旨. Empty for articles.
    pub label: &'a str,
    /// Headings above it, outermost first.
    pub chapter: &'a str,
    /// Its own heading.
    pub heading: &'a str,
    /// Its words, a line for each 款 and 项.
    pub words: std::borrow::Cow<'a, str>,
}

/// Builds the index of a library, and makes sure that it finds what was put in.
///
/// # Errors
/// As [`Index::build`].
pub fn build(library: &Library) -> Result<Opened> {
    Ok(Opened::of(Index::build(Units::of(library).entries())?, library))
}

impl Index {
    /// Builds the index of these units.
    ///
    /// # Errors
    /// [`Error::Index`] when tantivy fails, [`Error::Damaged`] when the index does not hold what it should.
    pub fn build<'a>(entries: impl Iterator<Item = Entry<'a>>) -> Result<Self> {
        Self::build_in_parts(entries, PART)
    }

    /// Builds in parts for which the writer takes about `part` bytes each, and makes one of them.
    fn build_in_parts<'a>(entries: impl Iterator<Item = Entry<'a>>, part: usize) -> Result<Self> {
        let mut directory = RamDirectory::create();
        let (mut writer, fields) = open_part(&directory)?;
        let mut closed: Vec<tantivy::Index> = Vec::new();
        let mut texts = Texts::default();
        for entry in entries {
            if writer.mem_usage() > part && !texts.is_empty() {
                directory = RamDirectory::create();
                let (next, _) = open_part(&directory)?;
                closed.push(std::mem::replace(&mut writer, next).finalize()?);
            }
            let mut document = TantivyDocument::new();
            let words = fold::Both::of(&entry.words);
            let heading = fold::Both::of(entry.heading);
            for (field, both) in [(fields.chars, &words), (fields.heading, &heading)] {
                let (plain, deep) = (both.plain.text(), both.deep.text());
                if deep != plain {
                    document.add_text(field, deep);
                }
                document.add_text(field, plain);
            }
            let spaced = |text: &str| fold::deep(text).spaced();
            let (title, label, chapter) = (spaced(entry.title), spaced(entry.label), spaced(entry.chapter));
            let (heading, words) = (heading.deep.spaced(), words.deep.spaced());
            let heading = if label.is_empty() { heading } else { format!("{label} {heading}") };
            let parts = Parts { title: &title, chapter: &chapter, heading: &heading, words: &words };
            // The chapter counts twice: it tells what an article is about.
            for part in [parts.title, parts.chapter, parts.chapter, parts.heading, parts.words] {
                document.add_text(fields.grams, part);
            }
            for part in [entry.title, entry.label, entry.chapter, entry.chapter, entry.heading, &entry.words] {
                if part.bytes().any(|byte| byte.is_ascii_alphabetic()) {
                    document.add_text(fields.words, part);
                }
            }
            texts.push(&parts)?;
            writer.add_document(document)?;
        }
        let last = writer.finalize()?;
        if !closed.is_empty() {
            closed.push(last);
            directory = RamDirectory::create();
            merge_indices(&closed, directory.clone())?;
        }
        store::put(&directory, store::TEXTS, &texts.to_bytes())?;
        Self::open(directory)
    }

    /// Opens the index whose files `directory` holds.
    pub(super) fn open(directory: RamDirectory) -> Result<Self> {
        let damaged = |what: &str| Error::Damaged(what.to_owned());
        let inner = tantivy::Index::open(directory.clone())?;
        let (schema, fields) = schema::schema();
        if inner.schema() != schema {
            return Err(damaged("its fields are not the ones expected"));
        }
        schema::register_tokenizers(inner.tokenizers());
        let bytes = directory
            .open_read(store::TEXTS.as_ref())
            .ok()
            .and_then(|file| file.read_bytes().ok())
            .ok_or_else(|| damaged("its texts are missing"))?;
        let texts = Texts::from_bytes(&bytes)?;
        let searcher = inner.reader_builder().reload_policy(tantivy::ReloadPolicy::Manual).try_into()?.searcher();
        match searcher.segment_readers() {
            [] if texts.is_empty() => (),
            [one] if one.max_doc() as usize == texts.len() => (),
            _ => return Err(damaged("it does not hold the units that were written")),
        }
        Ok(Self { directory, inner, searcher, fields, texts: Arc::new(texts), groups: Arc::default() })
    }

    /// Which units stand together.
    pub fn groups(&self) -> &Groups {
        self.groups.get_or_init(|| Groups::of(&self.texts))
    }
}

/// A writer of one part, and the fields it fills.
fn open_part(directory: &RamDirectory) -> Result<(SingleSegmentIndexWriter, Fields)> {
    let (schema, fields) = schema::schema();
    let tokenizers = TokenizerManager::default();
    schema::register_tokenizers(&tokenizers);
    let builder = tantivy::Index::builder().schema(schema).tokenizers(tokenizers);
    Ok((builder.single_segment_index_writer(directory.clone(), BUDGET)?, fields))
}

impl Opened {
    /// The index of `library`, with what its answers need.
    pub(super) fn of(index: Index, library: &Library) -> Self {
        Self { index, places: Arc::new(Places::of(library)), folds: Arc::new(Folds::of(library)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::rank;

    #[test]
    fn parts_make_the_same_index() {
        let library = Library::bundled();
        let some = || Units::of(&library).entries().take(300);
        let whole = Index::build(some()).expect("built");
        let parts = Index::build_in_parts(some(), 0).expect("built");
        assert_eq!(parts.texts, whole.texts);
        for question in ["网络欺凌", "未成年人每天能玩多久游戏", "tipping a streamer"] {
            let found = |index| rank::plain(index, question, 50).expect("found");
            assert_eq!(found(&parts), found(&whole), "{question}");
        }
    }
}
