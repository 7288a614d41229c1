//! A comparison as a page that stands for itself: no script, nothing fetched, every word escaped.

use super::super::words::{Change, ChangeRun};
use super::words;
use crate::model::Lang;
use crate::wire::CompareView;

const STYLE: &str = "\
body{font:16px/1.7 'Noto Serif CJK SC','Source Han Serif SC',SimSun,'Songti SC',serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1a1a1a;background:#fff}\
h1{font-size:1.5rem;text-align:center}.warning{font-weight:bold}\
table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid #8a8a8a;padding:.5rem .7rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}\
th{background:#eee}th:last-child,td:last-child{width:7rem}.words{white-space:pre-wrap}.label{font-weight:bold}\
ins{background:#d8f3dc;color:#00451f;text-decoration:underline}del{background:#fde2e4;color:#7a0016;text-decoration:line-through}\
thead{display:table-header-group}tr{break-inside:avoid}\
@media print{body{margin:0;max-width:none;font-size:10.5pt}ins,del{background:none}@page{size:A4 landscape;margin:15mm}}";

/// The page: what is compared, whose words they are, and a table of the old text, the new text and the result.
pub fn html(view: &CompareView, lang: Lang) -> String {
    let code = if lang == Lang::Zh { "zh-CN" } else { "en" };
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
        <title>{0}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{0}</h1>\n",
        words::title(lang)
    );
    for line in words::sides(view, lang) {
        page += &format!("<p>{}</p>\n", escaped(&line));
    }
    for line in words::warnings(view, lang) {
        page += &format!("<p class=\"warning\">{}</p>\n", escaped(&line));
    }
    page += &format!("<p>{}</p>\n<table>\n<thead><tr>", escaped(&words::counts(view, lang)));
    for head in words::heads(view, lang) {
        page += &format!("<th scope=\"col\">{}</th>", escaped(&head));
    }
    page += "</tr></thead>\n<tbody>\n";
    for row in &view.rows {
        let old = side(&row.runs, Change::Removed, "del", ChangeRun::before_text);
        let new = side(&row.runs, Change::Added, "ins", ChangeRun::after_text);
        page += "<tr>";
        for (label, text) in [(&row.old_label, old), (&row.new_label, new)] {
            page += &format!(
                "<td><div class=\"label\">{}</div><div class=\"words\">{text}</div></td>",
                escaped(label.get(lang))
            );
        }
        page += &format!("<td>{}</td></tr>\n", escaped(&words::result(row, lang)));
    }
    page + "</tbody>\n</table>\n</body>\n</html>\n"
}

fn side(runs: &[ChangeRun], marked: Change, tag: &str, text: fn(&ChangeRun) -> &str) -> String {
    let mut out = String::new();
    for run in runs {
        let words = escaped(text(run));
        if run.change == marked {
            out += &format!("<{tag}>{words}</{tag}>");
        } else {
            out += &words;
        }
    }
    out
}

/// Text that cannot become markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            c if c.is_control() && c != '\n' => {}
            c => out.push(c),
        }
    }
    out
}
