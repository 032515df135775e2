//! What was said: by an entity, or elsewhere in the same words.

use crate::ide::Target;
use crate::ide::identity::entity;
use crate::ide::under::{Thing, thing};
use crate::ide::usages::articles;
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::Snapshot;

/// What stands behind the thing at `offset`, in bytes of `file`, in all articles that are known, this
/// one first: of an entity everything that it said, of a quotation or its brace the same utterance
/// elsewhere, in the same words or nearly, and in records.
pub fn implementation(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Vec<Target> {
    if let Some((origin, identity)) = entity(snapshot, file, offset) {
        let knowing = identity.knowing(snapshot, file).into_iter();
        let said = knowing.flat_map(|knowing| {
            let said = knowing.digest.said_by(knowing.at);
            said.map(move |utterance| target(origin, knowing.file, utterance.range))
        });
        return said.collect();
    }
    match thing(snapshot, file, offset) {
        Some(Thing::UnknownId { range, id }) => said_under(snapshot, file, range, &id),
        Some(Thing::Quotation { range, at } | Thing::Brace { range, at }) => {
            elsewhere(snapshot, file, range, at)
        }
        _ => Vec::new(),
    }
}

/// What is said in `file` under an id that nothing declares.
fn said_under(snapshot: &Snapshot, file: FileId, origin: TextRange, id: &str) -> Vec<Target> {
    let analysis = snapshot.analysis(file);
    let quotations = analysis.article.quotations.iter().enumerate();
    let is_said = |at: usize| {
        let who = analysis.who(at).filter(|_| analysis.is_said(at));
        who.is_some_and(|who| who.speakers.iter().any(|speaker| speaker.id == id))
    };
    let said = quotations.filter(|(at, _)| is_said(*at));
    said.map(|(_, quotation)| target(origin, file, quotation.range))
        .collect()
}

/// Where else the words of the quotation at `at` are said.
fn elsewhere(snapshot: &Snapshot, file: FileId, origin: TextRange, at: usize) -> Vec<Target> {
    let analysis = snapshot.analysis(file);
    let itself = (file, analysis.article.quotations[at].range);
    let wording = analysis.wording(at);
    let all = articles(snapshot, file).filter(|_| wording != 0);
    let same = all.flat_map(|file| {
        let same = snapshot.digest(file).utterances.iter();
        let same = same.filter(move |utterance| utterance.wording == wording);
        same.map(move |utterance| (file, utterance.range))
    });
    // Only articles that have been digested are known to say nearly the same.
    let mut places: Vec<_> = same.filter(|other| *other != itself).collect();
    let alike = snapshot.elsewhere(file, at);
    for place in alike.iter().filter_map(|other| other.place(snapshot)) {
        let place = (place.file, place.range);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let places = places.into_iter();
    places
        .map(|(file, range)| target(origin, file, range))
        .collect()
}

fn target(origin: TextRange, file: FileId, range: TextRange) -> Target {
    Target {
        origin,
        place: FileRange { file, range },
        focus: range,
    }
}
