//! A query cut into words, quoted phrases, fields, brackets and operators.

use std::ops::Range;

use super::mark::Marks;
use crate::search::fields::names::{self, Name};
use crate::wire::{Note, NoteCode};

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Plain words.
    Word,
    /// Nothing but punctuation, or words that begin with a sign: goes with the words beside it, and no operator works on it.
    Punctuation,
    /// Words in quotation marks.
    Phrase(String),
    /// A field with its values.
    Named(Name, Vec<String>),
    /// 和.
    And,
    /// 或.
    Or,
    /// 非, or - before a word.
    Not,
    /// + before a word.
    Plus,
    /// A bracket that opens a group.
    Open,
    /// The bracket that closes it.
    Close,
}

/// A token and its bytes in the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// Cuts a query. Every character that is no blank is in a token.
pub(super) fn cut(query: &str, notes: &mut Vec<Note>) -> Vec<Token> {
    let marks = Marks::of(query);
    for at in marks.unbalanced() {
        notes.push(Note { code: NoteCode::UnbalancedBracket, subject: marks.slice(at..at + 1).to_owned() });
    }
    let mut cutter = Cutter { marks: &marks, notes, tokens: Vec::new(), at: 0 };
    while cutter.at < marks.len() {
        cutter.next();
    }
    cutter.tokens
}

struct Cutter<'a> {
    marks: &'a Marks<'a>,
    notes: &'a mut Vec<Note>,
    tokens: Vec<Token>,
    /// Number of the next character.
    at: usize,
}

impl Cutter<'_> {
    fn next(&mut self) {
        let (marks, at) = (self.marks, self.at);
        if marks.is_blank(at) {
            self.at += 1;
        } else if marks.opens(at) {
            self.push(Kind::Open, at + 1);
        } else if marks.closes(at) {
            self.push(Kind::Close, at + 1);
        } else if marks.get(at) == Some('|') {
            let end = at + 1 + usize::from(marks.get(at + 1) == Some('|'));
            self.push(Kind::Or, end);
        } else if !self.after_prefix()
            && let Some((kind, end)) = marks.operator(at)
        {
            self.push(kind, end);
        } else if let Some(kind) = marks.prefix(at) {
            self.push(kind, at + 1);
        } else if !(self.phrase() || self.named()) {
            self.word();
        }
    }

    fn push(&mut self, kind: Kind, end: usize) {
        self.tokens.push(Token { kind, range: self.marks.bytes(self.at..end) });
        self.at = end;
    }

    /// Whether a + or - stands right before: what follows is what it works on.
    fn after_prefix(&self) -> bool {
        let here = self.marks.bytes(self.at..self.at).start;
        let prefix = |token: &Token| matches!(token.kind, Kind::Not | Kind::Plus) && token.range.end == here;
        self.tokens.last().is_some_and(prefix)
    }

    /// A quotation that stands alone between blanks.
    fn phrase(&mut self) -> bool {
        let (marks, at) = (self.marks, self.at);
        match marks.phrase(at) {
            Some(end) => {
                self.push(Kind::Phrase(marks.slice(at + 1..end).trim().to_owned()), end + 1);
                true
            }
            None => {
                if marks.is_quote(at) && marks.quotation(at).is_none() {
                    self.note(NoteCode::UnbalancedQuote, at..at + 1);
                }
                false
            }
        }
    }

    /// A field with a value right after its colon.
    fn named(&mut self) -> bool {
        let (marks, at) = (self.marks, self.at);
        let Some(colon) = marks.colon(at) else { return false };
        let Some(name) = names::named(marks.slice(at..colon)) else {
            let address = marks.get(colon + 1) == Some('/');
            if !address && !marks.ends(colon + 1) && names::resembles(marks.slice(at..colon)) {
                self.note(NoteCode::UnknownField, at..colon);
            }
            return false;
        };
        let (values, end) = self.values(colon + 1);
        if values.is_empty() {
            self.note(NoteCode::LoneOperator, at..colon + 1);
            return false;
        }
        self.push(Kind::Named(name, values), end);
        true
    }

    /// Values from `at` on, separated by commas, and where they end.
    fn values(&mut self, mut at: usize) -> (Vec<String>, usize) {
        let marks = self.marks;
        let mut values = vec![String::new()];
        let add = |values: &mut Vec<String>, text: &str| match values.last_mut() {
            Some(last) => last.push_str(text),
            None => values.push(text.to_owned()),
        };
        while !marks.ends(at) {
            match (marks.quoted_value(at), marks.get(at)) {
                (Some(end), _) => {
                    add(&mut values, marks.slice(at + 1..end));
                    at = end;
                }
                (None, Some(',' | '、')) => values.push(String::new()),
                (None, _) if marks.is_quote(at) && marks.quotation(at).is_none() => {
                    self.note(NoteCode::UnbalancedQuote, at..at + 1)
                }
                (None, _) => add(&mut values, marks.slice(at..at + 1)),
            }
            at += 1;
        }
        let kept = values.into_iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        (kept.collect(), at)
    }

    fn word(&mut self) {
        let marks = self.marks;
        let mut end = self.at + 1;
        while !marks.ends(end) {
            end += 1;
        }
        // 2018 -2024 is a span with a blank in it, not 2018 without 2024.
        while let Some(next) = marks.span_goes_on(end) {
            end = next;
            while !marks.ends(end) {
                end += 1;
            }
        }
        // What begins with a sign could be read as another operator once it stands elsewhere.
        let sign = marks.get(self.at).is_some_and(|c| "+-&)]".contains(c));
        let kind = if marks.speaks(self.at..end) && !sign { Kind::Word } else { Kind::Punctuation };
        self.push(kind, end);
    }

    fn note(&mut self, code: NoteCode, range: Range<usize>) {
        self.notes.push(Note { code, subject: self.marks.slice(range).to_owned() });
    }
}
