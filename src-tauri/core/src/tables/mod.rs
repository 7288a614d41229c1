//! Facts beside the texts, from the TOML files of the corpus: what is known of a case, duties and penalties, checklists, figures,
//! terms, topics, links, everyday words. One struct serves the file, `--json` and the window.

mod case;
mod checklist;
mod duty;
mod duty_words;
mod figure;
mod link;
mod term;
mod topic;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

pub use case::{CaseFacts, CaseLink, Function, Internet, Minor, Stage, Step};
pub use checklist::{Checklist, Part, Point};
pub use duty::{Actor, Addressee, Authority, Duties, Duty, Measure, MeasureKind, MeasureUnit, Penalty};
pub use figure::{Chart, ChartKind, Figure, Figures, Mark};
pub use link::{Link, Relation};
pub use term::{Forms, Term};
pub use topic::Topic;

use crate::corpus::{Complaints, Diagnostic, File, Thesaurus};
use crate::model::DocumentId;

/// All tables of a corpus.
#[derive(Debug, Default)]
pub struct Tables {
    /// What is known of each case.
    pub cases: BTreeMap<DocumentId, CaseFacts>,
    /// Who must do what, who enforces it, what it costs.
    pub duties: Duties,
    /// Review sheets.
    pub checklists: Vec<Checklist>,
    /// Figures and the charts drawn from them.
    pub figures: Figures,
    /// Legal terms in two wordings.
    pub terms: Vec<Term>,
    /// The tree of topics.
    pub topics: Vec<Topic>,
    /// Links between texts that no citation makes.
    pub links: Vec<Link>,
    /// Everyday words and the words of the texts.
    pub thesaurus: Thesaurus,
}

impl Tables {
    /// Reads the TOML files of a corpus. Never fails; what cannot be read is a complaint.
    pub fn parse(files: &[File]) -> (Self, Vec<Diagnostic>) {
        let mut tables = Self::default();
        let mut diagnostics = Vec::new();
        for File { path, text } in files {
            let mut complaints = Complaints::about(path);
            if let Err((line, problem)) = tables.read(path, text) {
                complaints.error(line, problem);
            }
            diagnostics.extend(complaints.into_list());
        }
        (tables, diagnostics)
    }

    fn read(&mut self, path: &str, text: &str) -> Result<(), (usize, String)> {
        match path {
            "duties.toml" => self.duties = form(text)?,
            "checklists.toml" => self.checklists = form::<checklist::FileForm>(text)?.checklist,
            "figures.toml" => self.figures = form(text)?,
            "glossary.toml" => self.terms = form::<term::FileForm>(text)?.term,
            "topics.toml" => self.topics = form::<topic::FileForm>(text)?.topic,
            "links.toml" => self.links = form::<link::FileForm>(text)?.link,
            "thesaurus.toml" => self.thesaurus = Thesaurus::parse(text).map_err(|problem| (0, problem))?,
            _ => {
                let name = path.strip_prefix("cases/").and_then(|name| name.strip_suffix(".toml"));
                let id = name.and_then(|name| name.parse().ok());
                let id = id.ok_or_else(|| (0, "no such file belongs to the corpus".to_owned()))?;
                self.cases.insert(id, form(text)?);
            }
        }
        Ok(())
    }
}

/// Reads a TOML file; on failure the line and what is wrong there.
fn form<T: DeserializeOwned>(text: &str) -> Result<T, (usize, String)> {
    toml::from_str(text).map_err(|problem| {
        let before = problem.span().and_then(|span| text.get(..span.start)).unwrap_or("");
        (before.matches('\n').count() + 1, problem.message().to_owned())
    })
}
