//! Messages to whoever started the program from a terminal, and marks for those who measure it.

use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

/// One line on stderr; when even that fails there is nobody left to tell.
pub(crate) fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "wanghu: {message}");
}

/// `MARK name milliseconds-since-1970` on stderr, when `WANGHU_MARKS` is set: read by `cargo xtask bench` and `run`.
pub(crate) fn mark(name: &str) {
    if std::env::var_os("WANGHU_MARKS").is_some()
        && let Ok(now) = SystemTime::now().duration_since(UNIX_EPOCH)
    {
        let _ = writeln!(std::io::stderr(), "MARK {name} {:.1}", now.as_secs_f64() * 1000.0);
    }
}
