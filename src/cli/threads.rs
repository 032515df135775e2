//! How many threads work.

use std::num::NonZero;
use std::thread;

use clap::Args;

use crate::cli::tell;

#[derive(Debug, Args)]
pub(super) struct Threads {
    /// How many threads work, from 1 to 1024; by default as many as there are cores
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=MOST_THREADS))]
    threads: Option<u16>,
}

/// More threads than any machine has use for; a slip of the pen beyond it must not exhaust one.
const MOST_THREADS: i64 = 1024;

impl Threads {
    /// Starts them; where they cannot be started, the user is told why.
    pub(super) fn start(&self) -> Option<rayon::ThreadPool> {
        // The count is always given: left to itself, the pool takes any number from its environment.
        let threads = self.threads.map_or_else(cores, usize::from);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        if let Err(error) = &pool {
            tell(&format!("the threads cannot be started: {error}"));
        }
        pool.ok()
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}
