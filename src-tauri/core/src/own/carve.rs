//! Rows whose table no longer leads to them: every leaf page of the file is hung below the root of the table in turn and read.
//!
//! Rows of other tables come up as well, and none of them is believed: a document is one whose seal holds, a text is one that a
//! document names by its hash. What was removed does not come back: its pages were blanked (`secure_delete`).

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::connect::{Access, connect};
use super::fault::Tried;
use super::{Entry, Key, Record, document};
use crate::error::Error;
use crate::text::sha256;

/// Leaf pages that are read in one go; as many as one root page has room for, and few enough to be read singly when one is broken.
const AT_ONCE: usize = 200;

/// First byte of a leaf page of a table, and of a page that leads to others.
const LEAF: u8 = 0x0d;
const INNER: u8 = 0x05;

/// Every sound document of a copy, which is of no use afterwards. `empty` is a library without documents, of the same format.
pub(super) fn carve(copy: &Path, empty: &Path) -> Tried<Vec<Record>> {
    let mut quarry = Quarry::open(copy, empty)?;
    let mut entries: BTreeMap<Key, Entry> = BTreeMap::new();
    quarry.each_row("document", &document::select("NOT INDEXED"), &mut |row| {
        let Ok(stored) = document::stored(row) else { return };
        let newest = entries
            .get(&stored.entry.key)
            .is_none_or(|there| there.facts.imported_at <= stored.entry.facts.imported_at);
        if stored.holds && newest {
            entries.insert(stored.entry.key.clone(), stored.entry);
        }
    })?;
    let wanted: BTreeSet<String> = entries.values().map(|entry| entry.hash.clone()).collect();
    let mut bodies: BTreeMap<String, String> = BTreeMap::new();
    quarry.each_row("body", "SELECT json FROM body NOT INDEXED", &mut |row| {
        let Ok(body) = row.get::<_, String>(0) else { return };
        let hash = sha256(body.as_bytes());
        if wanted.contains(&hash) {
            bodies.insert(hash, body);
        }
    })?;
    let whole = |entry: Entry| {
        let body = bodies.get(&entry.hash)?.clone();
        Some(Record { key: entry.key, facts: entry.facts, body })
    };
    Ok(entries.into_values().filter_map(whole).collect())
}

/// A file whose first page is sound and whose other pages may be anything.
struct Quarry<'a> {
    copy: &'a Path,
    page: usize,
    /// Page numbers of the roots, by table.
    roots: BTreeMap<String, u32>,
    /// Page numbers of the leaves.
    leaves: Vec<u32>,
}

impl<'a> Quarry<'a> {
    fn open(copy: &'a Path, empty: &Path) -> Tried<Self> {
        let model = connect(empty, Access::Read)?;
        let mut statement =
            model.prepare("SELECT name, rootpage FROM sqlite_schema WHERE name IN ('document', 'body')")?;
        let roots =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<BTreeMap<_, u32>, _>>()?;
        let first = std::fs::read(empty).map_err(Error::io("reading", empty))?;
        let page = usize::from(u16::from_be_bytes([first[16], first[17]]));
        let mut quarry = Self { copy, page, roots, leaves: Vec::new() };
        quarry.prepare(&first[..page]).map_err(Error::io("reading", copy))?;
        Ok(quarry)
    }

    /// Finds the leaves. A root that is a leaf itself is copied to the end, for its place is needed.
    fn prepare(&mut self, first: &[u8]) -> std::io::Result<()> {
        let mut file = File::options().read(true).write(true).open(self.copy)?;
        let mut count = file.metadata()?.len() as usize / self.page;
        let mut content = vec![0; self.page];
        let mut moved = Vec::new();
        for number in 2..=count {
            file.seek(SeekFrom::Start(((number - 1) * self.page) as u64))?;
            file.read_exact(&mut content)?;
            // An empty one is only right as a root.
            let leaf = content[0] == LEAF && content[3..5] != [0, 0];
            match (leaf, self.roots.values().any(|root| *root as usize == number)) {
                (true, true) => moved.push(content.clone()),
                (true, false) => self.leaves.push(u32::try_from(number).unwrap_or(0)),
                _ => {}
            }
        }
        for content in moved {
            file.seek(SeekFrom::Start((count * self.page) as u64))?;
            file.write_all(&content)?;
            count += 1;
            self.leaves.push(u32::try_from(count).unwrap_or(0));
        }
        let mut first = first.to_vec();
        first[28..32].copy_from_slice(&u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes());
        file.rewind()?;
        file.write_all(&first)
    }

    fn each_row(&mut self, table: &str, sql: &str, take: &mut dyn FnMut(&rusqlite::Row<'_>)) -> Tried<()> {
        let root = self.roots.get(table).copied().unwrap_or(0);
        for leaves in self.leaves.chunks(AT_ONCE) {
            if self.read(root, leaves, sql, take).is_err() {
                // One of them is broken; the others are read singly, some of them again. A root leads to two at least.
                for leaf in leaves {
                    let _ = self.read(root, &[*leaf, *leaf], sql, take);
                }
            }
        }
        Ok(())
    }

    fn read(&self, root: u32, leaves: &[u32], sql: &str, take: &mut dyn FnMut(&rusqlite::Row<'_>)) -> Tried<()> {
        let at = u64::from(root.saturating_sub(1)) * self.page as u64;
        let written = File::options().write(true).open(self.copy).and_then(|mut file| {
            file.seek(SeekFrom::Start(at))?;
            file.write_all(&inner_page(self.page, leaves))
        });
        written.map_err(Error::io("writing", self.copy))?;
        let connection = connect(self.copy, Access::Read)?;
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(row);
        }
        Ok(())
    }
}

/// A page that leads to these: pointers to cells, each a page number and a made-up row number; the last page stands in the header.
fn inner_page(size: usize, leaves: &[u32]) -> Vec<u8> {
    let mut page = vec![0; size];
    let Some((last, others)) = leaves.split_last() else { return page };
    page[0] = INNER;
    let mut end = size;
    for (index, leaf) in others.iter().enumerate() {
        // Row numbers 1 to 199 as SQLite writes them: seven bits a byte, the highest bit says that another byte follows.
        let number = index as u64 + 1;
        let mut cell = leaf.to_be_bytes().to_vec();
        if number < 128 {
            cell.push(number as u8);
        } else {
            cell.extend([0x80 | (number >> 7) as u8, (number & 0x7f) as u8]);
        }
        end -= cell.len();
        page[end..end + cell.len()].copy_from_slice(&cell);
        page[12 + 2 * index..14 + 2 * index].copy_from_slice(&(end as u16).to_be_bytes());
    }
    page[3..5].copy_from_slice(&(others.len() as u16).to_be_bytes());
    page[5..7].copy_from_slice(&(end as u16).to_be_bytes());
    page[8..12].copy_from_slice(&last.to_be_bytes());
    page
}
