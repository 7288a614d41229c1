//! Our own pages on policy: cited as ours, with the body whose doings they tell of, so that nobody takes them for its documents.

use super::source::Source;
use crate::cite::nesting;
use crate::model::{Lang, Section, Unit};

/// The name by which we issue what is ours alone.
const OURS: [&str; 2] = ["网护", "Wanghu"];

/// 网护编写的政策背景页，非官方文件；所述事项由最高人民检察院发布.
pub(super) fn chinese_remark(source: &Source<'_>) -> String {
    let body = &source.zh.issuing_body;
    let about = if OURS.contains(&body.as_str()) { String::new() } else { format!("；所述事项由{body}发布") };
    format!("网护编写的政策背景页，非官方文件{about}")
}

/// policy background page by Wanghu, not an official document; body concerned: Supreme People's Procuratorate.
pub(super) fn english_remark(source: &Source<'_>) -> String {
    let body = &source.en.issuing_body;
    let about = if OURS.contains(&body.as_str()) { String::new() } else { format!("; body concerned: {body}") };
    format!("policy background page by Wanghu, not an official document{about}")
}

/// 《六号检察建议》（网护编写的政策背景页…）“概要”部分.
pub(super) fn titled(source: &Source<'_>) -> String {
    format!("{}（{}）{}", nesting::bracketed(&source.zh.title), chinese_remark(source), section(source))
}

/// “概要”部分; empty for a page as a whole.
fn section(source: &Source<'_>) -> String {
    match &source.address.unit {
        Unit::Section(key) => {
            let heading = Section::of_key(key).map_or(key.as_str(), |section| section.heading(Lang::Zh));
            format!("{}部分", nesting::quoted(heading))
        }
        _ => String::new(),
    }
}
