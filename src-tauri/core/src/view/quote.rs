//! Words for the clipboard.

use crate::cite::{Style, english_citation, item_label, layer_note};
use crate::error::{Error, Result};
use crate::library::Library;
use crate::model::{Address, Lang, Layer};
use crate::wire::ShownText;

use super::cite::source;
use super::show::shown;

/// The clean words of a place or of a selection in it, the citation, and whose words they are.
///
/// # Errors
/// [`Error::NotFound`] when the place is not on board in that language.
pub fn quote(library: &Library, address: &Address, lang: Lang, selection: Option<&str>) -> Result<String> {
    let missing = || Error::NotFound { what: address.to_string() };
    let work = library.work(&address.document).filter(|_| library.has(address)).ok_or_else(missing)?;
    let text = work.text(lang).ok_or_else(missing)?;
    let words = match selection.map(str::trim).filter(|selection| !selection.is_empty()) {
        Some(selection) => selection.to_owned(),
        None => clean(&shown(text, &address.unit)),
    };
    let citation = match lang {
        Lang::Zh => Style::Official.write(&source(library, work, address)),
        Lang::En => english_citation(&text.meta, address),
    };
    let note = layer_note(text.meta.layer, lang);
    Ok(match lang {
        Lang::Zh => format!("{words}\n——{citation}（{note}）"),
        Lang::En => format!("{words}\n— {citation} ({note})"),
    })
}

/// One line for each 款 and 项, the 项 with their printed numbers.
fn clean(text: &ShownText) -> String {
    let mut lines = Vec::new();
    for paragraph in &text.paragraphs {
        lines.push(paragraph.text.clone());
        let space = if text.layer == Layer::Rendering { " " } else { "" };
        lines.extend(
            paragraph.items.iter().zip(1..).map(|(item, i)| format!("{}{space}{item}", item_label(i, text.lang))),
        );
    }
    lines.join("\n")
}
