//! Formats of the past and of the future.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use wanghu_core::Error;
use wanghu_core::own::{Notice, STEPS, Steps, Store};
use wanghu_core::paths::Paths;

use super::{Dice, Model, asked, child, contents, database, key, open, put_in, record, rounds, writer};

/// A second format, made up: one column more, one table more, and work to do.
const NEXT: Steps = &[STEPS[0], MADE_UP];

const MADE_UP: &str = "ALTER TABLE document ADD COLUMN motto TEXT;
    CREATE TABLE shelf (no INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO shelf SELECT i, printf('%.200c', 's') FROM n;
    CREATE INDEX shelf_name ON shelf (name);";

fn prepared(folder: &Path) -> Model {
    let mut model = Model::new();
    let (store, _) = open(folder);
    let records: Vec<_> = (0..30).map(|n| record(&key(n, "2024-01-01"), n, 4000)).collect();
    writer(&store).put(&records).unwrap();
    put_in(&mut model, &records);
    model
}

fn format(folder: &Path) -> i64 {
    let connection = Connection::open(database(folder)).unwrap();
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn an_older_library_is_brought_forward_and_kept_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let truth = prepared(folder.path());
    let (store, notices) = Store::open_with(&Paths::under(folder.path()), NEXT).unwrap();
    let [Notice::Upgraded { from: 1, to: 2, backup }] = &notices[..] else { panic!("{notices:?}") };
    assert_eq!(contents(&store), truth);
    assert!(store.check().unwrap().unwrap().is_sound());
    writer(&store).put(&[record(&key(99, ""), 1, 100)]).unwrap();
    drop(store);
    // Again: nothing to do. With the older program: read, not written.
    assert_eq!(Store::open_with(&Paths::under(folder.path()), NEXT).unwrap().1, []);
    let (store, notices) = open(folder.path());
    assert_eq!(notices, [Notice::Newer { found: 2, known: 1 }]);
    assert_eq!(contents(&store).len(), truth.len() + 1);
    assert!(store.writer("a test").is_err() && store.restore(backup).is_err());
    drop(store);
    // The backup is the older format, whole; a newer program brings that forward too.
    let (store, _) = Store::open_with(&Paths::under(folder.path()), NEXT).unwrap();
    store.restore(backup).unwrap();
    assert_eq!(contents(&store), truth);
}

#[test]
fn a_step_that_fails_changes_nothing() {
    for step in [
        "ALTER TABLE document ADD COLUMN motto TEXT; INSERT INTO nowhere VALUES (1);",
        "DELETE FROM body; CREATE TABLE document (x);",
        "nonsense",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let truth = prepared(folder.path());
        let before = fs::read(database(folder.path())).unwrap();
        let steps: Steps = Vec::leak(vec![STEPS[0], step]);
        let failed = Store::open_with(&Paths::under(folder.path()), steps).unwrap_err();
        assert!(failed.to_string().contains("it is unchanged"), "{failed}");
        assert_eq!(fs::read(database(folder.path())).unwrap(), before);
        let (store, notices) = open(folder.path());
        assert!(notices.is_empty());
        assert_eq!(contents(&store), truth);
    }
}

#[test]
fn migrator() {
    let Some(folder) = asked() else { return };
    super::crash::say("ready");
    let _ = Store::open_with(&Paths::under(Path::new(&folder)), NEXT);
    super::crash::say("done");
}

#[test]
fn killed_while_it_is_brought_forward_it_is_old_or_new() {
    use std::io::{BufRead, BufReader};
    let (mut old, mut new) = (0, 0);
    let mut dice = Dice(3);
    let pattern = tempfile::tempdir().unwrap();
    let truth = prepared(pattern.path());
    for round in 0..rounds(16, 200) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        fs::copy(database(pattern.path()), database(folder.path())).unwrap();
        let mut migrator = child("own::formats::migrator", folder.path().to_str().unwrap())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(migrator.stdout.take().unwrap()).lines().map(Result::unwrap);
        assert!(lines.by_ref().any(|line| line.ends_with("ready")));
        std::thread::sleep(Duration::from_micros(dice.throw(1_200_000)));
        migrator.kill().unwrap();
        migrator.wait().unwrap();
        // Looked at through SQLite, which undoes what was half done.
        match format(folder.path()) {
            1 => old += 1,
            2 => new += 1,
            other => panic!("round {round}: format {other}"),
        }
        let (store, notices) = Store::open_with(&Paths::under(folder.path()), NEXT).unwrap();
        assert!(!notices.iter().any(|notice| matches!(notice, Notice::Salvaged(_))), "round {round}: {notices:?}");
        assert_eq!(contents(&store), truth);
        writer(&store).remove(&key(0, "").id, None).unwrap();
        let left: Vec<_> = fs::read_dir(folder.path().join("data"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with('.'))
            .collect();
        assert!(left.is_empty(), "leftovers stay: {left:?}");
    }
    println!("killed while brought forward: {old} old, {new} new");
}

#[test]
fn a_newer_library_is_read_and_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let truth = prepared(folder.path());
    Connection::open(database(folder.path())).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let before = fs::read(database(folder.path())).unwrap();
    let (store, notices) = open(folder.path());
    assert_eq!(notices, [Notice::Newer { found: 99, known: 1 }]);
    assert_eq!(contents(&store), truth);
    let refused = store.writer("a test").unwrap_err();
    assert!(matches!(&refused, Error::Unusable { why, .. } if why.contains("newer")), "{refused}");
    drop(store);
    // One whose tables nobody here knows.
    Connection::open(database(folder.path())).unwrap().execute_batch("ALTER TABLE document RENAME TO law").unwrap();
    let (store, notices) = open(folder.path());
    assert_eq!(notices, [Notice::Newer { found: 99, known: 1 }]);
    assert!(matches!(store.entries(), Err(Error::Unusable { .. })));
    drop(store);
    Connection::open(database(folder.path())).unwrap().execute_batch("ALTER TABLE law RENAME TO document").unwrap();
    assert_eq!(fs::read(database(folder.path())).unwrap().len(), before.len());
}

/// The lock file is looked at by `tidy`; this is what was really linked.
#[test]
fn sqlite_is_above_the_floor() {
    assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
    let folder = tempfile::tempdir().unwrap();
    prepared(folder.path());
    assert_eq!(open(folder.path()).0.check().unwrap().unwrap().sqlite, rusqlite::version());
}
