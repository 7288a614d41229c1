//! What is known of the cases, against their texts.

use std::collections::BTreeSet;

use super::Report;
use crate::library::Library;
use crate::model::{Address, DocumentId, Kind, Lang, Moment, Unit};
use crate::tables::{CaseFacts, Internet, Relation};

/// Names of fields that can be marked as recalled.
const FIELDS: [&str; 12] = [
    "batch",
    "decided_on",
    "issued_on",
    "published_on",
    "theme",
    "gist",
    "handled_by",
    "crimes",
    "functions",
    "stages",
    "internet",
    "minor",
];

/// Every case has its facts, and the facts are whole.
pub(super) fn check(library: &Library, report: &mut Report) {
    let is_case = |id: &DocumentId| library.work(id).is_some_and(|w| w.meta(Lang::Zh).kind == Kind::GuidingCase);
    for work in library.works().iter().filter(|work| is_case(work.id()) && library.case(work.id()).is_none()) {
        report.text(work.id(), Lang::Zh, 0, format!("its facts are missing: write cases/{}.toml", work.id()));
    }
    for (id, facts) in &library.tables().cases {
        let file = format!("cases/{id}.toml");
        let mut wrong = |message: String| report.error(&file, 0, message);
        if !is_case(id) {
            wrong("no case with this id is on board".to_owned());
            continue;
        }
        for message in oddities(facts) {
            wrong(message);
        }
        let campus = Address { document: id.clone(), unit: Unit::Section("campus".to_owned()), version: None };
        if facts.internet == Internet::Yes && !facts.card && !library.has(&campus) {
            wrong("a case about the internet needs a campus section".to_owned());
        }
        let mut told = BTreeSet::new();
        for link in &facts.links {
            if !library.has(&link.to) {
                wrong(format!("a link leads to {}, which is not on board", link.to));
            }
            if link.to.document == *id || !told.insert((&link.to, link.relation)) {
                wrong(format!("the link to {} leads to the case itself or stands twice", link.to));
            }
            if matches!(link.relation, Relation::Cited | Relation::UpperLaw | Relation::LowerLaw)
                || link.why.is_incomplete()
            {
                wrong(format!("the link to {} has no fitting relation, or no reason in one language", link.to));
            }
        }
    }
}

fn oddities(facts: &CaseFacts) -> Vec<String> {
    let mut odd = Vec::new();
    if facts.gist.is_incomplete() || facts.theme.is_incomplete() {
        odd.push("theme or gist is missing in one language".to_owned());
    }
    let named = facts.handled_by.iter().chain(&facts.crimes);
    if named.clone().any(crate::model::Bilingual::is_incomplete) {
        odd.push("a court, procuratorate or crime is missing in one language".to_owned());
    }
    let dates: Vec<&Moment> =
        [&facts.decided_on, &facts.issued_on, &facts.published_on].into_iter().flatten().collect();
    // A month holds its days: only what is clearly earlier is wrong.
    if dates.windows(2).any(|pair| before(pair[1], pair[0])) {
        odd.push("it was decided, issued and made public in another order".to_owned());
    }
    if facts.timeline.windows(2).any(|pair| before(&pair[1].date, &pair[0].date)) {
        odd.push("the timeline does not ascend".to_owned());
    }
    if facts.timeline.iter().any(|step| step.zh.trim().is_empty() || step.en.trim().is_empty()) {
        odd.push("a step of the timeline is missing in one language".to_owned());
    }
    if let Some(name) = facts.recalled.iter().find(|name| !FIELDS.contains(&name.as_str())) {
        odd.push(format!("'{name}' is marked as recalled and is no field"));
    }
    odd
}

/// Whether `a` is certainly earlier than `b`, as exactly as both are known.
fn before(a: &Moment, b: &Moment) -> bool {
    let (a, b) = (a.to_string(), b.to_string());
    let known = a.len().min(b.len());
    a[..known] < b[..known]
}
