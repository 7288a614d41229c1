//! Official wordings in the layout of public law collections: 第一条 and its text on one line, 款 and 项 on lines of their
//! own. Only as much as fingerprints need; nothing of it is kept.

use std::collections::BTreeMap;

use crate::model::ArticleNo;
use crate::text::fold;
use crate::text::numerals;

/// The wording of each article: its 款 and 项 with their printed numbers, without 第N条.
///
/// `headings` are chapter headings that stand on lines of their own without any mark, as damaged copies have them.
pub fn wordings(source: &str, headings: &[&str]) -> BTreeMap<ArticleNo, String> {
    let headings: Vec<_> = headings.iter().map(|heading| fold::plain(heading)).map(|folded| folded.text()).collect();
    let mut found: BTreeMap<ArticleNo, String> = BTreeMap::new();
    let mut open = None;
    for line in source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', '<'])) {
        let words = match article_start(line) {
            Some((no, words)) => {
                open = Some(no);
                words
            }
            None if headings.contains(&fold::plain(line).text()) => continue,
            None => line,
        };
        if let Some(no) = open {
            let wording = found.entry(no).or_default();
            wording.push_str(words);
            wording.push('\n');
        }
    }
    found
}

/// `第一条 为了…`: the number, and the text after it.
fn article_start(line: &str) -> Option<(ArticleNo, &str)> {
    let (label, words) = line.split_once([' ', '\u{3000}'])?;
    let (main, sub) = label.strip_prefix('第')?.split_once('条')?;
    let sub = if sub.is_empty() { Some(0) } else { sub.strip_prefix('之').and_then(numerals::parse) };
    Some((ArticleNo { main: numerals::parse(main)?.try_into().ok()?, sub: sub?.try_into().ok()? }, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_told_from_headings() {
        let found = wordings(
            "# 某条例\n\n第一条 甲。\n\n乙：\n\n（一）丙\n\n\u{200b}\n\n附 则\n\n第二条 丁\n第二条之一 戊",
            &["附则"],
        );
        let expected = [((1, 0), "甲。\n乙：\n（一）丙\n\u{200b}\n"), ((2, 0), "丁\n"), ((2, 1), "戊\n")];
        assert_eq!(found, expected.map(|((main, sub), text)| (ArticleNo { main, sub }, text.to_owned())).into());
    }
}
