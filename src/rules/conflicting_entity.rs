use crate::model::{Declaration, Spanned};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::{FileRange, TextRange};

declare_rule! {
    /// ## What it does
    ///
    /// Reports an entity whose `type` or whose item in Wikidata is one thing in the front matter and
    /// another in a registry, or in two registries; where the nearer of the two stands. All else the
    /// nearer declaration may say otherwise: a minister's role of 2015 in an article of 2015.
    ///
    /// ## Why
    ///
    /// What an entity is does not change from one article to the next. Two different things have got
    /// one id, and what is said of one is counted for the other.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// registry: ../people.yaml
    /// entities:
    ///   basin: {type: organization, name: Basin Town}
    /// ---
    ///
    /// Basin Town opened its bridge on Tuesday.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// registry: ../people.yaml
    /// entities:
    ///   basin-council: {type: organization, name: Basin Town Council, of: basin}
    /// ---
    ///
    /// Basin Town Council opened its bridge on Tuesday.
    /// ```
    pub(super) static CONFLICTING_ENTITY =
        "conflicting-entity", Error, "an id that is one thing here and another in a registry"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let own = &context.declarations().all;
    if own.is_empty() {
        return;
    }
    for declaration in own {
        let id = &declaration.id.value;
        let Some(entity) = context.entities().find(id) else {
            continue;
        };
        let declared = context.entities().get(entity).declarations.iter();
        let further = declared
            .skip_while(|declared| declared.id.file != context.file)
            .skip(1);
        let further: Vec<(FileRange, &Declaration)> = further
            .filter_map(|declared| Some((declared.id, context.declaration(declared)?)))
            .collect();
        if let Some(kind) = declaration.kind {
            let kind = Fact::new(kind, kind.value.name());
            let others = further.iter().filter_map(|(place, other)| {
                let other = other.kind?;
                Some((*place, Fact::new(other, other.value.name())))
            });
            let help = "give one of the two another id, or correct its type";
            out.extend(contradicted(id, "type", kind, others).map(|finding| finding.help(help)));
        }
        if let Some(item) = item(declaration) {
            let others = further
                .iter()
                .filter_map(|(place, other)| Some((*place, self::item(other)?)));
            let help = "give one of the two another id, or correct its item";
            out.extend(contradicted(id, "Wikidata item", item, others).map(|f| f.help(help)));
        }
    }
}

/// What a declaration says, and where.
#[derive(Debug, Clone, Copy)]
struct Fact<'a> {
    said: &'a str,
    range: TextRange,
}

impl<'a> Fact<'a> {
    fn new<T>(value: Spanned<T>, said: &'a str) -> Fact<'a> {
        let range = value.range;
        Fact { said, range }
    }
}

/// That others say otherwise than `own`; `key` is what of.
fn contradicted<'a>(
    id: &str,
    key: &str,
    own: Fact<'a>,
    others: impl Iterator<Item = (FileRange, Fact<'a>)>,
) -> Option<Diagnostic> {
    let mut others = others
        .filter(|(_, other)| other.said != own.said)
        .peekable();
    let (_, first) = others.peek()?;
    let message = format!(
        "`{id}` has the {key} `{}` here, and `{}` in a registry",
        own.said, first.said
    );
    let finding = CONFLICTING_ENTITY.report(own.range, message);
    Some(others.fold(finding, |finding, (declared, other)| {
        let place = FileRange {
            file: declared.file,
            range: other.range,
        };
        finding.related(place, format!("its {key} is `{}` here", other.said))
    }))
}

/// The item in Wikidata, such as `Q42`, by itself or at the end of an address.
fn item(declaration: &Declaration) -> Option<Fact<'_>> {
    let written = declaration.wikidata.as_ref()?;
    let last = written.value.trim().rsplit(['/', ':']).next()?;
    let number = last.strip_prefix(['Q', 'q'])?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(Fact {
        said: last,
        range: written.range,
    })
}
