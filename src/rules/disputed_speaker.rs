use crate::model::wording::Phrase;
use crate::model::{Digest, Known, Utterance};
use crate::rules::altered_quote::shares_a_speaker;
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::FileRange;
use crate::workspace::{Compared, Elsewhere};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a quotation of eight words or more that another article of the folder gives in the same
    /// words and attributes to somebody else. Both must be sure of their speaker, and neither much longer
    /// than the other, since it may quote the other itself. Who passed the words on, who speaks for an
    /// organisation, and names that may mean the same are no dispute, nor is a formula, which others give
    /// with other words in it.
    ///
    /// Articles are compared with each other where `isnad check` looks at several, a record of
    /// `isnad stream` has `others`, or an editor has their folder open.
    ///
    /// ## Why
    ///
    /// One of the two puts words into somebody's mouth.
    ///
    /// ## Bad
    ///
    /// In another article, Peter Lind says: “Nobody has asked the fishermen what they think of this.”
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad}
    /// ---
    ///
    /// “Nobody has asked the fishermen what they think of this,”{haddad} Laila Haddad said.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   lind: {type: person, name: Peter Lind}
    /// ---
    ///
    /// “Nobody has asked the fishermen what they think of this,”{lind} Peter Lind said.
    /// ```
    pub(super) static DISPUTED_SPEAKER =
        "disputed-speaker", Warning, "a quotation that another article attributes to somebody else"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let snapshot = context.snapshot;
    let Some(own) = snapshot.digest_if_compared(context.file) else {
        return;
    };
    let compared = context.compared().iter();
    for compared in compared.filter(|it| it.utterance.is_sure) {
        let Compared {
            utterance,
            phrase,
            others,
        } = compared;
        // What is said with other words in it too is a formula.
        let is_formula =
            |other: &Elsewhere<'_>| !other.is_record() && !other.alike.differences.is_empty();
        if others.iter().any(is_formula) {
            continue;
        }
        let disputed = others.iter().find_map(|other| {
            let said = other
                .utterance
                .filter(|_| other.alike.differences.is_empty())?;
            let lengths = [phrase, said.phrase.as_ref()?].map(Phrase::count);
            // Longer words may quote the others themselves.
            let are_all = lengths[0] * 3 <= lengths[1] * 4 && lengths[1] * 3 <= lengths[0] * 4;
            let is_disputed = are_all && is_disputed(own, utterance, other.digest, said);
            is_disputed.then_some((other.file, other.digest, said))
        });
        let Some((file, digest, said)) = disputed else {
            continue;
        };
        let message = format!(
            "{} attributes these words to {}, this article to {}",
            snapshot.file_name(file),
            names(digest, said),
            names(own, utterance)
        );
        let place = FileRange {
            file,
            range: said.range,
        };
        let finding = DISPUTED_SPEAKER.report(utterance.range, message);
        out.push(
            finding
                .related(place, "they stand here")
                .help("find out who said them, and mend the brace or the sentence of the other"),
        );
    }
}

fn is_disputed(own: &Digest, utterance: &Utterance, digest: &Digest, other: &Utterance) -> bool {
    let all = |digest, of: &[u32]| -> Vec<_> { of.iter().map(|at| entity(digest, *at)).collect() };
    let (here, there) = (
        all(own, utterance.chain.speakers()),
        all(digest, other.chain.speakers()),
    );
    // Whoever passed the words on may stand for who said them.
    let further = all(own, utterance.chain.via())
        .into_iter()
        .chain(all(digest, other.chain.via()));
    let is_known = other.is_sure && !here.is_empty() && !there.is_empty();
    let mut pairs = here
        .iter()
        .flat_map(|one| there.iter().map(move |other| (one, other)));
    let mut further = further.flat_map(|via| here.iter().chain(&there).map(move |one| (via, *one)));
    is_known
        && !shares_a_speaker(own, utterance, digest, other)
        && pairs.all(|(one, other)| !one.may_be(other))
        && !further.any(|(via, one)| via.is(one))
}

fn names(digest: &Digest, utterance: &Utterance) -> String {
    let names = utterance
        .chain
        .speakers()
        .iter()
        .map(|at| &*entity(digest, *at).name);
    names.collect::<Vec<_>>().join(", ")
}

fn entity(digest: &Digest, at: u32) -> &Known {
    &digest.entities[at as usize]
}
