//! An empty Tauri window that says when it has painted: the peer of our start and memory figures.

use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

#[tauri::command]
fn painted() {
    if let Ok(now) = SystemTime::now().duration_since(UNIX_EPOCH) {
        let _ = writeln!(std::io::stderr(), "MARK painted {:.1}", now.as_secs_f64() * 1000.0);
    }
}

fn main() -> tauri::Result<()> {
    tauri::Builder::default().invoke_handler(tauri::generate_handler![painted]).run(tauri::generate_context!())
}
