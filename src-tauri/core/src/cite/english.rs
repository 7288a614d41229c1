//! English citations: Article 20(1)(iii) of the Regulations, Articles 42 to 45, paragraph 2 of Article 26.

use std::ops::Range;

use super::find::Finder;
use super::found::{Found, Title, Whose};
use super::list::{self, Member, after_sign, after_word, article_word};
use super::place::{Back, Place};
use crate::model::DocumentId;

/// Last words of the names of laws.
const KINDS: [&str; 12] = [
    "Law",
    "Code",
    "Regulations",
    "Regulation",
    "Provisions",
    "Rules",
    "Measures",
    "Interpretation",
    "Constitution",
    "Act",
    "Convention",
    "Decision",
];

/// Small words inside such names.
const SMALL: [&str; 9] = ["of", "on", "the", "and", "for", "to", "in", "against", "by"];

/// What starts at `at`, and where reading goes on; positions in characters.
pub(super) fn at(finder: &Finder, at: usize) -> Option<(Vec<Found>, usize)> {
    let chars = &finder.chars;
    if at > 0 && chars[at - 1].is_alphanumeric() {
        return None;
    }
    if let Some(next) = article_word(chars, at) {
        let members = list::english(chars, next);
        return articles(finder, at, members);
    }
    if let Some(end) = after_word(chars, at, "the preceding").and_then(|next| word_end(chars, next, "paragraph")) {
        let places = vec![Place::back(Back::Paragraphs(1))];
        return Some((vec![Found { range: at..end, whose: Whose::Own, places }], end));
    }
    if let Some(members) = paragraphs(chars, at) {
        return articles(finder, at, members);
    }
    // Titles begin with a capital: most words need no closer look.
    if !chars[at].is_ascii_uppercase() {
        return None;
    }
    let (document, length) = finder.names.at_start(&finder.lower[at..], true)?;
    let whose = Whose::Titled(title(finder, at..at + length, Some(document.clone())));
    Some((vec![Found { range: at..at + length, whose, places: Vec::new() }], at + length))
}

fn articles(finder: &Finder, start: usize, members: Vec<Member>) -> Option<(Vec<Found>, usize)> {
    let end = members.last()?.range.end;
    let whose = owner(finder, end).map_or(Whose::Own, Whose::Titled);
    let starts: Vec<usize> = std::iter::once(start).chain(members.iter().skip(1).map(|m| m.range.start)).collect();
    let found = members.into_iter().zip(starts).map(|(member, start)| Found {
        range: start..member.range.end,
        whose: whose.clone(),
        places: member.places,
    });
    Some((found.collect(), end))
}

/// paragraph 2 of Article 26.
fn paragraphs(chars: &[char], at: usize) -> Option<Vec<Member>> {
    let next = after_word(chars, at, "paragraphs").or_else(|| after_word(chars, at, "paragraph"))?;
    let open = usize::from(chars.get(next) == Some(&'('));
    let (paragraph, end) = list::number(chars, next + open)?;
    let article = article_word(chars, after_sign(chars, end + open, " of ")?)?;
    let mut members = list::english(chars, article);
    members.truncate(1);
    let place = members.first_mut()?.places.first_mut()?;
    *place = Place { paragraph: Some(paragraph), ..*place };
    Some(members)
}

/// The text in `… of the Criminal Law`, when such words follow a list; none for `of this Law`.
fn owner(finder: &Finder, at: usize) -> Option<Title> {
    let next = after_word(&finder.chars, at + 1, "of")?;
    let next = after_word(&finder.chars, next, "the").unwrap_or(next);
    if let Some((document, length)) = finder.names.at_start(finder.lower.get(next..)?, false) {
        return Some(title(finder, next..next + length, Some(document.clone())));
    }
    let end = capitals(&finder.chars, next)?;
    Some(title(finder, next..end, None))
}

fn title(finder: &Finder, written: Range<usize>, document: Option<DocumentId>) -> Title {
    Title { full: finder.chars[written.clone()].iter().collect(), written, document }
}

/// Where a name in capitals ends with the kind of a law: Criminal Procedure Law, Law on the Protection of Minors.
fn capitals(chars: &[char], at: usize) -> Option<usize> {
    let (mut from, mut end, mut law) = (at, None, false);
    for _ in 0..16 {
        let length =
            chars.get(from..)?.iter().take(24).take_while(|c| c.is_alphabetic() || matches!(c, '\'' | '’')).count();
        let word: String = chars[from..from + length].iter().collect();
        if word.starts_with(|c: char| c.is_ascii_uppercase()) {
            law |= KINDS.contains(&word.as_str());
            end = Some(from + length).filter(|_| law).or(end);
        } else if !SMALL.contains(&word.as_str()) || from == at {
            break;
        }
        if chars.get(from + length) != Some(&' ') {
            break;
        }
        from += length + 1;
    }
    end
}

fn word_end(chars: &[char], at: usize, word: &str) -> Option<usize> {
    after_sign(chars, at, word).filter(|end| !chars.get(*end).is_some_and(|c| c.is_alphanumeric()))
}
