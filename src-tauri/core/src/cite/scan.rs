//! References inside a text: 第二十三条第一款, 本条例第二十条第一款第一项和第五项, 前款, Articles 42 to 45.

use std::ops::Range;

use super::case;
use super::list::{self, Carried, Member, after_word};
use super::names::Names;
use crate::model::{Address, ArticleNo, DocumentId, Lang, Unit};
use crate::text::numerals;

/// A reference as written, and where it points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Bytes of the text it takes.
    pub range: Range<usize>,
    /// Where it points; several places for a range of articles, none for a title nobody has declared.
    /// Whether the places exist is for the library to say.
    pub to: Vec<Address>,
}

/// Where the text stands that is being read: what 本条例 and 前款 are seen from.
#[derive(Debug, Clone)]
pub struct Standpoint {
    /// The document.
    pub document: DocumentId,
    /// The article and the 款; none in the sections of a case or a policy page, where 前款 and a bare number mean nothing.
    pub place: Option<(ArticleNo, u32)>,
}

impl Standpoint {
    /// What a line of text is read from.
    pub fn of(line: &Address) -> Self {
        let place = match line.unit {
            Unit::Article { no, paragraph, .. } => Some((no, paragraph.unwrap_or(1))),
            _ => None,
        };
        Self { document: line.document.clone(), place }
    }
}

/// Finds every reference in one line of text, in order, without overlaps.
pub fn scan(text: &str, lang: Lang, from: &Standpoint, names: &Names) -> Vec<Reference> {
    let (mut starts, chars): (Vec<usize>, Vec<char>) = text.char_indices().unzip();
    starts.push(text.len());
    let scanner = Scanner { lower: chars.iter().map(char::to_ascii_lowercase).collect(), chars, starts, from, names };
    let mut found: Vec<Reference> = Vec::new();
    let mut at = 0;
    while at < scanner.chars.len() {
        let references = match lang {
            Lang::Zh => scanner.chinese(at),
            Lang::En => scanner.english(at),
        };
        let end = references.last().map(|reference| reference.range.end);
        found.extend(references);
        // Positions grow with characters, so the end of a reference is the start of one.
        at = end.map_or(at + 1, |end| scanner.starts.partition_point(|start| *start < end));
    }
    found
}

struct Scanner<'a> {
    chars: Vec<char>,
    /// The same in lower case, as English names are kept.
    lower: Vec<char>,
    starts: Vec<usize>,
    from: &'a Standpoint,
    names: &'a Names,
}

impl Scanner<'_> {
    fn reference(&self, chars: Range<usize>, to: Vec<Address>) -> Reference {
        Reference { range: self.starts[chars.start]..self.starts[chars.end], to }
    }

    /// The members of a list as references into `document`; the first takes in what was written before it.
    fn references(&self, start: usize, members: Vec<Member>, document: &DocumentId) -> Vec<Reference> {
        let address = |unit| Address { document: document.clone(), unit, version: None };
        let mut start = Some(start);
        members
            .into_iter()
            .map(|member| {
                let from = start.take().unwrap_or(member.range.start);
                self.reference(from..member.range.end, member.places.into_iter().map(address).collect())
            })
            .collect()
    }

    fn chinese(&self, at: usize) -> Vec<Reference> {
        match self.chars[at] {
            '《' => self.titled(at),
            '检' | '指' => self.case(at),
            '本' | '第' | '同' | '前' => self.relative(at),
            _ => Vec::new(),
        }
    }

    /// 检例第43号, SPC Guiding Case No. 192. A case does not refer to itself.
    fn case(&self, at: usize) -> Vec<Reference> {
        match case::at(&self.chars, at) {
            Some((document, end)) if document != self.from.document => {
                vec![self.reference(at..end, vec![Address::whole(document)])]
            }
            _ => Vec::new(),
        }
    }

    /// 《中华人民共和国刑法》第二百八十七条之一; or the title alone.
    fn titled(&self, at: usize) -> Vec<Reference> {
        let mut depth = 0usize;
        let length = self.chars[at..].iter().position(|c| {
            depth = match c {
                '《' => depth + 1,
                '》' => depth - 1,
                _ => depth,
            };
            depth == 0
        });
        let Some(length) = length else { return Vec::new() };
        let end = at + length + 1;
        let title: String = self.chars[at + 1..end - 1].iter().collect();
        let document = self.names.find(&title);
        let next = list::after_brackets(&self.chars, end);
        let members = list::chinese(&self.chars, next, Carried::default());
        match document {
            Some(document) if !members.is_empty() => self.references(at, members, document),
            Some(document) => vec![self.reference(at..end, vec![Address::whole(document.clone())])],
            None => vec![self.reference(at..members.last().map_or(end, |m| m.range.end), Vec::new())],
        }
    }

    /// 本条例第X条, 第X条, 本条第二款, 同条第二款, 第二款, 第一项, 前款, 前两款, 前条.
    fn relative(&self, at: usize) -> Vec<Reference> {
        let rest = &self.chars[at..];
        let Some((no, paragraph)) = self.from.place else { return Vec::new() };
        let here = Carried { no: Some(no), paragraph: Some(paragraph) };
        let (length, carried) = match rest {
            ['本', '条', '例', ..] => (3, Carried::default()),
            ['本', '规', '定' | '则', ..] | ['本', '解', '释', ..] | ['本', '办', '法', ..] => {
                (3, Carried::default())
            }
            ['本', '法', ..] => (2, Carried::default()),
            ['本' | '同', '条', ..] => (2, Carried { no: here.no, paragraph: None }),
            ['本' | '同', '款', ..] => (2, here),
            ['前', '条', ..] => return self.previous_article(at, no),
            ['前', ..] => return self.previous_paragraphs(at, no, paragraph),
            _ => (0, here),
        };
        let members = list::chinese(&self.chars, at + length, carried);
        self.references(at, members, &self.from.document)
    }

    fn previous_article(&self, at: usize, no: ArticleNo) -> Vec<Reference> {
        let Some(main) = no.main.checked_sub(1).filter(|main| *main > 0) else { return Vec::new() };
        let carried = Carried { no: Some(ArticleNo::new(main)), paragraph: None };
        let members = list::chinese(&self.chars, at + 2, carried);
        if members.is_empty() {
            let unit = Unit::Article { no: ArticleNo::new(main), paragraph: None, item: None };
            return self.references(at, vec![Member { range: at..at + 2, places: vec![unit] }], &self.from.document);
        }
        self.references(at, members, &self.from.document)
    }

    /// 前款, 前两款, 前款第一项.
    fn previous_paragraphs(&self, at: usize, no: ArticleNo, paragraph: u32) -> Vec<Reference> {
        let (count, taken) = numerals::read(&self.chars[at + 1..]).unwrap_or((1, 0));
        let end = at + 2 + taken;
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        if self.chars.get(end - 1) != Some(&'款') || count == 0 || count >= paragraph {
            return Vec::new();
        }
        let first = paragraph - count;
        if count == 1 {
            let carried = Carried { no: Some(no), paragraph: Some(first) };
            let items = list::chinese(&self.chars, end, carried);
            if items.iter().all(|item| item.places.iter().all(|p| matches!(p, Unit::Article { item: Some(_), .. })))
                && !items.is_empty()
            {
                return self.references(at, items, &self.from.document);
            }
        }
        let places = (first..paragraph).map(|p| Unit::Article { no, paragraph: Some(p), item: None });
        self.references(at, vec![Member { range: at..end, places: places.collect() }], &self.from.document)
    }

    fn english(&self, at: usize) -> Vec<Reference> {
        if at > 0 && self.chars[at - 1].is_alphanumeric() {
            return Vec::new();
        }
        let chars = &self.chars;
        if let Some(next) = ["articles", "article"].iter().find_map(|word| after_word(chars, at, word)) {
            let members = list::english(chars, next);
            let owner = members.last().and_then(|last| self.english_owner(last.range.end));
            return match owner.or(self.from.place.is_some().then_some(&self.from.document)) {
                Some(document) => self.references(at, members, document),
                None => Vec::new(),
            };
        }
        if let Some(end) = after_word(chars, at, "the preceding").and_then(|next| self.past(next, "paragraph")) {
            return self.earlier_paragraph(at..end);
        }
        // Titles and cases begin with a capital: most words need no closer look.
        if !chars[at].is_ascii_uppercase() {
            return Vec::new();
        }
        let case = self.case(at);
        if !case.is_empty() {
            return case;
        }
        match self.names.at_start(&self.lower[at..], true) {
            Some((document, length)) if *document != self.from.document => {
                vec![self.reference(at..at + length, vec![Address::whole(document.clone())])]
            }
            _ => Vec::new(),
        }
    }

    /// The document in `… of the Criminal Law`, when such words follow a list.
    fn english_owner(&self, at: usize) -> Option<&DocumentId> {
        let next = after_word(&self.chars, at + 1, "of the")?;
        self.names.at_start(self.lower.get(next..)?, false).map(|(document, _)| document)
    }

    fn past(&self, at: usize, word: &str) -> Option<usize> {
        let end = at + word.len();
        let same = self.chars.get(at..end)?.iter().copied().eq(word.chars());
        (same && !self.chars.get(end).is_some_and(|c| c.is_alphanumeric())).then_some(end)
    }

    fn earlier_paragraph(&self, chars: Range<usize>) -> Vec<Reference> {
        match self.from.place {
            Some((no, paragraph)) if paragraph > 1 => {
                let to = Address::article(self.from.document.clone(), no, Some(paragraph - 1), None);
                vec![self.reference(chars, vec![to])]
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{self, External};
    use crate::model::Bilingual;

    fn names() -> Names {
        let front = "+++\nid = \"x\"\nkind = \"administrative-regulation\"\nlang = \"zh\"\nlayer = \"restatement\"\ntitle = \"某条例\"\nshort_title = \"条例\"\n\
            issuing_body = \"国务院\"\ndocument_number = \"1\"\nstatus = \"in-force\"\nevidence = \"seen\"\n+++\n";
        let title = Bilingual {
            zh: "中华人民共和国刑法".to_owned(),
            en: "Criminal Law of the People's Republic of China".to_owned(),
        };
        let id = "criminal-law".parse().expect("id");
        Names::of(&corpus::parse("x", front).0, &[External { id, title, also: Vec::new() }])
    }

    fn check(lang: Lang, text: &str, expected: &[(&str, &str)]) {
        let from = Standpoint { document: "x".parse().expect("id"), place: Some((ArticleNo::new(20), 3)) };
        let found: Vec<(String, String)> = scan(text, lang, &from, &names())
            .into_iter()
            .map(|r| {
                let to: Vec<String> = r.to.iter().map(|a| a.to_string().replace("x/", "")).collect();
                (text[r.range].to_owned(), to.join(" "))
            })
            .collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn chinese_references() {
        let zh = |text, expected: &[(&str, &str)]| check(Lang::Zh, text, expected);
        zh("依照第二十三条第一款处理", &[("第二十三条第一款", "23.1")]);
        zh(
            "违反本条例第二十条第一款第一项和第五项规定",
            &[("本条例第二十条第一款第一项", "20.1.1"), ("第五项", "20.1.5")],
        );
        zh(
            "第二十六条第二款和第三款、第二十八条",
            &[("第二十六条第二款", "26.2"), ("第三款", "26.3"), ("第二十八条", "28")],
        );
        zh(
            "第四十二条至第四十五条、第四十六条第二款",
            &[("第四十二条至第四十五条", "42 43 44 45"), ("第四十六条第二款", "46.2")],
        );
        zh(
            "第二十六条第二款和第三款（防欺凌），以及第二十八条（在线教育）",
            &[("第二十六条第二款", "26.2"), ("第三款", "26.3"), ("第二十八条", "28")],
        );
        zh("前款所称平台", &[("前款", "20.2")]);
        zh("前两款规定", &[("前两款", "20.1 20.2")]);
        zh("前款第一项、第三项", &[("前款第一项", "20.2.1"), ("第三项", "20.2.3")]);
        zh("本条第一款", &[("本条第一款", "20.1")]);
        zh("前条规定", &[("前条", "19")]);
        zh("第一款第（二）项", &[("第一款第（二）项", "20.1.2")]);
        zh("第86条第3项、第87条", &[("第86条第3项", "86.1.3"), ("第87条", "87")]);
        zh(
            "《中华人民共和国刑法》第二百八十七条之一、第二百八十七条之二第一款",
            &[
                ("《中华人民共和国刑法》第二百八十七条之一", "criminal-law/287-1"),
                ("第二百八十七条之二第一款", "criminal-law/287-2.1"),
            ],
        );
        zh("《刑法》和《某某办法》", &[("《刑法》", "criminal-law"), ("《某某办法》", "")]);
        zh("参见检例第43号、指导性案例192号", &[("检例第43号", "spp-43"), ("指导性案例192号", "spc-192")]);
        zh("前几款、第一次、本条例规定、万一、《未闭合", &[]);
    }

    #[test]
    fn english_references() {
        let en = |text, expected: &[(&str, &str)]| check(Lang::En, text, expected);
        en("under Article 23(1) of these Regulations", &[("Article 23(1)", "23.1")]);
        en("Article 20(1)(i) and (v)", &[("Article 20(1)(i)", "20.1.1"), ("(v)", "20.1.5")]);
        en("Article 26(2) and (3), Article 28", &[("Article 26(2)", "26.2"), ("(3)", "26.3"), ("Article 28", "28")]);
        en("Articles 42 to 45 and Article 46(2)", &[("Articles 42 to 45", "42 43 44 45"), ("Article 46(2)", "46.2")]);
        en("Articles 22, 24 or 26(1)", &[("Articles 22", "22"), ("24", "24"), ("26(1)", "26.1")]);
        en("as the preceding paragraph says", &[("the preceding paragraph", "20.2")]);
        en(
            "Article 287-1 of the Criminal Law of the People's Republic of China",
            &[
                ("Article 287-1", "criminal-law/287-1"),
                ("Criminal Law of the People's Republic of China", "criminal-law"),
            ],
        );
        en("see SPP Guiding Case No. 43, too", &[("SPP Guiding Case No. 43", "spp-43")]);
        en("Article 5 years; particle 5; Articles of association", &[("Article 5", "5")]);
    }
}
