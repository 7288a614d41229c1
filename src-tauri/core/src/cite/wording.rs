//! An article as it is printed: what fingerprints are taken of, what is compared, and what is quoted.

use super::label::item_label;
use crate::model::{Lang, Passage};

/// The words of an article or a section: its 款 and 项, one to a line, each 项 with its printed number; without the number of the article.
pub fn wording(passage: &Passage, lang: Lang) -> String {
    let lines = passage.paragraphs.iter().flat_map(|paragraph| {
        let items = paragraph.items.iter().zip(1..).map(|(item, number)| printed_item(&item.text, number, lang));
        std::iter::once(paragraph.text.text.clone()).chain(items)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A 项 as printed: with （三） before it when it is the third and keeps no number of its own in its text.
fn printed_item(text: &str, number: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh if printed_number(text).is_some() => text.to_owned(),
        Lang::Zh => format!("{}{text}", item_label(number, lang)),
        Lang::En => format!("{} {text}", item_label(number, lang)),
    }
}

/// The number that a 项 keeps at the start of its text, because it is not the one its place gives: （五）, 1., 二、, ③.
pub fn printed_number(text: &str) -> Option<&str> {
    let mut chars = text.char_indices();
    let (_, first) = chars.next()?;
    let number = |c: char| c.is_ascii_digit() || "零〇一二三四五六七八九十百".contains(c);
    if ('①'..='⑳').contains(&first) {
        return Some(&text[..first.len_utf8()]);
    }
    let bracket = matches!(first, '（' | '(');
    if !bracket && !number(first) {
        return None;
    }
    let (at, end) = chars.find(|(_, c)| !(number(*c) || bracket && *c == ' '))?;
    let fits = if bracket {
        matches!(end, '）' | ')') && at > first.len_utf8()
    } else {
        matches!(end, '、' | '.' | '．' | ')' | '）')
    };
    let upto = at + end.len_utf8();
    // 1.5倍 is an amount.
    let amount = !bracket && text[upto..].starts_with(|c: char| c.is_ascii_digit());
    (fits && !amount).then(|| &text[..upto])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_kept_in_the_text_are_not_doubled() {
        assert_eq!(printed_item("甲；", 3, Lang::Zh), "（三）甲；");
        for kept in ["（五）甲", "(5)甲", "1.甲", "二、甲", "③甲", "10．甲"] {
            assert_eq!(printed_item(kept, 1, Lang::Zh), kept);
        }
        for plain in ["（试行）甲", "1.5倍甲", "2024年", "十人以上", "一级"] {
            assert_eq!(printed_number(plain), None, "{plain}");
        }
    }
}
