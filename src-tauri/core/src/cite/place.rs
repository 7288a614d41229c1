//! Places as they are written: 第二十六条第二款, 前款第三项, 第四项. What they are seen from is not yet known here.

use crate::model::{ArticleNo, Unit};

/// A place as far as words name it: each part is absent where nothing was written and nothing is carried over from
/// the words before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// Counted back from where the words stand: 前款, 本条.
    pub back: Option<Back>,
    /// 条
    pub no: Option<ArticleNo>,
    /// 款
    pub paragraph: Option<u32>,
    /// 项. A 目 below it is read and belongs to its 项.
    pub item: Option<u32>,
}

/// Where words stand: what 前款 and 本条 are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Here {
    /// The article.
    pub no: ArticleNo,
    /// The 款, counted from 1.
    pub paragraph: u32,
    /// The 项, inside one.
    pub item: Option<u32>,
}

/// Steps back from where words stand, 0 being that place itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Back {
    /// 前条 is 1, 前两条 names the two before, 本条 is 0.
    Articles(u32),
    /// 前款, 前两款, 本款.
    Paragraphs(u32),
    /// 前项, 前两项, 本项.
    Items(u32),
}

/// The parts that drafters number, from large to small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Article,
    Paragraph,
    Item,
    Point,
}

impl Part {
    pub(super) const ALL: [Self; 4] = [Self::Article, Self::Paragraph, Self::Item, Self::Point];

    pub(super) fn sign(self) -> char {
        match self {
            Self::Article => '条',
            Self::Paragraph => '款',
            Self::Item => '项',
            Self::Point => '目',
        }
    }

    pub(super) fn of_sign(c: char) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.sign() == c)
    }
}

impl Back {
    pub(super) fn of(part: Part, steps: u32) -> Option<Self> {
        Some(match part {
            Part::Article => Self::Articles(steps),
            Part::Paragraph => Self::Paragraphs(steps),
            Part::Item => Self::Items(steps),
            Part::Point => return None,
        })
    }

    fn part(self) -> Part {
        match self {
            Self::Articles(_) => Part::Article,
            Self::Paragraphs(_) => Part::Paragraph,
            Self::Items(_) => Part::Item,
        }
    }
}

impl Place {
    pub(super) fn article(no: ArticleNo) -> Self {
        Self { no: Some(no), ..Self::default() }
    }

    pub(super) fn back(back: Back) -> Self {
        Self { back: Some(back), ..Self::default() }
    }

    /// What is left of this place for a following one that begins with `part`.
    pub(super) fn above(self, part: Part) -> Self {
        Self {
            back: self.back.filter(|back| back.part() < part),
            no: self.no.filter(|_| part > Part::Article),
            paragraph: self.paragraph.filter(|_| part > Part::Paragraph),
            item: self.item.filter(|_| part > Part::Item),
        }
    }

    /// Whether the place says which one of `part` it means.
    pub(super) fn says(self, part: Part) -> bool {
        self.back.is_some_and(|back| back.part() == part)
            || match part {
                Part::Article => self.no.is_some(),
                Part::Paragraph => self.paragraph.is_some(),
                Part::Item | Part::Point => self.item.is_some(),
            }
    }

    /// The largest part that is named; nothing for 本项第5目 and the like.
    pub(super) fn begins(self) -> Option<Part> {
        Part::ALL.into_iter().find(|part| self.says(*part))
    }

    /// The places meant by words that stand `here`. Several for 前两款, none where there are not so many before it. An item of an
    /// article with one paragraph is written without 款.
    pub fn units(self, here: Here) -> Vec<Unit> {
        let unit = |no, paragraph: Option<u32>, item: Option<u32>| {
            let paragraph = paragraph.or(item.and(Some(1)));
            Unit::Article { no, paragraph, item }
        };
        if let Some(no) = self.no {
            return vec![unit(no, self.paragraph, self.item)];
        }
        let before = |steps: u32, stands: u32| if steps < stands { stands - steps..stands } else { 0..0 };
        match self.back {
            Some(Back::Articles(0)) => vec![unit(here.no, self.paragraph, self.item)],
            Some(Back::Articles(steps)) => {
                let articles = before(steps, here.no.main).map(ArticleNo::new);
                articles.map(|no| unit(no, self.paragraph, self.item)).collect()
            }
            Some(Back::Paragraphs(0)) | None => {
                vec![unit(here.no, Some(self.paragraph.unwrap_or(here.paragraph)), self.item)]
            }
            Some(Back::Paragraphs(steps)) => {
                before(steps, here.paragraph).map(|paragraph| unit(here.no, Some(paragraph), self.item)).collect()
            }
            Some(Back::Items(0)) => vec![unit(here.no, Some(here.paragraph), here.item)],
            Some(Back::Items(steps)) => {
                let items = before(steps, here.item.unwrap_or(0));
                items.map(|item| unit(here.no, Some(here.paragraph), Some(item))).collect()
            }
        }
    }

    /// The place in a document that numbers its articles, when an article is named.
    pub fn unit(self) -> Option<Unit> {
        let no = self.no?;
        let paragraph = self.paragraph.or(self.item.and(Some(1)));
        Some(Unit::Article { no, paragraph, item: self.item })
    }
}
