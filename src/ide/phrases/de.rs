//! German.

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
        outside: |file| {
            format!(
                "{} deklariert diese Kennung auch für andere Artikel, die hier nicht bekannt sind; den Ordner öffnen, in dem alle liegen",
                isolated(file)
            )
        },
        here: "In dieser Datei",
        articles: "In anderen Artikeln",
        registries: "In Registern",
    },
    refusal: RefusalPhrases {
        no_article: "nur Artikel (`*.news.md`) werden annotiert",
        no_quotation: "hier steht kein Zitat; setzen Sie den Cursor in eines",
        nobody_told: "hier gibt es keinen erschlossenen Sprecher zu übernehmen: Der Text nennt niemanden, oder eine Klammer sagt schon, wer spricht",
        no_words: "wählen Sie Wörter eines Absatzes aus, die noch nicht ausgezeichnet sind",
        no_entity: |id| format!("keine Entität hat die Kennung {}", isolated(id)),
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
    card: CardPhrases {
        comma: ", ",
        semicolon: "; ",
        arrow: " → ",
    },
    entity: EntityPhrases {
        kind: |kind| match kind {
            EntityKind::Person => "Person",
            EntityKind::Organization => "Organisation",
            EntityKind::Place => "Ort",
            EntityKind::Event => "Ereignis",
            EntityKind::Work => "Werk",
            EntityKind::Product => "Produkt",
            EntityKind::Other => "Sonstiges",
        },
        unnamed_source: "ungenannte Quelle",
        also: |names| format!("Auch: {names}"),
        first_named: |words| format!("Zuerst genannt: {words}"),
        here: |counts| format!("{counts} in diesem Artikel"),
        named_elsewhere: |count| match count {
            1 => "Genannt in einem anderen Artikel".to_owned(),
            _ => format!("Genannt in {count} anderen Artikeln"),
        },
        named_in: |count| match count {
            1 => "Genannt in einem Artikel".to_owned(),
            _ => format!("Genannt in {count} Artikeln"),
        },
        speaks_in: |count| match count {
            1 => "spricht in einem".to_owned(),
            _ => format!("spricht in {count}"),
        },
        so_far: |counts| format!("{counts} (bisher: noch sind nicht alle Artikel gelesen)"),
        declared_in: |files| format!("Deklariert in {files}"),
        recognised: "In diesem Artikel erkannt; nirgends deklariert",
        undeclared: |id| format!("{id} ist nirgends deklariert"),
    },
    quotation: QuotationPhrases {
        direct: "wörtliches Zitat",
        partial: "Teilzitat",
        indirect: "indirekte Rede",
        words: |count| number(count, "Wort", "Wörter"),
        perhaps: |kind, who| format!("{kind}, vielleicht von {who}"),
        unnamed: |kind| format!("{kind}: wer spricht, wird nicht genannt"),
        unknown: |kind| format!("{kind}: wer spricht, weiß die Redaktion nicht"),
        nobody: |kind| format!("{kind}: nichts sagt, wer das gesagt hat"),
        dangling: |kind| format!("{kind}: soll eine Rede fortsetzen, doch davor steht keine"),
        no_speech: "Keine Rede: ein Titel, ein Name oder Wörter in distanzierenden Anführungszeichen",
        probably_no_speech: |what| format!("Wahrscheinlich keine Rede: {what}"),
        name: "wie etwas heißt",
        title: "der Titel eines Werks",
        term: "ein Wort, von dem die Rede ist",
        scare: "Wörter in distanzierenden Anführungszeichen",
        other: "ein Titel, ein Name oder Wörter in distanzierenden Anführungszeichen",
        to: |names| format!("An: {names}"),
        chain: |links| format!("Quellenkette: {links}"),
        inside: "In einer zugeschriebenen Rede",
        goes_on: "Setzt die Rede davor fort",
        inferred: |grade, words, how| format!("Erschlossen ({grade}) aus {words}: {how}"),
        how: |how| match how {
            How::Named => "der Satz nennt, wer spricht",
            How::Quotation => "das Zitat davor geht weiter",
            How::Sentence => "der Satz davor geht weiter",
            How::Introduced => "der Satz davor leitet es ein",
            How::Last => "hier wird niemand genannt; so heißt, wer zuletzt sprach",
        },
        by_pronoun: |how| format!("{how}, mit einem Pronomen"),
        also_in: |count, articles| match count {
            1 => format!("Dieselben Worte in einem anderen Artikel: {articles}"),
            _ => format!("Dieselben Worte in {count} anderen Artikeln: {articles}"),
        },
    },
    date: DatePhrases {
        date: "Datum",
        no_date: "kein Datum",
        problem,
        no_such_day: |words| format!("{words}: diesen Tag gibt es im Kalender nicht"),
        marked: |words, value| format!("{words}, ausgezeichnet als {value}"),
        by_words: |days| format!("Nach den Wörtern: {days}"),
        or: |days| format!("Oder: {days}"),
        from_dateline: |day| format!("Gezählt vom Tag der Ortsmarke: {day}"),
        from_publication: |day| format!("Gezählt vom Tag der Veröffentlichung: {day}"),
        from_nothing: "Nichts sagt, von welchem Tag an es zählt: im Kopf des Artikels fehlt `date`",
        counts: "„Heute“ und Ähnliches zählt von diesem Tag an",
    },
    key: KeyPhrases {
        by_default: |level| format!("Voreinstellung: {level}"),
        here: |level| format!("In dieser Datei: {level}"),
        wire: "der Text, den dieser Artikel annotiert",
        registry: "ein Register von Entitäten",
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
        unknown: "als Rede einer unbekannten Person kennzeichnen",
        not_speech: "als keine Rede kennzeichnen",
        go_on: |name| format!("an die vorige Rede von {} anschließen", isolated(name)),
        go_on_unnamed: "an die vorige Rede anschließen",
        begin_anew: |name| format!("eine neue Äußerung von {} beginnen", isolated(name)),
        begin_anew_unnamed: "eine neue Äußerung beginnen",
        spoken_to: |name| format!("als zu {} gesagt kennzeichnen", isolated(name)),
        passed_on: |name| format!("als von {} weitergegeben kennzeichnen", isolated(name)),
        allow_here: |rule| format!("`{rule}` in diesem Absatz zulassen"),
        allow_in_file: |rule| format!("`{rule}` in diesem Artikel zulassen"),
        reason: "Grund",
        accept_spelling: |spelling, name| {
            let [spelling, name] = [spelling, name].map(isolated);
            format!("{spelling} als Namen von {name} zulassen")
        },
        accept_spellings: |count, name| {
            format!(
                "alle {count} weiteren Schreibweisen als Namen von {} zulassen",
                isolated(name)
            )
        },
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

fn problem(problem: &DateProblem) -> String {
    match &problem.kind {
        DateProblemKind::NoSuchMonth(month) => {
            format!("einen Monat {month} gibt es nicht: Monate gehen von 01 bis 12")
        }
        DateProblemKind::NoSuchDay { day, days, .. } => {
            format!("einen {day}. gibt es nicht: der Monat hat {days} Tage")
        }
        DateProblemKind::Backwards => {
            "der Zeitraum endet, bevor er beginnt: der frühere Tag steht zuerst".to_owned()
        }
        _ => "Jahr, Monat und Tag stehen in Ziffern, wie 2025-03-04".to_owned(),
    }
}
