//! Every unit that matches, with its score: ranking looks at all of them, so none needs to be sorted on the way.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use crate::index::{Ordinal, UNIT};

/// Collects the numbers and scores of all matching units.
pub(super) struct All;

pub(super) struct OfSegment {
    units: Column<u64>,
    found: Vec<(Score, Ordinal)>,
}

impl Collector for All {
    type Fruit = Vec<(Score, Ordinal)>;
    type Child = OfSegment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<OfSegment> {
        Ok(OfSegment { units: segment.fast_fields().u64(UNIT)?, found: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Vec<(Score, Ordinal)>>) -> tantivy::Result<Vec<(Score, Ordinal)>> {
        Ok(fruits.into_iter().flatten().collect())
    }
}

impl SegmentCollector for OfSegment {
    type Fruit = Vec<(Score, Ordinal)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.found.extend(self.units.first(doc).map(|unit| (score, unit)));
    }

    fn harvest(self) -> Vec<(Score, Ordinal)> {
        self.found
    }
}
