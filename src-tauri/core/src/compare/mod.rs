//! Comparing: two wordings character by character ([`words`]), two texts article by article ([`articles`]), two places of a library
//! ([`between`]), and what leaves the program of it ([`html`], [`docx`]).

mod articles;
mod between;
mod export;
mod likeness;
mod tokens;
mod words;

pub use articles::{Pair, PairVerdict, articles};
pub use between::between;
pub(crate) use between::part;
pub use export::{docx, html, verdict_name};
pub use words::{Change, ChangeRun, Options, words};

#[cfg(test)]
mod tests {
    use crate::corpus;
    use crate::model::Document;
    use crate::text::numerals::to_chinese;

    /// Invented rules of a library.
    pub(super) const LINES: [&str; 8] = [
        "为了方便读者借阅图书，制定本办法。",
        "读者凭借书证借阅图书，借书证有效期为一年。",
        "每位读者同时借阅的图书不得超过五册，借期三十日。",
        "逾期不还的，每册每日收取一角滞还金，上限为图书定价。",
        "馆员应当在闭馆前清点书架，并登记缺损图书。",
        "少年儿童阅览室不得陈列不适合少年儿童阅读的出版物。",
        "志愿者经培训后可以协助馆员整理书架、引导读者。",
        "本办法自公布之日起施行。",
    ];

    /// A text with these articles.
    pub(super) fn document(articles: &[&str]) -> Document {
        let mut source = "+++\nid = \"library-rules\"\nkind = \"administrative-regulation\"\nlang = \"zh\"\nlayer = \"official\"\ntitle = \"图书借阅办法\"\n\
            short_title = \"办法\"\nissuing_body = \"某馆\"\ndocument_number = \"1\"\nstatus = \"in-force\"\nevidence = \"seen\"\n+++\n\n# 图书借阅办法\n\n## 第一章 总则\n".to_owned();
        for (text, no) in articles.iter().zip(1..) {
            source += &format!("\n### 第{}条 题\n\n{text}\n", to_chinese(no));
        }
        corpus::parse("library-rules.zh.md", &source).0.expect("a document")
    }
}
