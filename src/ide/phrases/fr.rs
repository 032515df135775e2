//! French.

use crate::ide::phrases::{GradePhrases, Phrases, RenamePhrases, character, isolated};
use crate::names::id::IdProblemKind;

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sûr",
        likely: "probable",
        guess: "une supposition",
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
};
