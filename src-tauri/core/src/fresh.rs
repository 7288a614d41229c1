//! What the user interface knows of the core is generated here, committed, and proven fresh: its types and the data that its
//! tests run on. `cargo xtask bindings` writes both; without it a stale file is a failed test.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;
use ts_rs::{Config, TS};

use crate::corpus::Bundle;
use crate::library::Library;
use crate::model::*;
use crate::paths::Paths;
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
        Evidence,
        Bilingual,
        SnippetRun,
        Hit,
        Understood,
        SearchView,
        SearchAnswer,
        IndexState,
        Run,
        ParagraphView,
        ItemView,
        TextView,
        ArticleView,
        ChapterView,
        DocumentView,
        DocumentEntry,
        OutlineChapter,
        OutlineArticle,
        ReferenceView,
        ShownParagraph,
        ShownText,
        ShowView,
        Target,
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

/// What the fake backend of the user interface serves: a first start, every document, every article with its neighbours.
fn fixture(library: &Library) -> String {
    let works = library.works();
    let documents: Vec<_> = works.iter().map(|work| view::document(library, work.id()).expect("on board")).collect();
    let shown: BTreeMap<&str, BTreeMap<String, ShowView>> = [("zh", Lang::Zh), ("en", Lang::En)]
        .map(|(name, lang)| {
            let articles = documents.iter().flat_map(|document| &document.chapters).flat_map(|c| &c.articles);
            let show = |address| view::show(library, address, lang).expect("on board");
            (name, articles.map(|a| (a.address.to_string(), show(&a.address))).collect())
        })
        .into();
    let start =
        StartView { library: view::entries(library), ..Wanghu::open(Paths::under(Path::new("/nowhere"))).start(None) };
    let fixture = json!({ "start": start, "documents": documents, "shown": shown });
    serde_json::to_string_pretty(&fixture).expect("plain data") + "\n"
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
    check("tests/fixtures/corpus.json", &fixture(&Library::bundled()));
}

#[test]
fn hostile_fixture_is_fresh() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/hostile");
    let bundle = Bundle::from_folder(Path::new(folder)).expect("hostile files");
    check("tests/fixtures/hostile.json", &fixture(&Library::of(bundle.parse())));
}
