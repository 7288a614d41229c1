//! From lines to divisions, articles, 款 and 项, or to sections.

use std::collections::BTreeSet;

use super::build::Builder;
use super::label::{self, Heading, Rank};
use super::lines::Line;
use super::{case, head};
use crate::import::repair::{Doubt, DoubtKind, RepairKind, Repairs};
use crate::import::source::Shape;
use crate::model::{ArticleNo, Chapter};
use crate::text::numerals::to_chinese;

/// How a text is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Build {
    /// 第一条, 第二条.
    Articles,
    /// 一、二、三、 where there are no articles.
    Points,
    /// The sections of a case.
    Case,
    /// Anything else.
    Plain,
}

/// Chapters that are known by their headings when their numbers are lost.
const KNOWN_CHAPTERS: [&str; 4] = ["总则", "附则", "法律责任", "罚则"];

/// Longest heading without a number, in characters.
const LONGEST_BARE_HEADING: usize = 24;

/// How a text is built, by its lines.
pub(super) fn build_of(lines: &[Line]) -> Build {
    if lines.iter().filter(|line| case::opening(line).is_some()).count() >= 2 {
        return Build::Case;
    }
    if lines.iter().any(|line| begins_article(line, None).is_some()) {
        return Build::Articles;
    }
    let mut next = 1;
    for line in lines {
        if label::point(&line.text).is_some_and(|(number, _, _)| number == next) {
            next += 1;
        }
    }
    if next > 2 { Build::Points } else { Build::Plain }
}

/// The article that a line begins; `before` is the number of the one before it.
fn begins_article(line: &Line, before: Option<ArticleNo>) -> Option<label::Article<'_>> {
    let article = label::article(&line.text).filter(|_| line.shape != Shape::Row)?;
    let next = before.is_none_or(|b| {
        (article.no.main == b.main + 1 && article.no.sub == 0)
            || (article.no.main == b.main && article.no.sub == b.sub + 1)
    });
    let cites = !article.parted && (!next || label::cites(article.rest));
    // 第十条 第一款… after a wrap is a citation too.
    let cites = cites || article.parted && !next && article.rest.starts_with('第');
    (!cites).then_some(article)
}

pub(super) struct Body<'a> {
    build: Build,
    title: &'a str,
    out: Builder,
    repairs: &'a mut Repairs,
    seen: BTreeSet<ArticleNo>,
    before: Option<ArticleNo>,
    point: u32,
    /// A text of its own inside this one, or an annex: nothing in it is an article.
    aside: bool,
    divided: bool,
    parts: bool,
    /// The numbered 章 or 节 that comes next, for every line.
    coming: Vec<Option<(Rank, u32)>>,
    /// Numbers of the last 章 and of the last 节 in it.
    last: (u32, u32),
    /// Nothing has come yet after the last heading.
    fresh: bool,
    /// The last heading ends in the middle of an enumeration.
    open_heading: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(
        build: Build,
        title: &'a str,
        part: Option<&str>,
        lines: &[Line],
        repairs: &'a mut Repairs,
    ) -> Self {
        let divisions: Vec<Option<Heading>> = lines.iter().map(|l| label::division(&l.text, marked(l))).collect();
        let mut coming: Vec<Option<(Rank, u32)>> = Vec::with_capacity(lines.len());
        let mut next = None;
        for division in divisions.iter().rev() {
            coming.push(next);
            next = division.as_ref().filter(|d| d.rank >= Rank::Chapter).map(|d| (d.rank, d.number)).or(next);
        }
        coming.reverse();
        let mut out = Builder::default();
        if let Some(part) = part {
            let heading = Heading { rank: Rank::Part, number: 0, label: String::new(), heading: part.to_owned() };
            out.divide(heading, 1);
        }
        Self {
            build,
            title,
            out,
            repairs,
            seen: BTreeSet::new(),
            before: None,
            point: 0,
            aside: false,
            divided: divisions.iter().flatten().any(|d| d.rank == Rank::Chapter),
            parts: part.is_none() && divisions.iter().flatten().any(|d| d.rank == Rank::Part),
            coming,
            last: (0, 0),
            fresh: false,
            open_heading: false,
        }
    }

    /// Reads all lines.
    pub(super) fn read(mut self, lines: &[Line]) -> (Vec<Chapter>, Vec<Doubt>) {
        for (at, line) in lines.iter().enumerate() {
            let next = lines.get(at + 1);
            match self.build {
                Build::Case => self.case(line),
                Build::Plain => self.plain(line),
                Build::Articles => self.articles(line, next, at),
                Build::Points => self.points(line, next),
            }
        }
        self.out.finish()
    }

    fn doubt(&mut self, kind: DoubtKind, at: impl Into<String>) {
        self.out.doubts.push(Doubt { kind, at: at.into() });
    }

    fn case(&mut self, line: &Line) {
        if let Some(opening) = case::opening(line) {
            self.out.section(opening.key, opening.label.to_owned(), self.title, line.row);
            if !opening.rest.is_empty() {
                self.out.paragraph(opening.rest.to_owned(), line.row);
            }
        } else if marked(line) {
            self.out.section("content", line.text.clone(), self.title, line.row);
        } else {
            self.text(line, "preamble");
        }
    }

    fn plain(&mut self, line: &Line) {
        if self.annex(line) {
            return;
        }
        if marked(line) {
            self.out.section("content", line.text.clone(), self.title, line.row);
        } else {
            self.text(line, "content");
        }
    }

    fn points(&mut self, line: &Line, next: Option<&Line>) {
        if self.annex(line) {
            return;
        }
        let point = label::point(&line.text).filter(|(number, _, _)| *number == self.point + 1 && !self.aside);
        let Some((number, label, rest)) = point else {
            if marked(line) {
                self.out.section("content", line.text.clone(), self.title, line.row);
            } else if self.point == 0 {
                self.text(line, "preamble");
            } else {
                self.line_of_article(line);
            }
            return;
        };
        self.point = number;
        // A heading of its own: 一、总体要求.
        let titled = marked(line)
            || rest.chars().nth(LONGEST_BARE_HEADING).is_none()
                && !rest.ends_with(['。', '；', '：', '，', '”'])
                && next.is_some_and(|next| label::point(&next.text).is_none());
        let heading = if titled { rest.to_owned() } else { String::new() };
        self.out.article(ArticleNo::new(number), label.to_owned(), heading, line.row);
        if !titled && !rest.is_empty() {
            self.out.paragraph(rest.to_owned(), line.row);
        }
    }

    fn articles(&mut self, line: &Line, next: Option<&Line>, at: usize) {
        let fresh = std::mem::take(&mut self.fresh);
        let article = begins_article(line, self.before).filter(|_| !self.aside);
        if let Some(article) = article
            && self.article(article, line)
        {
            return;
        }
        if let Some(heading) = label::division(&line.text, marked(line)).filter(|_| !self.aside) {
            self.divide(heading, line);
            return;
        }
        if (self.before.is_some() || self.aside) && self.annex(line) {
            return;
        }
        if !self.aside {
            // 第五章 主席、 and the rest of the heading in the next line.
            if fresh && self.open_heading && !marked(line) && line.text.chars().nth(LONGEST_BARE_HEADING * 2).is_none()
            {
                self.out.extend_heading(&line.text);
                self.repairs.count(RepairKind::BrokenLine, 1);
                self.fresh = true;
                self.open_heading = open_end(&line.text);
                return;
            }
            if let Some(heading) = self.bare_heading(line, next, at, fresh) {
                self.divide(heading, line);
                return;
            }
        }
        if self.before.is_none() && !self.aside {
            if marked(line) {
                self.out.section("preamble", line.text.clone(), self.title, line.row);
            } else {
                self.text(line, "preamble");
            }
        } else if marked(line) && self.aside {
            self.out.section("annex", line.text.clone(), self.title, line.row);
        } else {
            self.line_of_article(line);
        }
    }

    fn divide(&mut self, heading: Heading, line: &Line) {
        match heading.rank {
            Rank::Chapter => self.last = (heading.number, 0),
            Rank::Section => self.last.1 = heading.number,
            Rank::Part | Rank::Subpart => self.last = (0, 0),
        }
        self.open_heading = open_end(&heading.heading);
        self.fresh = true;
        self.out.divide(heading, line.row);
    }

    /// Opens an article. False when the number cannot be one of this text.
    fn article(&mut self, article: label::Article<'_>, line: &Line) -> bool {
        let no = article.no;
        if self.seen.contains(&no) {
            if no == ArticleNo::new(1) && self.seen.len() > 1 {
                self.doubt(DoubtKind::SecondText, &article.label);
                self.aside = true;
                self.out.leave();
                self.out.section("annex", String::new(), self.title, line.row);
            } else {
                self.doubt(DoubtKind::RepeatedArticle, &article.label);
            }
            return false;
        }
        match self.before {
            Some(before) if no < before => self.doubt(DoubtKind::DisorderedArticle, &article.label),
            Some(before) if no.main > before.main + 1 => self.doubt(DoubtKind::MissingArticles, &article.label),
            _ => {}
        }
        self.seen.insert(no);
        self.before = Some(no);
        self.repairs.count(RepairKind::SplitNumber, usize::from(article.split));
        self.repairs.count(RepairKind::JoinedNumber, usize::from(!article.parted));
        self.repairs.count(RepairKind::LoneNumber, usize::from(article.rest.is_empty()));
        // 第一条 【立法目的】为了…, or a heading of its own.
        let captioned = article.rest.strip_prefix('【').and_then(|rest| rest.split_once('】'));
        let (heading, words) = match captioned {
            Some((caption, rest)) => (caption, rest.trim_start()),
            None if marked(line) && !article.rest.contains('。') => (article.rest, ""),
            None => ("", article.rest),
        };
        self.out.article(no, article.label, heading.to_owned(), line.row);
        if !words.is_empty() {
            self.out.paragraph(words.to_owned(), line.row);
        }
        true
    }

    /// A heading that has lost its number: alone before an article, and either known or one of a text that has chapters.
    fn bare_heading(&mut self, line: &Line, next: Option<&Line>, at: usize, fresh: bool) -> Option<Heading> {
        let heading = label::close_up(&line.text);
        let known = KNOWN_CHAPTERS.contains(&heading.as_str());
        let before = self.before;
        let opens =
            |line: &Line| begins_article(line, before).is_some() || label::division(&line.text, false).is_some();
        let alone = next.is_some_and(opens) && line.shape != Shape::Row;
        let plain = heading.chars().nth(LONGEST_BARE_HEADING).is_none()
            && heading.chars().all(|c| c.is_alphabetic() || "、 （）".contains(c))
            && heading.chars().count() > 1;
        let closed = self.out.last().is_none_or(|line| line.text.ends_with(['。', '”', '）', '；', '！', '？']));
        let is = alone
            && plain
            && (known || marked(line) || self.divided && self.before.is_some() && closed)
            && !(self.before.is_none() && matches!(heading.as_str(), "序言" | "前言" | "引言"));
        if !is {
            return None;
        }
        let bare = |rank, heading| Heading { rank, number: 0, label: String::new(), heading };
        // Beside 编 stands 附则 without a number; where nothing has a number nothing has lost one.
        if self.parts && known || !self.divided {
            return Some(bare(if self.parts { Rank::Part } else { Rank::Chapter }, heading));
        }
        let (chapter, section) = self.last;
        let (rank, number) = match self.coming.get(at).copied().flatten() {
            Some((Rank::Section, coming)) if coming == section + 2 && chapter > 0 => (Rank::Section, section + 1),
            Some((Rank::Chapter, coming)) if coming <= chapter + 1 && (fresh || section > 0) => {
                (Rank::Section, section + 1)
            }
            // There is no room for a chapter: it is one without a number, if it is one.
            Some((Rank::Chapter, coming)) if coming <= chapter + 1 => {
                return (known || marked(line)).then(|| bare(Rank::Chapter, heading));
            }
            None if !known && (fresh || section > 0) && chapter > 0 => (Rank::Section, section + 1),
            _ => (Rank::Chapter, chapter + 1),
        };
        let label = format!("第{}{}", to_chinese(number), if rank == Rank::Section { '节' } else { '章' });
        self.repairs.line(RepairKind::LostNumber, &label);
        Some(Heading { rank, number, label, heading })
    }

    /// Opens an annex if the line does.
    fn annex(&mut self, line: &Line) -> bool {
        let Some((label, rest)) = label::annex(&line.text, marked(line)) else { return false };
        self.aside = true;
        self.out.leave();
        self.out.section("annex", label, self.title, line.row);
        if !rest.is_empty() {
            self.out.paragraph(rest.to_owned(), line.row);
        }
        true
    }

    /// A line of an article: 项, 目, row or 款.
    fn line_of_article(&mut self, line: &Line) {
        let text = &line.text;
        if self.out.current().is_none() || self.aside {
            self.text(line, if self.aside { "annex" } else { "content" });
        } else if line.shape == Shape::Row {
            self.out.attach(text, line.row);
        } else if let Some((number, words)) = label::item(text) {
            self.repairs.count(
                RepairKind::Brackets,
                usize::from(text.starts_with('(') || text.contains(')') && !words.contains(')')),
            );
            self.out.item(Some(number), words, text, line.row, self.repairs);
        } else if label::smaller(text) || self.build == Build::Articles && label::point(text).is_some() {
            self.smaller(line);
        } else if self.broken(text) {
            self.join(text);
        } else {
            self.out.paragraph(text.clone(), line.row);
        }
    }

    /// 1. and 一、 inside an article: 目 below a 项, 项 below a 款.
    fn smaller(&mut self, line: &Line) {
        let items =
            self.out.current().and_then(|p| p.paragraphs.last()).map(|p| p.items.first().map(|i| i.text.clone()));
        match items {
            None => self.out.paragraph(line.text.clone(), line.row),
            // The list goes on as it began.
            Some(Some(first)) if !label::smaller(&first) && label::point(&first).is_none() => {
                self.out.attach(&line.text, line.row);
            }
            Some(_) => self.out.item(None, &line.text, &line.text, line.row, self.repairs),
        }
    }

    /// Whether the last line cannot have ended yet.
    fn broken(&mut self, text: &str) -> bool {
        let open = |line: &str| {
            line.ends_with(['，', '、', '（', '《', '“'])
                || line.rfind('《').is_some_and(|at| !line[at..].contains('》'))
        };
        !text.starts_with(['“', '‘', '《']) && self.out.last().is_some_and(|line| open(&line.text))
    }

    fn join(&mut self, text: &str) {
        if let Some(last) = self.out.last() {
            last.text.push_str(text);
            self.repairs.count(RepairKind::BrokenLine, 1);
        }
    }

    /// A line of a section; opens one with this key when none is open.
    fn text(&mut self, line: &Line, key: &'static str) {
        if self.out.current().is_none() {
            if self.before.is_some() && key == "content" && self.build == Build::Articles {
                self.doubt(DoubtKind::StrayText, head_of(&line.text));
            }
            self.out.section(key, String::new(), self.title, line.row);
        }
        if line.shape == Shape::Row {
            self.out.attach(&line.text, line.row);
        } else {
            self.out.paragraph(line.text.clone(), line.row);
        }
    }
}

/// Whether a heading cannot end here.
fn open_end(heading: &str) -> bool {
    heading.ends_with(['、', '，', '和', '及', '与'])
}

/// Whether the format says that a line is a heading.
fn marked(line: &Line) -> bool {
    matches!(line.shape, Shape::Heading(_)) && !head::is_contents(&line.text)
}

/// The beginning of a line, to find it by.
pub(super) fn head_of(text: &str) -> String {
    text.chars().take(20).collect()
}
