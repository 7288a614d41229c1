//! The texts on board: found by address, bound together by their references and by the tables beside them.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::cite::{self, Cited, Names, Reference};
use crate::corpus::{Bundle, Corpus, File, Fingerprints, Thesaurus};
use crate::error::{Error, Result};
use crate::links::{Links, Neighbour};
use crate::model::{Address, ArticleNo, Document, DocumentId, Lang, Layer, Line, Meta, Passage, Shelf, Unit};
use crate::tables::{CaseFacts, Tables};
use crate::terms::Terms;

/// A document in all its languages.
#[derive(Debug)]
pub struct Work {
    /// Where it stands.
    pub shelf: Shelf,
    /// Its texts, Chinese first; never empty.
    texts: Vec<Document>,
}

/// All works, their names, the tables, and what they say about one another. What is not needed for reading a text is
/// read on first use.
#[derive(Debug)]
pub struct Library {
    works: Vec<Work>,
    /// Where each work stands in `works`: every reference of every text is looked up here.
    places: HashMap<DocumentId, usize>,
    names: Names,
    /// Fingerprints of official wordings.
    fingerprints: Vec<Fingerprints>,
    files: Vec<File>,
    tables: OnceLock<Tables>,
    terms: OnceLock<Terms>,
    links: OnceLock<Links>,
}

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

    /// Its text in `lang` that is nearest to the law: the official wording where it is on board, or else ours.
    pub fn surest(&self, lang: Lang) -> Option<&Document> {
        let official = self.texts.iter().find(|text| text.meta.lang == lang && text.meta.layer == Layer::Official);
        official.or_else(|| self.text(lang))
    }

    /// Its front matter in `lang`, or in the language there is.
    pub fn meta(&self, lang: Lang) -> &Meta {
        &self.text(lang).unwrap_or(&self.texts[0]).meta
    }

    /// Whether it has articles, so that a bare number can be one of them.
    pub fn has_articles(&self) -> bool {
        self.texts[0].passages().any(|passage| matches!(passage.unit, Unit::Article { .. }))
    }

    /// Shelf, then the order of the shelf: cases by court and number, everything else by id.
    fn key(&self) -> (Shelf, &str, u32) {
        let id = self.id().as_str();
        match id.rsplit_once('-').map(|(court, number)| (court, number.parse())) {
            Some((court, Ok(number))) if self.shelf == Shelf::Cases => {
                (self.shelf, if court == "spp" { "0" } else { "1" }, number)
            }
            _ => (self.shelf, id, 0),
        }
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
        let names = Names::of(corpus.documents.iter().map(|(_, document)| document), &corpus.externals);
        for (file, document) in corpus.documents {
            match works.iter_mut().find(|work| *work.id() == document.meta.id) {
                Some(work) => work.texts.push(document),
                None => works.push(Work { shelf: shelf(&file), texts: vec![document] }),
            }
        }
        for work in &mut works {
            work.texts.sort_by_key(|text| text.meta.lang);
        }
        works.sort_by(|a, b| a.key().cmp(&b.key()));
        let places = works.iter().enumerate().map(|(place, work)| (work.id().clone(), place)).collect();
        let fingerprints = corpus.fingerprints.into_iter().map(|(_, fingerprints)| fingerprints).collect();
        let (tables, terms, links) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { works, places, names, fingerprints, files: corpus.tables, tables, terms, links }
    }

    /// Every work, shelf by shelf.
    pub fn works(&self) -> &[Work] {
        &self.works
    }

    /// The work with this id.
    pub fn work(&self, id: &DocumentId) -> Option<&Work> {
        self.places.get(id).map(|place| &self.works[*place])
    }

    /// The fingerprints of the official wording of every article that has one.
    pub fn fingerprints(&self) -> impl Iterator<Item = (&DocumentId, ArticleNo, &str)> {
        self.fingerprints
            .iter()
            .flat_map(|prints| prints.articles.iter().map(|(no, print)| (&prints.document, *no, print.as_str())))
    }

    /// The tables beside the texts.
    pub fn tables(&self) -> &Tables {
        self.tables.get_or_init(|| Tables::parse(&self.files).0)
    }

    /// Everyday words and what the texts call them.
    pub fn thesaurus(&self) -> &Thesaurus {
        &self.tables().thesaurus
    }

    /// What is known of a case.
    pub fn case(&self, id: &DocumentId) -> Option<&CaseFacts> {
        self.tables().cases.get(id)
    }

    /// The glossary, ready to be looked up in texts.
    pub fn terms(&self) -> &Terms {
        self.terms.get_or_init(|| Terms::of(&self.tables().terms))
    }

    /// The names under which texts are cited.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// The passage of a place in the text of `lang`, or in the language there is.
    pub fn passage(&self, address: &Address, lang: Lang) -> Option<&Passage> {
        let work = self.work(&address.document)?;
        work.text(lang)
            .and_then(|text| text.passage(&address.unit))
            .or_else(|| work.texts.iter().find_map(|text| text.passage(&address.unit)))
    }

    /// Whether the place is on board, in the version named.
    pub fn has(&self, address: &Address) -> bool {
        let Some(work) = self.work(&address.document) else { return false };
        if address.version.is_some() && address.version != work.meta(Lang::Zh).effective_on {
            return false;
        }
        let within = |text: &Document| text.passage(&address.unit).is_some_and(|passage| passage.has(&address.unit));
        address.unit == Unit::Whole || work.texts.iter().any(within)
    }

    /// The citation in a query, if it holds one. A bare number belongs to `near`, or to the first work.
    pub fn cited(&self, query: &str, near: Option<&DocumentId>) -> Option<Cited> {
        let near = near.filter(|id| self.work(id).is_some_and(Work::has_articles));
        let near = near.or(self.works.first().map(Work::id));
        cite::read(query, &self.names, near, |address| self.has(address))
    }

    /// The place that an address or a citation names; the first of several.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it names none, or other words stand beside it.
    pub fn find(&self, text: &str, near: Option<&DocumentId>) -> Result<Address> {
        Ok(self.find_all(text, near)?.swap_remove(0))
    }

    /// Every place that an address or a citation names, in order; at least one.
    ///
    /// # Errors
    /// As [`Library::find`].
    pub fn find_all(&self, text: &str, near: Option<&DocumentId>) -> Result<Vec<Address>> {
        match self.cited(text, near) {
            Some(Cited { places, rest }) if rest.is_empty() => Ok(places),
            _ => Err(Error::NotFound { what: text.trim().to_owned() }),
        }
    }

    /// What [`Library::find`] finds, and documents as a whole by their ids and names: 刑法, criminal-law.
    ///
    /// # Errors
    /// As [`Library::find`].
    pub fn named(&self, text: &str) -> Result<Address> {
        let whole = text.trim().parse().ok().or_else(|| self.names.find(text).cloned().map(Address::whole));
        match whole.filter(|address| self.has(address)) {
            Some(address) => Ok(address),
            None => self.find(text, None),
        }
    }

    /// References of one line of a text, in order.
    pub fn references(&self, text: &Document, line: &Line) -> &[Reference] {
        self.links().references(&text.meta, line.row)
    }

    /// What cites this place, the passage around it, or a part of it; not what cites itself. A case or a policy page stands
    /// as a whole.
    pub fn cited_by(&self, address: &Address) -> Vec<Address> {
        self.links().cited_by(address)
    }

    /// Everything this place is bound to, both ways.
    pub fn neighbours(&self, address: &Address) -> Vec<Neighbour> {
        self.links().neighbours(address)
    }

    pub(crate) fn links(&self) -> &Links {
        self.links.get_or_init(|| Links::of(self))
    }
}

fn shelf(file: &str) -> Shelf {
    match file.split('/').next() {
        Some("regulations") => Shelf::Regulations,
        Some("provisions") => Shelf::Provisions,
        Some("cases") => Shelf::Cases,
        Some("policy") => Shelf::Policy,
        _ => Shelf::Related,
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
        let articles = |place: &str| -> Vec<String> {
            let cited = library.cited_by(&at(place));
            cited.iter().map(ToString::to_string).filter(|a| a.starts_with("minors-online-protection")).collect()
        };
        assert_eq!(articles("46"), [at("56").to_string()]);
        assert_eq!(articles("46.2"), [at("56").to_string()]);
        assert_eq!(articles("46.1"), [""; 0]);
        assert_eq!(articles("20.1.5"), [at("54").to_string()]);
        assert_eq!(articles("59"), [""; 0]);
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
            ("holding", false),
        ] {
            let address = format!("minors-online-protection/{text}").parse::<Address>();
            assert_eq!(address.is_ok_and(|a| library.has(&a)), there, "{text}");
        }
        for (text, there) in [("spp-43", true), ("spp-43/holding", true), ("spp-43/song", false), ("spp-9999", false)] {
            assert_eq!(library.has(&text.parse().expect("address")), there, "{text}");
        }
    }

    #[test]
    fn cases_stand_by_court_and_number() {
        let library = Library::bundled();
        let cases: Vec<&str> =
            library.works().iter().filter(|w| w.shelf == Shelf::Cases).map(|w| w.id().as_str()).collect();
        let at = |id: &str| cases.iter().position(|case| *case == id);
        assert!(at("spp-43") < at("spp-200") && at("spp-200") < at("spc-14"), "{cases:?}");
        assert_eq!(library.works()[0].shelf, Shelf::Regulations);
    }
}
