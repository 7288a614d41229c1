//! A query written anew without one of its clauses.

use super::grammar::Node;
use super::{Occur, What};

/// The query without each of its clauses, in their order.
pub(super) fn without_each(query: &str, nodes: &[Node]) -> Vec<String> {
    (0..nodes.len()).map(|left_out| without(query, nodes, left_out)).collect()
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
        out.push_str(text);
    }
    out
}

/// Whether only a neighbour says that these words must stand.
fn bare(node: &Node) -> bool {
    node.clause.occur == Occur::Must && matches!(node.clause.what, What::Words(_))
}
