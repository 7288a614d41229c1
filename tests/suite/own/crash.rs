//! Killed at any moment: what was acknowledged is there, and nothing by halves.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::time::Duration;

use wanghu_core::own::{Notice, Record};

use super::{Dice, Model, asked, child, contents, key, open, put_in, record, rounds, writer};

/// What is done.
pub(super) enum Act {
    Put(Vec<Record>),
    Remove(u64),
}

/// The `n`-th operation of everybody's list: the child does it, the parent replays it on a map.
pub(super) fn act(n: u64) -> Act {
    let mut dice = Dice(n);
    if dice.throw(5) == 0 {
        return Act::Remove(dice.throw(20));
    }
    let count = 1 + dice.throw(6);
    let documents = (0..count).map(|_| {
        let version = if dice.throw(2) == 0 { "" } else { "2024-01-01" };
        let size = [50, 3000, 20_000, 120_000][usize::try_from(dice.throw(4)).unwrap()];
        record(&key(dice.throw(20), version), n, size)
    });
    Act::Put(documents.collect())
}

pub(super) fn replay(model: &mut Model, n: u64) {
    match act(n) {
        Act::Put(records) => put_in(model, &records),
        Act::Remove(number) => model.retain(|there, _| there.id != key(number, "").id),
    }
}

/// Says something to the parent at once.
pub(super) fn say(word: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{word}").unwrap();
    out.flush().unwrap();
}

/// Does operations from the `n`-th on until it is killed or the disk refuses, and acknowledges each.
#[test]
fn worker() {
    let Some(asked) = asked() else { return };
    let (first, folder) = asked.split_once(' ').unwrap();
    let (store, _) = open(std::path::Path::new(folder));
    say("ready");
    for n in first.parse::<u64>().unwrap().. {
        let done = store.writer("a worker").and_then(|mut writer| match act(n) {
            Act::Put(records) => writer.put(&records).map(|_| ()),
            Act::Remove(number) => writer.remove(&key(number, "").id, None).map(|_| ()),
        });
        match done {
            Ok(()) => say("acknowledged"),
            Err(problem) => {
                say(&format!("refused {problem}"));
                return;
            }
        }
    }
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_lost_and_nothing_is_half_there() {
    let rounds = rounds(60, 1000);
    let mut dice = Dice(20_260_102);
    let mut folder = tempfile::tempdir().unwrap();
    let (mut model, mut next) = (Model::new(), 0_u64);
    let (mut acknowledged, mut interrupted, mut midway) = (0, 0, 0);
    for round in 0..rounds {
        if round % 12 == 0 {
            folder = tempfile::tempdir().unwrap();
            model.clear();
        }
        let mut worker = child("own::crash::worker", &format!("{next} {}", folder.path().display()))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(worker.stdout.take().unwrap()).lines().map(Result::unwrap);
        assert!(lines.by_ref().any(|line| line.ends_with("ready")), "the worker did not start");
        std::thread::sleep(Duration::from_micros(dice.throw(150_000)));
        worker.kill().unwrap();
        worker.wait().unwrap();
        for line in lines {
            assert_eq!(line, "acknowledged", "round {round}");
            replay(&mut model, next);
            next += 1;
            acknowledged += 1;
        }
        let (store, notices) = open(folder.path());
        let found = contents(&store);
        if found != model {
            // The one that was under way may have been finished and not yet acknowledged.
            replay(&mut model, next);
            midway += 1;
        }
        next += 1;
        assert!(found == model, "round {round}: neither before nor after operation {next}");
        assert!(notices.iter().all(|notice| *notice == Notice::Interrupted), "round {round}: {notices:?}");
        interrupted += notices.len();
        assert!(store.check().unwrap().is_none_or(|checkup| checkup.is_sound()), "round {round}");
        if round % 12 == 11 {
            // And it goes on.
            writer(&store).put(&[record(&key(99, ""), 1, 10)]).unwrap();
        }
    }
    println!(
        "{rounds} kills: {acknowledged} acknowledged, 0 lost; {interrupted} noticed as interrupted, {midway} done and not yet acknowledged"
    );
    assert!(acknowledged > rounds / 4 && interrupted > 0);
}
