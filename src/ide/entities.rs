//! The entities that an article knows, as a list to choose from: found by any of their names in any
//! script, typed in Latin too.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::ide::accept::nearest;
use crate::ide::actions::entity;
use crate::ide::identity::place;
use crate::ide::search::{Query, Rank};
use crate::model::{Analysis, EntityKey, EntityKind};
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// An entity that an article knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The id by which it can be chosen; `None` where another one bears it too.
    pub id: Option<String>,
    /// Whether something declares it; otherwise it is recognised in the text, and choosing it declares
    /// it.
    pub is_declared: bool,
    /// Its name in the language of the article.
    pub name: String,
    /// All its names.
    pub names: Vec<String>,
    /// What it is.
    pub kind: Option<EntityKind>,
    /// Its office or occupation.
    pub role: Option<String>,
    /// Where it is declared, else where the text first names it.
    pub place: Option<FileRange>,
    /// Where the article names it, in bytes of the file, in the order of the text.
    pub mentions: Vec<TextRange>,
    /// How many quotations it says.
    pub quotations: usize,
}

/// Which entities are wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// What somebody types to find one.
    pub query: Option<String>,
    /// For which place somebody chooses one, in bytes of the file.
    pub near: Option<TextSize>,
}

/// How many are given to choose from; who needs more types more.
const MOST: usize = 128;

/// The entities of `file`. Where somebody looks for one or chooses one for a place, all that it may mean,
/// the best met first, of these those that are named last before the place, and no more than 128;
/// else those that it declares itself or names, the most named first.
pub fn entities(snapshot: &Snapshot, file: FileId, wanted: &Wanted) -> Vec<Listed> {
    if !matches!(snapshot.kind(file), FileKind::Article | FileKind::Wire) {
        return Vec::new();
    }
    let analysis = snapshot.analysis(file);
    let counts = Counts::of(analysis);
    let mut keys = nearest(analysis, wanted.near.unwrap_or_default());
    if wanted.query.is_some() || wanted.near.is_some() {
        let query = Query::new(wanted.query.as_deref().unwrap_or_default());
        if !query.is_empty() {
            let met = keys.into_iter();
            let met = met.filter_map(|key| Some((rank(&query, analysis, key)?, key)));
            let mut met: Vec<(Rank, EntityKey)> = met.collect();
            met.sort_by_key(|(rank, _)| *rank);
            keys = met.into_iter().map(|(_, key)| key).collect();
        }
        keys.truncate(MOST);
    } else {
        let is_here = |key: EntityKey| {
            let declarations = &analysis.entities.get(key).declarations;
            let is_own = declarations.iter().any(|declared| declared.id.file == file);
            is_own || counts.mentions(key).len() + counts.quotations(key) > 0
        };
        keys.retain(|key| is_here(*key));
        keys.sort_by_key(|key| Reverse(counts.mentions(*key).len()));
    }
    let listed = keys.into_iter();
    listed
        .map(|key| listed_as(file, analysis, &counts, key))
        .collect()
}

/// How well an entity is met, by whichever of its names.
fn rank(query: &Query, analysis: &Analysis, key: EntityKey) -> Option<Rank> {
    let entity = analysis.entities.get(key);
    let names = entity.all_names().map(|name| name.text.as_str());
    let names = names.chain([entity.id.as_str()]);
    names.filter_map(|name| query.rank(name)).min()
}

fn listed_as(file: FileId, analysis: &Analysis, counts: &Counts, key: EntityKey) -> Listed {
    let bearer = analysis.entities.get(key);
    let is_found = entity(analysis, &bearer.id) == Some(key);
    Listed {
        id: is_found.then(|| bearer.id.clone()),
        is_declared: analysis.entities.is_declared(key),
        name: bearer.name(analysis.article.lang()).to_owned(),
        names: bearer.all_names().map(|name| name.text.clone()).collect(),
        kind: bearer.kind,
        role: bearer.role.clone(),
        place: place(file, analysis, key),
        mentions: counts.mentions(key).to_vec(),
        quotations: counts.quotations(key),
    }
}

/// Where everybody is named, and how many quotations they say.
struct Counts {
    all: HashMap<EntityKey, (Vec<TextRange>, usize)>,
}

impl Counts {
    fn of(analysis: &Analysis) -> Counts {
        let mut all: HashMap<EntityKey, (Vec<TextRange>, usize)> = HashMap::new();
        for mention in &analysis.mentions {
            if let Some(key) = mention.entity {
                all.entry(key).or_default().0.push(mention.words);
            }
        }
        for at in 0..analysis.article.quotations.len() {
            if analysis.is_said(at) && !analysis.is_no_speech(at) {
                for key in analysis.speakers(at) {
                    all.entry(key).or_default().1 += 1;
                }
            }
        }
        Counts { all }
    }

    fn mentions(&self, key: EntityKey) -> &[TextRange] {
        self.all.get(&key).map_or(&[], |(mentions, _)| mentions)
    }

    fn quotations(&self, key: EntityKey) -> usize {
        self.all.get(&key).map_or(0, |(_, quotations)| *quotations)
    }
}
