//! Declares the program's own commands, so that each must be granted to the window by name.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&[
        "start",
        "read_document",
        "show",
        "search",
        "suggest",
        "similar",
        "locate",
        "quote",
        "cite",
        "outline",
        "catalogue",
        "duties",
        "checklists",
        "figures",
        "terms",
        "topics",
        "export_duties",
        "export_chart",
        "save_settings",
        "painted",
    ]);
    if let Err(problem) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        panic!("tauri could not be set up: {problem:#}");
    }
}
