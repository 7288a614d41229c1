//! What the user chose, and the moment the window is ready.

use std::sync::Arc;

use tauri::{AppHandle, Emitter, State as Managed};
use wanghu_core::answer;
use wanghu_core::wire::{CommandError, Settings};

use crate::report;
use crate::state::State;

/// Keeps the settings.
#[tauri::command(async)]
pub(crate) fn save_settings(state: Managed<'_, State>, settings: Settings) -> Result<(), CommandError> {
    answer(|| state.wanghu.save_settings(&settings))
}

/// The first page is on the screen: only now the search index is opened, so that it does not hold up the start.
#[tauri::command(async)]
pub(crate) fn painted<R: tauri::Runtime>(app: AppHandle<R>, state: Managed<'_, State>) -> Result<(), CommandError> {
    report::mark("painted");
    let wanghu = Arc::clone(&state.wanghu);
    tauri::async_runtime::spawn_blocking(move || {
        let kept = answer(|| wanghu.open_index().and_then(|_| wanghu.keep_index()));
        wanghu.prepare_search();
        if let Err(problem) = &kept {
            report::say(&problem.detail);
        }
        // Whatever came of it, the window shows where answers come from now.
        let state = answer(|| wanghu.open_index());
        let _ = state.map(|state| app.emit("index-changed", state));
    });
    Ok(())
}
