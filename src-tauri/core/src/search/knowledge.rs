//! What search knows of a library beside its index. Each part is made on first need: none is on the way of the start.

use std::sync::OnceLock;

use super::fields::Facts;
use super::similar::Likeness;
use super::slips::Meanings;
use crate::library::Library;

/// What search knows of one library.
#[derive(Debug, Default)]
pub struct Knowledge {
    facts: OnceLock<Facts>,
    meanings: OnceLock<Meanings>,
    likeness: OnceLock<Likeness>,
}

impl Knowledge {
    /// The values of the fields of every unit.
    pub(crate) fn facts(&self, library: &Library) -> &Facts {
        self.facts.get_or_init(|| Facts::of(library))
    }

    /// What can be meant.
    pub(crate) fn meanings(&self, library: &Library) -> &Meanings {
        self.meanings.get_or_init(|| Meanings::of(library))
    }

    /// What resembles what.
    pub(crate) fn likeness(&self, library: &Library) -> &Likeness {
        self.likeness.get_or_init(|| Likeness::of(library))
    }

    /// Makes what answers to queries need, so that the first one need not wait.
    pub fn warm_up(&self, library: &Library) {
        self.facts(library);
        self.meanings(library);
    }
}
