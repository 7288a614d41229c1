//! RIS: one record, one line for each tag, from `TY  - ` to `ER  - `. Places go to `SE`, numbers to `M1`, as reference managers read
//! statutes; in cases `SE` means a day of filing, so a section stands in the notes alone.

use super::source::Source;
use super::{date, policy};
use crate::cite::nesting;
use crate::model::Kind;

pub(super) fn write(source: &Source<'_>) -> String {
    let ours = source.kind() == Kind::Policy;
    let case = source.kind() == Kind::GuidingCase;
    let kind = match source.kind() {
        Kind::GuidingCase => "CASE",
        Kind::Policy => "GEN",
        _ => "STAT",
    };
    let bodies = if ours { vec!["网护"] } else { source.bodies() };
    let dated = source.dated().filter(|_| !ours);
    let full_date = dated
        .as_deref()
        .map(|iso| date::parts(iso).iter().map(|part| format!("{part:02}")).collect::<Vec<_>>().join("/"));
    let year = dated.as_deref().and_then(|iso| iso.get(..4)).map(str::to_owned);
    let remark = if ours { policy::chinese_remark(source) } else { source.remarks() };
    let note = if ours { source.link() } else { source.annotation() };
    let mut lines = vec![("TY", kind.to_owned()), ("TI", nesting::unmarked(&source.full_title()))];
    lines.extend(bodies.iter().map(|body| (if case { "PB" } else { "AU" }, (*body).to_owned())));
    for (tag, value) in [
        ("M1", source.number().filter(|_| !ours)),
        ("DA", full_date),
        ("PY", year),
        ("SE", Some(source.place()).filter(|place| !place.is_empty() && !case)),
        ("ET", source.version()),
        ("LA", Some("zh-CN".to_owned())),
        ("N1", Some(remark)),
        ("N1", Some(note)),
    ] {
        lines.extend(value.filter(|value| !value.is_empty()).map(|value| (tag, value)));
    }
    let record: String = lines.iter().map(|(tag, value)| format!("{tag}  - {}\n", one_line(value))).collect();
    format!("{record}ER  - ")
}

/// A value must not begin a tag of its own.
fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}
