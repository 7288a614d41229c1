//! `cargo xtask screenshot`: the real window, in both languages and themes, to be looked at.

use std::fs;
use std::thread;
use std::time::Duration;

use crate::desktop;
use crate::display::Virtual;
use crate::shell::{Chore, command, root};

/// Sizes of the window that must look right.
const SIZES: [(u32, u32); 3] = [(1280, 800), (1600, 1000), (960, 600)];

pub(crate) fn screenshot() -> Chore {
    let program = desktop::build()?;
    let folder = root().join("target/screenshots");
    let data = folder.join("data");
    for (width, height) in SIZES {
        let screen = Virtual::start(width, height)?;
        for (interface, reading) in [("zh", "zh"), ("en", "en"), ("zh", "both")] {
            for theme in ["light", "dark"] {
                fs::create_dir_all(data.join("config")).map_err(|problem| problem.to_string())?;
                let size = format!("window_width = {width}\nwindow_height = {height}\n");
                let settings =
                    format!("interface = \"{interface}\"\nreading = \"{reading}\"\ntheme = \"{theme}\"\n{size}");
                fs::write(data.join("config/settings.toml"), settings).map_err(|problem| problem.to_string())?;
                for (page, place) in [("start", None), ("reader", Some("minors-online-protection/46"))] {
                    let mut window = command(&program, place.as_slice());
                    let mut window = desktop::start(window.env("DISPLAY", &screen.name).env("WANGHU_DATA_DIR", &data))?;
                    thread::sleep(Duration::from_secs(1));
                    let name = format!("{page}-{interface}-{reading}-{theme}-{width}x{height}.png");
                    screen.photograph(&folder.join(name))?;
                    // Best effort: it may be gone already.
                    let _ = window.kill();
                    let _ = window.wait();
                }
            }
        }
    }
    println!("\nlook at them: {}", folder.display());
    Ok(())
}
