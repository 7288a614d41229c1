//! One regulation in all formats is one document.

use wanghu_core::cite::wording;
use wanghu_core::import::{DoubtKind, Encoding, Format, Recognised, RepairKind, read, recognise};
use wanghu_core::model::{ArticleNo, Kind, Lang, Layer, Status, Unit};

use super::regulation::{self, LINES, TITLE};
use super::{imported, names};
use crate::support::root;

/// The articles by number, as printed.
fn articles(recognised: &Recognised) -> Vec<(String, String)> {
    recognised.document.passages().map(|passage| (passage.label.clone(), wording(passage, Lang::Zh))).collect()
}

/// The articles of the regulation, from its lines.
fn expected() -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for line in &LINES[7..] {
        match line.split_once('　') {
            Some((label, _)) if label.ends_with('章') => {}
            Some((label, rest)) if label.contains('条') => out.push((label.to_owned(), rest.to_owned())),
            _ => {
                let (_, text) = out.last_mut().unwrap();
                text.push('\n');
                text.push_str(line);
            }
        }
    }
    out
}

#[test]
fn the_same_regulation_in_every_format() {
    let text = LINES.join("\n");
    let pdf = std::fs::read(root().join("tests/fixtures/import/reading-cards.pdf")).unwrap();
    for (name, bytes, format, encoding) in [
        ("a.md", regulation::markdown(), Format::Markdown, "UTF-8"),
        ("a.txt", text.clone().into_bytes(), Format::Text, "UTF-8"),
        ("a.txt", regulation::wrapped().into_bytes(), Format::Text, "UTF-8"),
        ("a.txt", regulation::utf16(&text, true), Format::Text, "UTF-16LE"),
        ("a.txt", regulation::utf16(&text, false), Format::Text, "UTF-16LE"),
        ("a.txt", encoding_rs::GB18030.encode(&text).0.into_owned(), Format::Text, "gb18030"),
        ("a.html", regulation::html(), Format::Html, "gb18030"),
        ("a.docx", regulation::docx(false), Format::Docx, "UTF-8"),
        ("a.docx", regulation::docx(true), Format::Docx, "UTF-8"),
        ("a.pdf", pdf, Format::Pdf, "UTF-8"),
        // The name does not decide.
        ("a.pdf", regulation::docx(false), Format::Docx, "UTF-8"),
    ] {
        let recognised = imported(name, &bytes).unwrap();
        let what = format!("{name} {format:?} {encoding}");
        assert_eq!((recognised.format, recognised.encoding.as_str()), (format, encoding), "{what}");
        assert_eq!(articles(&recognised), expected(), "{what}");
        let meta = &recognised.document.meta;
        assert_eq!((meta.title.as_str(), meta.kind), (TITLE, Kind::LocalRegulation), "{what}");
        assert_eq!((meta.layer, meta.status), (Layer::Official, Status::Unknown));
        assert_eq!(meta.issuing_body, "云上市人民代表大会常务委员会", "{what}");
        assert_eq!(meta.promulgated_on.as_deref(), Some("2021-03-04"), "{what}");
        assert_eq!(meta.amended_on.clone().map(String::from).as_deref(), Some("2023-05-06"), "{what}");
        assert_eq!(meta.effective_on.as_deref(), Some("2021-06-01"), "{what}");
        assert_eq!(recognised.version.as_deref(), Some("2023-05-06"), "{what}");
        assert_eq!(meta.id.as_str(), "yun-shang-shi-tu-shu-guan-du-shu-ka-guan-li-tiao-li", "{what}");
        let chapters: Vec<String> =
            recognised.document.chapters.iter().map(|c| format!("{} {}", c.label, c.heading)).collect();
        assert_eq!(chapters, ["第一章 总则", "第二章 办卡与用卡", "第三章 附则"], "{what}");
        assert_eq!(recognised.doubts, [], "{what}");
        let contents = recognised.repairs.of(RepairKind::Contents);
        // What Markdown leaves out was never there.
        assert!(contents == 4 || format == Format::Markdown, "{what}: {contents}");
    }
}

#[test]
fn paragraphs_and_items_have_their_places() {
    let recognised = imported("a.md", &regulation::markdown()).unwrap();
    let document = &recognised.document;
    let third = document.article(ArticleNo::new(3)).unwrap();
    assert_eq!((third.paragraphs.len(), third.paragraphs[0].items.len()), (1, 3));
    assert_eq!(third.paragraphs[0].items[1].text, "一人一卡，不得转借；");
    let fourth = document.article(ArticleNo::new(4)).unwrap();
    assert_eq!((fourth.paragraphs.len(), fourth.paragraphs[0].items.len()), (2, 2));
    assert_eq!(fourth.paragraphs[0].items[0].text, "每次借阅不超过五册，包括：\n1．绘本三册；\n2．其他图书二册；");
    assert!(document.article(ArticleNo { main: 4, sub: 1 }).is_some());
    let json = serde_json::to_string(&recognised).unwrap();
    assert_eq!(serde_json::from_str::<Recognised>(&json).unwrap(), recognised);
}

#[test]
fn traditional_text_in_big5_and_an_encoding_that_is_set() {
    let text = "雲上市圖書館讀書卡管理條例\n第一條　為了規範讀書卡的辦理和使用，方便讀者借閱圖書，制定本條例。\n第二條　讀書卡有效期為五年。\n";
    let bytes = encoding_rs::BIG5.encode(text).0.into_owned();
    let source = read("a.txt", &bytes, None).unwrap();
    assert_eq!((source.encoding, source.replaced), ("Big5", 0));
    let lines: Vec<&str> = source.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(lines.join("\n"), text);
    let wrong = read("a.txt", &bytes, Some(Encoding::Utf8)).unwrap();
    assert!(wrong.replaced > 20);
    let doubts = recognise(&wrong, names()).unwrap().doubts;
    assert!(doubts.iter().any(|doubt| doubt.kind == DoubtKind::UnreadCharacters));
}

#[test]
fn damage_that_public_copies_have_is_repaired_and_said() {
    let text = "云上市读书条例\n\n云上市读书条例\n\n## 第一章 总 则\n\n第一条 甲\u{200b}乙。\n\n第二条\n\n丙，\n\n丁。\n\n\u{200b}\n\n办卡用卡\n\n第三条戊：\n\n\
                (一)己；\n\n(二)庚。\n\n\u{200b}\n\n附 则\n\n第四 条 辛  壬。\n";
    let recognised = imported("a.md", text.as_bytes()).unwrap();
    let chapters: Vec<String> =
        recognised.document.chapters.iter().map(|c| format!("{} {}", c.label, c.heading)).collect();
    assert_eq!(chapters, ["第一章 总则", "第二章 办卡用卡", "第三章 附则"]);
    let texts: Vec<String> = recognised.document.passages().map(|passage| wording(passage, Lang::Zh)).collect();
    assert_eq!(texts, ["甲乙。", "丙，丁。", "戊：\n（一）己；\n（二）庚。", "辛 壬。"]);
    for (kind, count) in [
        (RepairKind::RepeatedTitle, 1),
        (RepairKind::LostNumber, 2),
        (RepairKind::LoneNumber, 1),
        (RepairKind::JoinedNumber, 1),
        (RepairKind::SplitNumber, 1),
        (RepairKind::BrokenLine, 1),
        (RepairKind::Brackets, 2),
        (RepairKind::ZeroWidth, 3),
    ] {
        assert_eq!(recognised.repairs.of(kind), count, "{kind:?}");
    }
}

#[test]
fn texts_of_other_builds() {
    let points = imported("关于读书的决定.txt", "云上市关于读书的决定\n根据需要，决定如下：\n一、多读书。\n（一）每日一页；\n（二）每周一书。\n二、读好书。\n附件：书目\n一、某书\n".as_bytes()).unwrap();
    let units: Vec<String> = points.document.passages().map(|p| p.unit.to_string()).collect();
    assert_eq!(units, ["/preamble", "/1", "/2", "/annex"]);
    let case = imported(
        "案例.txt",
        "读书卡转借案\n（检例第9001号）\n【关键词】读书卡 转借\n【要旨】读书卡不得转借。\n【基本案情】\n某甲转借读书卡。\n【检察机关履职过程】\n甲。\n【指导意义】\n乙。\n【相关规定】\n丙。\n".as_bytes(),
    )
    .unwrap();
    let units: Vec<String> = case.document.passages().map(|p| p.unit.to_string()).collect();
    assert_eq!(units, ["/keywords", "/holding", "/facts", "/work", "/significance", "/provisions"]);
    assert_eq!((case.document.meta.id.as_str(), case.document.meta.kind), ("spp-9001", Kind::GuidingCase));
    assert_eq!(case.document.passage(&Unit::Section("work".into())).unwrap().label, "检察机关履职过程");
    let plain = imported("随笔.txt", "读书随笔\n\n今日读书一页，甚好。明日再读。\n".as_bytes()).unwrap();
    assert!(plain.doubts.iter().any(|doubt| doubt.kind == DoubtKind::Unstructured));
    assert_eq!(plain.document.passages().next().unwrap().unit, Unit::Section("content".into()));
}

#[test]
fn word_says_what_it_did_not_take() {
    let body = "<w:p><w:r><w:t>读书条例</w:t></w:r></w:p><w:p><w:r><w:t>第一条 甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>丙</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>丁</w:t></w:r><w:r><w:fldChar/><w:instrText>INCLUDETEXT \"/etc/passwd\"</w:instrText></w:r>\
        <w:r><w:t>。</w:t></w:r></w:p><w:altChunk r:id=\"r9\"/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>戊</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>己</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let recognised = imported("a.docx", &regulation::container(body, "<w:numbering/>")).unwrap();
    assert_eq!(articles(&recognised), [("第一条".to_owned(), "甲丙。\n戊 | 己".to_owned())]);
    for kind in [RepairKind::Deleted, RepairKind::Inserted, RepairKind::Hidden, RepairKind::External] {
        assert_eq!(recognised.repairs.of(kind), 1, "{kind:?}");
    }
    assert_eq!(recognised.repairs.0[&RepairKind::Deleted].lines, ["乙"]);
}
