//! A point in time as exactly as it is known: a year, a month or a day.

use std::fmt;

use serde::{Deserialize, Serialize};

/// `2018`, `2018-11` or `2018-11-09`. Moments compare as texts do: a year comes before its months.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct Moment(String);

impl Moment {
    /// The year.
    pub fn year(&self) -> &str {
        &self.0[..4]
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.0
    }
}

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let digits = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let day = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.clone(),
        };
        match day.parse::<toml::value::Datetime>() {
            Ok(day) if digits && day.date.is_some() => Ok(Self(text)),
            _ => Err(format!("'{text}' is no date; write 2018, 2018-11 or 2018-11-09")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_real_or_refused() {
        for text in ["2018", "2018-11", "2018-11-09", "2024-02-29"] {
            assert_eq!(Moment::try_from(text.to_owned()).map(String::from), Ok(text.to_owned()));
        }
        for text in
            ["", "18", "2018-13", "2018-02-30", "2018-11-9", "2018-", "20181", "2018-11-09T10:00:00", "昨天昨天"]
        {
            assert!(Moment::try_from(text.to_owned()).is_err(), "{text} was taken for a date");
        }
    }
}
