//! Reading.

use tauri::State as Managed;
use wanghu_core::answer;
use wanghu_core::cite::Style;
use wanghu_core::model::{Address, DocumentId, Lang};
use wanghu_core::wire::{CiteView, CommandError, DocumentView, ShowView, StartView, Target};

use crate::state::State;

/// Everything for the first page.
#[tauri::command(async)]
pub(crate) fn start(state: Managed<'_, State>) -> Result<StartView, CommandError> {
    answer(|| Ok(state.wanghu.start(Some(&state.wanted))))
}

/// A whole document.
#[tauri::command(async)]
pub(crate) fn read_document(state: Managed<'_, State>, id: DocumentId) -> Result<DocumentView, CommandError> {
    answer(|| state.wanghu.document(&id))
}

/// A place and its neighbours.
#[tauri::command(async)]
pub(crate) fn show(state: Managed<'_, State>, address: Address, lang: Lang) -> Result<ShowView, CommandError> {
    answer(|| state.wanghu.show(&address, lang))
}

/// The place that a citation names, if it names one.
#[tauri::command(async)]
pub(crate) fn locate(
    state: Managed<'_, State>,
    text: String,
    near: Option<Address>,
) -> Result<Option<Target>, CommandError> {
    answer(|| Ok(state.wanghu.locate(&text, near.as_ref().map(|near| &near.document))))
}

/// Words for the clipboard, with source and layer.
#[tauri::command(async)]
pub(crate) fn quote(
    state: Managed<'_, State>,
    address: Address,
    lang: Lang,
    selection: Option<String>,
) -> Result<String, CommandError> {
    answer(|| state.wanghu.quote(&address, lang, selection.as_deref()))
}

/// A place cited in every style.
#[tauri::command(async)]
pub(crate) fn cite(state: Managed<'_, State>, address: Address, lang: Lang) -> Result<CiteView, CommandError> {
    answer(|| state.wanghu.cite(&address, lang, &Style::ALL))
}
