//! Files made to harm: each is refused with a reason or read harmlessly, and nothing is written.

use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use wanghu_core::import::{Item, Refusal, open, read};
use wanghu_core::model::{ArticleNo, Lang};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::regulation::{container, utf16, zipped};
use super::{imported, opened};

const GOOD: &[u8] = "云上市读书条例\n第一条 多读书。\n第二条 读好书。\n".as_bytes();

/// A tar member: name, type, bytes.
fn tarred(members: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut out = tar::Builder::new(Vec::new());
    for (name, kind, bytes) in members {
        let mut header = tar::Header::new_ustar();
        // Set byte by byte: the library refuses what these tests need.
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(*kind);
        header.set_size(bytes.len() as u64);
        header.as_old_mut().linkname[..11].copy_from_slice(b"/etc/passwd");
        header.set_cksum();
        out.append(&header, *bytes).unwrap();
    }
    out.into_inner().unwrap()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::best());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

/// Writes the bytes to a file and opens it.
fn on_disk(folder: &Path, name: &str, bytes: &[u8]) -> Vec<Item> {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    opened(&path)
}

fn refusals(items: &[Item]) -> Vec<(&str, Option<&Refusal>)> {
    items.iter().map(|item| (item.name.as_str(), item.content.as_ref().err())).collect()
}

#[test]
fn bad_members_are_refused_and_the_others_read() {
    let folder = tempfile::tempdir().unwrap();
    let long = format!("{}.md", "a".repeat(1500));
    let names = [
        "../a.md",
        "a/../../../b.md",
        "/etc/cron.d/x",
        "C:\\Windows\\x.md",
        "\\\\host\\share\\x.md",
        "NUL",
        "a/con.md",
        "COM¹.txt",
        "a/\u{1b}[2J.md",
        &long,
    ];
    let mut members: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, GOOD)).collect();
    members.push(("good.md", GOOD));
    let items = on_disk(folder.path(), "names.zip", &zipped(&members));
    assert_eq!(items.len(), members.len());
    for item in &items[..names.len()] {
        assert!(matches!(item.content, Err(Refusal::BadName | Refusal::TooLarge(..))), "{item:?}");
    }
    assert_eq!(items.last().unwrap().content.as_deref(), Ok(GOOD));

    use tar::EntryType;
    let kinds =
        [EntryType::Symlink, EntryType::Link, EntryType::Fifo, EntryType::Char, EntryType::Block, EntryType::GNUSparse];
    let mut members: Vec<(&str, EntryType, &[u8])> = kinds.iter().map(|kind| ("x.md", *kind, &b""[..])).collect();
    members.push(("../../x.md", EntryType::Regular, GOOD));
    members.push(("good.md", EntryType::Regular, GOOD));
    for (name, bytes) in [("kinds.tar", tarred(&members)), ("kinds.tar.gz", gzipped(&tarred(&members)))] {
        let items = on_disk(folder.path(), name, &bytes);
        assert_eq!(items.len(), members.len(), "{name}");
        for item in &items[..kinds.len()] {
            assert!(matches!(item.content, Err(Refusal::Link | Refusal::NoFile)), "{name}: {item:?}");
        }
        assert_eq!(items[kinds.len()].content, Err(Refusal::BadName));
        assert_eq!(items.last().unwrap().content.as_deref(), Ok(GOOD), "{name}");
    }
    // A symbolic link in a ZIP, and a member that is an archive itself.
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("link.md", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    zip.start_file("inner.zip", SimpleFileOptions::default()).unwrap();
    zip.write_all(&zipped(&[("a.md", GOOD)])).unwrap();
    let items = on_disk(folder.path(), "links.zip", &zip.finish().unwrap().into_inner());
    assert_eq!(items[0].content, Err(Refusal::Link));
    assert_eq!(read("inner.zip", items[1].content.as_ref().unwrap(), None).unwrap_err(), Refusal::Nested);
    // Nothing but what this test wrote is there.
    let mut left: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["kinds.tar", "kinds.tar.gz", "links.zip", "names.zip"]);
}

#[test]
fn bombs_do_not_go_off() {
    let folder = tempfile::tempdir().unwrap();
    let zeros = vec![b' '; 40 << 20];
    // Ratio.
    let items = on_disk(folder.path(), "ratio.zip", &zipped(&[("a.md", &zeros), ("good.md", GOOD)]));
    assert_eq!(items[0].content, Err(Refusal::Bomb));
    assert_eq!(items[1].content.as_deref(), Ok(GOOD));
    // Ratio in streams: tar and single file.
    let items = on_disk(folder.path(), "ratio.tar.gz", &gzipped(&tarred(&[("a.md", tar::EntryType::Regular, &zeros)])));
    assert!(items.iter().any(|item| item.content == Err(Refusal::Bomb)), "{:?}", refusals(&items));
    let items = on_disk(folder.path(), "a.md.gz", &gzipped(&zeros));
    assert_eq!(items[0].content, Err(Refusal::Bomb));
    // Count.
    let many: Vec<(String, &[u8])> = (0..20_500).map(|n| (format!("{n}.md"), &b"x"[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let items = on_disk(folder.path(), "count.zip", &zipped(&many));
    assert!(matches!(items[..], [Item { content: Err(Refusal::TooLarge(..)), .. }]), "{}", items.len());
    // Two members on the same bytes: the second record of the directory points at the first member.
    let mut overlap = zipped(&[("a.md", &GOOD.repeat(50)), ("b.md", &GOOD.repeat(50))]);
    let records: Vec<usize> =
        overlap.windows(4).enumerate().filter(|(_, w)| *w == b"PK\x01\x02").map(|(at, _)| at).collect();
    overlap[records[1] + 42..records[1] + 46].fill(0);
    let items = on_disk(folder.path(), "overlap.zip", &overlap);
    assert!(items.iter().all(|item| item.content.is_err() || item.name == "a.md"), "{:?}", refusals(&items));
    assert!(items.iter().any(|item| item.content.is_err()));
    // Sizes that lie, in the local header and in the directory.
    let mut lying = zipped(&[("a.md", &zeros[..8 << 20])]);
    for at in 0..lying.len() - 4 {
        match &lying[at..at + 4] {
            b"PK\x03\x04" => lying[at + 22..at + 26].copy_from_slice(&9_u32.to_le_bytes()),
            b"PK\x01\x02" => lying[at + 24..at + 28].copy_from_slice(&9_u32.to_le_bytes()),
            _ => {}
        }
    }
    let items = on_disk(folder.path(), "lying.zip", &lying);
    assert!(items[0].content.is_err(), "{:?}", refusals(&items));
    // A DOCX whose document is one.
    let text = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(80 << 20));
    assert_eq!(imported("a.docx", &container(&text, "")).unwrap_err(), Refusal::Bomb);
    let parts: Vec<(String, &[u8])> = (0..2_100).map(|n| (format!("word/{n}.xml"), &b""[..])).collect();
    let mut parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    parts.push(("word/document.xml", b"<w:document/>"));
    assert!(matches!(imported("a.docx", &zipped(&parts)), Err(Refusal::TooLarge(..))));
    // A PDF whose page is one, and one that is packed twice.
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&vec![b' '; 70 << 20]).unwrap();
    let packed = packed.finish().unwrap();
    for filter in ["/FlateDecode", "[/FlateDecode /FlateDecode]"] {
        assert_eq!(imported("a.pdf", &pdf(&packed, filter, "")).unwrap_err(), Refusal::Bomb, "{filter}");
    }
}

/// A PDF of one page with this content.
fn pdf(content: &[u8], filter: &str, trailer: &str) -> Vec<u8> {
    let filter = if filter.is_empty() { String::new() } else { format!("/Filter {filter}") };
    let mut out = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
        3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>/Font<</A 6 0 R>>>>>>\nendobj\n"
        .to_vec();
    out.extend(format!("4 0 obj\n<</Length {} {filter}>>\nstream\n", content.len()).bytes());
    out.extend(content);
    out.extend(b"\nendstream\nendobj\n5 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length 40>>\nstream\n/F Do /F Do /F Do /F Do /F Do /F Do      \nendstream\nendobj\n\
        6 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n");
    out.extend(format!("trailer\n<</Root 1 0 R {trailer}>>\n%%EOF\n").bytes());
    out
}

#[test]
fn pdf_that_cannot_be_read_says_why() {
    for (what, bytes, expected) in [
        ("no text", pdf(b"0 0 100 100 re f", "", ""), Refusal::Scanned),
        ("a password", pdf(b"", "", "/Encrypt 7 0 R"), Refusal::Encrypted),
        ("forms that draw themselves", pdf(b"/F Do", "", ""), Refusal::Scanned),
    ] {
        assert_eq!(imported("a.pdf", &bytes).unwrap_err(), expected, "{what}");
    }
    let good = pdf(b"BT /A 12 Tf 100 700 Td (Article) Tj ET", "", "");
    assert!(imported("a.pdf", &good).is_ok());
    // Cut and changed at many places: an answer, whichever.
    for at in (0..good.len()).step_by(37) {
        let _ = imported("a.pdf", &good[..at]);
        let mut changed = good.clone();
        changed[at] ^= 0x15;
        let _ = imported("a.pdf", &changed);
    }
}

#[test]
fn word_is_data() {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let wrap = |head: &str, body: &str| format!("{head}<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let external = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">";
    let parameter = "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://x/y\"> %p;]>";
    for head in [laughs, external, parameter] {
        let document = wrap(head, &paragraph("甲"));
        let bytes = zipped(&[("word/document.xml", document.as_bytes())]);
        assert_eq!(imported("a.docx", &bytes).unwrap_err(), Refusal::Doctype, "{head}");
        // In UTF-16, where a search for the letters would not find it.
        let bytes = zipped(&[("word/document.xml", &utf16(&document, true))]);
        assert_eq!(imported("a.docx", &bytes).unwrap_err(), Refusal::Doctype, "{head}");
        let bytes = zipped(&[
            ("word/document.xml", wrap("", &paragraph("甲")).as_bytes()),
            ("word/styles.xml", head.as_bytes()),
        ]);
        assert_eq!(imported("a.docx", &bytes).unwrap_err(), Refusal::Doctype, "{head}");
    }
    for (what, document) in [
        ("an entity", wrap("", &paragraph("&xxe;"))),
        ("an open element", "<w:document><w:body><w:p>".replace("w:p>", "w:p") + "<"),
        ("another encoding", "\u{0}\u{1}".to_owned() + &wrap("", "")),
        ("not UTF-8", String::new()),
    ] {
        let bytes = if document.is_empty() { b"<?xml?>\xff\xff\xff".to_vec() } else { document.into_bytes() };
        assert!(imported("a.docx", &zipped(&[("word/document.xml", &bytes)])).is_err(), "{what}");
    }
    // External pictures, templates, objects and fields: not followed, not taken for text.
    let body = format!(
        "{}<w:p><w:r><w:drawing><a:blip r:link=\"rId1\"/></w:drawing><w:object/><w:fldSimple w:instr=\"INCLUDEPICTURE http://x/y\"><w:r><w:t>乙。</w:t></w:r></w:fldSimple></w:r></w:p>",
        paragraph("云上市读书条例").to_owned() + &paragraph("第一条 甲。")
    );
    let document = wrap("", &body);
    let rels = "<Relationships><Relationship Id=\"rId1\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>";
    let bytes = zipped(&[
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", rels.as_bytes()),
        ("word/vbaProject.bin", b"macro"),
        ("word/embeddings/x.bin", b"object"),
    ]);
    let recognised = imported("a.docx", &bytes).unwrap();
    let text = serde_json::to_string(&recognised.document).unwrap();
    assert!(text.contains('乙') && !text.contains("passwd") && !text.contains("INCLUDEPICTURE"));
    // Depth costs no stack.
    let deep = format!(
        "{}{}{}",
        "<w:tbl><w:tr><w:tc>".repeat(50_000),
        paragraph("第一条 甲。"),
        "</w:tc></w:tr></w:tbl>".repeat(50_000)
    );
    assert!(imported("a.docx", &container(&deep, "")).is_ok());
}

#[test]
fn pages_are_text() {
    for (what, page) in [
        ("a script", "<script>alert(1)</script><p>第一条 甲。</p>"),
        ("handlers", "<p onclick=alert(1) onmouseover='x'>第一条 甲。<img src=x onerror=alert(1)></p>"),
        ("a script in a picture", "<svg><script>alert(1)</script></svg><p>第一条 甲。"),
        ("a frame", "<iframe srcdoc='<p>第二条 乙'></iframe><p>第一条 甲。"),
        ("a template", "<template><p>第二条 乙</p></template><p>第一条 甲。"),
        ("an open comment", "<p>第一条 甲。<!-- <p>第二条 乙"),
        ("an open script", "<p>第一条 甲。<script>"),
        ("cdata", "<p>第一条 甲。</p><![CDATA[ x ]]>"),
        ("nested quotes", "<p title=\"<p>第二条 乙\">第一条 甲。"),
        ("broken entities", "<p>第一条 甲。&#x110000;&#0;&bogus;"),
    ] {
        let recognised = imported("a.html", format!("<html><body><h1>云上市读书条例</h1>{page}").as_bytes()).unwrap();
        let document = &recognised.document;
        assert!(
            document.article(ArticleNo::new(1)).is_some() && document.article(ArticleNo::new(2)).is_none(),
            "{what}: {document:?}"
        );
        assert!(!serde_json::to_string(document).unwrap().contains("alert(1)"), "{what}");
    }
    let crowded = format!("<html><p {}>", "a=1 ".repeat(100_000));
    assert!(matches!(imported("a.html", crowded.as_bytes()), Err(Refusal::TooLarge(..))));
}

#[test]
fn kinds_that_are_not_read_say_what_they_are() {
    for (name, bytes) in [
        ("a.docx", &b""[..]),
        ("a.docx", b" \n "),
        ("a.docx", b"\x89PNG\r\n\x1a\n"),
        ("a.docx", b"\xff\xd8\xff\xe0JFIF"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.txt", b"\x7fELF\x02\x01\x01"),
        ("a.txt", b"SQLite format 3\0"),
        ("a.txt", b"{\\rtf1 x}"),
        ("a.md", b"\x1f\x8b\x08"),
        ("a.md", b"7z\xbc\xaf\x27\x1c"),
        ("a.docx", b"PK\x03\x04 cut"),
        ("a.docx", b"PK\x05\x06"),
        ("a.pdf", b"%PDF-1.7\n"),
        ("a.txt", &[0, 159, 146, 150, 0, 0, 1, 2, 3]),
    ] {
        let refusal = imported(name, bytes).unwrap_err();
        for lang in [Lang::Zh, Lang::En] {
            assert!(!refusal.say(lang).is_empty());
        }
    }
    for (members, expected) in [
        (&["xl/workbook.xml", "[Content_Types].xml"][..], "XLSX"),
        (&["ppt/presentation.xml"], "PPTX"),
        (&["mimetype", "content.xml"], "ODT"),
        (&["OFD.xml"], "OFD"),
    ] {
        let members: Vec<(&str, &[u8])> = members.iter().map(|name| (*name, &b"x"[..])).collect();
        assert_eq!(imported("a.docx", &zipped(&members)).unwrap_err(), Refusal::Unsupported(expected));
    }
    let mut protected = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    protected.extend("EncryptedPackage".bytes().flat_map(|b| [b, 0]));
    assert_eq!(imported("a.docx", &protected).unwrap_err(), Refusal::Encrypted);
    // The flag that says so is enough.
    let mut locked = zipped(&[("a.md", GOOD)]);
    for at in 0..locked.len() - 4 {
        match &locked[at..at + 4] {
            b"PK\x03\x04" => locked[at + 6] |= 1,
            b"PK\x01\x02" => locked[at + 8] |= 1,
            _ => {}
        }
    }
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(on_disk(folder.path(), "locked.zip", &locked)[0].content, Err(Refusal::Encrypted));
}

#[test]
fn the_disk_is_asked_what_a_file_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    assert_eq!(opened(&at("none.md"))[0].content, Err(Refusal::Missing));
    std::fs::create_dir(at("folder.docx")).unwrap();
    assert_eq!(opened(&at("folder.docx"))[0].content, Err(Refusal::Empty));
    std::fs::write(at("good.md"), GOOD).unwrap();
    // Five gigabytes of nothing.
    std::fs::File::create(at("huge.md")).unwrap().set_len(5 << 30).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", at("link.md")).unwrap();
        std::os::unix::fs::symlink(folder.path(), at("ring")).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(at("pipe.md")).status().unwrap().success());
        assert_eq!(opened(&at("pipe.md"))[0].content, Err(Refusal::NoFile));
        assert_eq!(opened(Path::new("/dev/zero"))[0].content, Err(Refusal::NoFile));
    }
    let items = opened(folder.path());
    for item in &items {
        match item.name.as_str() {
            "good.md" => assert_eq!(item.content.as_deref(), Ok(GOOD)),
            "huge.md" => assert!(matches!(item.content, Err(Refusal::TooLarge(..)))),
            "link.md" | "ring" => assert_eq!(item.content, Err(Refusal::Link)),
            "pipe.md" => assert_eq!(item.content, Err(Refusal::NoFile)),
            other => panic!("{other}"),
        }
    }
    assert!(matches!(opened(&at("huge.md"))[0].content, Err(Refusal::TooLarge(..))));
    std::fs::write(at("cut.tar.xz"), b"\xfd7zXZ\0\0\x04").unwrap();
    assert!(opened(&at("cut.tar.xz"))[0].content.is_err());
}

#[test]
fn stopping_stops() {
    let folder = tempfile::tempdir().unwrap();
    let members: Vec<(String, &[u8])> = (0..50).map(|n| (format!("{n}.md"), GOOD)).collect();
    let members: Vec<(&str, &[u8])> = members.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    std::fs::write(folder.path().join("a.zip"), zipped(&members)).unwrap();
    let stop = AtomicBool::new(false);
    let mut items = Vec::new();
    open(&folder.path().join("a.zip"), &stop, &mut |item| {
        items.push(item);
        stop.store(items.len() == 10, Ordering::Relaxed);
    });
    assert_eq!(items.len(), 11);
    assert_eq!(items[10].content, Err(Refusal::Stopped));
}

/// What takes twice as long for twice as much is fine; what takes four times as long is not. Read at all is the test: the sizes are such
/// that anything quadratic would not end.
#[test]
fn size_costs_no_more_than_size() {
    let line = "读书".repeat(800_000);
    assert!(imported("a.txt", line.as_bytes()).is_ok());
    let articles: String = (1..=9_999).map(|n| format!("第{n}条 读书{n}。\n")).collect();
    let text = format!("云上市读书条例\n{}", articles.repeat(10));
    let recognised = imported("a.txt", text.as_bytes()).unwrap();
    assert_eq!(recognised.document.passages().filter(|p| p.label.starts_with('第')).count(), 9_999);
    for part in [
        "（一）",
        "第一章 甲\n",
        "《",
        "（",
        "一、甲\n",
        "| a | b |\n",
        "目录\n",
        "<!--\n",
        "第",
        "附件\n",
        "(2020年1月1日",
    ] {
        let _ = imported("a.md", part.repeat(300_000).as_bytes());
        let _ = imported("a.txt", format!("第一条 甲\n{}", part.repeat(300_000)).as_bytes());
    }
}
