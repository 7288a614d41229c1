//! The grammar of article numbers, shared by texts and queries: 第二十六条第二款和第三款、第四十二条至第四十五条;
//! Article 20(1)(i) and (v), Articles 42 to 45.

use std::ops::Range;

use crate::model::{ArticleNo, Unit};
use crate::text::numerals;

/// One member of a list: the characters it took and the places it names (several for a range).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) range: Range<usize>,
    pub(super) places: Vec<Unit>,
}

/// What a following member inherits when it names less than a whole place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Carried {
    pub(super) no: Option<ArticleNo>,
    pub(super) paragraph: Option<u32>,
}

/// A place with its parts as far as written or carried.
#[derive(Debug, Clone, Copy)]
struct Place {
    no: ArticleNo,
    paragraph: Option<u32>,
    item: Option<u32>,
}

/// Longest range that is spelt out place by place.
const LONGEST_RANGE: u32 = 100;

/// Reads a Chinese list that starts at `at`. Empty when none does.
pub(super) fn chinese(chars: &[char], at: usize, carried: Carried) -> Vec<Member> {
    list(chars, at, carried, chinese_place, chinese_joint)
}

/// Reads an English list of places that starts at `at`, after the word Article. Empty when none does.
pub(super) fn english(chars: &[char], at: usize) -> Vec<Member> {
    list(chars, at, Carried::default(), english_place, english_joint)
}

fn list(
    chars: &[char],
    mut at: usize,
    mut carried: Carried,
    place: impl Fn(&[char], usize, Carried) -> Option<(Place, usize)>,
    joint: impl Fn(&[char], usize) -> Option<(bool, usize)>,
) -> Vec<Member> {
    let mut members = Vec::new();
    while let Some((first, end)) = place(chars, at, carried) {
        carried = Carried { no: Some(first.no), paragraph: first.paragraph };
        let mut member = Member { range: at..end, places: vec![first.unit()] };
        let mut next = joint(chars, end);
        if let Some((true, from)) = next
            && let Some((last, end)) = place(chars, from, carried)
        {
            member = Member { range: at..end, places: between(first, last) };
            carried = Carried { no: Some(last.no), paragraph: last.paragraph };
            next = joint(chars, end);
        }
        members.push(member);
        match next {
            Some((false, from)) => at = from,
            _ => break,
        }
    }
    members
}

/// 第N条, 第N条之M, each with 第N款 and 第N项; or only the smaller parts of what is carried.
fn chinese_place(chars: &[char], at: usize, carried: Carried) -> Option<(Place, usize)> {
    let (no, mut end) = match chinese_article(chars, at) {
        Some((no, end)) => (no, end),
        None => (carried.no?, at),
    };
    let fresh = end > at;
    let mut paragraph = if fresh { None } else { carried.paragraph };
    let mut item = None;
    if let Some((n, next)) = ordinal(chars, end, '款') {
        (paragraph, end) = (Some(n), next);
    }
    if let Some((n, next)) = ordinal(chars, end, '项') {
        // An item of an article with one paragraph is written without 款.
        (item, paragraph, end) = (Some(n), paragraph.or(Some(1)), next);
    }
    (end > at).then_some((Place { no, paragraph, item }, end))
}

/// 第四十六条, 第287条之一, and 46条 as people type it.
fn chinese_article(chars: &[char], at: usize) -> Option<(ArticleNo, usize)> {
    let start = if chars.get(at) == Some(&'第') { at + 1 } else { at };
    let (main, end) = number(chars, start)?;
    if chars.get(end) != Some(&'条') || (start == at && at > 0 && chars[at - 1].is_alphanumeric()) {
        return None;
    }
    match (chars.get(end + 1), number(chars, end + 2)) {
        (Some('之'), Some((sub, after))) => Some((ArticleNo { main, sub }, after)),
        _ => Some((ArticleNo::new(main), end + 1)),
    }
}

/// 第二款, 第（二）项.
fn ordinal(chars: &[char], at: usize, unit: char) -> Option<(u32, usize)> {
    let start = if chars.get(at) == Some(&'第') { at + 1 } else { return None };
    let open = matches!(chars.get(start), Some('（' | '('));
    let (n, end) = number(chars, start + usize::from(open))?;
    let end = end + usize::from(open && matches!(chars.get(end), Some('）' | ')')));
    (chars.get(end) == Some(&unit)).then_some((n, end + 1))
}

/// What stands between two members: `true` for a range, then where the next one starts. A description in brackets
/// after a member is passed over.
fn chinese_joint(chars: &[char], at: usize) -> Option<(bool, usize)> {
    let at = after_brackets(chars, at);
    match (chars.get(at)?, chars.get(at + 1)) {
        ('至' | '到' | '—' | '-' | '~' | '～', _) => Some((true, at + 1)),
        ('以', Some('及')) => Some((false, at + 2)),
        ('、' | '，' | ',', Some('以')) if chars.get(at + 2) == Some(&'及') => Some((false, at + 3)),
        ('、' | '，' | ',' | '；' | ';', Some('和' | '及' | '与' | '或')) => Some((false, at + 2)),
        ('、' | '，' | ',' | '；' | ';' | '和' | '及' | '与' | '或', _) => Some((false, at + 1)),
        _ => None,
    }
}

/// Past one （…） or (…) that starts at `at`.
pub(super) fn after_brackets(chars: &[char], at: usize) -> usize {
    let open = matches!(chars.get(at), Some('（' | '('));
    let close = chars.iter().skip(at).take(60).position(|c| matches!(c, '）' | ')'));
    match close {
        Some(length) if open => at + length + 1,
        _ => at,
    }
}

/// 26(2), 20(1)(iii), 287-1; or (3), (v) of what is carried.
fn english_place(chars: &[char], at: usize, carried: Carried) -> Option<(Place, usize)> {
    let at = after_word(chars, at, "articles").or_else(|| after_word(chars, at, "article")).unwrap_or(at);
    let (no, mut end) = match number(chars, at) {
        Some((main, end)) => match (chars.get(end), number(chars, end + 1)) {
            (Some('-'), Some((sub, after))) if chars[end + 1].is_ascii_digit() => (ArticleNo { main, sub }, after),
            _ => (ArticleNo::new(main), end),
        },
        None => (carried.no?, at),
    };
    let fresh = end > at;
    let (mut paragraph, mut item) = (if fresh { None } else { carried.paragraph }, None);
    let mut wrote = fresh;
    if let Some((n, next)) = bracketed(chars, end, |text| text.parse().ok()) {
        (paragraph, end, wrote) = (Some(n), next, true);
    }
    if let Some((n, next)) = bracketed(chars, end, numerals::parse_roman) {
        (item, paragraph, end, wrote) = (Some(n), paragraph.or(Some(1)), next, true);
    }
    (wrote && !chars.get(end).is_some_and(|c| c.is_alphanumeric())).then_some((Place { no, paragraph, item }, end))
}

fn english_joint(chars: &[char], at: usize) -> Option<(bool, usize)> {
    for (text, range) in [
        (" to ", true),
        ("–", true),
        (", and ", false),
        (", or ", false),
        (" and ", false),
        (" or ", false),
        (", ", false),
    ] {
        let form: Vec<char> = text.chars().collect();
        if chars.get(at..).is_some_and(|rest| rest.starts_with(&form)) {
            return Some((range, at + form.len()));
        }
    }
    None
}

/// Past `word` and the blank after it, whatever its case.
pub(super) fn after_word(chars: &[char], at: usize, word: &str) -> Option<usize> {
    let end = at + word.len();
    let same = chars.get(at..end)?.iter().zip(word.chars()).all(|(c, w)| c.eq_ignore_ascii_case(&w));
    (same && chars.get(end) == Some(&' ')).then_some(end + 1)
}

fn bracketed(chars: &[char], at: usize, read: impl Fn(&str) -> Option<u32>) -> Option<(u32, usize)> {
    let inner = chars.get(at).filter(|c| **c == '(').and(chars.get(at + 1..))?;
    let length = inner.iter().take(8).position(|c| *c == ')')?;
    let text: String = inner[..length].iter().collect();
    read(&text).map(|n| (n, at + length + 2))
}

fn number(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let (value, taken) = numerals::read(chars.get(at..)?)?;
    Some((u32::try_from(value).ok().filter(|n| *n > 0)?, at + taken))
}

impl Place {
    fn unit(self) -> Unit {
        Unit::Article { no: self.no, paragraph: self.paragraph, item: self.item }
    }
}

/// Every place from `first` to `last`, by their smallest written part.
fn between(first: Place, last: Place) -> Vec<Unit> {
    let run = |from: u32, to: u32| from..=to.min(from.saturating_add(LONGEST_RANGE));
    match (first.item, last.item, first.paragraph, last.paragraph) {
        (Some(from), Some(to), ..) => run(from, to).map(|item| Place { item: Some(item), ..first }.unit()).collect(),
        (None, None, Some(from), Some(to)) if first.no == last.no => {
            run(from, to).map(|paragraph| Place { paragraph: Some(paragraph), ..first }.unit()).collect()
        }
        _ if first.no.sub == 0 && last.no.sub == 0 && first.no.main < last.no.main => {
            let inner = (first.no.main + 1..last.no.main).take(LONGEST_RANGE as usize);
            let inner = inner.map(|main| Place { no: ArticleNo::new(main), paragraph: None, item: None }.unit());
            std::iter::once(first.unit()).chain(inner).chain([last.unit()]).collect()
        }
        _ => vec![first.unit(), last.unit()],
    }
}
