//! Displays: the one there is, or a virtual one.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use crate::setup;
use crate::shell::{Chore, command, step};

/// A virtual display; gone when dropped.
pub(crate) struct Virtual {
    server: Child,
    /// What `DISPLAY` must be: `:99`.
    pub(crate) name: String,
}

/// Whether windows can be shown to somebody.
pub(crate) fn there() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

impl Virtual {
    /// Starts one of this size, on a number that is free.
    pub(crate) fn start(width: u32, height: u32) -> Chore<Self> {
        setup::for_virtual_display()?;
        let screen = format!("{width}x{height}x24");
        let mut server = command("Xvfb", &["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|problem| format!("the virtual display does not start: {problem}"))?;
        let mut number = String::new();
        let read = server.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        match read {
            Some(Ok(1..)) => Ok(Self { server, name: format!(":{}", number.trim()) }),
            _ => Err("the virtual display does not start".to_owned()),
        }
    }

    /// Writes a picture of the whole screen.
    pub(crate) fn photograph(&self, path: &Path) -> Chore {
        step("taking a picture", command("import", &["-window", "root"]).arg(path).env("DISPLAY", &self.name))
    }
}

impl Drop for Virtual {
    fn drop(&mut self) {
        // Best effort: it may be gone already.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
