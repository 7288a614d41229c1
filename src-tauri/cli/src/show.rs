//! `wanghu show ADDRESS|CITATION`.

use std::io::Write;

use wanghu_core::Wanghu;
use wanghu_core::cite;
use wanghu_core::model::Lang;
use wanghu_core::wire::{ShowView, ShownText};

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
    let trail: Vec<&str> = [title, &view.chapter, &view.label].into_iter().filter(|part| !part.is_empty()).collect();
    let heading = Some(view.heading.get(lang)).filter(|heading| *heading != title).unwrap_or_default();
    writeln!(out, "{}　{heading}", trail.join(" › "))?;
    writeln!(out, "{} · {}{}", view.address, words.status(view.status), words.evidence(view.evidence))?;
    if view.sections.is_empty() {
        texts(&view.texts, words, out)?;
    }
    for section in &view.sections {
        writeln!(out, "\n{}", section.label.get(lang))?;
        texts(&section.texts, words, out)?;
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

fn texts(texts: &[ShownText], words: &Words, out: &mut impl Write) -> Result<(), Failure> {
    for text in texts {
        writeln!(out, "\n[{}]", words.layer(text.layer))?;
        for paragraph in &text.paragraphs {
            writeln!(out, "{}{}", paragraph.text, words.evidence(paragraph.evidence))?;
            for (item, i) in paragraph.items.iter().zip(1..) {
                writeln!(out, "  {} {item}", cite::item_label(i, text.lang))?;
            }
        }
    }
    Ok(())
}
