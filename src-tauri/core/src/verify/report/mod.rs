//! A checked draft as a report, to be kept with the draft: what was found, what was checked, and what was not.

mod docx;
mod markdown;

use super::message::verdict_name;
use crate::cite::{item_label, layer_name};
use crate::error::Result;
use crate::model::Lang;
use crate::wire::{CheckedPlace, Finding, FindingKind, Verdict, VerifyView};

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The checked draft.
    pub view: &'a VerifyView,
    /// What the draft is called: its file.
    pub draft: &'a str,
    /// When it was checked, as it is to be printed.
    pub date: &'a str,
    /// Language of the report.
    pub lang: Lang,
}

impl Report<'_> {
    /// The report in Markdown.
    pub fn markdown(&self) -> String {
        markdown::markdown(self)
    }

    /// The report for a word processor.
    ///
    /// # Errors
    /// [`crate::Error::Unusable`] when the archive cannot be written.
    pub fn docx(&self) -> Result<Vec<u8>> {
        docx::docx(self)
    }

    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.lang == Lang::Zh { zh } else { en }
    }

    fn title(&self) -> &'static str {
        self.say("引注核对报告", "Citation check")
    }

    /// Draft, date, program and coverage.
    fn head(&self) -> Vec<String> {
        let version = env!("CARGO_PKG_VERSION");
        vec![
            format!("{}{}", self.say("核对对象：", "Draft: "), self.draft),
            format!("{}{}", self.say("核对时间：", "Checked: "), self.date),
            format!("{}{version}", self.say("核对工具：网护 ", "Checked with: Wanghu ")),
            self.view.statement.get(self.lang).to_owned(),
        ]
    }

    /// What every reader must know of a check.
    fn caution(&self) -> &'static str {
        self.say(
            "本报告只说明草稿与馆内文本核对的结果，没有改动草稿。馆内整理稿不是官方文本；标为“无法确认”“未核对”“馆外”的，请对照官方文本。",
            "This report says how the draft compares with the texts on board; the draft was not changed. Restatements are not official: hold whatever is \
            marked as not confirmed, not checked or not on board against the official text.",
        )
    }

    /// What needs a look, and what does not.
    fn parts(&self) -> [(&'static str, Vec<&Finding>); 2] {
        let (right, other): (Vec<&Finding>, Vec<&Finding>) =
            self.view.findings.iter().partition(|finding| finding.verdict == Verdict::Right);
        [(self.say("需要查看", "To be looked at"), other), (self.say("无误", "Right"), right)]
    }

    /// 第3行 引文：无误.
    fn name(&self, finding: &Finding) -> String {
        let kind = match finding.kind {
            FindingKind::Citation => self.say("引注", "citation"),
            FindingKind::Quotation => self.say("引文", "quotation"),
        };
        let (line, verdict) = (finding.line, verdict_name(finding.verdict, self.lang));
        match self.lang {
            Lang::Zh => format!("第{line}行　{kind}：{verdict}"),
            Lang::En => format!("Line {line}, {kind}: {verdict}"),
        }
    }

    /// The words of a place at hand, and whose they are.
    fn words(&self, place: &CheckedPlace) -> Option<(String, &'static str)> {
        let text = place.text.as_ref()?;
        let mut lines = Vec::new();
        for paragraph in &text.paragraphs {
            lines.push(paragraph.text.clone());
            lines
                .extend(paragraph.items.iter().zip(1..).map(|(item, i)| format!("{}{item}", item_label(i, text.lang))));
        }
        Some((lines.join("\n"), layer_name(text.layer, self.lang)))
    }
}
