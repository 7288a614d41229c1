//! `cargo xtask run`: from nothing to the open window.

use std::fs;
use std::thread;
use std::time::Duration;

use crate::desktop;
use crate::display::{self, Virtual};
use crate::shell::{Chore, command, root};

pub(crate) fn run(place: &[String]) -> Chore {
    let program = desktop::build()?;
    let place: Vec<&str> = place.iter().map(String::as_str).collect();
    if display::there() {
        println!("\n── opening the window");
        let status =
            command(&program, &place).status().map_err(|problem| format!("the window does not open: {problem}"))?;
        return if status.success() { Ok(()) } else { Err(format!("the program ended with {status}")) };
    }
    println!("\n── no display here: opening the window on a virtual one");
    let screen = Virtual::start(1280, 800)?;
    let place = if place.is_empty() { vec!["minors-online-protection/46"] } else { place };
    let mut window = desktop::start(command(&program, &place).env("DISPLAY", &screen.name))?;
    // The index opens after the first page; give it time to be in the picture.
    thread::sleep(Duration::from_secs(1));
    let path = root().join("target/wanghu.png");
    fs::create_dir_all(root().join("target")).map_err(|problem| problem.to_string())?;
    screen.photograph(&path)?;
    // Best effort: it may be gone already.
    let _ = window.kill();
    let _ = window.wait();
    println!("\nThe window is open on a virtual display; its picture: {}", path.display());
    Ok(())
}
