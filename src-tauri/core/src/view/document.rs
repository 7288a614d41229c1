//! A whole document for the reader.

use std::collections::BTreeSet;

use crate::cite::{item_label, label};
use crate::error::Result;
use crate::library::{Library, Work};
use crate::model::{Address, Bilingual, Document, DocumentId, Kind, Lang, Line, Paragraph, Passage, Unit};
use crate::wire::{
    CaseView, ChapterView, DocumentView, ItemView, NeighbourView, ParagraphView, PassageView, Run, TextView,
};

use super::{chapter_text, chapters, neighbour, own_heading, short_title, title, work};

/// A whole document for the reader.
///
/// # Errors
/// [`crate::Error::NotFound`] when it is not on board.
pub fn document(library: &Library, id: &DocumentId) -> Result<DocumentView> {
    let work = work(library, id)?;
    let meta = work.meta(Lang::Zh);
    let chapter = |(place, units): (usize, Vec<Unit>)| ChapterView {
        label: chapter_text(work, place, |c| &c.label),
        heading: chapter_text(work, place, |c| &c.heading),
        passages: units.into_iter().map(|unit| passage(library, work, unit)).collect(),
    };
    Ok(DocumentView {
        id: id.clone(),
        kind: meta.kind,
        title: title(work),
        short_title: short_title(work),
        issuing_body: Bilingual::of(|lang| work.meta(lang).issuing_body.clone()),
        document_number: Bilingual::of(|lang| work.meta(lang).document_number.clone()),
        promulgated_on: meta.promulgated_on.clone(),
        effective_on: meta.effective_on.clone(),
        status: meta.status,
        evidence: meta.evidence,
        coverage: meta.coverage,
        note: Bilingual::of(|lang| work.meta(lang).note.clone()),
        case: library.case(id).map(|facts| CaseView { facts: facts.clone(), behind: behind(library, id) }),
        chapters: chapters(work).into_iter().map(chapter).collect(),
    })
}

/// What a case is bound to: links set by hand first, then what its text cites.
fn behind(library: &Library, id: &DocumentId) -> Vec<NeighbourView> {
    let mut found: Vec<_> = library.neighbours(&Address::whole(id.clone()));
    found.sort_by_key(|neighbour| neighbour.why.is_none());
    found.into_iter().map(|found| neighbour(library, found)).collect()
}

fn passage(library: &Library, work: &Work, unit: Unit) -> PassageView {
    let address = Address { document: work.id().clone(), unit, version: None };
    let there = work.texts().iter().filter_map(|text| Some((text, text.passage(&address.unit)?)));
    let evidence = there.clone().next().map_or(work.meta(Lang::Zh).evidence, |(_, passage)| passage.evidence);
    let texts = there.map(|(text, passage)| TextView {
        lang: text.meta.lang,
        layer: text.meta.layer,
        verified: false,
        paragraphs: Marked { library, text, told: BTreeSet::new() }.paragraphs(passage),
    });
    let texts: Vec<TextView> = texts.collect();
    let (label, heading) = (Bilingual::of(|lang| label(&address, lang)), own_heading(work, &address.unit));
    let costs = library.tables().duties.penalties_of(&address).next().is_some();
    let citing = library.cited_by(&address);
    let cases = citing.iter().filter(|from| is_case(library, from)).count();
    PassageView { label, heading, evidence, texts, cited_by: citing.len() - cases, cases, costs, address }
}

fn is_case(library: &Library, address: &Address) -> bool {
    library.work(&address.document).is_some_and(|work| work.meta(Lang::Zh).kind == Kind::GuidingCase)
}

/// A passage on its way to the reader: its references, and each term the first time it is used.
struct Marked<'a> {
    library: &'a Library,
    text: &'a Document,
    told: BTreeSet<usize>,
}

impl Marked<'_> {
    fn paragraphs(mut self, passage: &Passage) -> Vec<ParagraphView> {
        let paragraphs = passage.paragraphs.iter().zip(1..);
        paragraphs.map(|(paragraph, p)| self.paragraph(passage, paragraph, p)).collect()
    }

    fn paragraph(&mut self, passage: &Passage, paragraph: &Paragraph, p: u32) -> ParagraphView {
        let id = &self.text.meta.id;
        let at = |item| Address { document: id.clone(), unit: passage.unit.within(Some(p), item), version: None };
        let runs = self.runs(&paragraph.text);
        let items = paragraph.items.iter().zip(1..).map(|(item, i)| ItemView {
            address: at(Some(i)),
            label: item_label(i, self.text.meta.lang),
            evidence: item.evidence,
            runs: self.runs(item),
        });
        let items = items.collect();
        ParagraphView { address: at(None), evidence: paragraph.text.evidence, runs, items }
    }

    /// A line cut where its references and terms begin and end. Places that are not on board do not become links.
    fn runs(&mut self, line: &Line) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut end = 0;
        for reference in self.library.references(self.text, line) {
            let to: Vec<Address> = reference.to.iter().filter(|to| self.library.has(to)).cloned().collect();
            if to.is_empty() {
                continue;
            }
            self.plain(&line.text[end..reference.range.start], &mut runs);
            runs.push(Run { text: line.text[reference.range.clone()].to_owned(), to, term: None });
            end = reference.range.end;
        }
        self.plain(&line.text[end..], &mut runs);
        runs
    }

    fn plain(&mut self, text: &str, runs: &mut Vec<Run>) {
        let mut push = |text: &str, term: Option<String>| {
            if !text.is_empty() {
                runs.push(Run { text: text.to_owned(), to: Vec::new(), term });
            }
        };
        let mut end = 0;
        for (range, number) in self.library.terms().find(text, self.text.meta.lang) {
            if self.told.insert(number) {
                push(&text[end..range.start], None);
                push(&text[range.clone()], Some(self.library.tables().terms[number].id.clone()));
                end = range.end;
            }
        }
        push(&text[end..], None);
    }
}
