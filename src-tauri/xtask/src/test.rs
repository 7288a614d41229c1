//! `cargo xtask test` and `check`.

use crate::display::Virtual;
use crate::shell::{Chore, cargo, command, step};
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
    step(
        "the real window, end to end",
        command("node", &["--test", "--test-concurrency=1", "tests/e2e/"])
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
