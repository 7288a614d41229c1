//! The sections of guiding cases and policy pages: fixed keys, fixed headings.

use super::Lang;

/// A kind of section. Its key is its address: `spp-43/holding`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// `holding`.
    pub key: &'static str,
    /// 要旨.
    pub zh: &'static str,
    /// Holding.
    pub en: &'static str,
}

/// Every section there is, in the order in which they stand in a text.
const SECTIONS: [Section; 21] = [
    Section { key: "keywords", zh: "关键词", en: "Keywords" },
    Section { key: "holding", zh: "要旨", en: "Holding" },
    Section { key: "facts", zh: "基本案情", en: "Facts" },
    Section { key: "work", zh: "履职过程", en: "Procuratorial work" },
    Section { key: "outcome", zh: "处理结果", en: "Outcome" },
    Section { key: "reasoning", zh: "裁判理由", en: "Reasoning" },
    Section { key: "significance", zh: "指导意义", en: "Significance" },
    Section { key: "provisions", zh: "相关规定", en: "Provisions" },
    Section { key: "campus", zh: "校园课堂", en: "For the classroom" },
    Section { key: "summary", zh: "概要", en: "Summary" },
    Section { key: "background", zh: "背景", en: "Background" },
    Section { key: "content", zh: "内容", en: "Content" },
    Section { key: "basis", zh: "依据", en: "Legal basis" },
    Section { key: "practice", zh: "落实", en: "Practice" },
    Section { key: "figures", zh: "数字", en: "Figures" },
    Section { key: "minors", zh: "与未成年人", en: "Minors and the internet" },
    Section { key: "caution", zh: "注意", en: "Caution" },
    Section { key: "sources", zh: "资料说明", en: "Sources and gaps" },
    Section { key: "notice", zh: "版本提示", en: "Version" },
    Section { key: "preamble", zh: "序言", en: "Preamble" },
    Section { key: "annex", zh: "附件", en: "Annex" },
];

/// Who a paragraph of the campus section is for, as it begins in each language.
pub const AUDIENCES: [[&str; 2]; 5] = [
    ["小学：", "Primary:"],
    ["初中：", "Junior:"],
    ["高中：", "Senior:"],
    ["家长：", "Parents:"],
    ["教师：", "Teachers:"],
];

impl Section {
    /// The section with this key.
    pub fn of_key(key: &str) -> Option<&'static Self> {
        SECTIONS.iter().find(|section| section.key == key)
    }

    /// The section with this heading.
    pub fn of_heading(heading: &str, lang: Lang) -> Option<&'static Self> {
        SECTIONS.iter().find(|section| section.heading(lang) == heading)
    }

    /// Its heading in `lang`.
    pub fn heading(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// Its place in a text; sections of a text stand in this order.
    pub fn rank(&self) -> usize {
        SECTIONS.iter().position(|section| section.key == self.key).unwrap_or(SECTIONS.len())
    }
}
