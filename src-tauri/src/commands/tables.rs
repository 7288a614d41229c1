//! The tables beside the texts, and what of them leaves the program.

use tauri::State as Managed;
use wanghu_core::answer;
use wanghu_core::model::{DocumentId, Lang};
use wanghu_core::tables::{Checklist, Figures, Term, Topic};
use wanghu_core::wire::{CatalogueEntry, CommandError, DutyFilter, DutyView, OutlineChapter};

use crate::state::State;

/// Chapters and headings of one document.
#[tauri::command(async)]
pub(crate) fn outline(state: Managed<'_, State>, id: DocumentId) -> Result<Vec<OutlineChapter>, CommandError> {
    answer(|| state.wanghu.outline(&id))
}

/// Every document with what the library page filters by.
#[tauri::command(async)]
pub(crate) fn catalogue(state: Managed<'_, State>) -> Result<Vec<CatalogueEntry>, CommandError> {
    answer(|| Ok(state.wanghu.catalogue()))
}

/// Duties and what they cost.
#[tauri::command(async)]
pub(crate) fn duties(state: Managed<'_, State>, filter: DutyFilter) -> Result<Vec<DutyView>, CommandError> {
    answer(|| Ok(state.wanghu.duties(&filter)))
}

/// Review sheets.
#[tauri::command(async)]
pub(crate) fn checklists(state: Managed<'_, State>) -> Result<Vec<Checklist>, CommandError> {
    answer(|| Ok(state.wanghu.checklists().to_vec()))
}

/// Figures and charts.
#[tauri::command(async)]
pub(crate) fn figures(state: Managed<'_, State>) -> Result<Figures, CommandError> {
    answer(|| Ok(state.wanghu.figures().clone()))
}

/// The glossary.
#[tauri::command(async)]
pub(crate) fn terms(state: Managed<'_, State>) -> Result<Vec<Term>, CommandError> {
    answer(|| Ok(state.wanghu.terms().to_vec()))
}

/// The tree of topics.
#[tauri::command(async)]
pub(crate) fn topics(state: Managed<'_, State>) -> Result<Vec<Topic>, CommandError> {
    answer(|| Ok(state.wanghu.topics().to_vec()))
}

/// Writes the duties as a table for spreadsheets; tells where.
#[tauri::command(async)]
pub(crate) fn export_duties(state: Managed<'_, State>, filter: DutyFilter, lang: Lang) -> Result<String, CommandError> {
    answer(|| Ok(state.wanghu.export_duties(&filter, lang)?.display().to_string()))
}

/// Writes a chart as a file; tells where.
#[tauri::command(async)]
pub(crate) fn export_chart(state: Managed<'_, State>, name: String, content: Vec<u8>) -> Result<String, CommandError> {
    answer(|| Ok(state.wanghu.export(&name, &content)?.display().to_string()))
}
