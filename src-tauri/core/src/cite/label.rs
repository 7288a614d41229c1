//! Writing places: 第四十六条第二款, Article 46(2), and the citation under a quotation.

use super::nesting::bracketed;
use crate::model::{Address, ArticleNo, Kind, Lang, Layer, Meta, Section, Status, Unit};
use crate::text::numerals::{to_chinese, to_roman};

/// 第二百八十七条之一, Article 287-1.
pub fn article_label(no: ArticleNo, lang: Lang) -> String {
    match (lang, no.sub) {
        (Lang::Zh, 0) => format!("第{}条", to_chinese(no.main)),
        (Lang::Zh, sub) => format!("第{}条之{}", to_chinese(no.main), to_chinese(sub)),
        (Lang::En, _) => format!("Article {no}"),
    }
}

/// The printed number of a 项: （三）, (iii).
pub fn item_label(item: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（{}）", to_chinese(item)),
        Lang::En => format!("({})", to_roman(item)),
    }
}

/// A place inside its document: 第二十条第一款第（三）项, Article 20(1)(iii). Empty for the document itself.
pub fn label(address: &Address, lang: Lang) -> String {
    match (&address.unit, lang) {
        (Unit::Whole, _) => String::new(),
        (Unit::Section(key), _) => {
            Section::of_key(key).map_or_else(|| key.clone(), |section| section.heading(lang).to_owned())
        }
        (Unit::Article { no, paragraph, item }, Lang::Zh) => {
            let paragraph = paragraph.map(|p| format!("第{}款", to_chinese(p))).unwrap_or_default();
            let item = item.map(|i| format!("第{}项", item_label(i, lang))).unwrap_or_default();
            format!("{}{paragraph}{item}", article_label(*no, lang))
        }
        (Unit::Article { no, paragraph, item }, Lang::En) => {
            let paragraph = paragraph.map(|p| format!("({p})")).unwrap_or_default();
            let item = item.map(|i| item_label(i, lang)).unwrap_or_default();
            format!("{}{paragraph}{item}", article_label(*no, lang))
        }
    }
}

/// The same as people cite it: the only 款 of an article is not counted in Chinese: 第五十六条, 第十条第（三）项.
pub fn counted_label(address: &Address, single: bool, lang: Lang) -> String {
    match address.unit {
        Unit::Article { no, item: Some(item), .. } if single && lang == Lang::Zh => {
            format!("{}第{}项", article_label(no, lang), item_label(item, lang))
        }
        Unit::Article { item: None, .. } if single => label(&address.to_unit(), lang),
        _ => label(address, lang),
    }
}

/// The citation under an English quotation: Regulations on the Protection of Minors Online, Article 46(2). `meta` is the English front
/// matter; Chinese quotations are cited in the official [`Style`](super::Style).
pub fn english_citation(meta: &Meta, address: &Address) -> String {
    let place = label(address, Lang::En);
    let title = match meta.kind {
        Kind::GuidingCase => format!("{} ({})", meta.title, meta.short_title),
        _ => meta.title.clone(),
    };
    if place.is_empty() { title } else { format!("{title}, {place}") }
}

/// A place among places of other documents, short: 《刑法》第二百三十七条, 检例第43号, Criminal Law, Article 237. `place` is what it is
/// called inside its document.
pub fn short_citation(meta: &Meta, address: &Address, lang: Lang, place: &str) -> String {
    let title = match (meta.kind, lang) {
        (Kind::GuidingCase | Kind::Policy, _) | (_, Lang::En) => meta.short_title.clone(),
        (_, Lang::Zh) => bracketed(&meta.short_title),
    };
    match lang {
        _ if place.is_empty() => title,
        Lang::Zh if matches!(address.unit, Unit::Section(_)) => format!("{title} {place}"),
        Lang::Zh => format!("{title}{place}"),
        Lang::En => format!("{title}, {place}"),
    }
}

/// Whose words a quotation is in; stands under every quotation that leaves the program.
pub fn layer_note(layer: Layer, lang: Lang) -> &'static str {
    match (layer, lang) {
        (Layer::Restatement, Lang::Zh) => "网护整理稿，非官方文本，引用前请核对官方文本",
        (Layer::Restatement, Lang::En) => {
            "Wanghu's Chinese restatement, not the official text; check the official text before quoting"
        }
        (Layer::Rendering, Lang::Zh) => "网护英文译述，非官方译本，引用前请核对官方文本",
        (Layer::Rendering, Lang::En) => {
            "Wanghu's English rendering, unofficial; check the official text before quoting"
        }
        (Layer::Official, Lang::Zh) => "官方文本",
        (Layer::Official, Lang::En) => "Official text",
    }
}

/// Whose words a text is in, as a badge.
pub fn layer_name(layer: Layer, lang: Lang) -> &'static str {
    match (lang, layer) {
        (Lang::Zh, Layer::Restatement) => "整理稿·非官方文本",
        (Lang::Zh, Layer::Rendering) => "英文译述·非官方译本",
        (Lang::Zh, Layer::Official) => "官方文本",
        (Lang::En, Layer::Restatement) => "Restated — not the official text",
        (Lang::En, Layer::Rendering) => "Our English — unofficial",
        (Lang::En, Layer::Official) => "Official text",
    }
}

/// Whether a text is in force.
pub fn status_name(status: Status, lang: Lang) -> &'static str {
    match (lang, status) {
        (Lang::Zh, Status::InForce) => "现行有效",
        (Lang::Zh, Status::Superseded) => "已修改",
        (Lang::Zh, Status::Repealed) => "已废止",
        (Lang::Zh, Status::NotYetEffective) => "尚未生效",
        (Lang::Zh, Status::Unknown) => "效力未核实",
        (Lang::En, Status::InForce) => "in force",
        (Lang::En, Status::Superseded) => "superseded",
        (Lang::En, Status::Repealed) => "repealed",
        (Lang::En, Status::NotYetEffective) => "not yet in force",
        (Lang::En, Status::Unknown) => "status not checked",
    }
}

#[cfg(test)]
mod tests {
    use super::super::list::{self, Ordinal};
    use super::super::place::Place;
    use super::*;

    #[test]
    fn labels_in_both_languages() {
        for (address, zh, en) in [
            ("x/46", "第四十六条", "Article 46"),
            ("x/46.2", "第四十六条第二款", "Article 46(2)"),
            ("x/20.1.3", "第二十条第一款第（三）项", "Article 20(1)(iii)"),
            ("x/287-1", "第二百八十七条之一", "Article 287-1"),
            ("x", "", ""),
        ] {
            let address: Address = address.parse().expect("address");
            assert_eq!((label(&address, Lang::Zh).as_str(), label(&address, Lang::En).as_str()), (zh, en));
        }
    }

    /// Every article number a law may have, with and without 之, is written and read back in both languages.
    #[test]
    fn article_numbers_go_both_ways() {
        for main in 1..=2000 {
            for sub in 0..=30 {
                let no = ArticleNo { main, sub };
                let place = [Place::article(no)];
                let zh: Vec<char> = article_label(no, Lang::Zh).chars().collect();
                let en: Vec<char> = no.to_string().chars().collect();
                let read = [list::chinese(&zh, 0, Place::default(), Ordinal::Marked), list::english(&en, 0)];
                for members in read {
                    assert_eq!(members.iter().flat_map(|m| m.places.clone()).collect::<Vec<_>>(), place);
                }
            }
        }
    }
}
