//! `cargo xtask bench`: figures, each beside a peer measured in the same run.

use std::fs;

use crate::display::Virtual;
use crate::shell::{Chore, cargo, command, root, step};
use crate::{desktop, setup};

pub(crate) fn bench() -> Chore {
    setup::for_tests()?;
    let program = desktop::build()?;
    step("building the peer, a bare window", &mut cargo(&["build", "--release", "-p", "bare-window"]))?;
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder).map_err(|problem| format!("making {}: {problem}", folder.display()))?;
    step(
        "measuring the core",
        cargo(&["bench", "--quiet", "-p", "wanghu-tests", "--bench", "figures"])
            .env("WANGHU_FIGURES", folder.join("core.json")),
    )?;
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
