//! The words of a library that people type: terms, titles, topics, headings, everyday words, crimes.

use std::collections::HashSet;

use crate::library::Library;
use crate::model::{Address, Lang, Unit};
use crate::text::fold;
use crate::wire::SuggestionKind;

/// A word or title somebody may type.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// As it is written.
    pub(super) text: String,
    /// Deeply folded.
    pub(super) folded: String,
    /// Its words, folded, with a blank before each: what a Latin beginning is looked for in. Empty for Chinese.
    pub(super) parts: String,
    pub(super) kind: SuggestionKind,
    pub(super) lang: Lang,
    /// The place it names.
    pub(super) address: Option<Address>,
    /// Its length in characters, folded.
    pub(super) length: usize,
}

/// Every entry once, terms first.
pub(super) fn entries(library: &Library) -> Vec<Entry> {
    let mut list = List::default();
    let tables = library.tables();
    for lang in [Lang::Zh, Lang::En] {
        for term in &tables.terms {
            term.names(lang).for_each(|name| list.add(name, SuggestionKind::Term, lang, term.at.first().cloned()));
        }
        for crime in tables.cases.values().flat_map(|case| &case.crimes) {
            list.add(crime.get(lang), SuggestionKind::Term, lang, None);
        }
    }
    for text in library.works().iter().flat_map(|work| work.texts()) {
        let meta = &text.meta;
        let whole = || Some(Address::whole(meta.id.clone()));
        for name in [&meta.title, &meta.short_title].into_iter().chain(&meta.aliases) {
            list.add(name, SuggestionKind::Title, meta.lang, whole());
        }
        for passage in text.passages().filter(|passage| matches!(passage.unit, Unit::Article { .. })) {
            list.add(&passage.heading, SuggestionKind::Heading, meta.lang, Some(passage.address(&meta.id)));
        }
    }
    for lang in [Lang::Zh, Lang::En] {
        tables.topics.iter().for_each(|topic| list.add(topic.title.get(lang), SuggestionKind::Topic, lang, None));
    }
    for say in tables.thesaurus.entries.iter().flat_map(|entry| &entry.say) {
        let lang = if say.text.is_ascii() { Lang::En } else { Lang::Zh };
        list.add(&say.text, SuggestionKind::Saying, lang, None);
    }
    // The same words may be a heading and a topic: the better kind stays.
    list.entries.sort_by_key(|entry| entry.kind);
    let mut seen = HashSet::new();
    list.entries.retain(|entry| seen.insert(entry.folded.clone()));
    list.entries
}

#[derive(Default)]
struct List {
    entries: Vec<Entry>,
}

impl List {
    fn add(&mut self, text: &str, kind: SuggestionKind, lang: Lang, address: Option<Address>) {
        let folding = fold::deep(text);
        let folded = folding.text();
        let length = folded.chars().count();
        if length < 2 {
            return;
        }
        let parts = if folded.is_ascii() { format!(" {}", folding.spaced()) } else { String::new() };
        self.entries.push(Entry { text: text.trim().to_owned(), folded, parts, kind, lang, address, length });
    }
}
