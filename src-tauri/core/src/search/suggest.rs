//! Suggestions while somebody types.

use super::language::{Occur, What, read};
use super::pinyin;
use super::slips::Meanings;
use super::vocabulary::Entry;
use crate::model::Lang;
use crate::text::fold;
use crate::wire::Suggestion;

/// Most suggestions at once.
pub const MOST: usize = 8;

/// How an entry fits what was typed, better first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It begins so.
    Start,
    /// It is spelt so in pinyin.
    Pinyin,
    /// These are its initials.
    Initials,
    /// It holds these words.
    Inner,
}

impl Meanings {
    /// What somebody who has typed `typed` may be about to type, best first, at most [`MOST`]. Only the last words are completed; what
    /// stands before them stays.
    pub fn suggest(&self, typed: &str, lang: Lang) -> Vec<Suggestion> {
        let asked = read(typed);
        let Some(last) = asked.clauses.last() else { return Vec::new() };
        let What::Words(words) = &last.what else { return Vec::new() };
        let before = asked.query.get(..last.range.start).unwrap_or_default();
        // While an operator has its word typed, the word may be anything; a lone one waits for its word.
        if last.occur == Occur::Should && !asked.notes.is_empty() && words.chars().count() < 2 {
            return Vec::new();
        }
        let wanted = Wanted::of(words);
        let mut found: Vec<(Fit, &Entry)> =
            self.entries().iter().filter_map(|entry| Some((wanted.fit(entry)?, entry))).collect();
        // Letters that begin an English word are pinyin to a reader of Chinese.
        let fit = |fit: Fit, entry: &Entry| if entry.lang == lang { fit } else { Fit::Inner };
        found.sort_by_key(|(how, entry)| (fit(*how, entry), entry.lang != lang, entry.kind, entry.length));
        let suggestion = |(_, entry): (Fit, &Entry)| Suggestion {
            text: format!("{before}{}", entry.text),
            kind: entry.kind,
            address: entry.address.clone().filter(|_| before.is_empty()),
        };
        found.into_iter().take(MOST).map(suggestion).collect()
    }
}

/// What was typed, in the forms it is compared in.
struct Wanted {
    folded: String,
    /// With a blank before each word.
    parts: String,
    letters: Option<String>,
}

impl Wanted {
    fn of(words: &str) -> Self {
        let folding = fold::deep(words);
        let letters = pinyin::letters(words).filter(|letters| letters.len() > 1);
        Self { folded: folding.text(), parts: format!(" {}", folding.spaced()), letters }
    }

    fn fit(&self, entry: &Entry) -> Option<Fit> {
        if self.folded.is_empty() || entry.folded == self.folded {
            return None;
        }
        if entry.folded.starts_with(&self.folded) {
            return Some(Fit::Start);
        }
        if let Some(letters) = self.letters.as_ref().filter(|_| entry.lang == Lang::Zh) {
            if pinyin::spells(&entry.folded, letters, false) {
                return Some(Fit::Pinyin);
            }
            if pinyin::initials(&entry.folded, letters, false) {
                return Some(Fit::Initials);
            }
        }
        // One letter stands inside everything.
        let inner = match entry.parts.as_str() {
            "" => self.folded.chars().count() > 1 && entry.folded.contains(&self.folded),
            parts => self.folded.len() > 2 && parts.contains(&self.parts),
        };
        inner.then_some(Fit::Inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::wire::SuggestionKind;

    #[test]
    fn what_is_begun_is_completed() {
        let meanings = Meanings::of(&Library::bundled());
        for (typed, lang, first, kind) in [
            ("网络欺", Lang::Zh, "网络欺凌", SuggestionKind::Term),
            ("網絡欺", Lang::Zh, "网络欺凌", SuggestionKind::Term),
            ("wangluoqi", Lang::Zh, "网络欺凌", SuggestionKind::Term),
            ("wang luo qi", Lang::Zh, "网络欺凌", SuggestionKind::Term),
            ("wcnrwlbhtl", Lang::Zh, "未成年人网络保护条例", SuggestionKind::Title),
            ("online bul", Lang::En, "online bullying", SuggestionKind::Term),
            ("类型:案例 网络欺", Lang::Zh, "类型:案例 网络欺凌", SuggestionKind::Term),
            ("儿童 -网络欺", Lang::Zh, "儿童 -网络欺凌", SuggestionKind::Term),
        ] {
            let found = meanings.suggest(typed, lang);
            assert!(found.len() <= MOST);
            let told = found.first().map(|one| (one.text.as_str(), one.kind));
            assert_eq!(told, Some((first, kind)), "{typed}: {found:?}");
        }
        for typed in ["", " ", "类型:案例", "\"网络\"", "zzzzqq"] {
            assert_eq!(meanings.suggest(typed, Lang::Zh), [], "{typed}");
        }
        let inner = meanings.suggest("欺凌", Lang::Zh);
        assert!(inner.iter().any(|one| one.text == "网络欺凌"), "{inner:?}");
    }
}
