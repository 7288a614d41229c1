//! From lines to a document: title, history, divisions, articles, sections; what was repaired on the way and what is doubtful.

mod about;
mod body;
mod build;
mod case;
mod contents;
mod dates;
mod head;
mod label;
mod lines;
mod unite;

use body::{Body, Build};
pub(super) use label::starts_anew;
pub use unite::unite;

use super::identity;
use super::refusal::Refusal;
use super::repair::{Doubt, DoubtKind, Repairs};
use super::source::{Format, Source};
use crate::cite::Names;
use crate::model::{Chapter, Coverage, Document, Evidence, Kind, Lang, Layer, Meta, Moment, Status};

/// A document recognised in a file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Recognised {
    /// The document.
    pub document: Document,
    /// The day of the version at hand: of its last amendment, of its promulgation, or that of the file name.
    pub version: Option<String>,
    /// The part of the work that this file holds, when it holds one only: 人格权编. See [`unite`].
    pub part: Option<String>,
    /// What was changed or left out on the way from the file.
    pub repairs: Repairs,
    /// What may be wrong.
    pub doubts: Vec<Doubt>,
    /// Name of the file.
    pub name: String,
    /// Its format.
    pub format: Format,
    /// Its encoding.
    pub encoding: String,
}

/// Recognises the document in a source. `names` gives known texts their ids.
///
/// # Errors
/// [`Refusal::Empty`] when no line holds text, [`Refusal::NoDocument`] when the file is the settings of a collection. Anything else
/// is a document, if need be one without structure and with doubts.
pub fn recognise(source: &Source, names: &Names) -> Result<Recognised, Refusal> {
    let mut repairs = source.repairs.clone();
    let lines = lines::clean(source, &mut repairs);
    if lines.is_empty() {
        let settings = source.name.rsplit('/').next().is_some_and(|name| name.starts_with('_'));
        return Err(if settings { Refusal::NoDocument } else { Refusal::Empty });
    }
    let mut folders: Vec<&str> = source.name.split('/').collect();
    let file = folders.pop().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let (stem, named) = dates::in_name(stem);

    let head = head::read(&lines, source.head, stem, &mut repairs);
    let mut doubts: Vec<Doubt> = head.doubt.into_iter().map(|kind| Doubt { kind, at: String::new() }).collect();
    let rest = contents::take_out(lines[head.taken..].to_vec(), &mut repairs);
    let build = body::build_of(&rest);
    let cases: Vec<(&str, u32)> = lines.iter().take(12).filter_map(|line| case::number(&line.text)).collect();
    let (chapters, more) = Body::new(build, &head.title, head.part.as_deref(), &rest, &mut repairs).read(&rest);
    doubts.extend(more);

    let body = about::issuing_body(&head.title, &head.history, &folders);
    let days = about::days(&head.history, named.as_deref(), &chapters);
    let case = cases.first().filter(|_| build == Build::Case);
    let kind = match (build, case) {
        (_, Some(_)) => Some(Kind::GuidingCase),
        (Build::Case, None) => Some(Kind::TypicalCase),
        _ => about::kind(&head.title, &body, &folders),
    };
    let mut doubt = |when: bool, kind| {
        if when {
            doubts.push(Doubt { kind, at: String::new() });
        }
    };
    doubt(kind.is_none(), DoubtKind::UnknownKind);
    doubt(days.promulgated.is_none() && days.amended.is_none(), DoubtKind::NoDate);
    doubt(days.other, DoubtKind::OtherDate);
    doubt(build == Build::Plain, DoubtKind::Unstructured);
    doubt(source.replaced > 0, DoubtKind::UnreadCharacters);
    doubt(
        build == Build::Case && rest.iter().filter(|line| case::number(&line.text).is_some()).count() > 1,
        DoubtKind::SeveralCases,
    );

    let id = match case.map(|(issuer, number)| format!("{issuer}-{number}").parse()) {
        Some(Ok(id)) => id,
        _ => identity::document_id(&head.title, names),
    };
    let known = case.map_or_else(String::new, |(issuer, _)| match *issuer {
        "spp" => "最高人民检察院".to_owned(),
        _ => "最高人民法院".to_owned(),
    });
    let amended_on = days.amended.clone().and_then(|day| Moment::try_from(day).ok());
    let version = days.amended.or_else(|| named.clone()).or_else(|| days.promulgated.clone());
    let version = version.max(named);
    let meta = Meta {
        id,
        kind: kind.unwrap_or(Kind::Other),
        lang: Lang::Zh,
        layer: Layer::Official,
        official_title: String::new(),
        romanized: String::new(),
        short_title: identity::short_title(&head.title),
        title: head.title,
        aliases: Vec::new(),
        issuing_body: if body.is_empty() { known } else { body },
        document_number: about::document_number(&head.history),
        promulgated_on: days.promulgated,
        effective_on: days.effective,
        amended_on,
        status: Status::Unknown,
        evidence: Evidence::Seen,
        coverage: Coverage::Complete,
        note: String::new(),
        history: head.history,
    };
    Ok(Recognised {
        document: Document { meta, chapters: if chapters.is_empty() { vec![empty()] } else { chapters } },
        version,
        part: head.part,
        repairs,
        doubts,
        name: source.name.clone(),
        format: source.format,
        encoding: source.encoding.to_owned(),
    })
}

/// The one chapter of a text that has nothing but its head.
fn empty() -> Chapter {
    Chapter {
        above: Vec::new(),
        number: 0,
        label: String::new(),
        heading: String::new(),
        line: 1,
        passages: Vec::new(),
    }
}
