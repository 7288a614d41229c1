//! Why something was not read. A refusal concerns one item; the rest of a collection goes on.

use crate::model::{Bilingual, Lang};

/// Why an item was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing at this path.
    Missing,
    /// The disk refused; what the system said.
    Unreadable(String),
    /// Not a file and not a folder: a pipe, a socket, a device.
    NoFile,
    /// A symbolic or hard link; links are not followed.
    Link,
    /// More of something than [`super::limits`] allows: what, and the most there may be.
    TooLarge(&'static str, u64),
    /// It unpacks to far more than it is: a bomb.
    Bomb,
    /// A name that points out of the archive or at a device.
    BadName,
    /// An archive inside an archive.
    Nested,
    /// Protected by a password.
    Encrypted,
    /// Packed with a method that is not supported.
    Method,
    /// Nothing in it, or nothing but blanks.
    Empty,
    /// Of a kind that is not read: what it is.
    Unsupported(&'static str),
    /// Not what its kind should be; what was wrong.
    Damaged(String),
    /// A PDF of pictures: there is no text in it.
    Scanned,
    /// An XML part with a DOCTYPE, which may define entities.
    Doctype,
    /// Settings of a collection or a list of its files, no document.
    NoDocument,
    /// The user stopped.
    Stopped,
}

impl Refusal {
    /// What happened and what to do, in both languages.
    pub fn words(&self) -> Bilingual {
        Bilingual::of(|lang| self.say(lang))
    }

    /// The same in one language.
    pub fn say(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Missing => ("没有这个文件", "there is no such file"),
            Self::Unreadable(said) => {
                return match lang {
                    Lang::Zh => format!("读不出来：{said}"),
                    Lang::En => format!("cannot be read: {said}"),
                };
            }
            Self::NoFile => ("不是普通文件（管道、设备等），未读", "no ordinary file (a pipe or device); not read"),
            Self::Link => {
                ("是链接；不跟随链接，请给出文件本身", "a link; links are not followed, give the file itself")
            }
            Self::TooLarge(what, most) => {
                return match lang {
                    Lang::Zh => format!("超出上限（{what}，最多 {most}）；请拆分后再导入"),
                    Lang::En => format!("too large: {what}, at most {most}; split it and import the parts"),
                };
            }
            Self::Bomb => ("解开后大得不合常理，未读", "unpacks to far more than it should; not read"),
            Self::BadName => {
                ("文件名指向压缩包之外或设备，未读", "its name points out of the archive or at a device; not read")
            }
            Self::Nested => ("压缩包里的压缩包；请先解开", "an archive inside an archive; unpack it first"),
            Self::Encrypted => ("有密码保护；请另存为没有密码的文件", "protected by a password; save it without one"),
            Self::Method => ("用了不支持的压缩方法；请重新压缩", "packed in a way that is not supported; pack it anew"),
            Self::Empty => ("里面没有文字", "there is no text in it"),
            Self::Unsupported(what) => {
                return match lang {
                    Lang::Zh => format!("不是可导入的格式（{what}）；可导入 TXT、Markdown、HTML、DOCX、PDF"),
                    Lang::En => format!("not a format that is read ({what}); give TXT, Markdown, HTML, DOCX or PDF"),
                };
            }
            Self::Damaged(what) => {
                return match lang {
                    Lang::Zh => format!("文件损坏：{what}"),
                    Lang::En => format!("damaged: {what}"),
                };
            }
            Self::Scanned => (
                "是扫描图像，没有文字层；请先做文字识别（OCR）",
                "scanned images; no text layer: run text recognition (OCR) first",
            ),
            Self::Doctype => ("XML 里有 DOCTYPE，未读", "XML with a DOCTYPE; not read"),
            Self::NoDocument => ("是目录的设置，不是文件正文", "settings of a collection, no document"),
            Self::Stopped => ("已停止", "stopped"),
        };
        match lang {
            Lang::Zh => zh.to_owned(),
            Lang::En => en.to_owned(),
        }
    }
}
