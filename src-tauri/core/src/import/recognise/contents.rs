//! A table of contents at the head of a text: left out, and said so.

use super::head;
use super::label::{self, Heading};
use super::lines::Line;
use crate::import::repair::{RepairKind, Repairs};

/// Takes the table of contents out of the lines before the first article.
///
/// It is the run of headings that stands again further down, or the headings after 目录 where the text has headings besides.
pub(super) fn take_out(lines: Vec<Line>, repairs: &mut Repairs) -> Vec<Line> {
    let first_article = lines.iter().position(|line| label::article(&line.text).is_some_and(|a| a.parted));
    let before = &lines[..first_article.unwrap_or(lines.len())];
    let entries: Vec<Option<Heading>> = before.iter().map(|line| entry(&line.text)).collect();
    let titled = before.iter().position(|line| head::is_contents(&line.text));
    let Some(first) = (titled.unwrap_or(0)..before.len()).find(|at| entries[*at].is_some()) else { return lines };
    let again = (first + 1..before.len()).find(|at| match (&entries[first], &entries[*at]) {
        (Some(one), Some(other)) => one.rank == other.rank && one.number == other.number && alike(one, other),
        _ => false,
    });
    let (from, to) = match (titled, again) {
        (Some(titled), Some(again)) => (titled, again),
        (None, Some(again)) if (first..again).all(|at| entries[at].is_some() || short(&before[at])) => (first, again),
        _ => return lines,
    };
    let mut kept = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        if (from..to).contains(&at) {
            repairs.line(RepairKind::Contents, line.text);
        } else {
            kept.push(line);
        }
    }
    kept
}

/// An entry: a heading, perhaps with dots and the number of a page after it.
fn entry(text: &str) -> Option<Heading> {
    let mut heading = label::division(text, true)?;
    let bare = heading.heading.trim_end_matches(|c: char| c.is_ascii_digit() || ". …·．（）()-—".contains(c));
    heading.heading = label::close_up(bare);
    Some(heading)
}

fn alike(one: &Heading, other: &Heading) -> bool {
    one.heading.replace(' ', "") == other.heading.replace(' ', "")
}

/// 附则 and the like, which have no number in the table either.
fn short(line: &Line) -> bool {
    line.text.chars().nth(30).is_none()
}
