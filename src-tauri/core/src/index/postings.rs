//! Where a term stands, read block by block: adding up scores term by term is many times faster than walking all lists side by
//! side, and every unit that matches is wanted anyway.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, SegmentReader};

use super::{Index, Ordinal};
use crate::error::Result;

/// The constants of BM25; what tantivy uses too.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// Counts of a term in a unit that are scored by table: nearly all of them are.
const COMMON: usize = 4;

/// The length part of BM25, for a text of this length among texts of an average length.
pub(crate) fn length_part(length: f32, average: f32) -> f32 {
    K1 * (1.0 - B + B * length / average)
}

/// BM25 of a term with this inverse document frequency that stands `count` times in a text with this length part.
pub(crate) fn bm25(idf: f32, count: f32, length_part: f32) -> f32 {
    idf * (1.0 + K1) * count / (count + length_part)
}

/// One field of the index, for BM25: its terms, and how long it is in each unit.
pub(crate) struct Norms {
    terms: Arc<InvertedIndexReader>,
    lengths: FieldNormReader,
    /// BM25 of a weight of one, by count from 1 and coded length.
    shares: [[f32; 256]; COMMON],
    average: f32,
    units: u64,
    field: Field,
}

/// A term that stands somewhere, with its weight.
pub(crate) struct Term {
    postings: BlockSegmentPostings,
    /// Inverse document frequency.
    pub(crate) idf: f32,
}

impl Index {
    /// The only segment; `None` when the index is empty.
    pub(crate) fn segment(&self) -> Option<&SegmentReader> {
        self.searcher.segment_readers().first()
    }

    /// A field made ready for BM25; `None` when the index is empty.
    ///
    /// # Errors
    /// [`crate::error::Error::Index`] when it cannot be read.
    pub(crate) fn norms(&self, field: Field) -> Result<Option<Norms>> {
        let Some(segment) = self.segment() else { return Ok(None) };
        let terms = segment.inverted_index(field)?;
        let lengths = segment.get_fieldnorms_reader(field)?;
        let units = u64::from(segment.max_doc());
        let average = terms.total_num_tokens() as f32 / units as f32;
        let mut shares = [[0.0; 256]; COMMON];
        for code in 0..=u8::MAX {
            let long = length_part(FieldNormReader::id_to_fieldnorm(code) as f32, average);
            for (share, count) in shares.iter_mut().zip(1u8..) {
                share[usize::from(code)] = bm25(1.0, f32::from(count), long);
            }
        }
        Ok(Some(Norms { terms, lengths, shares, average, units, field }))
    }
}

impl Norms {
    /// A term of this field; `None` when it stands nowhere.
    ///
    /// # Errors
    /// [`crate::error::Error::Index`] when its postings cannot be read.
    pub(crate) fn term(&self, text: &str) -> Result<Option<Term>> {
        let term = tantivy::Term::from_field_text(self.field, text);
        let postings =
            self.terms.read_block_postings(&term, IndexRecordOption::WithFreqs).map_err(tantivy::TantivyError::from)?;
        Ok(postings.map(|postings| {
            let (all, with) = (self.units as f32, postings.doc_freq() as f32);
            Term { postings, idf: (1.0 + (all - with + 0.5) / (with + 0.5)).ln() }
        }))
    }

    /// Gives each unit with this term to `add`, with the term's BM25 score there.
    pub(crate) fn each(&self, mut term: Term, mut add: impl FnMut(Ordinal, f32)) {
        while term.postings.block_len() > 0 {
            for (unit, count) in term.postings.docs().iter().zip(term.postings.freqs()) {
                add(*unit, self.score(term.idf, *unit, *count));
            }
            term.postings.advance();
        }
    }

    /// The BM25 score of a term in each of some units, which ascend; 0 where it does not stand.
    pub(crate) fn at(&self, mut term: Term, units: &[Ordinal]) -> Vec<f32> {
        let score = |unit: &Ordinal| {
            let place = term.postings.seek(*unit);
            if place >= term.postings.block_len() || term.postings.doc(place) != *unit {
                return 0.0;
            }
            self.score(term.idf, *unit, term.postings.freq(place))
        };
        units.iter().map(score).collect()
    }

    fn score(&self, idf: f32, unit: Ordinal, count: u32) -> f32 {
        match self.shares.get(count.wrapping_sub(1) as usize) {
            Some(share) => idf * share[usize::from(self.lengths.fieldnorm_id(unit))],
            None => bm25(idf, count as f32, length_part(self.lengths.fieldnorm(unit) as f32, self.average)),
        }
    }
}
