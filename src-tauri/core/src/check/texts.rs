//! Each text alone, and the languages of a work against each other.

use std::collections::BTreeSet;

use super::{Census, Report};
use crate::corpus::Fingerprints;
use crate::library::Work;
use crate::model::{AUDIENCES, ArticleNo, Coverage, Document, Evidence, Lang, Line, Passage, Section, Unit};

/// Passages stand in order and none is empty; a complete law has no gaps.
pub(super) fn order(text: &Document, report: &mut Report) {
    let (id, lang) = (&text.meta.id, text.meta.lang);
    let mut wrong = |line, message| report.text(id, lang, line, message);
    if text.meta.coverage == Coverage::Complete && has_articles(text) {
        for (chapter, expected) in text.chapters.iter().zip(1..) {
            let unnumbered = chapter.number == 0 && text.chapters.len() == 1;
            if chapter.number != expected && !unnumbered {
                wrong(chapter.line, format!("chapter {} where chapter {expected} is due", chapter.number));
            }
        }
    }
    let (mut article, mut section) = (ArticleNo::new(0), None);
    for passage in text.passages() {
        match &passage.unit {
            Unit::Article { no, .. } => {
                let follows = match text.meta.coverage {
                    Coverage::Complete => next(article, *no),
                    _ => article < *no,
                };
                if !follows {
                    wrong(passage.line, format!("article {no} follows article {article}"));
                }
                article = *no;
                if passage.heading.is_empty() {
                    wrong(passage.line, format!("article {no} has no heading"));
                }
            }
            Unit::Section(key) => {
                let rank = Section::of_key(key).map(Section::rank);
                if rank <= section {
                    wrong(passage.line, format!("the section '{key}' stands too late or twice"));
                }
                section = rank;
                if key == "campus" {
                    audiences(passage, lang).for_each(|line| {
                        wrong(line, "a paragraph of the campus section begins with no audience".to_owned());
                    });
                }
            }
            Unit::Whole => {}
        }
        if passage.paragraphs.is_empty() {
            wrong(passage.line, format!("{} has no text", passage.label));
        }
    }
    if text.passages().next().is_none() {
        wrong(0, "no article and no section in this file".to_owned());
    }
}

fn has_articles(text: &Document) -> bool {
    text.passages().any(|passage| matches!(passage.unit, Unit::Article { .. }))
}

fn next(before: ArticleNo, no: ArticleNo) -> bool {
    match no.sub {
        0 => before.main + 1 == no.main,
        sub => before.main == no.main && before.sub + 1 == sub,
    }
}

/// Rows of paragraphs that speak to nobody.
fn audiences(passage: &Passage, lang: Lang) -> impl Iterator<Item = usize> {
    let nobody = move |line: &&Line| !AUDIENCES.iter().any(|names| line.text.starts_with(names[lang as usize]));
    passage.paragraphs.iter().map(|paragraph| &paragraph.text).filter(nobody).map(|line| line.row)
}

/// Both languages have the same chapters, passages, 款, 项, marks and facts.
pub(super) fn aligned(work: &Work, report: &mut Report) -> bool {
    let id = work.id();
    let (Some(zh), Some(en)) = (work.text(Lang::Zh), work.text(Lang::En)) else {
        report.text(id, work.texts()[0].meta.lang, 0, "the text in the other language is missing".to_owned());
        return false;
    };
    let before = report.list.len();
    let shape = |text: &Document| text.chapters.iter().map(|c| (c.number, c.passages.len())).collect::<Vec<_>>();
    if shape(zh) != shape(en) {
        let message = format!("chapters (number, passages) are {:?}, in Chinese {:?}", shape(en), shape(zh));
        report.text(id, Lang::En, 0, message);
    }
    for passage in zh.passages() {
        let Some(other) = en.passage(&passage.unit) else {
            report.text(id, Lang::En, 0, format!("{}{} is missing", id, passage.unit));
            continue;
        };
        let items = |p: &Passage| p.paragraphs.iter().map(|p| p.items.len()).collect::<Vec<_>>();
        let marks = |p: &Passage| -> Vec<Evidence> { p.lines(id).map(|(_, line)| line.evidence).collect() };
        if items(passage) != items(other) {
            let message = format!(
                "{}: items in each paragraph are {:?}, in Chinese {:?}",
                other.label,
                items(other),
                items(passage)
            );
            report.text(id, Lang::En, other.line, message);
        } else if marks(passage) != marks(other) {
            report.text(id, Lang::En, other.line, format!("{}: evidence differs from the Chinese text", other.label));
        }
    }
    for passage in en.passages().filter(|passage| zh.passage(&passage.unit).is_none()) {
        report.text(id, Lang::Zh, 0, format!("{}{} is missing", id, passage.unit));
    }
    let facts = |text: &Document| {
        let m = &text.meta;
        let dates = (m.promulgated_on.clone(), m.effective_on.clone(), m.amended_on.clone());
        (m.kind, dates, m.status, m.evidence, m.coverage, m.note.is_empty())
    };
    if facts(zh) != facts(en) {
        let message = "kind, dates, status, evidence, coverage or note differ from the Chinese file";
        report.text(id, Lang::En, 1, message.to_owned());
    }
    report.list.len() == before
}

/// Counts what a work holds.
pub(super) fn census(work: &Work) -> Census {
    let text = &work.texts()[0];
    let paragraphs = || text.passages().flat_map(|passage| &passage.paragraphs);
    let articles = text.passages().filter(|passage| matches!(passage.unit, Unit::Article { .. })).count();
    Census {
        document: work.id().clone(),
        languages: work.texts().iter().map(|text| text.meta.lang).collect(),
        chapters: text.chapters.iter().filter(|chapter| chapter.number > 0).count(),
        articles,
        sections: text.passages().count() - articles,
        paragraphs: paragraphs().count(),
        items: paragraphs().map(|p| p.items.len()).sum(),
        aligned: false,
        references: 0,
        external: 0,
        unresolved: 0,
        fingerprints: 0,
    }
}

/// Every article has a fingerprint, and every fingerprint an article. Returns how many there are.
pub(super) fn fingerprints(work: &Work, file: &str, prints: &Fingerprints, report: &mut Report) -> usize {
    let number = |passage: &Passage| match passage.unit {
        Unit::Article { no, .. } => Some(no),
        _ => None,
    };
    let articles: BTreeSet<ArticleNo> = work.texts()[0].passages().filter_map(number).collect();
    for no in articles.iter().filter(|no| !prints.articles.contains_key(no)) {
        report.error(file, 0, format!("article {no} has no fingerprint"));
    }
    for no in prints.articles.keys().filter(|no| !articles.contains(no)) {
        report.error(file, 0, format!("a fingerprint for article {no}, which does not exist"));
    }
    prints.articles.len()
}
