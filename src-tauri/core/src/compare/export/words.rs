//! What both files say, in both languages.

use super::super::articles::PairVerdict;
use crate::cite::{layer_name, layer_note, status_name};
use crate::model::{Lang, Layer};
use crate::wire::{CompareRow, CompareView, ComparedText};

pub(super) fn title(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "条文对照" } else { "Comparison of provisions" }
}

/// The heads of the columns.
pub(super) fn heads(view: &CompareView, lang: Lang) -> [String; 3] {
    let third = if lang == Lang::Zh { "对照结果" } else { "Result" };
    [&view.old, &view.new]
        .map(|side| name(side, lang))
        .into_iter()
        .chain([third.to_owned()])
        .collect::<Vec<_>>()
        .try_into()
        .unwrap_or_default()
}

/// 《未成年人网络保护条例》第四十六条.
fn name(side: &ComparedText, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("《{}》{}", side.title.zh, side.label.zh),
        Lang::En if side.label.en.is_empty() => side.title.en.clone(),
        Lang::En => format!("{}, {}", side.title.en, side.label.en),
    }
}

/// What is compared: name, dates, status and layer of both sides.
pub(super) fn sides(view: &CompareView, lang: Lang) -> [String; 2] {
    [&view.old, &view.new].map(|side| {
        let (promulgated, effective, amended) = match lang {
            Lang::Zh => ("公布", "施行", "修正"),
            Lang::En => ("promulgated ", "in force from ", "amended "),
        };
        let dated = |what: &str, date: Option<String>| {
            date.map(|date| if lang == Lang::Zh { format!("{date}{what}") } else { format!("{what}{date}") })
        };
        let dates = [
            dated(promulgated, side.promulgated_on.clone()),
            dated(effective, side.effective_on.clone()),
            dated(amended, side.amended_on.as_ref().map(ToString::to_string)),
        ];
        let facts = dates
            .into_iter()
            .flatten()
            .chain([status_name(side.status, lang).to_owned(), layer_name(side.layer, lang).to_owned()]);
        let facts = facts.collect::<Vec<_>>().join(if lang == Lang::Zh { "，" } else { ", " });
        match lang {
            Lang::Zh => format!("{}（{facts}）", name(side, lang)),
            Lang::En => format!("{} ({facts})", name(side, lang)),
        }
    })
}

/// What must be said of the words compared: whose they are, what was ignored.
pub(super) fn warnings(view: &CompareView, lang: Lang) -> Vec<String> {
    let mut layers: Vec<Layer> = vec![view.old.layer, view.new.layer];
    layers.dedup();
    let notes = layers.into_iter().filter(|layer| *layer != Layer::Official).map(|layer| layer_note(layer, lang));
    let mut warnings: Vec<String> = match lang {
        Lang::Zh => notes.map(|note| format!("注意：{note}。")).collect(),
        Lang::En => notes.map(|note| format!("Note: {note}.")).collect(),
    };
    if view.ignore_punctuation {
        warnings.push(match lang {
            Lang::Zh => "标点、空格和全角半角的差别没有计入。".to_owned(),
            Lang::En => "Differences of punctuation, blanks and width are not counted.".to_owned(),
        });
    }
    warnings
}

/// 修改 3，新增 1.
pub(super) fn counts(view: &CompareView, lang: Lang) -> String {
    let told = view.counts.iter().map(|count| format!("{} {}", verdict_name(count.verdict, lang), count.count));
    told.collect::<Vec<_>>().join(if lang == Lang::Zh { "，" } else { ", " })
}

/// What became of articles, in words.
pub fn verdict_name(verdict: PairVerdict, lang: Lang) -> &'static str {
    match (lang, verdict) {
        (Lang::Zh, PairVerdict::Same) => "相同",
        (Lang::Zh, PairVerdict::Renumbered) => "仅条号变动",
        (Lang::Zh, PairVerdict::Changed) => "修改",
        (Lang::Zh, PairVerdict::Added) => "新增",
        (Lang::Zh, PairVerdict::Removed) => "删除",
        (Lang::Zh, PairVerdict::Split) => "拆分",
        (Lang::Zh, PairVerdict::Merged) => "合并",
        (Lang::En, PairVerdict::Same) => "same",
        (Lang::En, PairVerdict::Renumbered) => "renumbered only",
        (Lang::En, PairVerdict::Changed) => "changed",
        (Lang::En, PairVerdict::Added) => "added",
        (Lang::En, PairVerdict::Removed) => "removed",
        (Lang::En, PairVerdict::Split) => "split",
        (Lang::En, PairVerdict::Merged) => "merged",
    }
}

/// The result of a row; for several articles how many.
pub(super) fn result(row: &CompareRow, lang: Lang) -> String {
    match (lang, row.count) {
        (_, 1) => verdict_name(row.verdict, lang).to_owned(),
        (Lang::Zh, count) => format!("{}（{count}条）", verdict_name(row.verdict, lang)),
        (Lang::En, count) => format!("{} ({count} articles)", verdict_name(row.verdict, lang)),
    }
}
