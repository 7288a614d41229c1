//! Everything the command line says, in both languages.

use std::fmt::Display;
use std::io::Write;

use wanghu_core::cite::{self, Style};
use wanghu_core::compare::{self, PairVerdict};
use wanghu_core::model::{Evidence, Lang, Layer, Status};
use wanghu_core::verify;
use wanghu_core::wire::{IndexState, Verdict};

/// The words of one language.
pub(crate) struct Words {
    pub(crate) lang: Lang,
    pub(crate) not_found: &'static str,
    pub(crate) unusable: &'static str,
    pub(crate) broke: &'static str,
    pub(crate) output_failed: &'static str,
    pub(crate) found: &'static str,
    pub(crate) nothing: &'static str,
    pub(crate) also: &'static str,
    pub(crate) not_kept: &'static str,
    pub(crate) references: &'static str,
    pub(crate) cited_by: &'static str,
    pub(crate) outside: &'static str,
    pub(crate) no_duty: &'static str,
    pub(crate) enforced_by: &'static str,
    pub(crate) passed: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) written: &'static str,
    pub(crate) nothing_cited: &'static str,
    pub(crate) cited_place: &'static str,
    pub(crate) perhaps: &'static str,
}

const ZH: Words = Words {
    lang: Lang::Zh,
    not_found: "没有找到：既不是地址，也不是馆内文本的条文号。可以先用 search 查找。",
    unusable: "参数不能用：",
    broke: "出了故障：",
    output_failed: "没能写出结果：",
    found: "条结果",
    nothing: "没有找到。换一个说法，或者去掉几个字再试。",
    also: "同时查找：",
    not_kept: "索引没能存到磁盘，结果来自内存，内容相同：",
    references: "引用：",
    cited_by: "被引：",
    outside: "（馆外）",
    no_duty: "没有这样的义务。",
    enforced_by: "监管部门：",
    passed: "检查通过",
    failed: "检查未通过",
    written: "已写入：",
    nothing_cited: "没有找到引注或者引文，没有可以核对的内容。",
    cited_place: "所引之处：",
    perhaps: "可能是：",
};

const EN: Words = Words {
    lang: Lang::En,
    not_found: "Not found: neither an address nor a citation of a text on board. Try search first: ",
    unusable: "Unusable argument: ",
    broke: "Something broke: ",
    output_failed: "Could not write the result: ",
    found: "found",
    nothing: "Nothing found. Say it differently, or leave a few words off.",
    also: "Also searched: ",
    not_kept: "The index could not be kept on disk; the answer comes from memory and is the same: ",
    references: "Refers to: ",
    cited_by: "Cited by: ",
    outside: " (not on board)",
    no_duty: "No such duty.",
    enforced_by: "Enforced by: ",
    passed: "check passed",
    failed: "check failed",
    written: "Written: ",
    nothing_cited: "No citation and no quotation was found: nothing was checked.",
    cited_place: "Place cited: ",
    perhaps: "Perhaps meant: ",
};

impl Words {
    pub(crate) fn of(lang: Lang) -> Self {
        match lang {
            Lang::Zh => ZH,
            Lang::En => EN,
        }
    }

    /// A message on stderr; when even that fails there is nobody left to tell.
    pub(crate) fn say(&self, message: &str, about: &dyn Display) {
        let _ = writeln!(std::io::stderr(), "wanghu: {message}{about}");
    }

    pub(crate) fn layer(&self, layer: Layer) -> &'static str {
        cite::layer_name(layer, self.lang)
    }

    pub(crate) fn status(&self, status: Status) -> &'static str {
        cite::status_name(status, self.lang)
    }

    /// What became of articles that are compared.
    pub(crate) fn pair_verdict(&self, verdict: PairVerdict) -> &'static str {
        compare::verdict_name(verdict, self.lang)
    }

    /// What is to be said of a citation or a quotation.
    pub(crate) fn verdict(&self, verdict: Verdict) -> &'static str {
        verify::verdict_name(verdict, self.lang)
    }

    /// What stands between a title and a place.
    pub(crate) fn gap(&self) -> &'static str {
        if self.lang == Lang::Zh { "" } else { " " }
    }

    /// How sure we are; nothing for what was seen.
    pub(crate) fn evidence(&self, evidence: Evidence) -> &'static str {
        match (self.lang, evidence) {
            (_, Evidence::Seen) => "",
            (Lang::Zh, Evidence::Recalled) => "〔凭记忆，引用前核对〕",
            (Lang::Zh, Evidence::Inferred) => "〔推断〕",
            (Lang::En, Evidence::Recalled) => " [recalled: check before quoting]",
            (Lang::En, Evidence::Inferred) => " [inferred]",
        }
    }

    /// What a style of citations is called.
    pub(crate) fn style(&self, style: Style) -> &'static str {
        match (self.lang, style) {
            (Lang::Zh, Style::Official) => "文书体",
            (Lang::Zh, Style::LawReview) => "《法学引注手册》（第二版）",
            (Lang::Zh, Style::Bluebook) => "Bluebook（英文）",
            (Lang::Zh, Style::Markdown) => "Markdown 链接",
            (Lang::En, Style::Official) => "Chinese legal documents",
            (Lang::En, Style::LawReview) => "Chinese law reviews (Manual of Legal Citation, 2nd ed.)",
            (Lang::En, Style::Bluebook) => "Bluebook",
            (Lang::En, Style::Markdown) => "Markdown link",
            (_, Style::Gbt7714) => "GB/T 7714—2025",
            (_, Style::CslJson) => "CSL-JSON",
            (_, Style::Ris) => "RIS",
            (_, Style::Bibtex) => "BibTeX",
        }
    }

    pub(crate) fn index_state(&self, state: IndexState) -> &'static str {
        match (self.lang, state) {
            (Lang::Zh, IndexState::Ready) => "完好，已存盘",
            (Lang::Zh, IndexState::Rebuilding) => "正在重建，结果来自内存",
            (Lang::Zh, IndexState::MemoryOnly) => "不能存盘，结果来自内存",
            (Lang::En, IndexState::Ready) => "sound, on disk",
            (Lang::En, IndexState::Rebuilding) => "being rebuilt, answers come from memory",
            (Lang::En, IndexState::MemoryOnly) => "cannot be kept on disk, answers come from memory",
        }
    }
}
