//! What the library holds as a whole: the number of documents, and all their seals combined. A row that vanished or came
//! back without a transaction is noticed by it, though every row that is there be sound.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};

use super::fault::{Fault, Tried};
use super::seal::{Seal, seal};

/// The sum of a library.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Ledger {
    /// Number of documents, versions counted apart.
    pub(super) documents: u64,
    /// Exclusive or of their seals: independent of order, and each change undoes itself.
    digest: Seal,
}

impl Ledger {
    pub(super) fn add(&mut self, seal: &Seal) {
        self.documents += 1;
        self.combine(seal);
    }

    pub(super) fn take(&mut self, seal: &Seal) {
        self.documents = self.documents.saturating_sub(1);
        self.combine(seal);
    }

    fn combine(&mut self, seal: &Seal) {
        for (sum, byte) in self.digest.iter_mut().zip(seal) {
            *sum ^= byte;
        }
    }

    fn seal(&self) -> Seal {
        let documents = ValueRef::Integer(i64::try_from(self.documents).unwrap_or(i64::MAX));
        seal([("documents", documents), ("digest", ValueRef::Blob(&self.digest))])
    }
}

/// Writes the sum of an empty library.
pub(super) fn begin(connection: &Connection) -> Tried<()> {
    write(connection, &Ledger::default())
}

pub(super) fn read(connection: &Connection) -> Tried<Ledger> {
    let (documents, digest, sealed): (i64, Seal, Seal) =
        connection.query_row("SELECT documents, digest, seal FROM ledger WHERE one = 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    let ledger = Ledger { documents: documents.unsigned_abs(), digest };
    if documents >= 0 && ledger.seal() == sealed {
        return Ok(ledger);
    }
    Err(Fault::Damaged("the sum of its documents is not what was written".to_owned()))
}

pub(super) fn write(connection: &Connection, ledger: &Ledger) -> Tried<()> {
    connection.execute(
        "INSERT OR REPLACE INTO ledger (one, documents, digest, seal) VALUES (1, ?1, ?2, ?3)",
        params![i64::try_from(ledger.documents).unwrap_or(i64::MAX), ledger.digest, ledger.seal()],
    )?;
    Ok(())
}
