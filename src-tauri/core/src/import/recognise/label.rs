//! Numbers at the start of a line: 第一条, 第二章, （一）, 一、, 附件.

use crate::model::ArticleNo;
use crate::text::numerals;

/// `第一条 为了…` taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Article<'a> {
    pub(super) no: ArticleNo,
    /// 第一条, without blanks.
    pub(super) label: String,
    /// What follows it.
    pub(super) rest: &'a str,
    /// A blank, or nothing more, follows the number.
    pub(super) parted: bool,
    /// A blank stands inside the number.
    pub(super) split: bool,
}

/// A level of division, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Part,
    Subpart,
    Chapter,
    Section,
}

/// `第二章 网络素养促进` taken apart; number 0 and an empty label for 附则 and the like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) rank: Rank,
    pub(super) number: u32,
    pub(super) label: String,
    pub(super) heading: String,
}

/// Longest line that is a heading, in characters.
const LONGEST_HEADING: usize = 48;

/// Most characters of a number.
const LONGEST_NUMBER: usize = 12;

/// The number between 第 and one of `ends`, blanks left out: value, characters after which `rest` starts, which end, whether blanks
/// stood inside.
fn ordinal<'a, 'e>(text: &'a str, ends: &[&'e str]) -> Option<(u32, &'e str, &'a str, bool)> {
    let rest = text.strip_prefix('第')?;
    let mut digits = String::new();
    let mut split = false;
    for (at, c) in rest.char_indices().take(LONGEST_NUMBER) {
        if c == ' ' {
            split = true;
            continue;
        }
        let tail = &rest[at..];
        // 分编 before 编: longest first is the caller's business.
        if let Some(end) = ends.iter().find(|end| tail.starts_with(**end)) {
            let number = numerals::parse(&digits)?.try_into().ok().filter(|n| (1..=99_999).contains(n))?;
            return Some((number, end, &tail[end.len()..], split));
        }
        if !(c.is_numeric() || "零〇一二三四五六七八九十百千两".contains(c)) {
            return None;
        }
        digits.push(c);
    }
    None
}

/// The article that a line starts.
pub(super) fn article(text: &str) -> Option<Article<'_>> {
    let (main, _, rest, split) = ordinal(text, &["条"])?;
    let (sub, after) = match rest.trim_start_matches(' ').strip_prefix('之') {
        Some(tail) => {
            let digits: String = tail.chars().take_while(|c| "一二三四五六七八九十".contains(*c)).collect();
            match numerals::parse(&digits).and_then(|n| u32::try_from(n).ok()) {
                Some(sub) => (sub, &tail[digits.len()..]),
                None => (0, rest),
            }
        }
        None => (0, rest),
    };
    let shown = &text[..text.len() - after.len()];
    Some(Article {
        no: ArticleNo { main, sub },
        label: shown.chars().filter(|c| *c != ' ').collect(),
        rest: after.trim_start_matches(' '),
        parted: after.is_empty() || after.starts_with(' '),
        split,
    })
}

/// Whether the words after an article's number, with no blank between, go on a sentence that merely cites it.
pub(super) fn cites(rest: &str) -> bool {
    const GOES_ON: [&str; 22] = [
        "第", "的", "、", "至", "到", "和", "与", "及", "或", "规定", "款", "项", "所", "中", "，", "。", "；", "之",
        "》", "”", "修改", "）",
    ];
    GOES_ON.iter().any(|word| rest.starts_with(word))
}

/// The division that a line opens. `marked` lines are headings by their format.
pub(super) fn division(text: &str, marked: bool) -> Option<Heading> {
    if text.chars().nth(LONGEST_HEADING).is_some() && !marked {
        return None;
    }
    let (number, end, rest, _) = ordinal(text, &["分编", "编", "章", "节"])?;
    let rank = match end {
        "编" => Rank::Part,
        "分编" => Rank::Subpart,
        "章" => Rank::Chapter,
        _ => Rank::Section,
    };
    let prose = rest.starts_with(['的', '第', '、', '和', '至', '所', '，', '规'])
        || rest.contains(['。', '；', '：'])
        || rest.ends_with('，');
    if prose && !marked {
        return None;
    }
    let label = text[..text.len() - rest.len()].chars().filter(|c| *c != ' ').collect();
    Some(Heading { rank, number, label, heading: close_up(rest.trim()) })
}

/// `总 则` is 总则; blanks between whole words stay.
pub(super) fn close_up(heading: &str) -> String {
    let spread = heading.split(' ').all(|word| word.chars().count() == 1);
    if spread { heading.replace(' ', "") } else { heading.to_owned() }
}

/// `（一）…`: the number, and the text after it. Brackets of either width.
pub(super) fn item(text: &str) -> Option<(u32, &str)> {
    let rest = text.strip_prefix(['（', '('])?;
    let end = rest.char_indices().take(LONGEST_NUMBER).find(|(_, c)| matches!(c, '）' | ')'))?.0;
    let inside = rest[..end].trim();
    let number =
        inside.chars().all(|c| "零〇一二三四五六七八九十百".contains(c)).then(|| numerals::parse(inside))??;
    let after = rest[end..].trim_start_matches(['）', ')']);
    let taken = rest[end..].chars().next().map_or(0, char::len_utf8);
    if rest[end..].len() - after.len() != taken {
        return None;
    }
    Some((number.try_into().ok()?, after.trim_start_matches(' ')))
}

/// Whether a line starts with a smaller number than （一）: 1., 1．, （1）, ①, a), which stands inside a 项.
pub(super) fn smaller(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some('①'..='⑳') => true,
        Some('（' | '(') => {
            let digits = text.chars().skip(1).take_while(char::is_ascii_digit).count();
            digits > 0 && digits < 4 && matches!(text.chars().nth(digits + 1), Some('）' | ')'))
        }
        Some(c) if c.is_ascii_digit() => {
            let digits = text.chars().take_while(char::is_ascii_digit).count();
            let mut after = text.chars().skip(digits);
            digits < 4
                && matches!(after.next(), Some('.' | '．' | '、' | ')' | '）'))
                && !after.next().is_some_and(|c| c.is_ascii_digit())
        }
        Some(c) if c.is_ascii_lowercase() => matches!(chars.next(), Some(')' | '）')),
        _ => false,
    }
}

/// `一、…`: the number, as printed, and the text after it.
pub(super) fn point(text: &str) -> Option<(u32, &str, &str)> {
    let end = text.char_indices().take(LONGEST_NUMBER).find(|(_, c)| !"一二三四五六七八九十百".contains(*c))?.0;
    let number = numerals::parse(&text[..end])?.try_into().ok()?;
    let rest = text[end..].strip_prefix(['、', '．', '.'])?;
    let label = &text[..text.len() - rest.len()];
    Some((number, label, rest.trim_start_matches(' ')))
}

/// `附件一：…`, `附：`, `附录`: whether the line opens an annex, and what of it is its label.
pub(super) fn annex(text: &str, marked: bool) -> Option<(String, &str)> {
    let squeezed = text.strip_prefix('附')?.trim_start();
    let kinds = ["件", "录", "表", "图", "注"];
    let rest = match kinds.iter().find_map(|kind| squeezed.strip_prefix(kind)) {
        Some(rest) => rest.trim_start(),
        None if squeezed.starts_with(['：', ':']) || squeezed.is_empty() => squeezed,
        None => return None,
    };
    let numbered = rest.trim_start_matches(|c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit());
    let after = numbered.trim_start_matches(['：', ':', '.', '．', '、', ' ']);
    let parted = after.len() != numbered.len() || after.is_empty();
    if !parted || (!marked && text.contains('。') && text.chars().count() > LONGEST_HEADING) {
        return None;
    }
    let label = &text[..text.len() - numbered.len()];
    Some((label.replace(' ', ""), after))
}

/// Whether a line can only be the beginning of something.
pub(in crate::import) fn starts_anew(text: &str) -> bool {
    article(text).is_some_and(|article| article.parted || !cites(article.rest))
        || division(text, false).is_some()
        || item(text).is_some()
        || smaller(text)
        || point(text).is_some()
        || annex(text, false).is_some()
        || text.starts_with('【')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_told_from_citations() {
        let read = |text| article(text).map(|a| (a.no.to_string(), a.label, a.rest.to_owned(), a.parted, a.split));
        assert_eq!(read("第一条 甲"), Some(("1".into(), "第一条".into(), "甲".into(), true, false)));
        assert_eq!(read("第十七条之一 甲"), Some(("17-1".into(), "第十七条之一".into(), "甲".into(), true, false)));
        assert_eq!(read("第12条"), Some(("12".into(), "第12条".into(), String::new(), true, false)));
        assert_eq!(read("第一百二十八 条侦"), Some(("128".into(), "第一百二十八条".into(), "侦".into(), false, true)));
        assert_eq!(read("第三人不参加"), None);
        assert_eq!(read("第一款"), None);
        assert!(cites("的规定") && !cites("为了"));
    }

    #[test]
    fn headings_items_points_and_annexes() {
        let read = |text| division(text, false).map(|h| (h.rank, h.number, h.label, h.heading));
        assert_eq!(read("第一章 总 则"), Some((Rank::Chapter, 1, "第一章".into(), "总则".into())));
        assert_eq!(read("第三分编 准 合 同"), Some((Rank::Subpart, 3, "第三分编".into(), "准合同".into())));
        assert_eq!(read("第四节 技术咨询合同"), Some((Rank::Section, 4, "第四节".into(), "技术咨询合同".into())));
        assert_eq!(read("第一章的规定适用于此"), None);
        assert_eq!(item("（一）甲"), Some((1, "甲")));
        assert_eq!(item("(十二) 甲"), Some((12, "甲")));
        assert_eq!(item("（1）甲"), None);
        assert_eq!(item("（试行）甲"), None);
        assert!(smaller("1.甲") && smaller("（1）甲") && smaller("①甲") && smaller("a)甲"));
        assert!(!smaller("1.5倍") && !smaller("2024年") && !smaller("（一）"));
        assert_eq!(point("十一、甲"), Some((11, "十一、", "甲")));
        assert_eq!(point("一级保护区"), None);
        assert_eq!(annex("附件一：目录", false), Some(("附件一".into(), "目录")));
        assert_eq!(annex("附：", false), Some(("附".into(), "")));
        assert_eq!(annex("附则", false), None);
        assert_eq!(annex("附件所列名单", false), None);
    }
}
