//! Citations in any text, with or without a library: the one reading that links, queries and checks rest on.

use std::collections::HashSet;
use std::ops::Range;

use super::articles::{Articles, labels};
use super::found::{Found, Title, Whose};
use super::list::{self, Member, Ordinal, after_blank, after_sign};
use super::names::Names;
use super::place::{Back, Part, Place};
use super::titles::{self, Meaning, Titles};
use super::{case, counted, english};

/// Finds every citation in `text`, in order and without overlaps, in Chinese and in English.
///
/// `text` may be a line, a document or a draft; `names` are the texts known by name, and may be empty. What a text declares
/// (以下简称) holds from there on. A number at the head of a line (第三条　…) is the label of an article, not a citation; a bare number
/// means the text itself where it has such an article, and otherwise the law that the same line named last. 本法 and 本条
/// alone are not citations.
pub fn find(text: &str, names: &Names) -> Vec<Found> {
    read(text, names, None)
}

/// Like [`find`], for one line of a document whose articles are known to number its own places.
pub(super) fn find_in_articles(text: &str, names: &Names) -> Vec<Found> {
    read(text, names, Some(Articles::All))
}

fn read(text: &str, names: &Names, own: Option<Articles>) -> Vec<Found> {
    let (mut starts, chars): (Vec<usize>, Vec<char>) = text.char_indices().unzip();
    starts.push(text.len());
    let (labels, articles) = labels(&chars);
    let mut finder = Finder {
        lower: chars.iter().map(char::to_ascii_lowercase).collect(),
        titles: Titles::new(names),
        names,
        own: own.unwrap_or(Articles::These(articles)),
        found: Vec::new(),
        named: None,
        line: Line::default(),
        chars,
    };
    finder.all(&labels);
    let bytes = |chars: &Range<usize>| starts[chars.start]..starts[chars.end];
    let mut found = finder.found;
    for one in &mut found {
        one.range = bytes(&one.range);
        if let Whose::Titled(title) = &mut one.whose {
            title.written = bytes(&title.written);
        }
    }
    found
}

/// What the line says that is being read.
#[derive(Default)]
struct Line {
    /// The last citation in it that names places, and the last that rests on a title: numbers in `found`.
    placed: Option<usize>,
    titled: Option<usize>,
    /// Whether it changes another text: 修改为, 增加一款, 作为第二款.
    amends: bool,
    /// Whether a quotation is open.
    quoted: bool,
    /// Where its last full stop stands.
    stop: usize,
}

pub(super) struct Finder<'a> {
    pub(super) chars: Vec<char>,
    /// The same in lower case, as English names are kept.
    pub(super) lower: Vec<char>,
    pub(super) names: &'a Names,
    titles: Titles<'a>,
    own: Articles,
    /// Ranges in characters until everything is found.
    found: Vec<Found>,
    /// The title named last: what 该法 and 同法 mean.
    named: Option<Title>,
    line: Line,
}

impl Finder<'_> {
    fn all(&mut self, labels: &HashSet<usize>) {
        self.begin_line(0);
        let mut at = 0;
        while let Some(&c) = self.chars.get(at) {
            match c {
                '\n' => self.begin_line(at + 1),
                '“' => self.line.quoted = true,
                '”' => self.line.quoted = false,
                '。' => self.line.stop = at,
                _ => {}
            }
            at = if labels.contains(&at) {
                list::chinese(&self.chars, at, Place::default(), Ordinal::Marked).first().map_or(at, |m| m.range.end)
            } else {
                self.citation(at).filter(|end| *end > at).unwrap_or(at + 1)
            };
        }
    }

    fn begin_line(&mut self, at: usize) {
        let rest = &self.chars[at..];
        let length = rest.iter().position(|c| *c == '\n').unwrap_or(rest.len());
        let amends = ["修改为", "改为第", "作为第", "增加一", "增加规定", "删去", "删除"];
        let amends =
            (at..at + length).any(|at| amends.iter().any(|word| after_sign(&self.chars[..], at, word).is_some()));
        self.line = Line { amends, stop: at, ..Line::default() };
    }

    /// Reads what starts at `at` into `found`; where it ends.
    fn citation(&mut self, at: usize) -> Option<usize> {
        if case::may_start(self.chars[at])
            && !(at > 0 && self.chars[at].is_ascii() && self.chars[at - 1].is_alphanumeric())
        {
            let named = case::at(&self.chars, at);
            if let Some(last) = named.last() {
                let end = last.range.end;
                for named in named {
                    let whose = Whose::Cases(named.documents);
                    self.push(Found { range: named.range, whose, places: Vec::new() });
                }
                return Some(end);
            }
        }
        match self.chars[at] {
            '《' => self.marked(at),
            '本' => self.own(at),
            '该' | '同' => self.same(at),
            '前' => self.earlier(at),
            '第' => self.listed(at),
            c if c.is_ascii_alphabetic() => {
                let (found, end) = english::at(self, at)?;
                found.into_iter().for_each(|found| self.push(found));
                Some(end)
            }
            c if c.is_numeric() || "一二三四五六七八九十".contains(c) => self.unmarked(at),
            _ => None,
        }
    }

    fn push(&mut self, found: Found) {
        let number = Some(self.found.len());
        if !found.places.is_empty() {
            self.line.placed = number;
        }
        if matches!(found.whose, Whose::Titled(_)) {
            self.line.titled = number;
        }
        self.found.push(found);
    }

    /// Adds the members of a list; the first takes in what was written before it.
    fn add(&mut self, start: usize, members: Vec<Member>, whose: &Whose) -> Option<usize> {
        let end = members.last()?.range.end;
        let mut before = Some(start);
        for member in members {
            let start = before.take().unwrap_or(member.range.start);
            self.push(Found { range: start..member.range.end, whose: whose.clone(), places: member.places });
        }
        Some(end)
    }

    fn titled(&mut self, written: Range<usize>, meaning: Meaning) -> Whose {
        let title = Title { written, full: meaning.full, document: meaning.document };
        self.named = Some(title.clone());
        Whose::Titled(title)
    }

    /// 《中华人民共和国刑法》第二百八十七条之一; or the title alone.
    fn marked(&mut self, at: usize) -> Option<usize> {
        let inside = titles::marked(&self.chars, at)?;
        let end = inside.end + 1;
        let title: String = self.chars[inside].iter().collect();
        let meaning = self.titles.meaning(&title);
        let declared = list::brackets(&self.chars, end).map(|bracket| {
            let names = titles::declared(&self.chars, bracket.clone());
            names.iter().for_each(|name| self.titles.introduce(name, &meaning));
            (!names.is_empty(), bracket.end + 1)
        });
        let next = match declared {
            Some((true, after)) => after,
            _ => list::after_brackets(&self.chars, end),
        };
        let starts = [after_blank(&self.chars, next), list::after_between(&self.chars, next)];
        let members = starts
            .map(|next| list::chinese(&self.chars, next, Place::default(), Ordinal::Free))
            .into_iter()
            .find(|members| !members.is_empty());
        match members {
            Some(members) => {
                let whose = self.titled(at..end, meaning);
                self.add(at, members, &whose)
            }
            None if titles::is_paper(&title) => Some(end),
            None => {
                let whose = self.titled(at..end, meaning);
                self.push(Found { range: at..end, whose, places: Vec::new() });
                Some(if let Some((true, after)) = declared { after } else { end })
            }
        }
    }

    /// 本条例第X条, 本条第二款, 本项第5目.
    fn own(&mut self, at: usize) -> Option<usize> {
        if let Some(part) = self.chars.get(at + 1).and_then(|c| Part::of_sign(*c))
            && !(part == Part::Article && matches!(self.chars.get(at + 2), Some('例' | '约')))
        {
            let here = Place::back(Back::of(part, 0)?);
            // Where a text has no articles of its own, it speaks of the one it quotes.
            let (whose, carried) = match self.before() {
                Some(last) if self.own.none() && part == Part::Article && last_place(last).no.is_some() => {
                    (last.whose.clone(), Place { no: last_place(last).no, ..Place::default() })
                }
                _ => (Whose::Own, here),
            };
            let members = list::chinese(&self.chars, at + 2, carried, Ordinal::Marked);
            return self.add(at, members, &whose);
        }
        let end = self.kind(at + 1)?;
        if self.inside_word(at, end, "基成资根样文版") {
            return None;
        }
        let starts = [after_blank(&self.chars, end), list::after_between(&self.chars, end)];
        let members = starts
            .map(|next| list::chinese(&self.chars, next, Place::default(), Ordinal::Marked))
            .into_iter()
            .find(|members| !members.is_empty())?;
        self.add(at, members, &Whose::Own)
    }

    /// Past the kind of a text after 本 or 该: 法, 条例, 若干规定, 公约; also 章 and 节, whose articles are the text's.
    fn kind(&self, at: usize) -> Option<usize> {
        const KINDS: [&str; 30] = [
            "法典",
            "法",
            "条例",
            "规定",
            "规则",
            "规程",
            "办法",
            "解释",
            "细则",
            "决定",
            "章程",
            "公约",
            "条约",
            "协定",
            "议定书",
            "通则",
            "意见",
            "通知",
            "批复",
            "规范",
            "准则",
            "标准",
            "制度",
            "修正案",
            "纪要",
            "答复",
            "安排",
            "编",
            "章",
            "节",
        ];
        const ATTRIBUTES: [&str; 6] = ["实施", "若干", "暂行", "司法", "补充", "试行"];
        let at = ATTRIBUTES.iter().find_map(|word| after_sign(&self.chars, at, word)).unwrap_or(at);
        KINDS.iter().find_map(|kind| after_sign(&self.chars, at, kind))
    }

    /// Whether 本法 or 同法 is only the end of a longer word or title: 基本法, 合同法.
    fn inside_word(&self, at: usize, end: usize, before: &str) -> bool {
        let floor = self.found.last().map_or(0, |last| last.range.end);
        at > floor
            && (before.contains(self.chars[at - 1])
                || self.titles.before(&self.chars, floor, end, true).is_some_and(|(start, _)| start < at))
    }

    /// 该法第二十八条, 同条第二款: what was cited last.
    fn same(&mut self, at: usize) -> Option<usize> {
        if let Some(part) = self.chars.get(at + 1).and_then(|c| Part::of_sign(*c))
            && !(part == Part::Article && matches!(self.chars.get(at + 2), Some('例' | '约')))
        {
            let last = self.before().filter(|last| last_place(last).says(part));
            let (whose, carried) = match last {
                Some(last) => (last.whose.clone(), last_place(last).above(below(part))),
                None => (Whose::Own, Place::back(Back::of(part, 0)?)),
            };
            let members = list::chinese(&self.chars, at + 2, carried, Ordinal::Marked);
            return self.add(at, members, &whose);
        }
        let end = self.kind(at + 1)?;
        if self.inside_word(at, end, "合共相不") {
            return None;
        }
        let members = list::chinese(&self.chars, end, Place::default(), Ordinal::Marked);
        if members.is_empty() {
            return None;
        }
        let whose = match &self.named {
            Some(named) => Whose::Titled(Title { written: at..end, ..named.clone() }),
            None => Whose::Own,
        };
        self.add(at, members, &whose)
    }

    /// 前款, 前两款, 前款第一项, 前条第二款.
    fn earlier(&mut self, at: usize) -> Option<usize> {
        let (steps, end) = list::number(&self.chars, at + 1).unwrap_or((1, at + 1));
        let part = Part::of_sign(*self.chars.get(end)?)?;
        let end = end + 1;
        let back = Place::back(Back::of(part, steps)?);
        if counted::word(&self.chars, end) {
            return None;
        }
        let starts = [end, list::after_between(&self.chars, end)];
        let carried = back.above(below(part));
        let smaller = starts
            .map(|next| list::chinese(&self.chars, next, carried, Ordinal::Marked))
            .into_iter()
            // An article after 前款 is another citation.
            .find(|members| members.first().and_then(|m| m.places.first()).is_some_and(|p| p.back == back.back));
        match smaller {
            Some(members) if steps == 1 => self.add(at, members, &Whose::Own),
            _ => self.add(at, vec![Member { range: at..end, places: vec![back] }], &Whose::Own),
        }
    }

    /// 第X条 and smaller parts, with a bare title before them or with none.
    fn listed(&mut self, at: usize) -> Option<usize> {
        let members = list::chinese(&self.chars, at, Place::default(), Ordinal::Marked);
        let first = *members.first()?.places.first()?;
        if first.no.is_some()
            && let Some(((start, end), meaning)) = self.title_before(at, false)
        {
            let whose = self.titled(start..end, meaning);
            return self.add(start, members, &whose);
        }
        if self.counts(&members) {
            return None;
        }
        let (whose, carried) = self.meant(first);
        let members = if carried == Place::default() {
            members
        } else {
            list::chinese(&self.chars, at, carried, Ordinal::Marked)
        };
        self.add(at, members, &whose)
    }

    /// Whether a lone number, of one part and without brackets, counts things: 第三款产品.
    fn counts(&self, members: &[Member]) -> bool {
        let [member] = members else { return false };
        let [place] = member.places[..] else { return false };
        let parts = [place.no.is_some(), place.paragraph.is_some(), place.item.is_some()];
        parts.into_iter().filter(|said| *said).count() < 2
            && !self.chars[member.range.clone()].iter().any(|c| matches!(c, '（' | '('))
            && counted::things(&self.chars, member.range.end, !self.own.none())
    }

    /// 刑法287条, 民法典1188条.
    fn unmarked(&mut self, at: usize) -> Option<usize> {
        let before = *self.chars.get(at.checked_sub(1)?)?;
        if before.is_numeric() || !(before == ' ' || before.is_alphabetic()) {
            return None;
        }
        let members = list::chinese(&self.chars, at, Place::default(), Ordinal::Free);
        members.first()?.places.first()?.no?;
        if self.counts(&members) {
            return None;
        }
        let ((start, end), meaning) = self.title_before(at, true)?;
        let whose = self.titled(start..end, meaning);
        self.add(start, members, &whose)
    }

    /// A title without 《》 right before a number at `at`, words such as 原 and 中的 between them aside: where it stands, and what
    /// it means.
    fn title_before(&self, at: usize, known: bool) -> Option<((usize, usize), Meaning)> {
        let floor = self.found.last().map_or(0, |last| last.range.end);
        let mut end = at;
        for word in [" ", "原", "中的", "中", "的"] {
            let length = word.chars().count();
            if end >= floor + length && after_sign(&self.chars[..at], end - length, word).is_some() {
                end -= length;
                break;
            }
        }
        let (start, meaning) = self.titles.before(&self.chars, floor.min(end), end, known)?;
        Some(((start, end), meaning))
    }

    /// Whose a bare place is, and what it leaves out.
    fn meant(&self, first: Place) -> (Whose, Place) {
        let own = (Whose::Own, Place::default());
        let amended = self.line.amends && !self.line.quoted;
        match first.begins() {
            Some(Part::Article) if amended || !self.own.has(first) => {
                let titled = self.line.titled.map(|number| self.found[number].whose.clone());
                // What is not divided into articles speaks on of the text it cited last, be it 本规定.
                let last = self.before().filter(|_| self.own.none()).map(|found| found.whose.clone());
                (last.or(titled).unwrap_or(Whose::Own), Place::default())
            }
            Some(part @ (Part::Paragraph | Part::Item)) => {
                let Some(last) = self.before() else { return own };
                let same = last_place(last).says(part) && last.range.end > self.line.stop && !self.line.quoted;
                if same || amended || self.own.none() {
                    (last.whose.clone(), last_place(last).above(part))
                } else {
                    own
                }
            }
            _ => own,
        }
    }

    /// The last place cited in this line.
    fn before(&self) -> Option<&Found> {
        self.line.placed.map(|number| &self.found[number])
    }
}

fn last_place(found: &Found) -> Place {
    found.places.last().copied().unwrap_or_default()
}

fn below(part: Part) -> Part {
    Part::ALL.into_iter().find(|other| *other > part).unwrap_or(Part::Point)
}
