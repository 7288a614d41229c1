//! Lines made clean: zero-width characters out, doubled blanks to one, broken paragraphs joined.

use super::label;
use crate::import::repair::{RepairKind, Repairs};
use crate::import::source::{Format, Shape, Source};

/// A clean line that is not empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Its text.
    pub(super) text: String,
    /// What it looked like.
    pub(super) shape: Shape,
    /// Row of the source, from 1.
    pub(super) row: usize,
    /// Whether blanks stood before it.
    pub(super) indented: bool,
    /// Whether it stands right after the line before it, without an empty line between them.
    pub(super) close: bool,
}

/// Characters that are not seen and mean nothing.
pub(super) fn invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
        | '\u{feff}' | '\u{ad}' | '\u{180e}')
        || c.is_control() && !c.is_whitespace()
}

/// The lines of a source that hold text.
pub(super) fn clean(source: &Source, repairs: &mut Repairs) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut close = false;
    for (line, row) in source.lines.iter().zip(1..) {
        let (text, dropped, blanks) = squeeze(&line.text);
        repairs.count(RepairKind::ZeroWidth, dropped);
        if text.is_empty() {
            close = false;
            continue;
        }
        repairs.count(RepairKind::Blanks, blanks);
        let indented = line.text.starts_with(char::is_whitespace);
        lines.push(Line { text, shape: line.shape, row, indented, close });
        close = true;
    }
    if source.format == Format::Text { joined(lines, repairs) } else { lines }
}

/// The text without invisible characters and with single blanks; how many characters went, and how many runs of blanks shrank.
fn squeeze(text: &str) -> (String, usize, usize) {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || invisible(c));
    let dropped = text.chars().filter(|c| invisible(*c)).count();
    if dropped == 0 && trimmed.is_ascii() && !trimmed.contains("  ") && !trimmed.contains('\t') {
        return (trimmed.to_owned(), 0, 0);
    }
    let mut out = String::with_capacity(trimmed.len());
    let (mut blanks, mut run) = (0, 0);
    for c in trimmed.chars() {
        if c.is_whitespace() {
            run += 1;
            if run == 1 {
                out.push(' ');
            }
            blanks += usize::from(run == 2 || (run == 1 && c != ' '));
        } else if !invisible(c) {
            run = 0;
            out.push(c);
        }
    }
    (out, dropped, blanks)
}

/// How many lines must reach the margin before a text counts as broken at a fixed width.
const ENOUGH_FULL_LINES: usize = 4;

/// Joins paragraphs of plain text that was broken at a fixed width.
fn joined(lines: Vec<Line>, repairs: &mut Repairs) -> Vec<Line> {
    let widths: Vec<usize> = lines.iter().map(|line| width(&line.text) + if line.indented { 4 } else { 0 }).collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    let full = |width: usize| width + 4 >= widest;
    let reached = widths.iter().filter(|width| full(**width)).count();
    if !(20..=240).contains(&widest) || reached < ENOUGH_FULL_LINES || reached * 4 < lines.len() {
        return lines;
    }
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut before = 0;
    for (line, width) in lines.into_iter().zip(widths) {
        let goes_on = line.close && !line.indented && full(before) && !label::starts_anew(&line.text);
        before = width;
        match out.last_mut().filter(|_| goes_on) {
            Some(last) => {
                let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
                if latin(last.text.chars().next_back()) && latin(line.text.chars().next()) {
                    last.text.push(' ');
                }
                last.text.push_str(&line.text);
                repairs.count(RepairKind::BrokenLine, 1);
            }
            None => out.push(line),
        }
    }
    out
}

/// Columns that a text takes: Chinese characters take two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
