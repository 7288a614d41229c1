//! The values of fields: what they are called, how they are typed, and what is known of a library's own.

use std::collections::BTreeMap;

use crate::library::Library;
use crate::model::{Bilingual, Evidence, Kind, Lang};
use crate::tables::{Function, Minor};
use crate::text::fold;
use crate::wire::FieldKey;

/// A value of a field that has a list of values.
#[derive(Debug, Clone)]
pub(super) struct Value {
    /// What it is called.
    pub(super) label: Bilingual,
    /// How it stands in a query, with the quotation marks it needs.
    typed: Bilingual,
    /// Everything it may be typed as, folded.
    names: Vec<String>,
}

/// The number of a value among those of its field.
pub(super) type ValueNo = u16;

/// The values of every field that has a list of them.
#[derive(Debug, Default)]
pub(super) struct Values(BTreeMap<FieldKey, Vec<Value>>);

impl Value {
    fn of(label: Bilingual, typed: Bilingual, also: &[&str]) -> Self {
        let names = [label.zh.as_str(), &label.en, &typed.zh, &typed.en].into_iter().chain(also.iter().copied());
        let names = names.map(|name| fold::deep(name).text()).filter(|name| !name.is_empty()).collect();
        let typed = Bilingual { zh: quoted(&typed.zh), en: quoted(&typed.en) };
        Self { label, typed, names }
    }

    /// How it stands in a query in `lang`, with the quotation marks it needs.
    pub(super) fn typed(&self, lang: Lang) -> &str {
        self.typed.get(lang)
    }
}

impl Values {
    /// Those of `library`.
    pub(super) fn of(library: &Library) -> Self {
        let mut values = Self::default();
        for (field, list) in FIXED {
            for (zh, en, typed_zh, typed_en, also) in list {
                let pair = |zh: &str, en: &str| Bilingual { zh: zh.to_owned(), en: en.to_owned() };
                values.add(field, Value::of(pair(zh, en), pair(typed_zh, typed_en), also));
            }
        }
        for topic in &library.tables().topics {
            let typed = Bilingual { zh: topic.title.zh.clone(), en: topic.id.clone() };
            values.add(FieldKey::Topic, Value::of(topic.title.clone(), typed, &[]));
        }
        for crime in library.tables().cases.values().flat_map(|case| &case.crimes) {
            values.add_once(FieldKey::Crime, crime);
        }
        for work in library.works() {
            offices(&work.meta(Lang::Zh).issuing_body, &work.meta(Lang::En).issuing_body)
                .iter()
                .for_each(|office| values.add_once(FieldKey::Office, office));
            let label = Bilingual::of(|lang| work.meta(lang).short_title.clone());
            let metas = work.texts().iter().map(|text| &text.meta);
            let also: Vec<&str> = metas
                .flat_map(|meta| [&meta.title].into_iter().chain(&meta.aliases))
                .map(String::as_str)
                .chain([work.id().as_str()])
                .collect();
            values.add(FieldKey::Document, Value::of(label.clone(), label, &also));
        }
        values
    }

    fn add(&mut self, field: FieldKey, value: Value) {
        self.0.entry(field).or_default().push(value);
    }

    fn add_once(&mut self, field: FieldKey, label: &Bilingual) {
        if self.number(field, label).is_none() {
            self.add(field, Value::of(label.clone(), label.clone(), &[]));
        }
    }

    /// The number of the value with this Chinese label.
    pub(super) fn number(&self, field: FieldKey, label: &Bilingual) -> Option<ValueNo> {
        let place = self.list(field).iter().position(|value| value.label.zh == label.zh);
        place.and_then(|place| ValueNo::try_from(place).ok())
    }

    pub(super) fn list(&self, field: FieldKey) -> &[Value] {
        self.0.get(&field).map_or(&[], Vec::as_slice)
    }

    /// The values that `typed` names: those called so, or else those whose names contain it.
    pub(super) fn find(&self, field: FieldKey, typed: &str) -> Vec<ValueNo> {
        let folded = fold::deep(typed).text();
        let matching = |test: &dyn Fn(&String) -> bool| -> Vec<ValueNo> {
            let list = self.list(field).iter().zip(0..);
            list.filter(|(value, _)| value.names.iter().any(test)).map(|(_, number)| number).collect()
        };
        let exact = matching(&|name| *name == folded);
        if exact.is_empty() && folded.chars().count() > 1 { matching(&|name| name.contains(&folded)) } else { exact }
    }
}

/// The two that a reader here looks for, also among others.
const COURTS: [(&str, &str); 2] =
    [("最高人民检察院", "Supreme People's Procuratorate"), ("最高人民法院", "Supreme People's Court")];

/// Who issued something, one by one as far as they are told apart.
pub(super) fn offices(zh: &str, en: &str) -> Vec<Bilingual> {
    let pair = |zh: &str, en: &str| Bilingual { zh: zh.to_owned(), en: en.to_owned() };
    let among = || COURTS.iter().filter(|(court, _)| zh.contains(court));
    let others = among().fold(zh.to_owned(), |rest, (court, _)| rest.replace(court, ""));
    let whole = !others.replace('、', "").is_empty();
    among().map(|(zh, en)| pair(zh, en)).chain(whole.then(|| pair(zh, en))).collect()
}

/// A value in quotation marks when it would otherwise be read as several.
pub(super) fn quoted(text: &str) -> String {
    let apart = |c: char| c.is_whitespace() || ",，、|｜()（）:：".contains(c);
    if !text.contains(apart) {
        text.to_owned()
    } else if text.contains(['"', '“', '”', '＂']) {
        format!("「{text}」")
    } else {
        format!("\"{text}\"")
    }
}

/// Label and typed form in both languages, and other names.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

/// In the order of the enums, which number them.
const FIXED: [(FieldKey, &[Row]); 4] = [
    (
        FieldKey::Kind,
        &[
            ("法律", "Law", "法律", "law", &["statute", "laws"]),
            ("行政法规", "Administrative regulation", "行政法规", "regulation", &["administrative-regulation", "法规"]),
            ("司法解释", "Judicial interpretation", "司法解释", "interpretation", &["judicial-interpretation", "解释"]),
            ("指导性案例", "Guiding case", "案例", "case", &["guiding-case", "cases", "指导案例"]),
            ("政策", "Policy", "政策", "policy", &["policies"]),
            ("地方性法规", "Local regulation", "地方性法规", "local-regulation", &["地方法规", "local"]),
            ("部门规章", "Departmental rule", "部门规章", "departmental-rule", &["规章", "rule", "rules"]),
            ("典型案例", "Published case", "典型案例", "typical-case", &["typical"]),
            ("其他", "Other", "其他", "other", &["others"]),
        ],
    ),
    (
        FieldKey::Function,
        &[
            ("刑事检察", "Criminal", "刑事", "criminal", &[]),
            ("民事检察", "Civil", "民事", "civil", &[]),
            ("行政检察", "Administrative", "行政", "administrative", &[]),
            ("公益诉讼检察", "Public interest", "公益诉讼", "public-interest", &["公益"]),
        ],
    ),
    (
        FieldKey::Role,
        &[
            ("未成年被害人", "Minor as victim", "被害人", "victim", &["受害人", "受害者", "被害"]),
            ("涉罪未成年人", "Minor as offender", "涉罪", "offender", &["加害人", "被告人", "嫌疑人", "犯罪嫌疑人"]),
            ("未成年消费者", "Minor as consumer", "消费者", "consumer", &["消费"]),
        ],
    ),
    (
        FieldKey::Evidence,
        &[
            ("已见", "Seen", "已见", "seen", &[]),
            ("凭记忆", "Recalled", "凭记忆", "recalled", &["记忆"]),
            ("推断", "Inferred", "推断", "inferred", &[]),
        ],
    ),
];

pub(super) fn kind(kind: Kind) -> ValueNo {
    match kind {
        Kind::Statute => 0,
        Kind::AdministrativeRegulation => 1,
        Kind::JudicialInterpretation => 2,
        Kind::GuidingCase => 3,
        Kind::Policy => 4,
        Kind::LocalRegulation => 5,
        Kind::DepartmentalRule => 6,
        Kind::TypicalCase => 7,
        Kind::Other => 8,
    }
}

pub(super) fn function(function: Function) -> ValueNo {
    match function {
        Function::Criminal => 0,
        Function::Civil => 1,
        Function::Administrative => 2,
        Function::PublicInterest => 3,
    }
}

pub(super) fn role(minor: Minor) -> ValueNo {
    match minor {
        Minor::Victim => 0,
        Minor::Offender => 1,
        Minor::Consumer => 2,
    }
}

pub(super) fn evidence(evidence: Evidence) -> ValueNo {
    match evidence {
        Evidence::Seen => 0,
        Evidence::Recalled => 1,
        Evidence::Inferred => 2,
    }
}
