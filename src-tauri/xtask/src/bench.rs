//! `cargo xtask bench`: figures, each beside a peer measured in the same run.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::display::Virtual;
use crate::shell::{Chore, cargo, command, root, step};
use crate::{desktop, setup};

pub(crate) fn bench(arguments: &[String]) -> Chore {
    match arguments.split_first() {
        Some((what, rest)) if what == "retrieval" => retrieval(rest),
        Some((what, rest)) if what == "growth" => growth(rest),
        Some((what, _)) => Err(format!("'{what}' cannot be measured by itself; only retrieval and growth can")),
        None => figures(),
    }
}

/// How well a public benchmark's questions are answered: without arguments a table of ours and its peers, else one run. Files are named
/// from where the chore was called, and the bench runs elsewhere.
fn retrieval(arguments: &[String]) -> Chore {
    let here = std::env::current_dir().map_err(|problem| format!("the current folder: {problem}"))?;
    let mut bench = measuring("retrieval");
    for pair in arguments.chunks(2) {
        match pair {
            [option, value] if option == "--mode" => bench.args([option, value]),
            [option, file] => bench.arg(option).arg(here.join(file)),
            rest => bench.args(rest),
        };
    }
    step("answering", &mut bench)
}

/// How fast and how large search is on ever more articles, beside its peers.
fn growth(arguments: &[String]) -> Chore {
    let file = folder()?.join("growth.json");
    step("growing", measuring("growth").args(arguments).env("WANGHU_FIGURES", &file))?;
    println!("{}", file.display());
    Ok(())
}

/// A bench of the core, to be given its arguments.
fn measuring(name: &str) -> Command {
    cargo(&["bench", "--quiet", "-p", "wanghu-tests", "--bench", name, "--"])
}

/// Where figures are left.
fn folder() -> Chore<PathBuf> {
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder).map_err(|problem| format!("making {}: {problem}", folder.display()))?;
    Ok(folder)
}

fn figures() -> Chore {
    setup::for_tests()?;
    let program = desktop::build()?;
    step("building the peer, a bare window", &mut cargo(&["build", "--release", "-p", "bare-window"]))?;
    let folder = folder()?;
    step("measuring the core", measuring("figures").env("WANGHU_FIGURES", folder.join("core.json")))?;
    let screen = Virtual::start(1280, 800)?;
    step(
        "measuring the window",
        command("node", &["tests/bench/window.mjs"])
            .env("DISPLAY", &screen.name)
            .env("WANGHU_DESKTOP", program)
            .env("BARE_WINDOW", desktop::release("bare-window"))
            .env("WANGHU_FIGURES", &folder),
    )
}
