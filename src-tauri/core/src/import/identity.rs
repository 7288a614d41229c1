//! The id of an imported text: that of the text it is known as, otherwise its short title in pinyin. It depends on the title alone,
//! so that a second import meets the first.

use std::collections::HashSet;
use std::sync::LazyLock;

use pinyin::ToPinyin;
use sha2::{Digest, Sha256};

use crate::cite::Names;
use crate::model::DocumentId;

/// Longest id, in letters; a longer one is cut at a syllable and told apart by a hash.
const LONGEST: usize = 60;

/// The title without 中华人民共和国 and without a remark such as （2020年修正）.
pub fn short_title(title: &str) -> String {
    let bare = title.trim().trim_start_matches('《').trim_end_matches('》');
    let bare = bare.strip_prefix("中华人民共和国").filter(|rest| rest.chars().count() > 1).unwrap_or(bare).trim();
    let remark = bare.strip_suffix(['）', ')']).and_then(|inner| {
        let at = inner.rfind(['（', '('])?;
        let words = inner[at..].trim_start_matches(['（', '(']);
        let dated = words.chars().next()?.is_ascii_digit()
            && ["修正", "修订", "修改", "文本"].iter().any(|w| words.contains(w));
        dated.then(|| inner[..at].trim_end())
    });
    remark.unwrap_or(bare).to_owned()
}

/// The id of a text with this title: that of a known text, otherwise by the sound of its short title. Laws of the People's Republic that
/// sound alike (检察官法, 监察官法) are told apart; of other titles the store finds out, and takes [`distinct_id`].
pub fn document_id(title: &str, names: &Names) -> DocumentId {
    let short = short_title(title);
    let known = names.find(title).or_else(|| names.find(&short)).or_else(|| names.find(&marks_of_titles(&short)));
    known.cloned().unwrap_or_else(|| by_sound(&short, SOUNDING_ALIKE.contains(&sound(&short).join("-"))))
}

/// The id with a hash of the title: for a title whose id is taken by another that sounds the same.
pub fn distinct_id(title: &str) -> DocumentId {
    by_sound(&short_title(title), true)
}

/// Sounds that two laws of the People's Republic share.
static SOUNDING_ALIKE: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut seen = HashSet::new();
    let titles = include_str!("../cite/statutes.txt").lines();
    titles.map(|title| sound(title).join("-")).filter(|sound| !seen.insert(sound.clone())).collect()
});

/// The syllables of a title; letters and figures as they are.
fn sound(title: &str) -> Vec<String> {
    let mut syllables: Vec<String> = Vec::new();
    let mut latin = false;
    for c in title.chars() {
        if let Some(sound) = c.to_pinyin() {
            syllables.push(sound.plain().replace('ü', "v"));
            latin = false;
        } else if c.is_ascii_alphanumeric() {
            let letter = c.to_ascii_lowercase();
            match syllables.last_mut().filter(|_| latin) {
                Some(word) => word.push(letter),
                None => syllables.push(letter.to_string()),
            }
            latin = true;
        } else {
            latin = false;
        }
    }
    syllables
}

/// Titles inside titles in the marks that the corpus uses: 〈〉.
fn marks_of_titles(title: &str) -> String {
    title.replace('《', "〈").replace('》', "〉")
}

/// The syllables of the title, joined by hyphens.
fn by_sound(title: &str, hashed: bool) -> DocumentId {
    let mut lost = title.chars().any(|c| c.is_alphanumeric() && !c.is_ascii() && c.to_pinyin().is_none());
    let mut id = String::new();
    let mut cut = false;
    for syllable in &sound(title) {
        if id.len() + 1 + syllable.len() > LONGEST {
            cut = true;
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(syllable);
    }
    if !id.starts_with(|c: char| c.is_ascii_lowercase()) {
        id.insert_str(0, if id.is_empty() { "text" } else { "text-" });
        lost = true;
    }
    if cut || lost || hashed {
        let hash = Sha256::digest(title.as_bytes());
        id.push_str(&format!("-{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2]));
    }
    // Letters, digits and single hyphens, a letter first, 72 at most: always an id.
    id.parse().unwrap_or_else(|_| unreachable_id())
}

/// Stands where the rules of ids and those above would ever part.
fn unreachable_id() -> DocumentId {
    "text".parse().unwrap_or_else(|_| unreachable!("'text' is an id"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_come_from_the_title_alone() {
        let names = Names::default();
        let id = |title: &str| document_id(title, &names).to_string();
        assert_eq!(id("中华人民共和国读书卡条例"), "du-shu-ka-tiao-li");
        assert_eq!(id("读书卡条例（2020年修正）"), "du-shu-ka-tiao-li");
        assert_eq!(id("读书卡App办法"), "du-shu-ka-app-ban-fa");
        assert!(id("2020计划").starts_with("text-2020-ji-hua-"));
        let long = id(&"图书馆读书卡".repeat(10));
        assert!(long.len() <= 68 && long != id(&"图书馆读书卡".repeat(11)));
    }

    proptest! {
        #[test]
        fn every_title_has_an_id(title in ".{0,80}") {
            let id = document_id(&title, &Names::default());
            prop_assert!(id.as_str().parse::<DocumentId>().is_ok() && id.as_str().len() <= 80);
        }
    }
}
