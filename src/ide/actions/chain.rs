//! Saying of a quotation to whom it was said, and through whom it arrived.

use super::attribution::{Offering, can_speak};
use super::near::near;
use crate::annotate::attributing::Says;
use crate::model::{EntityKey, EntityKind};
use crate::syntax::ast::BraceKind;

/// How many are offered of each.
const MOST: usize = 3;

/// Those who are named nearest; those who publish are the first of whom it is likely that they passed
/// something on.
pub(super) fn list(offering: &mut Offering<'_, '_>) {
    if offering.attributing.kind() != Some(BraceKind::Who) {
        return;
    }
    let (analysis, asked) = (offering.analysis(), offering.asked);
    let mut keys = near(analysis, offering.attributing.at());
    keys.retain(|key| can_speak(analysis, *key));
    let phrases = asked.phrases();
    offer(offering, &keys, phrases.spoken_to, Says::To);
    let is_person =
        |key: &EntityKey| analysis.entities.get(*key).kind != Some(EntityKind::Organization);
    keys.sort_by_key(is_person);
    offer(offering, &keys, phrases.passed_on, Says::Via);
}

fn offer(
    offering: &mut Offering<'_, '_>,
    keys: &[EntityKey],
    title: fn(&str) -> String,
    says: fn(EntityKey) -> Says,
) {
    let mut offered = 0;
    for key in keys {
        if offered == MOST {
            break;
        }
        let title = title(offering.asked.name(*key));
        offered += usize::from(offering.offer(title, says(*key)));
    }
}
