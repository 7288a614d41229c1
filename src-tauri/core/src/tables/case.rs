//! What is known of a guiding case, from `cases/<id>.toml`.

use serde::{Deserialize, Serialize};

use super::Relation;
use crate::model::{Address, Bilingual, Evidence, Moment};

/// The facts of a case that are no running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CaseFacts {
    /// Number of the batch (批次).
    #[serde(default)]
    pub batch: Option<u32>,
    /// Day of the committee's decision.
    #[serde(default)]
    pub decided_on: Option<Moment>,
    /// Day of the notice that issues it.
    #[serde(default)]
    pub issued_on: Option<Moment>,
    /// Day it was made public.
    #[serde(default)]
    pub published_on: Option<Moment>,
    /// Names of fields here that are recalled, not seen.
    #[serde(default)]
    pub recalled: Vec<String>,
    /// Theme of its batch.
    pub theme: Bilingual,
    /// One sentence: what it stands for.
    pub gist: Bilingual,
    /// Procuratorates and courts.
    pub handled_by: Vec<Bilingual>,
    /// Crimes, or causes of action.
    pub crimes: Vec<Bilingual>,
    /// Procuratorial functions engaged.
    pub functions: Vec<Function>,
    /// Steps of the procedure that it is about.
    pub stages: Vec<Stage>,
    /// Whether the internet is part of it.
    pub internet: Internet,
    /// What minors are in it.
    pub minor: Vec<Minor>,
    /// Whether little more than its title is known.
    pub card: bool,
    /// Dated steps.
    #[serde(default)]
    pub timeline: Vec<Step>,
    /// The rules behind it, and cases on the same question.
    #[serde(default, rename = "link")]
    pub links: Vec<CaseLink>,
}

/// The four procuratorial functions (四大检察).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Function {
    /// 刑事检察.
    Criminal,
    /// 民事检察.
    Civil,
    /// 行政检察.
    Administrative,
    /// 公益诉讼检察.
    PublicInterest,
}

/// Steps of procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Stage {
    /// 审查逮捕.
    ArrestReview,
    /// 审查起诉、提起公诉.
    Prosecution,
    /// 抗诉.
    Protest,
    /// 立案监督.
    FilingSupervision,
    /// 引导取证.
    InvestigationGuidance,
    /// 侦查活动监督.
    InvestigationSupervision,
    /// 检察建议.
    ProcuratorialSuggestion,
    /// 司法救助.
    JudicialAid,
    /// 支持起诉.
    SupportForSuit,
    /// 附条件不起诉.
    ConditionalNonProsecution,
    /// 提起公益诉讼.
    PublicInterestSuit,
    /// 审判.
    Trial,
}

/// Whether the internet is part of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Internet {
    /// It is what the case is about.
    Yes,
    /// It plays a small part.
    Weak,
    /// It plays none.
    No,
}

/// What a minor is in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Minor {
    /// Harmed.
    Victim,
    /// Accused.
    Offender,
    /// Paying, or using a service.
    Consumer,
}

/// A dated step of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Step {
    /// When.
    pub date: Moment,
    /// What happened, in Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// How sure we are.
    pub evidence: Evidence,
}

/// From a case to a rule or another case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CaseLink {
    /// Where to.
    pub to: Address,
    /// What binds them.
    pub relation: Relation,
    /// How sure we are.
    pub evidence: Evidence,
    /// A few words on why.
    pub why: Bilingual,
}
