//! The forms of names in languages that change them: `Путин`, `Путина`, `Путиным`.
//!
//! Regular endings, on folded words. They know no genders and no exceptions: a form that does not
//! exist does no harm, since no text holds it.

mod bulgarian;
mod east_slavic;
mod polish;

use super::language::Forms;

/// How many cases differ from the nominative: genitive, dative, accusative, instrumental,
/// locative.
const CASES: usize = 5;

/// The forms of a folded name of at most three words, without the declared one. Names of other
/// scripts have none.
pub(super) fn forms(forms: Forms, name: &str, person: bool) -> Vec<String> {
    let is_cyrillic = |letter: char| matches!(letter, 'а'..='я' | 'ѐ'..='џ' | 'ґ' | '\'' | '-');
    let is_latin = |letter: char| matches!(letter, 'a'..='z' | '\u{df}'..='\u{17f}' | '\'' | '-');
    let words: Vec<&str> = name.split(' ').collect();
    let are_of = |is_letter: &dyn Fn(char) -> bool| {
        words.len() <= 3 && words.iter().all(|word| word.chars().all(is_letter))
    };
    let mut found = match forms {
        Forms::Russian if are_of(&is_cyrillic) => decline(&words, east_slavic::russian),
        Forms::Ukrainian if are_of(&is_cyrillic) => decline(&words, east_slavic::ukrainian),
        Forms::Polish if are_of(&is_latin) => decline(&words, |word| polish::cases(word, person)),
        Forms::Bulgarian if are_of(&is_cyrillic) && !person => bulgarian::with_article(&words),
        _ => return Vec::new(),
    };
    found.retain(|form| form != name);
    found.sort_unstable();
    found.dedup();
    found
}

/// What a word is in each case: alternatives, none if it is not declined.
type Cases = [Vec<String>; CASES];

/// All cases of a name: in each, every combination of what its words may be. Behind a woman's first
/// name, which ends in a vowel, a surname may stay as it is: `Ангелой Меркель`.
fn decline(words: &[&str], cases: impl Fn(&str) -> Cases) -> Vec<String> {
    let behind_vowel = words.len() > 1 && words[0].ends_with(['а', 'я', 'a']);
    let of_words: Vec<Cases> = words.iter().map(|word| cases(word)).collect();
    let mut all = Vec::new();
    for case in 0..CASES {
        let mut names = vec![String::new()];
        for (at, (word, cases)) in words.iter().zip(&of_words).enumerate() {
            let declined = cases[case].iter().map(String::as_str);
            let stays = (at > 0 && behind_vowel) || cases[case].is_empty();
            let alternatives: Vec<&str> = declined.chain(stays.then_some(*word)).collect();
            let space = if at > 0 { " " } else { "" };
            names = names
                .iter()
                .flat_map(|name| {
                    let longer = move |word: &&str| format!("{name}{space}{word}");
                    alternatives.iter().map(longer)
                })
                .collect();
        }
        all.append(&mut names);
    }
    all
}
