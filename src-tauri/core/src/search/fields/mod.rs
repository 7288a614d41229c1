//! The fields of the query language: their names and values, which units have which, and what an answer can be narrowed by.

mod facets;
mod filter;
pub(crate) mod names;
#[cfg(test)]
mod tests;
mod values;

use std::collections::HashMap;

pub use filter::Filter;
pub use names::label;

use crate::index::Ordinal;
use crate::library::{Library, Work};
use crate::model::{Address, Bilingual, DocumentId, Lang, Moment, Passage, Unit};
use crate::text::fold;
use crate::wire::FieldKey;
use values::{ValueNo, Values};

/// Which values each unit of a library has in each field. Made once, on first need.
#[derive(Debug, Default)]
pub struct Facts {
    values: Values,
    units: Vec<UnitFacts>,
    works: Vec<WorkFacts>,
}

/// What is known of one unit beyond its work.
#[derive(Debug)]
struct UnitFacts {
    /// The number of its work.
    work: usize,
    /// Topics and evidence.
    values: Vec<(FieldKey, ValueNo)>,
    /// Number of its chapter; none where the document has no chapters.
    chapter: Option<u32>,
    /// Headings of its chapter in all languages, folded, a line each.
    chapter_heading: String,
    /// Its own headings.
    heading: String,
}

/// What is known of one work.
#[derive(Debug)]
struct WorkFacts {
    values: Vec<(FieldKey, ValueNo)>,
    batch: Option<u32>,
    date: Option<Moment>,
}

impl Facts {
    /// The facts of every unit of `library`.
    pub fn of(library: &Library) -> Self {
        let values = Values::of(library);
        let works: Vec<WorkFacts> = library.works().iter().map(|work| of_work(library, work, &values)).collect();
        let topics = topics(library);
        let mut units = Vec::new();
        for (number, work) in library.works().iter().enumerate() {
            let headings = headings(work);
            let here = topics.get(work.id()).map_or(&[][..], Vec::as_slice);
            for passage in work.texts().iter().flat_map(|text| text.passages()) {
                units.push(of_unit(work, number, passage, here, headings.get(&passage.unit)));
            }
        }
        Self { values, units, works }
    }

    /// When the document of a unit was issued or made public.
    pub fn date(&self, unit: Ordinal) -> Option<&Moment> {
        self.work(self.unit(unit)?)?.date.as_ref()
    }

    fn unit(&self, unit: Ordinal) -> Option<&UnitFacts> {
        self.units.get(usize::try_from(unit).ok()?)
    }

    fn work(&self, unit: &UnitFacts) -> Option<&WorkFacts> {
        self.works.get(unit.work)
    }

    /// The values of a unit in the fields that have lists of values.
    fn values_of<'a>(&'a self, unit: &'a UnitFacts) -> impl Iterator<Item = (FieldKey, ValueNo)> + 'a {
        self.work(unit).into_iter().flat_map(|work| &work.values).chain(&unit.values).copied()
    }
}

impl WorkFacts {
    /// The year of its date.
    fn year(&self) -> Option<u32> {
        self.date.as_ref()?.year().parse().ok()
    }
}

/// Headings in all languages, folded, each on a line of its own, so that nothing is found across two of them.
#[derive(Debug, Clone, Default)]
struct Headings {
    chapter: Option<u32>,
    of_chapter: String,
    own: String,
}

fn headings(work: &Work) -> HashMap<&Unit, Headings> {
    let mut found: HashMap<&Unit, Headings> = HashMap::new();
    for chapter in work.texts().iter().flat_map(|text| &text.chapters) {
        let of_chapter = fold::deep(&chapter.heading).text();
        // The sections of a case share its title.
        let mut folded = (String::new(), String::new());
        for passage in &chapter.passages {
            if folded.0 != passage.heading {
                folded = (passage.heading.clone(), fold::deep(&passage.heading).text());
            }
            let headings = found.entry(&passage.unit).or_default();
            headings.chapter = Some(chapter.number).filter(|_| !matches!(passage.unit, Unit::Section(_)));
            for (lines, line) in [(&mut headings.of_chapter, &of_chapter), (&mut headings.own, &folded.1)] {
                lines.push_str(line);
                lines.push('\n');
            }
        }
    }
    found
}

fn of_unit(
    work: &Work,
    number: usize,
    passage: &Passage,
    topics: &[(&Address, ValueNo)],
    headings: Option<&Headings>,
) -> UnitFacts {
    let at = passage.address(work.id());
    let here = topics.iter().filter(|(place, _)| place.meets(&at));
    let mut values: Vec<(FieldKey, ValueNo)> = here.map(|(_, topic)| (FieldKey::Topic, *topic)).collect();
    values.sort_unstable();
    values.dedup();
    values.push((FieldKey::Evidence, values::evidence(passage.evidence)));
    let Headings { chapter, of_chapter, own } = headings.cloned().unwrap_or_default();
    UnitFacts { work: number, values, chapter, chapter_heading: of_chapter, heading: own }
}

fn of_work(library: &Library, work: &Work, values: &Values) -> WorkFacts {
    let (zh, en) = (work.meta(Lang::Zh), work.meta(Lang::En));
    let case = library.case(work.id());
    let mut list = vec![(FieldKey::Kind, values::kind(zh.kind))];
    for office in values::offices(&zh.issuing_body, &en.issuing_body) {
        list.extend(values.number(FieldKey::Office, &office).map(|office| (FieldKey::Office, office)));
    }
    let short = Bilingual::of(|lang| work.meta(lang).short_title.clone());
    list.extend(values.number(FieldKey::Document, &short).map(|document| (FieldKey::Document, document)));
    if let Some(case) = case {
        let crimes = case.crimes.iter().filter_map(|crime| values.number(FieldKey::Crime, crime));
        list.extend(crimes.map(|crime| (FieldKey::Crime, crime)));
        list.extend(case.functions.iter().map(|function| (FieldKey::Function, values::function(*function))));
        list.extend(case.minor.iter().map(|minor| (FieldKey::Role, values::role(*minor))));
    }
    list.sort_unstable();
    list.dedup();
    let dates = case.map(|case| [&case.published_on, &case.issued_on, &case.decided_on]);
    let told = dates.into_iter().flatten().find_map(Clone::clone);
    WorkFacts {
        values: list,
        batch: case.and_then(|case| case.batch),
        date: told.or_else(|| zh.promulgated_on.clone().and_then(|day| Moment::try_from(day).ok())),
    }
}

/// By document: places with the number of their topic. A topic holds what its parts hold.
fn topics(library: &Library) -> HashMap<&DocumentId, Vec<(&Address, ValueNo)>> {
    let all = &library.tables().topics;
    let mut found: HashMap<&DocumentId, Vec<(&Address, ValueNo)>> = HashMap::new();
    for topic in all {
        let mut above = Some(topic);
        // A tree in a damaged table may turn in a circle; no way up is longer than the list.
        for _ in 0..all.len() {
            let Some(holder) = above else { break };
            let number = all.iter().position(|other| other.id == holder.id).and_then(|n| ValueNo::try_from(n).ok());
            if let Some(number) = number {
                for place in &topic.places {
                    found.entry(&place.document).or_default().push((place, number));
                }
            }
            above = holder.parent.as_ref().and_then(|parent| all.iter().find(|other| other.id == *parent));
        }
    }
    found
}
