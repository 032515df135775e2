//! Ids and names in the scripts of the world: what an id may hold, what makes two writings one
//! name, where declared names stand in running text, which words resemble each other and which only look
//! alike, and what characters are called that nobody sees.
//!
//! What an id or a name refers to is not known here, nor anything of the markup.

pub mod id;

pub mod characters;

pub mod look_alike;

pub mod fold;

pub mod matcher;

pub mod similar;

pub mod latin;

mod script;
mod transliteration;

pub use script::{is_spaceless_letter, is_word};
