//! What every unit scores for a query.

use tantivy::query::{BoostQuery, DisjunctionMaxQuery, EnableScoring, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use super::query::Words;
use crate::error::Result;
use crate::index::{Index, Norms, Ordinal};
use crate::wire::WhyPart;

/// How much the parts count. Exactness outweighs resemblance; what was typed outweighs what was added.
const EXACT: f32 = 2.0;
const HEADING: f32 = 2.0;
const SYNONYM: f32 = 1.0;

/// Added to whatever contains the whole query as typed: no sum of resemblances reaches it.
pub(super) const WHOLE: f32 = 1000.0;

/// Scores by unit. Units that score nothing do not match.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// What words and characters score, by unit.
    resemblance: Vec<f32>,
    /// What exact runs of characters score, and as what: few units have any, and a unit may be named several times.
    exact: Vec<(Ordinal, f32, WhyPart)>,
    /// The units that match, each once, in no order.
    matching: Vec<Ordinal>,
    /// The weight of the pairs and stems that stand in each unit; empty unless asked for.
    covered: Vec<f32>,
    /// The weight of all pairs and stems.
    asked: f32,
}

impl Scores {
    /// Scores every unit. At least one run of characters, pair or stem must match; single characters only rank.
    ///
    /// # Errors
    /// [`crate::error::Error::Index`] when the index cannot be read.
    pub(super) fn of(index: &Index, words: &Words) -> Result<Self> {
        Self::with(index, words, Vec::new())
    }

    /// The same, and how much of the words stands in each unit: [`Self::covered`].
    ///
    /// # Errors
    /// As [`Self::of`].
    pub(super) fn covering(index: &Index, words: &Words) -> Result<Self> {
        Self::with(index, words, vec![0.0; index.texts.len()])
    }

    fn with(index: &Index, words: &Words, covered: Vec<f32>) -> Result<Self> {
        let Some(segment) = index.segment() else { return Ok(Self::default()) };
        let mut scores = Self { resemblance: vec![0.0; segment.max_doc() as usize], covered, ..Self::default() };
        let fields = &index.fields;
        for (place, phrase) in words.phrases.iter().enumerate() {
            let (extra, part) = if place == 0 { (WHOLE, WhyPart::Exact) } else { (0.0, WhyPart::Phrase) };
            scores.run(index, fields.chars, phrase, (EXACT, extra), part)?;
            scores.run(index, fields.heading, phrase, (EXACT * HEADING, extra), WhyPart::Heading)?;
        }
        for phrase in &words.synonyms {
            scores.run(index, fields.chars, phrase, (SYNONYM, 0.0), WhyPart::Synonyms)?;
            scores.run(index, fields.heading, phrase, (SYNONYM * HEADING, 0.0), WhyPart::Synonyms)?;
        }
        for place in 0..scores.exact.len() {
            // Matches by its run alone; the smallest number makes it a match and counts for nothing.
            scores.add(scores.exact[place].0, f32::MIN_POSITIVE);
        }
        if let Some(norms) = index.norms(fields.words)? {
            scores.terms(&norms, &words.stems)?;
        }
        if let Some(norms) = index.norms(fields.grams)? {
            scores.terms(&norms, &words.pairs)?;
            for single in &words.singles {
                let Some(term) = norms.term(single)? else { continue };
                norms.each(term, |unit, score| {
                    let slot = &mut scores.resemblance[unit as usize];
                    *slot += if *slot > 0.0 { score } else { 0.0 };
                });
            }
        }
        Ok(scores)
    }

    /// The units that match with everything they score, in no order.
    pub(super) fn sums(&self) -> Vec<(Ordinal, f32)> {
        let mut sums = self.resemblance.clone();
        for (unit, score, _) in &self.exact {
            sums[*unit as usize] += score;
        }
        self.matching.iter().map(|unit| (*unit, sums[*unit as usize])).collect()
    }

    /// The units that match, in no order.
    pub(super) fn matching(&self) -> &[Ordinal] {
        &self.matching
    }

    /// The units that match with what words and characters score in them, in no order.
    pub(super) fn resembling(&self) -> impl Iterator<Item = (Ordinal, f32)> {
        self.matching.iter().map(|unit| (*unit, self.resemblance[*unit as usize]))
    }

    /// What words and characters score, by unit.
    pub(super) fn resemblance(&self) -> &[f32] {
        &self.resemblance
    }

    /// What exact runs score, and as what; a unit may be named several times.
    pub(super) fn exact(&self) -> &[(Ordinal, f32, WhyPart)] {
        &self.exact
    }

    /// The share of the words, by weight, that stands in a unit; 0 unless scored by [`Self::covering`].
    pub(super) fn covered(&self, unit: Ordinal) -> f32 {
        self.covered.get(unit as usize).map_or(0.0, |weight| weight / self.asked.max(0.01))
    }

    fn add(&mut self, unit: Ordinal, score: f32) {
        let slot = &mut self.resemblance[unit as usize];
        if *slot == 0.0 {
            self.matching.push(unit);
        }
        *slot += score;
    }

    fn terms(&mut self, norms: &Norms, terms: &[String]) -> Result<()> {
        for term in terms {
            let Some(term) = norms.term(term)? else { continue };
            let weight = term.idf;
            self.asked += weight;
            norms.each(term, |unit, score| {
                self.add(unit, score);
                if let Some(covered) = self.covered.get_mut(unit as usize) {
                    *covered += weight;
                }
            });
        }
        Ok(())
    }

    /// A run of characters, in one folding or the other.
    fn run(
        &mut self,
        index: &Index,
        field: Field,
        forms: &[String; 2],
        (weight, extra): (f32, f32),
        part: WhyPart,
    ) -> Result<()> {
        let Some(segment) = index.segment() else { return Ok(()) };
        let [plain, deep] = forms;
        let query = if plain == deep {
            phrase(field, plain)
        } else {
            Box::new(DisjunctionMaxQuery::new(vec![phrase(field, plain), phrase(field, deep)]))
        };
        let scoring = EnableScoring::enabled_from_searcher(&index.searcher);
        let weighted = BoostQuery::new(query, weight).weight(scoring)?;
        weighted.for_each(segment, &mut |unit, score| self.exact.push((unit, score + extra, part)))?;
        Ok(())
    }
}

fn phrase(field: Field, text: &str) -> Box<dyn Query> {
    let term = |c: char| tantivy::Term::from_field_text(field, c.encode_utf8(&mut [0; 4]));
    let terms: Vec<tantivy::Term> = text.chars().map(term).collect();
    match terms.as_slice() {
        [one] => Box::new(TermQuery::new(one.clone(), IndexRecordOption::WithFreqs)),
        _ => Box::new(PhraseQuery::new(terms)),
    }
}
