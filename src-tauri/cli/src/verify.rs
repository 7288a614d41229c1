//! `wanghu verify [FILE|-]`.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use wanghu_core::model::Lang;
use wanghu_core::verify::Report;
use wanghu_core::wire::{CheckedPlace, Finding, FindingKind, VerifyView};
use wanghu_core::{Error, Wanghu, compare, fs};

use crate::arguments::Verify;
use crate::outcome::{Failure, Outcome, print_json};
use crate::words::Words;

/// Largest draft that is read, in bytes: a long book.
const LARGEST: u64 = 16 << 20;

/// `now` is when the draft is checked, as the report prints it.
pub(crate) fn run(
    wanghu: &Wanghu,
    arguments: &Verify,
    now: &str,
    lang: Lang,
    words: &Words,
    out: &mut impl Write,
) -> Result<Outcome, Failure> {
    let (name, text) = read(&arguments.file)?;
    let view = wanghu.verify(&text);
    if let Some(file) = &arguments.output {
        let report = Report { view: &view, draft: &name, date: now, lang };
        fs::replace(file, &written(&report, file)?)?;
        words.say(words.written, &file.display());
    }
    if arguments.json {
        print_json(&view, out)?;
    } else if arguments.output.is_none() {
        print(&view, lang, words, out)?;
    }
    if view.findings.is_empty() {
        words.say(words.nothing_cited, &"");
    }
    Ok(if view.all_right { Outcome::Done } else { Outcome::Nothing })
}

/// The draft and what it is called; `-` is standard input.
fn read(file: &Path) -> Result<(String, String), Failure> {
    let name = file.display().to_string();
    let unusable = |why: String| Error::Unusable { what: name.clone(), why };
    let mut bytes = Vec::new();
    let read = if name == "-" {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|open| open.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) if bytes.len() as u64 > LARGEST => return Err(unusable(format!("larger than {LARGEST} bytes")).into()),
        Ok(_) => {}
        Err(problem)
            if matches!(problem.kind(), ErrorKind::NotFound | ErrorKind::IsADirectory | ErrorKind::InvalidInput) =>
        {
            return Err(unusable(problem.to_string()).into());
        }
        Err(problem) => return Err(Error::io("reading", file)(problem).into()),
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(unusable("it is no plain text; save it as .txt or .md, in UTF-8".to_owned()).into());
    }
    let text = String::from_utf8(bytes).map_err(|_| unusable("it is not UTF-8; save it as UTF-8 text".to_owned()))?;
    Ok((name, text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned)))
}

fn written(report: &Report<'_>, file: &Path) -> Result<Vec<u8>, Error> {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("md") => Ok(report.markdown().into_bytes()),
        Some("docx") => report.docx(),
        _ => Err(Error::Unusable {
            what: file.display().to_string(),
            why: "a report is written as .md or .docx".to_owned(),
        }),
    }
}

fn print(view: &VerifyView, lang: Lang, words: &Words, out: &mut impl Write) -> Result<(), Failure> {
    for finding in &view.findings {
        writeln!(out, "{}\n  {}", head(finding, words), finding.message.get(lang))?;
        for (name, places) in [(words.cited_place, &finding.places), (words.perhaps, &finding.candidates)] {
            for place in places {
                writeln!(out, "  {name}{} ({})", place.label.get(lang), place.address)?;
                difference(place, out)?;
            }
        }
    }
    writeln!(out, "{}", view.statement.get(lang))?;
    Ok(())
}

/// 3: 《刑法》第二百八十七条 · 无误
fn head(finding: &Finding, words: &Words) -> String {
    let text: String = finding.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = text.chars().take(60).collect();
    let dots = if shown.len() < text.len() { "…" } else { "" };
    let inside = if finding.kind == FindingKind::Citation && finding.within.is_some() { "  " } else { "" };
    format!("{inside}{}: {shown}{dots} · {}", finding.line, words.verdict(finding.verdict))
}

fn difference(place: &CheckedPlace, out: &mut impl Write) -> Result<(), Failure> {
    if place.runs.is_empty() {
        return Ok(());
    }
    let told = place.runs.iter().map(|run| match run.change {
        compare::Change::Same => run.text.clone(),
        compare::Change::Removed => format!("[-{}-]", run.text),
        compare::Change::Added => format!("{{+{}+}}", run.text),
    });
    writeln!(out, "    {}", told.collect::<String>().replace('\n', " ")).map_err(Failure::from)
}
