//! Prints the fingerprints of an official wording, for `corpus/<kind>/<id>.fingerprints.toml`.
//!
//! `cargo run -p wanghu-core --example fingerprints -- minors-online-protection path/to/official.md`

use std::io::Write;

use wanghu_core::corpus::{fingerprint, wordings};
use wanghu_core::library::Library;
use wanghu_core::model::Lang;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(id), Some(path)) = (arguments.next(), arguments.next()) else {
        return Err("usage: fingerprints DOCUMENT OFFICIAL-TEXT.md".into());
    };
    let library = Library::bundled();
    let text = library.work(&id.parse()?).and_then(|work| work.text(Lang::Zh)).ok_or("no such document on board")?;
    let headings: Vec<&str> = text.chapters.iter().map(|chapter| chapter.heading.as_str()).collect();
    let mut out = std::io::stdout().lock();
    writeln!(out, "# SHA-256 of each article's official wording; how it is taken stands in corpus/README.md.")?;
    writeln!(out, "document = \"{id}\"\n\n[articles]")?;
    for (no, wording) in wordings(&std::fs::read_to_string(path)?, &headings) {
        writeln!(out, "{no} = \"{}\"", fingerprint(&wording))?;
    }
    Ok(())
}
