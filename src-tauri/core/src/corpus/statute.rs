//! Blocks to chapters, articles, 款 and 项.

use super::diagnostics::{Complaints, Diagnostic};
use super::front_matter;
use super::markdown::{self, Block};
use crate::model::{Article, ArticleNo, Chapter, Document, Item, Lang, Paragraph};
use crate::text::numerals;

/// Parses a corpus file. `None` only when its front matter is unusable; everything else is a complaint.
///
/// `file` is the name used in complaints, relative to the corpus folder.
pub fn parse(file: &str, source: &str) -> (Option<Document>, Vec<Diagnostic>) {
    let mut complaints = Complaints::about(file);
    let blocks = markdown::split(source, &mut complaints);
    let document = front_matter::read(blocks.front_matter.as_deref(), &mut complaints).map(|meta| {
        let mut reader = Reader { lang: meta.lang, chapters: Vec::new(), titled: false };
        for block in blocks.blocks {
            reader.take(block, &meta.title, &mut complaints);
        }
        Document { meta, chapters: reader.chapters }
    });
    (document, complaints.into_list())
}

struct Reader {
    lang: Lang,
    chapters: Vec<Chapter>,
    titled: bool,
}

impl Reader {
    fn take(&mut self, block: Block, title: &str, complaints: &mut Complaints<'_>) {
        match block {
            Block::Heading { level: 1, text, .. } if text == title && !self.titled => self.titled = true,
            Block::Heading { level: 1, text, line } => {
                complaints
                    .error(line, format!("'{text}' is not the one title that the front matter gives; kept as text"));
                self.paragraph(text, line, complaints);
            }
            Block::Heading { level: 2, text, line } => match chapter_heading(self.lang, &text) {
                Some((number, label, heading)) => {
                    self.chapters.push(Chapter { number, label, heading, line, articles: Vec::new() });
                }
                None => {
                    complaints
                        .error(line, format!("'{text}' is no chapter heading; write ## 第一章 总则 or ## Chapter I …"));
                    self.paragraph(text, line, complaints);
                }
            },
            Block::Heading { level: 3, text, line } => match article_heading(self.lang, &text) {
                Some((no, label, heading)) => {
                    let article = Article { no, label, heading, line, paragraphs: Vec::new() };
                    self.chapter(line).articles.push(article);
                }
                None => {
                    complaints.error(
                        line,
                        format!("'{text}' is no article heading; write ### 第一条 标题 or ### Article 1 …"),
                    );
                    self.paragraph(text, line, complaints);
                }
            },
            Block::Heading { text, line, .. } => {
                complaints.error(line, "headings end at ###; kept as text");
                self.paragraph(text, line, complaints);
            }
            Block::Paragraph { text, line } => self.paragraph(text, line, complaints),
            Block::Items(items) => self.items(items, complaints),
        }
    }

    /// The open chapter; articles before the first chapter heading get one without a label.
    fn chapter(&mut self, line: usize) -> &mut Chapter {
        if self.chapters.is_empty() {
            let (label, heading) = (String::new(), String::new());
            self.chapters.push(Chapter { number: 0, label, heading, line, articles: Vec::new() });
        }
        let last = self.chapters.len() - 1;
        &mut self.chapters[last]
    }

    fn paragraph(&mut self, text: String, line: usize, complaints: &mut Complaints<'_>) {
        match self.chapter(line).articles.last_mut() {
            Some(article) => article.paragraphs.push(Paragraph { text, line, items: Vec::new() }),
            None => complaints.error(line, format!("text outside any article is not shown: {text}")),
        }
    }

    fn items(&mut self, items: Vec<(String, usize)>, complaints: &mut Complaints<'_>) {
        let line = items.first().map_or(0, |(_, line)| *line);
        let items = items.into_iter().map(|(text, line)| Item { text, line });
        let open = self.chapter(line).articles.last_mut().and_then(|article| article.paragraphs.last_mut());
        match open {
            Some(paragraph) if paragraph.items.is_empty() => paragraph.items.extend(items),
            Some(paragraph) => {
                complaints.error(line, "two lists in a row; a paragraph must stand between them");
                paragraph.items.extend(items);
            }
            None => {
                complaints.error(line, "a list needs the paragraph it belongs to");
                for Item { text, line } in items {
                    self.paragraph(text, line, complaints);
                }
            }
        }
    }
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
        assert!(article.has(Some(1), Some(2)) && !article.has(Some(1), Some(3)) && !article.has(Some(3), None));
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        for (body, line, part) in [
            ("## 总则\n", 16, "no chapter heading"),
            ("### 目的\n", 16, "no article heading"),
            ("甲\n", 16, "outside any article"),
            ("1. 甲\n", 16, "needs the paragraph"),
            ("# 又一\n", 16, "not the one title"),
        ] {
            let (_, complaints) = parse("x.zh.md", &format!("{FRONT}{body}"));
            assert!(complaints.iter().any(|c| c.line == line && c.message.contains(part)), "{body}: {complaints:?}");
        }
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
                for article in &chapter.articles {
                    out += &article.heading;
                    for paragraph in &article.paragraphs {
                        out += &paragraph.text;
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
