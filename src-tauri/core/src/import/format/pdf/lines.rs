//! Letters to lines, lines to paragraphs; running heads and page numbers out.

use std::collections::{BTreeMap, BTreeSet};

use super::page::{Letter, Page};
use crate::import::recognise::starts_anew;
use crate::import::repair::{RepairKind, Repairs};
use crate::import::source::{Shape, SourceLine};

/// A line as it stands on its page.
#[derive(Debug, Clone)]
struct Line {
    text: String,
    page: usize,
    left: f64,
    right: f64,
    y: f64,
    em: f64,
}

/// The paragraphs of all pages.
pub(super) fn of(pages: Vec<Page>, repairs: &mut Repairs) -> Vec<SourceLine> {
    let heights: Vec<f64> = pages.iter().map(|page| page.height).collect();
    let lines: Vec<Vec<Line>> = pages.into_iter().enumerate().map(|(at, page)| on_page(page.letters, at)).collect();
    let lines = without_heads(lines, &heights, repairs);
    paragraphs(&lines, repairs).into_iter().map(|text| SourceLine::new(Shape::Plain, text)).collect()
}

/// The lines of a page, top to bottom.
fn on_page(mut letters: Vec<Letter>, page: usize) -> Vec<Line> {
    letters.retain(|letter| !letter.text.is_empty());
    // Stable: letters at one height stay in the order in which they were drawn.
    letters.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<Letter>> = Vec::new();
    for letter in letters {
        match rows
            .last_mut()
            .filter(|row| row.last().is_some_and(|last| (letter.y - last.y).abs() < letter.em.max(last.em) * 0.35))
        {
            Some(row) => row.push(letter),
            None => rows.push(vec![letter]),
        }
    }
    rows.into_iter().filter_map(|row| line(row, page)).collect()
}

fn line(mut row: Vec<Letter>, page: usize) -> Option<Line> {
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let shown: Vec<&Letter> = row.iter().filter(|letter| letter.is_shown()).collect();
    let (first, last) = (shown.first()?, shown.last()?);
    let (left, right, y) = (first.x, last.end(), first.y);
    let em = shown.iter().map(|letter| letter.em).fold(0.0, f64::max);
    let mut text = String::new();
    let mut before: Option<&Letter> = None;
    for letter in &row {
        if let Some(before) = before {
            // Bold type is often the same letter twice.
            if letter.text == before.text && letter.x - before.x < letter.em * 0.15 {
                continue;
            }
            let gap = letter.x - before.end();
            let latin = letter.text.is_ascii() && before.text.is_ascii();
            if gap > letter.em * if latin { 0.35 } else { 0.8 } && !text.ends_with(' ') {
                text.push(' ');
            }
        }
        text.push_str(&letter.text);
        before = Some(letter);
    }
    Some(Line { text: text.trim().to_owned(), page, left, right, y, em })
}

/// How much of a page, at the top and at the foot, may hold running lines.
const MARGIN: f64 = 0.2;

/// How many lines at the top and at the foot of a page may be running ones.
const OUTER: usize = 2;

/// Takes out what stands at the same place of several pages, and numbers that count the pages.
fn without_heads(pages: Vec<Vec<Line>>, heights: &[f64], repairs: &mut Repairs) -> Vec<Line> {
    // By height and by what they say but for figures: the pages and their figures.
    let mut same: BTreeMap<(bool, i64, String), Vec<(usize, String)>> = BTreeMap::new();
    let key = |line: &Line, top: bool| {
        let words: String = line.text.chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect();
        // The height in steps of 4 points.
        ((top, (line.y / 4.0).round() as i64, words), line.text.chars().filter(|c| c.is_numeric()).collect::<String>())
    };
    let outer = |lines: &[Line], height: f64| -> Vec<(usize, bool)> {
        let count = lines.len();
        let places = (0..count).filter(|at| *at < OUTER || *at + OUTER >= count);
        places
            .map(|at| (at, lines[at].y < height / 2.0))
            .filter(
                |(at, top)| if *top { lines[*at].y < height * MARGIN } else { lines[*at].y > height * (1.0 - MARGIN) },
            )
            .collect()
    };
    for (lines, height) in pages.iter().zip(heights) {
        for (at, top) in outer(lines, *height) {
            let (place, figures) = key(&lines[at], top);
            same.entry(place).or_default().push((lines[at].page, figures));
        }
    }
    let mut out = Vec::new();
    for (mut lines, height) in pages.into_iter().zip(heights) {
        let mut drop = BTreeSet::new();
        for (at, top) in outer(&lines, *height) {
            let (place, figures) = key(&lines[at], top);
            let bare = place.2.chars().all(|c| "-—–－·第页共/／".contains(c));
            let found = same.get(&place).map_or(&[][..], Vec::as_slice);
            let pages = found.iter().map(|(page, _)| page).collect::<BTreeSet<_>>().len();
            if bare && !figures.is_empty() {
                let decorated = place.2.chars().count() > 1;
                let counts = pages >= 2 && found.iter().map(|(_, figures)| figures).collect::<BTreeSet<_>>().len() >= 2;
                if decorated || counts || heights.len() == 1 && figures == "1" {
                    repairs.line(RepairKind::PageNumbers, &lines[at].text);
                    drop.insert(at);
                }
            } else if pages >= 3 || pages == 2 && heights.len() == 2 && !place.2.is_empty() {
                repairs.line(RepairKind::RunningHeads, &lines[at].text);
                drop.insert(at);
            }
        }
        let mut at = 0;
        lines.retain(|_| {
            at += 1;
            !drop.contains(&(at - 1))
        });
        out.extend(lines);
    }
    out
}

/// Joins the lines of each paragraph.
fn paragraphs(lines: &[Line], repairs: &mut Repairs) -> Vec<String> {
    let em = median(lines.iter().map(|line| line.em));
    let body: Vec<&Line> = lines.iter().filter(|line| (line.em - em).abs() < em * 0.1).collect();
    let left = body.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let right = body.iter().map(|line| line.right).fold(0.0, f64::max);
    let pitch = median(lines.windows(2).filter(|w| w[0].page == w[1].page).map(|w| w[1].y - w[0].y));
    let indented = |line: &Line| line.left > left + em * 0.8;
    // Where paragraphs begin with an indent, a line without one goes on.
    let indents = body.iter().filter(|line| indented(line)).count() * 10 > body.len();
    let mut out: Vec<String> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        let goes_on = before.is_some_and(|before| {
            let full = before.right > right - em * 1.6;
            let near = before.page != line.page || line.y - before.y < pitch * 1.35;
            let closed = before.text.ends_with(['。', '；', '：', '！', '？']);
            full && near
                && !indented(line)
                && (before.em - line.em).abs() < em * 0.15
                && !starts_anew(&line.text)
                && (indents || !closed)
        });
        match out.last_mut().filter(|_| goes_on) {
            Some(last) => {
                let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
                if latin(last.chars().next_back()) && latin(line.text.chars().next()) {
                    last.push(' ');
                }
                last.push_str(&line.text);
                repairs.count(RepairKind::BrokenLine, 1);
            }
            None => out.push(line.text.clone()),
        }
        before = Some(line);
    }
    out
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.filter(|value| value.is_finite() && *value > 0.0).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
