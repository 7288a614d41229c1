//! Words in quotation marks: “…”, 「…」, 『…』, "…", and block quotations of Markdown.

use std::ops::Range;

/// A quotation as it stands in a draft, with its marks; what is quoted inside it belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// Bytes with the marks.
    pub(super) range: Range<usize>,
    /// Bytes between the marks.
    pub(super) inner: Range<usize>,
    /// Whether its end is marked.
    pub(super) closed: bool,
}

/// Longest quotation, in bytes: what is longer has lost its end.
const LONGEST: usize = 12_000;

/// All outermost quotations in order.
pub(super) fn quotes(text: &str) -> Vec<Quote> {
    let marks = Marks::of(text);
    let mut quotes: Vec<Quote> = Vec::new();
    let mut at = 0;
    while let Some((start, mark)) = text[at..].char_indices().find(|(_, c)| matches!(c, '“' | '「' | '『' | '"')) {
        let start = at + start;
        let inner = start + mark.len_utf8();
        let end = match mark {
            '“' => marks.end(text, inner, '“', '”'),
            '「' => marks.end(text, inner, '「', '」'),
            '『' => marks.end(text, inner, '『', '』'),
            _ => line(text, inner).find('"').map(|length| inner + length),
        };
        let quote = match end {
            Some(end) => Quote { range: start..end + mark.len_utf8(), inner: inner..end, closed: true },
            // A lone " is an inch or a slip.
            None if mark == '"' => {
                at = inner;
                continue;
            }
            None => {
                let end = inner + line(text, inner).len();
                Quote { range: start..end, inner: inner..end, closed: false }
            }
        };
        at = quote.range.end;
        quotes.push(quote);
    }
    with_blocks(text, quotes)
}

/// What is left of the line.
fn line(text: &str, from: usize) -> &str {
    let rest = &text[from..];
    rest.split('\n').next().unwrap_or(rest)
}

/// Where the marks stand, so that looking ahead costs nothing.
struct Marks {
    /// Position and mark, in order.
    marks: Vec<(usize, char)>,
    /// For each mark the next closing one.
    closing: Vec<usize>,
}

impl Marks {
    fn of(text: &str) -> Self {
        let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| "“”「」『』".contains(*c)).collect();
        let mut next = usize::MAX;
        let mut closing: Vec<usize> = marks
            .iter()
            .rev()
            .map(|(at, c)| {
                next = if "”」』".contains(*c) { *at } else { next };
                next
            })
            .collect();
        closing.reverse();
        Self { marks, closing }
    }

    /// Where the quotation ends whose inside starts at `from`. A paragraph that begins with the opening mark goes on with it, as
    /// printers do; another opening mark in a later line means that the end was forgotten.
    fn end(&self, text: &str, from: usize, open: char, close: char) -> Option<usize> {
        let first = self.marks.partition_point(|(at, _)| *at < from);
        if self.closing.get(first).is_none_or(|closing| closing.saturating_sub(from) > LONGEST) {
            return None;
        }
        let mut depth = 1usize;
        let mut last = from;
        for (at, c) in self.marks[first..].iter().filter(|(_, c)| *c == open || *c == close) {
            if at - from > LONGEST {
                return None;
            }
            let between = &text[last..*at];
            last = *at;
            if *c == close {
                depth -= 1;
                if depth == 0 {
                    return Some(*at);
                }
            } else if !between.contains('\n') {
                depth += 1;
            } else if !between.rsplit('\n').next().is_some_and(|head| head.trim().is_empty()) {
                return None;
            }
        }
        None
    }
}

/// Adds the blocks of lines that begin with > and follow a colon; quotations inside them belong to them.
fn with_blocks(text: &str, quotes: Vec<Quote>) -> Vec<Quote> {
    let mut blocks: Vec<Quote> = Vec::new();
    let (mut at, mut colon) = (0, false);
    let mut open: Option<Range<usize>> = None;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let end = at + line.trim_end().len();
        if words.starts_with('>') && (colon || open.is_some()) {
            let start = open.as_ref().map_or(at, |block| block.start);
            open = Some(start..end);
        } else {
            blocks.extend(open.take().map(|range| Quote { inner: range.clone(), range, closed: true }));
            if !words.is_empty() {
                colon = words.ends_with(['：', ':']);
            }
        }
        at += line.len();
    }
    blocks.extend(open.map(|range| Quote { inner: range.clone(), range, closed: true }));
    let meets = |quote: &Quote| {
        let next = blocks.partition_point(|block| block.range.end <= quote.range.start);
        blocks.get(next).is_some_and(|block| block.range.start < quote.range.end)
    };
    let mut all: Vec<Quote> = quotes.into_iter().filter(|quote| !meets(quote)).collect();
    all.extend(blocks);
    all.sort_by_key(|quote| quote.range.start);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, bool)> {
        quotes(text).into_iter().map(|quote| (&text[quote.inner], quote.closed)).collect()
    }

    #[test]
    fn quotations_of_every_kind() {
        for (text, inner) in [
            ("规定：“借期三十日。”", &["借期三十日。"][..]),
            ("「借期」和『借期』", &["借期", "借期"]),
            ("\"a\" and \"b\"", &["a", "b"]),
            ("“凡‘读者’和“馆员”均可”后", &["凡‘读者’和“馆员”均可"]),
            ("「读『书』人」", &["读『书』人"]),
            ("“第一款。\n第二款。”", &["第一款。\n第二款。"]),
            ("“第一款。\n　　“第二款。”", &["第一款。\n　　“第二款。"]),
            ("5\" wide", &[]),
            ("如下：\n\n> 第一款。\n> 第二款。\n\n又“甲”", &["> 第一款。\n> 第二款。", "甲"]),
            ("> 不是引文", &[]),
        ] {
            assert_eq!(found(text), inner.iter().map(|inner| (*inner, true)).collect::<Vec<_>>(), "{text}");
        }
        assert_eq!(found("“忘了收\n下一段“甲”"), [("忘了收", false), ("甲", true)]);
    }
}
