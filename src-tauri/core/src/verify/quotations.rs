//! Quotations: do the words stand where the draft says?

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use super::amounts::amounts;
use super::shelf::{Known, Shelf, letters};
use super::window;
use crate::compare::{ChangeRun, Options, part, words};
use crate::corpus::{fingerprint, wordings};
use crate::library::Library;
use crate::model::{Address, Lang, Layer, Paragraph, Passage, Unit};
use crate::wire::{Reason, Verdict};

/// What is to be said of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) verdict: Verdict,
    pub(super) reason: Reason,
    /// The places it is held against, with the difference.
    pub(super) places: Vec<(Address, Vec<ChangeRun>)>,
    /// Where the words may come from.
    pub(super) candidates: Vec<(Address, Vec<ChangeRun>)>,
}

impl Told {
    pub(super) fn of(verdict: Verdict, reason: Reason) -> Self {
        Self { verdict, reason, places: Vec::new(), candidates: Vec::new() }
    }

    fn at(self, places: impl IntoIterator<Item = Address>) -> Self {
        Self { places: places.into_iter().map(|place| (place, Vec::new())).collect(), ..self }
    }
}

/// Most quotations whose source is looked for in the whole library: a draft with more is checked as far as that.
const MOST_SOUGHT: usize = 1000;

/// Least letters of words that can be recognised by themselves.
const TELLING: usize = 8;

/// Least likeness of a difference that is worth showing.
const ALIKE: f64 = 0.4;

pub(super) struct Quotations<'a> {
    library: &'a Library,
    /// Articles by the fingerprint of their official wording.
    prints: HashMap<&'a str, Address>,
    shelf: OnceCell<Shelf>,
    sought: usize,
}

/// The words of a place in one layer.
struct Text {
    address: Address,
    layer: Layer,
    /// With the printed numbers of 项, and without.
    words: [String; 2],
}

/// A quotation taken apart.
struct Quoted<'a> {
    /// Its words, without the number of the article they begin with.
    words: &'a str,
    /// Its letters, cut where words were left out (……).
    parts: Vec<String>,
    lang: Lang,
}

impl<'a> Quotations<'a> {
    pub(super) fn new(library: &'a Library) -> Self {
        let prints = library
            .fingerprints()
            .map(|(document, no, print)| (print, Address::article(document.clone(), no, None, None)));
        Self { library, prints: prints.collect(), shelf: OnceCell::new(), sought: 0 }
    }

    /// Holds words against the places cited for them.
    pub(super) fn judge(&mut self, inner: &str, places: &[Address]) -> Told {
        let unnumbered = unnumbered(inner);
        let quoted = Quoted::of(&unnumbered);
        if let Some(named) = places.iter().find(|place| self.is_name(place, &quoted)) {
            return Told::of(Verdict::Right, Reason::Name).at([named.clone()]);
        }
        if let Some(article) = self.prints.get(fingerprint(quoted.words).as_str()) {
            let cited = places.iter().any(|place| article.meets(place));
            return if cited {
                Told::of(Verdict::Right, Reason::Fingerprint).at([article.clone()])
            } else {
                let told = Told::of(Verdict::Elsewhere, Reason::OtherPlace).at(places.iter().cloned());
                Told { candidates: vec![(article.clone(), Vec::new())], ..told }
            };
        }
        let texts = self.texts(places, &quoted);
        let official = texts.iter().any(|text| text.layer == Layer::Official);
        let texts: Vec<Text> = texts.into_iter().filter(|text| !official || text.layer == Layer::Official).collect();
        if let Some(text) = texts.iter().find(|text| text.holds(&quoted)) {
            let reason = match text.layer {
                Layer::Official if text.holds_marks(quoted.words) => Reason::Official,
                Layer::Official => Reason::Punctuation,
                _ => Reason::Restatement,
            };
            let verdict = if official { Verdict::Right } else { Verdict::Restated };
            return Told::of(verdict, reason).at(cited_with(&text.address, places));
        }
        self.sought += 1;
        if self.sought > MOST_SOUGHT {
            return Told::of(Verdict::Unchecked, Reason::TooMany).at(places.iter().cloned());
        }
        let elsewhere = self.verbatim(&quoted, places);
        if !elsewhere.is_empty() {
            let candidates = elsewhere.into_iter().map(|place| (place, Vec::new())).collect();
            return Told { candidates, ..Told::of(Verdict::Elsewhere, Reason::OtherPlace).at(places.iter().cloned()) };
        }
        self.unlike(&quoted, places, &texts, official)
    }

    /// Words of some law, with no place named for them.
    pub(super) fn place(&mut self, inner: &str) -> Told {
        let unnumbered = unnumbered(inner);
        let quoted = Quoted::of(&unnumbered);
        let told = Told::of(Verdict::Unchecked, Reason::NoPlace);
        if let Some(article) = self.prints.get(fingerprint(quoted.words).as_str()) {
            return Told { candidates: vec![(article.clone(), Vec::new())], ..told };
        }
        self.sought += 1;
        if self.sought > MOST_SOUGHT {
            return Told::of(Verdict::Unchecked, Reason::TooMany);
        }
        let found = self.verbatim(&quoted, &[]).into_iter().map(|place| (place, Vec::new())).collect::<Vec<_>>();
        let candidates = if found.is_empty() { self.nearest(&quoted, &[], 0.6) } else { found };
        Told { candidates, ..told }
    }

    /// What to say of words that stand nowhere as they are.
    fn unlike(&self, quoted: &Quoted<'_>, places: &[Address], texts: &[Text], official: bool) -> Told {
        let nearest = texts.iter().map(|text| (text, window::nearest(&text.words[0], quoted.words)));
        let nearest = nearest.max_by(|a, b| a.1.1.total_cmp(&b.1.1).then_with(|| b.0.address.cmp(&a.0.address)));
        let alike = nearest.as_ref().map_or(0.0, |(_, (_, alike))| *alike);
        let shown = nearest
            .filter(|_| alike >= ALIKE)
            .map(|(text, (range, _))| (text.address.clone(), difference(&text.words[0][range], quoted.words)));
        let candidates = self.nearest(quoted, places, f64::max(0.4, alike + 0.1));
        let told = match official {
            true if shown.is_some() => Told::of(Verdict::Differs, Reason::Wording),
            true => Told::of(Verdict::Differs, Reason::NotThere),
            false if self.strange_amounts(quoted, places) => Told::of(Verdict::Differs, Reason::Figures),
            false => Told::of(Verdict::Unconfirmed, Reason::NoOfficial),
        };
        let told = Told { candidates, ..told.at(places.iter().cloned()) };
        match shown {
            Some(shown) => {
                let mut places = told.places;
                match places.iter_mut().find(|(place, _)| *place == shown.0) {
                    Some(place) => place.1 = shown.1,
                    // Of a document as a whole, the passage that is nearest.
                    None => places = vec![shown],
                }
                Told { places, ..told }
            }
            None => told,
        }
    }

    /// Whether the quotation has amounts that no layer of the articles cited has: our restatements keep every amount.
    fn strange_amounts(&self, quoted: &Quoted<'_>, places: &[Address]) -> bool {
        let told = amounts(quoted.words);
        if told.is_empty() || quoted.lang != Lang::Zh || places.iter().any(|place| place.article_no().is_none()) {
            return false;
        }
        let passages = places.iter().filter_map(|place| self.library.passage(place, Lang::Zh));
        let known: BTreeSet<String> =
            passages.flat_map(|passage| amounts(&part(passage, &passage.unit, Lang::Zh))).collect();
        !told.is_subset(&known)
    }

    fn is_name(&self, place: &Address, quoted: &Quoted<'_>) -> bool {
        let Some(work) = self.library.work(&place.document) else { return false };
        let told = quoted.parts.concat();
        let names = work.texts().iter().flat_map(|text| [&text.meta.title, &text.meta.short_title]);
        place.unit == Unit::Whole && names.map(|name| letters(name)).any(|name| name == told)
    }

    /// The words of the places, each alone and, of one document, all together; of a whole document those of the nearest passages.
    fn texts(&self, places: &[Address], quoted: &Quoted<'_>) -> Vec<Text> {
        let mut texts = Vec::new();
        for place in places {
            if place.unit == Unit::Whole {
                let near = self.shelf().nearest(&quoted.parts.concat(), quoted.lang, Some(&place.document));
                texts.extend(near.into_iter().filter_map(|(known, _)| self.text(&known.address, quoted.lang)));
            } else {
                texts.extend(self.text(place, quoted.lang));
            }
        }
        if let [first, .., last] = &texts[..]
            && first.address.document == last.address.document
            && places.iter().all(|place| place.unit != Unit::Whole)
        {
            let all =
                |variant: usize| texts.iter().map(|text| text.words[variant].as_str()).collect::<Vec<_>>().join("\n");
            texts.push(Text { address: first.address.clone(), layer: first.layer, words: [all(0), all(1)] });
        }
        texts
    }

    fn text(&self, place: &Address, lang: Lang) -> Option<Text> {
        let text = self.library.work(&place.document)?.surest(lang)?;
        let passage = text.passage(&place.unit)?;
        let words = [part(passage, &place.unit, lang), without_numbers(passage, &place.unit)];
        Some(Text { address: place.clone(), layer: text.meta.layer, words })
    }

    /// Other places where exactly these words stand, in official wording where there is any.
    fn verbatim(&self, quoted: &Quoted<'_>, places: &[Address]) -> Vec<Address> {
        let told = quoted.parts.concat();
        if told.chars().count() < TELLING {
            return Vec::new();
        }
        let near = self.shelf().nearest(&told, quoted.lang, None);
        let holds =
            |known: &&Known| quoted.stands(&known.letters) && !places.iter().any(|place| place.meets(&known.address));
        let found: Vec<&Known> = near.into_iter().map(|(known, _)| known).filter(holds).collect();
        let official = found.iter().any(|known| known.layer == Layer::Official);
        let found = found.into_iter().filter(|known| !official || known.layer == Layer::Official);
        let mut addresses: Vec<Address> = found.map(|known| known.address.clone()).collect();
        addresses.dedup();
        addresses.truncate(3);
        addresses
    }

    /// Other passages that resemble the words at least by `least`, with the difference.
    fn nearest(&self, quoted: &Quoted<'_>, places: &[Address], least: f64) -> Vec<(Address, Vec<ChangeRun>)> {
        let told = quoted.parts.concat();
        if told.chars().count() < TELLING {
            return Vec::new();
        }
        let near = self.shelf().nearest(&told, quoted.lang, None);
        let others = near.into_iter().filter(|(known, _)| !places.iter().any(|place| place.meets(&known.address)));
        let texts = others.take(3).filter_map(|(known, _)| self.text(&known.address, quoted.lang));
        let mut found: Vec<(Text, std::ops::Range<usize>, f64)> = Vec::new();
        for text in texts {
            let (range, alike) = window::nearest(&text.words[0], quoted.words);
            if alike >= least {
                found.push((text, range, alike));
            }
        }
        found.sort_by(|a, b| b.2.total_cmp(&a.2));
        found
            .into_iter()
            .map(|(text, range, _)| (text.address, difference(&text.words[0][range], quoted.words)))
            .collect()
    }

    fn shelf(&self) -> &Shelf {
        self.shelf.get_or_init(|| Shelf::of(self.library))
    }
}

impl<'a> Quoted<'a> {
    fn of(words: &'a str) -> Self {
        let parts = words.replace("……", "…").replace("...", "…").replace("（略）", "…").replace("[…]", "…");
        let parts = parts.split('…').map(letters).filter(|part| !part.is_empty()).collect();
        let (latin, all) = words
            .chars()
            .filter(|c| c.is_alphabetic())
            .fold((0, 0), |(latin, all), c| (latin + usize::from(c.is_ascii()), all + 1));
        Self { words, parts, lang: if latin * 2 > all { Lang::En } else { Lang::Zh } }
    }

    /// Whether all parts stand in these letters, in order.
    fn stands(&self, letters: &str) -> bool {
        let mut rest = letters;
        !self.parts.is_empty()
            && self.parts.iter().all(|part| match rest.find(part.as_str()) {
                Some(at) => {
                    rest = &rest[at + part.len()..];
                    true
                }
                None => false,
            })
    }
}

impl Text {
    fn holds(&self, quoted: &Quoted<'_>) -> bool {
        self.words.iter().any(|words| quoted.stands(&letters(words)))
    }

    /// Whether the words stand here with all their marks, blanks and the mark at their end aside.
    fn holds_marks(&self, quoted: &str) -> bool {
        let close = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace() && *c != '>').collect() };
        let wanted = close(quoted);
        let wanted = wanted.trim_end_matches(['。', '；', '，', '.', ';', ',', '、']);
        self.words.iter().any(|words| wanted.split("……").all(|part| close(words).contains(part)))
    }
}

/// The place found; of several cited together all, as the words may run over them.
fn cited_with(found: &Address, cited: &[Address]) -> Vec<Address> {
    if cited.len() > 1 && cited.contains(found) { cited.to_vec() } else { vec![found.clone()] }
}

fn difference(text: &str, quoted: &str) -> Vec<ChangeRun> {
    words(text, quoted.trim(), Options { ignore_punctuation: true })
}

/// The words without the number of the article at their head: 第三条　….
fn unnumbered(inner: &str) -> String {
    let inner = inner.trim();
    let marked: String = inner.lines().map(|line| line.trim_start_matches(['>', ' '])).collect::<Vec<_>>().join("\n");
    let trimmed = marked.trim_start_matches(['*', '#', ' ', '\u{3000}']);
    let found = if trimmed.starts_with('第') { wordings(trimmed, &[]) } else { Default::default() };
    match found.into_values().next() {
        Some(words) if trimmed.lines().filter(|line| line.starts_with('第')).count() == 1 => words.trim().to_owned(),
        _ => marked,
    }
}

/// The words of a place, its 项 without their printed numbers.
fn without_numbers(passage: &Passage, unit: &Unit) -> String {
    let lines = |paragraph: &Paragraph| {
        std::iter::once(&paragraph.text)
            .chain(&paragraph.items)
            .map(|line| line.text.clone())
            .collect::<Vec<_>>()
            .join("\n")
    };
    match unit {
        Unit::Article { paragraph: Some(n), item: None, .. } => {
            passage.paragraphs.get((*n as usize).saturating_sub(1)).map(lines).unwrap_or_default()
        }
        Unit::Article { item: Some(_), .. } => part(passage, unit, Lang::Zh),
        _ => passage.paragraphs.iter().map(lines).collect::<Vec<_>>().join("\n"),
    }
}
