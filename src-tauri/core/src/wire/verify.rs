//! A draft checked: every citation and every quotation with a verdict.

use serde::Serialize;

use super::ShownText;
use crate::compare::ChangeRun;
use crate::model::{Address, Bilingual};

/// A checked draft, in the exact shape of `wanghu verify --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct VerifyView {
    /// Whether something was found and all of it is right.
    pub all_right: bool,
    /// How far the check reached.
    pub reach: Reach,
    /// The same in words.
    pub statement: Bilingual,
    /// Citations and quotations in the order of the draft.
    pub findings: Vec<Finding>,
}

/// A citation or a quotation, and what is to be said of it. Nothing is ever rewritten: what may have been meant stands among the
/// candidates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where it starts, in characters from the start of the draft.
    pub start: usize,
    /// Where it ends, in characters.
    pub end: usize,
    /// The line it starts in, from 1.
    pub line: usize,
    /// Its words as they stand in the draft; of a quotation with its marks.
    pub text: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// The same in words.
    pub message: Bilingual,
    /// The places it names, with their words today; those of a quotation with the difference.
    pub places: Vec<CheckedPlace>,
    /// What may have been meant.
    pub candidates: Vec<CheckedPlace>,
    /// The quotation that a citation stands in: its number among the findings.
    pub within: Option<usize>,
}

/// A place with its words at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CheckedPlace {
    /// The place.
    pub address: Address,
    /// 《条例》第四十六条第二款.
    pub label: Bilingual,
    /// Its words, in the layer nearest to the law; `null` for a document as a whole.
    pub text: Option<ShownText>,
    /// How the quotation differs from them, character by character; empty where it does not or where nothing is quoted.
    pub runs: Vec<ChangeRun>,
}

/// What was found in a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum FindingKind {
    /// A reference to a law or a case.
    Citation,
    /// Words in quotation marks that belong to a citation.
    Quotation,
}

/// What is to be said of a citation or a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Verdict {
    /// As it stands in the law.
    Right,
    /// There is no such article, 款, 项 or case.
    Missing,
    /// The words are others.
    Differs,
    /// The text is no longer, or not yet, in force in the version cited, or a newer version is known.
    Outdated,
    /// The number belongs to another case than the one named.
    Mismatched,
    /// The words stand in another place.
    Elsewhere,
    /// The words are those of our restatement or rendering; whether they are the law's cannot be told here.
    Restated,
    /// The official wording is not at hand; the words cannot be confirmed.
    Unconfirmed,
    /// The law, the article or the case is not on board.
    Outside,
    /// It may mean several texts, or none is named.
    Ambiguous,
    /// Not checked.
    Unchecked,
}

/// Why a verdict is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Reason {
    /// The place exists and its text is in force.
    Exists,
    /// The same; the text is not named here, and only one was named before.
    Carried,
    /// The words stand in the official wording on board.
    Official,
    /// The same but for punctuation or width.
    Punctuation,
    /// The words are, letter for letter, those of the whole article: its fingerprint is the one shipped.
    Fingerprint,
    /// The words are the name of the text or case.
    Name,
    /// The law has no such article.
    NoArticle,
    /// The article has no such 款.
    NoParagraph,
    /// The 款 has no such 项.
    NoItem,
    /// No guiding case of this number is known.
    NoCase,
    /// The text was repealed.
    Repealed,
    /// The text was amended; the version on board is not the one in force.
    Superseded,
    /// The text is not yet in force.
    NotYetEffective,
    /// A newer version is known and not on board, or whether it is in force was not checked.
    CheckVersion,
    /// The draft names another version than the one on board.
    OtherVersion,
    /// The case named beside the number has another number.
    OtherCase,
    /// The words differ from the official wording.
    Wording,
    /// Nothing like the words stands there.
    NotThere,
    /// Amounts in the words are not those of the law.
    Figures,
    /// The words stand in another place.
    OtherPlace,
    /// The words stand in our restatement.
    Restatement,
    /// The official wording is not on board.
    NoOfficial,
    /// The text is not known here.
    UnknownText,
    /// The text is known by name and not on board.
    NotAboard,
    /// Only selected articles of the text are on board, and this is none of them.
    NotSelected,
    /// The case is not on board.
    CaseNotAboard,
    /// Several texts have this name.
    SeveralTexts,
    /// No law is named before the number, or several are.
    NoTextNamed,
    /// It refers to the draft's own articles.
    OwnText,
    /// What 前款 and the like are counted from is not clear.
    NoStandpoint,
    /// The place quoted does not exist, is not on board or is not clear.
    PlaceUnclear,
    /// No place is named for the words.
    NoPlace,
    /// The quotation mark is not closed.
    Unclosed,
    /// More quotations than are looked up.
    TooMany,
}

/// How far a check reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reach {
    /// The citations.
    pub citations: Tally,
    /// The quotations.
    pub quotations: Tally,
    /// Why what was found could not be checked.
    pub unchecked: Vec<Gap>,
    /// Words in quotation marks with no citation near them: taken for ordinary words and not looked at.
    pub other_quotes: usize,
}

/// How many of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tally {
    /// Found in the draft.
    pub found: usize,
    /// Held against the law: right or wrong.
    pub checked: usize,
    /// Of those, right.
    pub right: usize,
}

/// What could not be checked, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Gap {
    /// What.
    pub kind: FindingKind,
    /// Why.
    pub reason: Reason,
    /// How many.
    pub count: usize,
}

impl Verdict {
    /// Whether it says that something was held against the law, and not merely found.
    pub fn is_checked(self) -> bool {
        !matches!(self, Self::Restated | Self::Unconfirmed | Self::Outside | Self::Ambiguous | Self::Unchecked)
    }
}
