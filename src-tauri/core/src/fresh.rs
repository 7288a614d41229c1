//! What the user interface knows of the core is generated here, committed, and proven fresh: its types and the data that its
//! tests run on. `cargo xtask bindings` writes both; without it a stale file is a failed test.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;
use ts_rs::{Config, TS};

use crate::cite::Style;
use crate::compare::{Change, ChangeRun, PairVerdict};
use crate::corpus::Bundle;
use crate::library::Library;
use crate::model::*;
use crate::paths::Paths;
use crate::tables::*;
use crate::wire::*;
use crate::{Wanghu, view};

/// The TypeScript twin of [`crate::wire`].
fn bindings() -> String {
    let config = Config::default();
    let mut out =
        String::from("// Generated from src-tauri/core/src/wire.rs by `cargo xtask bindings`. Do not edit.\n");
    macro_rules! declare {
        ($($name:ty),+ $(,)?) => { $( out += &format!("\nexport {}\n", <$name>::decl(&config)); )+ };
    }
    declare!(
        DocumentId,
        Address,
        Lang,
        Layer,
        Kind,
        Status,
        Shelf,
        Coverage,
        Evidence,
        Moment,
        Bilingual,
        SnippetRun,
        Hit,
        Understood,
        SearchView,
        SearchAnswer,
        IndexState,
        Why,
        WhyPart,
        FieldKey,
        Sort,
        Chip,
        ChipRole,
        Note,
        NoteCode,
        Meant,
        MeantWhy,
        Facet,
        FacetValue,
        Suggestion,
        SuggestionKind,
        Similar,
        Shared,
        SharedKind,
        Run,
        ParagraphView,
        ItemView,
        TextView,
        PassageView,
        ChapterView,
        DocumentView,
        DocumentEntry,
        OutlineChapter,
        OutlinePassage,
        ReferenceView,
        ShownParagraph,
        ShownText,
        ShownSection,
        ShowView,
        Target,
        Style,
        CitationView,
        CiteView,
        CompareView,
        ComparedText,
        VerdictCount,
        CompareRow,
        PairVerdict,
        Change,
        ChangeRun,
        VerifyView,
        Finding,
        FindingKind,
        CheckedPlace,
        Verdict,
        Reason,
        Reach,
        Tally,
        Gap,
        NeighbourView,
        Relation,
        CaseView,
        CaseFacts,
        CaseLink,
        Function,
        Internet,
        Minor,
        Stage,
        Step,
        CatalogueEntry,
        TopicView,
        DutyFilter,
        DutyView,
        PenaltyView,
        Actor,
        Addressee,
        Authority,
        MeasureView,
        MeasureKind,
        MeasureUnit,
        Checklist,
        Part,
        Point,
        Figures,
        Figure,
        Chart,
        ChartKind,
        Mark,
        Term,
        Forms,
        Topic,
        StartView,
        Notice,
        NoticeCode,
        Settings,
        Theme,
        Reading,
        CommandError,
        ErrorCode,
    );
    out
}

/// The documents that the tests of the user interface read: one of each sort.
const READ: [&str; 8] = [
    "minors-online-protection",
    "cybercrime-handling",
    "spp-43",
    "spp-145",
    "spp-204",
    "spc-192",
    "cybersecurity-law",
    "policy-proposal-6",
];

/// What the fake backend of the user interface serves: a first start, the whole catalogue and every table, and some documents
/// with every passage and its neighbours.
fn fixture(library: &Library, read: impl Fn(&DocumentId) -> bool) -> String {
    let works = || library.works().iter().filter(|work| read(work.id()));
    let documents: Vec<_> = works().map(|work| view::document(library, work.id()).expect("on board")).collect();
    let outlines: BTreeMap<&str, _> =
        works().map(|work| (work.id().as_str(), view::outline(library, work.id()).expect("on board"))).collect();
    let shown: BTreeMap<&str, BTreeMap<String, ShowView>> = [("zh", Lang::Zh), ("en", Lang::En)]
        .map(|(name, lang)| {
            let passages = documents.iter().flat_map(|document| &document.chapters).flat_map(|c| &c.passages);
            let wholes = works().map(|work| Address::whole(work.id().clone()));
            let places = passages.map(|passage| passage.address.clone()).chain(wholes);
            let show = |address: Address| (address.to_string(), view::show(library, &address, lang).expect("on board"));
            (name, places.map(show).collect())
        })
        .into();
    let start =
        StartView { library: view::entries(library), ..Wanghu::open(Paths::under(Path::new("/nowhere"))).start(None) };
    let tables = library.tables();
    let fixture = json!({
        "start": start, "documents": documents, "outlines": outlines, "shown": shown,
        "catalogue": view::catalogue(library), "duties": view::duties(library, &DutyFilter::default()),
        "checklists": tables.checklists, "figures": tables.figures, "terms": tables.terms, "topics": tables.topics,
    });
    // One line for each entry of the first level: small enough to keep, fine enough to see what changed.
    let entries = fixture.as_object().expect("an object").iter();
    let lines: Vec<String> = entries.map(|(name, value)| format!("\"{name}\": {value}")).collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

fn check(path: &str, content: &str) {
    let path = format!("{}/../../ui/{path}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("WANGHU_WRITE_FRESH").is_some() {
        std::fs::write(&path, content).expect("written");
    }
    let committed = std::fs::read_to_string(&path).expect("committed");
    assert!(committed == content, "{path} is stale; run `cargo xtask bindings`");
}

#[test]
fn bindings_are_fresh() {
    check("src/lib/ipc/bindings.ts", &bindings());
}

#[test]
fn fixture_is_fresh() {
    check("tests/fixtures/corpus.json", &fixture(&Library::bundled(), |id| READ.contains(&id.as_str())));
}

#[test]
fn hostile_fixture_is_fresh() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/hostile");
    let bundle = Bundle::from_folder(Path::new(folder)).expect("hostile files");
    check("tests/fixtures/hostile.json", &fixture(&Library::of(bundle.parse()), |_| true));
}
