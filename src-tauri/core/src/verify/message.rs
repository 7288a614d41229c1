//! Verdicts in words, in both languages.

use crate::model::{Bilingual, Lang};
use crate::wire::{FindingKind, Reach, Reason, Tally, Verdict};

/// What a verdict is called.
pub fn verdict_name(verdict: Verdict, lang: Lang) -> &'static str {
    let (zh, en) = match verdict {
        Verdict::Right => ("无误", "right"),
        Verdict::Missing => ("编号不存在", "no such number"),
        Verdict::Differs => ("文字不符", "wording differs"),
        Verdict::Outdated => ("请核对版本", "check the version"),
        Verdict::Mismatched => ("案名与编号不符", "name and number differ"),
        Verdict::Elsewhere => ("出处不符", "stands elsewhere"),
        Verdict::Restated => ("引自整理稿", "quoted from a restatement"),
        Verdict::Unconfirmed => ("无法确认", "cannot be confirmed"),
        Verdict::Outside => ("馆外", "not on board"),
        Verdict::Ambiguous => ("指向不明", "ambiguous"),
        Verdict::Unchecked => ("未核对", "not checked"),
    };
    if lang == Lang::Zh { zh } else { en }
}

/// A verdict in a sentence. `about` is what it names beyond the place.
pub(super) fn message(reason: Reason, about: &Bilingual) -> Bilingual {
    Bilingual::of(|lang| {
        let about = about.get(lang);
        let note = |text: &str| {
            if about.is_empty() {
                text.to_owned()
            } else {
                format!("{text}{}{about}", if lang == Lang::Zh { "" } else { " " })
            }
        };
        let (zh, en) = sentence(reason);
        let text = if lang == Lang::Zh { zh } else { en };
        match reason {
            Reason::Repealed | Reason::Superseded | Reason::NotYetEffective | Reason::CheckVersion => note(text),
            _ => text.replace("{}", about),
        }
    })
}

/// The sentence for a reason; `{}` is what it is about.
fn sentence(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::Exists => ("馆内有这一处，所在文本现行有效。", "The place exists and its text is in force."),
        Reason::Carried => (
            "这里没有写法律名称，按前文唯一提到的法律核对：这一处存在，文本现行有效。",
            "No law is named here; taken as the only one named before: the place exists and its text is in force.",
        ),
        Reason::Official => ("与馆内官方文本逐字一致。", "Letter for letter the official wording on board."),
        Reason::Punctuation => (
            "文字与馆内官方文本一致，标点或者全角半角不同。",
            "The letters are those of the official wording on board; punctuation or width differs.",
        ),
        Reason::Fingerprint => (
            "整条文字与官方文本的指纹一致，逐字无误。",
            "The whole article, letter for letter: its fingerprint is that of the official wording.",
        ),
        Reason::Name => ("这是所引文本或者案例的名称。", "It is the name of the text or case cited."),
        Reason::NoArticle => ("没有这一条：最后一条是{}。", "There is no such article: the last one is {}."),
        Reason::NoParagraph => ("没有这一款：{}。", "There is no such paragraph: {}."),
        Reason::NoItem => ("没有这一项：{}。", "There is no such item: {}."),
        Reason::NoCase => (
            "馆内没有这个编号的指导性案例，已知的最大编号是{}；可能是笔误，也可能是新近发布，请核对。",
            "No guiding case of this number is known here; the highest known is {}. A slip, or a newer case: check it.",
        ),
        Reason::Repealed => ("所引文本已经废止。", "The text cited was repealed."),
        Reason::Superseded => (
            "所引文本已经修改，馆内不是现行版本。",
            "The text cited was amended; the version on board is not the one in force.",
        ),
        Reason::NotYetEffective => ("所引文本尚未施行。", "The text cited is not yet in force."),
        Reason::CheckVersion => (
            "请核对版本：已知有更新的版本，或者效力没有核实。",
            "Check the version: a newer one is known, or whether it is in force was not checked.",
        ),
        Reason::OtherVersion => (
            "草稿写的是{}年的版本，馆内是另一版本；条号和内容可能不同，请核对。",
            "The draft names the version of {}; the one on board is another. Numbers and words may differ.",
        ),
        Reason::OtherCase => ("案名与编号不符：{}是另一编号。", "Name and number differ: {} has another number."),
        Reason::Wording => {
            ("引文与官方文本不一致，差别见下。", "The words differ from the official wording, as shown.")
        }
        Reason::NotThere => ("所引之处没有这样的文字。", "No such words stand in the place cited."),
        Reason::Figures => (
            "引文里的数额或者期限，所引条文里没有；馆内没有官方文本，其余文字无法确认。",
            "An amount or period in the words is not in the article cited; the official wording is not on board to confirm the rest.",
        ),
        Reason::OtherPlace => {
            ("这段文字不在所引之处，见于另一处。", "The words do not stand in the place cited but in another.")
        }
        Reason::Restatement => (
            "文字与本程序的整理稿一致。整理稿不是官方文本，馆内没有官方文本可以核对，不能当作法条原文引用。",
            "The words stand in our own restatement, which is not official; the official wording is not on board. Do not quote them as the law's.",
        ),
        Reason::NoOfficial => (
            "馆内没有官方文本，无法确认引文与原文一致。",
            "The official wording is not on board: whether these are its words cannot be confirmed.",
        ),
        Reason::UnknownText => {
            ("馆内没有《{}》，也不知道这个名称，无法核对。", "'{}' is not known here and cannot be checked.")
        }
        Reason::NotAboard => ("馆内没有《{}》，无法核对。", "'{}' is not on board and cannot be checked."),
        Reason::NotSelected => (
            "《{}》只选收了部分条文，这一条不在其中，无法核对。",
            "Only selected articles of {} are on board, and this is none of them.",
        ),
        Reason::CaseNotAboard => ("馆内没有收这个案例，无法核对。", "The case is not on board and cannot be checked."),
        Reason::SeveralTexts => {
            ("不止一个文本叫“{}”，请写全称。", "Several texts are called '{}': write the full title.")
        }
        Reason::NoTextNamed => {
            ("只有条号，不能确定是哪部法律。", "A number alone: which law it belongs to is not clear.")
        }
        Reason::OwnText => ("指草稿自己的条文，不核对。", "It refers to the draft's own articles and is not checked."),
        Reason::NoStandpoint => ("不能确定从哪一款、哪一条算起。", "What it is counted from is not clear."),
        Reason::PlaceUnclear => (
            "所引之处不存在、不在馆内或者不明确，引文没有核对。",
            "The place cited does not exist, is not on board or is not clear; the words were not checked.",
        ),
        Reason::NoPlace => ("没有写明出处，引文没有核对。", "No place is named for the words; they were not checked."),
        Reason::Unclosed => {
            ("引号没有配对，引文没有核对。", "The quotation mark has no other half; the words were not checked.")
        }
        Reason::TooMany => (
            "引文太多，超过一次核对的数量，这一处没有查找。",
            "There are more quotations than one check looks up; this one was not looked up.",
        ),
    }
}

/// Why things were not checked, for the statement.
fn gap_name(reason: Reason, lang: Lang) -> &'static str {
    let (zh, en) = match reason {
        Reason::Restatement => ("只与整理稿一致", "only our restatement has the words"),
        Reason::NoOfficial => ("馆内没有官方文本", "the official wording is not on board"),
        Reason::UnknownText => ("名称不为馆内所知", "the title is not known here"),
        Reason::NotAboard => ("文本不在馆内", "the text is not on board"),
        Reason::NotSelected => ("条文不在选收之列", "the article is not among those selected"),
        Reason::CaseNotAboard => ("案例不在馆内", "the case is not on board"),
        Reason::SeveralTexts => ("简称有多个指向", "the short name means several texts"),
        Reason::NoTextNamed => ("没有写明法律", "no law is named"),
        Reason::OwnText => ("指草稿自己的条文", "the draft's own articles"),
        Reason::NoStandpoint => ("相对条款没有着落", "counted from nowhere"),
        Reason::PlaceUnclear => {
            ("出处不存在、不在馆内或者不明确", "the place cited is missing, not on board or not clear")
        }
        Reason::NoPlace => ("没有写明出处", "no place is named"),
        Reason::Unclosed => ("引号没有配对", "the quotation mark is not closed"),
        Reason::TooMany => ("超过一次核对的数量", "more than one check looks up"),
        _ => ("其他", "other"),
    };
    if lang == Lang::Zh { zh } else { en }
}

/// How far the check reached, in words.
pub(super) fn statement(reach: &Reach) -> Bilingual {
    Bilingual::of(|lang| {
        let tally = |name: &str, tally: Tally| {
            let Tally { found, checked, right } = tally;
            match lang {
                Lang::Zh => format!("{name}{found}处，核对{checked}处，其中无误{right}处"),
                Lang::En => format!(
                    "{found} {name}{} found, {checked} checked, {right} right",
                    if found == 1 { "" } else { "s" }
                ),
            }
        };
        let names = if lang == Lang::Zh { ["引注", "引文"] } else { ["citation", "quotation"] };
        let mut lines = vec![tally(names[0], reach.citations), tally(names[1], reach.quotations)];
        if !reach.unchecked.is_empty() {
            let gaps = reach.unchecked.iter().map(|gap| {
                let kind = names[usize::from(gap.kind == FindingKind::Quotation)];
                let (why, count) = (gap_name(gap.reason, lang), gap.count);
                if lang == Lang::Zh {
                    format!("{kind}{count}处（{why}）")
                } else {
                    format!("{count} {kind}{} ({why})", if count == 1 { "" } else { "s" })
                }
            });
            let gaps: Vec<String> = gaps.collect();
            lines.push(if lang == Lang::Zh {
                format!("未能核对：{}", gaps.join("、"))
            } else {
                format!("not checked: {}", gaps.join(", "))
            });
        }
        if reach.other_quotes > 0 {
            let count = reach.other_quotes;
            lines.push(match lang {
                Lang::Zh => format!("另有{count}处引号附近没有引注，按普通用语处理，没有核对"),
                Lang::En => format!(
                    "{count} more in quotation marks with no citation near, taken for ordinary words and not checked"
                ),
            });
        }
        if lang == Lang::Zh { format!("{}。", lines.join("；")) } else { format!("{}.", lines.join("; ")) }
    })
}
