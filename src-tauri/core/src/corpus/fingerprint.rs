//! Fingerprints of the official wording, article by article: what lets an imported text be recognised as the real one.

use std::collections::BTreeMap;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::model::{ArticleNo, DocumentId};
use crate::text::sha256;

/// SHA-256, in hexadecimal, over an article's official wording after NFKC, with everything but letters and digits
/// (CJK characters are letters) removed. The number and any heading are not part of the wording.
pub fn fingerprint(wording: &str) -> String {
    let squeezed: String = wording.nfkc().filter(|c| c.is_alphanumeric()).collect();
    sha256(squeezed.as_bytes())
}

/// The fingerprints of one document, from `<id>.fingerprints.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprints {
    /// Whose they are.
    pub document: DocumentId,
    /// One for each article.
    pub articles: BTreeMap<ArticleNo, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileForm {
    document: DocumentId,
    articles: BTreeMap<String, String>,
}

impl Fingerprints {
    /// Reads the file.
    ///
    /// # Errors
    /// Says which entry is no article number or no SHA-256.
    pub fn parse(source: &str) -> Result<Self, String> {
        let form: FileForm = toml::from_str(source).map_err(|problem| problem.to_string())?;
        let articles = form.articles.into_iter().map(|(no, print)| {
            let hex = print.len() == 64 && print.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
            let no = no.parse().map_err(|_| format!("'{no}' is no article number"))?;
            if hex { Ok((no, print)) } else { Err(format!("the fingerprint of article {no} is no SHA-256")) }
        });
        Ok(Self { document: form.document, articles: articles.collect::<Result<_, _>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_punctuation_do_not_change_a_fingerprint() {
        assert_eq!(fingerprint("处５万元以上，"), fingerprint("处5万元以上 "));
        assert_ne!(fingerprint("处5万元以上"), fingerprint("处6万元以上"));
        assert_eq!(fingerprint(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn a_bad_file_says_what_is_bad() {
        assert!(
            Fingerprints::parse("document = \"x\"\n[articles]\n1 = \"ab\"\n").is_err_and(|e| e.contains("article 1"))
        );
        assert!(Fingerprints::parse("document = \"x\"\n[articles]\nx = \"ab\"\n").is_err_and(|e| e.contains("'x'")));
    }
}
