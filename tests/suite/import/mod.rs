//! Import: foreign bytes in, documents out.

mod formats;
mod hostile;
mod reference;
mod regulation;

use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use wanghu_core::cite::Names;
use wanghu_core::corpus::Bundle;
use wanghu_core::import::{Item, Recognised, Refusal, open, read, recognise};

/// The names of the texts on board and of those only known.
fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let corpus = Bundle::embedded().parse();
        Names::of(corpus.documents.iter().map(|(_, document)| document), &corpus.externals)
    })
}

/// Everything that is found at a path.
fn opened(path: &Path) -> Vec<Item> {
    let mut items = Vec::new();
    open(path, &AtomicBool::new(false), &mut |item| items.push(item));
    items
}

/// A file read and recognised.
fn imported(name: &str, bytes: &[u8]) -> Result<Recognised, Refusal> {
    recognise(&read(name, bytes, None)?, names())
}
