//! English.

use crate::ide::phrases::{
    ActionPhrases, CardPhrases, CompletionPhrases, DatePhrases, EntityPhrases, FoldPhrases,
    GradePhrases, How, KeyPhrases, LensPhrases, LinkPhrases, Phrases, QuotationPhrases,
    RefusalPhrases, RenamePhrases, isolated,
};
use crate::model::EntityKind;

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
        outside: |file| {
            format!(
                "{} declares this id for other articles too, which are not known here; open the folder that holds them all",
                isolated(file)
            )
        },
        here: "In this file",
        articles: "In other articles",
        registries: "In registries",
    },
    refusal: RefusalPhrases {
        no_article: "only articles (`*.news.md`) are annotated",
        no_quotation: "there is no quotation here; put the cursor into one",
        nobody_told: "there is no inferred speaker to accept here: the text names nobody, or a brace already says who speaks",
        no_words: "select words of one paragraph that are not marked yet",
        no_entity: |id| format!("no entity has the id {}", isolated(id)),
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
    card: CardPhrases {
        comma: ", ",
        semicolon: "; ",
        arrow: " → ",
    },
    entity: EntityPhrases {
        kind: EntityKind::name,
        unnamed_source: "a source that is not named",
        also: |names| format!("Also: {names}"),
        first_named: |words| format!("First named: {words}"),
        here: |counts| format!("{counts} in this article"),
        named_elsewhere: |count| {
            let articles = number(count, "other article", "other articles");
            format!("Named in {articles}")
        },
        named_in: |count| format!("Named in {}", number(count, "article", "articles")),
        speaks_in: |count| format!("speaks in {count}"),
        so_far: |counts| format!("{counts} (so far: not all articles have been read yet)"),
        declared_in: |files| format!("Declared in {files}"),
        recognised: "Recognised in this article; declared nowhere",
        undeclared: |id| format!("{id} is declared nowhere"),
    },
    quotation: QuotationPhrases {
        direct: "direct quotation",
        partial: "partial quotation",
        indirect: "indirect speech",
        words: |count| number(count, "word", "words"),
        perhaps: |kind, who| format!("{kind}, perhaps of {who}"),
        unnamed: |kind| format!("{kind} of a speaker who is not named"),
        unknown: |kind| format!("{kind} of a speaker whom the writer does not know"),
        nobody: |kind| format!("{kind}: nothing says who said this"),
        dangling: |kind| format!("{kind} that goes on from nothing: no speech stands before it"),
        no_speech: "Not speech: a title, a name, or words kept at a distance",
        probably_no_speech: |what| format!("Probably not speech: {what}"),
        name: "what something is called",
        title: "the title of a work",
        term: "a word that is spoken of",
        scare: "words kept at a distance",
        other: "a title, a name, or words kept at a distance",
        to: |names| format!("To: {names}"),
        chain: |links| format!("Chain: {links}"),
        inside: "Inside speech that is attributed",
        goes_on: "Goes on from the speech before",
        inferred: |grade, words, how| format!("Inferred ({grade}) from {words}: {how}"),
        how: |how| match how {
            How::Named => "the sentence names the speaker",
            How::Quotation => "it goes on from the quotation before",
            How::Sentence => "it goes on from the sentence before",
            How::Introduced => "the sentence before introduces it",
            How::Last => "nobody is named here; this is who spoke last",
        },
        by_pronoun: |how| format!("{how}, by a pronoun"),
        also_in: |count, articles| {
            let others = number(count, "other article", "other articles");
            format!("The same words in {others}: {articles}")
        },
    },
    date: DatePhrases {
        date: "date",
        no_date: "no date",
        problem: ToString::to_string,
        no_such_day: |words| format!("{words}: the calendar has no such day"),
        marked: |words, value| format!("{words}, marked as {value}"),
        by_words: |days| format!("By its words: {days}"),
        or: |days| format!("Or: {days}"),
        from_dateline: |day| format!("Counted from the dateline: {day}"),
        from_publication: |day| format!("Counted from the day of publication: {day}"),
        from_nothing: "Nothing says from which day it counts: the front matter has no `date`",
        counts: "“Today” and its like count from it",
    },
    key: KeyPhrases {
        by_default: |level| format!("By default: {level}"),
        here: |level| format!("In this file: {level}"),
        wire: "the text that this article annotates",
        registry: "a registry of entities",
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
        unknown: "say that nobody knows who says this",
        not_speech: "say that this is no speech",
        go_on: |name| format!("join to what {} said before", isolated(name)),
        go_on_unnamed: "join to what was said before",
        begin_anew: |name| format!("begin a new utterance of {}", isolated(name)),
        begin_anew_unnamed: "begin a new utterance",
        spoken_to: |name| format!("say that this is spoken to {}", isolated(name)),
        passed_on: |name| format!("say that {} passed this on", isolated(name)),
        allow_here: |rule| format!("allow `{rule}` in this paragraph"),
        allow_in_file: |rule| format!("allow `{rule}` in this article"),
        reason: "reason",
        accept_spelling: |spelling, name| {
            let [spelling, name] = [spelling, name].map(isolated);
            format!("accept {spelling} as a name of {name}")
        },
        accept_spellings: |count, name| {
            format!(
                "accept all {count} other spellings as names of {}",
                isolated(name)
            )
        },
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
