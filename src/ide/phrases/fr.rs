//! French.

use crate::dates::{DateProblem, DateProblemKind};
use crate::ide::phrases::{
    ActionPhrases, CardPhrases, CompletionPhrases, DatePhrases, EntityPhrases, FoldPhrases,
    GradePhrases, How, KeyPhrases, LensPhrases, LinkPhrases, Phrases, QuotationPhrases,
    RefusalPhrases, RenamePhrases, character, isolated,
};
use crate::model::EntityKind;
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
        outside: |file| {
            format!(
                "{} déclare aussi cet identifiant pour d’autres articles, qui ne sont pas connus ici ; ouvrez le dossier qui les contient tous",
                isolated(file)
            )
        },
        here: "Dans ce fichier",
        articles: "Dans d’autres articles",
        registries: "Dans les registres",
    },
    refusal: RefusalPhrases {
        no_article: "seuls les articles (`*.news.md`) sont annotés",
        no_quotation: "il n’y a pas de citation ici ; placez le curseur dans une citation",
        nobody_told: "aucun locuteur déduit à accepter ici : le texte ne nomme personne, ou une accolade dit déjà qui parle",
        no_words: "sélectionnez des mots d’un même paragraphe qui ne sont pas encore balisés",
        no_entity: |id| format!("aucune entité n’a l’identifiant {}", isolated(id)),
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
    card: CardPhrases {
        comma: ", ",
        semicolon: "\u{202f}; ",
        arrow: " → ",
    },
    entity: EntityPhrases {
        kind: |kind| match kind {
            EntityKind::Person => "personne",
            EntityKind::Organization => "organisation",
            EntityKind::Place => "lieu",
            EntityKind::Event => "événement",
            EntityKind::Work => "œuvre",
            EntityKind::Product => "produit",
            EntityKind::Other => "autre",
        },
        unnamed_source: "source anonyme",
        also: |names| format!("Autres noms\u{a0}: {names}"),
        first_named: |words| format!("Première mention\u{a0}: {words}"),
        here: |counts| format!("{counts} dans cet article"),
        named_elsewhere: |count| {
            let articles = number(count, "autre article", "autres articles");
            format!("Figure dans {articles}")
        },
        named_in: |count| format!("Figure dans {}", number(count, "article", "articles")),
        speaks_in: |count| format!("s’exprime dans {count}"),
        so_far: |counts| {
            format!("{counts} (pour l’instant\u{a0}: les articles ne sont pas tous lus)")
        },
        declared_in: |files| format!("Déclaré dans {files}"),
        recognised: "Reconnu dans cet article ; déclaré nulle part",
        undeclared: |id| format!("{id} n’est déclaré nulle part"),
    },
    quotation: QuotationPhrases {
        direct: "citation directe",
        partial: "citation partielle",
        indirect: "discours indirect",
        words: |count| number(count, "mot", "mots"),
        perhaps: |kind, who| format!("{kind}, peut-être de {who}"),
        unnamed: |kind| format!("{kind}\u{a0}: la personne qui parle n’est pas nommée"),
        unknown: |kind| format!("{kind}\u{a0}: la rédaction ignore qui parle"),
        nobody: |kind| format!("{kind}\u{a0}: rien ne dit qui parle"),
        dangling: |kind| format!("{kind} qui ne poursuit rien\u{a0}: aucune parole ne la précède"),
        no_speech: "Pas une parole rapportée : un titre, un nom ou des mots mis à distance",
        probably_no_speech: |what| format!("Sans doute pas une parole rapportée\u{a0}: {what}"),
        name: "le nom de quelque chose",
        title: "le titre d’une œuvre",
        term: "un mot dont il est question",
        scare: "des mots mis à distance",
        other: "un titre, un nom ou des mots mis à distance",
        to: |names| format!("À l’adresse de\u{a0}: {names}"),
        chain: |links| format!("Chaîne des sources\u{a0}: {links}"),
        inside: "À l’intérieur d’une parole attribuée",
        goes_on: "Suite de la parole précédente",
        inferred: |grade, words, how| format!("Déduit ({grade}) de {words}\u{a0}: {how}"),
        how: |how| match how {
            How::Named => "la phrase nomme qui parle",
            How::Quotation => "suite de la citation précédente",
            How::Sentence => "suite de la phrase précédente",
            How::Introduced => "la phrase précédente l’introduit",
            How::Last => "personne n’est nommé ici ; c’est qui a parlé en dernier",
        },
        by_pronoun: |how| format!("{how}, par un pronom"),
        also_in: |count, articles| {
            let others = number(count, "autre article", "autres articles");
            format!("Les mêmes mots dans {others}\u{a0}: {articles}")
        },
    },
    date: DatePhrases {
        date: "date",
        no_date: "pas une date",
        problem,
        no_such_day: |words| format!("{words}\u{a0}: ce jour n’existe pas au calendrier"),
        marked: |words, value| format!("{words}, marqué comme {value}"),
        by_words: |days| format!("D’après les mots\u{a0}: {days}"),
        or: |days| format!("Ou\u{a0}: {days}"),
        from_dateline: |day| format!("Compté à partir de la date de la dépêche\u{a0}: {day}"),
        from_publication: |day| format!("Compté à partir du jour de publication\u{a0}: {day}"),
        from_nothing: "Rien ne dit à partir de quel jour compter : l’en-tête n’a pas de `date`",
        counts: "« Aujourd’hui » et les mots semblables se comptent à partir de ce jour",
    },
    key: KeyPhrases {
        by_default: |level| format!("Par défaut\u{a0}: {level}"),
        here: |level| format!("Dans ce fichier\u{a0}: {level}"),
        wire: "le texte que cet article annote",
        registry: "un registre d’entités",
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
        unknown: "indiquer qu’on ne sait pas qui le dit",
        not_speech: "indiquer que ce n’est pas une parole rapportée",
        go_on: |name| format!("rattacher aux propos précédents de {}", isolated(name)),
        go_on_unnamed: "rattacher aux propos précédents",
        begin_anew: |name| format!("commencer de nouveaux propos de {}", isolated(name)),
        begin_anew_unnamed: "commencer de nouveaux propos",
        spoken_to: |name| format!("indiquer que ces mots s’adressent à {}", isolated(name)),
        passed_on: |name| format!("indiquer que {} a transmis ces mots", isolated(name)),
        allow_here: |rule| format!("admettre `{rule}` dans ce paragraphe"),
        allow_in_file: |rule| format!("admettre `{rule}` dans cet article"),
        reason: "raison",
        accept_spelling: |spelling, name| {
            let [spelling, name] = [spelling, name].map(isolated);
            format!("accepter {spelling} comme nom de {name}")
        },
        accept_spellings: |count, name| {
            format!(
                "accepter les {count} autres graphies comme noms de {}",
                isolated(name)
            )
        },
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

fn problem(problem: &DateProblem) -> String {
    match &problem.kind {
        DateProblemKind::NoSuchMonth(month) => {
            format!("il n’y a pas de mois {month} : les mois vont de 01 à 12")
        }
        DateProblemKind::NoSuchDay { day, days, .. } => {
            format!("le {day} n’existe pas : ce mois compte {days} jours")
        }
        DateProblemKind::Backwards => {
            "la période finit avant de commencer : la date la plus ancienne vient d’abord"
                .to_owned()
        }
        _ => "l’année, le mois et le jour s’écrivent en chiffres, comme 2025-03-04".to_owned(),
    }
}
