//! tantivy as it comes, without what the program adds to it: its own tokenizer of pairs (its default tokenizer takes a Chinese
//! sentence for one word), its own writer with as many threads and merges as it likes, any pair of the question, its own BM25 and
//! best-first collector.

use tantivy::collector::TopDocs;
use tantivy::query::BooleanQuery;
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{LowerCaser, NgramTokenizer, TextAnalyzer};
use tantivy::{Directory, Index, Searcher, TantivyDocument, Term};

use super::{Engine, Entries, whole};

/// Memory of the writer, in bytes: the least for the eight threads it may take.
const BUDGET: usize = 128 << 20;

pub(super) struct Ngrams {
    index: Index,
    searcher: Searcher,
    words: Field,
}

impl Ngrams {
    pub(super) fn build(entries: Entries<'_, '_>) -> Self {
        let mut schema = Schema::builder();
        let indexing =
            TextFieldIndexing::default().set_tokenizer("pairs").set_index_option(IndexRecordOption::WithFreqs);
        let words = schema.add_text_field("words", TextOptions::default().set_indexing_options(indexing));
        let number = schema.add_u64_field("number", FAST);
        let index = Index::create_in_ram(schema.build());
        let pairs = TextAnalyzer::builder(NgramTokenizer::all_ngrams(2, 2).unwrap()).filter(LowerCaser).build();
        index.tokenizers().register("pairs", pairs);
        let mut writer = index.writer(BUDGET).unwrap();
        for (entry, place) in entries.zip(0u64..) {
            let mut document = TantivyDocument::new();
            document.add_text(words, whole(&entry));
            document.add_u64(number, place);
            writer.add_document(document).unwrap();
        }
        writer.commit().unwrap();
        writer.wait_merging_threads().unwrap();
        let searcher = index.reader().unwrap().searcher();
        Self { index, searcher, words }
    }
}

impl Engine for Ngrams {
    fn answer(&self, question: &str, most: usize) -> Vec<(u32, f64)> {
        let mut terms = Vec::new();
        let mut tokenizer = self.index.tokenizer_for_field(self.words).unwrap();
        tokenizer.token_stream(question).process(&mut |token| {
            let term = Term::from_field_text(self.words, &token.text);
            if !terms.contains(&term) {
                terms.push(term);
            }
        });
        let query = BooleanQuery::new_multiterms_query(terms);
        let best = self.searcher.search(&query, &TopDocs::with_limit(most).order_by_score()).unwrap();
        let numbered = best.into_iter().map(|(score, place)| {
            let numbers = self.searcher.segment_reader(place.segment_ord).fast_fields().u64("number").unwrap();
            (u32::try_from(numbers.first(place.doc_id).unwrap()).unwrap(), f64::from(score))
        });
        numbered.collect()
    }

    fn bytes(&self) -> usize {
        let files = self.index.load_metas().unwrap().list_segment_files().into_iter();
        let there = files.filter_map(|path| self.index.directory().open_read(&path).ok());
        there.map(|file| tantivy::HasLen::len(&file)).sum()
    }
}
