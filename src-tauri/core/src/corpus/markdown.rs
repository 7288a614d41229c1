//! Markdown as the corpus uses it: a front matter block, headings, paragraphs, numbered lists. Nothing else.
//!
//! pulldown-cmark finds the blocks; their text is taken from the source as it stands. Inline markup, links and
//! HTML are never interpreted: what is written is what is shown, so nothing in a text can act.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::diagnostics::Complaints;

/// A block of a corpus file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// `## 第一章 总则`, without the marks.
    Heading { level: u8, text: String, line: usize },
    /// Running text.
    Paragraph { text: String, line: usize },
    /// A numbered list: each entry with its line.
    Items(Vec<(String, usize)>),
}

/// A corpus file in blocks.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// What stands between the +++ lines.
    pub(super) front_matter: Option<String>,
    /// The blocks in order.
    pub(super) blocks: Vec<Block>,
}

/// Splits a file into blocks. Whatever the format does not know is kept as a paragraph, with a warning.
pub(super) fn split(source: &str, complaints: &mut Complaints<'_>) -> Blocks {
    let lines = Lines::of(source);
    let mut out = Blocks::default();
    let mut end = 0;
    for (tag, range, entries) in top_level(source, &lines, complaints) {
        // Markdown swallows link definitions; text must not vanish, so what lies between blocks is kept.
        keep_gap(source, end..range.start, &lines, &mut out, complaints);
        end = range.end.max(end);
        let (slice, line) = (&source[range.clone()], lines.at(range.start));
        match tag {
            Tag::MetadataBlock(_) => out.front_matter = Some(between_fences(slice).to_owned()),
            Tag::Heading { level, .. } => {
                let text = join(slice.trim_start_matches('#').trim());
                out.blocks.push(Block::Heading { level: level as u8, text, line });
            }
            Tag::Paragraph => out.blocks.push(Block::Paragraph { text: join(slice), line }),
            Tag::List(Some(_)) => {
                let items = entries.into_iter().map(|r| (join(without_number(&source[r.clone()])), lines.at(r.start)));
                out.blocks.push(Block::Items(items.collect()));
            }
            other => {
                complaints.warning(line, format!("{} is not part of the format; shown as plain text", name(&other)));
                out.blocks.push(Block::Paragraph { text: join(slice), line });
            }
        }
    }
    keep_gap(source, end..source.len(), &lines, &mut out, complaints);
    out
}

/// The outermost blocks with their ranges; for lists, the ranges of the entries too.
fn top_level<'a>(
    source: &'a str,
    lines: &Lines,
    complaints: &mut Complaints<'_>,
) -> Vec<(Tag<'a>, Range<usize>, Vec<Range<usize>>)> {
    let mut found: Vec<(Tag<'a>, Range<usize>, Vec<Range<usize>>)> = Vec::new();
    let mut depth = 0usize;
    for (event, range) in Parser::new_ext(source, Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                match &tag {
                    Tag::Item if depth == 1 => {
                        if let Some((_, _, entries)) = found.last_mut() {
                            entries.push(range.clone());
                        }
                    }
                    tag if inline(tag) => complaints.warning(
                        lines.at(range.start),
                        format!("{} is not part of the format; shown as it is written", name(tag)),
                    ),
                    _ => {}
                }
                if depth == 0 {
                    found.push((tag, range, Vec::new()));
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Rule => complaints.warning(lines.at(range.start), "a rule is not part of the format; kept as text"),
            Event::InlineHtml(_) | Event::Code(_) => complaints.warning(
                lines.at(range.start),
                "inline HTML or code is not part of the format; shown as it is written",
            ),
            _ => {}
        }
    }
    found
}

fn keep_gap(source: &str, gap: Range<usize>, lines: &Lines, out: &mut Blocks, complaints: &mut Complaints<'_>) {
    let Some(slice) = source.get(gap.clone()) else { return };
    let text = join(slice);
    if !text.trim_start_matches('\u{feff}').is_empty() {
        let line = lines.at(gap.start + (slice.len() - slice.trim_start().len()));
        complaints.warning(line, "this line is no paragraph, heading or list; kept as text");
        out.blocks.push(Block::Paragraph { text, line });
    }
}

fn inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript
    )
}

fn name(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::BlockQuote(_) => "a quotation",
        Tag::CodeBlock(_) => "a code block",
        Tag::HtmlBlock => "HTML",
        Tag::List(_) => "a list without numbers",
        Tag::Link { .. } => "a link",
        Tag::Image { .. } => "an image",
        Tag::Emphasis | Tag::Strong => "emphasis",
        _ => "this block",
    }
}

/// The text of a block on one line: line ends become a blank between Latin words and nothing between Chinese ones.
fn join(slice: &str) -> String {
    let mut out = String::with_capacity(slice.len());
    for line in slice.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if out.ends_with(|c: char| c.is_ascii()) || (!out.is_empty() && line.starts_with(|c: char| c.is_ascii())) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// A list entry without its `1. `.
fn without_number(entry: &str) -> &str {
    let rest = entry.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    rest.strip_prefix(['.', ')']).unwrap_or(rest).trim()
}

/// What stands between the two fences of a front matter block.
fn between_fences(slice: &str) -> &str {
    let inner = slice.trim_start_matches('+').trim_end();
    inner.strip_suffix("+++").unwrap_or(inner).trim_start_matches(['\r', '\n'])
}

/// Line numbers by byte position.
struct Lines(Vec<usize>);

impl Lines {
    fn of(source: &str) -> Self {
        Self(std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    fn at(&self, position: usize) -> usize {
        self.0.partition_point(|start| *start <= position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(source: &str) -> (Blocks, usize) {
        let mut complaints = Complaints::about("x.md");
        let blocks = split(source, &mut complaints);
        (blocks, complaints.into_list().len())
    }

    #[test]
    fn the_format_splits_into_blocks_with_lines() {
        let (found, complaints) =
            blocks("+++\nid = \"x\"\n+++\n\n# T\n\n### 第一条 目的\n\n甲：\n\n1. 乙；\n2. 丙。\n\n丁。\n");
        assert_eq!(found.front_matter.as_deref(), Some("id = \"x\"\n"));
        assert_eq!(
            found.blocks,
            [
                Block::Heading { level: 1, text: "T".into(), line: 5 },
                Block::Heading { level: 3, text: "第一条 目的".into(), line: 7 },
                Block::Paragraph { text: "甲：".into(), line: 9 },
                Block::Items(vec![("乙；".into(), 11), ("丙。".into(), 12)]),
                Block::Paragraph { text: "丁。".into(), line: 14 },
            ]
        );
        assert_eq!(complaints, 0);
    }

    #[test]
    fn foreign_markup_stays_text_and_is_named() {
        for source in [
            "<script>alert(1)</script>",
            "甲<b onclick=x>乙</b>",
            "[甲](javascript:alert(1))",
            "![甲](https://example.org/x.png)",
            "> 甲",
            "```js\nalert(1)\n```",
            "[甲]: javascript:alert(1)",
            "*甲*",
            "---",
        ] {
            let (found, complaints) = blocks(source);
            let kept: String = found
                .blocks
                .iter()
                .map(|block| match block {
                    Block::Heading { text, .. } | Block::Paragraph { text, .. } => text.clone(),
                    Block::Items(items) => items.iter().map(|(text, _)| text.as_str()).collect(),
                })
                .collect();
            let squeeze = |s: &str| s.split_whitespace().collect::<String>();
            assert_eq!(squeeze(&kept), squeeze(source), "{source}");
            assert!(complaints > 0, "{source}: no complaint");
        }
    }
}
