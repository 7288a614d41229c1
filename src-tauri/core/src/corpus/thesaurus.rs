//! Everyday words and the words of the law: 租号 → 游戏账号租售.

use serde::Deserialize;

use crate::text::fold;

/// One line of the thesaurus.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What people type.
    pub say: Vec<String>,
    /// What the texts say; each stands in the corpus.
    pub means: Vec<String>,
}

/// The whole thesaurus, from `thesaurus.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Thesaurus {
    /// Its entries in file order.
    pub entries: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileForm {
    entry: Vec<Entry>,
}

impl Thesaurus {
    /// Reads the file.
    ///
    /// # Errors
    /// Says where it is not the TOML it should be, or which entry is empty.
    pub fn parse(source: &str) -> Result<Self, String> {
        let form: FileForm = toml::from_str(source).map_err(|problem| problem.to_string())?;
        let blank = |words: &[String]| words.is_empty() || words.iter().any(|word| fold::deep(word).is_empty());
        match form.entry.iter().find(|entry| blank(&entry.say) || blank(&entry.means)) {
            Some(entry) => Err(format!("an entry says or means nothing: {:?} → {:?}", entry.say, entry.means)),
            None => Ok(Self { entries: form.entry }),
        }
    }

    /// What the texts call the things that `query` names in everyday words. Words that `query` uses itself are left out.
    pub fn widen(&self, query: &str) -> Vec<&str> {
        let said = Said::of(query);
        let mut found: Vec<&str> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.say.iter().any(|word| said.names(word))) {
            for word in &entry.means {
                if !found.contains(&word.as_str()) && !said.names(word) {
                    found.push(word);
                }
            }
        }
        found
    }
}

/// A query in the two forms that thesaurus words are looked for in.
struct Said {
    folded: String,
    spaced: String,
}

impl Said {
    fn of(query: &str) -> Self {
        let folded = fold::deep(query);
        Self { folded: folded.text(), spaced: format!(" {} ", folded.spaced()) }
    }

    /// Chinese words are looked for anywhere, Latin ones only as whole words.
    fn names(&self, word: &str) -> bool {
        let folded = fold::deep(word);
        if word.is_ascii() {
            self.spaced.contains(&format!(" {} ", folded.spaced()))
        } else {
            self.folded.contains(&folded.text())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thesaurus() -> Thesaurus {
        Thesaurus::parse("[[entry]]\nsay = [\"租号\", \"rent accounts\"]\nmeans = [\"游戏账号租售\"]\n[[entry]]\nsay = [\"ai\"]\nmeans = [\"人工智能\"]\n")
            .expect("good file")
    }

    #[test]
    fn everyday_words_widen_a_query() {
        for (query, means) in [
            ("孩子租号", vec!["游戏账号租售"]),
            ("孩子租號", vec!["游戏账号租售"]),
            ("who may Rent Accounts?", vec!["游戏账号租售"]),
            ("AI", vec!["人工智能"]),
            ("aid", vec![]),
            ("租号，游戏账号租售", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(thesaurus().widen(query), means, "{query}");
        }
    }

    #[test]
    fn an_empty_entry_is_refused() {
        assert!(Thesaurus::parse("[[entry]]\nsay = [\"，\"]\nmeans = [\"甲\"]\n").is_err());
    }
}
