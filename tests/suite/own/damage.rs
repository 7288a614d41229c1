//! Whatever happens to the file: it opens with what is sound, and says what is not.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rusqlite::Connection;
use wanghu_core::Error;
use wanghu_core::own::{Citation, Notice, Outcome, Pack, Store};

use super::{Dice, Model, contents, database, id, key, open, put_in, record, rounds, writer};

const PAGE: usize = 4096;

/// A library of documents of many sizes, with holes where others were removed.
fn prepared(folder: &Path) -> Model {
    let mut model = Model::new();
    let (store, _) = open(folder);
    let mut writer = writer(&store);
    for batch in 0..6 {
        let records: Vec<_> = (batch * 8..batch * 8 + 8)
            .map(|n| {
                record(
                    &key(n, if n % 3 == 0 { "" } else { "2024-01-01" }),
                    n,
                    [60, 900, 5000, 30_000][(n % 4) as usize],
                )
            })
            .collect();
        writer.put(&records).unwrap();
        put_in(&mut model, &records);
    }
    for n in [5, 14, 22, 31] {
        writer.remove(&key(n, "").id, None).unwrap();
        model.retain(|there, _| there.id != key(n, "").id);
    }
    let to = Some("lending-rules/26.2".parse().unwrap());
    let from = "3".parse().unwrap();
    let citations = vec![Citation { from, text: "第二十六条".to_owned(), to, outcome: Outcome::Resolved }; 60];
    for key in model.keys() {
        writer.put_citations(key, &citations).unwrap();
    }
    writer.add_report("2026-01-02T03:04:05Z", "{\"files\":48}").unwrap();
    writer.put_pack(&pack()).unwrap();
    model
}

fn pack() -> Pack {
    let text = |text: &str| text.to_owned();
    Pack {
        id: text("p"),
        version: text("1"),
        name: text("汇编"),
        manifest: text("{}"),
        installed_at: text("2026-01-02T03:04:05Z"),
    }
}

/// What a damaged library turned out to be.
#[derive(Debug, Default)]
struct Toll {
    harmless: u32,
    at_opening: u32,
    at_reading: u32,
    documents_told_lost: usize,
}

/// Opens what is there and compares with the truth. Panics where something is missing and nobody said so.
fn take_toll(folder: &Path, truth: &Model, what: &str, toll: &mut Toll) {
    let (store, notices) = match Store::open(&wanghu_core::paths::Paths::under(folder)) {
        Ok(opened) => opened,
        Err(problem) => panic!("{what}: it does not open: {problem}"),
    };
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut nameless = Some(0);
    for notice in &notices {
        let words = notice.words();
        assert!(!words.zh.is_empty() && !words.en.is_empty());
        match notice {
            Notice::Salvaged(salvaged) => {
                told.extend(salvaged.lost.iter().cloned());
                nameless = salvaged.nameless;
                let kept = salvaged.kept.as_ref().expect("the damaged file is kept");
                assert!(kept.join("library.db").is_file());
            }
            Notice::Gone { .. } => nameless = None,
            Notice::Newer { .. } => {}
            other => panic!("{what}: {other:?}"),
        }
    }
    let found = match store.entries() {
        Ok(entries) => entries,
        Err(problem) => {
            assert!(notices.iter().any(|notice| matches!(notice, Notice::Newer { .. })), "{what}: {problem}");
            toll.at_opening += 1;
            return;
        }
    };
    let mut missing: BTreeSet<_> = truth.keys().cloned().collect();
    let mut while_reading = 0;
    for entry in found {
        let (facts, body) = truth.get(&entry.key).unwrap_or_else(|| panic!("{what}: {} came from nowhere", entry.key));
        assert_eq!(entry.facts, *facts, "{what}");
        match store.body(&entry.key) {
            Ok(Some(read)) => assert_eq!(read, *body, "{what}: another text"),
            Err(Error::OwnDamaged { what: named, .. }) => {
                assert_eq!(named, entry.key.to_string(), "{what}");
                while_reading += 1;
            }
            other => panic!("{what}: {other:?}"),
        }
        missing.remove(&entry.key);
    }
    let unnamed = missing
        .iter()
        .filter(|key| !told.iter().any(|told| told.contains(&truth[*key].0.title) || told.contains(&key.to_string())))
        .count() as u64;
    assert!(
        nameless.is_none_or(|nameless| unnamed <= nameless),
        "{what}: {unnamed} lost in silence: {missing:?} {notices:?}"
    );
    // Side tables: sound, or said to be damaged.
    for citation in truth.keys().flat_map(|key| store.citations(key).unwrap_or_default()) {
        assert!(
            citation.outcome == Outcome::Resolved || !notices.is_empty() || !store.check().unwrap().unwrap().is_sound()
        );
    }
    assert!(
        store.packs().is_ok_and(|packs| packs.is_empty() && !notices.is_empty() || packs == [pack()])
            || store.packs().is_err()
    );
    toll.documents_told_lost += missing.len();
    match (notices.is_empty(), while_reading) {
        (true, 0) => toll.harmless += 1,
        (false, 0) => toll.at_opening += 1,
        _ => {
            toll.at_reading += 1;
            let notice = store.repair().unwrap();
            if let Some(Notice::Salvaged(salvaged)) = notice {
                assert!(salvaged.lost.len() <= while_reading, "{what}: {salvaged:?}");
                let mended = contents(&store);
                assert_eq!(mended.len() + salvaged.lost.len(), truth.len() - missing.len(), "{what}: {salvaged:?}");
                assert!(mended.iter().all(|(key, found)| truth[key] == *found), "{what}");
                toll.documents_told_lost += salvaged.lost.len();
            } else {
                assert!(!notices.is_empty(), "{what}: not repaired");
            }
        }
    }
    // Writing goes on, or is refused in words; either way nothing sound gets lost by it.
    let before: Vec<_> = store.entries().unwrap_or_default().into_iter().map(|entry| entry.key).collect();
    match store.writer("after damage").and_then(|mut writer| writer.put(&[record(&key(200, ""), 1, 9000)])) {
        Ok(_) => {
            let after: BTreeSet<_> = store.entries().unwrap().into_iter().map(|entry| entry.key).collect();
            assert!(before.iter().all(|key| after.contains(key)) && after.contains(&key(200, "")), "{what}");
        }
        Err(Error::OwnDamaged { .. }) => {
            drop(store);
            let (store, notices) = open(folder);
            assert!(
                matches!(&notices[..], [Notice::Salvaged(_)]),
                "{what}: refused, and nothing to repair: {notices:?}"
            );
            writer(&store).put(&[record(&key(200, ""), 1, 9000)]).unwrap();
        }
        Err(Error::Unusable { .. } | Error::Io { .. }) => {}
        Err(problem) => panic!("{what}: {problem}"),
    }
}

#[test]
fn no_damage_loses_a_document_in_silence() {
    let pattern = tempfile::tempdir().unwrap();
    let truth = prepared(pattern.path());
    let sound = fs::read(database(pattern.path())).unwrap();
    let pages = sound.len() / PAGE;
    let mut dice = Dice(7);
    let mut place = |most: usize| usize::try_from(dice.throw(most as u64)).unwrap();
    let mut cases: Vec<(String, Option<Vec<u8>>)> =
        vec![("deleted".to_owned(), None), ("emptied".to_owned(), Some(Vec::new()))];
    let scale = usize::try_from(rounds(1, 6)).unwrap();
    // Every byte of the header, then bits anywhere.
    for n in 0..50 + 120 * scale {
        let at = if n < 50 { 2 * n + place(2) } else { place(sound.len()) };
        let mut bytes = sound.clone();
        bytes[at] ^= 1 << place(8);
        cases.push((format!("bit at {at} (page {})", at / PAGE + 1), Some(bytes)));
    }
    for n in 0..40 * scale {
        let page = if n < 12 { n.min(pages - 1) } else { place(pages) };
        let mut bytes = sound.clone();
        bytes[page * PAGE..(page + 1) * PAGE].fill(if n % 2 == 0 { 0 } else { 0xff });
        cases.push((format!("page {} overwritten", page + 1), Some(bytes)));
    }
    for _ in 0..30 * scale {
        let (a, b) = (place(pages), place(pages));
        let mut bytes = sound.clone();
        bytes[a * PAGE..(a + 1) * PAGE].copy_from_slice(&sound[b * PAGE..(b + 1) * PAGE]);
        cases.push((format!("page {} over page {}", b + 1, a + 1), Some(bytes)));
    }
    for n in 0..20 * scale {
        let at = if n < 4 { [1, 50, 99, PAGE][n] } else { place(sound.len()) };
        cases.push((format!("cut at {at}"), Some(sound[..at].to_vec())));
    }
    for _ in 0..20 * scale {
        let at = place(sound.len() - 600);
        let mut bytes = sound.clone();
        bytes[at..at + 600].iter_mut().for_each(|byte| *byte = u8::try_from(place(256)).unwrap());
        cases.push((format!("noise at {at} (page {})", at / PAGE + 1), Some(bytes)));
    }
    let mut toll = Toll::default();
    let count = cases.len();
    for (what, bytes) in cases {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        fs::write(folder.path().join("data/library.lock"), "made\n").unwrap();
        if let Some(bytes) = bytes {
            fs::write(database(folder.path()), bytes).unwrap();
        }
        take_toll(folder.path(), &truth, &what, &mut toll);
    }
    println!("{count} mutations of {} documents: {toll:?}", truth.len());
    assert!(count >= 280 && toll.at_opening > 20 && toll.at_reading > 20);
}

/// What leads to the rows is worth little: without it they are found all the same, and removed ones are not.
#[test]
fn documents_are_found_without_the_pages_that_lead_to_them() {
    let folder = tempfile::tempdir().unwrap();
    let truth = prepared(folder.path());
    let connection = Connection::open(database(folder.path())).unwrap();
    let root = |table: &str| -> usize {
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
        connection.query_row(sql, [table], |row| row.get::<_, u32>(0)).unwrap() as usize
    };
    let roots = [root("document"), root("body"), root("document_key"), root("ledger"), 1];
    drop(connection);
    // An empty table is a page without rows.
    writer(&open(folder.path()).0).remove_pack("p").unwrap();
    let sound = fs::read(database(folder.path())).unwrap();
    for lost in [&roots[..1], &roots[1..2], &roots[..2], &roots[..3], &roots[..]] {
        let mut bytes = sound.clone();
        for page in lost {
            bytes[(page - 1) * PAGE..page * PAGE].fill(0);
        }
        fs::write(database(folder.path()), bytes).unwrap();
        let (store, notices) = open(folder.path());
        let notice = notices.into_iter().next().or_else(|| store.repair().unwrap());
        let Some(Notice::Salvaged(salvaged)) = notice else { panic!("{lost:?}: {notice:?}") };
        assert_eq!((salvaged.saved, salvaged.lost), (truth.len(), Vec::new()), "pages {lost:?}");
        assert_eq!(contents(&store), truth, "pages {lost:?}");
    }
    // A broken leaf hides no other one.
    let mut bytes = sound.clone();
    bytes[(roots[0] - 1) * PAGE..roots[0] * PAGE].fill(0);
    let leaf = (roots[3]..sound.len() / PAGE).find(|page| bytes[page * PAGE] == 0x0d).unwrap();
    bytes[leaf * PAGE + 8..(leaf + 1) * PAGE].fill(0xff);
    fs::write(database(folder.path()), bytes).unwrap();
    let (store, notices) = open(folder.path());
    let [Notice::Salvaged(salvaged)] = &notices[..] else { panic!("{notices:?}") };
    let lost = salvaged.lost.len() + usize::try_from(salvaged.nameless.unwrap()).unwrap();
    assert_eq!(contents(&store).len() + lost, truth.len());
    assert!(lost <= 20, "{salvaged:?}");
}

#[test]
fn a_damaged_document_is_mended_by_putting_it_in_again() {
    let folder = tempfile::tempdir().unwrap();
    let truth = prepared(folder.path());
    Connection::open(database(folder.path()))
        .unwrap()
        .execute_batch("UPDATE body SET json = '{}' WHERE no = 2")
        .unwrap();
    let (store, _) = open(folder.path());
    let (key, (facts, body)) = truth.iter().find(|(key, _)| store.body(key).is_err()).unwrap();
    let record = wanghu_core::own::Record { key: key.clone(), facts: facts.clone(), body: body.clone() };
    assert_eq!(writer(&store).put(&[record]).unwrap(), [wanghu_core::own::Put::Replaced]);
    assert_eq!(contents(&store), truth);
}

#[test]
fn lost_documents_come_back_from_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let truth = prepared(folder.path());
    let (store, _) = open(folder.path());
    let backup = writer(&store).backup().unwrap();
    assert_eq!(store.backups(), std::slice::from_ref(&backup));
    let sound = fs::read(database(folder.path())).unwrap();
    drop(store);
    // The rows of a whole page, then the whole file.
    let body = sound.windows(12).rposition(|bytes| bytes == "借书证办".as_bytes()).unwrap();
    let mut scarred = sound.clone();
    scarred[body..body + 12].fill(b'x');
    fs::write(database(folder.path()), scarred).unwrap();
    let (store, notices) = open(folder.path());
    assert!(notices.is_empty());
    let damaged = store.check().unwrap().unwrap().damaged;
    assert_eq!(damaged.len(), 1);
    // Putting it in again mends it; here the backup does.
    let refused = store.body(&damaged[0].key).unwrap_err().to_string();
    assert!(refused.contains(&damaged[0].key.to_string()) && refused.contains("import it again"), "{refused}");
    let Some(Notice::Salvaged(salvaged)) = store.repair().unwrap() else { panic!("not repaired") };
    assert_eq!((salvaged.restored, salvaged.lost.len()), (vec![damaged[0].facts.title.clone()], 0));
    assert_eq!(contents(&store), truth);
    assert_eq!(store.without_citations().unwrap().len(), truth.len());
    drop(store);

    fs::write(database(folder.path()), vec![7; sound.len()]).unwrap();
    let (store, notices) = open(folder.path());
    let [Notice::Salvaged(salvaged)] = &notices[..] else { panic!("{notices:?}") };
    assert_eq!((salvaged.saved, salvaged.restored.len(), salvaged.nameless), (0, truth.len(), None));
    assert_eq!(contents(&store), truth);
    drop(store);

    fs::remove_file(database(folder.path())).unwrap();
    let (store, notices) = open(folder.path());
    assert_eq!(notices, [Notice::Gone { backup: Some(backup.clone()) }]);
    store.restore(&backup).unwrap();
    assert_eq!(contents(&store), truth);
    fs::write(&backup, "no backup").unwrap();
    assert!(store.restore(&backup).is_err());
    assert_eq!(contents(&store), truth);
}

#[test]
fn backups_are_few_and_every_one_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    let truth = prepared(folder.path());
    let (store, _) = open(folder.path());
    let made: Vec<_> = (0..5).map(|_| writer(&store).backup().unwrap()).collect();
    assert_eq!(store.backups(), [made[4].clone(), made[3].clone(), made[2].clone()]);
    for backup in store.backups() {
        writer(&store).remove(&id("library-card-rules-1"), None).unwrap();
        store.restore(&backup).unwrap();
        assert_eq!(contents(&store), truth);
    }
}

#[test]
fn a_foreign_or_hostile_file_is_put_aside_and_none_of_it_runs() {
    let hostile = [
        "PRAGMA application_id = 1",
        "CREATE TRIGGER t AFTER INSERT ON document BEGIN DELETE FROM body; END",
        "CREATE TRIGGER t AFTER DELETE ON document BEGIN DELETE FROM body; DELETE FROM document; END",
        "CREATE VIEW v AS SELECT * FROM document",
        "ALTER TABLE document RENAME TO real; CREATE VIEW document AS SELECT * FROM real LIMIT 1",
        "CREATE TABLE more (x)",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "DROP INDEX document_key",
        "PRAGMA user_version = 0",
        "PRAGMA journal_mode = WAL; CREATE TABLE more (x)",
    ];
    for sql in hostile {
        let folder = tempfile::tempdir().unwrap();
        let truth = prepared(folder.path());
        Connection::open(database(folder.path())).unwrap().execute_batch(sql).unwrap();
        let (store, notices) = open(folder.path());
        let [Notice::Salvaged(salvaged)] = &notices[..] else { panic!("{sql}: {notices:?}") };
        assert_eq!((salvaged.saved, salvaged.lost.len(), salvaged.nameless), (truth.len(), 0, Some(0)), "{sql}");
        assert_eq!(contents(&store), truth, "{sql}");
        writer(&store).put(&[record(&key(200, ""), 1, 100)]).unwrap();
        writer(&store).remove(&key(200, "").id, None).unwrap();
        assert_eq!(contents(&store), truth, "{sql}");
    }
    for content in [&b"not a database"[..], &[0; 9000], "SQLite format 3\0 and then nothing of the kind".as_bytes()] {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        fs::write(database(folder.path()), content).unwrap();
        let (store, notices) = open(folder.path());
        let [Notice::Salvaged(salvaged)] = &notices[..] else { panic!("{notices:?}") };
        assert_eq!((salvaged.saved, salvaged.nameless), (0, None));
        assert_eq!(fs::read(salvaged.kept.clone().unwrap().join("library.db")).unwrap(), content);
        assert!(store.entries().unwrap().is_empty());
    }
}

#[test]
fn a_row_that_was_changed_by_hand_is_not_believed() {
    for sql in [
        "UPDATE document SET title = '伪造' WHERE no = 2",
        "UPDATE document SET status = 'repealed' WHERE no = 2",
        "DELETE FROM document WHERE no = 2",
        "UPDATE ledger SET documents = 1",
        "DELETE FROM ledger",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let truth = prepared(folder.path());
        Connection::open(database(folder.path())).unwrap().execute_batch(sql).unwrap();
        let (store, notices) = open(folder.path());
        let [Notice::Salvaged(salvaged)] = &notices[..] else { panic!("{sql}: {notices:?}") };
        let lost = salvaged.lost.len() as u64 + salvaged.nameless.unwrap_or(0);
        assert_eq!(lost, u64::from(sql.contains("no = 2")), "{sql}: {salvaged:?}");
        assert_eq!(contents(&store).len() as u64, truth.len() as u64 - lost);
    }
}
