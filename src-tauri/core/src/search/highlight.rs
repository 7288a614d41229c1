//! The line that shows why a unit was found, with what was found marked.

use super::query::Words;
use crate::index::english;
use crate::text::fold::Folded;
use crate::wire::SnippetRun;

/// Longest snippet, in Chinese characters; Latin letters take half the room.
const LONGEST: usize = 90;

/// Byte ranges in a line.
type Ranges = Vec<(usize, usize)>;

/// Finds a query's words in texts.
pub(super) struct Highlighter {
    /// Runs of folded characters: what was typed, and what was added.
    runs: [Vec<Vec<char>>; 2],
    /// Pairs of characters, sorted.
    pairs: Vec<[char; 2]>,
    stems: Vec<String>,
}

impl Highlighter {
    pub(super) fn of(words: &Words) -> Self {
        let chars = |forms: &[[String; 2]]| {
            let mut runs: Vec<Vec<char>> = forms.iter().flatten().map(|form| form.chars().collect()).collect();
            runs.dedup();
            runs
        };
        let pair = |pair: &String| <[char; 2]>::try_from(pair.chars().collect::<Vec<_>>()).ok();
        let mut pairs: Vec<[char; 2]> = words.pairs.iter().filter_map(pair).collect();
        pairs.sort_unstable();
        Self { runs: [chars(&words.phrases), chars(&words.synonyms)], pairs, stems: words.stems.clone() }
    }

    /// The best of some lines, each with its foldings, cut around its first hit.
    pub(super) fn snippet<'a>(&self, lines: impl Iterator<Item = (&'a str, &'a [Folded; 2])>) -> Vec<SnippetRun> {
        let mut best: Option<(usize, &str, Ranges)> = None;
        for (line, foldings) in lines {
            let (strength, hits) = self.hits(line, foldings);
            if best.as_ref().is_none_or(|(other, ..)| strength > *other) {
                best = Some((strength, line, hits));
            }
        }
        best.map_or(Vec::new(), |(_, line, hits)| cut(line, &hits))
    }

    /// Byte ranges of the hits in one line, merged and in order, and how strong they are together. Once a line
    /// contains something that was typed as a whole, pairs of characters are no longer marked.
    fn hits(&self, line: &str, foldings: &[Folded; 2]) -> (usize, Ranges) {
        let mut hits = Ranges::new();
        let mut strength = 0;
        for (runs, weight) in self.runs.iter().zip([100, 30]) {
            for run in runs {
                let found: Vec<_> = foldings.iter().flat_map(|folded| folded.find(run)).collect();
                strength += if found.is_empty() { 0 } else { weight * run.len() };
                hits.extend(found);
            }
        }
        if strength < 30 {
            let mut seen = vec![false; self.pairs.len()];
            for (pair, range) in foldings.iter().flat_map(|folded| folded.find_pairs(&self.pairs)) {
                strength += if std::mem::replace(&mut seen[pair], true) { 0 } else { 2 };
                hits.push(range);
            }
        }
        if strength < 100 && !self.stems.is_empty() {
            english().token_stream(line).process(&mut |token| {
                if self.stems.contains(&token.text) {
                    strength += 3 + token.text.len();
                    hits.push((token.offset_from, token.offset_to));
                }
            });
        }
        (strength, merged(hits))
    }
}

/// Overlapping and touching ranges become one.
fn merged(mut ranges: Ranges) -> Ranges {
    ranges.sort_unstable();
    let mut out = Ranges::new();
    for (from, to) in ranges {
        match out.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => out.push((from, to)),
        }
    }
    out
}

/// At most [`LONGEST`] of `line` around the first hit, as runs; an ellipsis where text was left off.
fn cut(line: &str, hits: &[(usize, usize)]) -> Vec<SnippetRun> {
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    let at = |index: usize| chars.get(index).map_or(line.len(), |(at, _)| *at);
    let longest = if line.is_ascii() { 2 * LONGEST } else { LONGEST };
    let first = hits.first().map_or(0, |(from, _)| chars.partition_point(|(at, _)| at < from));
    let start = if chars.len() <= longest {
        0
    } else {
        word_start(&chars, first.saturating_sub(longest / 4).min(chars.len() - longest))
    };
    let end = word_start(&chars, (start + longest).min(chars.len()));
    let (from, to) = (at(start), at(end));
    let mut runs = Vec::new();
    let mut push = |text: &str, hit| {
        if !text.is_empty() {
            runs.push(SnippetRun { text: text.to_owned(), hit });
        }
    };
    push(if start > 0 { "…" } else { "" }, false);
    let mut done = from;
    for (hit_from, hit_to) in hits.iter().map(|(a, b)| ((*a).max(from), (*b).min(to))).filter(|(a, b)| a < b) {
        push(&line[done..hit_from], false);
        push(&line[hit_from..hit_to], true);
        done = hit_to;
    }
    push(&line[done..to], false);
    push(if end < chars.len() { "…" } else { "" }, false);
    runs
}

/// Back to the start of the Latin word that `index` lies in, so that no word is cut.
fn word_start(chars: &[(usize, char)], index: usize) -> usize {
    let latin = |i: usize| chars.get(i).is_some_and(|(_, c)| c.is_ascii_alphanumeric());
    let mut start = index;
    while start > 0 && latin(start) && latin(start - 1) {
        start -= 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn marked(query: &str, synonyms: &[&str], line: &str) -> String {
        let (_, hits) = Highlighter::of(&Words::of(query, synonyms)).hits(line, &[fold::plain(line), fold::deep(line)]);
        cut(line, &hits).iter().map(|run| if run.hit { format!("[{}]", run.text) } else { run.text.clone() }).collect()
    }

    #[test]
    fn what_was_found_is_marked() {
        for (query, synonyms, line, expected) in [
            ("账号租售", &[][..], "不得提供游戏账号租售服务", "不得提供游戏[账号租售]服务"),
            ("帳號", &[], "游戏账号", "游戏[账号]"),
            ("50万", &[], "处五十万元以下", "处[五十万]元以下"),
            ("租号", &["游戏账号租售"], "提供游戏账号租售服务", "提供[游戏账号租售]服务"),
            ("游戏时间", &[], "游戏的时段", "[游戏]的时段"),
            ("rented games", &[], "Game rental: renting a game", "[Game] rental: [renting] a [game]"),
            ("罚款第", &[], "罚款，第三", "[罚款，第]三"),
        ] {
            assert_eq!(marked(query, synonyms, line), expected, "{query}");
        }
    }

    #[test]
    fn long_lines_are_cut_around_the_hit() {
        let line = format!("{}账号{}", "甲".repeat(200), "乙".repeat(200));
        let shown = marked("账号", &[], &line);
        assert!(shown.starts_with("…甲") && shown.ends_with("乙…") && shown.contains("[账号]"));
        assert!(shown.chars().count() <= LONGEST + 4);
    }
}
