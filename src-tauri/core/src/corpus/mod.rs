//! From corpus files to documents. Parsing never fails: it returns what could be read and a list of complaints.

mod bundle;
mod diagnostics;
mod fingerprint;
mod front_matter;
mod markdown;
mod official;
mod statute;
mod thesaurus;

pub use bundle::{Bundle, Corpus, File};
pub use diagnostics::{Diagnostic, Severity};
pub use fingerprint::{Fingerprints, fingerprint};
pub use official::wordings;
pub use statute::parse;
pub use thesaurus::{Entry, Thesaurus, Word};
