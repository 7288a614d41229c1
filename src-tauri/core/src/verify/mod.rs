//! Checking a draft: is every citation real and in force, and does every quotation stand where it is said to?
//!
//! Text in, findings out ([`draft`]); nothing is rewritten, and what was not checked is said. Reading a draft: citations come from
//! [`crate::cite::find`], [`quotes`] finds what stands in quotation marks, [`bind`] joins the two; [`citations`] and [`quotations`] judge.

mod amounts;
mod bind;
mod citations;
mod message;
mod quotations;
mod quotes;
mod report;
mod shelf;
mod window;

pub use message::verdict_name;
pub use report::Report;

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use bind::Bound;
use citations::{Citations, Judged};
use quotations::{Quotations, Told};
use quotes::Quote;

use crate::cite::{self, Found, Whose};
use crate::compare::ChangeRun;
use crate::corpus::wordings;
use crate::library::Library;
use crate::model::{Address, Bilingual, Lang, Unit};
use crate::view;
use crate::wire::{CheckedPlace, Finding, FindingKind, Gap, Reach, Reason, Tally, Verdict, VerifyView};

/// Most places of a finding whose words are given: a range may name a hundred.
const MOST_PLACES: usize = 8;

/// Checks a draft, plain text or Markdown, against the texts on board.
pub fn draft(library: &Library, text: &str) -> VerifyView {
    let draft = Draft::read(library, text);
    let (judged, told) = draft.judged(library);
    let findings = draft.findings(library, judged, told);
    let reach = reach(&findings, draft.other_quotes());
    let all_right = !findings.is_empty() && findings.iter().all(|finding| finding.verdict == Verdict::Right);
    VerifyView { all_right, statement: message::statement(&reach), reach, findings }
}

/// What stands in a draft.
struct Draft<'a> {
    text: &'a str,
    lines: Lines,
    found: Vec<Found>,
    quotes: Vec<Quote>,
    /// What each quotation is.
    bound: Vec<Bound>,
}

impl<'a> Draft<'a> {
    fn read(library: &Library, text: &'a str) -> Self {
        let (found, quotes) = (found(library, text), quotes::quotes(text));
        let bound = bind::bind(text, &found, &quotes);
        Self { text, lines: Lines::of(text), found, quotes, bound }
    }

    /// The quotation of a law that a citation stands in.
    fn quotation(&self, one: &Found) -> Option<usize> {
        bind::within(&self.quotes, &one.range).filter(|quote| self.bound[*quote] != Bound::No)
    }

    /// Quotation marks around words that belong to no citation.
    fn other_quotes(&self) -> usize {
        let words = |quote: &Quote| self.text[quote.inner.clone()].chars().any(char::is_alphanumeric);
        self.bound.iter().zip(&self.quotes).filter(|(bound, quote)| **bound == Bound::No && words(quote)).count()
    }

    /// What is to be said of each citation and each quotation; nothing of what only looks like one. First the citations of the draft
    /// itself, then what is quoted for them, then the citations in what is quoted.
    fn judged(&self, library: &Library) -> (Vec<Option<Judged>>, Vec<Option<Told>>) {
        let own = wordings(self.text, &[]).into_keys().collect();
        let mut citations = Citations::new(library, self.text, own);
        let mut judged: Vec<Option<Judged>> = vec![None; self.found.len()];
        for (one, judged) in self.found.iter().zip(&mut judged).filter(|(one, _)| self.quotation(one).is_none()) {
            *judged = citations.judge(one, self.lines.at(one.range.start));
        }
        let mut quotations = Quotations::new(library);
        let mut told = Vec::with_capacity(self.quotes.len());
        let mut cited: Vec<Vec<Address>> = Vec::with_capacity(self.quotes.len());
        for (quote, bound) in self.quotes.iter().zip(&self.bound) {
            let inner = &self.text[quote.inner.clone()];
            let places = match bound {
                Bound::To(numbers) => {
                    numbers.iter().filter_map(|number| judged[*number].as_ref()).flat_map(quotable).collect()
                }
                Bound::Somewhere | Bound::No => Vec::new(),
            };
            told.push(match bound {
                Bound::No => None,
                _ if !quote.closed => Some(Told::of(Verdict::Unchecked, Reason::Unclosed)),
                Bound::Somewhere => Some(quotations.place(inner)),
                Bound::To(_) if places.is_empty() => Some(unplaced(quotations.place(inner))),
                Bound::To(_) => Some(quotations.judge(inner, &places)),
            });
            cited.push(places);
        }
        for (number, one) in self.found.iter().enumerate() {
            if let Some(quote) = self.quotation(one) {
                judged[number] = citations.judge_quoted(one, &cited[quote], self.quoted_line(quote, one));
            }
        }
        (judged, told)
    }

    /// The line of a quotation that a citation stands in.
    fn quoted_line(&self, quote: usize, one: &Found) -> &str {
        let inner = &self.quotes[quote].inner;
        let before = self.text.get(inner.start..one.range.start).unwrap_or_default();
        let start = before.rfind('\n').map_or(inner.start, |at| inner.start + at + 1);
        self.text[start..inner.end].lines().next().unwrap_or_default()
    }

    /// Everything in the order of the draft, a quotation before the citations in it.
    fn findings(&self, library: &Library, judged: Vec<Option<Judged>>, told: Vec<Option<Told>>) -> Vec<Finding> {
        let citations = self
            .found
            .iter()
            .zip(judged)
            .filter_map(|(one, judged)| Some((one.range.clone(), self.quotation(one), citation(library, judged?))));
        let quotations = self.quotes.iter().zip(told);
        let quotations =
            quotations.filter_map(|(quote, told)| Some((quote.range.clone(), None, quotation(library, told?))));
        let mut all: Vec<(Range<usize>, Option<usize>, Finding)> = citations.chain(quotations).collect();
        all.sort_by_key(|(range, within, _)| (range.start, within.is_some()));
        let starts: Vec<usize> = all.iter().map(|(range, ..)| range.start).collect();
        let number = |quote: usize| starts.partition_point(|start| *start < self.quotes[quote].range.start);
        let placed = all.into_iter().map(|(range, within, finding)| Finding {
            start: self.lines.character(range.start),
            end: self.lines.character(range.end),
            line: self.lines.at(range.start),
            text: self.text[range].to_owned(),
            within: within.map(number),
            ..finding
        });
        placed.collect()
    }
}

/// The places of a citation whose words can be held against a quotation.
fn quotable(judged: &Judged) -> Vec<Address> {
    let unclear =
        matches!(judged.verdict, Verdict::Missing | Verdict::Outside | Verdict::Ambiguous | Verdict::Unchecked);
    if unclear { Vec::new() } else { judged.places.clone() }
}

/// The citations of a draft. The title in Article 3 of the Criminal Law is a part of that citation and none of its own.
fn found(library: &Library, text: &str) -> Vec<Found> {
    let mut found = cite::find(text, library.names());
    let title = |one: &Found| match &one.whose {
        // English writes the title after the number.
        Whose::Titled(title) if title.written.start > one.range.start => Some(title.written.start),
        _ => None,
    };
    let titles: HashSet<usize> = found.iter().filter_map(title).collect();
    found.retain(|one| {
        !(one.places.is_empty() && matches!(one.whose, Whose::Titled(_)) && titles.contains(&one.range.start))
    });
    found
}

/// Words whose place cannot be read: where they may come from is still worth saying.
fn unplaced(told: Told) -> Told {
    match told.reason {
        Reason::NoPlace => Told { reason: Reason::PlaceUnclear, ..told },
        _ => told,
    }
}

fn citation(library: &Library, judged: Judged) -> Finding {
    let plain = |places: Vec<Address>| places.into_iter().map(|place| (place, Vec::new())).collect();
    finding(
        library,
        FindingKind::Citation,
        (judged.verdict, judged.reason),
        &judged.about,
        plain(judged.places),
        plain(judged.candidates),
    )
}

fn quotation(library: &Library, told: Told) -> Finding {
    finding(
        library,
        FindingKind::Quotation,
        (told.verdict, told.reason),
        &Bilingual::default(),
        told.places,
        told.candidates,
    )
}

type Placed = Vec<(Address, Vec<ChangeRun>)>;

fn finding(
    library: &Library,
    kind: FindingKind,
    (verdict, reason): (Verdict, Reason),
    about: &Bilingual,
    places: Placed,
    candidates: Placed,
) -> Finding {
    let shown = |places: Placed| {
        places
            .into_iter()
            .take(MOST_PLACES)
            .filter_map(|(address, runs)| checked_place(library, address, runs))
            .collect()
    };
    Finding {
        kind,
        start: 0,
        end: 0,
        line: 0,
        text: String::new(),
        verdict,
        reason,
        message: message::message(reason, about),
        places: shown(places),
        candidates: shown(candidates),
        within: None,
    }
}

fn checked_place(library: &Library, address: Address, runs: Vec<ChangeRun>) -> Option<CheckedPlace> {
    let target = view::target(library, &address)?;
    let text = library.work(&address.document).and_then(|work| work.surest(Lang::Zh).or(work.texts().first()));
    let text = text.filter(|_| address.unit != Unit::Whole).map(|text| view::shown(text, &address.unit));
    Some(CheckedPlace { address, label: target.label, text, runs })
}

fn reach(findings: &[Finding], other_quotes: usize) -> Reach {
    let (mut citations, mut quotations) = (Tally::default(), Tally::default());
    let mut gaps: BTreeMap<(bool, Reason), usize> = BTreeMap::new();
    for finding in findings {
        let quotation = finding.kind == FindingKind::Quotation;
        let tally = if quotation { &mut quotations } else { &mut citations };
        tally.found += 1;
        if finding.verdict.is_checked() {
            tally.checked += 1;
            tally.right += usize::from(finding.verdict == Verdict::Right);
        } else {
            *gaps.entry((quotation, finding.reason)).or_default() += 1;
        }
    }
    let kind = |quotation| if quotation { FindingKind::Quotation } else { FindingKind::Citation };
    let unchecked = gaps.into_iter().map(|((quotation, reason), count)| Gap { kind: kind(quotation), reason, count });
    Reach { citations, quotations, unchecked: unchecked.collect(), other_quotes }
}

/// Where bytes stand in characters and lines.
struct Lines {
    /// First byte of each character, and the end.
    starts: Vec<usize>,
    /// First byte of each line.
    lines: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Self {
        let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { starts, lines }
    }

    /// Number of the line, from 1.
    fn at(&self, byte: usize) -> usize {
        self.lines.partition_point(|line| *line <= byte)
    }

    fn character(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start < byte)
    }
}
