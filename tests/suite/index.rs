//! The index is a cache: whatever happens to it, answers stay the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use wanghu_core::Wanghu;
use wanghu_core::library::Library;
use wanghu_core::wire::{IndexState, SearchView};

use crate::support::{ask, open, run};

const QUERIES: [&str; 6] =
    ["租号", "游戏账号", "personal information", "第五十六条", "网络欺凌 记录", "孩子充值了怎么办"];

fn answers(wanghu: &Wanghu) -> Vec<SearchView> {
    QUERIES.iter().map(|query| SearchView { took_us: 0, ..ask(wanghu, query) }).collect()
}

/// A data folder with a sound index, the folder of that index, and the right answers.
fn prepared() -> (tempfile::TempDir, PathBuf, Vec<SearchView>) {
    let folder = tempfile::tempdir().unwrap();
    let wanghu = open(folder.path());
    let right = answers(&wanghu);
    assert_eq!(wanghu.keep_index().unwrap(), IndexState::Ready);
    let index = indexes(folder.path()).remove(0);
    (folder, index, right)
}

fn indexes(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("cache")).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_dir()).collect()
}

fn load(index: &Path) -> wanghu_core::Result<wanghu_core::index::Opened> {
    let name = index.file_name().unwrap().to_str().unwrap().trim_start_matches("index-");
    static LIBRARY: LazyLock<Library> = LazyLock::new(Library::bundled);
    wanghu_core::index::load(&LIBRARY, index.parent().unwrap(), name)
}

fn state(folder: &Path) -> IndexState {
    open(folder).open_index().unwrap()
}

#[test]
fn an_index_on_disk_answers_like_one_in_memory() {
    let (folder, _, right) = prepared();
    let wanghu = open(folder.path());
    assert_eq!(wanghu.open_index().unwrap(), IndexState::Ready);
    assert_eq!(answers(&wanghu), right);
}

#[test]
fn damage_in_any_file_is_noticed_and_changes_no_answer() {
    let (folder, index, right) = prepared();
    let files: Vec<PathBuf> = fs::read_dir(&index).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() > 5);
    let mut mutations = 0;
    for file in &files {
        let sound = fs::read(file).unwrap();
        let mut damaged: Vec<Option<Vec<u8>>> = vec![None, Some(Vec::new()), Some(vec![0; sound.len()])];
        for step in 0..8 {
            let place = sound.len() * step / 8;
            let mut flipped = sound.clone();
            flipped[place] ^= 1 << step;
            damaged.push(Some(flipped));
            damaged.push(Some(sound[..place].to_vec()));
        }
        for bytes in damaged {
            match &bytes {
                Some(bytes) => fs::write(file, bytes).unwrap(),
                None => fs::remove_file(file).unwrap(),
            }
            assert!(load(&index).is_err(), "{}: damage was not noticed", file.display());
            mutations += 1;
        }
        // The last damage, answered and mended.
        let wanghu = open(folder.path());
        assert_eq!(answers(&wanghu), right, "{}", file.display());
        fs::write(file, &sound).unwrap();
        assert!(load(&index).is_ok());
    }
    println!("{mutations} mutations in {} files noticed", files.len());
}

#[test]
fn a_damaged_index_is_rebuilt() {
    let (folder, index, right) = prepared();
    let file = index.join("meta.json");
    fs::write(&file, "{}").unwrap();
    let wanghu = open(folder.path());
    assert_eq!(wanghu.keep_index().unwrap(), IndexState::Ready);
    assert_eq!(answers(&open(folder.path())), right);
    assert_eq!(state(folder.path()), IndexState::Ready);
}

#[test]
fn an_older_index_and_the_leftovers_of_a_killed_build_are_cleared_away() {
    let (folder, index, right) = prepared();
    let old = index.with_file_name("index-0123456789abcdef");
    fs::rename(&index, &old).unwrap();
    fs::create_dir(index.with_file_name(".building-x")).unwrap();
    let wanghu = open(folder.path());
    assert_eq!(wanghu.open_index().unwrap(), IndexState::Rebuilding);
    assert_eq!(answers(&wanghu), right);
    wanghu.keep_index().unwrap();
    assert_eq!(indexes(folder.path()), [index]);
}

#[test]
fn swapped_and_hostile_manifests_are_refused() {
    let (folder, index, right) = prepared();
    let manifest = index.join("manifest.json");
    let sound = fs::read_to_string(&manifest).unwrap();
    for (from, to) in [
        ("meta.json", "../../../etc/passwd"),
        ("meta.json", "/etc/passwd"),
        ("\"files\"", "\"more\":1,\"files\""),
        ("{", "["),
    ] {
        fs::write(&manifest, sound.replacen(from, to, 1)).unwrap();
        let wanghu = open(folder.path());
        assert_eq!(wanghu.open_index().unwrap(), IndexState::Rebuilding, "{to}");
        assert_eq!(answers(&wanghu), right);
    }
}

#[test]
fn a_cache_that_cannot_be_written_changes_no_answer() {
    let (_, _, right) = prepared();
    let folder = tempfile::tempdir().unwrap();
    // A file where the folder should be refuses every user, root too.
    fs::write(folder.path().join("cache"), "in the way").unwrap();
    let wanghu = open(folder.path());
    assert_eq!(answers(&wanghu), right);
    assert!(wanghu.keep_index().is_err());
    assert_eq!(wanghu.open_index().unwrap(), IndexState::MemoryOnly);
    assert_eq!(answers(&wanghu), right);
    let output = run(folder.path(), &["search", "租号", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("索引没能存到磁盘"));
}

#[cfg(unix)]
#[test]
fn a_sound_index_in_a_read_only_folder_is_used() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, index, right) = prepared();
    for path in [&index, &folder.path().join("cache")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o555)).unwrap();
    }
    let wanghu = open(folder.path());
    assert_eq!(wanghu.open_index().unwrap(), IndexState::Ready);
    assert_eq!(answers(&wanghu), right);
    for path in [&index, &folder.path().join("cache")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

#[test]
fn an_open_index_outlives_its_folder() {
    let (folder, _, right) = prepared();
    let wanghu = open(folder.path());
    assert_eq!(wanghu.open_index().unwrap(), IndexState::Ready);
    fs::remove_dir_all(folder.path().join("cache")).unwrap();
    assert_eq!(answers(&wanghu), right);
}

#[test]
fn many_processes_building_at_once_leave_one_sound_index() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(run(folder.path(), &["search", "租号", "--json"]).status.code(), Some(0)));
        }
    });
    assert_eq!(indexes(folder.path()).len(), 1);
    assert_eq!(state(folder.path()), IndexState::Ready);
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_index_or_the_new() {
    let (_, _, right) = prepared();
    let folder = tempfile::tempdir().unwrap();
    for delay in 0..20 {
        let mut child = std::process::Command::new(crate::support::binary())
            .args(["--data-dir", folder.path().to_str().unwrap(), "search", "租号", "--json"])
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(delay * 3));
        let _ = child.kill();
        child.wait().unwrap();
        let wanghu = open(folder.path());
        assert_eq!(answers(&wanghu), right);
        if delay % 5 == 4 {
            wanghu.keep_index().unwrap();
            assert_eq!(indexes(folder.path()).len(), 1, "leftovers stay");
            fs::remove_dir_all(folder.path().join("cache")).unwrap();
        }
    }
}
