//! The first page, the settings, and what may go wrong.

use serde::{Deserialize, Serialize};

use super::{DocumentEntry, DocumentView};
use crate::cite::Style;
use crate::model::{Address, Lang};

/// Everything the window needs to paint its first page, in one answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StartView {
    /// Version of the program.
    pub version: String,
    /// What the user chose last time.
    pub settings: Settings,
    /// The documents on board.
    pub library: Vec<DocumentEntry>,
    /// The document to open, if one was open or asked for.
    pub document: Option<DocumentView>,
    /// The place to open in it.
    pub place: Option<Address>,
    /// What went wrong and was worked around before the window opened.
    pub notices: Vec<Notice>,
}

/// Something the user should know that stopped nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Notice {
    /// Which.
    pub code: NoticeCode,
    /// What it is about: a path, an argument.
    pub subject: String,
}

/// The notices there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum NoticeCode {
    /// The settings file could not be read; it was put aside and defaults are used.
    SettingsDamaged,
    /// The argument on the command line is neither an address nor a citation we know.
    PlaceUnknown,
}

/// What the user chose; kept in `settings.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Settings {
    /// Language of the interface.
    pub interface: Lang,
    /// Colours.
    pub theme: Theme,
    /// Size of the law's text in CSS pixels, 16 to 28.
    pub text_size: u8,
    /// Which languages the reader shows.
    pub reading: Reading,
    /// The style in which a citation was last copied.
    pub citation_style: Style,
    /// Whether the thesaurus widens searches.
    pub widen: bool,
    /// Whether the library pane is open.
    pub library_open: bool,
    /// Its width in CSS pixels.
    pub library_width: u16,
    /// Whether the context pane is open.
    pub context_open: bool,
    /// Its width in CSS pixels.
    pub context_width: u16,
    /// Width of the window in CSS pixels.
    pub window_width: u16,
    /// Its height in CSS pixels.
    pub window_height: u16,
    /// Where the reader was.
    pub place: Option<Address>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            interface: Lang::Zh,
            theme: Theme::System,
            text_size: 18,
            reading: Reading::Zh,
            citation_style: Style::Official,
            widen: true,
            library_open: true,
            library_width: 264,
            context_open: true,
            context_width: 280,
            window_width: 1280,
            window_height: 800,
            place: None,
        }
    }
}

/// Colour themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Theme {
    /// As the system says.
    System,
    /// Paper.
    Light,
    /// Charcoal.
    Dark,
    /// Sepia.
    Sepia,
}

/// Which languages the reader shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Reading {
    /// Chinese.
    Zh,
    /// English.
    En,
    /// Side by side.
    Both,
}

/// Why a command failed, for the window to put into words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CommandError {
    /// What kind of failure; the window has one sentence for each.
    pub code: ErrorCode,
    /// What it is about: an address, a path.
    pub subject: String,
    /// The particulars, for the log and the curious.
    pub detail: String,
}

/// The failures the window tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ErrorCode {
    /// No such place.
    NotFound,
    /// The folder cannot be written to, or something stands in its place.
    ReadOnly,
    /// No space is left.
    DiskFull,
    /// A fault of ours.
    Internal,
}
