//! Citations: does the place exist, and is its text the one in force?

use std::collections::HashMap;

use super::shelf::letters;
use crate::cite::{Back, Found, Here, Place, Title, Whose, article_label, bare};
use crate::compare::part;
use crate::library::{Library, Work};
use crate::model::{Address, ArticleNo, Bilingual, Coverage, DocumentId, Kind, Lang, Meta, Passage, Status, Unit};
use crate::wire::{Reason, Verdict};

/// What is to be said of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    pub(super) reason: Reason,
    /// The places it names, as far as they are on board.
    pub(super) places: Vec<Address>,
    /// What may have been meant.
    pub(super) candidates: Vec<Address>,
    /// What the message names beyond the places.
    pub(super) about: Bilingual,
}

impl Judged {
    pub(super) fn of(verdict: Verdict, reason: Reason) -> Self {
        Self { verdict, reason, places: Vec::new(), candidates: Vec::new(), about: Bilingual::default() }
    }

    fn about(self, text: impl Fn(Lang) -> String) -> Self {
        Self { about: Bilingual::of(text), ..self }
    }
}

/// The reader of one draft: what it has named so far.
pub(super) struct Citations<'a> {
    library: &'a Library,
    text: &'a str,
    /// Works by every name they have.
    names: HashMap<String, Vec<&'a Work>>,
    /// The draft's own articles.
    own: Vec<ArticleNo>,
    /// The texts named so far, each once, with what they are called.
    named: Vec<(String, Option<DocumentId>)>,
    /// The last place cited, and the line it stands in.
    last: Option<(Address, usize)>,
}

impl<'a> Citations<'a> {
    pub(super) fn new(library: &'a Library, text: &'a str, own: Vec<ArticleNo>) -> Self {
        let mut names: HashMap<String, Vec<&Work>> = HashMap::new();
        for work in library.works().iter().filter(|work| work.meta(Lang::Zh).kind != Kind::GuidingCase) {
            for meta in work.texts().iter().map(|text| &text.meta) {
                let official = Some(&meta.official_title).filter(|title| !title.is_empty());
                for name in [&meta.title, &meta.short_title].into_iter().chain(official).chain(&meta.aliases) {
                    let works = names.entry(form(name)).or_default();
                    if works.last().is_none_or(|last| last.id() != work.id()) {
                        works.push(work);
                    }
                }
            }
        }
        Self { library, text, names, own, named: Vec::new(), last: None }
    }

    /// Judges a citation in the draft's own words; `None` where it only looks like one.
    pub(super) fn judge(&mut self, found: &Found, line: usize) -> Option<Judged> {
        let judged = match &found.whose {
            Whose::Cases(cases) => self.cases(cases, found),
            Whose::Titled(title) => self.titled(title, &found.places)?,
            Whose::Own => self.bare(&found.places, line),
        };
        if let Some(place) = judged.places.last().filter(|place| matches!(place.unit, Unit::Article { .. })) {
            self.last = Some((place.clone(), line));
        }
        Some(judged)
    }

    /// Judges a citation inside a quotation of `quoted`, whose articles 本条例 and a bare number mean; `line` is the line of the
    /// quotation that it stands in.
    pub(super) fn judge_quoted(&mut self, found: &Found, quoted: &[Address], line: &str) -> Option<Judged> {
        match &found.whose {
            Whose::Cases(cases) => Some(self.cases(cases, found)),
            Whose::Titled(title) => self.titled(title, &found.places),
            Whose::Own => {
                let unclear = Judged::of(Verdict::Unchecked, Reason::NoStandpoint);
                let [at] = quoted else { return Some(unclear) };
                Some(self.seen_from(at, self.paragraph(at, line), &found.places).unwrap_or(unclear))
            }
        }
    }

    /// The 款 that is quoted: the one cited, or the one of the article in which the words stand.
    fn paragraph(&self, at: &Address, line: &str) -> Option<u32> {
        let Unit::Article { paragraph, .. } = at.unit else { return None };
        let words = letters(line);
        let text = self.library.work(&at.document)?.surest(Lang::Zh)?;
        let within = |n: &u32| {
            text.passage(&at.unit).is_some_and(|passage| {
                letters(&part(passage, &at.unit.within(Some(*n), None), Lang::Zh)).contains(&words)
            })
        };
        let count = u32::try_from(text.passage(&at.unit)?.paragraphs.len()).ok()?;
        paragraph.or_else(|| (1..=count).find(within).filter(|_| !words.is_empty()))
    }

    /// Places counted from a place; `None` where they cannot be.
    fn seen_from(&self, at: &Address, paragraph: Option<u32>, places: &[Place]) -> Option<Judged> {
        let work = self.library.work(&at.document)?;
        let mut units = Vec::new();
        for place in places {
            units.extend(match (place.no, place.back, &at.unit) {
                (Some(_), ..) => Vec::from_iter(place.unit()),
                (None, Some(Back::Paragraphs(_)), _) if paragraph.is_none() => return None,
                (None, Some(Back::Items(_)), Unit::Article { item: None, .. }) => return None,
                (None, _, Unit::Article { no, item, .. }) => {
                    place.units(Here { no: *no, paragraph: paragraph.unwrap_or(1), item: *item })
                }
                _ => return None,
            });
        }
        (!units.is_empty()).then(|| self.places(work, units, None))
    }

    /// 第三条, 前款: in a draft that names one law, that law's; else unclear.
    fn bare(&mut self, places: &[Place], line: usize) -> Judged {
        let own = |place: &Place| place.no.map_or(!self.own.is_empty(), |no| self.own.contains(&no));
        if places.iter().all(own) {
            return Judged::of(Verdict::Unchecked, Reason::OwnText);
        }
        if places.iter().any(|place| place.no.is_none()) {
            let last = self.last.as_ref().filter(|(_, there)| *there == line);
            let seen = last.and_then(|(at, _)| match at.unit {
                Unit::Article { paragraph, .. } => self.seen_from(at, paragraph, places),
                _ => None,
            });
            return seen.unwrap_or(Judged::of(Verdict::Ambiguous, Reason::NoStandpoint));
        }
        let units: Vec<Unit> = places.iter().filter_map(|place| place.unit()).collect();
        match &self.named[..] {
            [(_, Some(only))] if self.library.work(only).is_some_and(Work::has_articles) => {
                let judged = self.library.work(only).map(|work| self.places(work, units, None));
                let judged = judged.unwrap_or(Judged::of(Verdict::Ambiguous, Reason::NoTextNamed));
                match judged.reason {
                    Reason::Exists => Judged { reason: Reason::Carried, ..judged },
                    _ => judged,
                }
            }
            named => {
                let documents = named.iter().filter_map(|(_, document)| document.clone());
                let candidates = self.on_board(documents, &units);
                Judged { candidates, ..Judged::of(Verdict::Ambiguous, Reason::NoTextNamed) }
            }
        }
    }

    /// The first of these places in each of the documents that has all of them.
    fn on_board(&self, documents: impl Iterator<Item = DocumentId>, units: &[Unit]) -> Vec<Address> {
        let at = |document: DocumentId| {
            let units = if units.is_empty() { &[Unit::Whole] } else { units };
            let places: Vec<Address> =
                units.iter().map(|unit| Address { unit: unit.clone(), ..Address::whole(document.clone()) }).collect();
            let all = places.iter().all(|place| self.library.has(place));
            places.into_iter().next().filter(|_| all)
        };
        documents.filter_map(at).collect()
    }

    fn titled(&mut self, title: &Title, places: &[Place]) -> Option<Judged> {
        let works = self.names.get(&form(&title.full)).cloned().unwrap_or_default();
        let document = title.document.clone().or_else(|| works.first().map(|work| work.id().clone()));
        if document.is_none() && places.is_empty() && !is_norm(&title.full) {
            return None;
        }
        let units: Vec<Unit> = places.iter().filter_map(|place| place.unit()).collect();
        let called = document.as_ref().map_or_else(|| form(&title.full), ToString::to_string);
        if !self.named.iter().any(|(known, _)| *known == called) {
            self.named.push((called, document.clone()));
        }
        if works.len() > 1 {
            let candidates = self.on_board(works.iter().map(|work| work.id().clone()), &units);
            return Some(
                Judged { candidates, ..Judged::of(Verdict::Ambiguous, Reason::SeveralTexts) }
                    .about(|_| title.full.clone()),
            );
        }
        let outside = |reason| Judged::of(Verdict::Outside, reason).about(|_| title.full.clone());
        let Some(document) = document else { return Some(outside(Reason::UnknownText)) };
        let Some(work) = self.library.work(&document) else { return Some(outside(Reason::NotAboard)) };
        Some(self.places(work, units, self.version(title, work)))
    }

    /// The year in （2015年修正） after a title, when the version on board is another one.
    fn version(&self, title: &Title, work: &Work) -> Option<String> {
        let rest = self.text.get(title.written.end..)?;
        let inner = rest.strip_prefix(['（', '('])?.split(['）', ')']).next()?;
        let about = ["修正", "修订", "修改", "年版", "年文本", "公布", "施行", "as amended", "amended", "revised"];
        if inner.chars().count() > 20 || !about.iter().any(|word| inner.contains(word)) {
            return None;
        }
        let year: String = inner.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        let meta = &work.surest(Lang::Zh)?.meta;
        let amended = meta.amended_on.as_ref().map(|moment| moment.year().to_owned());
        let day = |day: &Option<String>| day.as_ref().map(|day| day.chars().take(4).collect::<String>());
        let known = [amended, day(&meta.promulgated_on), day(&meta.effective_on)];
        // Only what was amended last is the version on board; a text never amended is known by its own dates.
        let known: Vec<String> = match &known[0] {
            Some(_) => Vec::from_iter(known[0].clone()),
            None => known.into_iter().flatten().collect(),
        };
        (year.len() == 4 && !known.is_empty() && !known.contains(&year)).then_some(year)
    }

    /// Places of a work on board: the first that is not there decides, then whether the text is the one in force.
    fn places(&self, work: &Work, units: Vec<Unit>, version: Option<String>) -> Judged {
        let at = |unit: &Unit| Address { unit: unit.clone(), ..Address::whole(work.id().clone()) };
        let text = work.surest(Lang::Zh).unwrap_or(&work.texts()[0]);
        let meta = &text.meta;
        let mut places: Vec<Address> = Vec::new();
        for unit in &units {
            if meta.coverage == Coverage::Notice {
                break;
            }
            let passage = text.passage(unit);
            if passage.is_some_and(|passage| passage.has(unit)) {
                places.push(at(unit));
                continue;
            }
            let judged = match passage {
                Some(passage) => without(passage, unit, work.id()),
                None if meta.coverage == Coverage::Selected || !work.has_articles() => {
                    Judged::of(Verdict::Outside, Reason::NotSelected).about(|lang| work.meta(lang).short_title.clone())
                }
                None => {
                    let main = |no: ArticleNo| Unit::Article { no, paragraph: None, item: None };
                    let near = text.passages().filter(|passage| match (&passage.unit, unit) {
                        (Unit::Article { no, .. }, Unit::Article { no: wanted, .. }) => no.main == wanted.main,
                        _ => false,
                    });
                    let candidates = near.map(|passage| at(&passage.unit)).collect();
                    let last = text.passages().filter_map(|passage| passage.address(work.id()).article_no()).max();
                    let last = last.map(|no| at(&main(no)));
                    let about = |lang| last.as_ref().map(|last| crate::cite::label(last, lang)).unwrap_or_default();
                    Judged { candidates, ..Judged::of(Verdict::Missing, Reason::NoArticle) }.about(about)
                }
            };
            return Judged { places, ..judged };
        }
        if units.is_empty() || places.is_empty() {
            places = vec![Address::whole(work.id().clone())];
        }
        let judged = match (standing(meta), version) {
            (Some(reason), _) => Judged::of(Verdict::Outdated, reason).about(|lang| work.meta(lang).note.clone()),
            (None, Some(year)) => Judged::of(Verdict::Outdated, Reason::OtherVersion).about(|_| year.clone()),
            _ => Judged::of(Verdict::Right, Reason::Exists),
        };
        Judged { places, ..judged }
    }

    fn cases(&self, cases: &[DocumentId], found: &Found) -> Judged {
        let aboard = |case: &&DocumentId| self.library.work(case).is_some();
        let places: Vec<Address> = cases.iter().filter(aboard).cloned().map(Address::whole).collect();
        if let Some(named) = self.named_case(found).filter(|named| !cases.contains(named.id())) {
            let candidates = vec![Address::whole(named.id().clone())];
            let judged =
                Judged::of(Verdict::Mismatched, Reason::OtherCase).about(|lang| named.meta(lang).title.clone());
            return Judged { places, candidates, ..judged };
        }
        if let Some(missing) = cases.iter().find(|case| self.library.work(case).is_none()) {
            let (court, number) = numbered(missing);
            let highest = self.library.works().iter().map(|work| numbered(work.id()));
            let highest = highest.filter(|(other, _)| *other == court).map(|(_, number)| number).max().unwrap_or(0);
            let judged = if number > highest {
                Judged::of(Verdict::Missing, Reason::NoCase).about(|_| highest.to_string())
            } else {
                Judged::of(Verdict::Outside, Reason::CaseNotAboard)
            };
            return Judged { places, ..judged };
        }
        let works = places.iter().filter_map(|place| self.library.work(&place.document));
        let outdated = works.filter_map(|work| standing(work.meta(Lang::Zh))).next();
        let judged =
            outdated.map_or(Judged::of(Verdict::Right, Reason::Exists), |reason| Judged::of(Verdict::Outdated, reason));
        Judged { places, ..judged }
    }

    /// The case on board whose name stands beside its number: 某某案（检例第43号）, 检例第43号某某案.
    fn named_case(&self, found: &Found) -> Option<&Work> {
        let marks: &[char] = &['（', '(', '“', '”', '"', '「', '」', '《', '》', '【', ' ', '、', '，'];
        let before = self.text[..found.range.start].trim_end_matches(marks);
        let after = self.text[found.range.end..].trim_start_matches(marks);
        if !before.ends_with('案') && !before.is_empty() && !after.chars().take(40).any(|c| c == '案') {
            return None;
        }
        let cases = self.library.works().iter().filter(|work| work.meta(Lang::Zh).kind == Kind::GuidingCase);
        cases
            .filter(|work| {
                let title = &work.meta(Lang::Zh).title;
                !title.is_empty() && (before.ends_with(title.as_str()) || after.starts_with(title.as_str()))
            })
            .max_by_key(|work| work.meta(Lang::Zh).title.len())
    }
}

/// Whether a text is not, or not known to be, the law in force.
fn standing(meta: &Meta) -> Option<Reason> {
    match meta.status {
        _ if meta.kind == Kind::Policy => None,
        Status::Repealed => Some(Reason::Repealed),
        Status::Superseded => Some(Reason::Superseded),
        Status::NotYetEffective => Some(Reason::NotYetEffective),
        Status::Unknown => Some(Reason::CheckVersion),
        Status::InForce if meta.coverage == Coverage::Notice => Some(Reason::CheckVersion),
        Status::InForce => None,
    }
}

/// An article that lacks the 款 or the 项 cited.
fn without(passage: &Passage, unit: &Unit, document: &DocumentId) -> Judged {
    let at =
        |paragraph, item| Address { unit: passage.unit.within(paragraph, item), ..Address::whole(document.clone()) };
    let Unit::Article { no, paragraph, item } = unit else { return Judged::of(Verdict::Missing, Reason::NoArticle) };
    let listed = passage.paragraphs.iter().zip(1u32..);
    let having = |item: u32| {
        listed.clone().filter(move |(p, _)| p.items.len() >= item as usize).map(move |(_, n)| at(Some(n), Some(item)))
    };
    let counted = paragraph.and_then(|p| passage.paragraphs.get((p as usize).checked_sub(1)?));
    match (counted, item) {
        (Some(paragraph), Some(item)) => {
            let items = paragraph.items.len();
            let about = |lang: Lang| told(article_label(*no, lang), items, "项", "item", lang);
            Judged { candidates: having(*item).collect(), ..Judged::of(Verdict::Missing, Reason::NoItem) }.about(about)
        }
        _ => {
            let count = passage.paragraphs.len();
            let about = |lang: Lang| told(article_label(*no, lang), count, "款", "paragraph", lang);
            let candidates = item.map_or_else(|| vec![at(None, None)], |item| having(item).collect());
            Judged { candidates, ..Judged::of(Verdict::Missing, Reason::NoParagraph) }.about(about)
        }
    }
}

/// 第三条共2款; Article 3 has 2 paragraphs.
fn told(article: String, count: usize, zh: &str, en: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{article}共{count}{zh}"),
        Lang::En => format!("{article} has {count} {en}{}", if count == 1 { "" } else { "s" }),
    }
}

/// Court and number of a case: `spp-43`.
fn numbered(id: &DocumentId) -> (&str, u32) {
    id.as_str().split_once('-').map_or(("", 0), |(court, number)| (court, number.parse().unwrap_or(0)))
}

/// A name as names are looked up.
fn form(name: &str) -> String {
    bare(name).to_lowercase()
}

/// Whether a title in 《》 is by its last words that of a rule.
fn is_norm(title: &str) -> bool {
    const KINDS: [&str; 22] = [
        "法",
        "法典",
        "条例",
        "规定",
        "规则",
        "规程",
        "办法",
        "解释",
        "细则",
        "决定",
        "公约",
        "意见",
        "通知",
        "批复",
        "纪要",
        "准则",
        "规范",
        "修正案",
        "章程",
        "标准",
        "答复",
        "通则",
    ];
    let bare = title.split(['（', '(']).next().unwrap_or(title);
    KINDS.iter().any(|kind| bare.ends_with(kind))
}
