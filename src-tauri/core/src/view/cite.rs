//! A place cited in every style.

use crate::cite::{Source, Style};
use crate::error::{Error, Result};
use crate::library::{Library, Work};
use crate::model::{Address, Lang, Moment};
use crate::tables::CaseFacts;
use crate::wire::{CitationView, CiteView};

use super::single;

/// A place in these styles, with its status and with the layer of the text in `lang`: whose words the reader has before them.
///
/// # Errors
/// [`Error::NotFound`] when the place is not on board.
pub fn cite(library: &Library, address: &Address, lang: Lang, styles: &[Style]) -> Result<CiteView> {
    let missing = || Error::NotFound { what: address.to_string() };
    let work = library.work(&address.document).filter(|_| library.has(address)).ok_or_else(missing)?;
    let source = source(library, work, address);
    let written = |style: &Style| CitationView { style: *style, text: style.write(&source) };
    Ok(CiteView {
        address: address.clone(),
        styles: styles.iter().map(written).collect(),
        status: work.meta(lang).status,
        layer: work.meta(lang).layer,
    })
}

/// What a citation of the place says.
pub(super) fn source<'a>(library: &'a Library, work: &'a Work, address: &'a Address) -> Source<'a> {
    Source {
        address,
        zh: work.meta(Lang::Zh),
        en: work.meta(Lang::En),
        published: library.case(work.id()).and_then(published),
        single: single(library, address),
    }
}

/// When a case was made public, or else issued; what is only recalled is left out.
fn published(facts: &CaseFacts) -> Option<&Moment> {
    let seen = |name: &str| !facts.recalled.iter().any(|field| field == name);
    let made_public = facts.published_on.as_ref().filter(|_| seen("published_on"));
    made_public.or_else(|| facts.issued_on.as_ref().filter(|_| seen("issued_on")))
}
