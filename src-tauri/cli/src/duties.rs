//! `wanghu duties`.

use std::io::Write;

use wanghu_core::Wanghu;
use wanghu_core::model::{Address, Lang};
use wanghu_core::tables::Authority;
use wanghu_core::view::duties_csv;
use wanghu_core::wire::{DutyFilter, DutyView};

use crate::arguments::Duties;
use crate::outcome::{Failure, Outcome, print_json};
use crate::words::Words;

pub(crate) fn run(
    wanghu: &Wanghu,
    arguments: &Duties,
    lang: Lang,
    words: &Words,
    out: &mut impl Write,
) -> Result<Outcome, Failure> {
    // The table is about the Regulations, the first text on board.
    let regulations = wanghu.library().works()[0].id();
    let at = arguments.article.map(|no| Address::article(regulations.clone(), no, None, None));
    let found = wanghu.duties(&DutyFilter { actor: arguments.actor, at, ..DutyFilter::default() });
    if arguments.json {
        print_json(&found, out)?;
    } else if arguments.csv {
        write!(out, "{}", duties_csv(&found, lang))?;
    } else {
        for duty in &found {
            print(duty, lang, words, out)?;
        }
    }
    if found.is_empty() {
        words.say(words.no_duty, &"");
    }
    Ok(if found.is_empty() { Outcome::Nothing } else { Outcome::Done })
}

fn print(duty: &DutyView, lang: Lang, words: &Words, out: &mut impl Write) -> Result<(), Failure> {
    let names = |list: &[Authority]| {
        list.iter().map(|authority| authority.name.get(lang)).collect::<Vec<_>>().join(if lang == Lang::Zh {
            "、"
        } else {
            ", "
        })
    };
    writeln!(out, "{} · {}\n  {}", duty.label.get(lang), duty.actor_name.get(lang), duty.duty.get(lang))?;
    if !duty.authorities.is_empty() {
        writeln!(out, "  {}{}", words.enforced_by, names(&duty.authorities))?;
    }
    for penalty in &duty.penalties {
        writeln!(out, "  → {}", penalty.label.get(lang))?;
        for measure in &penalty.measures {
            let (on, condition) = (measure.on_name.get(lang), measure.condition.get(lang));
            writeln!(out, "    {}. {} · {on} · {condition}", measure.tier, measure.words.get(lang))?;
        }
    }
    Ok(())
}
