//! Dates as exactly as they are known, written out.

const MONTHS: [&str; 12] =
    ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

/// 2023年10月16日, 2018年11月, 2018年. Takes what the front matter holds: `2023-10-16`, `2018-11`, `2018`.
pub(super) fn chinese(iso: &str) -> String {
    parts(iso).iter().zip(["年", "月", "日"]).map(|(number, unit)| format!("{number}{unit}")).collect()
}

/// Oct. 16, 2023; Nov. 2018; 2018.
pub(super) fn english(iso: &str) -> String {
    let parts = parts(iso);
    let month = |number: &u32| MONTHS.get(*number as usize - 1).copied().unwrap_or_default();
    match &parts[..] {
        [year, m, day] if *m > 0 => format!("{} {day}, {year}", month(m)),
        [year, m] if *m > 0 => format!("{} {year}", month(m)),
        _ => iso.to_owned(),
    }
}

/// Year, month and day, as far as they are there.
pub(super) fn parts(iso: &str) -> Vec<u32> {
    iso.split('-').map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_go_as_far_as_they_are_known() {
        for (iso, zh, en) in [
            ("2023-10-16", "2023年10月16日", "Oct. 16, 2023"),
            ("2024-05-01", "2024年5月1日", "May 1, 2024"),
            ("2018-11", "2018年11月", "Nov. 2018"),
            ("2018", "2018年", "2018"),
        ] {
            assert_eq!((chinese(iso).as_str(), english(iso).as_str()), (zh, en));
        }
    }
}
