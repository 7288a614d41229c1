//! A report for a word processor.

use super::Report;
use crate::error::Result;
use crate::paper::{Paper, Piece};
use crate::wire::Finding;

pub(super) fn docx(report: &Report<'_>) -> Result<Vec<u8>> {
    let mut paper = Paper::new(false).title(report.title());
    for line in report.head() {
        paper = paper.text(&[Piece::plain(line)]);
    }
    paper = paper.text(&[Piece::strong(report.caution())]);
    for (name, findings) in report.parts() {
        if !findings.is_empty() {
            let mut rows = vec![
                [report.say("草稿", "Draft"), report.say("结果", "Result")]
                    .map(|head| vec![Piece::strong(head)])
                    .to_vec(),
            ];
            rows.extend(findings.into_iter().map(|finding| row(report, finding)));
            paper = paper.heading(name).table(&[2, 3], &rows);
        }
    }
    paper.finish()
}

fn row(report: &Report<'_>, finding: &Finding) -> Vec<Vec<Piece>> {
    let draft = vec![Piece::strong(report.name(finding)), Piece::plain(format!("\n{}", finding.text))];
    let mut result = vec![Piece::plain(finding.message.get(report.lang))];
    for (title, places) in [
        (report.say("所引之处：", "Place cited: "), &finding.places),
        (report.say("可能是：", "Perhaps meant: "), &finding.candidates),
    ] {
        for place in places {
            result.push(Piece::strong(format!("\n{title}{}", place.label.get(report.lang))));
            if !place.runs.is_empty() {
                result.push(Piece::plain(report.say("\n馆内：", "\nOn board: ")));
                result.extend(Piece::old(&place.runs));
                result.push(Piece::plain(report.say("\n草稿：", "\nDraft: ")));
                result.extend(Piece::new(&place.runs));
            }
            if let Some((words, layer)) = report.words(place) {
                result.push(Piece::plain(format!("\n{layer}{}{words}", report.say("：", ": "))));
            }
        }
    }
    vec![draft, result]
}
