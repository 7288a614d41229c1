//! What a text says of itself: its kind, who issued it, its number and its days.

use super::dates;
use super::head;
use crate::model::{Chapter, Kind, Unit};

/// Provinces, autonomous regions and municipalities, as local titles begin.
const PLACES: [&str; 33] = [
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
    "深圳",
    "厦门",
];

/// Folders of public collections that tell what is in them.
const FOLDERS: [(&str, Kind); 9] = [
    ("地方性法规", Kind::LocalRegulation),
    ("地方法规", Kind::LocalRegulation),
    ("行政法规", Kind::AdministrativeRegulation),
    ("部门规章", Kind::DepartmentalRule),
    ("司法解释", Kind::JudicialInterpretation),
    ("指导性案例", Kind::TypicalCase),
    ("典型案例", Kind::TypicalCase),
    ("案例", Kind::TypicalCase),
    ("法律", Kind::Statute),
];

const COURTS: [&str; 2] = ["最高人民法院", "最高人民检察院"];

/// Who issued it, as far as title, history and folders tell; empty when they do not.
pub(super) fn issuing_body(title: &str, history: &[String], folders: &[&str]) -> String {
    if let Some((before, _)) = title.split_once("关于").filter(|(before, _)| is_body(before)) {
        return before.trim().trim_start_matches("中华人民共和国").replace(' ', "、");
    }
    for line in history {
        let text = line.trim_start_matches(['（', '(']);
        let told = dates::first(text).map_or(text, |(_, rest)| rest).trim_start_matches(['起', ' ', '，', '由', '经']);
        if let Some(body) = body_of(told) {
            return body;
        }
    }
    let rules = folders.iter().rposition(|folder| *folder == "部门规章");
    if let Some(body) = rules.and_then(|at| folders.get(at + 1)) {
        return (*body).to_owned();
    }
    String::new()
}

/// `北京市第十五届人民代表大会常务委员会第三次会议通过`: without the number of its term, and what it did.
fn body_of(told: &str) -> Option<String> {
    let mut name = told;
    for end in [
        "令第",
        "令 第",
        "令〔",
        "公告",
        "第一次会议",
        "次会议",
        "审判委员会",
        "检察委员会",
        "通过",
        "公布",
        "发布",
        "令",
        "批准",
        "修订",
        "颁布",
        "制定",
    ] {
        if let Some(at) = name.find(end) {
            name = &name[..at];
        }
    }
    let mut body = String::new();
    for (part, first) in name.split('第').zip(std::iter::once(true).chain(std::iter::repeat(false))) {
        body.push_str(if first { part } else { part.split_once('届').map_or("", |(_, rest)| rest) });
    }
    let body: String = body.chars().filter(|c| !c.is_whitespace()).collect();
    let body = body.trim_start_matches("中华人民共和国").to_owned();
    is_body(&body).then_some(body)
}

fn is_body(name: &str) -> bool {
    const ENDS: [&str; 13] =
        ["国务院", "法院", "检察院", "部", "总局", "委员会", "大会", "政府", "办公室", "局", "署", "总行", "办公厅"];
    let bare = name.trim();
    let length = bare.chars().count();
    (2..=60).contains(&length) && ENDS.iter().any(|end| bare.ends_with(end)) && !bare.contains(['，', '。', '《'])
}

/// What kind of document it is; `None` when nothing tells.
pub(super) fn kind(title: &str, body: &str, folders: &[&str]) -> Option<Kind> {
    let told =
        folders.iter().rev().find_map(|f| FOLDERS.iter().find(|(name, _)| f.contains(name)).map(|(_, kind)| *kind));
    if told.is_some() {
        return told;
    }
    let bare = title.trim_start_matches("中华人民共和国");
    let national = title != bare;
    let local =
        PLACES.iter().any(|place| bare.starts_with(place)) || PLACES.iter().any(|place| body.starts_with(place));
    let congress = body.contains("人民代表大会");
    Some(match () {
        () if COURTS.iter().any(|court| body.starts_with(court) || bare.starts_with(court))
            || bare.starts_with("人民检察院") =>
        {
            Kind::JudicialInterpretation
        }
        () if local || congress && !body.starts_with("全国") => Kind::LocalRegulation,
        () if congress => Kind::Statute,
        () if body.starts_with("国务院") && !body.contains('部') => Kind::AdministrativeRegulation,
        () if national && (bare.ends_with('法') || bare.ends_with("法典")) => Kind::Statute,
        () if national && (bare.ends_with("条例") || bare.ends_with("细则")) => Kind::AdministrativeRegulation,
        () if !body.is_empty()
            && (body.ends_with(['部', '局', '署']) || body.ends_with("委员会") || body.ends_with("办公室")) =>
        {
            Kind::DepartmentalRule
        }
        () if bare.ends_with("刑法")
            || bare.ends_with("法典")
            || bare.starts_with("刑法修正案")
            || bare.starts_with("宪法") =>
        {
            Kind::Statute
        }
        () if bare.ends_with('法') && !bare.ends_with("办法") && !bare.ends_with("方法") => Kind::Statute,
        () if bare.ends_with("条例") && bare.chars().count() <= 30 => Kind::AdministrativeRegulation,
        () => return None,
    })
}

/// Its number: 国务院令第766号, 法释〔2023〕12号; empty when no line names one.
pub(super) fn document_number(history: &[String]) -> String {
    let of_line = |line: &String| {
        let text = line.trim_matches(['（', '）', '(', ')']);
        if head::is_number(text) && text.chars().nth(30).is_none() {
            return Some(text.replace(' ', ""));
        }
        let start = text.find("国务院令").or_else(|| text.find("法释")).or_else(|| text.find("高检发"))?;
        let end = text[start..].find('号')? + '号'.len_utf8();
        let number = text[start..start + end].replace(' ', "");
        (number.chars().count() <= 30).then_some(number)
    };
    history.iter().find_map(of_line).unwrap_or_default()
}

/// The days of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Days {
    /// When it was first passed or promulgated.
    pub(super) promulgated: Option<String>,
    /// When it was last amended.
    pub(super) amended: Option<String>,
    /// When it took effect.
    pub(super) effective: Option<String>,
    /// The file name gives a day that the text does not know.
    pub(super) other: bool,
}

/// Reads the days from the history and the file name.
pub(super) fn days(history: &[String], named: Option<&str>, chapters: &[Chapter]) -> Days {
    let mut days = Days::default();
    let changed = |line: &str| ["修正", "修订", "修改"].iter().any(|word| line.contains(word));
    // A line that only says since when tells neither.
    let told: Vec<(String, &String)> = history.iter().filter_map(|line| Some((dates::first(line)?.0, line))).collect();
    let (force, told): (Vec<_>, Vec<_>) = told.into_iter().partition(|(_, line)| in_force_only(line));
    // Made known counts before approved, approved before passed.
    let made = |line: &str| {
        let words = [&["公布", "发布", "颁布"][..], &["批准"], &["通过", "制定"]];
        words.iter().position(|words| words.iter().any(|word| line.contains(word))).unwrap_or(words.len())
    };
    let first = told.iter().map(|(day, _)| day.clone()).min();
    let original = told.iter().filter(|(day, line)| !changed(line) || Some(day) == first.as_ref());
    days.promulgated = original.min_by_key(|(day, line)| (made(line), day.clone())).map(|(day, _)| day.clone());
    // One line may tell of all: 2001年…公布 2014年…修订.
    let every =
        history.iter().filter(|line| changed(line) || line.contains("修正案")).flat_map(|line| dates::all(line));
    days.amended = every.max().filter(|day| Some(day) > days.promulgated.as_ref());
    if let Some(named) = named {
        let last = days.amended.clone().max(days.promulgated.clone());
        match last {
            None => days.promulgated = Some(named.to_owned()),
            // Made known some weeks after it was passed.
            Some(last) if soon_after(&last, named) => {
                if days.amended.is_none() {
                    days.promulgated = Some(named.to_owned());
                }
            }
            Some(last) => days.other = last != named,
        }
    }
    let told_force = force.iter().map(|(day, _)| day.clone()).max();
    days.effective = effective(chapters, days.promulgated.as_deref()).or(told_force);
    days
}

/// `2013年9月1日 施行`.
fn in_force_only(line: &str) -> bool {
    let made = ["公布", "发布", "颁布", "通过", "批准", "修", "制定", "会议", "令", "号"];
    ["施行", "实施", "生效"].iter().any(|word| line.contains(word)) && !made.iter().any(|word| line.contains(word))
}

/// Most days between passing a text and making it known.
const WEEKS_LATER: i64 = 120;

/// Whether one day follows another within some weeks. Months count 31 days.
fn soon_after(before: &str, after: &str) -> bool {
    let count = |day: &str| {
        let mut parts = day.split('-').filter_map(|part| part.parse::<i64>().ok());
        Some(parts.next()? * 372 + parts.next()? * 31 + parts.next()?)
    };
    match (count(before), count(after)) {
        (Some(before), Some(after)) => (1..=WEEKS_LATER).contains(&(after - before)),
        _ => false,
    }
}

/// `本条例自2024年1月1日起施行。` in one of the last articles; 公布之日 is the day of promulgation.
fn effective(chapters: &[Chapter], promulgated: Option<&str>) -> Option<String> {
    let articles =
        chapters.iter().rev().flat_map(|c| c.passages.iter().rev()).filter(|p| matches!(p.unit, Unit::Article { .. }));
    let mut found: Vec<String> = Vec::new();
    for passage in articles.take(3) {
        for line in passage.paragraphs.iter().flat_map(|p| std::iter::once(&p.text).chain(&p.items)) {
            for (at, word) in line.text.match_indices('起') {
                let after = line.text[at + word.len()..].trim_start();
                if !["施行", "实施", "执行", "生效", "实行"].iter().any(|verb| after.starts_with(verb)) {
                    continue;
                }
                let Some(from) = line.text[..at].rfind('自') else { continue };
                let between = &line.text[from + '自'.len_utf8()..at];
                if let Some((day, _)) = dates::first(between).filter(|(_, rest)| rest.trim().is_empty()) {
                    found.push(day);
                } else if ["公布之日", "发布之日", "颁布之日", "通过之日"].contains(&between.trim())
                    && let Some(day) = promulgated
                {
                    found.push(day.to_owned());
                }
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    found.dedup();
    found.pop().filter(|_| found.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_and_kinds_are_told_by_history_title_and_folder() {
        for (line, body) in [
            ("1991年9月4日 第七届全国人民代表大会常务委员会第二十一次会议通过", "全国人民代表大会常务委员会"),
            ("2019年1月2日北京市第十五届人民代表大会常务委员会第三次会议通过", "北京市人民代表大会常务委员会"),
            ("2023年10月16日 中华人民共和国国务院令第766号公布", "国务院"),
            ("（2019年6月3日最高人民法院审判委员会第1770次会议通过）", "最高人民法院"),
        ] {
            assert_eq!(issuing_body("某", &[line.to_owned()], &[]), body, "{line}");
        }
        let body = "最高人民法院、最高人民检察院";
        assert_eq!(issuing_body("最高人民法院 最高人民检察院关于某事的解释", &[], &[]), body);
        assert_eq!(issuing_body("某", &[], &["部门规章", "公安部"]), "公安部");
        for (title, body, folder, expected) in [
            ("中华人民共和国某法", "", "", Some(Kind::Statute)),
            ("某条例", "国务院", "", Some(Kind::AdministrativeRegulation)),
            ("某规定", "公安部", "", Some(Kind::DepartmentalRule)),
            ("北京市某条例", "", "", Some(Kind::LocalRegulation)),
            ("某市某办法", "某市人民代表大会常务委员会", "", Some(Kind::LocalRegulation)),
            ("某", "", "司法解释", Some(Kind::JudicialInterpretation)),
            ("某攻略", "", "", None),
        ] {
            assert_eq!(kind(title, body, &[folder]), expected, "{title}");
        }
    }
}
