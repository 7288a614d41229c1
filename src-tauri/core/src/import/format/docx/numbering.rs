//! Automatic numbers: 第%1条, （%1）. They are part of the text that people read, and are written out.

use std::collections::HashMap;

use super::xml::{self, Happening};
use crate::import::refusal::Refusal;
use crate::text::numerals;

/// The list and level that number a paragraph, as far as it or its style says.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbered {
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

/// All lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// By list: the pattern it follows, and where its levels start anew.
    lists: HashMap<String, (String, HashMap<usize, u32>)>,
    /// By pattern: its levels.
    patterns: HashMap<String, Vec<Level>>,
    counts: HashMap<String, Vec<u32>>,
    begun: std::collections::HashSet<String>,
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
    space: bool,
    /// Counts on when a level above it does.
    steady: bool,
}

/// Deepest level of a list.
const LEVELS: usize = 9;

/// Highest number that is counted to.
const MOST: u32 = 99_999;

/// Reads the lists.
pub(super) fn read(source: &str) -> Result<Numbering, Refusal> {
    let mut out = Numbering::default();
    let (mut pattern, mut list, mut level) = (None::<String>, None::<String>, 0_usize);
    xml::events(source, |happening| match happening {
        Happening::Start(start, empty) => {
            let value = || xml::attribute(start, "val");
            let number = || value().and_then(|v| v.parse::<u32>().ok()).filter(|v| *v <= MOST);
            let open =
                pattern.as_ref().and_then(|id| out.patterns.get_mut(id)).and_then(|levels| levels.get_mut(level));
            match (start.local_name().as_ref(), open) {
                ("abstractNum", _) if !empty => {
                    pattern = xml::attribute(start, "abstractNumId");
                    let blank =
                        Level { start: 1, format: "none".to_owned(), text: String::new(), space: true, steady: false };
                    if let Some(id) = &pattern {
                        out.patterns.insert(id.clone(), vec![blank; LEVELS]);
                    }
                }
                ("num", _) if !empty => list = xml::attribute(start, "numId"),
                ("lvl" | "lvlOverride", _) => {
                    level = xml::attribute(start, "ilvl").and_then(|v| v.parse().ok()).unwrap_or(0).min(LEVELS - 1);
                }
                ("abstractNumId", _) => {
                    if let (Some(list), Some(pattern)) = (&list, value()) {
                        out.lists.insert(list.clone(), (pattern, HashMap::new()));
                    }
                }
                ("startOverride", _) => {
                    let known = list.as_ref().and_then(|list| out.lists.get_mut(list));
                    if let (Some((_, starts)), Some(number)) = (known, number()) {
                        starts.insert(level, number);
                    }
                }
                ("start", Some(open)) => open.start = number().unwrap_or(1),
                ("numFmt", Some(open)) => open.format = value().unwrap_or_default(),
                ("lvlText", Some(open)) => open.text = value().unwrap_or_default(),
                ("lvlRestart", Some(open)) => open.steady = number() == Some(0),
                ("suff", Some(open)) => open.space = value().as_deref() != Some("nothing"),
                _ => {}
            }
        }
        Happening::End("abstractNum") => pattern = None,
        Happening::End("num") => list = None,
        _ => {}
    })?;
    Ok(out)
}

impl Numbering {
    /// The number of the next paragraph of this list and level; `None` when the list is unknown or has bullets only.
    pub(super) fn next(&mut self, numbered: &Numbered) -> Option<String> {
        let list = numbered.list.as_ref().filter(|list| *list != "0")?;
        let at = numbered.level.unwrap_or(0).min(LEVELS - 1);
        let (pattern, starts) = self.lists.get(list)?;
        let levels = self.patterns.get(pattern)?;
        let counts = self
            .counts
            .entry(pattern.clone())
            .or_insert_with(|| levels.iter().map(|l| l.start.saturating_sub(1)).collect());
        if self.begun.insert(list.clone()) {
            for (level, start) in starts {
                counts[*level] = start.saturating_sub(1);
            }
        }
        counts[at] = (counts[at] + 1).min(MOST);
        for (count, level) in counts.iter_mut().zip(levels).skip(at + 1) {
            if !level.steady {
                *count = level.start.saturating_sub(1);
            }
        }
        let level = &levels[at];
        if matches!(level.format.as_str(), "bullet" | "none") {
            return None;
        }
        let mut text = level.text.clone();
        for (number, inner) in (1..=LEVELS).zip(levels) {
            let mark = format!("%{number}");
            if text.contains(&mark) {
                let count = counts[number - 1].max(1);
                text = text.replace(&mark, &written(count, &inner.format));
            }
        }
        let spaced = level.space && !text.is_empty();
        Some(if spaced { text + " " } else { text })
    }
}

/// A number in one of the formats of Word; those that are not known are written in figures.
fn written(number: u32, format: &str) -> String {
    let letter = |first: u8| {
        let index = u8::try_from((number.max(1) - 1) % 26).unwrap_or(0);
        char::from(first + index).to_string()
    };
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCountingThousand"
        | "taiwaneseCounting"
        | "koreanDigital" => numerals::to_chinese(number),
        "ideographDigital" | "japaneseDigitalTenThousand" => number
            .to_string()
            .bytes()
            .map(|b| "〇一二三四五六七八九".chars().nth(usize::from(b - b'0')).unwrap_or('〇'))
            .collect(),
        "lowerRoman" => numerals::to_roman(number),
        "upperRoman" => numerals::to_roman(number).to_uppercase(),
        "lowerLetter" => letter(b'a'),
        "upperLetter" => letter(b'A'),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32(0x2460 + number - 1).map(String::from).unwrap_or_default()
        }
        "decimalZero" if number < 10 => format!("0{number}"),
        _ => number.to_string(),
    }
}
