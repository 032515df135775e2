//! What the actor lets everybody know at any time, without being asked.

use tokio::sync::watch;

/// What stands on the board.
#[derive(Debug, Clone)]
pub(super) struct Posted {
    /// Whether all files of the folders are known.
    pub(super) is_surveyed: watch::Receiver<bool>,
    /// Another number whenever a file has changed.
    pub(super) generation: watch::Receiver<u64>,
}

/// Where the actor writes it.
#[derive(Debug)]
pub(super) struct Board {
    pub(super) is_surveyed: watch::Sender<bool>,
    pub(super) generation: watch::Sender<u64>,
}

/// A board, and what can be read there.
pub(super) fn board() -> (Board, Posted) {
    // Who has no folders knows all their files.
    let (is_surveyed, surveyed) = watch::channel(true);
    let (generation, generations) = watch::channel(0);
    let board = Board {
        is_surveyed,
        generation,
    };
    let posted = Posted {
        is_surveyed: surveyed,
        generation: generations,
    };
    (board, posted)
}
