//! The library pane and the catalogue.

use crate::cite::label;
use crate::error::Result;
use crate::library::{Library, Work};
use crate::model::{AUDIENCES, Address, Bilingual, DocumentId, Lang, Moment, Unit};
use crate::wire::{CatalogueEntry, DocumentEntry, OutlineChapter, OutlinePassage};

use super::{chapter_text, chapters, own_heading, short_title, title, work};

/// The library pane: every work, without its outline.
pub fn entries(library: &Library) -> Vec<DocumentEntry> {
    let entry = |work: &Work| DocumentEntry {
        id: work.id().clone(),
        kind: work.meta(Lang::Zh).kind,
        title: title(work),
        short_title: short_title(work),
        status: work.meta(Lang::Zh).status,
        shelf: work.shelf,
        passages: passages(work),
    };
    library.works().iter().map(entry).collect()
}

/// Chapters and headings of one document.
///
/// # Errors
/// [`crate::Error::NotFound`] when it is not on board.
pub fn outline(library: &Library, id: &DocumentId) -> Result<Vec<OutlineChapter>> {
    let work = work(library, id)?;
    let passage = |unit: Unit| {
        let heading = own_heading(work, &unit);
        let address = Address { document: id.clone(), unit, version: None };
        OutlinePassage { label: Bilingual::of(|lang| label(&address, lang)), heading, address }
    };
    Ok(chapters(work)
        .into_iter()
        .map(|(place, units)| OutlineChapter {
            label: chapter_text(work, place, |c| &c.label),
            heading: chapter_text(work, place, |c| &c.heading),
            passages: units.into_iter().map(passage).collect(),
        })
        .collect())
}

/// Every work with what the library page filters by.
pub fn catalogue(library: &Library) -> Vec<CatalogueEntry> {
    library.works().iter().map(|work| listed(library, work)).collect()
}

fn listed(library: &Library, work: &Work) -> CatalogueEntry {
    let meta = work.meta(Lang::Zh);
    let facts = library.case(work.id());
    let dates = facts.map(|f| [&f.published_on, &f.issued_on, &f.decided_on]);
    let from_facts = dates.into_iter().flatten().find_map(Clone::clone);
    let day = meta.promulgated_on.clone().and_then(|day| Moment::try_from(day).ok());
    let in_topic = |place: &&crate::tables::Topic| place.places.iter().any(|at| at.document == *work.id());
    CatalogueEntry {
        id: work.id().clone(),
        shelf: work.shelf,
        kind: meta.kind,
        title: title(work),
        short_title: short_title(work),
        issuing_body: Bilingual::of(|lang| work.meta(lang).issuing_body.clone()),
        gist: facts.map(|f| f.gist.clone()).unwrap_or_default(),
        status: meta.status,
        evidence: meta.evidence,
        coverage: meta.coverage,
        date: from_facts.or(day),
        passages: passages(work),
        batch: facts.and_then(|f| f.batch),
        crimes: facts.map(|f| f.crimes.clone()).unwrap_or_default(),
        functions: facts.map(|f| f.functions.clone()).unwrap_or_default(),
        minor: facts.map(|f| f.minor.clone()).unwrap_or_default(),
        internet: facts.map(|f| f.internet),
        card: facts.is_some_and(|f| f.card),
        audiences: audiences(work),
        topics: library.tables().topics.iter().filter(in_topic).map(|topic| topic.id.clone()).collect(),
    }
}

fn passages(work: &Work) -> usize {
    work.texts()[0].passages().count()
}

/// Whom the campus section speaks to.
fn audiences(work: &Work) -> Vec<u8> {
    let text = &work.texts()[0];
    let campus = text.passage(&Unit::Section("campus".to_owned()));
    let speaks = |names: &[&str; 2]| {
        campus.is_some_and(|c| c.paragraphs.iter().any(|p| names.iter().any(|name| p.text.text.starts_with(name))))
    };
    (0u8..).zip(&AUDIENCES).filter(|(_, names)| speaks(names)).map(|(number, _)| number).collect()
}
