//! The TOML block on top of a corpus file, checked field by field.

use serde::Deserialize;

use super::diagnostics::Complaints;
use crate::model::{Coverage, DocumentId, Evidence, Kind, Lang, Layer, Meta, Moment, Status};

/// The block as it stands in the file. Unknown fields are refused: a misspelt name must not pass silently.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    id: DocumentId,
    kind: Kind,
    lang: Lang,
    layer: Layer,
    title: String,
    #[serde(default)]
    romanized: String,
    short_title: String,
    #[serde(default)]
    aliases: Vec<String>,
    issuing_body: String,
    document_number: String,
    promulgated_on: Option<toml::value::Datetime>,
    effective_on: Option<toml::value::Datetime>,
    amended_on: Option<Moment>,
    status: Status,
    evidence: Evidence,
    #[serde(default)]
    coverage: Coverage,
    #[serde(default)]
    note: String,
}

/// Reads the block. `None`, with a complaint, when it is missing or unusable.
pub(super) fn read(block: Option<&str>, complaints: &mut Complaints<'_>) -> Option<Meta> {
    let Some(block) = block else {
        complaints.error(1, "no front matter: start the file with a TOML block between two +++ lines");
        return None;
    };
    match toml::from_str::<Block>(block) {
        Ok(block) => Some(checked(block, complaints)),
        Err(problem) => {
            let before = problem.span().map_or("", |span| block.get(..span.start).unwrap_or(""));
            complaints.error(2 + before.matches('\n').count(), format!("front matter: {}", problem.message()));
            None
        }
    }
}

fn checked(block: Block, complaints: &mut Complaints<'_>) -> Meta {
    for (name, value) in
        [("title", &block.title), ("short_title", &block.short_title), ("issuing_body", &block.issuing_body)]
    {
        if value.trim().is_empty() {
            complaints.error(1, format!("front matter: {name} is empty"));
        }
    }
    let fitting = match block.layer {
        Layer::Restatement => block.lang == Lang::Zh,
        Layer::Rendering => block.lang == Lang::En,
        // The official wording is imported by its readers; it never ships.
        Layer::Official => false,
    };
    if !fitting {
        complaints.error(1, "front matter: the layer does not fit: zh files are restatements, en files are renderings");
    }
    let promulgated_on = date("promulgated_on", block.promulgated_on, complaints);
    let effective_on = date("effective_on", block.effective_on, complaints);
    if let (Some(promulgated), Some(effective)) = (&promulgated_on, &effective_on)
        && effective < promulgated
    {
        complaints.error(1, format!("front matter: in force on {effective}, before promulgation on {promulgated}"));
    }
    Meta {
        official_title: official_title(&block.id, block.lang).to_owned(),
        id: block.id,
        kind: block.kind,
        lang: block.lang,
        layer: block.layer,
        title: block.title,
        romanized: block.romanized,
        short_title: block.short_title,
        aliases: block.aliases,
        issuing_body: block.issuing_body,
        document_number: block.document_number,
        promulgated_on,
        effective_on,
        amended_on: block.amended_on,
        status: block.status,
        evidence: block.evidence,
        coverage: block.coverage,
        note: block.note,
        history: Vec::new(),
    }
}

/// A calendar day; TOML itself has checked that it exists.
fn date(name: &str, value: Option<toml::value::Datetime>, complaints: &mut Complaints<'_>) -> Option<String> {
    let value = value?;
    if value.date.is_none() || value.time.is_some() {
        complaints.error(1, format!("front matter: {name} must be a day, such as 2024-01-01"));
    }
    value.date.map(|day| day.to_string())
}

/// The title as promulgated, where ours is shortened; empty where it is not.
fn official_title(id: &DocumentId, lang: Lang) -> &'static str {
    let mut rows = include_str!("titles.txt").lines().filter_map(|line| line.split_once('\t'));
    let named = rows.find(|(known, _)| lang == Lang::Zh && *known == id.as_str());
    named.map_or("", |(_, title)| title)
}
