//! `wanghu compare OLD NEW`.

use std::io::Write;
use std::path::Path;

use wanghu_core::compare::{Change, PairVerdict};
use wanghu_core::model::Lang;
use wanghu_core::wire::{CompareRow, CompareView};
use wanghu_core::{Error, Wanghu, compare, fs};

use crate::arguments::Compare;
use crate::outcome::{Failure, Outcome, print_json};
use crate::words::Words;

pub(crate) fn run(
    wanghu: &Wanghu,
    arguments: &Compare,
    lang: Lang,
    words: &Words,
    out: &mut impl Write,
) -> Result<Outcome, Failure> {
    let options = compare::Options { ignore_punctuation: arguments.ignore_punctuation };
    let view = wanghu.compare(&arguments.old, &arguments.new, arguments.text, options)?;
    if let Some(file) = &arguments.output {
        fs::replace(file, &written(&view, file, lang)?)?;
        words.say(words.written, &file.display());
    }
    if arguments.json {
        print_json(&view, out)?;
    } else if arguments.output.is_none() {
        print(&view, lang, words, out)?;
    }
    Ok(Outcome::Done)
}

/// The bytes of the file that the ending of its name asks for.
fn written(view: &CompareView, file: &Path, lang: Lang) -> Result<Vec<u8>, Error> {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => Ok(compare::html(view, lang).into_bytes()),
        Some("docx") => compare::docx(view, lang),
        _ => Err(Error::Unusable {
            what: file.display().to_string(),
            why: "a comparison is written as .docx or .html".to_owned(),
        }),
    }
}

fn print(view: &CompareView, lang: Lang, words: &Words, out: &mut impl Write) -> Result<(), Failure> {
    for (mark, side) in [("-", &view.old), ("+", &view.new)] {
        let (title, label) = (side.title.get(lang), side.label.get(lang));
        writeln!(
            out,
            "{mark} {title}{}{label} · {} · {}",
            words.gap(),
            words.status(side.status),
            words.layer(side.layer)
        )?;
    }
    for count in &view.counts {
        writeln!(out, "  {}: {}", words.pair_verdict(count.verdict), count.count)?;
    }
    for row in &view.rows {
        writeln!(out, "\n{}", head(row, lang, words))?;
        if !matches!(row.verdict, PairVerdict::Same | PairVerdict::Renumbered) {
            let told = row.runs.iter().map(|run| match run.change {
                Change::Same => run.text.clone(),
                Change::Removed => format!("[-{}-]", run.text),
                Change::Added => format!("{{+{}+}}", run.text),
            });
            writeln!(out, "{}", told.collect::<String>())?;
        }
    }
    Ok(())
}

fn head(row: &CompareRow, lang: Lang, words: &Words) -> String {
    let (old, new) = (row.old_label.get(lang), row.new_label.get(lang));
    let verdict = words.pair_verdict(row.verdict);
    match (old.is_empty(), new.is_empty()) {
        (false, false) if old == new => format!("{old} · {verdict}"),
        (false, false) => format!("{old} → {new} · {verdict}"),
        _ => format!("{old}{new} · {verdict}"),
    }
}
