//! Slips in Chinese: a character of the same sound or a like shape, neighbours swapped, words of other regions.

use std::collections::HashMap;

use super::corpus::is_chinese;
use super::{Guess, Meanings, weight};
use crate::search::pinyin::{Sound, compare, readings};
use crate::text::fold;
use crate::wire::MeantWhy;

/// Characters that are taken for one another by the eye, or are a stroke apart.
const SHAPES: [&str; 32] = [
    "未末",
    "己已巳",
    "土士",
    "人入",
    "干千于",
    "日曰",
    "侯候",
    "拔拨",
    "辩辨辫",
    "凌陵棱",
    "欺期",
    "帐账",
    "暴爆",
    "沉沈",
    "洛络",
    "猥偎煨",
    "诉拆",
    "诈炸",
    "淫滛",
    "贷货",
    "惩征",
    "崇祟",
    "戒戎",
    "刺剌",
    "折拆",
    "析折",
    "幼幻",
    "亨享",
    "免兔",
    "住往",
    "亵裹",
    "骗编偏",
];

/// Words of other regions and what they are called in the texts.
const REGIONAL: [(&str, &str); 12] = [
    ("网路", "网络"),
    ("资讯", "信息"),
    ("软体", "软件"),
    ("程式", "程序"),
    ("讯息", "信息"),
    ("伺服器", "服务器"),
    ("线上", "网上"),
    ("影片", "视频"),
    ("个资", "个人信息"),
    ("装置", "设备"),
    ("简讯", "短信"),
    ("萤幕", "屏幕"),
];

/// Longest text whose slips are looked for, in characters: what is longer was pasted.
const LONGEST: usize = 24;

/// Where more neighbours are strange to the texts, the words are a story of one's own, not a slip.
const MOST_ODD: usize = 3;

/// A reading of the characters, and how many of them were exchanged.
struct Draft {
    chars: Vec<char>,
    score: f32,
    sure: bool,
}

impl Meanings {
    /// The words with characters exchanged where they make no word of the texts.
    pub(super) fn by_character(&self, words: &str) -> Vec<Guess> {
        let typed: Vec<char> = fold::script(words).chars().collect();
        if typed.len() > LONGEST {
            return Vec::new();
        }
        let mut drafts = self.regional(&typed);
        if drafts.is_empty() {
            let odd = self.odd(&typed);
            drafts = self.like_entries(&typed, &odd);
            drafts.extend(self.exchanged(&typed, &odd));
        }
        let guess = |draft: Draft| Guess {
            text: draft.chars.into_iter().collect(),
            why: MeantWhy::Slip,
            score: draft.score,
            sure: draft.sure,
        };
        drafts.into_iter().map(guess).collect()
    }

    /// Where two neighbours stand that are neighbours in no text.
    fn odd(&self, chars: &[char]) -> Vec<usize> {
        let pairs = chars.windows(2).enumerate();
        let odd =
            pairs.filter(|(_, pair)| pair.iter().all(|c| is_chinese(*c)) && self.spoken.pair(pair[0], pair[1]) == 0);
        odd.map(|(at, _)| at).collect()
    }

    fn regional(&self, typed: &[char]) -> Vec<Draft> {
        let text: String = typed.iter().collect();
        let here = REGIONAL.iter().filter(|(word, _)| text.contains(word) && !self.chinese.contains(word));
        let ours = here.fold(text.clone(), |text, (word, ours)| text.replace(word, ours));
        if ours == text {
            return Vec::new();
        }
        vec![Draft { chars: ours.chars().collect(), score: 7.0, sure: true }]
    }

    /// Entries that sound like a part of the text which holds an odd pair.
    fn like_entries(&self, typed: &[char], odd: &[usize]) -> Vec<Draft> {
        if odd.is_empty() {
            return Vec::new();
        }
        let mut drafts = Vec::new();
        let mut sounds = Sounds::new();
        let entries = self.entries.iter().filter(|entry| entry.parts.is_empty() && (2..=10).contains(&entry.length));
        for entry in entries.filter(|entry| entry.length <= typed.len()) {
            let wanted: Vec<char> = entry.folded.chars().collect();
            for (at, window) in typed.windows(entry.length).enumerate() {
                if !odd.iter().any(|odd| (at..at + entry.length - 1).contains(odd)) {
                    continue;
                }
                let Some((others, near)) = likeness(&mut sounds, window, &wanted) else { continue };
                // Two characters of which one is another are a guess; a word of which all are others is a chance.
                if others == 0 || others * 2 > entry.length || (entry.length == 2 && near > 0) {
                    continue;
                }
                let chars = [&typed[..at], &wanted, &typed[at + entry.length..]].concat();
                let score = 5.0 + 0.5 * entry.length as f32 - others as f32 - 0.5 * near as f32 + weight(entry.kind);
                // A short word is surely meant only where nothing else was typed: 最高法 is no 最高罚.
                let sure = entry.length > 3 || entry.length > 2 && entry.length == typed.len();
                drafts.push(Draft { chars, score, sure });
            }
        }
        drafts
    }

    /// One character exchanged or two neighbours swapped, so that a word of the vocabulary comes about.
    fn exchanged(&self, typed: &[char], odd: &[usize]) -> Vec<Draft> {
        let mut drafts = Vec::new();
        if odd.len() > MOST_ODD {
            return drafts;
        }
        let mut places: Vec<usize> = odd.iter().flat_map(|at| [*at, at + 1]).collect();
        places.dedup();
        for at in places {
            for (other, cost) in self.others(typed[at]) {
                let mut chars = typed.to_vec();
                chars[at] = other;
                self.keep(&mut drafts, chars, typed, at..at + 1, cost);
            }
        }
        for at in odd {
            let mut chars = typed.to_vec();
            chars.swap(*at, at + 1);
            self.keep(&mut drafts, chars, typed, *at..at + 2, 0.5);
        }
        drafts
    }

    /// Keeps a draft whose changed place is part of a known run of three characters, or is the whole of a word of two.
    fn keep(
        &self,
        drafts: &mut Vec<Draft>,
        chars: Vec<char>,
        typed: &[char],
        changed: std::ops::Range<usize>,
        cost: f32,
    ) {
        let chinese = |at: usize| chars.get(at).is_some_and(|c| is_chinese(*c));
        let start = (0..changed.start).rev().take_while(|at| chinese(*at)).last().unwrap_or(changed.start);
        let end = (changed.end..chars.len()).take_while(|at| chinese(*at)).last().map_or(changed.end, |at| at + 1);
        // Cheap before dear: the new neighbours must be known.
        let neighbours = (changed.start.max(start + 1) - 1..changed.end.min(end - 1))
            .map(|at| self.spoken.pair(chars[at], chars[at + 1]));
        if neighbours.min().unwrap_or(0) == 0 {
            return;
        }
        let mut longest = 0;
        for length in 2..=(end - start).min(6) {
            let windows = (start..=end - length).filter(|from| *from <= changed.start && from + length >= changed.end);
            let known = windows.into_iter().any(|from| {
                let run: String = chars[from..from + length].iter().collect();
                self.chinese.contains(&run)
            });
            if !known {
                break;
            }
            longest = length;
        }
        if longest < (end - start).min(3) || self.odd(&chars).len() >= self.odd(typed).len() {
            return;
        }
        let sure = longest > 3 || longest > 1 && longest == end - start;
        drafts.push(Draft { chars, score: 3.0 + 0.5 * longest as f32 - cost, sure });
    }

    /// What may have been meant by a character, and how unlikely it is.
    fn others(&self, c: char) -> Vec<(char, f32)> {
        let shapes = SHAPES.iter().filter(|group| group.contains(c)).flat_map(|group| group.chars()).map(|c| (c, 0.3));
        let sounds = readings(c).filter_map(|reading| self.spoken.by_reading.get(reading)).flatten().map(|c| (*c, 0.0));
        shapes.chain(sounds).filter(|(other, _)| *other != c).collect()
    }
}

/// How characters sound to each other, found out once.
type Sounds = HashMap<(char, char), Sound>;

/// How many characters of two words of one length differ, and how many of these only sound near; `None` when some do not even that.
fn likeness(sounds: &mut Sounds, one: &[char], other: &[char]) -> Option<(usize, usize)> {
    let (mut others, mut near) = (0, 0);
    for (a, b) in one.iter().zip(other).filter(|(a, b)| a != b) {
        others += 1;
        match sounds.entry((*a, *b)).or_insert_with(|| compare(*a, *b)) {
            Sound::Same => {}
            Sound::Near => near += 1,
            Sound::Other => return None,
        }
    }
    Some((others, near))
}
