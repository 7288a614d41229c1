//! Characters and numbers: what must be the same for search although it is written differently.

mod digest;
pub mod fold;
pub mod numerals;

pub(crate) use digest::sha256;
