//! Guiding cases by number: 检例第43号, 指导性案例192号, 第24号指导案例, SPP Guiding Case No. 43, jl43.

use std::ops::Range;

use super::list::{after_sign, chinese_joint, number, run};
use crate::model::DocumentId;

/// Ways of naming the procuratorate's cases, longest first.
const PROCURATORATE: [&str; 11] = [
    "spp guiding cases",
    "spp guiding case",
    "guiding cases",
    "guiding case",
    "最高人民检察院指导性案例",
    "检察指导性案例",
    "检察指导案例",
    "检例",
    "检指例",
    "检察案例",
    "jl",
];

/// Ways of naming the court's.
const COURT: [&str; 6] = ["spc guiding cases", "spc guiding case", "指导性案例", "指导案例", "指例", "zdal"];

/// What may stand after a figure that counts cases rather than numbering one: 指导性案例5件.
const COUNTED: &str = "个件批起宗项条年月日名篇辑";

/// One case, or a range of cases, in a list: the characters it takes and its documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) range: Range<usize>,
    pub(super) documents: Vec<DocumentId>,
}

/// Whether a case may begin with `c`: a cheap look before [`at`].
pub(super) fn may_start(c: char) -> bool {
    matches!(c, '检' | '指' | '第' | '最' | 's' | 'S' | 'g' | 'G' | 'j' | 'J' | 'z' | 'Z')
}

/// Who issued a guiding case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Issuer {
    /// 最高人民检察院.
    Procuratorate,
    /// 最高人民法院.
    Court,
}

/// The case that a document is: `spp-43` is the procuratorate's 43rd.
pub(super) fn of(id: &DocumentId) -> Option<(Issuer, u32)> {
    let (issuer, number) = id.as_str().split_once('-')?;
    let issuer = match issuer {
        "spp" => Issuer::Procuratorate,
        "spc" => Issuer::Court,
        _ => return None,
    };
    Some((issuer, number.parse().ok()?))
}

/// The number as the issuer prints it: 检例第43号; 指导案例24号, and 指导性案例192号 since the court's 32nd batch, which begins with 179.
pub(super) fn printed(issuer: Issuer, number: u32) -> String {
    match issuer {
        Issuer::Procuratorate => format!("检例第{number}号"),
        Issuer::Court if number < 179 => format!("指导案例{number}号"),
        Issuer::Court => format!("指导性案例{number}号"),
    }
}

/// The guiding cases named at `at`, in order; empty when none is. `chars` are in script form or as drafters write.
pub(super) fn at(chars: &[char], at: usize) -> Vec<Named> {
    [("spp", &PROCURATORATE[..]), ("spc", &COURT[..])]
        .into_iter()
        .map(|(prefix, forms)| {
            let after = forms.iter().find_map(|form| after_form(chars, at, form));
            match after.map(|from| numbered(chars, at, from, prefix)) {
                Some(named) if !named.is_empty() => named,
                _ => number_first(chars, at, prefix, forms).into_iter().collect(),
            }
        })
        .find(|named| !named.is_empty())
        .unwrap_or_default()
}

/// 第43号, 67、68号, 第154—157号, No. 43 after a name that ends at `from`.
fn numbered(chars: &[char], start: usize, from: usize, prefix: &str) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    let (mut start, mut from, mut range) = (start, after_mark(chars, from), false);
    while let Some((n, end)) = number(chars, from) {
        if chars.get(end).is_some_and(|c| c.is_ascii_alphanumeric() || COUNTED.contains(*c)) {
            break;
        }
        let end = end + usize::from(chars.get(end) == Some(&'号'));
        match named.last_mut().filter(|_| range) {
            Some(last) => {
                let first = last.documents.last().and_then(|id| id.as_str().rsplit('-').next()?.parse().ok());
                last.documents.extend(run(first.unwrap_or(n).saturating_add(1), n).filter_map(|n| id(prefix, n)));
                last.range.end = end;
            }
            None => named.extend(id(prefix, n).map(|id| Named { range: start..end, documents: vec![id] })),
        }
        let Some((next_range, next)) = joint(chars, end) else { break };
        (range, start) = (next_range && !range, next);
        from = after_mark(chars, next);
    }
    // 检例第67、68号: the list is one of numbers only where 号 closes it or each of them carries its own.
    named
}

/// 第43号指导性案例.
fn number_first(chars: &[char], at: usize, prefix: &str, forms: &[&str]) -> Option<Named> {
    let (n, end) = number(chars, after_sign(chars, at, "第")?)?;
    let end = after_sign(chars, end, "号")?;
    let end = forms.iter().filter(|form| form.len() > 6).find_map(|form| after_form(chars, end, form))?;
    let spp = chars[at.saturating_sub(10)..at].windows(3).any(|three| three == ['检', '察', '院']);
    let documents = vec![id(if spp { "spp" } else { prefix }, n)?];
    Some(Named { range: at..end, documents })
}

fn id(prefix: &str, number: u32) -> Option<DocumentId> {
    format!("{prefix}-{number}").parse().ok()
}

/// What joins the numbers of a list of cases; the next must again be a number.
fn joint(chars: &[char], end: usize) -> Option<(bool, usize)> {
    let english = [(" to ", true), (" and ", false), (", ", false)];
    let english = english.into_iter().find_map(|(word, range)| Some((range, after_sign(chars, end, word)?)));
    let (range, next) = english.or_else(|| chinese_joint(chars, end))?;
    let marked = after_sign(chars, next, "第");
    let (_, after) = number(chars, marked.unwrap_or(next))?;
    let closed = matches!(chars.get(after), Some('号' | '、' | '—' | '–' | '-' | '至' | '和'));
    let latin = chars.get(end).is_some_and(char::is_ascii) || chars.get(end) == Some(&'–');
    (closed || (latin && !chars.get(after).is_some_and(|c| c.is_alphanumeric()))).then_some((range, next))
}

/// Past blanks, 第 and No.
fn after_mark(chars: &[char], at: usize) -> usize {
    let blanks =
        |from: usize| from + chars.get(from..).unwrap_or(&[]).iter().take(4).take_while(|c| c.is_whitespace()).count();
    let from = blanks(at);
    let mark = ["第", "nos.", "no."].into_iter().find_map(|mark| after_form(chars, from, mark));
    blanks(mark.unwrap_or(from))
}

/// Past `form`, whatever its case.
fn after_form(chars: &[char], at: usize, form: &str) -> Option<usize> {
    let mut end = at;
    for f in form.chars() {
        chars.get(end).filter(|c| c.to_lowercase().eq(f.to_lowercase()))?;
        end += 1;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let chars: Vec<char> = text.chars().collect();
        let named = at(&chars, 0).into_iter();
        named
            .map(|named| {
                let documents: Vec<&str> = named.documents.iter().map(DocumentId::as_str).collect();
                (chars[named.range].iter().collect(), documents.join(" "))
            })
            .collect()
    }

    #[test]
    fn numbers_are_printed_as_they_are_read() {
        for (id, text) in [("spp-43", "检例第43号"), ("spc-14", "指导案例14号"), ("spc-192", "指导性案例192号")]
        {
            let id: DocumentId = id.parse().expect("id");
            let (issuer, number) = of(&id).expect("a case");
            assert_eq!(printed(issuer, number), text);
            assert_eq!(read(text), [(text.to_owned(), id.to_string())]);
        }
        assert_eq!(of(&"criminal-law".parse().expect("id")), None);
    }

    #[test]
    fn cases_by_every_name_people_use() {
        for (text, id) in [
            ("检例第43号", "spp-43"),
            ("检例43", "spp-43"),
            ("检例第四十三号", "spp-43"),
            ("检察指导性案例第43号", "spp-43"),
            ("jl43", "spp-43"),
            ("SPP Guiding Case No. 43", "spp-43"),
            ("Guiding Case 43", "spp-43"),
            ("最高人民检察院指导性案例第43号", "spp-43"),
            ("指导性案例192号", "spc-192"),
            ("指导案例第14号", "spc-14"),
            ("第24号指导案例", "spc-24"),
            ("第24号指导性案例", "spc-24"),
            ("第43号检察指导性案例", "spp-43"),
            ("SPC Guiding Case No. 192", "spc-192"),
            ("检例第154—157号", "spp-154 spp-155 spp-156 spp-157"),
            ("指导案例1号至3号", "spc-1 spc-2 spc-3"),
            ("SPP Guiding Cases Nos. 43–45", "spp-43 spp-44 spp-45"),
        ] {
            assert_eq!(read(text), [(text.to_owned(), id.to_owned())], "{text}");
        }
        for text in
            ["检例", "检例第0号", "检例第号", "jlx", "jl4x", "指导", "", "指导性案例5件", "第5号公告", "指导案例3个"]
        {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn cases_in_a_list_stand_each_for_itself() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(read("检例第67、68号"), [pair("检例第67", "spp-67"), pair("68号", "spp-68")]);
        assert_eq!(read("检例第67号、第68号"), [pair("检例第67号", "spp-67"), pair("第68号", "spp-68")]);
        assert_eq!(read("检例第67号、第3条"), [pair("检例第67号", "spp-67")]);
        let named: Vec<String> = read("Guiding Cases Nos. 43 and 44.").into_iter().map(|(_, id)| id).collect();
        assert_eq!(named, ["spp-43", "spp-44"]);
        assert_eq!(read("检例第43号和5万元"), [pair("检例第43号", "spp-43")]);
    }
}
