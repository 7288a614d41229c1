//! Which citation a quotation belongs to.

use std::ops::Range;

use super::quotes::Quote;
use crate::cite::Found;

/// Longest text between a citation and the quotation after it, in characters, other quotations aside.
const BEFORE: usize = 80;

/// Longest text between a quotation and the citation after it.
const AFTER: usize = 16;

/// What a quotation is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Bound {
    /// The words of the places that these citations name: numbers among what was found.
    To(Vec<usize>),
    /// Words of some law: 规定：“…”.
    Somewhere,
    /// Ordinary words in quotation marks.
    No,
}

/// What each quotation is.
pub(super) fn bind(text: &str, found: &[Found], quotes: &[Quote]) -> Vec<Bound> {
    // A citation that stands in quotation marks can be what is quoted, never what quotes.
    let free: Vec<usize> = (0..found.len()).filter(|n| within(quotes, &found[*n].range).is_none()).collect();
    let bound = |(number, quote): (usize, &Quote)| {
        if is_name(text, quote, found) {
            return Bound::No;
        }
        if let Some(after) = after(text, found, &free, quote) {
            return Bound::To(vec![after]);
        }
        if let Some(before) = before(text, found, &free, quotes, number) {
            return Bound::To(before);
        }
        let said = text[..quote.range.start].trim_end().trim_end_matches(['：', ':', '，', ',']);
        let says = ["规定", "明确规定", "载明", "条文为"].iter().any(|word| said.ends_with(word));
        let block = text[quote.range.start..].starts_with('>');
        if says && !block { Bound::Somewhere } else { Bound::No }
    };
    quotes.iter().enumerate().map(bound).collect()
}

/// The quotation that a place of the draft lies in.
pub(super) fn within(quotes: &[Quote], range: &Range<usize>) -> Option<usize> {
    let next = quotes.partition_point(|quote| quote.range.end <= range.start);
    quotes.get(next).filter(|quote| quote.range.start <= range.start).map(|_| next)
}

/// Whether it only names something: （以下简称“条例”）, “《条例》”, “”.
fn is_name(text: &str, quote: &Quote, found: &[Found]) -> bool {
    let before = text[..quote.range.start].trim_end();
    let inner = text[quote.inner.clone()].trim();
    let names = ["简称", "统称", "下称", "称为", "称作", "所谓", "或者", "或"];
    let declared = names[..5].iter().any(|word| before.ends_with(word));
    let cited = || {
        let next = found.partition_point(|found| found.range.end <= quote.inner.start);
        found.get(next).is_some_and(|found| text.get(found.range.clone()) == Some(inner))
    };
    !inner.chars().any(char::is_alphanumeric) || declared || cited()
}

/// “……”（《条例》第四十六条）; “…” — Article 46 of the Regulations.
fn after(text: &str, found: &[Found], free: &[usize], quote: &Quote) -> Option<usize> {
    let next = free.partition_point(|n| found[*n].range.start < quote.range.end);
    let number = *free.get(next)?;
    let between = &text[quote.range.end..found[number].range.start];
    let lead = between.trim_start_matches(['。', '.', ' ', '\u{3000}']);
    let opens = lead.starts_with(['（', '(', '【', '[', '—', '–', '―']) || lead.starts_with("--");
    let only = lead.chars().all(|c| "（(【[—–―- 　见参出自引语于据：:《".contains(c))
        || lead.chars().all(|c| c.is_ascii() || c == '—');
    (opens && only && lead.chars().count() <= AFTER && !between.contains('\n')).then_some(number)
}

/// 《条例》第四十六条、第四十七条规定：“…”; in one sentence.
fn before(text: &str, found: &[Found], free: &[usize], quotes: &[Quote], number: usize) -> Option<Vec<usize>> {
    let quote = &quotes[number];
    let next = free.partition_point(|n| found[*n].range.end <= quote.range.start);
    let last = next.checked_sub(1)?;
    let mut from = found[free[last]].range.end;
    let mut length = 0;
    // What stands between, without the quotations in it.
    let others = quotes[..number].iter().rev().take_while(|other| other.range.start >= from).count();
    // A quotation that is a whole sentence ends the sentence, unless a list goes on after it.
    let mut ended = false;
    for other in &quotes[number - others..=number] {
        let piece = &text[from.min(other.range.start)..other.range.start];
        if ended && !piece.starts_with(['、', '，', '；', '和', '及', '以']) && !piece.trim().is_empty() {
            return None;
        }
        ended = text[other.inner.clone()].trim_end().ends_with(['。', '！', '？']);
        from = other.range.end;
        let lead = piece.trim_end();
        let broken = match piece.rfind('\n') {
            // A quotation may stand on lines of its own below 规定：.
            Some(_) => !lead.is_empty() && !lead.ends_with(['：', ':']) || lead.contains('\n'),
            None => false,
        };
        length += piece.chars().count();
        if broken || lead.contains(['。', '！', '？', '；']) || lead.contains(". ") || length > BEFORE {
            return None;
        }
    }
    let mut bound = vec![free[last]];
    for pair in free[..=last].windows(2).rev() {
        let between = &text[found[pair[0]].range.end.min(found[pair[1]].range.start)..found[pair[1]].range.start];
        if !["、", "和", "及", "与", "或", "以及", "、和", ", ", " and "].contains(&between) {
            break;
        }
        bound.insert(0, pair[0]);
    }
    Some(bound)
}

#[cfg(test)]
mod tests {
    use super::super::quotes::quotes;
    use super::*;
    use crate::cite::{Names, find};

    /// The citations that the last quotation belongs to.
    fn bound(text: &str) -> Option<String> {
        let (found, quotes) = (find(text, &Names::default()), quotes(text));
        match bind(text, &found, &quotes).pop().expect("a quotation") {
            Bound::To(numbers) => {
                Some(numbers.iter().map(|n| &text[found[*n].range.clone()]).collect::<Vec<_>>().join("|"))
            }
            Bound::Somewhere => Some("?".to_owned()),
            Bound::No => None,
        }
    }

    #[test]
    fn quotations_belong_to_the_citation_beside_them() {
        for (text, expected) in [
            ("《借阅办法》第三条规定：“借期三十日。”", Some("《借阅办法》第三条")),
            ("《借阅办法》第三条要求“不得超过五册”和“借期三十日”", Some("《借阅办法》第三条")),
            ("《借阅办法》第三条、第四条规定：“借期。”", Some("《借阅办法》第三条|第四条")),
            ("《借阅办法》第三条规定：\n\n“借期三十日。”", Some("《借阅办法》第三条")),
            ("《借阅办法》第三条规定：\n> 借期三十日。\n", Some("《借阅办法》第三条")),
            ("馆员说“借期三十日”（《借阅办法》第三条）。", Some("《借阅办法》第三条")),
            ("《借阅办法》第三条已经修改。馆员说“借期三十日”。", None),
            ("《借阅办法》第三条。有关规定：“借期三十日。”", Some("?")),
            ("《图书借阅办法》（以下简称“办法”）", None),
            ("《借阅办法》第三条所称“《读者证》”", Some("《借阅办法》第三条")),
            ("他说“你好”。", None),
            ("《借阅办法》第三条规定：“借期三十日。”他说“你好”。", None),
            ("《借阅办法》第三条规定：“借期三十日。”和“五册”", Some("《借阅办法》第三条")),
        ] {
            assert_eq!(bound(text).as_deref(), expected, "{text}");
        }
    }
}
