//! A place in every layer, with its neighbours.

use std::collections::BTreeSet;

use crate::cite::short_citation;
use crate::error::{Error, Result};
use crate::library::{Library, Work};
use crate::model::{Address, Bilingual, Document, Evidence, Lang, Line, Paragraph, Passage, Unit};
use crate::tables::Term;
use crate::wire::{DutyFilter, ReferenceView, ShowView, ShownParagraph, ShownSection, ShownText, Target, TopicView};

use super::{duties, heading, label, neighbour};

/// A place in every layer, with its neighbours.
///
/// # Errors
/// [`Error::NotFound`] when the place is not on board.
pub fn show(library: &Library, address: &Address, lang: Lang) -> Result<ShowView> {
    let missing = || Error::NotFound { what: address.to_string() };
    let work = library.work(&address.document).filter(|_| library.has(address)).ok_or_else(missing)?;
    let meta = work.meta(lang);
    let chapter = work.text(lang).and_then(|text| text.chapter_of(&address.unit));
    let passage = library.passage(address, lang);
    Ok(ShowView {
        address: address.clone(),
        document: address.document.clone(),
        label: label(library, address, lang),
        heading: heading(work, &address.unit),
        chapter: chapter.map(|c| format!("{} {}", c.label, c.heading).trim().to_owned()).unwrap_or_default(),
        status: meta.status,
        evidence: passage.map_or(meta.evidence, |passage| passage.evidence),
        texts: work.texts().iter().map(|text| shown(text, &address.unit)).collect(),
        sections: sections(library, work, address),
        case: library.case(&address.document).cloned(),
        references: references(library, work, address, lang),
        cited_by: library.cited_by(address),
        neighbours: library.neighbours(address).into_iter().map(|n| neighbour(library, n)).collect(),
        duties: match address.unit {
            Unit::Article { .. } => duties(library, &DutyFilter { at: Some(address.clone()), ..DutyFilter::default() }),
            _ => Vec::new(),
        },
        terms: terms(library, work, address, lang),
        topics: topics(library, address),
    })
}

/// A place with its labels, for the go-to dialog and the start page.
pub fn target(library: &Library, address: &Address) -> Option<Target> {
    let work = library.work(&address.document).filter(|_| library.has(address))?;
    let place = |lang| short_citation(work.meta(lang), address, lang, &label(library, address, lang));
    Some(Target { address: address.clone(), label: Bilingual::of(place), heading: heading(work, &address.unit) })
}

/// The words of a place in one layer: the 款 asked for with its 项, or the one 项; for a document as a whole all of it.
pub(crate) fn shown(text: &Document, unit: &Unit) -> ShownText {
    let paragraphs = match unit {
        Unit::Article { paragraph, item, .. } => {
            let all = text.passage(unit).map_or(&[][..], |passage| &passage.paragraphs);
            let wanted = |(i, _): &(usize, &Paragraph)| paragraph.is_none_or(|p| p as usize == i + 1);
            all.iter().enumerate().filter(wanted).map(|(_, p)| part(p, *item)).collect()
        }
        Unit::Section(_) => text.passage(unit).map(whole).unwrap_or_default(),
        Unit::Whole => text.passages().flat_map(whole).collect(),
    };
    ShownText { layer: text.meta.layer, lang: text.meta.lang, verified: false, paragraphs }
}

fn whole(passage: &Passage) -> Vec<ShownParagraph> {
    passage.paragraphs.iter().map(|paragraph| part(paragraph, None)).collect()
}

fn part(paragraph: &Paragraph, item: Option<u32>) -> ShownParagraph {
    match item {
        Some(item) => {
            let line = paragraph.items.get(item as usize - 1).unwrap_or(&paragraph.text);
            ShownParagraph { text: line.text.clone(), evidence: line.evidence, items: Vec::new() }
        }
        None => ShownParagraph {
            text: paragraph.text.text.clone(),
            evidence: least_sure(std::iter::once(&paragraph.text).chain(&paragraph.items)),
            items: paragraph.items.iter().map(|item| item.text.clone()).collect(),
        },
    }
}

fn least_sure<'a>(lines: impl Iterator<Item = &'a Line>) -> Evidence {
    let rank = |evidence: &Evidence| match evidence {
        Evidence::Seen => 0,
        Evidence::Inferred => 1,
        Evidence::Recalled => 2,
    };
    lines.map(|line| line.evidence).max_by_key(rank).unwrap_or(Evidence::Seen)
}

fn sections(library: &Library, work: &Work, address: &Address) -> Vec<ShownSection> {
    if address.unit != Unit::Whole || work.has_articles() {
        return Vec::new();
    }
    let section = |passage: &Passage| {
        let at = passage.address(work.id());
        ShownSection {
            label: Bilingual::of(|lang| label(library, &at, lang)),
            evidence: passage.evidence,
            texts: work.texts().iter().map(|text| shown(text, &passage.unit)).collect(),
            address: at,
        }
    };
    work.texts()[0].passages().map(section).collect()
}

/// The lines of a place, in the language asked for or the one there is.
fn lines<'a>(work: &'a Work, address: &'a Address, lang: Lang) -> (&'a Document, Vec<&'a Line>) {
    let text = work.text(lang).unwrap_or(&work.texts()[0]);
    let lines = text.passages().flat_map(|passage| passage.lines(work.id()));
    (text, lines.filter(|(line, _)| line.unit.lies_in(&address.unit)).map(|(_, line)| line).collect())
}

/// What the place refers to, in the words of `lang`, each place once.
fn references(library: &Library, work: &Work, address: &Address, lang: Lang) -> Vec<ReferenceView> {
    let (text, lines) = lines(work, address, lang);
    let mut found: Vec<ReferenceView> = Vec::new();
    for line in lines {
        for reference in library.references(text, line) {
            let words = line.text[reference.range.clone()].to_owned();
            let known = reference.to.iter().filter(|to| library.has(to)).map(|to| Some(to.clone()));
            let mut places: Vec<Option<Address>> = known.collect();
            if places.is_empty() {
                places.push(None);
            }
            for place in places {
                let view = ReferenceView { text: words.clone(), address: place };
                if !found
                    .iter()
                    .any(|old| old.address == view.address && (view.address.is_some() || old.text == view.text))
                {
                    found.push(view);
                }
            }
        }
    }
    found
}

fn terms(library: &Library, work: &Work, address: &Address, lang: Lang) -> Vec<Term> {
    let (text, lines) = lines(work, address, lang);
    let found: BTreeSet<usize> = lines
        .iter()
        .flat_map(|line| library.terms().find(&line.text, text.meta.lang))
        .map(|(_, number)| number)
        .collect();
    found.into_iter().map(|number| library.tables().terms[number].clone()).collect()
}

fn topics(library: &Library, address: &Address) -> Vec<TopicView> {
    let here = |place: &Address| place.meets(address);
    let topics = library.tables().topics.iter().filter(|topic| topic.places.iter().any(here));
    topics.map(|topic| TopicView { id: topic.id.clone(), title: topic.title.clone() }).collect()
}
