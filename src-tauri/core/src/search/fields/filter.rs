//! The fields of a query as a set of units.

use super::values::ValueNo;
use super::{Facts, UnitFacts, WorkFacts};
use crate::index::Ordinal;
use crate::library::Library;
use crate::model::Unit;
use crate::search::language::{Asked, Clause, Field, Occur, What};
use crate::text::fold;
use crate::text::numerals;
use crate::wire::{FieldKey, Note, NoteCode};

/// The fields of one query, settled: a set of units.
#[derive(Debug, Default)]
pub struct Filter {
    /// For each unit whether it is allowed; `None` when all are.
    allowed: Option<Vec<bool>>,
    /// For every field in the query, the units that have one of its values.
    having: Vec<(Field, Vec<bool>)>,
}

/// What a unit must have to have one of the values typed.
pub(super) enum Wanted {
    /// One of these values of a list.
    Listed(FieldKey, Vec<ValueNo>),
    /// A number from … to.
    Span(FieldKey, u32, u32),
    /// Chapter with this number.
    Chapter(u32),
    /// Words of the chapter heading or the heading.
    Words(FieldKey, String),
}

impl Filter {
    /// Settles the fields of `asked`. A clause whose values nobody knows becomes words, and a note says so.
    pub fn of(asked: &mut Asked, library: &Library, facts: &Facts) -> Self {
        let mut filter = Self::default();
        let mut notes = Vec::new();
        let query = asked.query.clone();
        for clause in &mut asked.clauses {
            let asks = matches!(clause.what, What::Field(_));
            filter.settle(clause, &query, library, facts, &mut notes);
            // A value that does not exist cannot be demanded: as words it ranks.
            if asks && clause.occur == Occur::Must && matches!(clause.what, What::Words(_)) {
                clause.occur = Occur::Should;
            }
        }
        asked.notes.extend(notes);
        for clause in &asked.clauses {
            let What::Field(field) = &clause.what else { continue };
            let Some((_, having)) = filter.having.iter().find(|(known, _)| known == field) else { continue };
            let wanted = clause.occur != Occur::Not;
            let allowed = filter.allowed.get_or_insert_with(|| vec![true; having.len()]);
            allowed.iter_mut().zip(having).for_each(|(allowed, has)| *allowed &= *has == wanted);
        }
        filter
    }

    fn settle(&mut self, clause: &mut Clause, query: &str, library: &Library, facts: &Facts, notes: &mut Vec<Note>) {
        match &mut clause.what {
            What::Either(inner) | What::All(inner) => {
                inner.iter_mut().for_each(|clause| self.settle(clause, query, library, facts, notes));
            }
            What::Field(field) => {
                let mut wanted = Vec::new();
                let mut unknown = Vec::new();
                for value in &field.values {
                    match facts.wanted(library, field.key, value) {
                        Some(one) => wanted.push(one),
                        None => unknown.push(value.clone()),
                    }
                }
                if wanted.is_empty() {
                    notes.push(clause.give_up(query));
                    return;
                }
                notes.extend(unknown.into_iter().map(|subject| Note { code: NoteCode::UnknownValue, subject }));
                let having = facts.units.iter().map(|unit| wanted.iter().any(|one| facts.has(unit, one))).collect();
                self.having.push((field.clone(), having));
            }
            _ => {}
        }
    }

    /// Whether every unit is allowed.
    pub fn is_open(&self) -> bool {
        self.allowed.is_none()
    }

    /// Whether the fields that must and must not be so allow this unit.
    pub fn allows(&self, unit: Ordinal) -> bool {
        self.allowed.as_ref().is_none_or(|allowed| has(allowed, unit))
    }

    /// Whether a unit has one of the values of a field that stands anywhere in the query, for [`Asked::holds`].
    pub fn holds(&self, field: &Field, unit: Ordinal) -> bool {
        self.having.iter().find(|(known, _)| known == field).is_some_and(|(_, having)| has(having, unit))
    }
}

fn has(units: &[bool], unit: Ordinal) -> bool {
    usize::try_from(unit).ok().and_then(|unit| units.get(unit)) == Some(&true)
}

impl Facts {
    /// What a value typed for a field asks for; `None` when nobody knows it.
    pub(super) fn wanted(&self, library: &Library, field: FieldKey, typed: &str) -> Option<Wanted> {
        match field {
            FieldKey::Year | FieldKey::Batch => span(typed).map(|(from, to)| Wanted::Span(field, from, to)),
            FieldKey::Chapter => {
                let number = number(typed).map(Wanted::Chapter);
                let words = || self.words(FieldKey::Chapter, typed, |unit| &unit.chapter_heading);
                number.filter(|wanted| self.units.iter().any(|unit| self.has(unit, wanted))).or_else(words)
            }
            FieldKey::Heading => self.words(FieldKey::Heading, typed, |unit| &unit.heading),
            _ => {
                let mut found = self.values.find(field, typed);
                if field == FieldKey::Document {
                    found = document(self, library, typed).map_or(found, |number| vec![number]);
                }
                (!found.is_empty()).then_some(Wanted::Listed(field, found))
            }
        }
    }

    fn words(&self, field: FieldKey, typed: &str, heading: impl Fn(&UnitFacts) -> &String) -> Option<Wanted> {
        let folded = fold::deep(typed).text();
        let known = !folded.is_empty() && self.units.iter().any(|unit| heading(unit).contains(&folded));
        known.then_some(Wanted::Words(field, folded))
    }

    pub(super) fn has(&self, unit: &UnitFacts, wanted: &Wanted) -> bool {
        match wanted {
            Wanted::Listed(field, values) => {
                self.values_of(unit).any(|(known, value)| known == *field && values.contains(&value))
            }
            Wanted::Span(field, from, to) => {
                let work = self.work(unit);
                let number = match field {
                    FieldKey::Batch => work.and_then(|work| work.batch),
                    _ => work.and_then(WorkFacts::year),
                };
                number.is_some_and(|number| (*from..=*to).contains(&number))
            }
            Wanted::Chapter(number) => unit.chapter == Some(*number),
            Wanted::Words(FieldKey::Chapter, words) => unit.chapter_heading.contains(words),
            Wanted::Words(_, words) => unit.heading.contains(words),
        }
    }
}

/// A document by whatever name it is cited under: 《刑法》, 检例43, an alias.
fn document(facts: &Facts, library: &Library, typed: &str) -> Option<ValueNo> {
    let id = match library.names().find(typed) {
        Some(id) => id.clone(),
        None => {
            library.cited(typed, None).filter(|cited| cited.places[0].unit == Unit::Whole)?.places[0].document.clone()
        }
    };
    facts.values.find(FieldKey::Document, id.as_str()).first().copied()
}

/// 2018, 2018-2024, 2018-, -2024, 2018年至2024年, 第十批: from … to.
fn span(typed: &str) -> Option<(u32, u32)> {
    let script = fold::script(typed);
    let apart = |c: char| "-–—~−至到".contains(c);
    match script.split_once(apart) {
        None => number(&script).map(|one| (one, one)),
        Some((from, to)) => {
            let half = |text: &str, open: u32| if text.trim().is_empty() { Some(open) } else { number(text) };
            let to = to.trim_start_matches(apart);
            let (low, high) = (half(from, 0)?, half(to, u32::MAX)?);
            let empty = from.trim().is_empty() && to.trim().is_empty();
            (!empty).then_some((low.min(high), low.max(high)))
        }
    }
}

/// 11, 第十一批, 2018年, 第五章, V: one number with nothing but what counts it.
fn number(typed: &str) -> Option<u32> {
    let script = fold::script(typed);
    let bare = script.trim().trim_start_matches("chapter").trim_start_matches('第').trim();
    let bare = bare.trim_end_matches(['年', '批', '章', '度', '次']).trim();
    let chars: Vec<char> = bare.chars().collect();
    match numerals::read(&chars) {
        Some((number, taken)) if taken == chars.len() => u32::try_from(number).ok(),
        _ => numerals::parse_roman(bare),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read() {
        for (typed, expected) in [
            ("2018", Some((2018, 2018))),
            ("2018年", Some((2018, 2018))),
            ("２０１８", Some((2018, 2018))),
            ("2018-2024", Some((2018, 2024))),
            ("2024-2018", Some((2018, 2024))),
            ("2018－2024", Some((2018, 2024))),
            ("2018年至2024年", Some((2018, 2024))),
            ("2018-", Some((2018, u32::MAX))),
            ("-2020", Some((0, 2020))),
            ("第十一批", Some((11, 11))),
            ("10~12", Some((10, 12))),
            ("-", None),
            ("", None),
            ("去年", None),
            ("2018-2019-2020", None),
        ] {
            assert_eq!(span(typed), expected, "{typed}");
        }
    }
}
