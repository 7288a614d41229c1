//! biblatex: `@legislation`, `@jurisdiction`, `@misc`. No style of biblatex itself knows the first two and plain BibTeX knows neither
//! them nor `date` and `number`; all of them then set the entry as `@misc`, whose `note` says what would be lost.

use super::policy;
use super::source::Source;
use crate::cite::nesting;
use crate::model::Kind;

pub(super) fn write(source: &Source<'_>) -> String {
    let ours = source.kind() == Kind::Policy;
    let kind = match source.kind() {
        Kind::GuidingCase => "jurisdiction",
        Kind::Policy => "misc",
        _ => "legislation",
    };
    let bodies = if ours { vec!["网护"] } else { source.bodies() };
    // A body is one name, whatever words it has.
    let authors: Vec<String> = bodies.iter().map(|body| format!("{{{}}}", escaped(body))).collect();
    let remark = if ours { policy::chinese_remark(source) } else { source.remarks() };
    let note = if ours { source.link() } else { source.annotation() };
    let fields = [
        ("title", Some(format!("{{{}}}", escaped(&nesting::unmarked(&source.full_title()))))),
        ("author", Some(authors.join(" and "))),
        ("number", source.number().filter(|_| !ours).map(|number| escaped(&number))),
        ("date", source.dated().filter(|_| !ours)),
        ("note", Some(escaped(&remark))),
        ("language", Some("chinese".to_owned())),
        ("annotation", Some(escaped(&note))),
    ];
    let lines: String = fields
        .into_iter()
        .filter_map(|(name, value)| {
            value.filter(|value| !value.is_empty()).map(|value| format!("  {name} = {{{value}}},\n"))
        })
        .collect();
    format!("@{kind}{{{},\n{lines}}}", key(source))
}

/// `minors-online-protection:31.1`: what TeX reads as a key.
fn key(source: &Source<'_>) -> String {
    source.address.to_string().replace(['/', '@'], ":")
}

/// What TeX would take for a command.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '#' | '_' | '$' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
