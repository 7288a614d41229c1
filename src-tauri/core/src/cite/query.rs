//! Citations as people type them into a search box: 条例第46条第2款, 第五十六条, 46, Regulations art. 26(2).

use super::case;
use super::list::{self, Carried, Member, after_word};
use super::names::Names;
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
        if let Some((document, end)) = case::at(self.chars, at) {
            let case = Member { range: at..end, places: vec![Unit::Whole] };
            return self.cited(at, end, &[case], &document);
        }
        let (named, next) = self.title(at);
        let (members, mut end) = self.numbers(next, named)?;
        let mut document = named;
        if document.is_none()
            && let Some((owner, after)) = self.owner(end)
        {
            (document, end) = (Some(owner), after);
        }
        self.cited(at, end, &members, document.or(self.near)?)
    }

    /// A query that is nothing but a number of the document at hand: 46, 46.2, 46(2), 46-1.
    fn bare(&self) -> Option<Cited> {
        let member = self.short(0, self.near?).filter(|member| member.range.end == self.chars.len())?;
        self.cited(0, self.chars.len(), &[member], self.near?)
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
            None => (None, at),
        }
    }

    /// `… of the Regulations`.
    fn owner(&self, at: usize) -> Option<(&DocumentId, usize)> {
        let of = after_word(self.chars, at + 1, "of")?;
        let next = after_word(self.chars, of, "the").unwrap_or(of);
        self.names.at_start(self.chars.get(next..)?, false).map(|(document, length)| (document, next + length))
    }

    /// Article numbers at `at`. Without a title they need 条 or the word article; after one, a bare number will do.
    fn numbers(&self, at: usize, title: Option<&DocumentId>) -> Option<(Vec<Member>, usize)> {
        // After a title 条例46条 needs no 第: read as if the query began here.
        let from = if title.is_some() { at } else { 0 };
        let chinese = list::chinese(&self.chars[from..], at - from, Carried::default());
        if let Some(last) = chinese.last() {
            let end = from + last.range.end;
            return Some((chinese, end));
        }
        let word = ARTICLE_WORDS.iter().find_map(|word| {
            let end = at + word.chars().count();
            let same = self.chars.get(at..end)?.iter().copied().eq(word.chars());
            same.then(|| end + self.chars[end..].iter().take_while(|c| c.is_whitespace()).count())
        });
        if let Some(next) = word {
            let members = list::english(self.chars, next);
            let end = members.last()?.range.end;
            return Some((members, end));
        }
        let member = self.short(at, title?)?;
        let end = member.range.end;
        Some((vec![member], end))
    }

    /// 46, 46.2, 20.1.3, 26(2), 287-1. A hyphen means 之 where the document has such an article, and 款 elsewhere.
    fn short(&self, at: usize, document: &DocumentId) -> Option<Member> {
        let (main, taken) = numerals::read(self.chars.get(at..)?)?;
        let main = u32::try_from(main).ok().filter(|n| *n > 0)?;
        let mut parts = Vec::new();
        let mut end = at + taken;
        let mut hyphen = false;
        while parts.len() < 2 {
            let open = *self.chars.get(end).unwrap_or(&' ');
            if !matches!(open, '.' | '-' | '(') {
                break;
            }
            let length = self.chars[end + 1..].iter().take_while(|c| c.is_ascii_alphanumeric()).count();
            let part: String = self.chars[end + 1..end + 1 + length].iter().collect();
            let Some(part) = part.parse().ok().or_else(|| numerals::parse_roman(&part)) else { break };
            let closed = open != '(' || self.chars.get(end + 1 + length) == Some(&')');
            if !closed {
                break;
            }
            hyphen |= open == '-' && parts.is_empty();
            end += 1 + length + usize::from(open == '(');
            parts.push(part);
        }
        if self.chars.get(end).is_some_and(|c| c.is_alphanumeric()) {
            return None;
        }
        let (paragraph, item) = (parts.first().copied(), parts.get(1).copied());
        let mut unit = Unit::Article { no: ArticleNo::new(main), paragraph, item };
        if hyphen && let Some(sub) = paragraph {
            let inserted = Unit::Article { no: ArticleNo { main, sub }, paragraph: item, item: None };
            if (self.exists)(&Address { document: document.clone(), unit: inserted.clone(), version: None }) {
                unit = inserted;
            }
        }
        Some(Member { range: at..end, places: vec![unit] })
    }

    fn cited(&self, at: usize, end: usize, members: &[Member], document: &DocumentId) -> Option<Cited> {
        let places: Vec<Address> = members
            .iter()
            .flat_map(|member| &member.places)
            .map(|unit| Address { document: document.clone(), unit: unit.clone(), version: None })
            .filter(|address| (self.exists)(address))
            .collect();
        let origin = |i: usize| self.origins.get(i).copied().unwrap_or(self.typed.len());
        let rest = self.typed[..origin(at)].iter().chain(&[' ']).chain(&self.typed[origin(end)..]).collect::<String>();
        let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
        (!places.is_empty()).then_some(Cited { places, rest })
    }
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
