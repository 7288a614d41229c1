//! The command line, as clap reads it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use wanghu_core::cite::Style;
use wanghu_core::model::{ArticleNo, Kind, Lang};
use wanghu_core::tables::Actor;

/// Chinese rules on the online protection of minors, offline: search them, read them, check the corpus.
#[derive(Debug, Parser)]
#[command(
    name = "wanghu",
    version,
    after_help = "Exit status: 0 done, 1 nothing found or a check failed, 2 unusable arguments, 3 something broke."
)]
pub(crate) struct Arguments {
    /// Folder for everything the program writes [also: WANGHU_DATA_DIR]
    #[arg(long, value_name = "DIR", global = true)]
    pub(crate) data_dir: Option<PathBuf>,
    /// Language of labels and messages: zh or en
    #[arg(long, value_name = "LANG", global = true, default_value = "zh", value_parser = named::<Lang>)]
    pub(crate) lang: Lang,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find articles: any words, a citation, or both
    Search(Search),
    /// Show a place in every layer, with its references and what cites it
    Show(Show),
    /// Cite a place: in documents, law reviews, bibliographies, as a link, for reference managers
    Cite(Cite),
    /// Compare two documents article by article, or two provisions character by character
    Compare(Compare),
    /// Check the citations and quotations of a draft
    Verify(Verify),
    /// Who must do what, who enforces it, what it costs
    Duties(Duties),
    /// Check the corpus inside the program, or one in a folder
    Check(Check),
    /// Tell where things are kept and whether the search index is sound
    Doctor(Doctor),
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    /// What to search for
    #[arg(required = true, value_name = "QUERY")]
    pub(crate) query: Vec<String>,
    /// Only documents of this kind; may be given several times
    #[arg(long, value_name = "KIND", value_parser = named::<Kind>)]
    pub(crate) kind: Vec<Kind>,
    /// Most hits to print
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
    /// Search the typed words only, without the thesaurus
    #[arg(long)]
    pub(crate) exact: bool,
    /// Print one JSON value
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// An address (minors-online-protection/46.2) or a citation (条例第46条第2款, Regulations art. 46(2))
    #[arg(required = true, value_name = "ADDRESS|CITATION")]
    pub(crate) place: Vec<String>,
    /// Print one JSON value
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Cite {
    /// An address (minors-online-protection/31.1) or a citation (条例第31条第1款, 检例第43号); a range is cited place by place
    #[arg(required = true, value_name = "ADDRESS|CITATION")]
    pub(crate) place: Vec<String>,
    /// official, law-review, gbt7714, bluebook, markdown, csl-json, ris, bibtex, or all
    #[arg(long, value_name = "STYLE", default_value = "official", value_parser = Styles::named)]
    pub(crate) style: Styles,
    /// Print one JSON value: an object, or an array of them where several places are named
    #[arg(long)]
    pub(crate) json: bool,
}

/// The styles to write a citation in.
#[derive(Debug, Clone)]
pub(crate) enum Styles {
    All,
    One([Style; 1]),
}

impl Styles {
    fn named(name: &str) -> Result<Self, String> {
        if name == "all" { Ok(Self::All) } else { named(name).map(|style| Self::One([style])) }
    }

    pub(crate) fn list(&self) -> &[Style] {
        match self {
            Self::All => &Style::ALL,
            Self::One(style) => style,
        }
    }
}

#[derive(Debug, Args)]
#[command(after_help = "Words in [-…-] stand in OLD only, words in {+…+} in NEW only.")]
pub(crate) struct Compare {
    /// An address or a citation, or the id or title of a document
    #[arg(value_name = "OLD")]
    pub(crate) old: String,
    /// What it is compared with
    #[arg(value_name = "NEW")]
    pub(crate) new: String,
    /// Leave punctuation, blanks and the width of characters out of account
    #[arg(long)]
    pub(crate) ignore_punctuation: bool,
    /// Language of the texts that are compared: zh or en
    #[arg(long, value_name = "LANG", default_value = "zh", value_parser = named::<Lang>)]
    pub(crate) text: Lang,
    /// Write the comparison to this file, .docx or .html
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Print one JSON value
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 everything found is right, 1 something is wrong or could not be checked, or nothing is cited."
)]
pub(crate) struct Verify {
    /// The draft, plain text or Markdown in UTF-8; - reads standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,
    /// Write a report to this file, .md or .docx
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Print one JSON value
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Duties {
    /// Only the duties of this actor: game, guardian, school …
    #[arg(long, value_name = "ACTOR", value_parser = named::<Actor>)]
    pub(crate) actor: Option<Actor>,
    /// Only this article of the Regulations, or the duties that a penalty article punishes
    #[arg(long, value_name = "N")]
    pub(crate) article: Option<ArticleNo>,
    /// Print one JSON value
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print a table for spreadsheets
    #[arg(long)]
    pub(crate) csv: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// A corpus folder; without it the corpus inside the program is checked
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    /// Print one JSON value
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Print one JSON value
    #[arg(long)]
    pub(crate) json: bool,
}

/// Reads a value by the name it has in `--json`; the message of a wrong one lists the right ones.
fn named<T: for<'de> Deserialize<'de>>(name: &str) -> Result<T, String> {
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    T::deserialize(name).map_err(|problem| problem.to_string())
}
