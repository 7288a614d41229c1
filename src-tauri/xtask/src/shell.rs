//! Running other programs, and saying what runs.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// What a chore comes to: nothing, or why it stopped.
pub(crate) type Chore<T = ()> = Result<T, String>;

/// The root of the checkout that cargo runs this in. Asked at run time: two checkouts may share one build folder.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.ancestors().nth(2).unwrap_or(&here).to_path_buf()
}

/// A command at the root of the checkout.
pub(crate) fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// cargo, as it runs this chore.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// One step of a chore: says what it is for, shows the program's own progress, says how long it took.
pub(crate) fn step(what: &str, command: &mut Command) -> Chore {
    println!("\n── {what}");
    let start = Instant::now();
    let status = command.status().map_err(|problem| format!("{what}: {command:?} does not start: {problem}"))?;
    if !status.success() {
        return Err(format!("\n{what} failed: {command:?} ({status})"));
    }
    println!("   done in {:.1} s", start.elapsed().as_secs_f32());
    Ok(())
}

/// Whether a program is on the path.
pub(crate) fn has(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders)
        .any(|folder| folder.join(program).is_file() || folder.join(format!("{program}.exe")).is_file())
}

/// Whether a command succeeds, quietly.
pub(crate) fn succeeds(program: &str, arguments: &[&str]) -> bool {
    output(program, arguments).is_some()
}

/// What a command prints, when it succeeds.
pub(crate) fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program, arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
