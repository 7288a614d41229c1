//! `wanghu-desktop`: the window. A thin door to the core; the command line is the other one.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod app;
mod commands;
mod report;
mod state;

use std::process::ExitCode;

use wanghu_core::Wanghu;
use wanghu_core::paths::Paths;

fn main() -> ExitCode {
    report::mark("main");
    let wanted = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    let started = Paths::choose(None).map_err(|problem| problem.to_string()).and_then(|paths| {
        app::run(state::State::new(Wanghu::open(paths), wanted)).map_err(|problem| problem.to_string())
    });
    match started {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            report::say(&problem);
            ExitCode::from(3)
        }
    }
}
