//! Reads files, folders and archives as the import does and tells what came of each, for trying it by hand:
//!
//! `cargo run --release -p wanghu-core --example import -- PATH... [--text]`

use std::path::Path;
use std::sync::atomic::AtomicBool;

use wanghu_core::cite::{Names, wording};
use wanghu_core::corpus::Bundle;
use wanghu_core::import::{Recognised, open, read, recognise, unite};
use wanghu_core::model::Lang;

#[allow(clippy::print_stdout)]
fn main() {
    let (options, paths): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let corpus = Bundle::embedded().parse();
    let names = Names::of(corpus.documents.iter().map(|(_, document)| document), &corpus.externals);
    let text = options.iter().any(|option| option == "--text");
    let (mut documents, mut refused, mut parts) = (0, 0, Vec::new());
    for path in &paths {
        open(Path::new(path), &AtomicBool::new(false), &mut |item| {
            let read = item.content.and_then(|bytes| read(&item.name, &bytes, None));
            match read.and_then(|source| recognise(&source, &names)) {
                Ok(part) if part.part.is_some() => parts.push(part),
                Ok(recognised) => {
                    documents += 1;
                    tell(&recognised, text);
                }
                Err(refusal) => {
                    refused += 1;
                    println!("{}: {}", item.name, refusal.say(Lang::Zh));
                }
            }
        });
    }
    for recognised in unite(parts) {
        documents += 1;
        tell(&recognised, text);
    }
    println!("{documents} documents, {refused} refused");
}

#[allow(clippy::print_stdout)]
fn tell(recognised: &Recognised, text: bool) {
    let meta = &recognised.document.meta;
    println!(
        "{}: {} = {}@{} {:?} {} {} in force {}",
        recognised.name,
        meta.title,
        meta.id,
        recognised.version.as_deref().unwrap_or("?"),
        meta.kind,
        meta.issuing_body,
        meta.document_number,
        meta.effective_on.as_deref().unwrap_or("?"),
    );
    for (kind, repair) in &recognised.repairs.0 {
        println!("  {}: {}", kind.say(Lang::Zh), repair.count);
    }
    for doubt in &recognised.doubts {
        println!("  ? {} {}", doubt.kind.say(Lang::Zh), doubt.at);
    }
    for chapter in recognised.document.chapters.iter().filter(|_| text) {
        let above: Vec<String> = chapter.above.iter().map(|d| format!("{} {} / ", d.label, d.heading)).collect();
        println!("  {}{} {}", above.concat(), chapter.label, chapter.heading);
        for passage in &chapter.passages {
            println!("    [{}] {} {}\n{}", passage.unit, passage.label, passage.heading, wording(passage, Lang::Zh));
        }
    }
}
