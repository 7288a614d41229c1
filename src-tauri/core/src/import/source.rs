//! A file read to lines: what every format ends in, and what recognition starts from.

use super::repair::Repairs;

/// What a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// Word, since 2007.
    Docx,
    /// PDF with a text layer.
    Pdf,
}

/// A file as lines of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name: the path below the folder or archive that was given, with `/` between the parts.
    pub name: String,
    /// What it is.
    pub format: Format,
    /// The encoding it was read in: `UTF-8`, `gb18030`, `Big5`; of DOCX and PDF always `UTF-8`.
    pub encoding: &'static str,
    /// Its lines: a paragraph, heading, list entry or row each.
    pub lines: Vec<SourceLine>,
    /// How many of the lines are the head, where the file itself says where its head ends; 0 where it does not.
    pub head: usize,
    /// Characters that could not be read and stand as U+FFFD.
    pub replaced: usize,
    /// What reading changed or left out.
    pub repairs: Repairs,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine {
    /// Its text, blanks at its start included.
    pub text: String,
    /// What it looks like.
    pub shape: Shape,
}

/// What a line looks like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    /// A heading, of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    #[default]
    Plain,
    /// A row of a table; ` | ` stands between the cells.
    Row,
    /// An entry of a list.
    Entry,
}

impl SourceLine {
    /// A line of this shape.
    pub fn new(shape: Shape, text: impl Into<String>) -> Self {
        Self { text: text.into(), shape }
    }
}
