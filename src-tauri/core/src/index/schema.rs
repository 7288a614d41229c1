//! The fields of the index.

use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer, TokenizerManager};

use super::tokenizer::{Characters, Grams};

/// The fields.
#[derive(Debug, Clone, Copy)]
pub struct Fields {
    /// Every character of the words, with positions; plainly and deeply folded.
    pub chars: Field,
    /// Every character of the heading, with positions.
    pub heading: Field,
    /// Grams of title, chapter, heading and words.
    pub grams: Field,
    /// English words, stemmed, of title, chapter, heading and words.
    pub words: Field,
}

/// The schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let mut text = |name: &str, tokenizer: &str, record| {
        let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(record);
        builder.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
    };
    let chars = text("chars", "characters", IndexRecordOption::WithFreqsAndPositions);
    let heading = text("heading", "characters", IndexRecordOption::WithFreqsAndPositions);
    let grams = text("grams", "grams", IndexRecordOption::WithFreqs);
    let words = text("words", "english", IndexRecordOption::WithFreqs);
    (builder.build(), Fields { chars, heading, grams, words })
}

/// Tells an index how its fields are cut.
pub(super) fn register_tokenizers(tokenizers: &TokenizerManager) {
    tokenizers.register("characters", Characters);
    tokenizers.register("grams", Grams);
    tokenizers.register("english", english());
}

/// English words, lower-cased and stemmed. Chinese runs come out whole and match nothing, which is right.
pub(crate) fn english() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(Stemmer::new(Language::English)).build()
}
