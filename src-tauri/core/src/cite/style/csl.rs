//! CSL-JSON 1.0.2: an array with one item, as reference managers import it. Only variables of the schema; `section` is the place,
//! since `locator` belongs to a citation and not to an item.

use serde::Serialize;

use super::source::Source;
use super::{date, policy};
use crate::cite::nesting;
use crate::model::{Kind, Status};

/// The variables, in the order in which they are written.
#[derive(Serialize)]
struct Item {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(rename = "title-short", skip_serializing_if = "Option::is_none")]
    short: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authority: Option<String>,
    #[serde(rename = "collection-title", skip_serializing_if = "Option::is_none")]
    collection: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<String>,
    genre: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    language: &'static str,
    jurisdiction: &'static str,
    annote: String,
}

#[derive(Serialize)]
struct Name {
    literal: String,
}

#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    parts: [Vec<u32>; 1],
}

pub(super) fn write(source: &Source<'_>) -> String {
    // Strings, numbers and arrays alone: writing them cannot fail.
    serde_json::to_string_pretty(&[item(source)]).unwrap_or_default()
}

fn item(source: &Source<'_>) -> Item {
    let (kind, genre) = match source.kind() {
        Kind::Statute => ("legislation", "法律"),
        Kind::AdministrativeRegulation => ("regulation", "行政法规"),
        Kind::JudicialInterpretation => ("regulation", "司法解释"),
        Kind::GuidingCase => ("legal_case", "指导性案例"),
        Kind::Policy => ("document", "政策背景页"),
        Kind::LocalRegulation => ("regulation", "地方性法规"),
        Kind::DepartmentalRule => ("regulation", "部门规章"),
        Kind::TypicalCase => ("legal_case", "典型案例"),
        Kind::Other => ("document", "规范性文件"),
    };
    let ours = source.kind() == Kind::Policy;
    let title = nesting::unmarked(&source.full_title());
    let body = &source.zh.issuing_body;
    Item {
        id: source.address.to_string(),
        kind,
        short: Some(nesting::unmarked(&source.short_title())).filter(|short| *short != title),
        title,
        author: if ours { vec![Name { literal: "网护".to_owned() }] } else { Vec::new() },
        authority: (!ours).then(|| body.clone()),
        collection: (source.kind() == Kind::GuidingCase).then(|| format!("{body}指导性案例")),
        number: source.number().filter(|_| !ours),
        section: Some(source.place()).filter(|place| !place.is_empty()),
        issued: source.dated().filter(|_| !ours).map(|iso| Issued { parts: [date::parts(&iso)] }),
        edition: source.version(),
        genre,
        status: status(source.zh.status).filter(|_| !ours),
        language: "zh-CN",
        jurisdiction: "CN",
        annote: if ours {
            format!("{}（{}）", source.link(), policy::chinese_remark(source))
        } else {
            source.annotation()
        },
    }
}

/// Whether it is in force, where that was checked.
fn status(status: Status) -> Option<&'static str> {
    Some(match status {
        Status::InForce => "现行有效",
        Status::Superseded => "已修改",
        Status::Repealed => "已废止",
        Status::NotYetEffective => "尚未生效",
        Status::Unknown => return None,
    })
}
