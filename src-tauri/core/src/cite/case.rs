//! Guiding cases by number: 检例第43号, 指导性案例192号, SPP Guiding Case No. 43, jl43.

use super::list::after_word;
use crate::model::DocumentId;
use crate::text::numerals;

/// Ways of naming the procuratorate's cases, longest first.
const PROCURATORATE: [&str; 8] = [
    "spp guiding case no.",
    "spp guiding case",
    "guiding case no.",
    "guiding case",
    "检察指导性案例",
    "检例",
    "检指例",
    "jl",
];

/// Ways of naming the court's.
const COURT: [&str; 5] = ["spc guiding case no.", "spc guiding case", "指导性案例", "指导案例", "zdal"];

/// A guiding case named at `at`: the characters it takes, and its document. `chars` are in script form or as drafters write.
///
/// 第67、68号 names the first only; a list is written number by number.
pub(super) fn at(chars: &[char], at: usize) -> Option<(DocumentId, usize)> {
    [("spp", &PROCURATORATE[..]), ("spc", &COURT[..])].into_iter().find_map(|(prefix, forms)| {
        let (number, end) = forms.iter().find_map(|form| named(chars, at, form))?;
        Some((format!("{prefix}-{number}").parse().ok()?, end))
    })
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

fn named(chars: &[char], at: usize, form: &str) -> Option<(u64, usize)> {
    let length = form.chars().count();
    let same = chars.get(at..at + length)?.iter().zip(form.chars()).all(|(c, f)| c.to_lowercase().eq(f.to_lowercase()));
    if !same {
        return None;
    }
    let mut from = at + length;
    let blanks = |from: usize| chars.get(from..).unwrap_or(&[]).iter().take_while(|c| c.is_whitespace()).count();
    from += blanks(from);
    for mark in ["第", "no."] {
        from = after_word(chars, from, mark).or_else(|| after_sign(chars, from, mark)).unwrap_or(from);
    }
    from += blanks(from);
    let (number, taken) = numerals::read(chars.get(from..)?)?;
    let end = from + taken;
    if number == 0 || chars.get(end).is_some_and(char::is_ascii_alphanumeric) {
        return None;
    }
    let end = end + usize::from(chars.get(end) == Some(&'号'));
    Some((number, end))
}

fn after_sign(chars: &[char], at: usize, sign: &str) -> Option<usize> {
    let end = at + sign.chars().count();
    chars.get(at..end)?.iter().copied().eq(sign.chars()).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_they_are_read() {
        for (id, text) in [("spp-43", "检例第43号"), ("spc-14", "指导案例14号"), ("spc-192", "指导性案例192号")]
        {
            let id: DocumentId = id.parse().expect("id");
            let (issuer, number) = of(&id).expect("a case");
            assert_eq!(printed(issuer, number), text);
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(at(&chars, 0), Some((id, chars.len())), "{text}");
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
            ("指导性案例192号", "spc-192"),
            ("指导案例第14号", "spc-14"),
            ("SPC Guiding Case No. 192", "spc-192"),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(at(&chars, 0), Some((id.parse().expect("id"), chars.len())), "{text}");
        }
        for text in ["检例", "检例第0号", "检例第号", "jlx", "jl4x", "指导", ""] {
            assert_eq!(at(&text.chars().collect::<Vec<_>>(), 0), None, "{text}");
        }
    }
}
