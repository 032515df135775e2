//! Cuts a passage into words, numbers, signs and quotations; each quotation is one token, whatever
//! stands between its marks.

use super::lexicon::{Class, Lexicon};
use super::prose::Passage;
use crate::text::{TextRange, TextSize};

/// A word, a number, a sign or a quotation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// In bytes of the passage.
    pub(super) range: TextRange,
    pub(super) kind: Kind,
    /// What the language's tables say of the word.
    pub(super) class: Class,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word(Case),
    Number,
    /// The quotation at that place of the passage's list.
    Quote(usize),
    Comma,
    Colon,
    Semicolon,
    /// A dash between words.
    Dash,
    /// What ends a sentence.
    Stop,
    Open,
    Close,
    Other,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// In small letters, or in a script that has no others.
    Small,
    /// With a capital first.
    Capital,
    /// In capitals, at least two.
    Capitals,
}

impl Token {
    pub(super) fn is(&self, class: Class) -> bool {
        self.class.has(class)
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word(_))
    }

    pub(super) fn is_capital(&self) -> bool {
        matches!(self.kind, Kind::Word(Case::Capital | Case::Capitals))
    }

    pub(super) fn quote(&self) -> Option<usize> {
        match self.kind {
            Kind::Quote(at) => Some(at),
            _ => None,
        }
    }
}

/// Cuts a passage.
pub(super) fn tokens(passage: &Passage<'_>, lexicon: &Lexicon) -> Vec<Token> {
    let text = passage.text;
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut folded = String::new();
    let mut at = 0;
    for (number, quote) in passage.quotes.iter().enumerate() {
        let (start, end) = (
            usize::from(quote.range.start()),
            usize::from(quote.range.end()),
        );
        if start < at {
            continue;
        }
        cut(text, at, start, lexicon, &mut folded, &mut tokens);
        tokens.push(Token {
            range: quote.range,
            kind: Kind::Quote(number),
            class: Class::NONE,
        });
        at = end;
    }
    cut(text, at, text.len(), lexicon, &mut folded, &mut tokens);
    tokens
}

/// The words and signs of a part of a passage, quotations in it too.
pub(super) fn words_of(text: &str, part: TextRange, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (start, end) = (part.start().into(), part.end().into());
    cut(text, start, end, lexicon, &mut String::new(), &mut tokens);
    tokens
}

/// Cuts what stands from `from` to `to`.
fn cut(
    text: &str,
    from: usize,
    to: usize,
    lexicon: &Lexicon,
    folded: &mut String,
    tokens: &mut Vec<Token>,
) {
    let mut at = from;
    while let Some(character) = text[at..to].chars().next() {
        let len = character.len_utf8();
        if is_letter(character) {
            let end = at + word_len(&text[at..to]);
            let word = &text[at..end];
            // Most words have no sign by which a part of them is hung onto the rest.
            let is_one = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let elided = (!is_one).then(|| lexicon.elision(word, folded)).flatten();
            let end = elided.map_or(end, |len| at + len);
            let word = &text[at..end];
            let hung = (!is_one).then(|| lexicon.enclitic(word)).flatten();
            if let Some((verb, pronoun)) = hung {
                for (from, to) in [(0, verb), (pronoun, word.len())] {
                    let part = &word[from..to];
                    tokens.push(Token {
                        range: range(at + from, at + to),
                        kind: Kind::Word(case(part)),
                        class: lexicon.class(part, folded),
                    });
                }
                at = end;
                continue;
            }
            // A point belongs to an abbreviation.
            let has_point = text[end..to].starts_with('.');
            let (class, end) = if has_point && lexicon.is_abbreviation(word, folded) {
                (Class::ABBREVIATION, end + 1)
            } else {
                (Class::NONE, end)
            };
            let class = class | lexicon.class(word, folded);
            tokens.push(Token {
                range: range(at, end),
                kind: Kind::Word(case(word)),
                class,
            });
            at = end;
        } else if character.is_numeric() {
            let digits = text[at..to]
                .find(|c: char| !(c.is_alphanumeric() || ".,:/%".contains(c)))
                .unwrap_or(to - at);
            let digits = text[at..at + digits]
                .trim_end_matches(['.', ',', ':', '/'])
                .len();
            let end = at + digits.max(len);
            let is_ordinal = lexicon.is_ordinal(&text[at..end], &text[end..to], folded);
            let end = end + usize::from(is_ordinal);
            tokens.push(Token {
                range: range(at, end),
                kind: Kind::Number,
                class: Class::NONE,
            });
            at = end;
        } else {
            if let Some(kind) = sign(character) {
                tokens.push(Token {
                    range: range(at, at + len),
                    kind,
                    class: Class::NONE,
                });
            }
            at += len;
        }
    }
}

fn sign(character: char) -> Option<Kind> {
    Some(match character {
        ',' | '،' | '，' | '、' => Kind::Comma,
        ':' | '：' => Kind::Colon,
        ';' | '؛' | '；' => Kind::Semicolon,
        '—' | '–' => Kind::Dash,
        '.' | '!' | '?' | '…' | '؟' | '۔' | '。' | '！' | '？' => Kind::Stop,
        '(' | '[' => Kind::Open,
        ')' | ']' => Kind::Close,
        _ if character.is_whitespace() || crate::names::fold::is_invisible(character) => {
            return None;
        }
        _ => Kind::Other,
    })
}

/// Whether a character belongs to a word.
pub(super) fn is_letter(character: char) -> bool {
    // Most of all letters first; for others the tables of Unicode are asked.
    matches!(character, 'a'..='z' | 'A'..='Z' | '\u{621}'..='\u{64a}')
        || character.is_alphabetic()
        || matches!(character, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '@' | '#' | '_')
}

/// How long the word at the start of `text` is: letters, and apostrophes and hyphens between them.
fn word_len(text: &str) -> usize {
    // Most words are of letters of ASCII alone, and end with a space.
    let letters = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if matches!(text.as_bytes().get(letters), None | Some(b' ' | b',')) {
        return letters;
    }
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let joins = matches!(letter, '\'' | '’' | '-' | '‑' | '.' | '&')
            && next.is_some_and(is_letter)
            && is_letter(before)
            // `U.S` is one word, `end.Begin` is two.
            && (letter != '.' || at == 1 || text[..at].chars().rev().nth(1) == Some('.'));
        let is_inside = is_letter(letter) || letter.is_numeric() || joins;
        if !is_inside {
            return at;
        }
        before = letter;
    }
    text.len()
}

fn case(word: &str) -> Case {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Case::Small;
    }
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {}
        _ => return Case::Small,
    }
    let mut further = letters.peekable();
    let is_long = further.peek().is_some();
    if is_long && further.all(|letter| !letter.is_lowercase()) {
        Case::Capitals
    } else {
        Case::Capital
    }
}

fn range(start: usize, end: usize) -> TextRange {
    TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32))
}
