//! Styles of paragraphs: which are headings, which number their paragraphs.

use std::collections::HashMap;

use super::numbering::Numbered;
use super::xml::{self, Happening};
use crate::import::refusal::Refusal;

/// What a style says of its paragraphs.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    /// Level of the heading, 1 to 6.
    pub(super) heading: Option<u8>,
    pub(super) numbered: Numbered,
    based_on: Option<String>,
}

/// Styles by id, what they are based on resolved.
pub(super) fn read(source: &str) -> Result<HashMap<String, Style>, Refusal> {
    let mut styles: HashMap<String, Style> = HashMap::new();
    let mut open: Option<(String, Style)> = None;
    xml::events(source, |happening| match happening {
        Happening::Start(start, empty) => {
            let value = || xml::attribute(start, "val");
            match (start.local_name().as_ref(), &mut open) {
                ("style", _) if !empty => {
                    open = xml::attribute(start, "styleId").map(|id| (id, Style::default()));
                }
                ("name", Some((_, style))) => {
                    style.heading = value().and_then(|name| level_of(&name)).or(style.heading)
                }
                ("basedOn", Some((_, style))) => style.based_on = value(),
                ("outlineLvl", Some((_, style))) => {
                    let level = value().and_then(|v| v.parse::<u8>().ok()).filter(|v| *v < 9);
                    style.heading = level.map(|v| (v + 1).min(6)).or(style.heading);
                }
                ("numId", Some((_, style))) => style.numbered.list = value(),
                ("ilvl", Some((_, style))) => style.numbered.level = value().and_then(|v| v.parse().ok()),
                _ => {}
            }
        }
        Happening::End("style") => {
            if let Some((id, style)) = open.take() {
                styles.insert(id, style);
            }
        }
        _ => {}
    })?;
    let resolved = styles.iter().map(|(id, style)| (id.clone(), inherited(style, &styles)));
    Ok(resolved.collect())
}

fn inherited(style: &Style, styles: &HashMap<String, Style>) -> Style {
    let mut out = style.clone();
    let mut at = style;
    // Styles may be based on one another in a ring.
    for _ in 0..12 {
        let Some(base) = at.based_on.as_ref().and_then(|id| styles.get(id)) else { break };
        out.heading = out.heading.or(base.heading);
        out.numbered.list = out.numbered.list.take().or_else(|| base.numbered.list.clone());
        out.numbered.level = out.numbered.level.or(base.numbered.level);
        at = base;
    }
    out
}

/// `heading 2`, `标题 2`, `Title`.
fn level_of(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name == "title" || name == "标题" {
        return Some(1);
    }
    let number = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?;
    number.trim().parse().ok().filter(|level| (1..=6).contains(level))
}
