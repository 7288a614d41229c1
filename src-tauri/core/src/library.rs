//! The texts on board: found by address, bound together by their references.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use crate::cite::{self, Cited, Names, Reference, Standpoint};
use crate::corpus::{Bundle, Corpus, Thesaurus};
use crate::error::{Error, Result};
use crate::model::{Address, Article, Document, DocumentId, Lang, Meta, Unit};

/// A document in all its languages.
#[derive(Debug)]
pub struct Work {
    /// Its texts, Chinese first; never empty.
    texts: Vec<Document>,
}

/// All works, their names, and what they say about one another.
#[derive(Debug)]
pub struct Library {
    works: Vec<Work>,
    names: Names,
    thesaurus: Thesaurus,
    links: OnceLock<Links>,
}

/// References by the line that makes them, and articles by those that cite them.
#[derive(Debug, Default)]
struct Links {
    out: HashMap<(Lang, Address), Vec<Reference>>,
    cited_by: BTreeMap<Address, BTreeSet<(Option<Place>, Address)>>,
}

/// 款 and 项 that a citation names inside an article.
type Place = (u32, Option<u32>);

impl Work {
    /// Its id.
    pub fn id(&self) -> &DocumentId {
        &self.texts[0].meta.id
    }

    /// All its texts, Chinese first.
    pub fn texts(&self) -> &[Document] {
        &self.texts
    }

    /// Its text in `lang`.
    pub fn text(&self, lang: Lang) -> Option<&Document> {
        self.texts.iter().find(|text| text.meta.lang == lang)
    }

    /// Its front matter in `lang`, or in the language there is.
    pub fn meta(&self, lang: Lang) -> &Meta {
        &self.text(lang).unwrap_or(&self.texts[0]).meta
    }
}

impl Library {
    /// The library inside the program.
    pub fn bundled() -> Self {
        Self::of(Bundle::embedded().parse())
    }

    /// The library of a parsed corpus.
    pub fn of(corpus: Corpus) -> Self {
        let mut works: Vec<Work> = Vec::new();
        let names = Names::of(corpus.documents.iter().map(|(_, document)| document));
        for (_, document) in corpus.documents {
            match works.iter_mut().find(|work| *work.id() == document.meta.id) {
                Some(work) => work.texts.push(document),
                None => works.push(Work { texts: vec![document] }),
            }
        }
        for work in &mut works {
            work.texts.sort_by_key(|text| text.meta.lang);
        }
        Self { works, names, thesaurus: corpus.thesaurus, links: OnceLock::new() }
    }

    /// Every work, in the order of the corpus.
    pub fn works(&self) -> &[Work] {
        &self.works
    }

    /// The work with this id.
    pub fn work(&self, id: &DocumentId) -> Option<&Work> {
        self.works.iter().find(|work| work.id() == id)
    }

    /// Everyday words and what the texts call them.
    pub fn thesaurus(&self) -> &Thesaurus {
        &self.thesaurus
    }

    /// The article in the text of `lang`, or in the language there is.
    pub fn article(&self, address: &Address, lang: Lang) -> Option<&Article> {
        let work = self.work(&address.document)?;
        let no = address.article_no()?;
        work.text(lang)
            .and_then(|text| text.article(no))
            .or_else(|| work.texts.iter().find_map(|text| text.article(no)))
    }

    /// Whether the place is on board, in the version named.
    pub fn has(&self, address: &Address) -> bool {
        let Some(work) = self.work(&address.document) else { return false };
        if address.version.is_some() && address.version != work.meta(Lang::Zh).effective_on {
            return false;
        }
        match &address.unit {
            Unit::Whole => true,
            Unit::Section(_) => false,
            Unit::Article { no, paragraph, item } => {
                work.texts.iter().any(|text| text.article(*no).is_some_and(|article| article.has(*paragraph, *item)))
            }
        }
    }

    /// The citation in a query, if it holds one. A bare number belongs to `near`, or to the first work.
    pub fn cited(&self, query: &str, near: Option<&DocumentId>) -> Option<Cited> {
        let near = near.or(self.works.first().map(Work::id));
        cite::read(query, &self.names, near, |address| self.has(address))
    }

    /// The place that an address or a citation names.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it names none, or other words stand beside it.
    pub fn find(&self, text: &str, near: Option<&DocumentId>) -> Result<Address> {
        match self.cited(text, near) {
            Some(Cited { places, rest }) if rest.is_empty() => Ok(places[0].clone()),
            _ => Err(Error::NotFound { what: text.trim().to_owned() }),
        }
    }

    /// References of one line (a 款 or 项) of the text in `lang`, in order.
    pub fn references(&self, lang: Lang, line: &Address) -> &[Reference] {
        self.links().out.get(&(lang, line.clone())).map_or(&[], Vec::as_slice)
    }

    /// The articles that cite this place, the article around it, or a part of it; not those that cite themselves.
    pub fn cited_by(&self, address: &Address) -> Vec<Address> {
        let Some(citing) = self.links().cited_by.get(&address.to_unit()) else { return Vec::new() };
        let wanted = place(address);
        let concerns = |cited: &Option<Place>| match (cited, wanted) {
            (None, _) | (_, None) => true,
            (Some((p, i)), Some((wp, wi))) => *p == wp && (i.is_none() || wi.is_none() || *i == wi),
        };
        let found: BTreeSet<&Address> =
            citing.iter().filter(|(cited, _)| concerns(cited)).map(|(_, from)| from).collect();
        found.into_iter().cloned().collect()
    }

    fn links(&self) -> &Links {
        self.links.get_or_init(|| {
            let mut links = Links::default();
            for text in self.works.iter().flat_map(|work| &work.texts) {
                let (id, lang) = (&text.meta.id, text.meta.lang);
                for (line, words) in text.articles().flat_map(|article| article.lines(id)) {
                    let Unit::Article { no, paragraph, .. } = line.unit else { continue };
                    let from = Standpoint { document: id.clone(), no, paragraph: paragraph.unwrap_or(1) };
                    let references = cite::scan(words, lang, &from, &self.names);
                    for to in references.iter().flat_map(|reference| &reference.to) {
                        let (cited, citing) = (to.to_unit(), line.to_unit());
                        if cited != citing && cited.unit != Unit::Whole {
                            links.cited_by.entry(cited).or_default().insert((place(to), citing));
                        }
                    }
                    if !references.is_empty() {
                        links.out.insert((lang, line), references);
                    }
                }
            }
            links
        })
    }
}

fn place(address: &Address) -> Option<Place> {
    match address.unit {
        Unit::Article { paragraph, item, .. } => paragraph.map(|p| (p, item)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Address {
        format!("minors-online-protection/{text}").parse().expect("address")
    }

    #[test]
    fn neighbours_are_known_down_to_the_paragraph() {
        let library = Library::bundled();
        assert_eq!(library.cited_by(&at("46")), [at("56")]);
        assert_eq!(library.cited_by(&at("46.2")), [at("56")]);
        assert_eq!(library.cited_by(&at("46.1")), []);
        assert_eq!(library.cited_by(&at("20.1.5")), [at("54")]);
        assert_eq!(library.cited_by(&at("59")), []);
    }

    #[test]
    fn only_what_is_on_board_is_there() {
        let library = Library::bundled();
        for (text, there) in [
            ("46", true),
            ("46.2", true),
            ("46.3", false),
            ("20.1.6", true),
            ("20.1.7", false),
            ("61", false),
            ("0", false),
            ("46@2024-01-01", true),
            ("46@2020-01-01", false),
        ] {
            let address = format!("minors-online-protection/{text}").parse::<Address>();
            assert_eq!(address.is_ok_and(|a| library.has(&a)), there, "{text}");
        }
    }
}
