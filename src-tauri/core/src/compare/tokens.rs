//! A text cut into what is compared: Chinese character by character, figures and Latin words whole.

use std::ops::Range;

use unicode_normalization::char::decompose_compatible;

/// One thing that is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What is compared.
    pub(super) key: String,
    /// Bytes of the text it stands for; the ranges of all tokens cover the text.
    pub(super) range: Range<usize>,
    /// Whether it is a letter, a digit or a Chinese character.
    pub(super) ink: bool,
}

/// The tokens of a text. With `punctuation` ignored, width, punctuation and blanks belong to the tokens they stand beside.
pub(super) fn tokens(text: &str, ignored: bool) -> Vec<Token> {
    let whole = whole(text);
    if ignored { joined(text, whole) } else { whole }
}

fn whole(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut word = Word::None;
    for (at, c) in text.char_indices() {
        let (kind, end) = (Word::of(c), at + c.len_utf8());
        match tokens.last_mut().filter(|_| kind != Word::None && kind == word) {
            Some(last) => {
                last.key.push(c);
                last.range.end = end;
            }
            None => tokens.push(Token { key: c.to_string(), range: at..end, ink: c.is_alphanumeric() }),
        }
        word = kind;
    }
    tokens
}

/// What stays together: 2024, Law.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    None,
    Figure,
    Latin,
}

impl Word {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' | '０'..='９' => Self::Figure,
            c if c.is_alphabetic() && c < '\u{250}' => Self::Latin,
            _ => Self::None,
        }
    }
}

/// Folds the keys, and gives every mark to the token before it, an opening mark to the one after it.
fn joined(text: &str, whole: Vec<Token>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut waiting = None;
    for token in whole {
        if token.ink {
            let mut key = String::new();
            token.key.chars().for_each(|c| decompose_compatible(c, |c| key.push(c)));
            let start = waiting.take().unwrap_or(token.range.start);
            tokens.push(Token { key, range: start..token.range.end, ink: true });
        } else if let Some(last) = tokens.last_mut().filter(|_| waiting.is_none() && !opens(&token.key)) {
            last.range.end = token.range.end;
        } else {
            waiting = waiting.or(Some(token.range.start));
        }
    }
    match (waiting, tokens.last_mut()) {
        (Some(_), Some(last)) => last.range.end = text.len(),
        // Nothing but marks: one token, equal to every other such text.
        (Some(_), None) => tokens.push(Token { key: String::new(), range: 0..text.len(), ink: false }),
        _ => {}
    }
    tokens
}

fn opens(mark: &str) -> bool {
    mark.starts_with(['（', '(', '《', '〈', '“', '‘', '「', '『', '【', '[', '〔'])
}
