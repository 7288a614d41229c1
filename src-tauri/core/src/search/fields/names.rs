//! What fields are called.

use crate::model::{Bilingual, Lang};
use crate::text::fold;
use crate::wire::FieldKey;

/// What may stand before a colon in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    /// A field of the documents.
    Field(FieldKey),
    /// 同句.
    Sentence,
    /// 同段.
    Paragraph,
    /// 排序.
    Sort,
}

/// Every name with what it is called: the first of each language is what we call it.
const NAMES: [(Name, &[&str], &[&str]); 15] = [
    (Name::Field(FieldKey::Kind), &["类型", "类别", "种类"], &["type", "kind"]),
    (Name::Field(FieldKey::Function), &["职能", "检察职能"], &["function"]),
    (Name::Field(FieldKey::Crime), &["罪名", "罪", "案由"], &["crime", "offence", "offense"]),
    (Name::Field(FieldKey::Batch), &["批次", "批"], &["batch"]),
    (Name::Field(FieldKey::Year), &["年", "年份", "年度"], &["year"]),
    (Name::Field(FieldKey::Chapter), &["章", "章节"], &["chapter"]),
    (Name::Field(FieldKey::Topic), &["主题", "专题"], &["topic"]),
    (Name::Field(FieldKey::Role), &["角色"], &["role"]),
    (Name::Field(FieldKey::Office), &["机关", "机构", "制定机关", "发布机关"], &["office", "issuer"]),
    (Name::Field(FieldKey::Document), &["文", "文件"], &["document", "doc"]),
    (Name::Field(FieldKey::Heading), &["标题"], &["heading", "title"]),
    (Name::Field(FieldKey::Evidence), &["证据"], &["evidence"]),
    (Name::Sentence, &["同句"], &["same-sentence"]),
    (Name::Paragraph, &["同段", "同款"], &["same-paragraph"]),
    (Name::Sort, &["排序"], &["sort"]),
];

/// Fields that other databases have and we do not, and names often mistyped, so that a note can say so.
const STRANGE: [&str; 16] = [
    "作者",
    "日期",
    "时间",
    "法院",
    "地区",
    "地域",
    "效力",
    "案号",
    "来源",
    "正文",
    "全文",
    "关键词",
    "类形",
    "类性",
    "题目",
    "文号",
];

/// Longest name, in characters.
pub(crate) const LONGEST: usize = 16;

/// What this name means, in whichever width, script and case.
pub(crate) fn named(text: &str) -> Option<Name> {
    let folded = fold::deep(text).text();
    let same = |name: &&str| fold::plain(name).text() == folded;
    NAMES.iter().find(|(_, zh, en)| zh.iter().chain(*en).any(same)).map(|(name, ..)| *name)
}

/// Whether this, which names no field, was probably meant to: a Latin word, or what is called so elsewhere. 罚款：五万元 is none.
pub(crate) fn resembles(text: &str) -> bool {
    let folded = fold::deep(text).text();
    let latin = folded.len() > 1 && folded.bytes().all(|c| c.is_ascii_lowercase());
    latin || STRANGE.contains(&folded.as_str())
}

/// What we call this.
pub(crate) fn called(name: Name, lang: Lang) -> &'static str {
    let (_, zh, en) = NAMES.iter().find(|(known, ..)| *known == name).unwrap_or(&NAMES[0]);
    if lang == Lang::Zh { zh[0] } else { en[0] }
}

/// What a field is called, in both languages, as it is typed.
pub fn label(field: FieldKey) -> Bilingual {
    Bilingual::of(|lang| called(Name::Field(field), lang).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_they_are_typed() {
        for (typed, name) in [
            ("类型", Some(Name::Field(FieldKey::Kind))),
            ("類型", Some(Name::Field(FieldKey::Kind))),
            ("ＴＹＰＥ", Some(Name::Field(FieldKey::Kind))),
            ("Same-Sentence", Some(Name::Sentence)),
            ("年", Some(Name::Field(FieldKey::Year))),
            ("罚款", None),
            ("第四十六条", None),
            ("", None),
        ] {
            assert_eq!(named(typed), name, "{typed}");
        }
        for (name, zh, en) in NAMES {
            assert!(zh.iter().chain(en).all(|text| named(text) == Some(name) && text.chars().count() <= LONGEST));
        }
    }

    #[test]
    fn only_what_looks_like_a_field_is_missed() {
        for (typed, resembling) in [
            ("author", true),
            ("作者", true),
            ("类形", true),
            ("罚款", false),
            ("主播", false),
            ("同学", false),
            ("第四十六条", false),
            ("注", false),
            ("https2", false),
        ] {
            assert_eq!(resembles(typed), resembling, "{typed}");
        }
    }
}
