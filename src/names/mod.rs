//! Ids and names in the scripts of the world: what an id may hold, what makes two writings one
//! name, where declared names stand in running text, and which words resemble each other.
//!
//! What an id or a name refers to is not known here, nor anything of the markup.

pub mod id;

pub mod fold;

pub mod matcher;

pub mod similar;

mod script;
mod transliteration;
