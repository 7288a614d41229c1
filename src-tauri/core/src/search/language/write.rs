//! A query written anew without one of its clauses.

use super::grammar::Node;
use super::token::{Kind, Token};
use super::{Occur, What};

/// Marks that begin a quotation.
const QUOTES: [char; 6] = ['"', '＂', '“', '”', '「', '『'];

/// The query without each of its clauses, in their order.
pub(super) fn without_each(query: &str, tokens: &[Token], nodes: &[Node]) -> Vec<String> {
    let query = disarmed(query, tokens);
    (0..nodes.len()).map(|left_out| without(&query, nodes, left_out)).collect()
}

/// Quotation marks that begin words and quote nothing, and brackets without their other half in one word: two of them could belong
/// together once something else is taken out. What stands in for them takes as many bytes and parts words as well.
fn disarmed(query: &str, tokens: &[Token]) -> String {
    let mut out = query.to_owned();
    for token in tokens {
        let text = &query[token.range.clone()];
        let quoting = match token.kind {
            Kind::Word | Kind::Punctuation => text.trim_start_matches(['(', '（']).starts_with(QUOTES),
            Kind::Named(..) => false,
            _ => continue,
        };
        let lonely = lonely_brackets(text);
        if quoting || !lonely.is_empty() {
            let harmless = |(at, c): (usize, char)| match c {
                '(' if lonely.contains(&at) => '[',
                ')' if lonely.contains(&at) => ']',
                '（' if lonely.contains(&at) => '［',
                '）' if lonely.contains(&at) => '］',
                '"' if quoting => '\'',
                '＂' if quoting => '＇',
                '「' | '」' | '『' | '』' if quoting => '･',
                '“' if quoting => '‘',
                '”' if quoting => '’',
                c => c,
            };
            out.replace_range(token.range.clone(), &text.char_indices().map(harmless).collect::<String>());
        }
    }
    out
}

/// Where brackets stand that have no other half in `text`.
fn lonely_brackets(text: &str) -> Vec<usize> {
    let (mut open, mut lonely) = (Vec::new(), Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => open.push(at),
            ')' | '）' if open.pop().is_none() => lonely.push(at),
            _ => {}
        }
    }
    lonely.extend(open);
    lonely
}

fn without(query: &str, nodes: &[Node], left_out: usize) -> String {
    let mut out = String::new();
    for (number, node) in nodes.iter().enumerate().filter(|(number, _)| *number != left_out) {
        // What joined the clause left out to the one before it now joins the next one.
        let headless = nodes.get(left_out).is_some_and(|node| node.joint.is_none());
        let joint = |number: usize| match nodes.get(number) {
            Some(node) if !(headless && number == left_out + 1) => node.joint.clone(),
            _ => None,
        };
        let next = if number + 1 == left_out { number + 2 } else { number + 1 };
        let joins_next = joint(next).is_some();
        if !out.is_empty() {
            out.push(' ');
        }
        let text = &query[node.whole.clone()];
        match joint(number) {
            Some(joint) => {
                out.push_str(&query[joint]);
                out.push(' ');
            }
            // 乙 of 甲 和 乙 still must stand when 甲 is gone.
            None if !joins_next && bare(node) => {
                out.push('+');
                out.push_str(text.trim_start_matches(['+', '＋']));
                continue;
            }
            None => {}
        }
        // 46 -12 would be a span; with 非 before it the dash is none.
        let counted = out.trim_end().ends_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
        let denies = node.clause.occur == Occur::Not || matches!(node.clause.what, What::Either(_));
        if counted && denies && text.starts_with(['-', '－', '−']) {
            out.push_str("非 ");
        }
        out.push_str(text);
    }
    out
}

/// Whether only a neighbour says that these words must stand.
fn bare(node: &Node) -> bool {
    node.clause.occur == Occur::Must && matches!(node.clause.what, What::Words(_))
}
