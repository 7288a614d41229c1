//! Disks that refuse: full, read-only, something in the way, a drive that goes away.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use rusqlite::Connection;
use wanghu_core::Error;
use wanghu_core::own::Notice;

use super::crash::replay;
use super::{CHILD, Model, contents, database, key, open, put_in, record, rounds, writer};

/// A limit on the size of files stands in for a full disk: every further write fails, at a later place each time.
#[cfg(unix)]
#[test]
fn a_full_disk_refuses_whole_batches_and_harms_nothing() {
    let exe = std::env::current_exe().unwrap();
    let mut refused = 0;
    let steps = rounds(30, 300);
    for step in 0..steps {
        let folder = tempfile::tempdir().unwrap();
        // In blocks of 512 bytes; 8 are a page. A small limit stops the making of the library, a larger one some later batch.
        let blocks = 8 * step + 40 * (step / 4);
        let mut worker = Command::new("sh")
            .args([
                "-c",
                &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" --exact own::crash::worker --nocapture"),
            ])
            .arg(&exe)
            .env(CHILD, format!("0 {}", folder.path().display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (mut model, mut next, mut problem) = (Model::new(), 0, String::new());
        for line in BufReader::new(worker.stdout.take().unwrap()).lines().map_while(Result::ok) {
            match line.strip_prefix("refused ") {
                Some(words) => problem = words.to_owned(),
                None if line == "acknowledged" => {
                    replay(&mut model, next);
                    next += 1;
                }
                None => {}
            }
        }
        worker.wait().unwrap();
        assert!(
            problem.contains("library") || problem.contains("data"),
            "{blocks} blocks: said nothing useful: '{problem}'"
        );
        refused += 1;
        let (store, notices) = open(folder.path());
        assert!(notices.iter().all(|notice| *notice == Notice::Interrupted), "{blocks} blocks: {notices:?}");
        assert!(contents(&store) == model, "{blocks} blocks, {next} acknowledged");
        // There is room again.
        writer(&store).put(&[record(&key(99, ""), 1, 10)]).unwrap();
        assert!(store.check().unwrap().unwrap().is_sound());
    }
    println!("{refused} of {steps} full disks: the batch was refused, the ones before it are there");
}

/// Reads the library of a folder it may not write to, and says what it saw.
#[test]
fn bystander() {
    let Some(folder) = super::asked() else { return };
    let (store, notices) = open(Path::new(&folder));
    let refused = store.writer("a bystander").unwrap_err();
    let read_only = matches!(&refused, Error::Io { .. } | Error::Unusable { .. });
    println!("read {} {} {}", contents(&store).len(), notices.len(), if read_only { "refused" } else { "odd" });
}

/// What a reader without rights sees. Root is refused by no folder: there the reader is somebody else.
#[cfg(unix)]
fn bystander_sees(folder: &Path) -> Option<String> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let data = folder.join("data");
    let rights = |mode_folder, mode_file| {
        for entry in fs::read_dir(&data).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            fs::set_permissions(entry.path(), fs::Permissions::from_mode(mode_file)).unwrap();
        }
        fs::set_permissions(&data, fs::Permissions::from_mode(mode_folder)).unwrap();
        fs::set_permissions(folder, fs::Permissions::from_mode(mode_folder)).unwrap();
    };
    rights(0o555, 0o444);
    let root = fs::metadata(folder).unwrap().uid() == 0;
    let mut command = if root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "--"]).arg(std::env::current_exe().unwrap());
        command
    } else {
        Command::new(std::env::current_exe().unwrap())
    };
    let output =
        command.args(["--exact", "own::disk::bystander", "--nocapture"]).env(CHILD, folder).current_dir("/").output();
    rights(0o755, 0o644);
    let said = String::from_utf8_lossy(&output.ok()?.stdout).into_owned();
    let line = said.lines().find_map(|line| line.split_once("read ").map(|(_, seen)| seen.to_owned()));
    if line.is_none() && root {
        println!("skipped: nobody without rights can run this test here: {said}");
        return None;
    }
    Some(line.unwrap_or(said))
}

#[cfg(unix)]
#[test]
fn a_library_in_a_read_only_folder_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = open(folder.path());
    writer(&store).put(&[record(&key(1, ""), 1, 9000), record(&key(2, ""), 1, 90)]).unwrap();
    let before = fs::read(database(folder.path())).unwrap();
    if let Some(seen) = bystander_sees(folder.path()) {
        assert_eq!(seen, "2 0 refused");
    }
    assert_eq!(fs::read(database(folder.path())).unwrap(), before);

    // Damaged, and nothing can be put right: what is sound is read from a copy.
    let mut damaged = before.clone();
    damaged[..100].fill(0);
    fs::write(database(folder.path()), &damaged).unwrap();
    if let Some(seen) = bystander_sees(folder.path()) {
        assert_eq!(seen, "2 1 refused");
    }
    assert_eq!(fs::read(database(folder.path())).unwrap(), damaged);
}

/// A library as a writer left it who was stopped while pages of the file were already overwritten.
fn half_written(folder: &Path) -> Model {
    let mut model = Model::new();
    let (store, _) = open(folder);
    let records: Vec<_> = (0..20).map(|n| record(&key(n, ""), n, 8000)).collect();
    writer(&store).put(&records).unwrap();
    put_in(&mut model, &records);
    drop(store);
    let other = tempfile::tempdir().unwrap();
    let live = Connection::open(database(folder)).unwrap();
    live.execute_batch("PRAGMA cache_size = 2; BEGIN; UPDATE body SET json = '{}'; DELETE FROM document WHERE no > 3;")
        .unwrap();
    let journal = folder.join("data/library.db-journal");
    assert!(journal.exists());
    fs::copy(database(folder), other.path().join("db")).unwrap();
    fs::copy(&journal, other.path().join("journal")).unwrap();
    live.execute_batch("ROLLBACK").unwrap();
    drop(live);
    fs::copy(other.path().join("db"), database(folder)).unwrap();
    fs::copy(other.path().join("journal"), &journal).unwrap();
    model
}

#[test]
fn what_was_half_written_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let model = half_written(folder.path());
    let (store, notices) = open(folder.path());
    assert_eq!(notices, [Notice::Interrupted]);
    assert_eq!(contents(&store), model);
    assert!(!folder.path().join("data/library.db-journal").exists());
}

#[cfg(unix)]
#[test]
fn what_was_half_written_is_undone_in_a_copy_where_nothing_can_be_written() {
    let folder = tempfile::tempdir().unwrap();
    half_written(folder.path());
    let before = fs::read(database(folder.path())).unwrap();
    if let Some(seen) = bystander_sees(folder.path()) {
        assert_eq!(seen, "20 1 refused");
    }
    assert_eq!(fs::read(database(folder.path())).unwrap(), before);
}

/// A journal of another library must not be played into a new one.
#[test]
fn a_stray_journal_meets_no_new_library() {
    let folder = tempfile::tempdir().unwrap();
    half_written(folder.path());
    fs::remove_file(database(folder.path())).unwrap();
    let (store, _) = open(folder.path());
    writer(&store).put(&[record(&key(1, ""), 1, 100)]).unwrap();
    drop(store);
    let (store, notices) = open(folder.path());
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(contents(&store).len(), 1);
}

#[test]
fn something_else_in_its_place_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(database(folder.path())).unwrap();
    let refused = wanghu_core::own::Store::open(&wanghu_core::paths::Paths::under(folder.path())).unwrap_err();
    assert!(refused.to_string().contains("library.db"), "{refused}");

    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("data"), "in the way").unwrap();
    let (store, _) = open(folder.path());
    assert!(store.entries().unwrap().is_empty());
    assert!(matches!(store.writer("a test"), Err(Error::Io { .. })));
}

#[test]
fn a_library_whose_folder_goes_away_is_missed_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = open(folder.path());
    writer(&store).put(&[record(&key(1, ""), 1, 100)]).unwrap();
    assert_eq!(contents(&store).len(), 1);
    let (data, away) = (folder.path().join("data"), folder.path().join("unplugged"));
    fs::rename(&data, &away).unwrap();
    assert!(matches!(store.entries(), Err(Error::Io { .. })));
    fs::rename(&away, &data).unwrap();
    assert_eq!(contents(&store).len(), 1);
}
