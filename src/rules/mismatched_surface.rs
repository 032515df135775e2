use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashSet, HashSetExt};

use crate::model::office::is_title;
use crate::model::{Entity, EntityKey, EntityKind, IdRef, Mention, Passage};
use crate::names::fold::fold_text;
use crate::names::id::check_id;
use crate::names::similar::{closest, is_variant};
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::text::{FileEdit, TextEdit, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Reports words in brackets that are a name, and not one of the entity whose id stands behind
    /// them: the name of another entity, or what is surely some other person's, since it shares no
    /// word with any name that is declared. Descriptions, titles, pronouns, nicknames of one word,
    /// spellings of another script and places that stand for a government are never reported.
    ///
    /// ## Why
    ///
    /// The id is a slip of the pen, or was completed in haste; what is said of one person then
    /// counts for another.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad}
    ///   saleh: {type: person, name: Omar Saleh}
    /// ---
    ///
    /// Laila Haddad spoke first. After her, [Omar Saleh](#haddad) spoke for an hour.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad}
    ///   saleh: {type: person, name: Omar Saleh}
    /// ---
    ///
    /// [The minister](#haddad) spoke first. After her, [Omar Saleh](#saleh) spoke for an hour.
    /// ```
    pub(super) static MISMATCHED_SURFACE =
        "mismatched-surface", Warning, "a name in brackets that is not one of the entity's"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let near = OnceCell::new();
    // Most words in brackets come back, and most are those of the entity.
    let mut fitting: HashSet<(EntityKey, &str)> = HashSet::new();
    for mention in &context.analysis().mentions {
        let (Some(key), Some((_, id))) = (mention.entity, &mention.link) else {
            continue;
        };
        // Brackets may lie in brackets by the thousand, each around all that is in it.
        if mention.words.len() > LONGEST_NAME {
            continue;
        }
        let passage = &context.article().passages[mention.passage];
        let surface = passage.wire.words(mention.words);
        if fitting.contains(&(key, surface)) {
            continue;
        }
        let words = words(surface);
        let entity = context.entities().get(key);
        let names = entity.all_names().take(MOST_NAMES + 1).count();
        if names == 0
            || names > MOST_NAMES
            || words.is_empty()
            || words.len() > MOST_WORDS
            || shares(&words, entity)
        {
            fitting.insert((key, surface));
            continue;
        }
        let bearers = context.entities().bearing(surface);
        if !bearers.is_empty() {
            let are_others = bearers.iter().all(|bearer| {
                *bearer != key && is_told_apart(entity, context.entities().get(*bearer))
            });
            if are_others {
                out.push(report(context, mention, id, entity, &bearers));
            }
            continue;
        }
        let near = near.get_or_init(|| Near::new(context));
        if entity.kind == Some(EntityKind::Person)
            && has_script_of(entity, surface)
            && let Some(name) = personal_name(context, passage, mention, &words, entity)
        {
            let bearers = near.bearing(name);
            if name.len() > 1 || !bearers.is_empty() {
                out.push(report(context, mention, id, entity, &bearers));
            }
        }
    }
}

/// Who has more names may have any.
const MOST_NAMES: usize = 50;

/// No name is longer, in bytes, with the annotation in it.
const LONGEST_NAME: TextSize = TextSize::new(1000);

/// No name has more words.
const MOST_WORDS: usize = 6;

fn report(
    context: &Context<'_>,
    mention: &Mention,
    id: &IdRef,
    entity: &Entity,
    bearers: &[EntityKey],
) -> Diagnostic {
    let passage = &context.article().passages[mention.passage];
    let surface = passage.wire.words(mention.words);
    let name = entity.name(context.article().lang());
    let message = format!(
        "“{surface}” is no name of {name}, whose id is `{}`",
        entity.id
    );
    let finding = MISMATCHED_SURFACE.report(mention.words, message);
    let mut finding = match bearers {
        [bearer] => {
            let meant = &context.entities().get(*bearer).id;
            finding.help(format!(
                "did you mean `{meant}`? If not, add the name to `aka`"
            ))
        }
        _ => finding.help("correct the id, or add the name to `aka`"),
    };
    if let Some(declared) = entity.declarations.first() {
        finding = finding.related(declared.id, format!("{name} is declared here"));
    }
    for bearer in bearers.iter().take(MOST_PROPOSED) {
        let bearer = context.entities().get(*bearer);
        if let Some(declared) = bearer.declarations.first() {
            let name = bearer.name(context.article().lang());
            finding = finding.related(declared.id, format!("so is {name}"));
        }
        if check_id(&bearer.id).is_ok() {
            finding.fixes.push(Fix {
                title: format!("replace `{}` by `{}`", id.id, bearer.id),
                // The words may also be a name of the entity that nobody has declared.
                applicability: Applicability::Choice,
                edits: vec![FileEdit {
                    file: context.file,
                    edit: TextEdit {
                        range: id.range,
                        text: bearer.id.clone(),
                    },
                }],
            });
        }
    }
    finding
}

/// How many of those who bear the name are proposed.
const MOST_PROPOSED: usize = 5;

/// Whether a name of one of the two surely does not stand for the other: a capital may stand for its
/// government, a company for its product, but hardly anything for a person.
fn is_told_apart(entity: &Entity, bearer: &Entity) -> bool {
    let is_person = |entity: &Entity| entity.kind == Some(EntityKind::Person);
    is_person(bearer) || (is_person(entity) && bearer.kind != Some(EntityKind::Place))
}

/// The words of the names of those persons whom the article declares or mentions.
struct Near {
    by_word: BTreeMap<String, BTreeSet<EntityKey>>,
}

impl Near {
    fn new(context: &Context<'_>) -> Near {
        let mentions = context.analysis().mentions.iter();
        let mentioned = mentions.filter_map(|mention| mention.entity);
        let own = context.declarations().all.iter();
        let own = own.filter_map(|declaration| context.entities().find(&declaration.id.value));
        let keys: BTreeSet<EntityKey> = mentioned.chain(own).collect();
        let mut by_word: BTreeMap<String, BTreeSet<EntityKey>> = BTreeMap::new();
        for key in keys {
            let entity = context.entities().get(key);
            let names = entity.all_names();
            for word in names.flat_map(|name| words(&name.text)) {
                if entity.kind == Some(EntityKind::Person) {
                    by_word.entry(word.folded).or_default().insert(key);
                }
            }
        }
        Near { by_word }
    }

    /// Those in whose names all of `words` stand.
    fn bearing(&self, words: &[Word<'_>]) -> Vec<EntityKey> {
        let mut sets = words.iter().map(|word| self.by_word.get(&word.folded));
        let Some(Some(first)) = sets.next() else {
            return Vec::new();
        };
        let others: Vec<_> = sets.collect();
        let bear_all = |key: &&EntityKey| {
            others
                .iter()
                .all(|set| set.is_some_and(|set| set.contains(*key)))
        };
        first.iter().filter(bear_all).copied().collect()
    }
}

/// The words of the brackets that are surely a personal name, without titles before it; for scripts
/// without capitals none are sure.
fn personal_name<'a, 'w>(
    context: &Context<'_>,
    passage: &Passage,
    mention: &Mention,
    words: &'w [Word<'a>],
    entity: &Entity,
) -> Option<&'w [Word<'a>]> {
    let lang = context.article().lang()?;
    let primary = lang.split(['-', '_']).next()?.to_ascii_lowercase();
    // German nouns have capitals, and so have the words of headlines.
    if matches!(primary.as_str(), "de" | "lb" | "nds" | "gsw") || passage.is_heading {
        return None;
    }
    let before = passage.wire.to_wire(mention.range().start());
    let before = passage.wire.text()[..before.into()].trim_end();
    let begins = before.is_empty()
        || before.ends_with([
            '.', '!', '?', ':', '…', '"', '“', '«', '„', '—', '–', '-', '\n',
        ]);
    let is_known = matches!(primary.as_str(), "en" | "fr");
    let after_article = ["the", "The", "a", "an"].iter().any(|article| {
        before
            .strip_suffix(article)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
    });
    if (begins && !is_known) || after_article {
        return None;
    }
    let title = |word: &Word<'_>| is_title(&word.folded, lang);
    let titles = words.iter().take_while(|word| title(word)).count();
    let name = &words[titles..];
    let role = entity.role.as_deref().map(self::words).unwrap_or_default();
    let of_role = |word: &Word<'_>| role.iter().any(|of| of.folded == word.folded);
    let is_sure = name.iter().all(|word| {
        (word.has_capital() || PARTICLES.contains(&word.written)) && !title(word) && !of_role(word)
    });
    let is_whole = [name.first()?, name.last()?]
        .into_iter()
        .all(Word::has_capital);
    (is_sure && is_whole).then_some(name)
}

/// Small words of names.
const PARTICLES: [&str; 22] = [
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "ter", "zu",
    "bin", "ibn", "bint", "al", "el", "ben", "y", "e",
];

/// Whether a word of the brackets is one of a name, or likely meant to be: another spelling, a short
/// form, a slip of the pen, a case.
fn shares(words: &[Word<'_>], entity: &Entity) -> bool {
    entity
        .all_names()
        .flat_map(|name| self::words(&name.text))
        .any(|of_name| {
            words.iter().any(|word| {
                let (one, other) = (word.stem(), of_name.stem());
                one == other
                    || is_variant(one, other)
                    || closest(one, [other]).is_some()
                    || starts_alike(one, other)
            })
        })
        || are_initials(words, entity)
}

/// Whether two words share their first three letters: Alex and Alexander, Путин and Путина.
fn starts_alike(one: &str, other: &str) -> bool {
    let same = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other);
    same.count() >= 3
}

/// Whether the words are the initials of a name, or the other way round.
fn are_initials(words: &[Word<'_>], entity: &Entity) -> bool {
    let initials = |words: &[Word<'_>]| -> String {
        words
            .iter()
            .filter_map(|word| word.folded.chars().next())
            .collect()
    };
    let together: String = words.iter().map(|word| word.folded.as_str()).collect();
    let own = initials(words);
    entity.all_names().any(|name| {
        let of_name = self::words(&name.text);
        let name: String = of_name.iter().map(|word| word.folded.as_str()).collect();
        (together.chars().count() > 1 && together == initials(&of_name))
            || (own.chars().count() > 1 && own == name)
    })
}

/// Whether one of the names is written in letters of the kind that `surface` has.
fn has_script_of(entity: &Entity, surface: &str) -> bool {
    let alphabet = |text: &str| {
        let letter = text.chars().find(|letter| letter.is_alphabetic())?;
        Some(match letter {
            '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => 0,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 1,
            '\u{400}'..='\u{52f}' => 2,
            _ => 3,
        })
    };
    let of_surface = alphabet(surface);
    entity
        .all_names()
        .any(|name| alphabet(&name.text) == of_surface)
}

/// A word of a name.
#[derive(Debug)]
struct Word<'a> {
    written: &'a str,
    folded: String,
}

impl Word<'_> {
    /// Whether it begins with a capital, and is no acronym.
    fn has_capital(&self) -> bool {
        let mut letters = self.written.chars();
        letters.next().is_some_and(char::is_uppercase) && !letters.clone().all(char::is_uppercase)
            || self.written.chars().count() == 1 && self.written.chars().all(char::is_uppercase)
    }

    /// It without the Arabic article.
    fn stem(&self) -> &str {
        self.folded.strip_prefix("ال").unwrap_or(&self.folded)
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let is_of_word = |c: char| unicode_ident::is_xid_continue(c) || c == '\u{200c}';
    let words = text
        .split(|c: char| !is_of_word(c))
        .filter(|word| !word.is_empty());
    words
        .take(MOST_WORDS + 1)
        .map(|written| Word {
            written,
            folded: fold_text(written),
        })
        .collect()
}
