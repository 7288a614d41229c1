//! Blocks to chapters, passages, 款 and 项. A statute has chapters of articles; a guiding case or a policy page has sections.

use super::diagnostics::{Complaints, Diagnostic};
use super::front_matter;
use super::markdown::{self, Block};
use crate::model::{
    ArticleNo, Chapter, Coverage, Document, Evidence, Kind, Lang, Line, Meta, Paragraph, Passage, Section, Unit,
};
use crate::text::numerals;

/// Parses a corpus file. `None` only when its front matter is unusable; everything else is a complaint.
///
/// `file` is the name used in complaints, relative to the corpus folder.
pub fn parse(file: &str, source: &str) -> (Option<Document>, Vec<Diagnostic>) {
    let mut complaints = Complaints::about(file);
    let blocks = markdown::split(source, &mut complaints);
    let document = front_matter::read(blocks.front_matter.as_deref(), &mut complaints).map(|meta| {
        let mut reader = Reader { meta: &meta, chapters: Vec::new(), titled: false };
        for block in blocks.blocks {
            reader.take(block, &mut complaints);
        }
        let chapters = reader.chapters;
        Document { meta, chapters }
    });
    (document, complaints.into_list())
}

/// Whether a document is written in sections rather than in articles.
fn sectioned(meta: &Meta) -> bool {
    matches!(meta.kind, Kind::GuidingCase | Kind::Policy) || meta.coverage == Coverage::Notice
}

struct Reader<'a> {
    meta: &'a Meta,
    chapters: Vec<Chapter>,
    titled: bool,
}

impl Reader<'_> {
    fn take(&mut self, block: Block, complaints: &mut Complaints<'_>) {
        match block {
            Block::Heading { level, text, line } => self.heading(level, text, line, complaints),
            Block::Paragraph { text, line } => self.paragraph(text, line, complaints),
            Block::Items(items) => self.items(items, complaints),
        }
    }

    fn heading(&mut self, level: u8, text: String, line: usize, complaints: &mut Complaints<'_>) {
        let lang = self.meta.lang;
        let wrong = match level {
            1 if text == self.meta.title && !self.titled => {
                self.titled = true;
                return;
            }
            1 => "is not the one title that the front matter gives; kept as text",
            2 if sectioned(self.meta) => {
                let (heading, evidence) = marked(&text);
                if let Some(section) = Section::of_heading(heading, lang) {
                    let unit = Unit::Section(section.key.to_owned());
                    let label = heading.to_owned();
                    self.open(unit, label, self.meta.title.clone(), evidence, line);
                    return;
                }
                "is no heading of a section; corpus/README.md lists them"
            }
            2 => {
                if let Some((number, label, heading)) = chapter_heading(lang, &text) {
                    self.chapters.push(Chapter {
                        above: Vec::new(),
                        number,
                        label,
                        heading,
                        line,
                        passages: Vec::new(),
                    });
                    return;
                }
                "is no chapter heading; write ## 第一章 总则 or ## Chapter I …"
            }
            3 if !sectioned(self.meta) => {
                let (words, evidence) = marked(&text);
                if let Some((no, label, heading)) = article_heading(lang, words) {
                    self.open(Unit::Article { no, paragraph: None, item: None }, label, heading, evidence, line);
                    return;
                }
                "is no article heading; write ### 第一条 标题 or ### Article 1 …"
            }
            _ => "is a heading too deep; kept as text",
        };
        complaints.error(line, format!("'{text}' {wrong}"));
        self.paragraph(text, line, complaints);
    }

    fn open(&mut self, unit: Unit, label: String, heading: String, evidence: Option<Evidence>, line: usize) {
        let evidence = evidence.unwrap_or(self.meta.evidence);
        let passage = Passage { unit, label, heading, evidence, line, paragraphs: Vec::new() };
        self.chapter(line).passages.push(passage);
    }

    /// The open chapter; what stands before the first chapter heading gets one without a label.
    fn chapter(&mut self, line: usize) -> &mut Chapter {
        if self.chapters.is_empty() {
            let (label, heading) = (String::new(), String::new());
            self.chapters.push(Chapter { above: Vec::new(), number: 0, label, heading, line, passages: Vec::new() });
        }
        let last = self.chapters.len() - 1;
        &mut self.chapters[last]
    }

    fn paragraph(&mut self, text: String, line: usize, complaints: &mut Complaints<'_>) {
        match self.chapter(line).passages.last_mut() {
            Some(passage) => {
                let text = written(&text, line, passage.evidence);
                passage.paragraphs.push(Paragraph { text, items: Vec::new() });
            }
            None => complaints.error(line, format!("text outside any article or section is not shown: {text}")),
        }
    }

    fn items(&mut self, items: Vec<(String, usize)>, complaints: &mut Complaints<'_>) {
        let line = items.first().map_or(0, |(_, line)| *line);
        let open = self.chapter(line).passages.last_mut();
        let evidence = open.as_ref().map_or(Evidence::Seen, |passage| passage.evidence);
        match open.and_then(|passage| passage.paragraphs.last_mut()) {
            Some(paragraph) => {
                if !paragraph.items.is_empty() {
                    complaints.error(line, "two lists in a row; a paragraph must stand between them");
                }
                paragraph.items.extend(items.into_iter().map(|(text, line)| written(&text, line, evidence)));
            }
            None => {
                complaints.error(line, "a list needs the paragraph it belongs to");
                for (text, line) in items {
                    self.paragraph(text, line, complaints);
                }
            }
        }
    }
}

/// A line without its mark, and how sure we are of it: as marked, or as what stands around it.
fn written(text: &str, row: usize, around: Evidence) -> Line {
    let (words, evidence) = marked(text);
    Line { text: words.to_owned(), evidence: evidence.unwrap_or(around), row }
}

/// `… {recalled}`: the words, and what the mark says.
fn marked(text: &str) -> (&str, Option<Evidence>) {
    let marks = [(" {seen}", Evidence::Seen), (" {recalled}", Evidence::Recalled), (" {inferred}", Evidence::Inferred)];
    let found = marks.iter().find_map(|(mark, evidence)| Some((text.strip_suffix(mark)?.trim_end(), Some(*evidence))));
    found.unwrap_or((text, None))
}

/// `第五章 网络沉迷防治`, `Chapter V Preventing Internet Addiction`.
fn chapter_heading(lang: Lang, text: &str) -> Option<(u32, String, String)> {
    let (label, heading) = match lang {
        Lang::Zh => text.split_once(char::is_whitespace)?,
        Lang::En => split_after_number(text, "Chapter ")?,
    };
    let number = match lang {
        Lang::Zh => numerals::parse(label.strip_prefix('第')?.strip_suffix('章')?).and_then(|n| n.try_into().ok())?,
        Lang::En => numerals::parse_roman(label.strip_prefix("Chapter ")?)?,
    };
    Some((number, label.to_owned(), heading.trim().to_owned()))
}

/// `第二百八十七条之一 标题`, `Article 287-1 Heading`.
fn article_heading(lang: Lang, text: &str) -> Option<(ArticleNo, String, String)> {
    let (label, heading) = match lang {
        Lang::Zh => text.split_once(char::is_whitespace)?,
        Lang::En => split_after_number(text, "Article ")?,
    };
    let no = match lang {
        Lang::Zh => {
            let (main, sub) = label.strip_prefix('第')?.split_once('条')?;
            let main = numerals::parse(main)?.try_into().ok()?;
            let sub = if sub.is_empty() { 0 } else { numerals::parse(sub.strip_prefix('之')?)?.try_into().ok()? };
            ArticleNo { main, sub }
        }
        Lang::En => label.strip_prefix("Article ")?.parse().ok()?,
    };
    Some((no, label.to_owned(), heading.trim().to_owned()))
}

fn split_after_number<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let rest = text.strip_prefix(word)?;
    let number = rest.find(char::is_whitespace)?;
    Some(text.split_at(word.len() + number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRONT: &str = "+++\nid = \"x\"\nkind = \"administrative-regulation\"\nlang = \"zh\"\nlayer = \"restatement\"\ntitle = \"某条例\"\n\
        short_title = \"条例\"\nissuing_body = \"国务院\"\ndocument_number = \"1\"\nstatus = \"in-force\"\nevidence = \"seen\"\n+++\n\n# 某条例\n\n";

    #[test]
    fn articles_paragraphs_and_items_fall_into_place() {
        let (document, complaints) = parse(
            "x.zh.md",
            &format!(
                "{FRONT}## 第一章 总则\n\n### 第二十条 义务\n\n甲：\n\n1. 乙\n2. 丙\n\n丁\n\n### 第二十条之一 又\n\n戊\n"
            ),
        );
        assert_eq!(complaints, []);
        let document = document.expect("front matter is good");
        let article = document.article(ArticleNo::new(20)).expect("article 20");
        assert_eq!(
            (article.paragraphs.len(), article.paragraphs[0].items.len(), article.heading.as_str()),
            (2, 2, "义务")
        );
        assert!(document.article(ArticleNo { main: 20, sub: 1 }).is_some());
        let at = |paragraph, item| article.unit.within(Some(paragraph), item);
        assert!(article.has(&at(1, Some(2))) && !article.has(&at(1, Some(3))) && !article.has(&at(3, None)));
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        for (body, line, part) in [
            ("## 总则\n", 16, "no chapter heading"),
            ("### 目的\n", 16, "no article heading"),
            ("甲\n", 16, "outside any article"),
            ("#### 甲\n", 16, "too deep"),
            ("1. 甲\n", 16, "needs the paragraph"),
            ("# 又一\n", 16, "not the one title"),
        ] {
            let (_, complaints) = parse("x.zh.md", &format!("{FRONT}{body}"));
            assert!(complaints.iter().any(|c| c.line == line && c.message.contains(part)), "{body}: {complaints:?}");
        }
    }

    #[test]
    fn a_case_has_sections_and_marks() {
        let front = FRONT.replace("administrative-regulation", "guiding-case");
        let (document, complaints) = parse(
            "x.zh.md",
            &format!("{front}## 要旨\n\n甲。\n\n乙： {{recalled}}\n\n1. 丙； {{inferred}}\n2. 丁。\n\n## 结论\n\n戊\n"),
        );
        assert_eq!(complaints.len(), 1, "{complaints:?}");
        assert!(complaints[0].message.contains("no heading of a section"));
        let document = document.expect("front matter is good");
        let holding = document.passage(&Unit::Section("holding".to_owned())).expect("holding");
        let lines: Vec<(&str, Evidence)> = holding
            .paragraphs
            .iter()
            .flat_map(|p| std::iter::once(&p.text).chain(&p.items))
            .map(|line| (line.text.as_str(), line.evidence))
            .collect();
        let (seen, recalled, inferred) = (Evidence::Seen, Evidence::Recalled, Evidence::Inferred);
        assert_eq!(
            lines,
            [("甲。", seen), ("乙：", recalled), ("丙；", inferred), ("丁。", seen), ("结论", seen), ("戊", seen)]
        );
    }

    #[test]
    fn front_matter_is_checked_field_by_field() {
        for (from, to, part) in [
            ("id = \"x\"", "id = \"X y\"", "no address"),
            ("kind = \"administrative-regulation\"", "kind = \"song\"", "unknown variant"),
            ("evidence = \"seen\"", "evidense = \"seen\"", "unknown field"),
            ("evidence = \"seen\"", "evidence = \"seen\"\neffective_on = 2023-02-30", "date"),
            (
                "evidence = \"seen\"",
                "evidence = \"seen\"\npromulgated_on = 2024-01-02\neffective_on = 2024-01-01",
                "before promulgation",
            ),
            ("layer = \"restatement\"", "layer = \"official\"", "layer does not fit"),
            ("+++\n\n#", "\n\n#", "no front matter"),
        ] {
            let (_, complaints) = parse("x.zh.md", &FRONT.replace(from, to));
            assert!(complaints.iter().any(|c| c.message.contains(part)), "{to}: {complaints:?}");
        }
    }

    proptest! {
        #[test]
        fn parsing_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let body = String::from_utf8_lossy(&bytes);
            parse("x.md", &body);
            parse("x.md", &format!("{FRONT}{body}"));
        }

        #[test]
        fn text_in_is_text_out(lines in proptest::collection::vec("[一-龥a-z#*>\\[\\]()<`_~+\\-0-9. ]{1,40}", 1..12)) {
            let body = lines.join("\n\n");
            let (document, _) = parse("x.md", &format!("{FRONT}### 第一条 头\n\n{body}\n"));
            let document = document.expect("front matter is good");
            let mut out = String::new();
            for chapter in &document.chapters {
                out += &chapter.heading;
                for article in &chapter.passages {
                    out += &article.heading;
                    for paragraph in &article.paragraphs {
                        out += &paragraph.text.text;
                        paragraph.items.iter().for_each(|item| out += &item.text);
                    }
                }
            }
            // Only marks of the format itself may be missing: numbers of list entries and of headings.
            let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(letters(&out), letters(&format!("头{body}")));
        }
    }
}
