//! Two texts article by article (新旧对照): aligned by what the articles say and in which order, not by their numbers.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::likeness::{Bag, Bags};
use super::words::{Change, ChangeRun, Options, words};
use crate::cite::wording;
use crate::model::{Document, Passage, Unit};

/// What became of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum PairVerdict {
    /// The same words under the same number.
    Same,
    /// The same words under another number.
    Renumbered,
    /// Other words.
    Changed,
    /// New.
    Added,
    /// Gone.
    Removed,
    /// One old article became several.
    Split,
    /// Several old articles became one.
    Merged,
}

/// Articles that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What became of them.
    pub verdict: PairVerdict,
    /// The old places; none for what was added, several for what was merged.
    pub old: Vec<Unit>,
    /// The new places; none for what was removed, several for what was split.
    pub new: Vec<Unit>,
    /// How the words differ.
    pub runs: Vec<ChangeRun>,
}

/// Least likeness of articles that stand in for one another in the order of the text.
const ALIKE: f64 = 0.3;

/// Least likeness of an article that went elsewhere.
const MOVED: f64 = 0.6;

/// Least part of an article that stands in the other it was split from or merged into.
const PART: f64 = 0.5;

/// Pairs the articles of two texts, in the order of the new one; what was removed stands where it stood.
pub fn articles(old: &Document, new: &Document, options: Options) -> Vec<Pair> {
    let lang = new.meta.lang;
    let (before, after): (Vec<&Passage>, Vec<&Passage>) = (old.passages().collect(), new.passages().collect());
    let texts = |passages: &[&Passage]| -> Vec<String> { passages.iter().map(|p| wording(p, lang)).collect() };
    let (old_texts, new_texts) = (texts(&before), texts(&after));
    let told = |(old, new): (Vec<usize>, Vec<usize>)| {
        let text = |texts: &[String], numbers: &[usize]| {
            numbers.iter().map(|n| texts[*n].as_str()).collect::<Vec<_>>().join("\n")
        };
        let runs = words(&text(&old_texts, &old), &text(&new_texts, &new), options);
        let units = |passages: &[&Passage], numbers: &[usize]| -> Vec<Unit> {
            numbers.iter().map(|n| passages[*n].unit.clone()).collect()
        };
        let (old, new) = (units(&before, &old), units(&after, &new));
        Pair { verdict: verdict(&old, &new, &runs), old, new, runs }
    };
    align(&before, &after, &old_texts, &new_texts).into_iter().map(told).collect()
}

fn verdict(old: &[Unit], new: &[Unit], runs: &[ChangeRun]) -> PairVerdict {
    match (old, new) {
        ([], _) => PairVerdict::Added,
        (_, []) => PairVerdict::Removed,
        ([one], [other]) if runs.iter().all(|run| run.change == Change::Same) => {
            if one == other {
                PairVerdict::Same
            } else {
                PairVerdict::Renumbered
            }
        }
        ([_], [_]) => PairVerdict::Changed,
        ([_], _) => PairVerdict::Split,
        _ => PairVerdict::Merged,
    }
}

/// A pair on its way: numbers of the old and of the new articles.
type Numbers = (Vec<usize>, Vec<usize>);

fn align(before: &[&Passage], after: &[&Passage], old: &[String], new: &[String]) -> Vec<Numbers> {
    let bags = Bags::of(old, new);
    let candidates = candidates(&bags, before, after, old, new);
    let mut partner: Vec<Option<usize>> = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    let chain = heaviest_chain(&candidates, new.len());
    for (i, j) in &chain {
        (partner[*j], taken[*i]) = (Some(*i), true);
    }
    let in_order: BTreeSet<usize> = chain.iter().map(|(_, j)| *j).collect();
    moved(&candidates, &mut partner, &mut taken);
    let mut pairs: Vec<Numbers> = partner.iter().enumerate().map(|(j, i)| (Vec::from_iter(*i), vec![j])).collect();
    let free: Vec<usize> = (0..old.len()).filter(|i| !taken[*i]).collect();
    let rest = absorb(&bags, &mut pairs, free);
    in_place(pairs, rest, &in_order)
}

/// What each old article may have become, and how likely: its likeness, a little more where number or heading stayed.
fn candidates(
    bags: &Bags,
    before: &[&Passage],
    after: &[&Passage],
    old: &[String],
    new: &[String],
) -> Vec<Vec<(usize, f64)>> {
    let mut same: HashMap<&str, Vec<usize>> = HashMap::new();
    new.iter().enumerate().for_each(|(j, text)| same.entry(text).or_default().push(j));
    let mut candidates = bags.candidates(ALIKE);
    for (i, list) in candidates.iter_mut().enumerate() {
        // Too short to have pairs of characters, and yet the same.
        let equal = same.get(old[i].as_str()).into_iter().flatten();
        let missing: Vec<usize> = equal.copied().filter(|j| !list.iter().any(|(known, _)| known == j)).collect();
        list.extend(missing.into_iter().map(|j| (j, 1.0)));
        list.sort_by_key(|(j, _)| *j);
        for (j, alike) in list {
            *alike += 0.01 * f64::from(u8::from(before[i].unit == after[*j].unit));
            *alike +=
                0.01 * f64::from(u8::from(!before[i].heading.is_empty() && before[i].heading == after[*j].heading));
        }
    }
    candidates
}

/// The pairs that keep the order of both texts and are together most alike: a heaviest increasing chain. Squares, so that one good
/// match outweighs two poor ones.
fn heaviest_chain(candidates: &[Vec<(usize, f64)>], new: usize) -> Vec<(usize, usize)> {
    // A tree of prefix maxima: the best chain that ends before j.
    let mut tree: Vec<Option<(f64, usize)>> = vec![None; new + 1];
    let mut links: Vec<(usize, usize, Option<usize>)> = Vec::new();
    let better = |a: Option<(f64, usize)>, b: Option<(f64, usize)>| match (a, b) {
        (Some((x, _)), Some((y, _))) if y > x => b,
        (None, _) => b,
        _ => a,
    };
    for (i, list) in candidates.iter().enumerate() {
        let mut ends = Vec::new();
        for (j, alike) in list {
            let (mut at, mut best) = (*j, None);
            while at > 0 {
                best = better(best, tree[at]);
                at &= at - 1;
            }
            ends.push((*j, best.map_or(0.0, |(sum, _)| sum) + alike * alike, links.len()));
            links.push((i, *j, best.map(|(_, link)| link)));
        }
        for (j, sum, link) in ends {
            let mut at = j + 1;
            while at <= new {
                tree[at] = better(tree[at], Some((sum, link)));
                at += at & at.wrapping_neg();
            }
        }
    }
    let (mut at, mut best) = (new, None);
    while at > 0 {
        best = better(best, tree[at]);
        at &= at - 1;
    }
    let mut chain = Vec::new();
    let mut link = best.map(|(_, link)| link);
    while let Some(number) = link {
        let (i, j, next) = links[number];
        chain.push((i, j));
        link = next;
    }
    chain.reverse();
    chain
}

/// What left the order of the text: the best matches among what is left over.
fn moved(candidates: &[Vec<(usize, f64)>], partner: &mut [Option<usize>], taken: &mut [bool]) {
    let mut left: Vec<(f64, usize, usize)> = Vec::new();
    for (i, list) in candidates.iter().enumerate().filter(|(i, _)| !taken[*i]) {
        left.extend(
            list.iter().filter(|(j, alike)| partner[*j].is_none() && *alike >= MOVED).map(|(j, alike)| (*alike, i, *j)),
        );
    }
    left.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, i, j) in left {
        if !taken[i] && partner[j].is_none() {
            (partner[j], taken[i]) = (Some(i), true);
        }
    }
}

/// Gives what has no partner to the pair beside it, where most of it stands there: articles that were split or merged. Returns
/// the old articles that are gone.
fn absorb(bags: &Bags, pairs: &mut Vec<Numbers>, free: Vec<usize>) -> Vec<usize> {
    let bag = |list: &[Bag], numbers: &[usize]| {
        numbers[1..].iter().fold(list[numbers[0]].clone(), |sum, n| bags.joined(&sum, &list[*n]))
    };
    // A new article without partner beside a pair: a part of the old one.
    let mut at = 0;
    while at < pairs.len() {
        if pairs[at].0.is_empty() {
            let part = &bags.new[pairs[at].1[0]];
            let fits = |beside: &Numbers| {
                let ([i], [_, ..]) = (&beside.0[..], &beside.1[..]) else { return false };
                let whole = &bags.old[*i];
                let now = bag(&bags.new, &beside.1);
                bags.inside(part, whole) >= PART
                    && bags.alike(&bags.joined(&now, part), whole) > bags.alike(&now, whole)
            };
            if at > 0 && fits(&pairs[at - 1]) {
                let (_, part) = pairs.remove(at);
                pairs[at - 1].1.extend(part);
                continue;
            }
            if pairs.get(at + 1).is_some_and(fits) {
                let (_, part) = pairs.remove(at);
                pairs[at].1.splice(0..0, part);
                // What stands before may be a part as well.
                at = at.saturating_sub(1);
                continue;
            }
        }
        at += 1;
    }
    // An old article without partner beside one that has one: a part of the new one.
    let mut gone = Vec::new();
    for i in free {
        let part = &bags.old[i];
        let fits = |pair: &&mut Numbers| {
            let beside = pair.0.iter().any(|other| other.abs_diff(i) == 1);
            let ([_, ..], [j]) = (&pair.0[..], &pair.1[..]) else { return false };
            let whole = &bags.new[*j];
            let now = bag(&bags.old, &pair.0);
            beside
                && bags.inside(part, whole) >= PART
                && bags.alike(&bags.joined(&now, part), whole) > bags.alike(&now, whole)
        };
        match pairs.iter_mut().find(fits) {
            Some(pair) => {
                pair.0.push(i);
                pair.0.sort_unstable();
            }
            None => gone.push(i),
        }
    }
    gone
}

/// Puts what is gone after the pairs, of those in order, that stood before it; so before whatever was added in its stead.
fn in_place(pairs: Vec<Numbers>, gone: Vec<usize>, in_order: &BTreeSet<usize>) -> Vec<Numbers> {
    // For each pair the old article that comes next in order.
    let mut next = usize::MAX;
    let mut following: Vec<usize> = Vec::with_capacity(pairs.len());
    for pair in pairs.iter().rev() {
        let stays = pair.1.iter().any(|j| in_order.contains(j));
        next = pair.0.first().copied().filter(|_| stays).unwrap_or(next);
        following.push(next);
    }
    let mut gone = gone.into_iter().peekable();
    let mut placed = Vec::with_capacity(pairs.len());
    for (pair, next) in pairs.into_iter().zip(following.into_iter().rev()) {
        while let Some(i) = gone.next_if(|i| *i < next) {
            placed.push((vec![i], Vec::new()));
        }
        placed.push(pair);
    }
    placed.extend(gone.map(|i| (vec![i], Vec::new())));
    placed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::{LINES, document};
    use super::*;
    use crate::model::Lang;

    /// 2>3: the old second article is the new third.
    fn told(old: &[&str], new: &[&str]) -> String {
        let pairs = articles(&document(old), &document(new), Options::default());
        let places =
            |units: &[Unit]| units.iter().map(|unit| unit.to_string().replace('/', "")).collect::<Vec<_>>().join("+");
        let told = pairs.iter().map(|pair| format!("{}>{} {:?}", places(&pair.old), places(&pair.new), pair.verdict));
        told.collect::<Vec<_>>().join(", ").to_lowercase()
    }

    #[test]
    fn articles_are_aligned_by_what_they_say() {
        let [a, b, c, d] = [LINES[0], LINES[1], LINES[2], LINES[3]];
        assert_eq!(told(&[a, b], &[a, b]), "1>1 same, 2>2 same");
        assert_eq!(told(&[a, b], &[c, a, b]), ">1 added, 1>2 renumbered, 2>3 renumbered");
        assert_eq!(told(&[a, b, c], &[a, c]), "1>1 same, 2> removed, 3>2 renumbered");
        assert_eq!(
            told(&[a, b, c, d], &[b, c, d, a]),
            "2>1 renumbered, 3>2 renumbered, 4>3 renumbered, 1>4 renumbered"
        );
        let longer = format!("{b}遗失的，应当及时挂失。");
        assert_eq!(told(&[a, b, c], &[d, a, &longer, c]), ">1 added, 1>2 renumbered, 2>3 changed, 3>4 renumbered");
        let both = format!("{b}{c}");
        assert_eq!(told(&[a, &both, d], &[a, b, c, d]), "1>1 same, 2>2+3 split, 3>4 renumbered");
        assert_eq!(told(&[a, b, c, d], &[a, &both, d]), "1>1 same, 2+3>2 merged, 4>3 renumbered");
        assert_eq!(told(&[a], &[d]), "1> removed, >1 added");
        assert_eq!(told(&[], &[a]), ">1 added");
        assert_eq!(told(&["甲"], &["甲"]), "1>1 same");
    }

    proptest! {
        /// Whatever is inserted, deleted and shuffled, every article stands in exactly one pair, and the runs make up both sides.
        #[test]
        fn every_article_is_told_once(old in prop::collection::vec(0..LINES.len(), 0..12), new in prop::collection::vec(0..LINES.len(), 0..12)) {
            let lines = |numbers: &[usize]| document(&numbers.iter().map(|n| LINES[*n]).collect::<Vec<_>>());
            let (old, new) = (lines(&old), lines(&new));
            let pairs = articles(&old, &new, Options::default());
            for (document, side) in [(&old, 0), (&new, 1)] {
                let mut units: Vec<Unit> = pairs.iter().flat_map(|pair| if side == 0 { &pair.old } else { &pair.new }).cloned().collect();
                units.sort();
                prop_assert_eq!(units, document.passages().map(|p| p.unit.clone()).collect::<Vec<_>>());
            }
            for pair in &pairs {
                let text = |document: &Document, units: &[Unit]| {
                    units.iter().map(|unit| wording(document.passage(unit).expect("there"), Lang::Zh)).collect::<Vec<_>>().join("\n")
                };
                prop_assert_eq!(pair.runs.iter().map(ChangeRun::before_text).collect::<String>(), text(&old, &pair.old));
                prop_assert_eq!(pair.runs.iter().map(ChangeRun::after_text).collect::<String>(), text(&new, &pair.new));
            }
        }

        #[test]
        fn a_text_is_the_same_as_itself(lines in prop::collection::vec(0..LINES.len(), 0..12)) {
            let text = document(&lines.iter().map(|n| LINES[*n]).collect::<Vec<_>>());
            prop_assert!(articles(&text, &text, Options::default()).iter().all(|pair| pair.verdict == PairVerdict::Same));
        }

        #[test]
        fn an_inserted_article_renumbers_the_rest(at in 0..=LINES.len() - 1) {
            let (added, rest) = LINES.split_last().expect("lines");
            let mut lines = rest.to_vec();
            lines.insert(at, added);
            let pairs = articles(&document(rest), &document(&lines), Options::default());
            let verdicts: Vec<PairVerdict> = pairs.iter().map(|pair| pair.verdict).collect();
            let mut expected = vec![PairVerdict::Same; at];
            expected.push(PairVerdict::Added);
            expected.resize(lines.len(), PairVerdict::Renumbered);
            prop_assert_eq!(verdicts, expected);
        }
    }
}
