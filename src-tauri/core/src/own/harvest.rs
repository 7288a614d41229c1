//! Everything sound that a damaged file still holds, document by document.
//!
//! Tables are read forwards, backwards and row by row: a damaged page stops the first two and hides only its own rows from
//! the third. Nothing is believed but what its seal confirms, so it does no harm to look behind a foreign or broken first page.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::carve::carve;
use super::connect::{Access, connect};
use super::fault::Tried;
use super::report::{Pack, Report, packs, reports};
use super::schema::{self, Steps};
use super::{Key, Ledger, Record, document, ledger};
use crate::error::Error;

/// Numbers of rows are asked for one by one up to this many beyond those that are known.
const BEYOND: usize = 100_000;

/// More documents than this are not believed to be in one library.
const MOST: usize = 4_000_000;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Harvest {
    /// Sound documents.
    pub(super) records: Vec<Record>,
    /// Documents that were there and are not sound, with the best name that is left.
    pub(super) lost: Vec<Lost>,
    /// Sound reports.
    pub(super) reports: Vec<Report>,
    /// Sound packs.
    pub(super) packs: Vec<Pack>,
    /// What there should be, when that is known.
    pub(super) ledger: Option<Ledger>,
}

/// A document that is not sound.
#[derive(Debug)]
pub(super) struct Lost {
    pub(super) key: Option<Key>,
    pub(super) title: String,
}

/// Reads a file that may be changed on the way: a copy.
pub(super) fn harvest(copy: &Path, steps: Steps) -> Tried<Harvest> {
    // Opening it rolls back what was half done, if the file is sound enough for that.
    let own =
        connect(copy, Access::Write).and_then(|connection| schema::matches(&connection, steps).map(|()| connection));
    let mut harvest = match own {
        Ok(connection) => reap(&connection),
        Err(_) => {
            replace_first_page(copy, steps)?;
            reap(&connect(copy, Access::Write)?)
        }
    };
    if harvest.ledger != Some(sum(&harvest.records)) {
        let empty = empty(copy, steps)?;
        harvest.records.extend(carve(copy, &empty)?);
        harvest.settle();
    }
    Ok(harvest)
}

/// The sum that a library of these has.
pub(super) fn sum(records: &[Record]) -> Ledger {
    let mut sum = Ledger::default();
    for record in records {
        sum.add(&document::seal_of(&record.entry()));
    }
    sum
}

/// An empty library beside a file.
fn empty(copy: &Path, steps: Steps) -> Tried<PathBuf> {
    let path = copy.with_file_name("empty.db");
    let _ = std::fs::remove_file(&path);
    super::store::create(&path, steps)?;
    Ok(path)
}

/// Puts the first page of an empty library, which says where the tables are, in place of the one that is there: tables are made
/// in the same order always and so begin on the same pages. Also does away with foreign triggers and views.
fn replace_first_page(copy: &Path, steps: Steps) -> Tried<()> {
    let model = empty(copy, steps)?;
    let empty = std::fs::read(&model).map_err(Error::io("reading", &model))?;
    let size = usize::from(u16::from_be_bytes([empty[16], empty[17]]));
    let mut file = std::fs::read(copy).map_err(Error::io("reading", copy))?;
    // Where the file was cut, the pages that tables begin on are missing: blank ones say that nothing is known of these.
    file.resize(file.len().max(empty.len()).next_multiple_of(size), 0);
    file[..size].copy_from_slice(&empty[..size]);
    let pages = u32::try_from(file.len() / size).unwrap_or(u32::MAX);
    file[28..32].copy_from_slice(&pages.to_be_bytes());
    // The list of free pages is not trusted: nothing will be written here.
    file[32..40].fill(0);
    std::fs::write(copy, file).map_err(Error::io("writing", copy))?;
    for ending in ["-journal", "-wal", "-shm"] {
        let mut name = copy.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
    Ok(())
}

fn reap(connection: &Connection) -> Harvest {
    let named = names(connection);
    let mut numbers: BTreeSet<i64> = named.keys().copied().collect();
    for sql in ["FROM document NOT INDEXED ORDER BY no", "FROM document NOT INDEXED ORDER BY no DESC"]
        .into_iter()
        .chain(["FROM body ORDER BY no", "FROM body ORDER BY no DESC"])
    {
        // What stops the walk was damage; what came before it counts.
        let _ = walk(connection, sql, &mut numbers);
    }
    let last = numbers.last().copied().unwrap_or(0);
    let every = usize::try_from(last).is_ok_and(|last| last <= 2 * numbers.len() + BEYOND);
    let asked: Vec<i64> = if every { (1..=last.max(64)).collect() } else { numbers.into_iter().collect() };
    let mut harvest = Harvest { ledger: ledger::read(connection).ok(), ..Harvest::default() };
    for no in asked {
        let named = named.get(&no);
        let stored = connection
            .prepare_cached(&document::select("NOT INDEXED WHERE no = ?1"))
            .and_then(|mut statement| statement.query_row([no], |row| Ok(document::stored(row))));
        match stored {
            Ok(Ok(stored)) if stored.holds => match document::body(connection, no, &stored.entry.hash) {
                Ok(body) => {
                    harvest.records.push(Record { key: stored.entry.key, facts: stored.entry.facts, body });
                }
                Err(_) => {
                    harvest.lost.push(Lost { key: Some(stored.entry.key), title: stored.entry.facts.title });
                }
            },
            Ok(Ok(stored)) => {
                let key = named.cloned().unwrap_or(stored.entry.key);
                harvest.lost.push(Lost { title: format!("{} ({key})", stored.entry.facts.title), key: Some(key) });
            }
            _ => {
                if let Some(key) = named {
                    harvest.lost.push(Lost { title: key.to_string(), key: Some(key.clone()) });
                }
            }
        }
    }
    harvest.settle();
    harvest.reports = reports(connection).0;
    harvest.packs = packs(connection).0;
    harvest
}

impl Harvest {
    /// A document counts once: an entry of an index that leads nowhere is no loss when its document is there.
    fn settle(&mut self) {
        let mut seen: BTreeSet<Key> = BTreeSet::new();
        self.records.retain(|record| seen.insert(record.key.clone()));
        self.lost.retain(|lost| lost.key.as_ref().is_none_or(|key| seen.insert(key.clone())));
    }
}

fn walk(connection: &Connection, sql: &str, numbers: &mut BTreeSet<i64>) -> Tried<()> {
    let mut statement = connection.prepare(&format!("SELECT no {sql}"))?;
    let mut rows = statement.query([])?;
    let mut last = None;
    let backwards = sql.ends_with("DESC");
    while let Some(row) = rows.next()? {
        let no: i64 = row.get(0)?;
        // Out of order means that pages lead back to themselves.
        if last.replace(no).is_some_and(|last| if backwards { last <= no } else { last >= no }) {
            break;
        }
        numbers.insert(no);
    }
    Ok(())
}

/// Names of rows, from the index of keys, which lies on other pages than the rows.
fn names(connection: &Connection) -> BTreeMap<i64, Key> {
    let mut found = BTreeMap::new();
    for order in ["", "DESC"] {
        let mut walk = || -> Tried<()> {
            let mut statement = connection.prepare(&format!(
                "SELECT no, id, version FROM document INDEXED BY document_key ORDER BY id {order}, version {order}"
            ))?;
            let mut rows = statement.query([])?;
            let mut rest = MOST;
            while let (Some(row), 1..) = (rows.next()?, rest) {
                rest -= 1;
                let id: String = row.get(1)?;
                if let Ok(id) = id.parse() {
                    found.insert(row.get(0)?, Key { id, version: row.get(2)? });
                }
            }
            Ok(())
        };
        let _ = walk();
    }
    found
}
