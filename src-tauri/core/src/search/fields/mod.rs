//! The fields of the query language: their names and values, which units have which, and what an answer can be narrowed by.

use crate::index::Ordinal;
use crate::library::Library;
use crate::model::{Lang, Moment};
use crate::wire::{Chip, Facet};

use super::language::{Asked, Field};

/// Which values each unit of a library has in each field. Made once, on first need.
#[derive(Debug, Default)]
pub struct Facts {}

/// The fields of one query, settled: a set of units.
#[derive(Debug, Default)]
pub struct Filter {}

impl Facts {
    /// The facts of every unit of `library`.
    pub fn of(_library: &Library) -> Self {
        Self {}
    }

    /// When the document of a unit was issued or made public.
    pub fn date(&self, _unit: Ordinal) -> Option<&Moment> {
        None
    }

    /// What these units, each standing for its place, can be narrowed by, and the queries that do so.
    pub fn count(&self, _asked: &Asked, _units: impl IntoIterator<Item = Ordinal>, _lang: Lang) -> Vec<Facet> {
        Vec::new()
    }
}

impl Filter {
    /// Settles the fields of `asked`. A clause whose values nobody knows becomes words, and a note says so.
    pub fn of(_asked: &mut Asked, _library: &Library, _facts: &Facts) -> Self {
        Self {}
    }

    /// Whether every unit is allowed.
    pub fn is_open(&self) -> bool {
        true
    }

    /// Whether the fields that must and must not be so allow this unit.
    pub fn allows(&self, _unit: Ordinal) -> bool {
        true
    }

    /// Whether a unit has one of the values of a field that stands anywhere in the query, for [`Asked::holds`].
    pub fn holds(&self, _field: &Field, _unit: Ordinal) -> bool {
        true
    }
}

/// The clauses of a query as a person reads them; none for plain words. After [`Filter::of`].
pub fn chips(_asked: &Asked, _library: &Library, _lang: Lang) -> Vec<Chip> {
    Vec::new()
}
