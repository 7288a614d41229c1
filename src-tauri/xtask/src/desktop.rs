//! The desktop program: building it, and knowing when it has painted.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::shell::{Chore, cargo, root, step};
use crate::{setup, ui};

/// Longest wait for the first page; the first start after a build is slow.
const PATIENCE: Duration = Duration::from_secs(90);

/// Builds the desktop program as it ships, and says where it is.
pub(crate) fn build() -> Chore<PathBuf> {
    setup::for_build()?;
    ui::build()?;
    step(
        "building the desktop program (the first time takes some minutes)",
        &mut cargo(&["build", "--release", "-p", "wanghu-desktop"]),
    )?;
    Ok(release("wanghu-desktop"))
}

/// Where a release binary is.
pub(crate) fn release(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Starts a program and returns once it has said that its first page is painted.
pub(crate) fn start(command: &mut Command) -> Chore<Child> {
    let mut child = command
        .env("WANGHU_MARKS", "1")
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|problem| format!("{command:?} does not start: {problem}"))?;
    let (say, heard) = mpsc::channel();
    if let Some(stderr) = child.stderr.take() {
        thread::spawn(move || listen(stderr, &say));
    }
    match heard.recv_timeout(PATIENCE) {
        Ok(()) => Ok(child),
        Err(_) => {
            // Best effort: the program may be gone already.
            let _ = child.kill();
            let _ = child.wait();
            Err(format!("{command:?} has not painted its first page in {} seconds", PATIENCE.as_secs()))
        }
    }
}

/// Passes on what the program says and reports the mark. Reads to the end, so that the program never blocks.
fn listen(stderr: ChildStderr, say: &mpsc::Sender<()>) {
    for line in BufReader::new(stderr).lines().map_while(Result::ok) {
        if line.starts_with("MARK painted") {
            // Nobody may be waiting any more.
            let _ = say.send(());
        } else if !line.starts_with("MARK") {
            eprintln!("{line}");
        }
    }
}
