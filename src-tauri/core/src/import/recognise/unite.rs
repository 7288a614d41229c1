//! Works that come in several files, one part each, made whole.

use std::collections::BTreeMap;

use super::Recognised;
use crate::model::{ArticleNo, DocumentId, Unit};

/// Puts the parts of each work together, in the order of their articles. Parts that share an article, and whatever is no part, stay
/// as they are.
pub fn unite(recognised: Vec<Recognised>) -> Vec<Recognised> {
    let mut works: BTreeMap<DocumentId, Vec<Recognised>> = BTreeMap::new();
    let mut out = Vec::new();
    for one in recognised {
        match one.part {
            Some(_) => works.entry(one.document.meta.id.clone()).or_default().push(one),
            None => out.push(one),
        }
    }
    for (_, mut parts) in works {
        parts.sort_by_key(|part| articles(part).min());
        let mut all: Vec<ArticleNo> = parts.iter().flat_map(articles).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        if all.len() == count && parts.len() > 1 {
            out.extend(parts.into_iter().reduce(joined));
        } else {
            out.extend(parts);
        }
    }
    out
}

fn articles(part: &Recognised) -> impl Iterator<Item = ArticleNo> + '_ {
    part.document.passages().filter_map(|passage| match passage.unit {
        Unit::Article { no, .. } => Some(no),
        _ => None,
    })
}

/// The first part with what the next one adds.
fn joined(mut whole: Recognised, next: Recognised) -> Recognised {
    whole.document.chapters.extend(next.document.chapters);
    let (meta, other) = (&mut whole.document.meta, next.document.meta);
    for line in other.history {
        if !meta.history.contains(&line) {
            meta.history.push(line);
        }
    }
    meta.promulgated_on = meta.promulgated_on.take().or(other.promulgated_on);
    meta.amended_on = meta.amended_on.take().or(other.amended_on);
    // The last part says when the whole takes effect.
    meta.effective_on = other.effective_on.or(meta.effective_on.take());
    whole.version = whole.version.max(next.version);
    for (kind, repair) in next.repairs.0 {
        let sum = whole.repairs.0.entry(kind).or_default();
        sum.count += repair.count;
        sum.lines.extend(repair.lines);
    }
    whole.doubts.extend(next.doubts);
    whole.part = None;
    whole
}
