//! Other readings of a query: typed in pinyin or initials, or with a slip.

mod chinese;
mod corpus;
mod english;
mod sound;

use super::language::{Clause, Occur, What, read};
use super::vocabulary::{self, Entry};
use crate::library::Library;
use crate::text::fold;
use crate::wire::{Meant, MeantWhy, SuggestionKind};
use corpus::Spoken;

/// Most readings at once.
const MOST: usize = 3;

/// Everything that somebody can have meant: the words of a library, by sound, by shape and by letters. Made once, on first need, off
/// the way of the start.
#[derive(Debug, Default)]
pub struct Meanings {
    entries: Vec<Entry>,
    /// The Chinese entries, folded, a line each.
    chinese: String,
    spoken: Spoken,
}

/// Other words in the place of some that were typed.
#[derive(Debug, Clone, PartialEq)]
struct Guess {
    text: String,
    why: MeantWhy,
    /// Higher is likelier.
    score: f32,
    /// Whether it is so likely that a query which finds nothing may be answered in its place.
    sure: bool,
}

impl Meanings {
    /// The words of `library`.
    pub fn of(library: &Library) -> Self {
        let entries = vocabulary::entries(library);
        let chinese = entries.iter().filter(|entry| entry.parts.is_empty()).map(|entry| entry.folded.as_str());
        let chinese = chinese.collect::<Vec<_>>().join("\n");
        Self { spoken: Spoken::of(library, &chinese), entries, chinese }
    }

    /// Other queries that may have been meant, best first, at most three. When the query as typed found something
    /// (`found_something`: it stands somewhere exactly), nothing is applied, and only what is close is offered.
    pub fn meant(&self, query: &str, found_something: bool) -> Vec<Meant> {
        let asked = read(query);
        let free = |clause: &&Clause| clause.occur != Occur::Not;
        for clause in asked.clauses.iter().filter(free) {
            let What::Words(words) = &clause.what else { continue };
            let mut guesses = self.guesses(words, found_something);
            let typed = fold::deep(words).text();
            guesses.retain(|guess| fold::deep(&guess.text).text() != typed);
            guesses.sort_by(|a, b| b.score.total_cmp(&a.score));
            let mut seen: Vec<String> = Vec::new();
            guesses.retain(|guess| {
                !seen.contains(&guess.text) && {
                    seen.push(guess.text.clone());
                    true
                }
            });
            if guesses.is_empty() {
                continue;
            }
            let (before, after) = (&asked.query[..clause.range.start], &asked.query[clause.range.end..]);
            let meant = |(place, guess): (usize, Guess)| Meant {
                query: format!("{before}{}{after}", guess.text).trim().to_owned(),
                why: guess.why,
                applied: place == 0 && guess.sure && !found_something,
            };
            return guesses.into_iter().take(MOST).enumerate().map(meant).collect();
        }
        Vec::new()
    }

    fn guesses(&self, words: &str, found_something: bool) -> Vec<Guess> {
        let mut guesses = self.by_sound(words);
        if found_something {
            guesses.retain(|guess| guess.sure);
            return guesses;
        }
        if !guesses.iter().any(|guess| guess.sure) {
            guesses.extend(self.by_letters(words));
        }
        guesses.extend(self.by_character(words));
        guesses
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

/// How much likelier one kind of entry is than another.
fn weight(kind: SuggestionKind) -> f32 {
    match kind {
        SuggestionKind::Term => 1.0,
        SuggestionKind::Title => 0.9,
        SuggestionKind::Topic => 0.8,
        SuggestionKind::Heading => 0.7,
        SuggestionKind::Saying => 0.6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_found() {
        let meanings = Meanings::of(&Library::bundled());
        for (typed, meant, why) in [
            ("wangluo qiling", "网络欺凌", MeantWhy::Pinyin),
            ("wang luo qi ling", "网络欺凌", MeantWhy::Pinyin),
            ("wangluoqiling", "网络欺凌", MeantWhy::Pinyin),
            ("WangLuoQiLing", "网络欺凌", MeantWhy::Pinyin),
            ("weichengnianren moshi", "未成年人模式", MeantWhy::Pinyin),
            ("类型:案例 wangluo qiling", "类型:案例 网络欺凌", MeantWhy::Pinyin),
            ("wcnr", "未成年人", MeantWhy::Initials),
            ("wcnrwlbhtl", "未成年人网络保护条例", MeantWhy::Initials),
            ("网络欺领", "网络欺凌", MeantWhy::Slip),
            ("网络期凌", "网络欺凌", MeantWhy::Slip),
            ("网络欺林", "网络欺凌", MeantWhy::Slip),
            ("网络凌欺", "网络欺凌", MeantWhy::Slip),
            ("末成年人模式", "未成年人模式", MeantWhy::Slip),
            ("网洛欺凌", "网络欺凌", MeantWhy::Slip),
            ("怎么举报网络欺领", "怎么举报网络欺凌", MeantWhy::Slip),
            ("網路霸凌", "网络霸凌", MeantWhy::Slip),
            ("cyberbulying", "cyberbullying", MeantWhy::Slip),
            ("online bulying", "online bullying", MeantWhy::Slip),
            ("perosnal information", "personal information", MeantWhy::Slip),
            ("guardisn consent", "guardian consent", MeantWhy::Keyboard),
        ] {
            let found = meanings.meant(typed, false);
            let told = found.first().map(|one| (one.query.as_str(), one.why, one.applied));
            assert_eq!(told, Some((meant, why, true)), "{typed}: {found:?}");
            assert!(meanings.meant(typed, true).iter().all(|one| !one.applied), "{typed}");
        }
    }

    #[test]
    fn what_is_right_is_left_alone() {
        let meanings = Meanings::of(&Library::bundled());
        for typed in [
            "",
            "网络欺凌",
            "網絡欺凌",
            "未成年人模式",
            "类型:案例 职能:公益诉讼 儿童",
            "打赏 非 直播",
            "\"最小授权\"",
            "online bullying",
            "how long may children play games",
            "46",
            "条例第46条",
            "criminal-law/287-1",
            "QQ",
            "app",
            "zzxqwv",
            "最高法指导性案例第14号",
            "拿照片逼她出来见面",
            "诽谤的帖子被转发多少次算情节严重？",
            "revenge porn",
            "internet cafes letting children in",
        ] {
            assert_eq!(meanings.meant(typed, true), [], "{typed}");
            assert!(
                meanings.meant(typed, false).iter().all(|one| !one.applied),
                "{typed}: {:?}",
                meanings.meant(typed, false)
            );
        }
    }
}
