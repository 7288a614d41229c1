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
    let found = found(library, text);
    let quotes = quotes::quotes(text);
    let bound = bind::bind(text, &found, &quotes);
    let own = wordings(text, &[]).into_keys().collect();
    let mut citations = Citations::new(library, text, own);
    let lines = Lines::of(text);

    let quoted_in = |range: &Range<usize>| bind::within(&quotes, range).filter(|quote| bound[*quote] != Bound::No);
    let mut judged: Vec<Option<Judged>> = vec![None; found.len()];
    for (number, one) in found.iter().enumerate().filter(|(_, one)| quoted_in(&one.range).is_none()) {
        judged[number] = citations.judge(one, lines.at(one.range.start));
    }
    let mut quotations = Quotations::new(library);
    let mut told: Vec<Option<(Told, Vec<Address>)>> = Vec::new();
    for (quote, bound) in quotes.iter().zip(&bound) {
        let inner = &text[quote.inner.clone()];
        told.push(match bound {
            Bound::No => None,
            _ if !quote.closed => Some((Told::of(Verdict::Unchecked, Reason::Unclosed), Vec::new())),
            Bound::Somewhere => Some((quotations.place(inner), Vec::new())),
            Bound::To(numbers) => {
                let cited = numbers.iter().filter_map(|number| judged[*number].as_ref());
                let clear = |one: &&Judged| !matches!(one.verdict, Verdict::Missing | Verdict::Outside | Verdict::Ambiguous | Verdict::Unchecked);
                let places: Vec<Address> = cited.filter(clear).flat_map(|one| one.places.clone()).collect();
                let checked = if places.is_empty() { unplaced(quotations.place(inner)) } else { quotations.judge(inner, &places) };
                Some((checked, places))
            }
        });
    }
    for (number, one) in found.iter().enumerate() {
        if let Some(quote) = quoted_in(&one.range) {
            let row = text[quotes[quote].inner.start..one.range.start].matches('\n').count();
            let quoted = told[quote].as_ref().map_or(&[][..], |(_, places)| places);
            judged[number] = citations.judge_quoted(one, quoted, row);
        }
    }

    let mut drafts: Vec<(Range<usize>, Option<usize>, Finding)> = Vec::new();
    for (one, judged) in found.iter().zip(judged) {
        if let Some(judged) = judged {
            let finding = citation(library, judged);
            drafts.push((one.range.clone(), quoted_in(&one.range), finding));
        }
    }
    for (quote, told) in quotes.iter().zip(told) {
        if let Some((told, _)) = told {
            drafts.push((quote.range.clone(), None, quotation(library, told)));
        }
    }
    drafts.sort_by_key(|(range, within, _)| (range.start, within.is_some()));
    let starts: Vec<usize> = drafts.iter().map(|(range, ..)| range.start).collect();
    let of_quote = |quote: usize| starts.partition_point(|start| *start < quotes[quote].range.start);
    let findings = drafts.into_iter().map(|(range, within, finding)| Finding {
        start: lines.character(range.start),
        end: lines.character(range.end),
        line: lines.at(range.start),
        text: text[range].to_owned(),
        within: within.map(of_quote),
        ..finding
    });
    let findings: Vec<Finding> = findings.collect();
    let other = bound.iter().zip(&quotes).filter(|(bound, quote)| {
        **bound == Bound::No && text[quote.inner.clone()].chars().any(char::is_alphanumeric)
    });
    let reach = reach(&findings, other.count());
    let all_right = !findings.is_empty() && findings.iter().all(|finding| finding.verdict == Verdict::Right);
    VerifyView { all_right, statement: message::statement(&reach), reach, findings }
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
    found.retain(|one| !(one.places.is_empty() && matches!(one.whose, Whose::Titled(_)) && titles.contains(&one.range.start)));
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
    finding(library, FindingKind::Citation, (judged.verdict, judged.reason), &judged.about, plain(judged.places), plain(judged.candidates))
}

fn quotation(library: &Library, told: Told) -> Finding {
    finding(library, FindingKind::Quotation, (told.verdict, told.reason), &Bilingual::default(), told.places, told.candidates)
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
        places.into_iter().take(MOST_PLACES).filter_map(|(address, runs)| checked_place(library, address, runs)).collect()
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
