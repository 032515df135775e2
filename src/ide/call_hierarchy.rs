//! Who quotes whom.
//!
//! What calls are to code, passing on is to news: of `speaker < agency < paper` the agency passes the
//! speaker on and the paper the agency, and whoever's words hold the words of others quotes these.
//!
//! The protocol shows a call in the document of the caller, and editors open it there: with the address
//! of the caller and the ranges of the calls. An entity is declared in one file and quotes in many; so a
//! caller is not an entity but an entity in one article, with a place in that article, where it takes
//! part, and its calls stand there too. The entity that was asked about is the same in all articles: who
//! quotes it is looked for in all of them, and so is whom it quotes. Calls that it makes in other
//! articles have no range in its own document; whom it quotes there stands at the very words instead.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::ide::identity::{Identity, entity_or_speakers};
use crate::ide::party::{Party, at_entry};
use crate::ide::usages::{Knowing, articles};
use crate::model::{Digest, Role, Utterance};
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// A party and the words by which it quotes or is quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Who quotes, or who is quoted.
    pub party: Party,
    /// The words, in bytes of the file of whoever quotes.
    pub ranges: Vec<TextRange>,
}

/// The entity at `offset`, in bytes of `file`, or the speakers of the quotation there.
pub fn prepare(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Vec<Party> {
    let identities = entity_or_speakers(snapshot, file, offset);
    let parties = identities.iter();
    parties
        .filter_map(|identity| party_here(snapshot, file, identity))
        .collect()
}

/// Who quotes or passes on the entity with that id in `file`: callers, article by article, this one
/// first.
pub fn incoming(snapshot: &Snapshot, file: FileId, id: &str, is_declared: bool) -> Vec<Call> {
    let other = |edge: &Edge, at| (edge.quoted == at).then_some(edge.by);
    calls(snapshot, file, id, is_declared, other)
}

/// Whom the entity with that id in `file` quotes or passes on, article by article, this one first.
pub fn outgoing(snapshot: &Snapshot, file: FileId, id: &str, is_declared: bool) -> Vec<Call> {
    let other = |edge: &Edge, at| (edge.by == at).then_some(edge.quoted);
    let mut calls = calls(snapshot, file, id, is_declared, other);
    for call in &mut calls {
        // The document of the caller is this one.
        if call.party.place.file != file {
            call.ranges.clear();
        }
    }
    calls
}

/// The others that the entity with that id in `file` has to do with: article by article, those whom
/// `other` finds at the end of an edge, seen from the entity's place in the digest.
fn calls(
    snapshot: &Snapshot,
    file: FileId,
    id: &str,
    is_declared: bool,
    other: impl Fn(&Edge, u32) -> Option<u32>,
) -> Vec<Call> {
    let Some(identity) = identity(snapshot, file, id, is_declared) else {
        return Vec::new();
    };
    let mut calls = Vec::new();
    for Knowing {
        file: article,
        digest,
        at,
    } in identity.knowing(snapshot, file)
    {
        let edges = edges(digest);
        let others = edges.iter();
        let others = others.filter_map(|edge| Some((other(edge, at)?, edge.range)));
        for (other, ranges) in grouped(others) {
            let focus = ranges.first().copied();
            if let Some(party) = party(snapshot, file, (article, digest, other), focus) {
                calls.push(Call { party, ranges });
            }
        }
    }
    calls
}

/// One quotes another, both by their places in the list of a digest.
struct Edge {
    by: u32,
    quoted: u32,
    /// The words.
    range: TextRange,
}

/// Who quotes whom in an article, in the order of the text.
fn edges(digest: &Digest) -> Vec<Edge> {
    let mut edges = Vec::new();
    for utterance in &digest.utterances {
        // What inherits its speakers is counted with the speech that it stands in.
        if !utterance.is_said {
            continue;
        }
        let range = utterance.range;
        let around = |utterance: &Utterance| {
            let outer = utterance.inside?;
            digest.utterances.get(outer as usize)
        };
        let mut outward = std::iter::successors(around(utterance), |outer| around(outer));
        let outer = outward.find(|outer| outer.is_said);
        let mut quoted: &[u32] = utterance.chain.speakers();
        for link in passed_on_by(utterance, outer) {
            let link = std::slice::from_ref(link);
            put(&mut edges, link, quoted, range);
            quoted = link;
        }
        if let Some(outer) = outer {
            put(&mut edges, outer.chain.speakers(), quoted, range);
        }
    }
    edges
}

/// Through whom an utterance came before it came into the one around it: what passed that on as a whole
/// has passed on the one who quotes, not the one who is quoted.
fn passed_on_by<'a>(utterance: &'a Utterance, outer: Option<&Utterance>) -> &'a [u32] {
    let via: &[u32] = utterance.chain.via();
    let Some(outer) = outer else { return via };
    let both = via.iter().rev().zip(outer.chain.via().iter().rev());
    let shared = both.take_while(|(one, other)| one == other).count();
    &via[..via.len() - shared]
}

fn put(edges: &mut Vec<Edge>, by: &[u32], quoted: &[u32], range: TextRange) {
    for &by in by {
        let others = quoted.iter().filter(|other| **other != by);
        edges.extend(others.map(|&quoted| Edge { by, quoted, range }));
    }
}

/// The ranges of each entity, in the order in which they come first.
fn grouped(found: impl Iterator<Item = (u32, TextRange)>) -> Vec<(u32, Vec<TextRange>)> {
    let mut places = HashMap::new();
    let mut grouped: Vec<(u32, Vec<TextRange>)> = Vec::new();
    for (entity, range) in found {
        let place = *places.entry(entity).or_insert_with(|| {
            grouped.push((entity, Vec::new()));
            grouped.len() - 1
        });
        grouped[place].1.push(range);
    }
    grouped
}

/// The entity that an earlier answer told of.
fn identity(snapshot: &Snapshot, file: FileId, id: &str, is_declared: bool) -> Option<Identity> {
    if snapshot.kind(file) == FileKind::Registry {
        let mut declared = snapshot.registry(file).declarations.all.iter();
        let range = declared.find(|declared| declared.id.value == id)?.id.range;
        return Some(Identity::Declared(vec![FileRange { file, range }]));
    }
    let mut known = snapshot.digest(file).entities.iter();
    let known = known.find(|known| *known.id == *id && known.declared.is_empty() != is_declared)?;
    Some(Identity::of_known(file, known))
}

/// The entity in the file that was asked about: in an article, where it stands first; in a registry,
/// its entry.
fn party_here(snapshot: &Snapshot, file: FileId, identity: &Identity) -> Option<Party> {
    let known = articles(snapshot, file).next() == Some(file);
    let mut knowing = identity.knowing(snapshot, file).into_iter();
    if let Some(here) = knowing.find(|knowing| known && knowing.file == file) {
        return party(snapshot, file, (file, here.digest, here.at), None);
    }
    let mut declared = identity.declared().to_vec();
    declared.sort_by_key(|id| id.file != file);
    at_entry(snapshot, &declared, None)
}

/// An entity in an article, at `focus` or where it is named first. `here` is the file asked about.
fn party(
    snapshot: &Snapshot,
    here: FileId,
    (file, digest, at): (FileId, &Digest, u32),
    focus: Option<TextRange>,
) -> Option<Party> {
    let known = &digest.entities[at as usize];
    let words = known.places.iter().find(|place| place.role == Role::Words);
    let named = words.or(known.places.first()).map(|place| place.range);
    let said = || digest.said_by(at).next().map(|utterance| utterance.range);
    let declared = || {
        let mut declared = known.declared.iter();
        declared.find(|id| id.file == file).map(|id| id.range)
    };
    let range = focus.or(named).or_else(said).or_else(declared)?;
    let headline = digest.headline.as_ref().filter(|_| file != here);
    let headline = headline.map(|(_, words)| &**words);
    let headline = headline.map(Cow::Borrowed);
    let article = headline.or_else(|| (file != here).then(|| snapshot.file_name(file)));
    let role = known.role.as_deref().map(Cow::Borrowed);
    let detail: Vec<Cow<'_, str>> = role.into_iter().chain(article).collect();
    Some(Party {
        name: known.name.to_string(),
        id: known.id.to_string(),
        is_declared: !known.declared.is_empty(),
        kind: known.kind,
        detail: (!detail.is_empty()).then(|| detail.join(" · ")),
        place: FileRange { file, range },
        focus: range,
    })
}
