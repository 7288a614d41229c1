//! Finding.

use tauri::State as Managed;
use wanghu_core::answer;
use wanghu_core::model::Lang;
use wanghu_core::search::Question;
use wanghu_core::wire::{CommandError, SearchAnswer};

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
