//! The learnt ranker: trees that were grown on questions whose answers are known (`tests/retrieval/train.py`).

use std::sync::LazyLock;

/// The trees, read on first use.
pub(super) static TREES: LazyLock<Trees> =
    LazyLock::new(|| Trees::read(include_bytes!("trees.bin")).unwrap_or_default());

/// A sum of decision trees.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Trees {
    nodes: Vec<Node>,
    leaves: Vec<f32>,
    /// Where each tree starts in `nodes`.
    roots: Vec<u32>,
}

/// A question to one signal: not above the threshold leads to the first of `next`, anything else to the second.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Node {
    signal: u16,
    threshold: f32,
    /// A node when not negative; otherwise the leaf `-1 - next`. Both count from the start of all trees.
    next: [i32; 2],
}

impl Trees {
    /// What the trees say of a unit with these signals; higher is better.
    pub(super) fn score(&self, signals: &[f32]) -> f32 {
        let leaf = |root: &u32| {
            let mut node = self.nodes[*root as usize];
            loop {
                let next = node.next[usize::from(signals[usize::from(node.signal)] > node.threshold)];
                match usize::try_from(next) {
                    Ok(further) => node = self.nodes[further],
                    Err(_) => return self.leaves[(-1 - next) as usize],
                }
            }
        };
        self.roots.iter().map(leaf).sum()
    }

    /// Reads the file: number of signals, number of trees; for each tree the number of its nodes, its nodes (signal, threshold, two
    /// ways on) and its leaves, one more than nodes. Numbers are little-endian: u32; u16, f32, i16, i16; f32.
    ///
    /// `None` when the file is not that, or a tree would lead nowhere: then nothing is ranked by it.
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut left = bytes;
        let signals = u32::from_le_bytes(take(&mut left)?);
        let trees = u32::from_le_bytes(take(&mut left)?);
        if usize::try_from(signals).ok()? != super::SIGNALS {
            return None;
        }
        let mut all = Self::default();
        for _ in 0..trees {
            let count = i32::try_from(u32::from_le_bytes(take(&mut left)?)).ok().filter(|count| *count > 0)?;
            let (first_node, first_leaf) =
                (i32::try_from(all.nodes.len()).ok()?, i32::try_from(all.leaves.len()).ok()?);
            all.roots.push(u32::try_from(first_node).ok()?);
            for at in 0..count {
                let signal = u16::from_le_bytes(take(&mut left)?);
                let threshold = f32::from_le_bytes(take(&mut left)?);
                let ways = [i16::from_le_bytes(take(&mut left)?), i16::from_le_bytes(take(&mut left)?)].map(i32::from);
                // Nodes lead forward only, so that every way ends.
                let sound = |way: i32| if way < 0 { -way <= count + 1 } else { way > at && way < count };
                if usize::from(signal) >= super::SIGNALS || !ways.iter().all(|way| sound(*way)) {
                    return None;
                }
                let next = ways.map(|way| if way < 0 { way - first_leaf } else { way + first_node });
                all.nodes.push(Node { signal, threshold, next });
            }
            for _ in 0..=count {
                all.leaves.push(f32::from_le_bytes(take(&mut left)?));
            }
        }
        left.is_empty().then_some(all)
    }
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (first, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trees_on_board_are_read_whole() {
        let bytes = include_bytes!("trees.bin");
        let trees = Trees::read(bytes).expect("sound");
        assert!(trees.roots.len() >= 50, "{} trees", trees.roots.len());
        assert!(bytes.len() < 1 << 20);
        for cut in [0, 1, 8, bytes.len() / 2, bytes.len() - 1] {
            assert_eq!(Trees::read(&bytes[..cut]), None, "cut at {cut}");
        }
    }

    #[test]
    fn a_tree_asks_its_signals() {
        let mut bytes = Vec::new();
        bytes.extend((super::super::SIGNALS as u32).to_le_bytes());
        bytes.extend(1u32.to_le_bytes());
        bytes.extend(2u32.to_le_bytes());
        for (signal, threshold, ways) in [(0u16, 1.0f32, [-1i16, 1]), (1, 5.0, [-2, -3])] {
            bytes.extend(signal.to_le_bytes());
            bytes.extend(threshold.to_le_bytes());
            bytes.extend(ways.iter().flat_map(|way| way.to_le_bytes()));
        }
        bytes.extend([0.5f32, 2.0, 4.0].iter().flat_map(|leaf| leaf.to_le_bytes()));
        let trees = Trees::read(&bytes).expect("sound");
        let mut signals = [0.0; super::super::SIGNALS];
        for (first, second, expected) in [(1.0, 9.0, 0.5), (1.1, 5.0, 2.0), (1.1, 5.1, 4.0)] {
            (signals[0], signals[1]) = (first, second);
            assert_eq!(trees.score(&signals), expected);
        }
        bytes[12 + 10 + 6] = 0;
        assert_eq!(Trees::read(&bytes), None, "a way back has no end");
    }
}
