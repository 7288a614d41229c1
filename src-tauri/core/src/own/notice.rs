//! What the reader should know after the library was opened.

use std::path::PathBuf;

use serde::Serialize;

use crate::model::Bilingual;

/// Something that was found, and what was done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// There was a library here once, and its file is gone.
    Gone {
        /// The newest backup, when there is one.
        backup: Option<PathBuf>,
    },
    /// It was written by a newer program: it can be read as far as this one understands it, and is not written to.
    Newer {
        /// Its format.
        found: i32,
        /// The newest format that is known here.
        known: i32,
    },
    /// It was brought to the format of this program.
    Upgraded {
        /// The format it had.
        from: i32,
        /// The format it has.
        to: i32,
        /// How it was before.
        backup: PathBuf,
    },
    /// The last import was stopped in the middle; what it had finished is there, the library was checked and is sound.
    Interrupted,
    /// Nothing can be written where the library is; it is read from a copy.
    ReadOnly {
        /// What stood in the way.
        why: String,
    },
    /// It was damaged, and what could be saved was saved.
    Salvaged(Salvaged),
}

/// What became of a damaged library.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Salvaged {
    /// What was wrong.
    pub why: String,
    /// Where the damaged file is kept, unchanged; none where nothing can be written.
    pub kept: Option<PathBuf>,
    /// Documents that were sound.
    pub saved: usize,
    /// Titles of documents that were taken from a backup.
    pub restored: Vec<String>,
    /// Titles, or where even these are gone ids, of documents that are lost.
    pub lost: Vec<String>,
    /// Documents that are lost without a name. None when it is not known how many there were.
    pub nameless: Option<u64>,
}

impl Notice {
    /// The notice in words.
    pub fn words(&self) -> Bilingual {
        let (zh, en) = match self {
            Self::Gone { backup } => {
                let (zh, en) = match backup {
                    Some(path) => (
                        format!("最近的备份在 {}，可以用它恢复", path.display()),
                        format!("the newest backup is {}; it can be restored", path.display()),
                    ),
                    None => ("没有备份，请重新导入".to_owned(), "there is no backup; import the files again".to_owned()),
                };
                (format!("自己的文库不见了：{zh}。"), format!("Your own library is gone: {en}."))
            }
            Self::Newer { found, known } => (
                format!("自己的文库由较新的程序写成（格式 {found}，本程序懂得 {known}）：只读，要写入请更新程序。"),
                format!(
                    "Your own library was written by a newer program (format {found}, this one knows {known}): it can only be \
                     read; update the program to write to it."
                ),
            ),
            Self::Upgraded { from, to, backup } => (
                format!("自己的文库已从格式 {from} 升级到格式 {to}，原样保存在 {}。", backup.display()),
                format!("Your own library was brought from format {from} to {to}; the old one is kept in {}.", backup.display()),
            ),
            Self::Interrupted => (
                "上次导入中断了。已经完成的部分都在，文库经检查完好；请把没有导入的文件再导入一次。".to_owned(),
                "The last import was interrupted. What it had finished is here and the library is sound; import the remaining \
                 files again."
                    .to_owned(),
            ),
            Self::ReadOnly { why } => (
                format!("自己的文库所在的文件夹不能写入，现在读的是一份副本：{why}。"),
                format!("Nothing can be written where your own library is; a copy of it is read: {why}."),
            ),
            Self::Salvaged(salvaged) => (salvaged.zh(), salvaged.en()),
        };
        Bilingual { zh, en }
    }
}

impl Salvaged {
    fn zh(&self) -> String {
        let mut text = format!("自己的文库损坏了（{}）。救回 {} 部", self.why, self.saved);
        if !self.restored.is_empty() {
            text += &format!("，从备份恢复 {} 部：{}", self.restored.len(), self.restored.join("、"));
        }
        match (self.lost.len(), self.nameless) {
            (0, Some(0)) => text += "，没有丢失",
            (0, _) => {}
            (count, _) => text += &format!("，丢失 {count} 部：{}", self.lost.join("、")),
        }
        match self.nameless {
            Some(0) => {}
            Some(count) => text += &format!("，另有 {count} 部丢失，名称已无从得知"),
            None => text += "；原有多少部已无从得知",
        }
        text += "。";
        if let Some(kept) = &self.kept {
            text += &format!("损坏的文件原样保存在 {}。", kept.display());
        }
        text
    }

    fn en(&self) -> String {
        let mut text = format!("Your own library was damaged ({}). Saved: {}", self.why, self.saved);
        if !self.restored.is_empty() {
            text += &format!("; taken from a backup: {} ({})", self.restored.len(), self.restored.join(", "));
        }
        match (self.lost.len(), self.nameless) {
            (0, Some(0)) => text += "; nothing is lost",
            (0, _) => {}
            (count, _) => text += &format!("; lost: {count} ({})", self.lost.join(", ")),
        }
        match self.nameless {
            Some(0) => {}
            Some(count) => text += &format!("; {count} more are lost, their titles too"),
            None => text += "; how many there were is not known",
        }
        text += ".";
        if let Some(kept) = &self.kept {
            text += &format!(" The damaged file is kept in {}.", kept.display());
        }
        text
    }
}
