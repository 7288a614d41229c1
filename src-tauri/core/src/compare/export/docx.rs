//! A comparison as a table for a word processor.

use super::words;
use crate::error::Result;
use crate::model::Lang;
use crate::paper::{Paper, Piece};
use crate::wire::CompareView;

/// The file: what is compared, whose words they are, and a table of the old text, the new text and the result.
///
/// # Errors
/// [`crate::Error::Unusable`] when the archive cannot be written.
pub fn docx(view: &CompareView, lang: Lang) -> Result<Vec<u8>> {
    let mut paper = Paper::new(true).title(words::title(lang));
    for line in words::sides(view, lang) {
        paper = paper.text(&[Piece::plain(line)]);
    }
    for line in words::warnings(view, lang) {
        paper = paper.text(&[Piece::strong(line)]);
    }
    paper = paper.text(&[Piece::plain(words::counts(view, lang))]);
    let mut rows = vec![words::heads(view, lang).map(|head| vec![Piece::strong(head)]).to_vec()];
    rows.extend(view.rows.iter().map(|row| {
        let side = |label: &str, pieces: Vec<Piece>| {
            let mut cell = vec![Piece::strong(label)];
            if !pieces.is_empty() {
                cell.push(Piece::plain("\n"));
                cell.extend(pieces);
            }
            cell
        };
        vec![
            side(row.old_label.get(lang), Piece::old(&row.runs)),
            side(row.new_label.get(lang), Piece::new(&row.runs)),
            vec![Piece::plain(words::result(row, lang))],
        ]
    }));
    paper.table(&[9, 9, 2], &rows).finish()
}
