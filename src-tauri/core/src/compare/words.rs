//! The difference of two texts, readable: few pieces, cut where a reader would cut.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};
use serde::{Deserialize, Serialize};

use super::tokens::{Token, tokens};

/// What happened to a piece of text on the way from the old to the new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Change {
    /// It stands in both.
    Same,
    /// It stands in the new text only.
    Added,
    /// It stood in the old text only.
    Removed,
}

/// A piece of text and what happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ChangeRun {
    /// Its characters; of the new text where it stands in both.
    pub text: String,
    /// What happened.
    pub change: Change,
    /// How the old text writes what stands in both, where only something ignored differs; `null` elsewhere.
    pub before: Option<String>,
}

/// What does not count as a difference.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Punctuation, blanks and the width of characters. What is shown stays as it is written.
    pub ignore_punctuation: bool,
}

impl ChangeRun {
    /// The characters of the old text; empty for what was added.
    pub fn before_text(&self) -> &str {
        match self.change {
            Change::Added => "",
            _ => self.before.as_deref().unwrap_or(&self.text),
        }
    }

    /// The characters of the new text; empty for what was removed.
    pub fn after_text(&self) -> &str {
        if self.change == Change::Removed { "" } else { &self.text }
    }
}

/// A change: tokens of the old text that those of the new text replace; one of the two may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hunk {
    old: Range<usize>,
    new: Range<usize>,
}

/// How the new text differs from the old one. The runs make up both texts exactly ([`ChangeRun::before_text`], [`ChangeRun::after_text`]);
/// what was removed stands before what replaced it. Time stays bounded where nothing is alike.
pub fn words(old: &str, new: &str, options: Options) -> Vec<ChangeRun> {
    let (before, after) = (tokens(old, options.ignore_punctuation), tokens(new, options.ignore_punctuation));
    let mut input = InternedInput::default();
    input.update_before(before.iter().map(|token| token.key.as_str()));
    input.update_after(after.iter().map(|token| token.key.as_str()));
    let diff = Diff::compute(Algorithm::Myers, &input);
    let hunks = diff.hunks().map(|hunk| Hunk {
        old: hunk.before.start as usize..hunk.before.end as usize,
        new: hunk.after.start as usize..hunk.after.end as usize,
    });
    let hunks = merged(slid(hunks.collect(), &before, &after), &after);
    runs((old, &before), (new, &after), hunks)
}

/// Moves what was only added or only removed to where a reader would cut: before 、 or after it rather than inside words.
fn slid(mut hunks: Vec<Hunk>, before: &[Token], after: &[Token]) -> Vec<Hunk> {
    for i in 0..hunks.len() {
        let floor = i.checked_sub(1).map_or((0, 0), |last| (hunks[last].old.end, hunks[last].new.end));
        let ceiling = hunks.get(i + 1).map_or((before.len(), after.len()), |next| (next.old.start, next.new.start));
        let hunk = &mut hunks[i];
        let (tokens, range, low, high) = match (hunk.old.is_empty(), hunk.new.is_empty()) {
            (true, false) => (after, &hunk.new, floor.1, ceiling.1),
            (false, true) => (before, &hunk.old, floor.0, ceiling.0),
            _ => continue,
        };
        let length = range.len();
        let mut left = range.start;
        while left > low && tokens[left - 1].key == tokens[left + length - 1].key {
            left -= 1;
        }
        let mut right = range.start;
        while right + length < high && tokens[right].key == tokens[right + length].key {
            right += 1;
        }
        // As far left as possible among equals: 甲、乙 added to 甲 is 、乙.
        let best = (left..=right).rev().max_by_key(|start| tidy(tokens, *start, *start + length)).unwrap_or(left);
        let shift = |range: &Range<usize>, from: usize| {
            (range.start + best).saturating_sub(from)..(range.end + best).saturating_sub(from)
        };
        let from = range.start;
        *hunk = Hunk { old: shift(&hunk.old, from), new: shift(&hunk.new, from) };
    }
    hunks
}

/// How well a piece ends where marks are: both its ends lie beside one, or it carries one of its own.
fn tidy(tokens: &[Token], start: usize, end: usize) -> u32 {
    let mark = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_none_or(|token| !token.ink);
    let stop = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.key.as_str(), "。" | "；" | "\n"));
    let before = mark(start.checked_sub(1));
    u32::from(before) * 2
        + u32::from(mark(Some(end)) || mark(end.checked_sub(1)))
        + u32::from(before && stop(end - 1)) * 2
}

/// Joins changes that a few equal characters part: 父母→监护人 rather than a rain of single characters.
fn merged(hunks: Vec<Hunk>, after: &[Token]) -> Vec<Hunk> {
    let mut joined: Vec<Hunk> = Vec::new();
    for hunk in hunks {
        if let Some(last) = joined.last_mut() {
            let island = after[last.new.end..hunk.new.start].iter().filter(|token| token.ink).count();
            let size = |hunk: &Hunk| hunk.old.len().max(hunk.new.len());
            let least = size(last).min(size(&hunk));
            if island <= 1 || (island < 6 && least >= 1 << island) {
                (last.old.end, last.new.end) = (hunk.old.end, hunk.new.end);
                continue;
            }
        }
        joined.push(hunk);
    }
    joined
}

fn runs((old, before): (&str, &[Token]), (new, after): (&str, &[Token]), hunks: Vec<Hunk>) -> Vec<ChangeRun> {
    let mut runs = Vec::new();
    let mut push = |change, text: &str, before: Option<&str>| {
        if !text.is_empty() || before.is_some_and(|before| !before.is_empty()) {
            let before = before.filter(|before| *before != text).map(str::to_owned);
            runs.push(ChangeRun { text: text.to_owned(), change, before });
        }
    };
    let (mut a, mut b) = (0, 0);
    let end = Hunk { old: before.len()..before.len(), new: after.len()..after.len() };
    for hunk in hunks.into_iter().chain([end]) {
        push(Change::Same, slice(new, after, b..hunk.new.start), Some(slice(old, before, a..hunk.old.start)));
        push(Change::Removed, slice(old, before, hunk.old.clone()), None);
        push(Change::Added, slice(new, after, hunk.new.clone()), None);
        (a, b) = (hunk.old.end, hunk.new.end);
    }
    runs
}

fn slice<'a>(text: &'a str, tokens: &[Token], range: Range<usize>) -> &'a str {
    match tokens.get(range) {
        Some([first, .., last]) => &text[first.range.start..last.range.end],
        Some([only]) => &text[only.range.clone()],
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// 同[旧→新]同.
    fn told(old: &str, new: &str, ignore_punctuation: bool) -> String {
        let runs = words(old, new, Options { ignore_punctuation });
        let told = runs.iter().map(|run| match run.change {
            Change::Same => run.text.clone(),
            Change::Removed => format!("[-{}]", run.text),
            Change::Added => format!("[+{}]", run.text),
        });
        told.collect()
    }

    #[test]
    fn differences_are_readable() {
        for (old, new, expected) in [
            ("借书证有效期为一年。", "借书证有效期为两年。", "借书证有效期为[-一][+两]年。"),
            ("2020年颁发", "2024年颁发", "[-2020][+2024]年颁发"),
            ("读者、馆员", "读者、志愿者、馆员", "读者、[+志愿者、]馆员"),
            ("读者的父母应当陪同", "读者的监护人应当陪同", "读者的[-父母][+监护人]应当陪同"),
            ("甲乙丙丁戊", "子丑丙寅卯", "[-甲乙丙丁戊][+子丑丙寅卯]"),
            ("", "新增", "[+新增]"),
            ("删去", "", "[-删去]"),
            ("一样", "一样", "一样"),
            ("the old card", "the new card", "the [-old][+new] card"),
            ("第一句。第三句。", "第一句。第二句。第三句。", "第一句。[+第二句。]第三句。"),
        ] {
            assert_eq!(told(old, new, false), expected);
        }
    }

    #[test]
    fn punctuation_and_width_may_be_ignored() {
        assert_eq!(told("借书证，有效期１年", "借书证有效期1年。", true), "借书证有效期1年。");
        assert_eq!(told("（一）借书证；", "(一)借书卡;", true), "(一)借书[-证；][+卡;]");
        assert_eq!(told("。。", "，", true), "，");
        assert_eq!(told("甲，乙", "甲乙", false), "甲[-，]乙");
    }

    #[test]
    fn texts_with_nothing_in_common_are_compared_in_time() {
        let text = |start: u32| -> String {
            (0..60_000).filter_map(|i| char::from_u32(0x4e00 + (start + i * 7) % 9000)).collect()
        };
        let runs = words(&text(0), &text(9_001), Options::default());
        assert!(!runs.is_empty());
    }

    proptest! {
        #[test]
        fn runs_make_up_both_texts(old in "[甲乙丙丁，。（12a ]{0,40}", new in "[甲乙丙丁，。（12a ]{0,40}", ignore in any::<bool>()) {
            let runs = words(&old, &new, Options { ignore_punctuation: ignore });
            prop_assert_eq!(runs.iter().map(ChangeRun::before_text).collect::<String>(), old.clone());
            prop_assert_eq!(runs.iter().map(ChangeRun::after_text).collect::<String>(), new.clone());
            if !ignore {
                prop_assert!(runs.iter().all(|run| run.before.is_none()));
            }
            if old == new {
                prop_assert!(runs.iter().all(|run| run.change == Change::Same));
            }
        }

        #[test]
        fn any_texts(old in "\\PC{0,60}", new in "\\PC{0,60}", ignore in any::<bool>()) {
            let runs = words(&old, &new, Options { ignore_punctuation: ignore });
            prop_assert_eq!(runs.iter().map(ChangeRun::before_text).collect::<String>(), old);
            prop_assert_eq!(runs.iter().map(ChangeRun::after_text).collect::<String>(), new);
        }
    }
}
