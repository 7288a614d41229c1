//! `wanghu search QUERY`.

use std::io::{IsTerminal, Write};

use wanghu_core::Wanghu;
use wanghu_core::model::Lang;
use wanghu_core::search::Question;
use wanghu_core::wire::{Hit, IndexState, SearchView};

use crate::arguments::Search;
use crate::outcome::{Failure, Outcome, print_json};
use crate::words::Words;

pub(crate) fn run(
    wanghu: &Wanghu,
    search: &Search,
    lang: Lang,
    words: &Words,
    out: &mut impl Write,
) -> Result<Outcome, Failure> {
    let query = search.query.join(" ");
    let question =
        Question { query: &query, widen: !search.exact, kinds: &search.kind, limit: search.limit, lang, near: None };
    let (answer, state) = wanghu.search(&question)?;
    if search.json {
        print_json(&answer, out)?;
    } else {
        print(wanghu, &answer, words, out)?;
    }
    // The answer is out; now there is time to put the index on disk for the next one.
    if state != IndexState::Ready
        && let Err(problem) = wanghu.keep_index()
    {
        words.say(words.not_kept, &problem);
    }
    Ok(if answer.hits.is_empty() { Outcome::Nothing } else { Outcome::Done })
}

fn print(wanghu: &Wanghu, answer: &SearchView, words: &Words, out: &mut impl Write) -> Result<(), Failure> {
    if !answer.understood.synonyms.is_empty() {
        writeln!(out, "{}{}", words.also, answer.understood.synonyms.join("、"))?;
    }
    if answer.hits.is_empty() {
        writeln!(out, "{}", words.nothing)?;
        return Ok(());
    }
    let bold = std::io::stdout().is_terminal();
    for Hit { address, document, label, heading, layer, lang, snippet, .. } in &answer.hits {
        let title = wanghu.library().work(document).map_or("", |work| &work.meta(*lang).short_title);
        writeln!(out, "{title} {label}　{heading}\n  {address} · {}", words.layer(*layer))?;
        let line: String = snippet
            .iter()
            .map(|run| if run.hit && bold { format!("\x1b[1m{}\x1b[0m", run.text) } else { run.text.clone() })
            .collect();
        writeln!(out, "  {line}")?;
    }
    writeln!(out, "{} {}", answer.total, words.found)?;
    Ok(())
}
