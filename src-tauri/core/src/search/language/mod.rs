//! The query language: words, phrases, operators, groups, fields, sort. Pure: knows no library and no index.
//!
//! Nothing typed is an error. What cannot be read as an operator is searched as words, and a [`Note`] says so. Half and full
//! width are the same everywhere. Text that is pasted from a law is words: operators count only where they stand alone.

mod grammar;
mod mark;
#[cfg(test)]
mod tests;
mod token;
mod write;

use std::ops::Range;

use super::LONGEST_QUERY;
use super::fields::names::{self, Name};
use crate::model::Lang;
use crate::wire::{FieldKey, Note, NoteCode, Sort};

/// A query, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What was read: the query as typed, cut to [`LONGEST_QUERY`], without characters that cannot be seen.
    pub query: String,
    /// Its clauses in order; neighbouring plain words are one clause.
    pub clauses: Vec<Clause>,
    /// What could not be read as typed.
    pub notes: Vec<Note>,
}

/// A part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// What it does to the answer. In [`What::Either`] and [`What::All`] an inner clause is `Must` or `Not`, or `Should` for words
    /// that only rank.
    pub occur: Occur,
    /// What it asks for.
    pub what: What,
    /// Bytes of [`Asked::query`] in which it stands, its operator left aside.
    pub range: Range<usize>,
    /// The query without it; empty for inner clauses.
    pub without: String,
}

/// What a clause does to the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occur {
    /// It ranks.
    Should,
    /// Nothing is found without it.
    Must,
    /// Nothing is found with it.
    Not,
}

/// What a clause asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Words: ranked when they should stand; each exactly when they must or must not.
    Words(String),
    /// A run of characters.
    Phrase(String),
    /// One of these clauses.
    Either(Vec<Clause>),
    /// All of these clauses: a group in brackets, or members of an alternative joined by 和.
    All(Vec<Clause>),
    /// One of these values in a field.
    Field(Field),
    /// All of these in one sentence.
    Sentence(Vec<String>),
    /// All of these in one paragraph.
    Paragraph(Vec<String>),
    /// The order of the hits.
    Sort(Sort),
}

/// A field with the values typed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Which.
    pub key: FieldKey,
    /// The values, as typed, without quotation marks; one of them is enough.
    pub values: Vec<String>,
}

/// Reads a query.
pub fn read(query: &str) -> Asked {
    let mut notes = Vec::new();
    let query = seen(query, &mut notes);
    let tokens = token::cut(&query, &mut notes);
    let nodes = grammar::parse(&query, &tokens, &mut notes);
    let without = write::without_each(&query, &tokens, &nodes);
    let clauses = nodes.into_iter().zip(without).map(|(node, without)| Clause { without, ..node.clause }).collect();
    Asked { query, clauses, notes }
}

/// The part that is read: control characters are blanks, marks without width are left out.
fn seen(query: &str, notes: &mut Vec<Note>) -> String {
    let mut unseen = String::new();
    let mut out = String::with_capacity(query.len());
    for c in query.chars().take(LONGEST_QUERY) {
        let control = c.is_control() && !c.is_whitespace();
        let mark = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
        if control {
            out.push(' ');
        } else if !mark {
            out.push(c);
        }
        if (control || mark) && unseen.is_empty() {
            unseen = format!("U+{:04X}", u32::from(c));
        }
    }
    if !unseen.is_empty() {
        notes.push(Note { code: NoteCode::ControlCharacters, subject: unseen });
    }
    if query.chars().nth(LONGEST_QUERY).is_some() {
        notes.push(Note { code: NoteCode::TooLong, subject: LONGEST_QUERY.to_string() });
    }
    out
}

impl Asked {
    /// The free words, which ranking gets.
    pub fn words(&self) -> String {
        let words = self.clauses.iter().filter(|clause| clause.occur == Occur::Should);
        let texts = words.filter_map(|clause| match &clause.what {
            What::Words(text) => Some(text.trim()),
            _ => None,
        });
        texts.collect::<Vec<_>>().join(" ")
    }

    /// Every word and phrase that may or must stand, free ones too, in order: what is shown where it was found.
    pub fn wanted(&self) -> Vec<&str> {
        let mut found = Vec::new();
        wanted(&self.clauses, &mut found);
        found
    }

    /// A query that is read as words, whatever stands in it.
    pub(super) fn words_alone(query: String) -> Self {
        let clause = Clause {
            occur: Occur::Should,
            what: What::Words(query.clone()),
            range: 0..query.len(),
            without: String::new(),
        };
        Self { clauses: vec![clause], notes: Vec::new(), query }
    }

    /// Whether it has no other clauses than these, and none that must not be so.
    pub(super) fn is_only(&self, kind: impl Fn(&What) -> bool) -> bool {
        self.clauses.iter().all(|clause| clause.occur != Occur::Not && kind(&clause.what))
    }

    /// Whether it is nothing but words, or empty.
    pub fn is_plain(&self) -> bool {
        self.clauses.iter().all(|clause| clause.occur == Occur::Should && matches!(clause.what, What::Words(_)))
    }

    /// The order asked for; the last one counts.
    pub fn sort(&self) -> Sort {
        let mut sorts = self.clauses.iter().filter_map(|clause| match clause.what {
            What::Sort(sort) => Some(sort),
            _ => None,
        });
        sorts.next_back().unwrap_or_default()
    }

    /// The query in another order.
    pub fn sorted(&self, sort: Sort, lang: Lang) -> String {
        let mut left = self.clone();
        for _ in 0..self.clauses.len() {
            let sorting = left.clauses.iter().find(|clause| matches!(clause.what, What::Sort(_)));
            let Some(without) = sorting.map(|clause| clause.without.clone()) else { break };
            left = read(&without);
        }
        let name = names::called(Name::Sort, lang);
        match (sort, lang) {
            (Sort::Relevance, _) => left.query,
            (Sort::Date, Lang::Zh) => joined(&left.query, &format!("{name}:日期")),
            (Sort::Date, Lang::En) => joined(&left.query, &format!("{name}:date")),
        }
    }

    /// Whether a text is what the clauses ask for, whatever ranks aside. `test` answers for single words, phrases, lists and
    /// fields.
    pub fn holds(&self, test: &mut impl FnMut(&What) -> bool) -> bool {
        all_hold(&self.clauses, test)
    }
}

impl Clause {
    /// Turns a field whose values do not exist into words; returns what to say about it.
    pub(super) fn give_up(&mut self, query: &str) -> Note {
        if let What::Field(Field { values, .. }) = &self.what {
            self.what = What::Words(values.join(" "));
        }
        let subject = query.get(self.range.clone()).unwrap_or_default().to_owned();
        Note { code: NoteCode::UnknownValue, subject }
    }
}

/// A query with something added to it.
pub(super) fn joined(query: &str, more: &str) -> String {
    let query = query.trim();
    if query.is_empty() { more.to_owned() } else { format!("{query} {more}") }
}

fn all_hold(clauses: &[Clause], test: &mut impl FnMut(&What) -> bool) -> bool {
    clauses.iter().all(|clause| match clause.occur {
        Occur::Should => true,
        Occur::Must => holds(&clause.what, test),
        Occur::Not => !holds(&clause.what, test),
    })
}

fn holds(what: &What, test: &mut impl FnMut(&What) -> bool) -> bool {
    match what {
        What::Either(clauses) => clauses.iter().any(|clause| holds(&clause.what, test) != (clause.occur == Occur::Not)),
        What::All(clauses) => all_hold(clauses, test),
        other => test(other),
    }
}

fn wanted<'a>(clauses: &'a [Clause], found: &mut Vec<&'a str>) {
    for clause in clauses.iter().filter(|clause| clause.occur != Occur::Not) {
        match &clause.what {
            What::Words(text) | What::Phrase(text) => found.push(text.trim()),
            What::Either(inner) | What::All(inner) => wanted(inner, found),
            What::Sentence(list) | What::Paragraph(list) => found.extend(list.iter().map(String::as_str)),
            What::Field(_) | What::Sort(_) => {}
        }
    }
}
