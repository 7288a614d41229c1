//! From the library to the shapes of [`crate::wire`].

use std::collections::BTreeMap;

use crate::cite::{article_label, item_label, label};
use crate::error::{Error, Result};
use crate::library::{Library, Work};
use crate::model::{Address, Article, ArticleNo, Document, DocumentId, Lang, Layer, Paragraph, Unit};
use crate::wire::{
    ArticleView, Bilingual, ChapterView, DocumentEntry, DocumentView, ItemView, OutlineArticle, OutlineChapter,
    ParagraphView, ReferenceView, Run, ShowView, ShownParagraph, ShownText, Target, TextView,
};

/// The library pane: every work with its outline.
pub fn entries(library: &Library) -> Vec<DocumentEntry> {
    library
        .works()
        .iter()
        .map(|work| {
            let outline: Vec<OutlineChapter> = chapters(work)
                .map(|(number, articles)| OutlineChapter {
                    label: chapter_text(work, number, |c| &c.label),
                    heading: chapter_text(work, number, |c| &c.heading),
                    articles: articles
                        .map(|no| OutlineArticle {
                            address: Address::article(work.id().clone(), no, None, None),
                            label: both(|lang| article_label(no, lang)),
                            heading: heading(work, no),
                        })
                        .collect(),
                })
                .collect();
            let meta = work.meta(Lang::Zh);
            DocumentEntry {
                id: work.id().clone(),
                kind: meta.kind,
                title: both(|lang| work.meta(lang).title.clone()),
                short_title: both(|lang| work.meta(lang).short_title.clone()),
                status: meta.status,
                articles: outline.iter().map(|chapter| chapter.articles.len()).sum(),
                outline,
            }
        })
        .collect()
}

/// A whole document for the reader.
///
/// # Errors
/// [`Error::NotFound`] when it is not on board.
pub fn document(library: &Library, id: &DocumentId) -> Result<DocumentView> {
    let work = library.work(id).ok_or_else(|| Error::NotFound { what: id.to_string() })?;
    let meta = work.meta(Lang::Zh);
    Ok(DocumentView {
        id: id.clone(),
        kind: meta.kind,
        title: both(|lang| work.meta(lang).title.clone()),
        short_title: both(|lang| work.meta(lang).short_title.clone()),
        issuing_body: both(|lang| work.meta(lang).issuing_body.clone()),
        document_number: both(|lang| work.meta(lang).document_number.clone()),
        promulgated_on: meta.promulgated_on.clone(),
        effective_on: meta.effective_on.clone(),
        status: meta.status,
        evidence: meta.evidence,
        chapters: chapters(work)
            .map(|(number, articles)| ChapterView {
                label: chapter_text(work, number, |c| &c.label),
                heading: chapter_text(work, number, |c| &c.heading),
                articles: articles.map(|no| article(library, work, no)).collect(),
            })
            .collect(),
    })
}

/// A place in every layer, with its neighbours.
///
/// # Errors
/// [`Error::NotFound`] when the place is not on board or is no article.
pub fn show(library: &Library, address: &Address, lang: Lang) -> Result<ShowView> {
    let missing = || Error::NotFound { what: address.to_string() };
    let Unit::Article { no, paragraph, item } = address.unit else { return Err(missing()) };
    let work = library.work(&address.document).filter(|_| library.has(address)).ok_or_else(missing)?;
    let chapter = work.text(lang).and_then(|text| text.chapter_of(no));
    Ok(ShowView {
        address: address.clone(),
        document: address.document.clone(),
        label: label(address, lang),
        heading: heading(work, no),
        chapter: chapter.map(|c| format!("{} {}", c.label, c.heading).trim().to_owned()).unwrap_or_default(),
        status: work.meta(lang).status,
        texts: work.texts().iter().filter_map(|text| shown(text, no, paragraph, item)).collect(),
        references: references(library, work, address, lang),
        cited_by: library.cited_by(address),
    })
}

/// A place with its labels, for the go-to dialog and the start page.
pub fn target(library: &Library, address: &Address) -> Option<Target> {
    let work = library.work(&address.document).filter(|_| library.has(address))?;
    let no = address.article_no()?;
    Some(Target { address: address.clone(), label: both(|lang| label(address, lang)), heading: heading(work, no) })
}

/// The words of a place in one layer: the 款 asked for with its 项, or the one 项.
pub fn shown(text: &Document, no: ArticleNo, paragraph: Option<u32>, item: Option<u32>) -> Option<ShownText> {
    let article = text.article(no)?;
    let nth = |n: Option<u32>, i: usize| n.is_none_or(|n| n as usize == i + 1);
    let paragraphs =
        article.paragraphs.iter().enumerate().filter(|(i, _)| nth(paragraph, *i)).map(|(_, p)| match item {
            Some(item) => {
                let text = p.items.get(item as usize - 1).map_or(String::new(), |i| i.text.clone());
                ShownParagraph { text, items: Vec::new() }
            }
            None => ShownParagraph { text: p.text.clone(), items: p.items.iter().map(|i| i.text.clone()).collect() },
        });
    Some(ShownText { layer: text.meta.layer, lang: text.meta.lang, verified: false, paragraphs: paragraphs.collect() })
}

fn article(library: &Library, work: &Work, no: ArticleNo) -> ArticleView {
    let address = Address::article(work.id().clone(), no, None, None);
    let cited_by = library.cited_by(&address).len();
    let texts =
        work.texts().iter().filter_map(|text| Some((text, text.article(no)?))).map(|(text, article)| TextView {
            lang: text.meta.lang,
            layer: text.meta.layer,
            verified: false,
            paragraphs: paragraphs(library, work.id(), text.meta.lang, article),
        });
    ArticleView {
        label: both(|lang| article_label(no, lang)),
        heading: heading(work, no),
        texts: texts.collect(),
        address,
        cited_by,
    }
}

fn paragraphs(library: &Library, id: &DocumentId, lang: Lang, article: &Article) -> Vec<ParagraphView> {
    let view = |(paragraph, p): (&Paragraph, u32)| {
        let at = |item| Address::article(id.clone(), article.no, Some(p), item);
        ParagraphView {
            runs: runs(library, lang, &at(None), &paragraph.text),
            items: paragraph
                .items
                .iter()
                .zip(1..)
                .map(|(item, i)| ItemView {
                    runs: runs(library, lang, &at(Some(i)), &item.text),
                    label: item_label(i, lang),
                    address: at(Some(i)),
                })
                .collect(),
            address: at(None),
        }
    };
    article.paragraphs.iter().zip(1..).map(view).collect()
}

/// A line cut where its references begin and end. Places that are not on board do not become links.
fn runs(library: &Library, lang: Lang, line: &Address, text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut end = 0;
    let mut push = |text: &str, to: Vec<Address>| {
        if !text.is_empty() {
            runs.push(Run { text: text.to_owned(), to });
        }
    };
    for reference in library.references(lang, line) {
        let to: Vec<Address> = reference.to.iter().filter(|to| library.has(to)).cloned().collect();
        if to.is_empty() {
            continue;
        }
        push(&text[end..reference.range.start], Vec::new());
        push(&text[reference.range.clone()], to);
        end = reference.range.end;
    }
    push(&text[end..], Vec::new());
    runs
}

/// What the place refers to, in the words of `lang`, each place once.
fn references(library: &Library, work: &Work, address: &Address, lang: Lang) -> Vec<ReferenceView> {
    let (Some(text), Unit::Article { no, paragraph, item }) = (work.text(lang).or(work.texts().first()), &address.unit)
    else {
        return Vec::new();
    };
    let inside = |line: &Address| match line.unit {
        Unit::Article { paragraph: p, item: i, .. } => {
            paragraph.is_none_or(|wanted| p == Some(wanted)) && item.is_none_or(|wanted| i == Some(wanted))
        }
        _ => false,
    };
    let mut found: Vec<ReferenceView> = Vec::new();
    let lines = text.article(*no).into_iter().flat_map(|article| article.lines(work.id()));
    for (line, words) in lines.filter(|(line, _)| inside(line)) {
        for reference in library.references(text.meta.lang, &line) {
            let words = words[reference.range.clone()].to_owned();
            let known = reference.to.iter().filter(|to| library.has(to)).map(|to| Some(to.clone()));
            let mut places: Vec<Option<Address>> = known.collect();
            if places.is_empty() {
                places.push(None);
            }
            for place in places {
                let view = ReferenceView { text: words.clone(), address: place };
                if !found
                    .iter()
                    .any(|old| old.address == view.address && (view.address.is_some() || old.text == view.text))
                {
                    found.push(view);
                }
            }
        }
    }
    found
}

/// Chapters by number with the numbers of their articles, over all languages.
fn chapters(work: &Work) -> impl Iterator<Item = (u32, impl Iterator<Item = ArticleNo> + use<>)> + use<> {
    let mut found: BTreeMap<u32, BTreeMap<ArticleNo, ()>> = BTreeMap::new();
    for chapter in work.texts().iter().flat_map(|text| &text.chapters) {
        found.entry(chapter.number).or_default().extend(chapter.articles.iter().map(|article| (article.no, ())));
    }
    found.into_iter().map(|(number, articles)| (number, articles.into_keys()))
}

fn chapter_text(work: &Work, number: u32, part: impl Fn(&crate::model::Chapter) -> &String) -> Bilingual {
    both(|lang| {
        let chapter = work.text(lang).and_then(|text| text.chapters.iter().find(|chapter| chapter.number == number));
        chapter.map(|chapter| part(chapter).clone()).unwrap_or_default()
    })
}

fn heading(work: &Work, no: ArticleNo) -> Bilingual {
    both(|lang| {
        work.text(lang).and_then(|text| text.article(no)).map(|article| article.heading.clone()).unwrap_or_default()
    })
}

fn both(text: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual { zh: text(Lang::Zh), en: text(Lang::En) }
}

/// The clean words of a place or of a selection in it, the citation, and whose words they are: for the clipboard.
///
/// # Errors
/// [`Error::NotFound`] when the place is not on board in that language.
pub fn quote(library: &Library, address: &Address, lang: Lang, selection: Option<&str>) -> Result<String> {
    let missing = || Error::NotFound { what: address.to_string() };
    let Unit::Article { no, paragraph, item } = address.unit else { return Err(missing()) };
    let text = library
        .work(&address.document)
        .and_then(|work| work.text(lang))
        .filter(|_| library.has(address))
        .ok_or_else(missing)?;
    let words = match selection.map(str::trim).filter(|selection| !selection.is_empty()) {
        Some(selection) => selection.to_owned(),
        None => clean(&shown(text, no, paragraph, item).ok_or_else(missing)?),
    };
    let source = crate::cite::citation(&text.meta, address, lang);
    let note = crate::cite::layer_note(text.meta.layer, lang);
    Ok(match lang {
        Lang::Zh => format!("{words}\n——{source}（{note}）"),
        Lang::En => format!("{words}\n— {source} ({note})"),
    })
}

/// One line for each 款 and 项, the 项 with their printed numbers.
fn clean(text: &ShownText) -> String {
    let mut lines = Vec::new();
    for paragraph in &text.paragraphs {
        lines.push(paragraph.text.clone());
        let space = if text.layer == Layer::Rendering { " " } else { "" };
        lines.extend(
            paragraph.items.iter().zip(1..).map(|(item, i)| format!("{}{space}{item}", item_label(i, text.lang))),
        );
    }
    lines.join("\n")
}
