//! `wanghu`: the same core as the window, for the shell and for other programs.
//!
//! `--json` prints one value on stdout; everything else that is said goes to stderr. Exit status: 0 done, 1 nothing found or
//! a check failed, 2 unusable arguments, 3 something broke.

mod arguments;
mod check;
mod cite;
mod compare;
mod doctor;
mod duties;
mod outcome;
mod search;
mod show;
mod verify;
mod words;

use std::io::Write;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;
use wanghu_core::Wanghu;
use wanghu_core::paths::Paths;

use arguments::{Arguments, Command};
use outcome::{Failure, Outcome};
use words::Words;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let words = Words::of(arguments.lang);
    let mut out = std::io::stdout().lock();
    match run(&arguments, &words, &mut out).and_then(|outcome| out.flush().map_err(Failure::from).map(|()| outcome)) {
        Ok(outcome) => outcome.into(),
        Err(failure) => failure.report(&words),
    }
}

fn run(arguments: &Arguments, words: &Words, out: &mut impl Write) -> Result<Outcome, Failure> {
    let open = || Paths::choose(arguments.data_dir.as_deref()).map(Wanghu::open);
    match &arguments.command {
        Command::Search(search) => search::run(&open()?, search, arguments.lang, words, out),
        Command::Show(show) => show::run(&open()?, show, arguments.lang, words, out),
        Command::Cite(cite) => cite::run(&open()?, cite, arguments.lang, words, out),
        Command::Compare(compare) => compare::run(&open()?, compare, arguments.lang, words, out),
        Command::Verify(verify) => verify::run(&open()?, verify, &now(), arguments.lang, words, out),
        Command::Duties(duties) => duties::run(&open()?, duties, arguments.lang, words, out),
        Command::Check(check) => check::run(check, words, out),
        Command::Doctor(doctor) => doctor::run(&open()?, doctor, words, out),
    }
}

/// Day and minute in universal time, for reports: 2026-01-31 08:05 UTC.
fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (days, minutes) = (seconds / 86_400, seconds % 86_400 / 60);
    // Days since 1 March of the year 0, in years that begin with March: leap days come last.
    let day = days + 719_468;
    let (era, of_era) = (day / 146_097, day % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{:04}-{month:02}-{date:02} {:02}:{:02} UTC", era * 400 + year + next, minutes / 60, minutes % 60)
}
