//! How long Isnad takes: `cargo bench`, or `cargo bench -- names` for one subject. Each prints one
//! table, of medians; times depend on the machine, the ratios in the last column hardly do.
//!
//! A subject is one file with a function `run`, listed in [`SUBJECTS`]. What they share: [`measure`]
//! times and draws, [`newsroom`] makes up articles and registries.

mod layers;
mod measure;
mod names;
mod newsroom;
mod server;

/// All subjects, by their names.
const SUBJECTS: &[(&str, fn())] = &[
    ("layers", layers::run),
    ("names", names::run),
    ("server", server::run),
];

fn main() {
    // Cargo adds flags of its own, such as `--bench`.
    let arguments = std::env::args().skip(1);
    let chosen: Vec<String> = arguments.filter(|given| !given.starts_with('-')).collect();
    for (name, run) in SUBJECTS {
        if chosen.is_empty() || chosen.iter().any(|chosen| name.contains(chosen.as_str())) {
            run();
        }
    }
}
