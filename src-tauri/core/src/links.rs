//! What binds the texts: the references in them, the links of cases, and the links set by hand.

use std::collections::{BTreeMap, HashMap};

use crate::cite::{self, Reference, Standpoint};
use crate::library::Library;
use crate::model::{Address, Bilingual, Document, DocumentId, Evidence, Lang, Meta, Unit};
use crate::tables::Relation;

/// A place that another one is bound to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// The other place, as exact as the link is; a case or a policy page that refers here stands as a whole.
    pub address: Address,
    /// What it is to the place asked about.
    pub relation: Relation,
    /// Whether it refers here (or the place asked about refers to it).
    pub incoming: bool,
    /// How sure we are.
    pub evidence: Evidence,
    /// Why, when somebody set the link.
    pub why: Option<Bilingual>,
}

/// All links of a library.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// References by text and row.
    references: HashMap<(Lang, DocumentId), BTreeMap<usize, Vec<Reference>>>,
    edges: Vec<Edge>,
    /// Edges by the passages or documents at their ends.
    from: HashMap<Address, Vec<usize>>,
    to: HashMap<Address, Vec<usize>>,
}

#[derive(Debug)]
pub(crate) struct Edge {
    pub(crate) from: Address,
    pub(crate) to: Address,
    pub(crate) relation: Relation,
    pub(crate) evidence: Evidence,
    pub(crate) why: Option<Bilingual>,
}

impl Links {
    pub(crate) fn of(library: &Library) -> Self {
        let mut links = Self::default();
        for text in library.works().iter().flat_map(|work| work.texts()) {
            links.read(library, text);
        }
        for (id, case) in &library.tables().cases {
            for link in &case.links {
                links.join(Edge {
                    from: Address::whole(id.clone()),
                    to: link.to.clone(),
                    relation: link.relation,
                    evidence: link.evidence,
                    why: Some(link.why.clone()),
                });
            }
        }
        for link in &library.tables().links {
            let (from, to) = (link.from.clone(), link.to.clone());
            let (relation, evidence) = (link.relation, link.evidence);
            links.join(Edge { from, to, relation, evidence, why: Some(link.why.clone()) });
        }
        links
    }

    /// The references in a text.
    fn read(&mut self, library: &Library, text: &Document) {
        let meta = &text.meta;
        let mut rows = BTreeMap::new();
        for (address, line) in text.passages().flat_map(|passage| passage.lines(&meta.id)) {
            let mut references = cite::scan(&line.text, &Standpoint::of(&address), library.names());
            references.iter_mut().for_each(|reference| keep_cases_on_board(library, reference));
            for to in references.iter().flat_map(|reference| &reference.to) {
                // What a law as a whole is cited for is told by the line itself; only cases are cited as wholes.
                let cited = to.unit != Unit::Whole || library.case(&to.document).is_some();
                if cited && to.to_unit() != address.to_unit() {
                    let (from, evidence) = (address.clone(), line.evidence);
                    self.join(Edge { from, to: to.clone(), relation: Relation::Cited, evidence, why: None });
                }
            }
            if !references.is_empty() {
                rows.insert(line.row, references);
            }
        }
        self.references.insert((meta.lang, meta.id.clone()), rows);
    }

    fn join(&mut self, edge: Edge) {
        let number = self.edges.len();
        for (ends, address) in [(&mut self.from, &edge.from), (&mut self.to, &edge.to)] {
            ends_of(address).for_each(|end| ends.entry(end).or_default().push(number));
        }
        self.edges.push(edge);
    }

    pub(crate) fn edges(&self) -> &[Edge] {
        &self.edges
    }

    pub(crate) fn references(&self, meta: &Meta, row: usize) -> &[Reference] {
        let rows = self.references.get(&(meta.lang, meta.id.clone()));
        rows.and_then(|rows| rows.get(&row)).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn cited_by(&self, address: &Address) -> Vec<Address> {
        let cites = |neighbour: &Neighbour| {
            neighbour.incoming && !matches!(neighbour.relation, Relation::UpperLaw | Relation::LowerLaw)
        };
        let mut found: Vec<Address> =
            self.neighbours(address).into_iter().filter(cites).map(|neighbour| neighbour.address.to_unit()).collect();
        found.sort();
        found.dedup();
        found
    }

    /// Everything bound to this place, each place once for each relation: what it refers to, then what refers to it. A place that a
    /// link set by hand explains does not stand once more as a mere citation.
    pub(crate) fn neighbours(&self, address: &Address) -> Vec<Neighbour> {
        let mut found: Vec<Neighbour> = Vec::new();
        let mut add = |neighbour: Neighbour| {
            let told = |other: &Neighbour| {
                other.address == neighbour.address
                    && other.incoming == neighbour.incoming
                    && (other.relation == neighbour.relation || neighbour.relation == Relation::Cited)
            };
            if neighbour.address.to_unit() != address.to_unit() && !found.iter().any(told) {
                found.push(neighbour);
            }
        };
        let at = |ends: &HashMap<Address, Vec<usize>>, incoming: bool| -> Vec<(usize, bool)> {
            ends_of(address).filter_map(|end| ends.get(&end)).flatten().map(|number| (*number, incoming)).collect()
        };
        let mut edges: Vec<(&Edge, bool)> = [at(&self.from, false), at(&self.to, true)]
            .into_iter()
            .flatten()
            .map(|(number, incoming)| (&self.edges[number], incoming))
            .collect();
        // Links set by hand say more than a citation of the same place, and are put in first. Both languages cite the same
        // places, so each citation comes twice; `add` keeps one.
        edges.sort_by_key(|(edge, _)| edge.why.is_none());
        for (edge, incoming) in edges {
            let (here, there) = if incoming { (&edge.to, &edge.from) } else { (&edge.from, &edge.to) };
            if !here.meets(address) {
                continue;
            }
            add(Neighbour {
                address: if incoming { speaker(there) } else { there.clone() },
                relation: if incoming { edge.relation.reversed() } else { edge.relation },
                incoming,
                evidence: edge.evidence,
                why: edge.why.clone(),
            });
        }
        found.sort_by(|a, b| (a.incoming, &a.address, a.relation).cmp(&(b.incoming, &b.address, b.relation)));
        found
    }
}

/// 检例第238号至第243号 names a batch of which only some are on board: it leads to those. A case that is named alone stays, on board
/// or not.
fn keep_cases_on_board(library: &Library, reference: &mut Reference) {
    let aboard = |to: &Address| library.work(&to.document).is_some();
    if reference.to.len() > 1 && reference.to.iter().all(|to| to.unit == Unit::Whole) && reference.to.iter().any(aboard)
    {
        reference.to.retain(aboard);
    }
}

/// Where the links of a place are kept: its passage, and for a section also the case or policy page, which says what it says.
fn ends_of(address: &Address) -> impl Iterator<Item = Address> {
    let whole = matches!(address.unit, Unit::Section(_)).then(|| Address::whole(address.document.clone()));
    std::iter::once(address.to_unit()).chain(whole)
}

/// Who refers: an article, or a case or policy page as a whole.
fn speaker(address: &Address) -> Address {
    match address.unit {
        Unit::Section(_) => Address::whole(address.document.clone()),
        _ => address.to_unit(),
    }
}
