//! `wanghu check`: is the corpus fit to ship? Every file alone, the languages against each other, every reference, every table
//! against the texts.

mod cases;
mod references;
mod tables;
mod texts;

use serde::Serialize;

use crate::corpus::{Bundle, Diagnostic, Severity};
use crate::library::Library;
use crate::model::{DocumentId, Kind, Lang, Unit};
use crate::tables::Tables;

/// What was counted in one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Census {
    /// The document.
    pub document: DocumentId,
    /// The languages it has.
    pub languages: Vec<Lang>,
    /// Number of chapters.
    pub chapters: usize,
    /// Number of articles.
    pub articles: usize,
    /// Number of sections.
    pub sections: usize,
    /// Number of 款 or paragraphs.
    pub paragraphs: usize,
    /// Number of 项 or list entries.
    pub items: usize,
    /// Whether the languages agree passage by passage, 款 by 款, 项 by 项.
    pub aligned: bool,
    /// Number of references in all languages.
    pub references: usize,
    /// References to texts or articles that are not on board.
    pub external: usize,
    /// References that lead nowhere.
    pub unresolved: usize,
    /// Articles with a fingerprint of their official wording.
    pub fingerprints: usize,
}

/// What was counted in all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Documents.
    pub documents: usize,
    /// Articles.
    pub articles: usize,
    /// Guiding cases.
    pub cases: usize,
    /// Policy pages.
    pub policy: usize,
    /// Links: references from one passage to another, links of cases, links set by hand.
    pub links: usize,
    /// Duties, one for each actor.
    pub duties: usize,
    /// Penalty clauses.
    pub penalties: usize,
    /// Points of checklists.
    pub points: usize,
    /// Figures.
    pub figures: usize,
    /// Charts.
    pub charts: usize,
    /// Terms of the glossary.
    pub terms: usize,
    /// Topics.
    pub topics: usize,
    /// Entries of the thesaurus.
    pub sayings: usize,
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// What was counted in all.
    pub totals: Totals,
    /// One entry for each document.
    pub documents: Vec<Census>,
    /// What is odd, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Whether the corpus may ship.
    pub fn passed(&self) -> bool {
        !self.documents.is_empty() && self.diagnostics.iter().all(|diagnostic| diagnostic.severity < Severity::Error)
    }
}

/// Checks a bundle of corpus files.
pub fn check(bundle: &Bundle) -> Checked {
    let mut corpus = bundle.parse();
    let mut report = Report { list: std::mem::take(&mut corpus.diagnostics), files: Vec::new() };
    report.list.extend(Tables::parse(&corpus.tables).1);
    report.files = corpus.documents.iter().map(|(file, d)| (d.meta.id.clone(), d.meta.lang, file.clone())).collect();
    report.names();
    let fingerprints = std::mem::take(&mut corpus.fingerprints);
    let library = Library::of(corpus);
    let mut documents = Vec::new();
    for work in library.works() {
        for text in work.texts() {
            texts::order(text, &mut report);
        }
        let mut census = texts::census(work);
        census.aligned = texts::aligned(work, &mut report);
        references::check(&library, work, &mut census, &mut report);
        if let Some((file, prints)) = fingerprints.iter().find(|(_, prints)| prints.document == *work.id()) {
            census.fingerprints = texts::fingerprints(work, file, prints, &mut report);
        }
        documents.push(census);
    }
    for (file, prints) in fingerprints.iter().filter(|(_, prints)| library.work(&prints.document).is_none()) {
        report.error(file, 0, format!("fingerprints of '{}', which is not on board", prints.document));
    }
    cases::check(&library, &mut report);
    tables::check(&library, &mut report);
    report.list.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    Checked { totals: totals(&library, &documents), documents, diagnostics: report.list }
}

fn totals(library: &Library, documents: &[Census]) -> Totals {
    let tables = library.tables();
    let of_kind = |kind| library.works().iter().filter(|work| work.meta(Lang::Zh).kind == kind).count();
    let mut links: Vec<_> = library
        .links()
        .edges()
        .iter()
        .filter(|edge| edge.to.unit != Unit::Whole || library.has(&edge.to))
        .map(|edge| (&edge.from, &edge.to, edge.relation))
        .collect();
    links.sort();
    links.dedup();
    Totals {
        documents: documents.len(),
        articles: documents.iter().map(|census| census.articles).sum(),
        cases: of_kind(Kind::GuidingCase),
        policy: of_kind(Kind::Policy),
        links: links.len(),
        duties: tables.duties.duties.iter().map(|duty| duty.actors.len()).sum(),
        penalties: tables.duties.penalties.len(),
        points: tables.checklists.iter().flat_map(|list| &list.parts).map(|part| part.points.len()).sum(),
        figures: tables.figures.figures.len(),
        charts: tables.figures.charts.len(),
        terms: tables.terms.len(),
        topics: tables.topics.len(),
        sayings: tables.thesaurus.entries.len(),
    }
}

/// What is odd so far, and which file each text came from.
struct Report {
    list: Vec<Diagnostic>,
    files: Vec<(DocumentId, Lang, String)>,
}

impl Report {
    fn error(&mut self, file: &str, line: usize, message: String) {
        self.list.push(Diagnostic { file: file.to_owned(), line, severity: Severity::Error, message });
    }

    /// About a text.
    fn text(&mut self, id: &DocumentId, lang: Lang, line: usize, message: String) {
        let file =
            self.files.iter().find(|f| f.0 == *id && f.1 == lang).map_or_else(|| id.to_string(), |f| f.2.clone());
        self.error(&file, line, message);
    }

    /// Every text has a file of its own, named after it.
    fn names(&mut self) {
        for (index, (id, lang, file)) in self.files.clone().into_iter().enumerate() {
            if self.files[..index].iter().any(|(other, other_lang, _)| *other == id && *other_lang == lang) {
                self.error(&file, 1, format!("a second {lang:?} text with the id '{id}'"));
            }
            let expected = format!("{id}.{}.md", if lang == Lang::Zh { "zh" } else { "en" });
            if !file.ends_with(&expected) {
                self.error(&file, 1, format!("the file should be named {expected}"));
            }
        }
    }
}
