//! Everything of Wanghu that is true without a window.
//!
//! Start reading at [`Wanghu`], the one façade that the command line and the window share. Below it:
//! [`corpus`] (files to documents), [`library`] (documents, and what binds them), [`cite`] (citations, read and
//! written), [`index`] and [`search`] (finding), [`compare`] and [`verify`] (texts side by side, drafts checked), [`import`]
//! and [`own`] (the reader's own library), [`view`] and [`wire`] (what leaves the core), [`check`] (is the corpus fit to ship),
//! [`settings`] and [`paths`] (what the user chose, and where it is kept).

pub mod check;
pub mod cite;
pub mod compare;
pub mod corpus;
pub mod error;
pub mod exports;
mod failure;
#[cfg(test)]
mod fresh;
pub mod fs;
pub mod import;
pub mod index;
pub mod library;
pub mod links;
pub mod model;
pub mod own;
mod paper;
pub mod paths;
pub mod search;
pub mod settings;
pub mod tables;
pub mod terms;
pub mod text;
pub mod verify;
pub mod view;
mod wanghu;
pub mod wire;

pub use error::{Error, Result};
pub use failure::answer;
pub use wanghu::{Health, Wanghu};
