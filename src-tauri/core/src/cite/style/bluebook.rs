//! The Bluebook's pattern for Chinese sources: title in pinyin, characters, [translation], (authority, promulgation, effect), place.

use super::source::Source;
use super::{date, place, policy};
use crate::cite::case::Issuer;
use crate::cite::nesting;
use crate::model::{Kind, Status};

/// How bodies are abbreviated; others are written out.
const BODIES: [(&str, &str); 5] = [
    ("State Council", "St. Council"),
    ("Standing Committee of the National People's Congress", "Standing Comm. Nat'l People's Cong."),
    ("National People's Congress", "Nat'l People's Cong."),
    ("Supreme People's Court", "Sup. People's Ct."),
    ("Supreme People's Procuratorate", "Sup. People's Proc."),
];

pub(super) fn write(source: &Source<'_>) -> String {
    match source.kind() {
        Kind::GuidingCase => {
            let body = abbreviated(&source.en.issuing_body);
            let number = source.case().map(|(issuer, number)| guiding_case(issuer, number)).unwrap_or_default();
            let dated = source.dated();
            let year = dated.as_deref().and_then(|iso| iso.get(..4)).map(|year| format!(" {year}")).unwrap_or_default();
            format!("{}, {number} ({body}{year}) (China)", names(source, &source.zh.title))
        }
        Kind::Policy => {
            let title = nesting::unmarked(&source.zh.title);
            format!("Wanghu, {title} [{}] ({}) (China)", source.en.title, policy::english_remark(source))
        }
        _ => {
            let place = Some(place::english(source)).filter(|place| !place.is_empty());
            let place = place.map(|place| format!(" {place}")).unwrap_or_default();
            format!("{} ({}){place} (China)", names(source, &source.full_title()), history(source))
        }
    }
}

/// Weichengnianren Wangluo Baohu Tiaoli (未成年人网络保护条例) [Regulations on the Protection of Minors Online].
fn names(source: &Source<'_>, title: &str) -> String {
    let (characters, translation) = (nesting::unmarked(title), &source.en.title);
    match source.en.romanized.as_str() {
        "" => format!("{characters} [{translation}]"),
        romanized => format!("{romanized} ({characters}) [{translation}]"),
    }
}

fn guiding_case(issuer: Issuer, number: u32) -> String {
    let body = match issuer {
        Issuer::Procuratorate => "Sup. People's Proc.",
        Issuer::Court => "Sup. People's Ct.",
    };
    format!("{body} Guiding Case No. {number}")
}

/// promulgated by the St. Council, Oct. 16, 2023, effective Jan. 1, 2024: what is known of it, and whether it still stands.
fn history(source: &Source<'_>) -> String {
    let zh = source.zh;
    let mut parts = vec![format!("promulgated by the {}", abbreviated(&source.en.issuing_body))];
    parts.extend(zh.promulgated_on.as_deref().map(date::english));
    parts.extend(zh.effective_on.as_deref().map(|iso| format!("effective {}", date::english(iso))));
    parts.extend(zh.amended_on.as_ref().map(|moment| format!("amended {}", date::english(&moment.to_string()))));
    parts.extend(match zh.status {
        Status::Repealed => Some("repealed".to_owned()),
        Status::Superseded => Some("amended since".to_owned()),
        Status::NotYetEffective => Some("not yet in force".to_owned()),
        Status::InForce | Status::Unknown => None,
    });
    parts.join(", ")
}

/// Sup. People's Ct. & Sup. People's Proc.
fn abbreviated(bodies: &str) -> String {
    let one =
        |body: &str| BODIES.iter().find(|(long, _)| *long == body).map_or(body.to_owned(), |(_, s)| (*s).to_owned());
    bodies.split(" and ").map(one).collect::<Vec<_>>().join(" & ")
}
