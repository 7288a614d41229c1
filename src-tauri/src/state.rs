//! What lives as long as the window.

use std::sync::Arc;

use wanghu_core::Wanghu;

/// Shared by all commands.
pub(crate) struct State {
    /// The core.
    pub(crate) wanghu: Arc<Wanghu>,
    /// The address or citation on the command line; empty when none was given.
    pub(crate) wanted: String,
}

impl State {
    pub(crate) fn new(wanghu: Wanghu, wanted: String) -> Self {
        Self { wanghu: Arc::new(wanghu), wanted }
    }
}
