//! Building: every unit into one segment, in memory.

use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Index, TantivyDocument};

use super::units::{self, Units};
use super::{Folds, Opened, Places, schema};
use crate::error::{Error, Result};
use crate::library::Library;
use crate::model::{Document, Passage, Unit};
use crate::text::fold;

/// Memory the writer may take before it complains, in bytes; the bundled corpus needs far less.
const BUDGET: usize = 64 << 20;

/// Builds the index of a library, and makes sure that it finds what was put in.
///
/// # Errors
/// [`Error::Index`] when tantivy fails, [`Error::Damaged`] when the index does not hold what it should.
pub fn build(library: &Library) -> Result<Opened> {
    let directory = RamDirectory::create();
    let (schema, fields) = schema::schema();
    let tokenizers = TokenizerManager::default();
    schema::register_tokenizers(&tokenizers);
    let mut writer = Index::builder()
        .schema(schema)
        .tokenizers(tokenizers)
        .single_segment_index_writer(directory.clone(), BUDGET)?;
    let mut count = 0u64;
    for (_, text, passage) in Units::of(library).iter() {
        let mut entry = TantivyDocument::new();
        entry.add_u64(fields.unit, count);
        let words = units::words(text, passage);
        for (field, source) in [(fields.chars, &words), (fields.heading, &passage.heading)] {
            let (plain, deep) = (fold::plain(source).text(), fold::deep(source).text());
            if deep != plain {
                entry.add_text(field, deep);
            }
            entry.add_text(field, plain);
        }
        for part in parts(text, passage, &words) {
            entry.add_text(fields.grams, fold::deep(part).spaced());
            entry.add_text(fields.words, part);
        }
        writer.add_document(entry)?;
        count += 1;
    }
    writer.finalize()?;
    let opened = Opened::from(directory, library)?;
    match opened.searcher.num_docs() {
        found if found == count => Ok(opened),
        found => Err(Error::Damaged(format!("{found} units where {count} were written"))),
    }
}

/// What counts for ranking: short title, chapter (twice: it tells what an article is about) or the name of the section, heading,
/// words.
fn parts<'a>(text: &'a Document, passage: &'a Passage, words: &'a str) -> Vec<&'a str> {
    let around = match &passage.unit {
        Unit::Section(_) => vec![passage.label.as_str()],
        _ => vec![text.chapter_of(&passage.unit).map_or("", |chapter| chapter.heading.as_str()); 2],
    };
    [text.meta.short_title.as_str()].into_iter().chain(around).chain([passage.heading.as_str(), words]).collect()
}

impl Opened {
    /// Opens the index of `library` whose files `directory` holds.
    pub(super) fn from(directory: RamDirectory, library: &Library) -> Result<Self> {
        let index = Index::open(directory.clone())?;
        let (schema, fields) = schema::schema();
        if index.schema() != schema {
            return Err(Error::Damaged("its fields are not the ones expected".to_owned()));
        }
        schema::register_tokenizers(index.tokenizers());
        let searcher = index.reader_builder().reload_policy(tantivy::ReloadPolicy::Manual).try_into()?.searcher();
        let (places, folds) = (Arc::new(Places::of(library)), Arc::new(Folds::of(library)));
        Ok(Self { directory, index, searcher, fields, places, folds })
    }
}
