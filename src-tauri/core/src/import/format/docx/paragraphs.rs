//! Paragraphs and tables of a part, in the order in which they are read.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::numbering::{Numbered, Numbering};
use super::styles::Style;
use super::xml::{self, Happening};
use crate::import::format::table::Tables;
use crate::import::refusal::Refusal;
use crate::import::repair::{RepairKind, Repairs};
use crate::import::source::{Shape, SourceLine};

/// The lines of the document itself.
pub(super) fn read(
    source: &str,
    styles: &HashMap<String, Style>,
    numbering: &mut Numbering,
    repairs: &mut Repairs,
) -> Result<Vec<SourceLine>, Refusal> {
    let mut reader = Reader::new(styles, numbering, repairs);
    xml::events(source, |happening| reader.take(happening))?;
    Ok(reader.finish())
}

/// The notes of a part, one line each, with its number before it.
pub(super) fn read_notes(
    source: &str,
    styles: &HashMap<String, Style>,
    numbering: &mut Numbering,
    repairs: &mut Repairs,
) -> Result<Vec<SourceLine>, Refusal> {
    let mut notes: Vec<String> = Vec::new();
    let mut reader = Reader::new(styles, numbering, repairs);
    let (mut counted, mut before) = (false, 0);
    xml::events(source, |happening| {
        match &happening {
            Happening::Start(start, false) if matches!(start.local_name().as_ref(), "footnote" | "endnote") => {
                counted = xml::attribute(start, "type").is_none_or(|kind| kind == "normal");
                before = reader.out.len();
            }
            Happening::End("footnote" | "endnote") => {
                let texts: Vec<String> = reader.out.drain(before..).map(|line| line.text.trim().to_owned()).collect();
                if counted && !texts.concat().is_empty() {
                    notes.push(texts.join(" "));
                }
            }
            _ => {}
        }
        reader.take(happening);
    })?;
    let numbered =
        notes.into_iter().zip(1..).map(|(note, number)| SourceLine::new(Shape::Plain, format!("〔{number}〕{note}")));
    Ok(numbered.collect())
}

#[derive(Default)]
struct Paragraph {
    text: String,
    heading: Option<u8>,
    numbered: Numbered,
}

struct Reader<'a> {
    styles: &'a HashMap<String, Style>,
    numbering: &'a mut Numbering,
    repairs: &'a mut Repairs,
    out: Vec<SourceLine>,
    tables: Tables,
    /// Open paragraphs: those of a text box lie inside another.
    open: Vec<Paragraph>,
    /// How many elements deep something is left out: its outermost element, and how many of its name are open.
    skipped: Option<(String, usize)>,
    /// What deletions said.
    deleted: String,
    deletions: usize,
    hidden: bool,
    texts: usize,
    properties: usize,
}

/// Elements whose text is not the document's: instructions of fields, the second form of drawings, deletions that were moved.
const LEFT_OUT: [&str; 6] = ["instrText", "delInstrText", "Fallback", "moveFrom", "rt", "binData"];

impl<'a> Reader<'a> {
    fn new(styles: &'a HashMap<String, Style>, numbering: &'a mut Numbering, repairs: &'a mut Repairs) -> Self {
        Self {
            styles,
            numbering,
            repairs,
            out: Vec::new(),
            tables: Tables::default(),
            open: Vec::new(),
            skipped: None,
            deleted: String::new(),
            deletions: 0,
            hidden: false,
            texts: 0,
            properties: 0,
        }
    }

    fn take(&mut self, happening: Happening<'_>) {
        match happening {
            Happening::Start(start, empty) => {
                let name = start.local_name();
                let name: &str = name.as_ref();
                match &mut self.skipped {
                    Some((open, depth)) if open == name && !empty => *depth += 1,
                    Some(_) => {}
                    None if LEFT_OUT.contains(&name) && !empty => self.skipped = Some((name.to_owned(), 1)),
                    None => self.start(name, start, empty),
                }
            }
            Happening::End(name) => match &mut self.skipped {
                Some((open, depth)) if open == name => {
                    *depth -= 1;
                    if *depth == 0 {
                        self.skipped = None;
                    }
                }
                Some(_) => {}
                None => self.end(name),
            },
            Happening::Text(text) => self.text(text),
        }
    }

    fn start(&mut self, name: &str, start: &BytesStart<'_>, empty: bool) {
        let value = || xml::attribute(start, "val");
        match name {
            "p" if !empty => self.open.push(Paragraph::default()),
            "pPr" if !empty => self.properties += 1,
            "t" | "delText" if !empty => self.texts += 1,
            "r" => self.hidden = false,
            "vanish" | "webHidden" => self.hidden = xml::on(start),
            "del" if !empty => self.deletions += 1,
            "ins" if !empty && self.properties == 0 => self.repairs.count(RepairKind::Inserted, 1),
            "tab" | "ptab" if self.properties == 0 => self.push(" "),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "drawing" | "pict" | "object" => self.repairs.count(RepairKind::Pictures, 1),
            "altChunk" | "subDoc" => self.repairs.count(RepairKind::External, 1),
            "tbl" if !empty => self.tables.open(),
            "tc" if !empty => self.tables.cell(),
            _ => {}
        }
        if self.properties == 0 {
            return;
        }
        let Some(paragraph) = self.open.last_mut() else { return };
        match name {
            "pStyle" => {
                if let Some(style) = value().and_then(|id| self.styles.get(&id)) {
                    paragraph.heading = paragraph.heading.or(style.heading);
                    paragraph.numbered.list = paragraph.numbered.list.take().or_else(|| style.numbered.list.clone());
                    paragraph.numbered.level = paragraph.numbered.level.or(style.numbered.level);
                }
            }
            "outlineLvl" => {
                let level = value().and_then(|v| v.parse::<u8>().ok()).filter(|v| *v < 9);
                paragraph.heading = level.map(|v| (v + 1).min(6)).or(paragraph.heading);
            }
            "numId" => paragraph.numbered.list = value(),
            "ilvl" => paragraph.numbered.level = value().and_then(|v| v.parse().ok()),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.close(),
            "pPr" => self.properties = self.properties.saturating_sub(1),
            "t" | "delText" => self.texts = self.texts.saturating_sub(1),
            "r" => self.hidden = false,
            "del" => {
                self.deletions = self.deletions.saturating_sub(1);
                if self.deletions == 0 && !self.deleted.is_empty() {
                    self.repairs.line(RepairKind::Deleted, std::mem::take(&mut self.deleted));
                }
            }
            "tr" => self.tables.row(&mut self.out),
            "tbl" => self.tables.close(&mut self.out),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        // Blanks between elements are layout of the file.
        if self.texts == 0 || self.skipped.is_some() {
            return;
        }
        if self.deletions > 0 {
            self.deleted.push_str(text);
        } else if self.hidden {
            self.repairs.line(RepairKind::Hidden, text);
        } else {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut().filter(|_| self.deletions == 0) {
            paragraph.text.push_str(text);
        }
    }

    fn close(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let shown = !paragraph.text.trim().is_empty();
        let number = self.numbering.next(&paragraph.numbered).filter(|_| shown);
        if number.is_some() {
            self.repairs.count(RepairKind::Numbered, 1);
        }
        let shape = match paragraph.heading {
            Some(level) => Shape::Heading(level),
            None if paragraph.numbered.list.is_some() => Shape::Entry,
            None => Shape::Plain,
        };
        let text = number.unwrap_or_default() + &paragraph.text;
        let lines = text.split('\n').filter(|line| !line.trim().is_empty() || !shown);
        for line in lines {
            if let Some(line) = self.tables.take(SourceLine::new(shape, line)) {
                self.out.push(line);
            }
        }
    }

    fn finish(mut self) -> Vec<SourceLine> {
        while !self.open.is_empty() {
            self.close();
        }
        let rest = self.tables.finish();
        self.out.extend(rest);
        self.out
    }
}
