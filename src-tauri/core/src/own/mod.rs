//! The reader's own library: `data/library.db`, the documents a reader imported, what they cite, and how they came in.
//!
//! It is the truth about them; the search index is derived from it. It is transactional, has one writer at a time, and
//! believes nothing it reads: every row carries a seal, every text its hash, and a ledger knows the sum of all, so that what
//! was damaged is noticed, saved document by document (`harvest`, `carve`, `salvage`) and told by title, never lost in silence.
//!
//! Start at [`Store::open`]; [`Store::writer`] gives the right to write. Nothing here reads a clock: times are given.

mod backup;
mod carve;
mod check;
mod citation;
mod connect;
mod document;
mod fault;
mod files;
mod harvest;
mod ledger;
mod notice;
mod open;
mod report;
mod salvage;
mod schema;
mod seal;
mod store;
mod writer;

pub use check::Checkup;
pub use citation::{Backlink, Citation, Outcome, Totals};
pub use document::{Entry, Facts, Key, Record, Verified};
pub use notice::{Notice, Salvaged};
pub use report::{Pack, Report};
pub use schema::{STEPS, Steps};
pub use store::Store;
pub use writer::{Put, Writer};

use fault::Fault;
use ledger::Ledger;
