//! SQLite FTS5, in a file as SQLite is commonly used; merged into one segment after it is filled.

use rusqlite::Connection;
use tempfile::TempDir;

use super::{Engine, Entries, neighbours, runs, whole};

/// FTS5 with its own tokenizer of three characters; `LIKE` where a question is shorter than that.
pub(super) struct Trigrams(Table);

/// FTS5 over texts that were cut into pairs of characters, with blanks between them.
pub(super) struct Pairs(Table);

struct Table {
    connection: Connection,
    _folder: TempDir,
}

impl Table {
    /// `options` are those of the table.
    fn build(options: &str, texts: impl Iterator<Item = String>) -> Self {
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let connection = Connection::open(folder.path().join("fts5")).unwrap();
        // It need not outlive this process. The cache is of 64 MiB; the system keeps the rest of the file in memory.
        connection
            .execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
            .unwrap();
        connection.execute_batch(&format!("CREATE VIRTUAL TABLE entry USING fts5(words, {options})")).unwrap();
        let transaction = connection.unchecked_transaction().unwrap();
        let mut insert = transaction.prepare("INSERT INTO entry (rowid, words) VALUES (?1, ?2)").unwrap();
        for (number, text) in texts.enumerate() {
            insert.execute((i64::try_from(number).unwrap(), text)).unwrap();
        }
        drop(insert);
        transaction.execute_batch("INSERT INTO entry (entry) VALUES ('optimize')").unwrap();
        transaction.commit().unwrap();
        Self { connection, _folder: folder }
    }

    /// Entries with any of these grams.
    fn any(&self, grams: &[String], most: usize) -> Vec<(u32, f64)> {
        let quoted: Vec<String> = grams.iter().map(|gram| format!("\"{gram}\"")).collect();
        let sql = "SELECT rowid, -rank FROM entry WHERE entry MATCH ?1 ORDER BY rank LIMIT ?2";
        if quoted.is_empty() { Vec::new() } else { self.ask(sql, &quoted.join(" OR "), most) }
    }

    fn ask(&self, sql: &str, argument: &str, most: usize) -> Vec<(u32, f64)> {
        let mut statement = self.connection.prepare_cached(sql).unwrap();
        let rows = statement.query_map((argument, i64::try_from(most).unwrap()), |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(Result::unwrap).collect()
    }

    /// Without the copy of the texts that a table may keep.
    fn bytes(&self) -> usize {
        let sql = "SELECT (SELECT sum(length(block)) FROM entry_data) + (SELECT sum(length(sz)) FROM entry_docsize)";
        let bytes: i64 = self.connection.query_row(sql, (), |row| row.get(0)).unwrap();
        usize::try_from(bytes).unwrap()
    }
}

impl Trigrams {
    pub(super) fn build(entries: Entries<'_, '_>) -> Self {
        Self(Table::build("tokenize = 'trigram'", entries.map(|entry| whole(&entry))))
    }
}

impl Engine for Trigrams {
    fn answer(&self, question: &str, most: usize) -> Vec<(u32, f64)> {
        if question.chars().count() < 3 {
            let sql = "SELECT rowid, 1.0 FROM entry WHERE words LIKE ?1 LIMIT ?2";
            return self.0.ask(sql, &format!("%{question}%"), most);
        }
        self.0.any(&neighbours(question, 3), most)
    }

    fn bytes(&self) -> usize {
        self.0.bytes()
    }
}

impl Pairs {
    pub(super) fn build(entries: Entries<'_, '_>) -> Self {
        let cut = |text: String| {
            let words =
                runs(&text).flat_map(|run| run.windows(run.len().min(2)).map(String::from_iter).collect::<Vec<_>>());
            words.collect::<Vec<_>>().join(" ")
        };
        Self(Table::build("tokenize = 'unicode61', content = ''", entries.map(|entry| cut(whole(&entry)))))
    }
}

impl Engine for Pairs {
    fn answer(&self, question: &str, most: usize) -> Vec<(u32, f64)> {
        self.0.any(&neighbours(question, 2), most)
    }

    fn bytes(&self) -> usize {
        self.0.bytes()
    }
}
