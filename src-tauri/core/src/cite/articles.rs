//! Which articles a text has: what tells a label from a citation, and whose a bare number is.

use std::collections::HashSet;

use super::list::{self, Ordinal};
use super::place::Place;
use crate::model::ArticleNo;

/// The articles a text has itself.
pub(super) enum Articles {
    /// Not told: every bare number is taken for one of them.
    All,
    /// Those with a label of their own; none in a text that is not divided into articles.
    These(HashSet<ArticleNo>),
}

impl Articles {
    pub(super) fn has(&self, place: Place) -> bool {
        match self {
            Self::All => true,
            Self::These(articles) => place.no.is_none_or(|no| articles.contains(&no)),
        }
    }

    pub(super) fn none(&self) -> bool {
        matches!(self, Self::These(articles) if articles.is_empty())
    }
}

/// The labels at the heads of lines, by where they start, and the articles they number. A label inside a quotation
/// belongs to another text.
pub(super) fn labels(chars: &[char]) -> (HashSet<usize>, HashSet<ArticleNo>) {
    let (mut labels, mut articles) = (HashSet::new(), HashSet::new());
    // A number with nothing after it heads nothing.
    let ink = chars.iter().rposition(|c| !c.is_whitespace()).unwrap_or(0);
    let mut head = true;
    let mut quoted = false;
    for (at, c) in chars.iter().enumerate() {
        // Some texts run on: …服从指挥。 第九十三条 驻在同一机场的…
        head |= c.is_whitespace() && at > 0 && matches!(chars[at - 1], '。' | '；' | '：');
        match c {
            '\n' => (head, quoted) = (true, false),
            '“' | '"' | '「' if head => quoted = true,
            '第' if head => {
                head = false;
                let label = list::chinese(chars, at, Place::default(), Ordinal::Marked).into_iter().next();
                if let Some(member) = label
                    && let [place] = member.places[..]
                    && Some(place) == place.no.map(Place::article)
                    && member.range.end <= ink
                    && matches!(chars[member.range.end], '\n' | '\r' | '\t' | ' ' | '　' | '*')
                {
                    labels.insert(at);
                    articles.extend(place.no.filter(|_| !quoted));
                }
            }
            '#' | '*' | '>' | '-' | '　' | ' ' | '\t' | '\r' => {}
            _ => head = false,
        }
    }
    (labels, articles)
}
