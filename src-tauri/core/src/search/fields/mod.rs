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

use crate::index::{Ordinal, Units};
use crate::library::{Library, Work};
use crate::model::{Address, DocumentId, Lang, Moment, Unit};
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
        let places: HashMap<&DocumentId, usize> =
            library.works().iter().enumerate().map(|(place, work)| (work.id(), place)).collect();
        let topics = topics(library);
        let unit = |(work, _, passage): (&Work, _, &crate::model::Passage)| {
            let at = passage.address(work.id());
            let here = topics.get(work.id()).into_iter().flatten();
            let mut list: Vec<(FieldKey, ValueNo)> =
                here.filter(|(place, _)| place.meets(&at)).map(|(_, topic)| (FieldKey::Topic, *topic)).collect();
            list.sort_unstable();
            list.dedup();
            list.push((FieldKey::Evidence, values::evidence(passage.evidence)));
            let chapters = || work.texts().iter().filter_map(|text| text.chapter_of(&passage.unit));
            UnitFacts {
                work: places.get(work.id()).copied().unwrap_or_default(),
                values: list,
                chapter: chapters().next().map(|chapter| chapter.number).filter(|_| !is_section(&passage.unit)),
                chapter_heading: lines(chapters().map(|chapter| chapter.heading.as_str())),
                heading: lines(
                    work.texts().iter().filter_map(|text| Some(text.passage(&passage.unit)?.heading.as_str())),
                ),
            }
        };
        let units = Units::of(library).iter().map(unit).collect();
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

fn is_section(unit: &Unit) -> bool {
    matches!(unit, Unit::Section(_))
}

/// Each text folded, on a line of its own, so that nothing is found across two of them.
fn lines<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.map(|text| fold::deep(text).text()).collect::<Vec<_>>().join("\n")
}

fn of_work(library: &Library, work: &Work, values: &Values) -> WorkFacts {
    let (zh, en) = (work.meta(Lang::Zh), work.meta(Lang::En));
    let case = library.case(work.id());
    let mut list = vec![(FieldKey::Kind, values::kind(zh.kind))];
    for office in values::offices(&zh.issuing_body, &en.issuing_body) {
        list.extend(values.number(FieldKey::Office, &office).map(|office| (FieldKey::Office, office)));
    }
    let short = crate::model::Bilingual::of(|lang| work.meta(lang).short_title.clone());
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
