//! Places that resemble a place: by the articles both cite, by topics, by telling words, by links.

mod english;
mod words;

use std::collections::{BTreeMap, HashMap};

use crate::cite;
use crate::library::{Library, Work};
use crate::model::{Address, Kind, Lang, Passage, Unit};
use crate::wire::{Shared, SharedKind, Similar};
use english::English;
use words::Words;

/// Most similar places at once.
pub const MOST: usize = 8;

/// What the parts count. Each is between 0 and 1 before.
const ARTICLES: f32 = 0.8;
const TOPICS: f32 = 0.5;
const WORDS: f32 = 1.0;
const LINKED: f32 = 0.3;

/// What resembles less is left out.
const LEAST: f32 = 0.15;

/// From this likeness on, words are told as a reason.
const TELLING: f32 = 0.08;

/// Most examples of one sort.
const EXAMPLES: usize = 3;

/// What every place can be compared by. Made once, on first need.
#[derive(Debug, Default)]
pub struct Likeness {
    nodes: Vec<Node>,
    places: HashMap<Address, usize>,
    /// How much a shared citation of a place tells: the rarer the more.
    articles: HashMap<Address, f32>,
    /// The same for topics, by number.
    topics: Vec<f32>,
    words: Words,
    english: English,
}

/// An article, or a case or a policy page as a whole.
#[derive(Debug)]
struct Node {
    address: Address,
    kind: Kind,
    /// What it cites, sorted.
    cited: Vec<Address>,
    /// Numbers of its topics.
    topics: Vec<usize>,
    /// Places it is bound to, with the numbers of the links.
    links: BTreeMap<usize, Vec<usize>>,
}

impl Likeness {
    /// The places of `library`: articles, and cases as wholes. Policy pages can be asked about, but are not found.
    pub fn of(library: &Library) -> Self {
        let mut likeness = Self::default();
        let mut texts: [Vec<Vec<&Passage>>; 2] = [Vec::new(), Vec::new()];
        for work in library.works() {
            let text = &work.texts()[0];
            let places: Vec<Address> = if stands_whole(text.meta.kind) {
                vec![Address::whole(work.id().clone())]
            } else {
                let articles = text.passages().filter(|passage| matches!(passage.unit, Unit::Article { .. }));
                articles.map(|passage| passage.address(work.id())).collect()
            };
            for place in places {
                for (lang, texts) in [Lang::Zh, Lang::En].into_iter().zip(&mut texts) {
                    let text = work.text(lang).into_iter();
                    texts.push(text.flat_map(|text| text.passages()).filter(|p| p.unit.lies_in(&place.unit)).collect());
                }
                likeness.add(library, work, place);
            }
        }
        let [chinese, english] = &texts;
        (likeness.words, likeness.english) = (Words::of(chinese), English::of(english));
        likeness.link(library);
        likeness.topics =
            library.tables().topics.iter().map(|topic| rarity(likeness.nodes.len(), topic.places.len())).collect();
        likeness
    }

    fn add(&mut self, library: &Library, work: &Work, address: Address) {
        let topics = library.tables().topics.iter().enumerate();
        let topics = topics.filter(|(_, topic)| topic.places.iter().any(|place| place.meets(&address)));
        self.places.insert(address.clone(), self.nodes.len());
        self.nodes.push(Node {
            kind: work.meta(Lang::Zh).kind,
            cited: Vec::new(),
            topics: topics.map(|(number, _)| number).collect(),
            links: BTreeMap::new(),
            address,
        });
    }

    /// What cites what, and what is bound to what.
    fn link(&mut self, library: &Library) {
        for (number, edge) in library.links().edges().iter().enumerate() {
            let Some(from) = self.place(library, &edge.from) else { continue };
            self.nodes[from].cited.push(edge.to.to_unit());
            if let Some(to) = self.place(library, &edge.to).filter(|to| *to != from) {
                self.nodes[from].links.entry(to).or_default().push(number);
                self.nodes[to].links.entry(from).or_default().push(number);
            }
        }
        let mut counted: HashMap<Address, usize> = HashMap::new();
        for node in &mut self.nodes {
            node.cited.sort();
            node.cited.dedup();
            node.cited.iter().for_each(|cited| *counted.entry(cited.clone()).or_default() += 1);
        }
        let all = self.nodes.len();
        self.articles = counted.into_iter().map(|(cited, count)| (cited, rarity(all, count))).collect();
    }

    /// The place that an address lies in.
    fn place(&self, library: &Library, address: &Address) -> Option<usize> {
        let kind = library.work(&address.document)?.meta(Lang::Zh).kind;
        let place = if stands_whole(kind) { Address::whole(address.document.clone()) } else { address.to_unit() };
        self.places.get(&place).copied()
    }

    /// Places that resemble `address`, most alike first, at most [`MOST`]: cases for a case, provisions and cases for anything else.
    pub fn similar(&self, library: &Library, address: &Address, lang: Lang) -> Vec<Similar> {
        let Some(here) = self.place(library, address) else { return Vec::new() };
        let wanted = |other: &Node| match self.nodes[here].kind {
            Kind::GuidingCase => other.kind == Kind::GuidingCase,
            _ => other.kind != Kind::Policy,
        };
        let words = self.words.likeness(here);
        let mut found: Vec<(f32, usize)> = (0..self.nodes.len())
            .filter(|there| *there != here && wanted(&self.nodes[*there]))
            .map(|there| (self.score(here, there, words[there]), there))
            .filter(|(score, _)| *score >= LEAST)
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let told = found.into_iter().filter_map(|(score, there)| {
            let shared = self.shared(library, here, there, words[there], lang);
            (!shared.is_empty()).then(|| self.told(library, there, shared, score, lang)).flatten()
        });
        told.take(MOST).collect()
    }

    fn score(&self, here: usize, there: usize, words: f32) -> f32 {
        let (one, other) = (&self.nodes[here], &self.nodes[there]);
        let article = |cited: &Address| self.articles.get(cited).copied().unwrap_or_default();
        let topic = |number: &usize| self.topics.get(*number).copied().unwrap_or_default();
        let linked = if one.links.contains_key(&there) { LINKED } else { 0.0 };
        WORDS * words
            + ARTICLES * overlap(&one.cited, &other.cited, article)
            + TOPICS * overlap(&one.topics, &other.topics, topic)
            + linked
    }

    /// What two places share, weightiest first.
    fn shared(&self, library: &Library, here: usize, there: usize, likeness: f32, lang: Lang) -> Vec<Shared> {
        let (one, other) = (&self.nodes[here], &self.nodes[there]);
        let mut shared = Vec::new();
        let mut add = |kind, weight: f32, count: usize, examples: Vec<String>| {
            if count > 0 {
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                shared.push((weight, Shared { kind, count, examples }));
            }
        };
        let article = |cited: &Address| self.articles.get(cited).copied().unwrap_or_default();
        let mut articles: Vec<&Address> =
            one.cited.iter().filter(|cited| other.cited.binary_search(cited).is_ok()).collect();
        articles.sort_by(|a, b| article(b).total_cmp(&article(a)));
        let names = articles.iter().take(EXAMPLES).map(|address| named(library, address, lang)).collect();
        add(SharedKind::Articles, ARTICLES * overlap(&one.cited, &other.cited, article), articles.len(), names);
        let topics: Vec<usize> = one.topics.iter().copied().filter(|topic| other.topics.contains(topic)).collect();
        let topic = |number: &usize| self.topics.get(*number).copied().unwrap_or_default();
        let titles = topics.iter().filter_map(|number| library.tables().topics.get(*number));
        let titles = titles.take(EXAMPLES).map(|topic| topic.title.get(lang).to_owned()).collect();
        add(SharedKind::Topics, TOPICS * overlap(&one.topics, &other.topics, topic), topics.len(), titles);
        if likeness >= TELLING {
            let words =
                if lang == Lang::Zh { self.words.shared(here, there) } else { self.english.shared(here, there) };
            let count = words.len();
            add(SharedKind::Words, WORDS * likeness, count, words.into_iter().take(EXAMPLES).collect());
        }
        let links = one.links.get(&there).map_or(&[][..], Vec::as_slice);
        let mut reasons: Vec<String> = links
            .iter()
            .filter_map(|number| library.links().edges().get(*number))
            .map(|edge| {
                edge.why.as_ref().map_or_else(|| named(library, &edge.to, lang), |why| why.get(lang).to_owned())
            })
            .collect();
        // Both languages cite the same places, so a citation is found in each of them.
        reasons.sort();
        reasons.dedup();
        add(SharedKind::Links, LINKED, reasons.len(), reasons.into_iter().take(EXAMPLES).collect());
        shared.sort_by(|a, b| b.0.total_cmp(&a.0));
        shared.into_iter().map(|(_, shared)| shared).collect()
    }

    fn told(&self, library: &Library, there: usize, shared: Vec<Shared>, score: f32, lang: Lang) -> Option<Similar> {
        let address = self.nodes[there].address.clone();
        let work = library.work(&address.document)?;
        let meta = work.meta(lang);
        let heading = match address.unit {
            Unit::Whole => meta.title.clone(),
            _ => library.passage(&address, lang)?.heading.clone(),
        };
        let label = named(library, &address, lang);
        Some(Similar { document: address.document.clone(), label, heading, lang: meta.lang, shared, score, address })
    }
}

/// Cases and policy pages are read as wholes.
fn stands_whole(kind: Kind) -> bool {
    matches!(kind, Kind::GuidingCase | Kind::Policy)
}

/// A place as it is cited among others.
fn named(library: &Library, address: &Address, lang: Lang) -> String {
    match library.work(&address.document) {
        Some(work) => cite::short_citation(work.meta(lang), address, lang, &cite::label(address, lang)),
        None => address.to_string(),
    }
}

/// How much it tells that two of `all` share what `count` of them have.
fn rarity(all: usize, count: usize) -> f32 {
    (1.0 + all as f32 / count.max(1) as f32).ln()
}

/// The weight of what two lists share, between 0 and 1.
fn overlap<T: PartialEq>(one: &[T], other: &[T], weight: impl Fn(&T) -> f32) -> f32 {
    let sum = |list: &[T]| list.iter().map(&weight).sum::<f32>();
    let both: f32 = one.iter().filter(|item| other.contains(item)).map(&weight).sum();
    if both > 0.0 { both / (sum(one) * sum(other)).sqrt() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likes_are_found_and_said_why() {
        let library = Library::bundled();
        let likeness = Likeness::of(&library);
        for (address, among, cases_only) in [
            ("minors-online-protection/26", "minors-protection-law/77", false),
            ("minors-online-protection/46.2", "minors-protection-law/75", false),
            ("minors-protection-law/77", "minors-online-protection/26", false),
            ("spp-139", "spp-", true),
            ("spc-192/holding", "spp-140", true),
            ("spc-103", "spc-102", true),
        ] {
            let address: Address = address.parse().expect("address");
            let found = likeness.similar(&library, &address, Lang::Zh);
            let told: Vec<String> = found.iter().map(|one| one.address.to_string()).collect();
            assert!(told.iter().any(|one| one.starts_with(among)), "{address}: {told:?}");
            assert!(found.len() <= MOST && found.is_sorted_by(|a, b| a.score >= b.score));
            for one in &found {
                assert!(library.has(&one.address) && !one.address.meets(&address), "{address}: {told:?}");
                assert!(
                    !one.shared.is_empty() && one.shared.iter().all(|s| s.count > 0 && s.examples.len() <= EXAMPLES)
                );
                assert!(!cases_only || library.case(&one.document).is_some());
            }
            assert_eq!(found, likeness.similar(&library, &address, Lang::Zh));
            let english = likeness.similar(&library, &address, Lang::En);
            assert!(english.iter().flat_map(|one| &one.shared).all(|s| s.examples.iter().all(|text| !text.is_empty())));
        }
        for address in ["minors-online-protection", "nothing/1"] {
            assert_eq!(likeness.similar(&library, &address.parse().expect("address"), Lang::Zh), [], "{address}");
        }
    }
}
