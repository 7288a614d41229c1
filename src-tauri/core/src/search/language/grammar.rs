//! From tokens to clauses. Blanks bind least, then 或, then 和; 非, + and - work on what follows them.

use std::ops::Range;

use super::token::{Kind, Token};
use super::{Clause, Field, Occur, What};
use crate::search::fields::names::Name;
use crate::wire::{Note, NoteCode, Sort};

/// A clause with what is needed to write the query anew without its neighbours.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) clause: Clause,
    /// With its operator.
    pub(super) whole: Range<usize>,
    /// The 和 before it, as typed, when it is joined to the clause before.
    pub(super) joint: Option<Range<usize>>,
}

/// Reads tokens of `query`.
pub(super) fn parse(query: &str, tokens: &[Token], notes: &mut Vec<Note>) -> Vec<Node> {
    Parser { query, tokens, notes, at: 0, depth: 0 }.sequence()
}

struct Parser<'a> {
    query: &'a str,
    tokens: &'a [Token],
    notes: &'a mut Vec<Note>,
    at: usize,
    /// How many groups are open.
    depth: usize,
}

impl Parser<'_> {
    /// Clauses up to the end of the group or of the query.
    fn sequence(&mut self) -> Vec<Node> {
        let mut found: Vec<Node> = Vec::new();
        while let Some(token) = self.tokens.get(self.at) {
            match token.kind {
                Kind::Close if self.depth > 0 => break,
                _ => match self.operand() {
                    Some(first) => self.chain(first, &mut found),
                    None => {
                        if !matches!(token.kind, Kind::Punctuation | Kind::Close) {
                            let subject = self.query[token.range.clone()].to_owned();
                            self.notes.push(Note { code: NoteCode::LoneOperator, subject });
                        }
                        self.at += 1;
                        add_words(self.query, &mut found, token.range.clone());
                    }
                },
            }
        }
        found
    }

    /// Everything that is joined to `first` by 和 and 或.
    fn chain(&mut self, first: Node, found: &mut Vec<Node>) {
        let mut alternatives = vec![vec![first]];
        while let Some(token) = self.tokens.get(self.at) {
            let either = match token.kind {
                Kind::And => false,
                Kind::Or => true,
                _ => break,
            };
            self.at += 1;
            let Some(mut next) = self.operand() else {
                self.at -= 1;
                break;
            };
            match alternatives.last_mut() {
                Some(all) if !either => {
                    next.joint = Some(token.range.clone());
                    all.push(next);
                }
                _ => alternatives.push(vec![next]),
            }
        }
        let joined = alternatives.len() > 1 || alternatives.iter().any(|all| all.len() > 1);
        if !joined {
            for node in alternatives.into_iter().flatten() {
                match node.clause.occur {
                    Occur::Should if matches!(node.clause.what, What::Words(_)) => {
                        add_words(self.query, found, node.whole);
                    }
                    _ => found.push(node),
                }
            }
            return;
        }
        for node in alternatives.iter_mut().flatten() {
            if node.clause.occur == Occur::Should {
                node.clause.occur = Occur::Must;
            }
            self.no_sort(node);
        }
        if alternatives.len() == 1 {
            found.extend(alternatives.into_iter().flatten());
            return;
        }
        let start = alternatives.first().and_then(|all| all.first()).map_or(0, |node| node.whole.start);
        let end = alternatives.last().and_then(|all| all.last()).map_or(start, |node| node.whole.end);
        let clauses = alternatives.into_iter().filter_map(all_of).collect();
        found.push(node(Occur::Must, What::Either(clauses), start..end));
    }

    /// One word, phrase, field or group, with the operators before it; nothing is taken when there is none.
    fn operand(&mut self) -> Option<Node> {
        let (from, mut occur) = (self.at, None);
        while let Some(token) = self.tokens.get(self.at) {
            match token.kind {
                Kind::Not => occur = Some(Occur::Not),
                Kind::Plus => occur = occur.or(Some(Occur::Must)),
                _ => break,
            }
            self.at += 1;
        }
        let Some(mut node) = self.atom() else {
            self.at = from;
            return None;
        };
        if let Some(occur) = occur {
            self.no_sort(&mut node);
            node.clause.occur = occur;
            node.whole.start = self.tokens.get(from).map_or(node.whole.start, |token| token.range.start);
        }
        if self.depth > 0 {
            self.no_sort(&mut node);
        }
        Some(node)
    }

    fn atom(&mut self) -> Option<Node> {
        let token = self.tokens.get(self.at)?;
        let range = token.range.clone();
        let (occur, what) = match &token.kind {
            Kind::Word => (Occur::Should, What::Words(self.query[range.clone()].to_owned())),
            Kind::Phrase(text) => (Occur::Must, What::Phrase(text.clone())),
            Kind::Named(Name::Field(key), values) => {
                (Occur::Must, What::Field(Field { key: *key, values: values.clone() }))
            }
            Kind::Named(Name::Sentence, values) => (Occur::Must, What::Sentence(values.clone())),
            Kind::Named(Name::Paragraph, values) => (Occur::Must, What::Paragraph(values.clone())),
            Kind::Named(Name::Sort, values) => match sort(values) {
                Some(sort) => (Occur::Should, What::Sort(sort)),
                None => {
                    self.unknown(&range);
                    (Occur::Should, What::Words(self.query[range.clone()].to_owned()))
                }
            },
            Kind::Open => return self.group(range),
            Kind::Punctuation | Kind::And | Kind::Or | Kind::Not | Kind::Plus | Kind::Close => return None,
        };
        self.at += 1;
        Some(node(occur, what, range))
    }

    /// What stands in brackets. Words among which nothing must be are alternatives of one another.
    fn group(&mut self, open: Range<usize>) -> Option<Node> {
        (self.at, self.depth) = (self.at + 1, self.depth + 1);
        let inner = self.sequence();
        self.depth -= 1;
        let end = self.tokens.get(self.at).map_or(self.query.len(), |close| close.range.end);
        self.at += 1;
        let mut clauses: Vec<Clause> = inner.into_iter().map(|node| node.clause).collect();
        if !clauses.iter().any(|clause| clause.occur == Occur::Must) {
            for clause in &mut clauses {
                any_of(self.query, clause);
            }
        }
        let what = match clauses.as_slice() {
            [Clause { occur: Occur::Must, what: what @ (What::Either(_) | What::All(_)), .. }] => what.clone(),
            _ => What::All(clauses),
        };
        Some(node(Occur::Must, what, open.start..end))
    }

    /// An order has no place among conditions; there it is words.
    fn no_sort(&mut self, node: &mut Node) {
        if matches!(node.clause.what, What::Sort(_)) {
            let range = node.clause.range.clone();
            self.unknown(&range);
            node.clause.what = What::Words(self.query[range].to_owned());
        }
    }

    fn unknown(&mut self, range: &Range<usize>) {
        self.notes.push(Note { code: NoteCode::UnknownValue, subject: self.query[range.clone()].to_owned() });
    }
}

fn node(occur: Occur, what: What, range: Range<usize>) -> Node {
    Node { clause: Clause { occur, what, range: range.clone(), without: String::new() }, whole: range, joint: None }
}

/// Plain words that follow one another are one clause.
fn add_words(query: &str, found: &mut Vec<Node>, range: Range<usize>) {
    match found.last_mut() {
        Some(Node {
            clause: Clause { occur: Occur::Should, what: What::Words(text), range: before, .. },
            whole,
            ..
        }) => {
            before.end = range.end;
            *whole = before.clone();
            *text = query[before.clone()].to_owned();
        }
        _ => found.push(node(Occur::Should, What::Words(query[range.clone()].to_owned()), range)),
    }
}

/// The members of an alternative as one clause.
fn all_of(mut members: Vec<Node>) -> Option<Clause> {
    if members.len() < 2 {
        return members.pop().map(|node| node.clause);
    }
    let range = members.first()?.whole.start..members.last()?.whole.end;
    let clauses = members.into_iter().map(|node| node.clause).collect();
    Some(Clause { occur: Occur::Must, what: What::All(clauses), range, without: String::new() })
}

/// Words that only rank become words of which one must stand.
fn any_of(query: &str, clause: &mut Clause) {
    if clause.occur != Occur::Should {
        return;
    }
    clause.occur = Occur::Must;
    let range = clause.range.clone();
    let mut words = Vec::new();
    let mut from = range.start;
    for part in query[range.clone()].split_inclusive(char::is_whitespace) {
        let text = part.trim();
        let range = from..from + text.len();
        from += part.len();
        if !text.is_empty() {
            let what = What::Words(text.to_owned());
            words.push(Clause { occur: Occur::Must, what, range, without: String::new() });
        }
    }
    if words.len() > 1 {
        clause.what = What::Either(words);
    }
}

fn sort(values: &[String]) -> Option<Sort> {
    let [value] = values else { return None };
    match crate::text::fold::deep(value).text().as_str() {
        "日期" | "时间" | "最新" | "date" | "newest" => Some(Sort::Date),
        "相关" | "相关度" | "相关性" | "relevance" | "best" => Some(Sort::Relevance),
        _ => None,
    }
}
