//! What a citation says of a text: its names, who made it, when, and whether it is in force.

use super::{date, place};
use crate::cite::case::{self, Issuer};
use crate::cite::{layer_note, nesting};
use crate::model::{Address, Kind, Lang, Meta, Moment, Status};

/// The facts of one place, for every style.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The place.
    pub address: &'a Address,
    /// The front matter in Chinese.
    pub zh: &'a Meta,
    /// The front matter in English.
    pub en: &'a Meta,
    /// When a case was made public, or else issued; `None` for other texts and where it is only recalled.
    pub published: Option<&'a Moment>,
    /// Whether the article has one 款 only, which is not counted.
    pub single: bool,
}

impl Source<'_> {
    pub(super) fn kind(&self) -> Kind {
        self.zh.kind
    }

    /// The title as promulgated, with the bodies that issued it where it begins with 关于: 最高人民法院、最高人民检察院关于…….
    pub(super) fn full_title(&self) -> String {
        full_title(self.zh)
    }

    /// The same without the bodies, for styles that name them apart.
    pub(super) fn own_title(&self) -> &str {
        official_title(self.zh)
    }

    /// The full title without 中华人民共和国 at its beginning.
    pub(super) fn short_title(&self) -> String {
        let full = self.full_title();
        full.strip_prefix("中华人民共和国").map_or_else(|| full.clone(), str::to_owned)
    }

    /// The bodies that issued it, one by one.
    pub(super) fn bodies(&self) -> Vec<&str> {
        self.zh.issuing_body.split('、').collect()
    }

    /// 国务院令第766号; for a case the number as its court or procuratorate prints it; `None` where there is none.
    pub(super) fn number(&self) -> Option<String> {
        match self.case() {
            Some((issuer, number)) => Some(case::printed(issuer, number)),
            None => Some(self.zh.document_number.clone()).filter(|number| !number.is_empty()),
        }
    }

    /// Whose guiding case it is, and its number.
    pub(super) fn case(&self) -> Option<(Issuer, u32)> {
        if self.kind() == Kind::GuidingCase { case::of(&self.zh.id) } else { None }
    }

    /// 2023年修正, where the version at hand is not the one promulgated.
    pub(super) fn version(&self) -> Option<String> {
        self.zh.amended_on.as_ref().map(|moment| format!("{}年修正", moment.year()))
    }

    /// What a citation must say of a text that is not in force as it stands.
    pub(super) fn warning(&self) -> Option<&'static str> {
        match self.zh.status {
            Status::Superseded => Some("已修改"),
            Status::Repealed => Some("已废止"),
            Status::NotYetEffective => Some("尚未施行"),
            Status::InForce | Status::Unknown => None,
        }
    }

    /// Promulgation, or for a case publication, as far as it is certain: `2023-10-16`, `2018-11`.
    pub(super) fn dated(&self) -> Option<String> {
        self.published.map(ToString::to_string).or_else(|| self.zh.promulgated_on.clone())
    }

    /// 第31条第1款, or the section of a case; empty for a document as a whole.
    pub(super) fn place(&self) -> String {
        match self.kind() {
            Kind::GuidingCase => place::printed_section(self).unwrap_or_default().to_owned(),
            _ => place::arabic(self),
        }
    }

    /// What a reference manager has no field for, in one line: 国务院令第766号，2023年10月16日公布，2024年1月1日起施行，第31条第1款.
    pub(super) fn remarks(&self) -> String {
        let day = |iso: &Option<String>, what: &str| iso.as_ref().map(|iso| format!("{}{what}", date::chinese(iso)));
        [
            self.number(),
            self.published.map(|moment| format!("{}发布", date::chinese(&moment.to_string()))),
            day(&self.zh.promulgated_on, "公布").filter(|_| self.published.is_none()),
            day(&self.zh.effective_on, "起施行"),
            self.version(),
            self.warning().map(str::to_owned),
            Some(self.place()),
        ]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("，")
    }

    /// `wanghu:minors-online-protection/31.1`.
    pub(super) fn link(&self) -> String {
        format!("wanghu:{}", self.address)
    }

    /// Where we keep the text and whose words ours are; for fields that are not printed.
    pub(super) fn annotation(&self) -> String {
        format!("{}（{}）", self.link(), layer_note(self.zh.layer, Lang::Zh))
    }
}

fn official_title(meta: &Meta) -> &str {
    if meta.official_title.is_empty() { &meta.title } else { &meta.official_title }
}

/// The title as promulgated, with the bodies that issued it where it begins with 关于; our title for what has none.
pub(in crate::cite) fn full_title(meta: &Meta) -> String {
    let title = official_title(meta);
    match meta.kind {
        Kind::JudicialInterpretation if title.starts_with("关于") => format!("{}{title}", meta.issuing_body),
        _ => title.to_owned(),
    }
}

/// The title in 《》 with what must be said of its status: 《…》（已废止）.
pub(super) fn titled(title: &str, remarks: &[String]) -> String {
    let remarks = if remarks.is_empty() { String::new() } else { format!("（{}）", remarks.join("，")) };
    format!("{}{remarks}", nesting::bracketed(title))
}
