//! Words to a tantivy query.

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::index::{Fields, english, grams};
use crate::text::fold;

/// A query cut into what can be searched.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// The words between blanks, deeply folded; shown as what was understood.
    pub(super) terms: Vec<String>,
    /// Exact runs of characters to look for, each in its two foldings.
    pub(super) phrases: Vec<[String; 2]>,
    /// The same for what the thesaurus added.
    pub(super) synonyms: Vec<[String; 2]>,
    /// Grams of two characters.
    pub(super) pairs: Vec<String>,
    /// Single characters; they rank but do not match alone.
    singles: Vec<String>,
    /// English stems.
    pub(super) stems: Vec<String>,
}

/// How much the parts count. Exactness outweighs resemblance; what was typed outweighs what was added.
const EXACT: f32 = 2.0;
const HEADING: f32 = 2.0;
const SYNONYM: f32 = 1.0;

/// Added to whatever contains the whole query as typed: no sum of resemblances reaches it.
pub(super) const WHOLE: f32 = 1000.0;

impl Words {
    /// Only these runs of characters, not the words in them.
    pub(super) fn exactly(texts: &[&str]) -> Self {
        let mut words = Self { phrases: texts.iter().map(|text| both(text)).collect(), ..Self::default() };
        words.drop_empty();
        words
    }

    /// The same, and before all else this run of characters.
    pub(super) fn and_exactly(mut self, text: &str) -> Self {
        self.phrases.insert(0, both(text));
        self.drop_empty();
        self
    }

    /// Cuts `text` into words and grams.
    pub(super) fn of(text: &str, synonyms: &[&str]) -> Self {
        let parts = text
            .split(|c: char| c.is_whitespace() || "，、；。,;".contains(c))
            .filter(|part| !fold::plain(part).is_empty());
        let mut words = Self { synonyms: synonyms.iter().map(|word| both(word)).collect(), ..Self::default() };
        words.phrases.push(both(text));
        for part in parts {
            words.terms.push(fold::deep(part).text());
            words.phrases.push(both(part));
        }
        for gram in grams(&fold::deep(text).spaced()) {
            let list = if gram.chars().count() == 2 { &mut words.pairs } else { &mut words.singles };
            if !list.contains(&gram) {
                list.push(gram);
            }
        }
        english().token_stream(text).process(&mut |token| {
            if token.text.is_ascii() && !words.stems.contains(&token.text) {
                words.stems.push(token.text.clone());
            }
        });
        words.drop_empty();
        words
    }

    fn drop_empty(&mut self) {
        self.phrases.retain(|phrase| !phrase[0].is_empty());
        let mut seen = Vec::new();
        self.phrases.retain(|phrase| {
            !seen.contains(phrase) && {
                seen.push(phrase.clone());
                true
            }
        });
    }

    /// The query; `None` when there is nothing to search for.
    pub(super) fn query(&self, fields: &Fields) -> Option<BooleanQuery> {
        let mut matching: Vec<Box<dyn Query>> = Vec::new();
        for (phrases, weight) in [(&self.phrases, EXACT), (&self.synonyms, SYNONYM)] {
            for phrase in phrases {
                matching.push(boost(either(fields.chars, phrase), weight));
                matching.push(boost(either(fields.heading, phrase), weight * HEADING));
            }
        }
        if let Some(whole) = self.phrases.first() {
            for field in [fields.chars, fields.heading] {
                matching.push(Box::new(ConstScoreQuery::new(either(field, whole), WHOLE)));
            }
        }
        matching.extend(self.pairs.iter().map(|gram| term(fields.grams, gram)));
        matching.extend(self.stems.iter().map(|stem| term(fields.words, stem)));
        if matching.is_empty() {
            return None;
        }
        let matching: Box<dyn Query> = Box::new(BooleanQuery::union(matching));
        let singles = self.singles.iter().map(|gram| (Occur::Should, term(fields.grams, gram)));
        Some(BooleanQuery::new(std::iter::once((Occur::Must, matching)).chain(singles).collect()))
    }
}

fn both(text: &str) -> [String; 2] {
    [fold::plain(text).text(), fold::deep(text).text()]
}

/// A run of characters, in one folding or the other.
fn either(field: Field, phrase: &[String; 2]) -> Box<dyn Query> {
    let [plain, deep] = phrase;
    if plain == deep {
        return run(field, plain);
    }
    Box::new(DisjunctionMaxQuery::new(vec![run(field, plain), run(field, deep)]))
}

fn run(field: Field, text: &str) -> Box<dyn Query> {
    let terms: Vec<Term> = text.chars().map(|c| Term::from_field_text(field, c.encode_utf8(&mut [0; 4]))).collect();
    match terms.as_slice() {
        [one] => Box::new(TermQuery::new(one.clone(), IndexRecordOption::WithFreqs)),
        _ => Box::new(PhraseQuery::new(terms)),
    }
}

fn term(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs))
}

fn boost(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}
