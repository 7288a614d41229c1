//! Tests of the whole, as its users and its next maintainers meet it. One binary: one link step, shared set-up.
//!
//! Everything runs without network. What needs the reference texts beside the checkout says that it was skipped when
//! they are missing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod bundled;
mod citations;
mod cite;
mod cli;
mod compare;
mod finding;
mod grammar;
mod hostile;
mod import;
mod index;
mod own;
mod queries;
mod reference_texts;
mod support;
mod tidy;
mod verify;
