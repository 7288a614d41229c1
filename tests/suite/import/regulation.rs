//! An invented regulation, in every format that is read.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Its title.
pub(super) const TITLE: &str = "云上市图书馆读书卡管理条例";

/// Its lines: title and head first. Invented from beginning to end.
pub(super) const LINES: [&str; 24] = [
    TITLE,
    "（2021年3月4日云上市第八届人民代表大会常务委员会第二次会议通过　根据2023年5月6日云上市第九届人民代表大会常务委员会第一次会议《关于修改〈云上市图书馆读书卡管理条例〉的决定》修正）",
    "目　录",
    "第一章　总　则",
    "第二章　办卡与用卡",
    "第三章　附　则",
    "第一章　总　则",
    "第一条　为了规范读书卡的办理和使用，方便读者借阅图书，保障读者的合法权益，根据有关法律的规定，结合本市实际，制定本条例。",
    "第二条　本条例所称读书卡，是指由本市公共图书馆制作发放、供读者借阅图书和使用阅览座位的凭证。",
    "前款所称凭证，包括纸质凭证和电子凭证。",
    "第三条　读书卡管理遵循下列原则：",
    "（一）免费办理，不收取押金；",
    "（二）一人一卡，不得转借；",
    "（三）保护读者个人信息，非经读者同意不得向他人提供其借阅记录。",
    "第二章　办卡与用卡",
    "第四条　年满六周岁的未成年人可以单独办理读书卡；未满六周岁的，由其监护人陪同办理，并按照下列规定使用：",
    "（一）每次借阅不超过五册，包括：",
    "1．绘本三册；",
    "2．其他图书二册；",
    "（二）每册借期三十日，可以续借一次。",
    "读者遗失读书卡的，应当及时挂失。公共图书馆应当自收到挂失之日起三个工作日内为其补办，补办读书卡不得收取费用，也不得要求读者提供与补办无关的材料。",
    "第四条之一　读书卡有效期为五年。",
    "第三章　附　则",
    "第五条　本条例自2021年6月1日起施行。",
];

/// What is a chapter heading.
fn heading(line: &str) -> bool {
    line.starts_with('第') && line.contains("章") && line.chars().count() < 12
}

pub(super) fn markdown() -> Vec<u8> {
    let mut out = format!("# {TITLE}\n\n{}\n\n<!-- INFO END -->\n\n", LINES[1]);
    for line in &LINES[6..] {
        out += &if heading(line) { format!("## {line}\n\n") } else { format!("{line}\n\n") };
    }
    out.into_bytes()
}

/// Lines of at most 36 columns, as old systems wrote them; without a blank line between paragraphs, each of which has an indent.
pub(super) fn wrapped() -> String {
    let mut out = String::new();
    for line in LINES {
        let mut column = 0;
        if !heading(line) && line != TITLE {
            out.push_str("　　");
            column = 4;
        }
        for c in line.chars() {
            if column >= 70 {
                out.push('\n');
                column = 0;
            }
            out.push(c);
            column += if c.is_ascii() { 1 } else { 2 };
        }
        out.push('\n');
    }
    out
}

pub(super) fn utf16(text: &str, mark: bool) -> Vec<u8> {
    let mark = if mark { &[0xfeff][..] } else { &[] };
    mark.iter().copied().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// A page in GB18030 that says it is in UTF-8.
pub(super) fn html() -> Vec<u8> {
    let mut out = format!(
        "<html><head><meta charset=\"utf-8\"><title>{TITLE}-某网站</title><style>p{{}}</style></head><body>\n<div class=nav><h1>{TITLE}</h1>"
    );
    for line in &LINES[1..] {
        let tag = if heading(line) { "h3" } else { "p" };
        out += &format!("<{tag} style=\"text-indent:2em\">&nbsp;{}</{tag}>\n", line.replace('　', "&emsp;"));
    }
    out += "<script>document.write('第九条')</script><p style='display:none'>第九条　不存在</p></div></body></html>";
    encoding_rs::GB18030.encode(&out).0.into_owned()
}

/// A DOCX; with `counted` chapters, articles and items are numbered by the program that shows it.
pub(super) fn docx(counted: bool) -> Vec<u8> {
    let mut body = String::new();
    for line in LINES {
        let (properties, text) = match line {
            line if line == TITLE => ("<w:pPr><w:pStyle w:val=\"a1\"/></w:pPr>".to_owned(), line.to_owned()),
            line if counted && body.matches("w:pStyle").count() > 3 => numbered(line),
            line if heading(line) => ("<w:pPr><w:pStyle w:val=\"2\"/></w:pPr>".to_owned(), line.to_owned()),
            line => (String::new(), line.to_owned()),
        };
        // Word cuts paragraphs into runs wherever it likes.
        let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
        body += &format!(
            "<w:p>{properties}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:proofErr/><w:r><w:t>{}</w:t></w:r></w:p>",
            &text[..half],
            &text[half..]
        );
    }
    container(&body, NUMBERING)
}

/// A line without the number that the list gives it.
fn numbered(line: &str) -> (String, String) {
    let level = |level: u8, text: &str| {
        (
            format!("<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr>"),
            text.to_owned(),
        )
    };
    match line.split_once('　') {
        Some((label, rest)) if label.ends_with('章') => {
            let (properties, text) = level(0, rest);
            (properties.replace("<w:numPr>", "<w:pStyle w:val=\"2\"/><w:numPr>"), text)
        }
        Some((label, rest)) if label.ends_with('条') => level(1, rest),
        _ => match line.strip_prefix('（').and_then(|rest| rest.split_once('）')) {
            Some((_, rest)) => level(2, rest),
            None => (String::new(), line.to_owned()),
        },
    }
}

const NUMBERING: &str = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"3\">\
<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"第%1章\"/></w:lvl>\
<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlRestart w:val=\"0\"/><w:lvlText w:val=\"第%2条\"/></w:lvl>\
<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"（%3）\"/></w:lvl>\
</w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>";

/// A DOCX with this body.
pub(super) fn container(body: &str, numbering: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"a1\"><w:name w:val=\"Title\"/></w:style>\
                  <w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"2\"><w:name w:val=\"x\"/><w:basedOn w:val=\"1\"/></w:style></w:styles>";
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
    ])
}

/// A ZIP of these members.
pub(super) fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
