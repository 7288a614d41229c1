//! Everyday words and the words of the law: 租号 → 游戏账号租售.

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;

use crate::text::fold;

/// The whole thesaurus, from `thesaurus.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Thesaurus {
    /// Its entries in file order.
    pub entries: Vec<Entry>,
    /// By the first character of a saying: its entry and its place there. A query is looked up character by character
    /// instead of being compared with every saying.
    first: HashMap<char, Vec<(usize, usize)>>,
}

/// One line of the thesaurus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What people type.
    pub say: Vec<Word>,
    /// What the texts say; each stands in the corpus.
    pub means: Vec<Word>,
    /// Why the one leads to the other.
    pub why: String,
}

/// A word, folded once for all queries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it stands in the file.
    pub text: String,
    /// Deeply folded.
    pub folded: String,
    /// For Latin words: folded, with a blank around each part, so that only whole words match.
    parts: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileForm {
    entry: Vec<EntryForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryForm {
    say: Vec<String>,
    means: Vec<String>,
    #[serde(default)]
    why: String,
}

impl Thesaurus {
    /// Reads the file.
    ///
    /// # Errors
    /// Says where it is not the TOML it should be, or which entry is empty.
    pub fn parse(source: &str) -> Result<Self, String> {
        let form: FileForm = toml::from_str(source).map_err(|problem| problem.to_string())?;
        let words = |list: Vec<String>| list.into_iter().map(Word::of).collect::<Vec<_>>();
        let entries: Vec<Entry> =
            form.entry.into_iter().map(|e| Entry { say: words(e.say), means: words(e.means), why: e.why }).collect();
        let blank = |words: &[Word]| words.is_empty() || words.iter().any(|word| word.folded.is_empty());
        match entries.iter().find(|entry| blank(&entry.say) || blank(&entry.means)) {
            Some(entry) => Err(format!("an entry says or means nothing: {entry:?}")),
            None => Ok(Self { first: by_first_character(&entries), entries }),
        }
    }

    /// Reads a flat table: an everyday word, a tab, and words of the law with commas between them; `#` begins a remark.
    ///
    /// # Errors
    /// Says which line is not that.
    pub fn parse_flat(source: &str) -> Result<Self, String> {
        let mut entries = Vec::new();
        for line in source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (say, means) = line.split_once('\t').ok_or_else(|| format!("no tab in '{line}'"))?;
            let means: Vec<Word> = means.split(',').map(|word| Word::of(word.to_owned())).collect();
            let say = vec![Word::of(say.to_owned())];
            if say.iter().chain(&means).any(|word| word.folded.is_empty()) {
                return Err(format!("an empty word in '{line}'"));
            }
            entries.push(Entry { say, means, why: String::new() });
        }
        Ok(Self { first: by_first_character(&entries), entries })
    }

    /// What the texts call the things that `query` names in everyday words. Words that `query` uses itself are left out.
    pub fn widen(&self, query: &str) -> Vec<&str> {
        let said = Said::of(query);
        self.meant(&said).into_iter().filter(|word| !said.names(word)).map(|word| word.text.as_str()).collect()
    }

    /// The same with the words that `query` uses itself: they are the weightier ones.
    pub fn weigh(&self, query: &str) -> Vec<&str> {
        self.meant(&Said::of(query)).into_iter().map(|word| word.text.as_str()).collect()
    }

    /// What the sayings in a query mean, each word once.
    fn meant(&self, said: &Said) -> Vec<&Word> {
        let sayings = said.folded.chars().filter_map(|c| self.first.get(&c)).flatten();
        let entries: BTreeSet<usize> = sayings
            .filter(|(entry, word)| said.names(&self.entries[*entry].say[*word]))
            .map(|(entry, _)| *entry)
            .collect();
        let mut found: Vec<&Word> = Vec::new();
        for word in entries.into_iter().flat_map(|entry| &self.entries[entry].means) {
            if !found.iter().any(|other| other.text == word.text) {
                found.push(word);
            }
        }
        found
    }
}

fn by_first_character(entries: &[Entry]) -> HashMap<char, Vec<(usize, usize)>> {
    let mut first: HashMap<char, Vec<(usize, usize)>> = HashMap::new();
    for (e, entry) in entries.iter().enumerate() {
        for (w, word) in entry.say.iter().enumerate() {
            if let Some(c) = word.folded.chars().next() {
                first.entry(c).or_default().push((e, w));
            }
        }
    }
    first
}

impl Word {
    fn of(text: String) -> Self {
        let folded = fold::deep(&text);
        let parts = text.is_ascii().then(|| parts(&folded.spaced()));
        Self { folded: folded.text(), parts, text }
    }
}

/// A query in the two forms that words are looked for in.
struct Said {
    folded: String,
    parts: String,
}

impl Said {
    fn of(query: &str) -> Self {
        let folded = fold::deep(query);
        Self { parts: parts(&folded.spaced()), folded: folded.text() }
    }

    /// Chinese words are looked for anywhere, Latin ones only as whole words.
    fn names(&self, word: &Word) -> bool {
        match &word.parts {
            Some(parts) => self.parts.contains(parts),
            None => self.folded.contains(&word.folded),
        }
    }
}

/// A blank around the text and wherever the script changes: `ipad平板` → ` ipad 平板 `.
fn parts(spaced: &str) -> String {
    let mut out = String::from(" ");
    let mut before = ' ';
    for c in spaced.chars() {
        if c.is_ascii() != before.is_ascii() && before != ' ' && c != ' ' {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out.push(' ');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thesaurus() -> Thesaurus {
        Thesaurus::parse(
            "[[entry]]\nsay = [\"租号\", \"rent accounts\"]\nmeans = [\"游戏账号租售\"]\n[[entry]]\nsay = [\"ai\"]\nmeans = [\"人工智能\"]\n",
        )
        .expect("good file")
    }

    #[test]
    fn everyday_words_widen_a_query() {
        for (query, means) in [
            ("孩子租号", vec!["游戏账号租售"]),
            ("孩子租號", vec!["游戏账号租售"]),
            ("who may Rent Accounts?", vec!["游戏账号租售"]),
            ("AI", vec!["人工智能"]),
            ("用AI审核", vec!["人工智能"]),
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
