//! What holds for every text, one law in each file: whoever breaks one panics.
//!
//! `tests/it` holds them over texts of many makes, and over the seeds beside them and what is easily
//! made of these; `fuzz` over whatever leads to code that no text before has reached.

pub(crate) mod annotating;
mod configuration;
pub(crate) mod desk;
pub(crate) mod editing;
pub(crate) mod fixing;
mod front_matter;
pub(crate) mod parsing;
mod session;

/// What stands between the parts of a text that tells of more than one.
const PART: char = '⁂';

/// Something that holds for every text.
pub(crate) struct Law {
    /// By this name the folder of its seeds and its target for fuzzing are known.
    pub(crate) name: &'static str,
    /// Panics where it does not hold.
    pub(crate) hold: fn(&str),
}

pub(crate) const LAWS: [Law; 7] = [
    Law {
        name: "parse",
        hold: parsing::hold,
    },
    Law {
        name: "edit",
        hold: editing::hold_for_parts,
    },
    Law {
        name: "front_matter",
        hold: front_matter::hold,
    },
    Law {
        name: "configuration",
        hold: configuration::hold,
    },
    Law {
        name: "annotate",
        hold: annotating::hold,
    },
    Law {
        name: "fix",
        hold: fixing::hold,
    },
    Law {
        name: "session",
        hold: session::hold,
    },
];

/// The law of that name.
pub(crate) fn law(name: &str) -> &'static Law {
    let law = LAWS.iter().find(|law| law.name == name);
    law.unwrap_or_else(|| panic!("no law is called {name}"))
}
