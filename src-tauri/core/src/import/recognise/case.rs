//! The sections of cases: 【关键词】, 基本案情, 裁判要点. Headings vary; keys do not. The heading stays as printed.

use super::lines::Line;
use crate::import::source::Shape;

/// What headings mean, by the key of the section.
const HEADINGS: [(&str, &[&str]); 8] = [
    ("keywords", &["关键词", "关键字"]),
    ("holding", &["要旨", "裁判要旨", "裁判要点", "案例要旨", "案件要旨"]),
    ("facts", &["基本案情", "案情简介", "简要案情", "基本事实", "案件事实", "案情"]),
    (
        "work",
        &[
            "检察机关履职过程",
            "检察机关履职情况",
            "检察履职过程",
            "检察履职情况",
            "检察机关履职",
            "履职过程",
            "履职情况",
            "诉讼过程",
            "调查和督促履职",
            "检察机关监督情况",
            "检察机关监督过程",
        ],
    ),
    ("outcome", &["裁判结果", "处理结果", "判决结果", "诉讼结果", "办理结果"]),
    ("reasoning", &["裁判理由", "案例分析", "法院认为", "评析", "案件分析"]),
    ("significance", &["指导意义", "典型意义", "案例意义"]),
    ("provisions", &["相关规定", "相关法条", "法条链接", "法律链接", "相关法律规定"]),
];

/// A heading of a section: its key, itself as printed, and what stands after it in its line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Opening<'a> {
    pub(super) key: &'static str,
    pub(super) label: &'a str,
    pub(super) rest: &'a str,
}

/// The section that a line opens.
pub(super) fn opening(line: &Line) -> Option<Opening<'_>> {
    let text = line.text.as_str();
    if let Some((inside, rest)) = text.strip_prefix('【').and_then(|rest| rest.split_once('】')) {
        return Some(Opening { key: key(inside)?, label: inside, rest: rest.trim_start() });
    }
    if text.chars().nth(20).is_none()
        && let Some(key) = key(text)
    {
        return Some(Opening { key, label: text, rest: "" });
    }
    let (label, rest) = text.split_once([' ', '：', ':'])?;
    let inline = matches!(label, "关键词" | "关键字") && line.shape == Shape::Plain;
    inline.then_some(Opening { key: "keywords", label, rest: rest.trim_start() })
}

/// The key of a heading, whatever number or colon it has.
fn key(heading: &str) -> Option<&'static str> {
    let numbered = |c: char| "一二三四五六七八九十（）()、.． ".contains(c) || c.is_ascii_digit();
    let bare: String = heading.trim_start_matches(numbered).trim_end_matches(['：', ':']).replace(' ', "");
    HEADINGS.iter().find(|(_, names)| names.contains(&bare.as_str())).map(|(key, _)| *key)
}

/// The guiding case that a line names as its own number: `检例第43号`, `指导案例24号`, `指导性案例192号`.
pub(super) fn number(text: &str) -> Option<(&'static str, u32)> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !"（）()【】".contains(*c)).collect();
    let (issuer, rest) = [
        ("spp", "检例第"),
        ("spp", "检例"),
        ("spc", "指导案例第"),
        ("spc", "指导案例"),
        ("spc", "指导性案例第"),
        ("spc", "指导性案例"),
    ]
    .into_iter()
    .find_map(|(issuer, form)| Some((issuer, bare.split_once(form)?.1)))?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let closed = rest[digits.len()..].starts_with('号') && bare.chars().count() <= 40;
    digits.parse().ok().filter(|n| closed && *n > 0).map(|n| (issuer, n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_all_makes_lead_to_the_same_keys() {
        let line = |text: &str, shape| Line { text: text.to_owned(), shape, ..Line::default() };
        for (text, expected) in [
            ("【关键词】甲 乙", Some(("keywords", "关键词", "甲 乙"))),
            ("关键词：甲", Some(("keywords", "关键词", "甲"))),
            ("一、基本案情", Some(("facts", "一、基本案情", ""))),
            ("裁判要点", Some(("holding", "裁判要点", ""))),
            ("【别的】甲", None),
            ("基本案情如下", None),
        ] {
            let line = line(text, Shape::Plain);
            let found = opening(&line).map(|o| (o.key, o.label, o.rest));
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(number("（检例第43号）"), Some(("spp", 43)));
        assert_eq!(number("指导性案例192号"), Some(("spc", 192)));
        assert_eq!(number("第十一批指导性案例"), None);
    }
}
