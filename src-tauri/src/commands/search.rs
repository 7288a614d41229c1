//! Finding.

use tauri::State as Managed;
use wanghu_core::answer;
use wanghu_core::model::{Address, Lang};
use wanghu_core::search::Question;
use wanghu_core::wire::{CommandError, SearchAnswer, Similar, Suggestion};

use crate::state::State;

/// Answers a query; `ticket` comes back with the answer, so that the window can drop a late one.
#[tauri::command(async)]
pub(crate) fn search(
    state: Managed<'_, State>,
    ticket: u32,
    query: String,
    widen: bool,
    lang: Lang,
    limit: usize,
) -> Result<SearchAnswer, CommandError> {
    answer(|| {
        let question = Question { query: &query, widen, kinds: &[], limit, lang, near: None };
        let (answer, index) = state.wanghu.search(&question)?;
        Ok(SearchAnswer { ticket, answer, index })
    })
}

/// What somebody who types may be about to type.
#[tauri::command(async)]
pub(crate) fn suggest(state: Managed<'_, State>, query: String, lang: Lang) -> Vec<Suggestion> {
    state.wanghu.suggest(&query, lang)
}

/// Places that resemble this one.
#[tauri::command(async)]
pub(crate) fn similar(state: Managed<'_, State>, address: Address, lang: Lang) -> Vec<Similar> {
    state.wanghu.similar(&address, lang)
}
