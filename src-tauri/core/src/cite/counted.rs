//! 条, 款 and 项 also count things: 第三条道路, 第三款产品, 第二项任务. Such words name no place.

use super::list::after_sign;
use super::place::Part;

/// What may follow a number that counts things rather than naming a 条.
const ARTICLES: [&str; 36] = [
    "件",
    "款",
    "例",
    "约",
    "文",
    "目",
    "码",
    "路",
    "线",
    "船",
    "街",
    "河",
    "江",
    "腿",
    "狗",
    "蛇",
    "鱼",
    "战线",
    "道路",
    "跑道",
    "生产线",
    "航线",
    "通道",
    "产线",
    "铁路",
    "公路",
    "高速",
    "地铁",
    "建议",
    "理由",
    "经验",
    "消息",
    "措施",
    "底线",
    "红线",
    "途径",
];

/// The same for 款.
const PARAGRAPHS: [&str; 17] = [
    "项", "式", "产品", "车", "游戏", "手机", "机型", "应用", "软件", "新品", "药", "贷款", "服装", "玩具", "模型",
    "作品", "型号",
];

/// The same for 项.
const ITEMS: [&str; 14] =
    ["目", "工作", "任务", "内容", "议程", "议题", "议案", "课题", "工程", "纪录", "比赛", "诉讼请求", "指标", "成果"];

/// For 项 also these, but not in a text of articles: there 第一项措施 are the measures of an item.
const ITEMS_ELSEWHERE: [&str; 16] = [
    "措施", "技术", "服务", "业务", "检查", "试验", "研究", "专利", "发明", "计划", "活动", "改革", "政策", "建议",
    "测试", "请求",
];

/// What only seems to begin with one of these: 第三条约定的期限, 第三条例外.
const PLACES: [&str; 6] = ["约定", "约束", "例外", "例如", "文字", "线索"];

/// Whether what stands at `at`, after the sign of a part, is counted by it; `articles` tells that the text is one of articles.
pub(super) fn things(chars: &[char], at: usize, articles: bool) -> bool {
    let Some(part) = at.checked_sub(1).and_then(|sign| Part::of_sign(chars[sign])) else { return false };
    let words: &[&str] = match part {
        Part::Article => &ARTICLES,
        Part::Paragraph => &PARAGRAPHS,
        Part::Item => &ITEMS,
        Part::Point => &["标", "录", "的地"],
    };
    let elsewhere: &[&str] = if part == Part::Item && !articles { &ITEMS_ELSEWHERE } else { &[] };
    let stands = |words: &[&str]| words.iter().any(|word| after_sign(chars, at, word).is_some());
    (stands(words) || stands(elsewhere)) && !stands(&PLACES)
}

/// Whether 前条, 前款 or 前项 before `at` is only the beginning of another word: 目前条件, 以前项目.
pub(super) fn word(chars: &[char], at: usize) -> bool {
    let rest = chars.get(at..at.saturating_add(1)).unwrap_or(&[]);
    match at.checked_sub(1).and_then(|sign| Part::of_sign(chars[sign])) {
        Some(Part::Article) => matches!(rest, ['件' | '款' | '例' | '约' | '文' | '目' | '码']),
        Some(Part::Paragraph) => matches!(rest, ['项' | '式']),
        Some(Part::Item) => matches!(rest, ['目']),
        _ => false,
    }
}
