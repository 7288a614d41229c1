//! What the window can ask for. A command is a doorway: state in, one call to the core, the error mapped.

pub(crate) mod library;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod tables;
