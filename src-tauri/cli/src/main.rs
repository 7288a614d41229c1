//! `wanghu`: the same core as the window, for the shell and for other programs.
//!
//! `--json` prints one value on stdout; everything else that is said goes to stderr. Exit status: 0 done, 1 nothing found or
//! a check failed, 2 unusable arguments, 3 something broke.

mod arguments;
mod check;
mod cite;
mod doctor;
mod duties;
mod outcome;
mod search;
mod show;
mod words;

use std::io::Write;
use std::process::ExitCode;

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
        Command::Duties(duties) => duties::run(&open()?, duties, arguments.lang, words, out),
        Command::Check(check) => check::run(check, words, out),
        Command::Doctor(doctor) => doctor::run(&open()?, doctor, words, out),
    }
}
