//! The user interface: its packages and its build, each only when something changed.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::shell::{Chore, cargo, command, root, step};

/// npm in the folder of the user interface.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    npm.current_dir(root().join("ui"));
    npm
}

/// Installs the packages that the lock file names, unless they are there.
pub(crate) fn install() -> Chore {
    let (lock, installed) = (root().join("ui/package-lock.json"), root().join("ui/node_modules/.installed-lock.json"));
    let wanted = fs::read(&lock).map_err(|problem| format!("reading {}: {problem}", lock.display()))?;
    if fs::read(&installed).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    step("installing the packages of the user interface", &mut npm(&["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&installed, wanted).map_err(|problem| format!("writing {}: {problem}", installed.display()))
}

/// Builds the pages into `ui/dist`, unless they are newer than every source.
pub(crate) fn build() -> Chore {
    install()?;
    let ui = root().join("ui");
    let sources = ["src", "index.html", "package-lock.json", "vite.config.ts", "svelte.config.js"];
    let newest = sources.iter().filter_map(|source| newest(&ui.join(source))).max();
    let built = changed(&ui.join("dist/index.html"));
    if built.is_some() && built >= newest {
        return Ok(());
    }
    step("building the user interface", &mut npm(&["run", "build"]))
}

/// Writes the TypeScript types and the test data that come from the core.
pub(crate) fn bindings() -> Chore {
    let mut write = cargo(&["test", "--quiet", "-p", "wanghu-core", "--lib", "fresh"]);
    step("writing types and test data of the user interface", write.env("WANGHU_WRITE_FRESH", "1"))
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|meta| meta.modified()).ok()
}

/// When the file, or anything in the folder, last changed.
fn newest(path: &Path) -> Option<SystemTime> {
    if !path.is_dir() {
        return changed(path);
    }
    fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest(&entry.path())).max()
}
