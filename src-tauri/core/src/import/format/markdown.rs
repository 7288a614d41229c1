//! Markdown as public collections of laws write it, line by line.
//!
//! Not by a parser of CommonMark: that would count `1.` lists anew, take indented 款 for code and join lines that are 款 of their
//! own. Laws are plain text with headings; what is more than that is marks to be taken off.

use super::text;
use crate::import::repair::{RepairKind, Repairs};
use crate::import::source::{Shape, SourceLine};

/// Reads the lines, and how many of them the file marks as its head (`<!-- INFO END -->`).
pub(super) fn read(source: &str, repairs: &mut Repairs) -> (Vec<SourceLine>, usize) {
    let mut out = Vec::new();
    let (mut head, mut comment, mut fence) = (0, false, false);
    let mut lines = text::lines(source).peekable();
    if let Some(mark) = lines.peek().map(|line| line.trim()).filter(|line| matches!(*line, "---" | "+++")) {
        let mark = mark.to_owned();
        let front: Vec<&str> = text::lines(source).skip(1).take_while(|line| line.trim() != mark).collect();
        if front.len() + 1 < text::lines(source).count() && front.len() < 200 {
            repairs.line(RepairKind::Marks, &mark);
            front.iter().for_each(|line| repairs.line(RepairKind::Marks, *line));
            repairs.line(RepairKind::Marks, &mark);
            lines.nth(front.len() + 1);
        }
    }
    for line in lines {
        let trimmed = line.trim();
        if comment || trimmed.starts_with("<!--") {
            let closed = trimmed.find("-->");
            if trimmed.contains("INFO END") {
                head = out.len();
            }
            repairs.line(RepairKind::Marks, closed.map_or(trimmed, |at| &trimmed[..at + 3]));
            comment = closed.is_none();
            match closed.map(|at| trimmed[at + 3..].trim()).filter(|rest| !rest.is_empty()) {
                Some(rest) => out.push(SourceLine::new(Shape::Plain, rest)),
                None => out.push(SourceLine::new(Shape::Plain, "")),
            }
            continue;
        }
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fence = !fence;
            repairs.line(RepairKind::Marks, trimmed);
            continue;
        }
        if fence {
            out.push(SourceLine::new(Shape::Plain, line));
        } else {
            block(line, trimmed, &mut out, repairs);
        }
    }
    (out, head)
}

fn block(line: &str, trimmed: &str, out: &mut Vec<SourceLine>, repairs: &mut Repairs) {
    let hashes = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&hashes) && trimmed[hashes..].starts_with([' ', '\t', '\u{3000}']) {
        let level = u8::try_from(hashes).unwrap_or(6);
        out.push(SourceLine::new(Shape::Heading(level), plain(trimmed[hashes..].trim().trim_end_matches('#'))));
    } else if trimmed.starts_with('|') && trimmed.len() > 1 {
        let inner = trimmed.trim_start_matches('|').trim_end_matches('|');
        let ruled = inner.contains('-') && inner.chars().all(|c| matches!(c, '-' | ':' | '|' | ' '));
        if ruled {
            repairs.line(RepairKind::Marks, trimmed);
        } else {
            let cells: Vec<String> = inner.split('|').map(|cell| plain(cell.trim())).collect();
            out.push(SourceLine::new(Shape::Row, cells.join(" | ")));
        }
    } else if trimmed.len() >= 3 && ["---", "***", "___"].iter().any(|rule| trimmed.replace(rule, "").is_empty()) {
        repairs.line(RepairKind::Marks, trimmed);
        out.push(SourceLine::new(Shape::Plain, ""));
    } else if let Some(rest) = ["- ", "* ", "+ "].iter().find_map(|mark| trimmed.strip_prefix(mark)) {
        out.push(SourceLine::new(Shape::Entry, plain(rest)));
    } else {
        let quoted = trimmed.strip_prefix("> ").or_else(|| trimmed.strip_prefix('>'));
        let text = plain(quoted.unwrap_or(line));
        for part in text.split("<br>").flat_map(|part| part.split("<br/>")) {
            out.push(SourceLine::new(Shape::Plain, part));
        }
    }
}

/// The text without marks of emphasis and without blanks written as entities.
fn plain(text: &str) -> String {
    let mut out = text.to_owned();
    if out.contains("**") {
        out = out.replace("**", "");
    }
    if out.contains("__") && !out.contains("___") {
        out = out.replace("__", "");
    }
    if out.contains('&') {
        for (entity, blank) in
            [("&nbsp;", " "), ("&ensp;", " "), ("&emsp;", "\u{3000}"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        {
            out = out.replace(entity, blank);
        }
    }
    out
}
