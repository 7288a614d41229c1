//! A query cut into what the index knows.

use crate::index::{english, grams};
use crate::text::fold;

/// A query cut into what can be searched.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// The whole, deeply folded.
    pub(super) text: String,
    /// The words between blanks, deeply folded; shown as what was understood.
    pub(super) terms: Vec<String>,
    /// Exact runs of characters to look for, each in its two foldings.
    pub(super) phrases: Vec<[String; 2]>,
    /// The same for what the thesaurus added.
    pub(super) synonyms: Vec<[String; 2]>,
    /// Grams of two characters.
    pub(super) pairs: Vec<String>,
    /// Single characters; they rank but do not match alone.
    pub(super) singles: Vec<String>,
    /// English stems.
    pub(super) stems: Vec<String>,
}

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

    /// Whether there is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.phrases.is_empty() && self.pairs.is_empty() && self.stems.is_empty()
    }

    /// Its characters and pairs, without exact runs: for ranking by resemblance alone.
    pub(super) fn grams(text: &str) -> Self {
        Self { phrases: Vec::new(), ..Self::of(text, &[]) }
    }

    /// Cuts `text` into words and grams.
    pub(super) fn of(text: &str, synonyms: &[&str]) -> Self {
        let parts = text
            .split(|c: char| c.is_whitespace() || "，、；。,;".contains(c))
            .filter(|part| !fold::plain(part).is_empty());
        let mut words = Self { synonyms: synonyms.iter().map(|word| both(word)).collect(), ..Self::default() };
        words.phrases.push(both(text));
        words.text = fold::deep(text).text();
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
}

fn both(text: &str) -> [String; 2] {
    let fold::Both { plain, deep } = fold::Both::of(text);
    [plain.text(), deep.text()]
}
