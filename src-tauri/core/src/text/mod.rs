//! Characters and numbers: what must be the same for search although it is written differently.

pub mod fold;
pub mod numerals;
