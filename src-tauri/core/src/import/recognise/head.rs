//! The head of a text: its title, how it came about, its number.

use super::dates;
use super::label;
use super::lines::Line;
use crate::import::repair::{DoubtKind, RepairKind, Repairs};
use crate::import::source::Shape;

/// What stands before the text proper.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The title; empty when there is none.
    pub(super) title: String,
    /// The part of a larger text that this file holds: 人格权编.
    pub(super) part: Option<String>,
    /// Lines that tell how the text came about.
    pub(super) history: Vec<String>,
    /// What is doubtful about it.
    pub(super) doubt: Option<DoubtKind>,
    /// Number of lines it takes.
    pub(super) taken: usize,
}

/// How titles end.
const ENDS: [&str; 34] = [
    "法",
    "法典",
    "条例",
    "规定",
    "办法",
    "解释",
    "决定",
    "通知",
    "意见",
    "规则",
    "细则",
    "规范",
    "批复",
    "标准",
    "方案",
    "公告",
    "决议",
    "案",
    "纲要",
    "答复",
    "解答",
    "准则",
    "章程",
    "通则",
    "制度",
    "纪要",
    "守则",
    "指引",
    "安排",
    "复函",
    "议定书",
    "目录",
    "修正案",
    "规程",
];

/// Most lines that a title is spread over.
const TITLE_LINES: usize = 4;

/// Longest title, in characters.
const LONGEST_TITLE: usize = 150;

/// Reads the head. `marked` of the lines are head by the file's own mark.
pub(super) fn read(lines: &[Line], marked: usize, stem: &str, repairs: &mut Repairs) -> Head {
    let mut head = Head::default();
    let mut at = 0;
    // Numbers and dates may stand above the title.
    while let Some(line) = lines.get(at).filter(|line| line.shape == Shape::Plain && origin(&line.text)) {
        head.history.push(line.text.clone());
        at += 1;
    }
    at += title(&lines[at..], stem, &mut head);
    let mut open = false;
    while let Some(line) = lines.get(at) {
        let text = &line.text;
        match line.shape {
            Shape::Heading(1) if head.part.is_none() && at < marked && !same(text, &head.title) => {
                head.part = Some(label::close_up(text));
            }
            _ if line.row <= marked => head.history.push(text.clone()),
            Shape::Heading(_) | Shape::Row => break,
            _ if origin(text) || open => head.history.push(text.clone()),
            _ => match repeated(&lines[at..], &head.title) {
                Some(count) => {
                    lines[at..at + count].iter().for_each(|l| repairs.line(RepairKind::RepeatedTitle, &l.text));
                    at += count;
                    continue;
                }
                None => break,
            },
        }
        open = (open || text.starts_with(['（', '('])) && !text.ends_with(['）', ')']) && line.row > marked;
        at += 1;
    }
    head.taken = at;
    head
}

/// Finds the title at the start of `lines`; returns how many lines it takes.
fn title(lines: &[Line], stem: &str, head: &mut Head) -> usize {
    if let Some(first) = lines.first().filter(|line| matches!(line.shape, Shape::Heading(_)))
        && !opens_text(first)
    {
        head.title.clone_from(&first.text);
        return 1;
    }
    let mut joined = String::new();
    let mut found = None;
    for (line, count) in lines.iter().take(TITLE_LINES).zip(1..) {
        if line.shape == Shape::Row || opens_text(line) || origin(&line.text) || line.text.contains(['。', '；']) {
            break;
        }
        joined.push_str(&line.text);
        if joined.chars().count() > LONGEST_TITLE {
            break;
        }
        let whole = same(&joined, stem);
        if whole || ends_like_a_title(&joined) {
            found = Some((joined.clone(), count));
        }
        // 某某办法 in one line, or issuer and subject in two: the first line that ends like a title closes it.
        if whole || found.is_some() {
            break;
        }
    }
    let (title, count) = found.unwrap_or_else(|| {
        let lone = lines.first().filter(|line| {
            !opens_text(line)
                && line.shape == Shape::Plain
                && line.text.chars().nth(40).is_none()
                && !line.text.ends_with(['。', '；', '：', '，'])
        });
        lone.map_or((String::new(), 0), |line| (line.text.clone(), 1))
    });
    if title.is_empty() {
        head.title = stem.to_owned();
        head.doubt = Some(DoubtKind::NoTitle);
    } else {
        head.title = title;
    }
    count
}

/// Whether the text proper begins with this line.
fn opens_text(line: &Line) -> bool {
    let text = &line.text;
    label::starts_anew(text) || is_contents(text) || label::division(text, true).is_some()
}

/// 目录, however it is spread.
pub(super) fn is_contents(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(bare.as_str(), "目录" | "目次" | "目録" | "【目录】")
}

/// How many of the lines repeat the title, together or the first alone.
fn repeated(lines: &[Line], title: &str) -> Option<usize> {
    let wanted = bare(title);
    let mut joined = String::new();
    for (line, count) in lines.iter().take(TITLE_LINES).zip(1..) {
        joined.push_str(&bare(&line.text));
        if joined == wanted {
            return Some(count);
        }
        if !wanted.starts_with(&joined) {
            return None;
        }
    }
    None
}

/// Whether two titles differ in blanks, width and marks only.
pub(super) fn same(one: &str, other: &str) -> bool {
    bare(one) == bare(other)
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn ends_like_a_title(text: &str) -> bool {
    let bare = text.trim_end();
    let inner = match bare.strip_suffix(['）', ')']) {
        Some(rest) => rest.rfind(['（', '(']).map_or(bare, |at| bare[..at].trim_end()),
        None => bare,
    };
    ENDS.iter().any(|end| inner.ends_with(end)) && inner.chars().count() > 2
}

/// Words of lines that tell how a text came about.
const EVENTS: [&str; 22] = [
    "通过", "公布", "发布", "修订", "修正", "修改", "批准", "印发", "颁布", "制定", "施行", "实施", "会议", "令",
    "批复", "生效", "废止", "号", "公告", "起草", "决定", "签署",
];

/// Whether a line tells how the text came about: it has a day and an event, or is a number.
pub(super) fn origin(text: &str) -> bool {
    if label::starts_anew(text) && !text.starts_with(['（', '(']) {
        return false;
    }
    let short = text.chars().nth(60).is_none();
    let dated = dates::first(text).is_some();
    let told = dated && EVENTS.iter().any(|event| text.contains(event));
    let bracketed = text.starts_with(['（', '(']) && dated;
    bracketed
        || (told && (!text.ends_with('。') || text.chars().nth(120).is_none() && starts_with_date(text)))
        || (short && is_number(text))
        || (short && dated && text.chars().nth(16).is_none())
}

fn starts_with_date(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || "一二".contains(c))
}

/// 法释〔2023〕12号, 国务院令第766号, 第12号.
pub(super) fn is_number(text: &str) -> bool {
    let bare = text.trim_matches(['（', '）', '(', ')']);
    let ends = bare.ends_with('号') && bare.chars().any(|c| c.is_numeric());
    ends && (bare.contains(['〔', '[', '［', '【', '﹝']) || bare.contains("令") || bare.contains('第'))
        && !bare.contains(['，', '。'])
}
