//! The learnt ranker: trees that were grown on questions whose answers are known (`tests/retrieval/train.py`).

use std::sync::LazyLock;

/// The trees, read on first use.
pub(super) static TREES: LazyLock<Trees> =
    LazyLock::new(|| Trees::read(include_bytes!("trees.bin")).unwrap_or_default());

/// A sum of decision trees.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Trees {
    trees: Vec<Tree>,
}

/// One tree. All units ask it at once, node by node: a node strikes out leaves, and the first leaf left is the answer. This has no
/// branch to guess wrongly, and is several times faster than walking down for each unit.
#[derive(Debug, PartialEq)]
struct Tree {
    nodes: Vec<Node>,
    /// From left to right.
    leaves: Vec<f32>,
}

/// A question to one signal: a unit above the threshold turns right, and keeps only these leaves, a bit each.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Node {
    signal: usize,
    threshold: f32,
    keep: u32,
}

/// A node as it stands in the file: a way on is a node when not negative; otherwise the leaf `-1 - way`.
struct Fork {
    signal: usize,
    threshold: f32,
    ways: [i32; 2],
}

impl Trees {
    /// What the trees say of each unit; higher is better. `signals` holds for each signal its value in every unit.
    pub(super) fn scores(&self, signals: &[Vec<f32>]) -> Vec<f32> {
        let count = signals.first().map_or(0, Vec::len);
        let mut sums = vec![0.0; count];
        let mut left = vec![0; count];
        for tree in &self.trees {
            left.fill(u32::MAX);
            for Node { signal, threshold, keep } in tree.nodes.iter().copied() {
                // Without a branch: all ones where the unit is not above.
                for (left, value) in left.iter_mut().zip(&signals[signal]) {
                    *left &= keep | u32::from(*value > threshold).wrapping_sub(1);
                }
            }
            for (sum, left) in sums.iter_mut().zip(&left) {
                *sum += tree.leaves[left.trailing_zeros() as usize];
            }
        }
        sums
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
        let mut all = Self { trees: Vec::new() };
        for _ in 0..trees {
            let count = i32::try_from(u32::from_le_bytes(take(&mut left)?)).ok().filter(|count| *count > 0)?;
            let mut forks = Vec::new();
            for at in 0..count {
                let signal = usize::from(u16::from_le_bytes(take(&mut left)?));
                let threshold = f32::from_le_bytes(take(&mut left)?);
                let ways = [i16::from_le_bytes(take(&mut left)?), i16::from_le_bytes(take(&mut left)?)].map(i32::from);
                // Nodes lead forward only, so that every way ends.
                let sound = |way: i32| if way < 0 { -way <= count + 1 } else { way > at && way < count };
                if signal >= super::SIGNALS || !ways.iter().all(|way| sound(*way)) {
                    return None;
                }
                forks.push(Fork { signal, threshold, ways });
            }
            let leaves: Option<Vec<f32>> = (0..=count).map(|_| take(&mut left).map(f32::from_le_bytes)).collect();
            all.trees.push(Tree::of(&forks, &leaves?)?);
        }
        left.is_empty().then_some(all)
    }
}

impl Tree {
    /// The tree of these forks; `None` when a way leads nowhere, or to more leaves than there are bits.
    fn of(forks: &[Fork], leaves: &[f32]) -> Option<Self> {
        let mut tree = Self { nodes: Vec::new(), leaves: Vec::new() };
        tree.add(forks, leaves, 0)?;
        Some(tree)
    }

    /// Adds what a way leads to, from left to right.
    fn add(&mut self, forks: &[Fork], leaves: &[f32], way: i32) -> Option<()> {
        let Ok(fork) = usize::try_from(way) else {
            self.leaves.push(*leaves.get((-1 - way) as usize)?);
            return (self.leaves.len() <= u32::BITS as usize).then_some(());
        };
        let Fork { signal, threshold, ways } = forks.get(fork)?;
        let first = self.leaves.len();
        self.add(forks, leaves, ways[0])?;
        let struck = (first..self.leaves.len()).fold(0u32, |bits, leaf| bits | 1 << leaf);
        self.nodes.push(Node { signal: *signal, threshold: *threshold, keep: !struck });
        self.add(forks, leaves, ways[1])
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
        assert!(trees.trees.len() >= 50, "{} trees", trees.trees.len());
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
        let mut signals = vec![vec![0.0; 3]; super::super::SIGNALS];
        (signals[0], signals[1]) = (vec![1.0, 1.1, 1.1], vec![9.0, 5.0, 5.1]);
        assert_eq!(trees.scores(&signals), [0.5, 2.0, 4.0]);
        assert_eq!(trees.scores(&vec![Vec::new(); super::super::SIGNALS]), [0.0; 0]);
        bytes[12 + 10 + 6] = 0;
        assert_eq!(Trees::read(&bytes), None, "a way back has no end");
        bytes[12 + 10 + 6..12 + 10 + 10].copy_from_slice(&[254, 255, 251, 255]);
        assert_eq!(Trees::read(&bytes), None, "there is no such leaf");
    }
}
