//! `wanghu cite ADDRESS|CITATION`.

use std::io::Write;

use wanghu_core::Wanghu;
use wanghu_core::model::Lang;
use wanghu_core::wire::CiteView;

use crate::arguments::{Cite, Styles};
use crate::outcome::{Failure, Outcome, print_json};
use crate::words::Words;

pub(crate) fn run(
    wanghu: &Wanghu,
    cite: &Cite,
    lang: Lang,
    words: &Words,
    out: &mut impl Write,
) -> Result<Outcome, Failure> {
    let places = wanghu.find_all(&cite.place.join(" "), None)?;
    let cited = |place| wanghu.cite(place, lang, cite.style.list());
    let views = places.iter().map(cited).collect::<Result<Vec<_>, _>>()?;
    match (&views[..], cite.json) {
        ([view], true) => print_json(view, out)?,
        (views, true) => print_json(&views, out)?,
        (views, false) => views.iter().try_for_each(|view| print(view, &cite.style, words, out))?,
    }
    Ok(Outcome::Done)
}

/// One style prints the citation alone, to be pasted; several have their names above them.
fn print(view: &CiteView, styles: &Styles, words: &Words, out: &mut impl Write) -> Result<(), Failure> {
    for citation in &view.styles {
        match styles {
            Styles::One(_) => writeln!(out, "{}", citation.text)?,
            Styles::All => {
                writeln!(out, "[{}] {}\n{}\n", citation.style.id(), words.style(citation.style), citation.text)?;
            }
        }
    }
    Ok(())
}
