//! From the library to the shapes of [`crate::wire`].

mod cite;
mod document;
mod duties;
mod library;
mod quote;
mod show;

pub use self::cite::cite;
pub use document::document;
pub use duties::{duties, duties_csv};
pub use library::{catalogue, entries, outline};
pub use quote::quote;
pub(crate) use show::shown;
pub use show::{show, target};

use std::collections::BTreeMap;

use crate::cite::{counted_label, short_citation};
use crate::error::{Error, Result};
use crate::library::{Library, Work};
use crate::links::Neighbour;
use crate::model::{Address, Bilingual, Chapter, DocumentId, Kind, Lang, Unit};
use crate::wire::NeighbourView;

fn work<'a>(library: &'a Library, id: &DocumentId) -> Result<&'a Work> {
    library.work(id).ok_or_else(|| Error::NotFound { what: id.to_string() })
}

fn title(work: &Work) -> Bilingual {
    Bilingual::of(|lang| work.meta(lang).title.clone())
}

fn short_title(work: &Work) -> Bilingual {
    Bilingual::of(|lang| work.meta(lang).short_title.clone())
}

/// Our heading of an article; the title of a case or a policy page for its sections and for itself.
fn heading(work: &Work, unit: &Unit) -> Bilingual {
    Bilingual::of(|lang| match unit {
        Unit::Whole => work.meta(lang).title.clone(),
        _ => work.text(lang).and_then(|text| text.passage(unit)).map(|p| p.heading.clone()).unwrap_or_default(),
    })
}

/// Our heading of an article; sections have none of their own.
fn own_heading(work: &Work, unit: &Unit) -> Bilingual {
    if matches!(unit, Unit::Section(_)) { Bilingual::default() } else { heading(work, unit) }
}

/// Chapters by their place in the text with the places of their passages, in the order of the first text, over all languages.
fn chapters(work: &Work) -> Vec<(usize, Vec<Unit>)> {
    let mut found: BTreeMap<usize, Vec<Unit>> = BTreeMap::new();
    for text in work.texts() {
        for (place, chapter) in text.chapters.iter().enumerate() {
            let units = found.entry(place).or_default();
            for passage in &chapter.passages {
                if !units.contains(&passage.unit) {
                    units.push(passage.unit.clone());
                }
            }
        }
    }
    found.into_iter().collect()
}

fn chapter_text(work: &Work, place: usize, part: impl Fn(&Chapter) -> &String) -> Bilingual {
    Bilingual::of(|lang| {
        work.text(lang).and_then(|text| text.chapters.get(place)).map(|c| part(c).clone()).unwrap_or_default()
    })
}

/// A place inside its document as people cite it.
fn label(library: &Library, address: &Address, lang: Lang) -> String {
    counted_label(address, single(library, address), lang)
}

/// Whether the article has one 款 only.
fn single(library: &Library, address: &Address) -> bool {
    library.passage(address, Lang::Zh).is_some_and(|passage| passage.paragraphs.len() == 1)
}

fn neighbour(library: &Library, neighbour: Neighbour) -> NeighbourView {
    let Neighbour { address, relation, incoming, evidence, why } = neighbour;
    let work = library.work(&address.document);
    NeighbourView {
        kind: work.map_or(Kind::Statute, |work| work.meta(Lang::Zh).kind),
        label: Bilingual::of(|lang| match work {
            Some(work) => short_citation(work.meta(lang), &address, lang, &label(library, &address, lang)),
            None => address.to_string(),
        }),
        heading: work.map(|work| heading(work, &address.unit)).unwrap_or_default(),
        relation,
        incoming,
        evidence,
        why,
        aboard: library.has(&address),
        address,
    }
}
