//! Duties and penalties in words, for tables that leave the program.

use super::{Actor, Addressee, Measure, MeasureKind, MeasureUnit};
use crate::model::{Bilingual, Lang};

/// A name in both languages.
fn name(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

impl Actor {
    /// 网络游戏服务提供者, online game provider.
    pub fn name(self) -> Bilingual {
        match self {
            Self::ServiceProvider => name("网络产品和服务提供者", "provider of online products and services"),
            Self::LargePlatform => name(
                "未成年人用户数量巨大或者对未成年人群体有显著影响的平台",
                "platform with very many minors or marked influence on them",
            ),
            Self::Game => name("网络游戏服务提供者", "online game provider"),
            Self::LiveStreaming => name("网络直播服务提供者", "live-streaming provider"),
            Self::AudioVideo => name("网络音视频服务提供者", "audio and video provider"),
            Self::Social => name("网络社交服务提供者", "social networking provider"),
            Self::OnlineEducation => name("在线教育产品和服务提供者", "online education provider"),
            Self::PersonalInformationProcessor => name("个人信息处理者", "personal information processor"),
            Self::DeviceMaker => name("智能终端产品制造者", "maker of smart devices"),
            Self::Seller => name("智能终端产品销售者", "seller of smart devices"),
            Self::School => name("学校", "school"),
            Self::Guardian => name("监护人", "guardian"),
            Self::PublicPlace => name("提供上网的公共场所", "public place with internet access"),
            Self::Department => name("政府及其部门", "government and its departments"),
            Self::Association => name("群团、社会组织和行业组织", "people's, social and trade organisations"),
            Self::Media => name("新闻媒体", "news media"),
            Self::Anyone => name("任何组织和个人", "any organisation or individual"),
        }
    }
}

impl MeasureKind {
    /// 责令改正, order to correct.
    pub fn name(self) -> Bilingual {
        match self {
            Self::OrderCorrection => name("责令改正", "order to correct"),
            Self::Warning => name("警告", "warning"),
            Self::Criticism => name("通报批评", "public criticism"),
            Self::Confiscation => name("没收违法所得", "confiscation of illegal gains"),
            Self::Fine => name("罚款", "fine"),
            Self::SuspendBusiness => name("责令暂停相关业务", "suspension of the business concerned"),
            Self::SuspendForRectification => name("停业整顿或者停产停业", "suspension of operations for rectification"),
            Self::CloseWebsite => name("关闭网站", "closing of the website"),
            Self::RevokeLicence => name("吊销许可证或者营业执照", "revocation of permits or the business licence"),
            Self::Ban => name("禁止任职或者从业", "ban from posts or business"),
            Self::Discipline => name("处分", "disciplinary action"),
            Self::OtherLaw => name("依照其他法律处理", "treatment under other laws"),
            Self::CivilLiability => name("民事责任", "civil liability"),
            Self::PublicSecurityPenalty => name("治安管理处罚", "public security penalty"),
            Self::CriminalLiability => name("刑事责任", "criminal liability"),
            Self::Admonition => {
                name("批评教育、劝诫制止、督促接受家庭教育指导", "criticism, dissuasion, family education guidance")
            }
        }
    }
}

impl Addressee {
    /// 单位, organisation.
    pub fn name(self) -> Bilingual {
        match self {
            Self::Organisation => name("违法者", "the offender"),
            Self::PersonInCharge => {
                name("直接负责的主管人员和其他直接责任人员", "persons in charge and others directly responsible")
            }
        }
    }
}

impl Measure {
    /// The measure with its amounts: 罚款10万元以上100万元以下, fine of 100,000 to 1,000,000 yuan.
    pub fn words(&self) -> Bilingual {
        let amounts = |lang| match (self.min, self.max) {
            (None, None) => None,
            (min, max) => Some((min.map(|min| self.amount(min, lang)), max.map(|max| self.amount(max, lang)))),
        };
        Bilingual::of(|lang| {
            let kind = self.kind.name();
            let kind = kind.get(lang);
            match (lang, amounts(lang)) {
                (_, None) => kind.to_owned(),
                (Lang::Zh, Some((min, max))) => {
                    let bound = |amount: Option<String>, word| amount.map(|a| format!("{a}{word}")).unwrap_or_default();
                    format!("{kind}：{}{}{}", self.of(lang), bound(min, "以上"), bound(max, "以下"))
                }
                (Lang::En, Some((Some(min), Some(max)))) => {
                    // The unit stands once: 1 to 10 times, 100,000 to 1,000,000 yuan.
                    let least = min.split_whitespace().next().unwrap_or_default();
                    format!("{kind}: {least} to {max}{}", self.of(lang))
                }
                (Lang::En, Some((min, max))) => {
                    let word = if min.is_some() { "at least" } else { "up to" };
                    format!("{kind}: {word} {}{}", min.or(max).unwrap_or_default(), self.of(lang))
                }
            }
        })
    }

    /// What amounts are measured on.
    fn of(&self, lang: Lang) -> &'static str {
        match (self.unit, lang) {
            (Some(MeasureUnit::TimesGains), Lang::Zh) => "违法所得",
            (Some(MeasureUnit::TimesGains), Lang::En) => " the illegal gains",
            (Some(MeasureUnit::PercentTurnover), Lang::Zh) => "上一年度营业额",
            (Some(MeasureUnit::PercentTurnover), Lang::En) => " of the turnover of the year before",
            _ => "",
        }
    }

    fn amount(&self, amount: u64, lang: Lang) -> String {
        match (self.unit, lang) {
            (Some(MeasureUnit::TimesGains), Lang::Zh) => format!("{amount}倍"),
            (Some(MeasureUnit::TimesGains), Lang::En) => format!("{amount} times"),
            (Some(MeasureUnit::PercentTurnover), Lang::Zh) => format!("{amount}%"),
            (Some(MeasureUnit::PercentTurnover), Lang::En) => format!("{amount} percent"),
            (Some(MeasureUnit::Years), Lang::Zh) => format!("{amount}年"),
            (Some(MeasureUnit::Years), Lang::En) => format!("{amount} years"),
            (_, Lang::Zh) if amount >= 10_000 && amount.is_multiple_of(10_000) => format!("{}万元", amount / 10_000),
            (_, Lang::Zh) => format!("{amount}元"),
            (_, Lang::En) => format!("{} yuan", grouped(amount)),
        }
    }
}

/// 1,000,000.
fn grouped(amount: u64) -> String {
    let digits = amount.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_words() {
        let measure = |min, max, unit| Measure {
            tier: 1,
            kind: MeasureKind::Fine,
            min,
            max,
            unit: Some(unit),
            on: Addressee::Organisation,
            condition: Bilingual::default(),
        };
        for (measure, zh, en) in [
            (
                measure(Some(100_000), Some(1_000_000), MeasureUnit::Yuan),
                "罚款：10万元以上100万元以下",
                "fine: 100,000 to 1,000,000 yuan",
            ),
            (measure(None, Some(50_000_000), MeasureUnit::Yuan), "罚款：5000万元以下", "fine: up to 50,000,000 yuan"),
            (
                measure(Some(1), Some(10), MeasureUnit::TimesGains),
                "罚款：违法所得1倍以上10倍以下",
                "fine: 1 to 10 times the illegal gains",
            ),
            (
                measure(None, Some(5), MeasureUnit::PercentTurnover),
                "罚款：上一年度营业额5%以下",
                "fine: up to 5 percent of the turnover of the year before",
            ),
        ] {
            let words = measure.words();
            assert_eq!((words.zh.as_str(), words.en.as_str()), (zh, en));
        }
    }
}
