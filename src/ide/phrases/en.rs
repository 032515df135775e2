//! English.

use crate::ide::phrases::{
    ActionPhrases, CompletionPhrases, FoldPhrases, GradePhrases, LensPhrases, LinkPhrases, Phrases,
    RenamePhrases, isolated,
};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sure",
        likely: "likely",
        guess: "a guess",
    },
    lens: LensPhrases {
        mentions: |count| number(count, "mention", "mentions"),
        quotations: |count| number(count, "quotation", "quotations"),
        articles: |count| format!("in {}", number(count, "article", "articles")),
        others: |count| number(count, "other", "others"),
        share: |name, percent| format!("{name} {percent} %"),
        nobody: "not attributed",
    },
    rename: RenamePhrases {
        words: "these are words of the text, and nothing changes those; put the cursor on an id to rename it",
        name: "this is a name and no id; put the cursor on the id of the entity to rename it",
        nothing: "there is no id here that could be renamed",
        no_id: |problem| problem.to_string(),
        no_speech: "`-` alone cannot be an id: in a brace it says that something is no speech",
        taken: |id, name, file| {
            let [id, name, file] = [id, name, file].map(isolated);
            format!("the id {id} is taken: {file} declares it for {name}")
        },
        written: |id, file| {
            let [id, file] = [id, file].map(isolated);
            format!("{id} is written in {file} already and would come to mean this entity")
        },
        here: "In this file",
        articles: "In other articles",
        registries: "In registries",
    },
    completion: CompletionPhrases {
        inferred: "inferred",
        goes_on: "the speaker goes on",
        nobody_knows: "nobody knows who says it",
        no_speech: "no speech",
        today: "today",
        published: "day of publication",
        dateline: "day of the dateline",
        these_words: "what these words say",
    },
    fold: FoldPhrases {
        entities: |count| number(count, "entity", "entities"),
    },
    link: LinkPhrases {
        wire: "the wire text",
        registry: "the registry of entities",
        page: "the page",
        about: |name| format!("the page about {name}"),
        wikidata: |name| format!("{name} in Wikidata"),
    },
    action: ActionPhrases {
        fix_all: "fix all that can be fixed safely",
        annotate_all: "annotate all that is sure",
        attribute: |name| format!("attribute to {}", isolated(name)),
        not_speech: "say that this is no speech",
        declare_here: |name| format!("declare {} in this article", isolated(name)),
        declare_in: |name, file| {
            let [name, file] = [name, file].map(isolated);
            format!("declare {name} in {file}")
        },
        mark: |words, name| {
            let [words, name] = [words, name].map(isolated);
            format!("mark “{words}” as {name}")
        },
        new: ["a new person", "a new organization", "a new place"],
        introduce_here: |words, what| {
            let words = isolated(words);
            format!("declare “{words}” as {what} in this article")
        },
        introduce_in: |words, what, file| {
            let [words, file] = [words, file].map(isolated);
            format!("declare “{words}” as {what} in {file}")
        },
        link_all: |name, count| {
            let name = isolated(name);
            format!("link every bare name of {name} ({count})")
        },
        unlink: |words| format!("unlink “{}”", isolated(words)),
        unlink_all: |name, count| {
            let name = isolated(name);
            format!("unlink every name of {name} that needs no brackets ({count})")
        },
    },
};

fn number(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
