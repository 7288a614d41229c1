//! The tables against the texts and against themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::Report;
use crate::library::{Library, Work};
use crate::model::{Address, ArticleNo, Bilingual, Document, Kind, Lang};
use crate::tables::{Duties, MeasureKind, Relation};
use crate::text::fold;

/// Every table.
pub(super) fn check(library: &Library, report: &mut Report) {
    duties(library, report);
    clauses(library, report);
    checklists(library, report);
    figures(library, report);
    terms(library, report);
    topics(library, report);
    links(library, report);
    thesaurus(library, report);
}

/// Places that a table names and that are not there.
fn lost<'a>(library: &Library, places: impl IntoIterator<Item = &'a Address>) -> Vec<String> {
    places.into_iter().filter(|at| !library.has(at)).map(|at| format!("{at} is not on board")).collect()
}

/// Ids that stand twice.
fn twice<'a>(ids: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    ids.into_iter().filter(|id| !seen.insert(*id)).map(|id| format!("'{id}' stands twice")).collect()
}

/// Texts that lack a language.
fn half_said<'a>(texts: impl IntoIterator<Item = &'a Bilingual>) -> Vec<String> {
    let half = texts.into_iter().filter(|text| text.is_incomplete());
    half.map(|text| format!("missing in one language: {text:?}")).collect()
}

fn all(report: &mut Report, file: &str, messages: impl IntoIterator<Item = String>) {
    messages.into_iter().for_each(|message| report.error(file, 0, message));
}

fn duties(library: &Library, report: &mut Report) {
    let file = "duties.toml";
    let Duties { authorities, duties, penalties } = &library.tables().duties;
    let measures = || penalties.iter().flat_map(|penalty| &penalty.measures);
    let places = duties.iter().map(|duty| &duty.at).chain(penalties.iter().map(|penalty| &penalty.at));
    all(report, file, lost(library, places.chain(penalties.iter().flat_map(|penalty| &penalty.breaches))));
    all(report, file, twice(authorities.iter().map(|authority| authority.id.as_str())));
    let texts = authorities.iter().map(|a| &a.name).chain(duties.iter().map(|d| &d.duty));
    all(report, file, half_said(texts.chain(measures().map(|measure| &measure.condition))));
    let named = duties.iter().flat_map(|d| &d.authorities).chain(penalties.iter().flat_map(|p| &p.authorities));
    let unknown: BTreeSet<&String> = named.filter(|id| !authorities.iter().any(|a| a.id == **id)).collect();
    all(report, file, unknown.into_iter().map(|id| format!("no authority has the id '{id}'")));
    for duty in duties.iter().filter(|duty| duty.actors.is_empty()) {
        report.error(file, 0, format!("the duty at {} is nobody's", duty.at));
    }
    for breach in penalties.iter().flat_map(|penalty| &penalty.breaches) {
        if !duties.iter().any(|duty| duty.at.meets(breach)) {
            report.error(file, 0, format!("{breach} is punished, and no duty stands there"));
        }
    }
    for measure in measures() {
        let counted = measure.min.is_some() || measure.max.is_some();
        let upside_down = matches!((measure.min, measure.max), (Some(min), Some(max)) if min > max);
        let amount = counted == measure.unit.is_some() && (counted || measure.kind != MeasureKind::Fine);
        if upside_down || !amount || !(1..=2).contains(&measure.tier) {
            report.error(file, 0, format!("amounts, unit or tier do not fit: {measure:?}"));
        }
    }
}

/// Each clause of the table names exactly the provisions that the text of its 款 names.
fn clauses(library: &Library, report: &mut Report) {
    let mut named: BTreeMap<&Address, BTreeSet<&Address>> = BTreeMap::new();
    for penalty in &library.tables().duties.penalties {
        named.entry(&penalty.at).or_default().extend(&penalty.breaches);
    }
    for (at, breaches) in named.iter().filter(|(_, breaches)| !breaches.is_empty()) {
        let text = library.work(&at.document).map(|work| &work.texts()[0]);
        let Some((text, passage)) = text.and_then(|text| Some((text, text.passage(&at.unit)?))) else { continue };
        let lines = passage.lines(&at.document).filter(|(line, _)| line.unit.lies_in(&at.unit));
        let cited: BTreeSet<&Address> = lines
            .flat_map(|(_, line)| library.references(text, line))
            .flat_map(|reference| &reference.to)
            .filter(|to| to.document == at.document && to.to_unit() != at.to_unit())
            .collect();
        for to in cited.symmetric_difference(breaches) {
            let (has, lacks) = if cited.contains(to) { ("text", "table") } else { ("table", "text") };
            report.error("duties.toml", 0, format!("{at}: {to} is named in the {has} and not in the {lacks}"));
        }
    }
    for work in library.works() {
        let cites = |no: u32| -> BTreeSet<Address> {
            let clause = Address::article(work.id().clone(), ArticleNo::new(no), None, None);
            let out = library.neighbours(&clause).into_iter().filter(|n| !n.incoming && n.relation == Relation::Cited);
            out.map(|n| n.address).filter(|at| at.document == *work.id()).collect()
        };
        if named.keys().any(|at| at.document == *work.id()) {
            for (no, to) in (53..=56).flat_map(|no| cites(no).into_iter().map(move |to| (no, to))) {
                if !named.values().any(|breaches| breaches.contains(&to)) {
                    report.error(
                        "duties.toml",
                        0,
                        format!("article {no} punishes {to}, and no clause of the table does"),
                    );
                }
            }
        }
    }
}

fn checklists(library: &Library, report: &mut Report) {
    let file = "checklists.toml";
    let lists = &library.tables().checklists;
    let parts = || lists.iter().flat_map(|list| &list.parts);
    let points = || parts().flat_map(|part| &part.points);
    all(report, file, twice(lists.iter().map(|list| list.id.as_str())));
    all(report, file, lost(library, parts().map(|p| &p.at).chain(points().map(|p| &p.at))));
    let texts = lists.iter().flat_map(|list| [&list.title, &list.purpose]).chain(parts().map(|part| &part.title));
    all(report, file, half_said(texts.chain(points().map(|point| &point.ask))));
}

fn figures(library: &Library, report: &mut Report) {
    let file = "figures.toml";
    let table = &library.tables().figures;
    all(report, file, twice(table.figures.iter().map(|figure| figure.id.as_str())));
    all(report, file, twice(table.charts.iter().map(|chart| chart.id.as_str())));
    all(report, file, lost(library, table.figures.iter().map(|figure| &figure.at)));
    let texts = table.figures.iter().flat_map(|f| [&f.unit, &f.counts, &f.source].into_iter().chain(&f.caution));
    let charts = table
        .charts
        .iter()
        .flat_map(|c| [&c.title, &c.unit, &c.note].into_iter().chain(c.marks.iter().map(|m| &m.label)));
    all(report, file, half_said(texts.chain(charts)));
    for figure in &table.figures {
        if figure.until < figure.from || !figure.value.is_finite() {
            report.error(file, 0, format!("'{}' ends before it begins, or is no number", figure.id));
        }
    }
    for chart in &table.charts {
        let found: Vec<_> = chart
            .marks
            .iter()
            .filter_map(|mark| table.figures.iter().find(|figure| figure.id == mark.figure))
            .collect();
        if found.len() != chart.marks.len() || found.len() < 2 {
            report.error(file, 0, format!("the chart '{}' names figures that are not there", chart.id));
        }
        // What is drawn together is compared: it must be counted in the same unit.
        if found.windows(2).any(|pair| pair[0].unit != pair[1].unit) {
            report.error(file, 0, format!("the chart '{}' compares different units", chart.id));
        }
    }
}

fn terms(library: &Library, report: &mut Report) {
    let file = "glossary.toml";
    let terms = &library.tables().terms;
    all(report, file, twice(terms.iter().map(|term| term.id.as_str())));
    for lang in [Lang::Zh, Lang::En] {
        let forms: Vec<String> = terms.iter().flat_map(|term| term.names(lang)).map(str::to_lowercase).collect();
        all(report, file, twice(forms.iter().map(String::as_str)));
    }
    all(report, file, lost(library, terms.iter().flat_map(|term| &term.at)));
    all(report, file, half_said(terms.iter().flat_map(|term| [&term.term, &term.legal, &term.child])));
    for term in terms.iter().filter(|term| term.at.is_empty()) {
        report.error(file, 0, format!("'{}' leads nowhere", term.id));
    }
}

fn topics(library: &Library, report: &mut Report) {
    let file = "topics.toml";
    let topics = &library.tables().topics;
    all(report, file, twice(topics.iter().map(|topic| topic.id.as_str())));
    all(report, file, lost(library, topics.iter().flat_map(|topic| &topic.places)));
    all(report, file, half_said(topics.iter().map(|topic| &topic.title)));
    for (place, topic) in topics.iter().enumerate() {
        // A parent stands before its children, so there are no circles.
        let known = |parent: &String| topics[..place].iter().any(|other| other.id == *parent);
        if !topic.parent.as_ref().is_none_or(known) {
            report.error(file, 0, format!("the parent of '{}' does not stand before it", topic.id));
        }
    }
    let grouped = |work: &&Work| topics.iter().flat_map(|topic| &topic.places).any(|at| at.document == *work.id());
    let kinds = [Kind::GuidingCase, Kind::Policy];
    for work in library.works().iter().filter(|work| !topics.is_empty() && kinds.contains(&work.meta(Lang::Zh).kind)) {
        if !grouped(&work) {
            report.error(file, 0, format!("{} belongs to no topic", work.id()));
        }
    }
}

fn links(library: &Library, report: &mut Report) {
    let file = "links.toml";
    let links = &library.tables().links;
    all(report, file, lost(library, links.iter().flat_map(|link| [&link.from, &link.to])));
    all(report, file, half_said(links.iter().map(|link| &link.why)));
    let mut told = BTreeSet::new();
    for link in links {
        if link.from == link.to || !told.insert((&link.from, &link.to)) || told.contains(&(&link.to, &link.from)) {
            report.error(file, 0, format!("{} and {} are linked twice, or to themselves", link.from, link.to));
        }
        if link.relation == Relation::Cited {
            report.error(file, 0, format!("{} to {}: what a text cites is found in the text", link.from, link.to));
        }
    }
}

/// What the thesaurus offers must stand in a text, or the search would promise what it cannot find.
fn thesaurus(library: &Library, report: &mut Report) {
    let file = "thesaurus.toml";
    let words = |text: &Document| -> String {
        let passages = text.passages().flat_map(|passage| {
            let lines = passage.lines(&text.meta.id).map(|(_, line)| fold::deep(&line.text).text());
            lines.chain([fold::deep(&passage.heading).text()]).collect::<Vec<_>>()
        });
        passages.collect::<Vec<_>>().join(" ")
    };
    let texts: Vec<String> = library.works().iter().flat_map(Work::texts).map(words).collect();
    let entries = &library.thesaurus().entries;
    for word in entries.iter().flat_map(|entry| &entry.means) {
        if !texts.iter().any(|text| text.contains(&word.folded)) {
            report.error(file, 0, format!("'{}' stands in no text", word.text));
        }
    }
    all(report, file, twice(entries.iter().flat_map(|entry| &entry.say).map(|word| word.text.as_str())));
    for entry in entries.iter().filter(|entry| entry.why.trim().is_empty()) {
        report.error(file, 0, format!("an entry gives no reason: {}", entry.say[0].text));
    }
}
