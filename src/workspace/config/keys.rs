//! The keys of the configuration. What stands here is what the reader takes, what it proposes in
//! place of a slip, and what the schema tells an editor.

pub use crate::model::front_matter::Key;

/// The keys at the top of the file.
pub const KEYS: [Key; 6] = [
    Key {
        name: "required-version",
        meaning: "The versions of Isnad that this configuration is for, such as `>=0.1`. Another \
                  version says so instead of guessing. Without it, any will do.",
    },
    Key {
        name: "lang",
        meaning: "The language of articles that do not say theirs in their front matter: a BCP 47 \
                  tag such as `ar` or `en`. Without it, their words tell it.",
    },
    Key {
        name: "registry",
        meaning: "Registries for all articles below this folder, besides every `entities.yaml` \
                  that is found by itself: a path or a list of paths from this folder. `*` stands \
                  for a part of a name, `**` for any folders. Without it, there are no others.",
    },
    Key {
        name: "allow-outside",
        meaning: "What articles may name as `registry` or `wire` though it lies outside of this folder: \
                  a path or a list of paths from this folder. `*` stands for a part of a name, `**` for \
                  any folders; a folder stands for all in it. Without it, nothing.",
    },
    Key {
        name: "rules",
        meaning: "How much each rule matters: `off`, `hint`, `info`, `warning` or `error`. A rule \
                  that is not named keeps its own severity.",
    },
    Key {
        name: "overrides",
        meaning: "What holds for some of the files only. Of several that fit a file, what is \
                  written later wins.",
    },
];

/// The keys of one `[[overrides]]`.
pub const OVERRIDE_KEYS: [Key; 3] = [
    Key {
        name: "paths",
        meaning: "Which files: paths from the folder of this configuration. `*` stands for a part \
                  of a name, `**` for any folders; a folder stands for all in it.",
    },
    Key {
        name: "lang",
        meaning: "The language of these files, where they do not say theirs: a BCP 47 tag such as \
                  `ar` or `en`.",
    },
    Key {
        name: "rules",
        meaning: "How much each rule matters in these files: `off`, `hint`, `info`, `warning` or `error`. \
                  A rule that is not named matters as much as in all others.",
    },
];
