//! Several programs on one library.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use wanghu_core::Error;

use super::{asked, child, contents, key, open, record, writer};

#[test]
fn a_second_writer_learns_who_is_writing_and_readers_do_not_care() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = open(folder.path());
    let mut first = store.writer("importing 12 files").unwrap();
    let (other, _) = open(folder.path());
    let refused = other.writer("removing").unwrap_err();
    assert!(matches!(&refused, Error::InUse { by, .. } if by.contains("importing 12 files")), "{refused}");
    first.put(&[record(&key(1, ""), 1, 100)]).unwrap();
    assert_eq!(contents(&other).len(), 1);
    let (third, notices) = open(folder.path());
    assert!(notices.is_empty(), "a living writer is no interrupted one: {notices:?}");
    assert_eq!(contents(&third).len(), 1);
    drop(first);
    assert_eq!(other.writer("removing").unwrap().remove(&key(1, "").id, None).unwrap(), 1);
}

/// Keeps the right to write until its input ends.
#[test]
fn holder() {
    let Some(folder) = asked() else { return };
    let (store, _) = open(Path::new(&folder));
    let _writer = store.writer("importing the statute book").unwrap();
    super::crash::say("ready");
    let _ = std::io::stdin().read_line(&mut String::new());
}

#[test]
fn a_writer_in_another_program_is_named_and_one_that_was_killed_holds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut holder = child("own::writers::holder", folder.path().to_str().unwrap())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(holder.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.by_ref().any(|line| line.ends_with("ready")));
    let (store, _) = open(folder.path());
    let refused = store.writer("a test").unwrap_err();
    let named = format!("importing the statute book (process {})", holder.id());
    assert!(matches!(&refused, Error::InUse { by, .. } if *by == named), "{refused}");
    holder.kill().unwrap();
    holder.wait().unwrap();
    writer(&store).put(&[record(&key(1, ""), 1, 100)]).unwrap();
}

/// Puts in documents of its own, one by one, politely waiting for its turn.
#[test]
fn contender() {
    let Some(asked) = asked() else { return };
    let (name, folder) = asked.split_once(' ').unwrap();
    let (store, _) = open(Path::new(folder));
    let first = name.parse::<u64>().unwrap() * 100;
    for n in first..first + 15 {
        loop {
            match store.writer(name).and_then(|mut writer| writer.put(&[record(&key(n, ""), n, 9000)])) {
                Ok(_) => break,
                Err(Error::InUse { .. }) => std::thread::sleep(Duration::from_millis(2)),
                Err(problem) => panic!("{problem}"),
            }
        }
        assert!(store.entries().unwrap().iter().any(|entry| entry.key == key(n, "")));
    }
}

#[test]
fn four_programs_writing_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = open(folder.path());
    let mut contenders: Vec<_> = (1..=4)
        .map(|n| {
            child("own::writers::contender", &format!("{n} {}", folder.path().display()))
                .stdout(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    let mut seen = 0;
    while contenders.iter_mut().any(|child| child.try_wait().unwrap().is_none()) {
        // A reader sees one state after the other, each of them whole.
        let now = store.entries().unwrap().len();
        assert!(now >= seen, "{now} documents after {seen}");
        seen = now;
    }
    for contender in &mut contenders {
        assert!(contender.wait().unwrap().success());
    }
    let expected: BTreeSet<_> = (1..=4).flat_map(|c| (c * 100..c * 100 + 15).map(|n| key(n, ""))).collect();
    assert_eq!(contents(&store).into_keys().collect::<BTreeSet<_>>(), expected);
    assert!(store.check().unwrap().unwrap().is_sound());
}
