//! House rules that a reviewer should not have to remember.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::root;

fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(&path).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir()
                && !["node_modules", "target", "dist", "gen"].contains(&name.as_str())
                && !name.starts_with('.')
            {
                open.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "no {endings:?} in {folder}");
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
}

/// Lines of `folder` that contain one of `words`, test modules and comments aside.
fn mentions(folder: &str, endings: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in files(folder, endings) {
        let text = read(&path);
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        for (line, number) in code.lines().zip(1..) {
            if words.iter().any(|word| line.contains(word)) && !line.trim_start().starts_with("//") {
                found.push(format!("{}:{number}: {}", path.strip_prefix(root()).unwrap().display(), line.trim()));
            }
        }
    }
    found
}

#[test]
fn the_core_knows_no_window_and_the_shell_no_engine() {
    assert_eq!(mentions("src-tauri/core/src", &[".rs"], &["tauri::", "use tauri"]), [] as [String; 0]);
    assert_eq!(mentions("src-tauri/src", &[".rs"], &["tantivy", "rusqlite", "pulldown_cmark"]), [] as [String; 0]);
    assert_eq!(
        mentions("src-tauri/cli/src", &[".rs"], &["tantivy", "rusqlite", "pulldown_cmark", "tauri::", "use tauri"]),
        [] as [String; 0]
    );
}

/// What each module of the core may use of the others.
#[test]
fn modules_depend_downwards_only() {
    for (module, forbidden) in [
        ("model", &["text", "corpus", "cite", "library", "index", "search", "view", "wire", "settings", "wanghu"][..]),
        ("text", &["corpus", "cite", "library", "index", "search", "view", "wire", "settings", "wanghu"]),
        ("corpus", &["library", "index", "search", "view", "wire", "settings", "wanghu"]),
        ("import", &["library", "index", "search", "view", "wire", "settings", "wanghu", "paths", "fs"]),
        ("cite", &["library", "index", "search", "view", "wire", "settings", "wanghu"]),
        ("index", &["search", "view", "wire", "settings", "wanghu"]),
        ("compare", &["index", "search", "view", "settings", "wanghu", "verify"]),
        ("verify", &["index", "search", "settings", "wanghu"]),
        ("search", &["view", "settings", "wanghu"]),
        ("own", &["corpus", "cite", "library", "index", "search", "view", "wire", "settings", "wanghu"]),
    ] {
        let words: Vec<String> = forbidden.iter().map(|name| format!("crate::{name}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_eq!(mentions(&format!("src-tauri/core/src/{module}"), &[".rs"], &words), [] as [String; 0]);
    }
}

#[test]
fn only_paths_and_main_ask_the_system() {
    let allowed = [
        "src-tauri/core/src/paths.rs",
        "/main.rs",
        "src-tauri/src/report.rs",
        "src-tauri/xtask/",
        "/examples/",
        "src-tauri/core/src/fresh.rs",
    ];
    let found = mentions("src-tauri", &[".rs"], &["env::var", "SystemTime", "env::args", "home_dir"]);
    let strays: Vec<&String> = found.iter().filter(|line| !allowed.iter().any(|path| line.contains(path))).collect();
    assert!(strays.is_empty(), "{strays:#?}");
}

#[test]
fn no_html_crosses_the_wire_and_only_the_client_calls() {
    assert_eq!(
        mentions(
            "ui/src",
            &[".svelte", ".ts"],
            &["{@html", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"]
        ),
        [] as [String; 0]
    );
    let strays: Vec<String> = mentions("ui/src", &[".svelte", ".ts"], &["@tauri-apps", "invoke("])
        .into_iter()
        .filter(|line| !line.starts_with("ui/src/lib/ipc/client.ts"))
        .collect();
    assert_eq!(strays, [] as [String; 0]);
}

#[test]
fn commands_are_doorways() {
    let mut counted = 0;
    for path in files("src-tauri/src/commands", &[".rs"]) {
        let text = read(&path);
        for body in text.split("#[tauri::command").skip(1) {
            let lines = body.lines().skip(1).take_while(|line| *line != "}").count();
            let name = body.lines().nth(1).unwrap_or_default();
            assert!(lines <= 15, "{name}: {lines} lines in {}", path.display());
            counted += 1;
        }
    }
    assert!(counted >= 8);
}

/// Commands are registered, declared, granted and called under one name.
#[test]
fn commands_agree_everywhere() {
    let app = read(&root().join("src-tauri/src/app.rs"));
    let handlers = app.split("generate_handler![").nth(1).unwrap().split(']').next().unwrap();
    let mut names: Vec<&str> = handlers
        .split(',')
        .filter_map(|name| name.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_unstable();
    let build = read(&root().join("src-tauri/build.rs"));
    let mut declared: Vec<&str> =
        build.split(".commands(&[").nth(1).unwrap().split(']').next().unwrap().split('"').skip(1).step_by(2).collect();
    declared.sort_unstable();
    assert_eq!(names, declared);
    let capability: serde_json::Value =
        serde_json::from_str(&read(&root().join("src-tauri/capabilities/main.json"))).unwrap();
    let mut granted: Vec<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|p| p.as_str()?.strip_prefix("allow-").map(|p| p.replace('-', "_")))
        .collect();
    granted.sort_unstable();
    assert_eq!(names, granted);
    // Everything granted beyond our own commands, by name: growth needs a reviewed change here.
    let others: Vec<&str> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|p| p.as_str())
        .filter(|p| !p.starts_with("allow-"))
        .collect();
    assert_eq!(others, ["core:event:allow-listen"]);
    let client = read(&root().join("ui/src/lib/ipc/client.ts"));
    for name in &names {
        assert!(client.contains(&format!("'{name}'")), "client.ts does not call {name}");
    }
}

#[test]
fn the_window_is_locked_down() {
    let config: serde_json::Value = serde_json::from_str(&read(&root().join("src-tauri/tauri.conf.json"))).unwrap();
    let security = &config["app"]["security"];
    let csp = security["csp"].as_object().unwrap();
    for (directive, value) in [
        ("default-src", "'none'"),
        ("script-src", "'self'"),
        ("style-src", "'self'"),
        ("font-src", "'self'"),
        ("img-src", "'self'"),
        ("connect-src", "ipc: http://ipc.localhost"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
        ("frame-src", "'none'"),
        ("object-src", "'none'"),
    ] {
        assert_eq!(csp.get(directive), Some(&value.into()), "{directive}");
    }
    assert_eq!(csp.len(), 10);
    assert_eq!((&security["freezePrototype"], &config["app"]["withGlobalTauri"]), (&true.into(), &false.into()));
    assert!(security.get("assetProtocol").is_none() && security.get("devCsp").is_none());
    let manifest = read(&root().join("Cargo.toml"));
    assert!(!manifest.contains("devtools") && !manifest.contains("tauri-plugin"));
}

#[test]
fn files_stay_readable_in_one_sitting() {
    let too_long = |folder: &str, endings: &[&str], most: usize| -> Vec<String> {
        let lines = |path: &PathBuf| read(path).lines().count();
        let long =
            files(folder, endings).into_iter().map(|path| (lines(&path), path)).filter(|(count, _)| *count > most);
        long.filter(|(_, path)| !path.ends_with("bindings.ts"))
            .map(|(count, path)| format!("{count} {}", path.display()))
            .collect()
    };
    assert_eq!(too_long("src-tauri", &[".rs"], 600), [] as [String; 0]);
    assert_eq!(too_long("tests", &[".rs"], 600), [] as [String; 0]);
    assert_eq!(too_long("ui/src", &[".svelte", ".ts"], 400), [] as [String; 0]);
}

#[test]
fn names_are_from_the_glossary() {
    for path in files("src-tauri", &[".rs"]) {
        for (line, number) in read(&path).lines().zip(1..) {
            for kind in ["struct ", "enum ", "trait ", "fn ", "mod "] {
                let Some(name) =
                    line.trim_start().trim_start_matches("pub(crate) ").trim_start_matches("pub ").strip_prefix(kind)
                else {
                    continue;
                };
                let name =
                    name.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_lowercase();
                for vague in ["manager", "helper", "util", "processor", "service"] {
                    assert!(!name.contains(vague), "{}:{number}: {name}", path.display());
                }
            }
        }
    }
}

/// Versions below which something is known to be broken.
#[test]
fn versions_are_above_the_floor() {
    let lock: toml::Table = read(&root().join("Cargo.lock")).parse().unwrap();
    let version = |name: &str| -> Vec<u32> {
        let package = lock["package"].as_array().unwrap().iter().find(|p| p["name"].as_str() == Some(name));
        let version = package.unwrap_or_else(|| panic!("{name} is not in the lock file"))["version"].as_str().unwrap();
        version.split(['.', '-', '+']).take(3).map(|part| part.parse().unwrap_or(0)).collect()
    };
    for (name, floor) in [
        ("tauri", [2, 11, 1]),
        ("pulldown-cmark", [0, 13, 0]),
        ("rusqlite", [0, 39, 0]),
        // Carries SQLite 3.51.3, the first without the WAL-reset race.
        ("libsqlite3-sys", [0, 37, 0]),
        ("tantivy", [0, 27, 0]),
    ] {
        assert!(version(name) >= floor.to_vec(), "{name} {:?} is below {floor:?}", version(name));
    }
    assert_eq!(version("tauri")[0], 2, "Tauri stays on stable 2.x");
}
