//! What several tests need.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use wanghu_core::Wanghu;
use wanghu_core::model::Lang;
use wanghu_core::paths::Paths;
use wanghu_core::search::Question;
use wanghu_core::wire::SearchView;

/// The root of the checkout.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// An address in the Regulations: `at("46.2")`.
pub(crate) fn at(place: &str) -> String {
    format!("minors-online-protection/{place}")
}

/// The program on a folder of its own.
pub(crate) fn open(folder: &Path) -> Wanghu {
    Wanghu::open(Paths::under(folder))
}

/// Answers a query as the window would.
pub(crate) fn ask(wanghu: &Wanghu, query: &str) -> SearchView {
    let question = Question { query, widen: true, kinds: &[], limit: 20, lang: Lang::Zh, near: None };
    wanghu.search(&question).unwrap().0
}

/// Runs the command line as a process, everything it writes below `folder`.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(binary()).arg("--data-dir").arg(folder).args(arguments).output().unwrap()
}

/// The command-line binary of this profile, built once per test run.
pub(crate) fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--bin", "wanghu"])
            .current_dir(root())
            .status()
            .unwrap();
        assert!(built.success(), "the command line does not build");
        // This test runs from <target>/<profile>/deps.
        let profile = std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().to_path_buf();
        profile.join(format!("wanghu{}", std::env::consts::EXE_SUFFIX))
    })
}

/// The folder of reference texts beside the checkout, when it is there.
pub(crate) fn reference_texts(test: &str) -> Option<PathBuf> {
    let folder = root().join("../shared/official");
    if !folder.is_dir() {
        println!("skipped: {test}: no reference texts beside the checkout");
        return None;
    }
    Some(folder)
}

/// The archive of reference law texts beside the checkout, when it is there.
pub(crate) fn reference_archive(test: &str) -> Option<PathBuf> {
    let archive = root().join("../shared/library/laws.tar.xz");
    if !archive.is_file() {
        println!("skipped: {test}: no archive of reference texts beside the checkout");
        return None;
    }
    Some(archive)
}
