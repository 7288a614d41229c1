//! A report in Markdown.

use super::Report;
use crate::compare::{Change, ChangeRun};
use crate::wire::{CheckedPlace, Finding};

pub(super) fn markdown(report: &Report<'_>) -> String {
    let mut out = format!("# {}\n", report.title());
    for line in report.head() {
        out += &format!("\n- {}", escaped(&line));
    }
    out += &format!("\n\n**{}**\n", report.caution());
    for (name, findings) in report.parts() {
        if !findings.is_empty() {
            out += &format!("\n## {name}\n");
            findings.into_iter().for_each(|finding| one(report, finding, &mut out));
        }
    }
    out
}

fn one(report: &Report<'_>, finding: &Finding, out: &mut String) {
    *out += &format!(
        "\n### {}\n\n> {}\n\n{}\n",
        report.name(finding),
        escaped(&finding.text),
        escaped(finding.message.get(report.lang))
    );
    for (title, places) in [
        (report.say("所引之处", "Place cited"), &finding.places),
        (report.say("可能是", "Perhaps meant"), &finding.candidates),
    ] {
        for place in places {
            *out += &format!("\n- {title}{}", report.say("：", ": "));
            *out += &told(report, place);
        }
    }
}

fn told(report: &Report<'_>, place: &CheckedPlace) -> String {
    let mut out = format!("{} (`wanghu:{}`)\n", escaped(place.label.get(report.lang)), place.address);
    if !place.runs.is_empty() {
        out += &format!(
            "  - {}{}\n",
            report.say("差别：", "Difference: "),
            place.runs.iter().map(run).collect::<String>()
        );
    }
    if let Some((words, layer)) = report.words(place) {
        out += &format!("  - {layer}{}{}\n", report.say("：", ": "), escaped(&words));
    }
    out
}

fn run(run: &ChangeRun) -> String {
    let text = escaped(&run.text);
    match run.change {
        Change::Same => text,
        Change::Added => format!("**{text}**"),
        Change::Removed => format!("~~{text}~~"),
    }
}

/// Text on one line in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
