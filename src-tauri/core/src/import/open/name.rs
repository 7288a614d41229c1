//! Names of members: labels only, nothing is ever written under them; refused all the same when they point anywhere.

use crate::import::limits;
use crate::import::refusal::Refusal;

/// The name as text, whatever system wrote it: UTF-8, else GB18030, in which Chinese Windows packs.
pub(super) fn text(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(raw).0.into_owned(),
    }
}

/// The name with `/` between its parts, or why it is refused.
pub(super) fn proper(name: &str) -> Result<String, Refusal> {
    if name.len() > limits::NAME_BYTES {
        return Err(Refusal::TooLarge("bytes of a name", limits::NAME_BYTES as u64));
    }
    let slashed = name.replace('\\', "/");
    let absolute = slashed.starts_with('/') || slashed.as_bytes().get(1) == Some(&b':');
    if absolute || slashed.chars().any(char::is_control) {
        return Err(Refusal::BadName);
    }
    let parts: Vec<&str> = slashed.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.is_empty() || parts.iter().any(|part| *part == ".." || is_device(part)) {
        return Err(Refusal::BadName);
    }
    if parts.len() > limits::DEPTH {
        return Err(Refusal::TooLarge("parts of a name", limits::DEPTH as u64));
    }
    Ok(parts.join("/"))
}

/// Whether the name is passed over: a dot file, or what systems add to archives.
pub(super) fn is_passed_over(name: &str) -> bool {
    let parts = || name.split(['/', '\\']);
    parts().any(|part| part == "__MACOSX" || part.starts_with('.') && part.len() > 1 && part != "..")
        || parts().next_back().is_some_and(|part| matches!(part, "Thumbs.db" | "desktop.ini"))
}

/// CON, NUL.txt, COM1, COM¹: what Windows takes for devices, whatever ending they have.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |start: &str| {
        stem.strip_prefix(start).is_some_and(|rest| {
            rest.chars().count() == 1 && rest.contains(|c: char| c.is_ascii_digit() || "¹²³".contains(c))
        })
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_point_anywhere_are_refused() {
        for bad in [
            "../a.md",
            "a/../../b.md",
            "/etc/passwd",
            "C:\\a.md",
            "\\\\host\\a.md",
            "a/NUL",
            "con.txt",
            "COM1",
            "com¹.md",
            "a\0b",
            "",
            "..",
            "\\??\\C:\\a",
            "a/\u{1b}[2J",
        ] {
            assert!(proper(bad).is_err(), "{bad:?}");
        }
        assert_eq!(proper("./甲/乙.md"), Ok("甲/乙.md".to_owned()));
        assert_eq!(proper("甲\\乙.md"), Ok("甲/乙.md".to_owned()));
        assert_eq!(proper("console/communication.md"), Ok("console/communication.md".to_owned()));
        assert!(proper(&"a/".repeat(30)).is_err() && proper(&"a".repeat(2000)).is_err());
        assert_eq!(text(&encoding_rs::GB18030.encode("条例.md").0), "条例.md");
        assert!(
            is_passed_over("a/.git/x")
                && is_passed_over("__MACOSX/a.md")
                && !is_passed_over("./a.md")
                && !is_passed_over("../a.md")
        );
    }
}
