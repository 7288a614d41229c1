//! What a machine must have, and getting it there.

use crate::shell::{Chore, command, has, output, step, succeeds};

/// Something the chores need from the system.
struct Need {
    /// What it is for, in words.
    what: &'static str,
    /// Whether it is there.
    there: fn() -> bool,
    /// Its packages: Debian and Ubuntu, Fedora, Arch, openSUSE.
    packages: [&'static str; 4],
}

/// To build the window.
const BUILD: &[Need] = &[
    Need {
        what: "a C compiler",
        there: || has("cc"),
        packages: ["build-essential", "gcc make", "base-devel", "gcc make"],
    },
    Need {
        what: "pkg-config",
        there: || has("pkg-config"),
        packages: ["pkg-config", "pkgconf", "pkgconf", "pkg-config"],
    },
    Need {
        what: "WebKitGTK",
        there: || succeeds("pkg-config", &["--exists", "webkit2gtk-4.1"]),
        packages: ["libwebkit2gtk-4.1-dev", "webkit2gtk4.1-devel", "webkit2gtk-4.1", "webkit2gtk3-devel"],
    },
    Need {
        what: "Chinese fonts",
        there: || succeeds("sh", &["-c", "fc-list :lang=zh-cn family | grep -q ."]),
        packages: [
            "fonts-noto-cjk fontconfig",
            "google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts",
            "noto-fonts-cjk",
            "google-noto-serif-sc-fonts google-noto-sans-sc-fonts",
        ],
    },
];

/// To show the window where there is no display, and take its picture.
const VIRTUAL_DISPLAY: &[Need] = &[
    Need {
        what: "a virtual display",
        there: || has("Xvfb"),
        packages: ["xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb", "xorg-x11-server-Xvfb"],
    },
    Need {
        what: "a camera for it",
        there: || has("import"),
        packages: ["imagemagick", "ImageMagick", "imagemagick", "ImageMagick"],
    },
];

/// To drive the window and a browser in tests.
const DRIVERS: &[Need] = &[
    Need {
        what: "a driver for the window",
        there: || has("WebKitWebDriver"),
        packages: ["webkit2gtk-driver", "webkit2gtk4.1", "webkit2gtk-4.1", "webkit2gtk-driver"],
    },
    Need {
        what: "a second browser engine",
        there: || has("chromium") || has("chromium-browser"),
        packages: ["chromium", "chromium", "chromium", "chromium"],
    },
];

/// Makes sure the window can be built.
pub(crate) fn for_build() -> Chore {
    node()?;
    provide(&[BUILD])
}

/// Makes sure the window can be shown without a display.
pub(crate) fn for_virtual_display() -> Chore {
    provide(&[VIRTUAL_DISPLAY])
}

/// Makes sure everything can be tested.
pub(crate) fn for_tests() -> Chore {
    node()?;
    provide(&[BUILD, VIRTUAL_DISPLAY, DRIVERS])
}

/// Node 20 or later, with npm.
pub(crate) fn node() -> Chore {
    let version = output("node", &["--version"]).unwrap_or_default();
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(20..) if has("npm") || has("npm.cmd") => Ok(()),
        Some(_) => {
            Err(format!("Node 20 or later with npm is needed; this is {}. See https://nodejs.org", version.trim()))
        }
        None => Err("Node 20 or later with npm is needed and was not found. See https://nodejs.org".to_owned()),
    }
}

fn provide(lists: &[&[Need]]) -> Chore {
    // Windows and macOS bring their own web view and fonts.
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing = || lists.iter().copied().flatten().filter(|need| !(need.there)());
    if missing().next().is_none() {
        return Ok(());
    }
    let names: Vec<&str> = missing().map(|need| need.what).collect();
    let packages =
        |system: usize| -> Vec<&str> { missing().flat_map(|need| need.packages[system].split(' ')).collect() };
    println!("missing on this system: {}", names.join(", "));
    if !has("apt-get") {
        let (tool, system) = [("dnf install", 1), ("pacman -S", 2), ("zypper install", 3)]
            .into_iter()
            .find(|(tool, _)| has(tool.split(' ').next().unwrap_or_default()))
            .unwrap_or(("your package manager; on Fedora they are called:", 1));
        return Err(format!("Install them, then run this again:\n  sudo {tool} {}", packages(system).join(" ")));
    }
    let packages = packages(0);
    apt("refreshing the list of packages", &["update", "-qq"])?;
    apt(
        &format!("installing {}", packages.join(" ")),
        &[&["install", "-y", "-qq", "--no-install-recommends"], packages.as_slice()].concat(),
    )?;
    match missing().map(|need| need.what).collect::<Vec<_>>().as_slice() {
        [] => Ok(()),
        still => Err(format!("still missing after the installation: {}", still.join(", "))),
    }
}

/// apt-get, with sudo when this is not root.
fn apt(what: &str, arguments: &[&str]) -> Chore {
    let root = output("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    let mut apt = if root {
        command("apt-get", arguments)
    } else {
        command("sudo", &[&["DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat())
    };
    step(what, apt.env("DEBIAN_FRONTEND", "noninteractive"))
}
