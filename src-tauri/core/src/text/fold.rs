//! Folding: the form in which text and queries meet.
//!
//! Two depths. *Plain* drops what nobody types on purpose: punctuation, blanks, width, case. It keeps every
//! character of the source in order, so that any substring of a text folds to a substring of the folded text.
//! *Deep* goes further, and reads context: traditional to simplified, variants, numbers (第三十一条 = 第31条,
//! 50万 = 500000, 百分之五 = 5%). A query matches when either depth does.

use std::sync::LazyLock;

use ferrous_opencc::{OpenCC, config::BuiltinConfig};
use unicode_normalization::char::decompose_compatible;

use super::numerals;

/// Folded text that still knows where each character came from. Sources up to 4 GiB.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The characters, with their byte ranges in the source.
    marks: Vec<Mark>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    c: char,
    from: u32,
    to: u32,
}

/// Loaded on first use (0.2 ms); `None` would mean the dictionary inside the program is broken, and then
/// text simply stays as it is.
static SIMPLIFY: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::T2s).ok());

/// A text in both depths; what they share is done once.
#[derive(Debug, Clone)]
pub struct Both {
    /// As by [`plain`].
    pub plain: Folded,
    /// As by [`deep`].
    pub deep: Folded,
}

impl Both {
    /// Folds `text`.
    pub fn of(text: &str) -> Self {
        let spread = spread(text);
        let deep = Folded { marks: keep(count(simplify(spread.clone()))) };
        Self { plain: Folded { marks: keep(spread) }, deep }
    }
}

/// Width, case, punctuation and blanks.
pub fn plain(text: &str) -> Folded {
    Folded { marks: keep(spread(text)) }
}

/// All of [`plain`], and script, variants and numbers.
pub fn deep(text: &str) -> Folded {
    Folded { marks: keep(count(simplify(spread(text)))) }
}

/// Like [`deep`], but keeps punctuation: for reading citations, where brackets and points matter.
pub fn script(text: &str) -> String {
    simplify(spread(text)).into_iter().map(|m| m.c).collect()
}

impl Folded {
    /// The folded characters in a row.
    pub fn text(&self) -> String {
        self.marks.iter().map(|m| m.c).collect()
    }

    /// The folded characters, with a blank wherever something was dropped between two of them.
    pub fn spaced(&self) -> String {
        let mut out = String::new();
        let mut end = None;
        for m in &self.marks {
            if end.is_some_and(|end| m.from > end) {
                out.push(' ');
            }
            out.push(m.c);
            end = Some(m.to);
        }
        out
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// Byte ranges in the source of every occurrence of the folded `needle`.
    pub fn find(&self, needle: &[char]) -> Vec<(usize, usize)> {
        if needle.is_empty() {
            return Vec::new();
        }
        self.marks
            .windows(needle.len())
            .filter(|window| window.iter().map(|m| m.c).eq(needle.iter().copied()))
            .filter_map(|window| Some((window.first()?.from as usize, window.last()?.to as usize)))
            .collect()
    }

    /// Byte ranges in the source of every pair of neighbours that is among `pairs`, which are sorted; each with the
    /// number of its pair.
    pub fn find_pairs<'a>(&'a self, pairs: &'a [[char; 2]]) -> impl Iterator<Item = (usize, (usize, usize))> + 'a {
        self.marks.windows(2).filter_map(|window| {
            let pair = pairs.binary_search(&[window[0].c, window[1].c]).ok()?;
            Some((pair, (window[0].from as usize, window[1].to as usize)))
        })
    }
}

/// Compatibility forms and case, character by character.
fn spread(text: &str) -> Vec<Mark> {
    let mut marks = Vec::with_capacity(text.len());
    for (from, source) in text.char_indices() {
        let [from, to] = [from, from + source.len_utf8()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        decompose_compatible(source, |c| marks.extend(c.to_lowercase().map(|c| Mark { c, from, to })));
    }
    marks
}

/// Letters, digits and per cent signs stay.
fn keep(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.retain(|m| m.c.is_alphanumeric() || m.c == '%');
    marks
}

/// Traditional to simplified, and the variant characters people type for one another.
fn simplify(mut marks: Vec<Mark>) -> Vec<Mark> {
    if marks.iter().all(|m| m.c.is_ascii()) {
        return marks;
    }
    if let Some(opencc) = SIMPLIFY.as_ref() {
        let text: String = marks.iter().map(|m| m.c).collect();
        let simple: Vec<char> = opencc.convert(&text).chars().collect();
        // Traditional to simplified keeps the number of characters; were that ever untrue, positions would
        // lie, so such a text is left as it is.
        if simple.len() == marks.len() {
            for (mark, c) in marks.iter_mut().zip(simple) {
                mark.c = c;
            }
        }
    }
    for mark in &mut marks {
        // 帐号 and 账号 are one word in use; the law writes 账.
        if mark.c == '帐' {
            mark.c = '账';
        }
    }
    marks
}

/// Numbers to Arabic figures, 百分之N to N%.
fn count(marks: Vec<Mark>) -> Vec<Mark> {
    let chars: Vec<char> = marks.iter().map(|m| m.c).collect();
    let mut out = Vec::with_capacity(marks.len());
    let mut at = 0;
    while at < marks.len() {
        let percent = chars[at..].starts_with(&['百', '分', '之']);
        let start = if percent { at + 3 } else { at };
        match numerals::read(&chars[start..]) {
            Some((value, taken)) if taken > 0 => {
                let (from, to) = (marks[at].from, marks[start + taken - 1].to);
                out.extend(value.to_string().chars().map(|c| Mark { c, from, to }));
                if percent {
                    out.push(Mark { c: '%', from, to });
                }
                at = start + taken;
            }
            _ => {
                out.push(marks[at]);
                at += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_differently_folds_alike() {
        for (one, other) in [
            ("第三十一条", "第31条"),
            ("第３１条", "第31条"),
            ("遊戲帳號", "游戏账号"),
            ("ＡＰＰ", "app"),
            ("百分之五", "5%"),
            ("50万元", "五十万元"),
            ("RMB 50,000", "rmb50000"),
            ("顯著", "显著"),
            ("《未成年人保护法》、", "未成年人保护法"),
            ("第十一、十二条", "第11、12条"),
            ("Café", "Cafe\u{301}"),
        ] {
            assert_eq!(deep(one).text(), deep(other).text(), "{one} / {other}");
        }
    }

    #[test]
    fn found_ranges_cover_the_source() {
        let text = "处五十万元以下罚款，第三十一条";
        let found = |query: &str| {
            let needle: Vec<char> = deep(query).text().chars().collect();
            deep(text).find(&needle).into_iter().map(|(from, to)| &text[from..to]).collect::<Vec<_>>()
        };
        assert_eq!(found("50万元"), ["五十万元"]);
        assert_eq!(found("第31条"), ["第三十一条"]);
        assert_eq!(found("罚款第"), ["罚款，第"]);
        assert!(found("").is_empty());
    }

    #[test]
    fn punctuation_leaves_a_gap_in_spaced_text() {
        assert_eq!(plain("网络，游戏").spaced(), "网络 游戏");
        assert_eq!(plain("网络，游戏").text(), "网络游戏");
    }
}
