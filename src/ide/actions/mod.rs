//! What can be done about the text under the cursor: mending findings, saying who speaks, declaring
//! whom the text names.
//!
//! An action is listed with the [`Choice`] that makes it, and its edits are made of that once somebody
//! wants them. Each group of actions has a file with both halves: what lists them, which looks at what
//! stands at the cursor alone, and what makes the edits of one.

mod attribution;
mod chain;
mod chosen;
mod declarations;
mod fixes;
mod introduce;
mod link;
mod mark;
mod near;
mod selected;
mod spelling;
mod suppression;
mod unlink;
mod whole;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::ide::Locale;
use crate::ide::phrases::ActionPhrases;
use crate::model::{Analysis, EntityKey};
use crate::rules::Diagnostic;
use crate::text::{FileEdit, FileId, TextEdit, TextRange};
use crate::workspace::{FileKind, Snapshot, Workspace};

pub use attribution::Attribution;
pub use chosen::{accept, attribute, mark};
pub use declarations::NewDeclaration;
pub use fixes::FixOf;
pub use introduce::Introduction;
pub use link::Linking;
pub use mark::Marking;
pub use spelling::Spelling;
pub use suppression::Allowance;
pub use unlink::Unlinking;

/// Something that an editor can do at one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// An imperative, such as "replace by `haddad`".
    pub title: String,
    /// What it is.
    pub kind: ActionKind,
    /// The finding that it mends; none if it is no fix.
    pub mends: Option<Diagnostic>,
    /// Whether it is what most people want: safe, and the only fix of its finding that is.
    pub is_preferred: bool,
    /// What makes its edits, by [`edits`].
    pub choice: Choice,
    /// Its edits, where they had to be made to know whether it is to be listed.
    pub edits: Option<Vec<FileEdit>>,
}

/// What an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionKind {
    /// Mends a finding.
    QuickFix,
    /// Says who speaks, or what else is to be said of a quotation.
    Attribute,
    /// Says whom words name.
    Mark,
    /// Puts brackets around names, or takes them off.
    Link,
    /// Writes a declaration of what the text names.
    Declare,
    /// Carries out all safe fixes of a file.
    FixAll,
    /// Writes all that is sure of who says what.
    AnnotateAll,
}

/// Where actions are asked for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// All files.
    pub snapshot: &'a Snapshot,
    /// The file in question.
    pub file: FileId,
    /// What is selected there, in bytes; empty where the cursor stands.
    pub range: TextRange,
    /// The language of the titles; those of the rules' own fixes are English as their findings are.
    pub locale: Locale,
    /// Which kinds of actions are wanted. Others are not looked for.
    pub is_wanted: &'a dyn Fn(ActionKind) -> bool,
    /// Brings into a workspace what looking at the file at a path needs, as
    /// [`fixes::fix`](crate::fixes::fix) takes it.
    pub bring: Bring<'a>,
}

/// Brings into a workspace what looking at the file at a path needs.
pub type Bring<'a> = &'a dyn Fn(&mut Workspace, &Path);

/// What makes the edits of an action. It means something in the very state of the file in which it was
/// listed, and in no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// One of the fixes of a finding.
    Fix(FixOf),
    /// Who says a quotation.
    Attribute(Attribution),
    /// A spelling, as a name of somebody.
    Spell(Spelling),
    /// A comment that allows what a rule reports.
    Allow(Allowance),
    /// The declaration of somebody whom the text names.
    Declare(NewDeclaration),
    /// Whom words name.
    Mark(Marking),
    /// Whom words name, who is new.
    Introduce(Introduction),
    /// Brackets around every bare name of an entity.
    Link(Linking),
    /// Brackets off, which say nothing that the words do not say.
    Unlink(Unlinking),
    /// All safe fixes.
    FixAll,
    /// All that is sure of who says what.
    AnnotateAll,
    /// The same of quotations between marks alone.
    AttributeAll,
}

/// All that can be done: what mends findings first, then what says more. Each of them changes
/// something.
pub fn actions(asked: &Asked<'_>) -> Vec<Action> {
    let mut found = Vec::new();
    let is_fix_wanted = (asked.is_wanted)(ActionKind::QuickFix);
    let findings = if is_fix_wanted {
        fixes::touched(asked)
    } else {
        Vec::new()
    };
    fixes::list(&findings, &mut found);
    if asked.is_article() {
        spelling::list(asked, &findings, &mut found);
        attribution::list(asked, &findings, &mut found);
    }
    if (asked.is_wanted)(ActionKind::Mark) && asked.is_article() {
        mark::list(asked, &mut found);
    }
    if (asked.is_wanted)(ActionKind::Link) && asked.is_article() {
        link::list(asked, &mut found);
        unlink::list(asked, &mut found);
    }
    if (asked.is_wanted)(ActionKind::Declare) && asked.is_article() {
        declarations::list(asked, &mut found);
        introduce::list(asked, &mut found);
    }
    if asked.is_article() {
        suppression::list(asked, &findings, &mut found);
    }
    whole::list(asked, &mut found);
    found
}

/// The edits that `choice` makes of the file in which it was listed: file by file in the order of the
/// text, not overlapping. `None` where it changes nothing.
pub fn edits(
    snapshot: &Snapshot,
    file: FileId,
    choice: &Choice,
    bring: Bring<'_>,
) -> Option<Vec<FileEdit>> {
    let edits = match choice {
        Choice::Fix(fix) => fixes::edits(snapshot, file, fix)?,
        Choice::Attribute(attribution) => {
            in_file(file, attribution::edits(snapshot, file, attribution)?)
        }
        Choice::Spell(spelling) => spelling::edits(snapshot, file, spelling)?,
        Choice::Allow(allowance) => in_file(file, suppression::edits(snapshot, file, allowance)?),
        Choice::Declare(declaration) => declarations::edits(snapshot, file, declaration)?,
        Choice::Mark(marking) => mark::edits(snapshot, file, marking)?,
        Choice::Introduce(new) => introduce::edits(snapshot, file, new)?,
        Choice::Link(linking) => in_file(file, link::edits(snapshot, file, linking)?),
        Choice::Unlink(unlinking) => in_file(file, unlink::edits(snapshot, file, unlinking)?),
        Choice::FixAll => in_file(file, whole::fix_all(snapshot, file, bring)),
        Choice::AnnotateAll => in_file(file, whole::annotate_all(snapshot, file, bring)),
        Choice::AttributeAll => in_file(file, whole::attribute_all(snapshot, file, bring)),
    };
    (!edits.is_empty()).then_some(edits)
}

impl<'a> Asked<'a> {
    fn analysis(&self) -> &'a Analysis {
        self.snapshot.analysis(self.file)
    }

    fn phrases(&self) -> &'static ActionPhrases {
        &self.locale.phrases().action
    }

    fn is_article(&self) -> bool {
        self.snapshot.kind(self.file) == FileKind::Article
    }

    /// Whether it is touched, be it at an end.
    fn touches(&self, range: TextRange) -> bool {
        range.intersect(self.range).is_some()
    }

    /// The name of an entity in the language of the article.
    fn name(&self, key: EntityKey) -> &'a str {
        let analysis = self.analysis();
        analysis.entities.get(key).name(analysis.article.lang())
    }
}

impl Action {
    /// One that mends no finding.
    fn new(title: String, kind: ActionKind, choice: Choice) -> Action {
        Action {
            title,
            kind,
            mends: None,
            is_preferred: false,
            choice,
            edits: None,
        }
    }

    /// The same as one of the fixes of `finding`.
    fn mending(self, finding: &Diagnostic) -> Action {
        Action {
            kind: ActionKind::QuickFix,
            mends: Some(finding.clone()),
            ..self
        }
    }
}

/// The entity with that id, be it declared or only recognised in the text.
pub(super) fn entity(analysis: &Analysis, id: &str) -> Option<EntityKey> {
    let entities = &analysis.entities;
    let recognised = || {
        let mut recognised = entities.recognised();
        let found = recognised.find(|(_, entity)| entity.id == id);
        found.map(|(key, _)| key)
    };
    entities.find(id).or_else(recognised)
}

fn in_file(file: FileId, edits: Vec<TextEdit>) -> Vec<FileEdit> {
    let edits = edits.into_iter().map(|edit| FileEdit { file, edit });
    edits.collect()
}
