//! 文书体: 《未成年人网络保护条例》第三十一条第一款第（二）项; 最高人民检察院指导性案例“骆某猥亵儿童案”（检例第43号）.

use super::source::{Source, titled};
use super::{place, policy};
use crate::cite::nesting;
use crate::model::Kind;

pub(super) fn write(source: &Source<'_>) -> String {
    match source.kind() {
        Kind::GuidingCase => {
            let name = nesting::quoted(&source.zh.title);
            let number = source.number().map(|number| format!("（{number}）")).unwrap_or_default();
            let section = place::printed_section(source).unwrap_or_default();
            format!("{}指导性案例{name}{number}{section}", source.zh.issuing_body)
        }
        Kind::Policy => policy::titled(source),
        _ => {
            let warning: Vec<String> = source.warning().map(str::to_owned).into_iter().collect();
            format!("{}{}", titled(&source.full_title(), &warning), place::chinese(source))
        }
    }
}
