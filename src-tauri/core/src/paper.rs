//! Documents for a word processor: A4, fonts that every Chinese office program knows, differences marked by colour and by line, so
//! that they survive a black-and-white printer.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, Footer, PageMargin, PageNum, PageOrientationType, Paragraph, Run, RunFonts, Shading, Table,
    TableCell, TableLayoutType, TableRow, WidthType,
};

use crate::compare::{Change, ChangeRun};
use crate::error::{Error, Result};

/// Sides of A4 in twentieths of a point.
const A4: (u32, u32) = (11906, 16838);

/// Margins.
const MARGIN: i32 = 1134;

/// A document that is being written.
pub(crate) struct Paper {
    docx: Docx,
    /// Width of the text, in twentieths of a point.
    width: usize,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    text: String,
    look: Look,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Strong,
    Added,
    Removed,
}

impl Piece {
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Plain }
    }

    pub(crate) fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Strong }
    }

    /// The old side of a difference: what was removed is struck through.
    pub(crate) fn old(runs: &[ChangeRun]) -> Vec<Self> {
        Self::side(runs, Change::Removed, Look::Removed, ChangeRun::before_text)
    }

    /// The new side: what was added is underlined.
    pub(crate) fn new(runs: &[ChangeRun]) -> Vec<Self> {
        Self::side(runs, Change::Added, Look::Added, ChangeRun::after_text)
    }

    fn side(runs: &[ChangeRun], marked: Change, look: Look, text: fn(&ChangeRun) -> &str) -> Vec<Self> {
        let pieces = runs.iter().map(|run| Self {
            text: text(run).to_owned(),
            look: if run.change == marked { look } else { Look::Plain },
        });
        pieces.filter(|piece| !piece.text.is_empty()).collect()
    }
}

impl Paper {
    /// An empty document; `wide` lays the page on its side.
    pub(crate) fn new(wide: bool) -> Self {
        let (w, h) = if wide { (A4.1, A4.0) } else { A4 };
        let fonts = RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman").east_asia("宋体");
        let margin = PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN);
        let page = Paragraph::new().align(AlignmentType::Center).add_page_num(PageNum::new());
        let mut docx = Docx::new()
            .page_size(w, h)
            .page_margin(margin)
            .default_fonts(fonts)
            .default_size(21)
            .footer(Footer::new().add_paragraph(page));
        if wide {
            docx = docx.page_orient(PageOrientationType::Landscape);
        }
        Self { docx, width: w as usize - 2 * MARGIN as usize }
    }

    /// The title.
    pub(crate) fn title(mut self, text: &str) -> Self {
        let fonts = RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman").east_asia("黑体");
        let run = Run::new().add_text(visible(text)).size(32).bold().fonts(fonts);
        self.docx = self.docx.add_paragraph(Paragraph::new().align(AlignmentType::Center).add_run(run));
        self
    }

    /// A heading.
    pub(crate) fn heading(mut self, text: &str) -> Self {
        let run = Run::new().add_text(visible(text)).size(24).bold();
        self.docx = self.docx.add_paragraph(Paragraph::new().keep_next(true).outline_lvl(1).add_run(run));
        self
    }

    /// Lines of text.
    pub(crate) fn text(mut self, pieces: &[Piece]) -> Self {
        for paragraph in paragraphs(pieces) {
            self.docx = self.docx.add_paragraph(paragraph);
        }
        self
    }

    /// A table whose first row is its head; `shares` are the widths of its columns.
    pub(crate) fn table(mut self, shares: &[usize], rows: &[Vec<Vec<Piece>>]) -> Self {
        let whole: usize = shares.iter().sum::<usize>().max(1);
        let widths: Vec<usize> = shares.iter().map(|share| self.width * share / whole).collect();
        let cell = |pieces: &Vec<Piece>, width: usize, head: bool| {
            let mut cell = TableCell::new().width(width, WidthType::Dxa);
            if head {
                cell = cell.shading(Shading::new().fill("E7E6E6"));
            }
            paragraphs(pieces).into_iter().fold(cell, TableCell::add_paragraph)
        };
        let row = |(number, cells): (usize, &Vec<Vec<Piece>>)| {
            TableRow::new(cells.iter().zip(&widths).map(|(pieces, width)| cell(pieces, *width, number == 0)).collect())
        };
        let table = Table::new(rows.iter().enumerate().map(row).collect())
            .set_grid(widths.clone())
            .width(self.width, WidthType::Dxa)
            .layout(TableLayoutType::Fixed);
        self.docx = self.docx.add_table(table).add_paragraph(Paragraph::new());
        self
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// [`Error::Unusable`] when the archive cannot be written in memory.
    pub(crate) fn finish(self) -> Result<Vec<u8>> {
        let mut bytes = Cursor::new(Vec::new());
        let unusable = |problem: &dyn std::fmt::Display| Error::Unusable {
            what: "the document".to_owned(),
            why: problem.to_string(),
        };
        self.docx.pack(&mut bytes).map_err(|problem| unusable(&problem))?;
        Ok(bytes.into_inner())
    }
}

/// One paragraph for each line.
fn paragraphs(pieces: &[Piece]) -> Vec<Paragraph> {
    let mut lines: Vec<Paragraph> = vec![Paragraph::new()];
    for piece in pieces {
        for (number, line) in piece.text.split('\n').enumerate() {
            if number > 0 {
                lines.push(Paragraph::new());
            }
            if let Some(last) = lines.pop() {
                lines.push(if line.is_empty() { last } else { last.add_run(run(line, piece.look)) });
            }
        }
    }
    lines
}

fn run(text: &str, look: Look) -> Run {
    let run = Run::new().add_text(visible(text));
    match look {
        Look::Plain => run,
        Look::Strong => run.bold(),
        Look::Added => run.color("00602B").underline("single"),
        Look::Removed => run.color("B00020").strike(),
    }
}

/// Without the control characters that no XML file may hold.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}
