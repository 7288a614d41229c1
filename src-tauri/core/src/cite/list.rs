//! The grammar of article numbers, shared by texts and queries: 第二十六条第二款和第三款、第四十二条至第四十五条、第（一）、（二）项;
//! Article 20(1)(i) and (v), Articles 42 to 45.

use std::ops::Range;

use super::place::{Part, Place};
use crate::model::ArticleNo;
use crate::text::numerals;

/// One member of a list: the characters it took and the places it names (several for a range).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) range: Range<usize>,
    pub(super) places: Vec<Place>,
}

/// Longest range that is spelt out place by place.
const LONGEST_RANGE: u32 = 100;

/// Most numbers that share one 条, 款 or 项: 第一、二、三款.
const MOST_JOINED: usize = 40;

/// Longest number that is read, in characters: what is longer numbers no place, and reading stays linear.
const LONGEST_NUMBER: usize = 16;

/// Words that may stand between a part and a smaller one: 前款所列第三项, 第一条中的第二款.
const BETWEEN_PARTS: [&str; 9] = ["所规定的", "规定的", "规定", "所列的", "所列", "所述", "中的", "中", "的"];

/// Whether 第 may be missing before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ordinal {
    /// In running text: 三条措施 names no article.
    Marked,
    /// After a title, and in what people type: 刑法287条, 26条2款.
    Free,
}

/// Reads a Chinese list that starts at `at`; what its first member leaves out is in `carried`. Empty when none does.
pub(super) fn chinese(chars: &[char], at: usize, carried: Place, ordinal: Ordinal) -> Vec<Member> {
    let free = ordinal == Ordinal::Free && chars.get(at) != Some(&'第');
    let place = |from, carried, after_range| {
        chinese_place(chars, from, carried, free || after_range || (from > at && numbered_on(chars, from)))
    };
    list(chars, at, carried, place, |at| chinese_joint(chars, at))
}

/// Reads an English list of places that starts at `at`, after the word Article. Empty when none does.
pub(super) fn english(chars: &[char], at: usize) -> Vec<Member> {
    let place = |at, carried, _| english_place(chars, at, carried);
    list(chars, at, Place::default(), place, |at| english_joint(chars, at))
}

fn list(
    chars: &[char],
    mut at: usize,
    mut carried: Place,
    place: impl Fn(usize, Place, bool) -> Option<(Vec<Place>, usize)>,
    joint: impl Fn(usize) -> Option<(bool, usize)>,
) -> Vec<Member> {
    let mut members = Vec::new();
    while at < chars.len()
        && let Some((mut places, mut end)) = place(at, carried, false)
    {
        carried = last(&places);
        let mut next = joint(end);
        if let Some((true, from)) = next
            && let Some((until, after)) = place(from, carried, true)
        {
            let (first, until) = (carried, last(&until));
            places.pop();
            places.extend(run_of_places(first, until));
            (carried, end) = (until, after);
            next = joint(end);
        }
        members.push(Member { range: at..end, places });
        match next {
            Some((false, from)) => at = from,
            _ => break,
        }
    }
    members
}

/// 十八条 in 第十七条和十八条第一款: an article within a list may leave 第 away where its parts or 规定 follow.
fn numbered_on(chars: &[char], at: usize) -> bool {
    let after = number(chars, at).and_then(|(_, end)| after_sign(chars, end, "条"));
    after.is_some_and(|end| ["第", "规定", "的规定"].iter().any(|word| after_sign(chars, end, word).is_some()))
}

fn last(places: &[Place]) -> Place {
    places.last().copied().unwrap_or_default()
}

/// 第N条, 第N条之M, each with 第N款, 第N项 and 第N目; or only the smaller parts of what is carried. The last part may be
/// several: 第二、三款.
fn chinese_place(chars: &[char], at: usize, carried: Place, free: bool) -> Option<(Vec<Place>, usize)> {
    let (mut places, mut end, mut last_part) = (vec![carried], at, None);
    loop {
        let starts = [Some(end), last_part.map(|_| after_between(chars, end)).filter(|next| *next > end)];
        let read = starts.into_iter().flatten().find_map(|start| numbers(chars, start, free));
        match read {
            Some((part, numbers, next)) if Some(part) > last_part => {
                let carried = last(&places).above(part);
                places = numbers.into_iter().map(|number| with(carried, part, number)).collect();
                (end, last_part) = (next, Some(part));
            }
            _ => break,
        }
    }
    (end > at).then_some((places, end))
}

fn with(place: Place, part: Part, number: ArticleNo) -> Place {
    match part {
        Part::Article => Place { no: Some(number), ..place },
        Part::Paragraph => Place { paragraph: Some(number.main), ..place },
        Part::Item => Place { item: Some(number.main), ..place },
        Part::Point => place,
    }
}

/// Past the words that may stand between a part and a smaller one.
pub(super) fn after_between(chars: &[char], at: usize) -> usize {
    let words = BETWEEN_PARTS.into_iter().find_map(|word| after_sign(chars, at, word));
    words.unwrap_or(at)
}

/// The numbers of one part: 第四十六条, 第287条之一, 第（一）、（二）项, 第一至三款; with `free` also 46条.
fn numbers(chars: &[char], at: usize, free: bool) -> Option<(Part, Vec<ArticleNo>, usize)> {
    let mut at = match chars.get(at) {
        Some('第') => after_blank(chars, at + 1),
        Some(_) if free => at,
        _ => return None,
    };
    let mut numbers: Vec<ArticleNo> = Vec::new();
    let (mut range, mut joined) = (false, 0);
    loop {
        let (n, end) = bracketed_or_not(chars, at)?;
        let end = after_blank(chars, end);
        match numbers.last().map(|last| last.main) {
            Some(first) if range && first < n => numbers.extend(run(first + 1, n).map(ArticleNo::new)),
            _ => numbers.push(ArticleNo::new(n)),
        }
        if let Some(part) = chars.get(end).and_then(|c| Part::of_sign(*c)) {
            let sub = (part == Part::Article).then(|| inserted(chars, end + 1)).flatten();
            if let (Some((sub, _)), Some(last)) = (sub, numbers.last_mut()) {
                last.sub = sub;
            }
            return Some((part, numbers, sub.map_or(end + 1, |(_, end)| end)));
        }
        joined += 1;
        if joined > MOST_JOINED {
            return None;
        }
        (range, at) = chinese_joint(chars, end)?;
        at += usize::from(chars.get(at) == Some(&'第'));
    }
}

/// 之一 after 第287条, when it counts and does not begin 之三十日内.
fn inserted(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let (sub, end) = number(chars, after_sign(chars, at, "之")?)?;
    (!chars.get(end).is_some_and(|c| "日月年元个次倍分".contains(*c))).then_some((sub, end))
}

/// 二, （二）.
fn bracketed_or_not(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let open = matches!(chars.get(at), Some('（' | '('));
    let (n, end) = number(chars, at + usize::from(open))?;
    match chars.get(end) {
        Some('）' | ')') if open => Some((n, end + 1)),
        _ => (!open).then_some((n, end)),
    }
}

/// What stands between two members: `true` for a range, then where the next one starts. A description in brackets
/// after a member is passed over.
pub(super) fn chinese_joint(chars: &[char], at: usize) -> Option<(bool, usize)> {
    let at = after_brackets(chars, at);
    for range in ["至", "到", "——", "—", "–", "-", "~", "～"] {
        if let Some(next) = after_sign(chars, at, range) {
            return Some((true, next));
        }
    }
    let comma = at + usize::from(matches!(chars.get(at), Some('、' | '，' | ',' | '；' | ';')));
    let word = ["以及", "或者", "和", "及", "与", "或"].into_iter().find_map(|word| after_sign(chars, comma, word));
    word.or((comma > at).then_some(comma)).map(|next| (false, next))
}

/// Past one （…） or (…) that starts at `at`, unless something is cited in it.
pub(super) fn after_brackets(chars: &[char], at: usize) -> usize {
    match brackets(chars, at) {
        Some(inner) if !chars[inner.clone()].iter().any(|c| matches!(c, '条' | '款' | '项' | '《')) => {
            inner.end + 1
        }
        _ => at,
    }
}

/// What stands in a （…） or (…) that starts at `at`.
pub(super) fn brackets(chars: &[char], at: usize) -> Option<Range<usize>> {
    chars.get(at).filter(|c| matches!(c, '（' | '('))?;
    let length = chars[at..].iter().take(60).position(|c| matches!(c, '）' | ')'))?;
    Some(at + 1..at + length)
}

/// 26(2), 20(1)(iii), 287-1; or (3), (v) of what is carried; Article 26, paragraph 2.
fn english_place(chars: &[char], at: usize, carried: Place) -> Option<(Vec<Place>, usize)> {
    let at = article_word(chars, at).unwrap_or(at);
    let (no, mut end) = match number(chars, at) {
        Some((main, end)) => match (chars.get(end), number(chars, end + 1)) {
            (Some('-'), Some((sub, after))) if chars[end + 1].is_ascii_digit() => (ArticleNo { main, sub }, after),
            _ => (ArticleNo::new(main), end),
        },
        None => (carried.no?, at),
    };
    let fresh = end > at;
    let mut place = Place { no: Some(no), paragraph: carried.paragraph.filter(|_| !fresh), ..Place::default() };
    let mut wrote = fresh;
    if let Some((n, next)) = bracketed(chars, end, |text| text.parse().ok()) {
        (place.paragraph, end, wrote) = (Some(n), next, true);
    }
    if let Some((n, next)) = bracketed(chars, end, numerals::parse_roman) {
        (place.item, end, wrote) = (Some(n), next, true);
    }
    if let Some(next) = [", paragraph ", " paragraph "].into_iter().find_map(|word| after_sign(chars, end, word))
        && let Some((n, next)) = bracketed(chars, next, |text| text.parse().ok()).or_else(|| number(chars, next))
        && wrote
        && place.paragraph.is_none()
    {
        (place.paragraph, end) = (Some(n), next);
    }
    (wrote && !chars.get(end).is_some_and(|c| c.is_alphanumeric())).then_some((vec![place], end))
}

/// Past the word Article or Articles.
pub(super) fn article_word(chars: &[char], at: usize) -> Option<usize> {
    ["articles", "article", "arts.", "art."].into_iter().find_map(|word| after_word(chars, at, word))
}

fn english_joint(chars: &[char], at: usize) -> Option<(bool, usize)> {
    [
        (" to ", true),
        ("–", true),
        (" through ", true),
        (", and ", false),
        (", or ", false),
        (" and ", false),
        (" or ", false),
        (", ", false),
    ]
    .into_iter()
    .find_map(|(text, range)| Some((range, after_sign(chars, at, text)?)))
}

/// Past `word` and the blank after it, whatever its case.
pub(super) fn after_word(chars: &[char], at: usize, word: &str) -> Option<usize> {
    let end = at + word.len();
    let same = chars.get(at..end)?.iter().zip(word.chars()).all(|(c, w)| c.eq_ignore_ascii_case(&w));
    (same && chars.get(end) == Some(&' ')).then_some(end + 1)
}

/// Past `sign`, exactly as it is given.
pub(super) fn after_sign(chars: &[char], at: usize, sign: &str) -> Option<usize> {
    let mut end = at;
    for c in sign.chars() {
        (chars.get(end) == Some(&c)).then_some(())?;
        end += 1;
    }
    Some(end)
}

/// Past one blank, as some put it around figures: 第 46 条.
pub(super) fn after_blank(chars: &[char], at: usize) -> usize {
    at + usize::from(matches!(chars.get(at), Some(' ' | '\u{a0}')))
}

fn bracketed(chars: &[char], at: usize, read: impl Fn(&str) -> Option<u32>) -> Option<(u32, usize)> {
    let inner = chars.get(at).filter(|c| **c == '(').and(chars.get(at + 1..))?;
    let length = inner.iter().take(8).position(|c| *c == ')')?;
    let text: String = inner[..length].iter().collect();
    read(&text).map(|n| (n, at + length + 2))
}

/// A number from 1, in any numerals.
pub(super) fn number(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let most = chars.len().min(at.saturating_add(LONGEST_NUMBER));
    let (value, taken) = numerals::read(chars.get(at..most)?)?;
    Some((u32::try_from(value).ok().filter(|n| *n > 0)?, at + taken))
}

/// The numbers of a range, as far as a range is spelt out.
pub(super) fn run(from: u32, to: u32) -> impl Iterator<Item = u32> {
    from..=to.min(from.saturating_add(LONGEST_RANGE))
}

/// Every place from `first` to `last`, by their smallest written part.
fn run_of_places(first: Place, last: Place) -> Vec<Place> {
    match (first.item, last.item, first.paragraph, last.paragraph) {
        (Some(from), Some(to), ..) if first.above(Part::Item) == last.above(Part::Item) && from <= to => {
            run(from, to).map(|item| Place { item: Some(item), ..first }).collect()
        }
        (None, None, Some(from), Some(to)) if first.no == last.no && from <= to => {
            run(from, to).map(|paragraph| Place { paragraph: Some(paragraph), ..first }).collect()
        }
        _ => {
            let mut places = vec![first];
            if let (Some(from), Some(to)) = (first.no, last.no)
                && from.main < to.main
            {
                let whole = if to.sub > 0 { to.main } else { to.main - 1 };
                let inner = run(from.main + 1, whole).filter(|main| *main <= whole);
                places.extend(inner.map(|main| Place::article(ArticleNo::new(main))));
            }
            places.push(last);
            places
        }
    }
}
