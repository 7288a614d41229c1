//! Tokenizers over folded text. Folding has done the thinking; these only cut.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// One token for each character, with positions: the ground truth of exact search.
#[derive(Clone, Default)]
pub(super) struct Characters;

/// Single characters and pairs of neighbours, of everything but Latin letters: what ranks Chinese text.
/// Blanks, where folding dropped punctuation, separate neighbours.
#[derive(Clone, Default)]
pub(super) struct Grams;

/// Tokens cut in advance.
pub(super) struct Cut {
    tokens: std::vec::IntoIter<Token>,
    token: Token,
}

impl Tokenizer for Characters {
    type TokenStream<'a> = Cut;

    fn token_stream(&mut self, text: &str) -> Cut {
        Cut::of(text.char_indices().enumerate().map(|(position, (at, c))| token(position, at, c.to_string())))
    }
}

impl Tokenizer for Grams {
    type TokenStream<'a> = Cut;

    fn token_stream(&mut self, text: &str) -> Cut {
        Cut::of(grams(text).into_iter().enumerate().map(|(position, gram)| token(position, 0, gram)))
    }
}

/// The grams of a folded text, in order.
pub(crate) fn grams(spaced: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut before = None;
    for c in spaced.chars() {
        if c == ' ' || c.is_ascii_alphabetic() {
            before = None;
            continue;
        }
        if let Some(before) = before {
            out.push(String::from_iter([before, c]));
        }
        out.push(c.to_string());
        before = Some(c);
    }
    out
}

fn token(position: usize, at: usize, text: String) -> Token {
    Token { offset_from: at, offset_to: at + text.len(), position, text, position_length: 1 }
}

impl Cut {
    fn of(tokens: impl Iterator<Item = Token>) -> Self {
        Self { tokens: tokens.collect::<Vec<_>>().into_iter(), token: Token::default() }
    }
}

impl TokenStream for Cut {
    fn advance(&mut self) -> bool {
        self.tokens.next().map(|token| self.token = token).is_some()
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grams_do_not_cross_gaps_or_latin_words() {
        assert_eq!(grams("网络 游戏"), ["网", "网络", "络", "游", "游戏", "戏"]);
        assert_eq!(grams("用app玩"), ["用", "玩"]);
        assert_eq!(grams("46条"), ["4", "46", "6", "6条", "条"]);
    }
}
