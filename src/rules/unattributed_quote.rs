use crate::attribution::{self, Grade, Nature};
use crate::model::{Analysis, Form, InferredQuotation, InferredSource, Quotation, Said, Who};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::TextRange;

declare_rule! {
    /// ## What it does
    ///
    /// Reports the closing mark of a quotation of which neither a brace nor the text says who said
    /// it. Isnad reads Arabic, English, French and German: a quotation whose sentence names a speaker
    /// needs no brace, and words that are plainly no speech need none either. In other languages the
    /// braces alone count, and only articles that attribute at least one quotation are looked at.
    /// One or two words are more often a term than speech: they are asked for only in articles that
    /// attribute a quotation by a brace. Headlines are passed over, and so is what stands inside another quotation or an attributed
    /// span: it has the same speaker.
    ///
    /// ## Why
    ///
    /// Readers want to know whose words these are, and nothing leads from such a quotation to its
    /// speaker.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// ---
    ///
    /// The harbour was quiet. “We will not close it this year, whatever they write.”
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// ---
    ///
    /// The harbour was quiet. “We will not close it this year, whatever they write,” Laila Haddad said.
    /// ```
    pub(super) static UNATTRIBUTED_QUOTE =
        "unattributed-quote", Warning, "a quotation of which nothing says who said it"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let analysis = context.analysis();
    let quotations = &analysis.article.quotations;
    let is_attribution =
        |quotation: &Quotation| quotation.who.as_ref().is_some_and(Who::is_attribution);
    let is_read = analysis.article.lang().is_some_and(attribution::reads);
    let is_annotated = quotations.iter().any(is_attribution);
    if !is_read && !is_annotated {
        return;
    }
    for (at, quotation) in quotations.iter().enumerate() {
        let Form::Marks { close, .. } = quotation.form else {
            continue;
        };
        // What stands in another pair of marks is reported with that; brackets of which nothing
        // says who speaks are no pair.
        let is_in_another = analysis
            .article
            .around(at)
            .any(|outer| matches!(quotations[outer].form, Form::Marks { .. }));
        let is_said_elsewhere = is_in_another || has_empty_brace(context, quotation);
        if analysis.said[at] == Said::Unsaid
            && !is_said_elsewhere
            && !quotation.is_heading
            && !is_told(analysis.inference(at))
            && (is_annotated || !is_short(analysis, quotation))
        {
            out.push(report(analysis, at, close));
        }
    }
}

/// Whether the text itself says who speaks, or that nobody does.
fn is_told(inferred: Option<&InferredQuotation>) -> bool {
    let Some(inferred) = inferred else {
        return false;
    };
    let names_speaker = |source: &InferredSource| source.grade > Grade::Guess;
    inferred.nature != Nature::Speech || inferred.source.as_ref().is_some_and(names_speaker)
}

/// Whether a quotation has one or two words.
fn is_short(analysis: &Analysis, quotation: &Quotation) -> bool {
    let wire = &analysis.article.passages[quotation.passage].wire;
    wire.words(quotation.words())
        .split_whitespace()
        .nth(2)
        .is_none()
}

fn report(analysis: &Analysis, at: usize, close: TextRange) -> Diagnostic {
    let finding = UNATTRIBUTED_QUOTE.report(close, "nothing says who said this");
    let guessed = analysis
        .source(at)
        .and_then(|source| source.meant.entities.first());
    let help = "write `{speaker}` after the mark; `{+}` if the speaker goes on, `{?}` if nobody knows, `{-}` if it is no speech";
    match guessed.map(|key| analysis.entities.get(*key)) {
        Some(entity) => {
            let name = entity.name(analysis.article.lang());
            finding.help(format!(
                "it may go on from {name}, who was named before; {help}"
            ))
        }
        None => finding.help(help),
    }
}

/// `{}`, of which `malformed-annotation` has more to say.
fn has_empty_brace(context: &Context<'_>, quotation: &Quotation) -> bool {
    quotation.who.as_ref().is_some_and(|who| {
        let inside = context.text()[who.range].trim_matches(['{', '}']);
        inside.trim().is_empty()
    })
}
