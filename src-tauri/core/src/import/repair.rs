//! What was changed or left out on the way from file to document, and what is doubtful in the result.

use std::collections::BTreeMap;

use crate::model::Lang;

/// A kind of change. Nothing is changed silently: every kind is counted and told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RepairKind {
    /// Zero-width and control characters and byte order marks taken out.
    ZeroWidth,
    /// Doubled and full-width blanks made one blank, or none in headings such as 总 则.
    Blanks,
    /// Half-width brackets round the number of a 项; shown in full width.
    Brackets,
    /// A blank inside the number of an article.
    SplitNumber,
    /// No blank after the number of an article.
    JoinedNumber,
    /// The number of an article in a line of its own.
    LoneNumber,
    /// A paragraph that was broken into several lines.
    BrokenLine,
    /// A chapter whose number was lost; counted on from the chapter before it.
    LostNumber,
    /// A 项 whose number was lost between two that have theirs.
    LostItem,
    /// A table of contents left out.
    Contents,
    /// The title standing again at the head of the text, left out.
    RepeatedTitle,
    /// Marks of the file's own making, such as comments, left out.
    Marks,
    /// Hidden text, scripts and styles left out.
    Hidden,
    /// Text deleted under tracked changes left out.
    Deleted,
    /// Text inserted under tracked changes taken in.
    Inserted,
    /// Automatic numbers written out.
    Numbered,
    /// Footnotes and endnotes set at the end.
    Notes,
    /// Pictures and embedded objects left out.
    Pictures,
    /// Running heads and feet left out.
    RunningHeads,
    /// Page numbers left out.
    PageNumbers,
    /// References to other files left alone.
    External,
}

/// One kind of change in one document.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Repair {
    /// How often.
    pub count: usize,
    /// The lines that were left out, or put in ([`RepairKind::LostNumber`], [`RepairKind::LostItem`]), as they stood; empty where only marks and blanks
    /// were concerned.
    pub lines: Vec<String>,
}

/// All changes of one document, by kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Repairs(pub BTreeMap<RepairKind, Repair>);

impl Repairs {
    /// Counts one more.
    pub fn count(&mut self, kind: RepairKind, more: usize) {
        if more > 0 {
            self.0.entry(kind).or_default().count += more;
        }
    }

    /// Counts one more, and keeps the line.
    pub fn line(&mut self, kind: RepairKind, line: impl Into<String>) {
        let repair = self.0.entry(kind).or_default();
        repair.count += 1;
        repair.lines.push(line.into());
    }

    /// How often there was this kind.
    pub fn of(&self, kind: RepairKind) -> usize {
        self.0.get(&kind).map_or(0, |repair| repair.count)
    }
}

impl RepairKind {
    /// What was done, in `lang`, to be followed by how often.
    pub fn say(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::ZeroWidth => ("去掉零宽字符", "zero-width characters taken out"),
            Self::Blanks => ("整理多余空格", "doubled blanks made one"),
            Self::Brackets => ("半角括号的项号改为全角", "numbers of items set in full-width brackets"),
            Self::SplitNumber => ("条号中间的空格", "blanks inside numbers of articles taken out"),
            Self::JoinedNumber => ("条号后缺空格", "numbers of articles parted from the text"),
            Self::LoneNumber => {
                ("条号单独成行，已与条文相接", "numbers of articles that stood alone joined to their text")
            }
            Self::BrokenLine => ("接上被断开的行", "broken lines joined"),
            Self::LostNumber => ("补上丢失的章号", "lost numbers of chapters put in"),
            Self::LostItem => ("补上丢失的项号", "lost numbers of items put in"),
            Self::Contents => ("略去目录", "lines of the table of contents left out"),
            Self::RepeatedTitle => ("略去重复的标题", "repeated titles left out"),
            Self::Marks => ("略去文件自身的标记", "marks of the file left out"),
            Self::Hidden => ("略去隐藏内容和脚本", "hidden parts and scripts left out"),
            Self::Deleted => ("略去修订中删除的文字", "deletions under tracked changes left out"),
            Self::Inserted => ("采用修订中插入的文字", "insertions under tracked changes taken in"),
            Self::Numbered => ("写出自动编号", "automatic numbers written out"),
            Self::Notes => ("脚注移到文末", "notes set at the end"),
            Self::Pictures => ("略去图片和嵌入对象", "pictures and embedded objects left out"),
            Self::RunningHeads => ("略去页眉页脚", "running heads left out"),
            Self::PageNumbers => ("略去页码", "page numbers left out"),
            Self::External => ("未理会指向外部的引用", "references to other files left alone"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// What may be wrong with what was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoubtKind {
    /// Numbers of articles are missing before this one.
    MissingArticles,
    /// The number of an article stands a second time; the second is text of the article before it.
    RepeatedArticle,
    /// The number of an article is smaller than that before it.
    DisorderedArticle,
    /// The printed number of a 项 is not the one its place gives; it is kept in the text.
    OddItem,
    /// A second text begins inside this one; it stands as an annex.
    SecondText,
    /// Text between a heading and the first article below it.
    StrayText,
    /// No articles, no numbered points and no known sections: all text stands as it came.
    Unstructured,
    /// No title was found; the name of the file stands for it.
    NoTitle,
    /// What kind of document it is could not be told.
    UnknownKind,
    /// Neither the text nor the name of the file gives a date.
    NoDate,
    /// The name of the file gives another date than the text.
    OtherDate,
    /// Characters that could not be read.
    UnreadCharacters,
    /// More than one case stands in this file.
    SeveralCases,
}

/// A doubt and the place it concerns.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Doubt {
    /// What may be wrong.
    pub kind: DoubtKind,
    /// Where: a label such as 第十条, or the beginning of a line; empty when it concerns the whole.
    pub at: String,
}

impl DoubtKind {
    /// What may be wrong, in `lang`.
    pub fn say(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::MissingArticles => ("此条之前缺条", "articles are missing before this one"),
            Self::RepeatedArticle => {
                ("条号重复，按上一条的文字处理", "the number stands twice; read as text of the article before")
            }
            Self::DisorderedArticle => ("条号顺序不对", "the number is out of order"),
            Self::OddItem => ("项号不连续，照原样保留", "an item's number is not the next one; kept as printed"),
            Self::SecondText => ("文件里还有另一份文件，作为附件", "a second text begins here; kept as an annex"),
            Self::StrayText => ("标题与条文之间的文字", "text between a heading and its first article"),
            Self::Unstructured => ("没有条文结构，照原样收录", "no articles or sections found; kept as it came"),
            Self::NoTitle => ("没有找到标题，用文件名代替", "no title found; the file name stands for it"),
            Self::UnknownKind => ("不能确定文件种类", "the kind of document could not be told"),
            Self::NoDate => ("没有找到日期", "no date found"),
            Self::OtherDate => ("文件名中的日期与正文不同", "the file name gives another date than the text"),
            Self::UnreadCharacters => ("有读不出的字符", "some characters could not be read"),
            Self::SeveralCases => ("一个文件里有多个案例", "several cases in one file"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
