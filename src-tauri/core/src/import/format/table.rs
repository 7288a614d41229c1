//! Tables: a row is a line, ` | ` stands between its cells. Tables that only lay out a page are read as the lines in them.

use crate::import::limits;
use crate::import::source::{Shape, SourceLine};

/// A cell with more lines than this is text that someone has put into a table.
const CELL_LINES: usize = 6;

/// The open tables, innermost last: the cells of the open row of each.
#[derive(Debug, Default)]
pub(super) struct Tables {
    open: Vec<Vec<Vec<SourceLine>>>,
    /// Tables below the deepest that is kept track of.
    deeper: usize,
}

impl Tables {
    /// A table begins.
    pub(super) fn open(&mut self) {
        if self.open.len() < limits::NESTING {
            self.open.push(Vec::new());
        } else {
            self.deeper += 1;
        }
    }

    /// A cell begins.
    pub(super) fn cell(&mut self) {
        if let Some(row) = self.open.last_mut().filter(|_| self.deeper == 0) {
            row.push(Vec::new());
        }
    }

    /// Takes a line into the open cell; gives it back when there is none.
    pub(super) fn take(&mut self, line: SourceLine) -> Option<SourceLine> {
        match self.open.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => {
                cell.push(line);
                None
            }
            None => Some(line),
        }
    }

    /// A row ends.
    pub(super) fn row(&mut self, out: &mut Vec<SourceLine>) {
        if self.deeper > 0 {
            return;
        }
        let lines = self.open.last_mut().map(std::mem::take).map(lines_of).unwrap_or_default();
        self.give(lines, self.open.len().checked_sub(2), out);
    }

    /// A table ends.
    pub(super) fn close(&mut self, out: &mut Vec<SourceLine>) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let lines = self.open.pop().map(lines_of).unwrap_or_default();
        self.give(lines, self.open.len().checked_sub(1), out);
    }

    /// All that is still open.
    pub(super) fn finish(&mut self) -> Vec<SourceLine> {
        let mut out = Vec::new();
        self.deeper = 0;
        while !self.open.is_empty() {
            self.close(&mut out);
        }
        out
    }

    /// Lines go into the open cell of the table `outer`, or out.
    fn give(&mut self, lines: Vec<SourceLine>, outer: Option<usize>, out: &mut Vec<SourceLine>) {
        match outer.and_then(|at| self.open.get_mut(at)).and_then(|row| row.last_mut()) {
            Some(cell) => cell.extend(lines),
            None => out.extend(lines),
        }
    }
}

fn lines_of(row: Vec<Vec<SourceLine>>) -> Vec<SourceLine> {
    let filled = row.iter().filter(|cell| !cell.is_empty()).count();
    let layout = filled < 2
        || row.iter().any(|cell| cell.len() > CELL_LINES || cell.iter().any(|line| line.shape == Shape::Row));
    if layout {
        return row.into_iter().flatten().collect();
    }
    let cells = row.into_iter().map(|cell| {
        let lines: Vec<String> = cell.into_iter().map(|line| line.text.trim().to_owned()).collect();
        lines.join(" ")
    });
    vec![SourceLine::new(Shape::Row, cells.collect::<Vec<_>>().join(" | "))]
}
