//! Import: bytes in, documents out. No storage, no window, no index: every byte is foreign, nothing is written, nothing is fetched.
//!
//! Three steps with plain results, none of which fails as a whole:
//!
//! 1. [`open`] walks a file, a folder or an archive and hands over one [`Item`] at a time: bytes, or why there are none.
//! 2. [`read`] turns the bytes of one file, whatever its format and encoding, into the lines of a [`Source`].
//! 3. [`recognise`] makes a document of a source: structure, dates, id, and what was repaired and what is doubtful.
//!
//! [`unite`] puts the parts of a work together that comes in several files. How much is read is bounded in [`limits`].

pub mod limits;

mod format;
mod identity;
mod open;
mod recognise;
mod refusal;
mod repair;
mod source;

pub use format::{Encoding, read};
pub use identity::{distinct_id, document_id, short_title};
pub use open::{Item, open};
pub use recognise::{Recognised, recognise, unite};
pub use refusal::Refusal;
pub use repair::{Doubt, DoubtKind, Repair, RepairKind, Repairs};
pub use source::{Format, Shape, Source, SourceLine};
