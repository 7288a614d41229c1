//! Who must do what, who enforces it, what it costs.

use crate::library::Library;
use crate::model::{Address, Bilingual, Lang};
use crate::tables::{Authority, Duty, Measure, Penalty};
use crate::wire::{DutyFilter, DutyView, MeasureView, PenaltyView};

use super::label;

/// The duties that are wanted: one entry for each actor.
pub fn duties(library: &Library, filter: &DutyFilter) -> Vec<DutyView> {
    let table = &library.tables().duties;
    let punished = |duty: &Duty, clause: &Address| table.penalties_of(&duty.at).any(|penalty| penalty.at.meets(clause));
    let stands = |duty: &&Duty| filter.at.as_ref().is_none_or(|at| duty.at.meets(at) || punished(duty, at));
    let mut found = Vec::new();
    for duty in table.duties.iter().filter(stands) {
        let penalties: Vec<PenaltyView> = table.penalties_of(&duty.at).map(|penalty| view(library, penalty)).collect();
        let mut authorities: Vec<Authority> = duty.authorities.iter().map(|id| table.authority(id)).collect();
        for authority in penalties.iter().flat_map(|penalty| &penalty.authorities) {
            if !authorities.contains(authority) {
                authorities.push(authority.clone());
            }
        }
        let enforced = filter.authority.as_ref().is_none_or(|id| authorities.iter().any(|a| a.id == *id));
        let measures = || penalties.iter().flat_map(|penalty| &penalty.measures);
        if !enforced || filter.measure.is_some_and(|kind| measures().all(|measure| measure.kind != kind)) {
            continue;
        }
        for actor in duty.actors.iter().filter(|one| filter.actor.is_none_or(|wanted| wanted == **one)) {
            found.push(DutyView {
                address: duty.at.clone(),
                label: place(library, &duty.at),
                actor: *actor,
                actor_name: actor.name(),
                duty: duty.duty.clone(),
                authorities: authorities.clone(),
                penalties: penalties.clone(),
            });
        }
    }
    found
}

fn view(library: &Library, penalty: &Penalty) -> PenaltyView {
    PenaltyView {
        address: penalty.at.clone(),
        label: place(library, &penalty.at),
        authorities: penalty.authorities.iter().map(|id| library.tables().duties.authority(id)).collect(),
        measures: penalty.measures.iter().map(measure).collect(),
    }
}

fn measure(measure: &Measure) -> MeasureView {
    let Measure { tier, kind, min, max, unit, on, condition } = measure.clone();
    MeasureView { tier, kind, min, max, unit, on, condition, words: measure.words(), on_name: on.name() }
}

/// The same as a table for other programs: one row for each duty and each measure that follows from it.
pub fn duties_csv(duties: &[DutyView], lang: Lang) -> String {
    let heads = match lang {
        Lang::Zh => ["条文", "义务主体", "义务", "监管部门", "罚则", "档次", "措施", "对象", "条件", "地址"],
        Lang::En => [
            "Provision",
            "Who",
            "Duty",
            "Enforced by",
            "Penalty clause",
            "Tier",
            "Measure",
            "On whom",
            "Condition",
            "Address",
        ],
    };
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut row = |cells: &[&str]| table.write_record(cells).is_ok();
    // Rows go to memory and all have ten cells: writing them cannot fail.
    row(&heads);
    for duty in duties {
        let authorities = names(&duty.authorities, lang);
        let address = duty.address.to_string();
        let start = [duty.label.get(lang), duty.actor_name.get(lang), duty.duty.get(lang)];
        if duty.penalties.is_empty() {
            row(&[start[0], start[1], start[2], &authorities, "", "", "", "", "", &address]);
        }
        for penalty in &duty.penalties {
            let by = names(&penalty.authorities, lang);
            for measure in &penalty.measures {
                let (tier, words) = (measure.tier.to_string(), measure.words.get(lang));
                let (on, condition) = (measure.on_name.get(lang), measure.condition.get(lang));
                let clause = penalty.label.get(lang);
                row(&[start[0], start[1], start[2], &by, clause, &tier, words, on, condition, &address]);
            }
        }
    }
    // Spreadsheets tell UTF-8 by this mark.
    let bytes = table.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

fn names(list: &[Authority], lang: Lang) -> String {
    let joint = if lang == Lang::Zh { "、" } else { "; " };
    list.iter().map(|authority| authority.name.get(lang)).collect::<Vec<_>>().join(joint)
}

fn place(library: &Library, at: &Address) -> Bilingual {
    Bilingual::of(|lang| label(library, at, lang))
}
