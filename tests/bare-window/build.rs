//! Tauri's own set-up, nothing else.

fn main() {
    tauri_build::build();
}
