//! PDF with a text layer: letters by place, lines by letters, paragraphs by lines.

mod guard;
mod lines;
mod page;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};

use crate::import::limits;
use crate::import::refusal::Refusal;
use crate::import::repair::Repairs;
use crate::import::source::SourceLine;

/// Reads the text layer: its lines, and how many letters have no known character.
pub(super) fn read(bytes: &[u8], repairs: &mut Repairs) -> Result<(Vec<SourceLine>, usize), Refusal> {
    guard::check(bytes)?;
    // The reader of PDF is written not to panic; should it, one file is damaged and the rest goes on.
    let pages = catch_unwind(AssertUnwindSafe(|| pages(bytes)));
    let (pages, unread) = pages.unwrap_or_else(|payload| {
        Err(match payload.downcast::<page::TooMuch>() {
            Ok(_) => Refusal::TooLarge("marks on the pages", limits::PDF_MARKS as u64),
            Err(_) => Refusal::Damaged("its pages cannot be read".to_owned()),
        })
    })?;
    if pages.iter().all(|page| page.letters.iter().filter(|letter| letter.is_shown()).count() < 2) {
        return Err(if pages.is_empty() { Refusal::Empty } else { Refusal::Scanned });
    }
    Ok((lines::of(pages, repairs), unread))
}

fn pages(bytes: &[u8]) -> Result<(Vec<page::Page>, usize), Refusal> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|problem| match problem {
        LoadPdfError::Decryption(_) => Refusal::Encrypted,
        LoadPdfError::Invalid => Refusal::Damaged("no readable PDF".to_owned()),
    })?;
    let count = pdf.pages().len();
    if count > limits::PDF_PAGES {
        return Err(Refusal::TooLarge("pages", limits::PDF_PAGES as u64));
    }
    Ok(page::read(&pdf))
}
