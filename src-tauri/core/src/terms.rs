//! Finding the terms of the glossary in texts.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::Lang;
use crate::tables::Term;
use crate::text::fold;

/// The forms of all terms, by their first character.
#[derive(Debug, Default)]
pub struct Terms {
    first: HashMap<(Lang, char), Vec<Form>>,
    /// Terms by their forms, deeply folded: what a query is compared with.
    folded: HashMap<String, usize>,
}

#[derive(Debug)]
struct Form {
    text: String,
    /// Number of its term in the glossary.
    term: usize,
}

impl Terms {
    /// Prepares a glossary.
    pub fn of(terms: &[Term]) -> Self {
        let mut first: HashMap<(Lang, char), Vec<Form>> = HashMap::new();
        let mut folded = HashMap::new();
        for lang in [Lang::Zh, Lang::En] {
            for (number, term) in terms.iter().enumerate() {
                for name in term.names(lang) {
                    folded.entry(fold::deep(name).text()).or_insert(number);
                    let text = name.to_lowercase();
                    if let Some(c) = text.chars().next() {
                        first.entry((lang, c)).or_default().push(Form { text, term: number });
                    }
                }
            }
        }
        first.values_mut().for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.text.len())));
        Self { first, folded }
    }

    /// The term that a query is, whatever its script, width and case.
    pub fn named(&self, query: &str) -> Option<usize> {
        let folded = fold::deep(query);
        if folded.is_empty() { None } else { self.folded.get(&folded.text()).copied() }
    }

    /// The terms in a text, in order, without overlaps, the longest first: bytes of the text, and the number of the term. Latin
    /// words are found as whole words, in any case.
    pub fn find(&self, text: &str, lang: Lang) -> Vec<(Range<usize>, usize)> {
        let mut found = Vec::new();
        let lower = text.to_lowercase();
        // Lower case may take other bytes than upper case; where it does, nothing is marked rather than the wrong thing.
        if lower.len() != text.len() {
            return found;
        }
        let mut end = 0;
        let mut before = ' ';
        for (at, c) in lower.char_indices() {
            let inside = c.is_ascii_alphanumeric() && before.is_ascii_alphanumeric();
            before = c;
            if at < end || inside {
                continue;
            }
            let whole = |form: &&Form| {
                let rest = lower.get(at..).and_then(|rest| rest.strip_prefix(form.text.as_str()));
                rest.is_some_and(|rest| {
                    !(form.text.ends_with(|c: char| c.is_ascii_alphanumeric())
                        && rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
                })
            };
            if let Some(form) = self.first.get(&(lang, c)).and_then(|forms| forms.iter().find(whole)) {
                end = at + form.text.len();
                found.push((at..end, form.term));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, Evidence};
    use crate::tables::Forms;

    #[test]
    fn terms_are_found_whole_and_longest_first() {
        let term = |zh: &str, en: &str| Term {
            id: String::new(),
            term: Bilingual { zh: zh.to_owned(), en: en.to_owned() },
            forms: Forms::default(),
            legal: Bilingual::default(),
            child: Bilingual::default(),
            at: Vec::new(),
            evidence: Evidence::Seen,
        };
        let terms = Terms::of(&[term("网络", "net"), term("网络欺凌", "online bullying")]);
        assert_eq!(terms.find("防网络欺凌和网络", Lang::Zh), [(3..15, 1), (18..24, 0)]);
        assert_eq!(terms.find("Online Bullying on the net, nets", Lang::En), [(0..15, 1), (23..26, 0)]);
        assert_eq!(terms.find("İ net", Lang::En), []);
        assert_eq!(terms.named("網絡欺凌"), Some(1));
        assert_eq!((terms.named("网络欺"), terms.named("，")), (None, None));
    }
}
