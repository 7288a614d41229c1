//! `cargo xtask test` and `check`.

use std::path::PathBuf;

use crate::display::Virtual;
use crate::shell::{Chore, cargo, command, root, step};
use crate::ui::{self, npm};
use crate::{desktop, setup};

/// Everything: what CI runs.
pub(crate) fn test() -> Chore {
    setup::for_tests()?;
    check()?;
    step(
        "lints of the windows",
        &mut cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]),
    )?;
    let program = desktop::build()?;
    step("the user interface in a browser", &mut npm(&["run", "test:browser"]))?;
    let screen = Virtual::start(1280, 800)?;
    let stories = stories()?;
    step(
        "the real window, end to end",
        command("node", &["--test", "--test-concurrency=1"])
            .args(stories)
            .env("DISPLAY", &screen.name)
            .env("WANGHU_DESKTOP", program),
    )?;
    println!("\nall checks and tests passed");
    Ok(())
}

/// What needs no window and no browser.
pub(crate) fn check() -> Chore {
    setup::node()?;
    ui::install()?;
    step("format", &mut cargo(&["fmt", "--all", "--check"]))?;
    step("lints", &mut cargo(&["clippy", "--all-targets", "--quiet", "--", "-D", "warnings"]))?;
    step("tests of the core and the command line", &mut cargo(&["test", "--quiet"]))?;
    step("the corpus", &mut cargo(&["run", "--quiet", "--bin", "wanghu", "--", "--lang", "en", "check"]))?;
    step("lints of the user interface", &mut npm(&["run", "lint"]))?;
    step("types of the user interface", &mut npm(&["run", "check"]))?;
    step("units of the user interface", &mut npm(&["test"]))?;
    ui::build()
}

/// The files of the end-to-end tests, by name: what Node makes of a folder depends on its version.
fn stories() -> Chore<Vec<PathBuf>> {
    let folder = root().join("tests/e2e");
    let entries = std::fs::read_dir(&folder).map_err(|problem| format!("reading {}: {problem}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut stories: Vec<PathBuf> = paths.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    stories.sort();
    if stories.is_empty() { Err(format!("no tests in {}", folder.display())) } else { Ok(stories) }
}
