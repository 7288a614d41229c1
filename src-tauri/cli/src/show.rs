//! `wanghu show ADDRESS|CITATION`.

use std::io::Write;

use wanghu_core::Wanghu;
use wanghu_core::cite;
use wanghu_core::model::Lang;
use wanghu_core::wire::ShowView;

use crate::arguments::Show;
use crate::outcome::{Failure, Outcome, print_json};
use crate::words::Words;

pub(crate) fn run(
    wanghu: &Wanghu,
    show: &Show,
    lang: Lang,
    words: &Words,
    out: &mut impl Write,
) -> Result<Outcome, Failure> {
    let address = wanghu.find(&show.place.join(" "), None)?;
    let view = wanghu.show(&address, lang)?;
    if show.json {
        print_json(&view, out)?;
    } else {
        print(wanghu, &view, lang, words, out)?;
    }
    Ok(Outcome::Done)
}

fn print(wanghu: &Wanghu, view: &ShowView, lang: Lang, words: &Words, out: &mut impl Write) -> Result<(), Failure> {
    let title = wanghu.library().work(&view.document).map_or("", |work| &work.meta(lang).title);
    writeln!(out, "{title} › {} › {}　{}", view.chapter, view.label, view.heading.get(lang))?;
    writeln!(out, "{} · {}", view.address, words.status(view.status))?;
    for text in &view.texts {
        writeln!(out, "\n[{}]", words.layer(text.layer))?;
        for paragraph in &text.paragraphs {
            writeln!(out, "{}", paragraph.text)?;
            for (item, i) in paragraph.items.iter().zip(1..) {
                writeln!(out, "  {} {item}", cite::item_label(i, text.lang))?;
            }
        }
    }
    if !view.references.is_empty() {
        writeln!(out, "\n{}", words.references)?;
        for reference in &view.references {
            let aboard = reference.address.as_ref().filter(|to| wanghu.library().has(to));
            writeln!(out, "  {}{}", reference.text, aboard.map_or(words.outside.to_owned(), |to| format!("  {to}")))?;
        }
    }
    if !view.cited_by.is_empty() {
        let places: Vec<String> = view.cited_by.iter().map(ToString::to_string).collect();
        writeln!(out, "\n{}{}", words.cited_by, places.join(" "))?;
    }
    Ok(())
}
