//! XML parts: decoded, without DOCTYPE, event by event.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::import::refusal::Refusal;

/// What happens in a part.
pub(super) enum Happening<'a> {
    /// An element begins. With `true` it is empty and ends at once.
    Start(&'a BytesStart<'a>, bool),
    /// An element ends.
    End(&'a str),
    /// Text, entities resolved.
    Text(&'a str),
}

/// The text of a part: UTF-8, or UTF-16 by its mark. Other encodings are no DOCX.
pub(super) fn text(bytes: &[u8], name: &str) -> Result<String, Refusal> {
    let wrong = || Refusal::Damaged(format!("{name} is not UTF-8"));
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => {
            let (text, bad) = encoding.decode_without_bom_handling(&bytes[length..]);
            if bad { Err(wrong()) } else { Ok(text.into_owned()) }
        }
        None => String::from_utf8(bytes.to_vec()).map_err(|_| wrong()),
    }
}

/// Tells every event of a part to `each`. Refuses any DOCTYPE and any entity but the five of XML.
pub(super) fn events(source: &str, mut each: impl FnMut(Happening<'_>)) -> Result<(), Refusal> {
    if source.is_empty() {
        return Ok(());
    }
    let mut reader = Reader::from_str(source);
    loop {
        match reader.read_event().map_err(|problem| Refusal::Damaged(problem.to_string()))? {
            Event::Start(start) => each(Happening::Start(&start, false)),
            Event::Empty(start) => each(Happening::Start(&start, true)),
            Event::End(end) => each(Happening::End(end.local_name().as_ref())),
            Event::Text(text) => each(Happening::Text(&text.xml10_content())),
            Event::CData(data) => each(Happening::Text(&data.xml10_content())),
            Event::GeneralRef(entity) => {
                let c = match entity.resolve_char_ref().map_err(|problem| Refusal::Damaged(problem.to_string()))? {
                    Some(c) => c,
                    None => match &*entity {
                        "lt" => '<',
                        "gt" => '>',
                        "amp" => '&',
                        "quot" => '"',
                        "apos" => '\'',
                        other => return Err(Refusal::Damaged(format!("an entity &{other};"))),
                    },
                };
                each(Happening::Text(c.encode_utf8(&mut [0; 4])));
            }
            Event::DocType(_) => return Err(Refusal::Doctype),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => return Ok(()),
        }
    }
}

/// An attribute by its local name.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(found.value.to_string())
}

/// Whether a switch such as `<w:vanish/>` is on: it is unless it says so.
pub(super) fn on(start: &BytesStart<'_>) -> bool {
    !attribute(start, "val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
}
