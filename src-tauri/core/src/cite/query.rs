//! Citations as people type them into a search box: 条例第46条第2款, 第五十六条, 46, Regulations art. 26(2).

use super::list::{self, Ordinal, after_word};
use super::names::Names;
use super::place::Place;
use super::{case, counted};
use crate::model::{Address, ArticleNo, DocumentId, Unit};
use crate::text::{fold, numerals};

/// A citation found in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The places it names, in order; at least one.
    pub places: Vec<Address>,
    /// What else the query says.
    pub rest: String,
}

/// Words that may stand between a title and an article number in English.
const ARTICLE_WORDS: [&str; 7] = ["articles", "article", "arts.", "art.", "arts", "art", "§"];

/// What people shorten the titles of well-known laws to, at the head of a word and before a number: 刑287之二.
const SHORTHANDS: [(&str, &str); 10] = [
    ("刑诉", "刑事诉讼法"),
    ("民诉", "民事诉讼法"),
    ("行诉", "行政诉讼法"),
    ("未保", "未成年人保护法"),
    ("个保", "个人信息保护法"),
    ("网安", "网络安全法"),
    ("数安", "数据安全法"),
    ("治安", "治安管理处罚法"),
    ("刑", "刑法"),
    ("民", "民法典"),
];

/// Finds a citation in `query`. `near` is the document a bare number belongs to; `exists` tells real places from others:
/// what does not exist is not a citation.
pub fn read(query: &str, names: &Names, near: Option<&DocumentId>, exists: impl Fn(&Address) -> bool) -> Option<Cited> {
    let script = fold::script(query);
    let text = script.trim();
    if let Ok(address) = text.parse::<Address>()
        && (address.unit != Unit::Whole || text.contains('-'))
        && exists(&address)
    {
        return Some(Cited { places: vec![address], rest: String::new() });
    }
    let typed: Vec<char> = text.chars().collect();
    let (chars, origins) = close_up(&typed);
    let reader = Reader { typed: &typed, chars: &chars, origins: &origins, names, near, exists: &exists };
    (0..chars.len()).find_map(|at| reader.citation(at)).or_else(|| reader.bare())
}

/// Leaves out blanks beside Chinese characters (第 46 条), and remembers where each character stood.
fn close_up(typed: &[char]) -> (Vec<char>, Vec<usize>) {
    let wide = |i: Option<usize>| i.and_then(|i| typed.get(i)).is_some_and(|c| !c.is_ascii());
    let kept =
        (0..typed.len()).filter(|&i| !(typed[i].is_whitespace() && (wide(i.checked_sub(1)) || wide(Some(i + 1)))));
    kept.map(|i| (typed[i], i)).unzip()
}

struct Reader<'a, E> {
    /// As typed, in script form.
    typed: &'a [char],
    /// Without blanks beside Chinese characters: what is read.
    chars: &'a [char],
    /// Where each of `chars` stands in `typed`.
    origins: &'a [usize],
    names: &'a Names,
    near: Option<&'a DocumentId>,
    exists: &'a E,
}

impl<E: Fn(&Address) -> bool> Reader<'_, E> {
    /// A citation that starts at `at`, with or without a title.
    fn citation(&self, at: usize) -> Option<Cited> {
        if at > 0 && self.chars[at].is_ascii_alphanumeric() && self.chars[at - 1].is_ascii_alphanumeric() {
            return None;
        }
        let cases = case::at(self.chars, at);
        if let Some(last) = cases.last() {
            let end = last.range.end;
            return self.cited(at, end, cases.into_iter().flat_map(|named| named.documents).map(Address::whole));
        }
        let (named, next) = self.title(at);
        let (units, mut end) = self.numbers(next, named)?;
        let mut document = named;
        if document.is_none()
            && let Some((owner, after)) = self.owner(end)
        {
            (document, end) = (Some(owner), after);
        }
        let document = document.or(self.near)?;
        self.cited(at, end, units.into_iter().map(|unit| within(document, unit)))
    }

    /// A query that is nothing but a number of the document at hand: 46, 46.2, 46(2), 46-1.
    fn bare(&self) -> Option<Cited> {
        let (unit, end) = self.short(0, self.near?).filter(|(_, end)| *end == self.chars.len())?;
        self.cited(0, end, std::iter::once(within(self.near?, unit)))
    }

    /// A title at `at`, 《》 or not, and where the number may start after it.
    fn title(&self, at: usize) -> (Option<&DocumentId>, usize) {
        let article = after_word(self.chars, at, "the").unwrap_or(at);
        let open = article + usize::from(self.chars.get(article) == Some(&'《'));
        match self.names.at_start(&self.chars[open..], false) {
            Some((document, length)) => {
                let mut next = open + length;
                next += self.chars[next..]
                    .iter()
                    .take_while(|c| matches!(c, '》' | ',' | '的') || c.is_whitespace())
                    .count();
                (Some(document), next)
            }
            None => self.shorthand(at).map_or((None, at), |(document, next)| (Some(document), next)),
        }
    }

    fn shorthand(&self, at: usize) -> Option<(&DocumentId, usize)> {
        let head = at == 0 || !self.chars[at - 1].is_alphanumeric();
        let (name, next) = SHORTHANDS.iter().find_map(|(short, name)| {
            let next = list::after_sign(self.chars, at, short).filter(|_| head)?;
            self.chars.get(next).is_some_and(|c| *c == '第' || c.is_ascii_digit()).then_some((name, next))
        })?;
        Some((self.names.find(name)?, next))
    }

    /// `… of the Regulations`.
    fn owner(&self, at: usize) -> Option<(&DocumentId, usize)> {
        let of = after_word(self.chars, at + 1, "of")?;
        let next = after_word(self.chars, of, "the").unwrap_or(of);
        self.names.at_start(self.chars.get(next..)?, false).map(|(document, length)| (document, next + length))
    }

    /// Article numbers at `at`. Without a title they need 条 or the word article; after one, a bare number will do.
    fn numbers(&self, at: usize, title: Option<&DocumentId>) -> Option<(Vec<Unit>, usize)> {
        let begins = title.is_some() || at == 0 || !self.chars[at - 1].is_alphanumeric();
        let ordinal = if begins { Ordinal::Free } else { Ordinal::Marked };
        let members = list::chinese(self.chars, at, Place::default(), ordinal);
        if let Some(last) = members.last()
            && (title.is_some() || !self.counts(at, last.range.end))
        {
            return units(members);
        }
        let word = ARTICLE_WORDS.iter().find_map(|word| {
            let end = list::after_sign(self.chars, at, word)?;
            Some(end + self.chars[end..].iter().take_while(|c| c.is_whitespace()).count())
        });
        if let Some(next) = word {
            return units(list::english(self.chars, next));
        }
        let (unit, end) = self.short(at, title?)?;
        Some((vec![unit], end))
    }

    /// Whether a number without a title only counts what stands after it: 三条措施, 第三条道路. Without 第, whatever is written on
    /// is counted.
    fn counts(&self, at: usize, end: usize) -> bool {
        let goes_on = self.chars.get(end).is_some_and(|c| c.is_alphanumeric())
            && self.origins.get(end) == self.origins.get(end - 1).map(|last| last + 1).as_ref()
            && !['规', '的'].contains(&self.chars[end]);
        (goes_on && self.chars[at] != '第') || counted::things(self.chars, end, false)
    }

    /// 46, 46.2, 20.1.3, 26(2), 287-1, 287之一. A hyphen means 之 where the document has such an article, and 款 elsewhere.
    fn short(&self, at: usize, document: &DocumentId) -> Option<(Unit, usize)> {
        let (main, mut end) = list::number(self.chars, at)?;
        let sub = self.chars.get(end).filter(|c| **c == '之').and_then(|_| list::number(self.chars, end + 1));
        let no = ArticleNo { main, sub: sub.map_or(0, |(sub, _)| sub) };
        end = sub.map_or(end, |(_, after)| after);
        let mut parts: Vec<u32> = Vec::new();
        let mut hyphen = false;
        while parts.len() < 3 {
            let open = *self.chars.get(end).unwrap_or(&' ');
            if !matches!(open, '.' | '-' | '(') || (parts.len() == 2 && !hyphen) {
                break;
            }
            let length = self.chars[end + 1..].iter().take(8).take_while(|c| c.is_ascii_alphanumeric()).count();
            let part: String = self.chars[end + 1..end + 1 + length].iter().collect();
            let Some(part) = part.parse().ok().or_else(|| numerals::parse_roman(&part)) else { break };
            if open == '(' && self.chars.get(end + 1 + length) != Some(&')') {
                break;
            }
            hyphen |= open == '-' && parts.is_empty() && no.sub == 0;
            end += 1 + length + usize::from(open == '(');
            parts.push(part);
        }
        if self.chars.get(end).is_some_and(|c| c.is_alphanumeric()) {
            return None;
        }
        let unit =
            |no, parts: &[u32]| Unit::Article { no, paragraph: parts.first().copied(), item: parts.get(1).copied() };
        if hyphen && let Some((sub, rest)) = parts.split_first() {
            let inserted = unit(ArticleNo { main, sub: *sub }, rest);
            if (self.exists)(&within(document, inserted.clone())) {
                return Some((inserted, end));
            }
        }
        (parts.len() < 3).then(|| (unit(no, &parts), end))
    }

    fn cited(&self, at: usize, end: usize, places: impl Iterator<Item = Address>) -> Option<Cited> {
        let places: Vec<Address> = places.filter(|address| (self.exists)(address)).collect();
        let origin = |i: usize| self.origins.get(i).copied().unwrap_or(self.typed.len());
        let rest = self.typed[..origin(at)].iter().chain(&[' ']).chain(&self.typed[origin(end)..]).collect::<String>();
        let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
        (!places.is_empty()).then_some(Cited { places, rest })
    }
}

fn within(document: &DocumentId, unit: Unit) -> Address {
    Address { document: document.clone(), unit, version: None }
}

/// The places of a list and where it ends; what names no article names no place in a query.
fn units(members: Vec<list::Member>) -> Option<(Vec<Unit>, usize)> {
    let end = members.last()?.range.end;
    let units: Vec<Unit> = members.iter().flat_map(|member| &member.places).filter_map(|place| place.unit()).collect();
    (!units.is_empty()).then_some((units, end))
}

#[cfg(test)]
mod tests {
    use crate::library::Library;

    #[test]
    fn what_people_type_is_understood() {
        let library = Library::bundled();
        for (query, places) in [
            ("条例第46条第2款", "46.2"),
            ("第五十六条", "56"),
            ("46", "46"),
            ("４６", "46"),
            ("46.2", "46.2"),
            ("46(2)", "46.2"),
            ("46-2", "46.2"),
            ("条例46-2", "46.2"),
            ("条例 46", "46"),
            ("条例 第 46 条 第 2 款", "46.2"),
            ("条例四十六条", "46"),
            ("46条", "46"),
            ("二十条第一款第三项", "20.1.3"),
            ("第二十条第三项", "20.1.3"),
            ("第20条第1款第（3）项", "20.1.3"),
            ("條例第四十六條第二款", "46.2"),
            ("《未成年人网络保护条例》第五十四条", "54"),
            ("中华人民共和国未成年人网络保护条例第五十四条", "54"),
            ("未网条例54", "54"),
            ("Regulations art. 26(2)", "26.2"),
            ("art 26(2)", "26.2"),
            ("Article 20(1)(iii) of the Regulations", "20.1.3"),
            ("Regulations on the Protection of Minors in Cyberspace, Article 54", "54"),
            ("the Regulations 46", "46"),
            ("minors-online-protection/46.2", "46.2"),
            ("第四十二条至第四十五条", "42 43 44 45"),
            ("第二十六条第二款和第三款", "26.2 26.3"),
            ("Articles 42 to 45", "42 43 44 45"),
            ("检例第43号", "spp-43"),
            ("检例43", "spp-43"),
            ("jl43", "spp-43"),
            ("SPP Guiding Case No. 43", "spp-43"),
            ("指导性案例192号", "spc-192"),
            ("spp-43/holding", "spp-43/holding"),
            ("刑法第二百八十七条之二第一款", "criminal-law/287-2.1"),
            ("刑法287-2", "criminal-law/287-2"),
            ("规定第30条", "cybercrime-handling/30"),
            ("条例26-2", "26.2"),
            ("条例20-1-3", "20.1.3"),
            ("刑法287之二", "criminal-law/287-2"),
            ("刑法287之2", "criminal-law/287-2"),
            ("刑287之二", "criminal-law/287-2"),
            ("刑法第287条之二", "criminal-law/287-2"),
            ("刑法287条之二第1款", "criminal-law/287-2.1"),
            ("刑法287-2-1", "criminal-law/287-2.1"),
            ("《刑法》第二百八十七条之二", "criminal-law/287-2"),
            ("条例第四十二、四十三条", "42 43"),
            ("条例第26条第二、三款", "26.2 26.3"),
            ("条例第四十二条或者第四十三条", "42 43"),
            ("检例第43、44号", "spp-43 spp-44"),
            ("第192号指导性案例", "spc-192"),
            ("第四十六条规定", "46"),
            ("二十六条三款", "26.3"),
            ("26条2款", "26.2"),
        ] {
            let cited = library
                .cited(query, None)
                .map(|c| c.places.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
            assert_eq!(cited.map(|c| c.replace("minors-online-protection/", "")).as_deref(), Some(places), "{query}");
        }
    }

    #[test]
    fn what_only_looks_like_a_citation_is_searched_as_words() {
        let library = Library::bundled();
        for query in [
            "",
            "99",
            "第九十九条",
            "条例第46条第9款",
            "100万元",
            "5年",
            "app",
            "artful",
            "游戏账号租售",
            "条例",
            "0",
            "第条",
            "46.2.3.4.5x",
            "-",
            "《",
            "第46",
            "三条措施",
            "一条路",
            "第三条道路",
            "第三款产品",
            "头条",
            "第一项工作",
            "民法典1188",
        ] {
            assert_eq!(library.cited(query, None), None, "{query}");
        }
    }

    #[test]
    fn words_around_a_citation_stay() {
        let library = Library::bundled();
        for (query, rest) in [
            ("条例第46条 账号", "账号"),
            ("租号 第46条", "租号"),
            ("第 46 条 账号 租售", "账号 租售"),
            ("fines under art. 56 today", "fines under today"),
            ("检例第43号 要旨", "要旨"),
        ] {
            assert_eq!(library.cited(query, None).map(|c| c.rest).as_deref(), Some(rest), "{query}");
        }
    }
}
