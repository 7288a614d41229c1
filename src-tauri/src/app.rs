//! The window and what it may do: one place for all of it.

use std::sync::Arc;

use tauri::{App, Builder, Manager, WebviewUrl, WebviewWindowBuilder};

use crate::commands::{library, search, settings, tables};
use crate::report;
use crate::state::State;

/// A port of this machine that nothing can listen on.
#[cfg(target_os = "linux")]
const NOWHERE: &str = "http://127.0.0.1:0";

/// Opens the window and runs until it is closed.
pub(crate) fn run(state: State) -> tauri::Result<()> {
    Builder::default()
        .manage(state)
        .invoke_handler(tauri::generate_handler![
            library::start,
            library::read_document,
            library::show,
            library::locate,
            library::quote,
            library::cite,
            search::search,
            search::suggest,
            search::similar,
            tables::outline,
            tables::catalogue,
            tables::duties,
            tables::checklists,
            tables::figures,
            tables::terms,
            tables::topics,
            tables::export_duties,
            tables::export_chart,
            settings::save_settings,
            settings::painted,
        ])
        .setup(|app| open_window(app))
        .run(tauri::generate_context!())
}

fn open_window(app: &App) -> Result<(), Box<dyn std::error::Error>> {
    report::mark("setup");
    // The web view takes its time to come up; the texts are read meanwhile.
    let wanghu = Arc::clone(&app.state::<State>().wanghu);
    tauri::async_runtime::spawn_blocking(move || wanghu.warm_up());
    let settings = app.state::<State>().wanghu.settings().clone();
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("网护")
        .inner_size(settings.window_width.into(), settings.window_height.into())
        .min_inner_size(360.0, 480.0)
        // Drops are nobody's yet; a dropped file must not replace the page.
        .disable_drag_drop_handler()
        .enable_clipboard_access()
        // The page is the program. Nothing leads away from it, whatever a text contains.
        .on_navigation(|url| {
            matches!(
                (url.scheme(), url.host_str()),
                ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
            )
        })
        .on_document_title_changed(|window, title| {
            // The title is a courtesy; failing to set it harms nobody.
            let _ = window.set_title(&title);
        });
    // WebKit connects ahead to where a link points before it asks whether it may go there. With a proxy that does not
    // exist, not even that leaves the program.
    #[cfg(target_os = "linux")]
    let window = window.proxy_url(NOWHERE.parse()?);
    window.build()?;
    Ok(())
}
