//! A citation in every style that people ask for.
//!
//! Every style is written from the same facts, [`Source`]; a fact that is not known is left out. What follows whom: `official` the
//! court's rules on citing norms (法释〔2009〕14号) and the practice of legal documents, `law-review` 《法学引注手册》 (2nd ed.), `gbt7714`
//! GB/T 7714—2025, `bluebook` rule 20.2.4 and the table for China. Forms that no manual shows are ours by analogy: cases of the
//! Supreme People's Procuratorate in `law-review`, `gbt7714` and `bluebook`, and our own policy pages everywhere.
//!
//! Addresses travel as links of the scheme `wanghu:`, followed by the address itself: `wanghu:minors-online-protection/31.1`. It is
//! written into notes, never where a bibliography would print it as the place where the text was read.

mod bibtex;
mod bluebook;
mod csl;
mod date;
mod gbt7714;
mod law_review;
mod markdown;
mod official;
mod place;
mod policy;
mod ris;
mod source;

use serde::{Deserialize, Serialize};

pub use source::Source;
pub(super) use source::full_title;

/// How a citation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Style {
    /// 文书体: as in judgments and documents of the procuratorate.
    Official,
    /// 《法学引注手册》, 2nd edition.
    LawReview,
    /// GB/T 7714—2025.
    Gbt7714,
    /// The Bluebook's pattern for Chinese sources, in English.
    Bluebook,
    /// The official style as a Markdown link to the address.
    Markdown,
    /// One item of CSL-JSON 1.0.2, in an array.
    CslJson,
    /// One record of RIS.
    Ris,
    /// One entry of biblatex; its note says everything where the entry type is not known.
    Bibtex,
}

impl Style {
    /// Every style, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Official,
        Self::LawReview,
        Self::Gbt7714,
        Self::Bluebook,
        Self::Markdown,
        Self::CslJson,
        Self::Ris,
        Self::Bibtex,
    ];

    /// The name it is called by on the command line and in `--json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::LawReview => "law-review",
            Self::Gbt7714 => "gbt7714",
            Self::Bluebook => "bluebook",
            Self::Markdown => "markdown",
            Self::CslJson => "csl-json",
            Self::Ris => "ris",
            Self::Bibtex => "bibtex",
        }
    }

    /// The citation of a place in this style, without a line break at its end.
    pub fn write(self, source: &Source<'_>) -> String {
        match self {
            Self::Official => official::write(source),
            Self::LawReview => law_review::write(source),
            Self::Gbt7714 => gbt7714::write(source),
            Self::Bluebook => bluebook::write(source),
            Self::Markdown => markdown::write(source),
            Self::CslJson => csl::write(source),
            Self::Ris => ris::write(source),
            Self::Bibtex => bibtex::write(source),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Address, Coverage, Evidence, Kind, Lang, Layer, Meta, Status};

    /// An interpretation that names a law in its title, no longer in force.
    fn meta(lang: Lang) -> Meta {
        Meta {
            id: "interpretation".parse().expect("id"),
            kind: Kind::JudicialInterpretation,
            lang,
            layer: if lang == Lang::Zh { Layer::Restatement } else { Layer::Rendering },
            title: match lang {
                Lang::Zh => "关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）".to_owned(),
                Lang::En => "Interpretation (I)".to_owned(),
            },
            official_title: String::new(),
            romanized: String::new(),
            short_title: "解释一".to_owned(),
            aliases: Vec::new(),
            issuing_body: if lang == Lang::Zh { "最高人民法院" } else { "Supreme People's Court" }.to_owned(),
            document_number: "法释〔2020〕22号".to_owned(),
            promulgated_on: Some("2020-12-29".to_owned()),
            effective_on: None,
            amended_on: None,
            status: Status::Repealed,
            evidence: Evidence::Seen,
            coverage: Coverage::Complete,
            note: String::new(),
            history: Vec::new(),
        }
    }

    fn written(style: Style, zh: &Meta, place: &str) -> String {
        let address: Address = format!("{}/{place}", zh.id).parse().expect("address");
        style.write(&Source { address: &address, zh, en: &meta(Lang::En), published: None, single: false })
    }

    #[test]
    fn titles_in_titles_and_status_in_every_style() {
        for (style, expected) in [
            (
                Style::Official,
                "《最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）》（已废止）第五条第二款第（三）项",
            ),
            (
                Style::LawReview,
                "《最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）》（法释〔2020〕22号，已废止），第5条第2款第3项。",
            ),
            (
                Style::Gbt7714,
                "最高人民法院. 关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）：法释〔2020〕22号[Z]. 已废止. 2020-12-29：第5条第2款第3项.",
            ),
            (
                Style::Bluebook,
                "最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一） [Interpretation (I)] (promulgated by the Sup. People's Ct., Dec. 29, 2020, repealed) art. 5, para. 2, item 3 (China)",
            ),
            (
                Style::Markdown,
                "[《最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）》（已废止）第五条第二款第（三）项](wanghu:interpretation/5.2.3)",
            ),
        ] {
            assert_eq!(written(style, &meta(Lang::Zh), "5.2.3"), expected);
        }
        for style in [Style::CslJson, Style::Ris, Style::Bibtex] {
            let text = written(style, &meta(Lang::Zh), "5.2.3");
            assert!(text.contains("最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）"), "{text}");
        }
    }

    #[test]
    fn short_names_lose_the_name_of_the_state_at_the_beginning_alone() {
        let law = Meta {
            kind: Kind::Statute,
            title: "中华人民共和国公司法".to_owned(),
            amended_on: "2013-12-28".to_owned().try_into().ok(),
            status: Status::InForce,
            ..meta(Lang::Zh)
        };
        assert_eq!(written(Style::LawReview, &law, "36"), "《公司法》（2013年修正）第36条。");
        assert_eq!(written(Style::Official, &law, "36"), "《中华人民共和国公司法》第三十六条");
        let act = Meta {
            title: "香港特别行政区维护中华人民共和国国旗条例".to_owned(), amended_on: None, ..law
        };
        assert_eq!(
            written(Style::LawReview, &act, "1-2.3"),
            "《香港特别行政区维护中华人民共和国国旗条例》第1条之二第3款。"
        );
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let bare = Meta {
            document_number: String::new(),
            promulgated_on: None,
            status: Status::Unknown,
            title: "规则".to_owned(),
            ..meta(Lang::Zh)
        };
        assert_eq!(written(Style::LawReview, &bare, "1"), "《规则》第1条。");
        assert_eq!(written(Style::Gbt7714, &bare, "1"), "最高人民法院. 规则[Z]. 第1条.");
        assert_eq!(
            written(Style::Bluebook, &bare, "1"),
            "规则 [Interpretation (I)] (promulgated by the Sup. People's Ct.) art. 1 (China)"
        );
        for (style, absent) in [(Style::CslJson, "issued"), (Style::Ris, "DA  -"), (Style::Bibtex, "date =")] {
            assert!(!written(style, &bare, "1").contains(absent));
        }
    }

    /// Whatever a title holds, it ends no field early and starts no command.
    #[test]
    fn characters_that_mean_something_elsewhere_are_escaped() {
        let hostile = Meta { title: "A}{ \\x % & # _ $ ~ ^ \"]( \n ER  - ".to_owned(), ..meta(Lang::Zh) };
        let bibtex = written(Style::Bibtex, &hostile, "1");
        assert!(
            bibtex.contains("A\\}\\{ \\textbackslash{}x \\% \\& \\# \\_ \\$ \\textasciitilde{} \\textasciicircum{}"),
            "{bibtex}"
        );
        let ris = written(Style::Ris, &hostile, "1");
        assert_eq!(ris.lines().filter(|line| line.starts_with("ER  -")).count(), 1, "{ris}");
        assert!(written(Style::Markdown, &hostile, "1").contains("\"\\]("));
        let csl: serde_json::Value = serde_json::from_str(&written(Style::CslJson, &hostile, "1")).expect("JSON");
        assert_eq!(csl[0]["title"], hostile.title.trim());
    }

    #[test]
    fn styles_go_by_the_names_they_have_in_json() {
        for style in Style::ALL {
            assert_eq!(serde_json::to_value(style).expect("a name"), style.id());
        }
    }
}
