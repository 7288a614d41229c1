//! A plain map is the truth; random operations on both; equal after each.

use proptest::prelude::*;
use wanghu_core::model::{Address, Unit};
use wanghu_core::own::{Citation, Outcome, Pack, Put, Record, Totals};

use super::{Model, contents, id, key, open, put_in, record, writer};

#[derive(Debug, Clone)]
enum Step {
    Put(Vec<(u64, usize, u64, usize)>),
    Remove(u64, Option<usize>),
    Reopen,
}

const VERSIONS: [&str; 3] = ["", "2020-03-01", "2024-01-01"];

fn step() -> impl Strategy<Value = Step> {
    let document = (0_u64..6, 0..VERSIONS.len(), 0_u64..3, prop_oneof![Just(40_usize), Just(6000), Just(50_000)]);
    prop_oneof![
        4 => proptest::collection::vec(document, 1..5).prop_map(Step::Put),
        2 => (0_u64..6, proptest::option::of(0..VERSIONS.len())).prop_map(|(id, version)| Step::Remove(id, version)),
        1 => Just(Step::Reopen),
    ]
}

fn expected(model: &Model, record: &Record) -> Put {
    match model.get(&record.key) {
        None => Put::Added,
        Some((facts, body)) if *facts == record.facts && *body == record.body => Put::AlreadyThere,
        Some(_) => Put::Replaced,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: u32::try_from(super::rounds(24, 400)).unwrap(), ..ProptestConfig::default() })]

    #[test]
    fn the_library_is_a_map(steps in proptest::collection::vec(step(), 1..14)) {
        let folder = tempfile::tempdir().unwrap();
        let (mut store, _) = open(folder.path());
        let mut model = Model::new();
        for step in steps {
            match step {
                Step::Put(documents) => {
                    let records: Vec<Record> =
                        documents.into_iter().map(|(id, version, wording, size)| record(&key(id, VERSIONS[version]), wording, size)).collect();
                    let outcomes = writer(&store).put(&records).unwrap();
                    for (record, outcome) in records.iter().zip(outcomes) {
                        prop_assert_eq!(outcome, expected(&model, record));
                        put_in(&mut model, std::slice::from_ref(record));
                    }
                }
                Step::Remove(number, version) => {
                    let version = version.map(|version| VERSIONS[version]);
                    let removed = writer(&store).remove(&key(number, "").id, version).unwrap();
                    let before = model.len();
                    model.retain(|there, _| there.id != key(number, "").id || version.is_some_and(|v| v != there.version));
                    prop_assert_eq!(removed, before - model.len());
                }
                Step::Reopen => {
                    let (again, notices) = open(folder.path());
                    prop_assert!(notices.is_empty());
                    store = again;
                }
            }
            prop_assert_eq!(contents(&store), model.clone());
        }
        prop_assert!(store.check().unwrap().is_none_or(|checkup| checkup.is_sound()));
    }
}

#[test]
fn a_batch_goes_in_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = open(folder.path());
    let good = record(&key(1, "2020-03-01"), 1, 100);
    for (version, body) in [("2020-02-30", "{}"), ("2020", "{}"), ("yesterday", "{}"), ("2020-03-01", "{"), ("", "")] {
        let bad = Record { key: key(2, version), body: body.to_owned(), ..good.clone() };
        let refused = writer(&store).put(&[good.clone(), bad]).unwrap_err();
        assert!(refused.to_string().contains("library-card-rules-2"), "{refused}");
        assert!(store.entries().unwrap().is_empty());
    }
}

#[test]
fn the_same_text_from_another_file_is_already_there_and_a_new_status_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = open(folder.path());
    let first = record(&key(1, "2020-03-01"), 1, 100);
    let mut again = first.clone();
    again.facts.source_name = "另一份.html".to_owned();
    again.facts.imported_at = "2027-01-01T00:00:00Z".to_owned();
    let mut repealed = first.clone();
    repealed.facts.status = "repealed".to_owned();
    let outcomes = writer(&store).put(&[first.clone(), again, repealed.clone()]).unwrap();
    assert_eq!(outcomes, [Put::Added, Put::AlreadyThere, Put::Replaced]);
    assert_eq!(store.entry(&first.key).unwrap().unwrap().facts, repealed.facts);
}

fn citation(from: &str, to: Option<&str>, outcome: Outcome) -> Citation {
    let to = to.map(|to| to.parse::<Address>().unwrap());
    Citation { from: from.parse().unwrap(), text: format!("见{from}"), to, outcome }
}

#[test]
fn citations_lead_both_ways() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = open(folder.path());
    let (a, b) = (key(1, "2020-03-01"), key(2, ""));
    writer(&store).put(&[record(&a, 1, 100), record(&b, 1, 100)]).unwrap();
    assert_eq!(store.without_citations().unwrap(), [a.clone(), b.clone()]);
    let of_a = [
        citation("1.2", Some("lending-rules/2"), Outcome::Resolved),
        citation("3", Some("lending-rules/26.2.1@2024-01-01"), Outcome::Resolved),
        citation("3", Some("lending-rules/26"), Outcome::Resolved),
        citation("4", Some("lending-rules/26-1.1"), Outcome::Resolved),
        citation("5", Some("lending-rules/260"), Outcome::Resolved),
        citation("6", Some("lending-rules/999"), Outcome::Missing),
        citation("7", None, Outcome::Outside),
    ];
    let of_b = [citation("1", Some("lending-rules/26.1"), Outcome::Resolved), citation("2", None, Outcome::Ambiguous)];
    assert!(writer(&store).put_citations(&a, &of_a).unwrap());
    assert_eq!(store.without_citations().unwrap(), std::slice::from_ref(&b));
    writer(&store).put_all_citations([(&a, &of_a[..]), (&b, &of_b[..]), (&key(9, ""), &[])]).unwrap();
    assert!(!writer(&store).put_citations(&key(9, ""), &[]).unwrap());
    assert!(store.without_citations().unwrap().is_empty());
    assert_eq!(store.citations(&a).unwrap(), of_a);

    let lending = id("lending-rules");
    let unit = |text: &str| text.parse::<Unit>().unwrap();
    let cited = |at: &str| store.cited_by(&lending, &unit(at)).unwrap().len();
    assert_eq!([cited("2"), cited("26"), cited("26.2"), cited("26-1"), cited("999")], [1, 3, 1, 1, 0]);
    assert_eq!(store.cited_by(&lending, &Unit::Whole).unwrap().len(), 6);
    assert_eq!(store.cited_by(&lending, &unit("26.1")).unwrap()[0].document, b);
    let counts = store.cited_counts(&lending).unwrap();
    assert_eq!((counts[&unit("26")], counts[&unit("26-1")], counts.len()), (3, 1, 4));
    let all = Totals { resolved: 6, outside: 1, ambiguous: 1, missing: 1 };
    assert_eq!(store.citation_totals(None).unwrap(), all);
    assert_eq!(store.citation_totals(Some(&b)).unwrap(), Totals { resolved: 1, ambiguous: 1, ..Totals::default() });

    // Citations belong to a text: a new text has none yet, a removed one takes them along.
    writer(&store).put(&[record(&a, 2, 100)]).unwrap();
    assert_eq!(store.without_citations().unwrap(), std::slice::from_ref(&a));
    assert_eq!(store.cited_by(&lending, &Unit::Whole).unwrap().len(), 1);
    writer(&store).remove(&b.id, Some("")).unwrap();
    assert!(store.cited_by(&lending, &Unit::Whole).unwrap().is_empty());
    assert_eq!(store.citation_totals(None).unwrap(), Totals::default());
}

#[test]
fn reports_and_packs_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = open(folder.path());
    let mut writer = writer(&store);
    for number in 1..=103 {
        assert_eq!(writer.add_report("2026-01-02T03:04:05Z", &format!("{{\"files\":{number}}}")).unwrap(), number);
    }
    let reports = store.reports().unwrap();
    assert_eq!((reports.len(), reports[0].id, reports[0].json.as_str()), (100, 103, "{\"files\":103}"));

    let pack = |version: &str| Pack {
        id: "cards".to_owned(),
        version: version.to_owned(),
        name: "借书证规则汇编".to_owned(),
        manifest: "{}".to_owned(),
        installed_at: "2026-01-02T03:04:05Z".to_owned(),
    };
    writer.put_pack(&pack("1")).unwrap();
    writer.put_pack(&pack("2")).unwrap();
    assert_eq!(store.packs().unwrap(), [pack("2")]);
    let mut packed = record(&key(1, ""), 1, 100);
    packed.facts.pack = Some("cards".to_owned());
    writer.put(&[packed, record(&key(2, ""), 1, 100)]).unwrap();
    assert_eq!(writer.remove_pack("cards").unwrap(), 1);
    assert!(store.packs().unwrap().is_empty());
    assert_eq!(contents(&store).into_keys().collect::<Vec<_>>(), [key(2, "")]);
}
