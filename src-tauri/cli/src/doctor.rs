//! `wanghu doctor`.

use std::io::Write;

use wanghu_core::Wanghu;
use wanghu_core::model::Lang;
use wanghu_core::wire::IndexState;

use crate::arguments::Doctor;
use crate::outcome::{Failure, Outcome, print_json};
use crate::words::Words;

pub(crate) fn run(
    wanghu: &Wanghu,
    arguments: &Doctor,
    words: &Words,
    out: &mut impl Write,
) -> Result<Outcome, Failure> {
    let health = wanghu.health()?;
    if arguments.json {
        print_json(&health, out)?;
    } else {
        let state = words.index_state(health.index_state);
        let problem = health.index_problem.as_deref().map(|problem| format!(" ({problem})")).unwrap_or_default();
        let name = |zh, en| if words.lang == Lang::Zh { zh } else { en };
        for (label, value) in [
            (name("版本", "Version"), health.version.to_owned()),
            (name("搜索引擎", "Search engine"), health.engine.to_owned()),
            (name("文本", "Documents"), health.documents.to_string()),
            (name("缓存", "Cache"), health.cache.clone()),
            (name("数据", "Data"), health.data.clone()),
            (name("设置", "Settings"), health.config.clone()),
            (name("索引", "Index"), format!("{}: {state}{problem}", health.index)),
            (name("索引大小", "Index size"), format!("{} B, {} units", health.index_bytes, health.units)),
            (name("最长查询", "Longest query"), format!("{} characters", health.longest_query)),
            (name("网络", "Network"), name("不使用", "none").to_owned()),
        ] {
            writeln!(out, "{label}: {value}")?;
        }
    }
    Ok(if health.index_state == IndexState::Ready { Outcome::Done } else { Outcome::Nothing })
}
