//! References inside a text of the library: citations ([`super::find`]) seen from the place where they stand.

use std::ops::Range;

use super::find::{find, find_in_articles};
use super::found::{Found, Whose};
use super::names::Names;
use super::place::Here;
use crate::model::{Address, DocumentId, Unit};

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
    /// The place; none in the sections of a case or a policy page, where 前款 and a bare number mean nothing.
    pub place: Option<Here>,
}

impl Standpoint {
    /// What a line of text is read from.
    pub fn of(line: &Address) -> Self {
        let place = match line.unit {
            Unit::Article { no, paragraph, item } => Some(Here { no, paragraph: paragraph.unwrap_or(1), item }),
            _ => None,
        };
        Self { document: line.document.clone(), place }
    }

    /// The places a citation means here; `None` where it means nothing.
    fn places(&self, found: &Found) -> Option<Vec<Address>> {
        let at = |document: &DocumentId, unit| Address { document: document.clone(), unit, version: None };
        match &found.whose {
            Whose::Own => {
                let here = self.place?;
                let units: Vec<Unit> = found.places.iter().flat_map(|place| place.units(here)).collect();
                (!units.is_empty()).then(|| units.into_iter().map(|unit| at(&self.document, unit)).collect())
            }
            // A case does not refer to itself.
            Whose::Cases(cases) => {
                let others = cases.iter().filter(|case| **case != self.document).cloned().map(Address::whole);
                Some(others.collect()).filter(|others: &Vec<Address>| !others.is_empty())
            }
            Whose::Titled(title) => Some(match &title.document {
                Some(document) if found.places.is_empty() => vec![at(document, Unit::Whole)],
                Some(document) => {
                    found.places.iter().map(|place| at(document, place.unit().unwrap_or(Unit::Whole))).collect()
                }
                None => Vec::new(),
            }),
        }
    }
}

/// Finds every reference in one line of text, in order, without overlaps.
pub fn scan(text: &str, from: &Standpoint, names: &Names) -> Vec<Reference> {
    let found = if from.place.is_some() { find_in_articles(text, names) } else { find(text, names) };
    // A title in 《》 may be one's own; an English one would then be said of oneself in every line.
    let own_name = |found: &Found| {
        found.places.is_empty()
            && found.whose.document() == Some(&from.document)
            && text[found.range.start..].starts_with(|c: char| c.is_ascii())
    };
    found
        .iter()
        .filter(|found| !own_name(found))
        .filter_map(|found| Some(Reference { range: found.range.clone(), to: from.places(found)? }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{self, External};
    use crate::model::{ArticleNo, Bilingual};

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

    fn check(text: &str, expected: &[(&str, &str)]) {
        let from = Standpoint {
            document: "x".parse().expect("id"),
            place: Some(Here { no: ArticleNo::new(20), paragraph: 3, item: None }),
        };
        let found: Vec<(String, String)> = scan(text, &from, &names())
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
        let zh = |text, expected: &[(&str, &str)]| check(text, expected);
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
        let en = |text, expected: &[(&str, &str)]| check(text, expected);
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
