//! The official style as a link: [《未成年人网络保护条例》第三十一条第一款](wanghu:minors-online-protection/31.1).

use super::official;
use super::source::Source;

pub(super) fn write(source: &Source<'_>) -> String {
    format!("[{}]({})", escaped(&official::write(source)), source.link())
}

/// Nothing in a name of ours may end the link early or become markup.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '>') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
