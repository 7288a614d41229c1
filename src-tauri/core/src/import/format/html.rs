//! HTML to lines by an allow-list: text, headings, lists and tables stay; scripts, styles, forms and hidden parts go.
//!
//! Only the tokenizer of the parser is used, which knows entities and raw text. No tree is built, so that nesting costs no stack and
//! misnested tags no time.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::table::Tables;
use crate::import::limits;
use crate::import::refusal::Refusal;
use crate::import::repair::{RepairKind, Repairs};
use crate::import::source::{Shape, SourceLine};

/// Elements whose text is none of the document's. Of those in the second half what is left out is kept as a repair.
const DROPPED: [&str; 20] = [
    "script", "style", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video", "noframes",
    "noembed", "head", "title", "nav", "select", "button", "textarea", "datalist", "dialog",
];

/// Elements that begin and end a line.
const BLOCKS: [&str; 41] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
    "form",
    "fieldset",
    "legend",
    "address",
    "center",
    "figure",
    "figcaption",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "body",
    "html",
    "details",
    "summary",
    "br",
];

/// Elements that hold nothing.
const VOID: [&str; 13] =
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"];

/// Most attributes of one tag: the tokenizer compares each with all others.
const ATTRIBUTES: usize = 1_000;

/// Reads the text of a page.
pub(super) fn read(source: &str, repairs: &mut Repairs) -> Result<Vec<SourceLine>, Refusal> {
    if crowded(source) {
        return Err(Refusal::TooLarge("attributes of one tag", ATTRIBUTES as u64));
    }
    let sink = Sink(RefCell::new(Reader::default()));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(source));
    // The sink never asks to run a script, so that one call reads everything.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut reader = tokenizer.sink.0.take();
    reader.flush();
    let rest = reader.tables.finish();
    reader.out.extend(rest);
    for (kind, repair) in reader.repairs.0 {
        let sum = repairs.0.entry(kind).or_default();
        sum.count += repair.count;
        sum.lines.extend(repair.lines);
    }
    Ok(reader.out)
}

/// The encoding that a page names at its start.
pub(super) fn charset(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4_096)]).to_ascii_lowercase();
    let said = start[start.find("charset=")? + "charset=".len()..].trim_start_matches(['"', '\'', ' ']);
    let label: String = said.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    (!label.is_empty()).then_some(label)
}

/// Whether one tag has more parts than any page of text needs.
fn crowded(source: &str) -> bool {
    let mut bytes = source.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'<' || !bytes.peek().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (mut parts, mut quote) = (0, None);
        for byte in bytes.by_ref() {
            match (byte, quote) {
                (b'>', None) => break,
                (b'"' | b'\'', None) => quote = Some(byte),
                (mark, Some(open)) if mark == open => {
                    quote = None;
                    parts += 1;
                }
                (b'/' | b' ' | b'\t' | b'\n' | b'\r' | 0x0c, None) => parts += 1,
                _ => {}
            }
            if parts > ATTRIBUTES * 4 {
                return true;
            }
        }
    }
    false
}

struct Sink(RefCell<Reader>);

#[derive(Default)]
struct Reader {
    out: Vec<SourceLine>,
    line: String,
    heading: Option<u8>,
    entry: bool,
    /// Numbers of the open ordered lists; 0 for lists without.
    lists: Vec<u32>,
    tables: Tables,
    /// The dropped element that is open, how many of its name lie in it, and what it says.
    skipped: Option<(String, usize, String)>,
    preformatted: usize,
    repairs: Repairs,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => reader.text(&text),
            Token::TagToken(tag) => return reader.tag(&tag),
            Token::CommentToken(_) => reader.repairs.count(RepairKind::Marks, 1),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reader {
    fn text(&mut self, text: &str) {
        if let Some((name, _, said)) = &mut self.skipped {
            // Programs are no text that anyone would miss.
            if !matches!(name.as_str(), "script" | "style") && said.len() < 10_000 {
                said.push_str(text.trim());
            }
            return;
        }
        for c in text.chars() {
            match c {
                '\n' | '\r' if self.preformatted > 0 => self.flush(),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    if !self.line.is_empty() && !self.line.ends_with(' ') {
                        self.line.push(' ');
                    }
                }
                c => self.line.push(c),
            }
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let start = tag.kind == TagKind::StartTag;
        self.skip(name, start, tag);
        if self.skipped.is_none() {
            self.place(name, start);
        }
        match name {
            _ if !start || tag.self_closing => TokenSinkResult::Continue,
            "script" => TokenSinkResult::RawData(ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(Rawtext),
            "textarea" | "title" => TokenSinkResult::RawData(Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    /// Opens and closes what is left out.
    fn skip(&mut self, name: &str, start: bool, tag: &Tag) {
        let empty =
            VOID.contains(&name) || tag.self_closing && !matches!(name, "script" | "style" | "title" | "textarea");
        match &mut self.skipped {
            Some((open, depth, _)) if open == name && !empty => {
                *depth = if start { *depth + 1 } else { depth.saturating_sub(1) };
                // A hidden paragraph ends where the next one begins.
                let closed = *depth == 0 || start && name == "p";
                if closed && let Some((_, _, said)) = self.skipped.take() {
                    if said.is_empty() {
                        self.repairs.count(RepairKind::Hidden, 1);
                    } else {
                        self.repairs.line(RepairKind::Hidden, said);
                    }
                    // The new paragraph may be hidden as well.
                    if start {
                        self.skip(name, start, tag);
                    }
                }
            }
            // The head ends where the body begins, closed or not.
            Some((open, ..)) if open == "head" && start && (name == "body" || name == "p" || name == "div") => {
                self.skipped = None
            }
            Some(_) => {}
            None if start && !empty && (DROPPED.contains(&name) || hidden(tag)) => {
                self.flush();
                self.skipped = Some((name.to_owned(), 1, String::new()));
            }
            None => {
                let picture = start && matches!(name, "img" | "embed");
                self.repairs.count(RepairKind::Pictures, usize::from(picture));
            }
        }
    }

    /// Lines, headings, lists and tables.
    fn place(&mut self, name: &str, start: bool) {
        if BLOCKS.contains(&name) {
            self.flush();
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = start.then(|| name.as_bytes()[1] - b'0'),
            "pre" => {
                self.preformatted = if start { self.preformatted + 1 } else { self.preformatted.saturating_sub(1) }
            }
            "ol" | "ul" if start && self.lists.len() < limits::NESTING => self.lists.push(u32::from(name == "ol")),
            "ol" | "ul" if !start => {
                self.lists.pop();
            }
            "li" if start => {
                self.entry = true;
                if let Some(number) = self.lists.last_mut().filter(|number| **number > 0) {
                    self.line = format!("{number}. ");
                    *number += 1;
                }
            }
            "table" if start => self.tables.open(),
            "tr" => self.tables.row(&mut self.out),
            "td" | "th" => {
                self.flush();
                if start {
                    self.tables.cell();
                }
            }
            "table" => self.tables.close(&mut self.out),
            _ => {}
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let numbered = self.entry && line.ends_with(". ") && line.len() < 8;
        if line.trim().is_empty() || numbered {
            // A paragraph inside an entry begins the line that the entry has begun.
            self.line = if numbered { line } else { String::new() };
            return;
        }
        let shape = match self.heading {
            Some(level) => Shape::Heading(level),
            None if std::mem::take(&mut self.entry) => Shape::Entry,
            None => Shape::Plain,
        };
        let text = if shape == Shape::Entry { self.entry_text(&line) } else { line };
        let line = SourceLine::new(shape, text.trim_end_matches(' '));
        if let Some(line) = self.tables.take(line) {
            self.out.push(line);
        }
    }

    /// An entry whose own text has a number keeps that one only.
    fn entry_text(&mut self, line: &str) -> String {
        let Some((number, rest)) =
            line.split_once(". ").filter(|(n, _)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
        else {
            return line.to_owned();
        };
        if rest.starts_with(['（', '(', '第'])
            || rest.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
        {
            return rest.to_owned();
        }
        self.repairs.count(RepairKind::Numbered, 1);
        format!("{number}. {rest}")
    }
}

/// Whether an element says that it is not shown.
fn hidden(tag: &Tag) -> bool {
    tag.attrs.iter().any(|attribute| {
        let name: &str = &attribute.name.local;
        match name {
            "hidden" => true,
            "style" => {
                let style: String =
                    attribute.value.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
                style.contains("display:none") || style.contains("visibility:hidden")
            }
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(source: &str) -> Vec<String> {
        let mut repairs = Repairs::default();
        read(source, &mut repairs).expect("small").into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn text_stays_and_the_rest_goes() {
        assert_eq!(
            text(
                "<html><head><title>站名</title><style>p{}</style></head><body><script>alert('<p>坏</p>')</script><h1>甲&amp;乙</h1>\
                 <p>丙&nbsp;丁<b>戊</b><br>己</p><p hidden>隐<p>庚<div style='display: none'><div>藏</div>匿</div>\
                 <img src=http://x/y><a href='javascript:alert(1)' onclick=x>辛</a></body>"
            ),
            ["甲&乙", "丙\u{a0}丁戊", "己", "庚", "辛"]
        );
    }

    #[test]
    fn tables_are_rows_and_tables_for_layout_are_none() {
        assert_eq!(text("<table><tr><th>甲<th>乙<tr><td>1<td><p>2</p><p>3</p></table>"), ["甲 | 乙", "1 | 2 3"]);
        let law = "<table><tr><td><p>第一条 甲</p><p>第二条 乙</p><table><tr><td>丙</td><td>丁</td></tr></table></td></tr></table>";
        assert_eq!(text(law), ["第一条 甲", "第二条 乙", "丙 | 丁"]);
        assert_eq!(text("<ol><li>甲<li>（一）乙<li><p>丙</p></ol>"), ["1. 甲", "（一）乙", "3. 丙"]);
    }

    #[test]
    fn depth_and_number_of_tags_cost_neither_stack_nor_much_time() {
        assert_eq!(text(&format!("{}甲", "<div>".repeat(1_000_000))), ["甲"]);
        assert_eq!(text(&format!("{}甲", "<table><tr><td>".repeat(100_000))), ["甲"]);
        assert_eq!(text(&format!("<p>{}甲", "<b x=1><i>".repeat(200_000))), ["甲"]);
        let mut repairs = Repairs::default();
        assert!(read(&format!("<p {}>", "a ".repeat(1_000_000)), &mut repairs).is_err());
    }
}
