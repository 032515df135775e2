//! German.

use crate::ide::phrases::{
    ActionPhrases, CompletionPhrases, FoldPhrases, GradePhrases, LensPhrases, LinkPhrases, Phrases,
    RenamePhrases, character, isolated,
};
use crate::names::id::IdProblemKind;

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sicher",
        likely: "wahrscheinlich",
        guess: "eine Vermutung",
    },
    lens: LensPhrases {
        mentions: |count| number(count, "Erwähnung", "Erwähnungen"),
        quotations: |count| number(count, "Zitat", "Zitate"),
        articles: |count| format!("in {}", number(count, "Artikel", "Artikeln")),
        others: |count| number(count, "weiterer", "weitere"),
        share: |name, percent| format!("{name} {percent} %"),
        nobody: "nicht zugeschrieben",
    },
    rename: RenamePhrases {
        words: "das sind Wörter des Textes, die nichts verändert; zum Umbenennen den Cursor auf eine Kennung setzen",
        name: "das ist ein Name und keine Kennung; zum Umbenennen den Cursor auf die Kennung setzen",
        nothing: "hier steht keine Kennung, die sich umbenennen ließe",
        no_id: |problem| match problem.kind {
            IdProblemKind::Empty => "eine Kennung hat mindestens ein Zeichen".to_owned(),
            _ => format!("{} kann in keiner Kennung stehen", character(problem)),
        },
        no_speech: "`-` allein kann keine Kennung sein: in geschweiften Klammern heißt es, dass etwas keine Rede ist",
        taken: |id, name, file| {
            let [id, name, file] = [id, name, file].map(isolated);
            format!("die Kennung {id} ist vergeben: {file} deklariert sie für {name}")
        },
        written: |id, file| {
            let [id, file] = [id, file].map(isolated);
            format!("{id} steht schon in {file} und würde dann diese Entität bedeuten")
        },
        here: "In dieser Datei",
        articles: "In anderen Artikeln",
        registries: "In Registern",
    },
    completion: CompletionPhrases {
        inferred: "erschlossen",
        goes_on: "der Sprecher fährt fort",
        nobody_knows: "niemand weiß, wer das sagt",
        no_speech: "keine Rede",
        today: "heute",
        published: "Tag der Veröffentlichung",
        dateline: "Tag der Ortsmarke",
        these_words: "was diese Worte sagen",
    },
    fold: FoldPhrases {
        entities: |count| number(count, "Entität", "Entitäten"),
    },
    link: LinkPhrases {
        wire: "der Agenturtext",
        registry: "das Register der Entitäten",
        page: "die Seite",
        about: |name| format!("die Seite über {name}"),
        wikidata: |name| format!("{name} in Wikidata"),
    },
    action: ActionPhrases {
        fix_all: "alles beheben, was sich gefahrlos beheben lässt",
        annotate_all: "alles auszeichnen, was sicher ist",
        attribute: |name| format!("{} zuschreiben", isolated(name)),
        not_speech: "als keine Rede kennzeichnen",
        declare_here: |name| format!("{} in diesem Artikel deklarieren", isolated(name)),
        declare_in: |name, file| {
            let [name, file] = [name, file].map(isolated);
            format!("{name} in {file} deklarieren")
        },
        mark: |words, name| {
            let [words, name] = [words, name].map(isolated);
            format!("„{words}“ als {name} auszeichnen")
        },
        new: ["neue Person", "neue Organisation", "neuen Ort"],
        introduce_here: |words, what| {
            let words = isolated(words);
            format!("„{words}“ als {what} in diesem Artikel deklarieren")
        },
        introduce_in: |words, what, file| {
            let [words, file] = [words, file].map(isolated);
            format!("„{words}“ als {what} in {file} deklarieren")
        },
        link_all: |name, count| {
            let name = isolated(name);
            format!("alle bloßen Namen von {name} verknüpfen ({count})")
        },
        unlink: |words| format!("Verknüpfung von „{}“ lösen", isolated(words)),
        unlink_all: |name, count| {
            let name = isolated(name);
            format!("alle entbehrlichen Verknüpfungen von {name} lösen ({count})")
        },
    },
};

fn number(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
