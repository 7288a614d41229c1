//! Two places of a library side by side: texts as a whole, or two provisions.

use super::articles::{Pair, PairVerdict, articles};
use super::words::{Change, Options, words};
use crate::cite::{label, wording};
use crate::error::{Error, Result};
use crate::library::{Library, Work};
use crate::model::{Address, Bilingual, Document, Lang, Passage, Unit};
use crate::wire::{CompareRow, CompareView, ComparedText, VerdictCount};

/// Compares two documents article by article, or two provisions character by character, in the words of `lang` where both have
/// them. The official wording is taken where it is on board.
///
/// # Errors
/// [`Error::NotFound`] when a place is not on board, [`Error::Unusable`] when a document is to be compared with a provision.
pub fn between(library: &Library, old: &Address, new: &Address, lang: Lang, options: Options) -> Result<CompareView> {
    let (one, other) = (Side::of(library, old, lang)?, Side::of(library, new, lang)?);
    let rows = match (&old.unit, &new.unit) {
        (Unit::Whole, Unit::Whole) => rows(&one, &other, articles(one.text, other.text, options)),
        (Unit::Whole, _) | (_, Unit::Whole) => {
            return Err(Error::Unusable {
                what: format!("{old} beside {new}"),
                why: "a document is compared with a document, a provision with a provision".to_owned(),
            });
        }
        _ => {
            let runs = words(&one.words()?, &other.words()?, options);
            let same = runs.iter().all(|run| run.change == Change::Same);
            let verdict = match (same, old.unit == new.unit) {
                (true, true) => PairVerdict::Same,
                (true, false) => PairVerdict::Renumbered,
                _ => PairVerdict::Changed,
            };
            vec![row(&one, &other, Pair { verdict, old: vec![old.unit.clone()], new: vec![new.unit.clone()], runs })]
        }
    };
    let mut counts: Vec<VerdictCount> = Vec::new();
    for row in &rows {
        match counts.iter_mut().find(|count| count.verdict == row.verdict) {
            Some(known) => known.count += row.count,
            None => counts.push(VerdictCount { verdict: row.verdict, count: row.count }),
        }
    }
    counts.sort_by_key(|count| count.verdict);
    let ignore_punctuation = options.ignore_punctuation;
    Ok(CompareView { old: one.told(), new: other.told(), ignore_punctuation, counts, rows })
}

/// A place with the text it is read in.
struct Side<'a> {
    address: &'a Address,
    work: &'a Work,
    text: &'a Document,
}

impl<'a> Side<'a> {
    fn of(library: &'a Library, address: &'a Address, lang: Lang) -> Result<Self> {
        let missing = || Error::NotFound { what: address.to_string() };
        let work = library.work(&address.document).filter(|_| library.has(address)).ok_or_else(missing)?;
        Ok(Self { address, work, text: work.surest(lang).unwrap_or(&work.texts()[0]) })
    }

    /// The words of the place.
    fn words(&self) -> Result<String> {
        let missing = || Error::NotFound { what: self.address.to_string() };
        let passage =
            self.text.passage(&self.address.unit).filter(|p| p.has(&self.address.unit)).ok_or_else(missing)?;
        Ok(part(passage, &self.address.unit, self.text.meta.lang))
    }

    fn told(&self) -> ComparedText {
        let meta = &self.text.meta;
        ComparedText {
            address: self.address.clone(),
            title: Bilingual::of(|lang| self.work.meta(lang).title.clone()),
            label: Bilingual::of(|lang| label(self.address, lang)),
            lang: meta.lang,
            layer: meta.layer,
            status: meta.status,
            promulgated_on: meta.promulgated_on.clone(),
            effective_on: meta.effective_on.clone(),
            amended_on: meta.amended_on.clone(),
        }
    }

    fn at(&self, unit: &Unit) -> Address {
        Address { unit: unit.clone(), ..Address::whole(self.address.document.clone()) }
    }
}

/// The words of a 款 or 项 of a passage, or of the passage.
pub(crate) fn part(passage: &Passage, unit: &Unit, lang: Lang) -> String {
    let Unit::Article { paragraph: Some(paragraph), item, .. } = unit else { return wording(passage, lang) };
    let Some(found) = passage.paragraphs.get((*paragraph as usize).saturating_sub(1)) else { return String::new() };
    match item {
        Some(item) => {
            found.items.get((*item as usize).saturating_sub(1)).map(|line| line.text.clone()).unwrap_or_default()
        }
        None => wording(&Passage { paragraphs: vec![found.clone()], ..passage.clone() }, lang),
    }
}

fn row(old: &Side<'_>, new: &Side<'_>, pair: Pair) -> CompareRow {
    let joined = |side: &Side<'_>, units: &[Unit]| {
        Bilingual::of(|lang| {
            let labels: Vec<String> = units.iter().map(|unit| label(&side.at(unit), lang)).collect();
            labels.join(if lang == Lang::Zh { "、" } else { ", " })
        })
    };
    CompareRow {
        verdict: pair.verdict,
        count: 1,
        old_label: joined(old, &pair.old),
        new_label: joined(new, &pair.new),
        old: pair.old.iter().map(|unit| old.at(unit)).collect(),
        new: pair.new.iter().map(|unit| new.at(unit)).collect(),
        runs: pair.runs,
    }
}

/// One row for each pair; neighbours that stayed as they were share one.
fn rows(old: &Side<'_>, new: &Side<'_>, pairs: Vec<Pair>) -> Vec<CompareRow> {
    let unchanged = |verdict: PairVerdict| matches!(verdict, PairVerdict::Same | PairVerdict::Renumbered);
    let order: Vec<&Unit> = old.text.passages().map(|passage| &passage.unit).collect();
    let place = |unit: &Unit| order.iter().position(|known| *known == unit);
    let follows = |a: &Pair, b: &Pair| {
        a.verdict == b.verdict
            && unchanged(a.verdict)
            && a.old.last().and_then(place).is_some_and(|i| b.old.first().and_then(place) == Some(i + 1))
    };
    let mut rows: Vec<CompareRow> = Vec::new();
    for group in pairs.chunk_by(follows) {
        match group {
            [first, .., last] => {
                let ends = |of: fn(&Pair) -> &[Unit], side: &Side<'_>| {
                    let end = |pair: &Pair, lang| {
                        of(pair).first().map(|unit| label(&side.at(unit), lang)).unwrap_or_default()
                    };
                    Bilingual::of(|lang| match lang {
                        Lang::Zh => format!("{}至{}", end(first, lang), end(last, lang)),
                        Lang::En => format!("{} to {}", end(first, lang), end(last, lang)),
                    })
                };
                let all = |of: fn(&Pair) -> &[Unit], side: &Side<'_>| {
                    group.iter().flat_map(of).map(|unit| side.at(unit)).collect()
                };
                rows.push(CompareRow {
                    verdict: first.verdict,
                    count: group.len(),
                    old_label: ends(|pair| &pair.old, old),
                    new_label: ends(|pair| &pair.new, new),
                    old: all(|pair| &pair.old, old),
                    new: all(|pair| &pair.new, new),
                    runs: Vec::new(),
                });
            }
            pairs => rows.extend(pairs.iter().map(|pair| row(old, new, pair.clone()))),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(old: &str, new: &str) -> Result<CompareView> {
        let at = |text: &str| text.parse::<Address>().expect("address");
        between(&Library::bundled(), &at(old), &at(new), Lang::Zh, Options::default())
    }

    #[test]
    fn a_document_is_itself_in_one_row() {
        let view = compared("minors-online-protection", "minors-online-protection").expect("on board");
        let [row] = &view.rows[..] else { panic!("{:?}", view.rows) };
        assert_eq!((row.verdict, row.count, row.old_label.zh.as_str()), (PairVerdict::Same, 60, "第一条至第六十条"));
        assert_eq!(row.new_label.en, "Article 1 to Article 60");
        assert_eq!(view.counts, [VerdictCount { verdict: PairVerdict::Same, count: 60 }]);
    }

    #[test]
    fn provisions_are_compared_with_provisions() {
        let view = compared("minors-online-protection/46.1", "minors-protection-law/75.2").expect("on board");
        assert_eq!((view.rows.len(), view.rows[0].verdict), (1, PairVerdict::Changed));
        assert!(matches!(compared("minors-online-protection", "criminal-law/17"), Err(Error::Unusable { .. })));
        assert!(matches!(compared("minors-online-protection/99", "criminal-law/17"), Err(Error::NotFound { .. })));
    }
}
