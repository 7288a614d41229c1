//! The place inside a text, as each family of styles counts it.

use super::source::Source;
use crate::cite::case::Issuer;
use crate::cite::counted_label;
use crate::model::{Lang, Unit};

/// 第二百八十七条之二第一款第（二）项; empty for a document as a whole and for what is no article.
pub(super) fn chinese(source: &Source<'_>) -> String {
    match source.address.unit {
        Unit::Article { .. } => counted_label(source.address, source.single, Lang::Zh),
        _ => String::new(),
    }
}

/// 第287条之二第1款第2项.
pub(super) fn arabic(source: &Source<'_>) -> String {
    let Unit::Article { no, paragraph, item } = source.address.unit else { return String::new() };
    let sub = if no.sub > 0 { format!("之{}", crate::text::numerals::to_chinese(no.sub)) } else { String::new() };
    let paragraph = paragraph.filter(|_| !source.single).map(|p| format!("第{p}款")).unwrap_or_default();
    let item = item.map(|i| format!("第{i}项")).unwrap_or_default();
    format!("第{}条{sub}{paragraph}{item}", no.main)
}

/// art. 287-2, para. 1, item 2.
pub(super) fn english(source: &Source<'_>) -> String {
    let Unit::Article { no, paragraph, item } = source.address.unit else { return String::new() };
    let paragraph = paragraph.filter(|_| !source.single).map(|p| format!(", para. {p}")).unwrap_or_default();
    let item = item.map(|i| format!(", item {i}")).unwrap_or_default();
    format!("art. {no}{paragraph}{item}")
}

/// The heading that a section has in the published case; `None` for what only we have, such as 校园课堂, which must not be cited as
/// the court's or the procuratorate's.
pub(super) fn printed_section(source: &Source<'_>) -> Option<&'static str> {
    let Unit::Section(key) = &source.address.unit else { return None };
    let (issuer, _) = source.case()?;
    Some(match (issuer, key.as_str()) {
        (_, "keywords") => "关键词",
        (_, "facts") => "基本案情",
        (Issuer::Procuratorate, "holding") => "要旨",
        (Issuer::Procuratorate, "significance") => "指导意义",
        (Issuer::Procuratorate, "provisions") => "相关规定",
        (Issuer::Court, "holding") => "裁判要点",
        (Issuer::Court, "outcome") => "裁判结果",
        (Issuer::Court, "provisions") => "相关法条",
        _ => return None,
    })
}
