//! 《法学引注手册》: 《刑法》（2023年修正）第287条之二第1款。 《…解释》（法释〔2023〕3号），第9条第1款。
//! …案，最高人民法院指导案例24号（2014年）。 The manual shows no case of the procuratorate: 最高人民检察院指导性案例第43号 is ours by analogy.

use super::source::{Source, titled};
use super::{date, place, policy};
use crate::cite::case::Issuer;
use crate::model::Kind;

pub(super) fn write(source: &Source<'_>) -> String {
    let text = match source.kind() {
        Kind::GuidingCase => case(source),
        Kind::Policy => format!("网护：{}", policy::titled(source)),
        _ => norm(source),
    };
    format!("{text}。")
}

/// Laws and regulations go by their short names; what has a number of its kind shows it, and a comma before the place.
fn norm(source: &Source<'_>) -> String {
    let number = source.number().filter(|_| source.kind() == Kind::JudicialInterpretation);
    let comma = if number.is_some() && !source.place().is_empty() { "，" } else { "" };
    let warning = source.warning().map(str::to_owned);
    let remarks: Vec<String> = [number, source.version(), warning].into_iter().flatten().collect();
    format!("{}{comma}{}", titled(&source.short_title(), &remarks), place::arabic(source))
}

fn case(source: &Source<'_>) -> String {
    let number = match source.case() {
        Some((Issuer::Procuratorate, number)) => format!("指导性案例第{number}号"),
        _ => source.number().unwrap_or_default(),
    };
    let year = source.dated().and_then(|dated| date::parts(&dated).first().map(|year| format!("（{year}年）")));
    let section = place::printed_section(source).map(|section| format!("，{section}")).unwrap_or_default();
    format!("{}，{}{number}{}{section}", source.zh.title, source.zh.issuing_body, year.unwrap_or_default())
}
