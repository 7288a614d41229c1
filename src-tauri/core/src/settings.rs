//! What the user chose, and where the reader was: `config/settings.toml`.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::fs;
use crate::wire::{Notice, NoticeCode, Settings};

/// Sizes of the law's text that can be chosen, in CSS pixels.
const TEXT_SIZES: std::ops::RangeInclusive<u8> = 16..=28;

/// Widths that a pane can have, in CSS pixels.
const PANE_WIDTHS: std::ops::RangeInclusive<u16> = 180..=520;

/// Sizes that the window can have, in CSS pixels.
const WINDOW_WIDTHS: std::ops::RangeInclusive<u16> = 360..=7680;
const WINDOW_HEIGHTS: std::ops::RangeInclusive<u16> = 480..=4320;

/// The file below the configuration folder.
pub fn file(config: &Path) -> PathBuf {
    config.join("settings.toml")
}

/// Reads the settings. A file that cannot be understood is put aside, never overwritten, and the defaults serve.
pub fn load(config: &Path) -> (Settings, Option<Notice>) {
    let path = file(config);
    let Ok(source) = std::fs::read_to_string(&path) else {
        let notice = path.exists().then(|| damaged(&path));
        return (Settings::default(), notice);
    };
    match toml::from_str::<Settings>(&source) {
        Ok(settings) => (sound(settings), None),
        Err(_) => (Settings::default(), Some(damaged(&path))),
    }
}

/// Writes the settings in one step.
///
/// # Errors
/// [`Error::Io`] names the file; the old one is then untouched.
pub fn save(config: &Path, settings: &Settings) -> Result<()> {
    let text = toml::to_string(&sound(settings.clone()))
        .map_err(|problem| Error::Unusable { what: "the settings".to_owned(), why: problem.to_string() })?;
    fs::replace(&file(config), text.as_bytes())
}

fn damaged(path: &Path) -> Notice {
    // Best effort: where the folder is read-only the file stays where it is, and nothing will overwrite it either.
    let _ = std::fs::rename(path, path.with_extension("toml.damaged"));
    Notice { code: NoticeCode::SettingsDamaged, subject: path.display().to_string() }
}

/// Values from a file edited by hand, brought within bounds.
fn sound(mut settings: Settings) -> Settings {
    settings.text_size = settings.text_size.clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
    for (size, bounds) in [
        (&mut settings.library_width, PANE_WIDTHS),
        (&mut settings.context_width, PANE_WIDTHS),
        (&mut settings.window_width, WINDOW_WIDTHS),
        (&mut settings.window_height, WINDOW_HEIGHTS),
    ] {
        *size = (*size).clamp(*bounds.start(), *bounds.end());
    }
    settings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cite::Style;
    use crate::model::Lang;

    #[test]
    fn settings_come_back_as_they_were() {
        let folder = tempfile::tempdir().expect("folder");
        let config = folder.path().join("设置 with blanks");
        assert_eq!(load(&config), (Settings::default(), None));
        let place = "minors-online-protection/46.2".parse().ok();
        let citation_style = Style::LawReview;
        let chosen = Settings { interface: Lang::En, text_size: 24, citation_style, place, ..Settings::default() };
        save(&config, &chosen).expect("saved");
        assert_eq!(load(&config), (chosen, None));
    }

    #[test]
    fn a_damaged_file_is_put_aside_and_said() {
        for content in
            [&b"interface = "[..], b"\xff\xfe", b"interface = \"fr\"", b"place = \"../../etc\"", b"text_size = -4"]
        {
            let folder = tempfile::tempdir().expect("folder");
            std::fs::write(file(folder.path()), content).expect("written");
            let (settings, notice) = load(folder.path());
            assert_eq!(settings, Settings::default());
            assert_eq!(notice.map(|notice| notice.code), Some(NoticeCode::SettingsDamaged));
            let kept = std::fs::read(folder.path().join("settings.toml.damaged")).expect("kept");
            assert_eq!(kept, content);
        }
    }

    #[test]
    fn a_file_from_before_a_setting_existed_is_read() {
        let folder = tempfile::tempdir().expect("folder");
        std::fs::write(file(folder.path()), "interface = \"en\"\ntext_size = 20\n").expect("written");
        let expected = Settings { interface: Lang::En, text_size: 20, ..Settings::default() };
        assert_eq!(load(folder.path()), (expected, None));
    }

    #[test]
    fn values_out_of_bounds_are_brought_back() {
        let folder = tempfile::tempdir().expect("folder");
        std::fs::write(file(folder.path()), "text_size = 200\nlibrary_width = 9\nwindow_height = 1\nunknown = 1\n")
            .expect("written");
        let (settings, notice) = load(folder.path());
        assert_eq!((settings.text_size, settings.library_width, settings.window_height, notice), (28, 180, 480, None));
    }
}
