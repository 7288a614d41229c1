//! Who must do what, who enforces it, what it costs, from `duties.toml`.

use serde::{Deserialize, Serialize};

use crate::model::{Address, Bilingual};

/// The table of duties and penalties.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duties {
    /// The departments that enforce.
    #[serde(rename = "authority")]
    pub authorities: Vec<Authority>,
    /// The duties, in the order of the law.
    #[serde(rename = "duty")]
    pub duties: Vec<Duty>,
    /// The penalties, in the order of the law.
    #[serde(rename = "penalty")]
    pub penalties: Vec<Penalty>,
}

/// A department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Authority {
    /// `cyberspace`.
    pub id: String,
    /// 网信部门.
    pub name: Bilingual,
}

/// A duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Where it stands, to the 款 or 项.
    pub at: Address,
    /// Whose it is.
    pub actors: Vec<Actor>,
    /// What it asks, in one sentence.
    pub duty: Bilingual,
    /// Ids of the departments the text charges with it beyond those of its penalties.
    #[serde(default)]
    pub authorities: Vec<String>,
}

/// A penalty clause.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    /// Where it stands, to the 款.
    pub at: Address,
    /// The provisions whose breach it punishes, as exact as it names them.
    pub breaches: Vec<Address>,
    /// Ids of the departments that impose it.
    pub authorities: Vec<String>,
    /// What they may impose.
    #[serde(rename = "measure")]
    pub measures: Vec<Measure>,
}

/// One thing that may be imposed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// 1 for the ordinary case, 2 for the heavier one.
    pub tier: u8,
    /// What it is.
    pub kind: MeasureKind,
    /// Least amount, in `unit`.
    #[serde(default)]
    pub min: Option<u64>,
    /// Greatest amount, in `unit`.
    #[serde(default)]
    pub max: Option<u64>,
    /// What the amounts count.
    #[serde(default)]
    pub unit: Option<MeasureUnit>,
    /// On whom.
    pub on: Addressee,
    /// When, and what the text adds.
    pub condition: Bilingual,
}

/// Who has a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Actor {
    /// 网络产品和服务提供者.
    ServiceProvider,
    /// 未成年人用户数量巨大或者对未成年人群体具有显著影响的网络平台服务提供者.
    LargePlatform,
    /// 网络游戏服务提供者.
    Game,
    /// 网络直播服务提供者.
    LiveStreaming,
    /// 网络音视频服务提供者.
    AudioVideo,
    /// 网络社交服务提供者.
    Social,
    /// 在线教育网络产品和服务提供者.
    OnlineEducation,
    /// 个人信息处理者.
    PersonalInformationProcessor,
    /// 智能终端产品制造者.
    DeviceMaker,
    /// 智能终端产品销售者.
    Seller,
    /// 学校.
    School,
    /// 监护人.
    Guardian,
    /// 学校、社区、图书馆等提供上网的公共场所.
    PublicPlace,
    /// 政府及其部门.
    Department,
    /// 群团组织、社会组织、行业组织.
    Association,
    /// 新闻媒体.
    Media,
    /// 任何组织和个人.
    Anyone,
}

/// What may be imposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum MeasureKind {
    /// 责令改正.
    OrderCorrection,
    /// 警告.
    Warning,
    /// 通报批评.
    Criticism,
    /// 没收违法所得.
    Confiscation,
    /// 罚款.
    Fine,
    /// 责令暂停相关业务.
    SuspendBusiness,
    /// 停业整顿, 停产停业.
    SuspendForRectification,
    /// 关闭网站.
    CloseWebsite,
    /// 吊销许可证或者营业执照.
    RevokeLicence,
    /// 禁止从事特定活动或者担任特定职务.
    Ban,
    /// 处分.
    Discipline,
    /// 依照其他法律处理.
    OtherLaw,
    /// 民事责任.
    CivilLiability,
    /// 治安管理处罚.
    PublicSecurityPenalty,
    /// 刑事责任.
    CriminalLiability,
    /// 批评教育、劝诫制止、督促接受家庭教育指导.
    Admonition,
}

/// What amounts count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum MeasureUnit {
    /// 元.
    Yuan,
    /// Times the illegal gains.
    TimesGains,
    /// Percent of the turnover of the year before.
    PercentTurnover,
    /// 年.
    Years,
}

/// On whom a measure falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Addressee {
    /// The one who broke the rule.
    Organisation,
    /// 直接负责的主管人员和其他直接责任人员.
    PersonInCharge,
}

impl Duties {
    /// The penalties that follow when the duty at this place is broken.
    pub fn penalties_of(&self, at: &Address) -> impl Iterator<Item = &Penalty> {
        self.penalties.iter().filter(|penalty| penalty.breaches.iter().any(|breach| breach.meets(at)))
    }

    /// The department with this id; one without a name when the table has none.
    pub fn authority(&self, id: &str) -> Authority {
        let known = self.authorities.iter().find(|authority| authority.id == id);
        known.cloned().unwrap_or_else(|| Authority { id: id.to_owned(), name: Bilingual::of(|_| id.to_owned()) })
    }
}
