//! The query language: words, phrases, operators, groups, fields, sort. Pure: knows no library and no index.
//!
//! Nothing typed is an error. What cannot be read as an operator is searched as words, and a [`Note`] says so. Half and full
//! width are the same everywhere. Text that is pasted from a law is words: operators count only where they stand alone.

use std::ops::Range;

use crate::wire::{FieldKey, Note, Sort};

/// A query, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What was read: the query as typed, cut to [`super::LONGEST_QUERY`], unseen characters as blanks.
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
    Asked { query: query.to_owned(), ..Asked::default() }
}

impl Asked {
    /// The free words, which ranking gets.
    pub fn words(&self) -> String {
        String::new()
    }

    /// Whether it is nothing but words, or empty.
    pub fn is_plain(&self) -> bool {
        true
    }

    /// The order asked for.
    pub fn sort(&self) -> Sort {
        Sort::default()
    }

    /// Whether a text is what the clauses ask for, whatever ranks aside. `test` answers for single words, phrases, lists and fields.
    pub fn holds(&self, _test: &mut impl FnMut(&What) -> bool) -> bool {
        true
    }
}
