//! Legal terms, from `glossary.toml`.

use serde::{Deserialize, Serialize};

use crate::model::{Address, Bilingual, Evidence, Lang};

/// A term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Term {
    /// `online-bullying`.
    pub id: String,
    /// The term itself.
    pub term: Bilingual,
    /// Other forms under which texts name it.
    #[serde(default)]
    pub forms: Forms,
    /// What it means in law, in our words.
    pub legal: Bilingual,
    /// What it means, for a child.
    pub child: Bilingual,
    /// Where it is defined or best explained.
    pub at: Vec<Address>,
    /// How sure we are.
    pub evidence: Evidence,
}

/// Other forms of a term.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Forms {
    /// In Chinese texts.
    pub zh: Vec<String>,
    /// In English texts.
    pub en: Vec<String>,
}

impl Term {
    /// Every form under which texts in `lang` name it.
    pub fn names(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let forms = match lang {
            Lang::Zh => &self.forms.zh,
            Lang::En => &self.forms.en,
        };
        std::iter::once(self.term.get(lang)).chain(forms.iter().map(String::as_str))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileForm {
    pub(super) term: Vec<Term>,
}
