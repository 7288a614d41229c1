use super::*;
use crate::index::Units;
use crate::model::Shelf;
use crate::search::language::read;
use crate::wire::{ChipRole, NoteCode};

struct Bench {
    library: Library,
    facts: Facts,
}

impl Bench {
    fn new() -> Self {
        let library = Library::bundled();
        Self { facts: Facts::of(&library), library }
    }

    /// Addresses that a query's fields allow.
    fn allowed(&self, query: &str) -> Vec<Address> {
        let filter = Filter::of(&mut read(query), &self.library, &self.facts);
        let units = Units::of(&self.library).iter().zip(0..).filter(|(_, unit)| filter.allows(*unit));
        units.map(|((_, text, passage), _)| passage.address(&text.meta.id)).collect()
    }
}

#[test]
fn fields_narrow() {
    let bench = Bench::new();
    let all = bench.allowed("").len();
    for (query, holding, lacking) in [
        ("类型:案例", "spp-43/holding", "minors-online-protection/46"),
        ("type:case", "spc-192/facts", "criminal-law/237"),
        ("类型：法律", "criminal-law/237", "spp-43/holding"),
        ("类型:案例,法律", "criminal-law/237", "minors-online-protection/46"),
        ("-类型:案例", "minors-online-protection/46", "spp-43/holding"),
        ("职能:公益诉讼", "spc-192/holding", "spp-139/holding"),
        ("类型:案例 职能:公益诉讼 儿童", "spc-192/holding", "spp-43/holding"),
        ("罪名:开设赌场罪", "spc-105/holding", "spp-43/holding"),
        ("罪名:淫秽物品", "spp-139/holding", "spc-105/holding"),
        ("批次:11", "spp-43/holding", "spp-139/holding"),
        ("批次:30-", "spp-139/holding", "spp-43/holding"),
        ("年:2022", "spp-139/holding", "minors-online-protection/46"),
        ("年:2023-2024", "minors-online-protection/46", "spp-139/holding"),
        ("年:-2010", "criminal-law/237", "minors-online-protection/46"),
        ("主题:未成年人模式", "minors-online-protection/43", "criminal-law/237"),
        ("topic:minors-mode", "minors-online-protection/43", "criminal-law/237"),
        ("主题:沉迷与消费", "minors-online-protection/43", "criminal-law/237"),
        ("角色:消费者", "spc-", "spp-139/holding"),
        ("role:victim", "spp-43/holding", "spp-139/holding"),
        ("机关:最高人民检察院", "spp-43/holding", "spc-192/holding"),
        ("机关:最高人民法院", "obscene-electronic-information-interpretation-1/1", "spp-43/holding"),
        ("文:刑法", "criminal-law/237", "spp-43/holding"),
        ("文:《中华人民共和国刑法》", "criminal-law/237", "spp-43/holding"),
        ("文:检例43", "spp-43/holding", "spp-139/holding"),
        ("document:criminal-law", "criminal-law/237", "spp-43/holding"),
        ("章:5 文:条例", "minors-online-protection/43", "minors-online-protection/13"),
        ("章:第五章 文:条例", "minors-online-protection/43", "minors-online-protection/13"),
        ("chapter:V document:minors-online-protection", "minors-online-protection/43", "minors-online-protection/13"),
        ("章:网络沉迷防治", "minors-online-protection/43", "minors-online-protection/13"),
        ("标题:欺凌", "minors-online-protection/26", "minors-online-protection/46"),
    ] {
        let found = bench.allowed(query);
        assert!(!found.is_empty() && found.len() < all, "{query}: {} of {all}", found.len());
        assert!(found.iter().any(|at| at.to_string().starts_with(holding)), "{query} lacks {holding}");
        assert!(!found.iter().any(|at| at.to_string() == lacking), "{query} has {lacking}");
    }
    assert_eq!(bench.allowed("儿童 打赏 非 直播").len(), all, "words are not ours");
}

#[test]
fn unknown_values_become_words() {
    let bench = Bench::new();
    for (query, words, subject) in [
        ("类型:小说 儿童", "小说 儿童", "类型:小说"),
        ("年:去年", "去年", "年:去年"),
        ("主题:没有这个主题", "没有这个主题", "主题:没有这个主题"),
        ("类型:案例,小说", "", "小说"),
    ] {
        let mut asked = read(query);
        Filter::of(&mut asked, &bench.library, &bench.facts);
        assert_eq!(asked.words(), words, "{query}");
        assert_eq!(
            (asked.notes[0].code, asked.notes[0].subject.as_str()),
            (NoteCode::UnknownValue, subject),
            "{query}"
        );
    }
}

#[test]
fn alternatives_of_fields_are_told_unit_by_unit() {
    let bench = Bench::new();
    let mut asked = read("类型:政策 或 文:刑法");
    let filter = Filter::of(&mut asked, &bench.library, &bench.facts);
    assert!(filter.is_open());
    for ((work, _, _), unit) in Units::of(&bench.library).iter().zip(0..) {
        let mut test = |what: &crate::search::language::What| match what {
            crate::search::language::What::Field(field) => filter.holds(field, unit),
            _ => true,
        };
        let expected = work.shelf == Shelf::Policy || work.id().as_str() == "criminal-law";
        assert_eq!(asked.holds(&mut test), expected, "{}", work.id());
    }
}

#[test]
fn facets_narrow_and_widen() {
    let bench = Bench::new();
    let asked = |query: &str| {
        let mut asked = read(query);
        let filter = Filter::of(&mut asked, &bench.library, &bench.facts);
        let zh = Units::of(&bench.library).iter().zip(0..).filter(|((_, text, _), _)| text.meta.lang == Lang::Zh);
        let units: Vec<Ordinal> = zh.map(|(_, unit)| unit).filter(|unit| filter.allows(*unit)).collect();
        (units.len(), bench.facts.count(&asked, &bench.library, units, Lang::Zh))
    };
    let (_, facets) = asked("打赏");
    let of = |facets: &[crate::wire::Facet], field| facets.iter().find(|facet| facet.field == field).cloned();
    let kinds = of(&facets, FieldKey::Kind).expect("kinds");
    let cases = kinds.values.iter().find(|value| value.value == "案例").expect("cases");
    assert_eq!((cases.query.as_str(), cases.on, cases.label.en.as_str()), ("打赏 类型:案例", false, "Guiding case"));
    // Every value narrows to as many as it says.
    for facet in &facets {
        for value in &facet.values {
            assert_eq!(asked(&value.query).0, value.count, "{}", value.query);
            let back = of(&asked(&value.query).1, facet.field).expect("still a facet");
            let same = back.values.iter().find(|other| other.value == value.value).expect("still a value");
            assert_eq!((same.on, same.query.as_str()), (true, "打赏"), "{}", value.query);
        }
    }
    let (_, facets) = asked("类型:案例,政策 打赏");
    let kinds = of(&facets, FieldKey::Kind).expect("kinds");
    let cases = kinds.values.iter().find(|value| value.value == "案例").expect("cases");
    assert_eq!((cases.query.as_str(), cases.on), ("打赏 类型:政策", true));
    // Where nothing is found, what was chosen can still be taken off.
    let asked = read("类型:案例 批次:11");
    let facets = bench.facts.count(&asked, &bench.library, [], Lang::Zh);
    let told = facets.iter().flat_map(|facet| facet.values.iter().map(|value| (value.on, value.count, &*value.query)));
    assert_eq!(told.collect::<Vec<_>>(), [(true, 0, "批次:11"), (true, 0, "类型:案例")]);
}

#[test]
fn chips_are_read_aloud() {
    let bench = Bench::new();
    let chips = |query: &str, lang| {
        let mut asked = read(query);
        Filter::of(&mut asked, &bench.library, &bench.facts);
        let chips = bench.facts.chips(&asked, &bench.library, lang);
        chips.into_iter().map(|chip| (chip.role, chip.text, chip.without)).collect::<Vec<_>>()
    };
    let chip = |role, text: &str, without: &str| (role, text.to_owned(), without.to_owned());
    assert_eq!(chips("孩子打赏", Lang::Zh), []);
    assert_eq!(
        chips("类型:案例 职能:公益诉讼 儿童", Lang::Zh),
        [
            chip(ChipRole::Field, "指导性案例", "职能:公益诉讼 儿童"),
            chip(ChipRole::Field, "公益诉讼检察", "类型:案例 儿童"),
            chip(ChipRole::Word, "儿童", "类型:案例 职能:公益诉讼"),
        ]
    );
    assert_eq!(chips("-类型:案例", Lang::En), [chip(ChipRole::Not, "Guiding case", "")]);
    assert_eq!(chips("\"最小授权\"", Lang::Zh), [chip(ChipRole::Phrase, "最小授权", "")]);
    assert_eq!(chips("年:2018- \"甲\"", Lang::Zh)[0].1, "2018–");
    assert_eq!(chips("检例第43号 排序:日期", Lang::Zh)[0].0, ChipRole::Citation);
    assert_eq!(chips("(打赏 或 充值) +退款", Lang::Zh)[0].1, "打赏 或 充值");
}

#[test]
fn facts_stand_in_the_order_of_units() {
    let bench = Bench::new();
    let works: Vec<&DocumentId> = Units::of(&bench.library).iter().map(|(work, ..)| work.id()).collect();
    let facts: Vec<&DocumentId> = bench.facts.units.iter().map(|unit| bench.library.works()[unit.work].id()).collect();
    assert_eq!(works, facts);
}
