//! Everything of Wanghu that is true without a window.
//!
//! Start reading at [`Wanghu`], the one façade that the command line and the window share. Below it:
//! [`corpus`] (files to documents), [`library`] (documents, and what binds them), [`cite`] (citations, read and
//! written), [`index`] and [`search`] (finding), [`view`] and [`wire`] (what leaves the core), [`check`] (is the corpus fit
//! to ship), [`own`] (the reader's own library), [`settings`] and [`paths`] (what the user chose, and where it is kept).

pub mod check;
pub mod cite;
pub mod corpus;
pub mod error;
pub mod exports;
mod failure;
#[cfg(test)]
mod fresh;
pub mod fs;
pub mod index;
pub mod library;
pub mod links;
pub mod model;
pub mod own;
pub mod paths;
pub mod search;
pub mod settings;
pub mod tables;
pub mod terms;
pub mod text;
pub mod view;
mod wanghu;
pub mod wire;

pub use error::{Error, Result};
pub use failure::answer;
pub use wanghu::{Health, Wanghu};
