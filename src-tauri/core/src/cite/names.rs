//! What texts are called: titles, short titles and aliases, of texts on board and of texts only known by name.

use std::collections::HashMap;

use super::style::full_title;
use crate::corpus::External;
use crate::model::{Document, DocumentId, Kind, Lang};
use crate::text::fold;

/// The names of every known text.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// By first character, longest first: every word of a text may begin a name.
    first: HashMap<char, Vec<Name>>,
}

#[derive(Debug, Clone)]
struct Name {
    form: Vec<char>,
    document: DocumentId,
    /// A title may be recognised in running text; an alias (条例) only before an article number.
    title: bool,
}

impl Names {
    /// Collects the names from front matters and from the list of texts outside. Cases are known by their numbers
    /// ([`super::case`]); policy pages have titles that other texts use in passing, so they count in 《》 only.
    pub fn of<'a>(documents: impl IntoIterator<Item = &'a Document>, externals: &[External]) -> Self {
        let mut names = Self::default();
        for document in documents {
            let meta = &document.meta;
            if meta.kind == Kind::GuidingCase {
                continue;
            }
            names.add(&meta.title, &meta.id, meta.kind != Kind::Policy);
            if !meta.official_title.is_empty() {
                names.add(&meta.official_title, &meta.id, true);
            }
            names.add(&full_title(meta), &meta.id, meta.kind != Kind::Policy);
            // "Criminal Law" is a name anywhere, "Regulations" and 条例 only in 《》 or where a number stands beside them.
            let telling = |name: &str| meta.lang == Lang::En && name.contains(' ') && meta.kind != Kind::Policy;
            for name in std::iter::once(&meta.short_title).chain(&meta.aliases) {
                names.add(name, &meta.id, telling(name));
            }
        }
        for external in externals {
            let titles = [&external.title.zh, &external.title.en].into_iter().chain(&external.also);
            titles.for_each(|title| names.add(title, &external.id, true));
        }
        names.first.values_mut().for_each(|list| list.sort_by_key(|name| std::cmp::Reverse(name.form.len())));
        names
    }

    fn add(&mut self, text: &str, document: &DocumentId, title: bool) {
        let form = form(&fold::script(text));
        let Some(first) = form.first() else { return };
        let list = self.first.entry(*first).or_default();
        match list.iter_mut().find(|known| known.form == form) {
            Some(known) => known.title |= title,
            None => list.push(Name { form, document: document.clone(), title }),
        }
    }

    /// The text with exactly this name, with or without 中华人民共和国.
    pub fn find(&self, name: &str) -> Option<&DocumentId> {
        // Most titles stand in script form already; folding is for the others.
        self.exactly(&form(name)).or_else(|| self.exactly(&form(&fold::script(name))))
    }

    fn exactly(&self, form: &[char]) -> Option<&DocumentId> {
        let list = self.first.get(form.first()?)?;
        list.iter().find(|name| name.form == form).map(|name| &name.document)
    }

    /// The text whose title, not merely an alias of it, is exactly `form`.
    pub(super) fn title(&self, form: &[char]) -> Option<&DocumentId> {
        let list = self.first.get(form.first()?)?;
        list.iter().find(|name| name.title && name.form == form).map(|name| &name.document)
    }

    /// The longest name that `chars` starts with, and the number of characters it took. `chars` are in script form
    /// ([`fold::script`]); with `titles_only` aliases do not count.
    pub(super) fn at_start(&self, chars: &[char], titles_only: bool) -> Option<(&DocumentId, usize)> {
        let prefix: &[char] = &['中', '华', '人', '民', '共', '和', '国'];
        let skipped = if chars.starts_with(prefix) { prefix.len() } else { 0 };
        let rest = chars.get(skipped..)?;
        self.first
            .get(rest.first()?)?
            .iter()
            .filter(|name| name.title || !titles_only)
            .find(|name| rest.starts_with(&name.form) && ends_word(&name.form, rest))
            .map(|name| (&name.document, skipped + name.form.len()))
    }
}

/// A Latin name must not end inside a word.
fn ends_word(form: &[char], rest: &[char]) -> bool {
    let open = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
    !(open(form.last()) && open(rest.get(form.len())))
}

fn form(name: &str) -> Vec<char> {
    bare(name).chars().collect()
}

/// A name without 《》 and 中华人民共和国.
pub(crate) fn bare(name: &str) -> &str {
    let bare = name.trim().trim_start_matches('《').trim_end_matches('》');
    bare.trim_start_matches("中华人民共和国").trim()
}
