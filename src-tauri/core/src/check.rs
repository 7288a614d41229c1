//! `wanghu check`: is the corpus fit to ship? Every file alone, the languages against each other, every reference.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::corpus::{Bundle, Diagnostic, Severity};
use crate::library::{Library, Work};
use crate::model::{Address, Document, DocumentId, Lang, Unit};
use crate::text::fold;

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
    /// Number of 款.
    pub paragraphs: usize,
    /// Number of 项.
    pub items: usize,
    /// Whether the languages agree article by article, 款 by 款, 项 by 项.
    pub aligned: bool,
    /// Number of references in all languages.
    pub references: usize,
    /// References to texts that are declared external.
    pub external: usize,
    /// References that lead nowhere.
    pub unresolved: usize,
    /// Articles with a fingerprint of their official wording.
    pub fingerprints: usize,
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checked {
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
    let mut report = Report { list: std::mem::take(&mut corpus.diagnostics) };
    let files: Vec<(DocumentId, Lang, String)> =
        corpus.documents.iter().map(|(file, d)| (d.meta.id.clone(), d.meta.lang, file.clone())).collect();
    let fingerprints = std::mem::take(&mut corpus.fingerprints);
    for (index, (id, lang, file)) in files.iter().enumerate() {
        if files[..index].iter().any(|(other, other_lang, _)| other == id && other_lang == lang) {
            report.error(file, 1, format!("a second {lang:?} text with the id '{id}'"));
        }
        let expected = format!("{id}.{}.md", if *lang == Lang::Zh { "zh" } else { "en" });
        if !file.ends_with(&expected) {
            report.error(file, 1, format!("the file should be named {expected}"));
        }
    }
    let library = Library::of(corpus);
    let file_of =
        |id: &DocumentId, lang: Lang| files.iter().find(|f| f.0 == *id && f.1 == lang).map_or("", |f| f.2.as_str());
    let mut documents = Vec::new();
    for work in library.works() {
        for text in work.texts() {
            numbering(text, file_of(work.id(), text.meta.lang), &mut report);
        }
        let aligned = alignment(work, &|lang| file_of(work.id(), lang), &mut report);
        let mut census = census(work, aligned);
        references(&library, work, &|lang| file_of(work.id(), lang), &mut census, &mut report);
        if let Some((file, prints)) = fingerprints.iter().find(|(_, prints)| prints.document == *work.id()) {
            let text: BTreeSet<_> = work.texts()[0].articles().map(|article| article.no).collect();
            for no in text.iter().filter(|no| !prints.articles.contains_key(no)) {
                report.error(file, 0, format!("article {no} has no fingerprint"));
            }
            for no in prints.articles.keys().filter(|no| !text.contains(no)) {
                report.error(file, 0, format!("a fingerprint for article {no}, which does not exist"));
            }
            census.fingerprints = prints.articles.len();
        }
        documents.push(census);
    }
    for (file, prints) in fingerprints.iter().filter(|(_, prints)| library.work(&prints.document).is_none()) {
        report.error(file, 0, format!("fingerprints of '{}', which is not on board", prints.document));
    }
    thesaurus(&library, &mut report);
    report.list.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    Checked { documents, diagnostics: report.list }
}

struct Report {
    list: Vec<Diagnostic>,
}

impl Report {
    fn error(&mut self, file: &str, line: usize, message: String) {
        self.list.push(Diagnostic { file: file.to_owned(), line, severity: Severity::Error, message });
    }
}

/// Chapters and articles count up without gaps; nothing is empty.
fn numbering(text: &Document, file: &str, report: &mut Report) {
    for (chapter, expected) in text.chapters.iter().zip(1..) {
        if chapter.number != expected {
            report.error(file, chapter.line, format!("chapter {} where chapter {expected} is due", chapter.number));
        }
    }
    let mut previous = crate::model::ArticleNo::new(0);
    for article in text.articles() {
        let next = if article.no.sub == 0 {
            previous.main + 1 == article.no.main
        } else {
            previous.main == article.no.main && previous.sub + 1 == article.no.sub
        };
        if !next {
            report.error(file, article.line, format!("article {} follows article {previous}", article.no));
        }
        previous = article.no;
        if article.heading.is_empty() {
            report.error(file, article.line, format!("article {} has no heading", article.no));
        }
        if article.paragraphs.is_empty() {
            report.error(file, article.line, format!("article {} has no text", article.no));
        }
    }
    if text.articles().next().is_none() {
        report.error(file, 0, "no article in this file".to_owned());
    }
}

/// Both languages have the same chapters, articles, 款 and 项.
fn alignment<'f>(work: &Work, file: &impl Fn(Lang) -> &'f str, report: &mut Report) -> bool {
    let (Some(zh), Some(en)) = (work.text(Lang::Zh), work.text(Lang::En)) else {
        let there = work.texts()[0].meta.lang;
        report.error(file(there), 0, "the text in the other language is missing".to_owned());
        return false;
    };
    let before = report.list.len();
    let shape = |text: &Document| text.chapters.iter().map(|c| (c.number, c.articles.len())).collect::<Vec<_>>();
    if shape(zh) != shape(en) {
        report.error(
            file(Lang::En),
            0,
            format!("chapters (number, articles) are {:?}, in Chinese {:?}", shape(en), shape(zh)),
        );
    }
    for article in zh.articles() {
        let Some(other) = en.article(article.no) else {
            report.error(file(Lang::En), 0, format!("article {} is missing", article.no));
            continue;
        };
        let items = |a: &crate::model::Article| a.paragraphs.iter().map(|p| p.items.len()).collect::<Vec<_>>();
        if items(article) != items(other) {
            let message = format!(
                "article {}: items in each paragraph are {:?}, in Chinese {:?}",
                article.no,
                items(other),
                items(article)
            );
            report.error(file(Lang::En), other.line, message);
        }
    }
    for article in en.articles().filter(|article| zh.article(article.no).is_none()) {
        report.error(file(Lang::Zh), 0, format!("article {} is missing", article.no));
    }
    let facts = |text: &Document| {
        let m = &text.meta;
        (m.kind, m.promulgated_on.clone(), m.effective_on.clone(), m.status, m.evidence)
    };
    if facts(zh) != facts(en) {
        report.error(file(Lang::En), 1, "kind, dates, status or evidence differ from the Chinese file".to_owned());
    }
    report.list.len() == before
}

fn census(work: &Work, aligned: bool) -> Census {
    let text = &work.texts()[0];
    let paragraphs = || text.articles().flat_map(|article| &article.paragraphs);
    Census {
        document: work.id().clone(),
        languages: work.texts().iter().map(|text| text.meta.lang).collect(),
        chapters: text.chapters.len(),
        articles: text.articles().count(),
        paragraphs: paragraphs().count(),
        items: paragraphs().map(|p| p.items.len()).sum(),
        aligned,
        references: 0,
        external: 0,
        unresolved: 0,
        fingerprints: 0,
    }
}

/// Every reference leads to a place on board or to a declared external text, and both languages cite the same places.
fn references<'f>(
    library: &Library,
    work: &Work,
    file: &impl Fn(Lang) -> &'f str,
    census: &mut Census,
    report: &mut Report,
) {
    let mut cited: Vec<BTreeSet<(Address, Address)>> = Vec::new();
    for text in work.texts() {
        let mut places = BTreeSet::new();
        for article in text.articles() {
            for (line, words) in article.lines(work.id()) {
                for reference in library.references(text.meta.lang, &line) {
                    census.references += 1;
                    let aboard = |to: &Address| library.work(&to.document).is_some();
                    let lost: Vec<_> = reference.to.iter().filter(|to| aboard(to) && !library.has(to)).collect();
                    if reference.to.is_empty() || !lost.is_empty() {
                        census.unresolved += 1;
                        let message = format!(
                            "'{}' in article {} leads nowhere; mend it or declare the text external",
                            &words[reference.range.clone()],
                            article.no
                        );
                        report.error(file(text.meta.lang), article.line, message);
                    }
                    census.external += usize::from(reference.to.iter().any(|to| !aboard(to)));
                    places.extend(
                        reference.to.iter().filter(|to| to.unit != Unit::Whole).map(|to| (line.to_unit(), to.clone())),
                    );
                }
            }
        }
        cited.push(places);
    }
    if let [zh, en] = cited.as_slice() {
        for (from, to) in zh.symmetric_difference(en) {
            let (has, lacks) =
                if zh.contains(&(from.clone(), to.clone())) { (Lang::Zh, Lang::En) } else { (Lang::En, Lang::Zh) };
            census.aligned = false;
            report.error(file(lacks), 0, format!("{from} refers to {to} in {has:?} only"));
        }
    }
}

/// What the thesaurus offers must stand in a text, or the search would promise what it cannot find.
fn thesaurus(library: &Library, report: &mut Report) {
    let words = |text: &Document| -> String {
        let lines = text.articles().flat_map(|article| {
            article
                .lines(&text.meta.id)
                .map(|(_, words)| fold::deep(words).text())
                .chain([fold::deep(&article.heading).text()])
                .collect::<Vec<_>>()
        });
        lines.collect::<Vec<_>>().join(" ")
    };
    let all: Vec<String> = library.works().iter().flat_map(Work::texts).map(words).collect();
    let mut said = BTreeSet::new();
    for entry in &library.thesaurus().entries {
        for word in &entry.means {
            if !all.iter().any(|text| text.contains(&word.folded)) {
                report.error("thesaurus.toml", 0, format!("'{}' stands in no text", word.text));
            }
        }
        for word in &entry.say {
            if !said.insert(&word.text) {
                report.error("thesaurus.toml", 0, format!("'{}' is listed twice", word.text));
            }
        }
    }
}
