//! Citations read, against a list marked by hand: `tests/fixtures/citations.tsv`.
//!
//! Each line of the list is one citation in one paragraph of the reference texts: the file in the archive, the number of the
//! line, the head of the line's SHA-256, the characters it takes, whose places it names (`own`, or the characters of the title), and
//! the places, with `p2` for 前两款, `a1` for 前条, `i1` for 前项 and `-` for a title alone. A paragraph without citations has one
//! line of dashes. The list holds numbers and positions only: the sentences stay where they are.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io::Read;
use std::ops::Range;

use sha2::{Digest, Sha256};
use wanghu_core::cite::{self, Back, Found, Names, Place, Whose};

use crate::support::{reference_archive, root};

/// What must be found, and how much of what is found must be right.
const RECALL: f64 = 0.99;
const PRECISION: f64 = 0.995;

/// Floors of the list itself.
const CITATIONS: usize = 330;
const WITHOUT: usize = 60;

/// A citation in the form of the list: where it stands, whose it is, what it names.
type Row = (usize, usize, String, String);

/// The marked paragraphs of one file, by line: the head of its hash and the citations in it.
type Marked = BTreeMap<usize, (String, BTreeSet<Row>)>;

fn list() -> BTreeMap<String, Marked> {
    let text = std::fs::read_to_string(root().join("tests/fixtures/citations.tsv")).unwrap();
    let mut files: BTreeMap<String, Marked> = BTreeMap::new();
    for row in text.lines().filter(|row| !row.starts_with('#')) {
        let [file, line, hash, from, to, whose, places] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not seven columns: {row}");
        };
        let lines = files.entry(file.to_owned()).or_default();
        let (_, rows) = lines.entry(line.parse().unwrap()).or_insert_with(|| (hash.to_owned(), BTreeSet::new()));
        if from != "-" {
            rows.insert((from.parse().unwrap(), to.parse().unwrap(), whose.to_owned(), places.to_owned()));
        }
    }
    files
}

/// The files of the archive that `wanted` asks for.
pub(crate) fn unpacked(archive: &std::path::Path, wanted: impl Fn(&str) -> bool) -> BTreeMap<String, String> {
    let mut tar = Vec::new();
    let packed = std::fs::File::open(archive).unwrap();
    lzma_rust2::XzReader::new(std::io::BufReader::new(packed), true).read_to_end(&mut tar).unwrap();
    let mut files = BTreeMap::new();
    for entry in tar::Archive::new(&tar[..]).entries().unwrap() {
        let mut entry = entry.unwrap();
        let path = entry.path().unwrap().to_string_lossy().trim_start_matches("./").to_owned();
        if path.ends_with(".md") && wanted(&path) {
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            files.insert(path, text);
        }
    }
    files
}

fn written(place: &Place) -> String {
    let mut out = match place.back {
        Some(Back::Articles(steps)) if steps > 0 => format!("a{steps}"),
        Some(Back::Paragraphs(steps)) if steps > 0 => format!("p{steps}"),
        Some(Back::Items(steps)) if steps > 0 => format!("i{steps}"),
        _ => place.no.map(|no| no.to_string()).unwrap_or_default(),
    };
    if place.paragraph.is_some() || place.item.is_some() {
        write!(out, ".{}", place.paragraph.map(|n| n.to_string()).unwrap_or_default()).unwrap();
    }
    if let Some(item) = place.item {
        write!(out, ".{item}").unwrap();
    }
    if out.is_empty() { "@".to_owned() } else { out }
}

/// A citation in the form of the list, seen from the paragraph it stands in.
fn row(text: &str, paragraph: &Range<usize>, found: &Found) -> Row {
    let chars = |to: usize| text.get(paragraph.start..to).map_or(0, |text| text.chars().count());
    let whose = match &found.whose {
        Whose::Own => "own".to_owned(),
        Whose::Titled(title) => format!("{}-{}", chars(title.written.start), chars(title.written.end)),
        Whose::Cases(cases) => cases.iter().map(|case| case.to_string()).collect::<Vec<_>>().join("+"),
    };
    let places: Vec<String> = found.places.iter().map(written).collect();
    let places = if places.is_empty() { "-".to_owned() } else { places.join("+") };
    (chars(found.range.start), chars(found.range.end), whose, places)
}

/// Where each line stands, counted from 1.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split('\n')
        .map(|line| {
            let range = at..at + line.len();
            at = range.end + 1;
            range
        })
        .collect()
}

#[test]
fn citations_are_found_whole_and_nothing_else_is() {
    let Some(archive) = reference_archive("citations_are_found_whole_and_nothing_else_is") else { return };
    let list = list();
    let files = unpacked(&archive, |path| list.contains_key(path));
    let (mut right, mut places, mut without) = (0, 0, 0);
    let (mut missed, mut wrong) = (Vec::new(), Vec::new());
    for (path, marked) in &list {
        let text = &files[path];
        let found = cite::find(text, &Names::default());
        let lines = lines(text);
        for (number, (hash, expected)) in marked {
            let paragraph = &lines[number - 1];
            let digest = Sha256::digest(text[paragraph.clone()].as_bytes());
            let head: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(head, *hash, "{path}:{number} is another text than was marked");
            let here = found.iter().filter(|f| paragraph.start <= f.range.start && f.range.start < paragraph.end);
            let here: BTreeSet<Row> = here.map(|found| row(text, paragraph, found)).collect();
            right += here.intersection(expected).count();
            places += expected.iter().filter(|(.., places)| places != "-").count();
            without += usize::from(expected.is_empty());
            let show = |row: &Row| {
                let words: String = text[paragraph.clone()].chars().take(row.1).skip(row.0).collect();
                format!("{path}:{number} {words} {row:?}")
            };
            missed.extend(expected.difference(&here).map(show));
            wrong.extend(here.difference(expected).map(show));
        }
    }
    let (all, told) = (right + missed.len(), right + wrong.len());
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let (recall, precision) = (share(right, all), share(right, told));
    println!(
        "{all} citations ({places} with places), {without} paragraphs without: recall {recall:.4}, precision {precision:.4}"
    );
    println!("missed:\n  {}\nwrong:\n  {}", missed.join("\n  "), wrong.join("\n  "));
    assert!(places >= CITATIONS && without >= WITHOUT, "the list has shrunk");
    assert!(recall >= RECALL, "recall {recall:.4}");
    assert!(precision >= PRECISION, "precision {precision:.4}");
}

/// Every reference text is read to its end, and what is found stands in order, inside the text and apart.
#[test]
fn every_reference_text_is_read() {
    let Some(archive) = reference_archive("every_reference_text_is_read") else { return };
    let files = unpacked(&archive, |_| true);
    let mut found = 0;
    for (path, text) in &files {
        let mut end = 0;
        for one in cite::find(text, &Names::default()) {
            assert!(end <= one.range.start && one.range.start < one.range.end, "{path}: {:?}", one.range);
            assert!(text.get(one.range.clone()).is_some(), "{path}: {:?}", one.range);
            end = one.range.end;
            found += 1;
        }
    }
    println!("{found} citations in {} texts", files.len());
    assert!(files.len() >= 3_000 && found >= 39_000, "{} texts, {found} citations", files.len());
}
