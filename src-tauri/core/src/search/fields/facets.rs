//! What an answer can be narrowed by, and the chips of a query.

use std::collections::BTreeMap;

use super::filter::Wanted;
use super::names::{self, Name};
use super::values::{ValueNo, quoted};
use super::{Facts, WorkFacts};
use crate::index::Ordinal;
use crate::library::Library;
use crate::model::{Bilingual, Lang};
use crate::search::language::{Asked, Clause, Field, Occur, What, joined};
use crate::wire::{Chip, ChipRole, Facet, FacetValue, FieldKey, Sort};

/// The fields an answer can be narrowed by, in the order in which they are shown.
const SHOWN: [FieldKey; 8] = [
    FieldKey::Kind,
    FieldKey::Function,
    FieldKey::Crime,
    FieldKey::Batch,
    FieldKey::Year,
    FieldKey::Topic,
    FieldKey::Role,
    FieldKey::Document,
];

/// A value as it is counted: a number of a list, a year or a batch.
type Counted = BTreeMap<(FieldKey, u32), usize>;

impl Facts {
    /// What these units, each standing for its place, can be narrowed by, and the queries that do so. Fields in which none of them
    /// has a value are left out.
    pub fn count(
        &self,
        asked: &Asked,
        library: &Library,
        units: impl IntoIterator<Item = Ordinal>,
        lang: Lang,
    ) -> Vec<Facet> {
        // Most values belong to the work: it is looked at once, however many of its units are found.
        let mut counted = Counted::new();
        let mut of_works = vec![0; self.works.len()];
        for unit in units.into_iter().filter_map(|unit| self.unit(unit)) {
            of_works[unit.work] += 1;
            for (field, value) in &unit.values {
                *counted.entry((*field, u32::from(*value))).or_default() += 1;
            }
        }
        for (work, count) in self.works.iter().zip(of_works).filter(|(_, count)| *count > 0) {
            for key in work.keys() {
                *counted.entry(key).or_default() += count;
            }
        }
        for chosen in asked.clauses.iter().flat_map(|clause| self.chosen(library, clause)) {
            counted.entry(chosen).or_default();
        }
        let facet = |field: FieldKey| {
            let mut found: Vec<(u32, usize)> =
                counted.range((field, 0)..=(field, u32::MAX)).map(|((_, value), count)| (*value, *count)).collect();
            match field {
                FieldKey::Year | FieldKey::Batch => found.reverse(),
                _ => found.sort_by_key(|(_, count)| std::cmp::Reverse(*count)),
            }
            let value = |(number, count)| self.facet_value(asked, library, (field, number), count, lang);
            let values: Vec<FacetValue> = found.into_iter().filter_map(value).collect();
            (!values.is_empty()).then_some(Facet { field, values })
        };
        SHOWN.into_iter().filter_map(facet).collect()
    }

    fn facet_value(
        &self,
        asked: &Asked,
        library: &Library,
        (field, number): (FieldKey, u32),
        count: usize,
        lang: Lang,
    ) -> Option<FacetValue> {
        let (value, label) = match field {
            FieldKey::Year | FieldKey::Batch => {
                let text = number.to_string();
                (text.clone(), Bilingual { zh: text.clone(), en: text })
            }
            _ => {
                let value = self.values.list(field).get(usize::try_from(number).ok()?)?;
                (value.typed(lang).to_owned(), value.label.clone())
            }
        };
        let off = asked.clauses.iter().find_map(|clause| self.off(library, clause, (field, number), lang));
        Some(FacetValue {
            query: off.clone().unwrap_or_else(|| {
                joined(&asked.query, &format!("{}:{value}", names::called(Name::Field(field), lang)))
            }),
            on: off.is_some(),
            value,
            label,
            count,
        })
    }

    /// The values a clause asks for one by one: they are shown even where nothing is found, so that they can be taken off.
    fn chosen(&self, library: &Library, clause: &Clause) -> Vec<(FieldKey, u32)> {
        let What::Field(field) = &clause.what else { return Vec::new() };
        if clause.occur != Occur::Must {
            return Vec::new();
        }
        let one = |typed: &String| self.one(library, field.key, typed).map(|value| (field.key, value));
        field.values.iter().filter_map(one).collect()
    }

    /// The value that this names, when it names one alone.
    fn one(&self, library: &Library, field: FieldKey, typed: &str) -> Option<u32> {
        match self.wanted(library, field, typed)? {
            Wanted::Listed(_, found) => match found.as_slice() {
                [one] => Some(u32::from(*one)),
                _ => None,
            },
            Wanted::Span(_, from, to) => (from == to).then_some(from),
            Wanted::Chapter(_) | Wanted::Words(..) => None,
        }
    }

    /// The query without a value, when this clause asks for it alone or among others.
    fn off(&self, library: &Library, clause: &Clause, value: (FieldKey, u32), lang: Lang) -> Option<String> {
        let What::Field(field) = &clause.what else { return None };
        if clause.occur != Occur::Must || field.key != value.0 {
            return None;
        }
        let is_value = |typed: &&String| self.one(library, field.key, typed) == Some(value.1);
        let left: Vec<String> = field.values.iter().filter(|typed| !is_value(typed)).map(|text| quoted(text)).collect();
        match left.len() {
            all if all == field.values.len() => None,
            0 => Some(clause.without.clone()),
            _ => {
                let name = names::called(Name::Field(field.key), lang);
                Some(joined(&clause.without, &format!("{name}:{}", left.join(","))))
            }
        }
    }

    /// The clauses of a query as a person reads them; none for plain words. After [`super::Filter::of`].
    pub fn chips(&self, asked: &Asked, library: &Library, lang: Lang) -> Vec<Chip> {
        if asked.is_plain() {
            return Vec::new();
        }
        asked.clauses.iter().map(|clause| self.chip(asked, library, clause, lang)).collect()
    }

    fn chip(&self, asked: &Asked, library: &Library, clause: &Clause, lang: Lang) -> Chip {
        let typed = || asked.query.get(clause.range.clone()).unwrap_or_default().trim();
        let list = |values: &[String]| values.join(if lang == Lang::Zh { "、" } else { ", " });
        let (role, text) = match &clause.what {
            What::Words(text) if clause.occur == Occur::Should => {
                let cites = library.cited(text, None).is_some_and(|cited| cited.rest.is_empty());
                (if cites { ChipRole::Citation } else { ChipRole::Word }, text.trim().to_owned())
            }
            What::Words(text) => (ChipRole::Must, text.trim().to_owned()),
            What::Phrase(text) => (ChipRole::Phrase, text.clone()),
            What::Either(_) | What::All(_) => {
                let bare = typed().trim_start_matches(['(', '（']).trim_end_matches([')', '）']);
                let balanced = typed().starts_with(['(', '（']) && !bare.contains(['(', '（', ')', '）']);
                (ChipRole::Either, if balanced { bare } else { typed() }.to_owned())
            }
            What::Field(field) => (ChipRole::Field, list(&self.read_aloud(library, field, lang))),
            What::Sentence(words) => (ChipRole::Sentence, list(words)),
            What::Paragraph(words) => (ChipRole::Paragraph, list(words)),
            What::Sort(sort) => (ChipRole::Sort, order(*sort, lang).to_owned()),
        };
        let field = match &clause.what {
            What::Field(field) => Some(field.key),
            _ => None,
        };
        let role = if clause.occur == Occur::Not { ChipRole::Not } else { role };
        Chip { role, field, text, without: clause.without.clone() }
    }

    /// The values of a field as they are called.
    fn read_aloud(&self, library: &Library, field: &Field, lang: Lang) -> Vec<String> {
        let name = |number: &ValueNo| {
            let value = self.values.list(field.key).get(usize::from(*number));
            value.map(|value| value.label.get(lang).to_owned()).unwrap_or_default()
        };
        let read = |typed: &String| match self.wanted(library, field.key, typed) {
            // One name for many values, such as 信息 for every crime that has it in its name, stays as typed.
            Some(Wanted::Listed(_, found)) if found.len() == 1 => found.iter().map(name).collect(),
            Some(Wanted::Span(_, from, u32::MAX)) => format!("{from}–"),
            Some(Wanted::Span(_, 0, to)) => format!("–{to}"),
            Some(Wanted::Span(_, from, to)) if from < to => format!("{from}–{to}"),
            Some(Wanted::Span(_, from, _)) => from.to_string(),
            _ => typed.clone(),
        };
        field.values.iter().map(read).collect()
    }
}

impl WorkFacts {
    /// Its values in all fields, years and batches too.
    fn keys(&self) -> impl Iterator<Item = (FieldKey, u32)> {
        let listed = self.values.iter().map(|(field, value)| (*field, u32::from(*value)));
        let numbers = [(FieldKey::Year, self.year()), (FieldKey::Batch, self.batch)];
        listed.chain(numbers.into_iter().filter_map(|(field, number)| Some((field, number?))))
    }
}

fn order(sort: Sort, lang: Lang) -> &'static str {
    match (sort, lang) {
        (Sort::Date, Lang::Zh) => "日期",
        (Sort::Date, Lang::En) => "date",
        (Sort::Relevance, Lang::Zh) => "相关",
        (Sort::Relevance, Lang::En) => "relevance",
    }
}
