//! `cargo xtask …`: the project's chores. Standard library only, so that it builds within a second on a machine where
//! nothing is installed yet.
#![allow(clippy::print_stdout)]

mod bench;
mod desktop;
mod display;
mod run;
mod screenshot;
mod setup;
mod shell;
mod test;
mod ui;

use std::process::ExitCode;

use shell::Chore;

const USAGE: &str = "\
usage: cargo xtask CHORE

  run [PLACE]   install what is missing, build, open the window (at an address or citation)
  test          install what is missing, then every check and test there is
  check         the fast ones: format, lints and tests that need no window
  bench         measure, print a table, write target/bench/figures.json
  bench retrieval
                how well a public benchmark's questions are answered, beside peers: a table
  bench retrieval --corpus FILE --queries FILE [--mode plain] [--out RUN]
                answer the questions of any retrieval benchmark
  bench growth [--times 1,2.4,10] [--engines plain,full,ngrams,pairs,trigram,scan]
                speed, size and memory of search on that many times the benchmark's articles, beside
                peers: a table, and target/bench/growth.json
  screenshot    pictures of the real window in target/screenshots
  bindings      write what the user interface knows of the core: types and test data";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (chore, rest) = arguments.split_first().map_or(("", &[][..]), |(chore, rest)| (chore.as_str(), rest));
    let done: Chore = match chore {
        "run" => run::run(rest),
        "test" => test::test(),
        "check" => test::check(),
        "bench" => bench::bench(rest),
        "screenshot" => screenshot::screenshot(),
        "bindings" => ui::bindings(),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
