//! Amounts with their units, whichever numerals write them: 5万元, 十倍, 三十日.

use std::collections::BTreeSet;

use crate::text::fold;

/// Every amount in a text.
pub(super) fn amounts(text: &str) -> BTreeSet<String> {
    let chars: Vec<char> = fold::deep(text).text().chars().collect();
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < chars.len() {
        let figure: String = chars[at..].iter().take_while(|c| c.is_ascii_digit()).collect();
        let end = at + figure.len();
        if !figure.is_empty() {
            let unit = chars.get(end).filter(|c| "元年月日倍天岁%".contains(**c));
            // 第三十日 and 年龄 count nothing.
            let counted = !chars[end..].starts_with(&['年', '龄'])
                && at.checked_sub(1).is_none_or(|before| chars[before] != '第');
            found.extend(unit.filter(|_| counted).map(|unit| format!("{figure}{unit}")));
        }
        at = end.max(at + 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_do_not_matter() {
        assert_eq!(amounts("处五万元以上，三十日内"), amounts("处5万元以上，30日内"));
        assert_eq!(amounts("第三十日"), BTreeSet::new());
    }
}
