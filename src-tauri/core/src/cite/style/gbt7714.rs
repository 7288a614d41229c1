//! GB/T 7714—2025 without an address on the web, so `[Z]` and no day of access:
//! 国务院. 未成年人网络保护条例：国务院令第766号[Z]. 2023-10-16：第31条第1款.

use super::policy;
use super::source::Source;
use crate::cite::nesting;
use crate::model::Kind;

pub(super) fn write(source: &Source<'_>) -> String {
    if source.kind() == Kind::Policy {
        return format!("网护. {}：{}[Z].", nesting::unmarked(&source.zh.title), policy::chinese_remark(source));
    }
    let number = source.number().map(|number| format!("：{number}")).unwrap_or_default();
    let mut text = format!("{}. {}{number}[Z].", source.bodies().join("，"), nesting::unmarked(source.own_title()));
    for part in [source.version(), source.warning().map(str::to_owned)].into_iter().flatten() {
        text += &format!(" {part}.");
    }
    let place = Some(source.place()).filter(|place| !place.is_empty());
    let last: Vec<String> = [source.dated(), place].into_iter().flatten().collect();
    if last.is_empty() { text } else { format!("{text} {}.", last.join("：")) }
}
