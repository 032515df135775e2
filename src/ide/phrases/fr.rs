//! French.

use crate::ide::phrases::{
    ActionPhrases, CompletionPhrases, FoldPhrases, GradePhrases, LensPhrases, LinkPhrases, Phrases,
    RenamePhrases, character, isolated,
};
use crate::names::id::IdProblemKind;

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sûr",
        likely: "probable",
        guess: "une supposition",
    },
    lens: LensPhrases {
        mentions: |count| number(count, "mention", "mentions"),
        quotations: |count| number(count, "citation", "citations"),
        articles: |count| format!("dans {}", number(count, "article", "articles")),
        others: |count| number(count, "autre", "autres"),
        share: |name, percent| format!("{name} {percent}\u{a0}%"),
        nobody: "sans attribution",
    },
    rename: RenamePhrases {
        words: "ce sont des mots du texte, que rien ne modifie ; placez le curseur sur un identifiant pour le renommer",
        name: "c’est un nom et non un identifiant ; placez le curseur sur l’identifiant pour le renommer",
        nothing: "il n’y a ici aucun identifiant à renommer",
        no_id: |problem| match problem.kind {
            IdProblemKind::Empty => "un identifiant compte au moins un caractère".to_owned(),
            _ => format!("{} ne peut figurer dans un identifiant", character(problem)),
        },
        no_speech: "« - » seul ne peut être un identifiant : entre accolades, il dit que ce n’est pas une parole",
        taken: |id, name, file| {
            let [id, name, file] = [id, name, file].map(isolated);
            format!("l’identifiant {id} est pris : {file} le déclare pour {name}")
        },
        written: |id, file| {
            let [id, file] = [id, file].map(isolated);
            format!("{id} figure déjà dans {file} et désignerait alors cette entité")
        },
        here: "Dans ce fichier",
        articles: "Dans d’autres articles",
        registries: "Dans les registres",
    },
    completion: CompletionPhrases {
        inferred: "déduit",
        goes_on: "la même personne continue",
        nobody_knows: "on ne sait pas qui le dit",
        no_speech: "ce n’est pas une parole rapportée",
        today: "aujourd’hui",
        published: "jour de publication",
        dateline: "jour de la dépêche",
        these_words: "ce que disent ces mots",
    },
    fold: FoldPhrases {
        entities: |count| number(count, "entité", "entités"),
    },
    link: LinkPhrases {
        wire: "le texte de l’agence",
        registry: "le registre des entités",
        page: "la page",
        about: |name| format!("la page sur {name}"),
        wikidata: |name| format!("{name} dans Wikidata"),
    },
    action: ActionPhrases {
        fix_all: "corriger tout ce qui peut l’être sans risque",
        annotate_all: "annoter tout ce qui est sûr",
        attribute: |name| format!("attribuer à {}", isolated(name)),
        not_speech: "indiquer que ce n’est pas une parole rapportée",
        declare_here: |name| format!("déclarer {} dans cet article", isolated(name)),
        declare_in: |name, file| {
            let [name, file] = [name, file].map(isolated);
            format!("déclarer {name} dans {file}")
        },
        mark: |words, name| {
            let [words, name] = [words, name].map(isolated);
            format!("marquer «\u{a0}{words}\u{a0}» comme {name}")
        },
        new: ["nouvelle personne", "nouvelle organisation", "nouveau lieu"],
        introduce_here: |words, what| {
            let words = isolated(words);
            format!("déclarer «\u{a0}{words}\u{a0}» comme {what} dans cet article")
        },
        introduce_in: |words, what, file| {
            let [words, file] = [words, file].map(isolated);
            format!("déclarer «\u{a0}{words}\u{a0}» comme {what} dans {file}")
        },
        link_all: |name, count| {
            let name = isolated(name);
            format!("lier chaque nom de {name} sans crochets ({count})")
        },
        unlink: |words| format!("délier «\u{a0}{}\u{a0}»", isolated(words)),
        unlink_all: |name, count| {
            let name = isolated(name);
            format!("délier chaque nom de {name} qui se passe de crochets ({count})")
        },
    },
};

/// French counts none as one.
fn number(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count < 2 { one } else { many })
}
