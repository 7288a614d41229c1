//! `wanghu check [DIR]`.

use std::io::Write;

use wanghu_core::check::{Census, Totals, check};
use wanghu_core::corpus::Bundle;
use wanghu_core::model::Lang;

use crate::arguments::Check;
use crate::outcome::{Failure, Outcome, print_json};
use crate::words::Words;

pub(crate) fn run(arguments: &Check, words: &Words, out: &mut impl Write) -> Result<Outcome, Failure> {
    let bundle = arguments.folder.as_deref().map_or_else(|| Ok(Bundle::embedded()), Bundle::from_folder)?;
    let checked = check(&bundle);
    if arguments.json {
        print_json(&checked, out)?;
    } else {
        for diagnostic in &checked.diagnostics {
            writeln!(out, "{diagnostic}")?;
        }
        for census in &checked.documents {
            writeln!(out, "{}", line(census, words.lang))?;
        }
        writeln!(out, "{}", totals(&checked.totals, words.lang))?;
        writeln!(out, "{}", if checked.passed() { words.passed } else { words.failed })?;
    }
    Ok(if checked.passed() { Outcome::Done } else { Outcome::Nothing })
}

fn line(census: &Census, lang: Lang) -> String {
    let Census {
        document,
        languages,
        chapters,
        articles,
        sections,
        paragraphs,
        items,
        aligned,
        references,
        external,
        unresolved,
        fingerprints,
    } = census;
    let languages = languages.len();
    match lang {
        Lang::Zh => format!(
            "{document}：{chapters} 章 {articles} 条 {sections} 节 {paragraphs} 款 {items} 项；{languages} 种语言，{}；引用 {references} 处（馆外 {external} 处，未解析 {unresolved} 处）；官方文本指纹 {fingerprints} 条",
            if *aligned { "逐条对齐" } else { "未对齐" }
        ),
        Lang::En => format!(
            "{document}: {chapters} chapters, {articles} articles, {sections} sections, {paragraphs} paragraphs, {items} items; {languages} languages, {}; {references} references ({external} external, {unresolved} unresolved); {fingerprints} fingerprints of the official wording",
            if *aligned { "aligned" } else { "not aligned" }
        ),
    }
}

fn totals(totals: &Totals, lang: Lang) -> String {
    let Totals {
        documents,
        articles,
        cases,
        policy,
        links,
        duties,
        penalties,
        points,
        figures,
        charts,
        terms,
        topics,
        sayings,
    } = totals;
    match lang {
        Lang::Zh => format!(
            "合计：文本 {documents} 件（指导性案例 {cases}，政策 {policy}），条文 {articles} 条，关联 {links} 处，义务 {duties} 项，罚则 {penalties} 款，审查要点 {points} 个，数字 {figures} 个（图 {charts}），术语 {terms} 个，主题 {topics} 个，词条 {sayings} 条"
        ),
        Lang::En => format!(
            "total: {documents} documents ({cases} guiding cases, {policy} policy pages), {articles} articles, {links} links, {duties} duties, {penalties} penalty clauses, {points} review points, {figures} figures ({charts} charts), {terms} terms, {topics} topics, {sayings} thesaurus entries"
        ),
    }
}
