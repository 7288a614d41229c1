//! The characters of a query in half width, and what can be told of each by its neighbours alone.

use std::ops::Range;

use super::token::Kind;
use crate::search::fields::names;
use crate::text::fold;

/// Deepest groups that are read as groups.
const DEEPEST: usize = 16;

/// The characters of a query.
pub(super) struct Marks<'a> {
    query: &'a str,
    /// In half width.
    chars: Vec<char>,
    /// Where each starts in the query, and where the query ends.
    starts: Vec<usize>,
    /// Whether a word may begin here.
    begins: Vec<bool>,
    /// For brackets that open a group: where it closes.
    groups: Vec<Option<usize>>,
    /// For brackets that close one.
    closing: Vec<bool>,
    /// Brackets without their other half.
    unbalanced: Vec<usize>,
    /// For quotation marks: where the quotation ends, if it does.
    quotations: Vec<Option<usize>>,
}

/// Half width, as far as the language has signs; the minus sign is a hyphen.
fn half(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{2212}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

impl<'a> Marks<'a> {
    pub(super) fn of(query: &'a str) -> Self {
        let chars: Vec<char> = query.chars().map(half).collect();
        let starts = query.char_indices().map(|(at, _)| at).chain([query.len()]).collect();
        let length = chars.len();
        let mut marks = Self {
            query,
            chars,
            starts,
            begins: vec![false; length],
            groups: vec![None; length],
            closing: vec![false; length],
            unbalanced: Vec::new(),
            quotations: vec![None; length],
        };
        marks.find_quotations();
        marks.find_beginnings();
        marks.find_groups();
        marks
    }

    /// Input methods turn the two halves of “ and ” round as they like, so each may begin and end a quotation.
    fn find_quotations(&mut self) {
        let (mut double, mut single, mut nested) = (None, None, None);
        for at in (0..self.len()).rev() {
            match self.chars[at] {
                '"' | '“' | '”' => self.quotations[at] = double.replace(at),
                '「' => self.quotations[at] = single,
                '」' => single = Some(at),
                '『' => self.quotations[at] = nested,
                '』' => nested = Some(at),
                _ => {}
            }
        }
    }

    fn find_beginnings(&mut self) {
        for at in 0..self.len() {
            self.begins[at] = match at.checked_sub(1).map(|before| (self.chars[before], self.begins[before])) {
                None | Some((' ' | '|', _)) => true,
                Some(('(' | '[' | '+' | '-', begins)) => begins,
                Some(_) => false,
            };
        }
    }

    /// Brackets around words with operators among them are groups; all others are written text.
    fn find_groups(&mut self) {
        // How many operators stand before each character.
        let mut before = Vec::with_capacity(self.len() + 1);
        let mut quoted = Vec::with_capacity(self.len());
        let (mut count, mut quote) = (0usize, 0);
        for at in 0..self.len() {
            if at >= quote
                && let Some(end) = self.phrase(at).or_else(|| self.quoted_value(at))
            {
                quote = end + 1;
            }
            quoted.push(at < quote);
            before.push(count);
            count += usize::from(at >= quote && self.is_operator(at));
        }
        before.push(count);
        let mut open = Vec::new();
        let mut pairs = Vec::new();
        for at in (0..self.len()).filter(|&at| !quoted[at]) {
            match self.chars[at] {
                '(' => open.push(at),
                ')' => match open.pop() {
                    Some(from) => pairs.push((from, at)),
                    // "1) one 2) two" is written so; only beside operators does it look like a slip.
                    None if count > 0 && self.ends(at + 1) => self.unbalanced.push(at),
                    None => {}
                },
                _ => {}
            }
        }
        self.unbalanced.extend(open.into_iter().filter(|&at| self.begins[at]));
        self.unbalanced.sort_unstable();
        // Outer brackets first, so that a closing bracket after another one is known to end a word.
        pairs.sort_unstable();
        let mut around: Vec<usize> = Vec::new();
        for (from, to) in pairs {
            while around.last().is_some_and(|end| *end < from) {
                around.pop();
            }
            let working = before[to] > before[from + 1];
            if self.begins[from] && self.ends(to + 1) && working && around.len() < DEEPEST {
                self.groups[from] = Some(to);
                self.closing[to] = true;
                around.push(to);
            }
        }
    }

    /// Whether something stands here that makes brackets around it a group.
    fn is_operator(&self, at: usize) -> bool {
        self.chars[at] == '|'
            || self.begins[at]
                && (self.operator(at).is_some()
                    || self.prefix(at).is_some()
                    || self.colon(at).is_some_and(|colon| names::named(self.slice(at..colon)).is_some()))
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// The characters as typed.
    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.query.get(self.bytes(range)).unwrap_or_default()
    }

    pub(super) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let start = |at: usize| self.starts.get(at).copied().unwrap_or(self.query.len());
        start(range.start)..start(range.end)
    }

    pub(super) fn is_blank(&self, at: usize) -> bool {
        self.get(at) == Some(' ')
    }

    pub(super) fn opens(&self, at: usize) -> bool {
        self.groups.get(at).is_some_and(Option::is_some)
    }

    pub(super) fn closes(&self, at: usize) -> bool {
        self.closing.get(at) == Some(&true)
    }

    pub(super) fn unbalanced(&self) -> impl Iterator<Item = usize> + '_ {
        self.unbalanced.iter().copied()
    }

    /// Whether a word that reaches up to here ends here.
    pub(super) fn ends(&self, at: usize) -> bool {
        self.get(at).is_none_or(|c| c == ' ' || c == '|') || self.closes(at)
    }

    /// Whether there is a letter, a digit or a character to search for.
    pub(super) fn speaks(&self, range: Range<usize>) -> bool {
        !fold::plain(self.slice(range)).is_empty()
    }

    /// An operator that stands alone: 和, AND, &.
    pub(super) fn operator(&self, at: usize) -> Option<(Kind, usize)> {
        if !self.begins[at] {
            return None;
        }
        let signs: [(&[char], Kind); 7] = [
            (&['和'], Kind::And),
            (&['或'], Kind::Or),
            (&['非'], Kind::Not),
            (&['A', 'N', 'D'], Kind::And),
            (&['O', 'R'], Kind::Or),
            (&['N', 'O', 'T'], Kind::Not),
            (&['&'], Kind::And),
        ];
        signs.into_iter().find_map(|(sign, kind)| {
            let end = at + sign.len();
            (self.chars.get(at..end) == Some(sign) && self.ends(end)).then_some((kind, end))
        })
    }

    /// A + or - before a word.
    pub(super) fn prefix(&self, at: usize) -> Option<Kind> {
        let kind = match self.chars[at] {
            '+' => Kind::Plus,
            '-' => Kind::Not,
            _ => return None,
        };
        let worked_on = |c: char| !matches!(c, ' ' | '+' | '-' | '|' | '&' | ')');
        (self.begins[at] && self.get(at + 1).is_some_and(worked_on)).then_some(kind)
    }

    /// Where the quotation that begins here ends, if it stands alone between blanks or brackets: “甲”乙 is written text.
    pub(super) fn phrase(&self, at: usize) -> Option<usize> {
        let end = self.quotation(at).filter(|_| self.begins[at])?;
        let alone = self.get(end + 1).is_none_or(|c| matches!(c, ' ' | '|' | ')'));
        (alone && self.speaks(at + 1..end)).then_some(end)
    }

    /// Where the quotation that begins here ends, if it may be the value of a field.
    pub(super) fn quoted_value(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1).and_then(|before| self.get(before));
        self.quotation(at).filter(|_| matches!(before, Some(':' | ',' | '、')))
    }

    /// Whether a quotation may begin here.
    pub(super) fn is_quote(&self, at: usize) -> bool {
        matches!(self.get(at), Some('"' | '“' | '”' | '「' | '『'))
    }

    /// Where the quotation that begins here ends.
    pub(super) fn quotation(&self, at: usize) -> Option<usize> {
        self.quotations.get(at).copied().flatten()
    }

    /// The colon after a name that begins here.
    pub(super) fn colon(&self, at: usize) -> Option<usize> {
        let named = |c: &char| c.is_alphabetic() || matches!(c, '-' | '_');
        let length = self.chars[at..].iter().take(names::LONGEST + 1).take_while(|c| named(c)).count();
        let begins = self.chars[at].is_alphabetic();
        (begins && self.get(at + length) == Some(':')).then_some(at + length)
    }

    /// Where the second half of a span such as `2018 -2024` begins, when the first ends at `end`.
    pub(super) fn span_goes_on(&self, end: usize) -> Option<usize> {
        let digit = |at: usize| self.get(at).is_some_and(|c| c.is_ascii_digit());
        let blanks = self.chars.get(end..)?.iter().take_while(|c| **c == ' ').count();
        let sign = end + blanks;
        (blanks > 0 && digit(end - 1) && self.get(sign) == Some('-') && digit(sign + 1)).then_some(sign)
    }
}
