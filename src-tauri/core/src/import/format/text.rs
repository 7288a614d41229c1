//! Plain text: a line is a line.

use crate::import::source::{Shape, SourceLine};

/// Splits a text into lines, whatever ends them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\u{c}', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}'])
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

pub(super) fn read(text: &str) -> Vec<SourceLine> {
    lines(text).map(|line| SourceLine::new(Shape::Plain, line)).collect()
}
