//! From corpus files to documents. Parsing never fails: it returns what could be read and a list of complaints.

mod bundle;
mod diagnostics;
mod external;
mod fingerprint;
mod front_matter;
mod markdown;
mod official;
mod text;
mod thesaurus;

pub use bundle::{Bundle, Corpus, File};
pub(crate) use diagnostics::Complaints;
pub use diagnostics::{Diagnostic, Severity};
pub use external::External;
pub use fingerprint::{Fingerprints, fingerprint};
pub use official::wordings;
pub use text::parse;
pub use thesaurus::{Entry, Thesaurus, Word};
