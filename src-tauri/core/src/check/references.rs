//! References: each leads somewhere, and both languages make the same ones.

use std::collections::BTreeSet;

use super::{Census, Report};
use crate::library::{Library, Work};
use crate::model::{Address, Coverage, Lang, Unit};

/// Every reference leads to a place on board or to a text or article known to be outside, and both languages cite the same places.
pub(super) fn check(library: &Library, work: &Work, census: &mut Census, report: &mut Report) {
    let mut cited: Vec<BTreeSet<(Address, Address)>> = Vec::new();
    for text in work.texts() {
        let mut places = BTreeSet::new();
        for (at, line) in text.passages().flat_map(|passage| passage.lines(work.id())) {
            for reference in library.references(text, line) {
                census.references += 1;
                let lost = reference.to.iter().any(|to| leads_nowhere(library, to));
                if reference.to.is_empty() || lost {
                    census.unresolved += 1;
                    let message = format!(
                        "'{}' leads nowhere; mend it or list the text in external.toml",
                        &line.text[reference.range.clone()]
                    );
                    report.text(work.id(), text.meta.lang, line.row, message);
                }
                census.external += usize::from(reference.to.iter().any(|to| !library.has(to)));
                let exact = reference.to.iter().filter(|to| to.unit != Unit::Whole);
                places.extend(exact.map(|to| (at.to_unit(), to.clone())));
            }
        }
        cited.push(places);
    }
    if let [zh, en] = cited.as_slice() {
        for (from, to) in zh.symmetric_difference(en) {
            let in_zh = zh.contains(&(from.clone(), to.clone()));
            let (has, lacks) = if in_zh { (Lang::Zh, Lang::En) } else { (Lang::En, Lang::Zh) };
            census.aligned = false;
            report.text(work.id(), lacks, 0, format!("{from} refers to {to} in {has:?} only"));
        }
    }
}

/// A place that a text on board should hold and does not. Selections leave articles out on purpose, notices and policy pages
/// stand for texts that are not here; a guiding case is never declared outside.
fn leads_nowhere(library: &Library, to: &Address) -> bool {
    match library.work(&to.document) {
        Some(work) => work.meta(Lang::Zh).coverage == Coverage::Complete && work.has_articles() && !library.has(to),
        None => to.document.as_str().starts_with("spp-") || to.document.as_str().starts_with("spc-"),
    }
}
