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
    if let Err(problem) = display() {
        report::say(problem);
        return ExitCode::from(3);
    }
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

/// Whether there is a display to open a window on. Without one the window toolkit would end the program in a panic.
fn display() -> Result<(), &'static str> {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !named("DISPLAY") && !named("WAYLAND_DISPLAY") {
        return Err(
            "没有显示器，打不开窗口；命令行程序 wanghu 不需要显示器。/ There is no display to open a window on; the command line, wanghu, needs none.",
        );
    }
    Ok(())
}
